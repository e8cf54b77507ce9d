//! One shape of a drawing as an SVG element.

use crate::charts::{Anchor, Shape};
use yew::prelude::*;

/// Positions go into `transform` and geometry attributes, which a style sheet can let glide.
pub fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            paint,
        } => html! {
            <rect class={paint.class()} x={px(*x)} y={px(*y)} width={px(*width)} height={px(*height)} />
        },
        Shape::Circle { x, y, r, paint } => html! {
            <circle class={paint.class()} cx={px(*x)} cy={px(*y)} r={px(*r)} />
        },
        Shape::Line { from, to, paint } => html! {
            <line class={paint.class()} x1={px(from.0)} y1={px(from.1)} x2={px(to.0)} y2={px(to.1)} />
        },
        Shape::Path { data, paint } => html! {
            <path class={paint.class()} d={data.clone()} />
        },
        Shape::Text {
            x,
            y,
            size,
            anchor,
            text,
            paint,
        } => html! {
            <text class={paint.class()} transform={translate(*x, *y)} font-size={px(*size)} text-anchor={anchor_name(*anchor)}>
                { text.clone() }
            </text>
        },
    }
}

fn anchor_name(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

pub fn translate(x: f64, y: f64) -> String {
    let mut transform = String::from("translate(");
    push_px(&mut transform, x);
    transform.push(' ');
    push_px(&mut transform, y);
    transform.push(')');
    transform
}

pub fn px(length: f64) -> String {
    let mut text = String::new();
    push_px(&mut text, length);
    text
}

/// One decimal is finer than any screen; whole-number printing keeps float printing out.
fn push_px(text: &mut String, length: f64) {
    let tenths = (length * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    text.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.push_str(&(tenths % 10).to_string());
    }
}

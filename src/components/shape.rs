//! One shape of a drawing as an SVG element, with its paint as its part: the widget's style sheet
//! and the host's `::part` rules find it by the same word.

use crate::charts::{Anchor, Paint, Shape, px};
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
            <rect
                part={paint.class()}
                // A pattern is found by attribute in a shadow tree, where a style sheet's may not be.
                fill={(*paint == Paint::Hedge).then_some("url(#hatch)")}
                x={px(*x)} y={px(*y)} width={px(*width)} height={px(*height)}
            />
        },
        Shape::Circle { x, y, r, paint } => html! {
            <circle part={paint.class()} cx={px(*x)} cy={px(*y)} r={px(*r)} />
        },
        Shape::Line { from, to, paint } => html! {
            <line part={paint.class()} x1={px(from.0)} y1={px(from.1)} x2={px(to.0)} y2={px(to.1)} />
        },
        Shape::Path { data, paint } => html! {
            <path part={paint.class()} d={data.clone()} />
        },
        Shape::Text {
            x,
            y,
            size,
            anchor,
            text,
            paint,
        } => html! {
            // The mark's own label says it whole.
            <text aria-hidden="true" part={paint.class()} transform={translate(*x, *y)} font-size={px(*size)} text-anchor={anchor_name(*anchor)}>
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
    transform.push_str(&px(x));
    transform.push(' ');
    transform.push_str(&px(y));
    transform.push(')');
    transform
}

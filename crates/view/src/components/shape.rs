//! One shape of a drawing as an SVG element.

use crate::charts::{Anchor, Paint, Shape, px};
use crate::markup::{Element, Name, Tag};
use gongkai_model::text::concat;

pub fn shape(shape: &Shape, into: &mut Element) {
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            paint,
        } => {
            let rect = painted(Tag::Rect, *paint, into);
            if *paint == Paint::Hedge {
                // A pattern is found by attribute in a shadow tree, where a style sheet's may not be.
                rect.set(Name::Fill, "url(#hatch)");
            }
            rect.set(Name::X, px(*x))
                .set(Name::Y, px(*y))
                .set(Name::Width, px(*width))
                .set(Name::Height, px(*height));
        }
        Shape::Circle { x, y, r, paint } => {
            painted(Tag::Circle, *paint, into)
                .set(Name::Cx, px(*x))
                .set(Name::Cy, px(*y))
                .set(Name::R, px(*r));
        }
        Shape::Line { from, to, paint } => {
            painted(Tag::Line, *paint, into)
                .set(Name::X1, px(from.0))
                .set(Name::Y1, px(from.1))
                .set(Name::X2, px(to.0))
                .set(Name::Y2, px(to.1));
        }
        Shape::Path { data, paint } => {
            painted(Tag::Path, *paint, into).set(Name::D, data.clone());
        }
        Shape::Text {
            x,
            y,
            size,
            anchor,
            text,
            paint,
        } => {
            let element = painted(Tag::Text, *paint, into);
            element
                // The mark's own label says it whole.
                .set(Name::AriaHidden, "true")
                .set(Name::Transform, translate(*x, *y))
                .set(Name::FontSize, px(*size))
                .text(text.clone());
            if let Some(anchor) = anchor_name(*anchor) {
                element.set(Name::TextAnchor, anchor);
            }
        }
    }
}

fn painted(tag: Tag, paint: Paint, into: &mut Element) -> &mut Element {
    into.open(tag).set(Name::Part, paint.class())
}

/// As the attribute has it; what it is without the attribute needs none.
fn anchor_name(anchor: Anchor) -> Option<&'static str> {
    match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    }
}

pub fn translate(x: f64, y: f64) -> String {
    concat(&["translate(", &px(x), " ", &px(y), ")"])
}

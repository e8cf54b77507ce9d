//! A distribution as SVG. Thousands of elements would make a page slow, and thousands of stops a
//! keyboard useless: so it is one slider, which goes from dot to dot in their order.

use super::shape::{shape, translate};
use super::summary::SUMMARY;
use crate::charts::{DotPlotDrawing, px};
use crate::markup::{Element, Name, Tag};
use gongkai_model::text::concat;

/// `current` is the rank of the dot where the slider stands, from 0, and `text` what it says.
pub fn strip(strip: &DotPlotDrawing, label: &str, current: usize, text: &str, into: &mut Element) {
    let drawing = &strip.drawing;
    let (width, height) = (px(drawing.width), px(drawing.height));
    let svg = into.open(Tag::Svg);
    svg.set(Name::Class, "figure strip")
        .set(Name::Part, "figure")
        .set(Name::DataOpen, "strip")
        .set(Name::Role, "slider")
        .set(Name::Tabindex, "0")
        .set(Name::AriaLabel, label.to_owned())
        .set(Name::AriaDescribedby, SUMMARY)
        .set(Name::AriaValuemin, "1")
        .set(Name::AriaValuemax, strip.centers.len().to_string())
        .set(Name::AriaValuenow, current.saturating_add(1).to_string())
        .set(Name::AriaValuetext, text.to_owned())
        .set(Name::FontSize, px(strip.radius * 20.0 / 3.0))
        .set(Name::ViewBox, concat(&["0 0 ", &width, " ", &height]))
        .set(Name::Width, width)
        .set(Name::Height, height);
    for guide in &drawing.guides {
        shape(guide, svg);
    }
    let (x, y) = strip.centers.get(current).copied().unwrap_or_default();
    svg.open(Tag::Circle)
        .set(Name::DataOpen, "current")
        .set(Name::Class, "at")
        .set(Name::Cx, px(x))
        .set(Name::Cy, px(y))
        .set(Name::R, px(strip.radius * 2.2));
    for mark in &drawing.marks {
        let group = svg.open(Tag::G);
        group
            .set(Name::Class, "named")
            .set(Name::Transform, translate(mark.x, mark.y));
        for one in &mark.shapes {
            shape(one, group);
        }
    }
}

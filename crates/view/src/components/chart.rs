//! A drawing as SVG: one tab stop, every mark an element with a name. Which mark is current or
//! selected is added by whoever shows it.

use super::shape::{shape, translate};
use super::summary::SUMMARY;
use crate::charts::{Drawing, Mark, px};
use crate::markup::{Element, Name, Tag};
use gongkai_model::text::{concat, digits};
use std::collections::BinaryHeap;

pub fn chart(drawing: &Drawing, label: &str, into: &mut Element) {
    let (width, height) = (px(drawing.width), px(drawing.height));
    let svg = into.open(Tag::Svg);
    svg.set(Name::Class, "figure")
        .set(Name::Part, "figure")
        .set(Name::Role, "listbox")
        .set(Name::AriaLabel, label.to_owned())
        .set(Name::AriaDescribedby, SUMMARY)
        .set(Name::ViewBox, concat(&["0 0 ", &width, " ", &height]))
        .set(Name::Width, width)
        .set(Name::Height, height);
    hatch(svg);
    let guides = svg.open(Tag::G);
    // Beside keyed marks everything needs a key.
    guides.key = Some("guides".to_owned());
    guides
        .set(Name::Class, "guides")
        .set(Name::AriaHidden, "true");
    for guide in &drawing.guides {
        shape(guide, guides);
    }
    let count = digits(drawing.marks.len());
    // Marks that a choice sorts keep their places among the elements, so that they can glide; the
    // reader's order is in aria-posinset and in the keys.
    for (place, mark) in stable_order(&drawing.marks) {
        let group = svg.open(Tag::G);
        group.key = Some(mark.key.clone());
        group
            .set(Name::Class, "mark")
            .set(Name::Role, "option")
            .set(Name::DataKey, mark.key.clone())
            .set(Name::DataPlace, digits(place))
            .set(Name::Transform, translate(mark.x, mark.y))
            .set(Name::AriaLabel, mark.label.clone())
            .set(Name::AriaPosinset, digits(place.saturating_add(1)))
            .set(Name::AriaSetsize, count.clone());
        group
            .open(Tag::Rect)
            .set(Name::Class, "target")
            .set(Name::Width, px(mark.width))
            .set(Name::Height, px(mark.height))
            .set(Name::Rx, "3");
        for one in &mark.shapes {
            shape(one, group);
        }
    }
}

fn hatch(svg: &mut Element) {
    let defs = svg.open(Tag::Defs);
    defs.key = Some("defs".to_owned());
    let pattern = defs.open(Tag::Pattern);
    pattern
        .set(Name::Id, "hatch")
        .set(Name::Width, "6")
        .set(Name::Height, "6")
        .set(Name::PatternUnits, "userSpaceOnUse")
        .set(Name::PatternTransform, "rotate(45)");
    for (class, width) in [("hatch-ground", "6"), ("hatch-line", "2.5")] {
        pattern
            .open(Tag::Rect)
            .set(Name::Class, class)
            .set(Name::Width, width)
            .set(Name::Height, "6");
    }
}

/// The marks with their place in the reader's order. Those of lists, which a choice may sort, are
/// sorted by what no choice changes: by key, but shorter ones first, so that the tenth comes after
/// the second.
fn stable_order(marks: &[Mark]) -> Vec<(usize, &Mark)> {
    let numbered = marks.iter().enumerate();
    if !marks
        .iter()
        .any(|mark| mark.key.bytes().any(|byte| byte == b'['))
    {
        return numbered.collect();
    }
    // The library's sort would be a fiftieth of the `draw` module.
    let ranked: BinaryHeap<_> = numbered
        .map(|(place, mark)| (mark.key.len(), mark.key.as_str(), place))
        .collect();
    let sorted = ranked.into_sorted_vec().into_iter();
    sorted
        .filter_map(|(.., place)| Some((place, marks.get(place)?)))
        .collect()
}

//! Keeps a static page small: what is said twice is said once, and long names are short. The statutory tables alone
//! would otherwise be most of the page.

use super::anchor;
use crate::figures::View;
use crate::markup::{Element, Name, Node, Tag};
use crate::text::page_text;
use gongkai_i18n::Locale;
use std::collections::BTreeMap;

/// Gives the headings of tables short ids, to which each cell refers: `gongkai-r12`. `part` distinguishes the two parts
/// of a page.
pub(super) fn short_ids(element: &mut Element, part: char) {
    let mut ids = BTreeMap::new();
    each(element, &mut |one| {
        if one.tag == Tag::Th
            && let Some(id) = one.get(Name::Id)
        {
            let next = format!("gongkai-{part}{}", ids.len());
            ids.insert(id.to_owned(), next);
        }
    });
    let short = |id: &str| ids.get(id).cloned().unwrap_or_else(|| id.to_owned());
    each(element, &mut |one| {
        for (name, value) in &mut one.attributes {
            if matches!(name, Name::Id | Name::Headers) {
                let all: Vec<String> = value.split(' ').map(short).collect();
                *value = all.join(" ").into();
            }
        }
    });
}

/// Replaces a view's statutory table by a link to the same table in the report's text.
pub(super) fn link_form(element: &mut Element, locale: Locale) {
    for node in &mut element.inside {
        let Node::Element(child) = node else {
            continue;
        };
        let is_scroll = child.get(Name::Class) == Some("scroll");
        if is_scroll && child.inside.iter().any(is_form) {
            let mut line = Element::new(Tag::P);
            let place = View::Original;
            line.open(Tag::A)
                .set(Name::Href, ["#", &anchor(place)].concat())
                .set(Name::DataView, place.id())
                .text(
                    page_text::FormIn {
                        view: place.name(locale),
                    }
                    .text(locale),
                );
            *child = line;
        } else {
            link_form(child, locale);
        }
    }
}

fn is_form(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.get(Name::DataForm).is_some())
}

fn each(element: &mut Element, use_one: &mut dyn FnMut(&mut Element)) {
    use_one(element);
    for node in &mut element.inside {
        if let Node::Element(child) = node {
            each(child, use_one);
        }
    }
}

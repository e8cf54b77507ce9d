//! What the reader points at and has selected, as attributes of marks and cells.

use super::panel::{Panel, PartKind};
use crate::markup::{Element, Name, Node};
use gongkai_model::text::split;

/// What the reader points at and has selected.
#[derive(Clone, Copy, Default)]
pub struct Highlight<'a> {
    pub current: Option<&'a str>,
    /// One or more cells, separated by spaces.
    pub selected: Option<&'a str>,
    /// The place of the mark that Tab enters at.
    pub entry: usize,
}

impl Highlight<'_> {
    /// The attributes that an element gets beyond its own; one without a value is absent.
    pub fn attributes(&self, element: &Element) -> Vec<(Name, Option<&'static str>)> {
        let Some(key) = element.get(Name::DataKey) else {
            return Vec::new();
        };
        let flag = |is_set: bool| is_set.then_some("");
        let is_selected = covers(self.selected, key);
        let Some(place) = element.get(Name::DataPlace) else {
            return vec![(Name::DataSelected, flag(is_selected))];
        };
        let is_entry = place.parse() == Ok(self.entry);
        let number = if is_entry { "0" } else { "-1" };
        let selected = if is_selected { "true" } else { "false" };
        vec![
            (Name::DataCurrent, flag(self.current == Some(key))),
            (Name::Tabindex, Some(number)),
            (Name::AriaSelected, Some(selected)),
        ]
    }

    /// Adds the attributes to an element and to everything inside.
    fn apply(&self, element: &mut Element) {
        for (name, value) in self.attributes(element) {
            if let Some(value) = value {
                element.set(name, value);
            }
        }
        for node in &mut element.inside {
            if let Node::Element(element) = node {
                self.apply(element);
            }
        }
    }
}

/// Whether a selection is `key`, lies within it, or contains it: a cell lies within its row, and a row
/// within its group.
pub fn covers(selected: Option<&str>, key: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    selected
        .into_iter()
        .flat_map(|cells| split(cells, b' '))
        .any(|cell| within(cell, key) || within(key, cell))
}

/// A mark that the keyboard stops at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabStop {
    pub key: String,
    pub label: String,
}

impl TabStop {
    /// The marks among some elements, in reading order.
    pub fn all<'a>(elements: impl Iterator<Item = &'a Element>) -> Vec<TabStop> {
        // By place. The library's insertion and sort bring the formatting of numbers along.
        let mut stops: Vec<Option<TabStop>> = Vec::new();
        for element in elements {
            element.elements(&mut |element| {
                let place = element.get(Name::DataPlace).and_then(|at| at.parse().ok());
                let (Some(place), Some(key)) = (place, element.get(Name::DataKey)) else {
                    return;
                };
                let stop = TabStop {
                    key: key.to_owned(),
                    label: element.get(Name::AriaLabel).unwrap_or_default().to_owned(),
                };
                if stops.len() <= place {
                    stops.resize(place.saturating_add(1), None);
                }
                if let Some(slot) = stops.get_mut(place) {
                    *slot = Some(stop);
                }
            });
        }
        stops.into_iter().flatten().collect()
    }

    /// The place of the mark that is current, else of the first that is selected.
    pub fn active(
        stops: &[TabStop],
        current: Option<&str>,
        selected: Option<&str>,
    ) -> Option<usize> {
        stops.iter().position(|stop| match current {
            Some(current) => stop.key == current,
            None => covers(selected, &stop.key),
        })
    }
}

/// The details with the label of the active mark.
pub fn detail_line(line: &Element, label: &str) -> Element {
    let mut detail = line.clone();
    detail
        .attributes
        .retain(|(name, _)| *name != Name::DataHint);
    detail.inside.clear();
    detail.text(label.to_owned());
    detail
}

impl Panel {
    /// Highlights what is selected, as the app does.
    pub fn select(&mut self, selected: Option<&str>) {
        let stops = TabStop::all(self.parts.iter().map(|part| &part.element));
        let active = TabStop::active(&stops, None, selected);
        let highlight = Highlight {
            current: None,
            selected,
            entry: active.unwrap_or(0),
        };
        let label = active
            .and_then(|place| stops.get(place))
            .map(|stop| &stop.label);
        for part in &mut self.parts {
            match (part.kind, label) {
                (PartKind::Detail, Some(label)) => part.element = detail_line(&part.element, label),
                (PartKind::Chart | PartKind::Cells, _) => highlight.apply(&mut part.element),
                _ => {}
            }
        }
    }
}

//! The styles of an OpenDocument file: what decides whether text is seen.

use super::{attribute, hexadecimal};
use crate::word::{Color, Look};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

/// The properties that a style sets. `None` leaves a property as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    is_hidden: Option<bool>,
    is_struck: Option<bool>,
    is_aligned: Option<bool>,
    size: Option<u32>,
    color: Option<Option<Color>>,
    background: Option<Option<Color>>,
}

impl Properties {
    /// These properties, and those of `base` where they set none.
    pub fn over(self, base: Properties) -> Properties {
        Properties {
            is_hidden: self.is_hidden.or(base.is_hidden),
            is_struck: self.is_struck.or(base.is_struck),
            is_aligned: self.is_aligned.or(base.is_aligned),
            size: self.size.or(base.size),
            color: self.color.or(base.color),
            background: self.background.or(base.background),
        }
    }

    pub fn look(&self) -> Look {
        Look {
            is_hidden: self.is_hidden == Some(true),
            is_struck: self.is_struck == Some(true),
            is_aligned: self.is_aligned == Some(true),
            raised: 0,
            size: self.size.unwrap_or_default(),
            color: self.color.flatten(),
            background: self.background.flatten(),
        }
    }

    fn set_text(&mut self, element: &BytesStart<'_>) {
        let value = |name: &str| attribute(element, name);
        if let Some(display) = value("display") {
            self.is_hidden = Some(display == "none");
        }
        for name in ["text-line-through-style", "text-line-through-type"] {
            if let Some(line) = value(name) {
                self.is_struck = Some(line != "none");
            }
        }
        if let Some(position) = value("text-position") {
            let by = position.split_whitespace().next().unwrap_or_default();
            self.is_aligned = Some(!matches!(by, "0%" | ""));
        }
        if let Some(size) = value("font-size").as_deref().and_then(half_points) {
            self.size = Some(size);
        }
        if let Some(color) = value("color") {
            self.color = Some(hexadecimal(&color));
        }
        if value("use-window-font-color").as_deref() == Some("true") {
            self.color = Some(None);
        }
        self.set_background(element);
    }

    fn set_background(&mut self, element: &BytesStart<'_>) {
        if let Some(color) = attribute(element, "background-color") {
            self.background = Some(hexadecimal(&color));
        }
    }
}

/// A size in points, in half points.
fn half_points(size: &str) -> Option<u32> {
    let points: f64 = size.strip_suffix("pt")?.trim().parse().ok()?;
    let halves = (points * 2.0).round();
    // A size beyond this is no different from it.
    Some(halves.clamp(1.0, 1000.0) as u32)
}

#[derive(Clone, Debug, Default)]
struct Style {
    parent: Option<String>,
    /// The properties of its text, and of the paragraph or cell itself.
    text: Properties,
    own: Properties,
    /// Whether a sheet with this style is shown.
    is_hidden: bool,
}

/// The kind of a style. Names are unique within a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Family {
    #[default]
    Other,
    Paragraph,
    Text,
    Cell,
    Table,
}

/// The styles of a file by their families and names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<(Family, String), Style>,
    defaults: HashMap<Family, Style>,
    /// The list styles that show a number or sign before each item.
    lists: HashSet<String>,
    known_lists: HashSet<String>,
}

/// A longer chain of styles based on each other is a circle.
const MAX_CHAIN: usize = 50;

fn family(element: &BytesStart<'_>) -> Family {
    match attribute(element, "family").as_deref() {
        Some("paragraph") => Family::Paragraph,
        Some("text") => Family::Text,
        Some("table-cell") => Family::Cell,
        Some("table") => Family::Table,
        _ => Family::Other,
    }
}

/// Where the properties that are read belong to.
enum Current {
    None,
    Named(Family, String),
    Default(Family),
    List(String),
}

impl Styles {
    /// Adds the styles in a part, up to the first error in it.
    pub fn read(&mut self, xml: &str) {
        let mut reader = Reader::from_str(xml);
        let mut current = Current::None;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    if element.local_name().as_ref() == "body" {
                        return;
                    }
                    self.element(&element, &mut current);
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }

    fn element(&mut self, element: &BytesStart<'_>, current: &mut Current) {
        let name = || attribute(element, "name").unwrap_or_default();
        match element.local_name().as_ref() {
            "style" => {
                let key = (family(element), name());
                let style = self.styles.entry(key.clone()).or_default();
                style.parent = attribute(element, "parent-style-name");
                *current = Current::Named(key.0, key.1);
            }
            "default-style" => *current = Current::Default(family(element)),
            "list-style" => {
                self.known_lists.insert(name());
                *current = Current::List(name());
            }
            "list-level-style-number" => {
                let has_number =
                    attribute(element, "num-format").is_some_and(|format| !format.is_empty());
                self.show_list(current, has_number);
            }
            "list-level-style-bullet" | "list-level-style-image" => self.show_list(current, true),
            "page-layout" | "master-page" => *current = Current::None,
            "text-properties" => {
                if let Some(style) = self.style(current) {
                    style.text.set_text(element);
                }
            }
            "paragraph-properties" | "table-cell-properties" => {
                if let Some(style) = self.style(current) {
                    style.own.set_background(element);
                }
            }
            "table-properties" => {
                if let Some(style) = self.style(current) {
                    style.is_hidden = attribute(element, "display").as_deref() == Some("false");
                }
            }
            _ => {}
        }
    }

    fn show_list(&mut self, current: &Current, is_shown: bool) {
        if let (Current::List(name), true) = (current, is_shown) {
            self.lists.insert(name.clone());
        }
    }

    fn style(&mut self, current: &Current) -> Option<&mut Style> {
        match current {
            Current::Named(family, name) => self.styles.get_mut(&(*family, name.clone())),
            Current::Default(family) => Some(self.defaults.entry(*family).or_default()),
            Current::None | Current::List(_) => None,
        }
    }

    fn chain(&self, family: Family, name: &str) -> impl Iterator<Item = &Style> {
        let style = move |name: &str| self.styles.get(&(family, name.to_owned()));
        let parent = move |child: &&Style| style(child.parent.as_deref()?);
        std::iter::successors(style(name), parent).take(MAX_CHAIN)
    }

    /// The properties of the text in a style, with those of the styles that it is based on.
    pub fn text(&self, family: Family, name: &str) -> Properties {
        let chain = self.chain(family, name);
        chain.fold(Properties::default(), |found, style| found.over(style.text))
    }

    /// The properties of text in a paragraph or cell without a style.
    pub fn default_text(&self, family: Family) -> Properties {
        self.defaults
            .get(&family)
            .map(|style| style.text)
            .unwrap_or_default()
    }

    /// The background of a paragraph or cell in a style.
    pub fn background(&self, family: Family, name: &str) -> Option<Color> {
        let mut chain = self.chain(family, name);
        chain.find_map(|style| style.own.background).flatten()
    }

    pub fn hides_table(&self, name: &str) -> bool {
        self.chain(Family::Table, name).any(|style| style.is_hidden)
    }

    /// Whether the items of a list show a number or sign.
    pub fn numbers_list(&self, name: &str) -> bool {
        self.lists.contains(name) || !self.known_lists.contains(name)
    }
}

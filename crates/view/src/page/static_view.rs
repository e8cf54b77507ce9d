//! Converts the widget's elements to static HTML: without controls, keyboard stops and live
//! regions, and with ids that are unique on the page.

use super::anchor;
use crate::figures::View;
use crate::light_theme;
use crate::markup::{Element, Name, Node, Tag};
use gongkai_i18n::Locale;

/// The classes of elements that are useless without a script.
const INTERACTIVE: [&str; 7] = [
    "export",
    "keys",
    "search-bar",
    "retry",
    "said",
    "detail",
    "target",
];

/// Converts the elements of one view.
#[derive(Clone, Copy)]
pub struct StaticView {
    view: View,
    /// Keeps ids unique: each view is drawn twice, and its table is converted separately.
    suffix: &'static str,
    /// Whether the widget will replace the elements.
    is_replaced: bool,
    locale: Locale,
}

impl StaticView {
    pub fn of(view: View, locale: Locale) -> StaticView {
        StaticView {
            view,
            locale,
            suffix: "",
            is_replaced: false,
        }
    }

    /// Reserves the space that the widget's controls will need.
    pub fn replaced(self, is_replaced: bool) -> StaticView {
        StaticView {
            is_replaced,
            ..self
        }
    }

    /// For the narrow drawing of the view.
    pub fn narrow(self) -> StaticView {
        StaticView {
            suffix: "-narrow",
            ..self
        }
    }

    /// For the only drawing of the view, which is the narrow one.
    pub fn single(self) -> StaticView {
        StaticView {
            suffix: "-single",
            ..self
        }
    }

    /// For the table of the view.
    pub fn table(self) -> StaticView {
        StaticView {
            suffix: "-table",
            ..self
        }
    }

    /// Converts an element with all that it contains; `None` if it is useless without a script.
    pub fn element(&self, from: &Element) -> Option<Element> {
        self.converted(from, Within::Page)
    }

    fn converted(&self, from: &Element, within: Within) -> Option<Element> {
        let class = from.get(Name::Class).unwrap_or_default();
        if INTERACTIVE.contains(&class) || matches!(from.tag, Tag::Input | Tag::Label) {
            return None;
        }
        if class == "options" {
            return self.is_replaced.then(reserved);
        }
        let mut to = Element::new(from.tag);
        self.link(from, &mut to);
        let within = within.and(from);
        for (name, value) in &from.attributes {
            if within.implies(*name) {
                continue;
            }
            self.attribute(from, *name, value.as_ref(), &mut to);
        }
        if from.tag == Tag::Svg && class == "figure" {
            to.set(Name::Role, "img");
            // Without a style sheet only the narrow drawing is shown, which fits everywhere.
            if self.suffix.is_empty() {
                to.set(Name::Display, "none");
            }
        }
        paint(from, &mut to);
        for node in &from.inside {
            match node {
                Node::Element(element) => {
                    let Some(element) = self.converted(element, within) else {
                        continue;
                    };
                    if needs_space(&to, &element) {
                        to.text(" ");
                    }
                    to.push(element);
                }
                Node::Text(text) => to.inside.push(Node::Text(text.clone())),
            }
        }
        Some(match to.tag {
            Tag::Table => self.scrollable(to),
            _ => to,
        })
    }

    /// The view that an element links to, unless it is on the same page section.
    fn target(&self, from: &Element) -> Option<View> {
        from.get(Name::DataLeadsTo)
            .and_then(View::from_id)
            .filter(|view| *view != self.view)
    }

    /// Turns a button into a link to its view, or into plain text if it has none.
    fn link(&self, from: &Element, to: &mut Element) {
        let target = self.target(from);
        if acts(from) {
            to.tag = match target {
                Some(_) => Tag::A,
                None => Tag::Span,
            };
        }
        if let Some(view) = target {
            to.set(Name::Href, ["#", &anchor(view)].concat())
                .set(Name::DataView, view.id());
        }
    }

    /// Copies, changes or drops one attribute.
    fn attribute(&self, from: &Element, name: Name, value: &str, to: &mut Element) {
        let class = from.get(Name::Class).unwrap_or_default();
        match name {
            Name::Id | Name::Headers | Name::AriaDescribedby | Name::AriaLabelledby
                if from.get(Name::Role) != Some("tabpanel") =>
            {
                if from.tag != Tag::Svg {
                    to.set(name, self.unique_ids(value));
                }
            }
            Name::Fill => {
                let reference = ["url(#", &self.prefix()].concat();
                to.set(name, value.replace("url(#", &reference));
            }
            // Nothing is animated here, and browsers lay out a position faster than a transform.
            Name::Transform if from.tag == Tag::Text => {
                match translation(value) {
                    Some((x, y)) => to.set(Name::X, x.to_owned()).set(Name::Y, y.to_owned()),
                    None => to.set(Name::Transform, value.to_owned()),
                };
            }
            Name::Role if matches!(value, "listbox" | "option" | "tabpanel" | "link") => {}
            Name::Class if class == "figure" => {
                let class = match self.suffix {
                    "" => "figure wide",
                    "-single" => "figure single",
                    _ => "figure narrow",
                };
                to.set(Name::Class, class);
            }
            Name::AriaLabel if class == "mark" => {}
            Name::Class | Name::AriaLabel if acts(from) && self.target(from).is_none() => {}
            name if needs_script(name) => {}
            name => {
                to.set(name, value.to_owned());
            }
        }
    }

    /// Makes a table that is wider than a phone scrollable, also by keyboard.
    fn scrollable(&self, table: Element) -> Element {
        let mut scroll = Element::new(Tag::Div);
        let caption = table.inside.iter().find_map(|node| match node {
            Node::Element(element) if element.tag == Tag::Caption => Some(element.words()),
            _ => None,
        });
        // Two views may have the same table.
        let label = [
            self.view.name(self.locale),
            " · ",
            &caption.unwrap_or_default(),
        ]
        .concat();
        scroll
            .set(Name::Class, "scroll")
            .set(Name::Role, "region")
            .set(Name::Tabindex, "0")
            .set(Name::AriaLabel, label);
        scroll.push(table);
        scroll
    }

    fn prefix(&self) -> String {
        ["gongkai-", self.view.id(), self.suffix, "-"].concat()
    }

    /// Prefixes each of the ids, which are separated by spaces.
    fn unique_ids(&self, ids: &str) -> String {
        let unique: Vec<String> = ids.split(' ').map(|id| self.prefix() + id).collect();
        unique.join(" ")
    }
}

/// What an element is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Page,
    /// A statutory table. Without a script it is laid out as a table at any width.
    Form,
    /// A drawing, which is one picture to those who hear it.
    Drawing,
}

impl Within {
    fn and(self, element: &Element) -> Within {
        if element.get(Name::DataForm).is_some() {
            Within::Form
        } else if element.tag == Tag::G && self == Within::Page {
            Within::Drawing
        } else {
            self
        }
    }

    /// Whether an attribute says nothing here that is not known.
    fn implies(self, name: Name) -> bool {
        match self {
            Within::Page => false,
            Within::Form => matches!(name, Name::Role | Name::DataColumn),
            Within::Drawing => name == Name::AriaHidden,
        }
    }
}

/// Whether an element answers to a press by a script.
fn acts(element: &Element) -> bool {
    element.tag == Tag::Button || element.get(Name::Role) == Some("link")
}

/// Whether only a script uses the attribute.
fn needs_script(name: Name) -> bool {
    matches!(
        name,
        Name::Id
            | Name::AriaLabelledby
            | Name::AriaControls
            | Name::AriaPosinset
            | Name::AriaSetsize
            | Name::AriaSelected
            | Name::AriaLive
            | Name::AriaPressed
            | Name::Tabindex
            | Name::Type
            | Name::DataKey
            | Name::DataPlace
            | Name::DataLeadsTo
            | Name::DataCell
            | Name::DataAs
            | Name::DataHint
            | Name::DataHit
            | Name::DataChoice
            | Name::DataValue
            | Name::DataView
            | Name::DataRetry
            | Name::DataExport
            | Name::DataSearch
            | Name::DataStep
    )
}

/// The offset of a `translate(x y)` without further transforms.
fn translation(transform: &str) -> Option<(&str, &str)> {
    let offset = transform.strip_prefix("translate(")?.strip_suffix(')')?;
    offset
        .split_once(' ')
        .filter(|(_, y)| !y.contains([' ', '(']))
}

/// Whether only the style sheet separates an element from the one before it. Without a style sheet,
/// two numbers would read as one.
fn needs_space(parent: &Element, next: &Element) -> bool {
    let follows = matches!(parent.inside.last(), Some(Node::Element(_)));
    // The published text is kept as it is, even between two numbers.
    let is_published = next.get(Name::Class) == Some("number");
    follows && !is_published && matches!(next.tag, Tag::A | Tag::Span | Tag::G | Tag::Text)
}

/// Reserves the line of the folded choices, so that nothing below moves when the widget adds them.
fn reserved() -> Element {
    let mut space = Element::new(Tag::Div);
    space
        .set(Name::Class, "options")
        .set(Name::AriaHidden, "true");
    space
        .open(Tag::Div)
        .set(Name::Class, "folded")
        .text("\u{a0}");
    space
}

/// Sets the colours of the light theme, so that a drawing is legible without a style sheet.
fn paint(from: &Element, to: &mut Element) {
    let class = from.get(Name::Class).unwrap_or_default();
    let fill = match (from.get(Name::Part).unwrap_or_default(), class) {
        (_, "hatch-ground") => light_theme::PAPER,
        (_, "hatch-line") => light_theme::ACCENT,
        ("grid", _) => return stroke(light_theme::RULE, to),
        ("axis", _) => return stroke(light_theme::EDGE, to),
        ("bar difference", _) => {
            to.set(Name::Fill, "none");
            return stroke(light_theme::DIFFERENCE, to);
        }
        ("stem", _) if from.tag == Tag::Path => {
            to.set(Name::Fill, "none");
            return stroke(light_theme::EDGE, to);
        }
        ("stem", _) => light_theme::EDGE,
        ("bar muted" | "dot muted", _) => light_theme::MUTED,
        ("bar loss", _) => light_theme::LOSS,
        ("dot from", _) => {
            to.set(Name::Fill, light_theme::PAPER);
            return stroke(light_theme::MUTED, to);
        }
        ("spark", _) => {
            to.set(Name::Fill, "none");
            return stroke(light_theme::ACCENT, to);
        }
        ("square" | "node" | "spark-dot", _) => light_theme::ACCENT,
        ("node muted", _) => light_theme::MUTED,
        ("band muted", _) => light_theme::LINK_MUTED,
        ("band", _) => light_theme::LINK,
        (part, _) if part.starts_with("bar") || part.starts_with("dot") => light_theme::ACCENT,
        _ => return,
    };
    if to.get(Name::Fill).is_none() {
        to.set(Name::Fill, fill);
    }
}

fn stroke(colour: &'static str, to: &mut Element) {
    to.set(Name::Stroke, colour);
}

//! The widget's elements without what answers to a reader: no buttons, no places for the keyboard,
//! no names that two views on one page would share.

use super::anchor;
use crate::figures::View;
use crate::markup::{Element, Name, Node, Tag};
use gongkai_i18n::Locale;

/// Parts that only work with a script, by class.
const LIVELY: [&str; 8] = [
    "export", "keys", "search", "found", "retry", "said", "detail", "target",
];

/// How one view's elements are stilled.
#[derive(Clone, Copy)]
pub struct Still {
    view: View,
    /// Told apart: the same view is drawn twice, and its table stands beside.
    suffix: &'static str,
    /// Whether the widget will stand in its place.
    is_first: bool,
    locale: Locale,
}

impl Still {
    pub fn of(view: View, locale: Locale) -> Still {
        Still {
            view,
            locale,
            suffix: "",
            is_first: false,
        }
    }

    /// Leaves as much space as the widget will need.
    pub fn first(self, is_first: bool) -> Still {
        Still { is_first, ..self }
    }

    pub fn narrow(self) -> Still {
        Still {
            suffix: "-narrow",
            ..self
        }
    }

    pub fn tables(self) -> Still {
        Still {
            suffix: "-table",
            ..self
        }
    }

    /// The element, unless it is of no use without a script.
    pub fn element(&self, from: &Element) -> Option<Element> {
        let class = from.get(Name::Class).unwrap_or_default();
        if LIVELY.contains(&class) || matches!(from.tag, Tag::Input | Tag::Label) {
            return None;
        }
        if class == "controls" {
            return self.is_first.then(|| reserved(from));
        }
        let mut to = Element::new(from.tag);
        // Within a view there is nowhere to go: its figure and its table stand together.
        let leads_to = from
            .get(Name::DataLeadsTo)
            .and_then(View::from_id)
            .filter(|view| *view != self.view);
        if from.tag == Tag::Button {
            to.tag = match leads_to {
                Some(_) => Tag::A,
                None => Tag::Span,
            };
        }
        if let Some(view) = leads_to {
            to.set(Name::Href, ["#", &anchor(view)].concat())
                .set(Name::DataView, view.id());
        }
        let is_drawing = from.tag == Tag::Svg;
        for (name, value) in &from.attributes {
            let value = value.as_ref();
            match name {
                Name::Id | Name::Headers | Name::AriaDescribedby | Name::AriaLabelledby
                    if from.get(Name::Role) != Some("tabpanel") =>
                {
                    if !is_drawing {
                        to.set(*name, self.named(value));
                    }
                }
                Name::Fill => {
                    to.set(
                        *name,
                        value.replace("url(#", &["url(#", &self.prefix()].concat()),
                    );
                }
                // It moves nowhere, and a browser lays a place out faster than a movement.
                Name::Transform if from.tag == Tag::Text => {
                    match translation(value) {
                        Some((x, y)) => to.set(Name::X, x.to_owned()).set(Name::Y, y.to_owned()),
                        None => to.set(Name::Transform, value.to_owned()),
                    };
                }
                Name::Role if matches!(value, "listbox" | "option" | "tabpanel") => {}
                Name::Class if class == "figure" => {
                    let drawn = if self.suffix.is_empty() {
                        "figure wide"
                    } else {
                        "figure narrow"
                    };
                    to.set(Name::Class, drawn);
                }
                Name::AriaLabel if class == "mark" => {}
                Name::Class | Name::AriaLabel if from.tag == Tag::Button && leads_to.is_none() => {}
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
                | Name::DataSearch => {}
                name => {
                    to.set(*name, value.to_owned());
                }
            }
        }
        if is_drawing && class == "figure" {
            to.set(Name::Role, "img");
            // Without a style sheet the drawing that fits everywhere is the only one.
            if self.suffix.is_empty() {
                to.set(Name::Display, "none");
            }
        }
        painted(from, &mut to);
        for node in &from.inside {
            match node {
                Node::Element(element) => {
                    let Some(element) = self.element(element) else {
                        continue;
                    };
                    if is_apart(&to, &element) {
                        to.text(" ");
                    }
                    to.push(element);
                }
                Node::Text(text) => to.inside.push(Node::Text(text.clone())),
            }
        }
        Some(match to.tag {
            Tag::Table => self.scrolled(to),
            _ => to,
        })
    }

    /// A table that is wider than a phone scrolls by itself, by keyboard too.
    fn scrolled(&self, table: Element) -> Element {
        let mut scroll = Element::new(Tag::Div);
        let caption = table.inside.iter().find_map(|node| match node {
            Node::Element(element) if element.tag == Tag::Caption => Some(element.words()),
            _ => None,
        });
        // The same table stands in two views.
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

    /// Ids, one or more.
    fn named(&self, ids: &str) -> String {
        let named: Vec<String> = ids.split(' ').map(|id| self.prefix() + id).collect();
        named.join(" ")
    }
}

/// `translate(x y)` and nothing else.
fn translation(transform: &str) -> Option<(&str, &str)> {
    let place = transform.strip_prefix("translate(")?.strip_suffix(')')?;
    place
        .split_once(' ')
        .filter(|(_, y)| !y.contains([' ', '(']))
}

/// Whether only a style sheet keeps an element apart from the one before it: who reads the page
/// without one would take a number and the next for one number.
fn is_apart(parent: &Element, next: &Element) -> bool {
    let follows = matches!(parent.inside.last(), Some(Node::Element(_)));
    // Text that was published is as it was, however close its numbers stand.
    let is_published = next.get(Name::Class) == Some("number");
    follows && !is_published && matches!(next.tag, Tag::A | Tag::Span | Tag::G | Tag::Text)
}

/// The space of the choices, which the widget will need: so nothing below moves when it comes.
fn reserved(controls: &Element) -> Element {
    let mut space = Element::new(Tag::Div);
    let class = match controls.inside.len() {
        0 | 1 => "controls rows-1",
        2 => "controls rows-2",
        3 => "controls rows-3",
        _ => "controls rows-4",
    };
    space.set(Name::Class, class).set(Name::AriaHidden, "true");
    space
}

/// Colours of a light page, so that a drawing can be read without a style sheet too.
fn painted(from: &Element, to: &mut Element) {
    let class = from.get(Name::Class).unwrap_or_default();
    let fill = match (from.get(Name::Part).unwrap_or_default(), class) {
        (_, "hatch-ground") => "#ffffff",
        (_, "hatch-line") => "#0b57a4",
        ("grid", _) => return line("#d3d9df", to),
        ("axis", _) => return line("#76808b", to),
        ("bar difference", _) => {
            to.set(Name::Fill, "none");
            return line("#a1330d", to);
        }
        ("stem", _) if from.tag == Tag::Path => {
            to.set(Name::Fill, "none");
            return line("#76808b", to);
        }
        ("stem", _) => "#76808b",
        ("bar muted" | "dot muted", _) => "#76828e",
        ("bar loss", _) => "#9a5b00",
        ("dot from", _) => {
            to.set(Name::Fill, "#ffffff");
            return line("#76828e", to);
        }
        ("square" | "node", _) => "#0b57a4",
        ("node muted", _) => "#76828e",
        // What the style sheet lets shine through.
        ("band muted", _) => "#d9dcdf",
        ("band", _) => "#bbd0e6",
        (part, _) if part.starts_with("bar") || part.starts_with("dot") => "#0b57a4",
        _ => return,
    };
    if to.get(Name::Fill).is_none() {
        to.set(Name::Fill, fill);
    }
}

fn line(colour: &'static str, to: &mut Element) {
    to.set(Name::Stroke, colour);
}

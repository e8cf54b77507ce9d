//! The properties of text that decide whether it is seen, from styles and from runs.

use super::vocabulary::{Name, attribute, is_on, name, prefix, value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// A color as red, green and blue.
type Color = [u8; 3];

/// Text of this size, in half points, or smaller is not seen.
const TINY: u32 = 4;

/// From this distance, in half points, a raised or lowered run is separate. Smaller ones only align two
/// fonts.
const MIN_RAISED: u32 = 6;

/// The properties that a style, paragraph or run sets. `None` leaves a property as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    is_hidden: Option<bool>,
    is_struck: Option<bool>,
    is_double_struck: Option<bool>,
    is_tiny: Option<bool>,
    is_aligned: Option<bool>,
    is_raised: Option<bool>,
    /// The color of the text; the inner `None` is the automatic color.
    color: Option<Option<Color>>,
    background: Option<Option<Color>>,
    pub is_numbered: Option<bool>,
}

impl Look {
    /// Sets a property. Others are ignored.
    pub fn set(&mut self, property: Name, element: &BytesStart<'_>) {
        match property {
            Name::Vanish => self.is_hidden = Some(is_on(element)),
            Name::Strike => self.is_struck = Some(is_on(element)),
            Name::DoubleStrike => self.is_double_struck = Some(is_on(element)),
            Name::Size => {
                let size = value(element).and_then(|size| size.trim().parse::<u32>().ok());
                self.is_tiny = size.map(|size| size <= TINY);
            }
            Name::Align => {
                let value = value(element);
                let is_aligned = matches!(value.as_deref(), Some("superscript" | "subscript"));
                self.is_aligned = Some(is_aligned);
            }
            Name::Raised => self.is_raised = Some(is_raised(value(element).as_deref())),
            Name::Color => self.color = Some(color(element)),
            Name::Shading => self.background = Some(fill(element)),
            Name::Highlight => self.background = Some(highlight(element)),
            Name::NumberId => self.is_numbered = Some(value(element).as_deref() != Some("0")),
            _ => {}
        }
    }

    /// These properties, and those of `base` where they set none.
    pub fn over(self, base: Look) -> Look {
        Look {
            is_hidden: self.is_hidden.or(base.is_hidden),
            is_struck: self.is_struck.or(base.is_struck),
            is_double_struck: self.is_double_struck.or(base.is_double_struck),
            is_tiny: self.is_tiny.or(base.is_tiny),
            is_aligned: self.is_aligned.or(base.is_aligned),
            is_raised: self.is_raised.or(base.is_raised),
            color: self.color.or(base.color),
            background: self.background.or(base.background),
            is_numbered: self.is_numbered.or(base.is_numbered),
        }
    }

    /// Whether nobody sees the text, or sees it struck out.
    pub fn is_unseen(&self) -> bool {
        let properties = [
            self.is_hidden,
            self.is_struck,
            self.is_double_struck,
            self.is_tiny,
        ];
        properties.contains(&Some(true)) || self.has_color_of_background()
    }

    fn has_color_of_background(&self) -> bool {
        let Some(Some(color)) = self.color else {
            return false;
        };
        let background = self.background.flatten().unwrap_or([255; 3]);
        let mut differences = color.iter().zip(background);
        // A difference that small is not seen either.
        differences.all(|(one, other)| one.abs_diff(other) < 16)
    }

    /// Raised or lowered, like a footnote sign, which is not a digit of the number before it.
    pub fn is_separated(&self) -> bool {
        self.is_aligned == Some(true) || self.is_raised == Some(true)
    }

    pub fn has_background(&self) -> bool {
        self.background.flatten().is_some()
    }

    /// The same without a color.
    pub fn without_color(self) -> Look {
        Look {
            color: None,
            ..self
        }
    }
}

fn is_raised(position: Option<&str>) -> bool {
    let by = position.and_then(|position| position.trim().parse::<i32>().ok());
    by.is_some_and(|by| by.unsigned_abs() >= MIN_RAISED)
}

fn color(element: &BytesStart<'_>) -> Option<Color> {
    let theme = attribute(element, "themeColor");
    let is_shaded = attribute(element, "themeShade").is_some();
    if matches!(theme.as_deref(), Some("background1" | "light1")) && !is_shaded {
        return Some([255; 3]);
    }
    hexadecimal(&value(element)?)
}

fn fill(element: &BytesStart<'_>) -> Option<Color> {
    // A solid pattern covers the fill with its own color.
    if value(element).as_deref() == Some("solid") {
        return attribute(element, "color").and_then(|color| hexadecimal(&color));
    }
    hexadecimal(&attribute(element, "fill")?)
}

fn highlight(element: &BytesStart<'_>) -> Option<Color> {
    match value(element)?.as_str() {
        "none" => None,
        "black" => Some([0; 3]),
        "white" => Some([255; 3]),
        "red" => Some([255, 0, 0]),
        "yellow" => Some([255, 255, 0]),
        "blue" => Some([0, 0, 255]),
        "green" => Some([0, 255, 0]),
        _ => Some([128; 3]),
    }
}

fn hexadecimal(color: &str) -> Option<Color> {
    let color = color.trim();
    let color = (color.len() == 6).then(|| u32::from_str_radix(color, 16).ok())??;
    let [_, red, green, blue] = color.to_be_bytes();
    Some([red, green, blue])
}

/// A style as it is written.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    look: Look,
    /// Whether it gives a part of its tables a background.
    has_background: bool,
}

/// The styles of a Word file by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

/// A longer chain of styles based on each other is a circle.
const MAX_CHAIN: usize = 50;

impl Styles {
    /// Reads the styles part up to the first error in it.
    pub fn read(xml: &str) -> Styles {
        let mut reader = Reader::from_str(xml);
        let mut styles = Styles::default();
        let mut word = None;
        let mut current: Option<(String, Style)> = None;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    if word.is_none() {
                        word = prefix(&element);
                    }
                    let word = word.as_deref().unwrap_or("w");
                    let name = name(element.name().as_ref(), word);
                    if name == Name::Style {
                        styles.add(current.take());
                        let id = attribute(&element, "styleId").unwrap_or_default();
                        let is_default = attribute(&element, "default").as_deref() == Some("1");
                        let kind = attribute(&element, "type");
                        if is_default && kind.as_deref() == Some("paragraph") {
                            styles.default = Some(id.clone());
                        }
                        current = Some((id, Style::default()));
                    } else if let Some((_, style)) = &mut current {
                        style.set(name, &element);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        styles.add(current);
        styles
    }

    fn add(&mut self, style: Option<(String, Style)>) {
        if let Some((id, style)) = style {
            self.styles.insert(id, style);
        }
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.styles.get(id);
        let based_on = |style: &&Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(first, based_on).take(MAX_CHAIN)
    }

    /// The properties of a style, with those of the styles that it is based on.
    pub fn look(&self, id: &str) -> Look {
        let chain = self.chain(id);
        chain.fold(Look::default(), |look, style| look.over(style.look))
    }

    /// The properties of paragraphs without a style.
    pub fn default_look(&self) -> Look {
        let default = self.default.as_deref();
        default.map(|id| self.look(id)).unwrap_or_default()
    }

    /// Whether a style of tables gives cells a background.
    pub fn has_background(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.has_background)
    }
}

impl Style {
    fn set(&mut self, property: Name, element: &BytesStart<'_>) {
        if property == Name::BasedOn {
            self.based_on = value(element);
        }
        self.look.set(property, element);
        self.has_background |= self.look.has_background();
    }
}

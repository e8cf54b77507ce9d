//! The formats of cells: number format, font and background.

use super::shared_strings::set_font;
use crate::docx::attribute;
use crate::sheet::NumberFormat;
use crate::word::{Color, Look};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

#[derive(Clone, Debug, Default)]
pub(super) struct Format {
    pub number: NumberFormat,
    pub look: Look,
    pub background: Option<Color>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<Format>,
    codes: HashMap<u16, String>,
    fonts: Vec<Look>,
    fills: Vec<Option<Color>>,
    counts_from_1904: bool,
}

/// Neither dark nor white text has this color.
const GREY: Color = [128; 3];

/// The part of the styles that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Fonts,
    Fills,
    CellFormats,
    Other,
}

impl Styles {
    /// Reads the styles up to the first error in them.
    pub fn read(xml: &str, counts_from_1904: bool) -> Styles {
        let mut reader = Reader::from_str(xml);
        let mut styles = Styles {
            counts_from_1904,
            ..Styles::default()
        };
        let mut part = Part::Other;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    styles.element(&element, &mut part);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    fn element(&mut self, element: &BytesStart<'_>, part: &mut Part) {
        let number = |name: &str| {
            let value = attribute(element, name)?;
            value.trim().parse::<u16>().ok()
        };
        match (*part, element.local_name().as_ref()) {
            (_, "fonts") => *part = Part::Fonts,
            (_, "fills") => *part = Part::Fills,
            (_, "cellXfs") => *part = Part::CellFormats,
            (_, "cellStyleXfs" | "borders" | "dxfs" | "cellStyles" | "colors") => {
                *part = Part::Other
            }
            (_, "numFmt") => {
                if let (Some(id), Some(code)) =
                    (number("numFmtId"), attribute(element, "formatCode"))
                {
                    self.codes.insert(id, unescaped(&code));
                }
            }
            (Part::Fonts, "font") => self.fonts.push(Look::default()),
            (Part::Fonts, _) => {
                if let Some(font) = self.fonts.last_mut() {
                    set_font(font, element);
                }
            }
            (Part::Fills, "fill") => self.fills.push(None),
            (Part::Fills, "patternFill") => {
                let pattern = attribute(element, "patternType");
                let is_pattern = !matches!(pattern.as_deref(), None | Some("none"));
                if let Some(fill) = self.fills.last_mut() {
                    *fill = is_pattern.then_some(GREY);
                }
            }
            (Part::Fills, "gradientFill") => {
                if let Some(fill) = self.fills.last_mut() {
                    *fill = Some(GREY);
                }
            }
            // The foreground of a solid pattern is the color of the cell.
            (Part::Fills, "fgColor") => {
                if let Some(Some(fill)) = self.fills.last_mut() {
                    *fill = color(element).unwrap_or(GREY);
                }
            }
            (Part::CellFormats, "xf") => {
                let index = |name: &str| number(name).map(usize::from).unwrap_or_default();
                let mut format = Format {
                    number: self.number_format(number("numFmtId").unwrap_or_default()),
                    look: self.fonts.get(index("fontId")).copied().unwrap_or_default(),
                    background: self.fills.get(index("fillId")).copied().flatten(),
                };
                format.number.counts_from_1904 = self.counts_from_1904;
                self.formats.push(format);
            }
            _ => {}
        }
    }

    fn number_format(&self, id: u16) -> NumberFormat {
        let own = self.codes.get(&id).map(|code| NumberFormat::new(code));
        own.or_else(|| NumberFormat::built_in(id))
            .unwrap_or_else(NumberFormat::unknown)
    }

    pub fn get(&self, index: usize) -> Format {
        self.formats.get(index).cloned().unwrap_or_else(|| Format {
            number: NumberFormat::new("General"),
            ..Format::default()
        })
    }
}

/// Resolves the entities in an attribute.
fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |value| value.into_owned())
}

/// The color that an element states. `None` for the automatic color.
pub(super) fn color(element: &BytesStart<'_>) -> Option<Color> {
    let value = |name: &str| attribute(element, name);
    if let Some(rgb) = value("rgb") {
        let digits = rgb.get(rgb.len().saturating_sub(6)..)?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        return Some([red, green, blue]);
    }
    let tint: f64 = value("tint")
        .and_then(|tint| tint.parse().ok())
        .unwrap_or_default();
    if let Some(theme) = value("theme") {
        // The first two colors of a theme are those of the paper and of the text.
        return match theme.as_str() {
            "0" if tint > -0.1 => Some([255; 3]),
            "1" if tint < 0.1 => Some([0; 3]),
            _ => Some(GREY),
        };
    }
    match value("indexed")?.as_str() {
        "0" | "8" => Some([0; 3]),
        "1" | "9" => Some([255; 3]),
        "64" | "65" => None,
        _ => Some(GREY),
    }
}

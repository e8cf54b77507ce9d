//! Fonts: from the bytes of a string to characters and their widths.
//!
//! A font whose codes share the name of a digit while other digits have none was named wrongly by
//! the program that wrote it: which digit such a code draws cannot be known, so it has no name here.

use super::cmap::{CMap, code};
use super::glyph_widths::GlyphWidths;
use super::predefined_cmap::PredefinedCMap;
use super::radicals::character_of;
use super::simple_font;
use lopdf::{Dictionary, Document, Object};
use std::collections::{BTreeMap, BTreeSet};

/// The most bytes that a CMap is unpacked to.
const MAP: usize = 8 << 20;

/// A code of a string.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code {
    /// `None` if the file does not name the character.
    pub(super) text: Option<String>,
    /// The advance width at a font size of 1.
    pub(super) width: f64,
    /// Whether word spacing applies (9.3.3).
    pub(super) is_space: bool,
}

/// How a string is split into codes.
#[derive(Debug)]
enum Codes {
    /// Codes of one byte, each with its character.
    Simple(Vec<Option<String>>),
    /// Codes of two bytes, which are CIDs.
    Identity,
    Named(PredefinedCMap),
    Embedded(CMap),
}

#[derive(Debug)]
pub(super) struct Font {
    pub(super) name: String,
    codes: Codes,
    unicode: Option<CMap>,
    widths: GlyphWidths,
    pub(super) is_vertical: bool,
    /// Digits whose name several codes share.
    doubtful: Vec<char>,
}

impl Font {
    pub(super) fn read(file: &Document, font: &Dictionary) -> Font {
        let mut font = Font::of_dictionary(file, font);
        font.doubtful = font.shared_digits();
        font
    }

    fn of_dictionary(file: &Document, font: &Dictionary) -> Font {
        let stream = |dictionary: &Dictionary, key: &[u8]| {
            let stream = dictionary.get_deref(key, file).and_then(Object::as_stream);
            let bytes = stream.and_then(|stream| stream.get_plain_content_with_limit(MAP));
            bytes.ok().map(CMap::read)
        };
        let unicode = stream(font, b"ToUnicode");
        let name = font.get_deref(b"BaseFont", file).and_then(Object::as_name);
        let name = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
        let kind = font.get_deref(b"Subtype", file).and_then(Object::as_name);
        if !matches!(kind, Ok(b"Type0")) {
            return Font {
                name,
                codes: Codes::Simple(simple_font::characters(file, font)),
                unicode,
                widths: GlyphWidths::simple(file, font),
                is_vertical: false,
                doubtful: Vec::new(),
            };
        }
        let encoding = font.get_deref(b"Encoding", file).and_then(Object::as_name);
        let encoding = encoding.map(|name| String::from_utf8_lossy(name).into_owned());
        let (codes, is_vertical) = match encoding {
            Ok(name) => {
                let codes = PredefinedCMap::named(&name).map_or(Codes::Identity, Codes::Named);
                (codes, name.ends_with("-V"))
            }
            Err(_) => match stream(font, b"Encoding") {
                Some(map) => {
                    let is_vertical = map.vertical;
                    (Codes::Embedded(map), is_vertical)
                }
                None => (Codes::Identity, false),
            },
        };
        Font {
            name,
            codes,
            unicode,
            widths: GlyphWidths::composite(file, font),
            is_vertical,
            doubtful: Vec::new(),
        }
    }

    /// The digits that several codes are named, if the codes of other digits must be among them.
    fn shared_digits(&self) -> Vec<char> {
        let mut codes: BTreeMap<char, BTreeSet<u32>> = BTreeMap::new();
        for (code, digit) in self.unicode.iter().flat_map(CMap::digits) {
            codes.entry(digit).or_default().insert(code);
        }
        if let Codes::Simple(characters) = &self.codes {
            let named = (0..).zip(characters).filter_map(|(code, own)| {
                let is_renamed = self.unicode.as_ref().is_some_and(|map| map.names(code));
                let digit = own.as_deref().filter(|_| !is_renamed)?.chars().next()?;
                digit.is_ascii_digit().then_some((code, digit))
            });
            for (code, digit) in named {
                codes.entry(digit).or_default().insert(code);
            }
        }
        let is_complete = ('0'..='9').all(|digit| codes.contains_key(&digit));
        let shared = codes.into_iter().filter(|(_, codes)| codes.len() > 1);
        let shared = shared.map(|(digit, _)| digit);
        shared.filter(|_| !is_complete).collect()
    }

    /// Whether some of its digits cannot be told apart.
    pub(super) fn is_doubtful(&self) -> bool {
        !self.doubtful.is_empty()
    }

    /// Splits a string into codes, one by one: a string may have millions.
    pub(super) fn codes(&self, bytes: &[u8]) -> impl Iterator<Item = Code> {
        let mut rest = bytes;
        std::iter::from_fn(move || {
            let length = match &self.codes {
                _ if rest.is_empty() => return None,
                Codes::Simple(_) => 1,
                Codes::Identity => 2,
                Codes::Named(cmap) => cmap.length(rest),
                Codes::Embedded(map) => map.next_code(rest, 2).1,
            };
            let (first, after) = rest.split_at(length.clamp(1, rest.len()));
            rest = after;
            Some(self.code(first))
        })
    }

    fn code(&self, bytes: &[u8]) -> Code {
        let number = code(bytes);
        let own = match &self.codes {
            Codes::Simple(characters) => {
                let at = usize::try_from(number).unwrap_or(usize::MAX);
                characters.get(at).cloned().flatten()
            }
            Codes::Named(cmap) => cmap.text(bytes),
            Codes::Identity | Codes::Embedded(_) => None,
        };
        let mapped = self.unicode.as_ref().and_then(|map| map.text(number));
        let text = mapped.filter(|text| is_name(text)).or(own);
        let width = match &self.codes {
            Codes::Simple(_) | Codes::Identity => self.widths.of(number),
            Codes::Embedded(map) => self.widths.of(map.cid(number).unwrap_or(number)),
            Codes::Named(cmap) => {
                let sign = text.as_deref().and_then(|text| text.chars().next());
                let glyph = sign.and_then(|sign| cmap.cid(sign));
                match glyph {
                    Some(glyph) => self.widths.listed(glyph).unwrap_or(0.5),
                    None => self.widths.default_width(),
                }
            }
        };
        let text = text.filter(|text| !text.contains(self.doubtful.as_slice()));
        Code {
            text: text.map(|text| text.chars().map(character_of).collect()),
            width,
            is_space: matches!(bytes, [b' ']),
        }
    }
}

/// Whether the text names a character: some programs give all glyphs that they do not know the same
/// placeholder.
fn is_name(text: &str) -> bool {
    let is_none = |sign: char| matches!(sign, '\0' | '\u{fffd}' | '\u{ffff}');
    !text.is_empty() && !text.contains(is_none)
}

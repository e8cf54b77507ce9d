//! Fonts: from the bytes of a string to characters and their widths.

use super::charset::Charset;
use super::cmap::{CMap, code};
use super::radicals::meant;
use super::simple;
use super::widths::Widths;
use lopdf::{Dictionary, Document, Object};

/// What a CMap unpacks to at most.
const MAP: usize = 8 << 20;

/// One code of a string.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code {
    /// `None` where the file does not say which character it is.
    pub(super) text: Option<String>,
    /// For a size of 1.
    pub(super) width: f64,
    /// Whether the space between words counts (9.3.3).
    pub(super) is_space: bool,
}

/// How a string is cut into codes.
#[derive(Debug)]
enum Codes {
    /// One byte each, with its character.
    Simple(Vec<Option<String>>),
    /// Two bytes each, the numbers of glyphs.
    Identity,
    Named(Charset),
    Embedded(CMap),
}

#[derive(Debug)]
pub(super) struct Font {
    pub(super) name: String,
    codes: Codes,
    unicode: Option<CMap>,
    widths: Widths,
    pub(super) is_vertical: bool,
}

impl Font {
    pub(super) fn read(file: &Document, font: &Dictionary) -> Font {
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
                codes: Codes::Simple(simple::characters(file, font)),
                unicode,
                widths: Widths::simple(file, font),
                is_vertical: false,
            };
        }
        let encoding = font.get_deref(b"Encoding", file).and_then(Object::as_name);
        let encoding = encoding.map(|name| String::from_utf8_lossy(name).into_owned());
        let (codes, is_vertical) = match encoding {
            Ok(name) => {
                let codes = Charset::named(&name).map_or(Codes::Identity, Codes::Named);
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
            widths: Widths::composite(file, font),
            is_vertical,
        }
    }

    pub(super) fn codes(&self, mut bytes: &[u8]) -> Vec<Code> {
        let mut codes = Vec::with_capacity(bytes.len() / 2);
        while !bytes.is_empty() {
            let length = match &self.codes {
                Codes::Simple(_) => 1,
                Codes::Identity => 2,
                Codes::Named(charset) => charset.length(bytes),
                Codes::Embedded(map) => map.cut(bytes, 2).1,
            };
            let (first, rest) = bytes.split_at(length.clamp(1, bytes.len()));
            codes.push(self.code(first));
            bytes = rest;
        }
        codes
    }

    fn code(&self, bytes: &[u8]) -> Code {
        let number = code(bytes);
        let own = match &self.codes {
            Codes::Simple(characters) => {
                let at = usize::try_from(number).unwrap_or(usize::MAX);
                characters.get(at).cloned().flatten()
            }
            Codes::Named(charset) => charset.text(bytes),
            Codes::Identity | Codes::Embedded(_) => None,
        };
        let told = self.unicode.as_ref().and_then(|map| map.text(number));
        let text = told.filter(|text| is_told(text)).or(own);
        let width = match &self.codes {
            Codes::Simple(_) | Codes::Identity => self.widths.of(number),
            Codes::Embedded(map) => self.widths.of(map.number(number).unwrap_or(number)),
            Codes::Named(charset) => {
                let sign = text.as_deref().and_then(|text| text.chars().next());
                let glyph = sign.and_then(|sign| charset.number(sign));
                match glyph {
                    Some(glyph) => self.widths.stated(glyph).unwrap_or(0.5),
                    None => self.widths.usual(),
                }
            }
        };
        Code {
            text: text.map(|text| text.chars().map(meant).collect()),
            width,
            is_space: matches!(bytes, [b' ']),
        }
    }
}

/// Some programs give every glyph that they do not know the same sign.
fn is_told(text: &str) -> bool {
    let is_none = |sign: char| matches!(sign, '\0' | '\u{fffd}' | '\u{ffff}');
    !text.is_empty() && !text.contains(is_none)
}

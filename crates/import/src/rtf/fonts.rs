//! The tables of fonts and colors, and the encoding of text.

use crate::word::Color;
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1252};
use std::collections::HashMap;

/// The font whose letters are drawings.
const SYMBOLS: i32 = 2;

/// The most fonts and colors that are kept.
const MOST: usize = 10_000;

#[derive(Debug, Default)]
pub(super) struct Fonts {
    /// The character set of each font.
    sets: HashMap<i32, i32>,
    current: Option<i32>,
    pub colors: Colors,
}

/// The colors by their numbers. The first is usually the automatic one.
#[derive(Debug, Default)]
pub(super) struct Colors {
    colors: Vec<Option<Color>>,
    current: Option<Color>,
}

impl Colors {
    pub fn component(&mut self, at: usize, value: i32) {
        let color = self.current.get_or_insert([0; 3]);
        if let Some(part) = color.get_mut(at) {
            *part = u8::try_from(value.clamp(0, 255)).unwrap_or_default();
        }
    }

    /// Ends a color. One without components is the automatic one.
    pub fn end(&mut self) {
        let color = self.current.take();
        if self.colors.len() < MOST {
            self.colors.push(color);
        }
    }

    pub fn get(&self, number: i32) -> Option<Color> {
        let at = usize::try_from(number).ok()?;
        self.colors.get(at).copied().flatten()
    }
}

impl Fonts {
    pub fn start(&mut self, font: i32) {
        self.current = Some(font);
    }

    pub fn set(&mut self, set: i32) {
        if let Some(font) = self.current.filter(|_| self.sets.len() < MOST) {
            self.sets.insert(font, set);
        }
    }

    pub fn is_symbols(&self, font: i32) -> bool {
        self.sets.get(&font) == Some(&SYMBOLS)
    }

    /// Decodes text in a font. `default` is the encoding of the file.
    pub fn decode(&self, bytes: &[u8], font: i32, default: &'static Encoding) -> String {
        let of_font = self.sets.get(&font).and_then(|set| match set {
            128 => Some(SHIFT_JIS),
            129 => Some(EUC_KR),
            134 => Some(GBK),
            136 => Some(BIG5),
            _ => None,
        });
        let encoding = of_font.unwrap_or(default);
        let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
        if has_errors && of_font.is_none() && encoding != WINDOWS_1252 {
            // Signs of a Western font in a Chinese file.
            return WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned();
        }
        text.into_owned()
    }
}

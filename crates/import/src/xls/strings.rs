//! The texts of cells, some of which are spread over several records.

use crate::ole::LittleEndian;

/// A text, with the fonts of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub text: String,
    /// From which character on a font holds, and its number.
    pub fonts: Vec<(usize, usize)>,
}

#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    strings: Vec<Text>,
}

impl SharedStrings {
    /// Reads the texts in a record and those that continue it. `None` if they are cut off.
    pub fn read(parts: &[&[u8]]) -> Option<SharedStrings> {
        let Some((first, _)) = parts.split_first() else {
            return Some(SharedStrings::default());
        };
        let count = first.size_at(4)?;
        let mut reader = Parts {
            parts,
            part: 0,
            at: 8,
        };
        let mut strings = Vec::new();
        for _ in 0..count {
            strings.push(reader.text()?);
        }
        Some(SharedStrings { strings })
    }

    pub fn get(&self, index: usize) -> Option<&Text> {
        self.strings.get(index)
    }
}

/// A text in a record of its own, whose length comes first.
pub(super) fn text(data: &[u8]) -> Option<Text> {
    let mut reader = Parts {
        parts: &[data],
        part: 0,
        at: 0,
    };
    reader.text()
}

/// A position in records that continue each other.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

const HAS_TWO_BYTES: u8 = 1;
const HAS_PHONETICS: u8 = 4;
const HAS_FONTS: u8 = 8;

impl Parts<'_> {
    /// The bytes that are left of the current record.
    fn left(&self) -> &[u8] {
        let part = self.parts.get(self.part).copied().unwrap_or_default();
        part.get(self.at..).unwrap_or_default()
    }

    /// Goes on to the next record if this one is read. Returns whether it did.
    fn advance(&mut self) -> bool {
        let mut has_advanced = false;
        while self.left().is_empty() && self.part < self.parts.len() {
            self.part += 1;
            self.at = 0;
            has_advanced = true;
        }
        has_advanced
    }

    fn u8(&mut self) -> Option<u8> {
        self.advance();
        let byte = self.left().u8_at(0)?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            self.advance();
            let step = self.left().len().min(length);
            if step == 0 {
                return None;
            }
            self.at += step;
            length -= step;
        }
        Some(())
    }

    fn text(&mut self) -> Option<Text> {
        let length = usize::from(self.u16()?);
        let flags = self.u8()?;
        let fonts = if flags & HAS_FONTS == 0 {
            0
        } else {
            self.u16()?
        };
        let phonetics = if flags & HAS_PHONETICS == 0 {
            0
        } else {
            let (low, high) = (self.u16()?, self.u16()?);
            usize::try_from(u32::from(low) | u32::from(high) << 16).ok()?
        };
        let mut units = Vec::with_capacity(length.min(1 << 15));
        let mut has_two_bytes = flags & HAS_TWO_BYTES != 0;
        while units.len() < length {
            // A record that continues a text states anew how many bytes a character has.
            if self.advance() {
                has_two_bytes = self.u8()? & HAS_TWO_BYTES != 0;
            }
            units.push(if has_two_bytes {
                self.u16()?
            } else {
                u16::from(self.u8()?)
            });
        }
        let mut text = Text {
            text: String::from_utf16_lossy(&units),
            fonts: Vec::new(),
        };
        for _ in 0..fonts {
            let (from, font) = (self.u16()?, self.u16()?);
            text.fonts.push((usize::from(from), usize::from(font)));
        }
        self.skip(phonetics)?;
        Some(text)
    }
}

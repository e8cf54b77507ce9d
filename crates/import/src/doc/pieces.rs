//! The piece table: where the text is, in pieces of the main stream ([MS-DOC] 2.8.35 and 2.9.38).

use crate::ImportError;
use crate::ole::{LittleEndian, damaged};

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// The number of its first character in the text, and of the first after it.
    pub from: usize,
    pub to: usize,
    /// Its position in the main stream, in bytes.
    pub at: usize,
    /// Whether its characters have one byte each.
    pub is_compressed: bool,
    /// Changes of its properties, which files have that were saved in a hurry.
    pub changes: Changes<'a>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Changes<'a> {
    None,
    /// The old number of a property, and its value.
    One(u8, u8),
    Several(&'a [u8]),
}

impl Piece<'_> {
    pub fn width(&self) -> usize {
        if self.is_compressed { 1 } else { 2 }
    }
}

/// Reads the piece table in `table`.
pub(super) fn read(table: &[u8]) -> Result<Vec<Piece<'_>>, ImportError> {
    pieces(table).ok_or_else(|| damaged("WordDocument"))
}

fn pieces(table: &[u8]) -> Option<Vec<Piece<'_>>> {
    let mut changes: Vec<&[u8]> = Vec::new();
    let mut at = 0_usize;
    while table.u8_at(at)? == 1 {
        let length = usize::from(table.u16_at(at + 1)?);
        changes.push(table.part(at + 3, length)?);
        at += 3 + length;
    }
    if table.u8_at(at)? != 2 {
        return None;
    }
    let list = table.part(at + 5, table.size_at(at + 1)?)?;
    let count = list.len().checked_sub(4)? / 12;
    let first = (count + 1) * 4;
    let mut pieces = Vec::with_capacity(count);
    for index in 0..count {
        let (from, to) = (list.size_at(index * 4)?, list.size_at(index * 4 + 4)?);
        let position = list.u32_at(first + index * 8 + 2)?;
        let change = list.u16_at(first + index * 8 + 6)?;
        let is_compressed = position & 0x4000_0000 != 0;
        let position = usize::try_from(position & 0x3fff_ffff).ok()?;
        let [low, high] = change.to_le_bytes();
        pieces.push(Piece {
            from,
            to,
            at: if is_compressed {
                position / 2
            } else {
                position
            },
            is_compressed,
            changes: if change == 0 {
                Changes::None
            } else if change & 1 == 0 {
                Changes::One(low >> 1, high)
            } else {
                let several = changes.get(usize::from(change >> 1));
                several.map_or(Changes::None, |changes| Changes::Several(changes))
            },
        });
    }
    Some(pieces)
}

/// The character of a byte of a compressed piece, which is in Windows code page 1252.
pub(super) fn compressed(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let special = byte.checked_sub(0x80);
    let special = special.and_then(|at| FROM_80.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

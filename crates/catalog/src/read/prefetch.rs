//! Columns that are read while the rest of a catalogue is still on its way.

use super::columns::{Read, measure};
use crate::pull::Pull;
use std::collections::BTreeMap;

/// How a measure begins where a column is a line, as `gongkai catalog` writes it.
const BEGINNING: &[u8] = b"{\"id\":";

/// What is already read of a catalogue that comes in parts.
///
/// It knows lines, not where in the file they stand: a line that reads as a measure is kept with its
/// place in the text, and [`Catalog::read_after`](crate::Catalog::read_after) takes it where
/// a measure is due just there. Anything else, and any error, is left to the reading of the whole.
#[derive(Default)]
pub struct Ahead {
    /// The line whose end has not come.
    line: Vec<u8>,
    /// Where it begins in the text.
    start: usize,
    /// By the byte at which each begins: the measure, and the byte behind it.
    read: BTreeMap<usize, (Read, usize)>,
}

impl Ahead {
    /// Takes the next part of the text's bytes, cut anywhere.
    pub fn push(&mut self, part: &[u8]) {
        for piece in part.split_inclusive(|byte| *byte == b'\n') {
            let is_whole = piece.ends_with(b"\n");
            match is_whole && self.line.is_empty() {
                true => self.line_read(piece),
                false => {
                    self.line.extend_from_slice(piece);
                    if !is_whole {
                        continue;
                    }
                    let line = std::mem::take(&mut self.line);
                    self.line_read(&line);
                }
            }
        }
    }

    fn line_read(&mut self, line: &[u8]) {
        let start = self.start;
        self.start = start.saturating_add(line.len());
        if !line.starts_with(BEGINNING) {
            return;
        }
        let Ok(text) = std::str::from_utf8(line) else {
            return;
        };
        let mut pull = Pull::new(text);
        if let Ok(mut read) = measure(&mut pull) {
            read.values_at = read.values_at.saturating_add(start);
            let end = start.saturating_add(pull.at());
            self.read.insert(start, (read, end));
        }
    }

    /// The measure that begins at this byte and the byte behind it, if it is read already.
    pub(super) fn take(&mut self, start: usize) -> Option<(Read, usize)> {
        self.read.remove(&start)
    }
}

//! Columns that are read while the rest of the catalogue is still being downloaded.

use super::columns::{MeasureData, read_measure};
use crate::pull::Pull;
use std::collections::BTreeMap;

/// The start of a line that holds a measure, as `gongkai catalog` writes it.
const MEASURE_START: &[u8] = b"{\"id\":";

/// The columns read so far of a catalogue that arrives in parts.
///
/// It sees lines without their context. A line that can be read as a measure is kept with its offset in
/// the text, and [`Catalog::read_prefetched`](crate::Catalog::read_prefetched) uses it if a measure is
/// expected at that offset. Anything else, and any error, is left to the reading of the whole text.
#[derive(Default)]
pub struct Prefetched {
    /// The line that has not ended yet.
    line: Vec<u8>,
    /// The offset of that line in the text.
    start: usize,
    /// By offset, each measure with the offset of its end.
    read: BTreeMap<usize, (MeasureData, usize)>,
}

impl Prefetched {
    /// Takes the next part of the text, which may end anywhere.
    pub fn push(&mut self, part: &[u8]) {
        for piece in part.split_inclusive(|byte| *byte == b'\n') {
            let is_end = piece.ends_with(b"\n");
            if is_end && self.line.is_empty() {
                self.read_line(piece);
                continue;
            }
            self.line.extend_from_slice(piece);
            if is_end {
                let line = std::mem::take(&mut self.line);
                self.read_line(&line);
            }
        }
    }

    fn read_line(&mut self, line: &[u8]) {
        let start = self.start;
        self.start = start.saturating_add(line.len());
        if !line.starts_with(MEASURE_START) {
            return;
        }
        let Ok(text) = std::str::from_utf8(line) else {
            return;
        };
        let mut pull = Pull::new(text);
        if let Ok(mut read) = read_measure(&mut pull) {
            read.values_at = read.values_at.saturating_add(start);
            let end = start.saturating_add(pull.at());
            self.read.insert(start, (read, end));
        }
    }

    /// Returns the measure that begins at the offset and the offset of its end, if it has been read.
    pub(super) fn take(&mut self, start: usize) -> Option<(MeasureData, usize)> {
        self.read.remove(&start)
    }
}

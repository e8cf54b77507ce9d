//! Which properties the characters and paragraphs at a position have: pages of 512 bytes, listed in a
//! table ([MS-DOC] 2.9.33 and 2.9.172).

use crate::ole::LittleEndian;

const PAGE: usize = 512;
/// Bytes of an entry for a paragraph: the position of its properties, and its height.
const PARAGRAPH_ENTRY: usize = 13;

/// A range of the main stream with the same properties.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range<'a> {
    pub from: usize,
    pub to: usize,
    /// For a paragraph the number of its style comes first.
    pub properties: &'a [u8],
}

/// The ranges of a file, sorted.
#[derive(Debug, Default)]
pub(super) struct Ranges<'a> {
    ranges: Vec<Range<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Characters,
    Paragraphs,
}

impl<'a> Ranges<'a> {
    /// Reads the pages that `table` lists. Damaged ones are passed over.
    pub fn read(stream: &'a [u8], table: &[u8], kind: Kind) -> Ranges<'a> {
        let count = table.len().saturating_sub(4) / 8;
        let mut ranges = Vec::new();
        // More pages than the stream has are repeated.
        for index in 0..count.min(stream.len() / PAGE) {
            let number = table.u32_at((count + 1) * 4 + index * 4);
            let number = number.and_then(|number| usize::try_from(number & 0x3f_ffff).ok());
            let page = number.and_then(|number| stream.part(number.checked_mul(PAGE)?, PAGE));
            if let Some(page) = page {
                add(page, kind, &mut ranges);
            }
        }
        ranges.sort_by_key(|range| range.from);
        Ranges { ranges }
    }

    /// The range that contains a position of the main stream.
    pub fn at(&self, position: usize) -> Option<Range<'a>> {
        let after = self.ranges.partition_point(|range| range.from <= position);
        let range = self.ranges.get(after.checked_sub(1)?)?;
        (position < range.to).then_some(*range)
    }
}

fn add<'a>(page: &'a [u8], kind: Kind, ranges: &mut Vec<Range<'a>>) {
    let count = usize::from(page.last().copied().unwrap_or_default());
    for index in 0..count {
        let (from, to) = (page.size_at(index * 4), page.size_at(index * 4 + 4));
        let (Some(from), Some(to)) = (from, to) else {
            return;
        };
        let first = (count + 1) * 4;
        let properties = match kind {
            Kind::Characters => characters(page, first + index),
            Kind::Paragraphs => paragraph(page, first + index * PARAGRAPH_ENTRY),
        };
        let properties = properties.unwrap_or_default();
        ranges.push(Range {
            from,
            to,
            properties,
        });
    }
}

fn characters(page: &[u8], entry: usize) -> Option<&[u8]> {
    let at = usize::from(page.u8_at(entry)?) * 2;
    if at == 0 {
        return None;
    }
    page.part(at + 1, usize::from(page.u8_at(at)?))
}

fn paragraph(page: &[u8], entry: usize) -> Option<&[u8]> {
    let at = usize::from(page.u8_at(entry)?) * 2;
    if at == 0 {
        return None;
    }
    match usize::from(page.u8_at(at)?) {
        0 => page.part(at + 2, usize::from(page.u8_at(at + 1)?) * 2),
        words => page.part(at + 1, words * 2 - 1),
    }
}

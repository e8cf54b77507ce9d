//! The advance widths of a font's glyphs, at a font size of 1.

use lopdf::{Dictionary, Document, Object};
use std::collections::HashMap;

/// The most glyphs with a width of their own: a CID has two bytes.
const MOST: usize = 65_536;

#[derive(Debug)]
pub(super) struct GlyphWidths {
    single: HashMap<u32, f64>,
    ranges: Vec<(u32, u32, f64)>,
    default_width: f64,
}

impl GlyphWidths {
    pub(super) fn simple(file: &Document, font: &Dictionary) -> GlyphWidths {
        let number = |dictionary: &Dictionary, key: &[u8]| {
            let number = dictionary.get_deref(key, file).and_then(Object::as_float);
            number.ok().map(f64::from)
        };
        // A Type 3 font has its own glyph space.
        let matrix = font
            .get_deref(b"FontMatrix", file)
            .and_then(Object::as_array);
        let scale = match matrix.ok().and_then(|matrix| matrix.first()) {
            Some(first) => first.as_float().map_or(0.001, f64::from).abs(),
            None => 0.001,
        };
        let first = font.get_deref(b"FirstChar", file).and_then(Object::as_i64);
        let first = u32::try_from(first.unwrap_or(0)).unwrap_or(0);
        let widths = font.get_deref(b"Widths", file).and_then(Object::as_array);
        let widths = widths.map(Vec::as_slice).unwrap_or_default();
        let single = (first..)
            .zip(widths.iter().take(256))
            .filter_map(|(code, width)| {
                let (_, width) = file.dereference(width).ok()?;
                Some((code, f64::from(width.as_float().ok()?) * scale))
            });
        let single: HashMap<u32, f64> = single.collect();
        let descriptor = font
            .get_deref(b"FontDescriptor", file)
            .and_then(Object::as_dict);
        let missing = descriptor.ok().and_then(|d| number(d, b"MissingWidth"));
        let default_width = match missing.filter(|_| !single.is_empty()) {
            Some(missing) => missing * scale,
            // The standard 14 fonts need no widths; their digits are about this wide.
            None if single.is_empty() => 0.556,
            None => 0.0,
        };
        GlyphWidths {
            single,
            ranges: Vec::new(),
            default_width,
        }
    }

    pub(super) fn composite(file: &Document, font: &Dictionary) -> GlyphWidths {
        let mut widths = GlyphWidths {
            single: HashMap::new(),
            ranges: Vec::new(),
            default_width: 1.0,
        };
        let inner = font
            .get_deref(b"DescendantFonts", file)
            .and_then(Object::as_array);
        let inner = inner.ok().and_then(|fonts| fonts.first());
        let inner = inner.and_then(|font| file.dereference(font).ok());
        let Some(Ok(inner)) = inner.map(|(_, font)| font.as_dict()) else {
            return widths;
        };
        if let Ok(default_width) = inner.get_deref(b"DW", file).and_then(Object::as_float) {
            widths.default_width = f64::from(default_width) / 1000.0;
        }
        if let Ok(list) = inner.get_deref(b"W", file).and_then(Object::as_array) {
            widths.add(file, list);
        }
        widths
    }

    /// Adds the entries `first [width …]` and `first last width` of a W array (9.7.4.3).
    fn add(&mut self, file: &Document, list: &[Object]) {
        let mut list = list.iter().filter_map(|entry| {
            let (_, entry) = file.dereference(entry).ok()?;
            Some(entry)
        });
        while let (Some(first), Some(second)) = (list.next(), list.next()) {
            let Ok(first) = first
                .as_i64()
                .map(|first| u32::try_from(first).unwrap_or(0))
            else {
                return;
            };
            if let Ok(each) = second.as_array() {
                for (glyph, width) in (first..).zip(each) {
                    if self.single.len() >= MOST {
                        return;
                    }
                    if let Ok(width) = width.as_float() {
                        self.single.insert(glyph, f64::from(width) / 1000.0);
                    }
                }
            } else if let (Ok(last), Some(Ok(width))) =
                (second.as_i64(), list.next().map(Object::as_float))
                && self.ranges.len() < MOST
            {
                let last = u32::try_from(last).unwrap_or(0);
                self.ranges.push((first, last, f64::from(width) / 1000.0));
            }
        }
        self.ranges.sort_by_key(|range| range.0);
    }

    pub(super) fn listed(&self, glyph: u32) -> Option<f64> {
        if let Some(width) = self.single.get(&glyph) {
            return Some(*width);
        }
        let after = self.ranges.partition_point(|range| range.0 <= glyph);
        let (_, last, width) = self.ranges.get(after.checked_sub(1)?)?;
        (glyph <= *last).then_some(*width)
    }

    pub(super) fn default_width(&self) -> f64 {
        self.default_width
    }

    pub(super) fn of(&self, glyph: u32) -> f64 {
        self.listed(glyph).unwrap_or(self.default_width)
    }
}

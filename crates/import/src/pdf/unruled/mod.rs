//! Tables without rules. The statutory form is known: its rows are found by their labels, its columns
//! by their headings and the numbers below them. A value is read only where one row and one column
//! can hold it; a cell is blank only where both are certain and nothing else is there.

mod columns;
mod labels;
mod sections;

pub(super) use labels::continues_label;

use super::columns::{APART, as_text};
use super::geometry::Bounds;
use super::page::{Item, Line, Page};
use super::words::Word;
use crate::number::is_value;
use crate::tables::{part_begun_by, part_of_section_title};
use crate::{FormSection, Grid};

/// The distance between two pages, so that one coordinate orders the words of all of them.
const PAGE: f64 = 100_000.0;

/// The words of a table, and what else its pages show.
struct Zone {
    words: Vec<Placed>,
    contents: Vec<Bounds>,
    /// The width of the narrowest page.
    width: f64,
}

impl Zone {
    /// The first and last baseline.
    fn ends(&self) -> (f64, f64) {
        let ys = || self.words.iter().map(|placed| placed.word.y);
        (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max))
    }
}

/// A word of a table that may continue over several pages. Its `y` includes the page.
#[derive(Clone, Debug)]
struct Placed {
    word: Word,
    page: usize,
    line: usize,
}

/// A table, and the last `y` that it includes.
struct Found {
    grid: Grid,
    first: f64,
    last: f64,
}

/// Replaces the lines of tables without rules by their cells.
pub(super) fn read(pages: &mut [Page]) {
    for (part, zone) in zones(pages) {
        let Some(zone) = zone else { continue };
        let (first, last) = zone.ends();
        let found = sections::read(part, zone);
        if found.is_empty() && part != FormSection::Proactive {
            leave_out_broken_rows(pages, first, last);
        }
        for found in found {
            replace(pages, found);
        }
    }
}

/// The lines below each title of a section with a table, or from the first line that only such a table
/// has, to the next title.
fn zones(pages: &[Page]) -> Vec<(FormSection, Option<Zone>)> {
    let mut zones: Vec<(FormSection, Vec<(usize, &Line)>)> = Vec::new();
    let mut is_open = false;
    for (at, page) in pages.iter().enumerate() {
        for item in &page.items {
            let Item::Line(line) = item else {
                is_open = false;
                continue;
            };
            if let Some(part) = part_of_section_title(&line.text) {
                is_open = part.is_some();
                zones.extend(part.map(|part| (part, Vec::new())));
                continue;
            }
            let begun = part_begun_by(&line.text.replace(' ', "\t"));
            let is_same = |part| is_open && zones.last().is_some_and(|(last, _)| *last == part);
            if let Some(part) = begun.filter(|part| !is_same(*part)) {
                zones.push((part, Vec::new()));
                is_open = true;
            }
            if let Some((_, lines)) = zones.last_mut().filter(|_| is_open) {
                lines.push((at, line));
            }
        }
    }
    let zone = |lines: Vec<(usize, &Line)>| zone(pages, &lines);
    zones
        .into_iter()
        .map(|(part, lines)| (part, zone(lines)))
        .collect()
}

fn zone(pages: &[Page], lines: &[(usize, &Line)]) -> Option<Zone> {
    let (first, last) = (lines.first()?.0, lines.last()?.0);
    let mut words: Vec<Placed> = Vec::new();
    for (at, line) in lines {
        let page = pages.get(*at)?;
        words.extend(line.words.iter().map(|word| Placed {
            word: Word {
                y: word.y + PAGE * *at as f64,
                ..word.clone()
            },
            page: page.number,
            line: line.number,
        }));
    }
    let mut contents = Vec::new();
    let mut width = f64::MAX;
    for (at, page) in pages.iter().enumerate().take(last + 1).skip(first) {
        let down = PAGE * at as f64;
        width = width.min(page.width);
        contents.extend(page.contents.iter().map(|bounds| Bounds {
            top: bounds.top + down,
            bottom: bounds.bottom + down,
            ..*bounds
        }));
    }
    Some(Zone {
        words,
        contents,
        width,
    })
}

/// Reads no line as cells that has values only, nor those around it: their values may belong to one row.
fn leave_out_broken_rows(pages: &mut [Page], first: f64, last: f64) {
    let mut lines: Vec<&mut Line> = Vec::new();
    for (at, page) in pages.iter_mut().enumerate() {
        let down = PAGE * at as f64;
        let own = page.items.iter_mut().filter_map(|item| match item {
            Item::Line(line) => Some(line),
            Item::Table(_) | Item::Grid(_) => None,
        });
        let is_within = |line: &&mut Line| {
            let mut ys = line.words.iter().map(|word| word.y + down);
            ys.any(|y| first <= y && y <= last)
        };
        lines.extend(own.filter(is_within));
    }
    let has_values = |line: &&mut Line| {
        let mut words = line.words.iter();
        words.any(|word| is_value_of_digits(&word.text))
    };
    let has_values_only = |line: &&mut Line| {
        let is_value = |word: &Word| is_value(&word.text) || word.text.chars().count() == 1;
        has_values(line) && line.words.iter().all(is_value)
    };
    // The values of section four are one line.
    if lines.iter().filter(|line| has_values(line)).count() < 2 {
        return;
    }
    let broken: Vec<bool> = lines.iter().map(has_values_only).collect();
    for (at, line) in lines.into_iter().enumerate() {
        let mut near = broken.iter().take(at + 2).skip(at.saturating_sub(1));
        if near.any(|is_broken| *is_broken) {
            // A number alone is no cell either.
            line.text = format!("{APART}{}", as_text(&line.text));
        }
    }
}

fn is_value_of_digits(text: &str) -> bool {
    is_value(text) && text.chars().any(|sign| sign.is_ascii_digit())
}

/// Puts a table in the place of its lines.
fn replace(pages: &mut [Page], found: Found) {
    let mut grid = Some(found.grid);
    for (at, page) in pages.iter_mut().enumerate() {
        let down = PAGE * at as f64;
        let is_within = |item: &Item| match item {
            Item::Line(line) => {
                let ys = || line.words.iter().map(|word| word.y + down);
                !line.words.is_empty() && ys().all(|y| found.first <= y && y <= found.last)
            }
            Item::Table(_) | Item::Grid(_) => false,
        };
        let Some(first) = page.items.iter().position(is_within) else {
            continue;
        };
        page.items.retain(|item| !is_within(item));
        if let Some(grid) = grid.take() {
            page.items
                .insert(first.min(page.items.len()), Item::Grid(grid));
        }
    }
}

//! Splits a page's text into words: runs of glyphs that were drawn one after the other, side by side.

use super::geometry::{Glyph, Quarter};
use super::lines::Fields;
use crate::labels::{is_whole_column_name, normalize_label};

/// A gap wider than this, in heights of the font, separates two words.
const GAP: f64 = 0.2;
/// So does a narrower one between digits: cells of a table without rules may nearly touch.
const DIGITS: f64 = 0.15;
/// And a yet narrower one between a label and a number.
const LABEL: f64 = 0.05;
/// And behind the whole name of a column.
const NAMES: f64 = 0.08;
/// No name is longer, in bytes, with its unit and spaces.
const NAME: usize = 90;
/// How far a glyph may reach into the one before it.
const OVER: f64 = 0.3;

/// Text without a gap, on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub(super) from: f64,
    pub(super) to: f64,
    /// The baseline.
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) text: String,
    /// Whether it runs in another direction than the page's text.
    pub(super) is_turned: bool,
}

impl Word {
    pub(super) fn overlaps(&self, from: f64, to: f64) -> bool {
        self.from < to && from < self.to
    }

    pub(super) fn center(&self) -> f64 {
        (self.from + self.to) / 2.0
    }
}

/// The words in drawing order. Programs draw a table cell by cell, so text of two cells that nearly
/// touch is two words as soon as either has a second line.
pub(super) fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs {
        let continues = before.is_some_and(|before| continues(before, glyph));
        let word = words.last_mut().filter(|_| continues);
        match word.filter(|word| !begins_another(word, glyph)) {
            Some(word) => {
                word.text.push_str(&glyph.text);
                word.to = word.to.max(glyph.end());
                word.size = word.size.max(glyph.size);
            }
            None => words.push(Word {
                from: glyph.x,
                to: glyph.end(),
                y: glyph.y,
                size: glyph.size,
                text: glyph.text.clone(),
                is_turned: glyph.turn != Quarter::None,
            }),
        }
        before = Some(glyph);
    }
    words
}

/// Whether a glyph begins the name of the next column, which nearly touches the one before it.
fn begins_another(word: &Word, glyph: &Glyph) -> bool {
    let is_short = word.text.len() <= NAME;
    let is_apart = glyph.x - word.to > glyph.size * NAMES;
    is_short && is_apart && is_whole_column_name(&normalize_label(&word.text))
}

/// The words of each line, which is the nearest.
pub(super) fn by_line(words: Vec<Word>, lines: &[Fields]) -> Vec<Vec<Word>> {
    let mut own = vec![Vec::new(); lines.len()];
    for word in words {
        let after = lines.partition_point(|line| line.y <= word.y);
        let distance = |at: &usize| {
            lines
                .get(*at)
                .map_or(f64::MAX, |line| (line.y - word.y).abs())
        };
        let near = [after.checked_sub(1), Some(after)].into_iter().flatten();
        let nearest = near.min_by(|one, other| distance(one).total_cmp(&distance(other)));
        if let Some(own) = nearest.and_then(|at| own.get_mut(at)) {
            own.push(word);
        }
    }
    own
}

fn continues(before: &Glyph, glyph: &Glyph) -> bool {
    let size = before.size.max(glyph.size);
    let gap = glyph.x - before.end();
    let limit = match (before.text.is_ascii(), glyph.text.is_ascii()) {
        (true, true) => DIGITS,
        (false, true) => LABEL,
        _ => GAP,
    };
    // Half of its box is empty, and may reach into the next cell.
    let closes = before.text.ends_with(['”', '’', '）', '》', '】', '〕']);
    if closes && glyph.text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let is_same = before.size.min(glyph.size) >= size * 0.9 && before.turn == glyph.turn;
    is_same
        && !glyph.follows_space
        && (before.y - glyph.y).abs() <= size * 0.1
        && -size * OVER <= gap
        && gap <= size * limit
}

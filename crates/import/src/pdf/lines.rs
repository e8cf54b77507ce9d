//! Joins glyphs side by side into lines of text.

use super::geometry::Glyph;
use std::collections::HashMap;

/// A gap wider than this, in heights of the font, separates columns.
const COLUMN: f64 = 2.0;
/// So does a narrower one where text in other places was drawn between both sides.
const APART: f64 = 0.1;
/// A gap wider than this is a space: between digits, which may be in two cells that nearly touch, between
/// letters and digits, and between other characters.
const DIGITS: f64 = 0.15;
const LETTERS: f64 = 0.3;
const OTHERS: f64 = 0.6;
/// The digits of a number are at least this large, as a share of the largest.
const SMALL: f64 = 0.9;

/// Text without a wide gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fields {
    /// The baseline.
    pub(super) y: f64,
    pub(super) size: f64,
    /// From left to right, at least one.
    pub(super) fields: Vec<Field>,
}

/// A glyph with its place in drawing order.
type Drawn = (usize, Glyph);

/// The lines from top to bottom. The glyphs are in drawing order.
pub(super) fn lines(glyphs: Vec<Glyph>) -> Vec<Fields> {
    let mut glyphs: Vec<Drawn> = glyphs.into_iter().enumerate().collect();
    glyphs.sort_by(|(_, one), (_, other)| one.y.total_cmp(&other.y));
    let mut lines: Vec<Vec<Drawn>> = Vec::new();
    for glyph in glyphs {
        let line = lines.last_mut();
        let is_own = |(_, first): &Drawn| is_beside(first, &glyph.1);
        match line.filter(|line| line.first().is_some_and(is_own)) {
            Some(line) => line.push(glyph),
            None => lines.push(vec![glyph]),
        }
    }
    lines.into_iter().filter_map(fields).collect()
}

/// Whether a glyph lower than the first of a line still belongs to that line.
fn is_beside(first: &Glyph, glyph: &Glyph) -> bool {
    glyph.y - first.y <= first.size.max(glyph.size) * 0.5
}

/// The baselines of a page's lines from top to bottom.
pub(super) fn baselines(glyphs: &[Glyph]) -> Vec<f64> {
    let mut sizes: Vec<(f64, f64)> = glyphs.iter().map(|glyph| (glyph.y, glyph.size)).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut lines: Vec<(f64, f64)> = Vec::new();
    for (y, size) in sizes {
        match lines.last() {
            Some((first, height)) if y - first <= height.max(size) * 0.5 => {}
            _ => lines.push((y, size)),
        }
    }
    lines.into_iter().map(|(y, _)| y).collect()
}

fn fields(mut line: Vec<Drawn>) -> Option<Fields> {
    line.sort_by(|(_, one), (_, other)| one.x.total_cmp(&other.x));
    let (_, first) = line.first()?;
    let (y, mut size) = (first.y, first.size);
    let mut fields: Vec<Field> = Vec::new();
    let mut before: Option<&Drawn> = None;
    for drawn in &line {
        let (at, glyph) = drawn;
        size = size.max(glyph.size);
        let height = before.map_or(glyph.size, |(_, before)| before.size.max(glyph.size));
        let end = fields.last().map_or(glyph.x, |field| field.to);
        let gap = (glyph.x - end) / height.max(0.1);
        // Text that is drawn elsewhere in between belongs to one of both.
        let is_next = before.is_some_and(|(before, _)| before + 1 == *at);
        let limit = if is_next { COLUMN } else { APART };
        match fields.last_mut().filter(|_| gap <= limit) {
            Some(field) => {
                if glyph.follows_space
                    || before.is_some_and(|(_, before)| is_apart(before, glyph, gap))
                {
                    field.text.push(' ');
                }
                field.text.push_str(&glyph.text);
                field.to = field.to.max(glyph.end());
            }
            None => fields.push(Field {
                from: glyph.x,
                to: glyph.end(),
                text: glyph.text.clone(),
            }),
        }
        before = Some(drawn);
    }
    Some(Fields { y, size, fields })
}

/// Whether there is a space between two glyphs of a field.
fn is_apart(before: &Glyph, glyph: &Glyph, gap: f64) -> bool {
    let are = |is: fn(&Glyph) -> bool| is(before) && is(glyph);
    let limit = if are(is_digit) {
        DIGITS
    } else if are(|glyph| glyph.text.is_ascii()) {
        LETTERS
    } else {
        OTHERS
    };
    gap > limit || is_note(before, glyph)
}

fn is_digit(glyph: &Glyph) -> bool {
    glyph.text.chars().all(|sign| sign.is_ascii_digit())
}

/// Whether a digit is the mark of a note: 968¹ is not 9681.
fn is_note(before: &Glyph, glyph: &Glyph) -> bool {
    let is_figure = |glyph: &Glyph| glyph.text.chars().any(|sign| sign.is_ascii_digit());
    let (small, large) = (before.size.min(glyph.size), before.size.max(glyph.size));
    let is_moved = (before.y - glyph.y).abs() > large * 0.1;
    is_figure(before) && is_figure(glyph) && (small < large * SMALL || is_moved)
}

/// A glyph drawn again to look bold is less than this away: shares of its width and of its font's
/// height.
const COPY: (f64, f64) = (0.5, 0.3);
/// At most this many glyphs with one text near one place are kept; more are copies.
const NEAR: usize = 64;

/// Removes glyphs that repeat another almost at the same place.
pub(super) fn without_copies(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut known = KnownGlyphs::default();
    let are_copies: Vec<bool> = glyphs.iter().map(|glyph| known.repeats(glyph)).collect();
    let glyphs = glyphs.into_iter().zip(are_copies);
    glyphs
        .filter_map(|(glyph, is_copy)| (!is_copy).then_some(glyph))
        .collect()
}

/// The last copy of each glyph, by its text and part of the page: a copy is compared with the one
/// before it.
#[derive(Default)]
struct KnownGlyphs<'a>(HashMap<(&'a str, i64, i64), Vec<Position>>);

type Position = (f64, f64);

impl<'a> KnownGlyphs<'a> {
    /// Adds a glyph and tells whether it is a copy of a known one.
    fn repeats(&mut self, glyph: &'a Glyph) -> bool {
        let (x, y, size) = (glyph.x, glyph.y, glyph.size.max(0.1));
        let text = glyph.text.as_str();
        let (across, down) = (glyph.width.min(size) * COPY.0, size * COPY.1);
        let is_near = |(other_x, other_y): &(f64, f64)| {
            (x - other_x).abs() < across && (y - other_y).abs() < down
        };
        // The conversion saturates for positions off any page.
        let part = |at: f64| (at / size).floor() as i64;
        // A copy is less than half a part away.
        let columns = part(x - size / 2.0)..=part(x + size / 2.0);
        let mut parts = columns.flat_map(|column| {
            let rows = part(y - size / 2.0)..=part(y + size / 2.0);
            rows.map(move |row| (text, column, row))
        });
        let is_copy = parts.any(|part| {
            let near = self.0.get_mut(&part);
            near.is_some_and(|near| {
                let found = near.iter().position(is_near);
                found.map(|found| near.swap_remove(found)).is_some()
            })
        });
        let near = self.0.entry((text, part(x), part(y))).or_default();
        let is_full = near.len() >= NEAR;
        if !is_full {
            near.push((x, y));
        }
        is_copy || is_full
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::Quarter;
    use super::*;

    fn glyph(x: f64, y: f64, text: &str) -> Glyph {
        let width = if text.is_ascii() { 5.0 } else { 10.0 };
        Glyph {
            x,
            y,
            width,
            along: width,
            size: 10.0,
            text: text.to_owned(),
            follows_space: false,
            turn: Quarter::None,
        }
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<Vec<String>> {
        let texts = |line: Fields| line.fields.into_iter().map(|field| field.text).collect();
        let glyphs = without_copies(glyphs);
        lines(glyphs).into_iter().map(texts).collect()
    }

    #[test]
    fn words_far_apart_are_fields_and_digits_apart_are_two_numbers() {
        let line = vec![
            glyph(0.0, 10.0, "公"),
            glyph(10.5, 10.2, "开"),
            glyph(60.0, 10.0, "1"),
            glyph(65.0, 10.0, "1"),
            glyph(74.0, 10.0, "2"),
            glyph(0.0, 24.0, "下"),
        ];
        assert_eq!(texts(line), [vec!["公开", "11 2"], vec!["下"]]);
    }

    #[test]
    fn a_small_or_raised_figure_is_of_no_number() {
        let small = Glyph {
            size: 7.0,
            ..glyph(10.0, 10.0, "1")
        };
        for note in [small, glyph(10.0, 7.0, "1")] {
            let line = vec![glyph(0.0, 10.0, "6"), glyph(5.0, 10.0, "8"), note];
            assert_eq!(texts(line), [vec!["68 1"]]);
        }
    }

    #[test]
    fn a_character_drawn_again_for_bold_is_one() {
        let line = vec![
            glyph(0.0, 10.0, "8"),
            glyph(5.0, 10.0, "8"),
            glyph(0.5, 10.0, "8"),
            glyph(5.5, 10.0, "8"),
            glyph(1.0, 10.5, "8"),
            glyph(1.5, 10.5, "8"),
        ];
        assert_eq!(texts(line), [vec!["88"]]);
    }
}

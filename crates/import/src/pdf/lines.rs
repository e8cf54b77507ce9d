//! Characters side by side as lines of words.

use super::geometry::Glyph;

/// Of the font's height: above this, words stand in different columns.
const COLUMN: f64 = 2.0;
/// Above this a space parts letters and digits, and other characters.
const LETTERS: f64 = 0.3;
const OTHERS: f64 = 0.6;
/// Figures of one number are at least this large, of the largest.
const SMALL: f64 = 0.9;

/// Words without a wide gap between them.
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
    /// At least one, from left to right.
    pub(super) fields: Vec<Field>,
}

/// The lines from top to bottom.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Fields> {
    glyphs.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let line = lines.last_mut();
        match line.filter(|line| line.first().is_some_and(|first| is_beside(first, &glyph))) {
            Some(line) => line.push(glyph),
            None => lines.push(vec![glyph]),
        }
    }
    lines.into_iter().filter_map(fields).collect()
}

/// Whether a character below the first of a line is still of that line.
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

fn fields(mut line: Vec<Glyph>) -> Option<Fields> {
    line.sort_by(|one, other| one.x.total_cmp(&other.x));
    let first = line.first()?;
    let (y, mut size) = (first.y, first.size);
    let mut fields: Vec<Field> = Vec::new();
    let mut before: Option<&Glyph> = None;
    for glyph in &line {
        size = size.max(glyph.size);
        if before.is_some_and(|before| is_twice(before, glyph)) {
            continue;
        }
        let height = before.map_or(glyph.size, |before| before.size.max(glyph.size));
        let end = fields.last().map_or(glyph.x, |field| field.to);
        let gap = (glyph.x - end) / height.max(0.1);
        match fields.last_mut().filter(|_| gap <= COLUMN) {
            Some(field) => {
                let is_letter = |glyph: &Glyph| glyph.text.is_ascii();
                let are_letters = is_letter(glyph) && before.is_some_and(is_letter);
                let limit = if are_letters { LETTERS } else { OTHERS };
                let is_note = before.is_some_and(|before| is_note(before, glyph));
                if glyph.spaced || gap > limit || is_note {
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
        before = Some(glyph);
    }
    Some(Fields { y, size, fields })
}

/// A small raised figure behind a figure is a note's sign: 968¹ is not 9681.
fn is_note(before: &Glyph, glyph: &Glyph) -> bool {
    let is_figure = |glyph: &Glyph| glyph.text.chars().any(|sign| sign.is_ascii_digit());
    let (small, large) = (before.size.min(glyph.size), before.size.max(glyph.size));
    let is_moved = (before.y - glyph.y).abs() > large * 0.1;
    is_figure(before) && is_figure(glyph) && (small < large * SMALL || is_moved)
}

/// A character that is drawn twice, a little apart, is bold.
fn is_twice(one: &Glyph, other: &Glyph) -> bool {
    one.text == other.text && other.x - one.x < one.width.min(one.size) * 0.25
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(x: f64, y: f64, text: &str) -> Glyph {
        let width = if text.is_ascii() { 5.0 } else { 10.0 };
        Glyph {
            x,
            y,
            width,
            size: 10.0,
            text: text.to_owned(),
            spaced: false,
        }
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<Vec<String>> {
        let texts = |line: Fields| line.fields.into_iter().map(|field| field.text).collect();
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
    fn a_character_drawn_twice_for_bold_stands_once() {
        let line = vec![
            glyph(0.0, 10.0, "8"),
            glyph(0.4, 10.0, "8"),
            glyph(5.0, 10.0, "8"),
        ];
        assert_eq!(texts(line), [vec!["88"]]);
    }
}

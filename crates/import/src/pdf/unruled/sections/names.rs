//! The words of a table's headings, labels and values.

use super::super::Placed;
use super::super::columns::{Column, clusters};
use crate::number::is_value;
use crate::pdf::tables::UNREADABLE;

/// The words of the labels and of the values.
pub(super) struct Sides<'a> {
    pub(super) labels: Vec<&'a Placed>,
    pub(super) values: Vec<&'a Placed>,
}

impl<'a> Sides<'a> {
    /// `None` if a word reaches over both.
    pub(super) fn of(body: &[&'a Placed], columns: &[Column]) -> Option<Sides<'a>> {
        let first = columns.first()?;
        let is_text = |placed: &&&Placed| {
            let text = &placed.word.text;
            !is_value(text) && text.chars().any(char::is_alphabetic)
        };
        let end = body
            .iter()
            .filter(is_text)
            .filter(|placed| placed.word.from < first.from && placed.word.center() < first.from)
            .map(|placed| placed.word.to)
            .fold(f64::MIN, f64::max);
        let (mut labels, mut values) = (Vec::new(), Vec::new());
        for placed in body {
            if placed.word.from >= end - 0.5 {
                values.push(*placed);
            } else if placed.word.to <= end + 0.5 {
                labels.push(*placed);
            } else {
                return None;
            }
        }
        // A number among the labels shows that the columns are not where they seem to be.
        let is_number = |placed: &&Placed| {
            let text = &placed.word.text;
            text.ends_with(|sign: char| sign.is_ascii_digit())
                && text
                    .chars()
                    .all(|sign| sign.is_ascii_digit() || ",，.".contains(sign))
        };
        (!labels.iter().any(is_number)).then_some(Sides { labels, values })
    }
}

/// Whether there is a number among the names: a value whose cell begins above its label.
pub(super) fn has_value(names: &[&Placed]) -> bool {
    names.iter().any(|placed| is_value(&placed.word.text))
}

/// The columns below the words of a heading row, from left to right, and the words of each.
pub(super) fn headings(names: &[&Placed]) -> (Vec<Column>, Vec<String>) {
    let columns = clusters(names.iter().map(|placed| &placed.word));
    let texts = columns.iter().map(|column| text_in(names, *column));
    let texts = texts.collect();
    (columns, texts)
}

/// How many columns of a form of `all` the paper's edge cuts off: only those at the right have no name,
/// or only the beginning of one. `None` if others have none either.
pub(super) fn cut_off(
    texts: &[String],
    all: usize,
    is_expected: impl Fn((usize, &String)) -> bool,
) -> Option<usize> {
    let given = texts
        .iter()
        .enumerate()
        .take_while(|name| is_expected(*name));
    let given = given.count();
    let is_rest_of_one = match texts.get(given..)? {
        [] => true,
        [begun] => {
            begun.starts_with("总") || begun.starts_with(UNREADABLE) || begun.ends_with(UNREADABLE)
        }
        _ => false,
    };
    (is_rest_of_one && given <= all).then(|| all.saturating_sub(given))
}

/// The words of a column, from top to bottom.
fn text_in(words: &[&Placed], column: Column) -> String {
    let mut own: Vec<&&Placed> = words
        .iter()
        .filter(|placed| placed.word.overlaps(column.from, column.to))
        .collect();
    own.sort_by(|one, other| {
        let lines = one.word.y.total_cmp(&other.word.y);
        lines.then(one.word.from.total_cmp(&other.word.from))
    });
    own.iter().map(|placed| placed.word.text.as_str()).collect()
}

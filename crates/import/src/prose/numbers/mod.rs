//! Numbers in sentences, each with its hedge and its unit.

mod digits;
mod hedges;
mod numerals;
mod units;

use super::chinese_numerals;
use gongkai_model::Qualifier;

/// A number of a clause. `start` includes a hedge before it; `end` includes its unit and a hedge after
/// that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number<'a> {
    pub start: usize,
    pub end: usize,
    pub kind: NumberKind<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberKind<'a> {
    Count(Count<'a>),
    /// A count without a unit at the end of its clause.
    WithoutUnit(i64),
    /// Something is counted, but the number is ambiguous or the format cannot express it.
    Ambiguous,
    /// A date, a share, money, a duration, or the number of a name or a document.
    Other,
}

/// A number of things or people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count<'a> {
    pub count: i64,
    pub qualifier: Option<Qualifier>,
    pub unit: &'a str,
    /// Whether the unit is misprinted as a similar word (各 for 个).
    pub is_misprint: bool,
}

/// All numbers of a clause, in order.
pub(super) fn numbers(clause: &str) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = clause.get(from..) {
        let Some((offset, c)) = rest.char_indices().find(|(_, c)| {
            c.is_ascii_digit() || chinese_numerals::is_numeral(*c) || numerals::is_vague(*c)
        }) else {
            break;
        };
        let start = from + offset;
        let number = if c.is_ascii_digit() {
            Some(digits::number_in_digits(clause, start))
        } else if numerals::is_vague(c) {
            numerals::vague_number(clause, start)
        } else {
            numerals::number_in_numerals(clause, start)
        };
        // Numerals within a word, such as 一是, are skipped together.
        from = match number {
            Some(number) => number.end.max(start + c.len_utf8()),
            None => {
                let tail = clause.get(start..).unwrap_or_default();
                let end = tail.find(|c| !chinese_numerals::is_numeral(c));
                start + end.unwrap_or(tail.len()).max(c.len_utf8())
            }
        };
        found.extend(number);
    }
    found
}

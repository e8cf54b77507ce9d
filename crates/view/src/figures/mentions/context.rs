//! A number in its context, and how it matches figures.

use super::numbers::Number;
use super::vocabulary::*;
use super::{Match, Target};
use crate::figures::search::fold;
use gongkai_model::text::contains;
use gongkai_model::{Cell, CellRef, ProactiveColumn, Qualifier, Quantity, Report};

/// A number with the words around it.
pub(super) struct Context<'a> {
    pub report: &'a Report,
    pub number: &'a Number<'a>,
    pub title: &'a str,
    /// The text from the last full stop or semicolon to the number.
    pub segment: &'a str,
    /// The text from the last comma or number to the number.
    pub clause: &'a str,
    /// The clause without hedges and fillers at its end.
    pub words: &'a str,
    /// The text after the number and its hedge.
    pub after: &'a str,
    pub hedge: Option<Qualifier>,
    /// The start of the number, including a hedge before it.
    pub start: usize,
    /// The start of `after`.
    pub end: usize,
}

impl<'a> Context<'a> {
    /// `None` if the words are about something that is no figure of the report.
    pub fn new(
        report: &'a Report,
        title: &'a str,
        text: &'a str,
        number: &'a Number<'a>,
        last: usize,
    ) -> Option<Context<'a>> {
        let start = number.start - number.sign.map_or(0, char::len_utf8);
        let before = text.get(..start)?;
        let segment = after_last(before, &SEGMENT);
        let clause = after_last(before, &CLAUSE);
        let clause = if last > start - clause.len() {
            text.get(last..start)?
        } else {
            clause
        };
        let is_other_year = names_other_year(segment, report.year)
            || OTHER_YEARS.iter().any(|word| contains(segment, word));
        if is_other_year || OTHER_PERIODS.iter().any(|word| contains(clause, word)) {
            return None;
        }
        let words = trimmed(clause);
        let mut after = text.get(number.end..)?;
        let hedge_before = if before.ends_with('约') {
            Some((Qualifier::About, '约'))
        } else if before.ends_with('近') {
            Some((Qualifier::Nearly, '近'))
        } else {
            None
        };
        let mut hedge = hedge_before.map(|(hedge, _)| hedge);
        if before.ends_with(['超', '逾', '过']) {
            return None;
        }
        if let Some(rest) = after.strip_prefix(['余', '多']) {
            if hedge.is_some() {
                return None;
            }
            (hedge, after) = (Some(Qualifier::Over), rest);
        }
        Some(Context {
            report,
            number,
            title,
            segment,
            clause,
            words: words.strip_suffix(['超', '逾']).unwrap_or(words),
            after,
            hedge,
            start: start - hedge_before.map_or(0, |(_, c)| c.len_utf8()),
            end: text.len() - after.len(),
        })
    }

    /// The only figure that the number can be; `None` if there is none, or more than one.
    pub fn figure(&self) -> Option<Match> {
        let mut found = [
            self.named(),
            self.total(),
            self.application(),
            self.money(),
            self.proactive(),
            self.review(),
        ]
        .into_iter()
        .flatten();
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// The end of the words if the number is the quantity, with the same count, unit and hedge.
    pub fn states(&self, quantity: &Quantity) -> Option<usize> {
        if self.number.sign.is_some() || self.number.count() != Some(quantity.count) {
            return None;
        }
        let unit = fold(quantity.unit.as_deref().unwrap_or_default()).text;
        let length = if unit.is_empty() {
            self.counter()?
        } else {
            unit.len()
        };
        let rest = self.after.get(length..)?;
        let has_other_unit = !self.after.starts_with(&unit)
            || !self.after.get(..length)?.ends_with('次') && rest.starts_with('次');
        if has_other_unit || rest.starts_with(['率', '以']) && !rest.starts_with("以上") {
            return None;
        }
        let hedges_after = [
            ("以上", Qualifier::Over),
            ("余", Qualifier::Over),
            ("左右", Qualifier::About),
        ];
        let hedge_after = hedges_after.iter().find(|(word, _)| rest.starts_with(word));
        let hedge = match (self.hedge, hedge_after) {
            (Some(_), Some(_)) => return None,
            (hedge, None) => hedge,
            (None, Some((_, hedge))) => Some(*hedge),
        };
        let end = self.end + length + hedge_after.map_or(0, |(word, _)| word.len());
        (hedge == quantity.qualifier).then_some(end)
    }

    /// The length of the counting word; `None` if another word follows the number.
    pub fn counter(&self) -> Option<usize> {
        let mut counters = COUNTERS.iter();
        match counters.find(|counter| self.after.starts_with(**counter)) {
            Some(counter) => Some(counter.len()),
            None if self.after.is_empty() || self.after.starts_with(CLAUSE) => Some(0),
            None => None,
        }
    }

    /// Matches a quantity.
    pub fn quantity(&self, target: Target, quantity: &Quantity) -> Option<Match> {
        let end = self.states(quantity)?;
        Some(Match {
            target,
            start: self.start,
            end,
        })
    }

    /// Matches a cell if the number is exact and followed by a counting word.
    pub fn cell(&self, at: CellRef, cell: Cell) -> Option<Match> {
        let may_be_signed = matches!(at, CellRef::Proactive(_, ProactiveColumn::Change));
        let fits = self.hedge.is_none()
            && (may_be_signed || self.number.sign.is_none())
            && cell.count().is_some()
            && cell.count() == self.number.signed();
        let length = self.counter().filter(|_| fits)?;
        let rest = self.after.get(length..)?;
        let hedges = ["余", "多", "以", "左右", "率"];
        if hedges.iter().any(|word| rest.starts_with(word)) {
            return None;
        }
        Some(Match {
            target: Target::Cell(at),
            start: self.start,
            end: self.end + length,
        })
    }

    /// Whether the words are about last year.
    pub fn is_last_year(&self) -> bool {
        ["上年", "上一年"]
            .iter()
            .any(|word| contains(self.words, word))
    }
}

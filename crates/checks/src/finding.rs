//! What a check says, as data that any language can put into words.

use super::cell_in_year::CellInYear;
use super::rule::Rule;
use gongkai_model::{Amount, Cell, Quantity};

/// One rule held against the cells it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: Rule,
    pub verdict: Verdict,
    /// Mostly one; all of them must hold.
    pub formulas: Vec<Formula>,
    /// Every cell that the formulas use, once.
    pub cells: Vec<CellInYear>,
}

impl Finding {
    /// Whether the report contradicts itself here; a hint never says so.
    pub fn is_failure(&self) -> bool {
        self.verdict == Verdict::Fails && !self.rule.is_hint()
    }

    /// Whether a hint does not hold.
    pub fn is_noted(&self) -> bool {
        self.verdict == Verdict::Fails && self.rule.is_hint()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Holds,
    HoldsIfBlanksAreZero,
    /// A cell that it needs is missing, "/" or blank with more than one possible value.
    CannotTell,
    /// Whatever may stand in the blanks.
    Fails,
}

/// `left relation right`, each side a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub left: Vec<Term>,
    pub relation: Relation,
    pub right: Vec<Term>,
    pub verdict: Verdict,
    /// Where it fails and the sides can be subtracted.
    pub difference: Option<Difference>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The sides' ranges meet; for exact numbers: they are equal.
    Equal,
    AtMost,
    AtLeast,
    /// Both sides are zero or neither is.
    Together,
    /// `left[0]` by the sum of the rest is `right[0]`, a percentage rounded or cut to its digits.
    Quotient,
}

/// A number in a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub sign: Sign,
    /// `None` for a constant that the rule itself brings.
    pub cell: Option<CellInYear>,
    pub value: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Cell(Cell),
    /// As [`Value::Cell`]; its blank may stand for a number below zero.
    Change(Cell),
    Amount(Amount),
    Quantity(Quantity),
    Percent(Percent),
    /// A calendar year.
    Year(u16),
}

/// A percentage as printed: 99.50 is `digits` 9950 with 2 `places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    pub digits: i64,
    pub places: u32,
}

/// How far two sides are apart, never below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Between the numbers as printed.
    pub printed: i128,
    /// The least that hedges and blanks allow.
    pub least: i128,
}

/// How many findings came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub all: usize,
    pub failures: usize,
    /// Hints that do not hold.
    pub noted: usize,
    pub cannot_tell: usize,
    pub if_blanks_are_zero: usize,
}

impl Tally {
    pub fn of(findings: &[Finding]) -> Tally {
        let count = |wanted: fn(&Finding) -> bool| findings.iter().filter(|f| wanted(f)).count();
        Tally {
            all: findings.len(),
            failures: count(Finding::is_failure),
            noted: count(Finding::is_noted),
            cannot_tell: count(|f| f.verdict == Verdict::CannotTell),
            if_blanks_are_zero: count(|f| f.verdict == Verdict::HoldsIfBlanksAreZero),
        }
    }
}

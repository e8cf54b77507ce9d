//! The outcome of a check as data, independent of language.

use super::cell_in_year::CellInYear;
use super::rule::Rule;
use gongkai_model::{Amount, Cell, Quantity};

/// The outcome of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: Rule,
    pub verdict: Verdict,
    /// Usually one; all of them must hold.
    pub formulas: Vec<Formula>,
    /// The cells of the formulas, each once.
    pub cells: Vec<CellInYear>,
}

impl Finding {
    /// Whether the report contradicts itself; never true of a hint.
    pub fn is_failure(&self) -> bool {
        self.verdict == Verdict::Fails && !self.rule.is_hint()
    }

    /// Whether the finding is a hint that does not hold.
    pub fn is_noted(&self) -> bool {
        self.verdict == Verdict::Fails && self.rule.is_hint()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Holds,
    HoldsIfBlanksAreZero,
    /// A cell is missing, "/", or blank with several possible values.
    CannotTell,
    /// It fails whatever the values of blanks.
    Fails,
}

/// `left relation right`, each side a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub left: Vec<Term>,
    pub relation: Relation,
    pub right: Vec<Term>,
    pub verdict: Verdict,
    /// Present if the formula fails and the sides can be subtracted.
    pub difference: Option<Difference>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The ranges of the sides overlap; exact numbers are equal.
    Equal,
    AtMost,
    AtLeast,
    /// Both sides are zero, or neither is.
    Together,
    /// `left[0]` divided by the sum of the rest is `right[0]`, a percentage rounded or truncated to
    /// its digits.
    Quotient,
}

/// A number in a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub sign: Sign,
    /// `None` for a constant of the rule.
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
    /// A cell that may be negative, even if it is blank.
    Change(Cell),
    Amount(Amount),
    Quantity(Quantity),
    Percent(Percent),
    /// A calendar year.
    Year(u16),
}

impl Value {
    /// The cell of a statutory table; `None` for any other number.
    pub(super) fn cell(&self) -> Option<Cell> {
        match self {
            Value::Cell(cell) | Value::Change(cell) => Some(*cell),
            _ => None,
        }
    }
}

/// A percentage as printed: 99.50 is `digits` 9950 with 2 `places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    pub digits: i64,
    pub places: u32,
}

/// The absolute difference of two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The difference of the numbers as printed.
    pub printed: i128,
    /// The least difference that hedges and blanks allow.
    pub least: i128,
}

/// The number of findings by verdict.
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

//! The outcome of a check as data, independent of language.

use super::cell_in_year::CellInYear;
use super::rule::Rule;
use gongkai_model::{Amount, Cell, Quantity};

/// The outcome of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The worst verdict of the formulas.
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

/// Whether the numbers agree, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The numbers agree.
    Holds,
    /// The numbers agree if blank cells are counted as 0.
    HoldsIfBlanksAreZero,
    /// A cell is missing, "/", or blank with several possible values.
    CannotTell,
    /// It fails whatever the values of blanks.
    Fails,
}

/// `left relation right`, each side a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The terms of the left side.
    pub left: Vec<Term>,
    /// The relation that should hold between the sides.
    pub relation: Relation,
    /// The terms of the right side.
    pub right: Vec<Term>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Present if the formula fails and the sides can be subtracted.
    pub difference: Option<Difference>,
}

/// A relation between two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The ranges of the sides overlap; exact numbers are equal.
    Equal,
    /// The left side does not exceed the right side.
    AtMost,
    /// The left side is not below the right side.
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
    /// Whether the number is added or subtracted.
    pub sign: Sign,
    /// `None` for a constant of the rule.
    pub cell: Option<CellInYear>,
    /// The number.
    pub value: Value,
}

/// Whether a term is added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The term is added.
    Plus,
    /// The term is subtracted.
    Minus,
}

/// The value of a term.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A cell of a statutory table.
    Cell(Cell),
    /// A cell that may be negative, even if it is blank.
    Change(Cell),
    /// An amount of money.
    Amount(Amount),
    /// A count stated in prose.
    Quantity(Quantity),
    /// A percentage stated in prose.
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
    /// All digits, without the decimal point.
    pub digits: i64,
    /// The number of decimals.
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
    /// All findings.
    pub all: usize,
    /// Findings whose formulas fail.
    pub failures: usize,
    /// Hints that do not hold.
    pub noted: usize,
    /// Findings that could not be decided.
    pub cannot_tell: usize,
    /// Findings that hold if blank cells are counted as 0.
    pub if_blanks_are_zero: usize,
}

impl Tally {
    /// Counts the findings.
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

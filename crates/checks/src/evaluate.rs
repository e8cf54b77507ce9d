//! Evaluates formulas. Sums have 128 bits and saturate, so none overflows.

use super::cell_in_year::CellInYear;
use super::finding::*;
use super::rule::Rule;
use gongkai_model::{Amount, Cell, Quantity};

/// Greater than any cell and any sum of cells.
const FAR: i128 = i128::MAX / 4;

/// The possible values of a side, both ends included.
#[derive(Clone, Copy)]
struct Range {
    low: i128,
    high: i128,
}

impl Term {
    pub(super) fn cell(at: CellInYear, cell: Cell) -> Term {
        Term::new(Some(at), Value::Cell(cell))
    }

    pub(super) fn change(at: CellInYear, cell: Cell) -> Term {
        Term::new(Some(at), Value::Change(cell))
    }

    pub(super) fn quantity(at: CellInYear, quantity: Quantity) -> Term {
        Term::new(Some(at), Value::Quantity(quantity))
    }

    pub(super) fn zero() -> Term {
        Term::new(None, Value::Cell(Cell::Count(0)))
    }

    pub(super) fn new(cell: Option<CellInYear>, value: Value) -> Term {
        Term {
            sign: Sign::Plus,
            cell,
            value,
        }
    }

    pub(super) fn minus(mut self) -> Term {
        self.sign = Sign::Minus;
        self
    }

    /// The state of the cell; a count if the term has a value.
    fn state(&self) -> Cell {
        match &self.value {
            Value::Cell(cell) | Value::Change(cell) => *cell,
            Value::Amount(Amount::Missing) => Cell::Missing,
            Value::Amount(Amount::Blank) => Cell::Blank,
            Value::Amount(Amount::NotApplicable) => Cell::NotApplicable,
            _ => Cell::Count(0),
        }
    }

    /// Whether the cell is printed empty.
    pub fn is_blank(&self) -> bool {
        self.state() == Cell::Blank
    }

    /// Whether the cell is missing or "/", so that no number can replace it.
    pub fn is_unknown(&self) -> bool {
        matches!(self.state(), Cell::Missing | Cell::NotApplicable)
    }

    pub(super) fn is_missing(&self) -> bool {
        self.state() == Cell::Missing
    }

    /// The number as printed, 0 for a blank.
    fn printed(&self) -> i128 {
        let value = match &self.value {
            Value::Cell(Cell::Count(n)) | Value::Change(Cell::Count(n)) => i128::from(*n),
            Value::Quantity(quantity) => i128::from(quantity.count),
            Value::Year(year) => i128::from(*year),
            _ => 0,
        };
        match self.sign {
            Sign::Plus => value,
            Sign::Minus => -value,
        }
    }

    fn range(&self, blanks: Blanks) -> Range {
        let (low, high) = match &self.value {
            Value::Cell(Cell::Blank) if blanks == Blanks::Open => (0, FAR),
            Value::Change(Cell::Blank) if blanks == Blanks::Open => (-FAR, FAR),
            Value::Quantity(quantity) => {
                let (low, high) = quantity.range();
                (i128::from(low), i128::from(high))
            }
            _ => {
                let exact = self.printed();
                return Range {
                    low: exact,
                    high: exact,
                };
            }
        };
        match self.sign {
            Sign::Plus => Range { low, high },
            Sign::Minus => Range {
                low: -high,
                high: -low,
            },
        }
    }
}

/// The value of a blank.
#[derive(Clone, Copy, PartialEq)]
enum Blanks {
    Zero,
    /// Any number that the cell could have.
    Open,
}

fn add(side: &[Term], blanks: Blanks) -> Range {
    let zero = Range { low: 0, high: 0 };
    side.iter().fold(zero, |sum, term| {
        let range = term.range(blanks);
        Range {
            low: sum.low.saturating_add(range.low),
            high: sum.high.saturating_add(range.high),
        }
    })
}

impl Formula {
    /// Evaluates a relation between two sums.
    pub(super) fn sums(left: Vec<Term>, relation: Relation, right: Vec<Term>) -> Formula {
        let distance = |blanks| {
            let (left, right) = (add(&left, blanks), add(&right, blanks));
            let least = match relation {
                Relation::AtMost => left.low.saturating_sub(right.high),
                Relation::AtLeast => right.low.saturating_sub(left.high),
                _ => {
                    let above = left.low.saturating_sub(right.high);
                    above.max(right.low.saturating_sub(left.high))
                }
            };
            least.max(0)
        };
        let terms = || left.iter().chain(&right);
        let least = distance(Blanks::Open);
        let verdict = verdict(
            terms().any(Term::is_unknown),
            terms().any(Term::is_blank),
            distance(Blanks::Zero) == 0,
            least == 0,
        );
        let printed = Formula::printed_sum;
        let difference = (verdict == Verdict::Fails).then(|| Difference {
            printed: printed(&left)
                .saturating_sub(printed(&right))
                .saturating_abs(),
            least,
        });
        Formula {
            left,
            relation,
            right,
            verdict,
            difference,
        }
    }

    /// Evaluates whether a count and an amount are both zero or both above zero.
    pub(super) fn together(count: Term, amount: Term) -> Formula {
        let has_amount = match &amount.value {
            Value::Amount(Amount::Money(money)) => !money.value.is_zero(),
            _ => false,
        };
        let has_blank = count.is_blank() || amount.is_blank();
        let verdict = verdict(
            count.is_unknown() || amount.is_unknown(),
            has_blank,
            (count.printed() > 0) == has_amount,
            has_blank,
        );
        Formula {
            left: vec![count],
            relation: Relation::Together,
            right: vec![amount],
            verdict,
            difference: None,
        }
    }

    /// Evaluates `part ÷ Σ wholes = percent`, which holds if the percentage is the quotient rounded
    /// or truncated to its own digits.
    pub(super) fn quotient(part: Term, wholes: Vec<Term>, percent: Term) -> Formula {
        let (digits, places) = match &percent.value {
            Value::Percent(percent) => (i128::from(percent.digits), percent.places),
            _ => (0, 0),
        };
        let whole = add(&wholes, Blanks::Zero).low;
        // In units of the last digit of the percentage, times the whole.
        let scaled = 10_i128
            .checked_pow(places.saturating_add(2))
            .and_then(|unit| part.printed().checked_mul(unit));
        let stated = digits.checked_mul(whole);
        let verdict = match (scaled, stated) {
            (Some(scaled), Some(stated)) if whole > 0 => {
                let over = scaled.saturating_sub(stated);
                let is_truncated = (0..whole).contains(&over);
                let is_rounded = over.saturating_abs().saturating_mul(2) <= whole;
                if is_truncated || is_rounded {
                    Verdict::Holds
                } else {
                    Verdict::Fails
                }
            }
            _ => Verdict::CannotTell,
        };
        let mut left = vec![part];
        left.extend(wholes);
        Formula {
            left,
            relation: Relation::Quotient,
            right: vec![percent],
            verdict,
            difference: None,
        }
    }

    /// The range of the sum of a side, `(low, high)`, counting blanks as 0.
    ///
    /// Not meaningful for money and percentages, which are not summed.
    pub fn sum(side: &[Term]) -> (i128, i128) {
        let range = add(side, Blanks::Zero);
        (range.low, range.high)
    }

    /// The sum of a side as printed, counting blanks as 0 and hedged numbers as written.
    pub(super) fn printed_sum(side: &[Term]) -> i128 {
        side.iter()
            .fold(0_i128, |sum, term| sum.saturating_add(term.printed()))
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.left.iter().chain(&self.right)
    }
}

fn verdict(has_unknown: bool, has_blank: bool, holds_at_zero: bool, can_hold: bool) -> Verdict {
    if has_unknown {
        Verdict::CannotTell
    } else if holds_at_zero && has_blank {
        Verdict::HoldsIfBlanksAreZero
    } else if holds_at_zero {
        Verdict::Holds
    } else if can_hold {
        Verdict::CannotTell
    } else {
        Verdict::Fails
    }
}

impl Finding {
    /// The finding of one rule, with the worst verdict of its formulas; `None` if the file has none
    /// of the cells.
    pub(super) fn of(rule: Rule, formulas: Vec<Formula>) -> Option<Finding> {
        let verdict = formulas.iter().map(|formula| formula.verdict).max()?;
        let mut cells = Vec::new();
        let mut has_cell = false;
        for term in formulas.iter().flat_map(Formula::terms) {
            let Some(cell) = term.cell else { continue };
            has_cell |= !term.is_missing();
            // A cell recurs only nearby, so a long list of categories is not searched again and
            // again.
            if !cells.iter().rev().take(8).any(|known| *known == cell) {
                cells.push(cell);
            }
        }
        has_cell.then_some(Finding {
            rule,
            verdict,
            formulas,
            cells,
        })
    }
}

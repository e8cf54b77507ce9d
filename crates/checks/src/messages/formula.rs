//! Formulas with their numbers filled in.

use super::{CheckText, check_text};
use crate::{Finding, Formula, Percent, Relation, Sign, Term, Value, Verdict};
use gongkai_i18n::{Locale, amount, group, grouped_wide, hedged, spoken};
use gongkai_model::{Amount, Cell};

/// How much of a long sum is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// All terms are written.
    Full,
    /// Sums of more than six terms are written without zeros, and only the first two terms and the
    /// last.
    Brief,
}

/// Sums of more terms are shortened.
const MAX_TERMS: usize = 6;

/// Writes the formulas of a finding: `387 − 302 = 85 ≥ 0`.
pub fn formulas(locale: Locale, finding: &Finding, detail: Detail) -> String {
    let written = finding
        .formulas
        .iter()
        .map(|one| formula(locale, one, detail));
    let written: Vec<String> = written.collect();
    written.join(CheckText::Between.text(locale))
}

/// Writes one formula, with the sum of each side that has several terms.
pub fn formula(locale: Locale, formula: &Formula, detail: Detail) -> String {
    let left = match formula.relation {
        Relation::Quotient => division(locale, &formula.left, detail),
        _ => side(locale, &formula.left, detail),
    };
    let right = side(locale, &formula.right, detail);
    let fails = formula.verdict == Verdict::Fails;
    match formula.relation {
        _ if formula.verdict == Verdict::CannotTell => check_text::Against {
            left: &left,
            right: &right,
        }
        .text(locale),
        Relation::Quotient if fails => match quotient(formula) {
            Some(exact) => format!("{left} = {exact} ≠ {right}"),
            None => format!("{left} ≠ {right}"),
        },
        Relation::Quotient => format!("{left} = {right}"),
        Relation::Together => check_text::Pair {
            count: &left,
            amount: &right,
        }
        .text(locale),
        Relation::Equal => compared(
            locale,
            formula,
            [left, right],
            if fails { "≠" } else { "=" },
        ),
        Relation::AtMost => compared(
            locale,
            formula,
            [left, right],
            if fails { ">" } else { "≤" },
        ),
        Relation::AtLeast => compared(
            locale,
            formula,
            [left, right],
            if fails { "<" } else { "≥" },
        ),
    }
}

/// Writes two sums with the sign between them; if numbers are hedged, each with its range.
fn compared(locale: Locale, formula: &Formula, written: [String; 2], sign: &str) -> String {
    let [left, right] = written;
    let (left_sum, right_sum) = (Formula::sum(&formula.left), Formula::sum(&formula.right));
    let (many_left, many_right) = (formula.left.len() > 1, formula.right.len() > 1);
    if left_sum.0 != left_sum.1 || right_sum.0 != right_sum.1 {
        let with_range = |side: String, (low, high): (i128, i128), many: bool| {
            if low != high {
                let (from, to) = (&grouped_wide(low), &grouped_wide(high));
                if many {
                    let range = check_text::Range { from, to }.text(locale);
                    [&side, " = ", &range].concat()
                } else {
                    check_text::Hedged {
                        sum: &side,
                        from,
                        to,
                    }
                    .text(locale)
                }
            } else if many {
                [&side, " = ", &grouped_wide(low)].concat()
            } else {
                side
            }
        };
        let left = with_range(left, left_sum, many_left);
        let right = with_range(right, right_sum, many_right);
        // Ranges that meet are not equal.
        let sign = if sign == "=" { "≈" } else { sign };
        return [&left, " ", sign, " ", &right].concat();
    }
    // Two equal sums are written once: 10 + 2 = 12 = 9 + 3.
    let equal = sign == "=";
    let mut chain = left;
    if many_left && (!equal || many_right) {
        chain = [&chain, " = ", &grouped_wide(left_sum.0)].concat();
    }
    chain = [&chain, " ", sign, " "].concat();
    if many_right && !equal {
        chain = [&chain, &grouped_wide(right_sum.0), " = "].concat();
    }
    chain + &right
}

/// Writes a quotient: `a ÷ b` or `a ÷ (b + c)`.
fn division(locale: Locale, terms: &[Term], detail: Detail) -> String {
    let (part, wholes) = terms.split_at_checked(1).unwrap_or_default();
    let part = side(locale, part, detail);
    let divisor = side(locale, wholes, detail);
    match wholes.len() {
        1 => [&part, " ÷ ", &divisor].concat(),
        _ => [&part, " ÷ (", &divisor, ")"].concat(),
    }
}

/// The exact quotient in per cent, with as many decimals as the stated one, but at least one.
pub(super) fn quotient(formula: &Formula) -> Option<String> {
    let (part, wholes) = formula.left.split_first()?;
    let Value::Percent(stated) = formula.right.first()?.value else {
        return None;
    };
    let places = stated.places.max(1);
    let part = Formula::sum(std::slice::from_ref(part)).0;
    let whole = Formula::sum(wholes).0;
    let scaled = part.checked_mul(10_i128.checked_pow(places.checked_add(2)?)?)?;
    let rounded = scaled.checked_mul(2)?.checked_add(whole)?;
    let digits = rounded.checked_div(whole.checked_mul(2)?)?;
    Some(percent(Percent {
        digits: i64::try_from(digits).ok()?,
        places,
    }))
}

pub(super) fn percent(percent: Percent) -> String {
    let width = percent.places as usize;
    let digits = format!("{:0width$}", percent.digits, width = width + 1);
    let (whole, fraction) = digits
        .split_at_checked(digits.len().saturating_sub(width))
        .unwrap_or((&digits, ""));
    let point = if fraction.is_empty() { "" } else { "." };
    [&group(whole), point, fraction, "%"].concat()
}

/// Writes the terms of a side with their signs.
fn side(locale: Locale, terms: &[Term], detail: Detail) -> String {
    let is_zero = |term: &&Term| term.value == Value::Cell(Cell::Count(0));
    let mut shown: Vec<&Term> = terms.iter().collect();
    if detail == Detail::Brief
        && terms.len() > MAX_TERMS
        && !terms.iter().all(|term| is_zero(&term))
    {
        shown.retain(|term| !is_zero(term));
    }
    let last = shown.len().saturating_sub(1);
    let is_shortened = detail == Detail::Brief && shown.len() > MAX_TERMS;
    let mut written = String::new();
    for (index, term) in shown.into_iter().enumerate() {
        if is_shortened && index >= 2 && index < last {
            if index == 2 {
                written.push_str(" + …");
            }
            continue;
        }
        let (is_negative, number) = signed_term(locale, term);
        written.push_str(match (written.is_empty(), is_negative) {
            (true, false) => "",
            (true, true) => "−",
            (false, false) => " + ",
            (false, true) => " − ",
        });
        written.push_str(&number);
    }
    written
}

/// Whether a term is subtracted, and its absolute value.
fn signed_term(locale: Locale, term: &Term) -> (bool, String) {
    let minus = term.sign == Sign::Minus;
    match &term.value {
        Value::Cell(Cell::Count(n)) | Value::Change(Cell::Count(n)) => {
            (minus != (*n < 0), grouped_wide(i128::from(*n).abs()))
        }
        Value::Cell(cell) | Value::Change(cell) => (minus, spoken(locale, *cell)),
        Value::Amount(Amount::Blank) => (minus, spoken(locale, Cell::Blank)),
        Value::Amount(Amount::NotApplicable) => (minus, spoken(locale, Cell::NotApplicable)),
        Value::Amount(printed) => (minus, amount(locale, printed)),
        Value::Quantity(quantity) => (minus, hedged(locale, quantity.count, quantity.qualifier)),
        Value::Percent(stated) => (minus, percent(*stated)),
        Value::Year(year) => (minus, year.to_string()),
    }
}

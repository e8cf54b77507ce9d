//! The change of a number from one report of an agency to another.

use crate::messages::CompareText;
use gongkai_catalog::{Catalog, Divisor, Number, Question, Ratio, Value};
use gongkai_i18n::Locale;

pub(crate) fn zero() -> Ratio {
    Number::whole(0).into()
}

/// Why no change between two reports is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoChange {
    /// One of the two has no number.
    NoNumber,
    /// The two editions of the form count differently.
    OtherForm,
    /// One of the two is approximate, such as "over 3200".
    Hedged,
    /// The difference is too large to compute.
    TooLarge,
}

impl NoChange {
    pub fn text(self, locale: Locale) -> &'static str {
        let text = match self {
            NoChange::NoNumber => CompareText::ChangeNoNumber,
            NoChange::OtherForm => CompareText::ChangeOtherForm,
            NoChange::Hedged => CompareText::ChangeHedged,
            NoChange::TooLarge => CompareText::ChangeTooLarge,
        };
        text.text(locale)
    }
}

/// Subtracts the number of an earlier report from that of a later one of the same agency. A denominator
/// has one number for all years, so the difference is divided by it as well.
///
/// # Errors
/// The first reason why no change can be computed.
pub(crate) fn year_change(
    catalog: &Catalog,
    later: Option<usize>,
    earlier: Option<usize>,
    question: Question,
) -> Result<Ratio, NoChange> {
    let (Some(later), Some(earlier)) = (later, earlier) else {
        return Err(NoChange::NoNumber);
    };
    let measure = question.measure;
    let numbers = [later, earlier].map(|report| {
        let is_number = catalog.answer(Some(report), question).number().is_some();
        catalog.number(report, measure).filter(|_| is_number)
    });
    let [Some(later_number), Some(earlier_number)] = numbers else {
        return Err(NoChange::NoNumber);
    };
    if catalog.edition(later) != catalog.edition(earlier) {
        return Err(NoChange::OtherForm);
    }
    let is_hedged = |report| match catalog.value(report, measure) {
        Value::Stated(stated) => stated.qualifier.is_some(),
        _ => false,
    };
    if is_hedged(later) || is_hedged(earlier) {
        return Err(NoChange::Hedged);
    }
    let difference = later_number
        .minus(earlier_number)
        .ok_or(NoChange::TooLarge)?;
    match question.divisor {
        None => Ok(difference.into()),
        Some(Divisor::Denominator { index, power }) => catalog
            .agency_of(later)
            .and_then(|agency| catalog.denominators().get(index)?.number(agency))
            .and_then(|divisor| Ratio::new(difference, divisor))
            .map(|ratio| ratio.per_power(power))
            .ok_or(NoChange::NoNumber),
        // Each year has its own divisor.
        Some(Divisor::Measure(_)) => Err(NoChange::NoNumber),
    }
}

//! Numbers of a catalogue as the reader sees them.

use super::comparison::Comparison;
use super::{By, Choice};
use crate::catalog::{Catalog, Divisor, Measure, Question, Ratio, State, Unit, Value};
use crate::i18n::{self, CompareText, Locale, measure_name, measure_unit};
use crate::model::Cell;

impl Choice {
    /// What is asked of every report.
    pub(super) fn question(&self) -> Question {
        question(self.measure, self.by)
    }
}

pub(super) fn question(measure: Measure, by: By) -> Question {
    let by = match by {
        By::Nothing => None,
        By::Denominator { index, power } => Some(Divisor::Denominator { index, power }),
    };
    Question { measure, by }
}

impl Comparison {
    pub(super) fn name_of(&self, place: usize) -> &str {
        let place = self.catalog.places().get(place);
        place.map_or("", |place| place.name.as_str())
    }

    /// The measure, with what it is related to.
    pub(super) fn measure_name(&self, measure: Measure) -> String {
        let name = measure_name(self.locale, measure);
        match self.per() {
            Some(per) => CompareText::NameBy.with(self.locale, &[&name, &per]),
            None => name,
        }
    }

    /// `每万人`, where numbers are related to something.
    fn per(&self) -> Option<String> {
        let By::Denominator { index, power } = self.choice.by else {
            return None;
        };
        let unit = &self.catalog.denominators().get(index)?.unit;
        Some(i18n::per(self.locale, unit, power))
    }

    /// What stands at the axis.
    pub(super) fn unit(&self, measure: Measure) -> String {
        let unit = measure_unit(self.locale, measure.unit());
        match self.per() {
            Some(per) => CompareText::Per.with(self.locale, &[unit, &per]),
            None => unit.to_owned(),
        }
    }

    /// A report's answer as it is printed, or as it is calculated where it is related to something.
    pub(super) fn shown(&self, report: Option<usize>, measure: Measure) -> Shown {
        let question = question(measure, self.choice.by);
        let state = self.catalog.state(report, question);
        match (state, report, question.by) {
            (State::Number(_), Some(report), None) => Shown {
                text: value(self.locale, &self.catalog.value(report, measure)),
                why: None,
            },
            (State::Number(number), ..) => Shown {
                text: self.number(number, measure),
                why: None,
            },
            _ => Shown {
                text: match state {
                    State::NotApplicable => "/".to_owned(),
                    _ => "—".to_owned(),
                },
                why: i18n::why_not(self.locale, state),
            },
        }
    }

    /// A number in the measure's unit, with places only where it is related or money.
    pub(super) fn number(&self, number: Ratio, measure: Measure) -> String {
        let is_money = measure.unit() == Unit::Money;
        let number = match is_money {
            true => number.in_units_of(4),
            false => number,
        };
        let places = match self.choice.by {
            By::Nothing if !is_money => 0,
            _ => 2,
        };
        let rounded = number.rounded(places);
        let sign = if rounded.is_negative { "\u{2212}" } else { "" };
        [sign, &i18n::decimal(&rounded.value)].concat()
    }

    /// What the axis and the marks are drawn by.
    pub(super) fn drawn(&self, number: Ratio, measure: Measure) -> f64 {
        match measure.unit() {
            Unit::Money => number.in_units_of(4).to_f64(),
            _ => number.to_f64(),
        }
    }
}

/// A cell of a table: what it shows, and why where that is no number.
pub(super) struct Shown {
    pub text: String,
    pub why: Option<&'static str>,
}

impl Shown {
    /// For a table: what is no number says why.
    pub fn cell(&self) -> String {
        match self.why {
            Some(why) if self.text != "/" => [&self.text, "（", why, "）"].concat(),
            _ => self.text.clone(),
        }
    }

    /// For a sentence: the number, or why there is none.
    pub fn said(&self) -> &str {
        self.why.unwrap_or(&self.text)
    }
}

/// A value as the report prints it.
pub(super) fn value(locale: Locale, value: &Value) -> String {
    match value {
        Value::Count(count) => i18n::cell(locale, Cell::Count(*count)),
        Value::Stated(stated) => i18n::quantity(locale, stated),
        Value::Money(money) => i18n::money(locale, money),
        Value::Blank => i18n::cell(locale, Cell::Blank),
        Value::NotApplicable => i18n::cell(locale, Cell::NotApplicable),
        Value::Missing => i18n::cell(locale, Cell::Missing),
    }
}

/// How much a report's number is above that of another; `None` where one has none or is hedged, the
/// two forms count differently, or the difference does not fit.
pub(super) fn change(
    catalog: &Catalog,
    now: Option<usize>,
    before: Option<usize>,
    measure: Measure,
) -> Option<Ratio> {
    let (now, before) = (now?, before?);
    // Of "over 3200" nobody knows how much it is above anything.
    let is_hedged = |report| match catalog.value(report, measure) {
        Value::Stated(stated) => stated.qualifier.is_some(),
        _ => false,
    };
    if catalog.edition(now) != catalog.edition(before) || is_hedged(now) || is_hedged(before) {
        return None;
    }
    let difference = catalog
        .number(now, measure)?
        .minus(catalog.number(before, measure)?)?;
    Some(difference.into())
}

/// A change with its sign.
pub(super) fn signed(text: String) -> String {
    let is_zero = text
        .bytes()
        .all(|byte| !byte.is_ascii_digit() || byte == b'0');
    match is_zero || text.starts_with('\u{2212}') {
        true => text,
        false => ["+", &text].concat(),
    }
}

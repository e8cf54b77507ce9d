//! What a report answers to a question, and why it may have no number.

use super::measure::{Measure, Unit};
use super::number::{Number, Ratio};
use super::store::Catalog;
use super::value::Value;

/// A measure, by itself or related to another number of the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub measure: Measure,
    pub by: Option<Divisor>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Divisor {
    /// By its index among the catalogue's, for each 10^`power` of its unit.
    Denominator { index: usize, power: u8 },
    /// Of the same report, such as the share of what was granted in all outcomes.
    Measure(Measure),
}

impl From<Measure> for Question {
    fn from(measure: Measure) -> Question {
        Question { measure, by: None }
    }
}

/// A number, or why there is none. None of the others is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The catalogue has no report of the place and year.
    NoReport,
    /// The report's form does not have the measure.
    NotInEdition,
    /// The catalogue does not carry the measure.
    NotCarried,
    /// The report lacks the field.
    Missing,
    /// Printed empty.
    Blank,
    /// Printed as `/`.
    NotApplicable,
    /// Prose counts in a unit such as 万条, which only a person should read.
    OtherUnit,
    /// The number is there; what it is to be related to is not known, or not above zero.
    NoDivisor,
    Number(Ratio),
}

impl State {
    pub fn number(self) -> Option<Ratio> {
        match self {
            State::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Catalog {
    /// What a report answers; `None` for the report is [`State::NoReport`].
    pub fn state(&self, report: Option<usize>, question: Question) -> State {
        let Some(report) = report.filter(|report| *report < self.len()) else {
            return State::NoReport;
        };
        let over = match self.plain(report, question.measure) {
            Ok(number) => number,
            Err(state) => return state,
        };
        let related = match question.by {
            None => return State::Number(over.into()),
            Some(Divisor::Denominator { index, power }) => self
                .place_of(report)
                .and_then(|place| self.denominators.get(index)?.number(place))
                .and_then(|under| Ratio::new(over, under))
                .map(|ratio| ratio.per_power(power)),
            Some(Divisor::Measure(measure)) => self
                .plain(report, measure)
                .ok()
                .and_then(|under| Ratio::new(over, under)),
        };
        related.map_or(State::NoDivisor, State::Number)
    }

    fn plain(&self, report: usize, measure: Measure) -> Result<Number, State> {
        if let Some(number) = self.number(report, measure) {
            return Ok(number);
        }
        let edition = self.edition(report);
        if !edition.is_some_and(|edition| measure.is_in(edition)) {
            return Err(State::NotInEdition);
        }
        if !self.carries(measure) {
            return Err(State::NotCarried);
        }
        Err(match (self.value(report, measure), measure.unit()) {
            (Value::Blank, _) => State::Blank,
            (Value::NotApplicable, _) => State::NotApplicable,
            (Value::Stated(_), Unit::Pieces) => State::OtherUnit,
            _ => State::Missing,
        })
    }
}

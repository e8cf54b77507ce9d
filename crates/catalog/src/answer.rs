//! A query for the number of a report, and its answer.

use super::catalog::Catalog;
use super::measure::{Measure, MeasureUnit};
use super::number::{Number, Ratio};
use super::value::Value;

/// A measure, optionally divided by another number of the same agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// The measure.
    pub measure: Measure,
    /// The number to divide by; `None` for the plain measure.
    pub divisor: Option<Divisor>,
}

/// A number by which a measure is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Divisor {
    /// A denominator by its index in the catalogue, per 10^`power` of its unit.
    Denominator {
        /// The index of the denominator.
        index: usize,
        /// The power of ten.
        power: u8,
    },
    /// Another measure of the same report, for a share such as that of granted applications.
    Measure(Measure),
}

impl From<Measure> for Question {
    fn from(measure: Measure) -> Question {
        Question {
            measure,
            divisor: None,
        }
    }
}

/// A number, or the reason why there is none. No reason counts as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The catalogue has no report of the agency and year.
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
    /// The prose counts in a unit such as 万条, which only a person should interpret.
    OtherUnit,
    /// There is a number, but its divisor is not known or not above zero.
    NoDivisor,
    /// A number, divided if the question has a divisor.
    Number(Ratio),
}

impl Answer {
    /// Returns the number, or `None` if the answer is not a number.
    pub fn number(self) -> Option<Ratio> {
        match self {
            Answer::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Catalog {
    /// Answers a question for a report. Without a report the answer is [`Answer::NoReport`].
    pub fn answer(&self, report: Option<usize>, question: Question) -> Answer {
        let Some(report) = report.filter(|report| *report < self.len()) else {
            return Answer::NoReport;
        };
        let dividend = match self.undivided(report, question.measure) {
            Ok(number) => number,
            Err(reason) => return reason,
        };
        let ratio = match question.divisor {
            None => return Answer::Number(dividend.into()),
            Some(Divisor::Denominator { index, power }) => self
                .agency_of(report)
                .and_then(|agency| self.denominators.get(index)?.number(agency))
                .and_then(|divisor| Ratio::new(dividend, divisor))
                .map(|ratio| ratio.per_power(power)),
            Some(Divisor::Measure(measure)) => self
                .undivided(report, measure)
                .ok()
                .and_then(|divisor| Ratio::new(dividend, divisor)),
        };
        ratio.map_or(Answer::NoDivisor, Answer::Number)
    }

    fn undivided(&self, report: usize, measure: Measure) -> Result<Number, Answer> {
        if let Some(number) = self.number(report, measure) {
            return Ok(number);
        }
        let edition = self.edition(report);
        if !edition.is_some_and(|edition| measure.is_in(edition)) {
            return Err(Answer::NotInEdition);
        }
        if !self.carries(measure) {
            return Err(Answer::NotCarried);
        }
        Err(match (self.value(report, measure), measure.unit()) {
            (Value::Blank, _) => Answer::Blank,
            (Value::NotApplicable, _) => Answer::NotApplicable,
            (Value::Stated(_), MeasureUnit::Pieces) => Answer::OtherUnit,
            _ => Answer::Missing,
        })
    }
}

//! A measure of one agency over the years.

use super::answer::{Answer, Question};
use super::catalog::Catalog;
use super::number::Ratio;
use gongkai_model::Edition;
use std::ops::RangeInclusive;

/// One year of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesPoint {
    /// The year.
    pub year: u16,
    /// The index of the year's report, or `None` if the agency has no report for it.
    pub report: Option<usize>,
    /// The edition of the report's form.
    pub edition: Option<Edition>,
    /// The number, or the reason why it is missing.
    pub answer: Answer,
    /// Whether the previous report, of whatever year, has the other edition: no line connects the two.
    pub is_after_break: bool,
}

/// A point for each requested year, including years without a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// One point for each requested year, in ascending order.
    pub points: Vec<SeriesPoint>,
}

impl Series {
    /// Returns the points that lines may connect: consecutive years with numbers of one edition.
    pub fn runs(&self) -> Vec<Vec<(u16, Ratio)>> {
        let mut runs: Vec<Vec<(u16, Ratio)>> = Vec::new();
        let mut is_open = false;
        for point in &self.points {
            let Some(number) = point.answer.number() else {
                is_open = false;
                continue;
            };
            let at = (point.year, number);
            match runs.last_mut().filter(|_| is_open && !point.is_after_break) {
                Some(run) => run.push(at),
                None => runs.push(vec![at]),
            }
            is_open = true;
        }
        runs
    }
}

/// Makes the series of an agency. A year without a number is a gap, never 0.
pub fn series(
    catalog: &Catalog,
    agency: usize,
    question: Question,
    years: RangeInclusive<u16>,
) -> Series {
    let mut before: Option<Edition> = None;
    let points = years.map(|year| {
        let report = catalog.report(agency, year);
        let edition = report.and_then(|report| catalog.edition(report));
        let is_after_break =
            matches!((before, edition), (Some(before), Some(now)) if before != now);
        before = edition.or(before);
        SeriesPoint {
            year,
            report,
            edition,
            answer: catalog.answer(report, question),
            is_after_break,
        }
    });
    Series {
        points: points.collect(),
    }
}

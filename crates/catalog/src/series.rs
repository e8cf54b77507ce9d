//! A measure of one place over the years.

use super::number::Ratio;
use super::state::{Question, State};
use super::store::Catalog;
use gongkai_model::Edition;
use std::ops::RangeInclusive;

/// One year of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub year: u16,
    pub report: Option<usize>,
    pub edition: Option<Edition>,
    pub state: State,
    /// The report before it, of whatever year, is of the other edition: no line comes across.
    pub is_after_break: bool,
}

/// A point for every year asked for, those without a report included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    pub points: Vec<Point>,
}

impl Series {
    /// What a line may join: years in a row, each with a number, all of one edition.
    pub fn runs(&self) -> Vec<Vec<(u16, Ratio)>> {
        let mut runs: Vec<Vec<(u16, Ratio)>> = Vec::new();
        let mut is_open = false;
        for point in &self.points {
            let Some(number) = point.state.number() else {
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

/// The series of a place. A year without a number is a gap, and never 0.
pub fn series(
    catalog: &Catalog,
    place: usize,
    question: Question,
    years: RangeInclusive<u16>,
) -> Series {
    let mut before: Option<Edition> = None;
    let points = years.map(|year| {
        let report = catalog.report(place, year);
        let edition = report.and_then(|report| catalog.edition(report));
        let is_after_break =
            matches!((before, edition), (Some(before), Some(now)) if before != now);
        before = edition.or(before);
        Point {
            year,
            report,
            edition,
            state: catalog.state(report, question),
            is_after_break,
        }
    });
    Series {
        points: points.collect(),
    }
}

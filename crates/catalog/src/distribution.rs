//! The distribution of a measure over agencies, in one year.

use super::answer::{Answer, Question};
use super::catalog::Catalog;
use super::number::Ratio;

/// An agency with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankedAgency {
    /// The index of the agency in the catalogue.
    pub agency: usize,
    /// Its number.
    pub number: Ratio,
}

/// How many agencies have no number, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GapCounts {
    /// Agencies without a report for the year.
    pub no_report: usize,
    /// Agencies whose report's form does not have the measure.
    pub not_in_edition: usize,
    /// All agencies, if the catalogue does not carry the measure.
    pub not_carried: usize,
    /// Reports that lack the field.
    pub missing: usize,
    /// Cells that are printed empty.
    pub blank: usize,
    /// Cells that are printed as `/`.
    pub not_applicable: usize,
    /// Numbers in a unit such as 万条, which are not compared.
    pub other_unit: usize,
    /// Numbers without a divisor above zero.
    pub no_divisor: usize,
}

impl GapCounts {
    fn add(&mut self, answer: Answer) {
        let count = match answer {
            Answer::NoReport => &mut self.no_report,
            Answer::NotInEdition => &mut self.not_in_edition,
            Answer::NotCarried => &mut self.not_carried,
            Answer::Missing => &mut self.missing,
            Answer::Blank => &mut self.blank,
            Answer::NotApplicable => &mut self.not_applicable,
            Answer::OtherUnit => &mut self.other_unit,
            Answer::NoDivisor => &mut self.no_divisor,
            Answer::Number(_) => return,
        };
        *count = count.saturating_add(1);
    }

    /// Returns the number of agencies without a number.
    pub fn total(&self) -> usize {
        let counts = [
            self.no_report,
            self.not_in_edition,
            self.not_carried,
            self.missing,
            self.blank,
            self.not_applicable,
            self.other_unit,
            self.no_divisor,
        ];
        counts.into_iter().fold(0, usize::saturating_add)
    }
}

/// The agencies with a number, in order, and the counts of those without one. Each agency asked for
/// is in exactly one of the two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// Sorted by number; agencies with equal numbers keep the catalogue's order.
    pub ranked: Vec<RankedAgency>,
    /// The agencies without a number.
    pub gaps: GapCounts,
}

impl Distribution {
    /// Returns the lower quartile, median and upper quartile by the nearest-rank method: the smallest
    /// number of an agency that at least a quarter (half, three quarters) of the agencies with a
    /// number do not exceed. Each is the number of some agency; nothing is interpolated.
    pub fn quartiles(&self) -> Option<[Ratio; 3]> {
        let rank = |quarters: usize| {
            let rank = self.ranked.len().checked_mul(quarters)?.div_ceil(4);
            let entry = self.ranked.get(rank.checked_sub(1)?)?;
            Some(entry.number)
        };
        Some([rank(1)?, rank(2)?, rank(3)?])
    }
}

/// Ranks the agencies by their numbers of one year, and counts those without a number by reason.
pub fn distribution(
    catalog: &Catalog,
    agencies: impl IntoIterator<Item = usize>,
    question: Question,
    year: u16,
) -> Distribution {
    let mut distribution = Distribution::default();
    for agency in agencies {
        let answer = catalog.answer(catalog.report(agency, year), question);
        distribution.gaps.add(answer);
        if let Answer::Number(number) = answer {
            distribution.ranked.push(RankedAgency { agency, number });
        }
    }
    distribution.ranked.sort_by(|one, other| {
        let by_number = one.number.cmp(&other.number);
        by_number.then(one.agency.cmp(&other.agency))
    });
    distribution
}

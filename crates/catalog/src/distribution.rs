//! A measure of one year over places.

use super::number::Ratio;
use super::state::{Question, State};
use super::store::Catalog;

/// A place with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub place: usize,
    pub number: Ratio,
}

/// How many places have no number, by why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Without {
    pub no_report: usize,
    pub not_in_edition: usize,
    pub not_carried: usize,
    pub missing: usize,
    pub blank: usize,
    pub not_applicable: usize,
    pub other_unit: usize,
    pub no_divisor: usize,
}

impl Without {
    fn count(&mut self, state: State) {
        let count = match state {
            State::NoReport => &mut self.no_report,
            State::NotInEdition => &mut self.not_in_edition,
            State::NotCarried => &mut self.not_carried,
            State::Missing => &mut self.missing,
            State::Blank => &mut self.blank,
            State::NotApplicable => &mut self.not_applicable,
            State::OtherUnit => &mut self.other_unit,
            State::NoDivisor => &mut self.no_divisor,
            State::Number(_) => return,
        };
        *count = count.saturating_add(1);
    }

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

/// Every place asked for is either a mark or counted among those without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// By rising numbers; equal ones in the order of places.
    pub marks: Vec<Mark>,
    pub without: Without,
}

impl Distribution {
    /// Lower quartile, median, upper quartile, by the nearest rank: the smallest number of a place
    /// that at least a quarter (half, three quarters) of the places with a number do not exceed. So
    /// each is a number that some place has, and nothing is interpolated.
    pub fn quartiles(&self) -> Option<[Ratio; 3]> {
        let rank = |quarters: usize| {
            let rank = self.marks.len().checked_mul(quarters)?.div_ceil(4);
            let mark = self.marks.get(rank.checked_sub(1)?)?;
            Some(mark.number)
        };
        Some([rank(1)?, rank(2)?, rank(3)?])
    }
}

/// How the places differ in a year. Those without a number are left out and counted.
pub fn distribution(
    catalog: &Catalog,
    places: impl IntoIterator<Item = usize>,
    question: Question,
    year: u16,
) -> Distribution {
    let mut distribution = Distribution::default();
    for place in places {
        let state = catalog.state(catalog.report(place, year), question);
        distribution.without.count(state);
        if let State::Number(number) = state {
            distribution.marks.push(Mark { place, number });
        }
    }
    distribution.marks.sort_by(|one, other| {
        let by_number = one.number.cmp(&other.number);
        by_number.then(one.place.cmp(&other.place))
    });
    distribution
}

//! What a catalogue carries of each report, and what may be compared with what.

use gongkai_model::CellRef;
use gongkai_model::{Applicant, BlockColumn, Edition, ProactiveColumn as Column, RowKey};

/// A headline figure of a report.
///
/// Section one's total; every cell of section two; of section three the 总计 of every row, natural
/// persons in 本年新收, and all seven columns of 上年结转 and 结转下年度 (rule 13 needs them); of
/// section four each block's 结果纠正 and 总计.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure(CellRef);

/// What a measure counts; only the same is drawn on one scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Pieces of information published, as prose states them (条).
    Pieces,
    /// Rules or normative documents (件).
    Documents,
    /// Items that an agency may license, punish, charge for … (项); 2019 edition.
    Items,
    /// Decisions made (件).
    Decisions,
    /// Procurement projects (个).
    Projects,
    /// 元, from whatever unit is printed.
    Money,
    /// Applications for information (件).
    Applications,
    /// Reconsiderations and lawsuits (件).
    Reviews,
}

/// Why two measures may not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The 2019 form's items are what an agency may do, its decisions what it did.
    ItemsWithDecisions,
    /// 对外公开总数量 (2019) is not 现行有效件数 (2021).
    DisclosedWithInForce,
    /// No form has both.
    NoCommonEdition,
    /// They count different things.
    OtherUnit,
}

/// What the change of edition (for reports from 2021 on) does to a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AtChange {
    /// Both forms have it: a series goes on behind a break.
    Breaks,
    /// Only the 2019 form has it.
    Ends,
    /// Only the 2021 form has it.
    Begins,
}

impl Measure {
    /// Every measure, in the form's order.
    pub fn all() -> Vec<Measure> {
        std::iter::once(CellRef::Total)
            .chain(CellRef::cells())
            .filter_map(Measure::at)
            .collect()
    }

    /// The measure that stands there; `None` where a catalogue does not carry the cell.
    pub fn at(place: CellRef) -> Option<Measure> {
        let is_one = match place {
            CellRef::Total => true,
            CellRef::Proactive(row, column) => {
                let editions = [Edition::Form2019, Edition::Form2021];
                editions
                    .iter()
                    .any(|&edition| row.columns(edition).contains(&column))
            }
            CellRef::Application(RowKey::CarriedIn | RowKey::CarriedOut, _) => true,
            CellRef::Application(RowKey::Received, Applicant::Person) => true,
            CellRef::Application(_, column) => column == Applicant::Total,
            CellRef::Review(_, column) => {
                matches!(column, BlockColumn::Corrected | BlockColumn::Total)
            }
            _ => false,
        };
        is_one.then_some(Measure(place))
    }

    pub fn from_id(id: &str) -> Option<Measure> {
        Measure::all()
            .into_iter()
            .find(|measure| measure.id() == id)
    }

    /// Its path in a report, as errors and findings name it: `applications.received[6]`.
    pub fn id(self) -> String {
        self.0.path()
    }

    /// Where it stands in a report.
    pub fn cell(self) -> CellRef {
        self.0
    }

    /// Whether the edition's form has it; section one's prose is in both.
    pub fn is_in(self, edition: Edition) -> bool {
        match self.0 {
            CellRef::Proactive(row, column) => row.columns(edition).contains(&column),
            CellRef::Application(row, _) => row.is_in(edition),
            _ => true,
        }
    }

    /// The only edition that has it; `None` where both do.
    pub fn only_edition(self) -> Option<Edition> {
        let in_both = self.is_in(Edition::Form2019) && self.is_in(Edition::Form2021);
        match (in_both, self.is_in(Edition::Form2019)) {
            (true, _) => None,
            (false, true) => Some(Edition::Form2019),
            (false, false) => Some(Edition::Form2021),
        }
    }

    pub fn unit(self) -> Unit {
        match self.0 {
            CellRef::Proactive(_, column) => match column {
                Column::Made
                | Column::Disclosed
                | Column::TotalDisclosed
                | Column::Repealed
                | Column::InForce => Unit::Documents,
                Column::ItemsLastYear | Column::Change => Unit::Items,
                Column::Decisions => Unit::Decisions,
                Column::Projects => Unit::Projects,
                Column::Amount => Unit::Money,
            },
            CellRef::Application(..) => Unit::Applications,
            CellRef::Review(..) => Unit::Reviews,
            _ => Unit::Pieces,
        }
    }

    /// Only a change from last year may be below zero.
    pub fn may_be_negative(self) -> bool {
        matches!(self.0, CellRef::Proactive(_, Column::Change))
    }

    fn column(self) -> Option<Column> {
        match self.0 {
            CellRef::Proactive(_, column) => Some(column),
            _ => None,
        }
    }
}

/// Whether one scale may show both.
///
/// # Errors
/// The first reason against it.
pub fn comparable(one: Measure, other: Measure) -> Result<(), Reason> {
    let units = [one.unit(), other.unit()];
    let columns = [one.column(), other.column()];
    let are = |wanted: [Column; 2]| {
        let [first, second] = wanted.map(Some);
        columns == [first, second] || columns == [second, first]
    };
    if one == other {
        return Ok(());
    }
    if units.contains(&Unit::Items) && units.contains(&Unit::Decisions) {
        return Err(Reason::ItemsWithDecisions);
    }
    if are([Column::TotalDisclosed, Column::InForce]) {
        return Err(Reason::DisclosedWithInForce);
    }
    if one.unit() != other.unit() {
        return Err(Reason::OtherUnit);
    }
    match (one.only_edition(), other.only_edition()) {
        (Some(first), Some(second)) if first != second => Err(Reason::NoCommonEdition),
        _ => Ok(()),
    }
}

/// What happens to the measure where the form of 2021 replaces that of 2019.
pub fn breaks_at_2021(measure: Measure) -> AtChange {
    match measure.only_edition() {
        None => AtChange::Breaks,
        Some(Edition::Form2019) => AtChange::Ends,
        Some(Edition::Form2021) => AtChange::Begins,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(id: &str) -> Measure {
        Measure::from_id(id).unwrap_or_else(|| panic!("{id}"))
    }

    #[test]
    fn every_measure_has_its_own_id_and_is_found_by_it() {
        let all = Measure::all();
        assert_eq!(all.len(), 73);
        for (index, &one) in all.iter().enumerate() {
            assert_eq!(Measure::from_id(&one.id()), Some(one));
            assert!(
                !all.iter()
                    .skip(index + 1)
                    .any(|other| other.id() == one.id())
            );
        }
        assert_eq!(Measure::from_id("applications.received[3]"), None);
        assert_eq!(Measure::from_id("year"), None);
    }

    #[test]
    fn what_must_never_be_compared_is_refused_with_its_reason_both_ways() {
        let cases = [
            (
                "proactive.licences.items_last_year",
                "proactive.licences.decisions",
                Reason::ItemsWithDecisions,
            ),
            (
                "proactive.penalties.change",
                "proactive.licences.decisions",
                Reason::ItemsWithDecisions,
            ),
            (
                "proactive.rules.total_disclosed",
                "proactive.rules.in_force",
                Reason::DisclosedWithInForce,
            ),
            (
                "proactive.procurement.amount",
                "proactive.fees.amount",
                Reason::NoCommonEdition,
            ),
            (
                "proactive.rules.disclosed",
                "proactive.rules.repealed",
                Reason::NoCommonEdition,
            ),
            (
                "applications.outcomes.other[6]",
                "applications.outcomes.other.other[6]",
                Reason::NoCommonEdition,
            ),
            (
                "applications.received[6]",
                "reviews.reconsideration.total",
                Reason::OtherUnit,
            ),
            (
                "proactive.fees.amount",
                "proactive.fees.items_last_year",
                Reason::OtherUnit,
            ),
        ];
        for (one, other, reason) in cases {
            let (one, other) = (measure(one), measure(other));
            assert_eq!(comparable(one, other), Err(reason), "{}", one.id());
            assert_eq!(comparable(other, one), Err(reason), "{}", one.id());
        }
    }

    #[test]
    fn what_counts_the_same_in_a_common_form_may_be_compared() {
        for (one, other) in [
            (
                "proactive.licences.decisions",
                "proactive.penalties.decisions",
            ),
            (
                "applications.received[6]",
                "applications.outcomes.granted[6]",
            ),
            ("proactive.rules.made", "proactive.rules.in_force"),
            ("proactive.rules.made", "proactive.rules.total_disclosed"),
        ] {
            assert_eq!(comparable(measure(one), measure(other)), Ok(()));
        }
    }

    #[test]
    fn a_measure_of_one_form_ends_or_begins_at_the_change_and_others_break() {
        let at = |id| breaks_at_2021(measure(id));
        assert_eq!(at("applications.received[6]"), AtChange::Breaks);
        assert_eq!(at("proactive.licences.decisions"), AtChange::Breaks);
        assert_eq!(at("proactive.procurement.amount"), AtChange::Ends);
        assert_eq!(at("proactive.other_services.decisions"), AtChange::Ends);
        assert_eq!(at("proactive.fees.amount"), AtChange::Begins);
    }
}

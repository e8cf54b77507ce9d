//! The measures of a catalogue, and which of them may be compared.

use gongkai_model::CellRef;
use gongkai_model::{Applicant, BlockColumn, Edition, ProactiveColumn as Column, RowKey};

/// A headline figure of a report.
///
/// Section one's total; every cell of section two; of section three the 总计 of every row, natural
/// persons in 本年新收, and all seven columns of 上年结转 and 结转下年度 (rule 13 needs them); of
/// section four each block's 结果纠正 and 总计.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure(CellRef);

/// The unit of a measure. Measures of different units are not drawn on one scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureUnit {
    /// Pieces of information published, as stated in prose (条).
    Pieces,
    /// Rules or normative documents (件).
    Documents,
    /// Matters that an agency is competent to license, punish, charge for … (项); 2019 edition.
    Items,
    /// Decisions made (件).
    Decisions,
    /// Procurement projects (个).
    Projects,
    /// Money in 元, converted from the printed unit.
    Money,
    /// Applications for information (件).
    Applications,
    /// Reconsiderations and lawsuits (件).
    Reviews,
}

/// Why two measures may not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncomparableReason {
    /// Items of the 2019 form are what an agency may do; decisions are what it did.
    ItemsWithDecisions,
    /// 对外公开总数量 (2019) is not 现行有效件数 (2021).
    DisclosedWithInForce,
    /// No form has both.
    NoCommonEdition,
    /// They count different things.
    OtherUnit,
}

/// What happens to a series of the measure when the form of 2021 replaces that of 2019.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditionChange {
    /// Both forms have it: the series continues after a break.
    Breaks,
    /// Only the 2019 form has it.
    Ends,
    /// Only the 2021 form has it.
    Begins,
}

impl Measure {
    /// Returns all measures, in the form's order.
    pub fn all() -> Vec<Measure> {
        std::iter::once(CellRef::Total)
            .chain(CellRef::cells())
            .filter_map(Measure::from_cell)
            .collect()
    }

    /// Returns the measure of a cell; `None` if catalogues do not carry the cell.
    pub fn from_cell(cell: CellRef) -> Option<Measure> {
        let is_carried = match cell {
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
        is_carried.then_some(Measure(cell))
    }

    /// Returns the measure with this path, or `None` if no measure has it.
    pub fn from_id(id: &str) -> Option<Measure> {
        Measure::all()
            .into_iter()
            .find(|measure| measure.id() == id)
    }

    /// Returns its path in a report, such as `applications.received[6]`.
    pub fn id(self) -> String {
        self.0.path()
    }

    /// Returns its cell in a report.
    pub fn cell(self) -> CellRef {
        self.0
    }

    /// Tells whether the edition's form has it. Section one's prose is in both.
    pub fn is_in(self, edition: Edition) -> bool {
        match self.0 {
            CellRef::Proactive(row, column) => row.columns(edition).contains(&column),
            CellRef::Application(row, _) => row.is_in(edition),
            _ => true,
        }
    }

    /// Returns the only edition that has it; `None` if both do.
    pub fn only_edition(self) -> Option<Edition> {
        let in_2019 = self.is_in(Edition::Form2019);
        if in_2019 && self.is_in(Edition::Form2021) {
            None
        } else if in_2019 {
            Some(Edition::Form2019)
        } else {
            Some(Edition::Form2021)
        }
    }

    /// Returns the unit in which the measure counts.
    pub fn unit(self) -> MeasureUnit {
        match self.0 {
            CellRef::Proactive(_, column) => match column {
                Column::Made
                | Column::Disclosed
                | Column::TotalDisclosed
                | Column::Repealed
                | Column::InForce => MeasureUnit::Documents,
                Column::ItemsLastYear | Column::Change => MeasureUnit::Items,
                Column::Decisions => MeasureUnit::Decisions,
                Column::Projects => MeasureUnit::Projects,
                Column::Amount => MeasureUnit::Money,
            },
            CellRef::Application(..) => MeasureUnit::Applications,
            CellRef::Review(..) => MeasureUnit::Reviews,
            _ => MeasureUnit::Pieces,
        }
    }

    /// Tells whether a value may be below zero: only a change from last year may.
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

/// Checks that two measures may be compared on one scale.
///
/// # Errors
/// The first reason why not.
pub fn comparable(one: Measure, other: Measure) -> Result<(), IncomparableReason> {
    let units = [one.unit(), other.unit()];
    let columns = [one.column(), other.column()];
    let are = |wanted: [Column; 2]| {
        let [first, second] = wanted.map(Some);
        columns == [first, second] || columns == [second, first]
    };
    if one == other {
        return Ok(());
    }
    if units.contains(&MeasureUnit::Items) && units.contains(&MeasureUnit::Decisions) {
        return Err(IncomparableReason::ItemsWithDecisions);
    }
    if are([Column::TotalDisclosed, Column::InForce]) {
        return Err(IncomparableReason::DisclosedWithInForce);
    }
    if one.unit() != other.unit() {
        return Err(IncomparableReason::OtherUnit);
    }
    match (one.only_edition(), other.only_edition()) {
        (Some(first), Some(second)) if first != second => Err(IncomparableReason::NoCommonEdition),
        _ => Ok(()),
    }
}

/// Returns what the change of form in 2021 does to a series of the measure.
pub fn edition_change(measure: Measure) -> EditionChange {
    match measure.only_edition() {
        None => EditionChange::Breaks,
        Some(Edition::Form2019) => EditionChange::Ends,
        Some(Edition::Form2021) => EditionChange::Begins,
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
                IncomparableReason::ItemsWithDecisions,
            ),
            (
                "proactive.penalties.change",
                "proactive.licences.decisions",
                IncomparableReason::ItemsWithDecisions,
            ),
            (
                "proactive.rules.total_disclosed",
                "proactive.rules.in_force",
                IncomparableReason::DisclosedWithInForce,
            ),
            (
                "proactive.procurement.amount",
                "proactive.fees.amount",
                IncomparableReason::NoCommonEdition,
            ),
            (
                "proactive.rules.disclosed",
                "proactive.rules.repealed",
                IncomparableReason::NoCommonEdition,
            ),
            (
                "applications.outcomes.other[6]",
                "applications.outcomes.other.other[6]",
                IncomparableReason::NoCommonEdition,
            ),
            (
                "applications.received[6]",
                "reviews.reconsideration.total",
                IncomparableReason::OtherUnit,
            ),
            (
                "proactive.fees.amount",
                "proactive.fees.items_last_year",
                IncomparableReason::OtherUnit,
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
        let at = |id| edition_change(measure(id));
        assert_eq!(at("applications.received[6]"), EditionChange::Breaks);
        assert_eq!(at("proactive.licences.decisions"), EditionChange::Breaks);
        assert_eq!(at("proactive.procurement.amount"), EditionChange::Ends);
        assert_eq!(
            at("proactive.other_services.decisions"),
            EditionChange::Ends
        );
        assert_eq!(at("proactive.fees.amount"), EditionChange::Begins);
    }
}

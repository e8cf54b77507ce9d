//! Rule 12, and rules 13 to 15 between two years of one agency.

use super::cell_in_year::CellInYear;
use super::finding::{Finding, Formula, Relation, Term, Value};
use super::rule::Rule;
use super::{section_three, section_two};
use gongkai_model::{
    Agency, Applicant, CellRef, Edition, ProactiveColumn as Column, ProactiveKey as Key, Report,
    RowKey,
};

pub(super) fn check_period(report: &Report, findings: &mut Vec<Finding>) {
    let Some(period) = &report.period else {
        return;
    };
    let year = |cell, value| {
        let at = CellInYear {
            year: report.year,
            cell,
        };
        vec![Term::new(Some(at), Value::Year(value))]
    };
    let ends = [
        (CellRef::PeriodFrom, period.from),
        (CellRef::PeriodTo, period.to),
    ];
    let formulas = ends.map(|(cell, day)| {
        Formula::sums(
            year(cell, day.year),
            Relation::Equal,
            year(CellRef::Year, report.year),
        )
    });
    findings.extend(Finding::of(Rule::PeriodInYear, formulas.to_vec()));
}

pub(super) fn check_between(earlier: &Report, later: &Report, findings: &mut Vec<Finding>) {
    if !is_same_agency(&earlier.agency, &later.agency)
        || earlier.year.checked_add(1) != Some(later.year)
    {
        return;
    }
    let equal =
        |rule, left, right| Finding::of(rule, vec![Formula::sums(left, Relation::Equal, right)]);
    if let (Some(before), Some(now)) = (&earlier.applications, &later.applications) {
        findings.extend(Applicant::ALL.iter().filter_map(|&applicant| {
            equal(
                Rule::CarriedOver,
                vec![section_three::term(
                    before,
                    earlier.year,
                    RowKey::CarriedOut,
                    applicant,
                )],
                vec![section_three::term(
                    now,
                    later.year,
                    RowKey::CarriedIn,
                    applicant,
                )],
            )
        }));
    }
    let (Some(before), Some(now)) = (&earlier.proactive, &later.proactive) else {
        return;
    };
    let before = |row, column| section_two::term(before, earlier.year, row, column);
    let now = |row, column| section_two::term(now, later.year, row, column);
    let items = |&row: &Key| {
        equal(
            Rule::ItemsContinue,
            vec![
                before(row, Column::ItemsLastYear),
                before(row, Column::Change),
            ],
            vec![now(row, Column::ItemsLastYear)],
        )
    };
    let in_force = |&row: &Key| {
        equal(
            Rule::InForceContinues,
            vec![now(row, Column::InForce)],
            vec![
                before(row, Column::InForce),
                now(row, Column::Made),
                now(row, Column::Repealed).minus(),
            ],
        )
    };
    // Neither can be compared across editions.
    match (earlier.edition, later.edition) {
        (Edition::Form2019, Edition::Form2019) => {
            findings.extend(section_two::ITEMS.iter().filter_map(items));
        }
        (Edition::Form2021, Edition::Form2021) => {
            findings.extend(section_two::DOCUMENTS.iter().filter_map(in_force));
        }
        _ => {}
    }
}

/// Whether two agencies are the same: agencies of a county share its code, and agencies with the
/// same name elsewhere have another code.
fn is_same_agency(one: &Agency, other: &Agency) -> bool {
    one.name == other.name
        && match (&one.division_code, &other.division_code) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        }
}

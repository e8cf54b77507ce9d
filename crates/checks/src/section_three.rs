//! Section three: rules 1 to 3.

use super::cell_in_year::CellInYear;
use super::finding::{Finding, Formula, Relation, Term};
use super::rule::Rule;
use gongkai_model::{Applicant, Applications, CellRef, Report, RowKey};

/// The terms of one column in the given rows.
fn column<'a>(
    table: &'a Applications,
    year: u16,
    rows: &'a [RowKey],
    applicant: Applicant,
) -> impl Iterator<Item = Term> + 'a {
    rows.iter()
        .map(move |&row| term(table, year, row, applicant))
}

pub(super) fn term(table: &Applications, year: u16, row: RowKey, applicant: Applicant) -> Term {
    let cell = CellRef::Application(row, applicant);
    Term::cell(CellInYear { year, cell }, table.cell(row, applicant))
}

pub(super) fn check(report: &Report, findings: &mut Vec<Finding>) {
    let Some(table) = &report.applications else {
        return;
    };
    let year = report.year;
    let equal = |rule, left: Vec<Term>, right: Vec<Term>| {
        Finding::of(rule, vec![Formula::sums(left, Relation::Equal, right)])
    };
    let outcomes: Vec<RowKey> = RowKey::of(report.edition)
        .filter(|row| row.is_outcome())
        .collect();
    let of = |rows: &[RowKey], applicant| column(table, year, rows, applicant).collect();

    findings.extend(Applicant::ALL.iter().filter_map(|&applicant| {
        equal(
            Rule::InflowIsOutflow,
            of(&[RowKey::Received, RowKey::CarriedIn], applicant),
            of(&[RowKey::Total, RowKey::CarriedOut], applicant),
        )
    }));
    findings.extend(Applicant::ALL.iter().filter_map(|&applicant| {
        equal(
            Rule::OutcomesAddUp,
            of(&outcomes, applicant),
            of(&[RowKey::Total], applicant),
        )
    }));
    findings.extend(RowKey::of(report.edition).filter_map(|row| {
        let (total, kinds) = Applicant::ALL.split_last()?;
        let kinds = kinds.iter().map(|&kind| term(table, year, row, kind));
        equal(
            Rule::ApplicantsAddUp,
            kinds.collect(),
            vec![term(table, year, row, *total)],
        )
    }));
}

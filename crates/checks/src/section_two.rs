//! Section two: rules 5 to 7.

use super::cell_in_year::CellInYear;
use super::finding::{Finding, Formula, Relation, Term, Value};
use super::rule::Rule;
use gongkai_model::{
    Amount, Cell, CellRef, Edition, Proactive, ProactiveColumn as Column, ProactiveKey as Key,
    Report,
};

/// The rows that count items.
pub(super) const ITEMS: [Key; 5] = [
    Key::Licences,
    Key::OtherServices,
    Key::Penalties,
    Key::CompulsoryMeasures,
    Key::Fees,
];

pub(super) const DOCUMENTS: [Key; 2] = [Key::Rules, Key::NormativeDocuments];

pub(super) fn term(table: &Proactive, year: u16, row: Key, column: Column) -> Term {
    let at = CellInYear {
        year,
        cell: CellRef::Proactive(row, column),
    };
    let cell = table.cell(row, column);
    match column {
        Column::Change => Term::change(at, cell),
        _ => Term::cell(at, cell),
    }
}

pub(super) fn check(report: &Report, findings: &mut Vec<Finding>) {
    let Some(table) = &report.proactive else {
        return;
    };
    let term = |row, column| term(table, report.year, row, column);
    let at_least_zero = |terms| Formula::sums(terms, Relation::AtLeast, vec![Term::zero()]);

    findings.extend(Key::ALL.iter().filter_map(|&row| {
        // Only numbers can be negative, so blanks and "/" are skipped.
        let numbers = row
            .columns(report.edition)
            .iter()
            .filter(|&&column| column != Column::Change)
            .filter(|&&column| matches!(table.cell(row, column), Cell::Count(_)))
            .map(|&column| at_least_zero(vec![term(row, column)]));
        Finding::of(Rule::NotNegative, numbers.collect())
    }));
    let at_most = |rule, row, left, right| {
        let (left, right) = (vec![term(row, left)], vec![term(row, right)]);
        Finding::of(rule, vec![Formula::sums(left, Relation::AtMost, right)])
    };
    match report.edition {
        Edition::Form2019 => {
            findings.extend(ITEMS.iter().filter_map(|&row| {
                let items = vec![term(row, Column::ItemsLastYear), term(row, Column::Change)];
                Finding::of(Rule::ItemsRemain, vec![at_least_zero(items)])
            }));
            findings.extend(DOCUMENTS.iter().filter_map(|&row| {
                at_most(
                    Rule::DisclosedWithinTotal,
                    row,
                    Column::Disclosed,
                    Column::TotalDisclosed,
                )
            }));
            let amount = CellRef::Proactive(Key::Procurement, Column::Amount);
            let amount = CellInYear {
                year: report.year,
                cell: amount,
            };
            let money = table.amount(Key::Procurement).unwrap_or(&Amount::Missing);
            findings.extend(Finding::of(
                Rule::ProjectsWithAmount,
                vec![Formula::together(
                    term(Key::Procurement, Column::Projects),
                    Term::new(Some(amount), Value::Amount(money.clone())),
                )],
            ));
        }
        Edition::Form2021 => findings.extend(DOCUMENTS.iter().filter_map(|&row| {
            at_most(Rule::MadeWithinInForce, row, Column::Made, Column::InForce)
        })),
    }
}

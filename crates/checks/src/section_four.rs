//! Section four: rule 4.

use super::cell_in_year::CellInYear;
use super::finding::{Finding, Formula, Relation, Term};
use super::rule::Rule;
use gongkai_model::{BlockColumn, BlockKey, CellRef, Report, Reviews};

pub(super) fn term(reviews: &Reviews, year: u16, block: BlockKey, column: BlockColumn) -> Term {
    let cell = CellRef::Review(block, column);
    Term::cell(CellInYear { year, cell }, reviews.cell(block, column))
}

pub(super) fn check(report: &Report, findings: &mut Vec<Finding>) {
    let Some(reviews) = &report.reviews else {
        return;
    };
    findings.extend(BlockKey::ALL.iter().filter_map(|&block| {
        let (total, results) = BlockColumn::ALL.split_last()?;
        let of = |&column: &BlockColumn| term(reviews, report.year, block, column);
        Finding::of(
            Rule::ResultsAddUp,
            vec![Formula::sums(
                results.iter().map(of).collect(),
                Relation::Equal,
                vec![of(total)],
            )],
        )
    }));
}

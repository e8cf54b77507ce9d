//! Checks whether the numbers of a report are consistent.
//!
//! A check is about the report, not about the agency, and never changes a number. If a rule cannot
//! be decided, the finding says so: a blank is not a zero, and words in prose can have several
//! meanings.

#![warn(missing_docs)]

mod cell_in_year;
mod clauses;
mod evaluate;
mod finding;
mod messages;
mod prose;
mod rule;
mod section_four;
mod section_one;
mod section_three;
mod section_two;
mod years;

pub use cell_in_year::CellInYear;
pub use finding::{
    Difference, Finding, Formula, Percent, Relation, Sign, Tally, Term, Value, Verdict,
};
pub use messages::*;
pub use rule::{Origin, Rule};

use gongkai_model::Report;

/// Checks a report against all rules within one year, in the order of their numbers.
///
/// A rule without any of its cells in the file has no finding.
pub fn check(report: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    section_three::check(report, &mut findings);
    section_four::check(report, &mut findings);
    section_two::check(report, &mut findings);
    section_one::check(report, &mut findings);
    prose::check(report, &mut findings);
    years::check_period(report, &mut findings);
    findings
}

/// Checks only what section one says, against itself and against the tables.
pub fn check_text(report: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    section_one::check(report, &mut findings);
    prose::check(report, &mut findings);
    findings
}

/// Checks two consecutive reports of one agency against each other; no finding for any other pair.
pub fn check_between(earlier: &Report, later: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    years::check_between(earlier, later, &mut findings);
    findings
}

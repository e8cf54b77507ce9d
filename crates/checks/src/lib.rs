//! Whether a report's numbers agree with each other.
//!
//! A check judges the report, not the agency, and never changes a number. Where it cannot be
//! sure it says so: a blank is not a zero, and a word in prose can mean several things.

mod applications;
mod cell_in_year;
mod finding;
mod judge;
mod messages;
mod proactive;
mod prose;
mod reviews;
mod rule;
mod scan;
mod stated;
mod years;

pub use cell_in_year::CellInYear;
pub use finding::{
    Difference, Finding, Formula, Percent, Relation, Sign, Tally, Term, Value, Verdict,
};
pub use messages::*;
pub use rule::{Origin, Rule};

use gongkai_model::Report;

/// Every rule that one report can be held to, in the order of the rules' numbers.
///
/// A rule whose cells the file has none of yields no finding.
pub fn check(report: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    applications::check(report, &mut findings);
    reviews::check(report, &mut findings);
    proactive::check(report, &mut findings);
    stated::check(report, &mut findings);
    prose::check(report, &mut findings);
    years::check_period(report, &mut findings);
    findings
}

/// The rules between two consecutive years of one agency; nothing for any other pair.
pub fn check_between(earlier: &Report, later: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    years::check_between(earlier, later, &mut findings);
    findings
}

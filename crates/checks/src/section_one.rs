//! Section one, against itself and against the tables: rules 8 and 9.

use super::cell_in_year::CellInYear;
use super::finding::{Finding, Formula, Relation, Term, Verdict};
use super::rule::Rule;
use super::section_three;
use gongkai_model::{
    Applicant, Applications, Cell, CellRef, Cover, Disclosure, Quantity, Report, RowKey,
};

pub(super) fn check(report: &Report, findings: &mut Vec<Finding>) {
    let Some(disclosure) = &report.disclosure else {
        return;
    };
    findings.extend(categories(disclosure, report.year));
    findings.extend(channels(disclosure, report.year));
    findings.extend(channel_categories(disclosure, report.year));
    findings.extend(applications(report, disclosure));
}

fn categories(disclosure: &Disclosure, year: u16) -> Option<Finding> {
    let total = disclosure.total.as_ref()?;
    if disclosure.categories.is_empty() {
        return None;
    }
    let at = |cell| CellInYear { year, cell };
    let listed = disclosure.categories.iter().enumerate();
    let listed =
        listed.map(|(index, named)| Term::quantity(at(CellRef::Category(index)), named.quantity()));
    let (rule, relation) = match disclosure.categories_cover {
        Some(Cover::Some) => (Rule::CategoriesWithinTotal, Relation::AtMost),
        Some(Cover::All) | None => (Rule::CategoriesAddUp, Relation::Equal),
    };
    let total = Term::quantity(at(CellRef::Total), total.clone());
    let mut formula = Formula::sums(listed.collect(), relation, vec![total]);
    // A list that is not known to divide the total may be about something else.
    if disclosure.categories_cover.is_none() && formula.verdict == Verdict::Fails {
        formula.verdict = Verdict::CannotTell;
        formula.difference = None;
    }
    Finding::of(rule, vec![formula])
}

/// One item may be on several channels, so they are summed only if the text says that they divide
/// the total.
fn channels(disclosure: &Disclosure, year: u16) -> Option<Finding> {
    let total = disclosure.total.as_ref()?;
    if disclosure.channels.is_empty() || disclosure.channels_cover != Some(Cover::All) {
        return None;
    }
    let at = |cell| CellInYear { year, cell };
    let listed = disclosure.channels.iter().enumerate();
    let listed = listed
        .map(|(index, channel)| Term::quantity(at(CellRef::Channel(index)), channel.quantity()));
    let total = Term::quantity(at(CellRef::Total), total.clone());
    let formula = Formula::sums(listed.collect(), Relation::Equal, vec![total]);
    Finding::of(Rule::ChannelsAddUp, vec![formula])
}

fn channel_categories(disclosure: &Disclosure, year: u16) -> Option<Finding> {
    let at = |cell| CellInYear { year, cell };
    let channels = disclosure.channels.iter().enumerate();
    let divided = channels.filter(|(_, channel)| {
        channel.categories_cover == Some(Cover::All) && !channel.categories.is_empty()
    });
    let formulas = divided.map(|(index, channel)| {
        let listed = channel.categories.iter().enumerate();
        let listed = listed.map(|(category, named)| {
            let cell = CellRef::ChannelCategory(index, category);
            Term::quantity(at(cell), named.quantity())
        });
        let whole = Term::quantity(at(CellRef::Channel(index)), channel.quantity());
        Formula::sums(listed.collect(), Relation::Equal, vec![whole])
    });
    Finding::of(Rule::ChannelCategoriesAddUp, formulas.collect())
}

fn applications(report: &Report, disclosure: &Disclosure) -> Option<Finding> {
    let stated = disclosure.applications.as_ref()?;
    let table = report.applications.as_ref();
    let at = |cell| CellInYear {
        year: report.year,
        cell,
    };
    let term = |row| match table {
        Some(table) => section_three::term(table, report.year, row, Applicant::Total),
        None => Term::cell(
            at(CellRef::Application(row, Applicant::Total)),
            Cell::Missing,
        ),
    };
    let equal = |cell, quantity: &Quantity, rows: &[RowKey]| {
        Formula::sums(
            vec![Term::quantity(at(cell), quantity.clone())],
            Relation::Equal,
            rows.iter().map(|&row| term(row)).collect(),
        )
    };
    let mut formulas = Vec::new();
    if let Some(received) = &stated.received {
        let new = equal(CellRef::StatedReceived, received, &[RowKey::Received]);
        // The text may count applications carried in as received.
        let with_carried_in = equal(
            CellRef::StatedReceived,
            received,
            &[RowKey::Received, RowKey::CarriedIn],
        );
        if with_carried_in.verdict < new.verdict {
            formulas.push(with_carried_in);
        } else {
            let differs = new.verdict == Verdict::Fails && has_carried_in(table);
            formulas.push(new);
            // If neither agrees, the reader sees both.
            formulas.extend(differs.then_some(with_carried_in));
        }
    }
    if let Some(completed) = &stated.completed {
        formulas.push(equal(CellRef::StatedCompleted, completed, &[RowKey::Total]));
    }
    Finding::of(Rule::StatedApplications, formulas)
}

/// Whether applications were carried in, or may have been.
fn has_carried_in(table: Option<&Applications>) -> bool {
    let cell = table.map(|table| table.cell(RowKey::CarriedIn, Applicant::Total));
    cell.is_some_and(|cell| cell.count() != Some(0))
}

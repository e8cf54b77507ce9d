//! The checks between years, computed from the catalogue alone.

use super::catalog::Catalog;
use super::measure::Measure;
use gongkai_checks::{Finding, check_between};
use gongkai_model::{
    Agency, Applicant, Applications, Cell, CellRef, Documents, Fees, Proactive,
    ProactiveColumn as Column, ProactiveKey as Key, Report, Row, RowKey, Services,
};

/// Checks each two consecutive reports of an agency by rules 13 to 15, with the same findings as
/// [`check_between`] has for the whole reports. One difference: a section without any row counts as
/// missing here.
pub fn between_years(catalog: &Catalog, agency: usize) -> Vec<Finding> {
    let mut reports = catalog
        .reports_of(agency)
        .filter_map(|report| partial_report(catalog, report));
    let mut findings = Vec::new();
    let Some(mut earlier) = reports.next() else {
        return findings;
    };
    for later in reports {
        findings.extend(check_between(&earlier, &later));
        earlier = later;
    }
    findings
}

/// Rebuilds the parts of a report that the rules need.
fn partial_report(catalog: &Catalog, report: usize) -> Option<Report> {
    let agency = catalog.agencies().get(catalog.agency_of(report)?)?;
    Some(Report {
        agency: Agency {
            name: agency.name.clone(),
            division_code: agency.code.clone(),
        },
        year: catalog.year(report)?,
        edition: catalog.edition(report)?,
        proactive: proactive(catalog, report),
        applications: applications(catalog, report),
        ..Report::default()
    })
}

fn cell(catalog: &Catalog, report: usize, cell: CellRef) -> Cell {
    let measure = Measure::from_cell(cell);
    measure.map_or(Cell::Missing, |measure| catalog.cell(report, measure))
}

fn proactive(catalog: &Catalog, report: usize) -> Option<Proactive> {
    let has_any_cell = |key: &Key| {
        let mut columns = Column::ALL.iter();
        columns.any(|&column| !cell(catalog, report, CellRef::Proactive(*key, column)).is_missing())
    };
    Key::ALL.iter().find(|key| has_any_cell(key))?;
    let of = |key, column| cell(catalog, report, CellRef::Proactive(key, column));
    let documents = |key| {
        Some(Documents {
            made: of(key, Column::Made),
            disclosed: of(key, Column::Disclosed),
            total_disclosed: of(key, Column::TotalDisclosed),
            repealed: of(key, Column::Repealed),
            in_force: of(key, Column::InForce),
        })
    };
    let services = |key| {
        Some(Services {
            items_last_year: of(key, Column::ItemsLastYear),
            change: of(key, Column::Change),
            decisions: of(key, Column::Decisions),
        })
    };
    Some(Proactive {
        rules: documents(Key::Rules),
        normative_documents: documents(Key::NormativeDocuments),
        licences: services(Key::Licences),
        other_services: services(Key::OtherServices),
        penalties: services(Key::Penalties),
        compulsory_measures: services(Key::CompulsoryMeasures),
        fees: Some(Fees {
            items_last_year: of(Key::Fees, Column::ItemsLastYear),
            change: of(Key::Fees, Column::Change),
            ..Fees::default()
        }),
        procurement: None,
    })
}

fn applications(catalog: &Catalog, report: usize) -> Option<Applications> {
    let mut cells = RowKey::ALL.iter().flat_map(|row| {
        let columns = Applicant::ALL.iter();
        columns.map(|column| cell(catalog, report, CellRef::Application(*row, *column)))
    });
    cells.find(|cell| !cell.is_missing())?;
    let row = |key| {
        let mut row = Row::default();
        for (cell, &applicant) in row.0.iter_mut().zip(Applicant::ALL) {
            *cell = self::cell(catalog, report, CellRef::Application(key, applicant));
        }
        row.0.iter().any(|cell| !cell.is_missing()).then_some(row)
    };
    Some(Applications {
        received: None,
        carried_in: row(RowKey::CarriedIn),
        outcomes: None,
        carried_out: row(RowKey::CarriedOut),
    })
}

//! The checks between years, from the catalogue alone.

use super::measure::Measure;
use super::store::Catalog;
use gongkai_checks::{Finding, check_between};
use gongkai_model::{
    Agency, Applicant, Applications, Cell, CellRef, Documents, Fees, Proactive,
    ProactiveColumn as Column, ProactiveKey as Key, Report, Row, RowKey, Services,
};

/// What the checks say between each two consecutive years of a place: rules 13 to 15, as
/// [`check_between`] states them of the two whole reports. (A file may hold a section without a
/// single row; here that is as if it had no such section.)
pub fn between_years(catalog: &Catalog, place: usize) -> Vec<Finding> {
    let mut reports = catalog
        .reports_of(place)
        .filter_map(|report| head(catalog, report));
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

/// As much of the report as the catalogue carries for the rules.
fn head(catalog: &Catalog, report: usize) -> Option<Report> {
    let place = catalog.places().get(catalog.place_of(report)?)?;
    Some(Report {
        agency: Agency {
            name: place.name.clone(),
            division_code: place.code.clone(),
        },
        year: catalog.year(report)?,
        edition: catalog.edition(report)?,
        proactive: proactive(catalog, report),
        applications: applications(catalog, report),
        ..Report::default()
    })
}

fn cell(catalog: &Catalog, report: usize, place: CellRef) -> Cell {
    let measure = Measure::at(place);
    measure.map_or(Cell::Missing, |measure| catalog.cell(report, measure))
}

fn proactive(catalog: &Catalog, report: usize) -> Option<Proactive> {
    let is_here = |key: &Key| {
        let mut columns = Column::ALL.iter();
        columns.any(|&column| !cell(catalog, report, CellRef::Proactive(*key, column)).is_missing())
    };
    Key::ALL.iter().find(|key| is_here(key))?;
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
    let total = |row| cell(catalog, report, CellRef::Application(row, Applicant::Total));
    let mut rows = RowKey::ALL.iter();
    rows.find(|row| !total(**row).is_missing())?;
    let row = |key| {
        let mut row = Row::default();
        for (cell, &applicant) in row.0.iter_mut().zip(Applicant::ALL) {
            *cell = self::cell(catalog, report, CellRef::Application(key, applicant));
        }
        (!row.total().is_missing()).then_some(row)
    };
    Some(Applications {
        received: None,
        carried_in: row(RowKey::CarriedIn),
        outcomes: None,
        carried_out: row(RowKey::CarriedOut),
    })
}

//! The catalogue itself: its agencies, its reports, its columns.

use super::column::MeasureColumn;
use super::denominator::Denominator;
use super::hashes::{Hashes, ReportHash};
use super::measure::Measure;
use super::number::Number;
use super::paths::{PathFields, expand_pattern};
use super::value::{Notation, Value};
use gongkai_model::{Cell, Edition};
use std::collections::BTreeMap;
use std::ops::Range;

/// The value of `format` that this version reads and writes.
pub const FORMAT: &str = "gongkai-catalog/1";

/// Reports sorted by agency, then by year. Agencies and reports are identified by their index in that
/// order.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// The title, if the catalogue has one.
    pub title: Option<String>,
    /// Whether the data is made up, which must be said wherever it is shown.
    pub is_fictional: bool,
    pub(super) groups: Vec<String>,
    pub(super) agencies: Vec<AgencyEntry>,
    pub(super) denominators: Vec<Denominator>,
    /// For each agency the index of its first report.
    pub(super) first_reports: Vec<usize>,
    /// For each report the index of its agency.
    pub(super) report_agencies: Vec<u32>,
    pub(super) years: Vec<u16>,
    pub(super) editions: Vec<Edition>,
    /// For each report how many reports of the same edition precede it: its row in a column that only
    /// this edition has.
    pub(super) edition_ranks: Vec<u32>,
    /// The pattern of most paths.
    pub(super) pattern: Option<String>,
    /// By report, the paths that do not match the pattern.
    pub(super) files: BTreeMap<usize, String>,
    pub(super) hashes: Hashes,
    pub(super) columns: Vec<(Measure, MeasureColumn)>,
}

/// An agency that reports, as a catalogue lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgencyEntry {
    /// The name of the agency.
    pub name: String,
    /// The division code (统计用区划代码), which the agencies of one county share.
    pub code: Option<String>,
    /// The initials of the name's pinyin, such as `ldxrmzf`.
    pub initials: String,
    /// Its index in [`Catalog::groups`].
    pub group: Option<usize>,
}

impl Catalog {
    /// Returns the number of reports.
    pub fn len(&self) -> usize {
        self.years.len()
    }

    /// Returns whether the catalogue has no agency.
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// Returns the agencies, in the order of the file.
    pub fn agencies(&self) -> &[AgencyEntry] {
        &self.agencies
    }

    /// Returns the names of the groups of agencies, such as provinces.
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    /// Returns the numbers by which figures can be divided.
    pub fn denominators(&self) -> &[Denominator] {
        &self.denominators
    }

    /// Adds a denominator, which must have a value (or `None`) for each agency.
    ///
    /// # Errors
    /// The number of its values, if it differs from that of the agencies.
    pub fn add_denominator(&mut self, denominator: Denominator) -> Result<(), usize> {
        let length = denominator.values.len();
        if length != self.agencies.len() {
            return Err(length);
        }
        self.denominators.push(denominator);
        Ok(())
    }

    /// Puts each agency in the group that `name` returns. Groups are sorted by their first agencies.
    pub fn group_by(&mut self, mut name: impl FnMut(&AgencyEntry) -> Option<String>) {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        self.groups.clear();
        for agency in &mut self.agencies {
            agency.group = name(agency).map(|name| {
                *known.entry(name).or_insert_with_key(|name| {
                    self.groups.push(name.clone());
                    self.groups.len().saturating_sub(1)
                })
            });
        }
    }

    /// Returns the reports of an agency, sorted by year.
    pub fn reports_of(&self, agency: usize) -> Range<usize> {
        let start = self
            .first_reports
            .get(agency)
            .copied()
            .unwrap_or(self.len());
        let next = agency
            .checked_add(1)
            .and_then(|next| self.first_reports.get(next));
        start..next.copied().unwrap_or(self.len())
    }

    /// Returns the report of an agency and year.
    pub fn report(&self, agency: usize, year: u16) -> Option<usize> {
        let range = self.reports_of(agency);
        let start = range.start;
        let years = self.years.get(range)?;
        let found = years.binary_search(&year).ok()?;
        start.checked_add(found)
    }

    /// Returns the agency of a report.
    pub fn agency_of(&self, report: usize) -> Option<usize> {
        usize::try_from(*self.report_agencies.get(report)?).ok()
    }

    /// Returns the year of a report; `None` if there is no report with this index.
    pub fn year(&self, report: usize) -> Option<u16> {
        self.years.get(report).copied()
    }

    /// Returns the edition of a report's form; `None` if there is no report with this index.
    pub fn edition(&self, report: usize) -> Option<Edition> {
        self.editions.get(report).copied()
    }

    /// Returns each year of which there is a report, sorted.
    pub fn years(&self) -> Vec<u16> {
        let mut years = self.years.clone();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Returns the path of a report's file, relative to the catalogue. It is not a URL: in one, its
    /// characters must be percent-encoded.
    pub fn file(&self, report: usize) -> Option<String> {
        if let Some(file) = self.files.get(&report) {
            return Some(file.clone());
        }
        expand_pattern(self.pattern.as_deref()?, self.path_fields(report)?)
    }

    pub(super) fn path_fields(&self, report: usize) -> Option<PathFields<'_>> {
        let agency = self.agencies.get(self.agency_of(report)?)?;
        Some(PathFields {
            name: &agency.name,
            code: agency.code.as_deref(),
            year: self.year(report)?,
        })
    }

    /// Returns the hash that a report's file must have, or the block file that has the hash.
    pub fn hash(&self, report: usize) -> Option<ReportHash<'_>> {
        self.hashes.of(report).filter(|_| report < self.len())
    }

    /// Returns the measures that the catalogue carries, in the file's order.
    pub fn measures(&self) -> impl Iterator<Item = Measure> + '_ {
        self.columns.iter().map(|(measure, _)| *measure)
    }

    /// Returns the measure's column and the report's row in it; `None` if the catalogue does not
    /// carry the measure or the report's form does not have it.
    fn cell_at(&self, report: usize, measure: Measure) -> Option<(&MeasureColumn, usize)> {
        let mut columns = self.columns.iter();
        let (_, column) = columns.find(|(carried, _)| *carried == measure)?;
        Some((column, self.row(report, measure)?))
    }

    /// Returns the report's row in the measure's column; `None` if its form does not have the measure.
    pub(super) fn row(&self, report: usize, measure: Measure) -> Option<usize> {
        match measure.only_edition() {
            None => Some(report),
            Some(edition) if self.edition(report) == Some(edition) => {
                usize::try_from(*self.edition_ranks.get(report)?).ok()
            }
            Some(_) => None,
        }
    }

    /// Returns the number to compare, with the digits and the notation as printed.
    pub(super) fn printed(
        &self,
        report: usize,
        measure: Measure,
    ) -> Option<(Number, i64, &Notation)> {
        let (column, row) = self.cell_at(report, measure)?;
        let digits = column.cell(row).count()?;
        let notation = column.notation(row);
        Some((notation.number(digits)?, digits, notation))
    }

    /// Returns whether the catalogue has a column for the measure.
    pub fn carries(&self, measure: Measure) -> bool {
        self.measures().any(|carried| carried == measure)
    }

    /// Returns the report's value; [`Value::Missing`] if its form does not have the measure or the
    /// catalogue does not carry it.
    pub fn value(&self, report: usize, measure: Measure) -> Value {
        let at = self.cell_at(report, measure);
        at.map(|(column, index)| column.value(index))
            .unwrap_or_default()
    }

    /// Does the same as [`Catalog::value`] for a measure of the statutory tables' whole numbers.
    pub(super) fn cell(&self, report: usize, measure: Measure) -> Cell {
        let at = self.cell_at(report, measure);
        at.map(|(column, index)| column.cell(index))
            .unwrap_or_default()
    }

    /// Returns the number to compare, in the measure's unit; `None` if there is none.
    pub fn number(&self, report: usize, measure: Measure) -> Option<Number> {
        let (column, index) = self.cell_at(report, measure)?;
        column.number(index)
    }

    /// Estimates the catalogue's size in memory, in bytes.
    pub fn bytes(&self) -> usize {
        let columns = self.columns.iter().map(|(_, column)| column.bytes());
        let each_report = size_of::<u32>() * 2 + size_of::<u16>() + size_of::<Edition>();
        let reports = self.len().saturating_mul(each_report);
        let text = |text: &str| text.len().saturating_add(size_of::<String>());
        let agencies = self.agencies.iter().map(|agency| {
            let code = agency.code.as_deref().map_or(0, str::len);
            size_of::<AgencyEntry>() + agency.name.len() + agency.initials.len() + code
        });
        let files = self.files.values().map(|file| text(file));
        let denominators = self.denominators.iter();
        let denominators = denominators.map(|one| one.values.len().saturating_mul(24));
        columns
            .chain(agencies)
            .chain(files)
            .chain(denominators)
            .fold(reports, usize::saturating_add)
            .saturating_add(self.hashes.bytes())
    }
}

//! Builds a catalogue from reports, in whatever order they arrive.

use super::catalog::{AgencyEntry, Catalog};
use super::column::MeasureColumn;
use super::hashes::{HASHES_PER_BLOCK, Hashes, write_block};
use super::measure::Measure;
use super::paths::{infer_pattern, is_safe_path};
use super::value::{Notation, Value};
use gongkai_model::{Cell, Edition, Report};
use std::collections::{BTreeMap, BTreeSet};

/// The data that a catalogue takes from one report.
#[derive(Clone, Debug)]
pub struct Extract {
    /// The report's path relative to the catalogue.
    file: String,
    sha384: String,
    name: String,
    code: Option<String>,
    year: u16,
    edition: Edition,
    /// One value for each measure that the extract was made with.
    values: Vec<Value>,
}

/// Why a report cannot be in a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtractError {
    /// Its path is absolute, leads upwards or has characters that are not allowed.
    InvalidPath,
    /// A number has more digits than a column holds; the string is its path in the report.
    TooManyDigits(String),
}

impl Extract {
    /// Extracts the values of `measures`. `sha384` is the hash of the file's bytes, in base64.
    ///
    /// # Errors
    /// If the report cannot be in a catalogue.
    pub fn of(
        file: String,
        sha384: String,
        report: &Report,
        measures: &[Measure],
    ) -> Result<Extract, ExtractError> {
        if !is_safe_path(&file) {
            return Err(ExtractError::InvalidPath);
        }
        let value = |&measure: &Measure| {
            let value = Value::of(report, measure);
            if push(&mut MeasureColumn::default(), &value) {
                Ok(value)
            } else {
                Err(ExtractError::TooManyDigits(measure.id()))
            }
        };
        Ok(Extract {
            file,
            sha384,
            name: report.agency.name.clone(),
            code: report.agency.division_code.clone(),
            year: report.year,
            edition: report.edition,
            values: measures.iter().map(value).collect::<Result<_, _>>()?,
        })
    }
}

/// Appends a value; `false` if the column cannot hold it.
fn push(column: &mut MeasureColumn, value: &Value) -> bool {
    match value {
        Value::Missing => column.push(Cell::Missing),
        Value::Blank => column.push(Cell::Blank),
        Value::NotApplicable => column.push(Cell::NotApplicable),
        value => {
            let parts = Notation::of(value);
            parts.is_some_and(|(digits, notation)| column.push_number(digits, notation))
        }
    }
}

/// A report that is not in the catalogue, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The path of the report's file relative to the catalogue.
    pub file: String,
    /// The reason.
    pub reason: OmissionReason,
}

/// Why a report is not in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OmissionReason {
    /// The catalogue has the same report, byte for byte, from this file.
    DuplicateOf(String),
    /// This file is of the same agency and year but differs; the catalogue has neither.
    ConflictsWith(String),
}

/// A catalogue, and the reports that are not in it.
#[derive(Clone, Debug)]
pub struct BuildResult {
    /// The catalogue.
    pub catalog: Catalog,
    /// Sorted by path.
    pub omitted: Vec<Omission>,
}

/// The identity of an agency, which is also its sort key: whether it lacks a code, the code, the name.
type AgencyKey = (bool, Option<String>, String);

/// Builds a catalogue with inline hashes. The order of the sources does not matter. `measures` are
/// those that the extracts were made with; `initials` returns the pinyin initials of a name.
pub fn build(
    mut sources: Vec<Extract>,
    measures: &[Measure],
    initials: &dyn Fn(&str) -> String,
) -> BuildResult {
    sources.sort_by(|one, other| one.file.cmp(&other.file));
    let agencies = group_by_agency(sources);
    let mut omitted = Vec::new();
    let mut catalog = Catalog::default();
    let mut columns = vec![MeasureColumn::default(); measures.len()];
    let mut files = Vec::new();
    let mut hashes = Vec::new();
    for ((_, code, name), years) in agencies {
        let taken: Vec<Extract> = years
            .into_values()
            .filter_map(|sources| resolve_duplicates(sources, &mut omitted))
            .collect();
        if taken.is_empty() {
            continue;
        }
        let agency = u32::try_from(catalog.agencies.len()).unwrap_or(u32::MAX);
        catalog.first_reports.push(catalog.years.len());
        catalog.agencies.push(AgencyEntry {
            initials: initials(&name),
            name,
            code,
            group: None,
        });
        for source in taken {
            catalog.report_agencies.push(agency);
            catalog.years.push(source.year);
            catalog.editions.push(source.edition);
            files.push(source.file);
            hashes.push(source.sha384);
            for ((measure, column), value) in measures.iter().zip(&mut columns).zip(&source.values)
            {
                if measure.is_in(source.edition) {
                    // `Extract::of` has checked that the value fits.
                    let _ = push(column, value);
                }
            }
        }
    }
    columns.iter_mut().for_each(MeasureColumn::close);
    catalog.columns = measures.iter().copied().zip(columns).collect();
    catalog.hashes = Hashes::Inline(hashes);
    catalog.rank();
    let pattern = most_common_pattern(&catalog, &files);
    catalog.set_files(pattern, files);
    omitted.sort_by(|one, other| one.file.cmp(&other.file));
    BuildResult { catalog, omitted }
}

/// Groups the sources by agency and year. Sorted by code, then by name; agencies without a code come
/// last.
fn group_by_agency(sources: Vec<Extract>) -> BTreeMap<AgencyKey, BTreeMap<u16, Vec<Extract>>> {
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        let codes = codes.entry(source.name.clone()).or_default();
        codes.extend(source.code.clone());
    }
    let mut agencies: BTreeMap<AgencyKey, BTreeMap<u16, Vec<Extract>>> = BTreeMap::new();
    for mut source in sources {
        // A report without a code belongs to the agency of that name if only one code is known for
        // it. If there are several, no guess is made.
        let stated = codes.get(&source.name);
        if let Some(only) = stated.filter(|codes| codes.len() == 1) {
            source.code = only.first().cloned();
        }
        let key = (
            source.code.is_none(),
            source.code.clone(),
            source.name.clone(),
        );
        let years = agencies.entry(key).or_default();
        years.entry(source.year).or_default().push(source);
    }
    agencies
}

/// Chooses the report to keep among those of one agency and year, which are sorted by path.
fn resolve_duplicates(sources: Vec<Extract>, omitted: &mut Vec<Omission>) -> Option<Extract> {
    let first = sources.first()?;
    let (file, hash) = (first.file.clone(), first.sha384.clone());
    let other = sources.iter().find(|one| one.sha384 != hash);
    let other = other.map(|other| other.file.clone());
    let mut taken = None;
    for source in sources {
        let reason = match &other {
            // Names a file that differs from this one.
            Some(other) if source.sha384 == hash => OmissionReason::ConflictsWith(other.clone()),
            Some(_) => OmissionReason::ConflictsWith(file.clone()),
            None if source.file == file => {
                taken = Some(source);
                continue;
            }
            None => OmissionReason::DuplicateOf(file.clone()),
        };
        omitted.push(Omission {
            file: source.file,
            reason,
        });
    }
    taken
}

/// Finds the pattern that most paths match; the first in order among equals.
fn most_common_pattern(catalog: &Catalog, files: &[String]) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (report, file) in files.iter().enumerate() {
        let pattern = catalog
            .path_fields(report)
            .and_then(|with| infer_pattern(file, with));
        if let Some(pattern) = pattern {
            let count = counts.entry(pattern).or_default();
            *count = count.saturating_add(1);
        }
    }
    let most = counts.values().copied().max().filter(|most| *most > 1)?;
    let mut common = counts.into_iter().filter(|(_, count)| *count == most);
    common.next().map(|(pattern, _)| pattern)
}

impl Catalog {
    /// Returns the texts of the block files for the hashes; empty if they are in blocks already.
    pub fn hash_blocks(&self) -> Vec<String> {
        match &self.hashes {
            Hashes::Inline(hashes) => hashes.chunks(HASHES_PER_BLOCK).map(write_block).collect(),
            Hashes::Blocks { .. } => Vec::new(),
        }
    }

    /// Replaces the inline hashes by references to the files of [`Catalog::hash_blocks`]: the path and
    /// the SHA-384 in base64 of each.
    pub fn move_hashes_to_blocks(&mut self, blocks: Vec<(String, String)>) {
        self.hashes = Hashes::Blocks {
            every: HASHES_PER_BLOCK,
            blocks,
        };
    }
}

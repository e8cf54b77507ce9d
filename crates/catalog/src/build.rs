//! A catalogue from reports, whatever order they come in.

use super::column::Column;
use super::files::{is_path, pattern_of};
use super::hashes::{Hashes, PER_BLOCK, write_block};
use super::measure::Measure;
use super::store::{Catalog, Place};
use super::value::{Kind, Value};
use gongkai_model::{Cell, Edition, Report};
use std::collections::{BTreeMap, BTreeSet};

/// What a catalogue takes from one report.
#[derive(Clone, Debug)]
pub struct Extract {
    /// Relative to the catalogue.
    file: String,
    sha384: String,
    name: String,
    code: Option<String>,
    year: u16,
    edition: Edition,
    /// One for each of [`Measure::all`].
    values: Vec<Value>,
}

/// Why a report cannot be in a catalogue at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Its path holds what no path of a catalogue may.
    Path,
    /// A number with more digits than a column holds; with its path in the report.
    Digits(String),
}

impl Extract {
    /// `sha384` is of the file's bytes, in base64.
    ///
    /// # Errors
    /// Where the report cannot be in a catalogue.
    pub fn of(
        file: String,
        sha384: String,
        report: &Report,
        measures: &[Measure],
    ) -> Result<Extract, Unfit> {
        if !is_path(&file) {
            return Err(Unfit::Path);
        }
        let value = |&measure: &Measure| {
            let value = Value::of(report, measure);
            match push(&mut Column::default(), &value) {
                true => Ok(value),
                false => Err(Unfit::Digits(measure.id())),
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

/// Whether the column could hold the value.
fn push(column: &mut Column, value: &Value) -> bool {
    match value {
        Value::Missing => column.push(Cell::Missing),
        Value::Blank => column.push(Cell::Blank),
        Value::NotApplicable => column.push(Cell::NotApplicable),
        value => {
            let parts = Kind::of(value);
            parts.is_some_and(|(digits, kind)| column.push_kind(digits, kind))
        }
    }
}

/// A report that is not in the catalogue, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub file: String,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Byte for byte the report that is taken from this file.
    SameAs(String),
    /// This file is of the same place and year and says something else; neither is taken.
    Contradicts(String),
}

/// A catalogue and the reports that are not in it.
#[derive(Clone, Debug)]
pub struct Built {
    pub catalog: Catalog,
    /// In the order of their paths.
    pub left_out: Vec<LeftOut>,
}

/// What tells places apart and orders them: without a code, the code, the name.
type Key = (bool, Option<String>, String);

/// Makes a catalogue whose hashes are inline. The same sources in any order make the same one;
/// `measures` are those that the sources' values are of, `initials` gives a name's.
pub fn build(
    mut sources: Vec<Extract>,
    measures: &[Measure],
    initials: &dyn Fn(&str) -> String,
) -> Built {
    sources.sort_by(|one, other| one.file.cmp(&other.file));
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        let codes = codes.entry(source.name.clone()).or_default();
        codes.extend(source.code.clone());
    }
    // In the order of codes, then of names; what has no code comes last.
    let mut places: BTreeMap<Key, BTreeMap<u16, Vec<Extract>>> = BTreeMap::new();
    for mut source in sources {
        // Where all that state one agree, a report without a code is of the same place. Namesakes
        // are not guessed apart.
        let stated = codes.get(&source.name);
        if let Some(only) = stated.filter(|codes| codes.len() == 1) {
            source.code = only.first().cloned();
        }
        let key = (
            source.code.is_none(),
            source.code.clone(),
            source.name.clone(),
        );
        let years = places.entry(key).or_default();
        years.entry(source.year).or_default().push(source);
    }
    let mut left_out = Vec::new();
    let mut catalog = Catalog::default();
    let mut columns = vec![Column::default(); measures.len()];
    let mut files = Vec::new();
    let mut hashes = Vec::new();
    for ((_, code, name), years) in places {
        let taken: Vec<Extract> = years
            .into_values()
            .filter_map(|sources| one_of(sources, &mut left_out))
            .collect();
        if taken.is_empty() {
            continue;
        }
        let owner = u32::try_from(catalog.places.len()).unwrap_or(u32::MAX);
        catalog.starts.push(catalog.years.len());
        catalog.places.push(Place {
            initials: initials(&name),
            name,
            code,
            group: None,
        });
        for source in taken {
            catalog.owners.push(owner);
            catalog.years.push(source.year);
            catalog.editions.push(source.edition);
            files.push(source.file);
            hashes.push(source.sha384);
            for ((measure, column), value) in measures.iter().zip(&mut columns).zip(&source.values)
            {
                if measure.is_in(source.edition) {
                    // That it fits was seen when the source was made.
                    let _ = push(column, value);
                }
            }
        }
    }
    columns.iter_mut().for_each(Column::close);
    catalog.columns = measures.iter().copied().zip(columns).collect();
    catalog.hashes = Hashes::Inline(hashes);
    catalog.rank();
    let pattern = most_common(&catalog, &files);
    catalog.set_files(pattern, files);
    left_out.sort_by(|one, other| one.file.cmp(&other.file));
    Built { catalog, left_out }
}

/// Of the reports of one place and year, in the order of their paths, the one that is taken.
fn one_of(sources: Vec<Extract>, left_out: &mut Vec<LeftOut>) -> Option<Extract> {
    let first = sources.first()?;
    let (file, hash) = (first.file.clone(), first.sha384.clone());
    let other = sources.iter().find(|one| one.sha384 != hash);
    let other = other.map(|other| other.file.clone());
    let mut taken = None;
    for source in sources {
        let why = match &other {
            // One that does say something else.
            Some(other) if source.sha384 == hash => Why::Contradicts(other.clone()),
            Some(_) => Why::Contradicts(file.clone()),
            None if source.file == file => {
                taken = Some(source);
                continue;
            }
            None => Why::SameAs(file.clone()),
        };
        left_out.push(LeftOut {
            file: source.file,
            why,
        });
    }
    taken
}

/// The pattern that most paths are of; the first in order where two are as common.
fn most_common(catalog: &Catalog, files: &[String]) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (report, file) in files.iter().enumerate() {
        let pattern = catalog
            .filling(report)
            .and_then(|with| pattern_of(file, with));
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
    /// The texts of the block files that hold the hashes; none where the hashes are in blocks already.
    pub fn hash_blocks(&self) -> Vec<String> {
        match &self.hashes {
            Hashes::Inline(hashes) => hashes.chunks(PER_BLOCK).map(write_block).collect(),
            Hashes::Blocks { .. } => Vec::new(),
        }
    }

    /// Moves the hashes into the files of [`Catalog::hash_blocks`], each with its path and its own
    /// SHA-384 in base64.
    pub fn keep_hashes_in(&mut self, blocks: Vec<(String, String)>) {
        self.hashes = Hashes::Blocks {
            every: PER_BLOCK,
            blocks,
        };
    }
}

//! What is published already, so that no report and no address is published twice.

use crate::Published;
use gongkai_model::Report;
use std::collections::{BTreeMap, BTreeSet};

/// An agency and a year.
pub type Key = (String, u16);

/// The agency and the year of a report.
pub fn key(report: &Report) -> Key {
    (report.agency.name.clone(), report.year)
}

/// What is taken already, so that no report and no slug is published twice.
#[derive(Default)]
pub struct Taken {
    /// What earlier runs published. An address stays with the report that first had it.
    before: BTreeMap<String, Key>,
    /// All reports of this run.
    current: BTreeSet<Key>,
    /// Files by agency and year.
    files: BTreeMap<(String, u16), Vec<TakenFile>>,
    slugs: BTreeSet<String>,
}

struct TakenFile {
    file: String,
    division_code: Option<String>,
}

impl Taken {
    /// Nothing is taken yet. `before` is what earlier runs published, `current` all reports of this run.
    pub fn new(before: BTreeMap<String, Key>, current: BTreeSet<Key>) -> Taken {
        Taken {
            before,
            current,
            ..Taken::default()
        }
    }

    /// Whether a slug is another report's. That of a report of the same year that is gone is free: its
    /// agency's name was corrected.
    pub fn is_of_other(&self, slug: &str, report: &Report) -> bool {
        let own = key(report);
        let is_other =
            |before: &Key| *before != own && (before.1 != own.1 || self.current.contains(before));
        self.slugs.contains(slug) || self.before.get(slug).is_some_and(is_other)
    }

    /// Whether a report of this run has a slug.
    pub fn is_taken(&self, slug: &str) -> bool {
        self.slugs.contains(slug)
    }

    /// Whether a slug is in use, or ever was.
    pub fn is_known(&self, slug: &str) -> bool {
        self.slugs.contains(slug) || self.before.contains_key(slug)
    }

    /// The file of the same report. Agencies of the same name are distinguished by their codes; one without a
    /// code could be either.
    pub fn same_report(&self, report: &Report) -> Option<&str> {
        let key = (report.agency.name.clone(), report.year);
        let code = &report.agency.division_code;
        let mut files = self.files.get(&key)?.iter();
        let same = files.find(|other| match (code, &other.division_code) {
            (Some(code), Some(other)) => code == other,
            _ => true,
        })?;
        Some(&same.file)
    }

    /// Takes a report's place; `file` is the name by which messages call it.
    pub fn add(&mut self, published: &Published, file: String) {
        let agency = &published.report.agency;
        let key = (agency.name.clone(), published.report.year);
        self.files.entry(key).or_default().push(TakenFile {
            file,
            division_code: agency.division_code.clone(),
        });
        self.slugs.insert(published.slug.clone());
    }
}

//! The result of each file of a converted folder, in a table that is kept from run to run, so that the
//! gaps found by an interrupted run are still listed after the next one.

use super::spreadsheet::{BYTE_ORDER_MARK, Record, decode, line, read, without_formula};
use super::terminal::cannot_write;
use super::{Outcome, atomic_file};
use crate::messages::CliText;
use gongkai_i18n::Locale;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The log's name in the output folder.
pub const NAME: &str = "gongkai-convert.csv";

const HEADING: [CliText; 5] = [
    CliText::ColumnFile,
    CliText::ColumnState,
    CliText::ColumnGaps,
    CliText::ColumnWhy,
    CliText::ColumnHashes,
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    Complete,
    Gaps,
    Failed,
    /// The JSON is not what this program wrote: a person has changed it since.
    Edited,
}

impl State {
    const ALL: [State; 4] = [State::Complete, State::Gaps, State::Failed, State::Edited];

    fn text(self) -> CliText {
        match self {
            State::Complete => CliText::StateComplete,
            State::Gaps => CliText::StateGaps,
            State::Failed => CliText::StateFailed,
            State::Edited => CliText::StateEdited,
        }
    }

    /// Finds a state by its text in any language.
    fn from_text(text: &str) -> Option<State> {
        let is_named = |state: &State| {
            let mut locales = Locale::ALL.into_iter();
            locales.any(|locale| state.text().text(locale) == text)
        };
        State::ALL.into_iter().find(is_named)
    }

    pub fn outcome(self) -> Outcome {
        match self {
            State::Complete | State::Edited => Outcome::Complete,
            State::Gaps => Outcome::Gaps,
            State::Failed => Outcome::Failed,
        }
    }
}

/// The result of one file.
#[derive(Clone)]
pub struct Entry {
    pub file: String,
    pub state: State,
    pub gaps: usize,
    pub why: String,
    /// What was converted and written; `None` if nothing was.
    pub hashes: Option<Hashes>,
}

/// Hashes that tell whether a file is converted and whether its JSON is as it was written.
#[derive(Clone, PartialEq, Eq)]
pub struct Hashes {
    /// Of the source, the given values and the version of this program.
    pub source: String,
    /// Of the JSON.
    pub json: String,
}

impl Hashes {
    fn parse(text: &str) -> Option<Hashes> {
        let (source, json) = text.split_once(' ')?;
        Some(Hashes {
            source: source.to_owned(),
            json: json.to_owned(),
        })
    }

    fn text(&self) -> String {
        [self.source.as_str(), self.json.as_str()].join(" ")
    }
}

/// The hash of parts, in hexadecimal.
pub fn hash(parts: &[&[u8]]) -> String {
    const LENGTH: usize = 16;
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    let bytes = digest.finalize();
    bytes
        .iter()
        .take(LENGTH)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Entry {
    pub fn failed(file: String, why: String) -> Entry {
        Entry {
            file,
            state: State::Failed,
            gaps: 0,
            why,
            hashes: None,
        }
    }

    fn from_record(record: &Record) -> Option<Entry> {
        let [file, state, gaps, why, hashes] = record.cells.as_slice() else {
            return None;
        };
        Some(Entry {
            file: file.clone(),
            state: State::from_text(state)?,
            gaps: gaps.parse().ok()?,
            why: why.clone(),
            hashes: Hashes::parse(hashes),
        })
    }

    fn line(&self, locale: Locale) -> String {
        let gaps = self.gaps.to_string();
        let hashes = self.hashes.as_ref().map(Hashes::text).unwrap_or_default();
        let state = self.state.text().text(locale);
        line(&[&self.file, state, &gaps, &self.why, &hashes])
    }
}

pub struct RunLog {
    path: PathBuf,
    /// Entries of earlier runs, by file as the table names it.
    before: BTreeMap<String, Entry>,
    entries: Vec<Entry>,
    file: Option<File>,
    locale: Locale,
}

impl RunLog {
    /// Reads the log in a folder, or begins a new one.
    pub fn open(folder: &Path, locale: Locale) -> RunLog {
        let path = folder.join(NAME);
        let text = decode(&std::fs::read(&path).unwrap_or_default());
        // An interrupted run may have left an incomplete line, which is no entry.
        let records = read(&text);
        let entries = records.iter().filter_map(Entry::from_record);
        RunLog {
            before: entries.map(|entry| (entry.file.clone(), entry)).collect(),
            entries: Vec::new(),
            file: None,
            path,
            locale,
        }
    }

    /// Adds an entry and writes it at once, so that the next run knows it if this one is interrupted.
    pub fn add(&mut self, entry: Entry) {
        // A failure is reported by `finish`, which writes all entries.
        let _ = self.append(&entry);
        self.entries.push(entry);
    }

    fn append(&mut self, entry: &Entry) -> Result<(), String> {
        let line = entry.line(self.locale);
        let file = match self.file.take() {
            Some(file) => file,
            None => {
                // Rewritten first, which removes an incomplete line.
                self.write(self.before.values())?;
                let opened = File::options().append(true).open(&self.path);
                opened.map_err(|error| cannot_write(&self.path, &error, self.locale))?
            }
        };
        let written = self.file.insert(file).write_all(line.as_bytes());
        written.map_err(|error| cannot_write(&self.path, &error, self.locale))
    }

    /// The entry of an earlier run.
    pub fn earlier(&self, file: &str) -> Option<&Entry> {
        self.before.get(&without_formula(file))
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Writes all entries of this run, and returns the log's path.
    ///
    /// # Errors
    /// A sentence for people.
    pub fn finish(self) -> Result<PathBuf, String> {
        self.write(&self.entries)?;
        Ok(self.path)
    }

    fn write<'a>(&self, entries: impl IntoIterator<Item = &'a Entry>) -> Result<(), String> {
        let mut text = String::from(BYTE_ORDER_MARK);
        text.push_str(&line(&HEADING.map(|text| text.text(self.locale))));
        for entry in entries {
            text.push_str(&entry.line(self.locale));
        }
        atomic_file::write(&self.path, text.as_bytes(), self.locale)
    }
}

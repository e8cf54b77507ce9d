//! The result of each file of a converted folder, in a table that is kept from run to run, so that the
//! gaps found by an interrupted run are still listed after the next one.

use super::spreadsheet::{BYTE_ORDER_MARK, Record, decode, line, read, without_formula};
use super::terminal::cannot_write;
use super::{Outcome, atomic_file};
use crate::messages::CliText;
use gongkai_i18n::Locale;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The log's name in the output folder.
const NAME: &str = "gongkai-convert.csv";

const HEADING: [CliText; 4] = [
    CliText::ColumnFile,
    CliText::ColumnState,
    CliText::ColumnGaps,
    CliText::ColumnWhy,
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    Complete,
    Gaps,
    Failed,
    /// Converted by an earlier run; a person has changed the JSON since.
    Edited,
    /// Converted before, but without an entry in the log.
    Unknown,
}

impl State {
    const ALL: [State; 5] = [
        State::Complete,
        State::Gaps,
        State::Failed,
        State::Edited,
        State::Unknown,
    ];

    fn text(self) -> CliText {
        match self {
            State::Complete => CliText::StateComplete,
            State::Gaps => CliText::StateGaps,
            State::Failed => CliText::StateFailed,
            State::Edited => CliText::StateEdited,
            State::Unknown => CliText::StateUnknown,
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
            State::Complete | State::Edited | State::Unknown => Outcome::Complete,
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
}

impl Entry {
    pub fn failed(file: String, why: String) -> Entry {
        Entry {
            file,
            state: State::Failed,
            gaps: 0,
            why,
        }
    }

    fn from_record(record: &Record) -> Option<Entry> {
        let [file, state, gaps, why] = record.cells.as_slice() else {
            return None;
        };
        Some(Entry {
            file: file.clone(),
            state: State::from_text(state)?,
            gaps: gaps.parse().ok()?,
            why: why.clone(),
        })
    }

    fn line(&self, locale: Locale) -> String {
        let gaps = self.gaps.to_string();
        line(&[&self.file, self.state.text().text(locale), &gaps, &self.why])
    }
}

pub struct RunLog {
    path: PathBuf,
    /// Entries of earlier runs, by file as the table names it.
    before: BTreeMap<String, Entry>,
    /// When an earlier run last wrote the log.
    written: Option<SystemTime>,
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
            written: modified(&path),
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

    /// Keeps the earlier entry of a file that is not converted again.
    pub fn keep(&mut self, file: &str, json: &Path) -> State {
        let known = self.before.get(&without_formula(file)).cloned();
        let entry = match known {
            Some(entry) if entry.state != State::Failed => Entry {
                state: if self.is_newer(json) {
                    State::Edited
                } else {
                    entry.state
                },
                file: file.to_owned(),
                ..entry
            },
            _ => Entry {
                file: file.to_owned(),
                state: State::Unknown,
                gaps: 0,
                why: String::new(),
            },
        };
        let state = entry.state;
        self.entries.push(entry);
        state
    }

    /// Whether an earlier run wrote a file's JSON as it is now. A person may have corrected any other.
    pub fn wrote(&self, file: &str, json: &Path) -> bool {
        let known = self.before.get(&without_formula(file));
        known.is_some_and(|entry| !matches!(entry.state, State::Edited | State::Unknown))
            && !self.is_newer(json)
    }

    /// Whether a file is newer than the log of earlier runs.
    fn is_newer(&self, json: &Path) -> bool {
        modified(json) > self.written
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

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|data| data.modified()).ok()
}

//! What became of each file of a folder: a table that is kept from run to run, so that nothing that
//! was left out is forgotten where a run stopped and the next one goes on.

use super::{End, csv, output};
use crate::messages::CliText;
use gongkai_i18n::Locale;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Its name in the folder that is written to.
const NAME: &str = "gongkai-convert.csv";

const HEADING: [CliText; 4] = [
    CliText::ColumnFile,
    CliText::ColumnState,
    CliText::ColumnGaps,
    CliText::ColumnWhy,
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    Read,
    Gaps,
    Failed,
    /// Of a run before; a person has changed its JSON since.
    Edited,
    /// Converted before, and no list says how.
    Unknown,
}

impl State {
    const ALL: [State; 5] = [
        State::Read,
        State::Gaps,
        State::Failed,
        State::Edited,
        State::Unknown,
    ];

    fn text(self) -> CliText {
        match self {
            State::Read => CliText::StateRead,
            State::Gaps => CliText::StateGaps,
            State::Failed => CliText::StateFailed,
            State::Edited => CliText::StateEdited,
            State::Unknown => CliText::StateUnknown,
        }
    }

    /// As a list says it, in whichever language it was written.
    fn from_text(text: &str) -> Option<State> {
        let is_it = |state: &State| {
            let mut locales = Locale::ALL.into_iter();
            locales.any(|locale| state.text().text(locale) == text)
        };
        State::ALL.into_iter().find(is_it)
    }

    pub fn end(self) -> End {
        match self {
            State::Read | State::Edited | State::Unknown => End::Good,
            State::Gaps => End::Gaps,
            State::Failed => End::Failed,
        }
    }
}

/// What became of one file.
#[derive(Clone)]
pub struct Row {
    pub file: String,
    pub state: State,
    pub gaps: usize,
    pub why: String,
}

pub struct List {
    path: PathBuf,
    /// Of earlier runs, by file.
    before: BTreeMap<String, Row>,
    /// When the last of them wrote.
    written: Option<SystemTime>,
    rows: Vec<Row>,
    file: Option<File>,
    locale: Locale,
}

impl List {
    /// The list in a folder; a new one where there is none that can be read.
    pub fn of(folder: &Path, locale: Locale) -> List {
        let path = folder.join(NAME);
        let text = csv::text(&std::fs::read(&path).unwrap_or_default());
        let written = path.metadata().and_then(|data| data.modified()).ok();
        let rows = csv::read(&text).into_iter();
        // A run that was cut off may have left half a line.
        let rows = rows.filter_map(|(_, cells)| row(&cells));
        List {
            before: rows.map(|row| (row.file.clone(), row)).collect(),
            written,
            rows: Vec::new(),
            file: None,
            path,
            locale,
        }
    }

    /// Adds what just became of a file, on the disk too: the next run must know where this one stops.
    pub fn add(&mut self, row: Row) {
        // That a line cannot be written is said at the end, where all of them are.
        let _ = self.append(&row);
        self.rows.push(row);
    }

    fn append(&mut self, row: &Row) -> Result<(), String> {
        let line = line(row, self.locale);
        let file = match self.file.take() {
            Some(file) => file,
            None => {
                // Also without what a run that was cut off left half a line of.
                let text = self.text(self.before.values());
                output::write(&self.path, text.as_bytes(), self.locale)?;
                let opened = File::options().append(true).open(&self.path);
                opened.map_err(|error| output::failed(&self.path, &error, self.locale))?
            }
        };
        let written = self.file.insert(file).write_all(line.as_bytes());
        written.map_err(|error| output::failed(&self.path, &error, self.locale))
    }

    /// Takes over what is known of a file that was converted before.
    pub fn keep(&mut self, file: &str, json: &Path) -> State {
        let known = self.before.get(&csv::guarded(file)).cloned();
        let mut row = known.filter(|row| row.state != State::Failed);
        if let Some(row) = &mut row
            && self.is_later(json)
        {
            row.state = State::Edited;
        }
        let row = row.unwrap_or(Row {
            file: String::new(),
            state: State::Unknown,
            gaps: 0,
            why: String::new(),
        });
        let state = row.state;
        self.rows.push(Row {
            file: file.to_owned(),
            ..row
        });
        state
    }

    /// Whether the JSON is as an earlier run wrote it. A person may have corrected any other.
    pub fn is_own(&self, file: &str, json: &Path) -> bool {
        let known = self.before.get(&csv::guarded(file));
        known.is_some_and(|row| !matches!(row.state, State::Edited | State::Unknown))
            && !self.is_later(json)
    }

    /// Than what the earlier runs wrote last.
    fn is_later(&self, json: &Path) -> bool {
        json.metadata().and_then(|data| data.modified()).ok() > self.written
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Writes the list of all files, and says where.
    ///
    /// # Errors
    /// A sentence for people.
    pub fn finish(self) -> Result<PathBuf, String> {
        output::write(&self.path, self.text(&self.rows).as_bytes(), self.locale)?;
        Ok(self.path)
    }

    fn text<'a>(&self, rows: impl IntoIterator<Item = &'a Row>) -> String {
        let heading = csv::line(&HEADING.map(|text| text.text(self.locale)));
        let rows = rows.into_iter().map(|row| line(row, self.locale));
        [csv::MARK.to_string(), heading]
            .into_iter()
            .chain(rows)
            .collect()
    }
}

fn line(row: &Row, locale: Locale) -> String {
    let gaps = row.gaps.to_string();
    csv::line(&[&row.file, row.state.text().text(locale), &gaps, &row.why])
}

fn row(cells: &[String]) -> Option<Row> {
    let [file, state, gaps, why] = cells else {
        return None;
    };
    Some(Row {
        file: file.clone(),
        state: State::from_text(state)?,
        gaps: gaps.parse().ok()?,
        why: why.clone(),
    })
}

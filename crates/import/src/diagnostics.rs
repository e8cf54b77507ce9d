//! Diagnostics of reading a file: where each value was read, and what could not be read.

use super::{ElsewhereKind, Evidence, Explanation, Location, Source};
use gongkai_model::Report;
use serde::{Deserialize, Deserializer, Serialize};

/// The longest excerpt of the file, in characters.
const EXCERPT: usize = 80;

/// A report, with everything that a person should know about how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The report; what was left out is missing in it.
    pub report: Report,
    /// In the order of the file.
    pub readings: Vec<Reading>,
    /// In the order of the file.
    pub notes: Vec<Note>,
    /// The passage of each value, in the order of the document.
    pub evidence: Vec<Evidence>,
    /// The rule that decided about each number in the prose of section one, in the order of the text.
    pub explanations: Vec<Explanation>,
}

impl Imported {
    /// Whether a part of the form or a number in the prose was left out.
    pub fn has_gaps(&self) -> bool {
        self.notes
            .iter()
            .any(|note| matches!(note.kind, NoteKind::Gap(_)))
    }
}

/// A value of the report and where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Where it was read.
    pub location: Location,
    /// The field, as a [`ReadError`](gongkai_model::ReadError) names it: a cell, a row or a count.
    pub path: String,
}

/// The readings and notes collected while a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// Where each field was read.
    pub readings: Vec<Reading>,
    /// What was left out, or read with an assumption.
    pub notes: Vec<Note>,
    /// The passage of each value.
    pub evidence: Vec<Evidence>,
    /// The rule that decided about each number of the prose.
    pub explanations: Vec<Explanation>,
}

impl Log {
    /// Records where a field was read.
    pub fn read(&mut self, location: Location, path: impl Into<String>) {
        let path = path.into();
        self.readings.push(Reading { location, path });
    }

    /// Records the passage that a field was read from.
    pub fn prove(&mut self, field: impl Into<String>, source: Source, text: impl Into<String>) {
        self.evidence.push(Evidence {
            field: field.into(),
            source,
            text: text.into(),
        });
    }

    /// Removes the readings of a field, and of the fields in it, that is left out after all.
    pub fn forget(&mut self, path: &str) {
        let is_in = |field: &str| {
            let rest = field.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.readings.retain(|reading| !is_in(&reading.path));
        self.evidence.retain(|evidence| !is_in(&evidence.field));
    }

    /// Whether a note is about exactly this field.
    pub fn mentions(&self, path: &str) -> bool {
        let mut notes = self.notes.iter();
        notes.any(|note| note.path.as_deref() == Some(path))
    }

    /// Records something that was left out.
    pub fn gap(
        &mut self,
        location: Option<Location>,
        excerpt: &str,
        path: Option<String>,
        gap: Gap,
    ) {
        self.note(location, excerpt, path, NoteKind::Gap(gap));
    }

    /// Records how something was read.
    pub fn remark(
        &mut self,
        location: Option<Location>,
        excerpt: &str,
        path: Option<String>,
        remark: Remark,
    ) {
        self.note(location, excerpt, path, NoteKind::Remark(remark));
    }

    fn note(
        &mut self,
        location: Option<Location>,
        excerpt: &str,
        path: Option<String>,
        kind: NoteKind,
    ) {
        // A note is one line, even if it quotes several.
        let excerpt = excerpt.trim().chars().take(EXCERPT);
        let excerpt = excerpt.map(|c| if c.is_control() { ' ' } else { c });
        let excerpt = excerpt.collect();
        self.notes.push(Note {
            location,
            excerpt,
            path,
            kind,
            place: None,
        });
    }
}

/// A note for the person who converts the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// `None` if the note is about something that is missing from the file.
    pub location: Option<Location>,
    /// The text it is about, as written, at most 80 characters. May be empty.
    pub excerpt: String,
    /// The field it is about, if known.
    pub path: Option<String>,
    /// What became of it.
    pub kind: NoteKind,
    /// Where the location is in terms that a reader of the document sees.
    pub place: Option<Place>,
}

impl Note {
    /// The order in which a person should see notes, by how much depends on each: tables and pages,
    /// rows and cells, numbers of the prose, and the rest.
    pub fn rank(&self) -> u8 {
        match &self.kind {
            NoteKind::Gap(gap) => match gap {
                Gap::NoTable(_)
                | Gap::OtherReport
                | Gap::Edition
                | Gap::Elsewhere(_)
                | Gap::ScannedPage
                | Gap::DoubtfulFont
                | Gap::Required => 0,
                Gap::LooseNumber | Gap::LongParagraph { .. } => 2,
                Gap::UnknownRow => 3,
                _ => 1,
            },
            NoteKind::Remark(remark) => match remark {
                Remark::EditionOfOtherYear | Remark::HeadingsAssumed | Remark::Chosen { .. } => 0,
                Remark::NoUnit
                | Remark::Misprint { .. }
                | Remark::NotApplicable { .. }
                | Remark::AsPrinted => 1,
                Remark::InTable | Remark::OfEach | Remark::NoField => 2,
                Remark::TwiceAlike | Remark::Skipped => 3,
            },
        }
    }
}

/// A place in a document as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// A line or paragraph outside tables, by its first words.
    Line {
        /// The first words.
        beginning: String,
    },
    /// A row of a table, both numbered from 1.
    Row {
        /// The number of the table in the document.
        table: usize,
        /// The number of the row in the table.
        row: usize,
    },
}

/// The kind of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteKind {
    /// Something was left out of the report.
    Gap(Gap),
    /// Something was read in a way that a person may wish to confirm. Nothing is missing.
    Remark(Remark),
}

/// Why something was left out of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// The table of a section was not found, or section one, which has no table.
    NoTable(FormSection),
    /// A row or cell that the form prescribes was not found.
    NoRow,
    /// A row that the form does not have, such as one that a province added.
    UnknownRow,
    /// The same row appears twice with different numbers.
    TwiceDifferent,
    /// A row does not have as many cells as the form, so that it is not known which is which.
    CellCount {
        /// How many cells the form has.
        expected: usize,
        /// How many the row has.
        found: usize,
    },
    /// A cell contains neither a number nor a sign for "not applicable".
    NotANumber,
    /// A cell contains something besides text (U+FFFC), or text that is invisible or cannot be read
    /// (U+FFFD).
    Unreadable,
    /// A page is a scan, among others with text.
    ScannedPage,
    /// A font has the same name for several digits, which are not read.
    DoubtfulFont,
    /// A negative number where the form allows none.
    Negative,
    /// A number that is too large for the format.
    TooLarge,
    /// The missing tables may be in something that the file shows but that is not read.
    Elsewhere(ElsewhereKind),
    /// A second report in the same file.
    OtherReport,
    /// The headings belong to both editions, or do not tell them apart.
    Edition,
    /// A period ends before it begins.
    Reversed,
    /// There is more than one reading, and they differ.
    Ambiguous,
    /// It is not known what a number in the prose of section one counts.
    LooseNumber,
    /// A paragraph is too long for its numbers to be read.
    LongParagraph {
        /// The most characters that are read.
        limit: usize,
    },
    /// The agency, the year or another required field was not found.
    Required,
}

/// How something was read that the file does not state plainly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// The column headings belong to another edition than the year.
    EditionOfOtherYear,
    /// Headings are missing or cut off, so the form's own order was used.
    HeadingsAssumed,
    /// An amount has no unit.
    NoUnit,
    /// An obvious misprint, read as `read`.
    Misprint {
        /// What it was read as.
        read: String,
    },
    /// The same row appears twice with the same numbers.
    TwiceAlike,
    /// Text between the rows that does not belong to the form, such as a page number.
    Skipped,
    /// So many cells print the sign that is quoted; they were read as not applicable, "/".
    NotApplicable {
        /// How many cells.
        count: usize,
    },
    /// A total that is not the sum of its columns, or the like, was read as printed.
    AsPrinted,
    /// There are several agencies, years or dates, and `read` was chosen.
    Chosen {
        /// The one that was chosen.
        read: String,
    },
    /// A number in the prose that a cell of the form states too. The cell takes precedence.
    InTable,
    /// A frequency, or the number of each of several, which has no field.
    OfEach,
    /// An amount of money in the prose, which has no field.
    NoField,
}

/// A section of the report that has figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FormSection {
    /// Section one, in prose.
    Disclosure,
    /// Section two.
    Proactive,
    /// Section three.
    Applications,
    /// Section four.
    Reviews,
}

/// The name of a file format, such as `rtf`.
pub type FormatName = &'static str;

/// Why a file could not be read as a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportError {
    /// The file has neither a table of the form nor a title of such a report.
    NotAReport,
    /// The same, but the report may be in something that the file shows.
    Elsewhere {
        /// What it may be in.
        kind: ElsewhereKind,
        /// Its name or address in the file. May be empty.
        name: String,
    },
    /// A report of a year before 2019, when the form did not exist.
    OlderForm {
        /// The year of the report.
        year: u16,
    },
    /// A university's report on a school year, which has other contents.
    SchoolYear,
    /// The file holds several reports, each with its agency and year, but none that was asked for.
    NoSuchReport {
        /// The agency and year of each report in the file.
        found: Vec<String>,
    },
    /// Required fields are neither in the file nor in the overrides.
    MissingRequired {
        /// The fields that are missing.
        what: Vec<RequiredField>,
    },
    /// The file has a format that cannot be read.
    UnknownKind {
        /// The format that it seems to have, if known.
        #[serde(default, deserialize_with = "seems")]
        seems: Option<FormatName>,
    },
    /// A PDF without a text layer, such as a scan.
    NoText,
    /// The text is in an unknown encoding.
    Encoding,
    /// The file is truncated or malformed.
    Damaged {
        /// The part of the file that is broken, in the terms of its format.
        part: String,
    },
    /// The font of a PDF does not name the characters that its glyphs draw.
    UnnamedCharacters {
        /// The name of the font in the file.
        font: String,
    },
    /// The file is protected by a password.
    Encrypted,
    /// The file is too large. Both numbers are in bytes.
    TooLarge {
        /// The size of the file.
        size: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// The file has more of something than any report.
    TooMany {
        /// What there is too much of.
        what: Resource,
        /// The most that is read.
        limit: usize,
    },
}

/// A field that every report must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RequiredField {
    /// The name of the agency.
    Agency,
    /// The year of the report.
    Year,
}

/// What a file can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Resource {
    /// Cells of tables.
    Cells,
    /// Lines and tables.
    Blocks,
    /// Of the text and all cells together.
    Characters,
    /// The size of an unpacked file in bytes.
    UnpackedBytes,
    /// Pages of a PDF or OFD file.
    Pages,
}

/// Reads the name of a format. It is one of the readers' own names, so what is leaked is a few bytes for each file
/// that a person tries.
fn seems<'de, D: Deserializer<'de>>(from: D) -> Result<Option<FormatName>, D::Error> {
    let name = Option::<String>::deserialize(from)?;
    Ok(name.map(|name| &*name.leak()))
}

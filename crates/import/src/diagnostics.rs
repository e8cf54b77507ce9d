//! What reading a file says besides the report: what was read from where, and what was not.

use super::Location;
use gongkai_model::Report;

/// How many characters of the file an excerpt shows.
const EXCERPT: usize = 80;

/// A report and everything that a person should know of how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub report: Report,
    /// In the order of the file.
    pub readings: Vec<Reading>,
    /// In the order of the file.
    pub notes: Vec<Note>,
}

impl Imported {
    /// Whether something of the form or of the prose's numbers was not taken.
    pub fn has_gaps(&self) -> bool {
        self.notes
            .iter()
            .any(|note| matches!(note.subject, Subject::Gap(_)))
    }
}

/// A value of the report and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub location: Location,
    /// The field, as a [`ReadError`](gongkai_model::ReadError) names it: a cell, a row or a count.
    pub path: String,
}

/// What is said while a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    pub readings: Vec<Reading>,
    pub notes: Vec<Note>,
}

impl Log {
    pub fn read(&mut self, location: Location, path: impl Into<String>) {
        let path = path.into();
        self.readings.push(Reading { location, path });
    }

    /// What was read of a field that turned out not to be known.
    pub fn forget(&mut self, path: &str) {
        self.readings.retain(|reading| {
            let rest = reading.path.strip_prefix(path);
            !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        });
    }

    /// Whether a note is about exactly this field.
    pub fn mentions(&self, path: &str) -> bool {
        let mut notes = self.notes.iter();
        notes.any(|note| note.path.as_deref() == Some(path))
    }

    pub fn gap(
        &mut self,
        location: Option<Location>,
        excerpt: &str,
        path: Option<String>,
        gap: Gap,
    ) {
        self.note(location, excerpt, path, Subject::Gap(gap));
    }

    pub fn remark(
        &mut self,
        location: Option<Location>,
        excerpt: &str,
        path: Option<String>,
        remark: Remark,
    ) {
        self.note(location, excerpt, path, Subject::Remark(remark));
    }

    fn note(
        &mut self,
        location: Option<Location>,
        excerpt: &str,
        path: Option<String>,
        subject: Subject,
    ) {
        // A note is one line, whatever it quotes.
        let excerpt = excerpt.trim().chars().take(EXCERPT);
        let excerpt = excerpt.map(|c| if c.is_control() { ' ' } else { c });
        let excerpt = excerpt.collect();
        self.notes.push(Note {
            location,
            excerpt,
            path,
            subject,
        });
    }
}

/// One thing to tell the person who converts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// `None` where it is about something that is not in the file.
    pub location: Option<Location>,
    /// The words it is about, as written, at most 80 characters; empty where there are none.
    pub excerpt: String,
    /// The field it is about, where that is known.
    pub path: Option<String>,
    pub subject: Subject,
}

/// Whether something was left out, or taken in a way that a person should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Not taken: the report lacks it.
    Gap(Gap),
    /// Taken, with a reading that a person may wish to confirm. Nothing is missing.
    Remark(Remark),
}

/// Why something is not in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A section's table was not found; of section one, which has none, the section itself.
    NoTable(Part),
    /// A row that the form prescribes was not found.
    NoRow,
    /// A row with numbers whose label the form does not have, such as one that a province added.
    UnknownRow,
    /// The same row twice with different numbers.
    TwiceDifferent,
    /// Not as many cells as the form has: which is which cannot be told.
    CellCount { expected: usize, found: usize },
    /// A cell that holds neither a number nor one of the signs for "none".
    NotANumber,
    /// A cell that holds something besides text (U+FFFC), or text that is not seen or cannot be read
    /// (U+FFFD).
    Unreadable,
    /// A page that is a picture, among others with text.
    ScannedPage,
    /// A font that gives several glyphs the name of the same digit: those digits are not read.
    DoubtfulFont,
    /// A negative number where the form allows none.
    Negative,
    /// A number beyond what the format can hold.
    TooLarge,
    /// A second report in the same file.
    OtherReport,
    /// Headings of both editions, or none that tells them apart.
    Edition,
    /// More than one reading fits, and they differ.
    Ambiguous,
    /// A number in the prose of section one that belongs to nothing known.
    LooseNumber,
    /// A paragraph so long that it is none: its numbers are not looked for.
    LongParagraph { limit: usize },
    /// The report's agency, year or another required field was guessed at from too little, or not found.
    Required,
}

/// How something was read where the file leaves a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The column headings are of another edition than the year would have.
    EditionOfOtherYear,
    /// Headings are missing or cut short: the form's own order was used.
    HeadingsAssumed,
    /// No unit is printed beside an amount.
    NoUnit,
    /// A misprint that leaves no doubt, read as `read`.
    Misprint { read: String },
    /// The same row twice, with the same numbers.
    TwiceAlike,
    /// Words between the rows that are no part of the form, such as a page's number or a note.
    Skipped,
    /// The total is not printed as a sum of the columns, or the like; taken as printed.
    AsPrinted,
    /// Several agencies or years are named; this is the one in the title.
    Chosen { read: String },
    /// A number of the prose that a cell of the form states; the cell is what counts.
    InTable,
}

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Disclosure,
    Proactive,
    Applications,
    Reviews,
}

/// Why no report was made at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// None of the form's tables and no title of such a report.
    NotAReport,
    /// A report, but what the format requires is neither in the file nor given.
    MissingRequired { what: Vec<Required> },
    /// The file is of no kind that can be read; what it seems to be, where that shows.
    UnknownKind { seems: Option<&'static str> },
    /// A file that is scanned pictures: a PDF without a text layer.
    NoText,
    /// Bytes that are in none of the encodings tried.
    Encoding,
    /// A Word or PDF file that ends early or contradicts itself.
    Damaged { part: String },
    /// A PDF whose font does not name the characters that its glyphs draw.
    UnnamedCharacters { font: String },
    /// A file protected by a password.
    Encrypted,
    /// Larger than what is read; both in bytes.
    TooLarge { size: u64, limit: u64 },
    /// More cells, elements or levels than a report has.
    TooMany { what: What, limit: usize },
}

/// What every report must say of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Required {
    Agency,
    Year,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    Cells,
    Blocks,
    /// Of all words and cells together.
    Characters,
    /// Bytes that a packed file unpacks to.
    UnpackedBytes,
    Pages,
}

//! A report that is being completed, with the file that it was read from.

use crate::cells::{amount, cell, form_cells, is_in};
use crate::change::{Change, History};
use crate::transfer::{import, own_json};
use gongkai_checks::{Finding, check};
use gongkai_import::{
    Block, Document, Evidence, GridCell, ImportError, Imported, Location, Note, NoteKind,
    Overrides, Reading, Source,
};
use gongkai_model::{Amount, Cell, CellRef, ProactiveColumn, ReadError, Report};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Why a file could not be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// The file is JSON, but not a valid report.
    Json(ReadError),
    /// The file is not a report that the converter reads.
    Import(ImportError),
    /// The reading stopped before it came to a result: the file is broken in a way that no reader expects, or needs
    /// more memory than there is.
    Stopped,
}

/// Why a report cannot be saved yet.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// The name of the agency is missing.
    NoAgency,
    /// What was entered is not a valid report.
    Invalid(ReadError),
}

/// What is known of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellStatus {
    /// Read from the file, unchanged.
    Read,
    /// Read in a way that a person should confirm.
    Assumed,
    /// In the file, but not readable; see the note.
    LeftOut,
    /// Not found in the file, and not entered.
    Missing,
    /// Entered or changed by hand.
    Mended,
}

/// A cell that differs from the report as it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    /// The cell.
    pub at: CellRef,
    /// Its content when the report was opened.
    pub before: Content,
    /// Its content now.
    pub after: Content,
}

/// The content of a cell: a number, or an amount of money.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A number, blank or “/”.
    Cell(Cell),
    /// An amount of money with its unit, blank or “/”.
    Amount(Amount),
}

impl Content {
    /// The content of a cell of a report.
    pub fn of(report: &Report, at: CellRef) -> Content {
        match at {
            CellRef::Proactive(row, ProactiveColumn::Amount) => {
                Content::Amount(amount(report, row))
            }
            _ => Content::Cell(cell(report, at)),
        }
    }

    /// Whether the report says nothing here; a blank cell says that it is blank.
    pub fn is_missing(&self) -> bool {
        match self {
            Content::Cell(cell) => cell.is_missing(),
            Content::Amount(amount) => amount.is_missing(),
        }
    }
}

/// A report that is being completed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    report: Report,
    /// The report as it was opened.
    original: Report,
    history: History,
    /// The file's lines and tables; `None` for a report that was opened from its JSON.
    document: Option<Rc<Document>>,
    readings: Vec<Reading>,
    evidence: Vec<Evidence>,
    notes: Vec<Note>,
    /// The indices of the notes that a person has confirmed.
    confirmed: BTreeSet<usize>,
}

impl Draft {
    /// Opens a file: JSON of this format, or any file that the converter reads.
    ///
    /// # Errors
    /// [`OpenError::Json`] if a file that begins with a brace is not a valid report; else the error of the
    /// converter. An agency or year that the file does not name can be given in `overrides`.
    pub fn open(name: &str, bytes: &[u8], overrides: &Overrides) -> Result<Draft, OpenError> {
        if let Some(text) = own_json(bytes) {
            let report = Report::read(text).map_err(OpenError::Json)?;
            return Ok(Draft::of(report));
        }
        let (document, imported) =
            import(name, bytes, overrides, &mut |_| {}).map_err(OpenError::Import)?;
        Ok(Draft::of_imported(document, imported))
    }

    /// A draft that continues a report.
    pub fn of(report: Report) -> Draft {
        Draft {
            original: report.clone(),
            report,
            history: History::default(),
            document: None,
            readings: Vec::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
            confirmed: BTreeSet::new(),
        }
    }

    /// A draft of what was read from a file.
    pub fn of_imported(document: Document, imported: Imported) -> Draft {
        Draft {
            document: Some(Rc::new(document)),
            readings: imported.readings,
            evidence: imported.evidence,
            notes: imported.notes,
            ..Draft::of(imported.report)
        }
    }

    /// The report as it is now.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The file's lines and tables; `None` for a report that was opened from its JSON.
    pub fn document(&self) -> Option<&Rc<Document>> {
        self.document.as_ref()
    }

    /// What was left out or assumed when the file was read, in the order of the file.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The changes since it was opened.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the report differs from the one that was opened.
    pub fn is_changed(&self) -> bool {
        self.report != self.original
    }

    /// Makes a change that can be undone.
    pub fn make(&mut self, change: Change) {
        self.history.make(change, &mut self.report);
    }

    /// Takes the latest change back.
    pub fn undo(&mut self) -> bool {
        self.history.undo(&mut self.report)
    }

    /// Makes the change again that was undone last.
    pub fn redo(&mut self) -> bool {
        self.history.redo(&mut self.report)
    }

    /// What is known of a cell.
    pub fn status(&self, at: CellRef) -> CellStatus {
        let content = Content::of(&self.report, at);
        if content != Content::of(&self.original, at) {
            return CellStatus::Mended;
        }
        let path = at.path();
        let about = |wanted: fn(&NoteKind) -> bool| {
            let mut notes = self.notes.iter().enumerate();
            notes.any(|(index, note)| {
                let is_about = note.path.as_deref().is_some_and(|at| covers(at, &path));
                is_about && wanted(&note.kind) && !self.confirmed.contains(&index)
            })
        };
        if content.is_missing() {
            if about(|kind| matches!(kind, NoteKind::Gap(_))) {
                CellStatus::LeftOut
            } else {
                CellStatus::Missing
            }
        } else if about(|kind| matches!(kind, NoteKind::Remark(_))) {
            CellStatus::Assumed
        } else {
            CellStatus::Read
        }
    }

    /// The indices of the notes that still need a person: neither confirmed nor answered by an entry.
    pub fn open_notes(&self) -> Vec<usize> {
        let notes = self.notes.iter().enumerate();
        let open = notes
            .filter(|(index, note)| !self.confirmed.contains(index) && !self.is_answered(note));
        open.map(|(index, _)| index).collect()
    }

    /// Whether every cell that a note is about has been entered by hand.
    fn is_answered(&self, note: &Note) -> bool {
        let cells = self.cells_of(note);
        !cells.is_empty()
            && cells
                .iter()
                .all(|at| self.status(*at) == CellStatus::Mended)
    }

    /// The cells of the form that a note is about.
    pub fn cells_of(&self, note: &Note) -> Vec<CellRef> {
        let Some(path) = note.path.as_deref() else {
            return Vec::new();
        };
        let cells = form_cells(self.report.edition);
        cells.filter(|at| covers(path, &at.path())).collect()
    }

    /// Marks a note as confirmed, or as open again.
    pub fn confirm(&mut self, note: usize, is_confirmed: bool) {
        if is_confirmed {
            self.confirmed.insert(note);
        } else {
            self.confirmed.remove(&note);
        }
    }

    /// Whether a person has confirmed the note with this index.
    pub fn is_confirmed(&self, note: usize) -> bool {
        self.confirmed.contains(&note)
    }

    /// Where a field was read: by its own reading, or by that of the nearest field around it.
    pub fn location(&self, path: &str) -> Option<Location> {
        let around = self.readings.iter().filter(|at| covers(&at.path, path));
        let reading = around.max_by_key(|reading| reading.path.len());
        reading.map(|reading| reading.location).or_else(|| {
            let mut notes = self.notes.iter();
            let note = notes.find(|note| note.path.as_deref().is_some_and(|at| covers(at, path)));
            note.and_then(|note| note.location)
        })
    }

    /// The passage of the document that a field was read from; `None` for an item of section one that was added or
    /// moved. For a field that was not read: the place that a note
    /// on it names, or the row that its neighbours were read from.
    pub fn source(&self, path: &str) -> Option<Source> {
        if item_name(&self.report, path) != item_name(&self.original, path) {
            return None;
        }
        let find = |wanted: &dyn Fn(&str) -> bool| {
            let mut evidence = self.evidence.iter();
            evidence.find(|evidence| wanted(&evidence.field))
        };
        let own = find(&|field| field == path)
            .or_else(|| find(&|field| covers(path, field)))
            .or_else(|| find(&|field| covers(field, path)));
        if let Some(own) = own {
            return Some(own.source.clone());
        }
        let mut notes = self.notes.iter();
        let note = notes.find(|note| note.path.as_deref() == Some(path));
        if let Some(named) = note.and_then(|note| self.note_passage(note)) {
            return Some(named);
        }
        let around = path.rfind(['.', '[']).and_then(|at| path.get(..at));
        let neighbour = around.and_then(|around| find(&|field| covers(around, field)));
        if let Some(neighbour) = neighbour {
            let Source { block, row, .. } = neighbour.source;
            return Some(Source {
                row,
                ..Source::line(block, 0..0)
            });
        }
        self.passage(self.location(path)?, "")
    }

    /// The line or cell of the document that a note is about.
    pub fn note_passage(&self, note: &Note) -> Option<Source> {
        self.passage(note.location?, &note.excerpt)
    }

    /// The line or cell at a location. Several cells may be on one line of a file: the one that holds the text is
    /// preferred.
    fn passage(&self, location: Location, text: &str) -> Option<Source> {
        let blocks = self.document.as_ref()?.blocks.iter().enumerate();
        blocks
            .filter_map(|(block, content)| match content {
                Block::Line(line) => (line.location == location).then(|| Source::line(block, 0..0)),
                Block::Table(grid) => grid.rows.iter().enumerate().find_map(|(row, cells)| {
                    let there = |cell: &&GridCell| cell.location == location;
                    let cell = cells
                        .iter()
                        .position(|cell| there(&cell) && cell.text.trim() == text)
                        .or_else(|| cells.iter().position(|cell| there(&cell)))?;
                    Some(Source {
                        row: Some(row),
                        cell: Some(cell),
                        ..Source::line(block, 0..0)
                    })
                }),
            })
            .next()
    }

    /// The field that was read from a cell of the document, or from the number of a line that has the character.
    pub fn field_at(&self, place: SourcePlace) -> Option<CellRef> {
        let mut there = self.evidence.iter().filter(|evidence| {
            let source = &evidence.source;
            let is_cell =
                (source.block, source.row, source.cell) == (place.block, place.row, place.cell);
            is_cell && (place.row.is_some() || source.chars.contains(&place.char))
        });
        there.find_map(|evidence| self.field(&evidence.field))
    }

    /// The field that has a path and that a person can edit by itself: a cell of the form, or a figure of section one.
    pub fn field(&self, path: &str) -> Option<CellRef> {
        let cells = form_cells(self.report.edition).chain(section_one_fields(&self.report));
        let cells = cells.filter(|cell| covers(&cell.path(), path));
        let found = cells.max_by_key(|cell| cell.path().len())?;
        let is_same = item_name(&self.report, path) == item_name(&self.original, path);
        is_same.then_some(found)
    }

    /// The parts of the report outside the tables that differ from those that were opened.
    pub fn changed_parts(&self) -> Vec<ReportPart> {
        let (now, then) = (&self.report, &self.original);
        let parts = [
            (ReportPart::Agency, now.agency != then.agency),
            (ReportPart::Year, now.year != then.year),
            (ReportPart::Period, now.period != then.period),
            (ReportPart::Source, now.source != then.source),
            (ReportPart::Edition, now.edition != then.edition),
            (ReportPart::SectionOne, now.disclosure != then.disclosure),
            (ReportPart::Text, now.text != then.text),
            (ReportPart::Remarks, now.remarks != then.remarks),
        ];
        let changed = parts.into_iter().filter(|(_, is_changed)| *is_changed);
        changed.map(|(part, _)| part).collect()
    }

    /// The cells that differ from the report as it was opened, in the form's order.
    pub fn cell_changes(&self) -> Vec<CellChange> {
        let edition = self.report.edition;
        let both =
            CellRef::cells().filter(|at| is_in(*at, edition) || is_in(*at, self.original.edition));
        both.filter_map(|at| {
            let before = Content::of(&self.original, at);
            let after = Content::of(&self.report, at);
            (before != after).then_some(CellChange { at, before, after })
        })
        .collect()
    }

    /// What the checks find in the report as it is.
    pub fn findings(&self) -> Vec<Finding> {
        check(&self.report)
    }

    /// The report's JSON.
    ///
    /// # Errors
    /// [`SaveError::NoAgency`] if the agency has no name; [`SaveError::Invalid`] if the format does not allow
    /// something else.
    pub fn save(&self) -> Result<String, SaveError> {
        if self.report.agency.name.trim().is_empty() {
            return Err(SaveError::NoAgency);
        }
        let json = self.report.write();
        match Report::read(&json) {
            Ok(_) => Ok(json),
            Err(error) => Err(SaveError::Invalid(error)),
        }
    }
}

/// A place in the document: a cell of a table, or a character of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourcePlace {
    /// The index of the line or table in the document.
    pub block: usize,
    /// The row and the cell of a table; `None` for a line.
    pub row: Option<usize>,
    /// The index of the cell in its row; `None` for a line.
    pub cell: Option<usize>,
    /// The character of a line.
    pub char: usize,
}

/// A part of a report outside its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPart {
    /// The name or division code of the agency.
    Agency,
    /// The year.
    Year,
    /// The days that it covers.
    Period,
    /// Where it was published.
    Source,
    /// The edition of the form.
    Edition,
    /// The figures of section one.
    SectionOne,
    /// The text.
    Text,
    /// The agency's explanations.
    Remarks,
}

/// The figures of section one, each by itself.
fn section_one_fields(report: &Report) -> Vec<CellRef> {
    let mut fields = vec![
        CellRef::Total,
        CellRef::StatedReceived,
        CellRef::StatedCompleted,
    ];
    if let Some(section) = &report.disclosure {
        fields.extend((0..section.categories.len()).map(CellRef::Category));
        for (index, channel) in section.channels.iter().enumerate() {
            fields.push(CellRef::Channel(index));
            let own = 0..channel.categories.len();
            fields.extend(own.map(|own| CellRef::ChannelCategory(index, own)));
        }
    }
    fields
}

/// The name of an item of a list of section one; `None` for any other field. What was read from an item's place is
/// evidence for another item once the list is changed.
fn item_name<'a>(report: &'a Report, path: &str) -> Option<&'a str> {
    let section = report.disclosure.as_ref()?;
    let (list, rest) = path.strip_prefix("disclosure.")?.split_once('[')?;
    let (index, rest) = rest.split_once(']')?;
    let index: usize = index.parse().ok()?;
    match list {
        "categories" => section.categories.get(index).map(|item| item.name.as_str()),
        "activities" => section.activities.get(index).map(|item| item.name.as_str()),
        "channels" => {
            let channel = section.channels.get(index)?;
            let own = rest.strip_prefix(".categories[");
            match own.and_then(|own| own.strip_suffix(']')?.parse::<usize>().ok()) {
                Some(own) => channel.categories.get(own).map(|item| item.name.as_str()),
                None => Some(&channel.name),
            }
        }
        _ => None,
    }
}

/// Whether the field `outer` is `inner` or contains it.
fn covers(outer: &str, inner: &str) -> bool {
    let rest = inner.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

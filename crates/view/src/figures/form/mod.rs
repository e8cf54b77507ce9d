//! The statutory tables as printed, with their merged headings, for screens, static pages and
//! screen readers.

mod headings;
mod note;
mod sections;

pub use sections::{section_four, section_three, section_two};

use super::TableCell;
use super::search::{Folded, fold, is_hit};
use crate::text::OriginalText;
use gongkai_i18n::Locale;
use gongkai_model::Cell;

/// One table of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    pub caption: String,
    /// The number of columns, including those of row headings.
    pub columns: u16,
    pub head: Vec<Vec<Heading>>,
    pub body: Vec<Vec<FormCell>>,
    /// A note on the table as a whole: all zero, all blank, partly blank.
    pub note: Option<String>,
}

/// A heading cell, which may be merged from several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Unique in its table; see [`FormValue::headings`].
    pub id: u16,
    pub text: String,
    /// The number of columns that it covers; at least one.
    pub columns: u16,
    /// The number of rows that it covers; at least one.
    pub rows: u16,
    pub scope: Scope,
    /// Whether [`Form::search`] found it.
    pub hit: bool,
}

/// The cells that a heading applies to. A merged heading applies to all columns or rows that it
/// covers; `colgroup` and `rowgroup` would extend to the end of the group, so that （三） would also
/// apply to the rows of （四）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Col,
    Row,
    /// The note in the corner, which is not a heading.
    None,
}

impl Scope {
    /// The value of the HTML attribute; `None` for a cell that is not a heading.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Scope::Col => Some("col"),
            Scope::Row => Some("row"),
            Scope::None => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum FormCell {
    Heading(Heading),
    Value(FormValue),
}

/// One printed cell.
#[derive(Clone, Debug, PartialEq)]
pub struct FormValue {
    /// The path of the cell: `applications.outcomes.granted[0]`.
    pub key: String,
    pub value: TableCell,
    /// The ids of all headings of the cell, rows before columns, the widest first, as in the HTML
    /// attribute `headers`.
    pub headings: Vec<u16>,
    /// The texts of these headings.
    pub label: String,
    /// From 0 to 4: the absolute size of the number compared with the largest in its part of the
    /// table; each step is about three times the one below. The parts are a column of section two,
    /// the outcomes and the other rows of section three, and section four. 0 for zero, for a cell
    /// without a number, for money, and for totals, which would dwarf all other numbers.
    pub shade: u8,
    /// Whether [`Form::search`] found it.
    pub hit: bool,
}

/// The name of the part of a table that is not shaded.
const UNSHADED: &str = "";

impl Form {
    /// The note that says all that the table does; `None` unless every cell is alike.
    pub fn uniform_note(&self, locale: Locale) -> Option<&str> {
        let note = self.note.as_deref()?;
        let texts = [
            OriginalText::AllZero,
            OriginalText::AllBlank,
            OriginalText::AllNotApplicable,
            OriginalText::AllMissing,
        ];
        texts
            .iter()
            .any(|text| text.text(locale) == note)
            .then_some(note)
    }

    fn new(caption: String, head: Vec<Vec<Heading>>) -> Form {
        let first = head.iter().take(1).flatten();
        Form {
            caption,
            columns: first.map(|heading| heading.columns).sum(),
            head,
            body: Vec::new(),
            note: None,
        }
    }

    /// All printed cells, row by row.
    pub fn values(&self) -> impl Iterator<Item = &FormValue> {
        let cells = self.body.iter().flatten();
        cells.filter_map(|cell| match cell {
            FormCell::Value(value) => Some(value),
            FormCell::Heading(_) => None,
        })
    }

    fn values_mut(&mut self) -> impl Iterator<Item = &mut FormValue> {
        let cells = self.body.iter_mut().flatten();
        cells.filter_map(|cell| match cell {
            FormCell::Value(value) => Some(value),
            FormCell::Heading(_) => None,
        })
    }

    fn headings_mut(&mut self) -> impl Iterator<Item = &mut Heading> {
        let body = self.body.iter_mut().flatten();
        let body = body.filter_map(|cell| match cell {
            FormCell::Heading(heading) => Some(heading),
            FormCell::Value(_) => None,
        });
        self.head.iter_mut().flatten().chain(body)
    }

    /// Links values to their headings, shades them and adds the note. `part` names the part of the
    /// table in which a cell, by its key, is shaded.
    fn finished(mut self, locale: Locale, part: impl Fn(&str) -> &str) -> Form {
        for (id, heading) in (0..).zip(self.headings_mut()) {
            heading.id = id;
        }
        self.link_headings(locale);
        let mut largest: Vec<(String, u64)> = Vec::new();
        for value in self.values() {
            let (part, size) = (part(&value.key), size(&value.value));
            match largest.iter_mut().find(|(name, _)| name == part) {
                Some((_, largest)) => *largest = size.max(*largest),
                None => largest.push((part.to_owned(), size)),
            }
        }
        for value in self.values_mut() {
            let part = part(&value.key);
            let found = largest.iter().find(|(name, _)| name == part);
            if let Some((_, largest)) = found.filter(|_| part != UNSHADED) {
                value.shade = shade(size(&value.value), *largest);
            }
        }
        self.note = note::note(&self, locale);
        self
    }

    /// Marks the headings and values that contain the query, as shown or as spoken, and counts
    /// them. Ignores width, case, spaces and thousands separators.
    pub fn search(&mut self, query: &str, locale: Locale) -> usize {
        let query = fold(query);
        let mut hits = 0;
        for heading in self.headings_mut() {
            heading.hit = is_hit(&heading.text, &query);
            hits += usize::from(heading.hit);
        }
        for value in self.values_mut() {
            value.hit = value_is_hit(&value.value, &query, locale);
            hits += usize::from(value.hit);
        }
        hits
    }
}

fn value_is_hit(value: &TableCell, query: &Folded, locale: Locale) -> bool {
    let spoken = value.spoken(locale);
    is_hit(&value.shown(locale), query) || spoken.is_some_and(|spoken| is_hit(&spoken, query))
}

/// The absolute value of a number.
fn size(value: &TableCell) -> u64 {
    match value {
        TableCell::Cell(Cell::Count(n)) | TableCell::Change(Cell::Count(n)) => n.unsigned_abs(),
        _ => 0,
    }
}

/// The shade of a number, see [`FormValue::shade`].
fn shade(size: u64, largest: u64) -> u8 {
    match size {
        0 => 0,
        size if size > largest / 3 => 4,
        size if size > largest / 10 => 3,
        size if size > largest / 30 => 2,
        _ => 1,
    }
}

//! What is wrong with a catalogue, and where.

use gongkai_model::field_path::{FieldPath, Step, excerpt, line_at};

/// Why a file is not a valid catalogue. [`catalog_error`](crate::catalog_error) makes its sentence for
/// the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogError {
    /// The field, as `measures[3].values[120]`; empty for the file as a whole.
    pub path: String,
    /// The line in the file, from 1; `None` if the error has no position, such as a column's length.
    pub line: Option<usize>,
    /// The value as written in the file, shortened if it is long.
    pub value: Option<String>,
    /// What is wrong.
    pub problem: CatalogProblem,
}

/// What is wrong with a file that is not a valid catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogProblem {
    /// The text is not JSON (or ends too early).
    NotJson,
    /// Another format, or another version of this one. Holds the supported format.
    Format(&'static str),
    /// A required field is missing.
    MissingField,
    /// Holds the fields that are allowed there.
    UnknownField(&'static [&'static str]),
    /// A field occurs twice.
    DuplicateField,
    /// A value of another type than expected.
    WrongType(ExpectedValue),
    /// A value of the right type that is not allowed.
    InvalidValue(ExpectedValue),
    /// A number too large for a column.
    OutOfRange,
    /// A column with more or fewer values than there are agencies or reports.
    Length {
        /// The number of values in the column.
        found: usize,
        /// The number of agencies or reports.
        wanted: usize,
    },
}

impl CatalogProblem {
    /// Returns the stable code that scripts can rely on.
    pub fn code(self) -> &'static str {
        match self {
            CatalogProblem::NotJson => "not-json",
            CatalogProblem::Format(_) => "format",
            CatalogProblem::MissingField => "missing-field",
            CatalogProblem::UnknownField(_) => "unknown-field",
            CatalogProblem::DuplicateField => "duplicate-field",
            CatalogProblem::WrongType(_) => "wrong-type",
            CatalogProblem::InvalidValue(_) => "invalid-value",
            CatalogProblem::OutOfRange => "out-of-range",
            CatalogProblem::Length { .. } => "column-length",
        }
    }
}

/// The value that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedValue {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// The value `true`.
    True,
    /// A number of reports.
    Size,
    /// A year.
    Year,
    /// A later year than the previous report's of the same agency.
    LaterYear,
    /// An edition of the form.
    Edition,
    /// The index of a group.
    Group,
    /// A path inside the catalogue's folder.
    Path,
    /// A pattern of paths.
    Pattern,
    /// 48 bytes in base64.
    Hash,
    /// The id of a measure.
    Measure,
    /// The one edition whose form has the measure.
    OwnEdition,
    /// A count.
    Count,
    /// A change from last year, which may be negative.
    Change,
    /// A count as stated in prose, such as "over 3200 条".
    Stated,
    /// Money with its unit, such as "21207.84 万元".
    Amount,
    /// The number of a denominator.
    Number,
    /// How many digits the names of index files have.
    Digits,
    /// The kind of a set of peers.
    Kind,
}

/// A [`CatalogError`] that is still being returned from reader to reader, each of which adds its step to
/// the path. Boxed, since it is part of many results.
#[derive(Debug)]
pub(super) struct Fault(Box<FaultDetails>);

#[derive(Debug)]
struct FaultDetails {
    problem: CatalogProblem,
    path: FieldPath,
    offset: Option<usize>,
}

impl Fault {
    /// `offset` is the byte at which the invalid value begins.
    pub fn new(problem: CatalogProblem, offset: usize) -> Fault {
        Fault(Box::new(FaultDetails {
            problem,
            path: FieldPath::default(),
            offset: Some(offset),
        }))
    }

    /// A fault without a position in the text.
    pub fn without_position(problem: CatalogProblem) -> Fault {
        Fault(Box::new(FaultDetails {
            problem,
            path: FieldPath::default(),
            offset: None,
        }))
    }

    pub fn under(mut self, step: Step) -> Fault {
        self.0.path.push_outer(step);
        self
    }

    pub fn field(self, name: &str) -> Fault {
        self.under(Step::Field(name.to_owned()))
    }

    pub fn into_error(self, source: &str) -> CatalogError {
        let FaultDetails {
            problem,
            path,
            offset,
        } = *self.0;
        let has_value = matches!(
            problem,
            CatalogProblem::WrongType(_)
                | CatalogProblem::InvalidValue(_)
                | CatalogProblem::OutOfRange
                | CatalogProblem::Format(_)
        );
        let rest = offset.and_then(|offset| source.get(offset..));
        CatalogError {
            path: path.text(),
            line: offset.and_then(|offset| line_at(source, offset)),
            value: rest.filter(|_| has_value).map(value_text),
            problem,
        }
    }
}

/// Returns the text of the value at the start of `rest`, shortened if it is long.
fn value_text(rest: &str) -> String {
    let mut in_text = false;
    let mut escaped = false;
    let end = rest.char_indices().find(|&(at, c)| {
        if in_text {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            in_text = !closes;
            return false;
        }
        in_text = c == '"';
        at > 0 && matches!(c, ',' | ']' | '}' | '\n' | '\r')
    });
    let end = end.map_or(rest.len(), |(at, _)| at);
    excerpt(rest.get(..end).unwrap_or_default().trim_end())
}

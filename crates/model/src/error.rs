//! Errors of reading a report, with their location.

use crate::field_path::{FieldPath, Step, excerpt, line_at};

/// The reason why a file is not a valid report. The crate `i18n` writes it as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The field, such as `applications.received[3]`; empty for the whole file.
    pub path: String,
    /// The line in the file, counted from 1.
    pub line: Option<usize>,
    /// The value as in the file, truncated if it is long.
    pub value: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a file that is not a valid report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON, or ends too early.
    NotJson,
    /// Another format, or another version of the format.
    Format,
    /// A required field is missing.
    MissingField,
    /// Lists the known fields.
    UnknownField(&'static [&'static str]),
    /// The field belongs to the form's other edition.
    OtherEdition,
    /// A field occurs twice.
    DuplicateField,
    /// A value of another type than expected.
    WrongType(Expected),
    /// A negative number instead of a count.
    Negative,
    /// A number beyond 64 bits.
    OutOfRange,
    /// A number with a fraction or an exponent instead of an integer.
    NotWhole,
    /// A value of the right type that is not possible.
    InvalidValue(Expected),
    /// Not one of the allowed words, which are listed.
    NotOneOf(&'static [&'static str]),
    /// A row with this number of cells instead of seven.
    RowLength(usize),
}

impl Problem {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::NotJson => "not-json",
            Problem::Format => "format",
            Problem::MissingField => "missing-field",
            Problem::UnknownField(_) | Problem::OtherEdition => "unknown-field",
            Problem::DuplicateField => "duplicate-field",
            Problem::WrongType(_) | Problem::RowLength(_) => "wrong-type",
            Problem::OutOfRange => "out-of-range",
            Problem::Negative
            | Problem::NotWhole
            | Problem::InvalidValue(_)
            | Problem::NotOneOf(_) => "invalid-value",
        }
    }
}

/// The expected type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A count, which is not negative.
    Count,
    /// A change from last year, which may be negative.
    Change,
    /// A row of seven cells.
    Row,
    /// An amount of money.
    Amount,
    /// A decimal number.
    Decimal,
    /// A day.
    Date,
    /// A year.
    Year,
    /// The number of a check.
    Rule,
    /// The path of a field of the format.
    Path,
    /// At least one path.
    Paths,
}

/// A [`ReadError`] under construction: the path is built from the inside out.
#[derive(Debug)]
pub(super) struct Failure(Box<Details>);

#[derive(Debug)]
struct Details {
    pub problem: Problem,
    pub path: FieldPath,
    /// The address of the value in the text, set by the innermost value.
    pub at: Option<usize>,
    pub value: Option<String>,
}

impl Failure {
    pub fn new(problem: Problem) -> Failure {
        Failure(Box::new(Details {
            problem,
            path: FieldPath::default(),
            at: None,
            value: None,
        }))
    }

    /// Adds a step in front of the path.
    pub fn under(mut self, step: Step) -> Failure {
        self.0.path.push_outer(step);
        self
    }

    /// Adds the location of the value. Only the first call has an effect, as it is closest to the
    /// error.
    pub fn found(mut self, raw: &str) -> Failure {
        if self.0.at.is_none() {
            self.0.at = Some(raw.as_ptr() as usize);
            let has_value = !matches!(
                self.0.problem,
                Problem::MissingField | Problem::UnknownField(_) | Problem::DuplicateField
            );
            self.0.value = has_value.then(|| excerpt(raw));
        }
        self
    }

    pub fn into_error(self, source: &str) -> ReadError {
        let details = *self.0;
        let line = details
            .at
            .and_then(|at| line_at(source, at.checked_sub(source.as_ptr() as usize)?));
        ReadError {
            path: details.path.text(),
            line,
            value: details.value,
            problem: details.problem,
        }
    }
}

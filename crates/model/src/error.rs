//! What is wrong with a file, and where.

/// Why a file is not a valid report. Its sentence for the reader is made by `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The field, as `applications.received[3]`; empty for the file as a whole.
    pub path: String,
    /// The line in the file, from 1.
    pub line: Option<usize>,
    /// The value as the file writes it, cut where it is long.
    pub value: Option<String>,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON (or ends too early).
    NotJson,
    /// Another format, or another version of this one.
    Format,
    MissingField,
    /// With the fields that may stand there.
    UnknownField(&'static [&'static str]),
    /// The field belongs to the form's other edition.
    OtherEdition,
    DuplicateField,
    WrongType(Expected),
    /// A number below zero where only a count can stand.
    Negative,
    /// A number beyond 64 bits.
    OutOfRange,
    /// A number with a fraction or an exponent where a whole one must stand.
    NotWhole,
    /// Text of the right type that says something impossible.
    InvalidValue(Expected),
    /// None of the words that may stand there.
    NotOneOf(&'static [&'static str]),
    /// A row that does not have seven cells; with the number it has.
    RowLength(usize),
}

impl Problem {
    /// The stable code that scripts can rely on.
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

/// What should have stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Object,
    List,
    Text,
    Count,
    Change,
    Row,
    Amount,
    Decimal,
    Date,
    Year,
}

/// A [`ReadError`] on its way up: the path grows from the inside out.
#[derive(Debug)]
pub(super) struct Failure(Box<Trail>);

#[derive(Debug)]
pub(super) struct Trail {
    pub problem: Problem,
    /// Innermost first.
    pub path: Vec<Step>,
    /// Address of the value in the text; set by the innermost value that fails.
    pub at: Option<usize>,
    pub value: Option<String>,
}

#[derive(Debug)]
pub(super) enum Step {
    Field(String),
    Index(usize),
}

impl Failure {
    pub fn new(problem: Problem) -> Failure {
        Failure(Box::new(Trail {
            problem,
            path: Vec::new(),
            at: None,
            value: None,
        }))
    }

    pub fn under(mut self, step: Step) -> Failure {
        self.0.path.push(step);
        self
    }

    /// The first caller is nearest the fault, so later ones change nothing.
    pub fn found(mut self, raw: &str) -> Failure {
        if self.0.at.is_none() {
            self.0.at = Some(raw.as_ptr() as usize);
            let shown = !matches!(
                self.0.problem,
                Problem::MissingField | Problem::UnknownField(_) | Problem::DuplicateField
            );
            self.0.value = shown.then(|| cut(raw));
        }
        self
    }

    pub fn into_error(self, source: &str) -> ReadError {
        let trail = *self.0;
        let mut path = String::new();
        for step in trail.path.iter().rev() {
            match step {
                Step::Field(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&cut(name));
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        let line = trail.at.and_then(|at| {
            let before = source.get(..at.checked_sub(source.as_ptr() as usize)?)?;
            Some(before.matches('\n').count() + 1)
        });
        ReadError {
            path,
            line,
            value: trail.value,
            problem: trail.problem,
        }
    }
}

/// At most 60 characters, so that a broken file cannot fill the reader's screen.
fn cut(raw: &str) -> String {
    let mut shown: String = raw.chars().take(60).collect();
    if shown.len() < raw.len() {
        shown.push('…');
    }
    shown
}

//! What is wrong with a catalogue, and where.

/// Why a file is not a valid catalogue. Its sentence for the reader is made by `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogError {
    /// The field, as `measures[3].values[120]`; empty for the file as a whole.
    pub path: String,
    /// The line in the file, from 1; `None` where the fault is in what no line holds.
    pub line: Option<usize>,
    /// The value as the file writes it, cut where it is long.
    pub value: Option<String>,
    pub problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON (or ends too early).
    NotJson,
    /// Another format, or another version of this one; with the one that is read here.
    Format(&'static str),
    MissingField,
    /// With the fields that may stand there.
    UnknownField(&'static [&'static str]),
    DuplicateField,
    WrongType(Expected),
    /// A value of the right type that says something impossible.
    InvalidValue(Expected),
    /// A number beyond what a column holds.
    OutOfRange,
    /// A column that has more or fewer values than there are places or reports.
    Length {
        found: usize,
        wanted: usize,
    },
}

impl Problem {
    /// The stable code that scripts can rely on.
    pub fn code(self) -> &'static str {
        match self {
            Problem::NotJson => "not-json",
            Problem::Format(_) => "format",
            Problem::MissingField => "missing-field",
            Problem::UnknownField(_) => "unknown-field",
            Problem::DuplicateField => "duplicate-field",
            Problem::WrongType(_) => "wrong-type",
            Problem::InvalidValue(_) => "invalid-value",
            Problem::OutOfRange => "out-of-range",
            Problem::Length { .. } => "column-length",
        }
    }
}

/// What should have stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Object,
    List,
    Text,
    True,
    /// A number of reports.
    Size,
    Year,
    /// Years of one place rise, and none is there twice.
    LaterYear,
    Edition,
    /// The index of a group.
    Group,
    /// A path below the catalogue's folder.
    Path,
    /// A pattern of paths.
    Pattern,
    /// 48 bytes in base64.
    Hash,
    Measure,
    /// The one edition that the measure's column stands in.
    OwnEdition,
    Count,
    Change,
    /// A count as prose states it, "over 3200 条".
    Stated,
    /// Money with its unit, "21207.84 万元".
    Amount,
    /// A denominator's number.
    Number,
}

/// A [`CatalogError`] on its way up: the path grows from the inside out.
#[derive(Debug)]
pub(super) struct Fault(Box<Trail>);

#[derive(Debug)]
struct Trail {
    problem: Problem,
    /// Innermost first.
    path: Vec<Step>,
    at: Option<usize>,
}

#[derive(Debug)]
pub(super) enum Step {
    Field(String),
    Index(usize),
}

impl Fault {
    /// `at` is the byte where the value at fault begins.
    pub fn new(problem: Problem, at: usize) -> Fault {
        Fault(Box::new(Trail {
            problem,
            path: Vec::new(),
            at: Some(at),
        }))
    }

    /// A fault that no single place in the text has.
    pub fn nowhere(problem: Problem) -> Fault {
        Fault(Box::new(Trail {
            problem,
            path: Vec::new(),
            at: None,
        }))
    }

    pub fn under(mut self, step: Step) -> Fault {
        self.0.path.push(step);
        self
    }

    pub fn field(self, name: &str) -> Fault {
        self.under(Step::Field(name.to_owned()))
    }

    pub fn into_error(self, source: &str) -> CatalogError {
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
        let before = trail.at.and_then(|at| source.get(..at));
        let has_value = matches!(
            trail.problem,
            Problem::WrongType(_)
                | Problem::InvalidValue(_)
                | Problem::OutOfRange
                | Problem::Format(_)
        );
        let rest = trail.at.and_then(|at| source.get(at..));
        CatalogError {
            path,
            line: before.map(|before| before.matches('\n').count().saturating_add(1)),
            value: rest.filter(|_| has_value).map(written),
            problem: trail.problem,
        }
    }
}

/// The value that begins here, as the file writes it.
fn written(rest: &str) -> String {
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
    cut(rest.get(..end).unwrap_or_default().trim_end())
}

/// At most 60 characters, so that a broken file cannot fill the reader's screen.
fn cut(raw: &str) -> String {
    let mut shown: String = raw.chars().take(60).collect();
    if shown.len() < raw.len() {
        shown.push('…');
    }
    shown
}

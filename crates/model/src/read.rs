//! Reads a [`Report`] from JSON text, and writes it.

use super::Row;
use super::error::{Expected, Failure, Problem, ReadError};
use super::field_path::Step;
use super::node::{JsonType, Node, Read, Shape};
use super::report::*;
use super::text::concat;

impl Report {
    /// Reads a report in the format `gongkai-report/1`.
    ///
    /// # Errors
    /// The first error, with its path, its line and the value.
    pub fn read(text: &str) -> Result<Report, ReadError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = Node::parse(text).map_err(|at| ReadError {
            path: String::new(),
            line: text
                .get(..at)
                .map(|before| before.bytes().filter(|b| *b == b'\n').count() + 1),
            value: None,
            problem: Problem::NotJson,
        })?;
        // Checked first, so that a file in a later format is not reported for an unknown field.
        let format = match root.at(&["format"]) {
            Some(found) => Format::read(found).map_err(|failure| {
                failure
                    .found(found.raw())
                    .under(Step::Field("format".to_owned()))
            }),
            None if root.json_type() == JsonType::Object => {
                Err(Failure::new(Problem::MissingField).under(Step::Field("format".to_owned())))
            }
            None => Ok(String::new()),
        };
        format
            .and_then(|_| <Report as Read>::read(root))
            .and_then(|report| match foreign_field(root, report.edition) {
                None => Ok(report),
                Some((path, node)) => {
                    let failure = Failure::new(Problem::OtherEdition).found(node.raw());
                    Err(path.iter().rev().fold(failure, |failure, step| {
                        failure.under(Step::Field((*step).to_owned()))
                    }))
                }
            })
            .map_err(|failure| failure.found(root.raw()))
            .map_err(|failure| failure.into_error(text))
    }

    /// Writes the report as indented JSON, which [`Report::read`] reads back unchanged.
    pub fn write(&self) -> String {
        // Never fails, since all keys are strings.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

pub(super) type Path = &'static [&'static str];

/// Fields that only the 2019 form has.
pub(super) const ONLY_2019: &[Path] = &[
    &["proactive", "rules", "disclosed"],
    &["proactive", "rules", "total_disclosed"],
    &["proactive", "normative_documents", "disclosed"],
    &["proactive", "normative_documents", "total_disclosed"],
    &["proactive", "licences", "items_last_year"],
    &["proactive", "licences", "change"],
    &["proactive", "other_services"],
    &["proactive", "penalties", "items_last_year"],
    &["proactive", "penalties", "change"],
    &["proactive", "compulsory_measures", "items_last_year"],
    &["proactive", "compulsory_measures", "change"],
    &["proactive", "fees", "items_last_year"],
    &["proactive", "fees", "change"],
    &["proactive", "procurement"],
];

/// Fields that only the 2021 form has.
pub(super) const ONLY_2021: &[Path] = &[
    &["proactive", "rules", "repealed"],
    &["proactive", "rules", "in_force"],
    &["proactive", "normative_documents", "repealed"],
    &["proactive", "normative_documents", "in_force"],
    &["proactive", "fees", "amount"],
];

/// (六) 其他处理: one row in 2019, three in 2021.
pub(super) const OTHER: Path = &["applications", "outcomes", "other"];

/// Finds a field that belongs to the other edition.
fn foreign_field(root: Node<'_>, edition: Edition) -> Option<(Path, Node<'_>)> {
    let (fields, is_one_row) = match edition {
        Edition::Form2019 => (ONLY_2021, true),
        Edition::Form2021 => (ONLY_2019, false),
    };
    let found = |path: Path| Some((path, root.at(path)?));
    fields
        .iter()
        .find_map(|path| found(path))
        .or_else(|| found(OTHER).filter(|(_, node)| is_row(*node) != is_one_row))
}

/// Reads the field that names the format.
pub(super) struct Format;

impl Format {
    pub fn read(node: Node<'_>) -> Result<String, Failure> {
        // Any other value is another format.
        match node.text(Expected::Text) {
            Ok(format) if format == FORMAT => Ok(format),
            _ => Err(Failure::new(Problem::Format)),
        }
    }
}

/// A count in prose, which is never blank.
impl Read for i64 {
    fn read(node: Node<'_>) -> Result<i64, Failure> {
        match node.integer(Expected::Count)? {
            ..0 => Err(Failure::new(Problem::Negative)),
            count => Ok(count),
        }
    }
}

/// The regulation that prescribes these reports came into force in 2008.
pub(super) const YEARS_FROM: i64 = 2008;
pub(super) const YEARS_TO: i64 = 2200;

/// A year.
impl Read for u16 {
    fn read(node: Node<'_>) -> Result<u16, Failure> {
        match node.integer(Expected::Year)? {
            year @ YEARS_FROM..=YEARS_TO => Ok(year as u16),
            _ => Err(Failure::new(Problem::InvalidValue(Expected::Year))),
        }
    }
}

/// The numbers of the checks.
pub(super) const RULES_FROM: i64 = 1;
pub(super) const RULES_TO: i64 = 15;

/// The number of a check.
impl Read for u8 {
    fn read(node: Node<'_>) -> Result<u8, Failure> {
        match node.integer(Expected::Rule)? {
            rule @ RULES_FROM..=RULES_TO => Ok(rule as u8),
            _ => Err(Failure::new(Problem::InvalidValue(Expected::Rule))),
        }
    }
}

impl Read for Paths {
    const SHAPE: &'static Shape = &Shape::List(&Shape::Plain);

    fn read(node: Node<'_>) -> Result<Paths, Failure> {
        let paths = <Vec<String> as Read>::read(node)?;
        if paths.is_empty() {
            return Err(Failure::new(Problem::InvalidValue(Expected::Paths)));
        }
        for (index, (path, item)) in paths.iter().zip(node.items()?).enumerate() {
            if !Report::SHAPE.has(&concat(&[".", path])) {
                return Err(Failure::new(Problem::InvalidValue(Expected::Path))
                    .found(item.raw())
                    .under(Step::Index(index)));
            }
        }
        Ok(Paths(paths))
    }
}

impl Default for OtherOutcome {
    fn default() -> OtherOutcome {
        OtherOutcome::One(Row::default())
    }
}

impl Read for OtherOutcome {
    const SHAPE: &'static Shape = &Shape::Either(Row::SHAPE, OtherOutcomes::SHAPE);

    fn read(node: Node<'_>) -> Result<OtherOutcome, Failure> {
        if is_row(node) {
            Row::read(node).map(OtherOutcome::One)
        } else {
            OtherOutcomes::read(node).map(|rows| OtherOutcome::Divided(Box::new(rows)))
        }
    }
}

/// Whether 其他处理 is one row and not an object of rows.
fn is_row(node: Node<'_>) -> bool {
    node.json_type() != JsonType::Object
        || node
            .entries()
            .is_ok_and(|entries| Row::is_by_columns(&entries))
}

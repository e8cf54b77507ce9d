//! From JSON text to a [`Report`], and back.

use super::error::{Expected, Failure, Problem, ReadError, Step};
use super::node::{Kind, Node, Read};
use super::report::*;
use super::{Amount, Cell, Row};

impl Report {
    /// Reads one `gongkai-report/1`.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path, its line and the value as written.
    pub fn read(text: &str) -> Result<Report, ReadError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = Node::parse(text).map_err(|at| ReadError {
            path: String::new(),
            line: text
                .get(..at)
                .map(|before| before.matches('\n').count() + 1),
            value: None,
            problem: Problem::NotJson,
        })?;
        // Before anything else, so that a file of a later format is not blamed for a field.
        let format = match root.at(&["format"]) {
            Some(found) => format(found).map_err(|failure| {
                failure
                    .found(found.raw())
                    .under(Step::Field("format".to_owned()))
            }),
            None if root.kind() == Kind::Object => {
                Err(Failure::new(Problem::MissingField).under(Step::Field("format".to_owned())))
            }
            None => Ok(String::new()),
        };
        format
            .and_then(|_| <Report as Read>::read(root))
            .and_then(|report| match report.foreign_field() {
                None => Ok(report),
                Some(path) => Err(path
                    .iter()
                    .rev()
                    .fold(Failure::new(Problem::OtherEdition), |failure, step| {
                        failure.under(Step::Field((*step).to_owned()))
                    })
                    .found(root.at(&path).map(Node::raw).unwrap_or_default())),
            })
            .map_err(|failure| failure.found(root.raw()))
            .map_err(|failure| failure.into_error(text))
    }

    /// Writes the report as indented JSON that [`Report::read`] gives back unchanged.
    pub fn write(&self) -> String {
        // Nothing in a report can fail to be written: its keys are all strings.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The path of a field that the report's edition does not have.
    fn foreign_field(&self) -> Option<Vec<&'static str>> {
        let old = self.edition == Edition::Form2019;
        let mut fields: Vec<(bool, Vec<&'static str>)> = Vec::new();
        if let Some(proactive) = &self.proactive {
            let documents = [
                ("rules", &proactive.rules),
                ("normative_documents", &proactive.normative_documents),
            ];
            for (name, row) in documents {
                let Some(row) = row else { continue };
                let cells = [
                    ("disclosed", row.disclosed, false),
                    ("total_disclosed", row.total_disclosed, false),
                    ("repealed", row.repealed, true),
                    ("in_force", row.in_force, true),
                ];
                for (field, cell, new) in cells {
                    fields.push((
                        new == old && cell != Cell::Missing,
                        vec!["proactive", name, field],
                    ));
                }
            }
            let services = [
                ("licences", &proactive.licences),
                ("penalties", &proactive.penalties),
                ("compulsory_measures", &proactive.compulsory_measures),
            ];
            for (name, row) in services {
                let Some(row) = row else { continue };
                for (field, cell) in [
                    ("items_last_year", row.items_last_year),
                    ("change", row.change),
                ] {
                    fields.push((
                        !old && cell != Cell::Missing,
                        vec!["proactive", name, field],
                    ));
                }
            }
            if let Some(fees) = &proactive.fees {
                for (field, cell) in [
                    ("items_last_year", fees.items_last_year),
                    ("change", fees.change),
                ] {
                    fields.push((
                        !old && cell != Cell::Missing,
                        vec!["proactive", "fees", field],
                    ));
                }
                fields.push((
                    old && fees.amount != Amount::Missing,
                    vec!["proactive", "fees", "amount"],
                ));
            }
            fields.push((
                !old && proactive.other_services.is_some(),
                vec!["proactive", "other_services"],
            ));
            fields.push((
                !old && proactive.procurement.is_some(),
                vec!["proactive", "procurement"],
            ));
        }
        let other = self
            .applications
            .as_ref()
            .and_then(|applications| applications.outcomes.as_ref())
            .and_then(|outcomes| outcomes.other.as_ref());
        let foreign = match other {
            Some(OtherOutcome::One(_)) => !old,
            Some(OtherOutcome::Divided(_)) => old,
            None => false,
        };
        fields.push((foreign, vec!["applications", "outcomes", "other"]));
        fields
            .into_iter()
            .find(|(foreign, _)| *foreign)
            .map(|(_, path)| path)
    }
}

pub(super) fn format(node: Node<'_>) -> Result<String, Failure> {
    // Whatever stands there instead, it is another format.
    match node.text(Expected::Text) {
        Ok(format) if format == FORMAT => Ok(format),
        _ => Err(Failure::new(Problem::Format)),
    }
}

/// A count in prose is never blank.
impl Read for i64 {
    fn read(node: Node<'_>) -> Result<i64, Failure> {
        match node.whole_number(Expected::Count)? {
            ..0 => Err(Failure::new(Problem::Negative)),
            count => Ok(count),
        }
    }
}

/// A year. The regulation that prescribes these reports came into force in 2008.
impl Read for u16 {
    fn read(node: Node<'_>) -> Result<u16, Failure> {
        match node.whole_number(Expected::Year)? {
            year @ 2008..=2200 => Ok(year as u16),
            _ => Err(Failure::new(Problem::InvalidValue(Expected::Year))),
        }
    }
}

impl Default for OtherOutcome {
    fn default() -> OtherOutcome {
        OtherOutcome::One(Row::default())
    }
}

impl Read for OtherOutcome {
    fn read(node: Node<'_>) -> Result<OtherOutcome, Failure> {
        match node.kind() {
            Kind::Object => OtherOutcomes::read(node).map(OtherOutcome::Divided),
            _ => Row::read(node).map(OtherOutcome::One),
        }
    }
}

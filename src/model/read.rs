//! From JSON text to a [`Report`], and back.

use super::error::{Failure, Problem, ReadError, Step};
use super::node::Node;
use super::report::*;
use super::{Amount, Cell, Row};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use std::fmt;

impl Report {
    /// Reads one `gongkai-report/1`.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path, its line and the value as written.
    pub fn read(text: &str) -> Result<Report, ReadError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = Node::parse(text).map_err(|error| ReadError {
            path: String::new(),
            line: (error.line() > 0).then(|| error.line()),
            value: None,
            problem: Problem::NotJson,
        })?;
        // Before anything else, so that a file of a later format is not blamed for a field.
        let format = match root.field("format") {
            Some(raw) if raw == concat!('"', "gongkai-report/1", '"') => Ok(()),
            Some(raw) => Err(Failure::new(Problem::Format)
                .under(Step::Field("format".to_owned()))
                .found(raw)),
            None if root.is_object() => {
                Err(<Failure as Error>::missing_field("format").found(root.raw()))
            }
            None => Ok(()),
        };
        format
            .and_then(|()| Report::deserialize(root))
            .and_then(|report| match report.foreign_field() {
                None => Ok(report),
                Some(path) => Err(path
                    .iter()
                    .rev()
                    .fold(Failure::new(Problem::OtherEdition), |failure, step| {
                        failure.under(Step::Field((*step).to_owned()))
                    })),
            })
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

pub(super) fn format<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let format = String::deserialize(from)?;
    if format == FORMAT {
        Ok(format)
    } else {
        Err(D::Error::unknown_variant(&format, &[FORMAT]))
    }
}

struct CountVisitor {
    word: &'static str,
    least: i64,
    most: i64,
}

impl Visitor<'_> for CountVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<i64, E> {
        if (self.least..=self.most).contains(&n) {
            Ok(n)
        } else {
            Err(E::invalid_value(Unexpected::Signed(n), &self))
        }
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<i64, E> {
        match i64::try_from(n) {
            Ok(n) => self.visit_i64(n),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(n), &self)),
        }
    }
}

/// A count in prose is never blank.
pub(super) fn count<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    from.deserialize_any(CountVisitor {
        word: "count",
        least: 0,
        most: i64::MAX,
    })
}

/// The regulation that prescribes these reports came into force in 2008.
pub(super) fn year<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    let year = from.deserialize_any(CountVisitor {
        word: "year",
        least: 2008,
        most: 2200,
    })?;
    Ok(u16::try_from(year).unwrap_or_default())
}

impl<'de> Deserialize<'de> for OtherOutcome {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OtherVisitor;
        impl<'de> Visitor<'de> for OtherVisitor {
            type Value = OtherOutcome;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("row")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<OtherOutcome, A::Error> {
                Row::deserialize(SeqAccessDeserializer::new(seq)).map(OtherOutcome::One)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OtherOutcome, A::Error> {
                OtherOutcomes::deserialize(MapAccessDeserializer::new(map))
                    .map(OtherOutcome::Divided)
            }
        }
        from.deserialize_any(OtherVisitor)
    }
}

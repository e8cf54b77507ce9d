//! What became of the applications.

use super::{Sum, total};
use crate::figures::{OutcomeDetail, Tone};
use gongkai_i18n::{Locale, group_label, row_label, row_name};
use gongkai_model::{Applicant, Applications, RowGroup, RowKey};

/// An outcome: a row of the form, or a group of rows.
pub(super) struct Outcome {
    pub key: String,
    pub name: &'static str,
    pub rows: Vec<RowKey>,
    pub group: Option<RowGroup>,
}

impl Outcome {
    pub fn total(&self, applications: &Applications) -> Sum {
        let totals = self.rows.iter().map(|row| total(applications, *row).0);
        totals.fold(Sum::EMPTY, Sum::plus)
    }

    pub fn of(&self, applications: &Applications, applicant: Applicant) -> Sum {
        let cell = |row: &RowKey| applications.cell(*row, applicant);
        Sum::of(self.rows.iter().map(cell))
    }

    pub fn is_carried_out(&self) -> bool {
        self.rows.contains(&RowKey::CarriedOut)
    }

    pub fn tone(&self) -> Tone {
        let is_granted = |row: &RowKey| matches!(row, RowKey::Granted | RowKey::PartlyGranted);
        if self.rows.iter().all(is_granted) {
            Tone::Plain
        } else {
            Tone::Muted
        }
    }

    /// The name with the heading above it.
    pub fn full_name(&self, locale: Locale) -> String {
        match self.rows.as_slice() {
            [row] => row_name(locale, *row),
            _ => self.name.to_owned(),
        }
    }
}

/// The outcomes in printed order: every row, or the groups of rows.
pub(super) fn outcomes(rows: &[RowKey], detail: OutcomeDetail, locale: Locale) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let is_end = |row: &&RowKey| row.is_outcome() || **row == RowKey::CarriedOut;
    for row in rows.iter().filter(is_end) {
        let group = row.group().filter(|_| detail == OutcomeDetail::Groups);
        match (group, outcomes.last_mut()) {
            (Some(_), Some(last)) if last.group == group => last.rows.push(*row),
            (Some(heading), _) => outcomes.push(Outcome {
                key: ["applications.outcomes.", heading.field()].concat(),
                name: group_label(locale, heading),
                rows: vec![*row],
                group,
            }),
            (None, _) => outcomes.push(Outcome {
                key: row.path().to_owned(),
                name: row_label(locale, *row),
                rows: vec![*row],
                group,
            }),
        }
    }
    outcomes
}

//! The notes below the diagram.

use super::sum::{lacks, sum_of_applicants};
use super::{APPLICANTS, SectionThree, Sum, total};
use crate::figures::{Choices, FlowFrom};
use crate::text::{ApplicationsText, Text, applications_text};
use gongkai_i18n::{applicant_label, grouped, row_name};
use gongkai_model::{Applicant, Cell, Report, RowKey};

impl SectionThree<'_> {
    /// Names the rows that the report lacks, and those of which it lacks cells.
    pub fn gaps(&self, report: &Report) -> Vec<String> {
        let missing: Vec<String> = RowKey::of(report.edition)
            .filter(|row| !self.rows.contains(row))
            .map(|row| row_name(self.locale, row))
            .collect();
        let missing = self.list(&missing);
        let caveat =
            missing.map(|rows| applications_text::RowsMissing { rows: &rows }.text(self.locale));
        let incomplete = self.rows.iter().filter(|row| self.lacks_cells(**row));
        let incomplete: Vec<String> = incomplete.map(|row| row_name(self.locale, *row)).collect();
        let incomplete = self.list(&incomplete);
        let cells = incomplete
            .map(|rows| applications_text::CellsMissing { rows: &rows }.text(self.locale));
        caveat.into_iter().chain(cells).collect()
    }

    fn lacks_cells(&self, row: RowKey) -> bool {
        lacks(self.applications, row, Applicant::ALL.iter())
    }

    pub fn caveats(&self, report: &Report, choices: &Choices) -> Vec<String> {
        let locale = self.locale;
        let words = |text: ApplicationsText| text.text(locale).to_owned();
        let mut caveats = Vec::new();
        match choices.flow_from {
            FlowFrom::Applicants => caveats.push(words(ApplicationsText::ApplicantsNote)),
            FlowFrom::Cases => caveats.push(words(ApplicationsText::CasesNote)),
        }
        if self.outcomes.iter().any(|outcome| outcome.rows.len() > 1) {
            caveats.push(words(ApplicationsText::GroupsNote));
        }
        if self.completed_summed {
            caveats.push(words(ApplicationsText::CompletedSummed));
        }
        let summed: Vec<String> = self
            .rows
            .iter()
            .filter(|row| total(self.applications, **row).1)
            .map(|row| row_name(locale, *row))
            .collect();
        if let Some(rows) = &self.list(&summed) {
            caveats.push(applications_text::TotalsSummed { rows }.text(locale));
        }
        if let Some(sides) = self.sides_differ() {
            caveats.push(sides);
        }
        if choices.flow_from == FlowFrom::Applicants {
            self.links_differ(&mut caveats);
        }
        if self
            .cells()
            .any(|cell| matches!(cell, Cell::Blank | Cell::NotApplicable))
        {
            caveats.push(Text::BlanksLeftOut.text(locale).to_owned());
        }
        caveats.extend(self.gaps(report));
        caveats
    }

    /// Joins names; `None` if there are none.
    fn list(&self, names: &[String]) -> Option<String> {
        let separator = ApplicationsText::Separator.text(self.locale);
        (!names.is_empty()).then(|| names.join(separator))
    }

    /// The caveat for a table whose cases do not add up to its outcomes.
    fn sides_differ(&self) -> Option<String> {
        let is_missing = |row: &RowKey| {
            let (total, _) = total(self.applications, *row);
            total.count.is_none() && total.state == Cell::Missing
        };
        if self.rows.iter().any(is_missing) {
            return None;
        }
        let ends = self
            .outcomes
            .iter()
            .map(|outcome| outcome.total(self.applications))
            .fold(Sum::EMPTY, Sum::plus);
        let (from, to) = (self.to_handle.exact()?, ends.exact()?);
        let difference = from.saturating_sub(to).saturating_abs();
        (difference != 0).then(|| {
            applications_text::SidesDiffer {
                from: &grouped(from),
                to: &grouped(to),
                difference: &grouped(difference),
            }
            .text(self.locale)
        })
    }

    /// The caveats for links, which are cells, that do not fill their bars, which are totals.
    fn links_differ(&self, caveats: &mut Vec<String>) {
        let rows: Vec<String> = self
            .rows
            .iter()
            .filter(|row| !self.lacks_cells(**row))
            .filter(|row| {
                let printed = self.applications.cell(**row, Applicant::Total).count();
                let summed = sum_of_applicants(self.applications, **row);
                printed.is_some_and(|printed| {
                    summed.is_over || printed != summed.count.unwrap_or_default()
                })
            })
            .map(|row| row_name(self.locale, *row))
            .collect();
        if let Some(rows) = &self.list(&rows) {
            caveats.push(applications_text::RowsDiffer { rows }.text(self.locale));
        }
        let has_column = |applicant: &Applicant| {
            let mut rows = self.rows.iter();
            !rows.any(|row| self.applications.cell(*row, *applicant).is_missing())
        };
        let applicants: Vec<String> = APPLICANTS
            .iter()
            .filter(|applicant| has_column(applicant))
            .filter(|applicant| {
                let became = self
                    .outcomes
                    .iter()
                    .map(|outcome| outcome.of(self.applications, **applicant))
                    .fold(Sum::EMPTY, Sum::plus);
                let asked = self.asked(**applicant);
                let count = |sum: Sum| (sum.count.unwrap_or_default(), sum.is_over);
                count(asked) != count(became)
            })
            .map(|applicant| applicant_label(self.locale, *applicant).to_owned())
            .collect();
        if let Some(applicants) = &self.list(&applicants) {
            caveats.push(applications_text::ApplicantsDiffer { applicants }.text(self.locale));
        }
    }
}

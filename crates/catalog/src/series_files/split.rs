//! Cuts a catalogue into its series.

use crate::catalog::Catalog;
use crate::column::MeasureColumn;
use crate::denominator::Denominator;
use crate::hashes::Hashes;

impl Catalog {
    /// Returns the series of an agency: a catalogue with this agency only, and its own hashes. `None` if
    /// there is no such agency, or if the hashes have been moved to blocks.
    pub fn only(&self, agency: usize) -> Option<Catalog> {
        let Hashes::Inline(hashes) = &self.hashes else {
            return None;
        };
        let mut entry = self.agencies.get(agency)?.clone();
        let group = entry
            .group
            .and_then(|group| self.groups.get(group))
            .cloned();
        entry.group = group.as_ref().map(|_| 0);
        let reports = self.reports_of(agency);
        let copied = |(measure, from): &(_, MeasureColumn)| {
            let mut column = MeasureColumn::default();
            for row in reports
                .clone()
                .filter_map(|report| self.row(report, *measure))
            {
                column.push_from(from, row);
            }
            column.close();
            (*measure, column)
        };
        let denominators = self.denominators.iter().map(|one| Denominator {
            values: one.values.get(agency).copied().into_iter().collect(),
            ..one.without_values()
        });
        let mut series = Catalog {
            title: self.title.clone(),
            is_fictional: self.is_fictional,
            groups: group.into_iter().collect(),
            agencies: vec![entry],
            denominators: denominators.collect(),
            first_reports: vec![0],
            report_agencies: vec![0; reports.len()],
            years: self.years.get(reports.clone())?.to_vec(),
            editions: self.editions.get(reports.clone())?.to_vec(),
            edition_ranks: Vec::new(),
            pattern: None,
            files: Default::default(),
            hashes: Hashes::Inline(hashes.get(reports.clone())?.to_vec()),
            columns: self.columns.iter().map(copied).collect(),
        };
        series.rank();
        let files: Option<Vec<String>> = reports.map(|report| self.file(report)).collect();
        series.set_files(self.pattern.clone(), files?);
        if series.files.len() == series.len() {
            // The pattern is of other agencies.
            series.pattern = None;
        }
        Some(series)
    }
}

//! Checks that need the whole catalogue.

use super::{CatalogReader, ReadResult};
use crate::catalog::Catalog;
use crate::error::{CatalogProblem, ExpectedValue, Fault};
use crate::hashes::Hashes;
use gongkai_model::Edition;
use gongkai_model::field_path::Step;

impl CatalogReader {
    /// Checks that each column has the right length, that years rise, that groups exist, and that each
    /// report has a file and a hash. Also computes the indices that follow from the columns.
    pub(super) fn validate(&mut self) -> ReadResult {
        let agencies = self.sizes.len();
        let reports = self.assign_reports();
        for (path, length) in &self.lengths {
            let wanted = match path.first() {
                Some(&"places") => agencies,
                _ => reports,
            };
            expect_length(*length, wanted, path)?;
        }
        self.validate_groups()?;
        for (index, denominator) in self.catalog.denominators.iter().enumerate() {
            expect_length(denominator.values.len(), agencies, &["values"])
                .map_err(|fault| fault.under(Step::Index(index)).field("denominators"))?;
        }
        self.validate_years()?;
        self.validate_files(agencies)?;
        match &self.catalog.hashes {
            Hashes::Inline(hashes) => expect_length(hashes.len(), reports, &["hashes", "sha384"])?,
            Hashes::Blocks { every, blocks } => {
                let wanted = reports.div_ceil(*every);
                expect_length(blocks.len(), wanted, &["hashes", "files"])?;
            }
        }
        self.catalog.rank();
        self.validate_columns(reports)
    }

    /// Assigns the reports to the agencies by the number of each. Returns the number of all reports.
    fn assign_reports(&mut self) -> usize {
        let catalog = &mut self.catalog;
        let mut start = 0_usize;
        for (agency, size) in self.sizes.iter().enumerate() {
            catalog.first_reports.push(start);
            start = start.saturating_add(*size);
            // No more memory than for the reports that are there, whatever number the file says.
            if start <= catalog.years.len() {
                let agency = u32::try_from(agency).unwrap_or(u32::MAX);
                catalog.report_agencies.resize(start, agency);
            }
        }
        start
    }

    fn validate_groups(&self) -> ReadResult {
        let groups = self.catalog.groups.len();
        let mut agencies = self.catalog.agencies.iter();
        let invalid = agencies.position(|agency| agency.group.is_some_and(|group| group >= groups));
        match invalid {
            None => Ok(()),
            Some(index) => {
                let problem = CatalogProblem::InvalidValue(ExpectedValue::Group);
                let fault = Fault::new(problem, self.groups_at).under(Step::Index(index));
                Err(under(fault, &["places", "group"]))
            }
        }
    }

    fn validate_years(&self) -> ReadResult {
        let catalog = &self.catalog;
        let keys = catalog.report_agencies.iter().zip(&catalog.years);
        let mut previous: Option<(&u32, &u16)> = None;
        for (index, key) in keys.enumerate() {
            if previous.is_some_and(|previous| previous >= key) {
                let problem = CatalogProblem::InvalidValue(ExpectedValue::LaterYear);
                let fault = Fault::new(problem, self.years_at).under(Step::Index(index));
                return Err(under(fault, &["reports", "year"]));
            }
            previous = Some(key);
        }
        Ok(())
    }

    fn validate_files(&self, agencies: usize) -> ReadResult {
        let catalog = &self.catalog;
        for agency in 0..agencies {
            // If the pattern gives a path for one year of an agency, it does so for all.
            let mut reports = catalog.reports_of(agency);
            let by_pattern = reports.find(|report| !catalog.files.contains_key(report));
            if let Some(report) = by_pattern.filter(|report| catalog.file(*report).is_none()) {
                let fault = Fault::without_position(CatalogProblem::MissingField)
                    .under(Step::Index(report));
                return Err(under(fault, &["reports", "file"]));
            }
        }
        Ok(())
    }

    fn validate_columns(&self, reports: usize) -> ReadResult {
        let catalog = &self.catalog;
        let count = |edition: Edition| {
            let editions = catalog.editions.iter();
            editions.filter(|one| **one == edition).count()
        };
        let [in_2019, in_2021] = [Edition::Form2019, Edition::Form2021].map(count);
        for (index, (measure, column)) in catalog.columns.iter().enumerate() {
            let in_column = |fault: Fault| fault.under(Step::Index(index)).field("measures");
            let mut before = catalog.columns.iter().take(index);
            if before.any(|(other, _)| other == measure) {
                let fault = Fault::without_position(CatalogProblem::DuplicateField).field("id");
                return Err(in_column(fault));
            }
            let wanted = match measure.only_edition() {
                None => reports,
                Some(Edition::Form2019) => in_2019,
                Some(Edition::Form2021) => in_2021,
            };
            if column.len() != wanted {
                let found = column.len();
                let problem = CatalogProblem::Length { found, wanted };
                let start = self.columns_at.get(index).copied().unwrap_or_default();
                return Err(in_column(Fault::new(problem, start).field("values")));
            }
        }
        Ok(())
    }
}

fn under(fault: Fault, path: &[&str]) -> Fault {
    let names = path.iter().rev();
    names.fold(fault, |fault, name| fault.field(name))
}

fn expect_length(found: usize, wanted: usize, path: &[&str]) -> ReadResult {
    if found == wanted {
        return Ok(());
    }
    let fault = Fault::without_position(CatalogProblem::Length { found, wanted });
    Err(under(fault, path))
}

impl Catalog {
    /// Counts for each report how many reports of the same edition precede it.
    pub(crate) fn rank(&mut self) {
        let mut counts = [0_u32; 2];
        self.edition_ranks = self
            .editions
            .iter()
            .filter_map(|edition| {
                let count = match edition {
                    Edition::Form2019 => counts.first_mut()?,
                    Edition::Form2021 => counts.last_mut()?,
                };
                let rank = *count;
                *count = count.saturating_add(1);
                Some(rank)
            })
            .collect();
    }
}

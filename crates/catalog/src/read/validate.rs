//! What only the whole of a catalogue can be held to.

use super::{Done, Reader};
use crate::error::{Expected, Fault, Problem, Step};
use crate::hashes::Hashes;
use crate::store::Catalog;
use gongkai_model::Edition;

impl Reader {
    /// What holds of the whole: every column is as long as what it is about, years rise, groups
    /// are there, and every report has a file and a hash.
    pub(super) fn agreed(&mut self) -> Done {
        let catalog = &mut self.catalog;
        let places = self.sizes.len();
        let mut start = 0_usize;
        for (owner, size) in self.sizes.iter().enumerate() {
            catalog.starts.push(start);
            start = start.saturating_add(*size);
            // Before anything is as large as a number in the file says.
            if start <= catalog.years.len() {
                let owner = u32::try_from(owner).unwrap_or(u32::MAX);
                catalog.owners.resize(start, owner);
            }
        }
        let reports = start;
        let under = |fault: Fault, path: &[&str]| {
            let steps = path.iter().rev();
            steps.fold(fault, |fault, step| fault.field(step))
        };
        let held = |found: usize, wanted: usize, path: &[&str]| match found == wanted {
            true => Ok(()),
            false => Err(under(
                Fault::nowhere(Problem::Length { found, wanted }),
                path,
            )),
        };
        for (path, length) in &self.lengths {
            let wanted = match path.first() {
                Some(&"places") => places,
                _ => reports,
            };
            held(*length, wanted, path)?;
        }
        for (index, place) in catalog.places.iter().enumerate() {
            if place
                .group
                .is_some_and(|group| group >= catalog.groups.len())
            {
                let problem = Problem::InvalidValue(Expected::Group);
                let fault = Fault::new(problem, self.groups_at).under(Step::Index(index));
                return Err(under(fault, &["places", "group"]));
            }
        }
        for (index, denominator) in catalog.denominators.iter().enumerate() {
            held(denominator.values.len(), places, &["values"])
                .map_err(|fault| fault.under(Step::Index(index)).field("denominators"))?;
        }
        let mut before: Option<(u32, u16)> = None;
        for (index, now) in catalog.owners.iter().zip(&catalog.years).enumerate() {
            let now = (*now.0, *now.1);
            if before.is_some_and(|before| before >= now) {
                let problem = Problem::InvalidValue(Expected::LaterYear);
                let fault = Fault::new(problem, self.years_at).under(Step::Index(index));
                return Err(under(fault, &["reports", "year"]));
            }
            before = Some(now);
        }
        for place in 0..places {
            // What the pattern gives to one year of a place it gives to all.
            let mut others = catalog.reports_of(place);
            let other = others.find(|report| !catalog.files.contains_key(report));
            if let Some(report) = other.filter(|report| catalog.file(*report).is_none()) {
                let fault = Fault::nowhere(Problem::MissingField).under(Step::Index(report));
                return Err(under(fault, &["reports", "file"]));
            }
        }
        match &catalog.hashes {
            Hashes::Inline(hashes) => held(hashes.len(), reports, &["hashes", "sha384"])?,
            Hashes::Blocks { every, blocks } => {
                held(blocks.len(), reports.div_ceil(*every), &["hashes", "files"])?;
            }
        }
        catalog.rank();
        let count = |edition: Option<Edition>| match edition {
            None => reports,
            Some(edition) => {
                let editions = catalog.editions.iter();
                editions.filter(|one| **one == edition).count()
            }
        };
        let wanted = [None, Some(Edition::Form2019), Some(Edition::Form2021)]
            .map(|edition| (edition, count(edition)));
        for (index, (measure, column)) in catalog.columns.iter().enumerate() {
            let mut known = catalog.columns.iter().take(index);
            let edition = measure.only_edition();
            let mut wanted = wanted.iter().filter(|(of, _)| *of == edition);
            let wanted = wanted.next().map_or(reports, |(_, wanted)| *wanted);
            let at = |fault: Fault| fault.under(Step::Index(index)).field("measures");
            if known.any(|(other, _)| other == measure) {
                let fault = Fault::nowhere(Problem::DuplicateField).field("id");
                return Err(at(fault));
            }
            if column.len() != wanted {
                let found = column.len();
                let problem = Problem::Length { found, wanted };
                let begins = self.columns_at.get(index).copied().unwrap_or_default();
                return Err(at(Fault::new(problem, begins).field("values")));
            }
        }
        Ok(())
    }
}

impl Catalog {
    /// Counts the reports of the same edition before each.
    pub(crate) fn rank(&mut self) {
        let mut counts = [0_u32; 2];
        self.ranks = self
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

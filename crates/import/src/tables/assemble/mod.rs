//! The report's sections, assembled from rows whose values have been assigned to columns.

mod applications;
mod cells;
mod gaps;
mod proactive;
mod reviews;

pub use applications::applications;
pub use gaps::leave_out_gaps;
pub use proactive::proactive;
pub use reviews::reviews;

use super::labelled_row::{LabelledRow, Printed};
use crate::number::cell;
use crate::{Evidence, Gap, Location, Log};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Cell, CellRef, Currency, Edition, ProactiveColumn,
    ProactiveKey, RowKey,
};

/// A row of section two.
#[derive(Clone, Debug)]
pub struct ProactiveRow {
    pub key: ProactiveKey,
    pub location: Location,
    /// The unit of money that its heading or label prints.
    pub unit: Option<Currency>,
    /// The column of each cell if a heading names it, else the cells are in the form's order.
    pub cells: Vec<(Option<ProactiveColumn>, Printed)>,
}

/// A row of section three.
#[derive(Clone, Debug)]
pub struct ApplicationRow {
    pub key: RowKey,
    pub location: Location,
    /// Missing where a cell is not a number, which a gap has recorded.
    pub cells: [Cell; 7],
    /// Where the cells that are not missing were read.
    pub evidence: Vec<Evidence>,
}

/// What was read of the tables before it is known which edition they are.
#[derive(Clone, Debug, Default)]
pub struct Collected {
    pub proactive: Vec<ProactiveRow>,
    pub applications: Vec<ApplicationRow>,
    pub reviews: Vec<(BlockKey, BlockColumn, Cell)>,
    /// The editions that column headings and rows belong to.
    pub editions: Vec<Edition>,
    /// Fields that were found but could not be read, which a gap has recorded.
    reported: Vec<String>,
}

impl Collected {
    /// The edition of the form; `None` if neither headings nor rows tell.
    pub fn edition(&self, log: &mut Log) -> Option<Edition> {
        // Section two comes first, and its columns differ most between the editions.
        let first = *self.editions.first()?;
        if self.editions.iter().any(|edition| *edition != first) {
            log.gap(None, "", Some("edition".to_owned()), Gap::Edition);
        }
        Some(first)
    }

    /// Records that the field of a row was found but could not be read.
    pub fn report<C>(&mut self, path: &str, row: &LabelledRow<C>, gap: Gap, log: &mut Log) {
        row.report(path, gap, log);
        self.reported.push(path.to_owned());
    }

    fn is_reported(&self, path: &str) -> bool {
        self.reported.iter().any(|reported| reported == path)
    }

    pub fn has_application(&self, key: RowKey) -> bool {
        self.applications.iter().any(|row| row.key == key)
    }

    /// Adds a row of section three.
    pub fn add_application(&mut self, key: RowKey, printed: &[Printed], log: &mut Log) {
        let Some(first) = printed.first() else {
            return;
        };
        let mut cells = [Cell::Missing; 7];
        let mut evidence = Vec::new();
        let columns = Applicant::ALL.iter();
        for ((slot, column), printed) in cells.iter_mut().zip(columns).zip(printed) {
            let path = CellRef::Application(key, *column).path();
            match cell(&printed.text, false) {
                Ok(cell) => {
                    *slot = cell;
                    evidence.push(printed.evidence(&path));
                }
                Err(gap) => log.gap(Some(printed.location), &printed.text, Some(path), gap),
            }
        }
        self.applications.push(ApplicationRow {
            key,
            location: first.location,
            cells,
            evidence,
        });
    }

    /// Adds a cell of section four.
    pub fn add_review(
        &mut self,
        block: BlockKey,
        column: BlockColumn,
        printed: &Printed,
        log: &mut Log,
    ) {
        let path = format!("{}.{}", block.path(), column.field());
        match cell(&printed.text, false) {
            Ok(Cell::Missing) => {}
            Ok(cell) => {
                log.evidence.push(printed.evidence(&path));
                log.read(printed.location, path);
                self.reviews.push((block, column, cell));
            }
            Err(gap) => log.gap(Some(printed.location), &printed.text, Some(path), gap),
        }
    }
}

/// The unit of money that a heading prints after the name of the amount: 金额（万元）, 单位：件、元.
/// Other words contain the same character, such as 多元.
pub fn heading_unit(heading: &str) -> Option<Currency> {
    const NEAR: usize = 8;
    for (word, unit) in [
        ("亿元", Currency::HundredMillionYuan),
        ("万元", Currency::TenThousandYuan),
        ("元", Currency::Yuan),
    ] {
        let is_unit = |(at, _): (usize, &str)| {
            let before = heading.get(..at).unwrap_or_default();
            let near = before.char_indices().rev().nth(NEAR - 1);
            let near = before.get(near.map_or(0, |(start, _)| start)..);
            before.ends_with(['额', '费', '购', '币'])
                || near.is_some_and(|near| near.contains("单位"))
        };
        if heading.match_indices(word).any(is_unit) {
            return Some(unit);
        }
    }
    None
}

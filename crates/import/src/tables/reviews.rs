//! Section four: its rows, from text or cells.

use super::assemble::Collected;
use super::labelled_row::{LabelledRow, Values, report_extra};
use crate::{Log, Remark};
use gongkai_model::{BlockColumn, BlockKey};

/// A block of section four and a column of it.
pub type Column = (BlockKey, BlockColumn);

/// A row of section four.
pub type Row = LabelledRow<Column>;

pub const PATH: &str = "reviews";

/// How many columns all blocks have together.
pub const COLUMNS: usize = 15;

/// All columns in the form's order.
pub fn columns() -> Vec<Column> {
    let blocks = BlockKey::ALL.iter();
    blocks.flat_map(|block| columns_of(*block)).collect()
}

/// The columns of one block in the form's order.
pub fn columns_of(block: BlockKey) -> impl Iterator<Item = Column> {
    BlockColumn::ALL.iter().map(move |column| (block, *column))
}

/// Reads the rows of a table of section four.
pub fn read(rows: &[Row], collected: &mut Collected, log: &mut Log) {
    for row in rows {
        match &row.values {
            Values::None if row.filled > 0 => row.report_unknown(1, log),
            Values::None => {}
            Values::Unassigned(gap) => row.report(row.path.unwrap_or(PATH), gap.clone(), log),
            Values::Assigned {
                cells,
                extra,
                is_heading_assumed,
            } => {
                report_extra(extra, row.path.unwrap_or(PATH), log);
                if *is_heading_assumed {
                    let location = row.excerpt.0;
                    log.remark(location, "", Some(PATH.to_owned()), Remark::HeadingsAssumed);
                }
                for ((block, column), printed) in cells {
                    collected.add_review(*block, *column, printed, log);
                }
            }
        }
    }
}

//! The statutory tables from lines of text.

mod applications;
mod fields;
mod line_kinds;
mod proactive;
mod reviews;
mod text_row;
mod text_rows;

pub use fields::{Separators, split_fields};
pub use line_kinds::is_prose;

use super::assemble::Collected;
use super::labelled_row::{LabelledRow, Source, Values};
use crate::labels::normalize_label;
use crate::{FormSection, Gap, Line, Log};
use text_row::TextRow;

/// The names of a column that numbers the rows.
pub const ROW_NUMBER_COLUMNS: [&str; 3] = ["序号", "行次", "编号"];

/// Reads the lines of a table of `part`, with the index of each in the document's blocks, and empties
/// them.
pub fn read(
    part: Option<FormSection>,
    lines: &mut Vec<(usize, &Line)>,
    collected: &mut Collected,
    log: &mut Log,
) {
    let lines = std::mem::take(lines);
    let Some(part) = part else { return };
    let rows = text_rows::rows(&lines, log);
    match part {
        FormSection::Proactive => super::proactive::read(&proactive::rows(&rows), collected, log),
        FormSection::Applications => {
            super::applications::read(&applications::rows(&rows), None, collected, log);
        }
        FormSection::Reviews => super::reviews::read(&reviews::rows(&rows), collected, log),
        FormSection::Disclosure => {}
    }
}

impl TextRow {
    fn with_values<C>(&self, values: Values<C>) -> LabelledRow<C> {
        LabelledRow {
            source: Source::Text,
            location: self.location,
            label: self.label.clone(),
            has_label: !normalize_label(&self.label).is_empty(),
            label_above: String::new(),
            excerpt: self.excerpt(),
            path: None,
            editions: Vec::new(),
            unit: None,
            filled: self.filled(),
            values,
        }
    }

    /// The gap of a row that should have `expected` values.
    fn cell_count(&self, expected: usize) -> Gap {
        let found = self.filled();
        Gap::CellCount { expected, found }
    }
}

/// Whether a column of the table numbers its rows. In text that does not part the cells, the number of
/// the next row follows the values of a row as if it were one of them.
fn has_row_numbers(rows: &[TextRow]) -> bool {
    let mut parts = rows.iter().flat_map(|row| &row.label_parts);
    parts.any(|part| ROW_NUMBER_COLUMNS.contains(&normalize_label(&part.text).as_str()))
        || rows
            .iter()
            .any(|row| normalize_label(&row.label).contains("序号信息内容"))
}

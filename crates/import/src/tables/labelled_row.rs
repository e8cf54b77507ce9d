//! A row of a statutory table as both layouts, text and cells, hand it on: a label with its values,
//! each value assigned to a column.

use crate::labels::is_numbered;
use crate::{Evidence, Gap, Location, Log, Remark};
use gongkai_model::{Currency, Edition};

/// A cell as printed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub location: Location,
    pub passage: crate::Source,
    pub text: String,
}

impl Printed {
    pub fn is_blank(&self) -> bool {
        crate::number::fold(&self.text).is_empty()
    }

    /// The cell as evidence of a field.
    pub fn evidence(&self, field: &str) -> Evidence {
        Evidence {
            field: field.to_owned(),
            source: self.passage.clone(),
            text: self.text.clone(),
        }
    }
}

/// A label and its values. `C` identifies the column of a value.
#[derive(Clone, Debug)]
pub struct LabelledRow<C> {
    pub source: Source,
    /// Where the label begins, or the values if there is no label.
    pub location: Option<Location>,
    /// The row's own label as printed.
    pub label: String,
    /// Whether a label begins anywhere in the row, even among the values.
    pub has_label: bool,
    /// The labels of merged cells that reach down from the rows above.
    pub label_above: String,
    /// What diagnostics quote, and where it begins.
    pub excerpt: (Option<Location>, String),
    /// The field of the row, where its label alone does not tell.
    pub path: Option<&'static str>,
    /// The editions that its headings belong to.
    pub editions: Vec<Edition>,
    /// The unit of money that its heading or label prints.
    pub unit: Option<Currency>,
    /// How many values are not blank.
    pub filled: usize,
    pub values: Values<C>,
}

/// The layout that a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Lines of text, whose values have been assigned to columns by their number.
    Text,
    /// Cells of a grid, which are below the name of their column.
    Grid,
}

/// The values of a row.
#[derive(Clone, Debug)]
pub enum Values<C> {
    /// The row is a label only.
    None,
    Assigned {
        cells: Vec<(C, Printed)>,
        /// Values that belong to no column, such as a page number between the cells.
        extra: Vec<Printed>,
        /// Whether the form's own order was used because there is no heading.
        is_heading_assumed: bool,
    },
    /// The values could not be assigned to columns.
    Unassigned(Gap),
}

impl<C> Values<C> {
    pub fn assigned(cells: Vec<(C, Printed)>, extra: Vec<Printed>) -> Self {
        Values::Assigned {
            cells,
            extra,
            is_heading_assumed: false,
        }
    }
}

impl<C> LabelledRow<C> {
    /// Records that the row's field was found but could not be read.
    pub fn report(&self, path: &str, gap: Gap, log: &mut Log) {
        let (location, excerpt) = &self.excerpt;
        log.gap(*location, excerpt, Some(path.to_owned()), gap);
    }

    /// Records a row that the form does not have, if it has at least `least` values. Fewer may be a
    /// page number.
    pub fn report_unknown(&self, least: usize, log: &mut Log) {
        let (location, excerpt) = &self.excerpt;
        if self.filled >= least && self.has_label {
            log.gap(*location, excerpt, None, Gap::UnknownRow);
        } else if self.filled > 0 {
            log.remark(*location, excerpt, None, Remark::Skipped);
        }
    }

    /// Whether its values were assigned and all of them are blank.
    pub fn is_blank(&self) -> bool {
        match &self.values {
            Values::Assigned { cells, .. } => cells.iter().all(|(_, printed)| printed.is_blank()),
            Values::None | Values::Unassigned(_) => false,
        }
    }
}

/// Records values of the row of a field that were skipped because they belong to no column.
pub fn report_extra(extra: &[Printed], path: &str, log: &mut Log) {
    for printed in extra {
        log.remark(
            Some(printed.location),
            &printed.text,
            Some(path.to_owned()),
            Remark::Skipped,
        );
    }
}

/// Whether the row at `index` was broken in two, so that its values are in the row above or below: a
/// row with values whose label is not one of the form's. Page breaks do this, and so do form fields
/// that are drawn inside a cell.
pub fn has_values_in_adjacent_row<C>(
    rows: &[LabelledRow<C>],
    index: usize,
    is_known: impl Fn(&LabelledRow<C>) -> bool,
) -> bool {
    let continues = |row: &LabelledRow<C>| !is_numbered(&row.label);
    let is_nameless = |row: &LabelledRow<C>| row.filled > 0 && !is_known(row);
    let above = index.checked_sub(1).and_then(|above| rows.get(above));
    let below = rows.get(index + 1);
    above.is_some_and(|above| rows.get(index).is_some_and(continues) && is_nameless(above))
        || below.is_some_and(|below| is_nameless(below) && continues(below))
}

//! Rows of section two from text: which value belongs to which column.

use super::has_row_numbers;
use super::text_row::{Cells, ColumnLayout, LabelPart, TextRow, ValueLine};
use crate::labels::{
    normalize_label, normalize_label_keeping_brackets, proactive_column, proactive_columns,
    proactive_row,
};
use crate::tables::assemble::heading_unit;
use crate::tables::labelled_row::{LabelledRow, Printed, Values};
use crate::tables::proactive::{Row, form_widths};
use gongkai_model::{Currency, Edition, ProactiveColumn, ProactiveKey};

/// Assigns the values of each row to columns.
pub fn rows(rows: &[TextRow]) -> Vec<Row> {
    let mut heading = Heading::default();
    let has_row_numbers = has_row_numbers(rows);
    let mut labelled = Vec::with_capacity(rows.len());
    for row in rows {
        let editions = heading.update(row);
        let values = match proactive_row(&normalize_label(&row.label)) {
            Some(key) => heading.values(key, row, has_row_numbers),
            None => Values::None,
        };
        let own_unit = || heading_unit(&normalize_label_keeping_brackets(&row.label));
        labelled.push(LabelledRow {
            editions,
            unit: heading.unit.or_else(own_unit),
            ..row.with_values(values)
        });
    }
    labelled
}

/// The heading that applies to a row.
#[derive(Default)]
struct Heading {
    columns: Vec<ProactiveColumn>,
    unit: Option<Currency>,
    /// How many fields its line has.
    width: Option<usize>,
    /// Where the columns are among the fields of its line, if it is one line with separators.
    fields: Option<HeadingFields>,
}

/// Where the columns of a heading are among the fields of its line.
#[derive(Clone)]
struct HeadingFields {
    positions: Vec<usize>,
    /// How many fields the line has.
    width: usize,
}

impl Heading {
    /// Replaces the heading if the row's label contains one. Returns the editions that the words of
    /// its columns belong to.
    fn update(&mut self, row: &TextRow) -> Vec<Edition> {
        let (columns, mut editions) = proactive_columns(&normalize_label(&row.label));
        let unit = heading_unit(&normalize_label_keeping_brackets(&row.label));
        let width = row.width;
        if let Some(named) = named_columns(&row.label_parts) {
            editions.extend(named.iter().filter_map(|(_, _, edition)| *edition));
            let parts: Vec<&LabelPart> = named.iter().map(|(part, ..)| *part).collect();
            *self = Heading {
                fields: HeadingFields::of(&parts),
                columns: named.iter().map(|(_, column, _)| *column).collect(),
                unit,
                width,
            };
        } else if !columns.is_empty() {
            *self = Heading {
                columns,
                unit,
                width,
                fields: None,
            };
        }
        editions
    }

    fn values(
        &self,
        key: ProactiveKey,
        row: &TextRow,
        has_row_numbers: bool,
    ) -> Values<Option<ProactiveColumn>> {
        // A heading of other rows does not apply to this one.
        let applies = |column: &&ProactiveColumn| {
            let editions = [Edition::Form2019, Edition::Form2021];
            editions
                .iter()
                .any(|edition| key.columns(*edition).contains(column))
        };
        let columns: Vec<ProactiveColumn> = self.columns.iter().filter(applies).copied().collect();
        let fields = self.fields.as_ref().map(|fields| HeadingFields {
            positions: self
                .columns
                .iter()
                .zip(&fields.positions)
                .filter(|(column, _)| applies(column))
                .map(|(_, position)| *position)
                .collect(),
            width: fields.width,
        });
        let widths = match columns.len() {
            0 => form_widths(key),
            count => vec![count],
        };
        let cells = widths
            .iter()
            .map(|count| self.cells(row, *count, fields.as_ref(), has_row_numbers));
        for cells in cells {
            if let Cells::Known { cells, extra } = cells {
                let names = columns.iter().copied().map(Some);
                let names = names.chain(std::iter::repeat(None));
                return Values::Assigned {
                    cells: names.zip(cells).collect(),
                    extra,
                    is_heading_assumed: columns.is_empty(),
                };
            }
        }
        Values::Unassigned(row.cell_count(widths.first().copied().unwrap_or_default()))
    }

    /// Finds the row's `count` cells. `fields` are the positions of the columns that apply to it.
    fn cells(
        &self,
        row: &TextRow,
        count: usize,
        fields: Option<&HeadingFields>,
        has_row_numbers: bool,
    ) -> Cells {
        if let (Some(fields), [line]) = (fields, row.lines.as_slice())
            && fields.positions.len() == count
            && let Some(cells) = fields.cells_below(line)
        {
            return Cells::known(cells);
        }
        let is_ambiguous = fields.is_some_and(|fields| fields.has_value_elsewhere(row))
            || has_row_numbers && !row.is_separated();
        if is_ambiguous {
            return Cells::Unknown;
        }
        match row.cells(count, &ColumnLayout::default()) {
            Cells::Unknown => row.cells_by_width(count, self.width),
            cells => cells,
        }
    }
}

impl HeadingFields {
    /// The positions of the columns' names, if all of them are on one line with separators.
    fn of(named: &[&LabelPart]) -> Option<Self> {
        let (first, rest) = named.split_first()?;
        let (_, width) = first.field?;
        let is_one_line = rest.iter().all(|part| part.line == first.line);
        let positions = named.iter().filter_map(|part| Some(part.field?.0));
        is_one_line.then(|| HeadingFields {
            positions: positions.collect(),
            width,
        })
    }

    /// The cells below the names of their columns, if the line has as many fields as the heading and
    /// no value elsewhere.
    fn cells_below(&self, line: &ValueLine) -> Option<Vec<Printed>> {
        if !line.is_separated || line.width() != self.width {
            return None;
        }
        let cell = |position: &usize| {
            let position = position.checked_sub(line.start)?;
            line.fields.get(position).cloned()
        };
        let cells: Vec<Printed> = self.positions.iter().filter_map(cell).collect();
        let filled = cells.iter().filter(|cell| !cell.text.is_empty()).count();
        (cells.len() == self.positions.len() && filled == line.filled()).then_some(cells)
    }

    /// Whether the row has as many fields as the heading, and a value that is not below a column.
    fn has_value_elsewhere(&self, row: &TextRow) -> bool {
        let [line] = row.lines.as_slice() else {
            return false;
        };
        let fields = line.fields.iter().enumerate();
        let mut filled = fields.filter(|(_, field)| !field.text.is_empty());
        line.is_separated
            && line.width() == self.width
            && filled.any(|(at, _)| !self.positions.contains(&(at + line.start)))
    }
}

type NamedColumn<'a> = (&'a LabelPart, ProactiveColumn, Option<Edition>);

/// The label parts between 信息内容 and the row's own label, if each of them names a column.
fn named_columns(parts: &[LabelPart]) -> Option<Vec<NamedColumn<'_>>> {
    let first = parts
        .iter()
        .rposition(|part| normalize_label(&part.text) == "信息内容")?;
    let after = parts.get(first + 1..)?;
    let between = match after.split_last() {
        Some((last, between)) if proactive_row(&normalize_label(&last.text)).is_some() => between,
        _ => after,
    };
    let named: Vec<NamedColumn<'_>> = between
        .iter()
        .filter_map(|part| {
            let (column, edition) = proactive_column(&normalize_label(&part.text))?;
            Some((part, column, edition))
        })
        .collect();
    (!named.is_empty() && named.len() == between.len()).then_some(named)
}

//! A row of a table in text, while it is not known which value belongs to which column.

use crate::labels::is_numbered;
use crate::tables::labelled_row::Printed;
use crate::{Line, Location};
use std::collections::BTreeMap;

/// A label and the values that follow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRow {
    /// Where the label begins, or the values if there is no label.
    pub location: Option<Location>,
    /// The parts of the label as printed, joined.
    pub label: String,
    /// How many fields the line of the label has, if it is one line with separators.
    pub width: Option<usize>,
    pub label_parts: Vec<LabelPart>,
    pub lines: Vec<ValueLine>,
    /// The row's own lines of the file, and where they begin. Diagnostics quote them.
    pub quoted: Option<(Location, String)>,
}

/// A part of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelPart {
    pub location: Location,
    /// The index of its line in the table. Several lines may have the same location.
    pub line: usize,
    /// Its position among the fields of its line and their number, if separators part them.
    pub field: Option<(usize, usize)>,
    pub text: String,
}

/// The values on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueLine {
    pub location: Location,
    /// The index of the line in the table, as in [`LabelPart`].
    pub line: usize,
    /// Whether separators show where each cell is, including blank ones.
    pub is_separated: bool,
    /// How many fields precede the values on the line.
    pub start: usize,
    /// The values as printed; empty between two separators.
    pub fields: Vec<Printed>,
}

/// The cells of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Each cell, and the values that belong to none of them.
    Known {
        cells: Vec<Printed>,
        extra: Vec<Printed>,
    },
    /// The number of values does not tell which cells are blank.
    Unknown,
}

impl Cells {
    pub fn known(cells: Vec<Printed>) -> Self {
        let extra = Vec::new();
        Cells::Known { cells, extra }
    }
}

impl TextRow {
    /// How many values are not blank.
    pub fn filled(&self) -> usize {
        self.lines.iter().map(ValueLine::filled).sum()
    }

    /// Whether separators part the values from each other and from the label.
    pub fn is_separated(&self) -> bool {
        self.lines.iter().all(|line| line.is_separated)
    }

    /// The row as it is in the file, and where that begins.
    pub fn excerpt(&self) -> (Option<Location>, String) {
        match &self.quoted {
            Some((location, text)) => (Some(*location), text.clone()),
            None => (self.location, self.label.trim().to_owned()),
        }
    }

    /// Sets `quoted` to the row's own lines: from its label, without headings above it, to its last
    /// value. `next` is the first label part of the next row, which may be an approximate figure
    /// (约1200万元) that belongs to this row.
    pub fn quote(&mut self, lines: &[Line], next: Option<&LabelPart>) {
        let last = self.label_parts.last().map(|part| part.line);
        let Some(from) = last.or(self.lines.first().map(|values| values.line)) else {
            return;
        };
        let to = self.lines.last().map_or(from, |values| values.line);
        let is_figure = |part: &&LabelPart| {
            part.text.contains(|c: char| c.is_ascii_digit()) && !is_numbered(&part.text)
        };
        let next = next.filter(|part| part.line == to + 1 && !self.lines.is_empty());
        let to = next.filter(is_figure).map_or(to, |part| part.line);
        let own = lines.get(from..=to).unwrap_or_default();
        let texts: Vec<&str> = own.iter().map(|line| line.text.trim()).collect();
        self.quoted = own.first().map(|line| (line.location, texts.join(" ")));
    }

    /// Finds the row's cells, which must be `count`.
    pub fn cells(&self, count: usize, layout: &ColumnLayout) -> Cells {
        let mut full = self.lines.iter().filter(|line| line.filled() == count);
        let full_line = full.find(|line| line.has_no_gap());
        if let Some(line) = full_line
            && !full.any(|line| line.has_no_gap())
        {
            return self.cells_of_full_line(line, count);
        }
        if let [line] = self.lines.as_slice()
            && line.is_separated
        {
            let cells = layout.cells_of_line(line, count);
            return cells.map_or(Cells::Unknown, Cells::known);
        }
        // One value a line, or a row broken over lines: without gaps no value can have moved.
        if self.filled() == count && self.lines.iter().all(ValueLine::has_no_gap) {
            let values = self.lines.iter().flat_map(ValueLine::values);
            return Cells::known(values.collect());
        }
        Cells::Unknown
    }

    /// The cells of `full_line`, which has a value for each.
    fn cells_of_full_line(&self, full_line: &ValueLine, count: usize) -> Cells {
        let others = self
            .lines
            .iter()
            .filter(|other| !std::ptr::eq(*other, full_line));
        let is_alone_on_line = others.clone().all(|line| line.start == 0);
        let extra: Vec<Printed> = others.flat_map(ValueLine::values).collect();
        // A single value is a page number, not a second row or the beginning of a broken cell.
        if extra.is_empty() || extra.len() == 1 && is_alone_on_line && count > 2 {
            let cells = full_line.values().collect();
            return Cells::Known { cells, extra };
        }
        Cells::Unknown
    }

    /// Finds the cells of a row with blanks from its number of fields: as many as cells, or as many as
    /// its heading of `heading_width` fields, which begins above the label.
    pub fn cells_by_width(&self, count: usize, heading_width: Option<usize>) -> Cells {
        let [line] = self.lines.as_slice() else {
            return Cells::Unknown;
        };
        let is_exact = line.fields.len() == count;
        let is_below_heading = heading_width == Some(line.width()) && line.start == 1;
        match line.fields.split_at_checked(count) {
            Some((cells, rest))
                if line.is_separated
                    && (is_exact || is_below_heading)
                    && rest.iter().all(is_empty) =>
            {
                Cells::known(cells.to_vec())
            }
            _ => Cells::Unknown,
        }
    }
}

/// Whether nothing is between two separators.
fn is_empty(field: &Printed) -> bool {
    field.text.is_empty()
}

impl ValueLine {
    /// How many fields the line has, including those before the values.
    pub fn width(&self) -> usize {
        self.start + self.fields.len()
    }

    pub fn filled(&self) -> usize {
        self.fields.iter().filter(|field| !is_empty(field)).count()
    }

    fn values(&self) -> impl Iterator<Item = Printed> {
        self.fields.iter().filter(|field| !is_empty(field)).cloned()
    }

    /// Whether there is no blank between two values.
    fn has_no_gap(&self) -> bool {
        let mut fields = self.fields.iter().map(is_empty);
        let start = fields.by_ref().skip_while(|is_empty| *is_empty);
        let mut after = start.skip_while(|is_empty| !*is_empty);
        after.all(|is_empty| is_empty)
    }
}

/// Where the lines of a table have their cells, learnt from the lines that have all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnLayout {
    /// The position of the first cell and the number of fields of full lines, by the number of fields
    /// before the values. `None` if full lines differ.
    full_lines: BTreeMap<usize, Option<(usize, usize)>>,
    /// Whether every line with values has exactly as many fields after its label as cells.
    is_exact: bool,
    /// Whether a line with separators ends with a value.
    has_last: bool,
}

impl ColumnLayout {
    pub fn of(rows: &[TextRow], count: usize) -> ColumnLayout {
        let mut layout = ColumnLayout {
            is_exact: true,
            ..ColumnLayout::default()
        };
        let lines = rows.iter().flat_map(|row| &row.lines);
        for line in lines.filter(|line| line.is_separated) {
            // Lines of labels only tell nothing.
            layout.is_exact &= line.filled() == 0 || line.fields.len() == count;
            layout.has_last |= line.fields.last().is_some_and(|field| !is_empty(field));
            if line.filled() == count && line.has_no_gap() {
                let blanks = line.fields.iter().take_while(|field| is_empty(field));
                let full = Some((line.start + blanks.count(), line.width()));
                let known = layout.full_lines.entry(line.start).or_insert(full);
                if *known != full {
                    *known = None;
                }
            }
        }
        layout
    }

    /// Adapts the layout to a table without headings. There the separator at the end of every line may
    /// not delimit a cell.
    pub fn without_headings(mut self) -> ColumnLayout {
        self.is_exact &= self.has_last;
        self
    }

    /// The layout of all full lines if they agree: the table is a rectangle.
    fn common(&self) -> Option<(usize, usize)> {
        let mut layouts = self.full_lines.values().copied();
        let first = layouts.next()??;
        layouts.all(|layout| layout == Some(first)).then_some(first)
    }

    /// The cells of a line with blanks, which must be where the other lines have theirs.
    fn cells_of_line(&self, line: &ValueLine, count: usize) -> Option<Vec<Printed>> {
        let first = match self.full_lines.get(&line.start) {
            Some(layout) => layout.filter(|(_, width)| *width == line.width())?.0,
            // As many fields as cells, here and in all other lines.
            None if self.is_exact && line.fields.len() == count => line.start,
            None => self.common().filter(|(_, width)| *width == line.width())?.0,
        };
        let (before, rest) = line
            .fields
            .split_at_checked(first.checked_sub(line.start)?)?;
        let (cells, after) = rest.split_at_checked(count)?;
        let is_clear = before.iter().chain(after).all(is_empty);
        is_clear.then(|| cells.to_vec())
    }
}

//! Puts pages together; a table that continues over the end of a page becomes one.

use super::broken_row::{self, Rows};
use super::lattice::Region;
use super::page::{Item, Line as PageLine, Page};
use super::tables::{Cell, Table, UNREADABLE};
use super::unruled::continues_label;
use crate::{Block, Grid, GridCell, Line, Location};

/// Edges this near are the same, in points.
const SAME: f64 = 3.0;
/// Columns of merged labels at a table's left, at most.
const MARGIN: usize = 2;
/// This many equal column edges at the right make the columns certain.
const COLUMNS: usize = 4;
/// Lines between the parts of a table, at most: notes and footers, and the next page's header.
const BETWEEN: usize = 8;
/// Rows of headings that each page repeats, at most.
const HEADINGS: usize = 6;

/// A table that the next page may continue, and the lines after it.
struct Open {
    table: Table,
    after: Vec<Block>,
}

impl Open {
    fn new(table: Table) -> Open {
        Open {
            table,
            after: Vec::new(),
        }
    }

    fn close(self, blocks: &mut Vec<Block>) {
        blocks.push(block(self.table));
        blocks.extend(self.after);
    }
}

/// The cells of two rows in the same columns.
pub(super) struct Pair<'a> {
    pub(super) above: &'a str,
    pub(super) below: &'a str,
}

pub(super) fn blocks(pages: Vec<Page>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Open> = None;
    for page in pages {
        let mut is_first = true;
        for item in page.items {
            match item {
                Item::Line(line) => {
                    if let Some(open) = open.as_mut().filter(|open| open.after.is_empty())
                        && continue_label(&mut open.table, &line)
                    {
                        continue;
                    }
                    let (page, line, text) = (page.number, line.number, line.text);
                    let location = Location::Page { page, line };
                    let line = Block::Line(Line { location, text });
                    match &mut open {
                        Some(open) if open.after.len() < BETWEEN => open.after.push(line),
                        _ => {
                            if let Some(open) = open.take() {
                                open.close(&mut blocks);
                            }
                            blocks.push(line);
                        }
                    }
                }
                Item::Grid(grid) => {
                    if let Some(open) = open.take() {
                        open.close(&mut blocks);
                    }
                    blocks.push(Block::Table(grid));
                    is_first = false;
                }
                Item::Table(table) => {
                    open = Some(match open.take() {
                        Some(before) if is_first => continued(before, table, &mut blocks),
                        before => {
                            if let Some(before) = before {
                                before.close(&mut blocks);
                            }
                            Open::new(table)
                        }
                    });
                    is_first = false;
                }
            }
        }
    }
    if let Some(open) = open {
        open.close(&mut blocks);
    }
    blocks
}

/// Adds a line to the label at a table's left that the end of the page breaks, if it is in that label's
/// place. Browsers draw its rest without rules.
fn continue_label(table: &mut Table, line: &PageLine) -> bool {
    let first = table.column_edges.first().copied().unwrap_or(f64::MAX);
    let ends = table.column_edges.iter().skip(1).take(MARGIN);
    let is_within = |end: f64| {
        let mut words = line.words.iter();
        words.all(|word| first - SAME <= word.from && word.to <= end + SAME)
    };
    let rows = table.rows;
    for (column, end) in ends.copied().enumerate() {
        let is_last = |cell: &&mut Cell| {
            let Region { row, rows: own, .. } = cell.region;
            row + own == rows && cell.region.column <= column && !cell.text.is_empty()
        };
        if !line.words.is_empty()
            && is_within(end)
            && let Some(label) = table.cells.iter_mut().find(is_last)
            && continues_label(&label.text, &line.text)
        {
            label.text.push_str(&line.text);
            return true;
        }
    }
    false
}

fn block(table: Table) -> Block {
    let mut rows: Vec<Vec<GridCell>> = vec![Vec::new(); table.rows];
    for cell in table.cells {
        let Region {
            row,
            rows: row_edges,
            columns,
            ..
        } = cell.region;
        if let Some(row) = rows.get_mut(row) {
            let (page, line) = (cell.page, cell.line);
            row.push(GridCell {
                location: Location::Page { page, line },
                text: cell.text,
                columns,
                rows: row_edges,
            });
        }
    }
    Block::Table(Grid { rows })
}

/// Takes the first table of a page and returns the table that is open then: both as one, or the new
/// one.
fn continued(mut before: Open, mut table: Table, blocks: &mut Vec<Block>) -> Open {
    let Some(column_edges) = common(&before.table.column_edges, &table.column_edges) else {
        before.close(blocks);
        return Open::new(table);
    };
    let above = onto(before.table.clone(), &column_edges);
    let below = without_headings(&above, onto(table.clone(), &column_edges));
    let below = with_margin(below);
    let rows = relation(&above, &below);
    if rows != Rows::One && !before.after.is_empty() {
        // With lines between them they may be two tables.
        if rows == Rows::Unsure {
            let headings = table.rows.saturating_sub(below.rows);
            leave_out_row(&mut before.table, above.rows.saturating_sub(1));
            leave_out_row(&mut table, headings);
        }
        before.close(blocks);
        return Open::new(table);
    }
    before.table = joined(above, below, rows);
    before
}

/// Appends one table to the other.
fn joined(above: Table, mut below: Table, rows: Rows) -> Table {
    let mut both = above;
    if rows == Rows::Unsure {
        let last = both.rows.saturating_sub(1);
        leave_out_row(&mut both, last);
        leave_out_row(&mut below, 0);
    }
    let mut start = both.rows;
    if rows == Rows::One {
        start = start.saturating_sub(1);
    }
    both.rows = start.saturating_add(below.rows);
    let end = both
        .cells
        .iter()
        .map(|cell| cell.region.row + cell.region.rows)
        .max();
    let is_doubtful = rows == Rows::One && loses_values(&both, &below);
    for mut cell in below.cells {
        let is_first = cell.region.row == 0;
        cell.region.row = cell.region.row.saturating_add(start);
        let last = both.cells.iter_mut().find(|last| {
            let Region {
                row,
                column,
                rows,
                columns,
            } = last.region;
            let is_above = Some(row + rows) == end && last.page < cell.page;
            is_above && column == cell.region.column && columns == cell.region.columns
        });
        match last.filter(|last| is_first && (Some(start) != end || is_rest(last, &cell))) {
            Some(last) => {
                if !cell.text.is_empty() && !last.text.is_empty() {
                    last.text.push('\n');
                }
                last.text.push_str(&cell.text);
                last.region.rows = cell.region.row + cell.region.rows - last.region.row;
            }
            None => both.cells.push(cell),
        }
    }
    if is_doubtful {
        for cell in &mut both.cells {
            let Region { row, rows, .. } = cell.region;
            if row == start && rows == 1 && cell.text.is_empty() {
                cell.text.push(UNREADABLE);
            }
        }
    }
    both.cells
        .sort_by_key(|cell| (cell.region.row, cell.region.column));
    both
}

/// Whether blank cells of a row that the page's end breaks may have held a value. Some programs draw no
/// line of a cell that the end of the page runs through: of a row whose values show in halves, or not at
/// all, a blank cell proves nothing.
fn loses_values(above: &Table, below: &Table) -> bool {
    let last = |cell: &&Cell| cell.region.row + 1 == above.rows && cell.region.rows == 1;
    let is_value = |cell: &Cell| !cell.text.is_empty();
    let upper = || above.cells.iter().filter(last);
    let lower = || {
        let first = |cell: &&Cell| cell.region.row == 0 && cell.region.rows == 1;
        below.cells.iter().filter(first)
    };
    // The label is the first of both.
    let label = upper().find(|cell| is_value(cell));
    let label = label.map_or(0, |label| label.region.column);
    let values = || upper().filter(|cell| cell.region.column > label && is_value(cell));
    let others = || lower().filter(|cell| cell.region.column > label && is_value(cell));
    let is_halved =
        values().any(|one| others().any(|other| other.region.column == one.region.column));
    is_halved || values().next().is_none() && others().next().is_none()
}

/// Marks the cells of a row as unreadable, except its labels.
fn leave_out_row(table: &mut Table, row: usize) {
    for cell in &mut table.cells {
        let Region {
            row: first, rows, ..
        } = cell.region;
        let is_label = cell.text.chars().any(|sign| sign.is_alphabetic());
        if first == row && rows == 1 && cell.region.column > 0 && !is_label {
            cell.text.push(UNREADABLE);
        }
    }
}

/// Removes the rows of headings that a table repeats from the one above.
fn without_headings(above: &Table, mut below: Table) -> Table {
    let headings = |table: &Table, count: usize| -> Option<Vec<(Region, String)>> {
        let cells = table.cells.iter().filter(|cell| cell.region.row < count);
        let headings = cells.map(|cell| {
            let text = cell.text.chars().filter(|sign| !sign.is_whitespace());
            let is_within = cell.region.row + cell.region.rows <= count;
            is_within.then_some((cell.region, text.collect()))
        });
        headings.collect()
    };
    let most = HEADINGS.min(below.rows.saturating_sub(1));
    let is_repeated = |count: &usize| {
        let own = headings(&below, *count);
        own.is_some_and(|own| {
            let has_text = own.iter().any(|(_, text)| !text.is_empty());
            has_text && headings(above, *count).as_ref() == Some(&own)
        })
    };
    let Some(count) = (1..=most).rev().find(is_repeated) else {
        return below;
    };
    below.cells.retain(|cell| cell.region.row >= count);
    for cell in &mut below.cells {
        cell.region.row -= count;
    }
    below.rows -= count;
    below
}

/// Tells how the last row above and the first below belong together.
fn relation(above: &Table, below: &Table) -> Rows {
    let is_last = |cell: &&Cell| cell.region.row + cell.region.rows == above.rows;
    let last = || above.cells.iter().filter(is_last);
    let first = || below.cells.iter().filter(|cell| cell.region.row == 0);
    let mut pairs: Vec<(usize, Pair<'_>)> = Vec::new();
    for cell in first() {
        let place = |other: &&Cell| other.region.column == cell.region.column;
        let own = last().find(place);
        // A merged label belongs to other rows as well.
        let is_merged = cell.region.rows > 1 || own.is_some_and(|own| own.region.rows > 1);
        if !is_merged {
            let above = own.map_or("", |own| own.text.as_str());
            let below = cell.text.as_str();
            pairs.push((cell.region.column, Pair { above, below }));
        }
    }
    pairs.sort_by_key(|(column, _)| *column);
    let pairs: Vec<Pair<'_>> = pairs.into_iter().map(|(_, pair)| pair).collect();
    let rows = broken_row::rows(&pairs);
    // Rows whose cells differ cannot be put together.
    if rows == Rows::One && places(last()) != places(first()) {
        Rows::Unsure
    } else {
        rows
    }
}

/// Whether a cell is the empty lower part of a merged one: a label, or a cell of several rows.
fn is_rest(last: &Cell, cell: &Cell) -> bool {
    let is_label = cell.region.column == 0 || cell.region.rows > 1;
    cell.text.is_empty() && is_label && !last.text.is_empty()
}

fn places<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<(usize, usize)> {
    let place = |cell: &Cell| (cell.region.column, cell.region.columns);
    let mut places: Vec<(usize, usize)> = cells.map(place).collect();
    places.sort_unstable();
    places
}

/// Adds empty cells in the columns on the left that the page does not draw.
fn with_margin(mut table: Table) -> Table {
    let Some(start) = table.cells.iter().map(|cell| cell.region.column).min() else {
        return table;
    };
    let (page, line) = match table.cells.first() {
        Some(first) => (first.page, first.line),
        None => return table,
    };
    let rows = table.rows;
    let margin = (0..start.min(MARGIN)).map(|column| Cell {
        region: Region {
            row: 0,
            column,
            rows,
            columns: 1,
        },
        text: String::new(),
        page,
        line,
    });
    table.cells.splice(0..0, margin.collect::<Vec<_>>());
    table
}

/// The column edges of both tables, since rows with merged columns do not show every edge. `None`
/// unless all edges of one are among the other's, or only those of the labels on the left differ.
fn common(one: &[f64], other: &[f64]) -> Option<Vec<f64>> {
    let is_near = |(one, other): &(&f64, &f64)| (**one - **other).abs() <= SAME;
    let (fewer, more) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let starts = fewer.first().zip(more.first());
    let ends = fewer.last().zip(more.last());
    if !ends.is_some_and(|ends| is_near(&ends)) {
        return None;
    }
    let is_among = |edge: &f64| place(more, *edge).is_some();
    if starts.is_some_and(|starts| is_near(&starts)) && fewer.iter().all(is_among) {
        return Some(more.to_vec());
    }
    let same = one.iter().rev().zip(other.iter().rev());
    let same = same.take_while(is_near).count();
    let labels = |edges: &[f64]| edges.len().saturating_sub(same);
    if same < COLUMNS || labels(one).max(labels(other)) > MARGIN {
        return None;
    }
    let mut edges = more.to_vec();
    edges.extend(fewer.iter().filter(|edge| !is_among(edge)));
    edges.sort_by(f64::total_cmp);
    Some(edges)
}

fn place(edges: &[f64], edge: f64) -> Option<usize> {
    edges.iter().position(|other| (other - edge).abs() <= SAME)
}

/// Numbers the columns of a table by other edges.
fn onto(mut table: Table, column_edges: &[f64]) -> Table {
    let places: Vec<usize> = table
        .column_edges
        .iter()
        .map(|edge| place(column_edges, *edge).unwrap_or_default())
        .collect();
    for cell in &mut table.cells {
        let Region {
            column, columns, ..
        } = cell.region;
        let start = places.get(column).copied().unwrap_or(column);
        let end = places
            .get(column + columns)
            .copied()
            .unwrap_or(start + columns);
        cell.region.column = start;
        cell.region.columns = end.saturating_sub(start).max(1);
    }
    table.column_edges = column_edges.to_vec();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(page: usize, texts: [&str; 3]) -> Table {
        let cell = |(column, text): (usize, &str)| Cell {
            region: Region {
                row: 0,
                column,
                rows: 1,
                columns: 1,
            },
            text: text.to_owned(),
            page,
            line: 1,
        };
        Table {
            column_edges: vec![0.0, 50.0, 100.0, 150.0],
            top: 0.0,
            rows: 1,
            cells: (0..).zip(texts).map(cell).collect(),
        }
    }

    fn rows(first: [&str; 3], second: [&str; 3]) -> usize {
        let mut blocks = Vec::new();
        let before = Open::new(table(1, first));
        continued(before, table(2, second), &mut blocks).table.rows
    }

    #[test]
    fn a_blank_of_a_row_in_halves_proves_nothing() {
        let texts = |first, second| {
            let mut blocks = Vec::new();
            let before = Open::new(table(1, first));
            let table = continued(before, table(2, second), &mut blocks).table;
            let texts = table.cells.into_iter().map(|cell| cell.text);
            texts.skip(1).collect::<Vec<_>>()
        };
        let label = |first, second| texts(["5、属于", first, ""], ["三类内部事务信息", second, ""]);
        assert_eq!(label("不", "详"), ["不\n详", "\u{fffd}"]);
        assert_eq!(label("", ""), ["\u{fffd}", "\u{fffd}"]);
        assert_eq!(label("", "27"), ["27", ""]);
        assert_eq!(label("27", ""), ["27", ""]);
    }

    #[test]
    fn a_label_goes_on_behind_a_pages_end_and_a_number_begins_a_row() {
        let first = ["5、属于", "27", "15"];
        assert_eq!(rows(first, ["三类内部事务信息", "", ""]), 1);
        assert_eq!(rows(first, ["6、属于四类过程性信息", "", ""]), 2);
        assert_eq!(rows(first, ["三、本年度办理结果", "", ""]), 2);
        assert_eq!(rows(first, ["（四）无法提供", "", ""]), 2);
    }
}

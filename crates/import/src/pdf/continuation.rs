//! Pages one after the other; a table that goes on over a page's end is one.

use super::lattice::Region;
use super::page::{Item, Page};
use super::tables::{Cell, Table};
use crate::labels::is_numbered;
use crate::{Block, Grid, GridCell, Line, Place};

/// Edges this near are the same, in points.
const SAME: f64 = 3.0;
/// Columns of merged labels at a table's left, at most.
const MARGIN: usize = 2;
/// So many edges of columns at the right that are the same make the columns certain.
const COLUMNS: usize = 4;

pub(super) fn blocks(pages: Vec<Page>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // The last of what came before, if it is a table and ends its page.
    let mut open: Option<Table> = None;
    for page in pages {
        for (at, item) in page.items.into_iter().enumerate() {
            match item {
                Item::Line(line) => {
                    blocks.extend(open.take().map(block));
                    let (page, line, text) = (page.number, line.number, line.text);
                    let place = Place::Page { page, line };
                    blocks.push(Block::Line(Line { place, text }));
                }
                Item::Table(table) => match open.take() {
                    Some(before) if at == 0 => match continued(before, table) {
                        Ok(both) => open = Some(both),
                        Err(both) => {
                            let (before, table) = *both;
                            blocks.push(block(before));
                            open = Some(table);
                        }
                    },
                    before => {
                        blocks.extend(before.map(block));
                        open = Some(table);
                    }
                },
            }
        }
    }
    blocks.extend(open.map(block));
    blocks
}

fn block(table: Table) -> Block {
    let mut rows: Vec<Vec<GridCell>> = vec![Vec::new(); table.rows];
    for cell in table.cells {
        let Region {
            row,
            rows: down,
            columns,
            ..
        } = cell.region;
        if let Some(row) = rows.get_mut(row) {
            let (page, line) = (cell.page, cell.line);
            row.push(GridCell {
                place: Place::Page { page, line },
                text: cell.text,
                columns,
                rows: down,
            });
        }
    }
    Block::Table(Grid { rows })
}

/// Both as one, or as they were where their columns differ.
fn continued(above: Table, below: Table) -> Result<Table, Box<(Table, Table)>> {
    let Some(across) = common(&above.across, &below.across) else {
        return Err(Box::new((above, below)));
    };
    let goes_on = above.opens_below || below.opens_above;
    let opens_below = below.opens_below;
    let mut both = onto(above, &across);
    let below = with_margin(onto(below, &across));
    let mut start = both.rows;
    if goes_on && is_one_row(&both, &below) {
        start = start.saturating_sub(1);
    }
    both.rows = start.saturating_add(below.rows);
    let end = both
        .cells
        .iter()
        .map(|cell| cell.region.row + cell.region.rows)
        .max();
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
    both.cells
        .sort_by_key(|cell| (cell.region.row, cell.region.column));
    both.opens_below = opens_below;
    Ok(both)
}

/// A merged cell's lower part, which is printed empty: a label, or several rows high.
fn is_rest(last: &Cell, cell: &Cell) -> bool {
    let is_label = cell.region.column == 0 || cell.region.rows > 1;
    cell.text.is_empty() && is_label && !last.text.is_empty()
}

/// Whether the first row below is the rest of the last one above: the same cells, and nothing in
/// them but how a label goes on. With numbers of its own it is another row, whose rule was drawn on
/// neither page.
fn is_one_row(above: &Table, below: &Table) -> bool {
    let is_last = |cell: &&Cell| cell.region.row + cell.region.rows == above.rows;
    let last = || above.cells.iter().filter(is_last);
    let first = || below.cells.iter().filter(|cell| cell.region.row == 0);
    let is_number = |text: &str| text.chars().any(|sign| sign.is_ascii_digit());
    let goes_on = |cell: &Cell| {
        let opens = |sign: char| "（(〔[".contains(sign) || ('①'..='⑳').contains(&sign);
        // 三类内部事务信息 is no third row, but how 属于 goes on.
        !cell.text.starts_with(opens) && !is_numbered(&cell.text) && !is_number(&cell.text)
    };
    let has_label = |cell: &Cell| {
        let place = |other: &&Cell| other.region.column == cell.region.column;
        cell.text.is_empty() || last().find(place).is_some_and(|last| !last.text.is_empty())
    };
    places(last()) == places(first())
        && last().any(|cell| is_number(&cell.text))
        && first().any(|cell| !cell.text.is_empty())
        && first().all(|cell| goes_on(cell) && has_label(cell))
}

fn places<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<(usize, usize)> {
    let place = |cell: &Cell| (cell.region.column, cell.region.columns);
    let mut places: Vec<(usize, usize)> = cells.map(place).collect();
    places.sort_unstable();
    places
}

/// With empty cells in the columns to the left that the page does not draw.
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

/// The edges of both: rows that merge columns do not show every edge. Either one table's are all
/// among the other's, or only those of the labels at the left differ.
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

/// The same table with its columns counted by these edges.
fn onto(mut table: Table, across: &[f64]) -> Table {
    let places: Vec<usize> = table
        .across
        .iter()
        .map(|edge| place(across, *edge).unwrap_or_default())
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
    table.across = across.to_vec();
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
            across: vec![0.0, 50.0, 100.0, 150.0],
            top: 0.0,
            rows: 1,
            cells: (0..).zip(texts).map(cell).collect(),
            opens_above: page > 1,
            opens_below: page == 1,
        }
    }

    fn rows(first: [&str; 3], second: [&str; 3]) -> usize {
        continued(table(1, first), table(2, second)).map_or(0, |both| both.rows)
    }

    #[test]
    fn a_label_goes_on_behind_a_pages_end_and_a_number_begins_a_row() {
        let first = ["5、属于", "27", "15"];
        assert_eq!(rows(first, ["三类内部事务信息", "", ""]), 1);
        assert_eq!(rows(first, ["6、属于四类过程性信息", "", ""]), 2);
        assert_eq!(rows(first, ["三、本年度办理结果", "", ""]), 2);
        assert_eq!(rows(first, ["（四）无法提供", "", ""]), 2);
        assert_eq!(rows(first, ["三类内部事务信息", "0", ""]), 2);
    }
}

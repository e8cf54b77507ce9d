//! A whole report in one table, as spreadsheets save it: its title, headings and paragraphs stand in
//! rows of their own.

use super::parts::part_of_section_title;
use crate::{Block, Grid, GridCell, Line};

/// Splits tables that hold the headings of several sections with tables into lines and tables.
pub(crate) fn split_sheets(blocks: Vec<Block>) -> Vec<Block> {
    let has_sheet = |block: &Block| matches!(block, Block::Table(grid) if is_sheet(grid));
    if !blocks.iter().any(has_sheet) {
        return blocks;
    }
    let mut split = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Table(grid) if is_sheet(&grid) => split_sheet(grid, &mut split),
            block => split.push(block),
        }
    }
    split
}

fn is_sheet(grid: &Grid) -> bool {
    let titles = grid.rows.iter().filter_map(|row| only_cell(row));
    let parts = titles.filter_map(|cell| part_of_section_title(&cell.text)?);
    parts.count() > 1
}

/// The only cell of a row with text, if it does not reach into the next row.
fn only_cell(row: &[GridCell]) -> Option<&GridCell> {
    let mut filled = row.iter().filter(|cell| !is_blank(cell));
    let only = filled.next()?;
    (filled.next().is_none() && only.rows == 1).then_some(only)
}

fn is_blank(cell: &GridCell) -> bool {
    cell.text.trim().is_empty()
}

fn split_sheet(grid: Grid, blocks: &mut Vec<Block>) {
    let mut rows: Vec<Vec<GridCell>> = Vec::new();
    let mut is_in_table = false;
    for row in grid.rows {
        if row.iter().all(|cell| is_blank(cell) && cell.rows == 1) {
            continue;
        }
        let title = only_cell(&row).and_then(|cell| part_of_section_title(&cell.text));
        if let Some(part) = title {
            is_in_table = part.is_some();
        }
        match only_cell(&row).filter(|_| title.is_some() || !is_in_table) {
            Some(cell) => {
                add_table(&mut rows, blocks);
                let lines = cell.text.split('\n').map(|text| Line {
                    location: cell.location,
                    text: text.to_owned(),
                });
                blocks.extend(lines.map(Block::Line));
            }
            None => rows.push(row),
        }
    }
    add_table(&mut rows, blocks);
}

fn add_table(rows: &mut Vec<Vec<GridCell>>, blocks: &mut Vec<Block>) {
    if !rows.is_empty() {
        let rows = std::mem::take(rows);
        blocks.push(Block::Table(Grid { rows }));
    }
}

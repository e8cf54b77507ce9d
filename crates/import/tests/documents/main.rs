//! Reading files of any format into lines and tables.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

#[cfg(feature = "pdf")]
mod docx;
mod encoding;
mod faults;
mod file_format;
mod hostile;
mod html;
mod notes;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "office")]
mod office_hostile;
#[cfg(feature = "pdf")]
mod pdf;
mod tables;

use gongkai_import::{Block, Document, Grid, ImportError, Location};

fn page(html: &str) -> Document {
    gongkai_import::html::document(html).unwrap_or_else(|error| panic!("{error:?}\n{html}"))
}

/// The lines as they are, and the rows of tables as `[a|b]`.
fn shown(document: &Document) -> Vec<String> {
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Line(line) => shown.push(line.text.clone()),
            Block::Table(grid) => shown.extend(rows(grid)),
        }
    }
    shown
}

fn rows(grid: &Grid) -> Vec<String> {
    let row = |row: &Vec<_>| {
        let cells: Vec<&str> = row
            .iter()
            .map(|cell: &gongkai_import::GridCell| cell.text.as_str())
            .collect();
        format!("[{}]", cells.join("|"))
    };
    grid.rows.iter().map(row).collect()
}

#[track_caller]
fn grid(document: &Document) -> &Grid {
    let mut grids = document.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        Block::Line(_) => None,
    });
    let grid = grids.next().expect("a table");
    assert!(grids.next().is_none(), "one table");
    grid
}

/// The columns and rows that each cell covers, row by row.
fn spans(grid: &Grid) -> Vec<Vec<(usize, usize)>> {
    let row = |row: &Vec<gongkai_import::GridCell>| {
        row.iter().map(|cell| (cell.columns, cell.rows)).collect()
    };
    grid.rows.iter().map(row).collect()
}

/// The location of every block. A table has that of its first cell.
fn locations(document: &Document) -> Vec<Location> {
    let location = |block: &Block| match block {
        Block::Line(line) => Some(line.location),
        Block::Table(grid) => grid.rows.iter().flatten().next().map(|cell| cell.location),
    };
    document.blocks.iter().filter_map(location).collect()
}

#[track_caller]
fn unknown(result: Result<Document, ImportError>) -> Option<&'static str> {
    match result {
        Err(ImportError::UnknownKind { seems }) => seems,
        other => panic!("{other:?}"),
    }
}

//! A page's lines and tables in reading order.

use super::columns::{self, Row};
use super::geometry::{Bounds, Drawn};
use super::lattice::lattices;
use super::lines::{self, Field, Fields};
use super::reflow::Margins;
use super::rules::merged;
use super::sidebar;
use super::tables::{self, Marks, Table};
use super::words::{self, Word};
use crate::Grid;

/// How far a rule may lie outside the paper, in points.
const CUT: f64 = 2.0;

#[derive(Clone, Debug)]
pub(super) struct Page {
    /// From 1.
    pub(super) number: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) items: Vec<Item>,
    /// Pictures, drawings and text that is not seen.
    pub(super) contents: Vec<Bounds>,
}

#[derive(Clone, Debug)]
pub(super) enum Item {
    Line(Line),
    Table(Table),
    /// A table without rules, on this page and those after it.
    Grid(Grid),
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) y: f64,
    /// From 1, counted with the lines in tables.
    pub(super) number: usize,
    pub(super) text: String,
    pub(super) row: Row,
    pub(super) words: Vec<Word>,
}

impl Page {
    pub(super) fn cells(&self) -> usize {
        let cells = |item: &Item| match item {
            Item::Line(_) => 0,
            Item::Table(table) => table.cells.len(),
            Item::Grid(grid) => grid.rows.iter().map(Vec::len).sum(),
        };
        self.items.iter().map(cells).sum()
    }
}

impl Item {
    fn top(&self) -> f64 {
        match self {
            Item::Line(line) => line.y,
            Item::Table(table) => table.top,
            // Found when the page is complete.
            Item::Grid(_) => f64::MAX,
        }
    }
}

pub(super) fn read(drawn: Drawn, number: usize) -> Page {
    let baselines = lines::baselines(&drawn.glyphs);
    let found = lattices(&merged(drawn.horizontal), &merged(drawn.vertical));
    let width = drawn.width;
    let marks = Marks {
        unseen: &drawn.unseen,
        pictures: &drawn.pictures,
        rectangles: &drawn.rectangles,
    };
    let glyphs = lines::without_copies(drawn.glyphs);
    let (mut tables, rest) = tables::fill(found, glyphs, &marks, number, &baselines);
    tables.iter_mut().for_each(|table| mark_cut(table, width));
    let split = sidebar::split(rest);
    let sidebar = lines::lines(split.sidebar);
    let words = words::words(&split.rest);
    let lines = lines::lines(split.rest);
    let mut words = words::by_line(words, &lines).into_iter();
    // A paragraph does not continue over a table.
    let tables_above = |line: &Fields| tables.iter().filter(|table| table.top < line.y).count();
    let is_text = |line: &&Fields| {
        let is_within = |field: &Field| {
            split
                .text
                .is_none_or(|(from, to)| from <= field.from && field.to <= to)
        };
        line.fields.iter().all(is_within)
    };
    let margins = Margins::of(&lines.iter().filter(is_text).cloned().collect::<Vec<_>>());
    let mut items: Vec<Item> = Vec::new();
    let contents: Vec<Bounds> = drawn.unseen.into_iter().chain(drawn.pictures).collect();
    for run in lines.chunk_by(|one, other| tables_above(one) == tables_above(other)) {
        let mut last: Option<&Fields> = None;
        for (line, (text, row)) in run.iter().zip(columns::texts(run, &contents)) {
            let continues = last.zip(margins.as_ref());
            let continues =
                continues.is_some_and(|(above, margins)| margins.continues(above, line));
            last = Some(line);
            let own = words.next().unwrap_or_default();
            if let Some(Item::Line(before)) = items.last_mut()
                && continues
                && (before.row, row) == (Row::Text, Row::Text)
            {
                before.text.push_str(&text);
                before.words.extend(own);
                continue;
            }
            items.push(Item::Line(placed(line, &baselines, text, row, own)));
        }
    }
    items.extend(tables.into_iter().map(Item::Table));
    items.sort_by(|one, other| one.top().total_cmp(&other.top()));
    // The sidebar comes in one piece, before the item beside its first line.
    if let Some(first) = sidebar.first() {
        let at = items.partition_point(|item| item.top() < first.y);
        let words = sidebar.iter().map(|line| {
            let fields = line.fields.iter().map(|field| field.text.as_str());
            let text = fields.collect::<Vec<_>>().join(" ");
            Item::Line(placed(line, &baselines, text, Row::Text, Vec::new()))
        });
        items.splice(at..at, words.collect::<Vec<_>>());
    }
    Page {
        number,
        width,
        height: drawn.height,
        items,
        contents,
    }
}

fn placed(line: &Fields, baselines: &[f64], text: String, row: Row, words: Vec<Word>) -> Line {
    let above = baselines.partition_point(|baseline| *baseline <= line.y);
    Line {
        y: line.y,
        number: above.max(1),
        text,
        row,
        words,
    }
}

/// Marks cells that reach over the paper's edge as unreadable: what they hold there is not seen, so
/// they must not pass for blank.
fn mark_cut(table: &mut Table, width: f64) {
    for cell in &mut table.cells {
        let end = cell.region.column.saturating_add(cell.region.columns);
        let edge = table.column_edges.get(end).copied().unwrap_or(f64::MAX);
        if edge > width + CUT {
            cell.text.push('\u{fffd}');
        }
    }
}

/// Reads no row without rules as cells if the label of any may belong to the next: nothing tells
/// whose numbers they are.
pub(super) fn leave_out_unsure_rows(pages: &mut [Page]) {
    let has_unsure = |page: &Page| {
        let is_unsure = |item: &Item| matches!(item, Item::Line(line) if line.row == Row::Unsure);
        page.items.iter().any(is_unsure)
    };
    if !pages.iter().any(has_unsure) {
        return;
    }
    for item in pages.iter_mut().flat_map(|page| &mut page.items) {
        if let Item::Line(line) = item
            && line.row != Row::Text
        {
            line.text = columns::as_text(&line.text);
        }
    }
}

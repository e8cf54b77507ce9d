//! Puts paragraphs into the tables that they belong to, as formats state them that have no nesting: each
//! paragraph says how many tables it is in, and whether it ends a cell or a row.

use super::{Cell, Color, MAX_DEPTH, Merge, Node, Paragraph, Row, Table};

/// What a paragraph ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Paragraph,
    Cell,
    Row(RowProperties),
}

/// What a row says about its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowProperties {
    /// The edges between columns, in twentieths of a point.
    pub edges: Vec<i32>,
    pub cells: Vec<CellProperties>,
    pub is_deleted: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CellProperties {
    pub horizontal: Merge,
    pub vertical: Merge,
    pub background: Option<Color>,
}

/// A table that is being read.
#[derive(Debug, Default)]
struct OpenTable {
    table: Table,
    cells: Vec<Cell>,
    /// What the current cell holds so far.
    nodes: Vec<Node>,
}

/// The text, and the tables that are open, each inside the one before.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    nodes: Vec<Node>,
    open: Vec<OpenTable>,
}

impl Tables {
    /// Adds a paragraph that is in `depth` tables. The end of a row is no paragraph of its own.
    pub fn add(&mut self, paragraph: Paragraph, depth: usize, end: End) {
        let depth = depth.min(MAX_DEPTH).max(usize::from(end != End::Paragraph));
        while self.open.len() > depth {
            self.close();
        }
        while self.open.len() < depth {
            self.open.push(OpenTable::default());
        }
        let Some(table) = self.open.last_mut() else {
            self.nodes.push(Node::Paragraph(paragraph));
            return;
        };
        if let End::Row(properties) = end {
            table.end_row(properties);
            return;
        }
        table.nodes.push(Node::Paragraph(paragraph));
        if end == End::Cell {
            table.end_cell();
        }
    }

    fn close(&mut self) {
        let Some(mut table) = self.open.pop() else {
            return;
        };
        // A row without an end.
        if !table.cells.is_empty() || !table.nodes.is_empty() {
            table.end_row(RowProperties::default());
        }
        let around = self.open.last_mut().map(|outer| &mut outer.nodes);
        let nodes = around.unwrap_or(&mut self.nodes);
        nodes.push(Node::Table(table.table));
    }

    pub fn finish(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.nodes
    }
}

impl OpenTable {
    fn end_cell(&mut self) {
        let nodes = std::mem::take(&mut self.nodes);
        self.cells.push(Cell {
            nodes,
            ..Cell::default()
        });
    }

    fn end_row(&mut self, properties: RowProperties) {
        // Text that no cell mark ends.
        if !self.nodes.is_empty() {
            self.end_cell();
        }
        let mut cells = std::mem::take(&mut self.cells);
        for (cell, properties) in cells.iter_mut().zip(&properties.cells) {
            cell.vertical = properties.vertical;
            cell.horizontal = properties.horizontal;
            cell.background = properties.background;
        }
        let mut edges = properties.edges;
        // Columns are known only if each cell has its edges.
        if edges.len() != cells.len().saturating_add(1) {
            edges.clear();
        }
        self.table.rows.push(Row {
            cells,
            edges,
            is_deleted: properties.is_deleted,
        });
    }
}

//! The cells of a sheet while it is read.

use crate::word::{Cell, Color, MOST, Merge, Node, Row, Table, too_many};
use crate::{ImportError, Resource};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The most columns that are read.
const MAX_COLUMNS: u32 = 1000;
/// The distance between the edges of two columns.
const STEP: i32 = 1000;

/// A range of merged cells, all numbers from 0 and inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u32,
    pub last_column: u32,
}

#[derive(Debug, Default)]
pub(crate) struct SheetBuilder {
    cells: BTreeMap<(u32, u32), Cell>,
    merged: Vec<Merged>,
    hidden_rows: BTreeSet<u32>,
    /// Ranges of hidden columns.
    hidden_columns: Vec<(u32, u32)>,
}

impl SheetBuilder {
    pub fn add(
        &mut self,
        row: u32,
        column: u32,
        nodes: Vec<Node>,
        background: Option<Color>,
    ) -> Result<(), ImportError> {
        if nodes.is_empty() || column >= MAX_COLUMNS {
            return Ok(());
        }
        let cell = self.cells.entry((row, column)).or_default();
        cell.nodes.extend(nodes);
        cell.background = background.or(cell.background);
        if self.cells.len() > MOST {
            return Err(too_many(Resource::Cells, MOST));
        }
        Ok(())
    }

    pub fn merge(&mut self, merged: Merged) -> Result<(), ImportError> {
        self.merged.push(merged);
        if self.merged.len() > MOST {
            return Err(too_many(Resource::Cells, MOST));
        }
        Ok(())
    }

    pub fn hide_row(&mut self, row: u32) {
        if self.hidden_rows.len() < MOST {
            self.hidden_rows.insert(row);
        }
    }

    pub fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_columns.len() < MOST {
            self.hidden_columns.push((first, last.min(MAX_COLUMNS)));
        }
    }

    /// The table of the rows with text, and of the columns up to the last with text.
    pub fn finish(mut self) -> Result<Table, ImportError> {
        let width = self
            .cells
            .keys()
            .map(|(_, column)| column.saturating_add(1))
            .max();
        let width = width.unwrap_or_default();
        let is_hidden = |column: &u32| {
            let mut ranges = self.hidden_columns.iter();
            ranges.any(|(first, last)| (first..=last).contains(&column))
        };
        let columns: Vec<u32> = (0..width).filter(|column| !is_hidden(column)).collect();
        let with_text: BTreeSet<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        let rows: Vec<u32> = with_text.difference(&self.hidden_rows).copied().collect();
        let area = rows.len().saturating_mul(columns.len());
        if area > MOST {
            return Err(too_many(Resource::Cells, MOST));
        }
        let starts = self.starts(&rows, &columns)?;
        let mut table = Table::default();
        for row in rows {
            table.rows.push(self.row(row, &columns, &starts));
        }
        Ok(table)
    }

    /// For each row and column where a merged cell begins or continues from above: how many columns it
    /// covers, and whose contents it shows.
    fn starts(&self, rows: &[u32], columns: &[u32]) -> Result<Starts, ImportError> {
        let between = |sorted: &[u32], first: u32, last: u32| {
            let from = sorted.partition_point(|number| *number < first);
            let to = sorted.partition_point(|number| *number <= last);
            sorted
                .get(from..to)
                .map(<[u32]>::to_vec)
                .unwrap_or_default()
        };
        let mut starts = Starts::new();
        let mut visited = 0_usize;
        for merged in &self.merged {
            let rows = between(rows, merged.first_row, merged.last_row);
            // Ranges that overlap are visited more than once.
            visited = visited.saturating_add(rows.len());
            if visited > MOST {
                return Err(too_many(Resource::Cells, MOST));
            }
            let columns = between(columns, merged.first_column, merged.last_column);
            let Some(first) = columns.first() else {
                continue;
            };
            for (at, row) in rows.iter().enumerate() {
                let vertical = match (at, rows.len()) {
                    (_, 1) => Merge::None,
                    (0, _) => Merge::Starts,
                    _ => Merge::Continues,
                };
                let start = Start {
                    columns: columns.len(),
                    vertical,
                    shows: (merged.first_row, merged.first_column),
                };
                starts.insert((*row, *first), start);
            }
        }
        Ok(starts)
    }

    fn row(&mut self, row: u32, columns: &[u32], starts: &Starts) -> Row {
        let mut built = Row {
            edges: vec![0],
            ..Row::default()
        };
        let mut at = 0_usize;
        while let Some(column) = columns.get(at) {
            let start = starts.get(&(row, *column));
            let covered = start.map_or(1, |start| start.columns.max(1));
            let mut cell = match start {
                Some(start) if start.vertical == Merge::Continues => Cell::default(),
                Some(start) => self.cells.remove(&start.shows).unwrap_or_default(),
                None => self.cells.remove(&(row, *column)).unwrap_or_default(),
            };
            cell.vertical = start.map_or(Merge::None, |start| start.vertical);
            at += covered;
            built.cells.push(cell);
            let edge = i32::try_from(at).unwrap_or(i32::MAX / STEP);
            built.edges.push(edge.saturating_mul(STEP));
        }
        built
    }
}

type Starts = HashMap<(u32, u32), Start>;

struct Start {
    columns: usize,
    vertical: Merge,
    shows: (u32, u32),
}

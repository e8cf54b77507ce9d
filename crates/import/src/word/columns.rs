//! The columns of a table whose cells state where their edges are.

use super::{Row, Table};

/// Edges that are closer than this, in twentieths of a point, are one. Programs round them.
const TOLERANCE: i32 = 30;

/// The edges of all rows, sorted. Each is the first of those that are one.
pub(super) struct Columns {
    edges: Vec<i32>,
}

impl Columns {
    pub fn of(table: &Table) -> Columns {
        let mut edges: Vec<i32> = Vec::new();
        for row in &table.rows {
            edges.extend(&row.edges);
        }
        edges.sort_unstable();
        edges.dedup_by(|next, edge| next.saturating_sub(*edge) < TOLERANCE);
        Columns { edges }
    }

    fn index(&self, edge: i32) -> usize {
        let after = self.edges.partition_point(|known| *known <= edge);
        after.saturating_sub(1)
    }

    /// How many columns precede the first cell of a row.
    pub fn before(&self, row: &Row) -> usize {
        row.edges.first().map_or(0, |edge| self.index(*edge))
    }

    /// How many columns the cell of a row covers.
    pub fn covered(&self, row: &Row, cell: usize) -> usize {
        let edge = |at: usize| row.edges.get(at).map(|edge| self.index(*edge));
        match (edge(cell), edge(cell.saturating_add(1))) {
            (Some(from), Some(to)) => to.saturating_sub(from).max(1),
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_that_differ_by_rounding_are_one() {
        let row = |edges: &[i32]| Row {
            edges: edges.to_vec(),
            ..Row::default()
        };
        let rows = vec![row(&[-108, 1000, 2000, 3000]), row(&[-100, 2006, 3000])];
        let table = Table { rows };
        let columns = Columns::of(&table);
        let covered = |row: usize, cell: usize| columns.covered(&table.rows[row], cell);
        assert_eq!([covered(0, 0), covered(0, 1), covered(0, 2)], [1, 1, 1]);
        assert_eq!([covered(1, 0), covered(1, 1)], [2, 1]);
        assert_eq!(columns.before(&row(&[1010, 2000])), 1);
    }
}

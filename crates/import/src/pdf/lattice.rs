//! Finds tables by their rules: rules bound cells, which are merged where a rule is missing.

use super::edges::{Edge, NEAR, clusters, inner};
use super::geometry::{Bounds, Rule};
use std::collections::BTreeSet;
use std::ops::Range;

/// A page with more rules is a drawing.
const RULES: usize = 3_000;
/// So is a lattice with more places.
const PLACES: usize = 1_000_000;

/// The edges of a table's rows and columns, and the regions that are its cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lattice {
    /// Edges from left to right, and from top to bottom.
    pub(super) column_edges: Vec<f64>,
    pub(super) row_edges: Vec<f64>,
    /// The index of each place's region, row by row.
    pub(super) region_at: Vec<usize>,
    pub(super) regions: Vec<Region>,
    /// No rule closes it on the right: it may continue beyond the paper.
    pub(super) opens_right: bool,
    /// A rule closes it on the left and none on the right: its right end is cut off.
    pub(super) is_cut: bool,
}

/// The rows and columns of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Lattice {
    pub(super) fn width(&self) -> usize {
        self.column_edges.len().saturating_sub(1)
    }

    /// Which region holds the point.
    pub(super) fn region(&self, x: f64, y: f64) -> Option<usize> {
        let column = place(&self.column_edges, x)?;
        let row = place(&self.row_edges, y)?;
        self.region_at.get(row * self.width() + column).copied()
    }

    pub(super) fn outer_bounds(&self) -> Option<Bounds> {
        Some(Bounds {
            left: *self.column_edges.first()?,
            top: *self.row_edges.first()?,
            right: *self.column_edges.last()?,
            bottom: *self.row_edges.last()?,
        })
    }

    /// The edges of a region.
    pub(super) fn bounds(&self, region: usize) -> Option<Bounds> {
        let region = self.regions.get(region)?;
        Some(Bounds {
            left: *self.column_edges.get(region.column)?,
            top: *self.row_edges.get(region.row)?,
            right: *self.column_edges.get(region.column + region.columns)?,
            bottom: *self.row_edges.get(region.row + region.rows)?,
        })
    }

    /// The columns and rows that the bounds touch.
    fn span(&self, bounds: Bounds) -> (Range<usize>, Range<usize>) {
        let span = |edges: &[f64], from: f64, to: f64| {
            let last = edges.len().saturating_sub(1);
            let start = edges.partition_point(|edge| *edge <= from);
            let end = edges.partition_point(|edge| *edge < to);
            start.saturating_sub(1)..end.min(last)
        };
        let columns = span(&self.column_edges, bounds.left, bounds.right);
        let rows = span(&self.row_edges, bounds.top, bounds.bottom);
        (columns, rows)
    }

    /// How many places the bounds touch.
    pub(super) fn places(&self, bounds: Bounds) -> usize {
        let (columns, rows) = self.span(bounds);
        columns.len().saturating_mul(rows.len())
    }

    /// The regions that the bounds touch, each once.
    pub(super) fn touched(&self, bounds: Bounds) -> BTreeSet<usize> {
        let (columns, rows) = self.span(bounds);
        let width = self.width();
        let places = rows.flat_map(|row| {
            let columns = columns.clone();
            columns.map(move |column| row * width + column)
        });
        places
            .filter_map(|place| self.region_at.get(place).copied())
            .collect()
    }

    pub(super) fn area(&self) -> f64 {
        let length = |edges: &[f64]| match edges {
            [first, .., last] => last - first,
            _ => 0.0,
        };
        length(&self.column_edges) * length(&self.row_edges)
    }
}

fn place(edges: &[f64], at: f64) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= at);
    (after < edges.len()).then(|| after.checked_sub(1))?
}

/// Finds the tables of a page. A frame around a single region is no table.
pub(super) fn lattices(horizontal: &[Rule], vertical: &[Rule]) -> Vec<Lattice> {
    if horizontal.len() + vertical.len() > RULES {
        return Vec::new();
    }
    let mut groups = Groups::new(horizontal.len() + vertical.len());
    for (first, flat) in horizontal.iter().enumerate() {
        for (second, upright) in vertical.iter().enumerate() {
            let meets = |rule: &Rule, at: f64| rule.from - NEAR <= at && at <= rule.to + NEAR;
            if meets(flat, upright.at) && meets(upright, flat.at) {
                groups.join(first, horizontal.len() + second);
            }
        }
    }
    let mut parts: Vec<(Vec<Rule>, Vec<Rule>)> = vec![Default::default(); groups.0.len()];
    for (index, rule) in horizontal.iter().enumerate() {
        if let Some((horizontal, _)) = parts.get_mut(groups.root(index)) {
            horizontal.push(*rule);
        }
    }
    for (index, rule) in vertical.iter().enumerate() {
        if let Some((_, vertical)) = parts.get_mut(groups.root(horizontal.len() + index)) {
            vertical.push(*rule);
        }
    }
    let lattice = |(horizontal, vertical): (Vec<Rule>, Vec<Rule>)| of(&horizontal, &vertical);
    parts.into_iter().filter_map(lattice).collect()
}

/// Groups of rules that meet.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    fn root(&mut self, mut index: usize) -> usize {
        while let Some(next) = self.0.get(index).copied().filter(|next| *next != index) {
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(place) = self.0.get_mut(index) {
                *place = after;
            }
            index = after;
        }
        index
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(place) = self.0.get_mut(one) {
            *place = other;
        }
    }
}

fn of(horizontal: &[Rule], vertical: &[Rule]) -> Option<Lattice> {
    if horizontal.is_empty() || vertical.is_empty() {
        return None;
    }
    // A table whose outermost rules are not drawn ends where the others end.
    let edges = |along: &[Rule], ends: &[Rule]| {
        let along = along.iter().map(|rule| rule.at);
        let first = ends.iter().map(|rule| rule.from).min_by(f64::total_cmp);
        let last = ends.iter().map(|rule| rule.to).max_by(f64::total_cmp);
        clusters(along.chain(first).chain(last).collect())
    };
    let columns = edges(vertical, horizontal);
    let rows = edges(horizontal, vertical);
    let column_edges: Vec<f64> = columns.iter().map(|edge| edge.at).collect();
    let row_edges: Vec<f64> = rows.iter().map(|edge| edge.at).collect();
    let (width, height) = (
        column_edges.len().checked_sub(1)?,
        row_edges.len().checked_sub(1)?,
    );
    if width == 0 || height == 0 || width.saturating_mul(height) > PLACES {
        return None;
    }
    let mut right = vec![false; width * height];
    for rule in vertical {
        let Some(column) = inner(&columns, rule.at) else {
            continue;
        };
        for (row, pair) in row_edges.windows(2).enumerate() {
            if covers(rule, pair)
                && let Some(wall) = right.get_mut(row * width + column)
            {
                *wall = true;
            }
        }
    }
    let mut below = vec![false; width * height];
    for rule in horizontal {
        let Some(row) = inner(&rows, rule.at) else {
            continue;
        };
        for (column, pair) in column_edges.windows(2).enumerate() {
            if covers(rule, pair)
                && let Some(wall) = below.get_mut(row * width + column)
            {
                *wall = true;
            }
        }
    }
    let (region_at, regions) = regions(width, height, &right, &below);
    let has_rule = |edge: Option<&Edge>| {
        let is_near = |rule: &Rule| edge.is_some_and(|edge| edge.is_of(rule.at));
        vertical.iter().any(is_near)
    };
    let opens_right = !has_rule(columns.last());
    let is_cut = opens_right && has_rule(columns.first());
    (regions.len() > 1).then_some(Lattice {
        opens_right,
        is_cut,
        region_at,
        regions,
        column_edges,
        row_edges,
    })
}

/// Whether the rule covers most of a place's side.
fn covers(rule: &Rule, pair: &[f64]) -> bool {
    let [start, end] = pair else {
        return false;
    };
    rule.to.min(*end) - rule.from.max(*start) >= (end - start) / 2.0
}

/// Joins places without a rule between them into one region if they form a rectangle, and into one
/// for each row otherwise.
fn regions(
    width: usize,
    height: usize,
    right: &[bool],
    below: &[bool],
) -> (Vec<usize>, Vec<Region>) {
    let is = |walls: &[bool], place: usize| walls.get(place).copied().unwrap_or(true);
    let mut region_at: Vec<Option<usize>> = vec![None; width * height];
    let mut regions: Vec<Region> = Vec::new();
    let mut reached = vec![false; width * height];
    for start in 0..width * height {
        if reached.get(start).copied().unwrap_or(true) {
            continue;
        }
        let mut places = vec![start];
        let mut at = 0;
        if let Some(mark) = reached.get_mut(start) {
            *mark = true;
        }
        while let Some(place) = places.get(at).copied() {
            at += 1;
            let (row, column) = (place / width, place % width);
            let mut neighbours = Vec::with_capacity(4);
            if column + 1 < width && !is(right, place) {
                neighbours.push(place + 1);
            }
            if column > 0 && !is(right, place - 1) {
                neighbours.push(place - 1);
            }
            if row + 1 < height && !is(below, place) {
                neighbours.push(place + width);
            }
            if row > 0 && !is(below, place - width) {
                neighbours.push(place - width);
            }
            for neighbour in neighbours {
                if let Some(mark) = reached.get_mut(neighbour).filter(|mark| !**mark) {
                    *mark = true;
                    places.push(neighbour);
                }
            }
        }
        places.sort_unstable();
        for part in rectangles(&places, width) {
            for row in part.row..part.row + part.rows {
                for column in part.column..part.column + part.columns {
                    if let Some(owner) = region_at.get_mut(row * width + column) {
                        *owner = Some(regions.len());
                    }
                }
            }
            regions.push(part);
        }
    }
    let region_at = region_at
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect();
    (region_at, regions)
}

fn rectangles(places: &[usize], width: usize) -> Vec<Region> {
    let rows: Vec<Region> = places
        .chunk_by(|one, other| one + 1 == *other && other % width != 0)
        .filter_map(|run| {
            let first = run.first()?;
            Some(Region {
                row: first / width,
                column: first % width,
                rows: 1,
                columns: run.len(),
            })
        })
        .collect();
    let Some(first) = rows.first().copied() else {
        return rows;
    };
    let is_below = |(row, at): (&Region, usize)| {
        row.column == first.column && row.columns == first.columns && row.row == at
    };
    if rows.iter().zip(first.row..).all(is_below) {
        vec![Region {
            rows: rows.len(),
            ..first
        }]
    } else {
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(at: f64, from: f64, to: f64) -> Rule {
        Rule { at, from, to }
    }

    #[test]
    fn a_missing_rule_merges_cells() {
        let horizontal = [0.0, 20.0, 40.0].map(|y| rule(y, 0.0, 100.0));
        let vertical = [
            rule(0.0, 0.0, 40.0),
            rule(50.0, 20.0, 40.0),
            rule(100.0, 0.0, 40.0),
        ];
        let found = lattices(&horizontal, &vertical);
        let [table] = found.as_slice() else {
            panic!("{found:?}");
        };
        let spans: Vec<(usize, usize)> = table
            .regions
            .iter()
            .map(|region| (region.columns, region.rows))
            .collect();
        assert_eq!(spans, [(2, 1), (1, 1), (1, 1)]);
        assert_eq!(table.region(70.0, 30.0), Some(2));
        assert_eq!(table.region(170.0, 30.0), None);
    }

    #[test]
    fn a_frame_and_an_underline_are_no_tables() {
        let horizontal = [
            rule(0.0, 0.0, 100.0),
            rule(40.0, 0.0, 100.0),
            rule(20.0, 30.0, 60.0),
        ];
        let vertical = [rule(0.0, 0.0, 40.0), rule(100.0, 0.0, 40.0)];
        assert!(lattices(&horizontal, &vertical).is_empty());
    }

    #[test]
    fn borders_of_neighbouring_cells_are_one_edge() {
        let horizontal = [0.0, 20.0, 23.5, 27.0, 47.0].map(|y| rule(y, 0.0, 104.0));
        let vertical = [0.0, 50.0, 53.5, 103.5].map(|x| rule(x, 0.0, 47.0));
        let found = lattices(&horizontal, &vertical);
        let [table] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((table.width(), table.row_edges.len()), (2, 3));
        assert_eq!(table.regions.len(), 4);
    }

    #[test]
    fn a_table_without_outer_rules_ends_where_the_others_end() {
        let horizontal = [20.0, 40.0].map(|y| rule(y, 0.0, 100.0));
        let vertical = [rule(50.0, 5.0, 60.0)];
        let found = lattices(&horizontal, &vertical);
        let [table] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((table.width(), table.row_edges.len()), (2, 4));
    }
}

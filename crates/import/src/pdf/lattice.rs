//! Tables by their rules: cells are what rules bound, merged cells where a rule is missing.

use super::geometry::{Bounds, Rule};
use std::collections::BTreeSet;

/// Rules that end this near to each other meet, in points.
const NEAR: f64 = 3.0;
/// Between two edges nearer than this no text has room: they are the borders of neighbouring cells, in
/// points.
const GAP: f64 = 5.0;
/// A page with more rules is a drawing.
const RULES: usize = 3_000;
/// A lattice with more places is one, too.
const PLACES: usize = 1_000_000;

/// The edges of a table's rows and columns, and which places are one cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lattice {
    /// Edges from left to right, and from top to bottom.
    pub(super) across: Vec<f64>,
    pub(super) down: Vec<f64>,
    /// For every place, row by row, the index of its region.
    pub(super) owners: Vec<usize>,
    pub(super) regions: Vec<Region>,
    /// No rule closes it on the right: it may go on where the paper does not.
    pub(super) opens_right: bool,
    /// One closes it on the left and none on the right: what is printed at the right is cut off.
    pub(super) is_cut: bool,
}

/// A cell's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Lattice {
    pub(super) fn width(&self) -> usize {
        self.across.len().saturating_sub(1)
    }

    /// Which region holds the point.
    pub(super) fn region(&self, x: f64, y: f64) -> Option<usize> {
        let column = place(&self.across, x)?;
        let row = place(&self.down, y)?;
        self.owners.get(row * self.width() + column).copied()
    }

    /// The edges of a region.
    pub(super) fn bounds(&self, region: usize) -> Option<Bounds> {
        let region = self.regions.get(region)?;
        Some(Bounds {
            left: *self.across.get(region.column)?,
            top: *self.down.get(region.row)?,
            right: *self.across.get(region.column + region.columns)?,
            bottom: *self.down.get(region.row + region.rows)?,
        })
    }

    /// The regions that the bounds touch, each once.
    pub(super) fn touched(&self, bounds: Bounds) -> BTreeSet<usize> {
        let span = |edges: &[f64], from: f64, to: f64| {
            let last = edges.len().saturating_sub(1);
            let start = edges.partition_point(|edge| *edge <= from);
            let end = edges.partition_point(|edge| *edge < to);
            start.saturating_sub(1)..end.min(last)
        };
        let columns = span(&self.across, bounds.left, bounds.right);
        let rows = span(&self.down, bounds.top, bounds.bottom);
        let width = self.width();
        let places = rows.flat_map(|row| {
            let columns = columns.clone();
            columns.map(move |column| row * width + column)
        });
        places
            .filter_map(|place| self.owners.get(place).copied())
            .collect()
    }

    pub(super) fn area(&self) -> f64 {
        let length = |edges: &[f64]| match edges {
            [first, .., last] => last - first,
            _ => 0.0,
        };
        length(&self.across) * length(&self.down)
    }
}

fn place(edges: &[f64], at: f64) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= at);
    (after < edges.len()).then(|| after.checked_sub(1))?
}

/// The tables of a page; frames around a single region are none.
pub(super) fn lattices(lying: &[Rule], standing: &[Rule]) -> Vec<Lattice> {
    if lying.len() + standing.len() > RULES {
        return Vec::new();
    }
    let mut groups = Groups::new(lying.len() + standing.len());
    for (first, flat) in lying.iter().enumerate() {
        for (second, upright) in standing.iter().enumerate() {
            let meets = |rule: &Rule, at: f64| rule.from - NEAR <= at && at <= rule.to + NEAR;
            if meets(flat, upright.at) && meets(upright, flat.at) {
                groups.join(first, lying.len() + second);
            }
        }
    }
    let mut parts: Vec<(Vec<Rule>, Vec<Rule>)> = vec![Default::default(); groups.0.len()];
    for (index, rule) in lying.iter().enumerate() {
        if let Some((lying, _)) = parts.get_mut(groups.root(index)) {
            lying.push(*rule);
        }
    }
    for (index, rule) in standing.iter().enumerate() {
        if let Some((_, standing)) = parts.get_mut(groups.root(lying.len() + index)) {
            standing.push(*rule);
        }
    }
    let lattice = |(lying, standing): (Vec<Rule>, Vec<Rule>)| of(&lying, &standing);
    parts.into_iter().filter_map(lattice).collect()
}

/// Which rules hang together.
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

fn of(lying: &[Rule], standing: &[Rule]) -> Option<Lattice> {
    if lying.is_empty() || standing.is_empty() {
        return None;
    }
    // A table whose outermost rules are not drawn ends where the others end.
    let edges = |along: &[Rule], ends: &[Rule]| {
        let along = along.iter().map(|rule| rule.at);
        let first = ends.iter().map(|rule| rule.from).min_by(f64::total_cmp);
        let last = ends.iter().map(|rule| rule.to).max_by(f64::total_cmp);
        clusters(along.chain(first).chain(last).collect())
    };
    let columns = edges(standing, lying);
    let rows = edges(lying, standing);
    let across: Vec<f64> = columns.iter().map(|edge| edge.at).collect();
    let down: Vec<f64> = rows.iter().map(|edge| edge.at).collect();
    let (width, height) = (across.len().checked_sub(1)?, down.len().checked_sub(1)?);
    if width == 0 || height == 0 || width.saturating_mul(height) > PLACES {
        return None;
    }
    let mut right = vec![false; width * height];
    for rule in standing {
        let Some(column) = inner(&columns, rule.at) else {
            continue;
        };
        for (row, pair) in down.windows(2).enumerate() {
            if covers(rule, pair)
                && let Some(wall) = right.get_mut(row * width + column)
            {
                *wall = true;
            }
        }
    }
    let mut below = vec![false; width * height];
    for rule in lying {
        let Some(row) = inner(&rows, rule.at) else {
            continue;
        };
        for (column, pair) in across.windows(2).enumerate() {
            if covers(rule, pair)
                && let Some(wall) = below.get_mut(row * width + column)
            {
                *wall = true;
            }
        }
    }
    let (owners, regions) = regions(width, height, &right, &below);
    let has_rule = |edge: Option<&Edge>| {
        let is_its = |rule: &Rule| edge.is_some_and(|edge| edge.is_of(rule.at));
        standing.iter().any(is_its)
    };
    let opens_right = !has_rule(columns.last());
    let is_cut = opens_right && has_rule(columns.first());
    (regions.len() > 1).then_some(Lattice {
        opens_right,
        is_cut,
        owners,
        regions,
        across,
        down,
    })
}

/// An edge between rows or columns, which several rules may draw.
#[derive(Clone, Copy, Debug)]
struct Edge {
    /// In the middle of its rules.
    at: f64,
    first: f64,
    last: f64,
    count: f64,
}

impl Edge {
    fn is_of(&self, at: f64) -> bool {
        self.first - NEAR <= at && at <= self.last + NEAR
    }

    fn with(self, other: Edge) -> Edge {
        let count = self.count + other.count;
        Edge {
            at: (self.at * self.count + other.at * other.count) / count,
            first: self.first,
            last: other.last,
            count,
        }
    }
}

/// One edge for all positions near each other.
fn clusters(mut positions: Vec<f64>) -> Vec<Edge> {
    positions.sort_by(f64::total_cmp);
    let mut edges: Vec<Edge> = Vec::new();
    for at in positions {
        let edge = Edge {
            at,
            first: at,
            last: at,
            count: 1.0,
        };
        match edges.last_mut() {
            Some(last) if at - last.first <= NEAR => *last = last.with(edge),
            _ => edges.push(edge),
        }
    }
    let mut wide: Vec<Edge> = Vec::new();
    for edge in edges {
        match wide.last_mut() {
            Some(last) if edge.first - last.last < GAP && edge.last - last.first < 2.0 * GAP => {
                *last = last.with(edge);
            }
            _ => wide.push(edge),
        }
    }
    wide
}

/// The row or column that ends at this edge, if it is not the last.
fn inner(edges: &[Edge], at: f64) -> Option<usize> {
    let distance = |edge: &Edge| (edge.at - at).abs();
    let own = edges.iter().enumerate().filter(|(_, edge)| edge.is_of(at));
    let (near, _) = own.min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)))?;
    let is_last = near + 1 == edges.len();
    near.checked_sub(1).filter(|_| !is_last)
}

/// Whether the rule runs along most of a place.
fn covers(rule: &Rule, pair: &[f64]) -> bool {
    let [start, end] = pair else {
        return false;
    };
    rule.to.min(*end) - rule.from.max(*start) >= (end - start) / 2.0
}

/// Places that no rule parts are one region, if together they are a rectangle; otherwise each
/// row's are.
fn regions(
    width: usize,
    height: usize,
    right: &[bool],
    below: &[bool],
) -> (Vec<usize>, Vec<Region>) {
    let is = |walls: &[bool], place: usize| walls.get(place).copied().unwrap_or(true);
    let mut owners: Vec<Option<usize>> = vec![None; width * height];
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
                    if let Some(owner) = owners.get_mut(row * width + column) {
                        *owner = Some(regions.len());
                    }
                }
            }
            regions.push(part);
        }
    }
    let owners = owners.into_iter().map(Option::unwrap_or_default).collect();
    (owners, regions)
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
    match rows.iter().zip(first.row..).all(is_below) {
        true => vec![Region {
            rows: rows.len(),
            ..first
        }],
        false => rows,
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
        let lying = [0.0, 20.0, 40.0].map(|y| rule(y, 0.0, 100.0));
        let standing = [
            rule(0.0, 0.0, 40.0),
            rule(50.0, 20.0, 40.0),
            rule(100.0, 0.0, 40.0),
        ];
        let found = lattices(&lying, &standing);
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
        let lying = [
            rule(0.0, 0.0, 100.0),
            rule(40.0, 0.0, 100.0),
            rule(20.0, 30.0, 60.0),
        ];
        let standing = [rule(0.0, 0.0, 40.0), rule(100.0, 0.0, 40.0)];
        assert!(lattices(&lying, &standing).is_empty());
    }

    #[test]
    fn borders_of_neighbouring_cells_are_one_edge() {
        let lying = [0.0, 20.0, 23.5, 27.0, 47.0].map(|y| rule(y, 0.0, 104.0));
        let standing = [0.0, 50.0, 53.5, 103.5].map(|x| rule(x, 0.0, 47.0));
        let found = lattices(&lying, &standing);
        let [table] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((table.width(), table.down.len()), (2, 3));
        assert_eq!(table.regions.len(), 4);
    }

    #[test]
    fn a_table_without_outer_rules_ends_where_the_others_end() {
        let lying = [20.0, 40.0].map(|y| rule(y, 0.0, 100.0));
        let standing = [rule(50.0, 5.0, 60.0)];
        let found = lattices(&lying, &standing);
        let [table] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((table.width(), table.down.len()), (2, 4));
    }
}

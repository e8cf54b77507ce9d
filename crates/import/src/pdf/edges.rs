//! The edges of rows and columns, each drawn by one or several rules.

/// Rules that end this near to each other meet, in points.
pub(super) const NEAR: f64 = 3.0;
/// Edges nearer than this, in points, are the borders of neighbouring cells: no text fits between
/// them.
const GAP: f64 = 5.0;

/// An edge between rows or columns, which several rules may draw.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// In the middle of its rules.
    pub(super) at: f64,
    first: f64,
    last: f64,
    count: f64,
}

impl Edge {
    pub(super) fn is_of(&self, at: f64) -> bool {
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

/// Joins positions near each other into edges.
pub(super) fn clusters(mut positions: Vec<f64>) -> Vec<Edge> {
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
pub(super) fn inner(edges: &[Edge], at: f64) -> Option<usize> {
    let distance = |edge: &Edge| (edge.at - at).abs();
    let own = edges.iter().enumerate().filter(|(_, edge)| edge.is_of(at));
    let (near, _) = own.min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)))?;
    let is_last = near + 1 == edges.len();
    near.checked_sub(1).filter(|_| !is_last)
}

//! Where cases came from and what became of them: nodes joined by links, all on one linear scale.
//!
//! If there is room, nodes are in columns with their names outside. On a narrow sheet they form one
//! list with their names beside it, and the links curve to the right of it.

mod columns;
mod list;
mod node_text;

use super::{Mark, Paint, Shape, Sheet, text};
use crate::figures::{Sankey, SankeyLink, SankeyNode, Stage};
use node_text::NodeText;

/// The least height of a node's mark, large enough for a finger.
const TARGET: f64 = 44.0;
/// A number above zero is drawn at least this high.
const MIN_THICKNESS: f64 = 1.5;
/// How much wider than the estimate bold text may be.
const BOLD: f64 = 1.2;

pub(super) fn draw(sankey: &Sankey, sheet: &mut Sheet<'_>) {
    if sheet.size.is_narrow() {
        list::draw(sankey, sheet);
    } else {
        columns::draw(sankey, sheet);
    }
}

/// Replaces what cannot be drawn by zero.
fn positive(value: f64) -> f64 {
    if value > 0.0 && value.is_finite() {
        value
    } else {
        0.0
    }
}

fn own_value(node: &SankeyNode) -> f64 {
    positive(node.value.unwrap_or(0.0))
}

/// The width that the widest name or number needs on one line.
fn widest<'a>(nodes: impl Iterator<Item = &'a SankeyNode>, em: f64) -> f64 {
    let width = |node: &SankeyNode| {
        let number = text::width(&node.label, em) * BOLD;
        text::width(&node.name, em).max(number)
    };
    nodes.map(width).fold(0.0, f64::max)
}

/// The number of cases at each node, and their scale.
struct Cases {
    /// For each node its own number, or the sum of its links if that is greater.
    by_node: Vec<f64>,
    /// Pixels per case.
    scale: f64,
}

impl Cases {
    /// The scale makes the fullest stage `room` pixels high.
    fn new(sankey: &Sankey, room: f64) -> Cases {
        let linked = |index: usize, end: fn(&SankeyLink) -> usize| -> f64 {
            let links = sankey.links.iter().filter(|link| end(link) == index);
            links.map(|link| positive(link.value)).sum()
        };
        let by_node: Vec<f64> = sankey
            .nodes
            .iter()
            .enumerate()
            .map(|(index, node)| {
                own_value(node)
                    .max(linked(index, |link| link.from))
                    .max(linked(index, |link| link.to))
            })
            .collect();
        let fullest = [Stage::From, Stage::Middle, Stage::To]
            .into_iter()
            .map(|stage| {
                let nodes = sankey.nodes.iter().zip(&by_node);
                let of_stage = nodes.filter(|(node, _)| node.stage == stage);
                of_stage.map(|(_, cases)| *cases).sum()
            })
            .fold(0.0, f64::max);
        Cases {
            by_node,
            scale: if fullest > 0.0 { room / fullest } else { 0.0 },
        }
    }

    /// The height of a node's cases.
    fn extent(&self, index: usize) -> f64 {
        self.by_node
            .get(index)
            .map_or(0.0, |cases| cases * self.scale)
    }

    /// The thickness of a bar or of a link.
    fn thickness(&self, value: f64) -> f64 {
        match positive(value) {
            value if value > 0.0 => (value * self.scale).max(MIN_THICKNESS),
            _ => 0.0,
        }
    }

    /// The bar of a node in a mark whose top left is `origin`.
    fn bar(&self, node: &SankeyNode, at: BarTop, width: f64, origin: (f64, f64)) -> Shape {
        Shape::Rect {
            x: at.x - origin.0,
            y: at.top - origin.1,
            width,
            height: self.thickness(own_value(node)),
            paint: Paint::Node(node.tone),
        }
    }

    /// The rows of a stage, with names broken to fit `room`.
    fn rows<'a>(&self, sankey: &'a Sankey, stage: Stage, em: f64, room: f64) -> Vec<Row<'a>> {
        sankey
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.stage == stage)
            .map(|(index, node)| {
                let text = NodeText::new(node, em, room);
                let height = text.height().max(self.extent(index)) + em * 0.6;
                Row {
                    index,
                    node,
                    text,
                    height: height.max(TARGET),
                }
            })
            .collect()
    }

    /// The links in the given order, with the top of each at its two ends: links are stacked from
    /// the top of their bars.
    fn stack<'a>(
        &self,
        links: impl Iterator<Item = &'a SankeyLink>,
        bars: &[BarTop],
    ) -> Vec<(&'a SankeyLink, BarTop, BarTop)> {
        let mut leaving = bars.to_vec();
        let mut entering = bars.to_vec();
        let mut stacked = Vec::new();
        for link in links {
            let ends = (leaving.get_mut(link.from), entering.get_mut(link.to));
            let (Some(from), Some(to)) = ends else {
                continue;
            };
            stacked.push((link, *from, *to));
            let thickness = positive(link.value) * self.scale;
            from.top += thickness;
            to.top += thickness;
        }
        stacked
    }
}

/// The top left of a node's bar, or of a link at it.
#[derive(Clone, Copy, Default)]
struct BarTop {
    x: f64,
    top: f64,
}

/// A row of a column or of the list.
struct Row<'a> {
    /// The index of the node.
    index: usize,
    node: &'a SankeyNode,
    text: NodeText,
    height: f64,
}

impl Row<'_> {
    fn mark(&self, (x, y): (f64, f64), width: f64, height: f64, shapes: Vec<Shape>) -> Mark {
        Mark {
            key: self.node.key.clone(),
            label: self.node.detail.clone(),
            x,
            y,
            width,
            height,
            shapes,
        }
    }
}

fn total_height(rows: &[Row<'_>]) -> f64 {
    rows.iter().map(|row| row.height).sum()
}

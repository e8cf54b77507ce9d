//! The name and the number of a node, broken into lines.

use super::BOLD;
use crate::charts::{Anchor, Paint, Shape, baseline, text};
use crate::figures::SankeyNode;

/// A name takes at most this many lines before it is cut.
const NAME_LINES: usize = 6;

pub(super) struct NodeText {
    name: Vec<String>,
    number: String,
    /// Smaller than the name's if the number would not fit.
    number_size: f64,
    em: f64,
}

impl NodeText {
    pub fn new(node: &SankeyNode, em: f64, room: f64) -> NodeText {
        let mut name = text::lines(&node.name, em, room);
        if name.len() > NAME_LINES {
            let rest = name.drain(NAME_LINES - 1..).collect::<Vec<_>>().join(" ");
            name.push(text::fit(&rest, em, room));
        }
        let width = text::width(&node.label, em) * BOLD;
        NodeText {
            name,
            number: node.label.clone(),
            number_size: if width > room { em * room / width } else { em },
            em,
        }
    }

    pub fn height(&self) -> f64 {
        (self.name.len() + 1) as f64 * self.em * 1.25
    }

    /// Writes the lines vertically centred at `middle`; the number comes last.
    pub fn shapes(&self, x: f64, middle: f64, anchor: Anchor) -> Vec<Shape> {
        let first = middle - self.height() / 2.0 + self.em * 0.625;
        let line = |index: usize, text: &str, size: f64, paint| Shape::Text {
            x,
            y: baseline(first + index as f64 * self.em * 1.25, size),
            size,
            anchor,
            text: text.to_owned(),
            paint,
        };
        let names = self.name.iter().enumerate();
        let mut shapes: Vec<Shape> = names
            .map(|(index, text)| line(index, text, self.em, Paint::Name))
            .collect();
        let number_line = self.name.len();
        shapes.push(line(
            number_line,
            &self.number,
            self.number_size,
            Paint::Value,
        ));
        shapes
    }
}

//! Labelled rows over one value axis, as bars, changes and dumbbells share them.

use super::axis::{Area, Axis};
use super::scale::ValueScale;
use super::{Anchor, Mark, Paint, Shape, Sheet, baseline, text};

/// A name takes at most this many lines before it is cut.
const NAME_LINES: usize = 2;

/// The positions of names and values, from the top of a row.
pub(super) struct RowLayout {
    pub is_narrow: bool,
    /// The middle of the name's first line.
    pub name_middle: f64,
    /// The middle of the bar.
    pub bar_middle: f64,
    /// The height of a row.
    pub row: f64,
    /// The width of the column of names; zero if names are above the bars.
    pub names: f64,
    /// The width available to a name.
    name_room: f64,
    /// The number of lines that each row reserves for its name.
    lines: usize,
}

impl RowLayout {
    /// Lays out rows with these names. If names are above the bars, `reserved` pixels are kept free
    /// to their right.
    pub fn new<'a>(
        sheet: &Sheet<'_>,
        reserved: f64,
        names: impl Iterator<Item = &'a str> + Clone,
    ) -> RowLayout {
        let (em, width) = (sheet.size.em, sheet.size.width);
        let is_narrow = sheet.size.is_narrow();
        let widest = names
            .clone()
            .map(|name| text::width(name, em))
            .fold(0.0, f64::max);
        let name_room = if is_narrow {
            width - reserved
        } else {
            widest.min(width * 0.36)
        };
        let lines = names
            .map(|name| text::lines(name, em, name_room).len())
            .fold(1, usize::max)
            .min(NAME_LINES);
        let more_lines = (lines - 1) as f64 * em * 1.25;
        if is_narrow {
            RowLayout {
                is_narrow,
                name_middle: em * 0.9,
                bar_middle: em * 2.2 + more_lines,
                row: (em * 3.2).max(48.0) + more_lines,
                names: 0.0,
                name_room,
                lines,
            }
        } else {
            let row = (em * 2.4 + more_lines).max(44.0);
            RowLayout {
                is_narrow,
                name_middle: row / 2.0,
                bar_middle: row / 2.0,
                row,
                names: name_room + em,
                name_room,
                lines,
            }
        }
    }

    /// Draws the name of a row. Every row has the same number of text shapes, so that a change of
    /// order only moves them.
    pub fn name(&self, name: &str, em: f64) -> Vec<Shape> {
        let (x, anchor) = if self.is_narrow {
            (0.0, Anchor::Start)
        } else {
            (self.name_room + em * 0.25, Anchor::End)
        };
        let mut lines = text::lines(name, em, self.name_room);
        if lines.len() > self.lines {
            let kept = self.lines.saturating_sub(1);
            let rest: String = lines.iter().skip(kept).map(String::as_str).collect();
            lines.truncate(kept);
            lines.push(text::fit(&rest, em, self.name_room));
        }
        // Beside the bar, a name with fewer lines than the row reserves is centred.
        let above = if self.is_narrow {
            0.0
        } else {
            lines.len().saturating_sub(1) as f64 * em * 0.625
        };
        lines.resize(self.lines, String::new());
        lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| Shape::Text {
                x,
                y: baseline(self.name_middle - above + index as f64 * em * 1.25, em),
                size: em,
                anchor,
                text: line,
                paint: Paint::Name,
            })
            .collect()
    }
}

/// The rows of one panel over their axis.
pub(super) struct Rows {
    pub layout: RowLayout,
    axis: Axis,
    top: f64,
}

impl Rows {
    /// Lays out `count` rows from `left` to `right`, and places `values` on the axis.
    pub fn new(
        sheet: &Sheet<'_>,
        layout: RowLayout,
        (left, right): (f64, f64),
        count: usize,
        scale: &ValueScale,
        values: &[f64],
    ) -> Rows {
        let area = Area {
            left,
            right,
            top: sheet.top,
            bottom: sheet.top + layout.row * count as f64,
        };
        Rows {
            axis: Axis::new(area, scale, values, sheet.size.em),
            layout,
            top: sheet.top,
        }
    }

    /// The x positions of the values.
    pub fn positions(&self) -> &[f64] {
        &self.axis.positions
    }

    /// A mark that covers the row at `index`.
    pub fn mark(
        &self,
        index: usize,
        width: f64,
        (key, label): (&str, &str),
        shapes: Vec<Shape>,
    ) -> Mark {
        Mark {
            key: key.to_owned(),
            label: label.to_owned(),
            x: 0.0,
            y: self.top + index as f64 * self.layout.row,
            width,
            height: self.layout.row,
            shapes,
        }
    }

    /// Adds the axis to the sheet, below which the next panel begins.
    pub fn finish(self, sheet: &mut Sheet<'_>) {
        sheet.drawing.guides.extend(self.axis.shapes);
        sheet.top = self.axis.bottom;
    }
}

/// The width of the widest label.
pub(super) fn widest<'a>(labels: impl Iterator<Item = &'a str>, em: f64) -> f64 {
    labels
        .map(|label| text::width(label, em))
        .fold(0.0, f64::max)
}

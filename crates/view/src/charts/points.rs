//! The points of a line as marks, with their numbers if there is room.

use super::year_axis::YearAxis;
use super::{Anchor, Mark, Paint, Shape, legend, text};
use crate::figures::{Line, LinePoint};

/// The width and height of a point's mark.
pub(super) const TARGET: f64 = 28.0;

/// The points of a line that have a position on the scale.
pub(super) fn drawn(line: &Line) -> impl DoubleEndedIterator<Item = &LinePoint> {
    line.points.iter().filter(|point| point.value.is_finite())
}

/// Makes a mark of each point. `numbers` is the horizontal range in which numbers may be written;
/// `None` to write none.
pub(super) fn marks(
    line: &Line,
    index: usize,
    axes: &YearAxis,
    numbers: Option<(f64, f64)>,
    em: f64,
) -> Vec<Mark> {
    let size = em * 0.82;
    let widest = drawn(line)
        .map(|point| number_width(point, size))
        .fold(0.0, f64::max);
    let numbers = numbers.filter(|_| widest + size * 0.4 <= axes.step);
    let position = |point: &LinePoint| axes.point(point.year, point.value);
    let after = drawn(line).skip(1).map(Some).chain([None]);
    let mut before = None;
    let mut marks = Vec::new();
    for (point, after) in drawn(line).zip(after) {
        let (x, y) = position(point);
        let mut mark = mark(point, index, (x, y), em);
        if let Some(range) = numbers {
            // If the line falls to the point from both sides, only below it is there room.
            let is_higher = |other: Option<&LinePoint>| {
                other.is_some_and(|other| position(other).1 < y - em * 0.3)
            };
            let is_below = is_higher(before) && is_higher(after) && y + em * 1.4 < axes.bottom;
            mark.shapes.push(number(point, (x, is_below), range, size));
        }
        before = Some(point);
        marks.push(mark);
    }
    marks
}

/// The width of a point's number. It is bold, which is wider than the estimate.
fn number_width(point: &LinePoint, size: f64) -> f64 {
    text::width(&point.shown, size * 1.1)
}

fn mark(point: &LinePoint, index: usize, (x, y): (f64, f64), em: f64) -> Mark {
    let half = TARGET / 2.0;
    Mark {
        key: point.key.clone(),
        label: point.label.clone(),
        x: x - half,
        y: y - half,
        width: TARGET,
        height: TARGET,
        shapes: vec![Shape::Path {
            data: legend::marker(index, half, half, em * 0.3),
            paint: legend::end(index),
        }],
    }
}

/// Writes a point's number above or below it, moved inwards at the edges.
fn number(
    point: &LinePoint,
    (x, is_below): (f64, bool),
    (left, right): (f64, f64),
    size: f64,
) -> Shape {
    let half = number_width(point, size) / 2.0;
    let middle = x.min(right - half).max(left + half);
    Shape::Text {
        x: middle - x + TARGET / 2.0,
        y: TARGET / 2.0 + size * if is_below { 1.5 } else { -0.77 },
        size,
        anchor: Anchor::Middle,
        text: point.shown.clone(),
        paint: Paint::Value,
    }
}

//! The points of a line, each a mark, with its number where there is room.

use super::upright::Upright;
use super::{Anchor, Mark, Paint, Shape, legend, text};
use crate::figures::{Line, LinePoint};

/// What answers to a finger.
pub(super) const TARGET: f64 = 28.0;

/// What has a place on a scale.
pub(super) fn drawn(line: &Line) -> impl DoubleEndedIterator<Item = &LinePoint> {
    line.points.iter().filter(|point| point.value.is_finite())
}

/// `numbers`, where they may be shown, says from where to where.
pub(super) fn marks(
    line: &Line,
    index: usize,
    axes: &Upright,
    numbers: Option<(f64, f64)>,
    em: f64,
) -> Vec<Mark> {
    let size = em * 0.82;
    let widest = drawn(line)
        .map(|point| wide(point, size))
        .fold(0.0, f64::max);
    let numbers = numbers.filter(|_| widest + size * 0.4 <= axes.step);
    let place = |point: &LinePoint| axes.at(point.year, point.value);
    let after = drawn(line).skip(1).map(Some).chain([None]);
    let mut before = None;
    let mut marks = Vec::new();
    for (point, after) in drawn(line).zip(after) {
        let (x, y) = place(point);
        let mut mark = mark(point, index, (x, y), em);
        if let Some(rim) = numbers {
            // Where lines come down from both sides, the number is clear of them below.
            let comes_down = |other: Option<&LinePoint>| {
                other.is_some_and(|other| place(other).1 < y - em * 0.3)
            };
            let is_below = comes_down(before) && comes_down(after) && y + em * 1.4 < axes.bottom;
            mark.shapes.push(number(point, (x, is_below), rim, size));
        }
        before = Some(point);
        marks.push(mark);
    }
    marks
}

/// Numbers are bold, and bold is wider than the estimate.
fn wide(point: &LinePoint, size: f64) -> f64 {
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

/// Over or below its point; at the rim it moves inwards.
fn number(
    point: &LinePoint,
    (x, is_below): (f64, bool),
    (left, right): (f64, f64),
    size: f64,
) -> Shape {
    let half = wide(point, size) / 2.0;
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

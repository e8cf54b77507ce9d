//! The legend of a line chart: a marker's shape and colour, and the name beside it.

use super::px::path;
use super::{Anchor, Drawing, Paint, Shape, baseline, text};
use crate::figures::Line;

/// One class per colour of the style sheet. With the four marker shapes, twelve lines differ.
const LINES: [&str; 6] = [
    "line l0", "line l1", "line l2", "line l3", "line l4", "line l5",
];
const ENDS: [&str; 6] = ["end l0", "end l1", "end l2", "end l3", "end l4", "end l5"];

pub(super) fn line(index: usize) -> Paint {
    Paint::Named(LINES.get(index % LINES.len()).copied().unwrap_or_default())
}

pub(super) fn end(index: usize) -> Paint {
    Paint::Named(ENDS.get(index % ENDS.len()).copied().unwrap_or_default())
}

/// The text size of names.
pub(super) fn size(em: f64) -> f64 {
    em * 0.88
}

/// The width of names at the ends of the lines, with their markers; `None` if they would need more than a third of
/// `width`.
pub(super) fn room_at_ends(lines: &[Line], em: f64, width: f64) -> Option<f64> {
    let widest = lines
        .iter()
        .map(|line| text::width(&line.name, size(em)))
        .fold(0.0, f64::max)
        + em * 2.0;
    (widest <= width / 3.0).then_some(widest)
}

/// The height of the names below each other.
pub(super) fn height_at_ends(lines: &[Line], em: f64) -> f64 {
    leading(em) * lines.len() as f64
}

fn leading(em: f64) -> f64 {
    size(em) * 1.4
}

/// Writes the names at `x`, each as close to the end of its line as possible without overlap and
/// within `from..to`.
pub(super) fn at_ends(
    lines: &[Line],
    mut ends: Vec<(usize, f64)>,
    x: f64,
    (from, to): (f64, f64),
    em: f64,
    drawing: &mut Drawing,
) {
    ends.sort_by(|one, other| one.1.total_cmp(&other.1));
    let spacing = leading(em);
    let mut least = from;
    for (_, y) in &mut ends {
        *y = y.max(least);
        least = *y + spacing;
    }
    let mut most = to;
    for (_, y) in ends.iter_mut().rev() {
        *y = y.min(most);
        most = *y - spacing;
    }
    for (index, y) in ends {
        if let Some(line) = lines.get(index) {
            // Apart from the end of the axis, so that the marker does not look like another point.
            entry(index, &line.name, (x + em * 0.6, y), em, drawing);
        }
    }
}

/// Writes the names above the chart in as few rows as possible; returns the bottom of the last.
pub(super) fn above(
    lines: &[Line],
    (left, width): (f64, f64),
    top: f64,
    em: f64,
    drawing: &mut Drawing,
) -> f64 {
    let height = size(em) * 1.6;
    let (mut x, mut top) = (left, top);
    let names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    let names = text::names(&names, size(em), width - em * 1.4);
    for (index, name) in names.into_iter().enumerate() {
        let entry_width = em * 1.4 + text::width(&name, size(em));
        if x > left && x + entry_width > left + width {
            x = left;
            top += height;
        }
        entry(index, &name, (x, top + height / 2.0), em, drawing);
        x += entry_width + em;
    }
    top + height + em * 0.3
}

/// Writes one name with its marker.
fn entry(index: usize, name: &str, (x, middle): (f64, f64), em: f64, drawing: &mut Drawing) {
    drawing.guides.push(Shape::Path {
        data: marker(index, x + em * 0.5, middle, em * 0.32),
        paint: end(index),
    });
    drawing.guides.push(Shape::Text {
        x: x + em * 1.2,
        y: baseline(middle, size(em)),
        size: size(em),
        anchor: Anchor::Start,
        text: name.to_owned(),
        paint: Paint::Legend,
    });
}

/// The path of a circle, a square, a triangle or a diamond, so that lines differ not only by
/// colour.
pub(super) fn marker(index: usize, x: f64, y: f64, r: f64) -> String {
    let s = r * 0.9;
    match index % 4 {
        0 => path(&[
            ('M', &[x - r, y]),
            ('a', &[r, r, 0.0, 1.0, 0.0, r * 2.0, 0.0]),
            ('a', &[r, r, 0.0, 1.0, 0.0, r * -2.0, 0.0]),
            ('z', &[]),
        ]),
        1 => path(&[
            ('M', &[x - s, y - s]),
            ('h', &[s * 2.0]),
            ('v', &[s * 2.0]),
            ('h', &[s * -2.0]),
            ('z', &[]),
        ]),
        2 => path(&[
            ('M', &[x, y - r * 1.2]),
            ('l', &[r * 1.15, r * 2.0]),
            ('h', &[r * -2.3]),
            ('z', &[]),
        ]),
        _ => path(&[
            ('M', &[x, y - r * 1.3]),
            ('l', &[r * 1.3, r * 1.3]),
            ('l', &[r * -1.3, r * 1.3]),
            ('l', &[r * -1.3, r * -1.3]),
            ('z', &[]),
        ]),
    }
}

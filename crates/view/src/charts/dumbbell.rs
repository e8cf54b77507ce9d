//! Last year → this year: a hollow and a filled dot per row, joined by a line.

use super::rows::{RowLayout, Rows, widest};
use super::scale::ValueScale;
use super::{Anchor, Mark, Paint, Shape, Sheet, Size, baseline, px, text};
use crate::figures::{Dumbbell, DumbbellRow, Tone};

pub(super) fn draw(dumbbell: &Dumbbell, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    legend(dumbbell, sheet);
    let data = &dumbbell.data;
    let labels = data
        .iter()
        .flat_map(|row| [row.from_label.as_str(), &row.to_label]);
    // Labels are bold, which is wider than the estimate.
    let bold = em * 1.12;
    let label_room = widest(labels, bold) + em * 0.9;
    let changes = data.iter().map(|row| row.change_label.as_str());
    let change_room = widest(changes, bold) + em * 0.5;
    let names = data.iter().map(|row| row.name.as_str());
    let layout = RowLayout::new(sheet, change_room, names);
    let left = layout.names + label_room;
    // On a narrow sheet the change is on the line of the name.
    let reserved = if layout.is_narrow { 0.0 } else { change_room };
    // Where large text leaves hardly any room, the labels go before the length of the lines.
    let right = (sheet.size.width - label_room - reserved).max(left + em);

    let values: Vec<f64> = data
        .iter()
        .flat_map(|row| {
            let from = row.from.or(row.to).unwrap_or(0.0);
            [from, row.to.unwrap_or(from)]
        })
        .collect();
    let domain: Vec<f64> = data
        .iter()
        .flat_map(|row| [row.from, row.to])
        .flatten()
        .collect();
    let scale = ValueScale::fitted(&domain, dumbbell.scale, dumbbell.ticks, right - left, em);
    let rows = Rows::new(sheet, layout, (left, right), data.len(), &scale, &values);
    let positions = rows.positions().chunks_exact(2);
    for (index, (row, ends)) in data.iter().zip(positions).enumerate() {
        let &[from, to] = ends else { continue };
        let shapes = shapes(row, &rows.layout, (from, to), sheet.size);
        let mark: Mark = rows.mark(index, sheet.size.width, (&row.key, &row.detail), shapes);
        sheet.drawing.marks.push(mark);
    }
    rows.finish(sheet);
}

/// Names the two dots, and the column of changes.
fn legend(dumbbell: &Dumbbell, sheet: &mut Sheet<'_>) {
    let size = sheet.size.em * 0.9;
    let mut middle = sheet.top + size * 0.6;
    let mut x = size * 0.5;
    // Large text on a phone needs more than one line.
    let mut wrap = |x: &mut f64, middle: &mut f64, width: f64| {
        if *x + width > sheet.size.width {
            *x = size * 0.5;
            *middle += size * 1.4;
            sheet.top += size * 1.4;
        }
    };
    for (name, paint) in [
        (dumbbell.from_name, Paint::DotFrom),
        (dumbbell.to_name, Paint::Dot(Tone::Plain)),
    ] {
        wrap(&mut x, &mut middle, size * 0.8 + text::width(name, size));
        sheet.drawing.guides.push(Shape::Circle {
            x,
            y: middle,
            r: size * 0.38,
            paint,
        });
        x += size * 0.8;
        sheet.drawing.guides.push(Shape::Text {
            x,
            y: baseline(middle, size),
            size,
            anchor: Anchor::Start,
            text: name.to_owned(),
            paint: Paint::Legend,
        });
        x += text::width(name, size) + size * 1.4;
    }
    wrap(&mut x, &mut middle, text::width(dumbbell.change_name, size));
    sheet.drawing.guides.push(Shape::Text {
        x: sheet.size.width,
        y: baseline(middle, size),
        size,
        anchor: Anchor::End,
        text: dumbbell.change_name.to_owned(),
        paint: Paint::Legend,
    });
    sheet.top += size * 1.7;
}

fn shapes(row: &DumbbellRow, layout: &RowLayout, (from, to): (f64, f64), size: Size) -> Vec<Shape> {
    let em = size.em;
    let middle = layout.bar_middle;
    let radius = em * 0.42;
    let gap = em * 0.75;
    let text_at = |x: f64, middle: f64, anchor, text: &str| Shape::Text {
        x,
        y: baseline(middle, em),
        size: em,
        anchor,
        text: text.to_owned(),
        paint: Paint::Value,
    };
    // Numbers are outside the two dots, so that those of close dots do not overlap.
    let (low, high, low_label, high_label) = if to >= from {
        (from, to, &row.from_label, &row.to_label)
    } else {
        (to, from, &row.to_label, &row.from_label)
    };
    let has_arrow = (to - from).abs() > radius * 3.0 && row.to.is_some();
    let dot_radius = |value: Option<f64>| if value.is_some() { radius } else { 0.0 };
    let change_middle = if layout.is_narrow {
        layout.name_middle
    } else {
        middle
    };
    let mut shapes = vec![
        Shape::Rect {
            x: low,
            y: middle - 1.0,
            width: high - low,
            height: 2.0,
            paint: Paint::Stem,
        },
        Shape::Path {
            data: if has_arrow {
                arrowhead((from, to), radius, middle, em)
            } else {
                String::new()
            },
            paint: Paint::Stem,
        },
        Shape::Circle {
            x: from,
            y: middle,
            r: dot_radius(row.from),
            paint: Paint::DotFrom,
        },
        Shape::Circle {
            x: to,
            y: middle,
            r: dot_radius(row.to),
            paint: Paint::Dot(Tone::Plain),
        },
        text_at(low - gap, middle, Anchor::End, low_label),
        text_at(high + gap, middle, Anchor::Start, high_label),
        text_at(size.width, change_middle, Anchor::End, &row.change_label),
    ];
    shapes.append(&mut layout.name(&row.name, em));
    shapes
}

/// The head of an arrow that ends at the edge of the dot at `to`.
fn arrowhead((from, to): (f64, f64), radius: f64, middle: f64, em: f64) -> String {
    let direction = if to >= from { 1.0 } else { -1.0 };
    let tip = to - radius * direction;
    let back = tip - em * 0.45 * direction;
    let half = em * 0.28;
    px::path(&[
        ('M', &[back, middle - half]),
        ('L', &[tip, middle]),
        ('L', &[back, middle + half]),
    ])
}

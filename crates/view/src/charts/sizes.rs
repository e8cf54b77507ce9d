//! Last year → this year: a hollow and a filled dot a row, joined by a line.

use super::bars::{Layout, spaced};
use super::frame::{Area, frame};
use super::{Anchor, Mark, Paint, Shape, Sheet, baseline, px, text};
use crate::figures::{Sizes, Span, Tone};

pub(super) fn draw(sizes: &Sizes, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    legend(sizes, sheet);
    let widest = |label: fn(&Span) -> &str| {
        sizes
            .data
            .iter()
            .map(|span| text::width(label(span), em))
            .fold(0.0, f64::max)
    };
    let end_room = widest(|span| &span.from_label).max(widest(|span| &span.to_label)) + em * 0.9;
    let changes = widest(|span| &span.change_label) + em * 0.5;
    let names = sizes.data.iter().map(|span| span.name.as_str());
    let layout = Layout::new(sheet, changes, names);
    let left = layout.names + end_room;
    let beside = if layout.narrow { 0.0 } else { changes };
    let right = (sheet.size.width - end_room - beside).max(left + em * 4.0);

    let values: Vec<f64> = sizes
        .data
        .iter()
        .flat_map(|span| {
            let from = span.from.or(span.to).unwrap_or(0.0);
            [from, span.to.unwrap_or(from)]
        })
        .collect();
    let known: Vec<f64> = sizes
        .data
        .iter()
        .flat_map(|span| [span.from, span.to])
        .flatten()
        .collect();
    let ruler = spaced(&known, sizes.scale, sizes.axis, right - left, em);
    let frame = frame(
        Area {
            left,
            right,
            top: sheet.top,
            bottom: sheet.top + layout.row * sizes.data.len() as f64,
        },
        &ruler,
        &values,
        em,
    );
    let mut y = sheet.top;
    for (span, ends) in sizes.data.iter().zip(frame.positions.chunks_exact(2)) {
        let &[from, to] = ends else { continue };
        sheet
            .drawing
            .marks
            .push(mark(span, &layout, (from, to), y, sheet.size));
        y += layout.row;
    }
    sheet.drawing.guides.extend(frame.shapes);
    sheet.top = frame.bottom;
}

/// Says what the two dots are, with the dots themselves.
fn legend(sizes: &Sizes, sheet: &mut Sheet<'_>) {
    let size = sheet.size.em * 0.9;
    let middle = sheet.top + size * 0.6;
    let mut x = size * 0.5;
    for (name, paint) in [
        (sizes.from_name, Paint::DotFrom),
        (sizes.to_name, Paint::Dot(Tone::Plain)),
    ] {
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
    sheet.drawing.guides.push(Shape::Text {
        x: sheet.size.width,
        y: baseline(middle, size),
        size,
        anchor: Anchor::End,
        text: sizes.change_name.to_owned(),
        paint: Paint::Legend,
    });
    sheet.top += size * 1.7;
}

fn mark(span: &Span, layout: &Layout, (from, to): (f64, f64), y: f64, size: super::Size) -> Mark {
    let em = size.em;
    let middle = layout.bar_middle;
    let radius = em * 0.42;
    let gap = em * 0.75;
    let forward = to >= from;
    let text_at = |x: f64, anchor, text: &str| Shape::Text {
        x,
        y: baseline(middle, em),
        size: em,
        anchor,
        text: text.to_owned(),
        paint: Paint::Value,
    };
    // Numbers stand outside the two dots, so that near ones do not run into each other.
    let (low, high, low_label, high_label) = if forward {
        (from, to, &span.from_label, &span.to_label)
    } else {
        (to, from, &span.to_label, &span.from_label)
    };
    let seen = |value: Option<f64>| if value.is_some() { radius } else { 0.0 };
    let arrow = if (to - from).abs() > radius * 3.0 && span.to.is_some() {
        let tip = if forward { to - radius } else { to + radius };
        let back = if forward {
            tip - em * 0.45
        } else {
            tip + em * 0.45
        };
        let (above, below) = (middle - em * 0.28, middle + em * 0.28);
        px::path(&[
            ('M', &[back, above]),
            ('L', &[tip, middle]),
            ('L', &[back, below]),
        ])
    } else {
        String::new()
    };
    let change_y = if layout.narrow {
        layout.name_middle
    } else {
        middle
    };
    Mark {
        key: span.key.clone(),
        label: span.detail.clone(),
        x: 0.0,
        y,
        width: size.width,
        height: layout.row,
        shapes: vec![
            Shape::Rect {
                x: low,
                y: middle - 1.0,
                width: high - low,
                height: 2.0,
                paint: Paint::Stem,
            },
            Shape::Path {
                data: arrow,
                paint: Paint::Stem,
            },
            Shape::Circle {
                x: from,
                y: middle,
                r: seen(span.from),
                paint: Paint::DotFrom,
            },
            Shape::Circle {
                x: to,
                y: middle,
                r: seen(span.to),
                paint: Paint::Dot(Tone::Plain),
            },
            text_at(low - gap, Anchor::End, low_label),
            text_at(high + gap, Anchor::Start, high_label),
            Shape::Text {
                x: size.width,
                y: baseline(change_y, em),
                size: em,
                anchor: Anchor::End,
                text: span.change_label.clone(),
                paint: Paint::Value,
            },
        ]
        .into_iter()
        .chain(layout.name(&span.name, em))
        .collect(),
    }
}

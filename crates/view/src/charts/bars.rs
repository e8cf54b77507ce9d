//! Bars from zero, dots on a log scale, and gains and losses either side of zero.

use super::rows::{RowLayout, Rows, widest};
use super::scale::ValueScale;
use super::{Anchor, Mark, Paint, Shape, Sheet, Size, baseline, text};
use crate::figures::{Bars, Datum, Scale, Tone};

/// A value other than zero is drawn at least this wide.
const MIN_WIDTH: f64 = 1.5;

pub(super) fn draw(bars: &Bars, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    let layout = layout(bars, sheet);
    let value_room = label_room(&bars.data, em).max(label_room(&bars.domain_extra, em));
    let left = layout.names.max(em * 0.5);
    let right = (sheet.size.width - value_room).max(left + em * 4.0);

    // Three values per row: the start of the bar, its end, and the upper bound of its hedge.
    let all = || bars.data.iter().chain(&bars.domain_extra);
    let values: Vec<f64> = all()
        .flat_map(|datum| {
            let end = datum.value.unwrap_or(0.0);
            [datum.from, end, datum.upper.unwrap_or(end)]
        })
        .collect();
    // A bar on a log scale cannot start at zero, so its start is not part of the domain.
    let domain: Vec<f64> = match bars.scale {
        Scale::Linear => values.clone(),
        Scale::Log => all()
            .flat_map(|datum| [datum.value, datum.upper])
            .flatten()
            .collect(),
    };
    let scale = ValueScale::fitted(&domain, bars.scale, bars.ticks, right - left, em);
    let left = left.max(scale.overhang(em * 0.82));
    let rows = Rows::new(
        sheet,
        layout,
        (left, right),
        bars.data.len(),
        &scale,
        &values,
    );
    let positions = rows.positions().chunks_exact(3);
    for (index, (datum, ends)) in bars.data.iter().zip(positions).enumerate() {
        let &[from, to, upper] = ends else { continue };
        let ends = match (bars.scale, datum.value) {
            (_, None) => (left, left, left),
            (Scale::Linear, _) => (from, to, upper),
            (Scale::Log, _) => (left, to, upper),
        };
        let mark = bar(datum, bars.scale, &rows, (index, ends), sheet.size);
        sheet.drawing.marks.push(mark);
    }
    rows.finish(sheet);
}

fn layout(bars: &Bars, sheet: &Sheet<'_>) -> RowLayout {
    let names = bars.data.iter().map(|datum| datum.name.as_str());
    RowLayout::new(sheet, 0.0, names)
}

/// The width needed beside the longest bar.
fn label_room(data: &[Datum], em: f64) -> f64 {
    widest(data.iter().map(|datum| datum.label.as_str()), em) + em
}

/// Draws one row. The bar and the texts come first: they exist under every choice, so that a change
/// of choice moves them. Hedge and dot are added only if visible, since invisible shapes cost
/// a browser time too.
fn bar(
    datum: &Datum,
    scale: Scale,
    rows: &Rows,
    (index, (from, to, upper)): (usize, (f64, f64, f64)),
    size: Size,
) -> Mark {
    let em = size.em;
    let middle = rows.layout.bar_middle;
    let (thickness, radius) = match scale {
        Scale::Linear => (em * 1.1, 0.0),
        Scale::Log => (2.0, em * 0.4),
    };
    let rect = |x: f64, end: f64, height: f64, paint| Shape::Rect {
        x,
        y: middle - height / 2.0,
        width: (end - x).max(0.0),
        height,
        paint,
    };
    let to = match datum.value {
        Some(value) if value > datum.from => to.max(from + MIN_WIDTH),
        _ => to,
    };
    // A label that does not fit beyond its bar ends at the edge, over the bar, rather than being
    // cut off. It is bold, and bold text is wider than the estimate.
    let beyond = upper.max(to) + em * 0.4 + radius;
    let label_width = text::width(&datum.label, em) * 1.2;
    let fits = beyond + label_width <= size.width;
    // Large text on a phone: a label that is wider than the figure is set smaller.
    let label_size = em * (size.width / label_width.max(1.0)).min(1.0);
    let (x, anchor) = if fits {
        (beyond, Anchor::Start)
    } else {
        (size.width, Anchor::End)
    };
    let mut shapes = vec![
        rect(from, to, thickness, Paint::Bar(datum.tone)),
        value_label(datum, (x, middle), anchor, label_size),
    ];
    shapes.append(&mut rows.layout.name(&datum.name, em));
    if upper > to {
        shapes.push(rect(to, upper, thickness.max(em * 0.5), Paint::Hedge));
    }
    if datum.value.is_some() && radius > 0.0 {
        shapes.push(Shape::Circle {
            x: to,
            y: middle,
            r: radius,
            paint: Paint::Dot(datum.tone),
        });
    }
    rows.mark(index, size.width, (&datum.key, &datum.detail), shapes)
}

fn value_label(datum: &Datum, (x, middle): (f64, f64), anchor: Anchor, em: f64) -> Shape {
    Shape::Text {
        x,
        y: baseline(middle, em),
        size: em,
        anchor,
        text: datum.label.clone(),
        paint: Paint::Value,
    }
}

/// Draws gains to the right of zero and losses to its left.
pub(super) fn draw_changes(bars: &Bars, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    let layout = layout(bars, sheet);
    let value_room = label_room(&bars.data, em);
    let left = layout.names.max(0.0) + value_room;
    let right = (sheet.size.width - value_room).max(left + em * 4.0);
    let values: Vec<f64> = bars
        .data
        .iter()
        .flat_map(|datum| [0.0, datum.value.unwrap_or(0.0)])
        .collect();
    let scale = ValueScale::fitted(&values, bars.scale, bars.ticks, right - left, em);
    let (top, height) = (sheet.top, layout.row * bars.data.len() as f64);
    let rows = Rows::new(
        sheet,
        layout,
        (left, right),
        bars.data.len(),
        &scale,
        &values,
    );
    let positions = rows.positions().chunks_exact(2);
    for (index, (datum, ends)) in bars.data.iter().zip(positions).enumerate() {
        let &[zero, end] = ends else { continue };
        let mark = change(datum, &rows, (index, zero, end), sheet.size);
        sheet.drawing.marks.push(mark);
    }
    if let Some(zero) = rows.positions().first() {
        sheet.drawing.guides.push(Shape::Line {
            from: (*zero, top),
            to: (*zero, top + height),
            paint: Paint::Axis,
        });
    }
    rows.finish(sheet);
}

fn change(datum: &Datum, rows: &Rows, (index, zero, end): (usize, f64, f64), size: Size) -> Mark {
    let em = size.em;
    let middle = rows.layout.bar_middle;
    let is_loss = datum.value.is_some_and(|value| value < 0.0);
    let gap = em * 0.4;
    let (x, anchor) = if is_loss {
        (end - gap, Anchor::End)
    } else {
        (end + gap, Anchor::Start)
    };
    let min_width = match datum.value {
        Some(value) if value != 0.0 => MIN_WIDTH,
        _ => 0.0,
    };
    let width = (end - zero).abs().max(min_width);
    let tone = if datum.value.is_some() {
        datum.tone
    } else {
        Tone::Muted
    };
    let mut shapes = vec![
        Shape::Rect {
            x: if is_loss { zero - width } else { zero },
            y: middle - em * 0.55,
            width,
            height: em * 1.1,
            paint: Paint::Bar(tone),
        },
        value_label(datum, (x, middle), anchor, em),
    ];
    shapes.append(&mut rows.layout.name(&datum.name, em));
    rows.mark(index, size.width, (&datum.key, &datum.detail), shapes)
}

//! Bars from zero, dots on a log scale, and gains and losses either side of zero.

use super::frame::{Area, frame};
use super::ruler::Ruler;
use super::{Anchor, Mark, Paint, Shape, Sheet, baseline, text};
use crate::figures::{Bars, Datum, Scale, Tone};

/// The most lines that a name may take before it is cut.
const NAME_LINES: usize = 2;

/// Where names, rows and values go.
pub(super) struct Layout {
    pub narrow: bool,
    /// From a row's top: the middle of the first line beside or above the bar, and of the bar.
    pub name_middle: f64,
    pub bar_middle: f64,
    pub row: f64,
    /// The room for names beside the bars; zero where they stand above.
    pub names: f64,
    /// The width that a name may take, and how many lines every row has for it.
    name_room: f64,
    lines: usize,
}

impl Layout {
    /// For rows of these names; above the bars, `beside` is kept free at the right of a name.
    pub fn new<'a>(
        sheet: &Sheet<'_>,
        beside: f64,
        names: impl Iterator<Item = &'a str> + Clone,
    ) -> Layout {
        let (em, width) = (sheet.size.em, sheet.size.width);
        let narrow = sheet.size.is_narrow();
        let widest = names
            .clone()
            .map(|name| text::width(name, em))
            .fold(0.0, f64::max);
        let name_room = if narrow {
            width - beside
        } else {
            widest.min(width * 0.36)
        };
        let lines = names
            .map(|name| text::lines(name, em, name_room).len())
            .fold(1, usize::max)
            .min(NAME_LINES);
        let more = (lines - 1) as f64 * em * 1.25;
        if narrow {
            Layout {
                narrow,
                name_middle: em * 0.9,
                bar_middle: em * 2.2 + more,
                row: (em * 3.2).max(48.0) + more,
                names: 0.0,
                name_room,
                lines,
            }
        } else {
            let row = (em * 2.4 + more).max(44.0);
            Layout {
                narrow,
                name_middle: row / 2.0,
                bar_middle: row / 2.0,
                row,
                names: name_room + em,
                name_room,
                lines,
            }
        }
    }

    /// The name of a row, a text for each of its lines and no fewer than any other row has, so
    /// that a change of order only moves them.
    pub fn name(&self, name: &str, em: f64) -> Vec<Shape> {
        let (x, anchor) = if self.narrow {
            (0.0, Anchor::Start)
        } else {
            (self.name_room + em * 0.25, Anchor::End)
        };
        let mut lines = text::lines(name, em, self.name_room);
        if lines.len() > self.lines {
            let rest: String = lines.drain(self.lines - 1..).collect();
            lines.push(text::fit(&rest, em, self.name_room));
        }
        // Beside the bar, fewer lines than the row has room for stand in its middle.
        let above = match self.narrow {
            true => 0.0,
            false => lines.len().saturating_sub(1) as f64 * em * 0.625,
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

/// As many ticks as fit without touching.
pub(super) fn ruler(values: &[f64], bars: &Bars, room: f64, em: f64) -> Ruler {
    spaced(values, bars.scale, bars.axis, room, em)
}

pub(super) fn spaced(
    values: &[f64],
    scale: Scale,
    axis: crate::figures::Axis,
    room: f64,
    em: f64,
) -> Ruler {
    let mut most = 8;
    loop {
        let ruler = Ruler::new(values, scale, axis, most);
        let fits = ruler.every(room, em * 0.82) == 1;
        if fits || most <= 2 {
            return ruler;
        }
        most -= 1;
    }
}

pub(super) fn draw(bars: &Bars, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    let layout = Layout::new(
        sheet,
        0.0,
        bars.data.iter().map(|datum| datum.name.as_str()),
    );
    let value_room = widest_label(&bars.data, em).max(widest_label(&bars.beside, em));
    let left = layout.names.max(em * 0.5);
    let right = (sheet.size.width - value_room).max(left + em * 4.0);

    // Three values a row: where the bar begins, where it ends, and how far its hedge reaches.
    let all = || bars.data.iter().chain(&bars.beside);
    let values: Vec<f64> = all()
        .flat_map(|datum| {
            let end = datum.value.unwrap_or(0.0);
            [datum.from, end, datum.high.unwrap_or(end)]
        })
        .collect();
    // On a log scale a bar has no zero to begin at, so its beginning is no value of the domain.
    let domain: Vec<f64> = match bars.scale {
        Scale::Linear => values.clone(),
        Scale::Log => all()
            .flat_map(|datum| [datum.value, datum.high])
            .flatten()
            .collect(),
    };
    let ruler = ruler(&domain, bars, right - left, em);
    let left = left.max(ruler.overhang(em * 0.82));
    let height = layout.row * bars.data.len() as f64;
    let frame = frame(
        Area {
            left,
            right,
            top: sheet.top,
            bottom: sheet.top + height,
        },
        &ruler,
        &values,
        em,
    );
    let mut y = sheet.top;
    for (datum, ends) in bars.data.iter().zip(frame.positions.chunks_exact(3)) {
        let &[from, to, high] = ends else { continue };
        let (from, to, high) = match (bars.scale, datum.value) {
            (_, None) => (left, left, left),
            (Scale::Linear, _) => (from, to, high),
            (Scale::Log, _) => (left, to, high),
        };
        sheet.drawing.marks.push(bar(
            datum,
            bars.scale,
            &layout,
            (from, to, high),
            y,
            sheet.size,
        ));
        y += layout.row;
    }
    sheet.drawing.guides.extend(frame.shapes);
    sheet.top = frame.bottom;
}

fn widest_label(data: &[Datum], em: f64) -> f64 {
    data.iter()
        .map(|datum| text::width(&datum.label, em))
        .fold(0.0, f64::max)
        + em
}

/// First the bar and the words, which are there whatever is chosen, so that a change of choice moves
/// them; then what only some have, since what cannot be seen still takes a browser's time.
fn bar(
    datum: &Datum,
    scale: Scale,
    layout: &Layout,
    (from, to, high): (f64, f64, f64),
    y: f64,
    size: super::Size,
) -> Mark {
    let em = size.em;
    let middle = layout.bar_middle;
    let (thick, radius) = match scale {
        Scale::Linear => (em * 1.1, 0.0),
        Scale::Log => (2.0, em * 0.4),
    };
    let dot = if datum.value.is_some() { radius } else { 0.0 };
    let rect = |x: f64, end: f64, height: f64, paint| Shape::Rect {
        x,
        y: middle - height / 2.0,
        width: (end - x).max(0.0),
        height,
        paint,
    };
    // A number above zero never vanishes for being small.
    let to = match datum.value {
        Some(value) if value > datum.from => to.max(from + 1.5),
        _ => to,
    };
    // Where a number has no room beyond its bar it ends at the edge, over the bar and not cut off.
    // Its letters are bold, and bold is wider than the estimate.
    let beyond = high.max(to) + em * 0.4 + radius;
    let fits = beyond + text::width(&datum.label, em) * 1.2 <= size.width;
    let (value_x, value_anchor) = if fits {
        (beyond, Anchor::Start)
    } else {
        (size.width, Anchor::End)
    };
    let mut shapes = vec![
        rect(from, to, thick, Paint::Bar(datum.tone)),
        Shape::Text {
            x: value_x,
            y: baseline(middle, em),
            size: em,
            anchor: value_anchor,
            text: datum.label.clone(),
            paint: Paint::Value,
        },
    ];
    shapes.append(&mut layout.name(&datum.name, em));
    if high > to {
        shapes.push(rect(to, high, thick.max(em * 0.5), Paint::Hedge));
    }
    if dot > 0.0 {
        shapes.push(Shape::Circle {
            x: to,
            y: middle,
            r: dot,
            paint: Paint::Dot(datum.tone),
        });
    }
    Mark {
        key: datum.key.clone(),
        label: datum.detail.clone(),
        x: 0.0,
        y,
        width: size.width,
        height: layout.row,
        shapes,
    }
}

pub(super) fn draw_changes(bars: &Bars, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    let layout = Layout::new(
        sheet,
        0.0,
        bars.data.iter().map(|datum| datum.name.as_str()),
    );
    let value_room = widest_label(&bars.data, em);
    let left = layout.names.max(0.0) + value_room;
    let right = (sheet.size.width - value_room).max(left + em * 4.0);
    let values: Vec<f64> = bars
        .data
        .iter()
        .flat_map(|datum| [0.0, datum.value.unwrap_or(0.0)])
        .collect();
    let ruler = ruler(&values, bars, right - left, em);
    let frame = frame(
        Area {
            left,
            right,
            top: sheet.top,
            bottom: sheet.top + layout.row * bars.data.len() as f64,
        },
        &ruler,
        &values,
        em,
    );
    let mut y = sheet.top;
    for (datum, ends) in bars.data.iter().zip(frame.positions.chunks_exact(2)) {
        let &[zero, end] = ends else { continue };
        let is_loss = datum.value.is_some_and(|value| value < 0.0);
        let gap = em * 0.4;
        let (x, anchor) = if is_loss {
            (end - gap, Anchor::End)
        } else {
            (end + gap, Anchor::Start)
        };
        let visible = if datum.value.is_some_and(|value| value != 0.0) {
            1.5
        } else {
            0.0
        };
        let width = (end - zero).abs().max(visible);
        sheet.drawing.marks.push(Mark {
            key: datum.key.clone(),
            label: datum.detail.clone(),
            x: 0.0,
            y,
            width: sheet.size.width,
            height: layout.row,
            shapes: vec![
                Shape::Rect {
                    x: if is_loss { zero - width } else { zero },
                    y: layout.bar_middle - em * 0.55,
                    width,
                    height: em * 1.1,
                    paint: Paint::Bar(if datum.value.is_some() {
                        datum.tone
                    } else {
                        Tone::Muted
                    }),
                },
                Shape::Text {
                    x,
                    y: baseline(layout.bar_middle, em),
                    size: em,
                    anchor,
                    text: datum.label.clone(),
                    paint: Paint::Value,
                },
            ]
            .into_iter()
            .chain(layout.name(&datum.name, em))
            .collect(),
        });
        y += layout.row;
    }
    // The line that gains and losses stand on.
    if let Some(zero) = frame.positions.first() {
        sheet.drawing.guides.push(Shape::Line {
            from: (*zero, sheet.top),
            to: (*zero, y),
            paint: Paint::Axis,
        });
    }
    sheet.drawing.guides.extend(frame.shapes);
    sheet.top = frame.bottom;
}

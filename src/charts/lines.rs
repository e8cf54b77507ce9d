//! Lines over years: one chart of several, or several charts on one scale.

use super::px::path;
use super::ruler::Ruler;
use super::{Anchor, Drawing, Mark, Paint, Shape, Size, baseline, text};
use crate::figures::{Line, LinePoint, Lines};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordi32;

/// plotters rounds to whole pixels, so it counts in these.
const FINER: f64 = 10.0;
/// What answers to a finger.
const TARGET: f64 = 28.0;
/// As many as the style sheet has colours; with the four shapes twelve lines differ.
const LINES: [&str; 6] = [
    "line l0", "line l1", "line l2", "line l3", "line l4", "line l5",
];
const ENDS: [&str; 6] = ["end l0", "end l1", "end l2", "end l3", "end l4", "end l5"];

/// All lines in one chart. Without a number it is an empty drawing.
pub fn lines(figure: &Lines, size: Size) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let values = values(std::slice::from_ref(figure));
    if values.is_empty() {
        return drawing;
    }
    let ruler = Ruler::new(&values, figure.scale, figure.axis, 6);
    let names = if figure.lines.len() > 1 {
        Names::Shown
    } else {
        Names::None
    };
    let room = Room {
        left: 0.0,
        top: 0.0,
        width: size.width,
        height: (size.width * 0.45).clamp(size.em * 12.0, size.em * 22.0),
    };
    drawing.height = chart(figure, &ruler, room, size.em, names, &mut drawing) + size.em * 0.5;
    drawing
}

/// A small chart each, all on one scale, so that their heights can be compared.
pub fn multiples(figures: &[Lines], size: Size) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let values = values(figures);
    let Some(first) = figures.first().filter(|_| !values.is_empty()) else {
        return drawing;
    };
    let ruler = Ruler::new(&values, first.scale, first.axis, 4);
    let gap = size.em * 1.5;
    let most = (size.width / (size.em * 15.0)).floor().clamp(1.0, 4.0);
    let columns = (most as usize).min(figures.len()).max(1);
    let width = (size.width - gap * (columns as f64 - 1.0)) / columns as f64;
    let mut top = 0.0;
    for row in figures.chunks(columns) {
        let mut bottom: f64 = top;
        for (column, figure) in row.iter().enumerate() {
            let room = Room {
                left: column as f64 * (width + gap),
                top,
                width,
                height: size.em * 8.0,
            };
            bottom = bottom.max(chart(
                figure,
                &ruler,
                room,
                size.em,
                Names::None,
                &mut drawing,
            ));
        }
        top = bottom + size.em;
    }
    drawing.height = top;
    drawing
}

fn values(figures: &[Lines]) -> Vec<f64> {
    let lines = figures.iter().flat_map(|figure| &figure.lines);
    lines
        .flat_map(|line| line.points.iter().map(|point| point.value))
        .filter(|value| value.is_finite())
        .collect()
}

#[derive(Clone, Copy)]
struct Room {
    left: f64,
    top: f64,
    width: f64,
    /// Of the plot, without what stands above and below it.
    height: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Names {
    None,
    Shown,
}

/// One chart; gives its bottom.
fn chart(
    figure: &Lines,
    ruler: &Ruler,
    room: Room,
    em: f64,
    names: Names,
    drawing: &mut Drawing,
) -> f64 {
    let small = em * 0.82;
    let mut top = room.top;
    let mut write = |text: String, x: f64, y: f64, anchor: Anchor, paint: Paint| {
        drawing.guides.push(Shape::Text {
            x,
            y,
            size: small,
            anchor,
            text,
            paint,
        });
    };
    for line in text::lines(&figure.caption, small * 1.12, room.width) {
        write(
            line,
            room.left,
            top + small * 1.2,
            Anchor::Start,
            Paint::Caption,
        );
        top += small * 1.5;
    }
    if names == Names::Shown {
        top = legend(figure, room, top, em, drawing);
    }
    let mut write = |text: String, x: f64, y: f64, anchor: Anchor, paint: Paint| {
        drawing.guides.push(Shape::Text {
            x,
            y,
            size: small,
            anchor,
            text,
            paint,
        });
    };
    // What the numbers are, at the axis; the words at a change of the form, over it.
    write(
        figure.unit.clone(),
        room.left,
        top + small * 1.1,
        Anchor::Start,
        Paint::Tick,
    );
    top += small * 1.7;
    let has_breaks = !figure.breaks.is_empty() && !figure.break_label.is_empty();
    let breaks_at = top + small;
    if has_breaks {
        top += small * 1.5;
    }
    let widest = ruler.widest(small);
    let radius = em * 0.3;
    let area = Area {
        left: room.left + widest + em * 0.5,
        right: room.left + room.width - TARGET / 2.0,
        top: top + radius + em * 0.8,
        bottom: top + room.height,
    };
    let (first, last) = (
        i32::from(*figure.years.start()),
        i32::from(*figure.years.end()),
    );
    let fine = |length: f64| (length * FINER).round() as i32;
    let inset = TARGET / 2.0;
    let coordinates = Cartesian2d::<RangedCoordi32, Ruler>::new(
        first..last.max(first.saturating_add(1)),
        ruler.clone(),
        (
            fine(area.left + inset)..fine(area.right - inset),
            fine(area.bottom)..fine(area.top),
        ),
    );
    let coarse = |(x, y): (i32, i32)| (f64::from(x) / FINER, f64::from(y) / FINER);
    let at = |year: u16, value: f64| coarse(coordinates.translate(&(i32::from(year), value)));
    let drawn: Result<(), ()> = coordinates.draw_mesh(BoldPoints(0), BoldPoints(32), |line| {
        if let MeshLine::YMesh(from, _, value) = line {
            let y = coarse(from).1;
            drawing.guides.push(Shape::Line {
                from: (area.left, y),
                to: (area.right, y),
                paint: Paint::Grid,
            });
            drawing.guides.push(Shape::Text {
                x: area.left - em * 0.4,
                y: baseline(y, small),
                size: small,
                anchor: Anchor::End,
                text: ruler.label(*value),
                paint: Paint::Tick,
            });
        }
        Ok(())
    });
    debug_assert!(drawn.is_ok());
    let step = at(figure.years.start().saturating_add(1), 0.0).0 - at(*figure.years.start(), 0.0).0;
    // Every so many years, counted from the last, which is what most readers look for.
    let wide = text::width("2024", small) + small * 0.6;
    let every = ((wide / step.max(1.0)).ceil() as u16).max(1);
    for year in figure.years.clone() {
        if figure
            .years
            .end()
            .saturating_sub(year)
            .is_multiple_of(every)
        {
            drawing.guides.push(Shape::Text {
                x: at(year, 0.0).0,
                y: area.bottom + small * 1.4,
                size: small,
                anchor: Anchor::Middle,
                text: year.to_string(),
                paint: Paint::Tick,
            });
        }
    }
    drawing.guides.push(Shape::Line {
        from: (area.left, area.bottom),
        to: (area.right, area.bottom),
        paint: Paint::Axis,
    });
    for (index, year) in figure.breaks.iter().enumerate() {
        let x = at(*year, 0.0).0 - step / 2.0;
        drawing.guides.push(Shape::Line {
            from: (x, breaks_at + small * 0.3),
            to: (x, area.bottom),
            paint: Paint::Named("break"),
        });
        if has_breaks && index == 0 {
            let half = text::width(&figure.break_label, small) / 2.0;
            let room_right = room.left + room.width;
            let x = x.min(room_right - half).max(room.left + half);
            let label = text::fit(&figure.break_label, small, room.width);
            drawing.guides.push(Shape::Text {
                x,
                y: breaks_at,
                size: small,
                anchor: Anchor::Middle,
                text: label,
                paint: Paint::Tick,
            });
        }
    }
    for (index, line) in figure.lines.iter().enumerate() {
        series(line, index, &at, drawing);
    }
    // One line alone has room for its numbers.
    let is_alone = figure.lines.len() == 1;
    for (index, line) in figure.lines.iter().enumerate() {
        let shown = line
            .points
            .iter()
            .map(|point| text::width(&point.shown, small));
        let has_room = is_alone && shown.fold(0.0, f64::max) + small * 0.4 <= step;
        for point in line.points.iter().filter(|point| point.value.is_finite()) {
            let label = has_room.then_some(small);
            drawing.marks.push(mark(
                point,
                index,
                at(point.year, point.value),
                radius,
                label,
                (room.left, room.left + room.width),
            ));
        }
    }
    area.bottom + small * 1.9
}

struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Marker and name of each line, as many side by side as there is room for.
fn legend(figure: &Lines, room: Room, top: f64, em: f64, drawing: &mut Drawing) -> f64 {
    let small = em * 0.88;
    let height = small * 1.6;
    let (mut x, mut top) = (room.left, top);
    for (index, line) in figure.lines.iter().enumerate() {
        let most = room.width - em * 1.4;
        let name = text::fit(&line.name, small, most);
        let wide = em * 1.4 + text::width(&name, small) + em;
        if x > room.left && x + wide - em > room.left + room.width {
            x = room.left;
            top += height;
        }
        let middle = top + height / 2.0;
        drawing.guides.push(Shape::Path {
            data: marker(index, x + em * 0.5, middle, em * 0.32),
            paint: Paint::Named(end(index)),
        });
        drawing.guides.push(Shape::Text {
            x: x + em * 1.2,
            y: baseline(middle, small),
            size: small,
            anchor: Anchor::Start,
            text: name,
            paint: Paint::Legend,
        });
        x += wide;
    }
    top + height + em * 0.3
}

fn end(index: usize) -> &'static str {
    ENDS.get(index % ENDS.len()).copied().unwrap_or_default()
}

/// The joined pieces of a line, each one path.
fn series(line: &Line, index: usize, at: &dyn Fn(u16, f64) -> (f64, f64), drawing: &mut Drawing) {
    let paint = Paint::Named(LINES.get(index % LINES.len()).copied().unwrap_or_default());
    let mut steps: Vec<(char, [f64; 2])> = Vec::new();
    let mut is_open = false;
    for point in &line.points {
        if !point.value.is_finite() {
            is_open = false;
            continue;
        }
        let (x, y) = at(point.year, point.value);
        let command = if point.is_joined && is_open { 'L' } else { 'M' };
        steps.push((command, [x, y]));
        is_open = true;
    }
    let steps: Vec<(char, &[f64])> = steps
        .iter()
        .map(|(command, at)| (*command, at as &[f64]))
        .collect();
    if steps.iter().any(|(command, _)| *command == 'L') {
        drawing.guides.push(Shape::Path {
            data: path(&steps),
            paint,
        });
    }
}

fn mark(
    point: &LinePoint,
    index: usize,
    (x, y): (f64, f64),
    radius: f64,
    label: Option<f64>,
    (left, right): (f64, f64),
) -> Mark {
    let half = TARGET / 2.0;
    let mut shapes = vec![Shape::Path {
        data: marker(index, half, half, radius),
        paint: Paint::Named(end(index)),
    }];
    if let Some(size) = label {
        // A number at the rim moves inwards.
        let wide = text::width(&point.shown, size) / 2.0;
        let middle = x.min(right - wide).max(left + wide);
        shapes.push(Shape::Text {
            x: middle - x + half,
            y: half - radius - size * 0.4,
            size,
            anchor: Anchor::Middle,
            text: point.shown.clone(),
            paint: Paint::Value,
        });
    }
    Mark {
        key: point.key.clone(),
        label: point.label.clone(),
        x: x - half,
        y: y - half,
        width: TARGET,
        height: TARGET,
        shapes,
    }
}

/// A circle, a square, a triangle or a diamond, so that lines differ without their colour.
fn marker(index: usize, x: f64, y: f64, r: f64) -> String {
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

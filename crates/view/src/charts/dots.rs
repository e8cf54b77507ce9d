//! Every place a dot on one scale: equal and nearly equal numbers stand on each other.

use super::px::push;
use super::ruler::Ruler;
use super::{Anchor, Drawing, Mark, Paint, Shape, Size, text};
use crate::figures::Dots;
use plotters::coord::ranged1d::Ranged;
use std::cmp::Ordering;

/// plotters rounds to whole pixels, so it counts in these.
const FINER: f64 = 10.0;
/// Of a dot, in pixels.
const RADIUS: f64 = 2.4;
/// How high the highest stack may be; where it would be higher, dots overlap.
const HIGHEST: f64 = 170.0;
/// How far from a dot it still answers.
const REACH: f64 = 24.0;
const TARGET: f64 = 28.0;

/// A distribution as a drawing, and where each of its dots stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// Of the marks only those that are named; all others are one path.
    pub drawing: Drawing,
    /// The centre of each value's dot, in the order of the values.
    pub at: Vec<(f64, f64)>,
    pub radius: f64,
}

impl Strip {
    /// The value whose dot is next to a point; `None` where all are far away.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let mut best = (REACH * REACH, None);
        for (index, dot) in self.at.iter().enumerate() {
            let distance = (dot.0 - x) * (dot.0 - x) + (dot.1 - y) * (dot.1 - y);
            if distance < best.0 {
                best = (distance, Some(index));
            }
        }
        best.1
    }
}

/// Without a number it is an empty drawing.
pub fn dots(figure: &Dots, size: Size) -> Strip {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let radius = RADIUS * size.em / 16.0;
    if !figure.values.iter().any(|value| value.is_finite()) {
        return Strip {
            drawing,
            at: Vec::new(),
            radius,
        };
    }
    let small = size.em * 0.82;
    let ruler = Ruler::new(
        &figure.values,
        figure.scale,
        figure.axis,
        (size.width / (size.em * 6.0)) as usize,
    );
    // The first and the last label stand half beyond the axis.
    let overhang = (ruler.widest(small) / 2.0).max(TARGET / 2.0);
    let left = overhang.min(size.width / 4.0);
    let right = size.width - left;
    let map = |value: f64| {
        let limits = ((left * FINER) as i32, (right * FINER) as i32);
        f64::from(ruler.map(&value, limits)) / FINER
    };

    // Stacks first: how high they are decides how close the dots stand.
    let wide = radius * 2.0;
    let bins = ((size.width / wide).ceil() as usize).saturating_add(2);
    let mut heights = vec![0_usize; bins];
    let levels: Vec<(f64, usize)> = figure
        .values
        .iter()
        .map(|value| {
            // In the middle of its bin, or dots of neighbouring bins would hide each other.
            let bin = ((map(*value) - left) / wide).round().max(0.0);
            let x = (left + bin * wide).min(right);
            let bin = bin as usize;
            let level = heights.get_mut(bin).map_or(0, |height| {
                *height = height.saturating_add(1);
                height.saturating_sub(1)
            });
            (x, level)
        })
        .collect();
    let highest = heights.into_iter().max().unwrap_or(1).max(1);
    let step = wide.min(HIGHEST / highest as f64);
    let stack = (step * highest as f64).max(size.em * 2.0);

    let (quartiles, quartile_height) = spread_out(
        &figure
            .quartiles
            .iter()
            .map(|(value, label)| (map(*value), label.clone()))
            .collect::<Vec<_>>(),
        small,
        size.width,
    );
    let named = || figure.named.iter().filter(|dot| dot.at < levels.len());
    // A name too long leaves room for its number, which nothing cuts.
    let widest = named()
        .map(|dot| text::width(&dot.shown, small))
        .fold(0.0, f64::max);
    let all: Vec<&str> = named().map(|dot| dot.name.as_str()).collect();
    let short = text::names(&all, small, size.width - widest - small * 1.5);
    let names: Vec<(f64, String)> = named()
        .zip(short)
        .filter_map(|(dot, name)| {
            let words = [&name, " ", &dot.shown].concat();
            Some((levels.get(dot.at)?.0, words))
        })
        .collect();
    let (names, name_height) = flags(&names, small, size.width);
    let bottom = name_height + quartile_height + size.em * 0.6 + stack;

    let mut data = String::with_capacity(figure.values.len().saturating_mul(14));
    let mut at = Vec::with_capacity(levels.len());
    for (x, level) in &levels {
        let y = bottom - radius - 1.0 - step * *level as f64;
        at.push((*x, y));
        // A step of no length with round ends: the style sheet makes it as wide as a dot.
        data.push('M');
        push(&mut data, *x);
        data.push(' ');
        push(&mut data, y);
        data.push_str("h0");
    }

    let axis_bottom = axis(
        &ruler,
        &map,
        (left, right),
        (name_height + quartile_height, bottom),
        size,
        &figure.unit,
        &mut drawing,
    );
    let row_bottom = |row: usize| small * 1.5 * (row as f64 + 1.0);
    // All lines first: words stand over lines that pass them.
    for ((value, _), (_, _, row)) in figure.quartiles.iter().zip(&quartiles) {
        let x = map(*value);
        drawing.guides.push(Shape::Line {
            from: (x, name_height + row_bottom(*row) - small * 0.2),
            to: (x, bottom),
            paint: Paint::Named("quartile"),
        });
    }
    for (dot, (_, _, row)) in named().zip(&names) {
        if let Some((x, y)) = at.get(dot.at).copied() {
            drawing.guides.push(Shape::Line {
                from: (x, row_bottom(*row) - small * 0.1),
                to: (x, y),
                paint: Paint::Named("leader"),
            });
        }
    }
    drawing.guides.push(Shape::Path {
        data,
        paint: Paint::Named("dots"),
    });
    for (label, x, row) in quartiles {
        drawing.guides.push(Shape::Text {
            x,
            y: name_height + row_bottom(row) - small * 0.45,
            size: small,
            anchor: Anchor::Middle,
            text: label,
            paint: Paint::Tick,
        });
    }
    for (dot, (label, label_x, row)) in named().zip(names) {
        let Some((x, y)) = at.get(dot.at).copied() else {
            continue;
        };
        let half = TARGET / 2.0;
        let label_y = row_bottom(row) - small * 0.45;
        drawing.marks.push(Mark {
            key: dot.key.clone(),
            label: dot.label.clone(),
            x: x - half,
            y: y - half,
            width: TARGET,
            height: TARGET,
            shapes: vec![
                Shape::Circle {
                    x: half,
                    y: half,
                    r: radius * 1.9,
                    paint: Paint::Named("chosen"),
                },
                Shape::Text {
                    x: label_x - x + half,
                    y: label_y - y + half,
                    size: small,
                    anchor: Anchor::Middle,
                    text: label,
                    paint: Paint::Name,
                },
            ],
        });
    }
    drawing.height = axis_bottom + size.em * 0.3;
    Strip {
        drawing,
        at,
        radius,
    }
}

/// Labels centred at their places, each in the first row where it touches no other; gives each with
/// its middle and its row, and the height of all.
fn spread_out(labels: &[(f64, String)], size: f64, room: f64) -> (Vec<(String, f64, usize)>, f64) {
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let placed = labels.iter().map(|(x, label)| {
        let label = text::fit(label, size, room - size);
        let half = text::width(&label, size) / 2.0 + size * 0.4;
        let middle = x.min(room - half).max(half.min(room / 2.0));
        let (from, to) = (middle - half, middle + half);
        let is_free =
            |row: &Vec<(f64, f64)>| row.iter().all(|(start, end)| to <= *start || from >= *end);
        let row = rows.iter().position(is_free).unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(taken) => taken.push((from, to)),
            None => rows.push(vec![(from, to)]),
        }
        (label, middle, row)
    });
    let placed: Vec<_> = placed.collect();
    (placed, rows.len() as f64 * size * 1.5)
}

/// Labels to the right of the lines that lead down from them, each in the lowest row where no line
/// runs through a label; gives what [`spread_out`] gives. Only at the right end, where labels move
/// inwards, may a line meet one.
fn flags(labels: &[(f64, String)], size: f64, room: f64) -> (Vec<(String, f64, usize)>, f64) {
    let half = |label: &str| text::width(label, size) / 2.0 + size * 0.4;
    let cut = labels
        .iter()
        .map(|(x, label)| (*x, text::fit(label, size, room - size)));
    let mut placed: Vec<(String, f64, usize)> = cut
        .map(|(x, label)| {
            let half = half(&label);
            let middle = (x + half).min(room - half).max(half.min(room / 2.0));
            (label, middle, 0)
        })
        .collect();
    // From the right: what is further left leads down past the labels that stand there.
    let mut order: Vec<usize> = (0..labels.len()).collect();
    let at = |index: usize| labels.get(index).map_or(0.0, |(x, _)| *x);
    order.sort_by(|one, other| at(*other).total_cmp(&at(*one)));
    // From the bottom, each with the line, the left and the right end of its labels.
    let mut rows: Vec<Vec<(f64, f64, f64)>> = Vec::new();
    for index in order {
        let Some((label, middle, row)) = placed.get_mut(index) else {
            continue;
        };
        let (line, half) = (at(index), half(label));
        let (from, to) = (*middle - half, *middle + half);
        let is_clear = |level: usize| {
            let in_row = |(_, start, end): &(f64, f64, f64)| to <= *start || from >= *end;
            let above = |(line, ..): &(f64, f64, f64)| *line <= from || *line >= to;
            let below = |(_, start, end): &(f64, f64, f64)| line <= *start || line >= *end;
            rows.iter()
                .enumerate()
                .all(|(other, labels)| match other.cmp(&level) {
                    Ordering::Less => labels.iter().all(below),
                    Ordering::Equal => labels.iter().all(in_row),
                    Ordering::Greater => labels.iter().all(above),
                })
        };
        *row = (0..rows.len())
            .find(|level| is_clear(*level))
            .unwrap_or(rows.len());
        match rows.get_mut(*row) {
            Some(labels) => labels.push((line, from, to)),
            None => rows.push(vec![(line, from, to)]),
        }
    }
    for (.., row) in &mut placed {
        *row = rows.len().saturating_sub(1).saturating_sub(*row);
    }
    (placed, rows.len() as f64 * size * 1.5)
}

/// Ticks, the line on which the dots stand, and the unit; gives the bottom.
fn axis(
    ruler: &Ruler,
    map: &dyn Fn(f64) -> f64,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    size: Size,
    unit: &str,
    drawing: &mut Drawing,
) -> f64 {
    let small = size.em * 0.82;
    let every = ruler.every(right - left, small);
    for (index, tick) in ruler
        .key_points(plotters::coord::ranged1d::BoldPoints(0))
        .into_iter()
        .enumerate()
    {
        let x = map(tick);
        // Gains and losses part at 0.
        let is_between = tick == 0.0 && index > 0;
        drawing.guides.push(Shape::Line {
            from: (x, top),
            to: (x, bottom),
            paint: if is_between { Paint::Axis } else { Paint::Grid },
        });
        if ruler.is_labelled(index, every) {
            drawing.guides.push(Shape::Text {
                x,
                y: bottom + small * 1.3,
                size: small,
                anchor: Anchor::Middle,
                text: text::fit(&ruler.label(tick), small, left * 2.0),
                paint: Paint::Tick,
            });
        }
    }
    drawing.guides.push(Shape::Line {
        from: (left, bottom),
        to: (right, bottom),
        paint: Paint::Axis,
    });
    let mut below = bottom + small * 1.3;
    for line in text::lines(unit, small, right) {
        below += small * 1.4;
        drawing.guides.push(Shape::Text {
            x: right,
            y: below,
            size: small,
            anchor: Anchor::End,
            text: line,
            paint: Paint::Tick,
        });
    }
    below + small * 0.4
}

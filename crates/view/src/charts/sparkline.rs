//! A measure over the years as one small line, to go into the tile that has its number.

use super::px::path;
use super::{Drawing, Paint, Shape};
use std::ops::RangeInclusive;

/// One year of a small line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SparkPoint {
    pub year: u16,
    pub value: f64,
    /// Whether a line connects the point to the one before.
    pub is_joined: bool,
}

/// The radius of the dot of the year that the tile is about.
const DOT: f64 = 3.0;
/// The radius of a year that no line leads to.
const SINGLE: f64 = 1.5;

/// Draws the years from 0 up, so that a small change looks small. The year of the tile has a dot.
pub fn sparkline(
    points: &[SparkPoint],
    years: RangeInclusive<u16>,
    current: u16,
    (width, height): (f64, f64),
) -> Drawing {
    let mut drawing = Drawing {
        width,
        height,
        ..Drawing::default()
    };
    let is_drawn = |point: &&SparkPoint| point.value.is_finite() && years.contains(&point.year);
    let points: Vec<SparkPoint> = points.iter().filter(is_drawn).copied().collect();
    let most = points
        .iter()
        .fold(0.0, |most: f64, one| most.max(one.value));
    let intervals = f64::from(years.end().saturating_sub(*years.start())).max(1.0);
    let at = |point: &SparkPoint| {
        let x = f64::from(point.year.saturating_sub(*years.start())) / intervals;
        let y = if most > 0.0 {
            (point.value / most).max(0.0)
        } else {
            0.0
        };
        let (wide, high) = (width - DOT * 2.0, height - DOT * 2.0);
        (DOT + x * wide, height - DOT - y * high)
    };
    let mut steps: Vec<(char, [f64; 2])> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let (x, y) = at(point);
        let is_joined = point.is_joined && index > 0;
        steps.push((if is_joined { 'L' } else { 'M' }, [x, y]));
        let next = points.get(index.saturating_add(1));
        let is_single = !is_joined && !next.is_some_and(|next| next.is_joined);
        let r = if point.year == current {
            DOT
        } else if is_single {
            SINGLE
        } else {
            continue;
        };
        drawing.guides.push(Shape::Circle {
            x,
            y,
            r,
            paint: Paint::Named("spark-dot"),
        });
    }
    if steps.iter().any(|(command, _)| *command == 'L') {
        let steps: Vec<(char, &[f64])> = steps
            .iter()
            .map(|(command, point)| (*command, point as &[f64]))
            .collect();
        let line = Shape::Path {
            data: path(&steps),
            paint: Paint::Named("spark"),
        };
        drawing.guides.insert(0, line);
    }
    drawing
}

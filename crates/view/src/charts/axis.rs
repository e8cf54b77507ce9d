//! The value axis of one panel with its grid, laid out by plotters.

use super::scale::ValueScale;
use super::{Anchor, Paint, Shape};
use crate::figures::{Scale, TickFormat};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;

/// plotters rounds to whole pixels, so it is given tenths of pixels.
pub(super) const SUBPIXELS: f64 = 10.0;

/// The rectangle of a plot, without labels.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Area {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }
}

pub(super) fn to_subpixels(length: f64) -> i32 {
    (length * SUBPIXELS).round() as i32
}

pub(super) fn from_subpixels(length: i32) -> f64 {
    f64::from(length) / SUBPIXELS
}

/// A horizontal axis.
pub(super) struct Axis {
    /// Grid lines, tick labels and the axis line.
    pub shapes: Vec<Shape>,
    /// The x position of each value.
    pub positions: Vec<f64>,
    /// Below the tick labels.
    pub bottom: f64,
}

impl Axis {
    pub fn new(area: Area, scale: &ValueScale, values: &[f64], em: f64) -> Axis {
        let size = em * 0.82;
        let point = |(x, y): (i32, i32)| (from_subpixels(x), from_subpixels(y));
        let rows = ValueScale::new(&[1.0], Scale::Linear, TickFormat::Count, 2);
        let coordinates = Cartesian2d::<ValueScale, ValueScale>::new(
            scale.clone(),
            rows,
            (
                to_subpixels(area.left)..to_subpixels(area.right),
                to_subpixels(area.bottom)..to_subpixels(area.top),
            ),
        );
        let mut shapes = Vec::new();
        // Even the fewest ticks may be too close for all of them to have labels.
        let interval = scale.label_interval(area.width(), size);
        let mut index = 0;
        // The scale sets its own ticks; plotters only needs a limit above zero.
        let drawn: Result<(), ()> = coordinates.draw_mesh(BoldPoints(0), BoldPoints(32), |line| {
            if let MeshLine::XMesh(from, to, value) = line {
                let (from, to) = (point(from), point(to));
                shapes.push(Shape::Line {
                    from,
                    to,
                    paint: Paint::Grid,
                });
                if scale.is_labelled(index, interval) {
                    shapes.push(Shape::Text {
                        x: from.0,
                        y: area.bottom + size * 1.25,
                        size,
                        anchor: Anchor::Middle,
                        text: scale.label(*value),
                        paint: Paint::Tick,
                    });
                }
                index += 1;
            }
            Ok(())
        });
        debug_assert!(drawn.is_ok());
        shapes.push(Shape::Line {
            from: (area.left, area.bottom),
            to: (area.right, area.bottom),
            paint: Paint::Axis,
        });
        Axis {
            shapes,
            positions: values
                .iter()
                .map(|value| point(coordinates.translate(&(*value, 0.0))).0)
                .collect(),
            bottom: area.bottom + size * 1.7,
        }
    }
}

//! Axis and grid of one panel, made by plotters, and where a value stands in it.

use super::ruler::Ruler;
use super::{Anchor, Paint, Shape};
use crate::figures::{Axis, Scale};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;

/// plotters rounds to whole pixels, so it counts in these.
const FINER: f64 = 10.0;

/// The room between the first and the last tick, and the height of the rows.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// Grid lines and tick labels, and the x position of each of `values`.
pub(super) struct Frame {
    pub shapes: Vec<Shape>,
    pub positions: Vec<f64>,
    /// Below the tick labels.
    pub bottom: f64,
}

pub(super) fn frame(area: Area, ruler: &Ruler, values: &[f64], em: f64) -> Frame {
    let size = em * 0.82;
    let fine = |length: f64| (length * FINER).round() as i32;
    let coarse = |(x, y): (i32, i32)| (f64::from(x) / FINER, f64::from(y) / FINER);
    let rows = Ruler::new(&[1.0], Scale::Linear, Axis::Count, 2);
    let coordinates = Cartesian2d::<Ruler, Ruler>::new(
        ruler.clone(),
        rows,
        (
            fine(area.left)..fine(area.right),
            fine(area.bottom)..fine(area.top),
        ),
    );
    let mut shapes = Vec::new();
    // Where even the fewest ticks stand too close, only some of them are labelled.
    let every = ruler.every(area.right - area.left, size);
    let mut index = 0;
    // The ruler sets its own ticks; the numbers here only say that there may be some.
    let drawn: Result<(), ()> = coordinates.draw_mesh(BoldPoints(0), BoldPoints(32), |line| {
        if let MeshLine::XMesh(from, to, value) = line {
            let (from, to) = (coarse(from), coarse(to));
            shapes.push(Shape::Line {
                from,
                to,
                paint: Paint::Grid,
            });
            if ruler.is_labelled(index, every) {
                shapes.push(Shape::Text {
                    x: from.0,
                    y: area.bottom + size * 1.25,
                    size,
                    anchor: Anchor::Middle,
                    text: ruler.label(*value),
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
    Frame {
        shapes,
        positions: values
            .iter()
            .map(|value| coarse(coordinates.translate(&(*value, 0.0))).0)
            .collect(),
        bottom: area.bottom + size * 1.7,
    }
}

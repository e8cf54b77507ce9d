//! The axes of a chart of values over years: years from left to right, values from bottom to top.

use super::axis::{Area, from_subpixels, to_subpixels};
use super::scale::ValueScale;
use super::{Anchor, Paint, Shape, baseline, text};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordi32;
use std::ops::RangeInclusive;

pub(super) struct YearAxis {
    coordinates: Cartesian2d<RangedCoordi32, ValueScale>,
    /// The distance between two years, in CSS pixels.
    pub step: f64,
    /// The bottom of the plot, above the labels of the years.
    pub bottom: f64,
}

impl YearAxis {
    /// `inset` keeps the first and the last year off the ends of the axis.
    pub fn new(
        area: Area,
        inset: f64,
        years: &RangeInclusive<u16>,
        scale: &ValueScale,
    ) -> YearAxis {
        let (first, last) = (i32::from(*years.start()), i32::from(*years.end()));
        // A single year is centred.
        let range = if first < last {
            first..last
        } else {
            first - 1..first + 1
        };
        let intervals = f64::from(range.end - range.start);
        YearAxis {
            step: (area.width() - inset * 2.0) / intervals,
            bottom: area.bottom,
            coordinates: Cartesian2d::new(
                range,
                scale.clone(),
                (
                    to_subpixels(area.left + inset)..to_subpixels(area.right - inset),
                    to_subpixels(area.bottom)..to_subpixels(area.top),
                ),
            ),
        }
    }

    /// The position of a value in a year.
    pub fn point(&self, year: u16, value: f64) -> (f64, f64) {
        let (x, y) = self.coordinates.translate(&(i32::from(year), value));
        (from_subpixels(x), from_subpixels(y))
    }

    /// Draws grid lines with their labels, the years and the axis line. `label_room` is the width
    /// available to the labels of values.
    pub fn shapes(
        &self,
        area: Area,
        years: &RangeInclusive<u16>,
        scale: &ValueScale,
        (label_room, em): (f64, f64),
    ) -> Vec<Shape> {
        let size = em * 0.82;
        let mut shapes = Vec::new();
        let tick = |x: f64, y: f64, anchor: Anchor, text: String| Shape::Text {
            x,
            y,
            size,
            anchor,
            text,
            paint: Paint::Tick,
        };
        let drawn: Result<(), ()> =
            self.coordinates
                .draw_mesh(BoldPoints(0), BoldPoints(32), |line| {
                    if let MeshLine::YMesh((_, y), _, value) = line {
                        let y = from_subpixels(y);
                        shapes.push(Shape::Line {
                            from: (area.left, y),
                            to: (area.right, y),
                            paint: Paint::Grid,
                        });
                        shapes.push(tick(
                            area.left - em * 0.4,
                            baseline(y, size),
                            Anchor::End,
                            text::fit(&scale.label(*value), size, label_room),
                        ));
                    }
                    Ok(())
                });
        debug_assert!(drawn.is_ok());
        // Labels that would touch are left out, counted from the last year, which matters most.
        let label_width = text::width("2024", size) + size * 0.6;
        let interval = ((label_width / self.step.max(1.0)).ceil() as u16).max(1);
        let labelled = years
            .clone()
            .filter(|year| years.end().abs_diff(*year).is_multiple_of(interval));
        shapes.extend(labelled.map(|year| {
            tick(
                self.point(year, 0.0).0,
                area.bottom + size * 1.4,
                Anchor::Middle,
                year.to_string(),
            )
        }));
        // The axis line is at 0, which is above the bottom if some values are negative.
        let zero = self.point(*years.start(), 0.0).1;
        let y = if area.bottom - zero < 1.0 {
            area.bottom
        } else {
            zero
        };
        shapes.push(Shape::Line {
            from: (area.left, y),
            to: (area.right, y),
            paint: Paint::Axis,
        });
        shapes
    }
}

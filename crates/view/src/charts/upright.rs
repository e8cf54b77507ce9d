//! Axes and grid of a chart whose values stand upright over years, and where each value stands.

use super::frame::Area;
use super::ruler::Ruler;
use super::{Anchor, Paint, Shape, baseline, text};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordi32;
use std::ops::RangeInclusive;

/// plotters rounds to whole pixels, so it counts in these.
const FINER: f64 = 10.0;

pub(super) struct Upright {
    coordinates: Cartesian2d<RangedCoordi32, Ruler>,
    /// From year to year, in CSS pixels.
    pub step: f64,
    /// Below the years.
    pub bottom: f64,
}

impl Upright {
    /// `inset` keeps the first and the last year off the ends of the axis.
    pub fn new(area: Area, inset: f64, years: &RangeInclusive<u16>, ruler: &Ruler) -> Upright {
        let (first, last) = (i32::from(*years.start()), i32::from(*years.end()));
        // A year alone stands in the middle.
        let range = if first < last {
            first..last
        } else {
            first - 1..first + 1
        };
        let fine = |length: f64| (length * FINER).round() as i32;
        let spans = f64::from(range.end - range.start);
        Upright {
            step: (area.right - area.left - inset * 2.0) / spans,
            bottom: area.bottom,
            coordinates: Cartesian2d::new(
                range,
                ruler.clone(),
                (
                    fine(area.left + inset)..fine(area.right - inset),
                    fine(area.bottom)..fine(area.top),
                ),
            ),
        }
    }

    pub fn at(&self, year: u16, value: f64) -> (f64, f64) {
        let (x, y) = self.coordinates.translate(&(i32::from(year), value));
        (f64::from(x) / FINER, f64::from(y) / FINER)
    }

    /// Grid lines with their labels, and the years. `labels` is the room beside the axis.
    pub fn shapes(
        &self,
        area: Area,
        years: &RangeInclusive<u16>,
        ruler: &Ruler,
        (labels, em): (f64, f64),
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
                        let y = f64::from(y) / FINER;
                        shapes.push(Shape::Line {
                            from: (area.left, y),
                            to: (area.right, y),
                            paint: Paint::Grid,
                        });
                        shapes.push(tick(
                            area.left - em * 0.4,
                            baseline(y, size),
                            Anchor::End,
                            text::fit(&ruler.label(*value), size, labels),
                        ));
                    }
                    Ok(())
                });
        debug_assert!(drawn.is_ok());
        // Every so many years, counted from the last, which is what most readers look for.
        let wide = text::width("2024", size) + size * 0.6;
        let every = ((wide / self.step.max(1.0)).ceil() as u16).max(1);
        let labelled = years
            .clone()
            .filter(|year| years.end().abs_diff(*year).is_multiple_of(every));
        shapes.extend(labelled.map(|year| {
            tick(
                self.at(year, 0.0).0,
                area.bottom + size * 1.4,
                Anchor::Middle,
                year.to_string(),
            )
        }));
        // What rises or falls does so from 0, which losses lift off the bottom.
        let zero = self.at(*years.start(), 0.0).1;
        let at = match area.bottom - zero < 1.0 {
            true => area.bottom,
            false => zero,
        };
        shapes.push(Shape::Line {
            from: (area.left, at),
            to: (area.right, at),
            paint: Paint::Axis,
        });
        shapes
    }
}

//! A distribution as one dot per value: dots of equal and nearly equal values are stacked.

mod labels;

use super::px::push;
use super::scale::ValueScale;
use super::{Anchor, Drawing, Mark, Paint, Shape, Size, axis, text};
use crate::figures::{self, NamedDot};
use labels::LabelRows;
use plotters::coord::ranged1d::{BoldPoints, Ranged};

/// The radius of a dot, in pixels, at 16 px text.
const RADIUS: f64 = 2.4;
/// The greatest height of a stack; dots of higher ones overlap.
const MAX_STACK: f64 = 170.0;
/// The greatest distance from a dot at which it is still the nearest.
const MAX_DISTANCE: f64 = 24.0;
/// The width and height of a named dot's mark.
const TARGET: f64 = 28.0;

/// A dot plot, and the position of each of its dots.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotPlotDrawing {
    /// Only named dots are marks; all others are one path.
    pub drawing: Drawing,
    /// The centre of each value's dot, in the order of the values.
    pub centers: Vec<(f64, f64)>,
    pub radius: f64,
}

impl DotPlotDrawing {
    /// The index of the value whose dot is nearest to a point; `None` if all are far away.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let mut best = (MAX_DISTANCE * MAX_DISTANCE, None);
        for (index, dot) in self.centers.iter().enumerate() {
            let distance = (dot.0 - x) * (dot.0 - x) + (dot.1 - y) * (dot.1 - y);
            if distance < best.0 {
                best = (distance, Some(index));
            }
        }
        best.1
    }
}

/// Draws a distribution; an empty drawing if it has no number.
pub fn dot_plot(figure: &figures::DotPlot, size: Size) -> DotPlotDrawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let radius = RADIUS * size.em / 16.0;
    if !figure.values.iter().any(|value| value.is_finite()) {
        return DotPlotDrawing {
            drawing,
            centers: Vec::new(),
            radius,
        };
    }
    let plot = Layout::new(figure, size, radius);
    let centers = plot.centers();
    let axis_bottom = plot.axis(&mut drawing);
    // Lines come first, so that texts are drawn over them.
    plot.lines(&centers, &mut drawing);
    drawing.guides.push(Shape::Path {
        data: dots_path(&centers),
        paint: Paint::Named("dots"),
    });
    plot.quartile_labels(&mut drawing);
    plot.marks(&centers, &mut drawing);
    drawing.height = axis_bottom + size.em * 0.3;
    DotPlotDrawing {
        drawing,
        centers,
        radius,
    }
}

/// Each dot is a line of no length with round ends, to which the style sheet gives the width of
/// a dot.
fn dots_path(centers: &[(f64, f64)]) -> String {
    let mut data = String::with_capacity(centers.len().saturating_mul(14));
    for (x, y) in centers {
        data.push('M');
        push(&mut data, *x);
        data.push(' ');
        push(&mut data, *y);
        data.push_str("h0");
    }
    data
}

/// The stacks of a distribution, and its labels.
struct Layout<'a> {
    figure: &'a figures::DotPlot,
    size: Size,
    /// The size of small text.
    small: f64,
    radius: f64,
    scale: ValueScale,
    left: f64,
    right: f64,
    /// The x position of each value's dot, and the number of dots below it.
    stacked: Vec<(f64, usize)>,
    /// The distance between the centres of stacked dots.
    step: f64,
    quartiles: LabelRows,
    names: LabelRows,
    /// The y position of the axis.
    bottom: f64,
}

impl<'a> Layout<'a> {
    fn new(figure: &'a figures::DotPlot, size: Size, radius: f64) -> Layout<'a> {
        let small = size.em * 0.82;
        let max_ticks = (size.width / (size.em * 6.0)) as usize;
        let scale = ValueScale::new(&figure.values, figure.scale, figure.ticks, max_ticks);
        // Half of the first and of the last label extends beyond the axis.
        let overhang = (scale.widest_label(small) / 2.0).max(TARGET / 2.0);
        let left = overhang.min(size.width / 4.0);
        let mut layout = Layout {
            figure,
            size,
            small,
            radius,
            scale,
            left,
            right: size.width - left,
            stacked: Vec::new(),
            step: 0.0,
            quartiles: LabelRows::default(),
            names: LabelRows::default(),
            bottom: 0.0,
        };
        let stack = layout.stack();
        layout.place_labels();
        let labels = layout.names.height() + layout.quartiles.height();
        layout.bottom = labels + size.em * 0.6 + stack;
        layout
    }

    /// Stacks the dots; returns the height of the highest stack.
    fn stack(&mut self) -> f64 {
        let diameter = self.radius * 2.0;
        let bins = ((self.size.width / diameter).ceil() as usize).saturating_add(2);
        let mut heights = vec![0_usize; bins];
        let values = self.figure.values.iter();
        self.stacked = values
            .map(|value| {
                // Dots are centred in their bins, or those of neighbouring bins would overlap.
                let bin = ((self.x(*value) - self.left) / diameter).round().max(0.0);
                let x = (self.left + bin * diameter).min(self.right);
                let level = heights.get_mut(bin as usize).map_or(0, |height| {
                    *height = height.saturating_add(1);
                    height.saturating_sub(1)
                });
                (x, level)
            })
            .collect();
        let highest = heights.into_iter().max().unwrap_or(1).max(1) as f64;
        self.step = diameter.min(MAX_STACK / highest);
        (self.step * highest).max(self.size.em * 2.0)
    }

    fn place_labels(&mut self) {
        let (small, width) = (self.small, self.size.width);
        let quartiles = self.figure.quartiles.iter();
        let quartiles: Vec<(f64, String)> = quartiles
            .map(|(value, label)| (self.x(*value), label.clone()))
            .collect();
        self.quartiles = LabelRows::centred(&quartiles, small, width);
        // A name that is too long is shortened, but its number is never cut.
        let widest = self
            .named()
            .map(|dot| text::width(&dot.shown, small))
            .fold(0.0, f64::max);
        let names: Vec<&str> = self.named().map(|dot| dot.name.as_str()).collect();
        let names = text::names(&names, small, width - widest - small * 1.5);
        let names: Vec<(f64, String)> = self
            .named()
            .zip(names)
            .filter_map(|(dot, name)| {
                let label = [&name, " ", &dot.shown].concat();
                Some((self.stacked.get(dot.at)?.0, label))
            })
            .collect();
        self.names = LabelRows::flags(&names, small, width);
    }

    /// The x position of a value on the axis.
    fn x(&self, value: f64) -> f64 {
        let limits = (
            (self.left * axis::SUBPIXELS) as i32,
            (self.right * axis::SUBPIXELS) as i32,
        );
        axis::from_subpixels(self.scale.map(&value, limits))
    }

    fn named(&self) -> impl Iterator<Item = &'a NamedDot> {
        let count = self.stacked.len();
        let named = self.figure.named.iter();
        named.filter(move |dot| dot.at < count)
    }

    fn centers(&self) -> Vec<(f64, f64)> {
        let base = self.bottom - self.radius - 1.0;
        let stacked = self.stacked.iter();
        stacked
            .map(|(x, level)| (*x, base - self.step * *level as f64))
            .collect()
    }

    /// Draws the lines of quartiles, and the leader lines from names to their dots.
    fn lines(&self, centers: &[(f64, f64)], drawing: &mut Drawing) {
        let quartiles = self.figure.quartiles.iter().zip(&self.quartiles.labels);
        for ((value, _), label) in quartiles {
            let x = self.x(*value);
            let top = self.names.height() + self.quartiles.row_bottom(label) - self.small * 0.2;
            drawing.guides.push(Shape::Line {
                from: (x, top),
                to: (x, self.bottom),
                paint: Paint::Named("quartile"),
            });
        }
        for (dot, label) in self.named().zip(&self.names.labels) {
            if let Some((x, y)) = centers.get(dot.at).copied() {
                drawing.guides.push(Shape::Line {
                    from: (x, self.names.row_bottom(label) - self.small * 0.1),
                    to: (x, y),
                    paint: Paint::Named("leader"),
                });
            }
        }
    }

    fn quartile_labels(&self, drawing: &mut Drawing) {
        for label in &self.quartiles.labels {
            drawing.guides.push(Shape::Text {
                x: label.middle,
                y: self.names.height() + self.quartiles.baseline(label),
                size: self.small,
                anchor: Anchor::Middle,
                text: label.text.clone(),
                paint: Paint::Tick,
            });
        }
    }

    /// Draws the named dots with their labels.
    fn marks(&self, centers: &[(f64, f64)], drawing: &mut Drawing) {
        let half = TARGET / 2.0;
        for (dot, label) in self.named().zip(&self.names.labels) {
            let Some((x, y)) = centers.get(dot.at).copied() else {
                continue;
            };
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
                        r: self.radius * 1.9,
                        paint: Paint::Named("chosen"),
                    },
                    Shape::Text {
                        x: label.middle - x + half,
                        y: self.names.baseline(label) - y + half,
                        size: self.small,
                        anchor: Anchor::Middle,
                        text: label.text.clone(),
                        paint: Paint::Name,
                    },
                ],
            });
        }
    }

    /// Draws ticks, the axis line and the unit; returns the bottom of the unit.
    fn axis(&self, drawing: &mut Drawing) -> f64 {
        let (small, bottom) = (self.small, self.bottom);
        let top = self.names.height() + self.quartiles.height();
        let interval = self.scale.label_interval(self.right - self.left, small);
        let ticks = self.scale.key_points(BoldPoints(0));
        for (index, tick) in ticks.into_iter().enumerate() {
            let x = self.x(tick);
            // A zero inside the axis separates gains from losses.
            let is_inner_zero = tick == 0.0 && index > 0;
            drawing.guides.push(Shape::Line {
                from: (x, top),
                to: (x, bottom),
                paint: if is_inner_zero {
                    Paint::Axis
                } else {
                    Paint::Grid
                },
            });
            if self.scale.is_labelled(index, interval) {
                drawing.guides.push(Shape::Text {
                    x,
                    y: bottom + small * 1.3,
                    size: small,
                    anchor: Anchor::Middle,
                    text: text::fit(&self.scale.label(tick), small, self.left * 2.0),
                    paint: Paint::Tick,
                });
            }
        }
        drawing.guides.push(Shape::Line {
            from: (self.left, bottom),
            to: (self.right, bottom),
            paint: Paint::Axis,
        });
        let mut y = bottom + small * 1.3;
        for line in text::lines(&self.figure.unit, small, self.right) {
            y += small * 1.4;
            drawing.guides.push(Shape::Text {
                x: self.right,
                y,
                size: small,
                anchor: Anchor::End,
                text: line,
                paint: Paint::Tick,
            });
        }
        y + small * 0.4
    }
}

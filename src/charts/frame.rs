//! Axis and grid of one panel, made by plotters, and where a value stands in it.

use super::Shape;
use super::backend::{AXIS, FINER, GRID, Recording, TICK};
use super::ruler::Ruler;
use crate::figures::{Axis, Scale};
use plotters::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

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
    let tick_size = em * 0.82;
    let labels = tick_size * 1.7;
    let bottom = area.bottom + labels;
    let fine = |length: f64| (length * FINER).round().max(0.0) as u32;
    let shapes = Rc::new(RefCell::new(Vec::new()));
    let root = Recording {
        size: (fine(area.right).max(1), fine(bottom).max(1)),
        shapes: shapes.clone(),
    }
    .into_drawing_area();
    let rows = Ruler::new(&[1.0], Scale::Linear, Axis::Count, 2);
    let built = ChartBuilder::on(&root)
        .margin_left(fine(area.left))
        .margin_top(fine(area.top))
        .set_label_area_size(LabelAreaPosition::Bottom, fine(labels))
        .build_cartesian_2d(ruler.clone(), rows);
    let Ok(mut chart) = built else {
        // Only a backend that fails could refuse, and this one cannot.
        return Frame {
            shapes: Vec::new(),
            positions: values.iter().map(|_| area.left).collect(),
            bottom,
        };
    };
    let style = TextStyle::from(("sans-serif", tick_size * FINER)).color(&TICK);
    // The backend's errors are uninhabited.
    let _ = chart
        .configure_mesh()
        .disable_y_mesh()
        .disable_y_axis()
        .bold_line_style(GRID)
        .light_line_style(TRANSPARENT)
        .axis_style(AXIS)
        .x_label_style(style)
        .x_label_formatter(&|value| ruler.label(*value))
        .draw();
    let positions = values
        .iter()
        .map(|value| f64::from(chart.backend_coord(&(*value, 0.0)).0) / FINER)
        .collect();
    drop(chart);
    drop(root);
    Frame {
        shapes: shapes.take(),
        positions,
        bottom,
    }
}

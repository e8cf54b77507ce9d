//! A figure's shape without words, small enough to stand beside its headline.

use super::{Drawing, Mark, Paint, Shape};
use crate::figures::{Bars, Datum, Figure, Plot};

/// Draws the last panel of bars or spans of a figure; empty where it has none.
pub fn glyph(figure: &Figure, width: f64, height: f64) -> Drawing {
    let rows = figure
        .panels
        .iter()
        .rev()
        .find_map(|panel| match &panel.plot {
            Plot::Bars(bars) => Some(bars_of(bars)),
            Plot::Changes(bars) => Some(bars_of(bars)),
            Plot::Sizes(sizes) => Some(
                sizes
                    .data
                    .iter()
                    .map(|span| span.to.unwrap_or(0.0))
                    .collect(),
            ),
            Plot::Squares(_) | Plot::Flow(_) => None,
        });
    let rows: Vec<f64> = rows.unwrap_or_default().into_iter().take(14).collect();
    let most = rows.iter().copied().fold(0.0, f64::max);
    let pitch = height / rows.len().max(1) as f64;
    let shapes = rows
        .iter()
        .enumerate()
        .filter(|_| most > 0.0)
        .map(|(index, value)| Shape::Rect {
            x: 0.0,
            y: index as f64 * pitch,
            width: (value / most * width).max(1.0),
            height: (pitch - 1.0).max(1.0),
            paint: Paint::Bar(crate::figures::Tone::Muted),
        })
        .collect();
    Drawing {
        width,
        height,
        guides: shapes,
        marks: Vec::<Mark>::new(),
    }
}

fn bars_of(bars: &Bars) -> Vec<f64> {
    let value = |datum: &Datum| datum.value.map_or(0.0, f64::abs);
    bars.data.iter().map(value).collect()
}

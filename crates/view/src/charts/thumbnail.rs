//! A small drawing of a figure's bars, without text, to go beside its headline.

use super::{Drawing, Mark, Paint, Shape};
use crate::figures::{Bars, Figure, Plot, Tone};

/// At most this many bars are drawn.
const MAX_BARS: usize = 14;

/// Draws the last panel of bars or dumbbells of a figure; empty if it has none.
pub fn thumbnail(figure: &Figure, width: f64, height: f64) -> Drawing {
    let panels = figure.panels.iter().rev();
    let mut values = panels
        .filter_map(|panel| values(&panel.plot))
        .next()
        .unwrap_or_default();
    values.truncate(MAX_BARS);
    let largest = values.iter().copied().fold(0.0, f64::max);
    let pitch = height / values.len().max(1) as f64;
    let bars = values
        .iter()
        .enumerate()
        .filter(|_| largest > 0.0)
        .map(|(index, value)| Shape::Rect {
            x: 0.0,
            y: index as f64 * pitch,
            width: (value / largest * width).max(1.0),
            height: (pitch - 1.0).max(1.0),
            paint: Paint::Bar(Tone::Muted),
        })
        .collect();
    Drawing {
        width,
        height,
        guides: bars,
        marks: Vec::<Mark>::new(),
    }
}

fn values(plot: &Plot) -> Option<Vec<f64>> {
    let absolute = |bars: &Bars| {
        let values = bars.data.iter();
        values
            .map(|datum| datum.value.map_or(0.0, f64::abs))
            .collect()
    };
    match plot {
        Plot::Bars(bars) | Plot::Changes(bars) => Some(absolute(bars)),
        Plot::Dumbbell(dumbbell) => {
            let rows = dumbbell.data.iter();
            Some(rows.map(|row| row.to.unwrap_or(0.0)).collect())
        }
        Plot::Waffle(_) | Plot::Sankey(_) => None,
    }
}

//! A part of a whole as one small bar, to go beside the words that name it.

use super::{Drawing, Paint, Shape};
use crate::figures::Tone;

/// Draws the part, from 0 to 1, over the whole.
pub fn thumbnail(part: f64, width: f64, height: f64) -> Drawing {
    let bar = |width: f64, tone| Shape::Rect {
        x: 0.0,
        y: 0.0,
        width,
        height,
        paint: Paint::Bar(tone),
    };
    Drawing {
        width,
        height,
        guides: vec![
            bar(width, Tone::Muted),
            bar((part * width).max(1.0), Tone::Plain),
        ],
        marks: Vec::new(),
    }
}

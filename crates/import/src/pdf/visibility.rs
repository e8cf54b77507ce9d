//! Which glyphs a reader sees: not those that are covered, struck, or drawn in the colour of their
//! background.

use super::canvas::{Canvas, Cover, Visibility};
use super::color::Color;
use super::too_many;
use crate::{ImportError, Resource};

/// More covering shapes than any page has, and more comparisons than there is time for.
const COVERS: usize = 50_000;
const COMPARISONS: usize = 100_000_000;
/// A glyph with this share of its ink under a shape cannot be read.
const COVERED: f64 = 0.15;
/// Shapes are found by the strips of this height that they touch, in points.
const STRIP: f64 = 24.0;
const STRIPS: usize = 256;
/// A horizontal rule strikes glyphs out between these heights over the baseline, in heights of the
/// font, where it runs along this share of their width.
const STRUCK: (f64, f64) = (0.12, 0.6);
const ALONG: f64 = 0.6;

/// Sets the visibility of the glyphs that are hidden by their colour or by what is painted later.
///
/// # Errors
/// [`ImportError::TooMany`] where a page draws more than can be compared.
pub(super) fn resolve(canvas: &mut Canvas) -> Result<(), ImportError> {
    if canvas.covers.len() > COVERS {
        return Err(too_many(Resource::Blocks, COVERS));
    }
    let mut strips: Vec<Vec<Cover>> = vec![Vec::new(); STRIPS];
    for cover in &canvas.covers {
        let (first, last) = (strip(cover.bounds.top), strip(cover.bounds.bottom));
        for strip in strips.iter_mut().take(last + 1).skip(first) {
            strip.push(*cover);
        }
    }
    let mut left = COMPARISONS;
    for (index, mark) in canvas.marks.iter_mut().enumerate() {
        let Some(ink) = mark.ink.filter(|_| mark.is_seen()) else {
            continue;
        };
        let mut background = Color::WHITE;
        let center = ink.center();
        // A glyph on the border of two strips is compared with those of its centre only.
        let covers = strips.get(strip(center.1)).map(Vec::as_slice);
        let covers = covers.unwrap_or_default();
        left = left
            .checked_sub(covers.len())
            .ok_or_else(|| too_many(Resource::Blocks, COVERS))?;
        for cover in covers {
            if cover.before <= index {
                if cover.bounds.contains(center) {
                    background = cover.color;
                }
            } else if ink.share_within(cover.bounds) >= COVERED {
                mark.visibility = Visibility::Obscured;
            }
        }
        if mark.color.is_some_and(|color| color.is_lost_on(background)) {
            mark.visibility = Visibility::Hidden;
        }
    }
    strike(canvas, left)
}

/// Marks the glyphs of horizontal text that a rule runs through.
fn strike(canvas: &mut Canvas, mut left: usize) -> Result<(), ImportError> {
    let mut rules = canvas.rules.horizontal.clone();
    rules.sort_by(|one, other| one.at.total_cmp(&other.at));
    for mark in canvas.marks.iter_mut().filter(|mark| mark.is_seen()) {
        let (x, y) = mark.at;
        let is_horizontal = mark.along.0 > mark.along.1.abs() * 10.0;
        if !is_horizontal || mark.width <= 0.0 {
            continue;
        }
        let (low, high) = STRUCK;
        let first = rules.partition_point(|rule| rule.at < y - mark.size * high);
        let count = rules.partition_point(|rule| rule.at <= y - mark.size * low);
        let through = rules.get(first..count).unwrap_or_default();
        left = left
            .checked_sub(through.len())
            .ok_or_else(|| too_many(Resource::Blocks, COVERS))?;
        let length = through
            .iter()
            .map(|rule| (rule.to.min(x + mark.width) - rule.from.max(x)).max(0.0))
            .fold(0.0, f64::max);
        if length >= mark.width * ALONG {
            mark.visibility = Visibility::Obscured;
        }
    }
    Ok(())
}

fn strip(y: f64) -> usize {
    // Within the range of the clamp, and rounded down on purpose.
    (y / STRIP).clamp(0.0, (STRIPS - 1) as f64) as usize
}

//! The output of a page: glyphs, rules, pictures, and shapes that may cover others.

use super::color::Color;
use super::font::Font;
use super::geometry::Bounds;
use super::graphics_state::GraphicsState;
use super::path::{Path, Rules};
use std::rc::Rc;

/// Colours darker than this are not used to shade a cell.
const DARK: f64 = 0.35;
/// Sides of a shape that is drawn on purpose are at least this long, in points.
const SMALL: f64 = 2.5;
/// A shape that is not a rectangle hides the middle of its bounds: this share of each side is left
/// out.
const ROUNDED: f64 = 0.15;

/// The most glyphs of a page.
pub(super) const GLYPHS: usize = 1 << 20;

#[derive(Default)]
pub(super) struct Canvas {
    pub(super) marks: Vec<Mark>,
    pub(super) rules: Rules,
    /// Images and drawings, which may hold anything.
    pub(super) pictures: Vec<Bounds>,
    pub(super) rectangles: Vec<Rectangle>,
    pub(super) covers: Vec<Cover>,
    /// Whether a space was drawn before the next glyph.
    pub(super) follows_space: bool,
    /// How much content was interpreted, in bytes.
    pub(super) bytes: usize,
    /// Whether it drew more glyphs than are kept.
    pub(super) is_full: bool,
}

/// A filled rectangle: the shading of cells, or a box or bar in one of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rectangle {
    pub(super) bounds: Bounds,
    pub(super) is_dark: bool,
}

/// A glyph as it was drawn.
pub(super) struct Mark {
    pub(super) at: (f64, f64),
    /// The direction of the text.
    pub(super) along: (f64, f64),
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) text: String,
    /// The font, if it does not name the character.
    pub(super) unnamed_in: Option<Rc<Font>>,
    pub(super) follows_space: bool,
    /// Where its ink is; `None` where that cannot be computed.
    pub(super) ink: Option<Bounds>,
    /// `None` where it is not painted.
    pub(super) color: Option<Color>,
    pub(super) visibility: Visibility,
}

/// Whether a reader sees a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    Visible,
    /// Not seen at all, as if it were not there.
    Hidden,
    /// Covered, cut off or struck out, so that it cannot be read for certain.
    Obscured,
}

/// A shape that was painted over everything below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cover {
    pub(super) bounds: Bounds,
    /// How many marks were drawn before it.
    pub(super) before: usize,
    pub(super) color: Color,
}

impl Mark {
    pub(super) fn is_seen(&self) -> bool {
        self.visibility != Visibility::Hidden
    }
}

impl Canvas {
    /// Whether another glyph may be drawn; if not, the page is refused.
    pub(super) fn has_room(&mut self) -> bool {
        self.is_full = self.marks.len() >= GLYPHS;
        !self.is_full
    }

    pub(super) fn cover(&mut self, cover: Cover) {
        match self.covers.last_mut() {
            Some(last) if last.bounds == cover.bounds && last.before == cover.before => {
                *last = cover;
            }
            _ => self.covers.push(cover),
        }
    }

    /// Draws an image into the unit square.
    pub(super) fn image(&mut self, state: &GraphicsState, is_opaque: bool) {
        if !state.fills_visibly() {
            return;
        }
        let unit = [0.0, 0.0, 1.0, 1.0];
        let Some(bounds) = Bounds::of_rectangle(state.matrix, unit) else {
            return;
        };
        let bounds = state.clipped(bounds);
        // Some programs draw rules as thin images.
        if self.rules.thin(bounds) {
            return;
        }
        self.pictures.push(bounds);
        if is_opaque && state.fills_opaquely() {
            self.cover_unknown(bounds);
        }
    }

    /// Paints a shading over everything within the clipping path.
    pub(super) fn shading(&mut self, state: &GraphicsState) {
        if let Some(bounds) = state.clip {
            self.pictures.push(bounds);
            if state.fills_opaquely() {
                self.cover_unknown(bounds);
            }
        }
    }

    fn cover_unknown(&mut self, bounds: Bounds) {
        self.cover(Cover {
            bounds,
            before: self.marks.len(),
            color: Color::Unknown,
        });
    }

    pub(super) fn fill(&mut self, path: &Path, state: &GraphicsState) {
        path.fill(&mut self.rules);
        for shape in path.shapes() {
            let bounds = state.clipped(shape.bounds);
            if bounds.width() < SMALL && bounds.height() < SMALL || bounds.area() <= 0.0 {
                continue;
            }
            let color = state.fill.color;
            if !shape.is_rectangle {
                self.pictures.push(bounds);
            } else if !color.is_lost_on(Color::WHITE) {
                let is_dark = is_dark(color);
                self.rectangles.push(Rectangle { bounds, is_dark });
            }
            if state.fills_opaquely() {
                let rounded = if shape.is_rectangle { 0.0 } else { ROUNDED };
                self.cover(Cover {
                    bounds: bounds.shrunk(rounded),
                    before: self.marks.len(),
                    color,
                });
            }
        }
    }

    pub(super) fn stroke(&mut self, path: &Path, state: &GraphicsState) {
        path.stroke(&mut self.rules);
        for bounds in path.slanted_lines() {
            let bounds = state.clipped(bounds);
            if bounds.width().max(bounds.height()) >= SMALL {
                self.pictures.push(bounds);
            }
        }
    }

    /// Marks the glyphs from `first` on as obscured where a viewer would show another text.
    pub(super) fn doubt_other_text(&mut self, first: usize, value: Option<&str>) {
        let Some(value) = value else {
            return;
        };
        let marks = self.marks.get_mut(first..).unwrap_or_default();
        let drawn = marks.iter().flat_map(|mark| mark.text.chars());
        let is_same = value.chars().filter(|sign| !sign.is_whitespace()).eq(drawn);
        if !is_same {
            for mark in marks {
                mark.visibility = Visibility::Obscured;
            }
        }
    }
}

fn is_dark(color: Color) -> bool {
    match color {
        Color::Rgb(components) => components.iter().sum::<f64>() / 3.0 < DARK,
        Color::Unknown => true,
    }
}

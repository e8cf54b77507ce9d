//! The graphics state (ISO 32000-1, 8.4).

use super::color::{Color, ColorSpace};
use super::font::Font;
use super::geometry::{Bounds, Matrix};
use std::rc::Rc;

/// Paint below this opacity cannot be seen, and above the other hides what is under it.
const TRANSPARENT: f64 = 0.1;
const OPAQUE: f64 = 0.9;

#[derive(Clone, Debug)]
pub(super) struct GraphicsState {
    /// From user space to points of the page.
    pub(super) matrix: Matrix,
    /// The bounds of the clipping path, in points of the page; `None` where nothing is clipped.
    pub(super) clip: Option<Bounds>,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    /// The opacity of the transparency groups around, which applies to everything in them.
    pub(super) group_alpha: f64,
    /// A soft mask or a blend mode: what is painted may let through what is under it.
    pub(super) is_blended: bool,
    pub(super) text: TextState,
}

/// How paths are filled or stroked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) space: ColorSpace,
    pub(super) color: Color,
    pub(super) alpha: f64,
}

/// The text state (9.3).
#[derive(Clone, Debug)]
pub(super) struct TextState {
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) character_spacing: f64,
    pub(super) word_spacing: f64,
    /// As a factor, not in percent.
    pub(super) horizontal_scaling: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) mode: RenderingMode,
}

/// The text rendering mode (9.3.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RenderingMode {
    Filled,
    Stroked,
    /// Neither, as the text under a scanned picture.
    Invisible,
}

impl GraphicsState {
    pub(super) fn new(matrix: Matrix) -> GraphicsState {
        let paint = Paint {
            space: ColorSpace::Gray,
            color: Color::BLACK,
            alpha: 1.0,
        };
        GraphicsState {
            matrix,
            clip: None,
            fill: paint,
            stroke: paint,
            group_alpha: 1.0,
            is_blended: false,
            text: TextState {
                font: None,
                size: 1.0,
                character_spacing: 0.0,
                word_spacing: 0.0,
                horizontal_scaling: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: RenderingMode::Filled,
            },
        }
    }

    /// Clips with another path as well.
    pub(super) fn intersect_clip(&mut self, bounds: Bounds) {
        self.clip = Some(match self.clip {
            Some(clip) => clip.intersection(bounds),
            None => bounds,
        });
    }

    /// The part of the bounds that the clipping path shows.
    pub(super) fn clipped(&self, bounds: Bounds) -> Bounds {
        self.clip.map_or(bounds, |clip| clip.intersection(bounds))
    }

    /// Whether a fill hides what is under it.
    pub(super) fn fills_opaquely(&self) -> bool {
        !self.is_blended && self.fill.alpha * self.group_alpha >= OPAQUE
    }

    pub(super) fn fills_visibly(&self) -> bool {
        self.fill.alpha * self.group_alpha >= TRANSPARENT
    }

    pub(super) fn strokes_visibly(&self) -> bool {
        self.stroke.alpha * self.group_alpha >= TRANSPARENT
    }

    /// The paint of text; `None` where it cannot be seen.
    pub(super) fn text_paint(&self) -> Option<Paint> {
        let (paint, is_visible) = match self.text.mode {
            RenderingMode::Filled => (self.fill, self.fills_visibly()),
            RenderingMode::Stroked => (self.stroke, self.strokes_visibly()),
            RenderingMode::Invisible => return None,
        };
        is_visible.then_some(paint)
    }
}

impl RenderingMode {
    pub(super) fn of_number(number: f64) -> RenderingMode {
        // 4 to 7 also clip with the text.
        match number {
            1.0 | 5.0 => RenderingMode::Stroked,
            3.0 | 7.0 => RenderingMode::Invisible,
            _ => RenderingMode::Filled,
        }
    }
}

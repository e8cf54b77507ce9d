//! Rotates a page whose text runs up, down or upside down until it can be read.

use super::canvas::{Canvas, Mark, Rectangle, Visibility};
use super::geometry::{Bounds, Drawn, Frame, Glyph, Quarter, Rule};

/// A glyph further outside the page than this, in points, is not seen.
const OUTSIDE: f64 = 2.0;
/// Text whose direction differs more than this from an axis is slanted, as a watermark is.
const LEAN: f64 = 0.1;
/// Slanted text larger than this, in sizes of the page's text, is a watermark and no part of a cell.
const WATERMARK: f64 = 2.0;
/// The height of a letter over the baseline, in heights of the font.
const LETTER: f64 = 0.7;

impl Mark {
    /// The direction of its text; `None` if it is slanted.
    fn quarter(&self) -> Option<Quarter> {
        let (x, y) = self.along;
        let is_along = |small: f64, large: f64| small.abs() <= large.abs() * LEAN;
        match (is_along(y, x), is_along(x, y)) {
            (true, _) if x > 0.0 => Some(Quarter::None),
            (_, true) if y > 0.0 => Some(Quarter::Down),
            (true, _) if x < 0.0 => Some(Quarter::UpsideDown),
            (_, true) if y < 0.0 => Some(Quarter::Up),
            _ => None,
        }
    }
}

/// The rotation that makes most of a page's text upright.
#[derive(Clone, Copy)]
struct Rotation {
    quarter: Quarter,
    width: f64,
    height: f64,
}

impl Rotation {
    fn of(marks: &[Mark], frame: Frame) -> Rotation {
        let count = |quarter: Quarter| {
            let own = marks.iter().filter(|mark| mark.quarter() == Some(quarter));
            own.count()
        };
        let mut quarter = Quarter::None;
        let mut most = count(quarter);
        for other in [Quarter::Down, Quarter::UpsideDown, Quarter::Up] {
            let count = count(other);
            if count > most {
                (quarter, most) = (other, count);
            }
        }
        Rotation {
            quarter,
            width: frame.width,
            height: frame.height,
        }
    }

    fn is_across(self) -> bool {
        matches!(self.quarter, Quarter::Down | Quarter::Up)
    }

    fn point(self, (x, y): (f64, f64)) -> (f64, f64) {
        match self.quarter {
            Quarter::None => (x, y),
            Quarter::Down => (y, self.width - x),
            Quarter::UpsideDown => (self.width - x, self.height - y),
            Quarter::Up => (self.height - y, x),
        }
    }

    fn bounds(self, bounds: Bounds) -> Option<Bounds> {
        let corners = [(bounds.left, bounds.top), (bounds.right, bounds.bottom)];
        Bounds::around(corners.map(|corner| self.point(corner)))
    }

    /// Rotates a rule. Across, a horizontal rule becomes a vertical one.
    fn rule(self, rule: &Rule, is_horizontal: bool) -> Rule {
        let ends = if is_horizontal {
            [(rule.from, rule.at), (rule.to, rule.at)]
        } else {
            [(rule.at, rule.from), (rule.at, rule.to)]
        };
        let [(x0, y0), (x1, y1)] = ends.map(|end| self.point(end));
        let (at, one, other) = if is_horizontal == self.is_across() {
            (x0, y0, y1)
        } else {
            (y0, x0, x1)
        };
        Rule {
            at,
            from: one.min(other),
            to: one.max(other),
        }
    }

    /// A glyph of the rotated page. Text in another direction keeps it.
    fn glyph(self, mark: Mark, quarter: Quarter) -> Glyph {
        let turn = quarter.relative_to(self.quarter);
        let text = if mark.visibility == Visibility::Obscured {
            "\u{fffd}".to_owned()
        } else {
            mark.text
        };
        let (x, y) = self.point(mark.at);
        let glyph = Glyph {
            x,
            y,
            width: mark.width,
            along: mark.width,
            size: mark.size,
            text,
            follows_space: mark.follows_space,
            turn,
        };
        if turn == Quarter::None {
            return glyph;
        }
        // Its box on the page, as that of an upright glyph with the same centre.
        let (along, up) = (mark.width / 2.0, mark.size * LETTER / 2.0);
        let (right, down) = match turn {
            Quarter::Down => (up, along),
            Quarter::UpsideDown => (-along, up),
            _ => (-up, -along),
        };
        let width = match turn {
            Quarter::UpsideDown => mark.width,
            _ => mark.size * LETTER,
        };
        Glyph {
            x: x + right - width / 2.0,
            y: y + down + up,
            width,
            ..glyph
        }
    }
}

/// Rotates a page upright and drops slanted text.
pub(super) fn upright(canvas: Canvas, frame: Frame) -> Drawn {
    let rotation = Rotation::of(&canvas.marks, frame);
    let is_across = rotation.is_across();
    let (width, height) = (frame.width, frame.height);
    let mut drawn = Drawn {
        width: if is_across { height } else { width },
        height: if is_across { width } else { height },
        ..Drawn::default()
    };
    let large = median_size(&canvas.marks) * WATERMARK;
    let mut cut: Option<Glyph> = None;
    for mark in canvas.marks {
        let quarter = mark.quarter();
        if quarter.is_none() && mark.size > large {
            continue;
        }
        if quarter.is_none() || mark.visibility != Visibility::Visible {
            let ink = mark.ink.and_then(|ink| rotation.bounds(ink));
            drawn.unseen.extend(ink);
        }
        let is_seen = mark.is_seen();
        let Some(quarter) = quarter else {
            continue;
        };
        let mut glyph = rotation.glyph(mark, quarter);
        let is_beyond = glyph.x < 0.0 || glyph.end() > drawn.width;
        if !is_seen && !is_beyond {
            continue;
        }
        let is_whole = !(is_beyond && glyph.text == "\u{fffd}");
        let is_on_page = is_seen && is_whole && is_on_page(&glyph, &drawn);
        // The paper's edge cuts a word: what is left of it is not that word.
        if is_on_page && cut.as_ref().is_some_and(|cut| are_adjacent(cut, &glyph)) {
            glyph.text.insert(0, '\u{fffd}');
        }
        if is_on_page {
            drawn.glyphs.push(glyph);
            cut = None;
        } else {
            let last = drawn
                .glyphs
                .last_mut()
                .filter(|last| are_adjacent(last, &glyph));
            if let Some(last) = last.filter(|last| !last.text.ends_with('\u{fffd}')) {
                last.text.push('\u{fffd}');
            }
            cut = Some(glyph);
        }
    }
    let pictures = canvas.pictures.into_iter();
    drawn.pictures = pictures
        .filter_map(|bounds| rotation.bounds(bounds))
        .collect();
    let rectangles = canvas.rectangles.into_iter();
    drawn.rectangles = rectangles
        .filter_map(|rectangle| {
            let bounds = rotation.bounds(rectangle.bounds)?;
            Some(Rectangle {
                bounds,
                ..rectangle
            })
        })
        .collect();
    let rules = |rules: &[Rule], is_horizontal| -> Vec<Rule> {
        let rules = rules.iter();
        rules
            .map(|rule| rotation.rule(rule, is_horizontal))
            .collect()
    };
    drawn.horizontal = rules(&canvas.rules.horizontal, true);
    drawn.vertical = rules(&canvas.rules.vertical, false);
    if is_across {
        std::mem::swap(&mut drawn.horizontal, &mut drawn.vertical);
    }
    drawn
}

/// The font size of most text.
fn median_size(marks: &[Mark]) -> f64 {
    let mut sizes: Vec<f64> = marks.iter().map(|mark| mark.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

/// Whether two glyphs, one drawn after the other, are side by side.
fn are_adjacent(one: &Glyph, other: &Glyph) -> bool {
    let size = one.size.max(other.size);
    (one.y - other.y).abs() < size * 0.1
        && (other.x - one.end()).abs() < size * 0.3
        && !other.follows_space
}

fn is_on_page(glyph: &Glyph, page: &Drawn) -> bool {
    let is_finite = [glyph.x, glyph.y, glyph.width, glyph.size]
        .iter()
        .all(|number| number.is_finite());
    is_finite
        && glyph.size > 0.5
        && glyph.x > -OUTSIDE
        && glyph.x < page.width + OUTSIDE
        && glyph.y > -OUTSIDE
        && glyph.y < page.height + OUTSIDE
}

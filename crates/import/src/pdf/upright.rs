//! A page whose text runs up, down or upside down is turned until it can be read.

use super::geometry::{Drawn, Frame, Glyph, Rule};
use super::path::Rules;

/// A character as it was drawn.
pub(super) struct Mark {
    pub(super) at: (f64, f64),
    /// Where the text goes on.
    pub(super) along: (f64, f64),
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) text: String,
    pub(super) spaced: bool,
}

/// A character further outside of the page than this, in points, is not seen.
const OUTSIDE: f64 = 2.0;

impl Mark {
    /// How often the text is turned by 90 degrees; `None` for a text that leans, as a watermark.
    fn quarter(&self) -> Option<usize> {
        let (x, y) = self.along;
        let leans = |small: f64, large: f64| small.abs() > large.abs() * 0.1;
        match (leans(y, x), leans(x, y)) {
            (false, _) if x > 0.0 => Some(0),
            (_, false) if y > 0.0 => Some(1),
            (false, _) if x < 0.0 => Some(2),
            (_, false) if y < 0.0 => Some(3),
            _ => None,
        }
    }
}

pub(super) fn upright(marks: Vec<Mark>, rules: Rules, frame: Frame) -> Drawn {
    let mut counts = [0_usize; 4];
    for mark in &marks {
        let count = mark.quarter().and_then(|quarter| counts.get_mut(quarter));
        if let Some(count) = count {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    // The first of the four: a page without text is not turned.
    let quarter = counts.iter().position(|count| *count == most).unwrap_or(0);
    let (width, height) = (frame.width, frame.height);
    let turn = |(x, y): (f64, f64)| match quarter {
        1 => (y, width - x),
        2 => (width - x, height - y),
        3 => (height - y, x),
        _ => (x, y),
    };
    let is_across = quarter % 2 == 1;
    let mut drawn = Drawn {
        width: if is_across { height } else { width },
        height: if is_across { width } else { height },
        ..Drawn::default()
    };
    for mark in marks {
        let Some(own) = mark.quarter() else {
            continue;
        };
        let (x, y) = turn(mark.at);
        let is_along = own == quarter;
        let glyph = Glyph {
            x: if is_along { x } else { x - mark.size / 2.0 },
            y,
            width: if is_along { mark.width } else { mark.size },
            size: mark.size,
            text: mark.text,
            spaced: mark.spaced,
        };
        if is_seen(&glyph, &drawn) {
            drawn.glyphs.push(glyph);
        }
    }
    let turned = |rule: &Rule, is_lying: bool| {
        let ends = match is_lying {
            true => [(rule.from, rule.at), (rule.to, rule.at)],
            false => [(rule.at, rule.from), (rule.at, rule.to)],
        };
        let [(x0, y0), (x1, y1)] = ends.map(turn);
        match is_lying != is_across {
            true => (y0, x0, x1),
            false => (x0, y0, y1),
        }
    };
    let turned = |rule: &Rule, is_lying| {
        let (at, one, other) = turned(rule, is_lying);
        Rule {
            at,
            from: one.min(other),
            to: one.max(other),
        }
    };
    drawn.lying = rules.lying.iter().map(|rule| turned(rule, true)).collect();
    drawn.standing = rules
        .standing
        .iter()
        .map(|rule| turned(rule, false))
        .collect();
    if is_across {
        std::mem::swap(&mut drawn.lying, &mut drawn.standing);
    }
    drawn
}

fn is_seen(glyph: &Glyph, page: &Drawn) -> bool {
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

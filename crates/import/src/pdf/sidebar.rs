//! A menu beside the text of a page, without a rule between them.

use super::geometry::Glyph;
use super::lines::{self, Fields};

/// The gap between both, at least, and how far their edges may waver, in heights of the font.
const GAP: f64 = 0.2;
const WAVERS: f64 = 0.05;
/// As many lines on each side make two columns of them.
const LINES: usize = 5;
/// Lines of text are at least this wide, in heights of the font; so many of them are text.
const WIDE: f64 = 15.0;
const TEXT: usize = 3;
/// A menu is at most this wide, as a part of the text's width.
const NARROW: f64 = 0.6;
/// A row's cells stand side by side; a menu's lines beside a text's do not.
const ASKEW: usize = 3;
/// Edges that are looked at, the most frequent ones, and at each the highest places.
const EDGES: usize = 40;
const HIGHEST: usize = 2;

/// A page's characters without those of a menu.
pub(super) struct Parted {
    pub(super) menu: Vec<Glyph>,
    pub(super) rest: Vec<Glyph>,
    /// From where to where the text beside the menu stands.
    pub(super) text: Option<(f64, f64)>,
}

pub(super) fn part(glyphs: Vec<Glyph>) -> Parted {
    let menus = edges(&glyphs)
        .into_iter()
        .filter_map(|edge| menu(&glyphs, edge));
    let Some(found) = menus.max_by_key(Menu::count) else {
        return Parted {
            menu: Vec::new(),
            rest: glyphs,
            text: None,
        };
    };
    let marked = glyphs.into_iter().zip(found.within);
    let (menu, rest): (Vec<_>, Vec<_>) = marked.partition(|(_, is_within)| *is_within);
    let glyphs = |marked: Vec<(Glyph, bool)>| marked.into_iter().map(|(glyph, _)| glyph).collect();
    Parted {
        menu: glyphs(menu),
        rest: glyphs(rest),
        text: Some(found.text),
    }
}

struct Menu {
    /// Which characters are its.
    within: Vec<bool>,
    text: (f64, f64),
}

impl Menu {
    fn count(&self) -> usize {
        self.within.iter().filter(|is_within| **is_within).count()
    }
}

/// Where many lines begin, or go on behind a gap.
fn edges(glyphs: &[Glyph]) -> Vec<f64> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    // Of one line, too, what differs by a rounding.
    let line = |glyph: &Glyph| (glyph.y * 2.0).round();
    sorted.sort_by(|one, other| {
        let lines = line(one).total_cmp(&line(other));
        lines.then(one.x.total_cmp(&other.x))
    });
    let mut starts: Vec<f64> = Vec::new();
    let mut last: Option<&Glyph> = None;
    for glyph in sorted {
        let follows = |last: &Glyph| {
            let gap = glyph.x - last.end();
            line(glyph) == line(last) && gap < glyph.size * GAP
        };
        if !last.is_some_and(follows) {
            starts.push(glyph.x);
        }
        last = Some(glyph);
    }
    starts.sort_by(f64::total_cmp);
    let groups = starts.chunk_by(|one, other| other - one < 1.0);
    let mut many: Vec<&[f64]> = groups.filter(|group| group.len() >= TEXT).collect();
    many.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let firsts = many.into_iter().filter_map(|group| group.first().copied());
    firsts.take(EDGES).collect()
}

/// The menu on either side of the edge.
fn menu(glyphs: &[Glyph], edge: f64) -> Option<Menu> {
    let crosses = |glyph: &&Glyph| {
        // Half of a bracket is white, and may hang over.
        let is_bracket = glyph
            .text
            .starts_with(|c: char| "（《“‘〔【「『".contains(c));
        let start = glyph.x + if is_bracket { glyph.size * 0.5 } else { 0.0 };
        start < edge - glyph.size * WAVERS && glyph.end() > edge - glyph.size * GAP
    };
    let mut crossing: Vec<f64> = glyphs.iter().filter(crosses).map(|glyph| glyph.y).collect();
    let ys = || glyphs.iter().map(|glyph| glyph.y);
    crossing.extend([
        ys().fold(f64::MAX, f64::min) - 1.0,
        ys().fold(f64::MIN, f64::max) + 1.0,
    ]);
    crossing.sort_by(f64::total_cmp);
    // From one line that stands on both sides to the next: the highest of them.
    let between = crossing.windows(2).filter_map(|pair| match pair {
        [from, to] => Some((*from, *to)),
        _ => None,
    });
    let mut between: Vec<(f64, f64)> = between.collect();
    between.sort_by(|one, other| (other.1 - other.0).total_cmp(&(one.1 - one.0)));
    let highest = between.into_iter().take(HIGHEST);
    let found = highest.filter_map(|(from, to)| sides(glyphs, edge, from, to));
    found.max_by_key(Menu::count)
}

fn sides(glyphs: &[Glyph], edge: f64, from: f64, to: f64) -> Option<Menu> {
    let is_between = |glyph: &Glyph| from < glyph.y && glyph.y < to;
    let is_left = |glyph: &Glyph| glyph.end() <= edge;
    let side = |left: bool| -> Vec<Fields> {
        let own = glyphs
            .iter()
            .filter(|glyph| is_between(glyph) && is_left(glyph) == left);
        lines::lines(own.cloned().collect())
    };
    let (left, right) = (side(true), side(false));
    if left.len() < LINES || right.len() < LINES {
        return None;
    }
    let left_is_menu = width(&left) < width(&right);
    let (menu, text) = if left_is_menu {
        (left, right)
    } else {
        (right, left)
    };
    let is_it = is_text(&text) && width(&menu) <= width(&text) * NARROW && are_askew(&menu, &text);
    is_it.then(|| {
        let is_menu = |glyph: &Glyph| is_between(glyph) && is_left(glyph) == left_is_menu;
        Menu {
            within: glyphs.iter().map(is_menu).collect(),
            text: extent(&text),
        }
    })
}

fn extent(lines: &[Fields]) -> (f64, f64) {
    let fields = || lines.iter().flat_map(|line| &line.fields);
    let from = fields().map(|field| field.from).fold(f64::MAX, f64::min);
    let to = fields().map(|field| field.to).fold(f64::MIN, f64::max);
    (from, to)
}

/// The widest line's.
fn width(lines: &[Fields]) -> f64 {
    let widths = lines.iter().filter_map(|line| {
        let (first, last) = (line.fields.first()?, line.fields.last()?);
        Some(last.to - first.from)
    });
    widths.fold(0.0, f64::max)
}

/// Whether the lines are sentences, and none of them a row of cells.
fn is_text(lines: &[Fields]) -> bool {
    let is_wide = |line: &&Fields| width(std::slice::from_ref(*line)) >= line.size * WIDE;
    lines.iter().all(|line| line.fields.len() == 1) && lines.iter().filter(is_wide).count() >= TEXT
}

fn are_askew(menu: &[Fields], text: &[Fields]) -> bool {
    let is_askew = |line: &&Fields| {
        let is_beside = |other: &Fields| (other.y - line.y).abs() < line.size * 0.1;
        !text.iter().any(is_beside)
    };
    menu.iter().filter(is_askew).count() >= ASKEW
}

//! Separates a sidebar from the text of a page where no rule is between them.

use super::geometry::Glyph;
use super::lines::{self, Fields};

/// The least gap between both, and how far their edges may vary, in heights of the font.
const GAP: f64 = 0.2;
const WAVERS: f64 = 0.05;
/// This many lines on each side make two columns of them.
const LINES: usize = 5;
/// This many lines, each at least this wide in heights of the font, are text.
const WIDE: f64 = 15.0;
const TEXT: usize = 3;
/// A sidebar is at most this wide, as a share of the text's width.
const NARROW: f64 = 0.6;
/// This many lines of a sidebar have no line of text at their height, as the cells of a row would.
const ASKEW: usize = 3;
/// How many edges are tried, the most frequent first, and how many places at each, the highest first.
const EDGES: usize = 40;
const HIGHEST: usize = 2;

/// A page's glyphs, with those of its sidebar apart.
pub(super) struct Split {
    pub(super) sidebar: Vec<Glyph>,
    pub(super) rest: Vec<Glyph>,
    /// The left and right end of the text beside the sidebar.
    pub(super) text: Option<(f64, f64)>,
}

pub(super) fn split(glyphs: Vec<Glyph>) -> Split {
    let sidebars = edges(&glyphs)
        .into_iter()
        .filter_map(|edge| sidebar(&glyphs, edge));
    let Some(found) = sidebars.max_by_key(Sidebar::count) else {
        return Split {
            sidebar: Vec::new(),
            rest: glyphs,
            text: None,
        };
    };
    let marked = glyphs.into_iter().zip(found.within);
    let (sidebar, rest): (Vec<_>, Vec<_>) = marked.partition(|(_, is_within)| *is_within);
    let glyphs = |marked: Vec<(Glyph, bool)>| marked.into_iter().map(|(glyph, _)| glyph).collect();
    Split {
        sidebar: glyphs(sidebar),
        rest: glyphs(rest),
        text: Some(found.text),
    }
}

struct Sidebar {
    /// For each glyph whether it belongs to the sidebar.
    within: Vec<bool>,
    text: (f64, f64),
}

impl Sidebar {
    fn count(&self) -> usize {
        self.within.iter().filter(|is_within| **is_within).count()
    }
}

/// Where many lines begin, or continue after a gap.
fn edges(glyphs: &[Glyph]) -> Vec<f64> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    // Baselines that differ by a rounding error are one line.
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

/// Finds the sidebar on either side of the edge.
fn sidebar(glyphs: &[Glyph], edge: f64) -> Option<Sidebar> {
    let crosses = |glyph: &&Glyph| {
        // Half of a bracket's box is empty and may hang over the edge.
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
    // The highest gaps between two lines that cross the edge.
    let between = crossing.windows(2).filter_map(|pair| match pair {
        [from, to] => Some((*from, *to)),
        _ => None,
    });
    let mut between: Vec<(f64, f64)> = between.collect();
    between.sort_by(|one, other| (other.1 - other.0).total_cmp(&(one.1 - one.0)));
    let highest = between.into_iter().take(HIGHEST);
    let found = highest.filter_map(|(from, to)| sides(glyphs, edge, from, to));
    found.max_by_key(Sidebar::count)
}

/// Takes the narrower side of the edge as the sidebar, if the other is text.
fn sides(glyphs: &[Glyph], edge: f64, from: f64, to: f64) -> Option<Sidebar> {
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
    let left_is_sidebar = width(&left) < width(&right);
    let (sidebar, text) = if left_is_sidebar {
        (left, right)
    } else {
        (right, left)
    };
    let is_sidebar =
        is_text(&text) && width(&sidebar) <= width(&text) * NARROW && are_askew(&sidebar, &text);
    is_sidebar.then(|| {
        let is_sidebar = |glyph: &Glyph| is_between(glyph) && is_left(glyph) == left_is_sidebar;
        Sidebar {
            within: glyphs.iter().map(is_sidebar).collect(),
            text: extent(&text),
        }
    })
}

/// The left and right end of the lines.
fn extent(lines: &[Fields]) -> (f64, f64) {
    let fields = || lines.iter().flat_map(|line| &line.fields);
    let from = fields().map(|field| field.from).fold(f64::MAX, f64::min);
    let to = fields().map(|field| field.to).fold(f64::MIN, f64::max);
    (from, to)
}

/// The width of the widest line.
fn width(lines: &[Fields]) -> f64 {
    let widths = lines.iter().filter_map(|line| {
        let (first, last) = (line.fields.first()?, line.fields.last()?);
        Some(last.to - first.from)
    });
    widths.fold(0.0, f64::max)
}

/// Whether the lines are sentences and none of them is a row of cells.
fn is_text(lines: &[Fields]) -> bool {
    let is_wide = |line: &&Fields| width(std::slice::from_ref(*line)) >= line.size * WIDE;
    lines.iter().all(|line| line.fields.len() == 1) && lines.iter().filter(is_wide).count() >= TEXT
}

fn are_askew(sidebar: &[Fields], text: &[Fields]) -> bool {
    let is_askew = |line: &&Fields| {
        let is_beside = |other: &Fields| (other.y - line.y).abs() < line.size * 0.1;
        !text.iter().any(is_beside)
    };
    sidebar.iter().filter(is_askew).count() >= ASKEW
}

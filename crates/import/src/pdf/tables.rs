//! Puts glyphs into the cells of the tables around them.
//!
//! A cell is blank only where its place holds nothing at all. U+FFFC in a cell is a picture or a
//! drawing, which may be a number; U+FFFD is text that is not seen or cannot be read.

use super::canvas::Rectangle;
use super::geometry::{Bounds, Glyph, Quarter};
use super::lattice::{Lattice, Region};
use super::lines::{self, Fields};

pub(super) const PICTURE: char = '\u{fffc}';
pub(super) const UNREADABLE: char = '\u{fffd}';

/// A table of a page, or of several.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The columns' edges.
    pub(super) column_edges: Vec<f64>,
    pub(super) top: f64,
    pub(super) rows: usize,
    /// In the order of rows and columns.
    pub(super) cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) region: Region,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) line: usize,
}

/// What a page shows besides glyphs that are seen.
pub(super) struct Marks<'a> {
    /// The ink of glyphs that are not seen, or not wholly.
    pub(super) unseen: &'a [Bounds],
    pub(super) pictures: &'a [Bounds],
    pub(super) rectangles: &'a [Rectangle],
}

/// How far a glyph may reach over its cell's edge, as a share of its width or its font's height.
const OVER: f64 = 0.15;
/// A picture belongs to a cell that holds this share of it.
const WITHIN: f64 = 0.5;
/// A glyph is also in a cell that holds this share of its ink.
const OVERLAP: f64 = 0.2;
/// A larger picture reaches into a cell of which it covers this share.
const REACHES: f64 = 0.1;
/// A rectangle that fills this share of a cell is its shading.
const SHADING: f64 = 0.8;
/// Places of a table that all pictures and unseen glyphs may touch together.
const PLACES: usize = 1_000_000;
/// A cell's edges, which are no part of what it holds, are at most this wide: in points, and as a
/// share of the cell.
const EDGE: (f64, f64) = (1.0, 0.1);
/// This many lines of a cell, each at least this wide in heights of the font, are paragraphs.
const LINES: usize = 5;
const WIDE: f64 = 15.0;

/// Fills the tables and returns the glyphs outside them as well.
pub(super) fn fill(
    lattices: Vec<Lattice>,
    glyphs: Vec<Glyph>,
    marks: &Marks<'_>,
    page: usize,
    baselines: &[f64],
) -> (Vec<Table>, Vec<Glyph>) {
    let overlaps = overlaps(&lattices, &glyphs);
    let mut held: Vec<Vec<Vec<Glyph>>> = lattices
        .iter()
        .map(|lattice| vec![Vec::new(); lattice.regions.len()])
        .collect();
    let mut rest = Vec::new();
    for run in glyphs.chunk_by(is_next) {
        let Some(index) = around(&lattices, run) else {
            rest.extend_from_slice(run);
            continue;
        };
        let (Some(lattice), Some(held)) = (lattices.get(index), held.get_mut(index)) else {
            continue;
        };
        let parts = run.chunk_by(|one, other| !starts_another(lattice, one, other));
        for (region, glyph) in parts.flat_map(|part| placed(lattice, part)) {
            match region.and_then(|region| held.get_mut(region)) {
                Some(held) => held.push(glyph),
                None => rest.push(glyph),
            }
        }
    }
    let mut tables = Vec::new();
    for ((lattice, held), overlaps) in lattices.into_iter().zip(held).zip(overlaps) {
        if is_frame(&lattice, &held) {
            rest.extend(held.into_iter().flatten());
            continue;
        }
        // Rules around no text are a drawing.
        if held.iter().any(|glyphs| !glyphs.is_empty()) {
            let contents = contents(&lattice, marks, &overlaps);
            tables.push(table(lattice, held, &contents, page, baselines));
        }
    }
    (tables, rest)
}

/// Whether the rules only separate a page's text from what is beside it: one row, with paragraphs in
/// one of its cells.
fn is_frame(lattice: &Lattice, held: &[Vec<Glyph>]) -> bool {
    let is_wide = |line: &Fields| match (line.fields.first(), line.fields.last()) {
        (Some(first), Some(last)) => last.to - first.from >= line.size * WIDE,
        _ => false,
    };
    let is_text = |glyphs: &Vec<Glyph>| {
        let lines = lines::lines(glyphs.clone());
        lines.iter().filter(|line| is_wide(line)).count() >= LINES
    };
    lattice.row_edges.len() == 2 && held.iter().any(is_text)
}

/// The ink of glyphs that also reach into another cell than their own, for each lattice.
fn overlaps(lattices: &[Lattice], glyphs: &[Glyph]) -> Vec<Vec<Bounds>> {
    let overlaps = |lattice: &Lattice| {
        let ink = glyphs.iter().map(Glyph::ink);
        let outer = lattice.outer_bounds();
        let reaches = |ink: &Bounds| {
            let (x, y) = ink.center();
            if !outer.is_some_and(|outer| outer.intersection(*ink).area() > 0.0) {
                return false;
            }
            let corners = [
                (ink.left, ink.top),
                (ink.right, ink.top),
                (ink.left, ink.bottom),
                (ink.right, ink.bottom),
            ];
            let own = lattice.region(x, y);
            corners.iter().any(|(x, y)| lattice.region(*x, *y) != own)
        };
        ink.filter(reaches).collect()
    };
    lattices.iter().map(overlaps).collect()
}

/// What else is in a cell.
#[derive(Clone, Copy, Debug, Default)]
struct Content {
    /// Text that is not seen, or whose middle is elsewhere.
    has_unseen: bool,
    /// A picture of its own.
    has_picture: bool,
    /// A picture of its own, or one that reaches into it.
    is_pictured: bool,
}

/// For each region of the lattice what it holds besides glyphs that are seen.
fn contents(lattice: &Lattice, marks: &Marks<'_>, overlaps: &[Bounds]) -> Vec<Content> {
    let mut contents = vec![Content::default(); lattice.regions.len()];
    let rectangles = marks.rectangles.iter().map(|rectangle| &rectangle.bounds);
    let all = marks.unseen.iter().chain(overlaps).chain(marks.pictures);
    let places = all.chain(rectangles).map(|bounds| lattice.places(*bounds));
    if places.sum::<usize>() > PLACES {
        // More than any report draws: no cell of it passes for blank.
        for content in &mut contents {
            content.is_pictured = true;
        }
        return contents;
    }
    let unseen = marks.unseen.iter().map(|ink| (ink, 0.0));
    let overlaps = overlaps.iter().map(|ink| (ink, OVERLAP));
    for (ink, least) in unseen.chain(overlaps) {
        for (region, inner) in touched(lattice, *ink) {
            if let Some(content) = contents.get_mut(region) {
                content.has_unseen |= ink.share_within(inner) > least;
            }
        }
    }
    for picture in marks.pictures {
        for (region, inner) in touched(lattice, *picture) {
            let is_own = picture.share_within(inner) >= WITHIN;
            if let Some(content) = contents.get_mut(region) {
                content.has_picture |= is_own;
                content.is_pictured |= is_own || inner.share_within(*picture) >= REACHES;
            }
        }
    }
    for Rectangle { bounds, is_dark } in marks.rectangles {
        for (region, inner) in touched(lattice, *bounds) {
            let fills = inner.share_within(*bounds) >= SHADING;
            let is_own = bounds.share_within(inner) >= WITHIN;
            // Under text that is seen it is a background.
            if let Some(content) = contents.get_mut(region)
                && (fills && *is_dark || is_own && !fills)
            {
                content.is_pictured = true;
            }
        }
    }
    contents
}

/// The regions that the bounds touch, each with its bounds without the edges.
fn touched(lattice: &Lattice, bounds: Bounds) -> impl Iterator<Item = (usize, Bounds)> {
    let regions = lattice.touched(bounds).into_iter();
    regions.filter_map(|region| Some((region, within_edges(lattice.bounds(region)?))))
}

fn within_edges(cell: Bounds) -> Bounds {
    let (most, share) = EDGE;
    let (x, y) = (
        most.min(cell.width() * share),
        most.min(cell.height() * share),
    );
    Bounds {
        left: cell.left + x,
        top: cell.top + y,
        right: cell.right - x,
        bottom: cell.bottom - y,
    }
}

/// The text of a cell, line by line.
fn text(lines: &[Fields], glyphs: &[Glyph], content: Content) -> String {
    let line = |line: &Fields| {
        let fields = line.fields.iter().map(|field| field.text.as_str());
        fields.collect::<Vec<_>>().join(" ")
    };
    let mut text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
    let turns = |one: &Glyph, other: &Glyph| one.turn != other.turn;
    let is_mixed = glyphs.windows(2).any(|pair| match pair {
        [one, other] => turns(one, other),
        _ => false,
    });
    if is_mixed || text.is_empty() && content.has_unseen {
        text.push(UNREADABLE);
    }
    if content.has_picture || text.is_empty() && content.is_pictured {
        text.push(PICTURE);
    }
    text
}

/// The glyphs of a cell, turned upright if they all run in another direction.
fn turned_upright(glyphs: &[Glyph]) -> Vec<Glyph> {
    let turn = glyphs.first().map_or(Quarter::None, |first| first.turn);
    let is_same = glyphs.iter().all(|glyph| glyph.turn == turn);
    if turn == Quarter::None || !is_same {
        return glyphs.to_vec();
    }
    let upright = |glyph: &Glyph| {
        let (x, y) = ((glyph.x + glyph.end()) / 2.0, glyph.middle());
        let (x, y) = match turn {
            Quarter::Down => (y, -x),
            Quarter::UpsideDown => (-x, -y),
            _ => (-y, x),
        };
        Glyph {
            x: x - glyph.along / 2.0,
            y: y + glyph.size * 0.35,
            width: glyph.along,
            turn: Quarter::None,
            ..glyph.clone()
        }
    };
    glyphs.iter().map(upright).collect()
}

fn table(
    lattice: Lattice,
    held: Vec<Vec<Glyph>>,
    contents: &[Content],
    page: usize,
    baselines: &[f64],
) -> Table {
    let mut cells: Vec<Cell> = Vec::new();
    for ((region, glyphs), content) in lattice.regions.iter().zip(held).zip(contents) {
        let first = glyphs.iter().map(|glyph| glyph.y).min_by(f64::total_cmp);
        let lines = lines::lines(turned_upright(&glyphs));
        let top = lattice
            .row_edges
            .get(region.row)
            .copied()
            .unwrap_or_default();
        let y = first.unwrap_or(top);
        // The first line at or below it, or the last line of the page.
        let above = baselines.partition_point(|line| *line < y - 0.01);
        let line = (above + 1).min(baselines.len().max(1));
        let mut text = text(&lines, &glyphs, *content);
        let is_last = region.column.saturating_add(region.columns) == lattice.width();
        if is_last && (lattice.is_cut || lattice.opens_right && text.is_empty()) {
            // It may be blank, or cut off at the paper's edge, or hold the first digits of a number.
            text.push(UNREADABLE);
        }
        cells.push(Cell {
            region: *region,
            text,
            page,
            line,
        });
    }
    cells.sort_by_key(|cell| (cell.region.row, cell.region.column));
    Table {
        top: lattice.row_edges.first().copied().unwrap_or_default(),
        rows: lattice.row_edges.len().saturating_sub(1),
        column_edges: lattice.column_edges,
        cells,
    }
}

/// Whether two glyphs, one drawn after the other, are side by side.
fn is_next(one: &Glyph, other: &Glyph) -> bool {
    let size = one.size.max(other.size);
    let gap = other.x - one.end();
    (one.y - other.y).abs() < size * 0.1 && gap.abs() < size * 0.3 && !other.follows_space
}

/// Whether a number begins in another cell, right after a word that fills its own.
fn starts_another(lattice: &Lattice, one: &Glyph, other: &Glyph) -> bool {
    let region = |glyph: &Glyph| lattice.region((glyph.x + glyph.end()) / 2.0, glyph.middle());
    one.text.is_ascii() != other.text.is_ascii() && region(one) != region(other)
}

/// The innermost table around the middle of the run.
fn around(lattices: &[Lattice], run: &[Glyph]) -> Option<usize> {
    let (x, y) = middle(run)?;
    let holds = |(_, lattice): &(usize, &Lattice)| lattice.region(x, y).is_some();
    let holding = lattices.iter().enumerate().filter(holds);
    let inner = holding.min_by(|(_, one), (_, other)| one.area().total_cmp(&other.area()));
    inner.map(|(index, _)| index)
}

fn middle(run: &[Glyph]) -> Option<(f64, f64)> {
    let (first, last) = (run.first()?, run.last()?);
    Some(((first.x + last.end()) / 2.0, first.middle()))
}

/// The region of each glyph. A run over an edge is kept together; if it is a number, it is marked as
/// unreadable, since it may belong to either cell.
fn placed(lattice: &Lattice, run: &[Glyph]) -> Vec<(Option<usize>, Glyph)> {
    let region = |glyph: &Glyph| {
        let at = |x: f64| lattice.region(x, glyph.middle());
        let within = glyph.size.min(glyph.width) * OVER;
        let region = at((glyph.x + glyph.end()) / 2.0);
        let is_within = at(glyph.x + within) == region && at(glyph.end() - within) == region;
        (region, is_within)
    };
    let own: Vec<(Option<usize>, bool)> = run.iter().map(region).collect();
    let parts_well = run
        .windows(2)
        .zip(own.windows(2))
        .all(|(pair, own)| match (pair, own) {
            ([one, other], [(first, _), (second, _)]) => {
                first == second || other.x - one.end() > one.size.max(other.size) * 0.1
            }
            _ => true,
        });
    if parts_well && own.iter().all(|(_, is_within)| *is_within) {
        let regions = own.into_iter().map(|(region, _)| region);
        return regions.zip(run.iter().cloned()).collect();
    }
    let whole = middle(run).and_then(|(x, y)| lattice.region(x, y));
    let mut placed: Vec<(Option<usize>, Glyph)> =
        run.iter().map(|glyph| (whole, glyph.clone())).collect();
    let is_number = run.iter().all(|glyph| glyph.text.is_ascii());
    if let Some((_, last)) = placed.last_mut().filter(|_| is_number) {
        last.text.push(UNREADABLE);
    }
    placed
}

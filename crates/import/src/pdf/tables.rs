//! Characters into the cells that they stand in.

use super::geometry::Glyph;
use super::lattice::{Lattice, Region};
use super::lines::{self, Fields};

/// A table of a page, or of several.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The columns' edges.
    pub(super) across: Vec<f64>,
    pub(super) top: f64,
    pub(super) rows: usize,
    /// In the order of rows and columns.
    pub(super) cells: Vec<Cell>,
    pub(super) opens_above: bool,
    pub(super) opens_below: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) region: Region,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) line: usize,
}

/// How far a character may stand over a cell's edge, of the font's height.
const OVER: f64 = 0.15;
/// So many lines of a cell, each at least this wide in heights of the font, are paragraphs.
const LINES: usize = 5;
const WIDE: f64 = 15.0;

/// The tables, and the characters outside of them.
pub(super) fn fill(
    lattices: Vec<Lattice>,
    glyphs: Vec<Glyph>,
    page: usize,
    baselines: &[f64],
) -> (Vec<Table>, Vec<Glyph>) {
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
    for (lattice, held) in lattices.into_iter().zip(held) {
        if is_frame(&lattice, &held) {
            rest.extend(held.into_iter().flatten());
            continue;
        }
        // Rules without words are a drawing.
        if held.iter().any(|glyphs| !glyphs.is_empty()) {
            tables.push(table(lattice, held, page, baselines));
        }
    }
    (tables, rest)
}

/// Whether the rules only part a page's text from what stands beside it: one row, and paragraphs in
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
    lattice.down.len() == 2 && held.iter().any(is_text)
}

fn table(lattice: Lattice, held: Vec<Vec<Glyph>>, page: usize, baselines: &[f64]) -> Table {
    let mut cells: Vec<Cell> = Vec::new();
    for (region, glyphs) in lattice.regions.iter().zip(held) {
        let lines = lines::lines(glyphs);
        let top = lattice.down.get(region.row).copied().unwrap_or_default();
        let y = lines.first().map_or(top, |line| line.y);
        // The first line at or below it, and the last for what stands below all.
        let above = baselines.partition_point(|line| *line < y - 0.01);
        let line = (above + 1).min(baselines.len().max(1));
        let text = |line: &Fields| {
            let fields = line.fields.iter().map(|field| field.text.as_str());
            fields.collect::<Vec<_>>().join(" ")
        };
        let mut text = lines.iter().map(text).collect::<Vec<_>>().join("\n");
        let is_last = region.column.saturating_add(region.columns) == lattice.width();
        if is_last && (lattice.is_cut || lattice.opens_right && text.is_empty()) {
            // Cut off with the paper's edge, or blank, or the first figures of a number: nobody can
            // tell.
            text.push('\u{fffd}');
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
        top: lattice.down.first().copied().unwrap_or_default(),
        rows: lattice.down.len().saturating_sub(1),
        across: lattice.across,
        cells,
        opens_above: lattice.opens_above,
        opens_below: lattice.opens_below,
    }
}

/// Whether two characters, one drawn after the other, stand side by side.
fn is_next(one: &Glyph, other: &Glyph) -> bool {
    let size = one.size.max(other.size);
    let gap = other.x - one.end();
    (one.y - other.y).abs() < size * 0.1 && gap.abs() < size * 0.3 && !other.spaced
}

/// Whether a number begins in another cell, right behind a word that fills its own.
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

/// The region of each character. A run that stands over an edge is not torn; where it is a number,
/// nobody can tell whose it is, and it is marked as unreadable.
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
        last.text.push('\u{fffd}');
    }
    placed
}

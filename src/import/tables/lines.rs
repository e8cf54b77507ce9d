//! The three tables from lines of text.

use super::fill::{Found, Service, heading_unit};
use super::flat::strips;
use super::strip::{Cells, Shapes, Strip};
use crate::import::labels::{
    Named, Over, columns, named, plain, proactive_row, review_block, review_column, row, whole,
};
use crate::import::number::cell;
use crate::import::{Gap, Line, Log, Part, Place, Remark};
use crate::model::{BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, RowKey};

/// Reads a run of lines and empties it.
pub fn read(part: Option<Part>, run: &mut Vec<&Line>, found: &mut Found, log: &mut Log) {
    let lines = std::mem::take(run);
    let Some(part) = part else { return };
    let strips = strips(&lines, log);
    match part {
        Part::Proactive => proactive(&strips, found, log),
        Part::Applications => applications(&strips, found, log),
        Part::Reviews => reviews(&strips, found, log),
        Part::Disclosure => {}
    }
}

/// The headings in force over rows of section two.
#[derive(Default)]
struct Heading {
    columns: Vec<ProactiveColumn>,
    unit: Option<crate::model::Currency>,
    /// How many fields its line has.
    width: Option<usize>,
}

fn proactive(strips: &[Strip], found: &mut Found, log: &mut Log) {
    let mut heading = Heading::default();
    for strip in strips {
        let label = plain(&strip.label);
        let (columns, editions) = columns(&label);
        found.editions.extend(editions);
        if !columns.is_empty() {
            heading = Heading {
                columns,
                unit: heading_unit(&whole(&strip.label)),
                width: strip.width,
            };
        }
        let Some(key) = proactive_row(&label) else {
            stray(strip, found, log, 1);
            continue;
        };
        if matches!(key, ProactiveKey::OtherServices | ProactiveKey::Procurement) {
            found.editions.push(Edition::Form2019);
        }
        service(key, strip, &heading, found, log);
    }
}

fn service(key: ProactiveKey, strip: &Strip, heading: &Heading, found: &mut Found, log: &mut Log) {
    let Some(place) = strip.place else { return };
    let unit = heading.unit.or_else(|| heading_unit(&whole(&strip.label)));
    // The headings of another row say nothing of this one.
    let fits = |column: &&ProactiveColumn| {
        let editions = [Edition::Form2019, Edition::Form2021];
        editions
            .iter()
            .any(|edition| key.columns(*edition).contains(column))
    };
    let known: Vec<ProactiveColumn> = heading.columns.iter().filter(fits).copied().collect();
    let by_form: &[usize] = match key {
        ProactiveKey::Rules | ProactiveKey::NormativeDocuments => &[3],
        ProactiveKey::OtherServices => &[3],
        ProactiveKey::Fees => &[2, 1],
        ProactiveKey::Procurement => &[2],
        _ => &[3, 1],
    };
    let widths: Vec<usize> = match known.len() {
        0 => by_form.to_vec(),
        count => vec![count],
    };
    for wanted in &widths {
        let shapes = Shapes::default();
        let cells = match strip.cells(*wanted, &shapes) {
            Cells::Count(_) => aligned(strip, *wanted, heading.width),
            cells => cells,
        };
        if let Cells::Known(cells, strays) = cells {
            skipped(&strays, log);
            if known.is_empty() {
                log.remark(
                    Some(place),
                    &strip.label,
                    Some(key.path().to_owned()),
                    Remark::HeadingsAssumed,
                );
            }
            let columns = known
                .iter()
                .copied()
                .map(Some)
                .chain(std::iter::repeat(None));
            let at = strip.lines.first().map_or(place, |line| line.place);
            found.services.push(Service {
                key,
                place,
                unit,
                printed: columns
                    .zip(cells.into_iter().map(|text| (at, text)))
                    .collect(),
            });
            return;
        }
    }
    let expected = widths.first().copied().unwrap_or_default();
    let gap = Gap::CellCount {
        expected,
        found: strip.filled(),
    };
    log.gap(
        Some(place),
        &strip.shown(),
        Some(key.path().to_owned()),
        gap,
    );
    found.told.push(key.path().to_owned());
}

/// A row with blanks whose separators leave no choice: as many fields as cells, or as many as its
/// heading, which begins beside it.
fn aligned(strip: &Strip, wanted: usize, heading: Option<usize>) -> Cells {
    let [line] = strip.lines.as_slice() else {
        return Cells::Count(strip.filled());
    };
    let is_whole = line.fields.len() == wanted;
    let is_under = heading == Some(line.start + line.fields.len()) && line.start == 1;
    match line.fields.split_at_checked(wanted) {
        Some((cells, rest))
            if line.is_separated
                && (is_whole || is_under)
                && rest.iter().all(|field| field.is_empty()) =>
        {
            Cells::Known(cells.to_vec(), Vec::new())
        }
        _ => Cells::Count(strip.filled()),
    }
}

fn applications(strips: &[Strip], found: &mut Found, log: &mut Log) {
    let mut shapes = Shapes::of(strips, 7);
    let mut labels = strips.iter().map(|strip| plain(&strip.label));
    if !labels.any(|label| named(&label) == Some(Named::All)) {
        shapes = shapes.without_headings();
    }
    let mut within: Option<Over> = None;
    let mut columns = None;
    for strip in strips {
        let words = plain(&strip.label);
        columns = named(&words).or(columns);
        if columns == Some(Named::Some) {
            // With a column less, a blank that seems to be a cell may be none.
            shapes = Shapes::default();
        }
        let label = row(&words, within);
        within = label.over.or(within);
        let Some((key, before)) = label.rows.split_last() else {
            stray(strip, found, log, 2);
            continue;
        };
        if matches!(
            key,
            RowKey::Received | RowKey::CarriedIn | RowKey::Total | RowKey::CarriedOut
        ) {
            within = None;
        }
        // Rows without a value of their own: blank, or cut off.
        for key in before.iter().filter(|key| **key != RowKey::Other) {
            count(*key, strip, 0, found, log);
        }
        if strip.lines.is_empty() {
            if *key != RowKey::Other {
                count(*key, strip, 0, found, log);
            }
            continue;
        }
        match key {
            RowKey::Other => found.editions.push(Edition::Form2019),
            RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {
                found.editions.push(Edition::Form2021);
            }
            _ => {}
        }
        match strip.cells(7, &shapes) {
            Cells::Known(..) if columns == Some(Named::Moved) => {
                let path = key.path().to_owned();
                log.gap(strip.place, &strip.shown(), Some(path), Gap::Ambiguous);
                found.told.push(key.path().to_owned());
            }
            Cells::Known(cells, strays) => {
                skipped(&strays, log);
                let at = strip.lines.first().map(|line| line.place).or(strip.place);
                let Some(at) = at else { continue };
                let printed: Vec<(Place, String)> =
                    cells.into_iter().map(|text| (at, text)).collect();
                found.row(*key, &printed, log);
            }
            Cells::Count(filled) => count(*key, strip, filled, found, log),
        }
    }
}

fn count(key: RowKey, strip: &Strip, filled: usize, found: &mut Found, log: &mut Log) {
    let gap = Gap::CellCount {
        expected: 7,
        found: filled,
    };
    log.gap(
        strip.place,
        &strip.shown(),
        Some(key.path().to_owned()),
        gap,
    );
    found.told.push(key.path().to_owned());
}

/// A label that the form does not have, with numbers.
fn stray(strip: &Strip, _found: &mut Found, log: &mut Log, least: usize) {
    let filled = strip.filled();
    if filled >= least && !plain(&strip.label).is_empty() {
        log.gap(strip.place, &strip.shown(), None, Gap::UnknownRow);
    } else if filled > 0 {
        log.remark(strip.place, &strip.shown(), None, Remark::Skipped);
    }
}

fn skipped(strays: &[(Place, String)], log: &mut Log) {
    for (place, text) in strays {
        log.remark(Some(*place), text, None, Remark::Skipped);
    }
}

fn reviews(strips: &[Strip], found: &mut Found, log: &mut Log) {
    let valued: Vec<&Strip> = strips
        .iter()
        .filter(|strip| !strip.lines.is_empty())
        .collect();
    let places: Vec<(BlockKey, BlockColumn)> = BlockKey::ALL
        .iter()
        .flat_map(|block| BlockColumn::ALL.iter().map(|column| (*block, *column)))
        .collect();
    // All fifteen in one row, as the form has them.
    let whole: Vec<&Strip> = valued
        .iter()
        .copied()
        .filter(|strip| strip.filled() >= 15 || is_row(strip, 15))
        .collect();
    if let [strip] = whole.as_slice() {
        match strip.cells(15, &Shapes::of(strips, 15)) {
            Cells::Known(cells, strays) => {
                skipped(&strays, log);
                take(strip, &places, &cells, found, log);
            }
            Cells::Count(_) => match aligned(strip, 15, None) {
                Cells::Known(cells, _) => take(strip, &places, &cells, found, log),
                Cells::Count(_) => block_gap(strip, 15, log),
            },
        }
        return;
    }
    let mut block = None;
    let mut label = String::new();
    // The names of the results, once for all blocks.
    let mut has_heading = false;
    let mut taken: Vec<(BlockKey, BlockColumn)> = Vec::new();
    for strip in strips {
        let plain = plain(&strip.label);
        // 行政诉讼（复议后起诉）
        let own = review_block(&crate::import::labels::whole(&strip.label));
        block = own.or(block);
        label.push_str(&plain);
        if strip.lines.is_empty() {
            continue;
        }
        let named = columns_named(&label);
        label.clear();
        let Some(block) = block else {
            stray(strip, found, log, 1);
            continue;
        };
        let five = || {
            BlockColumn::ALL
                .iter()
                .map(|column| (block, *column))
                .collect()
        };
        let is_own = own.is_some();
        let places: Vec<(BlockKey, BlockColumn)> = match (named, review_column(&plain)) {
            // One under its name.
            (0..=1, Some(column)) if strip.filled() == 1 => vec![(block, column)],
            // A block's five under theirs.
            (4, _) => five(),
            (0, None) if is_own && has_heading => five(),
            // Names of several blocks, and not as many values.
            _ => {
                block_gap(strip, 15, log);
                continue;
            }
        };
        has_heading |= named == 4;
        if places.iter().any(|place| taken.contains(place)) {
            log.gap(
                strip.place,
                &strip.shown(),
                Some(block.path().to_owned()),
                Gap::Ambiguous,
            );
            found.blocks.retain(|(of, ..)| *of != block);
            continue;
        }
        match strip.cells(places.len(), &Shapes::of(strips, places.len())) {
            Cells::Known(cells, strays) => {
                skipped(&strays, log);
                take(strip, &places, &cells, found, log);
                taken.extend(places);
            }
            Cells::Count(count) => {
                let gap = Gap::CellCount {
                    expected: places.len(),
                    found: count,
                };
                log.gap(
                    strip.place,
                    &strip.shown(),
                    Some(block.path().to_owned()),
                    gap,
                );
            }
        }
    }
}

fn columns_named(label: &str) -> usize {
    let names = ["结果维持", "结果纠正", "其他结果", "尚未审结"];
    names.iter().map(|name| label.matches(name).count()).sum()
}

fn is_row(strip: &Strip, wanted: usize) -> bool {
    strip
        .lines
        .iter()
        .any(|line| line.is_separated && line.fields.len() >= wanted)
}

fn block_gap(strip: &Strip, expected: usize, log: &mut Log) {
    let gap = Gap::CellCount {
        expected,
        found: strip.filled(),
    };
    log.gap(strip.place, &strip.shown(), Some("reviews".to_owned()), gap);
}

/// Puts the cells of section four in their places.
fn take(
    strip: &Strip,
    places: &[(BlockKey, BlockColumn)],
    cells: &[String],
    found: &mut Found,
    log: &mut Log,
) {
    let place = strip.lines.first().map(|line| line.place).or(strip.place);
    for ((block, column), text) in places.iter().zip(cells) {
        put(*block, *column, place, text, found, log);
    }
}

/// Puts one cell of section four in its place.
pub fn put(
    block: BlockKey,
    column: BlockColumn,
    place: Option<Place>,
    text: &str,
    found: &mut Found,
    log: &mut Log,
) {
    let path = format!("{}.{}", block.path(), column.field());
    match cell(text, false) {
        Ok(Cell::Missing) => {}
        Ok(cell) => {
            if let Some(place) = place {
                log.read(place, path);
            }
            found.blocks.push((block, column, cell));
        }
        Err(gap) => log.gap(place, text, Some(path), gap),
    }
}

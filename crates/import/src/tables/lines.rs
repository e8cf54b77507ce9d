//! The three tables from lines of text.

use super::fill::{Found, Service, heading_unit};
use super::flat::strips;
use super::strip::{Cells, Head, Shapes, Strip, Values};
use crate::labels::{
    Named, Over, applicant, column, columns, has_more_columns, is_numbered, named, plain,
    proactive_row, review_block, review_column, row, whole,
};
use crate::number::cell;
use crate::{Gap, Line, Log, Part, Place, Remark};
use gongkai_model::{BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, RowKey};

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
    unit: Option<gongkai_model::Currency>,
    /// How many fields its line has.
    width: Option<usize>,
    /// Which of the fields of such a line are the columns, and how many there are.
    fields: Option<(Vec<usize>, usize)>,
    /// Of the whole table: whether a column counts its rows.
    is_numbered: bool,
}

/// The headings between 信息内容 and the row's own label, where each names a column.
fn headings(heads: &[Head]) -> Option<Vec<(&Head, ProactiveColumn, Option<Edition>)>> {
    let first = heads
        .iter()
        .rposition(|head| plain(&head.text) == "信息内容")?;
    let behind = heads.get(first + 1..)?;
    let between = match behind.split_last() {
        Some((last, between)) if proactive_row(&plain(&last.text)).is_some() => between,
        _ => behind,
    };
    let named: Vec<_> = between
        .iter()
        .filter_map(|head| {
            let (column, edition) = column(&plain(&head.text))?;
            Some((head, column, edition))
        })
        .collect();
    (!named.is_empty() && named.len() == between.len()).then_some(named)
}

/// Where the columns' names stand, each by itself on one line with separators.
fn fields(named: &[&Head]) -> Option<(Vec<usize>, usize)> {
    let (first, rest) = named.split_first()?;
    let (_, width) = first.field?;
    let is_line = rest.iter().all(|head| head.line == first.line);
    let places = named.iter().filter_map(|head| Some(head.field?.0));
    is_line.then(|| (places.collect(), width))
}

/// The cells under their columns' names, where the row has as many fields as the names' line and
/// nothing stands beside them.
fn under(line: &Values, fields: &[usize], width: usize) -> Option<Vec<String>> {
    if !line.is_separated || line.start + line.fields.len() != width {
        return None;
    }
    let own = |at: &usize| {
        let at = at.checked_sub(line.start)?;
        line.fields.get(at).cloned()
    };
    let cells: Vec<String> = fields.iter().filter_map(own).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let all = line.fields.iter().filter(|field| !field.is_empty()).count();
    (cells.len() == fields.len() && filled == all).then_some(cells)
}

fn proactive(strips: &[Strip], found: &mut Found, log: &mut Log) {
    let mut heading = Heading {
        is_numbered: counts_rows(strips),
        ..Heading::default()
    };
    for strip in strips {
        let label = plain(&strip.label);
        let (columns, editions) = columns(&label);
        found.editions.extend(editions);
        let unit = heading_unit(&whole(&strip.label));
        let width = strip.width;
        if let Some(named) = headings(&strip.heads) {
            found
                .editions
                .extend(named.iter().filter_map(|named| named.2));
            let heads: Vec<&Head> = named.iter().map(|named| named.0).collect();
            heading = Heading {
                fields: fields(&heads),
                columns: named.iter().map(|named| named.1).collect(),
                unit,
                width,
                is_numbered: heading.is_numbered,
            };
        } else if !columns.is_empty() {
            heading = Heading {
                columns,
                unit,
                width,
                fields: None,
                is_numbered: heading.is_numbered,
            };
        }
        let Some(key) = proactive_row(&label) else {
            match hedged(&label) {
                Some(key) => {
                    let path = key.path().to_owned();
                    found.told.push(path.clone());
                    log.gap(strip.at(), strip.shown(), Some(path), Gap::NotANumber);
                }
                None => stray(strip, found, log, 1),
            }
            continue;
        };
        if matches!(key, ProactiveKey::OtherServices | ProactiveKey::Procurement) {
            found.editions.push(Edition::Form2019);
        }
        service(key, strip, &heading, found, log);
    }
}

/// The row whose first cell is no number, so that it reads as a part of the label: 行政许可约1200.
fn hedged(label: &str) -> Option<ProactiveKey> {
    let words = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let row = words.strip_suffix(['约', '近', '超', '逾'])?;
    (words.len() < label.len()).then(|| proactive_row(row))?
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
    let named = heading.fields.as_ref().map(|(places, width)| {
        let places = heading.columns.iter().zip(places);
        let places = places.filter(|(column, _)| fits(column));
        (places.map(|(_, at)| *at).collect::<Vec<usize>>(), *width)
    });
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
        let placed = match (&named, strip.lines.as_slice()) {
            (Some((places, width)), [line]) if *wanted == places.len() => {
                under(line, places, *width)
            }
            _ => None,
        };
        let cells = match placed {
            Some(cells) => Cells::Known(cells, Vec::new()),
            None if is_beside(strip, named.as_ref()) => Cells::Count(strip.filled()),
            None if heading.is_numbered && !strip.is_separated() => Cells::Count(strip.filled()),
            None => match strip.cells(*wanted, &shapes) {
                Cells::Count(_) => aligned(strip, *wanted, heading.width),
                cells => cells,
            },
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
    log.gap(strip.at(), strip.shown(), Some(key.path().to_owned()), gap);
    found.told.push(key.path().to_owned());
}

/// Whether the row has a field for each of its heading's, and a value where no column is named.
fn is_beside(strip: &Strip, named: Option<&(Vec<usize>, usize)>) -> bool {
    let ([line], Some((places, width))) = (strip.lines.as_slice(), named) else {
        return false;
    };
    let is_even = line.is_separated && line.start + line.fields.len() == *width;
    let mut filled = line
        .fields
        .iter()
        .enumerate()
        .filter(|(_, f)| !f.is_empty());
    is_even && filled.any(|(at, _)| !places.contains(&(at + line.start)))
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
    let is_moved = is_moved(strips, &shapes);
    let is_wider = is_wider(strips);
    let counts_rows = counts_rows(strips);
    for (index, strip) in strips.iter().enumerate() {
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
        let is_read = |key: &RowKey| found.rows.iter().any(|(of, ..)| of == key);
        let without: Vec<RowKey> = before
            .iter()
            .filter(|key| **key != RowKey::Other)
            .chain(label.is_foreign.then_some(key))
            .filter(|key| !is_read(key))
            .copied()
            .collect();
        // The row's own name and a word more: its numbers, and one that is none.
        let is_told = label.is_foreign && without.contains(key);
        for row in without {
            let filled = if row == *key { strip.filled() } else { 0 };
            count(row, strip, filled, found, log);
        }
        if label.is_foreign {
            if !is_told {
                stray(strip, found, log, 2);
            }
            continue;
        }
        if strip.lines.is_empty() {
            if *key != RowKey::Other {
                count(*key, strip, 0, found, log);
            }
            continue;
        }
        match key {
            // Without values it may as well be the heading over the divided form's rows.
            RowKey::Other if strip.filled() > 0 => found.editions.push(Edition::Form2019),
            RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {
                found.editions.push(Edition::Form2021);
            }
            _ => {}
        }
        let is_doubtful = matches!(columns, Some(Named::Moved | Named::More));
        let is_counted = counts_rows && !strip.is_separated();
        match strip.cells(7, &shapes) {
            Cells::Known(..) if is_moved || is_wider || is_doubtful || is_counted => {
                let path = key.path().to_owned();
                log.gap(strip.at(), strip.shown(), Some(path), Gap::Ambiguous);
                found.told.push(key.path().to_owned());
            }
            Cells::Known(cells, _)
                if cells.iter().all(String::is_empty) && has_its_numbers_beside(strips, index) =>
            {
                let path = key.path().to_owned();
                log.gap(strip.at(), strip.shown(), Some(path), Gap::Ambiguous);
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

/// Whether numbers that may be those of an empty row stand in the one above or below, whose name is
/// no row's: the row is broken in two.
fn has_its_numbers_beside(strips: &[Strip], index: usize) -> bool {
    let goes_on = |strip: &Strip| !is_numbered(&strip.label);
    let is_nameless = |strip: &Strip| {
        strip.filled() > 0 && row(&plain(&strip.label), None).rows.is_empty() && !is_other(strip)
    };
    let above = index.checked_sub(1).and_then(|above| strips.get(above));
    let below = strips.get(index + 1);
    above.is_some_and(|above| strips.get(index).is_some_and(goes_on) && is_nameless(above))
        || below.is_some_and(|below| is_nameless(below) && goes_on(below))
}

/// 其他, which is a row below its heading.
fn is_other(strip: &Strip) -> bool {
    plain(&strip.label).ends_with("其他")
}

/// Whether section three has more columns than the form, by its headings, which may stand in
/// several strips, or by its rows.
fn is_wider(strips: &[Strip]) -> bool {
    let mut heading = String::new();
    for strip in strips {
        let words = plain(&strip.label);
        heading.push_str(&words);
        if !row(&words, None).rows.is_empty() {
            break;
        }
    }
    let rows = || strips.iter().map(Strip::filled);
    let wider = rows().filter(|filled| *filled > 7).count();
    has_more_columns(&heading) || wider > rows().filter(|filled| *filled == 7).count()
}

/// Whether a column of the table counts its rows. In text that does not part the cells, the next
/// row's number follows a row's values as one of them.
fn counts_rows(strips: &[Strip]) -> bool {
    let names = ["序号", "行次", "编号"];
    let is_it = |head: &Head| names.contains(&plain(&head.text).as_str());
    let mut heads = strips.iter().flat_map(|strip| &strip.heads);
    heads.any(is_it)
        || strips
            .iter()
            .any(|strip| plain(&strip.label).contains("序号信息内容"))
}

/// Whether the names of section three's columns stand in another order than the form's.
fn is_moved(strips: &[Strip], shapes: &Shapes) -> bool {
    let heads: Vec<&Head> = strips.iter().flat_map(|strip| &strip.heads).collect();
    let lines = heads.chunk_by(|one, next| one.line == next.line);
    let on_one_line = lines.into_iter().any(|line| {
        let text: String = line.iter().map(|head| plain(&head.text)).collect();
        let last = APPLICANTS.iter().filter_map(|name| text.rfind(name)).max();
        let total = TOTALS.iter().filter_map(|name| text.find(name)).min();
        let columns = line.iter().filter_map(|head| applicant(&plain(&head.text)));
        let columns: Vec<usize> = columns.map(|column| column as usize).collect();
        text.starts_with("自然人") && !columns.is_sorted()
            || matches!((total, last), (Some(total), Some(last)) if total < last)
                && line.len() < text.chars().count()
    });
    if on_one_line {
        return true;
    }
    // On a line of its own before the others it is the last column, or the first.
    let of = |names: &[&str]| {
        let is_it = |head: &&&Head| names.contains(&plain(&head.text).as_str());
        heads
            .iter()
            .position(|head| is_it(&head))
            .map(|at| (at, heads.get(at)))
    };
    let (Some((total_at, Some(total))), Some((person_at, Some(person)))) =
        (of(&TOTALS), of(&["自然人"]))
    else {
        return false;
    };
    if total_at > person_at {
        return false;
    }
    match (total.field, person.field) {
        (Some((total, _)), Some((person, _))) if total != person => total < person,
        _ => !is_sum_last(strips, shapes),
    }
}

const APPLICANTS: [&str; 5] = ["自然人", "商业", "科研", "公益", "法律"];
const TOTALS: [&str; 2] = ["总计", "合计"];

/// Whether the numbers show that the last column is the sum: in some rows it is, and in more than
/// the first one is.
fn is_sum_last(strips: &[Strip], shapes: &Shapes) -> bool {
    let (mut first_is, mut last_is, mut is_empty) = (0_usize, 0_usize, true);
    for strip in strips {
        let Cells::Known(cells, _) = strip.cells(7, shapes) else {
            continue;
        };
        let counts = cells.iter().map(|text| match cell(text, false) {
            Ok(Cell::Count(count)) => i128::from(count),
            _ => 0,
        });
        let counts: Vec<i128> = counts.collect();
        let sum: i128 = counts.iter().sum();
        let is_half = |count: Option<&i128>| sum > 0 && count.is_some_and(|one| one * 2 == sum);
        is_empty &= sum == 0;
        first_is += usize::from(is_half(counts.first()));
        last_is += usize::from(is_half(counts.last()));
    }
    is_empty || last_is > first_is
}

fn count(key: RowKey, strip: &Strip, filled: usize, found: &mut Found, log: &mut Log) {
    let gap = Gap::CellCount {
        expected: 7,
        found: filled,
    };
    log.gap(strip.at(), strip.shown(), Some(key.path().to_owned()), gap);
    found.told.push(key.path().to_owned());
}

/// A label that the form does not have, with numbers.
fn stray(strip: &Strip, _found: &mut Found, log: &mut Log, least: usize) {
    let filled = strip.filled();
    if filled >= least && !plain(&strip.label).is_empty() {
        log.gap(strip.at(), strip.shown(), None, Gap::UnknownRow);
    } else if filled > 0 {
        log.remark(strip.at(), strip.shown(), None, Remark::Skipped);
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
    let words = crate::labels::whole;
    // All fifteen in one row, as the form has them.
    let whole: Vec<&Strip> = valued
        .iter()
        .copied()
        .filter(|strip| strip.filled() >= 15 || is_row(strip, 15))
        .collect();
    if let [strip] = whole.as_slice() {
        // What is said below the row names none of its columns.
        let at = strips.iter().position(|one| std::ptr::eq(one, *strip));
        let above = strips.iter().take(at.map_or(0, |at| at + 1));
        let labels: String = above.map(|strip| words(&strip.label)).collect();
        if !is_in_order(&labels) || !has_blocks_in_order(&labels) {
            ambiguous(strip, log);
            return;
        }
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
    let mut is_moved = false;
    let mut taken: Vec<(BlockKey, BlockColumn)> = Vec::new();
    for strip in strips {
        let plain = plain(&strip.label);
        // 行政诉讼（复议后起诉）
        let own = review_block(&words(&strip.label));
        block = own.or(block);
        label.push_str(&plain);
        if strip.lines.is_empty() {
            continue;
        }
        let named = columns_named(&label);
        let is_ordered = is_in_order(&label);
        label.clear();
        if named > 1 && !is_ordered {
            is_moved = true;
        }
        if is_moved {
            ambiguous(strip, log);
            continue;
        }
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
                strip.at(),
                strip.shown(),
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
                    strip.at(),
                    strip.shown(),
                    Some(block.path().to_owned()),
                    gap,
                );
            }
        }
    }
}

/// Whether the names of section four's columns stand in the form's order, block by block.
fn is_in_order(labels: &str) -> bool {
    let names = ["结果维持", "结果纠正", "其他结果", "尚未审结"];
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (column, name) in names.iter().enumerate() {
        found.extend(labels.match_indices(name).map(|(at, _)| (at, column)));
    }
    found.sort_unstable();
    let columns: Vec<usize> = found.iter().map(|(_, column)| *column).collect();
    // Each block begins as the first one does, and no total stands before its names.
    let least = columns.iter().min().copied();
    let mut blocks = columns.chunk_by(|one, next| one < next);
    let are_alike = blocks.all(|block| block.first().copied() == least);
    let first = found.first().map(|(at, _)| *at).unwrap_or_default();
    let before = labels.get(..first).unwrap_or_default();
    let is_total_first = TOTALS.iter().any(|name| before.ends_with(name));
    are_alike && !is_total_first
}

/// Whether the form's order of the blocks is the printed one, as far as they are named.
fn has_blocks_in_order(labels: &str) -> bool {
    let is_before = |one: &str, other: &str| match (labels.find(one), labels.find(other)) {
        (Some(one), Some(other)) => one < other,
        _ => true,
    };
    is_before("未经复议", "复议后") && is_before("行政复议", "行政诉讼")
}

/// Columns in another order than the form's: which is which is left to a person.
fn ambiguous(strip: &Strip, log: &mut Log) {
    let path = Some("reviews".to_owned());
    log.gap(strip.at(), strip.shown(), path, Gap::Ambiguous);
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
    log.gap(strip.at(), strip.shown(), Some("reviews".to_owned()), gap);
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

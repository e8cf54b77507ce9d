//! The three tables from tables with real cells.

use super::begins;
use super::fill::{Found, Service, heading_unit};
use super::lines::put;
use crate::labels::{
    Over, applicant, column, columns, is_numbered, over, plain, proactive_row, review_block,
    review_column, row, whole,
};
use crate::number::{counts_columns, is_value};
use crate::{Gap, Grid, GridCell, Log, Part, Place, Remark};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Currency, Edition, ProactiveColumn, ProactiveKey, RowKey,
};

/// More than any table of the form, by far.
const PLACES: usize = 200_000;

/// Which column is which, kept for a table that goes on behind a page's end.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    applicants: Option<[usize; 7]>,
    width: usize,
    /// The group whose rows were being read.
    within: Option<Over>,
}

/// A table with every merged cell at each of its places.
struct Matrix<'a> {
    cells: Vec<&'a GridCell>,
    /// For every row and column the cell there and the row in which it begins.
    places: Vec<Vec<Option<(usize, usize)>>>,
    width: usize,
}

impl<'a> Matrix<'a> {
    fn of(grid: &'a Grid) -> Option<Matrix<'a>> {
        let mut cells: Vec<&GridCell> = Vec::new();
        let height = grid.rows.len();
        let mut places: Vec<Vec<Option<(usize, usize)>>> = vec![Vec::new(); height];
        let mut taken = 0_usize;
        for (at, row) in grid.rows.iter().enumerate() {
            let mut column = 0;
            for cell in row {
                while places.get(at)?.get(column).is_some_and(Option::is_some) {
                    column += 1;
                }
                let index = cells.len();
                cells.push(cell);
                let end = column.saturating_add(cell.columns.max(1));
                for below in places.iter_mut().skip(at).take(cell.rows.max(1)) {
                    taken = taken.saturating_add(end.saturating_sub(below.len()));
                    if taken > PLACES {
                        return None;
                    }
                    if below.len() < end {
                        below.resize(end, None);
                    }
                    for place in below.get_mut(column..end)?.iter_mut() {
                        place.get_or_insert((index, at));
                    }
                }
                column = end;
            }
        }
        let width = places.iter().map(Vec::len).max().unwrap_or(0);
        Some(Matrix {
            cells,
            places,
            width,
        })
    }

    fn at(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        *self.places.get(row)?.get(column)?
    }

    fn cell(&self, index: usize) -> Option<&'a GridCell> {
        self.cells.get(index).copied()
    }

    /// The cells of a row, each once, with their first column; those from above among them.
    fn row(&self, row: usize) -> Vec<Cell<'a>> {
        let mut cells: Vec<Cell<'a>> = Vec::new();
        for column in 0..self.width {
            let Some((index, from)) = self.at(row, column) else {
                continue;
            };
            match cells.last_mut() {
                Some(last) if last.index == index => last.end = column + 1,
                _ => cells.extend(self.cell(index).map(|cell| Cell {
                    index,
                    cell,
                    start: column,
                    end: column + 1,
                    is_own: from == row,
                })),
            }
        }
        cells
    }
}

#[derive(Clone, Copy)]
struct Cell<'a> {
    index: usize,
    cell: &'a GridCell,
    start: usize,
    end: usize,
    /// Whether it begins in this row.
    is_own: bool,
}

impl Cell<'_> {
    fn plain(&self) -> String {
        plain(&self.cell.text)
    }

    fn is_blank(&self) -> bool {
        crate::number::fold(&self.cell.text).is_empty()
    }

    fn is_label(&self) -> bool {
        !self.is_blank() && !is_value(&self.cell.text)
    }
}

/// Whether the table is one of the form's.
pub fn read(
    grid: &Grid,
    before: Option<Part>,
    columns: &mut Columns,
    found: &mut Found,
    log: &mut Log,
) -> bool {
    let Some(matrix) = Matrix::of(grid) else {
        let place = grid
            .rows
            .first()
            .and_then(|row| row.first())
            .map(|cell| cell.place);
        log.gap(place, "", None, Gap::Ambiguous);
        return false;
    };
    let mut part = None;
    let mut starts: Vec<(usize, Part)> = Vec::new();
    for index in 0..grid.rows.len() {
        let texts: Vec<&str> = matrix
            .row(index)
            .iter()
            .filter(|cell| cell.is_own)
            .map(|cell| cell.cell.text.as_str())
            .collect();
        let next = begins(&texts.join("\t")).or(part);
        if next != part {
            starts.extend(next.map(|part| (index, part)));
            part = next;
        }
    }
    if starts.is_empty() {
        // A table that goes on behind a page's end begins with rows.
        let labels = matrix.row(0).into_iter().filter(Cell::is_label);
        let first: String = labels.map(|cell| cell.plain()).collect();
        let is_row = !row(&first, columns.within).rows.is_empty() && matrix.width == columns.width;
        match before {
            Some(part) if part != Part::Applications || is_row => starts.push((0, part)),
            _ if is_row && columns.applicants.is_some() => starts.push((0, Part::Applications)),
            _ if proactive_row(&first).is_some() => starts.push((0, Part::Proactive)),
            _ => return false,
        }
    }
    // Rows before the first sign belong to the part that it begins.
    let ends = starts
        .iter()
        .skip(1)
        .map(|(start, _)| *start)
        .chain([grid.rows.len()]);
    let mut start = 0;
    for ((_, part), end) in starts.iter().zip(ends) {
        match part {
            Part::Proactive => proactive(&matrix, start..end, found, log),
            Part::Applications => applications(&matrix, start..end, columns, found, log),
            Part::Reviews => reviews(&matrix, start..end, found, log),
            Part::Disclosure => {}
        }
        start = end;
    }
    true
}

/// The row's own words and numbers, as printed.
fn shown(cells: &[Cell<'_>]) -> String {
    let own = cells.iter().filter(|cell| cell.is_own && !cell.is_blank());
    let texts: Vec<&str> = own.map(|cell| cell.cell.text.trim()).collect();
    texts.join(" ")
}

/// Whether a number stands in the row.
fn has_number(cells: &[Cell<'_>]) -> bool {
    let is_number = |cell: &Cell<'_>| cell.is_own && !cell.is_label() && !cell.is_blank();
    cells.iter().any(is_number)
}

/// Whether numbers that may be those of an empty row stand in the row above or below, which has no
/// name: a page's end breaks rows, and so do fields that are drawn in a cell.
fn has_its_numbers_beside(
    matrix: &Matrix<'_>,
    rows: std::ops::Range<usize>,
    index: usize,
    is_known: impl Fn(&str) -> bool,
) -> bool {
    let own = |row: usize| -> Vec<Cell<'_>> {
        let cells = matrix.row(row).into_iter();
        cells.filter(|cell| cell.is_own).collect()
    };
    let label = |cells: &[Cell<'_>]| -> String {
        let labels = cells.iter().filter(|cell| cell.is_label());
        labels.map(|cell| cell.cell.text.as_str()).collect()
    };
    let is_nameless = |row: usize| {
        let cells = own(row);
        rows.contains(&row) && has_number(&cells) && !is_known(&plain(&label(&cells)))
    };
    let goes_on = |row: usize| !is_numbered(&label(&own(row)));
    let above = index.checked_sub(1);
    above.is_some_and(|above| goes_on(index) && is_nameless(above))
        || is_nameless(index + 1) && goes_on(index + 1)
}

fn proactive(matrix: &Matrix<'_>, rows: std::ops::Range<usize>, found: &mut Found, log: &mut Log) {
    let mut heads: Vec<Option<ProactiveColumn>> = vec![None; matrix.width];
    let mut unit: Option<Currency> = None;
    for index in rows.clone() {
        let cells = matrix.row(index);
        let is_heading = cells
            .iter()
            .any(|cell| cell.is_own && cell.plain() == "信息内容");
        let named: Vec<(usize, usize, ProactiveColumn)> = cells
            .iter()
            .filter_map(|cell| {
                let (columns, editions) = columns(&cell.plain());
                found.editions.extend(editions);
                match columns.as_slice() {
                    [column] if cell.is_own => Some((cell.start, cell.end, *column)),
                    [] if cell.is_own && is_heading => {
                        let (column, edition) = column(&cell.plain())?;
                        found.editions.extend(edition);
                        Some((cell.start, cell.end, column))
                    }
                    _ => None,
                }
            })
            .collect();
        if !named.is_empty() {
            heads.fill(None);
            for (start, end, column) in named {
                for head in heads.iter_mut().take(end).skip(start) {
                    *head = Some(column);
                }
            }
            let words: String = cells.iter().map(|cell| whole(&cell.cell.text)).collect();
            unit = heading_unit(&words);
            continue;
        }
        let Some(at) = cells
            .iter()
            .position(|cell| proactive_row(&cell.plain()).is_some())
        else {
            stray(&cells, log);
            continue;
        };
        let Some((label, key)) = cells
            .get(at)
            .and_then(|cell| Some((cell, proactive_row(&cell.plain())?)))
        else {
            continue;
        };
        if matches!(key, ProactiveKey::OtherServices | ProactiveKey::Procurement) {
            found.editions.push(Edition::Form2019);
        }
        let values: Vec<Cell<'_>> = cells.iter().skip(at + 1).copied().collect();
        let is_known = |label: &str| proactive_row(label).is_some();
        let is_empty = values.iter().all(Cell::is_blank);
        if is_empty && has_its_numbers_beside(matrix, rows.clone(), index, is_known) {
            let (place, path) = (label.cell.place, key.path().to_owned());
            found.told.push(path.clone());
            log.gap(Some(place), &label.cell.text, Some(path), Gap::Ambiguous);
            continue;
        }
        let unit = unit.or_else(|| heading_unit(&whole(&label.cell.text)));
        service(key, label, &values, &heads, unit, found, log);
    }
}

fn service(
    key: ProactiveKey,
    label: &Cell<'_>,
    values: &[Cell<'_>],
    heads: &[Option<ProactiveColumn>],
    unit: Option<Currency>,
    found: &mut Found,
    log: &mut Log,
) {
    let place = label.cell.place;
    let path = key.path().to_owned();
    let mut printed: Vec<(Option<ProactiveColumn>, (Place, String))> = Vec::new();
    let has_heads = heads.iter().any(Option::is_some);
    for cell in values {
        let over = heads.get(cell.start..cell.end).unwrap_or_default();
        let mut over: Vec<ProactiveColumn> = over.iter().flatten().copied().collect();
        over.dedup();
        let text = (cell.cell.place, cell.cell.text.clone());
        match over.as_slice() {
            [column] => printed.push((Some(*column), text)),
            [] if !has_heads => printed.push((None, text)),
            [] if cell.is_blank() => {}
            [] => log.remark(
                Some(cell.cell.place),
                &cell.cell.text,
                Some(path.clone()),
                Remark::Skipped,
            ),
            _ => {
                log.gap(
                    Some(place),
                    &cell.cell.text,
                    Some(path.clone()),
                    Gap::Ambiguous,
                );
                found.told.push(path);
                return;
            }
        }
    }
    if !has_heads {
        let widths: &[usize] = match key {
            ProactiveKey::Rules
            | ProactiveKey::NormativeDocuments
            | ProactiveKey::OtherServices => &[3],
            ProactiveKey::Fees => &[2, 1],
            ProactiveKey::Procurement => &[2],
            _ => &[3, 1],
        };
        if !widths.contains(&printed.len()) {
            let gap = Gap::CellCount {
                expected: widths.first().copied().unwrap_or_default(),
                found: printed.len(),
            };
            log.gap(Some(place), &shown(values), Some(path.clone()), gap);
            found.told.push(path);
            return;
        }
        log.remark(
            Some(place),
            &label.cell.text,
            Some(path),
            Remark::HeadingsAssumed,
        );
    }
    found.services.push(Service {
        key,
        place,
        unit,
        printed,
    });
}

/// A row of no known name, with numbers.
fn stray(cells: &[Cell<'_>], log: &mut Log) {
    // A cell that reaches down from above is told with the row that it begins in.
    let mut own = cells.iter().filter(|cell| cell.is_own);
    let has_label = own.clone().any(Cell::is_label);
    let Some(first) = own.find(|cell| !cell.is_label() && !cell.is_blank()) else {
        return;
    };
    if has_label {
        log.gap(Some(first.cell.place), &shown(cells), None, Gap::UnknownRow);
    } else {
        log.remark(Some(first.cell.place), &shown(cells), None, Remark::Skipped);
    }
}

/// The column of each kind of applicant, by the headings above; `None` where they do not tell.
fn headings(matrix: &Matrix<'_>, rows: std::ops::Range<usize>) -> Option<[usize; 7]> {
    let mut found: [Option<usize>; 7] = [None; 7];
    for column in 0..matrix.width {
        let mut names = rows.clone().filter_map(|row| {
            let (index, _) = matrix.at(row, column)?;
            applicant(&plain(&matrix.cell(index)?.text))
        });
        let Some(name) = names.next_back() else {
            continue;
        };
        let slot = found.get_mut(name as usize)?;
        if slot.is_some() {
            // Two columns of one name.
            return None;
        }
        *slot = Some(column);
    }
    // A name that is not below its group's stands where wrong spans have moved it.
    let inside = [
        Applicant::Business,
        Applicant::Research,
        Applicant::Welfare,
        Applicant::Legal,
        Applicant::Other,
    ];
    for index in rows {
        let cells = matrix.row(index);
        let group = cells
            .iter()
            .find(|cell| cell.is_own && cell.plain() == "法人或其他组织");
        let Some(group) = group.filter(|group| group.end > group.start + 1) else {
            continue;
        };
        let is_inside = |name: &Applicant| {
            let column = found.get(*name as usize).copied().flatten();
            column.is_none_or(|column| (group.start..group.end).contains(&column))
        };
        if !inside.iter().all(is_inside) {
            return None;
        }
    }
    let [
        Some(a),
        Some(b),
        Some(c),
        Some(d),
        Some(e),
        Some(f),
        Some(g),
    ] = found
    else {
        return None;
    };
    Some([a, b, c, d, e, f, g])
}

fn applications(
    matrix: &Matrix<'_>,
    rows: std::ops::Range<usize>,
    kept: &mut Columns,
    found: &mut Found,
    log: &mut Log,
) {
    let is_heading = |index: usize| {
        let cells = matrix.row(index);
        let names: Vec<Applicant> = cells
            .iter()
            .filter(|cell| cell.is_own)
            .filter_map(|cell| applicant(&cell.plain()))
            .collect();
        names.contains(&Applicant::Person)
            || names.len() > 2
            || cells
                .iter()
                .any(|cell| cell.is_own && cell.plain() == "申请人情况")
    };
    let heading: Vec<usize> = rows
        .clone()
        .take_while(|index| {
            is_heading(*index)
                || !matrix
                    .row(*index)
                    .iter()
                    .any(|cell| !cell.is_label() && !cell.is_blank())
                    && row(
                        &matrix
                            .row(*index)
                            .iter()
                            .filter(|cell| cell.is_own)
                            .map(Cell::plain)
                            .collect::<String>(),
                        None,
                    )
                    .rows
                    .is_empty()
        })
        .collect();
    let first = rows.start + heading.len();
    let mut columns = headings(matrix, rows.start..first);
    if columns.is_none() && heading.is_empty() && kept.width == matrix.width {
        columns = kept.applicants;
    }
    let is_assumed = columns.is_none();
    if columns.is_none() {
        // The form's own order, where the values and the names leave no choice.
        if is_in_order(matrix, rows.start..first) {
            columns = assumed(matrix, first..rows.end);
        }
        if columns.is_some() {
            let place = matrix.row(rows.start).first().map(|cell| cell.cell.place);
            log.remark(
                place,
                "",
                Some("applications".to_owned()),
                Remark::HeadingsAssumed,
            );
        }
    }
    kept.applicants = columns;
    kept.width = matrix.width;
    let mut within = kept.within;
    for index in first..rows.end {
        let cells = matrix.row(index);
        if is_heading(index)
            && !cells
                .iter()
                .any(|cell| cell.is_own && is_value(&cell.cell.text))
        {
            continue;
        }
        let left = columns
            .and_then(|columns| columns.iter().min().copied())
            .unwrap_or(matrix.width);
        let labels = cells
            .iter()
            .filter(|cell| cell.start < left && (cell.is_label() || columns.is_none()));
        let own: String = labels
            .clone()
            .filter(|cell| cell.is_own && cell.is_label())
            .map(Cell::plain)
            .collect();
        let above: String = labels
            .clone()
            .filter(|cell| !cell.is_own)
            .map(Cell::plain)
            .collect();
        if let Some(group) = over(&above) {
            within = Some(group);
        }
        let label = row(&own, within);
        within = label.over.or(within);
        let values: Vec<Cell<'_>> = cells
            .iter()
            .filter(|cell| cell.start >= left)
            .copied()
            .collect();
        let Some((key, before)) = label.rows.split_last() else {
            stray(&cells, log);
            continue;
        };
        if matches!(
            key,
            RowKey::Received | RowKey::CarriedIn | RowKey::Total | RowKey::CarriedOut
        ) {
            within = None;
        }
        let path = key.path().to_owned();
        let place = cells
            .iter()
            .find(|cell| cell.is_own)
            .map(|cell| cell.cell.place);
        let mut told = |key: &RowKey, gap: Gap, log: &mut Log| {
            log.gap(place, &shown(&cells), Some(key.path().to_owned()), gap);
            found.told.push(key.path().to_owned());
        };
        for key in before.iter().filter(|key| **key != RowKey::Other) {
            told(
                key,
                Gap::CellCount {
                    expected: 7,
                    found: 0,
                },
                log,
            );
        }
        if label.is_foreign {
            told(
                key,
                Gap::CellCount {
                    expected: 7,
                    found: 0,
                },
                log,
            );
            continue;
        }
        // A value among the labels: the row stands beside its columns.
        let is_value = |cell: &Cell<'_>| cell.is_own && !cell.is_label() && !cell.is_blank();
        let is_moved = cells.iter().any(|cell| cell.start < left && is_value(cell));
        let picked: Option<Vec<&Cell<'_>>> = columns.and_then(|columns| {
            let cells: Vec<&Cell<'_>> = columns
                .iter()
                .filter_map(|column| {
                    values
                        .iter()
                        .find(|cell| cell.start == *column && cell.end == column + 1)
                })
                .collect();
            let is_own = cells.iter().all(|cell| cell.is_own);
            (cells.len() == 7 && is_own && !is_moved).then_some(cells)
        });
        // Merged cells that do not add up move the columns; seven values in a row are seven.
        let picked = picked.or_else(|| {
            let after = cells.iter().rposition(Cell::is_label)?;
            let values: Vec<&Cell<'_>> = cells.iter().skip(after + 1).collect();
            let are_plain = values.iter().all(|cell| cell.is_own && !cell.is_blank());
            let ordered = match columns {
                Some(columns) => columns.is_sorted(),
                None => is_in_order(matrix, rows.start..first),
            };
            (values.len() == 7 && are_plain && ordered).then_some(values)
        });
        let Some(picked) = picked else {
            let is_number = |cell: &&Cell<'_>| cell.is_own && !cell.is_label() && !cell.is_blank();
            let gap = match cells.iter().filter(is_number).count() {
                // As many as there must be, and no headings that say which is which.
                7 => Gap::Ambiguous,
                found => Gap::CellCount { expected: 7, found },
            };
            told(key, gap, log);
            continue;
        };
        // A heading over rows that the divided form has, without cells of its own.
        if *key == RowKey::Other && picked.iter().all(|cell| cell.is_label()) {
            continue;
        }
        let is_known = |label: &str| !row(label, within).rows.is_empty();
        let is_empty = picked.iter().all(|cell| cell.is_blank());
        if is_empty && has_its_numbers_beside(matrix, first..rows.end, index, is_known) {
            told(key, Gap::Ambiguous, log);
            continue;
        }
        let _ = (is_assumed, path);
        match key {
            RowKey::Other => found.editions.push(Edition::Form2019),
            RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {
                found.editions.push(Edition::Form2021);
            }
            _ => {}
        }
        let printed: Vec<(Place, String)> = picked
            .iter()
            .map(|cell| (cell.cell.place, cell.cell.text.clone()))
            .collect();
        found.row(*key, &printed, log);
    }
    kept.within = within;
}

/// Whether the names of the columns stand in the form's order in each row of headings.
fn is_in_order(matrix: &Matrix<'_>, rows: std::ops::Range<usize>) -> bool {
    rows.into_iter().all(|index| {
        let cells = matrix.row(index);
        let own = cells.iter().filter(|cell| cell.is_own);
        let names = own.filter_map(|cell| applicant(&cell.plain()));
        // Of two columns of one name, one is no column of the form.
        names
            .map(|name| name as usize)
            .is_sorted_by(|one, next| one < next)
    })
}

/// The last seven columns, where no label stands in them and every row has all seven.
fn assumed(matrix: &Matrix<'_>, rows: std::ops::Range<usize>) -> Option<[usize; 7]> {
    let first = matrix.width.checked_sub(7)?;
    let mut columns = [0; 7];
    for (slot, column) in columns.iter_mut().zip(first..) {
        *slot = column;
    }
    let mut has_values = false;
    for row in rows {
        let cells = matrix.row(row);
        if cells
            .iter()
            .any(|cell| cell.start >= first && cell.is_label())
        {
            return None;
        }
        // A value to the left of them is an eighth.
        if cells
            .iter()
            .any(|cell| cell.end <= first && !cell.is_blank() && !cell.is_label())
        {
            return None;
        }
        has_values |= cells
            .iter()
            .any(|cell| !cell.is_blank() && !cell.is_label());
    }
    has_values.then_some(columns)
}

fn reviews(matrix: &Matrix<'_>, rows: std::ops::Range<usize>, found: &mut Found, log: &mut Log) {
    // What stands above each column.
    let mut blocks: Vec<Option<BlockKey>> = vec![None; matrix.width];
    let mut names: Vec<Option<BlockColumn>> = vec![None; matrix.width];
    let is_anywhere = rows.clone().any(|index| has_number(&matrix.row(index)));
    for index in rows {
        let cells = matrix.row(index);
        let own: Vec<Cell<'_>> = cells.iter().filter(|cell| cell.is_own).copied().collect();
        if counts_columns(own.iter().map(|cell| cell.cell.text.as_str())) {
            let place = own.first().map(|cell| cell.cell.place);
            log.remark(place, &shown(&own), None, Remark::Skipped);
            continue;
        }
        let has_values = has_number(&own);
        if is_anywhere && own.iter().all(Cell::is_blank) {
            // Space between rows; the form has one row of values, and that is not it.
            continue;
        }
        if !has_values && own.iter().any(|cell| cell.is_label()) {
            for cell in &own {
                let text = cell.plain();
                for column in cell.start..cell.end {
                    if let (Some(slot), Some(block)) = (blocks.get_mut(column), review_block(&text))
                    {
                        *slot = Some(block);
                    }
                    if let (Some(slot), Some(name)) = (names.get_mut(column), review_column(&text))
                    {
                        *slot = Some(name);
                    }
                }
            }
            continue;
        }
        let labels: String = cells
            .iter()
            .filter(|cell| cell.is_label())
            .map(Cell::plain)
            .collect();
        // Each value with its place: below its names, and behind those of its row.
        let mut own_block = None;
        let mut own_name = None;
        let mut values: Vec<(Cell<'_>, Option<(BlockKey, BlockColumn)>)> = Vec::new();
        for cell in &cells {
            if cell.is_label() {
                own_block = review_block(&whole(&cell.cell.text)).or(own_block);
                own_name = review_column(&cell.plain()).or(own_name);
            } else if cell.is_own {
                let block = own_block.or(blocks.get(cell.start).copied().flatten());
                let name = names.get(cell.start).copied().flatten().or(own_name);
                let is_one = cell.end == cell.start + 1;
                values.push((*cell, block.zip(name).filter(|_| is_one)));
            }
        }
        // A blank that no name stands over is no cell of the form.
        if values.iter().any(|(_, place)| place.is_some()) {
            values.retain(|(cell, place)| place.is_some() || !cell.is_blank());
        }
        let mut places: Vec<(BlockKey, BlockColumn)> =
            values.iter().filter_map(|(_, place)| *place).collect();
        let mut unique = places.clone();
        unique.dedup();
        unique.sort_by_key(|(block, column)| (*block as usize, *column as usize));
        unique.dedup();
        if unique.len() != values.len() {
            if values.len() != 15 || !labels.is_empty() {
                let gap = Gap::CellCount {
                    expected: 15,
                    found: values.len(),
                };
                let place = own.first().map(|cell| cell.cell.place);
                log.gap(place, &shown(&cells), Some("reviews".to_owned()), gap);
                continue;
            }
            let place = own.first().map(|cell| cell.cell.place);
            log.remark(
                place,
                "",
                Some("reviews".to_owned()),
                Remark::HeadingsAssumed,
            );
            places = BlockKey::ALL
                .iter()
                .flat_map(|block| BlockColumn::ALL.iter().map(|column| (*block, *column)))
                .collect();
        }
        // A second row in the same places is weighed against the first when all are known.
        for ((block, column), (cell, _)) in places.iter().zip(&values) {
            put(
                *block,
                *column,
                Some(cell.cell.place),
                &cell.cell.text,
                found,
                log,
            );
        }
    }
}

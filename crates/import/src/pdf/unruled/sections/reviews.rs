//! Section four: one row of values below three rows of names.

use super::super::labels::Label;
use super::super::{Found, Placed, Zone};
use super::names::{cut_off, headings};
use super::table::Table;
use super::{BESIDE, cell};
use crate::labels::{normalize_label, review_column};
use crate::number::is_value;
use crate::pdf::tables::UNREADABLE;
use crate::{Grid, GridCell, Location};

const COLUMNS: usize = 15;
/// The characters of the names.
const REVIEWS: &str = "行政复议诉讼未经直接起诉后结果维持纠正其他尚审总合计";

pub(super) fn read(zone: &Zone) -> Option<Found> {
    let is_spanning = |text: &str| {
        !text.is_empty()
            && ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
                .iter()
                .any(|name| name.contains(text))
    };
    let is_number = |placed: &&Placed| is_value(&placed.word.text);
    let first = zone
        .words
        .iter()
        .filter(is_number)
        .min_by(|one, other| one.word.y.total_cmp(&other.word.y))?;
    let above = first.word.y - first.word.size * BESIDE;
    let is_heading = |placed: &&Placed| {
        let text = normalize_label(&placed.word.text);
        let is_name = |sign: char| REVIEWS.contains(sign) || sign == UNREADABLE;
        !text.is_empty() && text.chars().all(is_name)
    };
    let lines = || zone.words.iter().filter(|placed| placed.word.y < above);
    let heading: Vec<&Placed> = lines().filter(is_heading).collect();
    let top = heading
        .iter()
        .map(|placed| placed.word.y)
        .fold(above, f64::min);
    // Only the lines above the table may hold other words.
    if lines().any(|placed| !is_heading(&placed) && placed.word.y >= top) {
        return None;
    }
    let names: Vec<&Placed> = heading
        .iter()
        .copied()
        .filter(|placed| !is_spanning(&normalize_label(&placed.word.text)))
        .collect();
    let (mut columns, mut texts) = headings(&names);
    let expected = |(at, text): (usize, &String)| {
        review_column(&normalize_label(text)).is_some_and(|column| column as usize == at % 5)
            && normalize_label(text).chars().count() <= 4
    };
    // The edge cuts through the last block at most.
    let cut = cut_off(&texts, COLUMNS, expected).filter(|cut| *cut < 5)?;
    columns.truncate(COLUMNS - cut);
    texts.truncate(COLUMNS - cut);
    let rest = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    texts.extend(rest.iter().skip(5 - cut).map(|name| (*name).to_owned()));
    let values: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| {
            placed.word.y >= above && placed.word.y <= first.word.y + first.word.size * BESIDE
        })
        .collect();
    let row = Label {
        text: String::new(),
        from: 0.0,
        to: 0.0,
        first: first.word.y,
        last: first.word.y,
        size: first.word.size,
        page: first.page,
        line: first.line,
        is_known: true,
    };
    let mut table = Table::fill(zone, &columns, vec![row], &values, cut)?;
    // A line right below it may be the rest of its cells.
    let continues = |placed: &Placed| {
        let down = placed.word.y - first.word.y;
        down > first.word.size * BESIDE
            && down < first.word.size * 2.2
            && is_value(&placed.word.text)
    };
    if zone.words.iter().any(continues) {
        table.is_unsure.fill(true);
    }
    let at = Location::Page {
        page: first.page,
        line: first.line,
    };
    let blocks = [("行政复议", 5), ("未经复议直接起诉", 5), ("复议后起诉", 5)];
    let blocks = blocks.map(|(name, columns)| GridCell {
        columns,
        ..cell(at, name.to_owned())
    });
    let mut rows = vec![
        blocks.to_vec(),
        texts.into_iter().map(|name| cell(at, name)).collect(),
    ];
    let values = table.grid_rows();
    rows.extend(
        values
            .into_iter()
            .map(|row| row.into_iter().skip(1).collect()),
    );
    Some(Found {
        grid: Grid { rows },
        first: top,
        last: table.end(),
    })
}

//! Section three: seven columns, and rows by their labels.

use super::super::labels::{self, Label};
use super::super::{Found, Placed, Zone};
use super::BESIDE;
use super::names::{Sides, cut_off, headings};
use super::table::Table;
use crate::labels::{applicant, normalize_label, parse_row_label};
use crate::number::is_value;
use gongkai_model::{Applicant, RowKey};

const COLUMNS: usize = 7;

pub(super) fn read(zone: &Zone) -> Option<Found> {
    let is_first_row = |placed: &&Placed| {
        let label = normalize_label(&placed.word.text);
        label.starts_with("一本年") || label.starts_with("本年新收")
    };
    let first_row = zone.words.iter().find(is_first_row)?;
    let above = first_row.word.y - first_row.word.size * BESIDE;
    let is_spanning = |placed: &Placed| {
        let name = normalize_label(&placed.word.text);
        let is_rest = ["他组织", "其他组织", "或其他组织"].contains(&name.as_str());
        name.starts_with("申请人") || name.starts_with("法人") || is_rest
    };
    // The numbers of the columns.
    let numbers = zone
        .words
        .iter()
        .filter(|placed| normalize_label(&placed.word.text) == "栏次");
    let numbers: Vec<f64> = numbers.map(|placed| placed.word.y).collect();
    let is_numbered = |placed: &Placed| {
        let distance = placed.word.size * BESIDE;
        numbers.iter().any(|y| (y - placed.word.y).abs() < distance)
    };
    let heading: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| placed.word.y < above && !is_numbered(placed))
        .collect();
    let person = heading.iter().find(|placed| is_person(&placed.word.text))?;
    let left = person.word.from;
    // A value whose cell begins above its label.
    let is_broken = heading.iter().any(|placed| is_value(&placed.word.text));
    let names: Vec<&Placed> = heading
        .iter()
        .copied()
        .filter(|placed| !is_value(&placed.word.text))
        .filter(|placed| placed.word.from >= left - placed.word.size && !is_spanning(placed))
        .collect();
    let (mut columns, mut texts) = headings(&names);
    let expected = |(at, text): (usize, &String)| {
        applicant(&normalize_label(text)).is_some_and(|name| name as usize == at)
    };
    let cut = cut_off(&texts, COLUMNS, expected).filter(|cut| *cut <= 1)?;
    columns.truncate(COLUMNS - cut);
    texts.truncate(COLUMNS - cut);
    texts.extend(vec!["总计".to_owned(); cut]);
    // The headings that each page repeats.
    let is_repeated = |placed: &&Placed| {
        let same = |name: &&Placed| {
            name.word.text == placed.word.text && (name.word.from - placed.word.from).abs() < 1.0
        };
        placed.page > first_row.page && heading.iter().any(same)
    };
    let body: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| placed.word.y >= above && !is_repeated(placed))
        .collect();
    let sides = Sides::of(&body, &columns)?;
    let found = labels::labels(&sides.labels);
    let rows = rows(found, &|label| {
        parse_row_label(&normalize_label(&label.text), None)
            .rows
            .last()
            == Some(&RowKey::CarriedOut)
    });
    let mut table = Table::fill(zone, &columns, rows, &sides.values, cut)?;
    if let Some(first) = table.is_unsure.first_mut() {
        *first |= is_broken;
    }
    let top = names
        .iter()
        .map(|placed| placed.word.y)
        .fold(above, f64::min);
    Some(table.found(top, Some(texts)))
}

/// Whether a word begins the name of the first column, which a narrow column breaks.
fn is_person(text: &str) -> bool {
    let name = normalize_label(text);
    !name.is_empty() && "自然人".starts_with(&name)
}

/// The labels of rows until the last row of the form. Labels of several rows are left of them.
fn rows(found: Vec<Label>, is_last: &dyn Fn(&Label) -> bool) -> Vec<Label> {
    let is_other = |label: &Label| {
        let key = parse_row_label(&normalize_label(&label.text), None).rows;
        matches!(
            key.last(),
            Some(RowKey::NotCorrectedInTime | RowKey::FeeNotPaid)
        )
    };
    let has_parts_of_other = found.iter().any(is_other);
    let is_left_of_another = |label: &Label| {
        found.iter().any(|other| {
            other.from >= label.to
                && other.is_known
                && other.first <= label.last + label.size * BESIDE
                && label.first - label.size * BESIDE <= other.last
        })
    };
    let is_heading_of_other =
        |label: &Label| has_parts_of_other && labels::plain(&label.text) == "其他处理";
    let mut rows: Vec<Label> = Vec::new();
    for label in &found {
        if label.is_group() || is_heading_of_other(label) {
            continue;
        }
        if !label.is_known && is_left_of_another(label) {
            continue;
        }
        rows.push(label.clone());
        if is_last(label) {
            break;
        }
    }
    if has_parts_of_other {
        // 其他 is a row of that group only.
        let group = found.iter().find(|label| is_heading_of_other(label));
        let first = rows.iter_mut().find(|label| is_other(label));
        if let Some((group, first)) = group.zip(first) {
            first.text = format!("{}{}", group.text, first.text);
        }
    }
    rows
}

/// The name of a column of section three. Kept here so that the order of the form is checked.
const _: () = assert!(Applicant::Person as usize == 0 && Applicant::Total as usize == 6);

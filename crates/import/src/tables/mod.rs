//! The statutory tables, from grids and from text, whatever their layout.
//!
//! Rows and columns are told by the form's words. Where a row has not as many values as the form
//! and nothing says which are blank, none of it is taken: a shifted number is worse than none.

mod fill;
mod flat;
mod grid;
mod lines;
mod strip;

use super::labels::plain;
use super::{Block, Document, Gap, Line, Log, Part};
use fill::Found;
use gongkai_model::{Applications, Edition, Proactive, Reviews};

/// What the statutory tables hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// Told by headings and rows; `None` where they do not tell.
    pub edition: Option<Edition>,
    pub proactive: Option<Proactive>,
    pub applications: Option<Applications>,
    pub reviews: Option<Reviews>,
    /// For each block of the document, whether it belongs to one of the tables.
    pub taken: Vec<bool>,
}

/// Reads the tables of section two, three and four.
pub fn read(document: &Document, log: &mut Log) -> Tables {
    let mut found = Found::default();
    let mut taken = vec![false; document.blocks.len()];
    let mut part: Option<Part> = None;
    // Of which part the report's own headings say that it comes now.
    let mut section: Option<Part> = None;
    let mut run: Vec<&Line> = Vec::new();
    let mut columns = grid::Columns::default();
    for (block, is_taken) in document.blocks.iter().zip(&mut taken) {
        match block {
            Block::Table(table) => {
                lines::read(part, &mut run, &mut found, log);
                *is_taken = grid::read(table, part, &mut columns, &mut found, log);
            }
            Block::Line(line) => {
                section = titled(&line.text).unwrap_or(section);
                let next = next(&line.text, part).or_else(|| bare(&line.text, section));
                if next != part {
                    lines::read(part, &mut run, &mut found, log);
                    part = next;
                }
                if part.is_some() {
                    run.push(line);
                    *is_taken = true;
                }
            }
        }
    }
    lines::read(part, &mut run, &mut found, log);
    finish(found, taken, log)
}

fn finish(found: Found, taken: Vec<bool>, log: &mut Log) -> Tables {
    let is = |edition| found.editions.contains(&edition);
    let edition = match (is(Edition::Form2019), is(Edition::Form2021)) {
        (true, false) => Some(Edition::Form2019),
        (false, true) => Some(Edition::Form2021),
        (false, false) => None,
        (true, true) => {
            log.gap(None, "", Some("edition".to_owned()), Gap::Edition);
            // By section two, whose cells differ the most.
            found.editions.first().copied()
        }
    };
    let form = edition.unwrap_or_default();
    let mut proactive = match edition {
        Some(edition) => found.proactive(edition, log),
        None => None,
    };
    let mut applications = fill::applications(&found, form, log);
    let mut reviews = fill::reviews(&found, log);
    fill::leave_out(
        log,
        proactive.as_mut(),
        applications.as_mut(),
        reviews.as_mut(),
    );
    for (is_there, part) in [
        (proactive.is_some(), Part::Proactive),
        (applications.is_some(), Part::Applications),
        (reviews.is_some(), Part::Reviews),
    ] {
        // There, and twice with different numbers: that is told.
        let is_told = part == Part::Reviews && !found.blocks.is_empty();
        if !is_there && !is_told {
            let path = match part {
                Part::Proactive => "proactive",
                Part::Applications => "applications",
                _ => "reviews",
            };
            log.gap(None, "", Some(path.to_owned()), Gap::NoTable(part));
        }
    }
    Tables {
        edition,
        proactive,
        applications,
        reviews,
        taken,
    }
}

/// The part that a line of text belongs to, coming after one of `part`.
fn next(text: &str, part: Option<Part>) -> Option<Part> {
    if flat::is_prose(text) || is_section(text) {
        return None;
    }
    begins(text).or(part)
}

/// The part that a section's title speaks of; `Some(None)` of a section without a table.
fn titled(text: &str) -> Option<Option<Part>> {
    if !is_section(text) {
        return None;
    }
    let title = plain(text);
    let parts = [
        ("主动公开", Part::Proactive),
        ("收到和处理", Part::Applications),
        ("复议", Part::Reviews),
    ];
    Some(
        parts
            .iter()
            .find(|(word, _)| title.contains(word))
            .map(|(_, part)| *part),
    )
}

/// The part of a line that can only be a table's although no heading of one came.
fn bare(text: &str, section: Option<Part>) -> Option<Part> {
    if flat::is_prose(text) || is_section(text) {
        return None;
    }
    let (fields, _) = flat::fields(text, flat::Bars::AROUND);
    // The name of a column that counts the rows may stand before all others.
    let is_count = ["序号", "行次", "编号"].contains(&plain(fields.first()?).as_str());
    let is_table = match section? {
        Part::Proactive | Part::Applications if is_count => true,
        Part::Proactive => super::labels::proactive_row(&plain(fields.first()?)).is_some(),
        Part::Applications => !super::labels::row(&plain(fields.first()?), None)
            .rows
            .is_empty(),
        Part::Reviews => {
            fields
                .iter()
                .filter(|field| super::number::is_value(field))
                .count()
                >= 1
        }
        Part::Disclosure => false,
    };
    if is_table { section } else { None }
}

/// The part that a line of a table shows to have begun.
fn begins(text: &str) -> Option<Part> {
    let plain = plain(text);
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let whole = super::labels::whole(text);
    if plain.chars().count() > 80 && !text.contains(['\t', '|', '｜', '│']) {
        return None;
    }
    if has(&["结果维持", "未经复议直接起诉"]) || plain == "行政复议" {
        return Some(Part::Reviews);
    }
    if has(&["申请人情况", "自然人", "本年新收政府信息"]) || whole.contains("勾稽关系")
    {
        return Some(Part::Applications);
    }
    let is_clause = whole.starts_with("第二十条第") && whole.chars().count() < 14;
    let (columns, _) = super::labels::columns(&plain);
    if is_clause || plain.starts_with("信息内容") || columns.len() > 1 {
        return Some(Part::Proactive);
    }
    None
}

/// The title of a section of the report: a table ends before it.
fn is_section(text: &str) -> bool {
    let text = super::number::fold(text);
    let text = text.trim_start_matches(['#', '*']);
    let numbers = text.trim_start_matches(['第', '(']);
    let digits = numbers.trim_start_matches(|c| "一二三四五六".contains(c));
    if numbers.chars().count() - digits.chars().count() != 1 {
        return false;
    }
    let title = plain(digits.trim_start_matches(['、', '.', ')', '部', '分', ',', ':']));
    [
        "总体情况",
        "主动公开政府信息",
        "收到和处理",
        "因政府信息公开",
        "政府信息公开行政复议",
        "行政复议和行政诉讼",
        "行政复议行政诉讼",
        "存在的主要问题",
        "存在问题",
        "存在的问题",
        "主要问题",
        "工作存在",
        "其他需要报告",
        "需要报告",
    ]
    .iter()
    .any(|word| title.starts_with(word))
}

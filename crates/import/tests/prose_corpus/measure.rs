//! Compares what is read of one entry with what is expected.

use gongkai_import::{Block, Document, Imported, Line, Location, read};
use serde_json::{Map, Value, json};
use std::fmt;
use std::ops::AddAssign;

/// How many values were read, and how.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub right: usize,
    /// Left out with a note, which is honest.
    pub noted: usize,
    /// The number is read in another field.
    pub misplaced: usize,
    /// Read, but neither expected nor allowed.
    pub wrong: usize,
    /// Neither read nor noted.
    pub silent: usize,
}

impl Counts {
    pub const HEADINGS: &str = "right noted mispl false silent";
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts {
            right,
            noted,
            misplaced,
            wrong,
            silent,
        } = self;
        write!(f, "{right:5} {noted:5} {misplaced:5} {wrong:5} {silent:6}")
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.right += other.right;
        self.noted += other.noted;
        self.misplaced += other.misplaced;
        self.wrong += other.wrong;
        self.silent += other.silent;
    }
}

/// A value with the field that it is in.
#[derive(Clone)]
struct Item {
    field: &'static str,
    value: Value,
}

impl Item {
    fn name(&self) -> String {
        squash(self.value["name"].as_str().unwrap_or_default())
    }

    /// Whether the number, hedge and unit are those of the expected item. A unit may be read with its
    /// remark: 篇（条）.
    fn has_quantity_of(&self, expected: &Item) -> bool {
        let unit = |item: &Item| squash(item.value["unit"].as_str().unwrap_or_default());
        let (own, other) = (unit(self), unit(expected));
        self.value["count"] == expected.value["count"]
            && self.value["qualifier"] == expected.value["qualifier"]
            && (own == other || !other.is_empty() && own.starts_with(&format!("{other}（")))
    }

    fn has_name_of(&self, expected: &Item) -> bool {
        let (own, other) = (self.name(), expected.name());
        match expected.field {
            "categories" => own == other,
            _ => own.contains(&other) || other.contains(&own),
        }
    }
}

fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

const LISTS: [&str; 3] = ["categories", "channels", "activities"];

/// The values of a disclosure, or of what an entry allows.
fn items(disclosure: &Value) -> Vec<Item> {
    let mut found = Vec::new();
    let applications = &disclosure["applications"];
    let single = [
        ("total", &disclosure["total"]),
        ("received", &applications["received"]),
        ("completed", &applications["completed"]),
        ("received", &disclosure["received"]),
        ("completed", &disclosure["completed"]),
    ];
    for (field, value) in single {
        if value.is_object() {
            found.push(Item {
                field,
                value: value.clone(),
            });
        }
    }
    for field in LISTS {
        for value in disclosure[field].as_array().into_iter().flatten() {
            found.push(Item {
                field,
                value: value.clone(),
            });
            let parts = value["categories"].as_array();
            for value in parts.into_iter().flatten() {
                found.push(Item {
                    field: "channels",
                    value: value.clone(),
                });
            }
        }
    }
    found
}

fn document(text: &str) -> Document {
    let lines = (1..).zip(text.lines());
    let blocks = lines.map(|(at, text)| {
        Block::Line(Line {
            location: Location::Line(at),
            text: text.to_owned(),
        })
    });
    Document {
        blocks: blocks.collect(),
        ..Document::default()
    }
}

/// The whole document of an entry.
fn whole(entry: &Value) -> String {
    let text = entry["text"].as_str().expect("a text");
    if entry["whole"] == true {
        return text.to_owned();
    }
    let agency = entry["agency"].as_str().expect("an agency");
    let year = &entry["year"];
    format!(
        "{agency}{year}年政府信息公开工作年度报告\n一、总体情况\n{text}\n二、主动公开政府信息情况"
    )
}

/// Whether a note quotes the number, and not another one that ends or begins like it.
fn is_noted(notes: &[String], number: &str) -> bool {
    let number = squash(number);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
    let mut quoted = notes.iter().flat_map(|note| {
        let found = note.match_indices(&number);
        found.map(move |(at, _)| (note, at))
    });
    quoted.any(|(note, at)| {
        let before = note[..at].chars().next_back();
        let after = note[at + number.len()..].chars().next();
        let is_cut_before = is_digit(before) && number.starts_with(|c: char| c.is_ascii_digit());
        let is_cut_after = is_digit(after) && number.ends_with(|c: char| c.is_ascii_digit());
        !is_cut_before && !is_cut_after
    })
}

/// Whether a note quotes the number of an item, in digits.
fn is_item_noted(notes: &[String], item: &Item) -> bool {
    let count = item.value["count"].as_i64().unwrap_or_default();
    let mut printed = vec![count.to_string()];
    if count >= 1000 {
        printed.push(format!("{},{:03}", count / 1000, count % 1000));
    }
    for (scale, word) in [(10_000, "万"), (100_000_000, "亿")] {
        if count >= scale {
            let thousandths = count / (scale / 1000);
            let decimal = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
            printed.push(
                decimal
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_owned()
                    + word,
            );
            printed.push(
                decimal
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_owned(),
            );
        }
    }
    // Numerals, and a zero in words, are found by the unit or the name.
    let name = item.name();
    printed.iter().any(|number| is_noted(notes, number))
        || !name.is_empty() && notes.iter().any(|note| note.contains(&name))
        || (name.is_empty() || count == 0) && is_in_numerals(notes, item)
}

fn is_in_numerals(notes: &[String], item: &Item) -> bool {
    let unit = item.value["unit"].as_str().unwrap_or("申请");
    let has_digits = |note: &String| note.contains(|c: char| c.is_ascii_digit());
    notes
        .iter()
        .any(|note| !has_digits(note) && note.contains(unit))
}

/// Measures one entry. The details name what is not as expected.
pub fn measure(entry: &Value) -> (Counts, Vec<String>) {
    let expect = &entry["expect"];
    let mut expected = items(expect);
    let mut details = Vec::new();
    let mut counts = Counts::default();
    let imported = match read(&document(&whole(entry))) {
        Ok(imported) => imported,
        Err(error) => {
            // The reader refuses the document and says why.
            counts.noted += expected.len() + 2;
            return (counts, vec![format!("refused: {error:?}")]);
        }
    };
    let notes: Vec<String> = imported
        .notes
        .iter()
        .map(|note| squash(&note.excerpt))
        .collect();
    let report: Value = serde_json::from_str(&imported.report.write()).expect("JSON");
    if entry["whole"] == true {
        compare_head(entry, &report, &imported, &mut counts, &mut details);
    }
    let disclosure = &report["disclosure"];
    let mut read = items(disclosure);
    let takes_either_list = entry["may"]["either_list"] == true;
    let has_place_of = |own: &Item, other: &Item| {
        own.field == other.field
            || takes_either_list
                && [own.field, other.field]
                    .iter()
                    .all(|field| matches!(*field, "categories" | "activities"))
    };
    let is_same = |own: &Item, other: &Item| {
        has_place_of(own, other) && own.has_quantity_of(other) && own.has_name_of(other)
    };
    let take = |matches: &dyn Fn(&Item) -> bool, read: &mut Vec<Item>| {
        let at = read.iter().position(matches)?;
        Some(read.remove(at))
    };
    let mut has_all_categories = true;
    let mut matched: Vec<Item> = Vec::new();
    expected.retain(|item| {
        let found = take(&|own| is_same(own, item), &mut read).is_some();
        counts.right += usize::from(found);
        matched.extend(found.then(|| item.clone()));
        has_all_categories &= found || item.field != "categories";
        !found
    });
    // What may be read, and must be noted otherwise.
    for item in items(&entry["may"]) {
        let found = take(&|own| is_same(own, &item), &mut read).is_some();
        // 办理2件 may be the received too, but it is one number.
        let is_read = matched.iter().any(|own| own.has_quantity_of(&item));
        if !found && !is_read && item.value["count"] != 0 && !is_item_noted(&notes, &item) {
            let is_elsewhere = read
                .iter()
                .any(|own| own.value["count"] == item.value["count"]);
            if !is_elsewhere {
                counts.silent += 1;
                details.push(format!("silent, may: {} {}", item.field, item.value));
            }
        }
    }
    for item in &expected {
        let value = format!("{} {}", item.field, item.value);
        let misread =
            |own: &Item| has_place_of(own, item) && own.value["count"] == item.value["count"];
        let number =
            |own: &Item| !has_place_of(own, item) && own.value["count"] == item.value["count"];
        if let Some(own) = take(&misread, &mut read) {
            counts.wrong += 1;
            details.push(format!("false: {value}, read {}", own.value));
        } else if let Some(own) = take(&number, &mut read) {
            counts.misplaced += 1;
            details.push(format!(
                "misplaced: {value}, read {} {}",
                own.field, own.value
            ));
        } else if is_item_noted(&notes, item) {
            counts.noted += 1;
            details.push(format!("noted: {value}"));
        } else {
            counts.silent += 1;
            details.push(format!("silent: {value}"));
        }
    }
    for own in &read {
        counts.wrong += 1;
        details.push(format!("false: {} {}", own.field, own.value));
    }
    for number in entry["must_note"].as_array().into_iter().flatten() {
        let number = number.as_str().expect("a number as printed");
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let is_read = read
            .iter()
            .any(|own| own.value["count"].as_i64() == digits.parse().ok());
        if !is_read && !is_noted(&notes, number) {
            counts.silent += 1;
            details.push(format!("silent: {number}"));
        }
    }
    let cover = (&expect["categories_cover"], &disclosure["categories_cover"]);
    compare_cover(entry, cover, has_all_categories, &mut counts, &mut details);
    compare_channels_cover(entry, disclosure, &mut counts, &mut details);
    (counts, details)
}

/// Compares the cover of the channels. Where one channel alone is the total, it may be given or not.
fn compare_channels_cover(
    entry: &Value,
    disclosure: &Value,
    counts: &mut Counts,
    details: &mut Vec<String>,
) {
    let (expected, read) = (
        &entry["expect"]["channels_cover"],
        &disclosure["channels_cover"],
    );
    let is_open = !entry["may"]["channels"].is_null() || !entry["may"]["channels_cover"].is_null();
    let is_one = expected.is_null() && read == "all";
    if read.is_null() || is_one || is_open && expected.is_null() {
        return;
    }
    if expected == read {
        counts.right += 1;
    } else {
        counts.wrong += 1;
        details.push(format!("false: channels_cover {expected}, read {read}"));
    }
}

/// Compares the cover. One of only some categories is right if the others are left out.
fn compare_cover(
    entry: &Value,
    (expected, read): (&Value, &Value),
    has_all_categories: bool,
    counts: &mut Counts,
    details: &mut Vec<String>,
) {
    let allows_both = !entry["may"]["categories_cover"].is_null();
    let takes_both = allows_both || entry["may"]["either_list"] == true && read == "some";
    if expected.is_null() && entry["may"]["categories"].is_array() || read.is_null() {
        return;
    }
    if expected == read || allows_both || takes_both && !expected.is_null() {
        counts.right += 1;
    } else if read == "all" || has_all_categories {
        counts.wrong += 1;
        details.push(format!("false: cover {expected}, read {read}"));
    }
}

/// Compares the agency, the year and what else an entry gives of the head.
fn compare_head(
    entry: &Value,
    report: &Value,
    imported: &Imported,
    counts: &mut Counts,
    details: &mut Vec<String>,
) {
    let empty = Map::new();
    let head = entry["head"].as_object().unwrap_or(&empty);
    let mut fields = vec![
        ("agency", &entry["agency"], &report["agency"]["name"]),
        ("year", &entry["year"], &report["year"]),
    ];
    for (name, value) in head {
        let read = if name == "published" {
            &report["source"]["published"]
        } else {
            &report[name]
        };
        fields.push((name, value, read));
    }
    for (name, expected, read) in fields {
        if expected == read {
            counts.right += 1;
        } else if *read == json!(null) {
            let is_noted = imported
                .notes
                .iter()
                .any(|note| note.path.as_deref().is_some_and(|path| path.contains(name)));
            counts.noted += usize::from(is_noted);
            counts.silent += usize::from(!is_noted);
            details.push(format!("missing: {name} {expected}"));
        } else {
            counts.wrong += 1;
            details.push(format!("false: {name} {expected}, read {read}"));
        }
    }
}

//! Compares the lists of section one item by item. A number under another name is wrong, a number that is
//! not found is missing, and the order must be the printed one.

use crate::compare::{Outcome, is_under, quoted};
use crate::fixture::{Fixture, May};
use gongkai_import::Note;
use serde_json::Value;

pub const PATHS: [&str; 2] = ["disclosure.categories", "disclosure.activities"];

fn items<'a>(report: &'a Value, list: &str) -> Vec<&'a Value> {
    let list = report
        .get("disclosure")
        .and_then(|disclosure| disclosure.get(list));
    list.and_then(Value::as_array)
        .map(|items| items.iter().collect())
        .unwrap_or_default()
}

fn same_number(one: &Value, other: &Value) -> bool {
    ["count", "qualifier", "unit"]
        .iter()
        .all(|field| one.get(field) == other.get(field))
}

/// A name without its brackets and quotes.
fn letters(item: &Value) -> String {
    let name = item.get("name").and_then(Value::as_str).unwrap_or("");
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two names agree. Categories are named as printed. The name of an activity may include more or
/// fewer words (召开政府常务会议, 政府常务会议), so one name must contain the other.
fn same_name(one: &Value, other: &Value, exact: bool) -> bool {
    if exact {
        return one.get("name") == other.get("name");
    }
    let (one, other) = (letters(one), letters(other));
    let shorter = one.chars().count().min(other.chars().count());
    shorter >= 2 && (one.contains(&other) || other.contains(&one))
}

fn size(item: &Value) -> usize {
    item.as_object().map_or(1, serde_json::Map::len)
}

pub fn compare(outcome: &mut Outcome, fixture: &Fixture, actual: &Value, notes: &[Note]) {
    let either = fixture.may.iter().any(|may| matches!(may, May::EitherList));
    if either {
        let both = |report| [items(report, "categories"), items(report, "activities")].concat();
        let found = both(actual);
        list(
            outcome,
            fixture,
            PATHS[0],
            &both(&fixture.expected),
            &found,
            notes,
        );
        return;
    }
    for (path, name) in PATHS.iter().zip(["categories", "activities"]) {
        let expected = items(&fixture.expected, name);
        list(
            outcome,
            fixture,
            path,
            &expected,
            &items(actual, name),
            notes,
        );
    }
}

fn list(
    outcome: &mut Outcome,
    fixture: &Fixture,
    path: &str,
    expected: &[&Value],
    found: &[&Value],
    notes: &[Note],
) {
    let either = fixture.may.iter();
    let exact = path == PATHS[0] && !either.into_iter().any(|may| matches!(may, May::EitherList));
    let mut left: Vec<Option<&Value>> = found.iter().copied().map(Some).collect();
    let mut take = |fits: &dyn Fn(&Value) -> bool| -> Option<(usize, &Value)> {
        let at = left.iter().position(|item| item.is_some_and(fits))?;
        Some((at, left.get_mut(at)?.take()?))
    };
    let mut unmatched = Vec::new();
    let mut places = Vec::new();
    for (index, item) in expected.iter().enumerate() {
        match take(&|other| same_number(item, other) && same_name(item, other, exact)) {
            Some((at, _)) => {
                outcome.right += size(item);
                places.push(at);
            }
            None => unmatched.push((index, *item)),
        }
    }
    if !places.is_sorted() {
        outcome.wrong.push(format!("{path}: not in printed order"));
    }
    for (index, item) in unmatched {
        let at = format!("{path}[{index}]");
        let near = take(&|other| same_name(item, other, true) || same_number(item, other));
        match near {
            Some((_, other)) => outcome.wrong.push(format!("{at}: {other}, not {item}")),
            None => {
                let count = item.get("count").and_then(Value::as_i64).unwrap_or(-1);
                outcome.miss(&at, fixture, quoted(&at, count, notes));
            }
        }
    }
    for other in left.into_iter().flatten() {
        let count = other.get("count").and_then(Value::as_i64);
        let allowed = !exact
            && fixture
                .may
                .iter()
                .any(|may| matches!(may, May::Activity(number) if Some(*number) == count));
        let guessed = fixture.gaps.iter().any(|gap| is_under(path, gap));
        if !allowed || guessed {
            outcome.wrong.push(format!("{path}: {other} not expected"));
        }
    }
}

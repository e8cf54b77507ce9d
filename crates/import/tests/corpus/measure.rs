//! Tests of the comparison itself: it must detect every kind of deviation.

use crate::compare::{compare_json, leaves};
use crate::fixture::{self, Fixture};
use gongkai_testing::put;
use serde_json::{Value, json};

fn one() -> Fixture {
    let mut fixtures = fixture::all().into_iter();
    let name = "tabs-2021.txt";
    fixtures
        .find(|fixture| fixture.file == name)
        .expect("a fixture of the 2021 form with categories")
}

fn other(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_i64().unwrap_or_default() + 1),
        Value::String(text) => json!(format!("{text}1")),
        _ => json!(5),
    }
}

#[test]
fn what_is_expected_of_a_fixture_is_right() {
    for fixture in fixture::all() {
        let outcome = compare_json(&fixture, &fixture.expected, &[]);
        assert!(outcome.wrong.is_empty(), "{:?}", outcome.wrong);
        assert!(outcome.missing.is_empty(), "{:?}", outcome.missing);
        // There are no notes, so each field that cannot be known is lost silently.
        assert_eq!(outcome.silent, fixture.gaps);
    }
}

#[test]
fn a_changed_leaf_is_wrong() {
    let fixture = one();
    let leaves = leaves(&fixture.expected);
    assert!(leaves.len() > 200, "{} leaves", leaves.len());
    for (path, value) in &leaves {
        let mut changed = fixture.expected.clone();
        put(&mut changed, path, other(value));
        let outcome = compare_json(&fixture, &changed, &[]);
        assert_eq!(outcome.wrong.len(), 1, "{path}: {:?}", outcome.wrong);
    }
}

#[test]
fn a_changed_item_of_a_list_is_wrong_and_so_is_its_place() {
    let fixture = one();
    for field in ["name", "count", "unit"] {
        let path = format!("disclosure.categories[1].{field}");
        let mut changed = fixture.expected.clone();
        let value = other(gongkai_testing::at(&changed, &path));
        put(&mut changed, &path, value);
        assert_eq!(
            compare_json(&fixture, &changed, &[]).wrong.len(),
            1,
            "{path}"
        );
    }
    let mut turned = fixture.expected.clone();
    turned["disclosure"]["categories"]
        .as_array_mut()
        .expect("a list")
        .reverse();
    assert_eq!(compare_json(&fixture, &turned, &[]).wrong.len(), 1);
}

#[test]
fn a_row_that_is_gone_without_a_word_is_lost_silently() {
    let fixture = one();
    let mut less = fixture.expected.clone();
    let applications = less["applications"].as_object_mut().expect("an object");
    applications.remove("received");
    let outcome = compare_json(&fixture, &less, &[]);
    assert_eq!((outcome.missing.len(), outcome.silent.len()), (7, 7));
    assert_eq!((outcome.unexplained, outcome.wrong.len()), (7, 0));
}

#[test]
fn a_field_that_nobody_can_know_is_wrong_where_it_is_given() {
    let mut fixture = one();
    fixture.gaps = vec!["proactive.rules".to_owned()];
    let guessed = fixture.expected.clone();
    fixture.expected["proactive"]
        .as_object_mut()
        .expect("an object")
        .remove("rules");
    assert_eq!(compare_json(&fixture, &guessed, &[]).wrong.len(), 3);
}

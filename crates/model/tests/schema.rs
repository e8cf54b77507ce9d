//! The JSON Schema accepts exactly the reports that `Report::read` accepts.
//!
//! A schema cannot express two rules, so no mutation here violates them: duplicate fields, which
//! parsed JSON no longer has, and integers written as `1.0` or `1e3`, which are integers in JSON
//! Schema.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_model::{Report, schema};
use gongkai_testing::arbitrary::any_report;
use gongkai_testing::{put, sample};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&schema()).expect("a schema is JSON");
    jsonschema::meta::validate(&schema).expect("it is a schema");
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::validator_for(&schema).expect("a schema that can be followed")
});

fn is_read(json: &Value) -> bool {
    Report::read(&json.to_string()).is_ok()
}

/// Whether a file is valid; reader and schema must agree.
fn is_valid(json: &Value) -> bool {
    let by_schema = VALIDATOR.is_valid(json);
    let by_reader = Report::read(&json.to_string());
    assert_eq!(by_schema, by_reader.is_ok(), "{by_reader:?}\n{json}");
    by_schema
}

/// Every field that a report of the edition can have.
fn full(edition: &str) -> Value {
    let name = match edition {
        "2019" => "fictional/county-2020.json",
        _ => "fictional/county-2023.json",
    };
    let mut json = gongkai_testing::json(&sample(name));
    for (path, value) in [
        ("agency.division_code", json!("000000")),
        ("period.from", json!("2020-01-01")),
        ("period.to", json!("2020-12-31")),
        ("source.title", json!("标题")),
        ("source.url", json!("https://example.invalid/")),
        ("source.published", json!("2021-01-20")),
        ("disclosure.total", json!({ "count": 9 })),
        ("disclosure.categories_cover", json!("some")),
        (
            "disclosure.categories",
            json!([{ "name": "一", "count": 1, "qualifier": "over", "unit": "条" }]),
        ),
        ("disclosure.channels_cover", json!("all")),
        (
            "disclosure.channels",
            json!([{
                "name": "网站", "count": 5, "qualifier": "nearly", "unit": "条",
                "categories_cover": "some", "categories": [{ "name": "三", "count": 1 }],
            }]),
        ),
        (
            "remarks",
            json!([{ "at": ["disclosure.total", "applications.received[6]"], "rule": 8, "text": "说明" }]),
        ),
        (
            "disclosure.activities",
            json!([{ "name": "二", "count": 2 }]),
        ),
        ("disclosure.applications.received", json!({ "count": 3 })),
        (
            "disclosure.applications.completed",
            json!({ "count": 3, "qualifier": "about", "unit": "件" }),
        ),
        ("text", json!([{ "title": "一", "paragraphs": ["二"] }])),
    ] {
        put(&mut json, path, value);
    }
    assert!(is_valid(&json));
    json
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/gongkai-report-1.json")
}

/// If this fails, update it by `cargo run --package gongkai-cli -- schema -o
/// schema/gongkai-report-1.json`.
#[test]
fn the_file_in_the_tree_is_the_schema_that_the_program_prints() {
    let written = std::fs::read_to_string(file()).expect("the file");
    assert!(written == schema() + "\n", "the file is of another time");
}

#[test]
fn every_sample_is_valid() {
    assert!(is_valid(&gongkai_testing::json(&sample(
        "longde-2020.json"
    ))));
    for prefix in ["county", "contradictions"] {
        let samples = gongkai_testing::samples("fictional", prefix);
        assert!(samples.len() > 3);
        for report in samples {
            assert!(is_valid(&gongkai_testing::json(&report)));
        }
    }
}

/// The paths of all objects, or of all values.
fn places(json: &Value, is_wanted: fn(&Value) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(json, String::new())];
    while let Some((value, path)) = open.pop() {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    open.push((field, format!("{path}/{name}")));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    open.push((item, format!("{path}/{index}")));
                }
            }
            _ => {}
        }
        if is_wanted(value) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn an_unknown_field_is_refused_at_every_level() {
    for edition in ["2019", "2021"] {
        let report = full(edition);
        let objects = places(&report, Value::is_object);
        assert!(objects.len() > 20, "{objects:?}");
        for path in objects {
            let mut json = report.clone();
            json.pointer_mut(&path).expect("there")["note"] = json!("x");
            assert!(!is_valid(&json), "{path}");
        }
    }
}

#[test]
fn a_value_of_another_type_is_refused_everywhere() {
    for edition in ["2019", "2021"] {
        let report = full(edition);
        for path in places(&report, |_| true) {
            for wrong in [json!(true), json!({ "a": 1 }), json!([true]), json!(1.5)] {
                let mut json = report.clone();
                *json.pointer_mut(&path).expect("there") = wrong;
                assert!(!is_valid(&json), "{path}");
            }
        }
    }
}

#[test]
fn a_missing_field_is_refused_just_where_it_is_required() {
    let report = full("2019");
    let mut required = Vec::new();
    for path in places(&report, |_| true) {
        let Some((parent, name)) = path.rsplit_once('/') else {
            continue;
        };
        let mut json = report.clone();
        if let Some(Value::Object(fields)) = json.pointer_mut(parent) {
            fields.remove(name);
            if !is_valid(&json) {
                required.push(path);
            }
        }
    }
    for path in [
        "/format",
        "/year",
        "/edition",
        "/agency",
        "/agency/name",
        "/period/from",
        "/disclosure/total/count",
        "/disclosure/categories/0/name",
        "/disclosure/channels/0/count",
        "/remarks/0/at",
        "/remarks/0/text",
        "/proactive/procurement/amount/value",
        "/text/0/title",
    ] {
        assert!(required.iter().any(|found| found == path), "{path}");
    }
    assert!(
        !required
            .iter()
            .any(|path| path.starts_with("/applications"))
    );
}

#[test]
fn what_a_report_cannot_say_is_refused() {
    let beyond = json!(9_223_372_036_854_775_808_u64);
    let seven = json!([0, 0, 0, 0, 0, 0, 0]);
    let cases = [
        ("2019", "format", json!("gongkai-report/2")),
        ("2019", "format", json!(1)),
        ("2019", "edition", json!("2020")),
        ("2019", "year", json!(2007)),
        ("2019", "year", json!(2201)),
        ("2019", "year", json!("2020")),
        ("2019", "agency", json!(null)),
        ("2019", "proactive.licences.items_last_year", json!(-1)),
        ("2019", "proactive.licences.decisions", json!("-")),
        ("2019", "proactive.licences.change", beyond.clone()),
        ("2019", "proactive.procurement.projects", beyond.clone()),
        ("2019", "proactive.procurement.amount", json!("12.5")),
        (
            "2019",
            "proactive.procurement.amount.unit",
            json!("thousand"),
        ),
        ("2019", "proactive.rules.in_force", json!(0)),
        ("2021", "proactive.rules.disclosed", json!(0)),
        ("2021", "proactive.licences.change", json!(null)),
        ("2021", "proactive.other_services", json!({})),
        ("2021", "proactive.procurement", json!({})),
        ("2019", "proactive.fees.amount", json!(null)),
        ("2019", "applications.outcomes.other", json!({})),
        ("2021", "applications.outcomes.other", seven),
        ("2019", "applications.received", json!([0, 0, 0, 0, 0, 0])),
        (
            "2019",
            "applications.received",
            json!([0, 0, 0, 0, 0, 0, 0, 0]),
        ),
        ("2019", "applications.received[6]", json!(-1)),
        ("2019", "applications.received[0]", beyond.clone()),
        ("2019", "reviews.litigation_direct.total", json!("0")),
        ("2019", "disclosure.total.count", json!(null)),
        ("2019", "disclosure.total.count", json!(-3)),
        ("2019", "disclosure.total.count", beyond),
        ("2019", "disclosure.total.qualifier", json!("more")),
        ("2019", "disclosure.categories_cover", json!("none")),
        ("2019", "disclosure.channels_cover", json!("most")),
        ("2019", "disclosure.channels[0].categories_cover", json!("")),
        ("2019", "disclosure.channels[0].count", json!("/")),
        ("2019", "remarks[0].at", json!([])),
        ("2019", "remarks[0].at", json!("disclosure.total")),
        ("2019", "remarks[0].rule", json!(0)),
        ("2019", "remarks[0].rule", json!(16)),
        ("2019", "remarks[0].rule", json!("8b")),
        ("2019", "text[0].paragraphs[0]", json!(null)),
    ];
    for (edition, path, value) in cases {
        let mut json = full(edition);
        put(&mut json, path, value.clone());
        assert!(!is_valid(&json), "{edition} {path} {value}");
    }
}

#[test]
fn a_remark_names_fields_of_the_format() {
    let mut json = full("2021");
    for (path, is_good) in [
        ("disclosure", true),
        ("disclosure.total", true),
        ("disclosure.total.count", true),
        ("disclosure.categories", true),
        ("disclosure.categories[120].name", true),
        ("disclosure.channels[0].categories[10]", true),
        ("proactive.procurement.amount.value", true),
        ("applications.received[0]", true),
        ("applications.received[6]", true),
        ("applications.outcomes.other", true),
        ("applications.outcomes.other[6]", true),
        ("applications.outcomes.other.fee_not_paid[6]", true),
        ("reviews.reconsideration.total", true),
        ("text[0].paragraphs[3]", true),
        ("remarks[0].text", true),
        ("", false),
        (".", false),
        (".disclosure", false),
        ("disclosure.", false),
        ("disclosure.totals", false),
        ("disclosure.total[0]", false),
        ("disclosure.categories.name", false),
        ("disclosure.categories[]", false),
        ("disclosure.categories[x]", false),
        ("disclosure.categories[01]", false),
        ("disclosure.categories[-1]", false),
        ("disclosure.categories[+1]", false),
        ("disclosure.categories[０]", false),
        ("disclosure.categories[0", false),
        ("disclosure.categories[0]name", false),
        ("applications.received[7]", false),
        ("applications.received[10]", false),
        ("applications.received[0].count", false),
        ("applications.outcomes.other.fee", false),
        ("format[0]", false),
        ("year\n", false),
        (" year", false),
        ("正文", false),
    ] {
        put(&mut json, "remarks[0].at", json!(["year", path]));
        assert_eq!(is_valid(&json), is_good, "{path:?}");
    }
}

#[test]
fn only_days_that_exist_are_dates() {
    let mut json = json!({
        "format": "gongkai-report/1",
        "agency": { "name": "某县" },
        "year": 2020,
        "period": { "from": "2020-01-01", "to": "2020-12-31" },
        "edition": "2019",
    });
    let mut valid = 0;
    for year in [0, 4, 100, 400, 1900, 2000, 2019, 2020, 2100, 9996, 9999] {
        for month in 0..=13 {
            for day in 0..=32 {
                let date = format!("{year:04}-{month:02}-{day:02}");
                put(&mut json, "period.from", date);
                valid += usize::from(is_valid(&json));
            }
        }
    }
    // The years 0, 4, 400, 2000, 2020 and 9996 are leap years.
    assert_eq!(valid, 11 * 365 + 6);
    for wrong in [
        "2020-1-1",
        "20200101",
        "2020-01-01T00:00:00Z",
        " 2020-01-01",
        "2020-01-01\n",
        "２０２０-01-01",
        "",
    ] {
        put(&mut json, "period.from", wrong);
        assert!(!is_valid(&json), "{wrong}");
    }
}

#[test]
fn money_is_plain_digits() {
    let mut json = full("2021");
    for (value, is_good) in [
        ("0", true),
        ("21207.84", true),
        ("007.10", true),
        (&*"9".repeat(60), true),
        ("", false),
        (".5", false),
        ("5.", false),
        ("-5", false),
        ("+5", false),
        ("1,000", false),
        ("1e3", false),
        ("１", false),
        ("1.2.3", false),
        (" 1", false),
        ("1\n", false),
    ] {
        put(
            &mut json,
            "proactive.fees.amount",
            json!({ "value": value }),
        );
        assert_eq!(is_valid(&json), is_good, "{value:?}");
    }
}

/// As PHP's `json_encode` writes it.
#[test]
fn a_slash_may_be_escaped() {
    let report = full("2019");
    let mut slashed = report.clone();
    put(&mut slashed, "applications.received[0]", "/");
    put(&mut slashed, "proactive.procurement.amount", "/");
    let plain = slashed.to_string();
    for escape in ["\"\\/\"", "\"\\u002f\""] {
        let read = Report::read(&plain.replace("\"/\"", escape)).expect("a report");
        assert_eq!(gongkai_testing::json(&read), slashed);
    }
}

/// A value that a mistake may put in a field.
fn anything() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        Just("/"),
        Just(""),
        Just("2019"),
        Just("2021"),
        Just("over"),
        Just("all"),
        Just("万元"),
        Just("0.5"),
        Just("2020-02-29"),
        Just("2021-02-29"),
        Just("gongkai-report/1"),
    ];
    let number = prop_oneof![
        Just(json!(0)),
        Just(json!(-1)),
        Just(json!(2019)),
        Just(json!(0.5)),
        Just(json!(i64::MAX)),
        Just(json!(i64::MIN)),
        Just(json!(u64::MAX)),
        Just(json!(1e300)),
        Just(json!(-1e300)),
    ];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        word.prop_map(|word| json!(word)),
        number,
        Just(json!([])),
        Just(json!([0, 0, 0, 0, 0, 0, 0])),
        Just(json!([null, "/", 0, 0, 0, 0])),
        Just(json!({})),
        Just(json!({ "count": 1 })),
        Just(json!({ "value": "1" })),
        Just(json!({ "name": "甲" })),
        Just(json!({ "made": 1, "in_force": null })),
    ]
}

/// The names of some fields, and an unknown one.
const NAMES: [&str; 18] = [
    "format",
    "edition",
    "text",
    "period",
    "name",
    "count",
    "qualifier",
    "unit",
    "made",
    "disclosed",
    "in_force",
    "items_last_year",
    "change",
    "amount",
    "procurement",
    "other",
    "total",
    "note",
];

#[derive(Clone, Debug)]
enum Mutation {
    Replace(Value),
    Remove(Index),
    Add(Index, Value),
    Rename(Index, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        4 => anything().prop_map(Mutation::Replace),
        1 => any::<Index>().prop_map(Mutation::Remove),
        3 => (any::<Index>(), anything()).prop_map(|(name, value)| Mutation::Add(name, value)),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Mutation::Rename(from, to)),
    ]
}

fn mutate(place: &mut Value, mutation: Mutation) {
    let name = |index: Index| (*index.get(&NAMES)).to_owned();
    match (mutation, place) {
        (Mutation::Replace(value), place) => *place = value,
        (Mutation::Remove(index), Value::Object(fields)) if !fields.is_empty() => {
            let all: Vec<String> = fields.keys().cloned().collect();
            fields.remove(index.get(&all));
        }
        (Mutation::Remove(index), Value::Array(items)) if !items.is_empty() => {
            items.remove(index.index(items.len()));
        }
        (Mutation::Add(index, value), Value::Object(fields)) => {
            fields.insert(name(index), value);
        }
        (Mutation::Add(_, value), Value::Array(items)) => items.push(value),
        (Mutation::Rename(from, to), Value::Object(fields)) if !fields.is_empty() => {
            let all: Vec<String> = fields.keys().cloned().collect();
            if let Some(value) = fields.remove(from.get(&all)) {
                fields.insert(name(to), value);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_report_that_is_read_is_valid(report in any_report()) {
        let json = gongkai_testing::json(&report);
        prop_assert!(VALIDATOR.is_valid(&json));
        prop_assert!(is_read(&json));
    }

    #[test]
    fn a_mistake_anywhere_is_judged_alike(
        report in any_report(),
        place in any::<Index>(),
        mutation in mutation(),
        again in prop::option::of((any::<Index>(), mutation())),
    ) {
        let mut json = gongkai_testing::json(&report);
        for (place, mutation) in std::iter::once((place, mutation)).chain(again) {
            let places = places(&json, |_| true);
            if let Some(value) = json.pointer_mut(place.get::<String>(&places)) {
                mutate(value, mutation);
            }
        }
        is_valid(&json);
    }
}

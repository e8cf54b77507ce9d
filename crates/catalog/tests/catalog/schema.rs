//! The published schema knows the measures that the code has.

use super::*;
use std::collections::BTreeSet;

fn schema() -> Json {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../schema/gongkai-catalog-1.json"
    );
    let text = std::fs::read_to_string(path).expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// Returns the ids whose schema has the same `then`.
fn ids(then: &Json) -> BTreeSet<String> {
    let schema = schema();
    let rules = schema["$defs"]["Measure"]["allOf"]
        .as_array()
        .expect("rules");
    let rule = rules.iter().find(|rule| rule["then"] == *then);
    let ids = &rule.expect("a rule")["if"]["properties"]["id"]["enum"];
    let ids = ids.as_array().expect("ids").iter();
    ids.map(|id| id.as_str().expect("text").to_owned())
        .collect()
}

fn those(wanted: impl Fn(Measure) -> bool) -> BTreeSet<String> {
    let all = Measure::all().into_iter();
    all.filter(|&measure| wanted(measure))
        .map(Measure::id)
        .collect()
}

#[test]
fn the_schema_has_every_measure_with_its_edition_and_its_kind() {
    use gongkai_model::Edition;
    let all = &schema()["$defs"]["Measure"]["properties"]["id"]["enum"];
    let own: Vec<String> = Measure::all().into_iter().map(Measure::id).collect();
    assert_eq!(*all, json!(own));
    for (word, edition) in [("2019", Edition::Form2019), ("2021", Edition::Form2021)] {
        let then =
            json!({ "required": ["edition"], "properties": { "edition": { "const": word } } });
        assert_eq!(
            ids(&then),
            those(|measure| measure.only_edition() == Some(edition))
        );
    }
    let none = json!({ "properties": { "edition": false } });
    assert_eq!(
        ids(&none),
        those(|measure| measure.only_edition().is_none())
    );
    let kind = |measure: Measure| match measure.unit() {
        MeasureUnit::Pieces => "Stated",
        MeasureUnit::Money => "Amount",
        _ if measure.may_be_negative() => "Change",
        _ => "Count",
    };
    for name in ["Stated", "Amount", "Change", "Count"] {
        let items = json!({ "$ref": format!("#/$defs/{name}") });
        let then = json!({ "properties": { "values": { "type": "array", "items": items } } });
        assert_eq!(ids(&then), those(|measure| kind(measure) == name), "{name}");
    }
}

fn is_valid(json: &Json) -> bool {
    let validator = jsonschema::validator_for(&schema()).expect("a schema that can be followed");
    validator.is_valid(json)
}

#[test]
fn what_is_written_is_valid() {
    let schema = schema();
    jsonschema::meta::validate(&schema).expect("it is a schema");
    for reports in [
        county(),
        gongkai_testing::samples("fictional", "contradictions"),
    ] {
        let json: Json = serde_json::from_str(&built(&reports).catalog.write()).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn what_the_reader_refuses_is_not_valid() {
    let good: Json = serde_json::from_str(&built(&county()).catalog.write()).expect("JSON");
    for (path, value) in [
        ("format", json!("gongkai-catalog/2")),
        ("surplus", json!(1)),
        ("places.surplus", json!(1)),
        ("reports.edition[0]", json!("2020")),
        ("reports.year[0]", json!("2020")),
        ("measures[0].id", json!("year")),
        ("measures[0].values[0]", json!(-1)),
        ("measures[0].surplus", json!(1)),
        ("fictional", json!(false)),
    ] {
        let mut json = good.clone();
        gongkai_testing::put(&mut json, path, value);
        assert!(Catalog::read(&json.to_string()).is_err(), "{path}");
        assert!(!is_valid(&json), "{path}");
    }
    assert!(is_valid(&good));
}

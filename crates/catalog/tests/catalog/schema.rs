//! The published schema knows the measures that the code has.

use super::*;
use std::collections::BTreeSet;

fn schema() -> Json {
    schema_of("catalog")
}

fn schema_of(format: &str) -> Json {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema");
    let text = std::fs::read_to_string(format!("{folder}/gongkai-{format}-1.json"));
    serde_json::from_str(&text.expect("the schema")).expect("JSON")
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

/// Asserts that a schema is one, that it allows a text, and that it refuses each changed one.
fn assert_follows(format: &str, text: &str, refused: &[(&str, Json)]) {
    let schema = schema_of(format);
    jsonschema::meta::validate(&schema).expect("it is a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let good: Json = serde_json::from_str(text).expect("JSON");
    let errors = validator.iter_errors(&good).map(|error| error.to_string());
    assert_eq!(errors.collect::<Vec<_>>(), [""; 0], "{format}");
    for (path, value) in refused {
        let mut json = good.clone();
        gongkai_testing::put(&mut json, path, value.clone());
        assert!(!validator.is_valid(&json), "{format}: {path}");
    }
}

#[test]
fn the_files_of_series_are_valid_and_what_their_readers_refuse_is_not() {
    let mut catalog = built(&county()).catalog;
    catalog.group_by(|_| Some("虚构省".to_owned()));
    let series = catalog.only(0).expect("the county").write();
    assert_follows("catalog", &series, &[]);
    let (sets, _) = peer_sets(&catalog);
    assert_follows(
        "peers",
        &sets[0].write(),
        &[
            ("format", json!("gongkai-peers/2")),
            ("kind", json!("county")),
            ("surplus", json!(1)),
            ("year[0]", json!(2007)),
            ("measures[0].id", json!("year")),
            ("measures[0].median[0]", json!("over 3 条")),
            ("measures[0].printed[0]", json!(-1)),
        ],
    );
    let own: Vec<String> = Measure::all().into_iter().map(Measure::id).collect();
    let ids = &schema_of("peers")["properties"]["measures"]["items"]["properties"]["id"]["enum"];
    assert_eq!(*ids, json!(own));
    let kinds = schema_of("peers")["properties"]["kind"]["enum"].clone();
    for kind in kinds.as_array().expect("kinds") {
        assert!(PeerKind::from_id(kind.as_str().expect("a text")).is_some());
    }
    let mut index = SeriesIndex::default();
    let file = FileReference {
        file: "9f86d081884c7d65.json".to_owned(),
        sha384: hash("a"),
    };
    index.push(&catalog.agencies()[0], file.clone(), Some(&file));
    index.push(&catalog.agencies()[0], file, None);
    assert_follows(
        "series-index",
        &index.write(),
        &[
            ("places[0].sha384", json!("A")),
            ("places[0].peers", json!(-1)),
            ("peers[0].file", json!("")),
            ("places[0].surplus", json!(1)),
        ],
    );
    let root = SeriesRoot::for_agencies(3200).write();
    assert_follows(
        "series",
        &root,
        &[("digits", json!(7)), ("surplus", json!(1))],
    );
}

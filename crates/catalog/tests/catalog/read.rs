//! Reading and writing: nothing is lost, and errors are precise.

use super::*;
use gongkai_testing::arbitrary;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Writes the county's catalogue.
static COUNTY: LazyLock<String> = LazyLock::new(|| built(&county()).catalog.write());

/// Parses the county's catalogue, so that tests can change it.
fn county_json() -> Json {
    serde_json::from_str(&COUNTY).expect("JSON")
}

fn error(json: &Json) -> CatalogError {
    match Catalog::read(&json.to_string()) {
        Ok(_) => panic!("it was read: {json}"),
        Err(error) => error,
    }
}

#[track_caller]
fn refused(path: &str, value: Json, wanted: (&str, CatalogProblem)) {
    let mut json = county_json();
    gongkai_testing::put(&mut json, path, value);
    let error = error(&json);
    assert_eq!((error.path.as_str(), error.problem), wanted);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_figure_of_any_reports_is_as_the_report_has_it_also_when_written_and_read(
        reports in prop::collection::vec(arbitrary::any_report(), 1..6),
    ) {
        let measures = Measure::all();
        let sources: Vec<Extract> = reports
            .iter()
            .enumerate()
            .filter_map(|(index, report)| {
                let file = format!("r{index}.json");
                Extract::of(file, hash(&index.to_string()), report, &measures).ok()
            })
            .collect();
        let built = build(sources, &measures, &|_| String::new());
        let written = built.catalog.write();
        let read = Catalog::read(&written).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        prop_assert_eq!(read.write(), written);
        for index in 0..read.len() {
            let file = read.file(index).expect("a file");
            let number: usize = file.trim_matches(|c: char| !c.is_ascii_digit()).parse().expect("rN");
            let report = &reports[number];
            prop_assert_eq!(read.year(index), Some(report.year));
            prop_assert_eq!(read.edition(index), Some(report.edition));
            prop_assert_eq!(read.hash(index), Some(ReportHash::Inline(&hash(&number.to_string()))));
            for &measure in &measures {
                let (held, own) = (read.value(index, measure), Value::of(report, measure));
                // Leading zeros of a decimal have no meaning.
                prop_assert_eq!(plain(held), plain(own), "{}", measure.id());
            }
        }
        prop_assert_eq!(read.len() + built.omitted.len() <= reports.len(), true);
    }

    #[test]
    fn no_text_ends_in_a_panic(at in 0..6000_usize, with in "[\\[\\]{}\",:0-9a-z\\\\ -]{0,3}", cut in any::<bool>()) {
        let mut text = COUNTY.clone();
        let mut at = at % text.len();
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        if cut {
            text.truncate(at);
        }
        text.insert_str(at, &with);
        if let Ok(read) = Catalog::read(&text) {
            prop_assert!(Catalog::read(&read.write()).is_ok());
        }
    }
}

/// Reads a catalogue whose bytes arrive in parts of these lengths, repeated.
fn in_parts(text: &str, lengths: &[usize]) -> Result<Catalog, CatalogError> {
    let mut prefetched = Prefetched::default();
    let mut rest = text.as_bytes();
    for length in lengths.iter().cycle() {
        let (part, more) = rest.split_at((*length).min(rest.len()));
        prefetched.push(part);
        rest = more;
        if rest.is_empty() {
            break;
        }
    }
    Catalog::read_prefetched(prefetched, text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn read_while_it_comes_it_is_the_same_and_so_is_what_is_wrong_with_it(
        lengths in prop::collection::vec(1..3000_usize, 1..6),
        at in 0..6000_usize,
        with in prop::option::of("[\\[\\]{}\",:0-9a-z\\\\ \n-]{0,3}"),
        mark in any::<bool>(),
    ) {
        let mut text = COUNTY.clone();
        if let Some(with) = with {
            let mut at = at % text.len();
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, &with);
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        match (Catalog::read(&text), in_parts(&text, &lengths)) {
            (Ok(whole), Ok(parts)) => prop_assert_eq!(whole.write(), parts.write()),
            (whole, parts) => prop_assert_eq!(whole.err(), parts.err()),
        }
    }
}

#[test]
fn what_is_read_ahead_is_not_read_again() {
    let text = COUNTY.as_str();
    let mut prefetched = Prefetched::default();
    prefetched.push(text.as_bytes());
    // Another file with the same offsets: columns that were prefetched keep the numbers of the first.
    let id = "{\"id\":\"proactive.licences.decisions\"";
    let (before, line) = text.split_at(text.find(id).expect("its line"));
    let (line, after) = line.split_at(line.find('\n').expect("its end"));
    let changed = format!(
        "{before}{}{after}",
        line.replace(|c: char| c.is_ascii_digit(), "7")
    );
    assert_ne!(changed, text);
    let read = Catalog::read_prefetched(prefetched, &changed).expect("a catalogue");
    assert_eq!(read.write(), text);
}

fn plain(value: Value) -> Value {
    match value {
        Value::Money(mut money) => {
            let text = money.value.as_str();
            let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
            let whole = whole.trim_start_matches('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            money.value = Decimal::parse(&format!("{whole}{rest}")).expect("a decimal");
            Value::Money(money)
        }
        other => other,
    }
}

#[test]
fn blank_stroke_missing_and_zero_stay_four_things() {
    let id = "applications.received";
    let total = |name: &str, cell: Json| report(name, 2021, "2021", &[(id, row(cell))]);
    let reports = [
        total("甲县", json!(null)),
        total("乙县", json!("/")),
        report("丙县", 2021, "2021", &[]),
        total("丁县", json!(0)),
    ];
    let written = built(&reports).catalog.write();
    let catalog = Catalog::read(&written).expect("a catalogue");
    let value = |name: &str| {
        let agency = catalog
            .agencies()
            .iter()
            .position(|agency| agency.name == name);
        let report = catalog
            .report(agency.expect("a place"), 2021)
            .expect("a report");
        catalog.value(report, measure("applications.received[6]"))
    };
    assert_eq!(value("甲县"), Value::Blank);
    assert_eq!(value("乙县"), Value::NotApplicable);
    assert_eq!(value("丙县"), Value::Missing);
    assert_eq!(value("丁县"), Value::Count(0));
}

#[test]
fn every_fault_has_its_path() {
    use CatalogProblem as P;
    use ExpectedValue as E;
    refused(
        "measures[0].id",
        json!("applications.recieved"),
        ("measures[0].id", P::InvalidValue(E::Measure)),
    );
    refused(
        "measures[3].values[1]",
        json!("many"),
        ("measures[3].values[1]", P::InvalidValue(E::Count)),
    );
    refused(
        "measures[3].values[1]",
        json!(-2),
        ("measures[3].values[1]", P::InvalidValue(E::Count)),
    );
    refused(
        "measures[3].values[1]",
        json!(2.5),
        ("measures[3].values[1]", P::InvalidValue(E::Count)),
    );
    refused(
        "measures[3].values[1]",
        json!(true),
        ("measures[3].values[1]", P::WrongType(E::Count)),
    );
    refused(
        "measures[3].values",
        json!([1]),
        (
            "measures[3].values",
            P::Length {
                found: 1,
                wanted: 2,
            },
        ),
    );
    refused(
        "measures[3].edition",
        json!("2021"),
        ("measures[3].edition", P::InvalidValue(E::OwnEdition)),
    );
    refused(
        "measures[0].values[1]",
        json!("3200条"),
        ("measures[0].values[1]", P::InvalidValue(E::Stated)),
    );
    refused(
        "measures[1].id",
        json!("disclosure.total"),
        ("measures[1].id", P::DuplicateField),
    );
    refused(
        "reports.year[1]",
        json!(2019),
        ("reports.year[1]", P::InvalidValue(E::LaterYear)),
    );
    refused(
        "reports.year[1]",
        json!(1999),
        ("reports.year[1]", P::InvalidValue(E::Year)),
    );
    refused(
        "reports.edition[1]",
        json!("2020"),
        ("reports.edition[1]", P::InvalidValue(E::Edition)),
    );
    refused(
        "reports.pattern",
        json!("../{year}.json"),
        ("reports.pattern", P::InvalidValue(E::Pattern)),
    );
    refused(
        "reports.file",
        json!([null]),
        (
            "reports.file",
            P::Length {
                found: 1,
                wanted: 7,
            },
        ),
    );
    refused(
        "places.reports[0]",
        json!(8),
        (
            "reports.edition",
            P::Length {
                found: 7,
                wanted: 8,
            },
        ),
    );
    refused(
        "places.group",
        json!([0]),
        ("places.group[0]", P::InvalidValue(E::Group)),
    );
    refused(
        "hashes.sha384[2]",
        json!("short"),
        ("hashes.sha384[2]", P::InvalidValue(E::Hash)),
    );
    refused("hashes.every", json!(2), ("hashes.files", P::MissingField));
    refused(
        "fictional",
        json!(false),
        ("fictional", P::WrongType(E::True)),
    );
    refused(
        "tittle",
        json!("a"),
        ("tittle", {
            P::UnknownField(&[
                "format",
                "title",
                "fictional",
                "groups",
                "places",
                "denominators",
                "reports",
                "hashes",
                "measures",
            ])
        }),
    );
    refused(
        "denominators",
        json!([{"id": "p", "name": {"zh": "人", "en": "p"}, "unit": "人", "source": "s", "values": []}]),
        (
            "denominators[0].values",
            P::Length {
                found: 0,
                wanted: 1,
            },
        ),
    );
    refused(
        "reports.file[0]",
        json!(null),
        ("reports.file[0]", P::MissingField),
    );
    let mut json = county_json();
    json.as_object_mut().expect("an object").remove("hashes");
    let fault = error(&json);
    assert_eq!(
        (fault.path.as_str(), fault.problem),
        ("hashes", P::MissingField)
    );
}

#[test]
fn a_measure_that_stands_twice_is_refused() {
    let mut json = county_json();
    let first = json["measures"][0].clone();
    json["measures"].as_array_mut().expect("a list").push(first);
    let fault = error(&json);
    assert_eq!(
        (fault.path.as_str(), fault.problem),
        ("measures[73].id", CatalogProblem::DuplicateField)
    );
}

#[test]
fn a_file_of_a_later_format_is_not_blamed_for_a_field() {
    let mut json = county_json();
    json["format"] = json!("gongkai-catalog/2");
    json["colour"] = json!("red");
    let fault = error(&json);
    assert_eq!(fault.path, "format");
    assert_eq!(fault.problem, CatalogProblem::Format(FORMAT));
    assert_eq!(fault.value.as_deref(), Some("\"gongkai-catalog/2\""));
    assert!(is_catalog(&json.to_string()));
    assert!(!is_catalog(&county()[0].write()));
    assert!(!is_catalog("format"));
}

#[test]
fn an_error_names_the_line_and_the_value() {
    let text = built(&county()).catalog.write();
    let id = "\"id\":\"proactive.licences.change\"";
    let line = text
        .lines()
        .position(|line| line.contains(id))
        .expect("its line")
        + 1;
    let wrong: Vec<String> = text
        .lines()
        .map(|line| {
            if line.contains(id) {
                line.replace("\"values\":[", "\"values\":[\"none\",")
            } else {
                line.to_owned()
            }
        })
        .collect();
    let error = Catalog::read(&wrong.join("\n")).expect_err("a word among numbers");
    assert_eq!(error.line, Some(line));
    assert_eq!(error.value.as_deref(), Some("\"none\""));
    for locale in gongkai_i18n::Locale::ALL {
        let sentence = gongkai_catalog::catalog_error(locale, "catalog.json", &error);
        assert!(sentence.contains("measures[12].values[0]"), "{sentence}");
        assert!(
            sentence.contains("\"none\"") && !sentence.contains("{0}"),
            "{sentence}"
        );
    }
}

#[test]
fn a_measures_id_may_stand_behind_its_values() {
    let text = built(&county()).catalog.write();
    let turned: Vec<String> = text
        .lines()
        .map(
            |line| match line.strip_prefix("{\"id\":\"reviews.reconsideration.total\",") {
                Some(rest) => {
                    let end = rest
                        .rfind('}')
                        .map(|at| at.min(rest.find("]}").expect("values") + 1));
                    let (values, rest) = rest.split_at(end.expect("an end"));
                    format!("{{{values},\"id\":\"reviews.reconsideration.total\"{rest}")
                }
                None => line.to_owned(),
            },
        )
        .collect();
    let turned = turned.join("\n") + "\n";
    assert_ne!(turned, text);
    assert_eq!(Catalog::read(&turned).expect("read").write(), text);
}

#[test]
fn a_pattern_that_gives_a_place_no_path_is_a_missing_path() {
    let mut json = county_json();
    gongkai_testing::put(&mut json, "reports.file", json!(vec![Json::Null; 7]));
    gongkai_testing::put(&mut json, "reports.pattern", json!("{year}.json"));
    assert!(Catalog::read(&json.to_string()).is_ok());
    // The county has no code for the pattern.
    gongkai_testing::put(&mut json, "reports.pattern", json!("{code}/{year}.json"));
    let fault = error(&json);
    assert_eq!(
        (fault.path.as_str(), fault.problem),
        ("reports.file[0]", CatalogProblem::MissingField)
    );
}

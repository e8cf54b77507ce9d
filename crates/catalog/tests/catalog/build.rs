//! Building a catalogue from reports.

use super::*;

fn files(built: &BuildResult) -> Vec<String> {
    let catalog = &built.catalog;
    (0..catalog.len())
        .filter_map(|report| catalog.file(report))
        .collect()
}

#[test]
fn the_order_of_the_sources_makes_no_difference() {
    let reports = county();
    let sources = |reports: &[Report]| -> Vec<Extract> {
        let named = |report: &Report| source(&format!("{}.json", report.year), report);
        reports.iter().map(named).collect()
    };
    let mut turned = reports.clone();
    turned.reverse();
    let make = |sources| {
        build(sources, &Measure::all(), &|_| String::new())
            .catalog
            .write()
    };
    assert_eq!(make(sources(&reports)), make(sources(&turned)));
}

#[test]
fn years_of_a_place_rise_and_places_stand_in_the_order_of_their_codes() {
    let coded = |name: &str, code: &str, year| {
        report(name, year, "2021", &[("agency.division_code", json!(code))])
    };
    let built = built(&[
        report("无代码县", 2021, "2021", &[]),
        coded("乙县", "990102", 2022),
        coded("甲县", "990101", 2023),
        coded("乙县", "990102", 2021),
    ]);
    let catalog = &built.catalog;
    let names: Vec<&str> = catalog
        .agencies()
        .iter()
        .map(|agency| agency.name.as_str())
        .collect();
    assert_eq!(names, ["甲县", "乙县", "无代码县"]);
    assert_eq!(catalog.reports_of(1), 1..3);
    assert_eq!(catalog.report(1, 2022), Some(2));
    assert_eq!(catalog.report(1, 2023), None);
    assert_eq!(catalog.report(9, 2023), None);
    assert_eq!(files(&built), ["r2.json", "r3.json", "r1.json", "r0.json"]);
}

#[test]
fn of_two_different_reports_of_a_place_and_year_neither_is_taken() {
    let one = report(
        "甲县",
        2021,
        "2021",
        &[("applications.received", row(json!(1)))],
    );
    let other = report(
        "甲县",
        2021,
        "2021",
        &[("applications.received", row(json!(2)))],
    );
    let built = built(&[one.clone(), other, one]);
    assert!(built.catalog.is_empty() && built.catalog.agencies().is_empty());
    let why = |file: &str| OmissionReason::ConflictsWith(file.to_owned());
    let left: Vec<(&str, &OmissionReason)> = built
        .omitted
        .iter()
        .map(|one| (one.file.as_str(), &one.reason))
        .collect();
    assert_eq!(
        left,
        [
            ("r0.json", &why("r1.json")),
            ("r1.json", &why("r0.json")),
            ("r2.json", &why("r1.json"))
        ]
    );
}

#[test]
fn of_the_same_file_twice_the_first_by_path_is_taken() {
    let one = report("甲县", 2021, "2021", &[]);
    let built = built(&[one.clone(), one]);
    assert_eq!(files(&built), ["r0.json"]);
    let wanted = Omission {
        file: "r1.json".to_owned(),
        reason: OmissionReason::DuplicateOf("r0.json".to_owned()),
    };
    assert_eq!(built.omitted, [wanted]);
}

#[test]
fn a_report_without_a_code_is_of_the_only_place_of_its_name_and_namesakes_are_not_guessed() {
    let coded = |code: &str, year| {
        report(
            "甲县",
            year,
            "2021",
            &[("agency.division_code", json!(code))],
        )
    };
    let bare = report("甲县", 2022, "2021", &[]);
    assert_eq!(
        built(&[coded("990101", 2021), bare.clone()])
            .catalog
            .agencies()
            .len(),
        1
    );
    let namesakes = built(&[coded("990101", 2021), coded("990201", 2021), bare]);
    assert_eq!(namesakes.catalog.agencies().len(), 3);
}

#[test]
fn paths_that_follow_a_pattern_are_not_written_and_are_still_there() {
    let sources = county().into_iter().map(|report| {
        let file = match report.year {
            2022 => "extra/second half.json".to_owned(),
            year => format!("reports/qinghe-{year}.json"),
        };
        source(&file, &report)
    });
    let built = build(sources.collect(), &Measure::all(), &|_| String::new());
    let written = built.catalog.write();
    assert!(
        written.contains("\"pattern\":\"reports/qinghe-{year}.json\""),
        "{written}"
    );
    assert!(!written.contains("qinghe-2021"));
    let read = Catalog::read(&written).expect("a catalogue");
    assert_eq!(read.file(2).as_deref(), Some("reports/qinghe-2021.json"));
    assert_eq!(read.file(3).as_deref(), Some("extra/second half.json"));
}

#[test]
fn what_no_path_of_a_catalogue_may_hold_is_unfit_and_so_are_too_many_digits() {
    let fine = report("甲县", 2021, "2021", &[]);
    let made = |file: &str, report: &Report| {
        Extract::of(file.to_owned(), hash("a"), report, &Measure::all()).map(|_| ())
    };
    assert_eq!(made("a/b.json", &fine), Ok(()));
    for file in ["../a.json", "/a.json", "a:b.json", "a\\b.json"] {
        assert_eq!(made(file, &fine), Err(ExtractError::InvalidPath), "{file}");
    }
    let long = json!({ "value": "1234567890123456789.5", "unit": "元" });
    let long = report("甲县", 2021, "2021", &[("proactive.fees.amount", long)]);
    assert_eq!(
        made("a.json", &long),
        Err(ExtractError::TooManyDigits(
            "proactive.fees.amount".to_owned()
        ))
    );
}

#[test]
fn hashes_in_blocks_are_found_by_report() {
    let reports: Vec<Report> = (0..300)
        .map(|index| report(&format!("县{index:03}"), 2021, "2021", &[]))
        .collect();
    let mut catalog = built(&reports).catalog;
    let inline: Vec<String> = (0..300)
        .filter_map(|report| match catalog.hash(report) {
            Some(ReportHash::Inline(hash)) => Some(hash.to_owned()),
            _ => None,
        })
        .collect();
    let blocks = catalog.hash_blocks();
    let named = |index: usize| (format!("h/{index}.json"), hash(&index.to_string()));
    catalog.move_hashes_to_blocks((0..blocks.len()).map(named).collect());
    let read = Catalog::read(&catalog.write()).expect("a catalogue");
    for (report, wanted) in inline.iter().enumerate() {
        let Some(ReportHash::InBlock { file, index, .. }) = read.hash(report) else {
            panic!("report {report}");
        };
        let block = usize::from(file == "h/1.json");
        let hashes = read_block(&blocks[block]).expect("a block");
        assert_eq!(hashes.get(index), Some(wanted));
    }
    assert_eq!(read.hash(300), None);
}

#[test]
fn groups_and_denominators_are_kept_with_their_places() {
    let mut catalog = built(&[
        report("乙县", 2021, "2021", &[]),
        report("甲县", 2021, "2021", &[]),
    ])
    .catalog;
    catalog.is_fictional = true;
    catalog.title = Some("虚构目录 \"一\"".to_owned());
    catalog.group_by(|agency| (agency.name == "甲县").then(|| "虚构省".to_owned()));
    let mut people = Denominator::new("population", "人口", "Population", "万人", "虚构");
    let known = Decimal::parse("12.50").expect("a decimal");
    let first = catalog.agencies()[0].name == "甲县";
    people.push(Some(&known).filter(|_| first)).expect("fits");
    people.push(Some(&known).filter(|_| !first)).expect("fits");
    let short = Denominator::new("area", "面积", "Area", "公里", "虚构");
    assert!(catalog.add_denominator(short).is_err());
    catalog.add_denominator(people).expect("one for each place");
    let read = Catalog::read(&catalog.write()).expect("a catalogue");
    assert!(read.is_fictional);
    assert_eq!(read.title, catalog.title);
    assert_eq!(read.groups(), ["虚构省"]);
    for (index, agency) in read.agencies().iter().enumerate() {
        let is_known = agency.name == "甲县";
        assert_eq!(agency.group, is_known.then_some(0));
        let value = read.denominators()[0].value(index);
        assert_eq!(value, is_known.then(|| known.clone()));
    }
}

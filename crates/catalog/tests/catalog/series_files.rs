//! Series files and peers, against the plain reports.

use super::*;
use gongkai_model::Edition;
use gongkai_testing::arbitrary::any_report;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The names and codes of some agencies of three groups and several kinds.
const AGENCIES: [(&str, Option<&str>); 9] = [
    ("甲县人民政府（虚构）", Some("990101")),
    ("乙县人民政府（虚构）", Some("990102")),
    ("丙县人民政府（虚构）", Some("990103")),
    ("丁县人民政府（虚构）", Some("990104")),
    ("甲县教育局（虚构）", Some("990101")),
    ("乙县教育局（虚构）", Some("990102")),
    ("甲市人民政府（虚构）", Some("990100")),
    ("甲县人民政府（虚构）", Some("980101")),
    ("无代码局（虚构）", None),
];

/// Reports of some of the agencies and years, each with arbitrary contents.
fn reports() -> impl Strategy<Value = Vec<Report>> {
    let given = prop::collection::vec((0..AGENCIES.len(), 2020..2024_u16, any_report()), 1..16);
    given.prop_map(|given| {
        let mut seen = BTreeSet::new();
        let mut reports = Vec::new();
        for (index, year, mut report) in given {
            let (name, code) = AGENCIES[index];
            report.agency.name = name.to_owned();
            report.agency.division_code = code.map(str::to_owned);
            report.year = year;
            if seen.insert((index, year)) {
                reports.push(report);
            }
        }
        reports
    })
}

fn catalog(reports: &[Report]) -> Option<Catalog> {
    let sources = reports.iter().enumerate().map(|(index, report)| {
        let file = format!("r{index}.json");
        Extract::of(file, hash(&report.write()), report, &Measure::all()).ok()
    });
    let sources: Option<Vec<Extract>> = sources.collect();
    let mut catalog = build(sources?, &Measure::all(), &|_| String::new()).catalog;
    catalog.group_by(|agency| agency.code.as_deref()?.get(..2).map(str::to_owned));
    Some(catalog)
}

fn entry(agency: &AgencyEntry) -> IndexEntry {
    let mut index = SeriesIndex::default();
    index.push(agency, FileReference::default(), None);
    let found = index.find(&agency.name, agency.code.as_deref());
    found.expect("it has just been added").clone()
}

/// Returns a value as a catalogue has it, which drops zeros before an amount: 00.5 is 0.5.
fn plain_value(report: &Report, measure: Measure) -> Value {
    let mut value = Value::of(report, measure);
    if let Value::Money(money) = &mut value {
        let digits = money.value.as_str().trim_start_matches('0');
        let is_fraction = digits.is_empty() || digits.starts_with('.');
        let zero = if is_fraction { "0" } else { "" };
        money.value = Decimal::parse(&format!("{zero}{digits}")).expect("a decimal");
    }
    value
}

/// Compares two numbers that are printed in a report, by their digits alone.
fn slow_number(value: &Value) -> Option<i128> {
    match value {
        Value::Count(count) => Some(i128::from(*count)),
        Value::Stated(stated) => {
            let multiplies = ['十', '百', '千', '万', '亿'];
            let unit = stated.unit.as_deref().unwrap_or_default();
            (!unit.starts_with(multiplies)).then_some(i128::from(stated.count))
        }
        Value::Money(money) => {
            let (whole, fraction) = money
                .value
                .as_str()
                .split_once('.')
                .unwrap_or((money.value.as_str(), ""));
            let power: u32 = match money.unit {
                Some(Currency::Yuan) => 0,
                Some(Currency::HundredMillionYuan) => 8,
                _ => 4,
            };
            // In units of 10⁻¹⁸ 元, or nothing if even that is too coarse or too long for this reference.
            let zeros = (18 + power as usize).checked_sub(fraction.len())?;
            format!("{whole}{fraction}{}", "0".repeat(zeros))
                .parse()
                .ok()
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_series_says_of_its_agency_what_the_reports_say(reports in reports()) {
        let Some(whole) = catalog(&reports) else { return Ok(()) };
        let mut held = 0;
        for (agency, listed) in whole.agencies().iter().enumerate() {
            let text = whole.only(agency).expect("an agency").write();
            let series = read_series(&text, &entry(listed)).expect("a series");
            prop_assert_eq!(series.write(), text);
            prop_assert_eq!(&series.agencies()[0].initials, &listed.initials);
            let group = listed.group.map(|group| &whole.groups()[group]);
            prop_assert_eq!(series.groups().first(), group);
            for report in 0..series.len() {
                let year = series.year(report).expect("a year");
                let at = whole.report(agency, year).expect("the same report");
                let file = series.file(report).expect("a path");
                let listed_file = whole.file(at);
                prop_assert_eq!(Some(&file), listed_file.as_ref());
                let index: usize = file[1..file.len() - 5].parse().expect("a number");
                let plain = &reports[index];
                prop_assert_eq!(
                    (&plain.agency.name, plain.year, Some(plain.edition)),
                    (&listed.name, year, series.edition(report))
                );
                prop_assert_eq!(series.hash(report), Some(ReportHash::Inline(&hash(&plain.write()))));
                for measure in Measure::all() {
                    let wanted = if measure.is_in(plain.edition) {
                        plain_value(plain, measure)
                    } else {
                        Value::Missing
                    };
                    prop_assert_eq!(series.value(report, measure), wanted);
                }
                held += 1;
            }
            let findings = |catalog: &Catalog, agency| between_years(catalog, agency);
            prop_assert_eq!(findings(&series, 0), findings(&whole, agency));
        }
        prop_assert_eq!(held, reports.len());
        prop_assert!(whole.only(whole.agencies().len()).is_none());
    }

    #[test]
    fn peers_are_those_of_a_slow_evaluation(reports in reports()) {
        let Some(whole) = catalog(&reports) else { return Ok(()) };
        let (sets, own) = peer_sets(&whole);
        prop_assert_eq!(own.len(), whole.agencies().len());
        for (agency, set) in whole.agencies().iter().zip(&own) {
            prop_assert_eq!(set.is_none(), agency.code.is_none());
        }
        for (index, set) in sets.iter().enumerate() {
            let read = Peers::read(&set.write()).expect("a file of peers");
            prop_assert_eq!(&read, set);
            let is_member = |report: &&Report| {
                let code = report.agency.division_code.as_deref();
                code.is_some_and(|code| code.starts_with(&set.group))
                    && PeerKind::of(&report.agency.name, code) == Some(set.kind)
            };
            let members = own.iter().filter(|own| **own == Some(index)).count();
            prop_assert_eq!(set.agencies, members);
            for year in 2019..2025 {
                let printed: Vec<&Report> = reports.iter().filter(is_member).filter(|report| report.year == year).collect();
                for measure in Measure::all() {
                    let found = read.peers(measure, year);
                    prop_assert_eq!(found.is_none(), printed.is_empty());
                    let Some(found) = found else { continue };
                    prop_assert_eq!(found.reports, printed.len());
                    let values: Vec<Value> = printed.iter().filter(|report| measure.is_in(report.edition))
                        .map(|report| Value::of(report, measure)).collect();
                    let has_number = |value: &&Value| matches!(value, Value::Money(_)) || slow_number(value).is_some();
                    prop_assert_eq!(found.printed, values.iter().filter(has_number).count());
                    let numbers: Option<Vec<i128>> = values.iter().filter(has_number).map(slow_number).collect();
                    let Some(mut numbers) = numbers else { continue };
                    numbers.sort_unstable();
                    prop_assert_eq!(found.quartiles.is_none(), numbers.is_empty());
                    for (quarters, number) in (1..).zip(found.quartiles.into_iter().flatten()) {
                        // Nearest rank: at least this many quarters of all numbers are not larger.
                        let wanted = numbers.iter().find(|one| {
                            4 * numbers.iter().filter(|other| other <= one).count() >= quarters * numbers.len()
                        });
                        let exact = Ratio::from(number).rounded(18);
                        let digits: i128 = exact.value.as_str().replace('.', "").parse().expect("digits");
                        let digits = if exact.is_negative { -digits } else { digits };
                        let scale = if measure.unit() == MeasureUnit::Money { 1 } else { 1_000_000_000_000_000_000 };
                        prop_assert_eq!(wanted.and_then(|wanted| wanted.checked_mul(scale)), Some(digits));
                    }
                }
            }
        }
    }
}

#[test]
fn peers_count_who_printed_a_number_and_say_the_smallest_that_a_quarter_do_not_exceed() {
    let received = |index: usize, total: Json| {
        let (name, code) = AGENCIES[index];
        report(
            name,
            2022,
            "2021",
            &[
                ("agency.division_code", json!(code)),
                ("applications.received", row(total)),
            ],
        )
    };
    let all = [
        received(0, json!(30)),
        received(1, json!(0)),
        received(2, json!(null)),
        received(3, json!(7)),
        received(4, json!(900)),
    ];
    let (sets, own) = peer_sets(&catalog(&all).expect("fit"));
    assert_eq!(own, [Some(0), Some(1), Some(0), Some(0), Some(0)]);
    let found = sets[0].peers(measure("applications.received[6]"), 2022);
    let numbers = [0, 7, 30].map(Number::whole);
    assert_eq!(
        found,
        Some(PeerFigures {
            reports: 4,
            printed: 3,
            quartiles: Some(numbers)
        })
    );
    assert_eq!(
        (sets[0].group.as_str(), sets[0].kind.id()),
        ("99", "county-government")
    );
    assert_eq!(
        sets[0].peers(measure("applications.received[6]"), 2021),
        None
    );
    // No agency has a statement of the total.
    let none = sets[0].peers(
        Measure::from_id("disclosure.total").expect("a measure"),
        2022,
    );
    assert_eq!(
        none.map(|none| (none.printed, none.quartiles)),
        Some((0, None))
    );
}

#[test]
fn an_amount_keeps_its_unit_and_a_count_loses_its_hedge() {
    let of = |index: usize, amount: &str, total: Json| {
        let (name, code) = AGENCIES[index];
        let (value, unit) = amount.split_once(' ').expect("a unit");
        report(
            name,
            2019,
            "2019",
            &[
                ("agency.division_code", json!(code)),
                (
                    "proactive.procurement",
                    json!({ "projects": 1, "amount": { "value": value, "unit": unit } }),
                ),
                ("disclosure", json!({ "total": total })),
            ],
        )
    };
    let all = [
        of(
            0,
            "1.5 亿元",
            json!({ "count": 3200, "qualifier": "over", "unit": "条" }),
        ),
        of(1, "21207.84 万元", json!({ "count": 9, "unit": "万条" })),
    ];
    let (sets, _) = peer_sets(&catalog(&all).expect("fit"));
    let text = sets[0].write();
    assert!(text.contains("\"lower\":[\"1.5 亿元\"]"), "{text}");
    assert!(text.contains("\"upper\":[\"21207.84 万元\"]"), "{text}");
    assert!(
        text.contains("{\"id\":\"disclosure.total\",\"printed\":[1],\"lower\":[3200]"),
        "{text}"
    );
}

#[test]
fn an_agency_is_found_by_its_name_and_its_code() {
    let agency = |index: usize| {
        let (name, code) = AGENCIES[index];
        AgencyEntry {
            name: name.to_owned(),
            code: code.map(str::to_owned),
            ..AgencyEntry::default()
        }
    };
    let file = |name: &str| FileReference {
        file: format!("{name}.json"),
        sha384: hash(name),
    };
    let mut index = SeriesIndex::default();
    for (at, own) in [0, 7, 1, 8].into_iter().enumerate() {
        let peers = [file("peers/a"), file("peers/b")];
        index.push(&agency(own), file(&at.to_string()), peers.get(at % 3));
    }
    let index = SeriesIndex::read(&index.write()).expect("an index");
    let find = |name: &str, code| {
        let entry = index.find(name, code)?;
        let peers = index.peers(entry).map(|peers| peers.file.as_str());
        Some((entry.series.file.as_str(), peers))
    };
    let (jia, yi, none) = (AGENCIES[0].0, AGENCIES[1].0, AGENCIES[8].0);
    assert_eq!(
        find(jia, Some("990101")),
        Some(("0.json", Some("peers/a.json")))
    );
    assert_eq!(
        find(jia, Some("980101")),
        Some(("1.json", Some("peers/b.json")))
    );
    assert_eq!(find(yi, Some("990102")), Some(("2.json", None)));
    assert_eq!(find(none, None), Some(("3.json", Some("peers/a.json"))));
    // A report without a code is of the only agency with its name, and namesakes are not guessed.
    assert_eq!(find(yi, None), Some(("2.json", None)));
    assert_eq!(find(jia, None), None);
    assert_eq!(find(jia, Some("990199")), None);
    assert_eq!(find(none, Some("990199")), None);
    assert_eq!(find("甲县", None), None);
}

#[test]
fn index_files_hold_few_agencies_however_many_there_are() {
    for agencies in [1, 40, 41, 640, 3_200, 150_000] {
        let root = SeriesRoot::for_agencies(agencies);
        assert_eq!(SeriesRoot::read(&root.write()), Ok(root));
        let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
        for index in 0..agencies {
            let name = format!("虚构省第{index}县人民政府（虚构）");
            *sizes.entry(root.index_file(&name)).or_default() += 1;
        }
        let most = sizes.values().max();
        assert!(
            most.is_some_and(|most| *most <= 100),
            "{agencies}: {most:?}"
        );
    }
    let files = |agencies| SeriesRoot::for_agencies(agencies).index_file("青禾县人民政府（虚构）");
    // Fixed for ever: programs find their way by these.
    assert_eq!(files(40), "index/all.json");
    assert_eq!(files(640), "index/6.json");
    assert_eq!(files(10_240), "index/66.json");
    assert_eq!(files(10_241), "index/661.json");
}

#[test]
fn the_folder_of_series_follows_from_the_address_of_the_catalogue() {
    for (catalog, folder) in [
        ("catalog.json", "catalog.series/"),
        (
            "https://a.example/b/all.json?v=3#x",
            "https://a.example/b/all.series/",
        ),
        ("data/catalog", "data/catalog.series/"),
    ] {
        assert_eq!(series_folder(catalog), folder);
    }
}

#[test]
fn a_series_of_another_agency_or_of_several_is_refused() {
    let reports = county();
    let whole = built(&reports).catalog;
    let text = whole.only(0).expect("the county").write();
    let own = entry(&whole.agencies()[0]);
    assert!(read_series(&text, &own).is_ok());
    let other = entry(&AgencyEntry {
        code: Some("990199".to_owned()),
        ..whole.agencies()[0].clone()
    });
    let name = Some(own.name.clone());
    assert_eq!(
        read_series(&text, &other).map(|_| ()),
        Err(SeriesError::OtherAgency(name.clone()))
    );
    let mut several = reports.clone();
    several.extend(reports.iter().cloned().map(|mut report| {
        report.agency.name = "另一个县".to_owned();
        report
    }));
    let several = built(&several).catalog.write();
    assert!(matches!(
        read_series(&several, &own),
        Err(SeriesError::OtherAgency(_))
    ));
    let invalid = read_series(&text.replace("[2019", "[2018"), &own);
    assert!(invalid.is_ok(), "a year less is still valid");
    let cut = &text[..text.len() / 2];
    assert!(matches!(
        read_series(cut, &own),
        Err(SeriesError::Invalid(_))
    ));
}

#[test]
fn what_is_no_root_index_or_file_of_peers_is_refused_with_its_path() {
    let path = |error: CatalogError| (error.path, error.problem.code());
    let field = |path: &str, code: &'static str| (path.to_owned(), code);
    let root = |text: &str| SeriesRoot::read(text).map_err(path);
    assert_eq!(
        root("{\"format\":\"gongkai-series/1\",\"digits\":7}"),
        Err(field("digits", "invalid-value"))
    );
    assert_eq!(
        root("{\"format\":\"gongkai-series/2\",\"digits\":1}"),
        Err(field("format", "format"))
    );
    assert_eq!(root("<html>"), Err(field("", "not-json")));

    let mut index = SeriesIndex::default();
    let file = FileReference {
        file: "a.json".to_owned(),
        sha384: hash("a"),
    };
    index.push(&AgencyEntry::default(), file.clone(), Some(&file));
    let text = index.write();
    let refused = |from: &str, to: &str| SeriesIndex::read(&text.replace(from, to)).map_err(path);
    assert_eq!(
        refused("\"peers\":0", "\"peers\":1"),
        Err(field("peers", "invalid-value"))
    );
    assert_eq!(
        refused("a.json", "../a.json"),
        Err(field("peers[0].file", "invalid-value"))
    );
    assert_eq!(
        refused(&hash("a"), "short"),
        Err(field("peers[0].sha384", "invalid-value"))
    );

    let (sets, _) = peer_sets(
        &catalog(&[report(
            AGENCIES[0].0,
            2022,
            "2021",
            &[
                ("agency.division_code", json!("990101")),
                ("applications.received", row(json!(4))),
            ],
        )])
        .expect("fit"),
    );
    let text = sets[0].write();
    let refused = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}: {text}");
        Peers::read(&text.replacen(from, to, 1)).map_err(path)
    };
    assert_eq!(
        refused("county-government", "county"),
        Err(field("kind", "invalid-value"))
    );
    assert_eq!(
        refused("\"reports\":[1]", "\"reports\":[]"),
        Err(field("reports", "column-length"))
    );
    assert_eq!(
        refused("\"median\":[4]", "\"median\":[4,4]"),
        Err(field("measures[1].median", "column-length"))
    );
    assert_eq!(
        refused("\"median\":[4]", "\"median\":[\"x\"]"),
        Err(field("measures[1].median[0]", "invalid-value"))
    );
}

#[test]
fn the_fictional_county_keeps_its_states_and_its_forms() {
    let whole = built(&county()).catalog;
    let series = whole.only(0).expect("the county");
    assert_eq!(series.write(), whole.write(), "there is no other agency");
    let editions: BTreeSet<&str> = (0..series.len())
        .filter_map(|report| series.edition(report))
        .map(|edition| match edition {
            Edition::Form2019 => "2019",
            Edition::Form2021 => "2021",
        })
        .collect();
    assert_eq!(editions.len(), 2);
}

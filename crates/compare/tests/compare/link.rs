//! A link keeps the choice, whatever it is, and takes no harm from nonsense.

use crate::acts::acts;
use crate::data::*;
use gongkai_catalog::Catalog;
use gongkai_compare::{Choice, Comparison, MOST_PLACES, Part};
use gongkai_view::link::Link;
use gongkai_view::markup::Name;
use proptest::prelude::*;
use serde_json::json;

fn kept(catalog: Catalog, link: &str) -> Choice {
    comparison(catalog, Some(link)).choice().clone()
}

/// What RFC 3986 lets stand in a fragment, without what ends a part or a pair.
fn may_stand(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$'()*+;=:@/?%".contains(c)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_choice_is_read_back_from_its_link(acts in acts()) {
        let mut comparison = comparison(fictional(), None);
        for (id, value) in &acts {
            comparison.act(id, value);
        }
        let link = comparison.link();
        prop_assert!(link.chars().all(|c| may_stand(c) || c == ','), "{}", link);
        prop_assert_eq!(&kept(fictional(), &link), comparison.choice(), "{}", link);
    }

    #[test]
    fn nonsense_is_no_choice_and_no_panic(
        text in "(compare:[a-z]{0,6},?|at:|[0-9]{6}|\\+|,|:|%|~|%E8%99|-|year:|group:|\\PC){0,12}"
    ) {
        let comparison = comparison(fictional(), Some(&text));
        prop_assert!(comparison.choice().places.iter().all(|place| *place < PLACES.len()));
        prop_assert_eq!(&kept(fictional(), &comparison.link()), comparison.choice());
    }
}

#[test]
fn a_link_is_short_and_stable() {
    let mut comparison = comparison(fictional(), None);
    comparison.act("add", "3");
    comparison.act("add", "5");
    comparison.act("measure", "applications.outcomes.granted[6]");
    comparison.act("year", "2020");
    comparison.act("by", "population");
    comparison.act("group", "1");
    assert_eq!(
        comparison.link(),
        "compare:trend,at:990101+990202+%E8%99%9A%E6%9E%84%E6%A1%A3%E6%A1%88%E5%B1%80,\
         measure:applications.outcomes.granted(6),by:population,year:2020,\
         group:%E8%99%9A%E6%9E%84%E8%A5%BF%E7%9C%81"
    );
}

#[test]
fn a_link_keeps_the_years_that_the_catalogue_has() {
    let mut one = comparison(fictional(), None);
    one.act("from", "2020");
    one.act("to", "2022");
    assert_eq!(one.link(), "compare:trend,years:2020-2022");
    for (years, wanted) in [
        ("2020-2022", (2020, 2022)),
        ("2021-2021", (2021, 2021)),
        // The catalogue has 2018 to 2024.
        ("2010-2019", (2018, 2019)),
        ("2023-2099", (2023, 2024)),
        ("2022-2020", (2018, 2024)),
        ("2001-2009", (2018, 2024)),
        ("2020", (2018, 2024)),
        ("x-2020", (2018, 2024)),
    ] {
        let choice = kept(fictional(), &format!("compare:multiples,years:{years}"));
        assert_eq!((choice.from, choice.to), wanted, "{years}");
    }
}

#[test]
fn years_that_are_not_shown_as_the_link_says_them_are_told_in_a_sentence() {
    let said = |link: &str| {
        let shown = comparison(fictional(), Some(link));
        assert_eq!(shown.part(Part::Said).words(), shown.said());
        let is_seen = shown.part(Part::Places).words().contains(shown.said());
        assert!(is_seen, "{}", shown.said());
        shown.said().to_owned()
    };
    for (link, words) in [
        (
            "compare:trend,years:1990-1995",
            ["1990-1995", "2018 年至 2024 年"],
        ),
        (
            "compare:trend,years:2024-2020",
            ["2024-2020", "2018 年至 2024 年"],
        ),
        (
            "compare:multiples,years:2023-2090",
            ["2023-2090", "2023 年至 2024 年"],
        ),
        (
            "compare:multiples,years:2024-2090",
            ["2024-2090", "显示 2024 年。"],
        ),
        ("compare:places,year:1999", ["1999", "显示 2024 年。"]),
        ("year:x,compare:beside", ["x", "显示 2024 年。"]),
        (
            "compare:trend,years:2020,at:990999",
            ["990999", "年份 2020"],
        ),
    ] {
        let said = said(link);
        assert!(
            words.iter().all(|word| said.contains(word)),
            "{link}: {said}"
        );
    }
    for link in [
        "compare:trend,years:2018-2024",
        "compare:trend,years:2020-2022,year:1999",
        "compare:places,year:2018,years:1990-1995",
        "compare:checks,year:1999",
    ] {
        assert_eq!(said(link), "", "{link}");
    }
}

#[test]
fn without_a_link_all_is_as_at_first() {
    let mut shown = comparison(
        fictional(),
        Some("compare:places,at:990102+990999,year:2020"),
    );
    assert!(!shown.said().is_empty());
    shown.restore(None);
    assert_eq!(shown.choice(), comparison(fictional(), None).choice());
    assert_eq!(shown.said(), "");
    // What is no link of a comparison is not none.
    shown.restore(Some("compare:places"));
    shown.restore(Some("view:services"));
    assert_eq!(shown.link(), "compare:places");
}

#[test]
fn the_text_is_a_part_of_a_pages_fragment_beside_the_hosts_own() {
    let mut comparison = comparison(fictional(), None);
    comparison.act("kind", "places");
    comparison.act("query", "a&b,c:d#e +%");
    let fragment = format!("#chapter2&gongkai={}", comparison.link());
    let part = fragment
        .split('&')
        .nth(1)
        .and_then(|part| part.strip_prefix("gongkai="));
    assert_eq!(
        &kept(fictional(), part.expect("one part")),
        comparison.choice()
    );
    let link = Link::read(&fragment, "gongkai").expect("in the format of a report's links");
    assert_eq!(link.choices[0], ("compare".to_owned(), "places".to_owned()));
}

#[test]
fn the_link_of_a_report_changes_nothing() {
    let plain = comparison(fictional(), None);
    for link in [
        "view:services,compare:changes,as:table,lang:en",
        "",
        "view:overview",
    ] {
        let choice = kept(fictional(), link);
        assert_eq!(choice.kind, plain.choice().kind, "{link}");
        assert_eq!(choice.places, plain.choice().places, "{link}");
    }
}

#[test]
fn a_place_that_is_no_longer_listed_is_named_and_the_others_are_shown() {
    let one = "compare:trend,at:990102+990999";
    let comparison_of = |link: &str| comparison(fictional(), Some(link));
    let shown = comparison_of(one);
    assert_eq!(shown.choice().places, [1]);
    for part in [Part::Said, Part::Places] {
        let words = shown.part(part).words();
        assert!(words.contains("990999"), "{words}");
    }
    let more = comparison_of("compare:trend,at:990999+%E8%99%9A%E6%9E%84%E5%B8%82+990888");
    assert!(more.choice().places.is_empty());
    let words = more.part(Part::Said).words();
    assert!(words.contains("990999") && words.contains('3'), "{words}");
    let whole = more.whole();
    let said = with(&whole, Name::DataPart, "said");
    assert_eq!(said[0].words(), words);
}

#[test]
fn a_link_with_a_thirteenth_place_says_that_it_is_one_too_many() {
    let names: Vec<String> = (0..13)
        .map(|index| format!("%E8%99%9A%E6%9E%84{index:04}%E5%8E%BF"))
        .collect();
    let link = format!("compare:multiples,at:{}", names.join("+"));
    let shown = comparison(many(20), Some(&link));
    assert_eq!(shown.choice().places.len(), MOST_PLACES);
    assert!(shown.said().contains("虚构0012县"), "{}", shown.said());
}

#[test]
fn agencies_that_share_a_code_or_a_name_are_kept_apart() {
    // Two counties, each with an agency of the same name beside its government; and a name in digits.
    let places = [
        ("虚构甲县", Some("990101")),
        ("虚构档案局", Some("990101")),
        ("虚构乙县", Some("990102")),
        ("虚构档案局", Some("990102")),
        ("990102", Some("990105")),
        ("990105", None),
        ("虚构~局+一,二", None),
    ];
    let reports: Vec<_> = places
        .iter()
        .map(|(name, code)| {
            let received = ("applications.received", row(json!(1)));
            report((name, *code, ""), 2024, "2021", &[received])
        })
        .collect();
    let catalog = built(&reports);
    let names: Vec<String> = catalog
        .agencies()
        .iter()
        .map(|place| place.name.clone())
        .collect();
    assert_eq!(names.len(), places.len(), "{names:?}");
    for (index, name) in names.iter().enumerate() {
        let mut one: Comparison = comparison(catalog.clone(), None);
        one.act("only", &index.to_string());
        let choice = kept(catalog.clone(), &one.link());
        assert_eq!(choice.places, [index], "{name} by {}", one.link());
    }
}

#[test]
fn a_fragment_that_the_browser_has_decoded_is_still_understood() {
    let choice = kept(
        fictional(),
        "compare:places,at:虚构档案局+990101,group:虚构西省",
    );
    assert_eq!(choice.places, [5, 0]);
    assert_eq!(choice.group, Some(1));
}

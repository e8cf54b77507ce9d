//! A link keeps any choice, and invalid links do no harm.

use crate::actions::actions;
use crate::data::*;
use gongkai_catalog::Catalog;
use gongkai_compare::{Choice, Controller, MAX_AGENCIES, Region};
use gongkai_view::link::Link;
use gongkai_view::markup::Name;
use proptest::prelude::*;
use serde_json::json;

fn kept(catalog: Catalog, link: &str) -> Choice {
    controller(catalog, Some(link)).choice().clone()
}

/// The characters that RFC 3986 allows in a fragment, except those that end an entry or a pair.
fn may_stand(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$'()*+;=:@/?%".contains(c)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_choice_is_read_back_from_its_link(actions in actions()) {
        let mut controller = controller(fictional(), None);
        for (id, value) in &actions {
            controller.press(id, value);
        }
        let link = controller.link();
        prop_assert!(link.chars().all(|c| may_stand(c) || c == ','), "{}", link);
        prop_assert_eq!(&kept(fictional(), &link), controller.choice(), "{}", link);
    }

    #[test]
    fn nonsense_is_no_choice_and_no_panic(
        text in "(compare:[a-z]{0,6},?|at:|[0-9]{6}|\\+|,|:|%|~|%E8%99|-|year:|group:|\\PC){0,12}"
    ) {
        let controller = controller(fictional(), Some(&text));
        prop_assert!(controller.choice().agencies.iter().all(|agency| *agency < AGENCIES.len()));
        prop_assert_eq!(&kept(fictional(), &controller.link()), controller.choice());
    }
}

#[test]
fn a_link_is_short_and_stable() {
    let mut controller = controller(fictional(), None);
    controller.press("add", "3");
    controller.press("add", "5");
    controller.press("measure", "applications.outcomes.granted[6]");
    controller.press("year", "2020");
    controller.press("by", "population");
    controller.press("group", "1");
    assert_eq!(
        controller.link(),
        "compare:trend,at:990101+990202+%E8%99%9A%E6%9E%84%E6%A1%A3%E6%A1%88%E5%B1%80,\
         measure:applications.outcomes.granted(6),by:population,year:2020,\
         group:%E8%99%9A%E6%9E%84%E8%A5%BF%E7%9C%81"
    );
}

#[test]
fn a_link_keeps_the_years_that_the_catalogue_has() {
    let mut one = controller(fictional(), None);
    one.press("from", "2020");
    one.press("to", "2022");
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
        assert_eq!((choice.first_year, choice.last_year), wanted, "{years}");
    }
}

#[test]
fn years_that_are_not_shown_as_the_link_says_them_are_told_in_a_sentence() {
    let said = |link: &str| {
        let shown = controller(fictional(), Some(link));
        assert_eq!(
            shown.region(Region::Announcement).words(),
            shown.announcement()
        );
        let is_seen = shown
            .region(Region::Agencies)
            .words()
            .contains(shown.announcement());
        assert!(is_seen, "{}", shown.announcement());
        shown.announcement().to_owned()
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
        ("compare:agencies,year:1999", ["1999", "显示 2024 年。"]),
        ("year:x,compare:last-year", ["x", "显示 2024 年。"]),
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
        "compare:agencies,year:2018,years:1990-1995",
        "compare:checks,year:1999",
    ] {
        assert_eq!(said(link), "", "{link}");
    }
}

#[test]
fn without_a_link_all_is_as_at_first() {
    let mut shown = controller(
        fictional(),
        Some("compare:agencies,at:990102+990999,year:2020"),
    );
    assert!(!shown.announcement().is_empty());
    shown.restore(None);
    assert_eq!(shown.choice(), controller(fictional(), None).choice());
    assert_eq!(shown.announcement(), "");
    // A text that is not a link of a comparison changes nothing.
    shown.restore(Some("compare:agencies"));
    shown.restore(Some("view:services"));
    assert_eq!(shown.link(), "compare:agencies");
}

#[test]
fn the_text_is_a_part_of_a_pages_fragment_beside_the_hosts_own() {
    let mut controller = controller(fictional(), None);
    controller.press("kind", "agencies");
    controller.press("query", "a&b,c:d#e +%");
    let fragment = format!("#chapter2&gongkai={}", controller.link());
    let part = fragment
        .split('&')
        .nth(1)
        .and_then(|part| part.strip_prefix("gongkai="));
    assert_eq!(
        &kept(fictional(), part.expect("one part")),
        controller.choice()
    );
    let link = Link::read(&fragment, "gongkai").expect("in the format of a report's links");
    assert_eq!(
        link.choices[0],
        ("compare".to_owned(), "agencies".to_owned())
    );
}

#[test]
fn the_link_of_a_report_changes_nothing() {
    let plain = controller(fictional(), None);
    for link in [
        "view:services,compare:changes,as:table,lang:en",
        "",
        "view:overview",
    ] {
        let choice = kept(fictional(), link);
        assert_eq!(choice.panel, plain.choice().panel, "{link}");
        assert_eq!(choice.agencies, plain.choice().agencies, "{link}");
    }
}

#[test]
fn a_place_that_is_no_longer_listed_is_named_and_the_others_are_shown() {
    let one = "compare:trend,at:990102+990999";
    let comparison_of = |link: &str| controller(fictional(), Some(link));
    let shown = comparison_of(one);
    assert_eq!(shown.choice().agencies, [1]);
    for part in [Region::Announcement, Region::Agencies] {
        let words = shown.region(part).words();
        assert!(words.contains("990999"), "{words}");
    }
    let more = comparison_of("compare:trend,at:990999+%E8%99%9A%E6%9E%84%E5%B8%82+990888");
    assert!(more.choice().agencies.is_empty());
    let words = more.region(Region::Announcement).words();
    assert!(words.contains("990999") && words.contains('3'), "{words}");
    let whole = more.widget();
    let said = with(&whole, Name::DataRegion, "announcement");
    assert_eq!(said[0].words(), words);
}

#[test]
fn a_link_with_a_thirteenth_place_says_that_it_is_one_too_many() {
    let names: Vec<String> = (0..13)
        .map(|index| format!("%E8%99%9A%E6%9E%84{index:04}%E5%8E%BF"))
        .collect();
    let link = format!("compare:multiples,at:{}", names.join("+"));
    let shown = controller(many(20), Some(&link));
    assert_eq!(shown.choice().agencies.len(), MAX_AGENCIES);
    assert!(
        shown.announcement().contains("虚构0012县"),
        "{}",
        shown.announcement()
    );
}

#[test]
fn agencies_that_share_a_code_or_a_name_are_kept_apart() {
    // Two counties, each with a government and an agency of the same name; and a name in digits.
    let agencies = [
        ("虚构甲县", Some("990101")),
        ("虚构档案局", Some("990101")),
        ("虚构乙县", Some("990102")),
        ("虚构档案局", Some("990102")),
        ("990102", Some("990105")),
        ("990105", None),
        ("虚构~局+一,二", None),
    ];
    let reports: Vec<_> = agencies
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
        .map(|agency| agency.name.clone())
        .collect();
    assert_eq!(names.len(), agencies.len(), "{names:?}");
    for (index, name) in names.iter().enumerate() {
        let mut one: Controller = controller(catalog.clone(), None);
        one.press("only", &index.to_string());
        let choice = kept(catalog.clone(), &one.link());
        assert_eq!(choice.agencies, [index], "{name} by {}", one.link());
    }
}

#[test]
fn a_fragment_that_the_browser_has_decoded_is_still_understood() {
    let choice = kept(
        fictional(),
        "compare:agencies,at:虚构档案局+990101,group:虚构西省",
    );
    assert_eq!(choice.agencies, [5, 0]);
    assert_eq!(choice.group, Some(1));
}

//! The reader's choices, and the link that keeps them.

use super::*;
use crate::data::Page;
use gongkai_compare::{MAX_AGENCIES, PanelKind};
use proptest::prelude::*;

#[test]
fn a_place_is_found_by_name_or_initials_and_added_once() {
    let mut controller = started(three());
    let found = html(&controller.matches("b"));
    assert!(
        found.contains("虚构乙县 B") && !found.contains("甲县"),
        "{found}"
    );
    let b = agency(&controller, "乙县");
    let parts = controller.press("add", &b);
    assert!(parts.contains(&Region::Panel) && parts.contains(&Region::Agencies));
    assert_eq!(controller.choice().agencies.len(), 2);
    assert_eq!(controller.press("add", &b), []);
    assert!(html(&controller.matches("乙")).contains("data-choice=\"remove\""));
    controller.press("remove", &b);
    assert_eq!(controller.choice().agencies.len(), 1);
}

#[test]
fn more_places_than_can_be_told_apart_are_refused_in_words() {
    let reports: Vec<Report> = (0..15)
        .map(|index| report(&format!("虚构第{index}县"), 2021, json!(index)))
        .collect();
    let mut controller = started(catalog_of(&reports));
    for agency in 0..15 {
        controller.press("add", &agency.to_string());
    }
    assert_eq!(controller.choice().agencies.len(), MAX_AGENCIES);
    assert!(
        controller.announcement().contains("最多同时比较 12 个"),
        "{}",
        controller.announcement()
    );
}

#[test]
fn what_is_not_there_cannot_be_chosen() {
    let mut controller = started(three());
    let before = controller.choice().clone();
    for (id, value) in [
        ("add", "99"),
        ("add", "-1"),
        ("measure", "year"),
        ("year", "1999"),
        ("from", "1999"),
        ("to", ""),
        ("kind", "league"),
        ("group", "7"),
        ("by", "people"),
        ("sort", "score"),
        ("nothing", ""),
    ] {
        assert_eq!(controller.press(id, value), [], "{id} {value}");
        assert_eq!(*controller.choice(), before, "{id} {value}");
    }
}

#[test]
fn without_a_place_the_figure_asks_for_one() {
    let mut controller = started(three());
    controller.press("remove", &agency(&controller, "甲县"));
    for kind in ["trend", "multiples", "last-year", "checks"] {
        controller.press("kind", kind);
        assert!(figure(&controller).contains("还没有选择机关"), "{kind}");
    }
}

#[test]
fn a_link_names_places_that_are_no_longer_listed_as_lost() {
    let name: String = "虚构甲县 A"
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect();
    let link = format!("compare:trend,at:{name}+640423");
    let controller = started_with(three(), Some(&link));
    assert_eq!(controller.choice().agencies.len(), 1);
    assert!(figure(&controller).contains("虚构甲县 A"));
    assert!(
        controller.announcement().contains("640423 不在这份目录里"),
        "{}",
        controller.announcement()
    );
}

#[test]
fn a_query_makes_no_chart_anew() {
    let mut controller = started(three());
    controller.press("kind", "agencies");
    assert_eq!(
        controller.press("query", "乙"),
        [Region::TableRows, Region::MatchCount]
    );
    assert_eq!(controller.row_count(), 1);
}

fn step() -> impl Strategy<Value = (String, String)> {
    let measure = prop::sample::select(Measure::all()).prop_map(Measure::id);
    prop_oneof![
        (0..4_usize).prop_map(|agency| ("toggle".to_owned(), agency.to_string())),
        prop::sample::select(PanelKind::ALL.to_vec())
            .prop_map(|kind| ("kind".to_owned(), kind.id().to_owned())),
        measure.clone().prop_map(|id| ("measure".to_owned(), id)),
        measure.prop_map(|id| ("other".to_owned(), id)),
        (2018..2026_u16).prop_map(|year| ("year".to_owned(), year.to_string())),
        (2018..2026_u16).prop_map(|year| ("from".to_owned(), year.to_string())),
        (2018..2026_u16).prop_map(|year| ("to".to_owned(), year.to_string())),
        prop::sample::select(vec!["listed", "name", "number", "before", "change"])
            .prop_map(|by| ("sort".to_owned(), by.to_owned())),
        prop::sample::select(vec!["linear", "log"])
            .prop_map(|scale| ("scale".to_owned(), scale.to_owned())),
        prop::sample::select(vec!["chart", "table"])
            .prop_map(|so| ("as".to_owned(), so.to_owned())),
        prop::sample::select(vec!["yes", "no"]).prop_map(|so| ("whole".to_owned(), so.to_owned())),
        "[甲乙ab#&,:+%( ]{0,6}".prop_map(|query| ("query".to_owned(), query)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_choice_is_drawn_and_a_link_brings_it_back(steps in prop::collection::vec(step(), 0..12)) {
        let mut controller = started(three());
        for (id, value) in steps {
            controller.press(&id, &value);
            html(&controller.widget());
        }
        let link = controller.link();
        prop_assert!(!link.contains(['#', '&', ' ', '[', ']', '"', '<']), "{}", link);
        let other = started_with(three(), Some(&link));
        prop_assert_eq!(other.choice(), controller.choice(), "{}", link);
        prop_assert_eq!(html(&other.region(Region::Panel)), figure(&controller));
    }

    #[test]
    fn nonsense_in_a_link_is_no_error(link in "[a-z:,+%0-9()甲-]{0,60}") {
        let controller = started_with(three(), Some(&link));
        html(&controller.widget());
    }
}

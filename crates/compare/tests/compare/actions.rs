//! Actions: the choice stays valid, and only the regions that change are rendered again.

use crate::data::*;
use gongkai_catalog::{Catalog, Direction};
use gongkai_compare::{Controller, MAX_AGENCIES, PanelKind, Region, SortKey};
use gongkai_i18n::Locale;
use gongkai_view::markup::{Name, html};
use proptest::prelude::*;

/// Ids and values of controls, most of them valid in the fictional catalogue.
pub fn actions() -> impl Strategy<Value = Vec<(String, String)>> {
    let any_measure = || {
        let ids: Vec<String> = gongkai_catalog::Measure::all()
            .into_iter()
            .map(|measure| measure.id())
            .collect();
        prop_oneof![9 => proptest::sample::select(ids), 1 => Just(String::new())]
    };
    let of = |id: &'static str, values: &'static [&'static str]| {
        proptest::sample::select(values)
            .prop_map(move |value| (id.to_owned(), value.to_owned()))
            .boxed()
    };
    const KINDS: &[&str] = &[
        "trend",
        "multiples",
        "distribution",
        "agencies",
        "last-year",
        "checks",
        "",
        "map",
    ];
    const PLACE: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "-1", "x", ""];
    let act = prop_oneof![
        of("kind", KINDS),
        of("add", PLACE),
        of("add", PLACE),
        of("add", PLACE),
        of("remove", PLACE),
        of("only", PLACE),
        of("toggle", PLACE),
        any_measure().prop_map(|id| ("measure".to_owned(), id)),
        any_measure().prop_map(|id| ("other".to_owned(), id)),
        of("by", &["population", "area", "", "nothing"]),
        of(
            "year",
            &["2018", "2019", "2023", "2024", "2017", "2025", "", "x"]
        ),
        of("from", &["2018", "2021", "2024", "2017", ""]),
        of("to", &["2018", "2020", "2024", "2025", "x"]),
        of("scale", &["linear", "log", "sqrt"]),
        of("as", &["chart", "table", ""]),
        of("group", &["0", "1", "2", "", "x"]),
        of(
            "sort",
            &["listed", "name", "number", "before", "change", "worst"]
        ),
        of("whole", &["yes", "no", ""]),
        "\\PC{0,12}".prop_map(|query| ("query".to_owned(), query)),
        of("nothing", &["", "x"]),
    ];
    proptest::collection::vec(act, 0..16)
}

fn some() -> Controller {
    controller(fictional(), None)
}

/// Renders a region without the state of its selects, which the browser keeps.
fn stands(controller: &Controller, part: Region) -> String {
    html(&controller.region(part)).replace(" selected=\"\"", "")
}

fn press(controller: &mut Controller, id: &str, value: &str) -> Vec<Region> {
    controller.press(id, value)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_reader_does_the_choice_is_one_of_the_catalogue(actions in actions()) {
        let catalog = fictional();
        let mut controller = some();
        for (id, value) in &actions {
            let before = controller.choice().clone();
            let parts = controller.press(id, value);
            let choice = controller.choice();
            prop_assert!(choice.agencies.iter().all(|agency| *agency < catalog.agencies().len()));
            let mut agencies = choice.agencies.clone();
            agencies.sort_unstable();
            agencies.dedup();
            prop_assert_eq!(agencies.len(), choice.agencies.len());
            prop_assert!(catalog.carries(choice.measure));
            prop_assert!(choice.second_measure != Some(choice.measure));
            prop_assert!(choice.second_measure.is_none_or(|other| catalog.carries(other)));
            for year in [choice.year, choice.first_year, choice.last_year] {
                prop_assert!(catalog.years().contains(&year));
            }
            prop_assert!(choice.first_year <= choice.last_year);
            prop_assert!(choice.group.is_none_or(|group| group < catalog.groups().len()));
            if let Some(per) = choice.per {
                prop_assert!(per.denominator < catalog.denominators().len());
            }
            prop_assert_eq!(choice == &before, parts.is_empty(), "{} {}", id, value);
        }
    }

    #[test]
    fn what_is_not_made_anew_is_still_right(actions in actions()) {
        let mut controller = some();
        for (id, value) in &actions {
            let before = controller.clone();
            let parts = controller.press(id, value);
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(!parts[at + 1..].contains(part), "{:?}", parts);
            }
            for part in [Region::Header, Region::Tabs, Region::Agencies, Region::Controls, Region::Panel] {
                let rows_only = part == Region::Panel && parts.contains(&Region::TableRows);
                if !parts.contains(&part) && !rows_only {
                    let (old, new) = (stands(&before, part), stands(&controller, part));
                    prop_assert_eq!(old, new, "{:?} after {} {}", part, id, value);
                }
            }
        }
    }
}

#[test]
fn what_is_chosen_at_first_is_the_first_place_and_the_latest_year() {
    let controller = some();
    let choice = controller.choice();
    assert_eq!((choice.panel, choice.year), (PanelKind::Trend, 2024));
    assert_eq!(choice.agencies, [0]);
    assert_eq!(choice.measure, measure("applications.received[6]"));
    assert_eq!(controller.link(), "compare:trend");
}

#[test]
fn a_place_is_added_once_removed_and_kept_alone() {
    let mut controller = some();
    for agency in ["2", "1", "2", "0", "99", "-1", ""] {
        press(&mut controller, "add", agency);
    }
    assert_eq!(controller.choice().agencies, [0, 2, 1]);
    press(&mut controller, "remove", "2");
    assert_eq!(controller.choice().agencies, [0, 1]);
    assert!(press(&mut controller, "remove", "2").is_empty());
    press(&mut controller, "only", "4");
    assert_eq!(controller.choice().agencies, [4]);
    assert!(controller.announcement().contains("虚构云岭市"));
}

#[test]
fn the_last_place_can_be_removed_and_every_figure_then_asks_for_one_or_shows_all() {
    let mut controller = some();
    press(&mut controller, "remove", "0");
    assert!(controller.choice().agencies.is_empty());
    for kind in PanelKind::ALL {
        press(&mut controller, "kind", kind.id());
        let figure = controller.region(Region::Panel).words();
        let is_of_all = matches!(
            kind,
            PanelKind::Distribution | PanelKind::AgencyTable | PanelKind::Sums
        );
        assert_eq!(
            figure.contains("还没有选择机关"),
            !is_of_all,
            "{}: {figure}",
            kind.id()
        );
    }
    assert!(
        controller
            .region(Region::Agencies)
            .words()
            .contains("还没有选择机关")
    );
}

#[test]
fn a_thirteenth_place_is_refused_with_a_sentence_that_is_seen_and_heard() {
    let mut controller = controller(many(20), None);
    for agency in 1..MAX_AGENCIES {
        press(&mut controller, "add", &agency.to_string());
    }
    let before = controller.choice().clone();
    assert_eq!(before.agencies.len(), MAX_AGENCIES);
    assert_eq!(
        press(&mut controller, "add", "15"),
        [Region::Agencies, Region::Announcement]
    );
    assert_eq!(controller.choice(), &before);
    for part in [Region::Agencies, Region::Announcement] {
        let words = controller.region(part).words();
        assert!(words.contains("最多同时比较 12 个"), "{words}");
        assert!(words.contains("虚构0015县"), "{words}");
    }
    // A refusal in the table is announced as well.
    assert_eq!(
        press(&mut controller, "toggle", "16"),
        [Region::Agencies, Region::Announcement]
    );
    // The next action removes the sentence, so its region is rendered again.
    let parts = press(&mut controller, "scale", "log");
    assert!(parts.contains(&Region::Agencies), "{parts:?}");
    assert!(
        !controller
            .region(Region::Agencies)
            .words()
            .contains("最多同时比较")
    );
}

#[test]
fn a_letter_in_the_filter_makes_only_the_rows_anew() {
    let mut controller = some();
    press(&mut controller, "kind", "agencies");
    assert_eq!(
        press(&mut controller, "query", "qhx"),
        [Region::TableRows, Region::MatchCount]
    );
    assert_eq!(controller.row_count(), 1);
    assert_eq!(controller.region(Region::MatchCount).words(), "找到 1 个");
    assert_eq!(press(&mut controller, "query", "qhx"), []);
    assert_eq!(
        press(&mut controller, "add", "3"),
        [Region::Agencies, Region::TableRows, Region::Announcement]
    );
    press(&mut controller, "query", "无此地");
    let fit = controller.region(Region::MatchCount).words();
    assert_eq!(fit, "没有符合筛选条件的机关。");
    let figure = controller.region(Region::Panel);
    let status = with(&figure, Name::Role, "status");
    assert_eq!(status.len(), 1);
    assert_eq!(status[0].words(), fit);
    press(&mut controller, "query", "");
    assert_eq!(controller.region(Region::MatchCount).words(), "");
}

#[test]
fn another_place_behind_the_first_draws_nothing_anew_where_only_the_first_is_shown() {
    let mut controller = some();
    press(&mut controller, "kind", "last-year");
    assert_eq!(
        press(&mut controller, "add", "3"),
        [Region::Agencies, Region::Announcement]
    );
    assert!(
        controller
            .region(Region::Agencies)
            .words()
            .contains("这里只显示第一个：虚构青禾县")
    );
    assert!(press(&mut controller, "remove", "0").contains(&Region::Panel));
}

#[test]
fn a_measure_that_the_years_form_lacks_keeps_the_year_and_the_figure_says_why() {
    let mut controller = some();
    press(&mut controller, "kind", "distribution");
    press(&mut controller, "measure", "proactive.procurement.amount");
    assert_eq!(controller.choice().year, 2024);
    assert_eq!(
        controller.choice().measure,
        measure("proactive.procurement.amount")
    );
    let words = controller.region(Region::Panel).words();
    assert!(words.contains("该年报告格式没有这一项"), "{words}");
}

#[test]
fn a_second_measure_that_must_not_be_compared_is_offered_marked_and_refused_by_the_figure() {
    let mut controller = some();
    press(
        &mut controller,
        "measure",
        "proactive.licences.items_last_year",
    );
    let controls = controller.region(Region::Controls);
    let others = with(&controls, Name::DataChoice, "other");
    let option = with(&others[0], Name::Value, "proactive.licences.decisions");
    assert_eq!(option[0].words(), "行政许可决定数（不能相比）");
    assert!(
        with(
            &others[0],
            Name::Value,
            "proactive.licences.items_last_year"
        )
        .is_empty()
    );
    press(&mut controller, "other", "proactive.licences.decisions");
    let figure = html(&controller.region(Region::Panel));
    assert!(figure.contains("两者含义不同，不能比较"));
    let said = controller.announcement();
    assert!(said.contains("两者含义不同，不能比较"), "{said}");
    assert!(figure.contains("<svg"), "the first measure is still shown");
    // The second measure must differ from the first.
    press(&mut controller, "measure", "proactive.licences.decisions");
    assert_eq!(controller.choice().second_measure, None);
}

#[test]
fn only_what_the_catalogue_carries_can_be_measured() {
    let id = "reviews.reconsideration.total";
    let mut json: serde_json::Value =
        serde_json::from_str(&fictional().write()).expect("a catalogue is JSON");
    let measures = json["measures"].as_array_mut().expect("its measures");
    measures.retain(|measure| measure["id"] != id);
    let catalog = Catalog::read(&json.to_string()).expect("a catalogue of fewer measures");
    let mut controller = controller(catalog, None);
    assert!(press(&mut controller, "measure", id).is_empty());
    assert!(press(&mut controller, "other", id).is_empty());
}

#[test]
fn the_same_column_again_turns_the_order() {
    let mut controller = some();
    let sort = |controller: &mut Controller, by: &str| {
        controller.press("sort", by);
        (
            controller.choice().sort.key,
            controller.choice().sort.direction,
        )
    };
    assert_eq!(
        sort(&mut controller, "name"),
        (SortKey::Name, Direction::Rising)
    );
    assert_eq!(
        sort(&mut controller, "name"),
        (SortKey::Name, Direction::Falling)
    );
    let first = sort(&mut controller, "number");
    let again = sort(&mut controller, "number");
    assert_eq!((first.0, again.0), (SortKey::Number, SortKey::Number));
    assert_ne!(first.1, again.1);
    assert!(controller.press("sort", "worst").is_empty());
}

#[test]
fn another_language_and_another_width_keep_the_choice() {
    let mut controller = some();
    press(&mut controller, "add", "3");
    press(&mut controller, "measure", "proactive.fees.amount");
    let before = controller.choice().clone();
    controller.set_locale(Locale::En);
    controller.set_size(gongkai_view::charts::Size {
        width: 320.0,
        em: 22.0,
    });
    assert_eq!(controller.choice(), &before);
    assert!(
        controller
            .region(Region::Controls)
            .words()
            .contains("Administrative fees collected")
    );
    assert_eq!(controller.widget().get(Name::Lang), Some("en"));
}

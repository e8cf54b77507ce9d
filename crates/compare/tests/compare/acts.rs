//! What the reader does: the choice stays valid, and only what follows from it is made anew.

use crate::data::*;
use gongkai_catalog::{Catalog, Direction};
use gongkai_compare::{By, Comparison, Kind, MOST_PLACES, Part, SortBy};
use gongkai_i18n::Locale;
use gongkai_view::markup::{Name, html};
use proptest::prelude::*;

/// Ids with values of which most make sense in the fictional catalogue.
pub fn acts() -> impl Strategy<Value = Vec<(String, String)>> {
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
        "places",
        "beside",
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

fn some() -> Comparison {
    comparison(fictional(), None)
}

/// A part as it stands there, whatever option is chosen in a list: the list itself shows that.
fn stands(comparison: &Comparison, part: Part) -> String {
    html(&comparison.part(part)).replace(" selected=\"\"", "")
}

fn act(comparison: &mut Comparison, id: &str, value: &str) -> Vec<Part> {
    comparison.act(id, value)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_reader_does_the_choice_is_one_of_the_catalogue(acts in acts()) {
        let catalog = fictional();
        let mut comparison = some();
        for (id, value) in &acts {
            let before = comparison.choice().clone();
            let parts = comparison.act(id, value);
            let choice = comparison.choice();
            prop_assert!(choice.places.iter().all(|place| *place < catalog.agencies().len()));
            let mut places = choice.places.clone();
            places.sort_unstable();
            places.dedup();
            prop_assert_eq!(places.len(), choice.places.len());
            prop_assert!(catalog.carries(choice.measure));
            prop_assert!(choice.other != Some(choice.measure));
            prop_assert!(choice.other.is_none_or(|other| catalog.carries(other)));
            for year in [choice.year, choice.from, choice.to] {
                prop_assert!(catalog.years().contains(&year));
            }
            prop_assert!(choice.from <= choice.to);
            prop_assert!(choice.group.is_none_or(|group| group < catalog.groups().len()));
            if let By::Denominator { index, .. } = choice.by {
                prop_assert!(index < catalog.denominators().len());
            }
            prop_assert_eq!(choice == &before, parts.is_empty(), "{} {}", id, value);
        }
    }

    #[test]
    fn what_is_not_made_anew_is_still_right(acts in acts()) {
        let mut comparison = some();
        for (id, value) in &acts {
            let before = comparison.clone();
            let parts = comparison.act(id, value);
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(!parts[at + 1..].contains(part), "{:?}", parts);
            }
            for part in [Part::Head, Part::Tabs, Part::Places, Part::Controls, Part::Figure] {
                let rows_only = part == Part::Figure && parts.contains(&Part::Rows);
                if !parts.contains(&part) && !rows_only {
                    let (old, new) = (stands(&before, part), stands(&comparison, part));
                    prop_assert_eq!(old, new, "{:?} after {} {}", part, id, value);
                }
            }
        }
    }
}

#[test]
fn what_is_chosen_at_first_is_the_first_place_and_the_latest_year() {
    let comparison = some();
    let choice = comparison.choice();
    assert_eq!((choice.kind, choice.year), (Kind::Trend, 2024));
    assert_eq!(choice.places, [0]);
    assert_eq!(choice.measure, measure("applications.received[6]"));
    assert_eq!(comparison.link(), "compare:trend");
}

#[test]
fn a_place_is_added_once_removed_and_kept_alone() {
    let mut comparison = some();
    for place in ["2", "1", "2", "0", "99", "-1", ""] {
        act(&mut comparison, "add", place);
    }
    assert_eq!(comparison.choice().places, [0, 2, 1]);
    act(&mut comparison, "remove", "2");
    assert_eq!(comparison.choice().places, [0, 1]);
    assert!(act(&mut comparison, "remove", "2").is_empty());
    act(&mut comparison, "only", "4");
    assert_eq!(comparison.choice().places, [4]);
    assert!(comparison.said().contains("虚构云岭市"));
}

#[test]
fn the_last_place_can_be_removed_and_every_figure_then_asks_for_one_or_shows_all() {
    let mut comparison = some();
    act(&mut comparison, "remove", "0");
    assert!(comparison.choice().places.is_empty());
    for kind in Kind::ALL {
        act(&mut comparison, "kind", kind.id());
        let figure = comparison.part(Part::Figure).words();
        let is_of_all = matches!(kind, Kind::Distribution | Kind::Places);
        assert_eq!(
            figure.contains("还没有选择机关"),
            !is_of_all,
            "{}: {figure}",
            kind.id()
        );
    }
    assert!(
        comparison
            .part(Part::Places)
            .words()
            .contains("还没有选择机关")
    );
}

#[test]
fn a_thirteenth_place_is_refused_with_a_sentence_that_is_seen_and_heard() {
    let mut comparison = comparison(many(20), None);
    for place in 1..MOST_PLACES {
        act(&mut comparison, "add", &place.to_string());
    }
    let before = comparison.choice().clone();
    assert_eq!(before.places.len(), MOST_PLACES);
    assert_eq!(
        act(&mut comparison, "add", "15"),
        [Part::Places, Part::Said]
    );
    assert_eq!(comparison.choice(), &before);
    for part in [Part::Places, Part::Said] {
        let words = comparison.part(part).words();
        assert!(words.contains("最多同时比较 12 个"), "{words}");
        assert!(words.contains("虚构0015县"), "{words}");
    }
    // What is refused in the table is said as well.
    assert_eq!(
        act(&mut comparison, "toggle", "16"),
        [Part::Places, Part::Said]
    );
    // The next act takes the sentence away, and the part that shows it is made anew.
    let parts = act(&mut comparison, "scale", "log");
    assert!(parts.contains(&Part::Places), "{parts:?}");
    assert!(
        !comparison
            .part(Part::Places)
            .words()
            .contains("最多同时比较")
    );
}

#[test]
fn a_letter_in_the_filter_makes_only_the_rows_anew() {
    let mut comparison = some();
    act(&mut comparison, "kind", "places");
    assert_eq!(
        act(&mut comparison, "query", "qhx"),
        [Part::Rows, Part::Fit]
    );
    assert_eq!(comparison.row_count(), 1);
    assert_eq!(comparison.part(Part::Fit).words(), "找到 1 个");
    assert_eq!(act(&mut comparison, "query", "qhx"), []);
    assert_eq!(
        act(&mut comparison, "add", "3"),
        [Part::Places, Part::Rows, Part::Said]
    );
    act(&mut comparison, "query", "无此地");
    let fit = comparison.part(Part::Fit).words();
    assert_eq!(fit, "没有符合筛选条件的机关。");
    let figure = comparison.part(Part::Figure);
    let status = with(&figure, Name::Role, "status");
    assert_eq!(status.len(), 1);
    assert_eq!(status[0].words(), fit);
    act(&mut comparison, "query", "");
    assert_eq!(comparison.part(Part::Fit).words(), "");
}

#[test]
fn another_place_behind_the_first_draws_nothing_anew_where_only_the_first_is_shown() {
    let mut comparison = some();
    act(&mut comparison, "kind", "beside");
    assert_eq!(act(&mut comparison, "add", "3"), [Part::Places, Part::Said]);
    assert!(
        comparison
            .part(Part::Places)
            .words()
            .contains("这里只显示第一个：虚构青禾县")
    );
    assert!(act(&mut comparison, "remove", "0").contains(&Part::Figure));
}

#[test]
fn a_measure_that_the_years_form_lacks_keeps_the_year_and_the_figure_says_why() {
    let mut comparison = some();
    act(&mut comparison, "kind", "distribution");
    act(&mut comparison, "measure", "proactive.procurement.amount");
    assert_eq!(comparison.choice().year, 2024);
    assert_eq!(
        comparison.choice().measure,
        measure("proactive.procurement.amount")
    );
    let words = comparison.part(Part::Figure).words();
    assert!(words.contains("该年报告格式没有这一项"), "{words}");
}

#[test]
fn a_second_measure_that_must_not_be_compared_is_offered_marked_and_refused_by_the_figure() {
    let mut comparison = some();
    act(
        &mut comparison,
        "measure",
        "proactive.licences.items_last_year",
    );
    let controls = comparison.part(Part::Controls);
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
    act(&mut comparison, "other", "proactive.licences.decisions");
    let figure = html(&comparison.part(Part::Figure));
    assert!(figure.contains("两者含义不同，不能比较"));
    let said = comparison.said();
    assert!(said.contains("两者含义不同，不能比较"), "{said}");
    assert!(figure.contains("<svg"), "the first measure is still shown");
    // The measure itself is no second one.
    act(&mut comparison, "measure", "proactive.licences.decisions");
    assert_eq!(comparison.choice().other, None);
}

#[test]
fn only_what_the_catalogue_carries_can_be_measured() {
    let id = "reviews.reconsideration.total";
    let mut json: serde_json::Value =
        serde_json::from_str(&fictional().write()).expect("a catalogue is JSON");
    let measures = json["measures"].as_array_mut().expect("its measures");
    measures.retain(|measure| measure["id"] != id);
    let catalog = Catalog::read(&json.to_string()).expect("a catalogue of fewer measures");
    let mut comparison = comparison(catalog, None);
    assert!(act(&mut comparison, "measure", id).is_empty());
    assert!(act(&mut comparison, "other", id).is_empty());
}

#[test]
fn the_same_column_again_turns_the_order() {
    let mut comparison = some();
    let sort = |comparison: &mut Comparison, by: &str| {
        comparison.act("sort", by);
        (
            comparison.choice().sort.by,
            comparison.choice().sort.direction,
        )
    };
    assert_eq!(
        sort(&mut comparison, "name"),
        (SortBy::Name, Direction::Rising)
    );
    assert_eq!(
        sort(&mut comparison, "name"),
        (SortBy::Name, Direction::Falling)
    );
    let first = sort(&mut comparison, "number");
    let again = sort(&mut comparison, "number");
    assert_eq!((first.0, again.0), (SortBy::Number, SortBy::Number));
    assert_ne!(first.1, again.1);
    assert!(comparison.act("sort", "worst").is_empty());
}

#[test]
fn another_language_and_another_width_keep_the_choice() {
    let mut comparison = some();
    act(&mut comparison, "add", "3");
    act(&mut comparison, "measure", "proactive.fees.amount");
    let before = comparison.choice().clone();
    comparison.translate(Locale::En);
    comparison.resize(gongkai_view::charts::Size {
        width: 320.0,
        em: 22.0,
    });
    assert_eq!(comparison.choice(), &before);
    assert!(
        comparison
            .part(Part::Controls)
            .words()
            .contains("Administrative fees collected")
    );
    assert_eq!(comparison.whole().get(Name::Lang), Some("en"));
}

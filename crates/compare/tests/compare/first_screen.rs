//! What is chosen, folded behind one line; groups as a whole; any two years; only what does not agree; and an open
//! report in the link.

use crate::data::{Page, controller, fictional, many, with};
use gongkai_catalog::between_years;
use gongkai_checks::Finding;
use gongkai_compare::{Controller, PanelKind, Region};
use gongkai_view::markup::{Element, Name, Tag};

fn some() -> Controller {
    controller(fictional(), None)
}

fn line(controller: &Controller) -> String {
    controller.region(Region::Options).words()
}

#[test]
fn one_line_says_what_is_chosen_for_every_panel_and_all_controls_are_folded_behind_it() {
    let mut shown = some();
    assert_eq!(
        line(&shown),
        "选项：虚构青禾县 · 新收信息公开申请 · 2018 年至 2024 年"
    );
    shown.press("add", "1");
    shown.press("from", "2020");
    assert_eq!(
        line(&shown),
        "选项：虚构青禾县等 2 个机关 · 新收信息公开申请 · 2020 年至 2024 年"
    );
    for (kind, wanted) in [
        (
            PanelKind::Distribution,
            "选项：全部 6 个机关 · 新收信息公开申请 · 2024 年",
        ),
        (
            PanelKind::AgencyTable,
            "选项：全部 6 个机关 · 新收信息公开申请 · 2023 年与 2024 年",
        ),
        (
            PanelKind::YearOverYear,
            "选项：虚构青禾县 · 2023 年与 2024 年",
        ),
        (PanelKind::Checks, "选项：虚构青禾县"),
    ] {
        shown.press("kind", kind.id());
        assert_eq!(line(&shown), wanted);
        let widget = shown.widget();
        let mut folded = 0;
        widget.elements(&mut |element: &Element| {
            if element.tag == Tag::Details && element.get(Name::Class) == Some("options") {
                folded += with(element, Name::DataRegion, "agencies").len();
                folded += with(element, Name::DataRegion, "controls").len();
                assert_eq!(element.get(Name::Open), None);
            }
        });
        assert_eq!(folded, 2);
    }
}

#[test]
fn a_line_that_stays_the_same_is_not_rendered_again() {
    let mut shown = some();
    assert!(!shown.press("scale", "log").contains(&Region::Options));
    assert!(shown.press("add", "1").contains(&Region::Options));
    // The places to export stay open while the chart changes.
    assert!(!shown.press("add", "2").contains(&Region::Exports));
    assert!(shown.press("kind", "agencies").contains(&Region::Exports));
}

#[test]
fn a_group_is_added_by_one_press_from_what_is_chosen_and_from_the_search() {
    let mut shown = some();
    let agencies = shown.region(Region::Agencies);
    let button = &with(&agencies, Name::DataChoice, "add-group")[0];
    assert_eq!(button.words(), "加入“虚构东省”的全部 2 个机关");
    let found = shown.matches("西省");
    let other = &with(&found, Name::DataChoice, "add-group")[0];
    assert_eq!(other.words(), "加入“虚构西省”的全部 3 个机关");
    let value = other.get(Name::DataValue).expect("a group").to_owned();
    shown.press("add-group", &value);
    assert_eq!(shown.choice().agencies, [0, 2, 3, 4]);
    assert_eq!(shown.announcement(), "已加入“虚构西省”的全部机关。");
    let agencies = shown.region(Region::Agencies);
    let left = with(&agencies, Name::DataChoice, "add-group");
    assert_eq!(left.len(), 1, "that of the east; the west is complete");
    assert!(shown.press("add-group", &value).is_empty(), "all are there");
    assert!(shown.press("add-group", "9").is_empty(), "no such group");
}

#[test]
fn of_a_group_that_is_too_large_as_many_are_added_as_may_be_and_the_rest_is_said() {
    let mut catalog = many(20);
    catalog.group_by(|_| Some("虚构大省".to_owned()));
    let mut shown = controller(catalog, None);
    let parts = shown.press("add-group", "0");
    assert_eq!(shown.choice().agencies.len(), 12);
    let notice =
        "最多同时比较 12 个机关，“虚构0012县”等 8 个没有加入。要看全部，请用“分布”或“各机关”。";
    assert_eq!(shown.announcement(), notice);
    assert!(parts.contains(&Region::Panel), "{parts:?}");
    assert!(shown.region(Region::Agencies).words().contains(notice));
    // Pressed again, it says so again and changes nothing.
    assert!(!shown.press("add-group", "0").contains(&Region::Panel));
    assert_eq!(shown.announcement(), notice);
}

#[test]
fn the_table_has_the_change_between_any_two_years_and_is_sorted_by_it() {
    let mut shown = some();
    shown.press("kind", "agencies");
    shown.press("measure", "proactive.licences.decisions");
    shown.press("year", "2020");
    shown.press("base", "2018");
    let heading = shown.region(Region::TableHead).words();
    assert!(
        heading.contains("2020 年") && heading.contains("2018 年"),
        "{heading}"
    );
    shown.press("sort", "change");
    let rows = crate::rows(&shown.rows(0, 9));
    let change = |row: &Vec<String>| row[3].clone();
    assert_eq!(
        rows.iter().map(change).take(4).collect::<Vec<_>>(),
        ["+2"; 4]
    );
    // 长洲区 has 3,000 in 2018 and a printed 0 in 2020.
    let last = rows
        .iter()
        .find(|row| row[0].contains("长洲"))
        .expect("a row");
    assert_eq!(last[1..4], ["0", "3,000", "−3,000"]);
    let link = shown.link();
    assert!(link.contains("base:2018"), "{link}");
    let again = controller(fictional(), Some(&link));
    assert_eq!(again.choice(), shown.choice());
    // The same year twice is no comparison; the year before is the default.
    shown.press("base", "2019");
    assert_eq!(shown.choice().base_year, None);
    assert!(shown.press("base", "2020").is_empty());
    shown.press("base", "2023");
    shown.press("year", "2023");
    assert_eq!(shown.choice().base_year, None);
}

#[test]
fn two_years_of_one_agency_may_be_any_two() {
    let mut shown = some();
    shown.press("kind", "last-year");
    shown.press("year", "2024");
    shown.press("base", "2021");
    let rows = crate::rows(&shown.region(Region::Panel));
    let row = rows.iter().find(|row| row[0] == "新收信息公开申请");
    assert_eq!(row.expect("a row")[1..], ["13", "16", "+3"]);
    let words = shown.region(Region::Panel).words();
    assert!(words.contains("2024 年与 2021 年相比"), "{words}");
}

#[test]
fn only_what_does_not_agree_between_years_is_listed_if_the_reader_asks() {
    let mut shown = some();
    shown.press("kind", "agencies");
    assert_eq!(shown.row_count(), 6);
    shown.press("failing", "yes");
    let fails = |agency: &usize| {
        let findings = between_years(shown.catalog(), *agency);
        findings.iter().any(Finding::is_failure)
    };
    let failing: Vec<usize> = (0..6).filter(fails).collect();
    assert!(!failing.is_empty() && failing.len() < 6);
    assert_eq!(shown.row_count(), failing.len());
    assert!(shown.link().contains("failing:yes"));
    shown.press("kind", "checks");
    shown.press("only", &failing[0].to_string());
    let panel = shown.region(Region::Panel);
    assert!(!with(&panel, Name::DataVerdict, "fails").is_empty());
    assert!(with(&panel, Name::DataVerdict, "holds").is_empty());
    let agreeing = (0..6).find(|agency| !failing.contains(agency));
    shown.press("only", &agreeing.expect("one").to_string());
    assert!(
        shown
            .region(Region::Panel)
            .words()
            .contains("没有对不上的数字")
    );
    shown.press("failing", "no");
    assert!(!with(&shown.region(Region::Panel), Name::Class, "check").is_empty());
}

#[test]
fn a_link_says_which_report_is_open() {
    let mut shown = some();
    shown.press("kind", "agencies");
    let report = shown.catalog().report(3, 2021).expect("a report");
    shown.set_report(Some(report));
    let link = shown.link();
    assert!(link.contains("report:990202+2021"), "{link}");
    let again = controller(fictional(), Some(&link));
    assert_eq!(again.report(), Some(report));
    assert_eq!(again.choice(), shown.choice());
    shown.set_report(None);
    assert!(!shown.link().contains("report:"));
    for missing in [
        "report:990202+1999",
        "report:1+2021",
        "report:990202",
        "report:",
    ] {
        let link = ["compare:agencies,", missing].concat();
        let other = controller(fictional(), Some(&link));
        assert_eq!(other.report(), None, "{missing}");
        assert!(other.announcement().contains("未能打开"), "{missing}");
    }
}

//! The wording of panels: the change of the form, years, units, and paper.

use crate::data::{Page, controller, fictional, with};
use crate::states::finding;
use gongkai_compare::{Controller, Region};
use gongkai_i18n::Locale;
use gongkai_view::markup::{Name, Tag};

fn some(agencies: &[&str]) -> Controller {
    let mut controller = controller(fictional(), None);
    for agency in agencies {
        controller.press("add", agency);
    }
    controller
}

fn words(controller: &Controller) -> String {
    controller.region(Region::Panel).words()
}

/// Counts the dashed lines, and those of them with a label.
fn dashes(controller: &Controller) -> (usize, usize) {
    let figure = controller.region(Region::Panel);
    let mut labels = 0;
    figure.elements(&mut |element| {
        labels += usize::from(element.tag == Tag::Text && element.words() == "报告格式变更");
    });
    (with(&figure, Name::Part, "break").len(), labels)
}

#[test]
fn where_the_form_changes_in_one_year_the_dashed_line_holds_for_all() {
    let controller = some(&["1", "2"]);
    assert_eq!(dashes(&controller), (1, 1));
    assert!(words(&controller).contains("前后统计口径不尽相同，所以线不相连"));
}

#[test]
fn where_it_changes_in_several_years_each_is_labelled_and_told_with_its_places() {
    // 望川 changes its form in 2022, the others in 2021, 档案局 reports only in 2024.
    let mut controller = some(&["1", "3", "5"]);
    assert_eq!(dashes(&controller), (2, 2));
    let told = "虚构青禾县等 2 个机关 2021 年、虚构望川县 2022 年、其余 1 个机关在所选年份没有变更";
    assert!(words(&controller).contains(told), "{}", words(&controller));
    assert!(words(&controller).contains("每条线只在本机关变更处断开"));
    // Changes before the first year are not drawn, and the caveat says so.
    controller.press("from", "2021");
    assert_eq!(dashes(&controller), (1, 1));
    let told = "虚构望川县 2022 年、其余 3 个机关在所选年份没有变更";
    assert!(words(&controller).contains(told), "{}", words(&controller));
    controller.press("as", "table");
    let table = words(&controller);
    assert!(
        table.contains(told) && !table.contains("虚线") && !table.contains("连线"),
        "{table}"
    );
    controller.set_locale(Locale::En);
    let english = words(&controller);
    assert!(
        english.contains("虚构望川县 in 2022; 3 others not in these years"),
        "{english}"
    );
}

#[test]
fn two_numbers_of_two_forms_are_not_told_as_one_change() {
    let mut controller = some(&[]);
    assert!(
        finding(&controller).ends_with("（其间报告格式变更）。"),
        "{}",
        finding(&controller)
    );
    controller.press("from", "2021");
    assert!(
        finding(&controller).ends_with(" 件。"),
        "{}",
        finding(&controller)
    );
}

#[test]
fn a_change_of_the_years_is_announced_and_one_year_is_no_span() {
    let mut controller = some(&["1"]);
    for kind in ["trend", "multiples"] {
        controller.press("kind", kind);
        controller.press("to", "2024");
        controller.press("from", "2020");
        assert!(
            controller.announcement().starts_with("2020 年至 2024 年："),
            "{}",
            controller.announcement()
        );
        controller.press("from", "2024");
        assert!(
            controller
                .announcement()
                .starts_with("2024 年：2024 年新收"),
            "{}",
            controller.announcement()
        );
        assert!(
            !controller.announcement().contains('至'),
            "{}",
            controller.announcement()
        );
    }
    controller.press("kind", "trend");
    controller.press("other", "applications.outcomes.granted[6]");
    assert!(
        finding(&controller).ends_with("，2024 年。"),
        "{}",
        finding(&controller)
    );
}

#[test]
fn with_two_measures_only_the_first_place_is_shown_and_that_is_said() {
    let mut controller = some(&["1"]);
    let first_only = |controller: &Controller| {
        controller
            .region(Region::Agencies)
            .words()
            .contains("这里只显示第一个")
    };
    assert!(!first_only(&controller));
    let parts = controller.press("other", "applications.outcomes.granted[6]");
    assert!(parts.contains(&Region::Agencies), "{parts:?}");
    assert!(first_only(&controller));
    // A refused measure leaves all agencies.
    controller.press("other", "proactive.licences.decisions");
    assert!(!first_only(&controller));
}

#[test]
fn a_rate_of_money_says_what_it_is_related_to() {
    let mut controller = some(&[]);
    controller.press("measure", "proactive.fees.amount");
    controller.press("by", "population");
    assert!(
        finding(&controller).contains(" 万元／每万人"),
        "{}",
        finding(&controller)
    );
    controller.press("as", "table");
    assert!(words(&controller).contains(" 万元／每万人"));
    controller.set_locale(Locale::En);
    assert!(
        words(&controller).contains("yuan per 10,000 persons"),
        "{}",
        words(&controller)
    );
}

#[test]
fn a_table_speaks_of_no_dot_and_no_line() {
    let mut controller = some(&["1"]);
    for kind in ["trend", "multiples", "distribution"] {
        controller.press("kind", kind);
        controller.press("as", "table");
        let table = words(&controller);
        for word in ["点是一个机关", "不画点", "虚线", "连线"] {
            assert!(!table.contains(word), "{kind}: {table}");
        }
        controller.press("as", "chart");
    }
}

#[test]
fn a_chart_has_its_table_for_paper_and_nothing_chosen_has_none() {
    let mut controller = some(&["1"]);
    for kind in ["trend", "multiples"] {
        controller.press("kind", kind);
        controller.press("as", "table");
        let table = crate::rows(&controller.region(Region::Panel));
        controller.press("as", "chart");
        let figure = controller.region(Region::Panel);
        let paper = with(&figure, Name::Class, "on-paper");
        assert_eq!(paper.len(), 1);
        assert_eq!(crate::rows(&paper[0]), table);
    }
    controller.restore(Some("compare:trend,at:,as:table"));
    assert!(controller.choice().agencies.is_empty());
    assert!(crate::rows(&controller.region(Region::Panel)).is_empty());
}

#[test]
fn a_year_before_the_first_is_not_the_places_gap() {
    let mut controller = some(&[]);
    controller.press("kind", "agencies");
    controller.press("year", "2018");
    let table = crate::rows(&controller.rows(0, 9));
    assert!(
        table.iter().all(|row| row[2] == "—目录不含该年"),
        "{table:?}"
    );
    controller.press("year", "2020");
    let table = crate::rows(&controller.rows(0, 9));
    assert_eq!(table[1][2], "—没有报告");
}

//! What the figures say of themselves: of the change of the form, of years, of units, and on paper.

use crate::data::{comparison, fictional, with};
use crate::states::finding;
use gongkai_compare::{Comparison, Part};
use gongkai_i18n::Locale;
use gongkai_view::markup::{Name, Tag};

fn some(places: &[&str]) -> Comparison {
    let mut look = comparison(fictional(), None);
    for place in places {
        look.act("add", place);
    }
    look
}

fn words(look: &Comparison) -> String {
    look.part(Part::Figure).words()
}

/// How many dashed lines there are, and how many of them say what they are.
fn dashes(look: &Comparison) -> (usize, usize) {
    let figure = look.part(Part::Figure);
    let mut labels = 0;
    figure.elements(&mut |element| {
        labels += usize::from(element.tag == Tag::Text && element.words() == "报告格式变更");
    });
    (with(&figure, Name::Part, "break").len(), labels)
}

#[test]
fn where_the_form_changes_in_one_year_the_dashed_line_holds_for_all() {
    let look = some(&["1", "2"]);
    assert_eq!(dashes(&look), (1, 1));
    assert!(words(&look).contains("前后统计口径不尽相同，所以线不相连"));
}

#[test]
fn where_it_changes_in_several_years_each_is_labelled_and_told_with_its_places() {
    // 望川 changes its form in 2022, the others in 2021, 档案局 reports only in 2024.
    let mut look = some(&["1", "3", "5"]);
    assert_eq!(dashes(&look), (2, 2));
    let told = "虚构青禾县等 2 个机关 2021 年、虚构望川县 2022 年、其余 1 个机关在所选年份没有变更";
    assert!(words(&look).contains(told), "{}", words(&look));
    assert!(words(&look).contains("每条线只在本机关变更处断开"));
    // Of those that changed before the first year nothing is drawn, and that is told.
    look.act("from", "2021");
    assert_eq!(dashes(&look), (1, 1));
    let told = "虚构望川县 2022 年、其余 3 个机关在所选年份没有变更";
    assert!(words(&look).contains(told), "{}", words(&look));
    look.act("as", "table");
    let table = words(&look);
    assert!(
        table.contains(told) && !table.contains("虚线") && !table.contains("连线"),
        "{table}"
    );
    look.translate(Locale::En);
    let english = words(&look);
    assert!(
        english.contains("虚构望川县 in 2022; 3 others not in these years"),
        "{english}"
    );
}

#[test]
fn two_numbers_of_two_forms_are_not_told_as_one_change() {
    let mut look = some(&[]);
    assert!(
        finding(&look).ends_with("（其间报告格式变更）。"),
        "{}",
        finding(&look)
    );
    look.act("from", "2021");
    assert!(finding(&look).ends_with(" 件。"), "{}", finding(&look));
}

#[test]
fn a_change_of_the_years_is_in_the_finding_and_one_year_is_no_span() {
    let mut look = some(&["1"]);
    for kind in ["trend", "multiples"] {
        look.act("kind", kind);
        look.act("to", "2024");
        look.act("from", "2020");
        assert!(look.said().contains("2020 年至 2024 年"), "{}", look.said());
        look.act("from", "2024");
        assert!(look.said().contains("，2024 年"), "{}", look.said());
        assert!(!look.said().contains('至'), "{}", look.said());
    }
    look.act("kind", "trend");
    look.act("other", "applications.outcomes.granted[6]");
    assert!(
        finding(&look).ends_with("，2024 年。"),
        "{}",
        finding(&look)
    );
}

#[test]
fn with_two_measures_only_the_first_place_is_shown_and_that_is_said() {
    let mut look = some(&["1"]);
    let first_only =
        |look: &Comparison| look.part(Part::Places).words().contains("这里只显示第一个");
    assert!(!first_only(&look));
    let parts = look.act("other", "applications.outcomes.granted[6]");
    assert!(parts.contains(&Part::Places), "{parts:?}");
    assert!(first_only(&look));
    // What is refused leaves all of them.
    look.act("other", "proactive.licences.decisions");
    assert!(!first_only(&look));
}

#[test]
fn a_rate_of_money_says_what_it_is_related_to() {
    let mut look = some(&[]);
    look.act("measure", "proactive.fees.amount");
    look.act("by", "population");
    assert!(
        finding(&look).contains(" 万元／每万人"),
        "{}",
        finding(&look)
    );
    look.act("as", "table");
    assert!(words(&look).contains(" 万元／每万人"));
    look.translate(Locale::En);
    assert!(
        words(&look).contains("10k yuan per 10,000 persons"),
        "{}",
        words(&look)
    );
}

#[test]
fn a_table_speaks_of_no_dot_and_no_line() {
    let mut look = some(&["1"]);
    for kind in ["trend", "multiples", "distribution"] {
        look.act("kind", kind);
        look.act("as", "table");
        let table = words(&look);
        for word in ["点是一个机关", "不画点", "虚线", "连线"] {
            assert!(!table.contains(word), "{kind}: {table}");
        }
        look.act("as", "chart");
    }
}

#[test]
fn a_chart_has_its_table_for_paper_and_nothing_chosen_has_none() {
    let mut look = some(&["1"]);
    for kind in ["trend", "multiples"] {
        look.act("kind", kind);
        look.act("as", "table");
        let table = crate::rows(&look.part(Part::Figure));
        look.act("as", "chart");
        let figure = look.part(Part::Figure);
        let paper = with(&figure, Name::Class, "on-paper");
        assert_eq!(paper.len(), 1);
        assert_eq!(crate::rows(&paper[0]), table);
    }
    look.restore(Some("compare:trend,at:,as:table"));
    assert!(look.choice().places.is_empty());
    assert!(crate::rows(&look.part(Part::Figure)).is_empty());
}

#[test]
fn a_year_before_the_first_is_not_the_places_gap() {
    let mut look = some(&[]);
    look.act("kind", "places");
    look.act("year", "2018");
    let table = crate::rows(&look.rows(0, 9));
    assert!(
        table.iter().all(|row| row[2] == "—目录不含该年"),
        "{table:?}"
    );
    look.act("year", "2020");
    let table = crate::rows(&look.rows(0, 9));
    assert_eq!(table[1][2], "—没有报告");
}

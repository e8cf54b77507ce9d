//! Lines over the years, compared with the reports year by year.

use crate::data::{Page, built, controller, fictional, report};
use crate::states::{Grid, Says, YEARS, all, body, finding, grids, grouped, name, started, years};
use crate::with;
use gongkai_compare::{Controller, Region};
use gongkai_view::markup::Name;
use proptest::prelude::*;
use serde_json::json;

fn labels(controller: &Controller) -> Vec<String> {
    let figure = controller.region(Region::Panel);
    let marks = with(&figure, Name::DataKey);
    let marks = marks
        .iter()
        .filter(|mark| mark.get(Name::Role) == Some("option"));
    let mut labels: Vec<String> = marks
        .map(|mark| mark.get(Name::AriaLabel).unwrap_or_default().to_owned())
        .collect();
    labels.sort();
    labels
}

/// Counts the segments of the lines from one year to the next.
fn steps(controller: &Controller) -> usize {
    let figure = controller.region(Region::Panel);
    let paths = with(&figure, Name::D);
    let is_line = |part: &str| part.starts_with("line ");
    let lines = paths
        .iter()
        .filter(|path| path.get(Name::Part).is_some_and(is_line));
    let data = lines.filter_map(|path| path.get(Name::D));
    data.map(|data| data.matches('L').count()).sum()
}

/// Returns the runs of consecutive years with a number; the form of 2021 begins a new run.
fn runs(agency: &[Says; YEARS]) -> usize {
    let has = |year: usize| agency[year].count().is_some();
    // The edition of the previous report, of whatever year.
    let changes = |year: usize| {
        let mut before = (0..year)
            .rev()
            .filter(|year| agency[*year] != Says::NoReport);
        year >= 2 && before.next().is_some_and(|before| before < 2)
    };
    let starts = |year: &usize| has(*year) && (*year == 0 || !has(year - 1) || changes(*year));
    (0..YEARS).filter(starts).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn there_is_a_mark_for_every_number_and_for_no_gap(grid in grids(), kind in prop::sample::select(vec!["trend", "multiples"])) {
        let mut controller = all(&grid);
        controller.press("kind", kind);
        let mut wanted = Vec::new();
        for (index, agency) in grid.iter().enumerate() {
            for (year, says) in years().zip(agency) {
                wanted.extend(says.count().map(|count| format!("{} {year} 年：{}", name(index), grouped(count))));
            }
        }
        wanted.sort();
        prop_assert_eq!(labels(&controller), wanted);
    }

    #[test]
    fn lines_join_years_in_a_row_of_one_form_only(grid in grids(), kind in prop::sample::select(vec!["trend", "multiples"])) {
        let mut controller = all(&grid);
        controller.press("kind", kind);
        let runs: usize = grid.iter().map(runs).sum();
        let numbers = grid.iter().flatten().filter(|says| says.count().is_some()).count();
        prop_assert_eq!(steps(&controller), numbers - runs);
    }

    #[test]
    fn every_year_is_a_cell_with_its_number_or_the_reason(grid in grids(), kind in prop::sample::select(vec!["trend", "multiples"])) {
        let mut controller = all(&grid);
        controller.press("kind", kind);
        controller.press("as", "table");
        let wanted: Vec<Vec<String>> = grid
            .iter()
            .enumerate()
            .map(|(index, agency)| std::iter::once(name(index)).chain(agency.iter().map(|says| says.cell())).collect())
            .collect();
        prop_assert_eq!(body(&controller), wanted);
    }

    #[test]
    fn every_gap_is_named_in_words_with_its_years_and_the_reason(grid in grids()) {
        let controller = all(&grid);
        let words = controller.region(Region::Panel).words();
        let mut gaps = Vec::new();
        for (index, agency) in grid.iter().enumerate() {
            let mut from = 0;
            for year in 0..YEARS {
                if year + 1 < YEARS && agency[year + 1] == agency[year] {
                    continue;
                }
                let years = if from == year {
                    format!("{}", 2019 + year)
                } else {
                    format!("{}–{}", 2019 + from, 2019 + year)
                };
                if let Some(reason) = agency[year].reason() {
                    gaps.push(format!("{} {years} 年（{reason}）", name(index)));
                }
                from = year + 1;
            }
        }
        if gaps.is_empty() {
            prop_assert!(!words.contains("没有数字的年份"));
        } else {
            let sentence = format!("没有数字的年份（不是 0）：{}。", gaps.join("；"));
            prop_assert!(words.contains(&sentence), "{} in {}", sentence, words);
        }
    }

    #[test]
    fn the_finding_of_one_place_tells_its_first_and_last_number(grid in grids(), index in 0..7_usize) {
        let index = index % grid.len();
        let mut controller = started(&grid);
        controller.press("only", &index.to_string());
        let numbers: Vec<(u16, i64)> = years().zip(grid[index]).filter_map(|(year, says)| Some((year, says.count()?))).collect();
        let title = finding(&controller);
        match numbers.as_slice() {
            [] => prop_assert_eq!(title, "所选机关在这些年份都没有这一项的数字。"),
            [(year, count)] => {
                prop_assert!(title.starts_with(&format!("{}：{year} 年", name(index))), "{}", title);
                prop_assert!(title.ends_with(&format!("为 {} 件。", grouped(*count))), "{}", title);
            }
            [(first, earliest), .., (last, latest)] => {
                prop_assert!(title.starts_with(&format!("{}：{first} 年", name(index))), "{}", title);
                // The previous report, of whatever year, may have the other form.
                let is_between = |year: u16| *first < year && year <= *last;
                let changed = years().zip(grid[index]).filter(|(_, says)| *says != Says::NoReport).map(|(year, _)| year).collect::<Vec<_>>();
                let change = changed.windows(2).find(|pair| pair[0] < 2021 && pair[1] >= 2021);
                let between = match change {
                    Some(pair) if is_between(pair[1]) => "（其间报告格式变更）",
                    _ => "",
                };
                let end = format!("为 {} 件，{last} 年为 {} 件{between}。", grouped(*earliest), grouped(*latest));
                prop_assert!(title.ends_with(&end), "{}", title);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn chosen_years_are_all_that_is_drawn_listed_and_told(grid in grids(), from in years_chosen(), to in years_chosen(), kind in prop::sample::select(vec!["trend", "multiples"])) {
        let (from, to) = (from.min(to), from.max(to));
        let mut controller = all(&grid);
        controller.press("kind", kind);
        controller.press("to", &to.to_string());
        controller.press("from", &from.to_string());
        let chosen = || years().enumerate().filter(|(_, year)| (from..=to).contains(year));
        let mut wanted = Vec::new();
        for (index, agency) in grid.iter().enumerate() {
            for (at, year) in chosen() {
                wanted.extend(agency[at].count().map(|count| format!("{} {year} 年：{}", name(index), grouped(count))));
            }
        }
        wanted.sort();
        prop_assert_eq!(labels(&controller), wanted);
        let words = controller.region(Region::Panel).words();
        // The caveats name the editions as well.
        let told = words.replace(" 年版", "版");
        let mut told = years().filter(|year| told.contains(&format!("{year} 年")));
        prop_assert!(told.all(|year| (from..=to).contains(&year)), "{}", words);
        let has_break = words.contains("报告格式变更");
        prop_assert!(!has_break || (from < 2021 && to >= 2021), "{}", words);
        controller.press("as", "table");
        let wanted: Vec<Vec<String>> = grid
            .iter()
            .enumerate()
            .map(|(index, agency)| std::iter::once(name(index)).chain(chosen().map(|(at, _)| agency[at].cell())).collect())
            .collect();
        prop_assert_eq!(body(&controller), wanted);
    }
}

fn years_chosen() -> impl Strategy<Value = u16> {
    crate::states::FIRST..=crate::states::LAST
}

#[test]
fn a_year_beyond_the_other_end_takes_it_along() {
    let mut controller = controller(fictional(), None);
    controller.press("to", "2020");
    assert_eq!(
        (
            controller.choice().first_year,
            controller.choice().last_year
        ),
        (2018, 2020)
    );
    controller.press("from", "2022");
    assert_eq!(
        (
            controller.choice().first_year,
            controller.choice().last_year
        ),
        (2022, 2022)
    );
    assert!(
        finding(&controller).contains("2022 年"),
        "{}",
        finding(&controller)
    );
    controller.press("to", "2019");
    assert_eq!(
        (
            controller.choice().first_year,
            controller.choice().last_year
        ),
        (2019, 2019)
    );
}

#[test]
fn where_nobody_has_a_number_both_figures_say_so_and_why() {
    let grid: Grid = vec![[Says::Blank; YEARS]];
    let mut controller = started(&grid);
    for kind in ["trend", "multiples"] {
        controller.press("kind", kind);
        assert_eq!(
            finding(&controller),
            "所选机关在这些年份都没有这一项的数字。"
        );
        let words = controller.region(Region::Panel).words();
        assert!(words.contains("虚构0县 2019–2024 年（空白）"), "{words}");
        assert!(labels(&controller).is_empty());
    }
}

#[test]
fn a_measure_that_only_the_other_form_has_says_that_of_a_place_without_a_break() {
    let mut controller = controller(fictional(), None);
    // Its only report is of 2024, in the form of 2021.
    controller.press("only", "5");
    controller.press("measure", "proactive.licences.items_last_year");
    let words = controller.region(Region::Panel).words();
    assert!(
        words.contains("虚构档案局 2024 年（该年报告格式没有这一项）"),
        "{words}"
    );
    assert!(
        words.contains("虚构档案局 2018–2023 年（没有报告）"),
        "{words}"
    );
}

#[test]
fn nothing_chosen_asks_to_choose() {
    let mut controller = controller(fictional(), None);
    controller.press("remove", "0");
    for kind in ["trend", "multiples", "last-year", "checks"] {
        controller.press("kind", kind);
        assert_eq!(
            finding(&controller),
            "还没有选择机关。请在“选项”里查找并加入。"
        );
    }
}

#[test]
fn a_second_measure_below_zero_has_room_on_the_axis() {
    let agency = ("虚构县", Some("990101"), "");
    let reports = [2019, 2020].map(|year| {
        let fields = [
            ("proactive.licences.items_last_year", json!(40)),
            ("proactive.licences.change", json!(-30)),
        ];
        report(agency, year, "2019", &fields)
    });
    let mut controller = controller(built(&reports), None);
    controller.press("measure", "proactive.licences.items_last_year");
    controller.press("other", "proactive.licences.change");
    let figure = controller.region(Region::Panel);
    let mut is_below = false;
    figure.elements(&mut |element| {
        is_below |= element.tag == gongkai_view::markup::Tag::Text
            && element.words().starts_with('\u{2212}');
    });
    assert!(is_below, "{}", figure.words());
    assert_eq!(labels(&controller).len(), 4);
}

#[test]
fn several_agencies_are_told_by_who_has_most_and_least_in_the_latest_year_that_compares() {
    let mut shown = controller(fictional(), None);
    shown.press("add", "4");
    let latest = "2024 年新收信息公开申请：虚构云岭市最多，56 件；虚构青禾县最少，16 件。";
    assert_eq!(finding(&shown), latest);
    // 云岭市 has no number for 2023.
    shown.press("to", "2023");
    let before = "2022 年新收信息公开申请：虚构云岭市最多，54 件；虚构青禾县最少，14 件。";
    assert_eq!(finding(&shown), before);
    shown.press("measure", "proactive.normative_documents.made");
    assert_eq!(
        finding(&shown),
        "2023 年制发规范性文件件数：2 个机关都是 2 件。"
    );
}

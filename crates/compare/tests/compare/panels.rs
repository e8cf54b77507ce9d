//! Charts and tables, compared with the reports themselves.

use super::*;
use crate::data::Page;
use gongkai_view::figures::Display;
use proptest::prelude::*;

/// Returns the years of the chart's marks.
fn marked(controller: &Controller) -> Vec<String> {
    let figure = controller.region(Region::Panel);
    let marks = with(&figure, Name::DataKey);
    marks
        .iter()
        .filter(|mark| mark.get(Name::Role) == Some("option"))
        .map(|mark| mark.get(Name::AriaLabel).unwrap_or_default().to_owned())
        .collect()
}

/// Returns the path data of the lines, each `M` or `L` with its point.
fn lines(controller: &Controller) -> Vec<String> {
    let figure = controller.region(Region::Panel);
    with(&figure, Name::D)
        .iter()
        .filter(|path| {
            path.get(Name::Part)
                .is_some_and(|part| part.starts_with("line "))
        })
        .map(|path| path.get(Name::D).unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_year_without_a_number_is_a_gap_and_never_zero() {
    let controller = started(three());
    let marks = marked(&controller);
    assert_eq!(marks.len(), 4, "{marks:?}");
    assert!(
        marks.iter().any(|mark| mark.ends_with("2024 年：0")),
        "a printed 0 is drawn: {marks:?}"
    );
    assert!(
        !marks
            .iter()
            .any(|mark| mark.contains("2022") || mark.contains("2023"))
    );
    let words = figure(&controller);
    assert!(words.contains("2022 年（没有报告）"), "{words}");
    assert!(words.contains("2023 年（空白）"), "{words}");
}

#[test]
fn no_line_crosses_the_change_of_edition_nor_a_gap() {
    let controller = started(three());
    // 2019 and 2020 are joined; a break precedes 2021, and a gap 2024.
    let lines = lines(&controller);
    let path = lines.first().expect("a line");
    assert_eq!(path.matches('M').count(), 3, "{path}");
    assert_eq!(path.matches('L').count(), 1, "{path}");
    assert!(figure(&controller).contains("报告格式变更"));
}

#[test]
fn what_must_not_be_compared_is_refused_with_its_reason_and_the_first_stays() {
    let mut controller = started(three());
    controller.press("measure", "proactive.licences.items_last_year");
    controller.press("other", "proactive.licences.decisions");
    let words = figure(&controller);
    assert!(words.contains("class=\"refused\""), "{words}");
    assert!(words.contains("两者含义不同，不能比较"), "{words}");
    assert!(
        marked(&controller).iter().all(|mark| mark.contains("：9")),
        "{:?}",
        marked(&controller)
    );
    controller.press("measure", RECEIVED);
    controller.press("other", "applications.outcomes.granted[6]");
    assert!(!figure(&controller).contains("class=\"refused\""));
}

#[test]
fn the_table_of_a_trend_says_why_there_is_no_number() {
    let mut controller = started(three());
    controller.press("add", &agency(&controller, "乙县"));
    controller.press("as", "table");
    assert_eq!(controller.choice().display, Display::Table);
    let table = rows(&controller.region(Region::Panel));
    let of = |name: &str| {
        table
            .iter()
            .find(|row| row.first().is_some_and(|first| first.contains(name)))
            .expect("a row")
            .clone()
    };
    assert_eq!(
        of("甲县")[1..],
        ["10", "20", "30", "—（没有报告）", "—（空白）", "0"]
    );
    assert_eq!(
        of("乙县")[1..],
        [
            "—（没有报告）",
            "—（没有报告）",
            "5",
            "/",
            "—（没有报告）",
            "8"
        ]
    );
}

#[test]
fn a_distribution_counts_those_without_a_number_by_why() {
    let mut controller = started(three());
    controller.press("kind", "distribution");
    let words = figure(&controller);
    assert!(words.contains("2024 年，2 个机关中，有一半"), "{words}");
    assert!(
        words.contains("另有 1 个机关没有数字（没有报告 1 个）"),
        "{words}"
    );
    let near: Vec<String> = (0..2)
        .map(|rank| controller.dot(rank).expect("a dot").label)
        .collect();
    assert_eq!(near, ["虚构甲县 A 2024 年：0", "虚构乙县 B 2024 年：8"]);
    assert_eq!(controller.dot(2), None);
    for rank in 0..2 {
        let (x, y) = controller.dot(rank).expect("a dot").center;
        assert_eq!(controller.nearest(x, y), Some(rank));
    }
}

#[test]
fn last_year_stands_beside_this_year_and_no_change_is_told_across_the_editions() {
    let mut controller = started(three());
    controller.press("kind", "last-year");
    controller.press("year", "2020");
    let row = |controller: &Controller, name: &str| {
        let found = rows(&controller.region(Region::Panel))
            .into_iter()
            .find(|row| row.first().is_some_and(|first| first == name));
        found.unwrap_or_else(|| panic!("no row {name}"))
    };
    let received = "新收信息公开申请";
    assert_eq!(row(&controller, received)[1..], ["10", "20", "+10"]);
    controller.press("year", "2021");
    assert_eq!(
        row(&controller, received)[1..],
        ["20", "30", "—（格式不同）"]
    );
    assert!(figure(&controller).contains("不同版本的报告格式"));
    controller.press("year", "2022");
    assert!(figure(&controller).contains("没有 2022 年的报告，只能显示 2021 年的数字"));
}

#[test]
fn the_checks_between_years_are_those_of_the_catalogue() {
    let mut controller = started(three());
    controller.press("kind", "checks");
    let agency = controller.choice().agencies[0];
    let findings = between_years(controller.catalog(), agency);
    let figure = controller.region(Region::Panel);
    let mut checks = 0;
    figure
        .elements(&mut |element| checks += usize::from(element.get(Name::Class) == Some("check")));
    assert!(checks > 0);
    assert_eq!(checks, findings.len());
}

#[test]
fn a_hedged_total_has_no_change() {
    let total = |count: i64, hedge: Option<&str>, year: u16| {
        let mut report: Json =
            serde_json::from_str(&report("虚构县", year, json!(1)).write()).expect("JSON");
        let mut total = json!({ "count": count });
        if let Some(hedge) = hedge {
            total["qualifier"] = json!(hedge);
        }
        gongkai_testing::put(&mut report, "disclosure.total", total);
        gongkai_testing::report(&report)
    };
    let mut controller = started(catalog_of(&[
        total(3200, Some("over"), 2022),
        total(4000, None, 2023),
        total(4100, None, 2024),
    ]));
    controller.press("kind", "last-year");
    let change = |controller: &Controller| {
        let rows = rows(&controller.region(Region::Panel));
        rows.into_iter()
            .find(|row| row.first().is_some_and(|first| first.contains("主动公开")))
            .expect("the total")[3]
            .clone()
    };
    assert_eq!(change(&controller), "+100");
    controller.press("year", "2023");
    assert_eq!(change(&controller), "—（原文为约数）");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Compares with a plain, slow evaluation of the reports.
    #[test]
    fn the_table_of_places_has_every_number_and_only_those_in_the_order_asked_for(
        counts in prop::collection::vec((prop::option::of(0..50_i64), prop::option::of(0..50_i64)), 1..12),
        by in prop::sample::select(vec!["number", "before", "change"]),
        again in any::<bool>(),
    ) {
        let mut reports = Vec::new();
        for (index, (before, now)) in counts.iter().enumerate() {
            let name = format!("虚构{index:02}县");
            for (year, count) in [(2023, before), (2024, now)] {
                if let Some(count) = count {
                    reports.push(report(&name, year, json!(count)));
                }
            }
        }
        // A catalogue has no agency without a report, and at least one year.
        reports.push(report("虚构终县", 2024, json!(7)));
        let mut controller = started(catalog_of(&reports));
        controller.press("kind", "agencies");
        controller.press("sort", by);
        if again {
            controller.press("sort", by);
        }
        let number = |name: &str, year: u16| {
            let found = reports.iter().find(|report| report.agency.name == name && report.year == year)?;
            Value::of(found, Measure::from_id(RECEIVED)?).eq(&Value::Missing).then_some(0).or_else(|| {
                match Value::of(found, Measure::from_id(RECEIVED)?) {
                    Value::Count(count) => Some(count),
                    _ => None,
                }
            })
        };
        let table = rows(&controller.rows(0, usize::MAX));
        prop_assert_eq!(table.len(), controller.catalog().agencies().len());
        let mut keys = Vec::new();
        for row in &table {
            let name = row.first().cloned().unwrap_or_default();
            let (now, before) = (number(&name, 2024), number(&name, 2023));
            let shown = |number: Option<i64>, year: u16| match number {
                Some(number) => number.to_string(),
                None if reports.iter().any(|report| report.year == year) => "—没有报告".to_owned(),
                None => "—目录不含该年".to_owned(),
            };
            prop_assert_eq!(&row[1], &shown(now, 2024));
            prop_assert_eq!(&row[2], &shown(before, 2023));
            let change = now.zip(before).map(|(now, before)| now - before);
            keys.push(match by { "number" => now, "before" => before, _ => change });
        }
        let with: Vec<i64> = keys.iter().flatten().copied().collect();
        prop_assert!(keys.iter().skip(with.len()).all(Option::is_none), "those without a number stand last");
        let mut sorted_indices = with.clone();
        sorted_indices.sort_unstable();
        if !again {
            sorted_indices.reverse();
        }
        prop_assert_eq!(with, sorted_indices);
    }

    #[test]
    fn any_part_of_the_rows_is_that_part_of_all(first in 0..20_usize, count in 0..20_usize) {
        let reports: Vec<Report> = (0..15).map(|index| report(&format!("虚构{index}县"), 2024, json!(index))).collect();
        let mut controller = started(catalog_of(&reports));
        controller.press("kind", "agencies");
        let all = rows(&controller.rows(0, usize::MAX));
        let part = rows(&controller.rows(first, count));
        let wanted: Vec<Vec<String>> = all.into_iter().skip(first).take(count).collect();
        prop_assert_eq!(part, wanted);
    }
}

//! A year and the year before, compared with the catalogue cell by cell.

use crate::data::{Page, YEARS, controller, fictional, with};
use crate::rows as cells_of;
use crate::states::finding;
use gongkai_catalog::measure_name;
use gongkai_catalog::{Catalog, Measure, Value};
use gongkai_compare::{Controller, Region};
use gongkai_i18n::Locale;
use gongkai_view::markup::Name;
use std::collections::BTreeSet;

fn all_started() -> impl Iterator<Item = (Controller, usize, u16)> {
    let agencies = fictional().agencies().len();
    let pairs = (0..agencies).flat_map(|agency| YEARS.map(move |year| (agency, year)));
    pairs.map(|(agency, year)| {
        let mut controller = controller(fictional(), None);
        controller.press("kind", "last-year");
        controller.press("only", &agency.to_string());
        controller.press("year", &year.to_string());
        (controller, agency, year)
    })
}

/// Returns the rows of the tables, without their headings.
fn rows(controller: &Controller) -> Vec<Vec<String>> {
    let rows = cells_of(&controller.region(Region::Panel)).into_iter();
    rows.filter(|row| row.first().is_some_and(|first| first != "项目"))
        .collect()
}

/// Formats the report's value, or the sign for the lack of one.
fn printed(catalog: &Catalog, year: u16, report: Option<usize>, measure: Measure) -> String {
    let Some(report) = report else {
        let is_covered = catalog.years().contains(&year);
        let why = if is_covered {
            "没有报告"
        } else {
            "目录不含该年"
        };
        return format!("—（{why}）");
    };
    let is_in = catalog
        .edition(report)
        .is_some_and(|edition| measure.is_in(edition));
    match catalog.value(report, measure) {
        _ if !is_in => "—（该年报告格式没有这一项）".to_owned(),
        Value::Count(count) => crate::states::grouped(count),
        Value::Money(money) => gongkai_i18n::money(Locale::ZhCn, &money),
        Value::Stated(stated) => gongkai_i18n::quantity(Locale::ZhCn, &stated),
        Value::Blank => "—（空白）".to_owned(),
        Value::NotApplicable => "/".to_owned(),
        Value::Missing => "—（报告中没有这一项）".to_owned(),
    }
}

#[test]
fn every_measure_that_either_form_has_is_a_row_with_what_the_reports_print() {
    for (controller, agency, year) in all_started() {
        let catalog = controller.catalog();
        let [now, before] = [year, year - 1].map(|year| catalog.report(agency, year));
        if now.is_none() && before.is_none() {
            assert!(rows(&controller).is_empty());
            continue;
        }
        let editions: Vec<_> = [now, before]
            .into_iter()
            .flatten()
            .filter_map(|report| catalog.edition(report))
            .collect();
        let measures = catalog
            .measures()
            .filter(|measure| editions.iter().any(|edition| measure.is_in(*edition)));
        let wanted: BTreeSet<Vec<String>> = measures
            .map(|measure| {
                let cells = [(year - 1, before), (year, now)];
                let cells = cells.map(|(year, report)| printed(catalog, year, report, measure));
                let name = measure_name(Locale::ZhCn, measure);
                // A year without a report has no column.
                let reports = [before, now];
                let printed = cells.into_iter().zip(reports);
                let printed = printed.filter_map(|(cell, report)| report.map(|_| cell));
                [name].into_iter().chain(printed).collect()
            })
            .collect();
        let shown: BTreeSet<Vec<String>> = rows(&controller)
            .into_iter()
            .map(|row| row.into_iter().take(3).collect())
            .collect();
        assert_eq!(shown, wanted, "{agency} {year}");
    }
}

/// Reads a shown number in hundredths; `None` if it is not a number.
fn hundredths(text: &str) -> Option<i64> {
    let text = text
        .trim_end_matches(" 万元")
        .replace([',', '+'], "")
        .replace('\u{2212}', "-");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole * 100 + if text.starts_with('-') { -part } else { part })
}

#[test]
fn a_change_is_the_difference_of_its_row_or_says_why_there_is_none() {
    let mut told = 0;
    for (controller, agency, year) in all_started() {
        let catalog = controller.catalog();
        let editions = [year, year - 1].map(|year| catalog.edition(catalog.report(agency, year)?));
        let is_other = matches!(editions, [Some(now), Some(before)] if now != before);
        let mut counts = [0, 0, 0];
        for row in rows(&controller) {
            if editions.contains(&None) {
                assert_eq!(row.len(), 2, "{row:?}");
                continue;
            }
            match (hundredths(&row[1]), hundredths(&row[2])) {
                (Some(_), Some(_)) if is_other => assert_eq!(row[3], "—（格式不同）"),
                (Some(before), Some(now)) => {
                    assert_eq!(hundredths(&row[3]), Some(now - before), "{row:?}");
                    assert_eq!(row[3].starts_with('+'), now > before, "{row:?}");
                    let side = match now - before {
                        1.. => 0,
                        0 => 2,
                        _ => 1,
                    };
                    counts[side] += 1;
                    told += 1;
                }
                _ => assert_eq!(row[3], "—（缺数字）", "{row:?}"),
            }
        }
        let title = finding(&controller);
        let [rose, fell, stayed] = counts;
        let counted = format!("{rose} 项数字增加，{fell} 项减少，{stayed} 项不变。");
        match (editions, is_other) {
            (_, true) => assert!(title.ends_with("数字并列显示，不计算增减。"), "{title}"),
            ([Some(_), Some(_)], false) => assert!(title.ends_with(&counted), "{title}: {counted}"),
            ([Some(_), None], false) if year == 2018 => {
                assert!(title.contains("目录不含 2017 年"), "{title}")
            }
            _ => assert!(title.contains("没有"), "{title}"),
        }
    }
    assert!(told > 100, "{told}");
}

#[test]
fn each_of_the_two_reports_can_be_opened() {
    for (controller, agency, year) in all_started() {
        let reports = [year - 1, year].map(|year| controller.catalog().report(agency, year));
        let wanted: Vec<String> = reports
            .into_iter()
            .flatten()
            .map(|report| report.to_string())
            .collect();
        let figure = controller.region(Region::Panel);
        let buttons = with(&figure, Name::DataChoice, "report");
        let opened: Vec<&str> = buttons
            .iter()
            .filter_map(|button| button.get(Name::DataValue))
            .collect();
        assert_eq!(opened, wanted, "{agency} {year}");
    }
}

//! Files of the comparison: what is shown, all numbers, pictures and a reference.

use crate::data::{Page, controller, fictional, with};
use gongkai_compare::{Controller, PanelKind, Region, export};
use gongkai_i18n::Locale;
use gongkai_view::markup::Name;

const TODAY: &str = "2026-11-30";

fn text(controller: &Controller, kind: &str) -> String {
    let file = export::export(controller.model(), kind, None, TODAY).expect(kind);
    file.text
}

/// Splits a file without quoted fields.
fn rows(csv: &str) -> Vec<Vec<&str>> {
    let rows = csv.trim_end().split("\r\n");
    rows.map(|row| row.split(',').collect()).collect()
}

#[test]
fn what_is_shown_is_one_number_a_row_and_a_gap_has_its_reason_and_no_value() {
    let mut shown = controller(fictional(), None);
    shown.press("only", "1");
    shown.press("add", "2");
    let csv = text(&shown, "csv");
    let rows = rows(&csv);
    assert_eq!(rows.len(), 1 + 2 * 7, "seven years of two agencies");
    let row = |name: &str, year: &str| {
        let found = rows.iter().find(|row| row[0] == name && row[2] == year);
        found.expect("a row")[3..].to_vec()
    };
    let cell = "applications.received[6]";
    let name = "新收信息公开申请";
    assert_eq!(
        row("虚构白石县", "2018"),
        ["2019", name, "", "20", "", "件", "20", "", cell]
    );
    assert_eq!(
        row("虚构白石县", "2019"),
        ["", name, "", "", "", "件", "—", "没有报告", cell]
    );
    assert_eq!(
        row("虚构白石县", "2020"),
        ["2019", name, "", "", "", "件", "—", "空白", cell]
    );
    assert_eq!(
        row("虚构长洲区", "2022")[3..],
        ["/", "", "件", "/", "填“/”", cell]
    );
    let marked = text(&shown, "csv-bom");
    assert_eq!(marked.strip_prefix('\u{feff}'), Some(csv.as_str()));
}

#[test]
fn a_rate_says_by_what_it_is_divided_and_a_change_between_which_years() {
    let mut shown = controller(fictional(), None);
    shown.press("kind", "agencies");
    shown.press("by", "population");
    shown.press("year", "2020");
    shown.press("base", "2018");
    let csv = text(&shown, "csv");
    let rows = rows(&csv);
    assert_eq!(rows.len(), 1 + 6 * 3);
    let first: Vec<_> = rows.iter().filter(|row| row[0] == "虚构青禾县").collect();
    let years: Vec<&str> = first.iter().map(|row| row[2]).collect();
    assert_eq!(years, ["2020", "2018", "2018-2020"]);
    // 12 and 10 of 105,000 people.
    let values: Vec<&str> = first.iter().map(|row| row[6]).collect();
    assert_eq!(values, ["1.14", "0.95", "0.19"]);
    assert!(first.iter().all(|row| row[5] == "每万人"));
    assert_eq!(first[2][4], "新收信息公开申请增减");
}

#[test]
fn all_numbers_are_one_report_a_row_and_no_gap_is_a_zero() {
    let shown = controller(fictional(), None);
    let csv = text(&shown, "all-csv");
    let rows = rows(&csv);
    assert_eq!(rows.len(), 1 + shown.catalog().len());
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "as wide");
    let column = |title: &str| {
        let found = rows[0].iter().position(|one| *one == title);
        found.unwrap_or_else(|| panic!("no {title}"))
    };
    let received = column("新收信息公开申请（件）");
    let cell = |name: &str, year: &str, column: usize| {
        let found = rows.iter().find(|row| row[0] == name && row[2] == year);
        found.expect("a row")[column]
    };
    assert_eq!(cell("虚构青禾县", "2020", received), "12");
    assert_eq!(cell("虚构白石县", "2020", received), "空白");
    assert_eq!(cell("虚构长洲区", "2022", received), "/");
    assert_eq!(cell("虚构云岭市", "2023", received), "", "missing");
    let amount = column("政府集中采购总金额（万元）");
    assert_eq!(cell("虚构青禾县", "2020", amount), "2000.25");
    assert_eq!(cell("虚构青禾县", "2024", amount), "", "not in that form");
    assert_eq!(
        cell("虚构青禾县", "2024", column("常住人口（万人）")),
        "10.50"
    );
}

#[test]
fn every_panel_has_its_table_and_those_with_a_chart_a_picture() {
    for locale in Locale::ALL {
        for kind in PanelKind::ALL {
            let mut shown = controller(fictional(), None);
            shown.set_locale(locale);
            shown.press("kind", kind.id());
            assert!(text(&shown, "csv").lines().count() > 2, "{}", kind.id());
            let has_chart = matches!(
                kind,
                PanelKind::Trend | PanelKind::Multiples | PanelKind::Distribution
            );
            let exports = shown.region(Region::Exports);
            for export in ["svg", "png", "share-picture"] {
                let file = export::export(shown.model(), export, None, TODAY);
                assert_eq!(file.is_some(), has_chart, "{export} of {}", kind.id());
                if export != "share-picture" || has_chart {
                    let offered = !with(&exports, Name::DataExport, export).is_empty();
                    assert_eq!(offered, has_chart, "{export} of {}", kind.id());
                }
            }
            for export in ["csv-bom", "all-csv-bom", "link", "cite", "print-view"] {
                assert_eq!(
                    with(&exports, Name::DataExport, export).len(),
                    1,
                    "{export}"
                );
            }
        }
    }
    assert_eq!(
        export::export(controller(fictional(), None).model(), "exe", None, TODAY),
        None
    );
}

#[test]
fn a_picture_says_what_it_shows_of_which_catalogue_and_has_the_colours_of_the_lines() {
    let mut shown = controller(fictional(), None);
    shown.press("add", "2");
    let picture = text(&shown, "svg");
    for part in [
        "2024 年新收信息公开申请：虚构长洲区最多，36 件；虚构青禾县最少，16 件。",
        "数据：虚构目录",
        "虚构的，仅供演示",
        "#a1330d",
        ">虚构青禾县<",
    ] {
        assert!(picture.contains(part), "no {part} in {picture}");
    }
    let address = Some("https://www.example.gov.cn/compare.html");
    let shared = export::export(shown.model(), "share-picture", address, TODAY).expect("a chart");
    assert_eq!(shared.name, "虚构目录-trend.png");
    assert!(shared.text.contains("扫码查看本页") && shared.text.contains(TODAY));
    assert!(!text(&shown, "share-picture").contains("扫码"));
}

#[test]
fn a_reference_has_the_title_the_finding_the_day_and_the_address() {
    let shown = controller(fictional(), None);
    let text = export::reference(shown.model(), TODAY, "https://www.example.gov.cn/#a");
    let start = "虚构目录：虚构青禾县：2018 年新收信息公开申请为 10 件";
    assert!(text.starts_with(start), "{text}");
    let end = "[DB/OL]. [2026-11-30]. https://www.example.gov.cn/#a.";
    assert!(text.ends_with(end), "{text}");
}

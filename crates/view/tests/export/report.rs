//! The whole report as CSV.

use super::csv::{Line, lines};
use super::longde;
use gongkai_i18n::Locale;
use gongkai_model::*;
use gongkai_testing::arbitrary;
use gongkai_view::export::{Bom, report_csv};
use proptest::prelude::*;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// The expected `value` of each cell, derived from the report's JSON, independently of the export.
fn expected(report: &Report) -> BTreeMap<String, String> {
    let json = gongkai_testing::json(report);
    let written = |value: &Json| match value {
        Json::Null => String::new(),
        Json::Object(money) => money["value"].as_str().expect("digits").to_owned(),
        Json::String(text) => text.clone(),
        number => number.to_string(),
    };
    let mut all: BTreeMap<String, String> = gongkai_testing::cells(report)
        .into_iter()
        .map(|path| {
            let value = written(gongkai_testing::at(&json, &path));
            (path, value)
        })
        .collect();
    let disclosure = &json["disclosure"];
    let mut stated = |path: String, quantity: &Json| {
        if let Some(count) = quantity.get("count") {
            all.insert(path, count.to_string());
        }
    };
    stated("disclosure.total".to_owned(), &disclosure["total"]);
    for list in ["categories", "activities"] {
        for (index, named) in disclosure[list]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            stated(format!("disclosure.{list}[{index}]"), named);
        }
    }
    let channels = disclosure["channels"].as_array().into_iter().flatten();
    for (index, channel) in channels.enumerate() {
        let path = format!("disclosure.channels[{index}]");
        stated(path.clone(), channel);
        let own = channel["categories"].as_array().into_iter().flatten();
        for (index, named) in own.enumerate() {
            stated(format!("{path}.categories[{index}]"), named);
        }
    }
    for which in ["received", "completed"] {
        let quantity = &disclosure["applications"][which];
        stated(format!("disclosure.applications.{which}"), quantity);
    }
    all
}

fn by_path(lines: &[Line]) -> BTreeMap<String, String> {
    let pairs = lines.iter();
    pairs
        .map(|line| (line.cell.clone(), line.value.clone()))
        .collect()
}

#[track_caller]
fn line<'a>(lines: &'a [Line], cell: &str) -> &'a Line {
    let found = lines.iter().find(|line| line.cell == cell);
    found.unwrap_or_else(|| panic!("no line for {cell}"))
}

#[test]
fn every_cell_of_longde_has_a_row_that_says_whose_it_is() {
    let report = longde();
    for locale in Locale::ALL {
        let lines = lines(&report_csv(&report, locale, Bom::Without));
        assert_eq!(by_path(&lines), expected(&report));
        assert_eq!(lines.len(), expected(&report).len());
        for line in &lines {
            assert_eq!(line.agency, "隆德县人民政府");
            assert_eq!(line.division, "640423");
            assert_eq!((&*line.year, &*line.edition), ("2020", "2019"));
            assert_eq!(line.source_title, "隆德县 2020 年政府信息公开工作年度报告");
            assert!(!line.section.is_empty() && !line.row.is_empty() && !line.column.is_empty());
        }
    }
}

#[test]
fn a_row_reads_as_the_form_does() {
    let lines = lines(&report_csv(&longde(), Locale::ZhCn, Bom::Without));
    let total = line(&lines, "disclosure.total");
    assert_eq!(
        (&*total.value, &*total.hedge, &*total.unit, &*total.shown),
        ("3200", "余", "条", "3,200 余条")
    );
    let change = line(&lines, "proactive.licences.change");
    assert_eq!(
        (
            &*change.section,
            &*change.row,
            &*change.column,
            &*change.value
        ),
        ("主动公开政府信息情况", "行政许可", "本年增/减", "-302")
    );
    assert_eq!((&*change.shown, &*change.hedge), ("−302", ""));
    assert!(change.unit.starts_with("项（"), "{}", change.unit);
    let amount = line(&lines, "proactive.procurement.amount");
    assert_eq!((&*amount.value, &*amount.unit), ("21207.84", "万元"));
    let refused = line(&lines, "applications.outcomes.refused.state_secret[6]");
    assert_eq!(
        (&*refused.row, &*refused.column, &*refused.value),
        ("不予公开：属于国家秘密", "总计", "0")
    );
}

#[test]
fn hedges_and_units_are_in_the_readers_language() {
    let mut report = longde();
    let disclosure = report.disclosure.as_mut().expect("section one");
    for (named, qualifier) in disclosure.categories.iter_mut().zip([
        Some(Qualifier::Over),
        Some(Qualifier::About),
        Some(Qualifier::Nearly),
        None,
    ]) {
        named.qualifier = qualifier;
    }
    for (locale, words, unit) in [
        (Locale::ZhCn, ["余", "约", "近", ""], "条"),
        (Locale::En, ["over", "about", "nearly", ""], "items"),
    ] {
        let lines = lines(&report_csv(&report, locale, Bom::Without));
        for (index, word) in words.iter().enumerate() {
            let found = line(&lines, &format!("disclosure.categories[{index}]"));
            assert_eq!((&*found.hedge, &*found.unit), (*word, unit));
        }
    }
}

#[test]
fn cells_come_in_printed_order() {
    let lines = lines(&report_csv(&longde(), Locale::ZhCn, Bom::Without));
    let place = |cell: &str| {
        let found = lines.iter().position(|line| line.cell == cell);
        found.unwrap_or_else(|| panic!("no line for {cell}"))
    };
    let order = [
        "disclosure.total",
        "disclosure.categories[0]",
        "disclosure.categories[13]",
        "disclosure.activities[0]",
        "proactive.rules.made",
        "proactive.licences.items_last_year",
        "proactive.licences.change",
        "proactive.licences.decisions",
        "proactive.procurement.amount",
        "applications.received[0]",
        "applications.received[6]",
        "applications.carried_in[0]",
        "applications.outcomes.granted[0]",
        "applications.outcomes.total[6]",
        "applications.carried_out[0]",
        "reviews.reconsideration.upheld",
        "reviews.litigation_after_reconsideration.total",
    ];
    assert!(order.map(place).is_sorted(), "{:?}", order.map(place));
}

#[test]
fn blank_slash_zero_and_missing_are_four_things() {
    let mut report = longde();
    let licences = report.proactive.as_mut().and_then(|p| p.licences.as_mut());
    let licences = licences.expect("licences");
    licences.items_last_year = Cell::Blank;
    licences.change = Cell::NotApplicable;
    licences.decisions = Cell::Count(0);
    let penalties = report.proactive.as_mut().and_then(|p| p.penalties.as_mut());
    penalties.expect("penalties").decisions = Cell::Missing;
    let lines = lines(&report_csv(&report, Locale::ZhCn, Bom::Without));
    let told = |field: &str| {
        let found = line(&lines, &format!("proactive.licences.{field}"));
        (found.value.clone(), found.shown.clone())
    };
    let pair = |value: &str, shown: &str| (value.to_owned(), shown.to_owned());
    assert_eq!(told("items_last_year"), pair("", "—"));
    assert_eq!(told("change"), pair("/", "/"));
    assert_eq!(told("decisions"), pair("0", "0"));
    let missing = |line: &Line| line.cell == "proactive.penalties.decisions";
    assert!(!lines.iter().any(missing));
}

#[test]
fn channels_and_their_categories_have_lines_of_their_own() {
    let report = gongkai_testing::sample("fictional/channels-2024.json");
    let lines = lines(&report_csv(&report, Locale::ZhCn, Bom::Without));
    let told: Vec<(&str, &str, &str, &str)> = lines
        .iter()
        .filter(|line| line.cell.starts_with("disclosure.channels"))
        .map(|line| (&*line.cell, &*line.row, &*line.value, &*line.unit))
        .collect();
    let site = "政府门户网站";
    assert_eq!(
        told,
        [
            ("disclosure.channels[0]", site, "812", "条"),
            (
                "disclosure.channels[0].categories[0]",
                "政府门户网站 · 部门动态类",
                "540",
                "条"
            ),
            (
                "disclosure.channels[0].categories[1]",
                "政府门户网站 · 公告类",
                "260",
                "条"
            ),
            ("disclosure.channels[1]", "政务新媒体", "386", "条"),
            ("disclosure.channels[2]", "政府公报", "80", "条"),
        ]
    );
}

#[test]
fn an_amount_without_a_printed_unit_says_that_it_is_assumed() {
    let mut report = longde();
    let proactive = report.proactive.as_mut().expect("section two");
    let procurement = proactive.procurement.as_mut().expect("procurement");
    procurement.amount = Amount::Money(Money {
        value: Decimal::parse("5.10").expect("a decimal"),
        unit: None,
    });
    let lines_of = |locale| lines(&report_csv(&report, locale, Bom::Without));
    let amount = |locale| line(&lines_of(locale), "proactive.procurement.amount").clone();
    assert_eq!(amount(Locale::ZhCn).value, "5.10");
    assert_eq!(amount(Locale::ZhCn).unit, "万元（原表未注明）");
    assert!(amount(Locale::En).unit.contains("not on the form"));
}

#[test]
fn the_mark_is_there_just_where_it_is_asked_for() {
    let with = report_csv(&longde(), Locale::ZhCn, Bom::With);
    let without = report_csv(&longde(), Locale::ZhCn, Bom::Without);
    assert_eq!(with.strip_prefix('\u{feff}'), Some(&*without));
    assert!(without.starts_with("机关,"), "{:.40}", without);
    assert!(report_csv(&longde(), Locale::En, Bom::Without).starts_with("agency,"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_report_is_read_back_to_exactly_its_cells(report in arbitrary::any_report()) {
        for locale in Locale::ALL {
            let lines = lines(&report_csv(&report, locale, Bom::Without));
            let expected = expected(&report);
            prop_assert_eq!(&by_path(&lines), &expected);
            prop_assert_eq!(lines.len(), expected.len(), "each once");
            let source = report.source.clone().unwrap_or_default();
            for line in &lines {
                prop_assert_eq!(&line.agency, &report.agency.name);
                prop_assert_eq!(&line.source_title, &source.title.clone().unwrap_or_default());
                prop_assert_eq!(&line.source_url, &source.url.clone().unwrap_or_default());
            }
            let disclosure = report.disclosure.clone().unwrap_or_default();
            for (index, named) in disclosure.categories.iter().enumerate() {
                let found = line(&lines, &format!("disclosure.categories[{index}]"));
                prop_assert_eq!(&found.row, &named.name);
            }
        }
    }
}

//! Views explain what the 2021 edition no longer contains, instead of showing a gap.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};

fn county() -> Report {
    gongkai_testing::sample("fictional/county-2022.json")
}

#[test]
fn the_2021_edition_says_why_there_is_no_comparison() {
    for (locale, reason) in [
        (ZhCn, "2021 年版报告只填本年的处理决定数量"),
        (
            En,
            "The 2021 edition of the form gives this year’s decisions",
        ),
    ] {
        let figure = plain(&county(), View::Services, locale);
        assert!(
            figure
                .caveats
                .iter()
                .any(|caveat| caveat.starts_with(reason))
        );
        assert_eq!(control_ids(&figure), Vec::<&str>::new());
        assert_eq!(spans(&figure), []);
        assert_eq!(figure.table.columns.len(), 2);
        let overview = plain(&county(), View::Overview, locale);
        assert!(overview.headlines.iter().all(|h| h.key != "items"));
    }
    let old = plain(&longde(), View::Services, ZhCn);
    assert_eq!(control_ids(&old), ["compare", "sizes"]);
    assert!(!old.caveats.iter().any(|caveat| caveat.contains("2021")));
}

#[test]
fn the_2021_edition_says_why_there_is_no_procurement() {
    for (locale, reason) in [
        (ZhCn, "2021 年版报告格式不再包含政府集中采购"),
        (
            En,
            "The 2021 edition of the form no longer includes procurement",
        ),
    ] {
        let figure = plain(&county(), View::Procurement, locale);
        says(&figure.title, &[reason]);
        assert_eq!((figure.panels, figure.table.rows), (vec![], vec![]));
        let overview = plain(&county(), View::Overview, locale);
        assert!(overview.headlines.iter().all(|h| h.key != "procurement"));
    }
}

#[test]
fn the_2021_edition_shows_decisions_and_the_fees_collected() {
    let figure = plain(&county(), View::Services, ZhCn);
    says(
        &figure.title,
        &[
            "行政许可决定 11,236 件",
            "行政处罚决定 987 件",
            "行政强制决定 24 件",
        ],
    );
    for (kind, n) in [
        ("licences", 11236),
        ("penalties", 987),
        ("compulsory_measures", 24),
    ] {
        let key = format!("proactive.{kind}.decisions");
        assert_eq!(bar(&figure, &key).value, Some(n as f64));
        assert_eq!(cells(&figure, &key), [count(n)]);
    }
    let fees = Amount::Money(Money {
        value: Decimal::parse("38016200.50").expect("a decimal"),
        unit: Some(Currency::Yuan),
    });
    assert_eq!(
        cells(&figure, "proactive.fees.amount"),
        [TableCell::Amount(fees)]
    );
    says(
        &figure.summary,
        &["38,016,200.50 元", "11,236", "987", "24"],
    );
}

#[test]
fn fees_that_are_printed_are_not_called_nothing() {
    let fees = json!({ "amount": { "value": "12.5", "unit": "万元" } });
    for licences in [json!(null), json!({ "decisions": null })] {
        let mut proactive = json!({ "fees": fees });
        if !licences.is_null() {
            proactive["licences"] = licences;
        }
        let report = bare("2021", json!({ "proactive": proactive }));
        for (locale, amount) in [(ZhCn, "12.5 万元"), (En, "125,000 yuan")] {
            let figure = plain(&report, View::Services, locale);
            says(&figure.title, &[amount]);
            assert_eq!(
                figure.panels,
                [],
                "money has no place on a scale of decisions"
            );
        }
    }
    let blank = bare(
        "2021",
        json!({ "proactive": { "fees": { "amount": null } } }),
    );
    says(
        &plain(&blank, View::Services, ZhCn).title,
        &["没有填写数字"],
    );
    let missing = bare("2021", json!({ "proactive": { "fees": {} } }));
    says(
        &plain(&missing, View::Services, ZhCn).title,
        &["这一部分的数字未录入"],
    );
}

#[test]
fn both_editions_have_a_figure_for_every_sample_that_holds_its_numbers() {
    let reports = gongkai_testing::samples("fictional", "county");
    assert!(
        reports
            .iter()
            .any(|report| report.edition == Edition::Form2019)
    );
    assert!(
        reports
            .iter()
            .any(|report| report.edition == Edition::Form2021)
    );
    for report in reports {
        for locale in Locale::ALL {
            for view in [View::Disclosure, View::Services] {
                let figure = plain(&report, view, locale);
                assert!(!figure.panels.is_empty(), "{} {view:?}", report.year);
                assert!(!figure.summary.is_empty(), "{} {view:?}", report.year);
            }
            let procurement = plain(&report, View::Procurement, locale);
            let held = report.edition == Edition::Form2019;
            assert_eq!(!procurement.panels.is_empty(), held, "{}", report.year);
        }
    }
}

//! A cell without a number is never shown as zero, and a finding claims only what is certain.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};
use std::collections::BTreeSet;

/// Four rows of the 2019 form, one per state: blank, not applicable, zero and missing.
fn four_states() -> Report {
    bare(
        "2019",
        json!({ "proactive": {
            "licences": { "items_last_year": null, "change": null, "decisions": null },
            "other_services": { "items_last_year": "/", "change": "/", "decisions": "/" },
            "penalties": { "items_last_year": 0, "change": 0, "decisions": 0 },
            "compulsory_measures": {},
            "procurement": { "projects": null, "amount": null },
        } }),
    )
}

const STATES: [(&str, Cell); 4] = [
    ("licences", Cell::Blank),
    ("other_services", Cell::NotApplicable),
    ("penalties", Cell::Count(0)),
    ("compulsory_measures", Cell::Missing),
];

#[test]
fn blank_slash_zero_and_missing_are_four_things_in_a_table() {
    for locale in Locale::ALL {
        let figure = plain(&four_states(), View::Services, locale);
        let mut shown: [BTreeSet<String>; 3] = Default::default();
        let mut heard = BTreeSet::new();
        for (kind, state) in STATES {
            let cells = cells(&figure, &format!("proactive.{kind}"));
            let [decisions, last, change, ..] = cells else {
                panic!("{cells:?}");
            };
            assert_eq!(*last, TableCell::Cell(state));
            assert_eq!(*change, TableCell::Change(state));
            assert_eq!(*decisions, TableCell::Cell(state));
            for (seen, cell) in shown.iter_mut().zip([last, change, decisions]) {
                assert!(!cell.shown(locale).is_empty());
                seen.insert(cell.shown(locale));
            }
            heard.insert(last.spoken(locale).unwrap_or_else(|| last.shown(locale)));
        }
        for seen in &shown {
            assert_eq!(seen.len(), 4, "{seen:?}");
        }
        assert_eq!(heard.len(), 4, "{heard:?}");
        assert!(!heard.contains("—") && !heard.contains("/"), "{heard:?}");
    }
}

#[test]
fn money_that_is_blank_slash_zero_or_missing_is_four_things_in_a_table() {
    let states = [
        (json!({ "projects": 3, "amount": null }), Amount::Blank),
        (
            json!({ "projects": 3, "amount": "/" }),
            Amount::NotApplicable,
        ),
        (json!({ "projects": 3 }), Amount::Missing),
        (
            json!({ "projects": 3, "amount": { "value": "0", "unit": "万元" } }),
            Amount::Money(Money {
                value: Decimal::parse("0").expect("a decimal"),
                unit: Some(Currency::TenThousandYuan),
            }),
        ),
    ];
    for locale in Locale::ALL {
        let mut shown = BTreeSet::new();
        for (procurement, amount) in &states {
            let report = bare(
                "2019",
                json!({ "proactive": { "procurement": procurement } }),
            );
            let figure = plain(&report, View::Procurement, locale);
            let [cell, in_units @ ..] = cells(&figure, "proactive.procurement.amount") else {
                panic!("{:?}", figure.table);
            };
            assert_eq!(*cell, TableCell::Amount(amount.clone()));
            assert!(shown.insert(cell.shown(locale)), "{shown:?}");
            let known = amount.money().is_some();
            let counted = in_units
                .iter()
                .all(|cell| matches!(cell, TableCell::Derived(_)));
            assert_eq!(counted, known, "{in_units:?}");
            let drawn = bars(&figure)
                .iter()
                .any(|datum| datum.key == "proactive.procurement.amount");
            assert!(!drawn, "one number needs no chart");
        }
    }
}

#[test]
fn only_a_printed_number_is_drawn() {
    let states = gongkai_testing::with(&four_states(), "proactive.fees.items_last_year", 7);
    let states = gongkai_testing::with(&states, "proactive.fees.change", 2);
    let states = gongkai_testing::with(
        &states,
        "proactive.licences",
        json!({ "items_last_year": null, "change": null, "decisions": null }),
    );
    let more = json!({ "items_last_year": 3, "change": 1, "decisions": 4 });
    assert_eq!(
        plain(&states, View::Services, ZhCn).panels,
        [],
        "a single number above zero needs no chart"
    );
    let drawn = gongkai_testing::with(&states, "proactive.compulsory_measures", more);
    let sizes = plain(&drawn, View::Services, ZhCn);
    for (kind, state) in STATES.into_iter().take(3) {
        let zero = (state == Cell::Count(0)).then_some(0.0);
        let key = format!("proactive.{kind}");
        let span = span(&sizes, &key);
        assert_eq!((span.from, span.to), (zero, zero), "{kind}");
        assert_eq!(
            bar(&sizes, &format!("{key}.decisions")).value,
            zero,
            "{kind}"
        );
        let changes = chosen(&drawn, View::Services, "compare=changes", ZhCn);
        assert_eq!(bar(&changes, &key).value, zero, "{kind}");
    }
}

#[test]
fn half_a_pair_gives_no_this_year() {
    for (last, by) in [
        (json!(7), json!(null)),
        (json!(null), json!(7)),
        (json!("/"), json!(7)),
    ] {
        let report = bare(
            "2019",
            json!({ "proactive": { "licences": { "items_last_year": last, "change": by } } }),
        );
        let figure = plain(&report, View::Services, ZhCn);
        let cells = cells(&figure, "proactive.licences");
        assert_eq!(cells[3..], [derived("—"), derived("—")]);
        says(&figure.summary, &["推算不出本年数"]);
        let overview = plain(&report, View::Overview, ZhCn);
        assert!(overview.headlines.iter().all(|h| h.key != "items"));
    }
}

#[test]
fn where_no_change_can_be_told_what_is_printed_is_not_called_nothing() {
    let finding = |rows| {
        let report = bare("2019", json!({ "proactive": rows }));
        plain(&report, View::Services, ZhCn).title
    };
    let only_decisions = json!({
        "licences": { "items_last_year": null, "change": null, "decisions": 5862 },
        "penalties": { "items_last_year": "/", "change": "/", "decisions": 236 },
    });
    says(
        &finding(only_decisions),
        &[
            "行政许可决定 5,862 件",
            "行政处罚决定 236 件",
            "行政强制决定（未录入）",
        ],
    );
    let zeros = json!({
        "licences": { "items_last_year": null, "change": null, "decisions": 0 },
        "penalties": { "items_last_year": "/", "change": "/", "decisions": null },
    });
    says(
        &finding(zeros),
        &["行政许可决定 0 件", "行政处罚决定（空白）"],
    );
    let only_last_year = json!({
        "licences": { "items_last_year": null, "change": null, "decisions": null },
        "penalties": { "items_last_year": 45, "change": null, "decisions": null },
    });
    says(&finding(only_last_year), &["没有填写处理决定数量", "事项"]);
    let nothing =
        json!({ "licences": { "items_last_year": null, "change": "/", "decisions": null } });
    says(&finding(nothing), &["没有填写数字"]);
}

#[test]
fn a_change_from_zero_has_no_per_cent() {
    let report = bare(
        "2019",
        json!({ "proactive": {
            "licences": { "items_last_year": 0, "change": 12, "decisions": 3 },
            "penalties": { "items_last_year": 0, "change": 0, "decisions": 2 },
        } }),
    );
    let key = "proactive.licences";
    for (locale, words, reason) in [
        (ZhCn, "无百分比", "上年为 0，无法计算百分比。"),
        (
            En,
            "no percentage",
            "Last year was 0, so there is no percentage.",
        ),
    ] {
        let figure = chosen(
            &report,
            View::Services,
            "compare=changes change=percent",
            locale,
        );
        let bar = bar(&figure, key);
        assert_eq!((bar.value, bar.label.as_str()), (None, "—"));
        says(&bar.detail, &["+12", words]);
        assert!(figure.caveats.iter().any(|caveat| caveat == reason));
        assert_eq!(cells(&figure, key)[3..], [derived("12"), derived("—")]);
        let sizes = chosen(&report, View::Services, "change=percent", locale);
        assert_eq!(span(&sizes, key).change_label, "+12");
        for text in [&sizes.title, &sizes.summary, &sizes.table.caption] {
            assert!(!text.contains('%'), "{text}");
        }
        // The change as a number needs no caveat.
        let numbers = chosen(&report, View::Services, "compare=changes", locale);
        assert!(!numbers.caveats.iter().any(|caveat| caveat == reason));
    }
}

#[test]
fn a_sum_with_a_gap_says_at_least_in_the_tile_and_the_table() {
    let blocks = |direct: Json| {
        bare(
            "2021",
            json!({ "reviews": {
                "reconsideration": { "total": 5 },
                "litigation_direct": direct,
                "litigation_after_reconsideration": { "total": 2 },
            } }),
        )
    };
    let tile = |report: &Report, locale| {
        let figure = plain(report, View::Overview, locale);
        let [headline] = figure.headlines.as_slice() else {
            panic!("{:?}", figure.headlines);
        };
        let told = figure.caveats.iter().any(|caveat| {
            caveat.contains("没有计入总和") || caveat.contains("are left out of sums")
        });
        assert_eq!(cells(&figure, "reviews")[0], derived(&headline.value));
        (headline.value.clone(), headline.note.clone(), told)
    };
    for gap in [json!({}), json!({ "total": null }), json!({ "total": "/" })] {
        let (value, note, told) = tile(&blocks(gap.clone()), ZhCn);
        assert_eq!((value.as_str(), told), ("至少 7 件", true), "{gap}");
        says(&note, &["行政复议 5 件", "行政诉讼 至少 2 件"]);
        assert_eq!(tile(&blocks(gap), En).0, "at least 7");
    }
    let whole = tile(&blocks(json!({ "total": 0 })), ZhCn);
    assert_eq!((whole.0.as_str(), whole.2), ("7 件", false));
}

#[test]
fn kinds_of_matters_are_only_added_up_where_every_number_is_there() {
    let whole = longde();
    let items = |report: &Report| {
        let figure = plain(report, View::Overview, ZhCn);
        let items = figure.headlines.into_iter().find(|one| one.key == "items");
        items.map(|one| one.value)
    };
    assert_eq!(items(&whole).as_deref(), Some("1,373 项"));
    for path in [
        "proactive.licences.change",
        "proactive.fees.items_last_year",
    ] {
        for gap in [json!(null), json!("/")] {
            let report = gongkai_testing::with(&whole, path, gap);
            assert_eq!(items(&report), None, "{path}");
        }
    }
    let mut missing = whole;
    if let Some(proactive) = &mut missing.proactive {
        proactive.penalties = None;
    }
    assert_eq!(items(&missing), None);
    says(
        &plain(&missing, View::Services, ZhCn).title,
        &["行政处罚决定（未录入）"],
    );
}

#[test]
fn a_report_without_sections_says_so_in_every_view() {
    for edition in ["2019", "2021"] {
        let report = bare(edition, json!({}));
        for (locale, reason) in [
            (ZhCn, "这一部分的数字未录入"),
            (En, "No figures were read for this section"),
        ] {
            for view in crate::support::drawn() {
                let figure = plain(&report, *view, locale);
                assert_eq!(figure.view, *view);
                assert_eq!(figure.panels, []);
                assert_eq!(figure.headlines, []);
                assert_eq!(figure.controls, []);
                assert_eq!(figure.table.rows, []);
                assert_eq!(figure.summary, "");
                match (view, edition) {
                    (View::Overview, _) => says(&figure.title, &["某县人民政府", "2020"]),
                    (View::Procurement, "2021") => says(&figure.title, &["2021"]),
                    _ => says(&figure.title, &[reason]),
                }
            }
        }
    }
}

#[test]
fn a_section_of_nothing_but_blanks_says_that_no_number_is_printed() {
    let blank = json!({ "items_last_year": null, "change": null, "decisions": "/" });
    let report = bare(
        "2019",
        json!({ "proactive": {
            "licences": blank, "penalties": blank,
            "procurement": { "projects": "/", "amount": null },
        } }),
    );
    for (locale, words) in [(ZhCn, "没有填写数字"), (En, "No number is printed")] {
        for view in [View::Services, View::Procurement] {
            let figure = plain(&report, view, locale);
            says(&figure.title, &[words]);
            assert_eq!(figure.panels, []);
            assert_eq!(figure.table.rows.len(), 2, "the cells are still shown");
        }
        let overview = plain(&report, View::Overview, locale);
        let values = overview.headlines.iter().map(|one| one.value.as_str());
        assert_eq!(
            values.collect::<Vec<_>>(),
            ["/", "/"],
            "no number is made up"
        );
    }
}

#[test]
fn without_categories_the_stated_total_stands_alone() {
    let total = json!({ "count": 3200, "qualifier": "over", "unit": "条" });
    let report = bare(
        "2019",
        json!({ "disclosure": { "total": total, "categories": [] } }),
    );
    let figure = plain(&report, View::Disclosure, ZhCn);
    says(&figure.title, &["3,200 余条", "没有列出分类"]);
    assert_eq!(figure.panels, [], "one number needs no chart");
    assert_eq!(figure.table.rows.len(), 1);
    assert!(!figure.summary.contains("相差"));

    let nothing = bare("2019", json!({ "disclosure": { "activities": [] } }));
    for (locale, words) in [(ZhCn, "没有写明"), (En, "neither a total nor categories")] {
        let figure = plain(&nothing, View::Disclosure, locale);
        says(&figure.title, &[words]);
        assert_eq!((figure.panels, figure.table.rows), (vec![], vec![]));
    }
}

#[test]
fn categories_that_are_all_zero_have_no_largest_and_no_shares() {
    let report = bare(
        "2019",
        json!({ "disclosure": {
            "total": { "count": 0 },
            "categories_cover": "all",
            "categories": [{ "name": "甲", "count": 0 }, { "name": "乙", "count": 0 }],
        } }),
    );
    for (locale, words) in [
        (ZhCn, "所列 2 类信息都是 0"),
        (En, "All 2 listed categories are 0"),
    ] {
        for measure in ["measure=count", "measure=share"] {
            let figure = chosen(&report, View::Disclosure, measure, locale);
            says(&figure.title, &[words]);
            for datum in bars(&figure) {
                assert_eq!(datum.value, Some(0.0), "{}", datum.key);
                assert!(!datum.label.contains('%'), "{}", datum.label);
                assert!(!datum.detail.contains('%'), "{}", datum.detail);
            }
            let shares = figure.table.rows.iter().flat_map(|row| &row.cells);
            assert!(!shares.clone().any(|cell| cell.shown(locale).contains('%')));
        }
    }
}

#[test]
fn a_list_that_names_only_some_kinds_is_not_blamed_for_the_rest() {
    let report = |cover: Json, stated: i64| {
        let mut disclosure = json!({
            "total": { "count": stated },
            "categories": [{ "name": "甲", "count": 30 }, { "name": "乙", "count": 20 }],
        });
        if !cover.is_null() {
            disclosure["categories_cover"] = cover;
        }
        bare("2019", json!({ "disclosure": disclosure }))
    };
    let gap = |report: &Report| {
        let figure = plain(report, View::Disclosure, En);
        let bars = bars(&figure).into_iter();
        let mut gap = bars.filter(|datum| datum.key == "disclosure.difference");
        gap.next()
            .map(|datum| (datum.name.clone(), datum.tone, datum.label.clone()))
    };
    let rest = Some((
        "Not listed by kind".to_owned(),
        Tone::Muted,
        "70".to_owned(),
    ));
    assert_eq!(gap(&report(json!("some"), 120)), rest);
    assert_eq!(gap(&report(json!(null), 120)), rest);
    let difference = |by: &str| Some(("Difference".to_owned(), Tone::Difference, by.to_owned()));
    assert_eq!(gap(&report(json!("all"), 120)), difference("70"));
    assert_eq!(gap(&report(json!("some"), 40)), difference("10"));
    assert_eq!(gap(&report(json!("all"), 50)), None);
}

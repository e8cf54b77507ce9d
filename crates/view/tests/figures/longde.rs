//! The numbers of a real report in each view and language.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};

#[test]
fn the_stated_total_stands_beside_what_the_categories_add_up_to() {
    for (locale, stated, name) in [
        (ZhCn, "3,200 余", "两者相差"),
        (En, "over 3,200", "Difference"),
    ] {
        let figure = plain(&longde(), View::Disclosure, locale);
        let Plot::Bars(totals) = &figure.panels[0].plot else {
            panic!("{:?}", figure.panels[0]);
        };
        let values: Vec<(f64, Option<f64>, Option<f64>, &str)> = totals
            .data
            .iter()
            .map(|datum| (datum.from, datum.value, datum.upper, datum.label.as_str()))
            .collect();
        assert_eq!(
            values,
            [
                (0.0, Some(3200.0), Some(3299.0), stated),
                (0.0, Some(4236.0), Some(4335.0), "4,236"),
                (3200.0, Some(4236.0), None, "1,036"),
            ]
        );
        let difference = &totals.data[2];
        assert_eq!(difference.name, name);
        assert_eq!(difference.tone, Tone::Difference);
        says(&difference.detail, &["1,036", "937"]);
    }
}

#[test]
fn the_difference_and_the_least_that_it_can_be_are_said_before_the_chart() {
    let figure = plain(&longde(), View::Disclosure, ZhCn);
    says(&figure.summary, &["共 14 类", "前三类合计占 85.6%"]);
    assert_eq!(
        figure.notices[0].text,
        "正文说共公开 3,200 余条，所列 14 类加起来却是 4,236，多出 1,036（按“余”“约”等说法放宽，也至少 937）。"
    );
    says(&figure.heading(ZhCn), &["3,200 余条", "4,236"]);
    let figure = plain(&longde(), View::Disclosure, En);
    says(
        &figure.summary,
        &["14 categories", "the first three make up 85.6%"],
    );
    says(
        &figure.notices[0].text,
        &[
            "a total of over 3,200 items, but the 14 listed categories add up to 4,236",
            "1,036 more (at least 937",
        ],
    );
}

#[test]
fn the_largest_category_is_the_finding() {
    let title = plain(&longde(), View::Disclosure, ZhCn).title;
    says(
        &title,
        &["“政务动态信息”：1,600 余条", "14 类（共 4,236）的 37.8%"],
    );
    let title = plain(&longde(), View::Disclosure, En).title;
    says(
        &title,
        &[
            "“政务动态信息” was published most: over 1,600 items of the 4,236",
            "37.8%",
        ],
    );
}

fn category_names(figure: &Figure) -> Vec<&str> {
    let rows = figure.table.rows.iter();
    rows.filter(|row| row.key.contains('['))
        .map(|row| row.name.as_str())
        .collect()
}

#[test]
fn categories_stand_by_size_or_as_printed_in_figure_and_table() {
    let by_size = plain(&longde(), View::Disclosure, ZhCn);
    let first = [
        "政务动态信息",
        "其他类",
        "社会公益事业信息",
        "公示公告类",
        "财政事权信息",
    ];
    assert_eq!(category_names(&by_size)[..5], first);
    assert_eq!(category_names(&by_size)[13], "政府工作报告");
    let printed = chosen(&longde(), View::Disclosure, "sort=printed", ZhCn);
    let first = [
        "政务动态信息",
        "权力配置信息",
        "财政事权信息",
        "权力运行信息",
        "重大项目信息",
    ];
    assert_eq!(category_names(&printed)[..5], first);
    assert_eq!(category_names(&printed)[13], "其他类");
    for figure in [&by_size, &printed] {
        let Plot::Bars(bars) = &figure.panels[1].plot else {
            panic!("{:?}", figure.panels[1]);
        };
        let drawn: Vec<&str> = bars.data.iter().map(|datum| datum.name.as_str()).collect();
        assert_eq!(drawn, category_names(figure));
    }
}

#[test]
fn a_share_is_of_what_is_listed_and_says_so() {
    let figure = chosen(&longde(), View::Disclosure, "measure=share", ZhCn);
    let largest = bar(&figure, "disclosure.categories[0]");
    assert_eq!(largest.label, "37.8%");
    let shares = bars(&figure)
        .into_iter()
        .filter(|datum| datum.key.contains('['));
    let sum: f64 = shares.filter_map(|datum| datum.value).sum();
    assert!((sum - 100.0).abs() < 1e-9, "{sum}");
    assert!(figure.caveats.iter().any(|caveat| caveat.contains("4,236")));
    says(&figure.panels[1].caption, &["百分比"]);
}

#[test]
fn only_a_log_scale_is_explained_as_one() {
    let explained = |chosen_: &str, view| {
        let figure = chosen(&longde(), view, chosen_, En);
        figure
            .caveats
            .iter()
            .any(|caveat| caveat.starts_with("Log scale"))
    };
    assert!(!explained("", View::Disclosure));
    assert!(explained("scale=log", View::Disclosure));
    assert!(!explained("", View::Services));
    assert!(explained("sizes=log", View::Services));
    assert!(!explained("compare=changes sizes=log", View::Services));
}

/// Field, last year, change, this year, per cent, decisions.
type Kind = (&'static str, i64, i64, i64, &'static str, Option<i64>);

const KINDS: [Kind; 5] = [
    ("licences", 387, -302, 85, "−78.0%", Some(5862)),
    ("other_services", 5138, -3898, 1240, "−75.9%", Some(0)),
    ("penalties", 45, -10, 35, "−22.2%", Some(236)),
    ("compulsory_measures", 0, 0, 0, "—", Some(0)),
    ("fees", 12, 1, 13, "+8.3%", None),
];

fn shown(n: i64) -> String {
    gongkai_i18n::grouped(n)
}

#[test]
fn every_kind_goes_from_last_year_to_this_year() {
    for locale in Locale::ALL {
        let figure = plain(&longde(), View::Services, locale);
        assert_eq!(spans(&figure).len(), KINDS.len());
        for (kind, last, by, this, percent, decisions) in KINDS {
            let key = format!("proactive.{kind}");
            let span = span(&figure, &key);
            assert_eq!((span.from, span.to), (Some(last as f64), Some(this as f64)));
            assert_eq!(span.from_label, shown(last));
            assert_eq!(span.to_label, shown(this));
            assert_eq!(span.change_label, gongkai_i18n::signed(by));
            says(&span.detail, &[&span.name, &shown(last), &shown(this)]);
            assert_eq!(
                cells(&figure, &key),
                [
                    decisions.map_or(TableCell::None, count),
                    count(last),
                    change(by),
                    derived(&shown(this)),
                    derived(percent),
                ]
            );
        }
    }
}

#[test]
fn decisions_are_the_finding_and_items_are_called_that() {
    let figure = plain(&longde(), View::Services, ZhCn);
    assert_eq!(
        figure.title,
        "全年作出行政许可决定 5,862 件、行政处罚决定 236 件、行政强制决定 0 件、其他对外管理服务事项决定 0 件。"
    );
    says(
        &figure.notices[0].text,
        &["没有填上年的处理决定件数", "事项的种类数"],
    );
    says(
        &figure.summary,
        &[
            "不是办理件数",
            "行政许可由上年的 387 项减少到 85 项",
            "行政处罚由上年的 45 项减少到 35 项",
            "行政强制两年都是 0 项",
            "行政事业性收费由上年的 12 项增加到 13 项",
        ],
    );
    let figure = plain(&longde(), View::Services, En);
    says(
        &figure.title,
        &[
            "administrative licences 5,862",
            "administrative penalties 236",
        ],
    );
    says(
        &figure.summary,
        &[
            "which are not decisions",
            "administrative licences fell from 387 to 85",
            "compulsory measures stayed at 0",
        ],
    );
    assert_eq!(figure.panels[0].caption, "Decisions this year");
    for text in [&figure.title, &figure.summary] {
        assert!(!text.contains('%'), "{text}");
    }
}

#[test]
fn changes_stand_as_numbers_or_as_per_cent() {
    let as_number = chosen(&longde(), View::Services, "compare=changes", ZhCn);
    let as_percent = chosen(
        &longde(),
        View::Services,
        "compare=changes change=percent",
        ZhCn,
    );
    for (kind, last, by, _, percent, _) in KINDS {
        let key = format!("proactive.{kind}");
        let number = bar(&as_number, &key);
        assert_eq!(number.value, Some(by as f64));
        assert_eq!(number.label, gongkai_i18n::signed(by));
        let share = bar(&as_percent, &key);
        assert_eq!(share.label, percent);
        let expected = (last != 0).then(|| by as f64 * 100.0 / last as f64);
        assert_eq!(share.value, expected);
        let tone = match by {
            0 => Tone::Muted,
            1.. => Tone::Gain,
            _ => Tone::Loss,
        };
        assert_eq!((number.tone, share.tone), (tone, tone));
    }
    let sizes = chosen(&longde(), View::Services, "change=percent", ZhCn);
    assert_eq!(
        span(&sizes, "proactive.licences").change_label,
        "−302",
        "a percentage beside sizes would be taken for that of decisions"
    );
}

#[test]
fn decisions_stand_beside_whatever_is_compared() {
    for compare in ["compare=sizes", "compare=changes"] {
        let figure = chosen(&longde(), View::Services, compare, ZhCn);
        for (kind, .., decisions) in KINDS {
            let key = format!("proactive.{kind}.decisions");
            match decisions {
                Some(n) => assert_eq!(bar(&figure, &key).value, Some(n as f64)),
                None => assert!(bars(&figure).iter().all(|datum| datum.key != key)),
            }
        }
    }
}

#[test]
fn procurement_has_its_amount_in_both_units_and_its_average() {
    let figure = plain(&longde(), View::Procurement, ZhCn);
    says(
        &figure.title,
        &[
            "126 个项目",
            "2.12 亿元（21,207.84 万元）",
            "平均每个项目 168.32 万元",
        ],
    );
    says(
        &figure.summary,
        &["126", "2.12 亿元", "21,207.84 万元", "168.32 万元"],
    );
    let figure = plain(&longde(), View::Procurement, En);
    says(
        &figure.title,
        &[
            "126 centralised procurement projects",
            "212.08 million yuan, 1.68 million each on average",
        ],
    );
    let amount = Amount::Money(Money {
        value: Decimal::parse("21207.84").expect("a decimal"),
        unit: Some(Currency::TenThousandYuan),
    });
    assert_eq!(
        cells(&figure, "proactive.procurement.amount"),
        [
            TableCell::Amount(amount),
            derived("21,207.84"),
            derived("2.120784")
        ]
    );
    assert_eq!(
        cells(&figure, "proactive.procurement.projects"),
        [count(126), TableCell::None, TableCell::None]
    );
    assert_eq!(
        cells(&figure, "proactive.procurement.average")[1],
        derived("168.32")
    );
}

#[test]
fn the_unit_changes_the_axis_and_not_the_amount() {
    let wan = plain(&longde(), View::Procurement, ZhCn);
    let yi = chosen(&longde(), View::Procurement, "unit=yi", ZhCn);
    let amount = "proactive.procurement.amount";
    assert_eq!(bar(&wan, amount).value, Some(21207.84));
    assert_eq!(bar(&wan, amount).label, "21,207.84 万元");
    assert_eq!(bar(&yi, amount).value, Some(2.120784));
    assert_eq!(bar(&yi, amount).label, "2.1208 亿元");
    assert_eq!(bar(&wan, amount).detail, bar(&yi, amount).detail);
    says(&yi.panels[0].caption, &["亿元"]);
}

#[test]
fn every_project_is_a_square() {
    let figure = plain(&longde(), View::Procurement, ZhCn);
    let squares = figure.panels.iter().find_map(|panel| match &panel.plot {
        Plot::Waffle(squares) => Some((squares.count, squares.each, squares.datum.value)),
        _ => None,
    });
    assert_eq!(squares, Some((126, 1, Some(126.0))));
    let many = gongkai_testing::with(&longde(), "proactive.procurement.projects", 12_345);
    let figure = plain(&many, View::Procurement, ZhCn);
    let squares = figure.panels.iter().find_map(|panel| match &panel.plot {
        Plot::Waffle(squares) => Some((squares.count, squares.each)),
        _ => None,
    });
    assert_eq!(squares, Some((124, 100)), "the last square is begun");
}

#[test]
fn every_headline_leads_to_its_view() {
    for (locale, values) in [
        (
            ZhCn,
            [
                "3,200 余条",
                "5,862 件",
                "236 件",
                "2.12 亿元",
                "0 件",
                "0 件",
                "1,373 项",
            ],
        ),
        (
            En,
            [
                "over 3,200 items",
                "5,862",
                "236",
                "212.08 million yuan",
                "0",
                "0",
                "1,373",
            ],
        ),
    ] {
        let figure = plain(&longde(), View::Overview, locale);
        let shown: Vec<&str> = figure.headlines.iter().map(|h| h.value.as_str()).collect();
        assert_eq!(shown, values);
        let views: Vec<View> = figure.headlines.iter().map(|h| h.view).collect();
        assert_eq!(
            views,
            [
                View::Disclosure,
                View::Services,
                View::Services,
                View::Procurement,
                View::Applications,
                View::Reviews,
                View::Services,
            ]
        );
        says(&figure.headlines[0].note, &["14", "4,236"]);
        says(&figure.headlines[3].note, &["126"]);
        says(
            &figure.title,
            &[
                "隆德县人民政府",
                "2020",
                values[0],
                "5,862",
                "236",
                values[3],
            ],
        );
    }
}

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[test]
fn what_the_widget_says_in_english_holds_no_chinese() {
    for view in &crate::support::FIRST {
        for choices in crate::support::choices(*view) {
            let figure = figure(&longde(), *view, &choices, En);
            let captions = figure.panels.iter().map(|panel| panel.caption.as_str());
            let columns = figure
                .table
                .columns
                .iter()
                .map(|column| column.title.as_str());
            let labels = bars(&figure).into_iter().map(|datum| datum.label.as_str());
            let options = figure.controls.iter().flat_map(|control| {
                let options = control.options.iter().map(|(_, label)| *label);
                options.chain([control.label])
            });
            let own: Vec<&str> = captions
                .chain(columns)
                .chain(labels)
                .chain(options)
                .chain(figure.caveats.iter().map(String::as_str))
                .collect();
            assert!(!own.is_empty());
            for text in own {
                assert!(!text.contains(is_chinese), "{text}");
                assert!(!text.contains(['{', '}']), "{text}");
            }
        }
    }
}

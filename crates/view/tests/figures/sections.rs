//! The views of activities, documents, fees and reviews.

use super::properties::drawn_soundly;
use super::*;
use crate::support::choices;
use gongkai_i18n::Locale::{En, ZhCn};
use gongkai_testing::arbitrary::any_report;
use gongkai_view::charts::{Paint, Shape, Size, draw};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const SECTIONS: [View; 4] = [View::Activities, View::Documents, View::Fees, View::Reviews];

fn county(year: u16) -> Report {
    gongkai_testing::sample(&format!("fictional/county-{year}.json"))
}

/// The bars of each panel, by its caption.
fn panels(figure: &Figure) -> Vec<(&str, Vec<&str>)> {
    let keys = |plot: &'_ Plot| match plot {
        Plot::Bars(bars) => bars.data.iter().map(|datum| datum.key.clone()).collect(),
        _ => Vec::new(),
    };
    let listed: Vec<(&str, Vec<String>)> = figure
        .panels
        .iter()
        .map(|panel| (panel.caption.as_str(), keys(&panel.plot)))
        .collect();
    let known = |key: &String| -> &str {
        let rows = figure.table.rows.iter();
        let mut keys = rows.map(|row| row.key.as_str());
        keys.find(|row| row == key).expect("a row for every mark")
    };
    listed
        .iter()
        .map(|(caption, keys)| (*caption, keys.iter().map(known).collect()))
        .collect()
}

#[track_caller]
fn caveat(figure: &Figure, words: &str) {
    let said = figure.caveats.iter().any(|caveat| caveat.contains(words));
    assert!(said, "{words:?} is not in {:?}", figure.caveats);
}

#[track_caller]
fn no_caveat(figure: &Figure, words: &str) {
    let said = figure.caveats.iter().any(|caveat| caveat.contains(words));
    assert!(!said, "{words:?} is in {:?}", figure.caveats);
}

fn reviews(blocks: Json) -> Report {
    bare("2021", json!({ "reviews": blocks }))
}

/// Upheld, corrected, other, pending and total.
fn block(cells: [Json; 5]) -> Json {
    let [upheld, corrected, other, pending, total] = cells;
    json!({
        "upheld": upheld, "corrected": corrected, "other": other,
        "pending": pending, "total": total,
    })
}

fn blocks(one: Json, two: Json, three: Json) -> Report {
    reviews(json!({
        "reconsideration": one,
        "litigation_direct": two,
        "litigation_after_reconsideration": three,
    }))
}

fn counts(cells: [i64; 5]) -> Json {
    block(cells.map(|n| json!(n)))
}

// Activities.

#[test]
fn activities_of_different_units_stand_on_different_scales() {
    let figure = plain(&longde(), View::Activities, ZhCn);
    let key = |index: usize| format!("disclosure.activities[{index}]");
    let units = [
        ("名", vec![0]),
        ("人次", vec![1]),
        ("条", vec![2]),
        ("期", vec![5, 3, 4, 6]),
        ("次", vec![7, 8]),
        ("个", vec![11, 9, 10]),
    ];
    let drawn = panels(&figure);
    assert_eq!(drawn.len(), units.len());
    for ((caption, keys), (unit, members)) in drawn.iter().zip(&units) {
        assert_eq!(*caption, format!("单位：{unit}"));
        let members: Vec<String> = members.iter().map(|index| key(*index)).collect();
        assert_eq!(*keys, members);
    }
    caveat(&figure, "单位不同的数字不能相比");
    let en = plain(&longde(), View::Activities, En);
    says(&en.panels[3].caption, &["sessions", "期"]);
    caveat(&en, "Numbers in different units cannot be compared");
}

#[test]
fn the_finding_ranks_only_activities_of_one_unit() {
    let zh = plain(&longde(), View::Activities, ZhCn);
    says(
        &zh.title,
        &[
            "提到 12 项工作",
            "“‘政府开放日’活动” 40 期",
            "“政府常务会议” 14 期",
        ],
    );
    // 4,486 times is the largest number, but in another unit.
    assert!(!zh.title.contains("4,486"));
    says(
        &zh.summary,
        &["单位：次，2 项", "4,486 次", "单位：名，1 项"],
    );
    let en = plain(&longde(), View::Activities, En);
    says(
        &en.title,
        &["12 activities", "such as “‘政府开放日’活动” (40 sessions)"],
    );
}

#[test]
fn activities_are_ordered_by_size_within_a_unit_or_as_printed() {
    let order = |sort: &str| {
        let figure = chosen(&longde(), View::Activities, sort, ZhCn);
        assert_eq!(control_ids(&figure), ["sort"]);
        let rows = figure.table.rows.iter();
        let rows: Vec<String> = rows.map(|row| row.key.clone()).collect();
        let marks: Vec<String> = bars(&figure).iter().map(|bar| bar.key.clone()).collect();
        (rows, marks)
    };
    let of = |indices: [usize; 12]| -> Vec<String> {
        let keys = indices.iter();
        keys.map(|index| format!("disclosure.activities[{index}]"))
            .collect()
    };
    let sized = of([0, 1, 2, 5, 3, 4, 6, 7, 8, 11, 9, 10]);
    assert_eq!(order("sort=size"), (sized.clone(), sized));
    let printed = order("sort=printed");
    assert_eq!(printed.0, of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    assert_eq!(printed.1, of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
}

#[test]
fn a_hedged_activity_keeps_its_hedge() {
    let key = "disclosure.activities[4]";
    for (year, label, high) in [
        (2020, "180 余", Some(189.0)),
        (2022, "约 300", Some(350.0)),
        (2024, "近 400", None),
        (2023, "345", None),
    ] {
        let figure = plain(&county(year), View::Activities, ZhCn);
        let bar = bar(&figure, key);
        assert_eq!((bar.label.as_str(), bar.upper), (label, high), "{year}");
        says(&bar.detail, &[label]);
        match year {
            2023 => no_caveat(&figure, "“余”“约”“近”"),
            _ => caveat(&figure, "“余”“约”“近”"),
        }
    }
}

#[test]
fn activities_without_a_unit_stand_by_themselves() {
    let report = bare(
        "2021",
        json!({ "disclosure": { "activities": [
            { "name": "甲", "count": 3 },
            { "name": "乙", "count": 0, "unit": "次" },
            { "name": "丙", "count": 5, "unit": "" },
        ] } }),
    );
    for (locale, words, one_other) in [
        (ZhCn, "没有写明单位", "单位：次"),
        (En, "without a stated unit", "times"),
    ] {
        let figure = plain(&report, View::Activities, locale);
        let drawn = panels(&figure);
        assert_eq!(drawn.len(), 2);
        says(drawn[0].0, &[words]);
        says(drawn[1].0, &[one_other]);
        let first = ["disclosure.activities[2]", "disclosure.activities[0]"];
        assert_eq!(drawn[0].1, first);
        says(&figure.title, &["丙", "5"]);
    }
}

#[test]
fn each_shape_of_the_list_of_activities_has_its_own_finding() {
    let title = |activities: Json, locale| {
        let report = bare(
            "2021",
            json!({ "disclosure": { "activities": activities } }),
        );
        plain(&report, View::Activities, locale).title
    };
    let one =
        |name: &str, count: i64, unit: &str| json!({ "name": name, "count": count, "unit": unit });
    let single = json!([one("甲", 3, "次")]);
    says(&title(single.clone(), ZhCn), &["1 项", "甲", "3 次"]);
    says(&title(single, En), &["one activity", "甲", "3 times"]);
    let same = json!([one("甲", 3, "次"), one("乙", 4, "次")]);
    says(
        &title(same.clone(), ZhCn),
        &["2 项", "“乙” 4 次、“甲” 3 次"],
    );
    says(
        &title(same, En),
        &["2 activities", "“乙” (4 times) and “甲” (3 times)"],
    );
    let own = json!([one("甲", 3, "次"), one("乙", 4, "期")]);
    says(&title(own.clone(), ZhCn), &["“甲” 3 次、“乙” 4 期"]);
    says(&title(own, En), &["“甲” (3 times) and “乙” (4 sessions)"]);
    let zero = json!([one("甲", 0, "次"), one("乙", 0, "期")]);
    says(&title(zero.clone(), ZhCn), &["2 项", "都是 0"]);
    says(&title(zero, En), &["all numbers are 0"]);
}

#[test]
fn an_empty_list_of_activities_says_so_in_words() {
    let report = bare("2019", json!({ "disclosure": { "activities": [] } }));
    for (locale, words) in [(ZhCn, "这一部分的数字未录入"), (En, "No figures were read")]
    {
        let figure = plain(&report, View::Activities, locale);
        says(&figure.title, &[words]);
        assert_eq!((figure.panels, figure.controls), (vec![], vec![]));
    }
}

// Documents.

#[test]
fn documents_are_shown_in_the_terms_of_their_edition() {
    let old = plain(&longde(), View::Documents, ZhCn);
    says(
        &old.title,
        &[
            "新制作规章 0 件、规范性文件 2 件",
            "对外公开的总数是规章 0 件、规范性文件 2 件",
        ],
    );
    let names = |figure: &Figure| -> Vec<String> {
        bars(figure).iter().map(|bar| bar.name.clone()).collect()
    };
    let columns = ["本年新制作数量", "本年新公开数量", "对外公开总数量"];
    assert_eq!(names(&old), columns, "rules are all 0 and not drawn");
    let new = plain(&county(2021), View::Documents, ZhCn);
    says(
        &new.title,
        &[
            "制发规章 0 件、行政规范性文件 6 件",
            "现行有效的是",
            "58 件",
        ],
    );
    let columns = ["本年制发件数", "本年废止件数", "现行有效件数"];
    assert_eq!(names(&new), columns);
    let en = plain(&county(2021), View::Documents, En);
    says(
        &en.title,
        &[
            "This year no rules and 6 administrative normative documents were issued",
            "in force",
        ],
    );
}

#[test]
fn the_third_column_says_what_it_means_and_that_the_editions_cannot_be_compared() {
    for (year, words, never) in [
        (2020, "“对外公开总数量”是对外公开的总件数", "包括往年制发"),
        (2021, "“现行有效件数”包括往年制发", "“对外公开总数量”是"),
    ] {
        let figure = plain(&county(year), View::Documents, ZhCn);
        caveat(&figure, words);
        no_caveat(&figure, never);
        caveat(&figure, "两版的各栏不能相互比较");
        let en = plain(&county(year), View::Documents, En);
        caveat(&en, "the columns of the two editions cannot be compared");
    }
}

#[test]
fn a_blank_or_slashed_row_of_documents_is_no_zero() {
    for (year, shown, spoken, phrase) in [
        (2022, "—", "空白", "规章：各项都空白。"),
        (2023, "/", "不适用", "规章：各项都填“/”。"),
    ] {
        let figure = plain(&county(year), View::Documents, ZhCn);
        assert!(!figure.title.contains("规章 "), "{}", figure.title);
        assert_eq!(
            figure.panels.len(),
            1,
            "a row without a number is not drawn"
        );
        for column in ["made", "repealed", "in_force"] {
            let cells = cells(&figure, &format!("proactive.rules.{column}"));
            assert_eq!(cells[0].shown(ZhCn), shown);
            assert_eq!(cells[0].spoken(ZhCn).as_deref(), Some(spoken));
        }
        says(&figure.summary, &[phrase]);
    }
}

#[test]
fn a_column_of_documents_without_a_number_is_said_in_the_finding() {
    let report = bare(
        "2019",
        json!({ "proactive": { "rules": { "made": null, "disclosed": 3 } } }),
    );
    let figure = plain(&report, View::Documents, En);
    says(
        &figure.title,
        &[
            "This year a number not filled in were made",
            "a number not filled in are disclosed in total",
        ],
    );
    assert_eq!(cells(&figure, "proactive.rules.disclosed"), [count(3)]);
    let missing = TableCell::Cell(Cell::Missing);
    assert_eq!(cells(&figure, "proactive.rules.total_disclosed"), [missing]);
    assert_eq!(figure.panels.len(), 0, "one number needs no chart");
    no_caveat(&figure, "share one scale");
}

// Fees.

#[test]
fn fee_items_of_this_year_are_derived_and_named_so() {
    let figure = plain(&longde(), View::Fees, ZhCn);
    assert_eq!(
        figure.title,
        "行政事业性收费由上年的 12 项增加到 13 项（+1）。"
    );
    assert_eq!(
        bar(&figure, "proactive.fees.items_last_year").value,
        Some(12.0)
    );
    let this_year = bar(&figure, "proactive.fees.items_this_year");
    assert_eq!(this_year.value, Some(13.0));
    says(&this_year.name, &["推算"]);
    assert_eq!(
        cells(&figure, "proactive.fees.items_last_year"),
        [count(12)]
    );
    assert_eq!(cells(&figure, "proactive.fees.change"), [change(1)]);
    assert_eq!(
        cells(&figure, "proactive.fees.items_this_year"),
        [derived("13")]
    );
    caveat(&figure, "本年项目数量 = 上一年项目数量 + 本年增/减");
    let en = plain(&county(2019), View::Fees, En);
    assert_eq!(
        en.title,
        "Administrative fees fell from 21 to 17 items (−4)."
    );
    let still = gongkai_testing::with(&longde(), "proactive.fees.change", 0);
    says(
        &plain(&still, View::Fees, ZhCn).title,
        &["与上年相同，为 12 项"],
    );
}

#[test]
fn half_a_pair_of_fee_items_gives_no_this_year() {
    // A blank change beside a number, as in the county's report of 2020.
    let figure = plain(&county(2020), View::Fees, ZhCn);
    says(
        &figure.title,
        &["上一年项目数量 17", "本年增减 空白", "推算不出"],
    );
    assert_eq!(figure.panels, [], "one number needs no chart");
    assert_eq!(figure.table.rows.len(), 2);
    no_caveat(&figure, "是推算的");
    for (last, by, words) in [
        (json!("/"), json!(-3), ["not applicable", "−3"]),
        (json!(null), json!(3), ["blank", "+3"]),
    ] {
        let fees = json!({ "items_last_year": last, "change": by });
        let report = bare("2019", json!({ "proactive": { "fees": fees } }));
        let figure = plain(&report, View::Fees, En);
        says(&figure.title, &words);
        assert_eq!(figure.panels, [], "a change has no bar to stand on");
        assert_eq!(figure.table.rows.len(), 2);
    }
}

#[test]
fn fees_collected_are_money_in_the_printed_unit() {
    for (year, title, label) in [
        (2021, "3,862.45 万元", "3,862.45 万元"),
        (
            2022,
            "3,801.62 万元（38,016,200.50 元）",
            "38,016,200.50 元",
        ),
        (2024, "0.37 亿元", "0.37 亿元"),
    ] {
        let figure = plain(&county(year), View::Fees, ZhCn);
        says(&figure.title, &[title]);
        assert_eq!(figure.panels, [], "one number needs no chart");
        says(&figure.summary, &[label]);
        no_caveat(&figure, "没有印出金额单位");
        let [
            TableCell::Amount(Amount::Money(printed)),
            TableCell::Derived(_),
        ] = cells(&figure, "proactive.fees.amount")
        else {
            panic!("{:?}", figure.table);
        };
        assert!(printed.unit.is_some());
    }
    let in_wan = plain(&county(2022), View::Fees, ZhCn);
    assert_eq!(
        cells(&in_wan, "proactive.fees.amount")[1],
        derived("3,801.62005")
    );
}

#[test]
fn an_amount_without_a_unit_is_read_in_the_forms_own_and_says_so() {
    let figure = plain(&county(2023), View::Fees, ZhCn);
    says(&figure.title, &["3,544.18 万元"]);
    caveat(&figure, "没有印出金额单位，按报告格式规定的“万元”理解");
    caveat(&plain(&county(2023), View::Fees, En), "No unit is printed");
}

#[test]
fn money_of_fees_that_is_blank_slash_zero_or_missing_is_four_things() {
    let mut titles = BTreeSet::new();
    let mut shown = BTreeSet::new();
    for amount in [
        json!(null),
        json!("/"),
        json!({ "value": "0", "unit": "万元" }),
    ] {
        let report = bare(
            "2021",
            json!({ "proactive": { "fees": { "amount": amount } } }),
        );
        let figure = plain(&report, View::Fees, En);
        assert_eq!(figure.panels, []);
        shown.insert(cells(&figure, "proactive.fees.amount")[0].shown(En));
        titles.insert(figure.title);
    }
    assert_eq!(shown.len(), 3);
    assert_eq!(titles.len(), 2, "{titles:?}");
    says(
        &titles.into_iter().collect::<String>(),
        &["No administrative fees were collected", "No number"],
    );
    let missing = bare("2021", json!({ "proactive": { "fees": {} } }));
    says(
        &plain(&missing, View::Fees, En).title,
        &["No figures were read"],
    );
}

#[test]
fn both_editions_say_that_items_and_money_cannot_be_compared() {
    for year in [2019, 2021] {
        caveat(
            &plain(&county(year), View::Fees, ZhCn),
            "一个是种类数，一个是钱数，不能相互比较",
        );
        caveat(
            &plain(&county(year), View::Fees, En),
            "so the two cannot be compared",
        );
    }
}

// Reviews.

#[test]
fn nothing_brought_is_an_answer() {
    for (locale, words) in [
        (ZhCn, "没有行政复议，也没有行政诉讼。"),
        (En, "There was no reconsideration and no lawsuit."),
    ] {
        let figure = plain(&longde(), View::Reviews, locale);
        assert_eq!(figure.title, words);
        assert_eq!(figure.panels, [], "zeros need no axes");
        assert_eq!(figure.table.rows.len(), 15);
    }
}

#[test]
fn a_block_that_says_the_same_in_every_cell_is_one_phrase() {
    let cases = [
        (json!(0), "复议后起诉：各项都是 0。"),
        (json!("/"), "复议后起诉：各项都填“/”。"),
        (Json::Null, "复议后起诉：各项都空白。"),
    ];
    for (value, phrase) in cases {
        let same = block(std::array::from_fn(|_| value.clone()));
        let report = blocks(counts([1, 2, 0, 0, 3]), counts([0, 0, 0, 1, 1]), same);
        let figure = plain(&report, View::Reviews, ZhCn);
        says(&figure.summary, &[phrase, "行政复议：结果维持 1"]);
        assert_eq!(figure.panels.len(), 2, "nothing is drawn of {value}");
        assert_eq!(figure.table.rows.len(), 15, "the table has all");
    }
}

#[test]
fn nothing_brought_is_not_claimed_of_a_block_that_does_not_say_it() {
    let zero = || counts([0; 5]);
    let silent = block([json!(0), json!(0), json!(0), json!(null), json!("/")]);
    for third in [silent, block([const { Json::Null }; 5])] {
        let figure = plain(&blocks(zero(), zero(), third), View::Reviews, En);
        says(&figure.title, &["Every number printed", "is 0"]);
        caveat(&figure, "they are not 0");
    }
    let absent = reviews(json!({ "reconsideration": zero(), "litigation_direct": zero() }));
    says(
        &plain(&absent, View::Reviews, En).title,
        &["Every number printed"],
    );
    // A total of 0 suffices, whatever the other cells are.
    let total = block([json!(null), json!(null), json!(null), json!(null), json!(0)]);
    let figure = plain(&blocks(zero(), zero(), total), View::Reviews, En);
    says(&figure.title, &["no reconsideration and no lawsuit"]);
}

#[test]
fn the_rate_of_corrections_names_its_parts_and_its_whole() {
    // 5 + 2 + 1 upheld, 2 corrected, 1 other; one pending case does not count.
    let figure = plain(&county(2020), View::Reviews, ZhCn);
    says(
        &figure.title,
        &[
            "已审结 11 件（维持 8 + 纠正 2 + 其他 1）",
            "结果纠正 2 件，占 18.2%",
        ],
    );
    caveat(
        &figure,
        "占比 = 结果纠正 ÷ 已审结；已审结 = 结果维持 + 结果纠正 + 其他结果",
    );
    caveat(&figure, "复议后起诉的案件，可能在行政复议中已计过一次");
    no_caveat(&figure, "未计入占比");
    let en = plain(&county(2020), View::Reviews, En);
    says(
        &en.title,
        &[
            "Of 11 concluded",
            "(8 upheld + 2 corrected + 1 other)",
            "2 of 11",
            "18.2%",
        ],
    );
    says(
        &en.summary,
        &[
            "Administrative reconsideration: upheld 5, corrected 2, other result 0, pending 1, total 8.",
        ],
    );
}

#[test]
fn a_block_with_a_gap_is_left_out_of_the_rate_and_named() {
    let figure = plain(&county(2022), View::Reviews, ZhCn);
    says(
        &figure.title,
        &["已审结 14 件（维持 10 + 纠正 2 + 其他 2）"],
    );
    caveat(&figure, "复议后起诉：结果有空白、“/”或未录入，未计入占比");
    no_caveat(&figure, "可能在行政复议中已计过一次");
    caveat(&figure, "空白、“/”和未录入的没有计入总和，不等于 0");
    assert_eq!(
        cells(&figure, "reviews.litigation_after_reconsideration.upheld")[0].spoken(ZhCn),
        Some("不适用".to_owned())
    );
    // A blank number of pending cases does not affect the rate.
    let pending = plain(&county(2023), View::Reviews, ZhCn);
    says(
        &pending.title,
        &["已审结 18 件（维持 12 + 纠正 4 + 其他 2）"],
    );
    no_caveat(&pending, "未计入占比");
    caveat(&pending, "空白、“/”和未录入的没有计入总和，不等于 0");
    // With one blank result, the other numbers would give a wrong share.
    let gap = gongkai_testing::with(&county(2020), "reviews.reconsideration.upheld", Json::Null);
    let figure = plain(&gap, View::Reviews, ZhCn);
    says(
        &figure.title,
        &["已审结 4 件（维持 3 + 纠正 0 + 其他 1）", "占 0.0%"],
    );
    caveat(&figure, "行政复议：结果有空白");
}

#[test]
fn what_is_pending_or_incomplete_gives_no_rate() {
    let zero = || counts([0; 5]);
    let pending = blocks(counts([0, 0, 0, 2, 2]), zero(), zero());
    for (locale, words) in [(ZhCn, "尚未审结 2 件"), (En, "2 are pending")] {
        let figure = plain(&pending, View::Reviews, locale);
        says(&figure.title, &[words]);
        assert!(!figure.title.contains('%'));
    }
    let totals = || block([json!(null), json!(null), json!(null), json!(null), json!(4)]);
    let figure = plain(&blocks(totals(), totals(), totals()), View::Reviews, En);
    says(&figure.title, &["do not give a share"]);
    let huge = || counts([i64::MAX, 1, 0, 0, i64::MAX]);
    let figure = plain(&blocks(huge(), huge(), zero()), View::Reviews, En);
    says(&figure.title, &["do not give a share"]);
}

#[test]
fn a_section_of_blanks_says_that_no_number_is_printed_and_keeps_its_table() {
    let blanks = json!({
        "rules": { "made": null, "disclosed": "/", "total_disclosed": null },
        "fees": { "items_last_year": null, "change": "/" },
    });
    let none = block(["/", "/", "/", "/", "/"].map(|slash| json!(slash)));
    let reviews = json!({ "reconsideration": none });
    let report = bare("2019", json!({ "proactive": blanks, "reviews": reviews }));
    for (locale, words) in [(ZhCn, "没有填写数字"), (En, "No number is printed")] {
        for (view, rows) in [(View::Documents, 3), (View::Fees, 2), (View::Reviews, 5)] {
            let figure = plain(&report, view, locale);
            says(&figure.title, &[words]);
            assert_eq!(figure.panels, []);
            assert_eq!(figure.table.rows.len(), rows);
        }
    }
}

#[test]
fn equal_numbers_are_equally_long_in_every_panel_of_one_scale() {
    let lopsided = blocks(
        counts([1200, 3, 0, 0, 1203]),
        counts([3, 3, 3, 3, 12]),
        block([json!(3), json!(3), json!(3), json!("/"), json!(null)]),
    );
    for (report, view) in [
        (&lopsided, View::Reviews),
        (&county(2021), View::Documents),
        (&county(2022), View::Reviews),
    ] {
        for width in [320.0, 768.0, 1280.0] {
            for locale in Locale::ALL {
                let figure = plain(report, view, locale);
                let drawing = draw(&figure, Size { width, em: 16.0 });
                let mut lengths: BTreeMap<i64, BTreeSet<(i64, i64)>> = BTreeMap::new();
                for mark in &drawing.marks {
                    let Some(value) = bar(&figure, &mark.key).value else {
                        continue;
                    };
                    for shape in &mark.shapes {
                        if let Shape::Rect {
                            x,
                            width,
                            paint: Paint::Bar(_),
                            ..
                        } = shape
                        {
                            let place = ((x * 10.0) as i64, (width * 10.0) as i64);
                            lengths.entry(value as i64).or_default().insert(place);
                        }
                    }
                }
                assert!(lengths.len() > 2);
                for (value, places) in lengths {
                    assert_eq!(places.len(), 1, "{value} at {width}: {places:?}");
                }
            }
        }
    }
}

// Any report.

/// The path and the value of each cell in the file that belongs to a view.
fn in_file(report: &Report, view: View) -> BTreeMap<String, Json> {
    let json = gongkai_testing::json(report);
    let sections: &[&str] = match view {
        View::Activities => {
            let listed = json
                .get("disclosure")
                .and_then(|part| part.get("activities"));
            let listed = listed.and_then(Json::as_array).cloned().unwrap_or_default();
            let named = listed.into_iter().enumerate();
            return named
                .map(|(index, mut named)| {
                    named.as_object_mut().expect("an object").remove("name");
                    (format!("disclosure.activities[{index}]"), named)
                })
                .collect();
        }
        View::Documents => &["proactive.rules.", "proactive.normative_documents."],
        View::Fees => &["proactive.fees."],
        View::Reviews => &["reviews."],
        other => panic!("{other:?} is looked at elsewhere"),
    };
    gongkai_testing::cells(report)
        .into_iter()
        .filter(|path| sections.iter().any(|section| path.starts_with(section)))
        .map(|path| (path.clone(), gongkai_testing::at(&json, &path).clone()))
        .collect()
}

/// A cell of a table as in the file; `None` if it is calculated or missing.
fn as_written(cell: &TableCell) -> Option<Json> {
    let written = match cell {
        TableCell::Cell(Cell::Missing) | TableCell::Change(Cell::Missing) => return None,
        TableCell::Cell(cell) | TableCell::Change(cell) => serde_json::to_value(cell),
        TableCell::Quantity(quantity) => serde_json::to_value(quantity),
        TableCell::Amount(amount) => serde_json::to_value(amount),
        TableCell::Derived(_) | TableCell::None => return None,
    };
    Some(written.expect("a value"))
}

fn each_figure(report: &Report, mut see: impl FnMut(Locale, &Figure)) {
    for view in SECTIONS {
        for choices in choices(view) {
            for locale in Locale::ALL {
                see(locale, &figure(report, view, &choices, locale));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_table_of_a_section_holds_exactly_its_printed_cells(report in any_report()) {
        each_figure(&report, |locale, figure| {
            let expected = in_file(&report, figure.view);
            let mut held = BTreeMap::new();
            let mut keys = BTreeSet::new();
            for row in &figure.table.rows {
                assert!(keys.insert(row.key.as_str()), "{} stands twice", row.key);
                assert_eq!(row.cells.len() + 1, figure.table.columns.len(), "{row:?}");
                for cell in &row.cells {
                    let is_none = matches!(cell, TableCell::None);
                    assert!(is_none || !cell.shown(locale).is_empty(), "{cell:?}");
                    if let Some(written) = as_written(cell) {
                        assert_eq!(held.insert(row.key.clone(), written), None);
                    }
                }
            }
            assert_eq!(held, expected, "{:?}", figure.view);
        });
    }

    #[test]
    fn a_section_draws_exactly_its_printed_numbers(report in any_report()) {
        each_figure(&report, |_, figure| {
            let file = in_file(&report, figure.view);
            let number = |path: &str| -> Option<f64> {
                let cell = file.get(path)?;
                let digits = cell.get("value").and_then(Json::as_str);
                let count = cell.as_i64().or(cell.get("count").and_then(Json::as_i64));
                count.map(|n| n as f64).or(digits.and_then(|digits| digits.parse().ok()))
            };
            let whole = |field: &str| file.get(&format!("proactive.fees.{field}"))?.as_i64();
            let last_year = whole("items_last_year");
            let this_year = last_year.zip(whole("change"));
            let this_year = this_year.and_then(|(last, change)| last.checked_add(change));
            let mut drawn = BTreeSet::new();
            for datum in bars(figure) {
                drawn.insert(datum.key.clone());
                if datum.key == "proactive.fees.items_this_year" {
                    assert_eq!(datum.value, this_year.map(|n| n as f64));
                } else {
                    let near = match (datum.value, number(&datum.key)) {
                        (Some(one), Some(other)) => (one - other).abs() <= other.abs() * 1e-12,
                        (None, None) => true,
                        _ => false,
                    };
                    assert!(near, "{datum:?}");
                }
            }
            if figure.panels.is_empty() {
                return;
            }
            let derived = drawn.contains("proactive.fees.items_this_year");
            if figure.view == View::Fees {
                assert_eq!(derived, this_year.is_some());
            }
            for path in file.keys().filter(|path| number(path).is_some()) {
                // The change is in the sentence and in the table.
                let is_change = path.ends_with("fees.change");
                // A group of zeros is not drawn.
                let group = path.rsplit_once('.').map_or("", |(group, _)| group);
                let others = file.keys().filter(|other| other.starts_with(group));
                let is_zero = others.filter_map(|other| number(other)).all(|n| n == 0.0);
                assert!(is_change || is_zero || drawn.contains(path), "{path} is not drawn");
            }
        });
    }

    #[test]
    fn a_section_of_any_report_is_drawn_at_any_width_and_said_in_words(
        report in any_report(),
        width in 200.0..2000.0_f64,
        em in prop_oneof![Just(16.0), Just(19.0), Just(22.0)],
    ) {
        let unfilled = |text: &str| (0..10).any(|place| text.contains(&format!("{{{place}")));
        // The report's own texts may contain braces.
        let has_braces = unfilled(&report.write());
        let mut first: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        each_figure(&report, |_, figure| {
            let drawing = draw(figure, Size { width, em });
            drawn_soundly(&drawing, width);
            let keys: BTreeSet<String> =
                drawing.marks.iter().map(|mark| mark.key.clone()).collect();
            assert_eq!(keys.len(), drawing.marks.len(), "a key stands twice");
            let rows: BTreeSet<String> =
                figure.table.rows.iter().map(|row| row.key.clone()).collect();
            assert!(keys.is_subset(&rows), "{keys:?} {rows:?}");
            let first = first.entry(figure.view.id()).or_insert_with(|| keys.clone());
            assert_eq!(keys, *first);
            assert!(!figure.title.is_empty());
            let captions = figure.panels.iter().map(|panel| &panel.caption);
            let all = figure.caveats.iter().chain(captions).chain([&figure.title, &figure.summary]);
            for text in all {
                assert!(has_braces || !unfilled(text), "{text}");
            }
            assert_eq!(figure.panels.is_empty(), keys.is_empty());
            assert!(figure.panels.is_empty() || !figure.summary.is_empty());
        });
    }
}

//! Every statutory table as printed: headings, spans, values, shades.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};
use gongkai_testing::arbitrary::any_report;
use gongkai_view::figures::{
    Form, FormCell, FormValue, Scope, section_four, section_three, section_two,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn forms(report: &Report, locale: Locale) -> Vec<Form> {
    let mut forms = section_two(report, locale);
    forms.extend(section_three(report, locale));
    forms.extend(section_four(report, locale));
    forms
}

#[track_caller]
fn value<'a>(forms: &'a [Form], key: &str) -> &'a FormValue {
    let mut found = forms.iter().flat_map(Form::values).filter(|v| v.key == key);
    let value = found.next().unwrap_or_else(|| panic!("no cell {key}"));
    assert!(found.next().is_none(), "{key} twice");
    value
}

fn county(year: u16) -> Report {
    gongkai_testing::sample(&format!("fictional/county-{year}.json"))
}

fn shown(row: &[FormCell]) -> Vec<String> {
    let shown = row.iter().map(|cell| match cell {
        FormCell::Heading(heading) => heading.text.clone(),
        FormCell::Value(value) => value.value.shown(ZhCn),
    });
    shown.collect()
}

/// Lays out rows as a browser does, and returns the cell that covers each slot. Panics if cells
/// overlap, if a slot is left free, or if a cell extends below the table.
fn layout(rows: &[Vec<(u16, u16)>], columns: usize) -> Vec<Vec<(usize, usize)>> {
    let mut slots: Vec<Vec<Option<(usize, usize)>>> = vec![vec![None; columns]; rows.len()];
    for (y, row) in rows.iter().enumerate() {
        let mut x = 0;
        for (index, (width, height)) in row.iter().enumerate() {
            while slots[y].get(x).is_some_and(Option::is_some) {
                x += 1;
            }
            for down in 0..usize::from(*height) {
                for right in 0..usize::from(*width) {
                    let line = slots.get_mut(y + down).expect("a span within the table");
                    let slot = line.get_mut(x + right).expect("a span within the columns");
                    assert!(slot.replace((y, index)).is_none(), "two cells in one place");
                }
            }
            x += usize::from(*width);
        }
    }
    let full = |row: Vec<Option<_>>| row.into_iter().map(|slot| slot.expect("no gap")).collect();
    slots.into_iter().map(full).collect()
}

fn spans(row: &[FormCell]) -> Vec<(u16, u16)> {
    let spans = row.iter().map(|cell| match cell {
        FormCell::Heading(heading) => (heading.columns, heading.rows),
        FormCell::Value(_) => (1, 1),
    });
    spans.collect()
}

/// Asserts that the layout is valid, and that the headings of each value are those above and left
/// of it.
fn check_layout(form: &Form) {
    let columns = usize::from(form.columns);
    let head: Vec<Vec<(u16, u16)>> = form
        .head
        .iter()
        .map(|row| row.iter().map(|h| (h.columns, h.rows)).collect())
        .collect();
    let head = layout(&head, columns);
    let body: Vec<Vec<(u16, u16)>> = form.body.iter().map(|row| spans(row)).collect();
    let body = layout(&body, columns);
    let mut ids = BTreeSet::new();
    let headings = form.head.iter().flatten();
    let rows = form.body.iter().flatten().filter_map(|cell| match cell {
        FormCell::Heading(heading) => Some(heading),
        FormCell::Value(_) => None,
    });
    for heading in headings.chain(rows) {
        assert!(ids.insert(heading.id), "{} twice", heading.id);
        assert!(!heading.text.trim().is_empty());
    }
    for (y, row) in body.iter().enumerate() {
        for (x, (line, index)) in row.iter().enumerate() {
            let FormCell::Value(value) = &form.body[*line][*index] else {
                continue;
            };
            assert_eq!(*line, y, "a value covers one row");
            let mut over = Vec::new();
            for (line, index) in &row[..x] {
                if let FormCell::Heading(heading) = &form.body[*line][*index] {
                    assert_eq!(heading.scope, Scope::Row);
                    over.push(heading.id);
                }
            }
            over.dedup();
            let mut above: Vec<u16> = Vec::new();
            for slots in &head {
                let (line, index) = slots[x];
                let heading = &form.head[line][index];
                assert_eq!(heading.scope, Scope::Col);
                above.push(heading.id);
            }
            above.dedup();
            over.append(&mut above);
            assert_eq!(value.headings, over, "{}", value.key);
        }
    }
}

#[test]
fn longde_has_five_tables_in_section_two_each_with_its_own_headings() {
    let forms = section_two(&longde(), ZhCn);
    let captions: Vec<&str> = forms.iter().map(|form| form.caption.as_str()).collect();
    assert_eq!(
        captions,
        [
            "第二十条第（一）项",
            "第二十条第（五）项",
            "第二十条第（六）项",
            "第二十条第（八）项",
            "第二十条第（九）项"
        ]
    );
    let heads: Vec<Vec<&str>> = forms
        .iter()
        .map(|form| form.head[0].iter().map(|h| h.text.as_str()).collect())
        .collect();
    assert_eq!(
        heads[1],
        ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"]
    );
    assert_eq!(heads[4], ["信息内容", "采购项目数量", "采购总金额"]);
    assert_eq!(
        shown(&forms[1].body[0]),
        ["行政许可", "387", "−302", "5,862"]
    );
    assert_eq!(
        shown(&forms[4].body[0]),
        ["政府集中采购", "126", "21,207.84 万元"]
    );
    let change = value(&forms, "proactive.licences.change");
    assert_eq!(change.value, TableCell::Change(Cell::Count(-302)));
    assert_eq!(change.label, "行政许可，本年增/减");
}

#[test]
fn the_2021_form_has_its_own_terms_and_only_its_own_rows() {
    let forms = section_two(&county(2022), ZhCn);
    assert_eq!(forms.len(), 4);
    let head: Vec<&str> = forms[0].head[0].iter().map(|h| h.text.as_str()).collect();
    assert_eq!(
        head,
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    );
    assert_eq!(shown(&forms[0].body[1]), ["行政规范性文件", "8", "5", "61"]);
    assert_eq!(
        shown(&forms[3].body[0]),
        ["行政事业性收费", "38,016,200.50 元"]
    );
    let three = section_three(&county(2022), ZhCn).expect("section three");
    assert_eq!(three.body.len(), 25);
    assert_eq!(
        section_three(&county(2020), ZhCn).expect("it").body.len(),
        23
    );
    assert!(
        three
            .values()
            .all(|v| v.key != "applications.outcomes.other[0]")
    );
    assert!(
        three
            .values()
            .any(|v| v.key == "applications.outcomes.other.other[0]")
    );
}

#[test]
fn section_three_prints_numbers_levels_and_the_balance() {
    let form = section_three(&county(2020), ZhCn).expect("section three");
    let corner = &form.head[0][0];
    assert_eq!((corner.columns, corner.rows), (3, 3));
    assert_eq!(corner.scope.attribute(), None);
    says(
        &corner.text,
        &["第一项加第二项之和，等于第三项加第四项之和"],
    );
    let second: Vec<&str> = form.head[1].iter().map(|h| h.text.as_str()).collect();
    assert_eq!(second, ["自然人", "法人或其他组织", "总计"]);
    let row = |index: usize| shown(&form.body[index]);
    assert_eq!(row(0)[0], "一、本年新收政府信息公开申请数量");
    assert_eq!(row(2)[..2], ["三、本年度办理结果", "（一）予以公开"]);
    assert_eq!(
        row(3)[0],
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    );
    assert_eq!(row(4)[..2], ["（三）不予公开", "1.属于国家秘密"]);
    assert_eq!(row(22)[0], "四、结转下年度继续办理");
    assert_eq!(spans(&form.body[2])[..2], [(1, 20), (2, 1)]);
    assert_eq!(spans(&form.body[4])[..2], [(1, 8), (1, 1)]);
    let forms = [form];
    let cell = value(
        &forms,
        "applications.outcomes.refused.third_party_rights[1]",
    );
    assert_eq!(
        cell.label,
        "三、本年度办理结果，（三）不予公开，4.保护第三方合法权益，申请人情况，法人或其他组织，商业企业"
    );
}

#[test]
fn section_four_is_one_row_of_fifteen_under_merged_headings() {
    let form = section_four(&county(2022), ZhCn).expect("section four");
    assert_eq!((form.columns, form.body.len()), (15, 1));
    let texts: Vec<&str> = form.head[..2]
        .iter()
        .flatten()
        .map(|h| h.text.as_str())
        .collect();
    assert_eq!(
        texts,
        ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    );
    assert_eq!(form.head[2].len(), 15);
    let forms = [form];
    let cell = value(&forms, "reviews.litigation_direct.pending");
    assert_eq!(cell.label, "行政诉讼，未经复议直接起诉，尚未审结");
    assert_eq!(cell.value, count(1));
    assert_eq!(
        value(&forms, "reviews.litigation_after_reconsideration.upheld").value,
        TableCell::Cell(Cell::NotApplicable)
    );
}

#[test]
fn a_whole_table_is_described_where_it_is_zero_blank_or_partly_blank() {
    let note = |form: Option<Form>| form.and_then(|form| form.note);
    assert_eq!(
        note(section_three(&longde(), ZhCn)).as_deref(),
        Some("表中各项都是 0。")
    );
    assert_eq!(
        note(section_four(&longde(), En)).as_deref(),
        Some("Every cell of the table is 0.")
    );
    assert_eq!(
        note(section_three(&county(2020), ZhCn)).as_deref(),
        Some("有 14 项空白，空白不等于 0。")
    );
    assert_eq!(
        note(section_four(&county(2022), ZhCn)).as_deref(),
        Some("有 5 项填“/”，表示不适用。")
    );
    assert_eq!(note(section_four(&county(2020), ZhCn)), None);
    let blank = bare(
        "2019",
        json!({ "reviews": {
            "reconsideration": { "upheld": null, "corrected": 0, "other": 0, "pending": "/" },
        } }),
    );
    assert_eq!(
        note(section_four(&blank, En)).as_deref(),
        Some(
            "All cells that have a number are 0 (2). 1 cell is blank; blank is not 0. 1 cell is “/”, not applicable. 11 cells were not read."
        )
    );
    let nothing = bare("2021", json!({ "applications": {} }));
    assert_eq!(
        note(section_three(&nothing, ZhCn)).as_deref(),
        Some("这张表未录入。")
    );
    let all_blank = bare(
        "2019",
        json!({ "proactive": { "procurement": { "projects": null, "amount": null } } }),
    );
    assert_eq!(
        section_two(&all_blank, ZhCn)[4].note.as_deref(),
        Some("表中各项都是空白，空白不等于 0。")
    );
}

#[test]
fn a_row_that_the_file_lacks_is_shown_as_missing() {
    let report = bare(
        "2019",
        json!({ "applications": { "received": [0, null, "/", 4, 0, 0, 4] }, "proactive": {} }),
    );
    let forms = forms(&report, ZhCn);
    assert_eq!(
        shown(&forms[5].body[0])[1..],
        ["0", "—", "/", "4", "0", "0", "4"]
    );
    let lacking = value(&forms, "applications.outcomes.granted[0]");
    assert_eq!(lacking.value, TableCell::Cell(Cell::Missing));
    assert_eq!(lacking.value.shown(ZhCn), "未录入");
    assert_eq!(
        value(&forms, "proactive.procurement.amount").value,
        TableCell::Amount(Amount::Missing)
    );
    assert_eq!(forms.len(), 6, "section four is not in the file");
}

#[test]
fn a_shade_grows_with_the_number_and_totals_have_none() {
    let forms = forms(&county(2020), ZhCn);
    let shade = |key: &str| value(&forms, key).shade;
    assert_eq!(shade("applications.outcomes.granted[0]"), 4);
    assert_eq!(shade("applications.outcomes.partly_granted[0]"), 3);
    assert_eq!(shade("applications.outcomes.granted[1]"), 3);
    assert_eq!(shade("applications.outcomes.unable.needs_compiling[0]"), 2);
    assert_eq!(shade("applications.outcomes.other[1]"), 1);
    assert_eq!(shade("applications.outcomes.granted[2]"), 0);
    assert_eq!(shade("applications.outcomes.refused.state_secret[0]"), 0);
    assert_eq!(shade("applications.outcomes.granted[6]"), 0);
    assert_eq!(shade("applications.outcomes.total[0]"), 0);
    assert_eq!(shade("reviews.reconsideration.total"), 0);
    assert_eq!(shade("proactive.other_services.change"), 4);
    assert_eq!(shade("proactive.procurement.amount"), 0);
}

#[test]
fn a_number_or_a_label_finds_its_cells() {
    let mut forms = section_two(&longde(), ZhCn);
    let found = |forms: &mut Vec<Form>, query: &str| -> (usize, Vec<String>) {
        let hits = forms.iter_mut().map(|f| f.search(query, ZhCn)).sum();
        let values = forms.iter().flat_map(Form::values).filter(|v| v.hit);
        (hits, values.map(|v| v.key.clone()).collect())
    };
    let licences = vec!["proactive.licences.decisions".to_owned()];
    assert_eq!(found(&mut forms, "５８６２"), (1, licences.clone()));
    assert_eq!(found(&mut forms, "5,862"), (1, licences));
    assert_eq!(
        found(&mut forms, "-302").1,
        ["proactive.licences.change".to_owned()]
    );
    assert_eq!(
        found(&mut forms, "21207.84万元").1,
        ["proactive.procurement.amount".to_owned()]
    );
    assert_eq!(found(&mut forms, "行政许可"), (1, vec![]));
    assert_eq!(found(&mut forms, "  "), (0, vec![]));
}

/// The expected cell, derived from the file.
fn written(value: &TableCell) -> Json {
    match value {
        TableCell::Cell(cell) | TableCell::Change(cell) => match cell {
            Cell::Count(n) => json!(n),
            Cell::NotApplicable => json!("/"),
            _ => Json::Null,
        },
        TableCell::Amount(amount) => serde_json::to_value(amount).expect("an amount"),
        other => panic!("{other:?} is no printed cell"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_printed_cell_is_in_its_form_just_once_with_its_value(report in any_report()) {
        let json = gongkai_testing::json(&report);
        let printed: BTreeSet<String> = gongkai_testing::cells(&report).into_iter().collect();
        for locale in Locale::ALL {
            let forms = forms(&report, locale);
            let mut found = BTreeMap::new();
            for value in forms.iter().flat_map(Form::values) {
                prop_assert!(found.insert(value.key.clone(), value).is_none(), "{} twice", value.key);
                prop_assert!(!value.value.shown(locale).is_empty());
                let missing = matches!(
                    value.value,
                    TableCell::Cell(Cell::Missing)
                        | TableCell::Change(Cell::Missing)
                        | TableCell::Amount(Amount::Missing)
                );
                prop_assert_eq!(missing, !printed.contains(&value.key), "{}", &value.key);
            }
            for path in &printed {
                // A section or a group without fields is not a cell.
                if gongkai_testing::at(&json, path).is_object() && !found.contains_key(path) {
                    continue;
                }
                let value = found.get(path);
                prop_assert!(value.is_some(), "{path} is in no form");
                let value = written(&value.expect("looked at").value);
                prop_assert_eq!(&value, gongkai_testing::at(&json, path), "{}", path);
            }
        }
    }

    #[test]
    fn every_row_covers_just_the_columns_and_every_value_has_its_headings(report in any_report()) {
        for locale in Locale::ALL {
            for form in forms(&report, locale) {
                check_layout(&form);
                for value in form.values() {
                    prop_assert!(value.shade <= 4);
                    prop_assert!(!value.label.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_search_for_a_cell_finds_that_cell(report in any_report()) {
        for mut form in forms(&report, ZhCn) {
            let values: Vec<(String, String)> =
                form.values().map(|v| (v.key.clone(), v.value.shown(ZhCn))).collect();
            for (key, query) in values.iter().take(3) {
                let hits = form.search(query, ZhCn);
                prop_assert!(hits > 0);
                prop_assert!(form.values().any(|v| v.hit && v.key == *key), "{key}: {query}");
            }
        }
    }
}

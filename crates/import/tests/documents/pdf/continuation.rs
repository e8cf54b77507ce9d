//! Tables that the end of a page breaks, within a row or between two.

use super::build::{HAN, han, pages, rules};
use super::read;
use crate::shown;

/// A page with lines of text and a table at its upper left; the third column is left to numbers.
fn page(above: &[&str], table: &[[&str; 3]], below: &[&str]) -> String {
    let rows = i32::try_from(table.len()).expect("a small table");
    let mut content = String::new();
    for (at, line) in (0..).zip(above) {
        content += &han(100, 780 - 15 * at, line);
    }
    content += &rules(100, 700, 3, rows);
    for (row, cells) in (0..).zip(table) {
        for (column, text) in (0..).zip(cells) {
            content += &han(102 + 60 * column, 682 - 30 * row, text);
        }
    }
    for (at, line) in (0..).zip(below) {
        content += &han(100, 660 - 30 * rows - 15 * at, line);
    }
    content
}

fn both(first: &str, second: &str) -> Vec<String> {
    shown(&read(&pages(&[first, second], HAN, &[], "")))
}

const HEADING: [&str; 3] = ["申请人", "自然人", "总计"];

#[test]
fn a_broken_row_is_one_behind_headings_that_the_page_repeats() {
    let first = page(&[], &[HEADING, ["7.属于行", "897", "1642"]], &[]);
    let second = page(
        &[],
        &[
            HEADING,
            ["政执法案卷", "", ""],
            ["8.属于行政", "192", "1862"],
        ],
        &[],
    );
    assert_eq!(
        both(&first, &second),
        [
            "[申请人|自然人|总计]",
            "[7.属于行\n政执法案卷|897|1642]",
            "[8.属于行政|192|1862]"
        ]
    );
}

#[test]
fn a_broken_row_is_one_behind_notes_and_headers() {
    let first = page(
        &["某局"],
        &[HEADING, ["5.属于三", "527", "3872"]],
        &["1 含上年结转"],
    );
    let second = page(&["某局"], &[["类内部事务", "", ""]], &[]);
    let shown = both(&first, &second);
    assert_eq!(
        shown.get(1..4).unwrap_or_default(),
        [
            "[申请人|自然人|总计]",
            "[5.属于三\n类内部事务|527|3872]",
            "1 含上年结转"
        ]
    );
}

#[test]
fn a_number_that_is_broken_is_not_two() {
    let first = page(&[], &[HEADING, ["一、本年新收政府信", "1034", "5574"]], &[]);
    let second = page(&[], &[["息公开申请数量", "9", "4"]], &[]);
    assert_eq!(
        both(&first, &second),
        [
            "[申请人|自然人|总计]",
            "[一、本年新收政府信\n息公开申请数量|1034\n9|5574\n4]"
        ]
    );
}

#[test]
fn values_may_stand_in_either_half_of_a_row() {
    let first = page(&[], &[HEADING, ["7.属于行", "", ""]], &[]);
    let second = page(&[], &[["政执法案卷", "897", "1642"]], &[]);
    let row = "[7.属于行\n政执法案卷|897|1642]";
    assert_eq!(both(&first, &second), ["[申请人|自然人|总计]", row]);
    let first = page(&[], &[HEADING, ["7.属于行政执法案卷", "", ""]], &[]);
    let second = page(&[], &[["", "897", "1642"]], &[]);
    let row = "[7.属于行政执法案卷|897|1642]";
    assert_eq!(both(&first, &second), ["[申请人|自然人|总计]", row]);
}

#[test]
fn rows_that_may_be_one_or_two_are_not_read() {
    let first = page(&[], &[HEADING, ["其中：网上", "1", ""]], &[]);
    let second = page(&[], &[["渠道提交", "", "2"], ["8.属于行政", "3", "4"]], &[]);
    let shown = both(&first, &second);
    assert_eq!(
        shown.get(1..).unwrap_or_default(),
        [
            "[其中：网上|1\u{fffd}|\u{fffd}]",
            "[渠道提交|\u{fffd}|2\u{fffd}]",
            "[8.属于行政|3|4]"
        ]
    );
}

#[test]
fn blank_rows_at_the_end_of_a_page_stay_blank() {
    let first = page(&[], &[HEADING, ["1.属于国家秘密", "", ""]], &[]);
    let second = page(&[], &[["2.其他法律", "", "3"]], &[]);
    assert_eq!(
        both(&first, &second),
        [
            "[申请人|自然人|总计]",
            "[1.属于国家秘密||]",
            "[2.其他法律||3]"
        ]
    );
}

#[test]
fn headers_and_footers_that_a_browser_prints_on_two_pages_are_left_out() {
    let page = |number: i32, label: &str| {
        let header = han(30, 785, "2026/11/30 12:35") + &han(200, 785, "某局年度报告");
        let footer = han(30, 15, "file:///a/b.html") + &han(500, 15, &format!("{number}/2"));
        let table = rules(100, 700, 2, 1) + &han(102, 682, label) + &han(162, 682, "7");
        header + &table + &footer
    };
    let first = page(1, "7.属于行政执法案卷");
    let second = page(2, "8.属于行政查询事项");
    assert_eq!(
        both(&first, &second),
        [
            "2026/11/30 12:35\t某局年度报告",
            "[7.属于行政执法案卷|7]",
            "[8.属于行政查询事项|7]"
        ]
    );
}

//! Reading the tables of a web page: cells and their spans.

use crate::{grid, page, rows, shown, spans};

#[test]
fn merged_cells_stand_once_with_what_they_cover() {
    let document = page(
        "<table><thead><tr><th rowspan=2>内容<th colspan='2'>数量</tr><tr><th>本年<th>历年</thead>\
         <tbody><tr><td>规章<td>1<td>2</tbody></table>",
    );
    let grid = grid(&document);
    assert_eq!(rows(grid), ["[内容|数量]", "[本年|历年]", "[规章|1|2]"]);
    assert_eq!(
        spans(grid),
        [vec![(1, 2), (2, 1)], vec![(1, 1), (1, 1)], vec![(1, 1); 3]]
    );
}

#[test]
fn spans_are_bounded_by_the_table() {
    let document = page(
        "<table><tbody><tr><td rowspan=4294967295 colspan=99999999999999999999>甲<td rowspan=0>乙\
         <td colspan=0>丙<td rowspan=-3 colspan=x>丁<tr><td>戊</tbody><tbody><tr><td>己</table>",
    );
    assert_eq!(
        spans(grid(&document)),
        [
            vec![(1000, 2), (1, 2), (1, 1), (1, 1)],
            vec![(1, 1)],
            vec![(1, 1)]
        ]
    );
}

#[test]
fn head_and_foot_stand_where_they_are_shown() {
    let document = page(
        "<table><tfoot><tr><td>总计<td>3</tfoot><tr><td>甲<td>1</tr><tbody><tr><td>乙<td>2</tbody>\
         <thead><tr><td>类别<td>件</thead><thead><tr><td>丙<td>0</thead></table>",
    );
    assert_eq!(
        rows(grid(&document)),
        ["[类别|件]", "[甲|1]", "[乙|2]", "[丙|0]", "[总计|3]"]
    );
}

#[test]
fn lines_inside_a_cell_are_parted() {
    let document = page(
        "<table><tr><td>本年新<br>制作数量<td>\n<p>商业</p>\n<p>企业</p>\n<td><div>5</div><p></p><td>&nbsp;\
         <td><p>1</p><p>&nbsp;</p><p>3</p><td>7<br></table>",
    );
    assert_eq!(
        rows(grid(&document)),
        ["[本年新\n制作数量|商业\n企业|5||1\n\n3|7]"]
    );
}

#[test]
fn blank_cells_stay_cells() {
    let document =
        page("<table><tr><td><td/><td> </td><td>0</td></tr><tr></tr><tr><td>-<td>/</table>");
    assert_eq!(rows(grid(&document)), ["[|||0]", "[]", "[-|/]"]);
}

#[test]
fn hidden_rows_and_cells_are_not_there_and_unseen_ones_are_blank() {
    let document = page(
        "<table><tr style='display:none'><td>模板<td>9</tr><tr><td hidden>9<td>甲\
         <td style='visibility:hidden'>9<td>1<tbody hidden><tr><td>9<td>9</tbody></table>",
    );
    assert_eq!(rows(grid(&document)), ["[甲||1]"]);
    assert_eq!(
        shown(&page("<div hidden><table><tr><td>9<td>9</table></div>乙")),
        ["乙"]
    );
    assert_eq!(
        shown(&page("<table hidden><tr><td>9<td>9</table>乙")),
        ["乙"]
    );
}

#[test]
fn a_table_that_holds_tables_or_one_cell_is_layout() {
    let inner = "<table><tr><td>甲<td>1</tr></table>";
    let html = format!(
        "<table><tr><td>导航<td><table><tr><td>前{inner}后</table></td></tr></table><table><tr><td>单</table>"
    );
    assert_eq!(shown(&page(&html)), ["导航", "前", "[甲|1]", "后", "单"]);
}

#[test]
fn a_column_of_text_beside_another_is_layout() {
    let text = "<p>段落</p>".repeat(50);
    let html = format!("<table><tr><td>导航<td>{text}</table>");
    assert_eq!(shown(&page(&html)).len(), 51);
}

#[test]
fn a_frame_of_one_cell_inside_a_cell_leaves_the_outer_table() {
    let document = page("<table><tr><td>甲<td><table><tr><td>1</table><td>2</table>");
    assert_eq!(rows(grid(&document)), ["[甲|1|2]"]);
}

#[test]
fn end_tags_inside_a_cell_do_not_reach_out_of_it() {
    let document =
        page("<div><table><tr><td>甲</div></p></span><td>1</div><tr><td>乙<td>2</table></div>丙");
    assert_eq!(shown(&document), ["[甲|1]", "[乙|2]", "丙"]);
}

#[test]
fn words_between_cells_stand_above_the_table() {
    let document = page("<table>单位：件<form><tr>注<td>甲<td>1<div></tr></form></table>后");
    assert_eq!(shown(&document), ["单位：件", "注", "[甲|1]", "后"]);
}

#[test]
fn cells_without_a_row_or_a_table_are_not_lost() {
    assert_eq!(shown(&page("<table><td>甲<td>1</table>")), ["[甲|1]"]);
    assert_eq!(shown(&page("<tr><td>甲</td><td>1</td></tr>")), ["甲", "1"]);
    assert_eq!(shown(&page("<table><tr><td>甲<td>1")), ["[甲|1]"]);
    assert_eq!(
        shown(&page(
            "<table><tr><td>甲<td>1</tr><table><tr><td>乙<td>2</table>"
        )),
        ["[甲|1]", "[乙|2]"]
    );
    assert_eq!(
        shown(&page(
            "<table><tr><td>甲<template><tr><td>9</td></tr></template><td>1</table>"
        )),
        ["[甲|1]"]
    );
}

#[test]
fn each_row_of_a_long_table_knows_its_line() {
    let rows: String = (0..3)
        .map(|n| format!("<tr>\n<td>{n}\n<td>\n<p>\n{n}\n"))
        .collect();
    let document = page(&format!("<table>\n{rows}</table>"));
    let places: Vec<_> = grid(&document)
        .rows
        .iter()
        .flatten()
        .map(|cell| cell.location)
        .collect();
    let lines = [3, 6, 8, 11, 13, 16].map(gongkai_import::Location::Line);
    assert_eq!(places, lines);
}

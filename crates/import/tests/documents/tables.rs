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
fn hidden_rows_and_cells_are_not_there_and_unseen_ones_are_not_blank() {
    let document = page(
        "<table><tr style='display:none'><td>模板<td>9</tr><tr><td hidden>9<td>甲\
         <td style='visibility:hidden'>9<td>1<tbody hidden><tr><td>9<td>9</tbody></table>",
    );
    assert_eq!(rows(grid(&document)), ["[甲|\u{fffd}|1]"]);
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
    let lines = [3, 6, 8, 11, 13, 16].map(gongkai_import::Location::SourceLine);
    assert_eq!(places, lines);
}

/// The text of a cell with these contents, beside another.
fn cell(head: &str, content: &str) -> String {
    let document = page(&format!("{head}<table><tr><td>甲<td>{content}</table>"));
    let row = rows(grid(&document)).concat();
    let cell = row
        .strip_prefix("[甲|")
        .and_then(|row| row.strip_suffix(']'));
    cell.unwrap_or_else(|| panic!("{row}")).to_owned()
}

#[test]
fn a_cell_with_something_besides_text_is_not_blank() {
    for object in [
        "<img src=9.png>",
        "<img src=9.png alt='数字'>",
        "<embed src=9.swf>",
        "<object data=9.swf></object>",
        "<canvas></canvas>",
        "<applet code=a></applet>",
        "<progress value=9></progress>",
        "<svg><text>9</text></svg>",
        "<math><mn>9</mn></math>",
        "<iframe src=9.html></iframe>",
        "<script>document.write(9)</script>",
        "<select><option>9</select>",
        "<input>",
        "<input type=checkbox checked>",
        "<textarea></textarea>",
        "<p><span><img src=9.png></span></p>",
    ] {
        assert_eq!(cell("", object), "\u{fffc}", "{object}");
    }
    for nothing in [
        "<!-- 9 -->",
        "<input type=hidden value=9>",
        "<style>p{}</style>",
        "<template>9</template>",
        "<img src=a.gif width=1>",
        "<img src=a.gif style='display:none'>",
    ] {
        assert_eq!(cell("", nothing), "", "{nothing}");
    }
    for behind in ["<ol start=9><li></ol>", "<ol start=9><li></li></ol>"] {
        assert_eq!(cell("", behind), "\u{fffd}", "{behind}");
    }
    assert_eq!(cell("", "<ol><li>9</ol>"), "9");
    let document = page("<table><tr><td>甲<td style='background:url(9.png)'></table>");
    assert_eq!(rows(grid(&document)), ["[甲|\u{fffd}]"]);
    let document = page("<table><tr><td>甲<td style='background:url(a.png)'>9</table>");
    assert_eq!(rows(grid(&document)), ["[甲|9]"]);
    assert_eq!(cell("", "<input value=9>"), "9");
    assert_eq!(cell("", "<textarea>9</textarea>"), "9");
    assert_eq!(cell("", "9<img src=9.png>"), "9\u{fffc}");
}

#[test]
fn text_that_nobody_sees_is_not_read_and_not_blank() {
    let css = "<style>/* a */ .a, .z{display:none} #b{visibility:hidden} u.c{color:#fff} @media screen{\
               .d{font-size:0}} .e{text-decoration:line-through} .f{opacity:0}\
               .g{display:none} .g{display:inline}</style>";
    for hidden in [
        "<del>9</del>",
        "<s>9</s>",
        "<strike>9</strike>",
        "<noscript>9</noscript>",
        "<span hidden>9</span>",
        "<b style='display:none'>9</b>",
        "<font color=white>9</font>",
        "<font color='#FEFEFE'>9</font>",
        "<span style='color:rgb(255,255,255)'>9</span>",
        "<span style='color:#000;background:#000'>9</span>",
        "<span style='color:transparent'>9</span>",
        "<span style='font-size:0'><b>9</b></span>",
        "<span style='position:absolute;left:-9999px'>9</span>",
        "<span class=a>9</span>",
        "<span class='x z y'>9</span>",
        "<span id=b>9</span>",
        "<u class=c>9</u>",
        "<p class=d>9</p>",
        "<i class=e>9</i>",
        "<i class=f>9</i>",
    ] {
        assert_eq!(cell(css, hidden), "\u{fffd}", "{hidden}");
        let both = cell(css, &format!("8{hidden}"));
        assert_eq!(both.trim(), "8", "{hidden}");
    }
    for visible in [
        "<span class=g>9</span>",
        "<i class=c>9</i>",
        "<span class=A>9</span>",
        "<span style='color:#fff;background:#06c'>9</span>",
        "<span style='background:url(a.png)'><font color=white>9</font></span>",
        "<span style='color:#fff'><b style='color:#333'>9</b></span>",
        "<span style='font-size:0'><b style='font-size:9pt'>9</b></span>",
        "<span class=a style='display:inline'>9</span>",
    ] {
        assert_eq!(cell(css, visible), "9", "{visible}");
    }
    // The head of a table is white on a color.
    let head = page("<table><tr bgcolor=blue style='color:#fff'><td>甲<td>乙</table>");
    assert_eq!(rows(grid(&head)), ["[甲|乙]"]);
}

#[test]
fn a_rule_that_may_hide_a_number_makes_it_doubtful() {
    for (rule, is_doubtful) in [
        ("table .a{display:none}", true),
        ("td > span{display:none}", true),
        ("p + .a{display:none}", true),
        (".a:first-child{display:none}", true),
        (".a[title]{display:none}", true),
        ("@media (max-width:600px){.a{display:none}}", true),
        ("td .a{vertical-align:super}", true),
        (".menu .a{display:none}", false),
        ("ul span{display:none}", false),
        (".a:hover{display:none}", false),
        ("td .a{color:red}", false),
        ("@media print{.a{display:none}}", false),
        (".b{display:none}", false),
        ("{display:none}", false),
        ("@font-face{font-size:0}", false),
    ] {
        let read = cell(&format!("<style>{rule}</style>"), "<span class=a>9</span>");
        let expected = if is_doubtful { "\u{fffc}9" } else { "9" };
        assert_eq!(read, expected, "{rule}");
    }
}

#[test]
fn a_note_sign_in_a_cell_is_no_digit() {
    for sign in [
        "<small>1</small>",
        "<sup>1</sup>",
        "<a href='#note1'>1</a>",
        "<span style='mso-text-raise:3.0pt'>1</span>",
        "<span style='position:relative;top:-3.0pt'>1</span>",
        "<span style='vertical-align:text-top'>1</span>",
        "<span style='vertical-align:30%'>1</span>",
        "<span class=n>1</span>",
        "<span style='font-size:8px'>1</span>",
        "<span style='font-size:6.5pt'>1</span>",
    ] {
        let css = "<style>.n{vertical-align:super}</style>";
        assert_eq!(cell(css, &format!("9179{sign}")), "9179 1", "{sign}");
    }
}

#[test]
fn parts_of_a_number_of_one_size_are_one_number() {
    let part = |size: &str, text: &str| format!("<span style='font-size:{size}'>{text}</span>");
    let one = |first: &str, second: &str| {
        let parts = part(first, "91") + &part(second, "79");
        cell("", &part("12pt", &parts))
    };
    assert_eq!(one("12pt", "16px"), "9179");
    assert_eq!(one("10.5pt", "10pt"), "9179");
    assert_eq!(one("12pt", "6pt"), "91 79");
}

#[test]
fn many_rules_and_elements_are_read_in_time() {
    let css: String = (0..20_000)
        .map(|n| format!("div .a{n} > p{{display:none}}.a{{color:red;}}"))
        .collect();
    let body = "<p class=a>".repeat(20_000);
    let document = page(&format!("<style>{css}</style>{body}甲"));
    assert!(!document.blocks.is_empty());
}

#[test]
fn words_in_the_place_of_a_review_are_quoted_with_their_cell() {
    let head = "<h1>虚构县人民政府2021年政府信息公开工作年度报告</h1><h2>四、政府信息公开行政复议、行政诉讼情况</h2>";
    let results =
        "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";
    let table = [
        "<table><tr><td colspan=5>行政复议</td><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>",
        results,
        results,
        results,
        "</tr><tr><td>1</td><td>O</td><td>0</td><td>0</td><td>1</td>",
        &"<td>0</td>".repeat(10),
        "</tr></table>",
    ];
    let file = [head, &table.concat()].concat();
    let document = gongkai_import::open_text("a.html", &file).expect("a document");
    let imported = gongkai_import::read(&document).expect("a report");
    let path = "reviews.reconsideration.corrected";
    let note = imported
        .notes
        .iter()
        .find(|note| note.path.as_deref() == Some(path));
    let note = note.expect("a note on the cell");
    assert_eq!(note.excerpt, "O");
    assert!(note.location.is_some());
    let reviews = imported.report.reviews.expect("section four");
    let reconsideration = reviews.reconsideration.expect("the other cells");
    assert!(reconsideration.corrected.is_missing());
    assert_eq!(reconsideration.total.count(), Some(1));
}

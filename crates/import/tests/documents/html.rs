//! Reading the text of a web page as its reader sees it.

use crate::{locations, page, shown};
use gongkai_import::Location;
use gongkai_model::Date;

#[track_caller]
fn lines(html: &str, expected: &[&str]) {
    assert_eq!(shown(&page(html)), expected, "{html}");
}

#[test]
fn blocks_and_breaks_end_a_line_and_spaces_collapse() {
    lines(
        "<h1>政府信息公开\n  年度报告</h1><p>一、<b>总体</b>情况<br>共 \t 5 条</p>尾",
        &["政府信息公开 年度报告", "一、总体情况", "共 5 条", "尾"],
    );
    lines(
        "<div>甲<span>乙</span><div>丙</div>丁</div>",
        &["甲乙", "丙", "丁"],
    );
}

#[test]
fn a_hard_space_is_a_space_that_stays() {
    lines(
        "<p>3&nbsp;&nbsp;5&#160;条&amp;&lt;件&gt;</p>",
        &["3  5 条&<件>"],
    );
    lines("<p>1\u{200b}2\u{feff}34&shy;5</p>", &["12345"]);
}

#[test]
fn an_empty_paragraph_is_an_empty_line() {
    lines(
        "<p>3</p><p></p><p>&nbsp;</p><p><br></p><p>4</p>",
        &["3", "", "", "", "4"],
    );
    lines(
        "<div><div>3</div><div> </div><div>4</div></div>",
        &["3", "", "4"],
    );
}

#[test]
fn end_tags_may_be_left_out() {
    lines(
        "<p>甲<p>乙<ul><li>丙<li>丁<ul><li>戊</ul></ul><dl><dt>己<dd>庚</dl>",
        &["甲", "乙", "丙", "丁", "戊", "己", "庚"],
    );
    lines("<p hidden>甲<p>乙", &["乙"]);
    lines("<ul><li style=display:none>甲<li>乙</ul>", &["乙"]);
    lines("<dl><dt hidden>甲<dd>乙</dl>", &["乙"]);
}

#[test]
fn what_a_reader_does_not_see_is_no_word() {
    for hidden in [
        "<!-- 5 -->",
        "<script>document.write('<p>5</p>')</script>",
        "<style>p::before { content: '5' }</style>",
        "<noscript>5</noscript>",
        "<template><p>5</p></template>",
        "<p hidden>5</p>",
        "<p style='color:red; Display : NONE'>5</p>",
        "<div style=visibility:hidden><p>5<div>6</div></div>",
        "<input value=5><textarea>5</textarea>",
        "<select><option>5<option>6</select>",
        "<svg><title>5</title><text>5</text></svg>",
        "<iframe>5</iframe>",
        "<del>5</del>",
        "<span style='text-decoration:line-through'>5</span>",
        "<ruby><rt>5</ruby>",
        "<![if !vml]><!--[if gte mso 9]><p>5</p><![endif]-->",
    ] {
        let html = format!("<div>甲{hidden}</div><p>乙</p>");
        lines(&html, &["甲", "乙"]);
    }
}

#[test]
fn a_hidden_element_ends_where_its_own_end_tag_stands() {
    lines(
        "<div hidden><div>甲</div>乙<p>丙</span></div>丁<span hidden><span>戊</span>己</span>庚",
        &["丁庚"],
    );
    lines("<b>甲</i>乙</b></div></p>丙", &["甲乙", "丙"]);
}

#[test]
fn a_note_sign_is_no_digit_of_the_number_before_it() {
    lines("<p>共30<sup>2</sup>件</p>", &["共30 2 件"]);
    lines("<p>共<span>3</span><span>0</span>件</p>", &["共30件"]);
    lines(
        "<p><span style='display:inline-block'>3</span><span style='display:inline-block'>0</span></p>",
        &["3 0"],
    );
    lines(
        "<p><span style='float:left'>3</span><span style='float:left'>0</span></p>",
        &["3", "0"],
    );
}

#[test]
fn preformatted_text_keeps_tabs_and_lines() {
    lines(
        "<pre>\n总计\t3\t\t5\n\n  完</pre>后\t面",
        &["总计\t3\t\t5", "", "  完", "后 面"],
    );
    lines(
        "<div style='white-space:pre-wrap'>甲\t1\n乙\t2</div>",
        &["甲\t1", "乙\t2"],
    );
}

#[test]
fn places_are_lines_of_the_source() {
    let html = "<html>\r\n<p\r\n class=a>甲</p>\r\n<!--\r\n-->\r\n<p>\r\n\r\n  乙<br>\r\n丙</p>\r\n\
                <table><tr><td>丁<td>戊</table>";
    let document = page(html);
    assert_eq!(shown(&document), ["甲", "乙", "丙", "[丁|戊]"]);
    assert_eq!(
        locations(&document),
        [3, 8, 9, 10].map(Location::SourceLine)
    );
}

#[test]
fn a_page_says_what_it_is_and_where_it_came_from() {
    let document = page(
        r#"<!DOCTYPE html><html><head><meta charset="utf-8">
        <title>虚构县2020年年报
        _虚构县政府</title>
        <meta name="SiteName" content="虚构县人民政府">
        <META NAME="ArticleTitle" CONTENT="虚构县2020年政府信息公开工作年度报告">
        <meta name="PubDate" content="2021-01-20 09:30">
        <link rel="stylesheet" href="https://example.cn/x.css">
        <link rel="canonical" href="https://example.cn/art/1.html">
        <meta property="og:url" content="https://example.cn/other.html"></head><body>文</body>"#,
    );
    assert_eq!(
        document.title.as_deref(),
        Some("虚构县2020年政府信息公开工作年度报告")
    );
    assert_eq!(document.published, Date::parse("2021-01-20"));
    assert_eq!(
        document.address.as_deref(),
        Some("https://example.cn/art/1.html")
    );
    assert_eq!(shown(&document), ["文"]);
}

#[test]
fn a_title_stands_alone_where_there_is_nothing_better() {
    let document = page(
        "<!-- saved from url=(0029)https://example.cn/art/2.html -->\
         <title> 年报 &amp; 说明 </title><svg><title>图</title></svg>\
         <meta name=Url content=/art/1.html><meta name=publishdate content=2021年1月5日>",
    );
    assert_eq!(document.title.as_deref(), Some("年报 & 说明"));
    assert_eq!(
        document.address.as_deref(),
        Some("https://example.cn/art/2.html")
    );
    assert_eq!(document.published, Date::parse("2021-01-05"));
    assert_eq!(page("<p>文").title, None);
}

#[test]
fn a_saved_page_keeps_its_order_around_the_report() {
    let document = page(
        "<body><nav><ul><li><a>首页</a></li><li><a>公开</a></li></ul></nav>\
         <table width=100%><tr><td><form><input><select><option>2019</select></form></td></tr>\
         <tr><td><h1>年报</h1><p>一、总体情况</p>\
         <table><caption>二、主动公开</caption><tr><td>信息内容<td>件数</tr><tr><td>规章<td>0</table>\
         <p>三、申请</p></td><td><p>相关链接</p></td></tr></table><footer>版权</footer>",
    );
    assert_eq!(
        shown(&document),
        [
            "首页",
            "公开",
            "年报",
            "一、总体情况",
            "二、主动公开",
            "[信息内容|件数]",
            "[规章|0]",
            "三、申请",
            "相关链接",
            "版权"
        ]
    );
}

#[test]
fn a_table_flattened_into_paragraphs_stays_lines() {
    lines(
        "<p>规章</p><p>0</p><p>&nbsp;</p><p>12</p>",
        &["规章", "0", "", "12"],
    );
}

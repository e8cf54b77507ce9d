//! The original text: complete, searchable, and with numbers linked to their figures.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};
use gongkai_testing::arbitrary::any_report;
use gongkai_view::figures::{Original, Run, original};
use proptest::collection::vec;
use proptest::prelude::*;

fn county(year: u16) -> Report {
    gongkai_testing::sample(&format!("fictional/county-{year}.json"))
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(Run::text).collect()
}

fn all_runs(original: &Original) -> Vec<&Run> {
    let passages = original.passages.iter();
    let runs = passages.flat_map(|passage| {
        let paragraphs = passage.paragraphs.iter().flat_map(|text| &text.runs);
        passage.title.iter().chain(paragraphs)
    });
    runs.collect()
}

/// Every linked number: its text and its target.
fn links(report: &Report) -> Vec<(String, View, String)> {
    let original = original(report, "", ZhCn);
    let runs = all_runs(&original).into_iter();
    runs.filter_map(|run| match run {
        Run::Number {
            text, view, key, ..
        } => Some((text.clone(), *view, key.clone())),
        _ => None,
    })
    .collect()
}

/// As [`links`], for a single paragraph as the report's text.
fn links_in(report: &Report, title: &str, paragraph: &str) -> Vec<(String, String)> {
    let text = json!([{ "title": title, "paragraphs": [paragraph] }]);
    let links = links(&gongkai_testing::with(report, "text", text));
    links
        .into_iter()
        .map(|(text, _, key)| (text, key))
        .collect()
}

#[track_caller]
fn has(links: &[(String, View, String)], text: &str, view: View, key: &str) {
    let wanted = (text.to_owned(), view, key.to_owned());
    assert!(links.contains(&wanted), "no {wanted:?} in {links:#?}");
}

fn pair(text: &str, key: &str) -> (String, String) {
    (text.to_owned(), key.to_owned())
}

fn hit_texts(original: &Original) -> Vec<&str> {
    let runs = all_runs(original).into_iter();
    runs.filter(|run| matches!(run, Run::Hit(_) | Run::Number { hit: true, .. }))
        .map(Run::text)
        .collect()
}

#[test]
fn longdes_numbers_lead_to_their_figures() {
    let links = links(&longde());
    has(&links, "3200 余条", View::Disclosure, "disclosure.total");
    let all: [(usize, &str); 14] = [
        (0, "1600 余条"),
        (1, "31 条"),
        (2, "153 条"),
        (3, "68 条"),
        (4, "82 条"),
        (5, "660 条"),
        (6, "154 条"),
        (7, "20 条"),
        (8, "4 期"),
        (9, "1 条"),
        (10, "18 条"),
        (11, "40 条"),
        (12, "40 条"),
        (13, "1365 条"),
    ];
    for (index, text) in all {
        let key = format!("disclosure.categories[{index}]");
        has(&links, text, View::Disclosure, &key);
    }
    has(
        &links,
        "14 期",
        View::Activities,
        "disclosure.activities[3]",
    );
    has(
        &links,
        "4486 次",
        View::Activities,
        "disclosure.activities[7]",
    );
    has(
        &links,
        "13 个",
        View::Activities,
        "disclosure.activities[10]",
    );
    let stated = "disclosure.applications";
    has(
        &links,
        "3 件",
        View::Applications,
        &format!("{stated}.received"),
    );
    has(
        &links,
        "3 件",
        View::Applications,
        &format!("{stated}.completed"),
    );
    has(
        &links,
        "387 项",
        View::Services,
        "proactive.licences.items_last_year",
    );
    has(&links, "-302", View::Services, "proactive.licences.change");
    has(
        &links,
        "5862 件",
        View::Services,
        "proactive.licences.decisions",
    );
    has(
        &links,
        "0 件",
        View::Services,
        "proactive.other_services.decisions",
    );
    has(&links, "+1", View::Fees, "proactive.fees.change");
    has(
        &links,
        "126 个",
        View::Procurement,
        "proactive.procurement.projects",
    );
    has(
        &links,
        "21207.84 万元",
        View::Procurement,
        "proactive.procurement.amount",
    );
    has(
        &links,
        "2 件",
        View::Documents,
        "proactive.normative_documents.total_disclosed",
    );
}

#[test]
fn years_shares_hours_and_names_are_no_figures() {
    for text in ["2020", "24", "90", "80", "163", "32", "100", "2021"] {
        let links = links(&longde());
        let starts = |link: &&(String, View, String)| {
            let rest = link.0.strip_prefix(text);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        assert_eq!(links.iter().find(starts), None, "{text}");
    }
}

#[test]
fn both_editions_of_the_county_lead_to_their_tables() {
    let old = links(&county(2020));
    has(&old, "7342 条", View::Disclosure, "disclosure.total");
    has(
        &old,
        "180 余人次",
        View::Activities,
        "disclosure.activities[4]",
    );
    has(&old, "394 条", View::Activities, "disclosure.activities[6]");
    has(
        &old,
        "217 件",
        View::Applications,
        "disclosure.applications.received",
    );
    has(
        &old,
        "217 件",
        View::Applications,
        "applications.received[6]",
    );
    has(
        &old,
        "11 件",
        View::Applications,
        "applications.carried_in[6]",
    );
    has(
        &old,
        "221 件",
        View::Applications,
        "applications.outcomes.total[6]",
    );
    has(
        &old,
        "92 件",
        View::Applications,
        "applications.outcomes.granted[6]",
    );
    has(
        &old,
        "7 件",
        View::Applications,
        "applications.carried_out[6]",
    );
    has(&old, "8 件", View::Reviews, "reviews.reconsideration.total");
    has(
        &old,
        "2 件",
        View::Reviews,
        "reviews.reconsideration.corrected",
    );
    has(
        &old,
        "3 件",
        View::Reviews,
        "reviews.litigation_direct.total",
    );
    has(
        &old,
        "1 件",
        View::Reviews,
        "reviews.litigation_after_reconsideration.total",
    );
    has(
        &old,
        "2.06 亿元",
        View::Procurement,
        "proactive.procurement.amount",
    );

    let new = links(&county(2022));
    has(&new, "近 8000 条", View::Disclosure, "disclosure.total");
    has(
        &new,
        "近 3200 条",
        View::Disclosure,
        "disclosure.categories[0]",
    );
    has(
        &new,
        "约 300 人次",
        View::Activities,
        "disclosure.activities[4]",
    );
    has(
        &new,
        "8 件",
        View::Documents,
        "proactive.normative_documents.made",
    );
    has(
        &new,
        "5 件",
        View::Documents,
        "proactive.normative_documents.repealed",
    );
    has(
        &new,
        "61 件",
        View::Documents,
        "proactive.normative_documents.in_force",
    );
    has(
        &new,
        "987 件",
        View::Services,
        "proactive.penalties.decisions",
    );
    has(&new, "38016200.50 元", View::Fees, "proactive.fees.amount");
    has(
        &new,
        "283 件",
        View::Applications,
        "applications.outcomes.total[6]",
    );
    assert!(
        !new.iter().any(|(text, ..)| text.starts_with("236 件")),
        "the natural persons' cell is not the row's total"
    );
}

#[test]
fn full_width_digits_and_thousands_are_the_same_number() {
    let total = |paragraph: &str| links_in(&longde(), "总体情况", paragraph);
    for written in [
        "3200 余条",
        "３２００余条",
        "3,200 余条",
        "3，200多条",
        "3200 条以上",
    ] {
        let found = total(&format!("全年主动公开政府信息{written}。"));
        assert_eq!(found, [pair(written, "disclosure.total")]);
    }
}

#[test]
fn a_number_that_is_not_surely_the_figure_stays_text() {
    for paragraph in [
        // Another number, hedge, unit, kind or year; a part, a comparison, a rate, a range.
        "全年主动公开政府信息 3201 余条。",
        "全年主动公开政府信息 3200 条。",
        "全年主动公开政府信息约 3200 条。",
        "全年主动公开政府信息近 3200 余条。",
        "全年主动公开政府信息 3200 余万条。",
        "全年主动公开政府信息 3200 余件。",
        "全年主动公开政府信息 13200 余条。",
        "全年主动公开政府信息 3200.5 余条。",
        "全年主动公开政府信息 3200-3300 余条。",
        "2019 年，全年主动公开政府信息 3200 余条。",
        "去年主动公开政府信息 3200 余条。",
        "上年主动公开政府信息 3200 余条。",
        "比上年多公开政府信息 3200 余条。",
        "通过微信公众号公开政府信息 3200 余条。",
        "全年印发宣传册 3200 余条。",
        "全年接待来访 31 条。",
        "行政许可办理时限压缩 5862 小时。",
        "行政许可处理决定 5862 余件。",
        "行政许可处理决定约 5862 件。",
        "行政许可处理决定占 5862%。",
        "行政处罚处理决定 5862 件。",
        "规章各栏为 0。",
        "总金额 21207.84 万元。",
        "政府集中采购总金额 21207.84 元。",
        "网上受理申请 3 件。",
        "收到行政许可申请 3 件。",
        "收到信函申请 3 件。",
        "第 3 件申请。",
    ] {
        assert_eq!(
            links_in(&longde(), "总体情况", paragraph),
            [],
            "{paragraph}"
        );
    }
}

#[test]
fn two_figures_that_a_number_may_be_make_no_link() {
    let report = bare(
        "2019",
        json!({
            "disclosure": {
                "categories": [
                    { "name": "财政预算信息", "count": 12, "unit": "条" },
                    { "name": "财政决算信息", "count": 12, "unit": "条" },
                    { "name": "部门预算信息", "count": 12, "unit": "条" },
                ],
            },
        }),
    );
    assert_eq!(links_in(&report, "总体情况", "公开预算 12 条。"), []);
    assert_eq!(
        links_in(&report, "总体情况", "公开财政决算 12 条。"),
        [pair("12 条", "disclosure.categories[1]")]
    );
    assert_eq!(
        links_in(
            &report,
            "总体情况",
            "部门预算信息共 12 条，财政预算信息12条"
        ),
        [
            pair("12 条", "disclosure.categories[2]"),
            pair("12条", "disclosure.categories[0]")
        ]
    );
}

#[test]
fn a_search_minds_neither_width_nor_separators_and_counts_its_matches() {
    let report = longde();
    for query in ["3200", "3,200", "３２００", " 3 200 "] {
        let original = original(&report, query, ZhCn);
        assert_eq!(original.hits, 1, "{query}");
        assert_eq!(hit_texts(&original), ["3200 余条"]);
        assert_eq!(original.found.as_deref(), Some("找到 1 处"));
    }
    let reviews = original(&report, "行政复议", En);
    assert_eq!(reviews.found.as_deref(), Some("2 matches"));
    assert!(
        reviews.passages[3]
            .title
            .contains(&Run::Hit("行政复议".to_owned())),
        "titles are searched too"
    );
    let none = original(&report, "没有这个词", ZhCn);
    assert_eq!(
        (none.hits, none.found.as_deref()),
        (0, Some("没有找到“没有这个词”"))
    );
    assert_eq!(hit_texts(&none), Vec::<&str>::new());
}

#[test]
fn a_blank_query_finds_nothing_and_shows_everything() {
    let shown = original(&longde(), "", ZhCn);
    for query in [" ", "\u{3000}\t\n"] {
        let original = original(&longde(), query, ZhCn);
        assert_eq!(original, shown);
        assert_eq!((original.hits, &original.found), (0, &None));
    }
    assert_eq!(shown.passages.len(), 6);
    assert_eq!(shown.passages[0].key, "text[0]");
    assert_eq!(shown.passages[0].paragraphs[3].key, "text[0].paragraphs[3]");
}

#[test]
fn a_match_across_a_number_keeps_the_number_whole() {
    let original = original(&longde(), "信息3200余条，并", ZhCn);
    assert_eq!(original.hits, 1);
    assert_eq!(hit_texts(&original), ["信息 ", "3200 余条", "，并"]);
    let runs = all_runs(&original).into_iter();
    let number = runs
        .filter(|run| matches!(run, Run::Number { hit: true, .. }))
        .collect::<Vec<_>>();
    assert_eq!(
        number[0].leads_to(ZhCn).as_deref(),
        Some("3200 余条，在“主动公开”中查看")
    );
}

#[test]
fn a_report_without_text_says_so() {
    for text in [json!([]), json!([{ "title": " ", "paragraphs": [""] }])] {
        let report = bare("2021", json!({ "text": text }));
        assert_eq!(
            original(&report, "", ZhCn).empty,
            Some("报告的文字未录入。")
        );
        assert!(original(&report, "", En).empty.is_some());
    }
    assert_eq!(original(&longde(), "", ZhCn).empty, None);
}

/// Characters that are hard to split, and words that make numbers figures.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<char>().prop_map(String::from),
        3 => prop::sample::select(vec![
            "3,200", "３，２００", " ", "\u{3000}", "余条", "约", "公开政府信息", "，", "。", "e\u{301}",
            "👨\u{200d}👩\u{200d}👧", "🇨🇳", "\u{202e}\u{5d0}\u{5b0}", "İ", "ß", "行政许可", "5862", "件",
            "-302", "增减", "A", "Ａ", "\u{0}", "2019年", "申请", "收到3件",
        ])
        .prop_map(str::to_owned),
    ]
}

fn pieces() -> impl Strategy<Value = String> {
    vec(piece(), 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_character_is_lost_whatever_the_text_and_the_query(
        title in pieces(), first in pieces(), second in pieces(), query in vec(piece(), 0..3),
    ) {
        let query = query.concat();
        let text = json!([{ "title": title, "paragraphs": [first, second] }]);
        let report = gongkai_testing::with(&longde(), "text", text);
        let original = original(&report, &query, ZhCn);
        let [passage] = original.passages.as_slice() else {
            panic!("one section");
        };
        prop_assert_eq!(joined(&passage.title), title);
        prop_assert_eq!(joined(&passage.paragraphs[0].runs), first);
        prop_assert_eq!(joined(&passage.paragraphs[1].runs), second);
        prop_assert!(all_runs(&original).iter().all(|run| !run.text().is_empty()));
        prop_assert_eq!(original.hits == 0, hit_texts(&original).is_empty());
    }

    #[test]
    fn what_stands_in_the_text_is_found(
        before in pieces(), query in pieces(), after in pieces(),
    ) {
        let blank = query.trim().is_empty();
        // An adjacent digit can turn a comma into a thousands separator, or the reverse.
        let apart = |text: &str| text.replace([',', '，'], "");
        let (before, query, after) = (apart(&before), apart(&query), apart(&after));
        let whole = [before, query.clone(), after].concat();
        let text = json!([{ "title": "", "paragraphs": [whole] }]);
        let report = gongkai_testing::with(&longde(), "text", text);
        let original = original(&report, &query, ZhCn);
        prop_assert!(blank || query.trim().is_empty() || original.hits > 0, "{query:?}");
    }

    #[test]
    fn every_number_that_leads_somewhere_leads_to_a_figure_of_its_report(report in any_report()) {
        let text = json!([{ "title": "申请", "paragraphs": [
            "公开政府信息 0 条，行政许可处理决定 0 件，行政复议 0 件；新收 0 件，予以公开 0 件。",
            "行政许可上一年 9 项，增减 -1；采购 3 个项目，总金额 0 元。",
        ] }]);
        let report = gongkai_testing::with(&report, "text", text);
        let json = gongkai_testing::json(&report);
        for (text, _, key) in links(&report) {
            let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
            let at = gongkai_testing::at(&json, &key);
            let count = at.get("count").or(at.get("value")).unwrap_or(at);
            let count = count.as_str().map_or_else(|| count.to_string(), str::to_owned);
            prop_assert_eq!(digits, count, "{} at {}", text, key);
        }
    }
}

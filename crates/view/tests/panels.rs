//! The elements of each panel.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod support;

use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_testing::arbitrary::any_report;
use gongkai_view::charts::Size;
use gongkai_view::components::{any_panel, paper, without_context};
use gongkai_view::figures::{Choices, View};
use gongkai_view::markup::{Element, Name, Node, Tag, html};
use gongkai_view::request::Request;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn panel(report: &Report, view: View, choices: Choices, locale: Locale, query: &str) -> Element {
    let request = Request {
        view,
        choices,
        locale,
        size: Size {
            width: 360.0,
            em: 16.0,
        },
        permalink: true,
        query: query.to_owned(),
    };
    any_panel(report, &[], &request)
}

fn each_panel(report: &Report, query: &str, mut see: impl FnMut(View, &Element)) {
    for view in View::ALL {
        for choices in crate::support::choices(*view) {
            for display in ["chart", "table"] {
                let mut choices = choices;
                assert!(choices.choose("as", display));
                for locale in Locale::ALL {
                    see(*view, &panel(report, *view, choices, locale, query));
                }
            }
        }
    }
}

/// Sibling elements must have different keys.
fn keys_are_unique(element: &Element) {
    let keys = element.inside.iter().filter_map(|node| match node {
        Node::Element(element) => element.key.as_deref(),
        Node::Text(_) => None,
    });
    let mut seen = BTreeSet::new();
    for key in keys {
        assert!(seen.insert(key.to_owned()), "{key} stands twice");
    }
    element.elements(&mut |inner| {
        let mut seen = BTreeSet::new();
        for node in &inner.inside {
            if let Node::Element(Element { key: Some(key), .. }) = node {
                assert!(seen.insert(key.clone()), "{key} stands twice");
            }
        }
    });
}

fn ids(element: &Element) -> Vec<String> {
    let mut ids = Vec::new();
    element.elements(&mut |inner| ids.extend(inner.get(Name::Id).map(str::to_owned)));
    ids
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn ids_and_keys_of_every_panel_of_any_report_are_unique(
        report in any_report(),
        query in "\\PC{0,4}",
    ) {
        each_panel(&report, &query, |view, panel| {
            keys_are_unique(panel);
            let ids = ids(panel);
            let different: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(different.len(), ids.len(), "{view:?}: an id stands twice in {ids:?}");
        });
    }

    #[test]
    fn paper_of_any_report_has_every_view(report in any_report()) {
        for locale in Locale::ALL {
            let sheet = paper(&report, locale, &without_context);
            let mut headings = Vec::new();
            sheet.elements(&mut |element| {
                if element.get(Name::Class) == Some("view") {
                    headings.push(element.words());
                }
            });
            let names: Vec<&str> = View::ALL.iter().map(|view| view.name(locale)).collect();
            prop_assert_eq!(headings, names);
        }
    }
}

#[test]
fn a_link_to_a_cell_names_a_cell_that_the_view_shows() {
    let report = gongkai_testing::sample("fictional/contradictions-2021.json");
    let checks = panel(&report, View::Checks, Choices::default(), Locale::En, "");
    let mut ways = Vec::new();
    checks.elements(&mut |element| {
        let view = element.get(Name::DataLeadsTo).and_then(View::from_id);
        if let (Some(view), Some(cells)) = (view, element.get(Name::DataCell)) {
            ways.push((view, cells.to_owned()));
        }
    });
    assert!(ways.len() > 12, "{ways:?}");
    for (view, cells) in ways {
        let mut choices = Choices::default();
        assert!(choices.choose("as", "table"));
        let mut shown = Vec::new();
        panel(&report, view, choices, Locale::En, "").elements(&mut |element| {
            shown.extend(element.get(Name::DataKey).map(str::to_owned));
        });
        let is_shown = |cell: &str| {
            let holds = |key: &String| {
                cell.strip_prefix(key.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            shown.iter().any(holds)
        };
        assert!(cells.split(' ').any(is_shown), "{view:?}: {cells}");
    }
}

#[test]
fn a_remark_stands_beside_the_finding_and_in_the_notes_of_the_figure() {
    let report = gongkai_testing::sample("fictional/channels-2024.json");
    for (locale, words) in [
        (Locale::ZhCn, "机关说明：另有 8 条信息"),
        (Locale::En, "The agency's explanation: 另有 8 条信息"),
    ] {
        let mut choices = Choices::default();
        assert!(choices.choose("listed", "all"));
        let checks = panel(&report, View::Checks, choices, locale, "");
        let mut remarks = 0;
        checks.elements(&mut |element| {
            if element.get(Name::Class) == Some("check") {
                let said = element.words();
                let has_remark = said.contains(words);
                assert!(!has_remark || said.contains("1,278"), "{said}");
                remarks += usize::from(has_remark);
            }
        });
        assert_eq!(remarks, 1, "only the sum of the channels");
        let caveats = |view| panel(&report, view, Choices::default(), locale, "").words();
        assert!(caveats(View::Disclosure).contains(words));
        for view in [View::Overview, View::Services, View::Applications] {
            assert!(!caveats(view).contains(words), "{view:?}");
        }
    }
}

#[test]
fn decisions_stand_beside_those_of_the_report_of_the_year_before() {
    let county = |year| gongkai_testing::sample(&format!("fictional/county-{year}.json"));
    let words = |report: &Report, others: &[Report], locale| {
        let request = Request {
            view: View::Services,
            choices: Choices::default(),
            locale,
            size: Size {
                width: 360.0,
                em: 16.0,
            },
            permalink: true,
            query: String::new(),
        };
        any_panel(report, others, &request).words()
    };
    let report = county(2020);
    let decided = |report: &Report| {
        let proactive = report.proactive.as_ref().expect("section two");
        let penalties = proactive.penalties.as_ref().expect("penalties");
        gongkai_i18n::grouped(penalties.decisions.count().expect("a number"))
    };
    let (before, now) = (decided(&county(2019)), decided(&report));
    for (locale, year, known) in [
        (Locale::ZhCn, "与 2019 年的报告相比", "不能与上年比"),
        (
            Locale::En,
            "Compared with the report for 2019",
            "to compare with",
        ),
    ] {
        let with = words(&report, &[county(2019)], locale);
        assert!(with.contains(year), "{with}");
        let both = match locale {
            Locale::ZhCn => format!("由 {before} 件"),
            Locale::En => format!("from {before} to {now}"),
        };
        assert!(with.contains(&both), "{both} is not in {with}");
        assert!(!with.contains(known), "{with}");
        // Neither another year nor another edition is compared.
        for others in [vec![county(2022)], vec![county(2021)], vec![]] {
            let without = words(&report, &others, locale);
            assert!(without.contains(known) && !without.contains(year));
        }
    }
    assert!(words(&county(2021), &[county(2020)], Locale::ZhCn).contains("不填上年的"));
}

#[test]
fn a_remark_changes_nothing_but_the_words_beside() {
    let report = gongkai_testing::sample("fictional/channels-2024.json");
    let mut without = report.clone();
    without.remarks.clear();
    let html_of = |report: &Report| {
        html(&panel(
            report,
            View::Checks,
            Choices::default(),
            Locale::ZhCn,
            "",
        ))
    };
    let (with, without) = (html_of(&report), html_of(&without));
    let remark = format!(
        "<p class=\"remark\">机关说明：{}</p>",
        report.remarks[0].text
    );
    assert!(with.contains(&remark), "{with}");
    assert_eq!(with.replace(&remark, ""), without);
}

#[test]
fn text_of_a_file_never_becomes_markup() {
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let mut json = gongkai_testing::json(&gongkai_testing::sample("longde-2020.json"));
    for path in [
        "agency.name",
        "disclosure.categories[0].name",
        "text[0].title",
        "text[0].paragraphs[0]",
    ] {
        gongkai_testing::put(&mut json, path, evil);
    }
    let sheet = html(&paper(
        &gongkai_testing::report(&json),
        Locale::ZhCn,
        &without_context,
    ));
    assert!(!sheet.contains("<img"));
    assert!(sheet.contains("&lt;img src=x"));
}

#[test]
fn nothing_found_is_said_and_everything_is_still_shown() {
    let report = gongkai_testing::sample("longde-2020.json");
    let words = |query: &str| {
        let panel = panel(
            &report,
            View::Original,
            Choices::default(),
            Locale::ZhCn,
            query,
        );
        let mut article = String::new();
        panel.elements(&mut |element| {
            if element.tag == Tag::Article {
                article = element.words();
            }
        });
        (panel.words(), article)
    };
    let (_, whole) = words("");
    let (said, article) = words("没有这个词");
    assert!(said.contains("没有找到“没有这个词”"));
    assert_eq!(article, whole);
}

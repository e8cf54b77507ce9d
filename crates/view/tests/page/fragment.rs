//! The elements of the fragment: what pages rely on, and what a strict content security policy
//! forbids.

use super::html::{Element, Node};
use super::{inside, longde, samples};
use gongkai_i18n::Locale::{self, En, ZhCn};
use gongkai_model::Report;
use gongkai_testing::arbitrary::any_report;
use gongkai_view::figures::{Original, Run, View, disagreements, original};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn each(mut see: impl FnMut(&Report, Locale, &Element)) {
    for report in samples() {
        for locale in Locale::ALL {
            see(&report, locale, &inside(&report, locale));
        }
    }
}

/// Asserts that ids are unique and that all references resolve.
fn names_are_sound(page: &Element) {
    let all = page.all();
    let mut ids = BTreeSet::new();
    for id in all.iter().filter_map(|element| element.get("id")) {
        assert!(ids.insert(id), "{id} twice");
        assert!(id.starts_with("gongkai-"), "{id} could be the page's own");
    }
    let mut led = 0;
    for element in &all {
        for name in ["headers", "aria-describedby", "aria-labelledby"] {
            for id in element.get(name).unwrap_or_default().split_whitespace() {
                assert!(ids.contains(id), "{name} of {id}");
                led += 1;
            }
        }
        let fill = element
            .get("fill")
            .and_then(|fill| fill.strip_prefix("url(#"));
        let link = element.get("href").and_then(|href| href.strip_prefix('#'));
        for id in fill
            .map(|fill| fill.trim_end_matches(')'))
            .into_iter()
            .chain(link)
        {
            assert!(ids.contains(id), "a link to {id}");
            led += 1;
        }
    }
    assert!(led >= View::ALL.len(), "only {led} references");
}

/// Asserts that nothing needs a script or violates a strict content security policy.
fn is_still(page: &Element) {
    for element in page.all() {
        let name = element.name.as_str();
        let interactive = [
            "script", "style", "button", "input", "textarea", "label", "iframe", "img",
        ];
        assert!(!interactive.contains(&name), "{name}");
        for (name, value) in &element.attributes {
            assert!(!name.starts_with("on") && name != "style", "{name}={value}");
            assert!(
                !name.starts_with("aria-pos") && name != "aria-selected",
                "{name}"
            );
        }
        let role = element.get("role").unwrap_or_default();
        assert!(
            !["listbox", "option", "tab", "tablist", "tabpanel"].contains(&role),
            "{role}"
        );
        if let Some(href) = element.get("href") {
            let leads = ["#", "http://", "https://"];
            assert!(leads.iter().any(|start| href.starts_with(start)), "{href}");
        }
        match element.get("tabindex") {
            // A scrollable table must be focusable and have a name.
            Some(index) => {
                assert_eq!((index, role), ("0", "region"));
                assert_ne!(element.get("aria-label").unwrap_or_default(), "");
                assert_eq!(
                    element
                        .children()
                        .map(|inner| &inner.name)
                        .collect::<Vec<_>>(),
                    ["table"]
                );
            }
            None => assert_ne!(role, "region"),
        }
    }
    let regions = page.all();
    let labels: Vec<_> = regions
        .iter()
        .filter(|one| one.get("role") == Some("region"))
        .map(|one| one.get("aria-label"))
        .collect();
    let told: BTreeSet<_> = labels.iter().collect();
    assert_eq!(
        told.len(),
        labels.len(),
        "two regions have one name: {labels:?}"
    );
}

#[test]
fn samples_need_no_script_and_every_reference_leads_somewhere() {
    each(|_, _, page| {
        names_are_sound(page);
        is_still(page);
    });
}

#[test]
fn the_first_view_comes_first_and_every_other_follows_once() {
    for first in View::ALL {
        let html = gongkai_view::page::fragment(&longde(), *first, "", ZhCn);
        let page = super::parse(&html);
        let parts: Vec<_> = page
            .children()
            .map(|part| part.get("data-gongkai"))
            .collect();
        assert_eq!(parts, [Some("first"), Some("rest")]);
        assert!(page.children().all(|part| part.has_class("gongkai-static")));
        let mut sections: Vec<&str> = page
            .all()
            .iter()
            .filter(|one| one.name == "section")
            .filter_map(|one| one.get("id"))
            .collect();
        assert_eq!(
            sections.first(),
            Some(&format!("gongkai-{}", first.id()).as_str())
        );
        sections.sort_unstable();
        let mut all: Vec<String> = View::ALL
            .iter()
            .map(|view| format!("gongkai-{}", view.id()))
            .collect();
        all.sort_unstable();
        assert_eq!(sections, all);
    }
}

#[test]
fn both_totals_of_longde_are_there_and_neither_is_put_right() {
    for (locale, stated) in [(ZhCn, "3,200 余条"), (En, "over 3,200")] {
        let page = inside(&longde(), locale);
        let first = page.by_id("gongkai-overview").words();
        assert!(first.contains(stated), "{first}");
        assert!(first.contains("4,236"), "{first}");
        let tiles = page.classed("tile-value");
        assert_eq!(tiles.len(), 7);
    }
}

#[test]
fn words_beside_each_other_do_not_run_into_one_number() {
    each(|report, locale, page| {
        let facts = page.classed("facts")[0].words();
        if let Some(period) = &report.period {
            let end = gongkai_i18n::day(locale, period.to, Some(period.from.year));
            assert!(facts.contains(&format!("{end} ")), "{facts}");
        }
        for parent in page.all() {
            for pair in parent.inside.windows(2) {
                let [Node::Element(before), Node::Element(after)] = pair else {
                    continue;
                };
                let inline = |one: &Element| ["a", "span", "text"].contains(&one.name.as_str());
                let (before, after) = (before.words(), (after.words(), inline(after)));
                let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
                let meet = digit(before.chars().last()) && digit(after.0.chars().next());
                assert!(!(meet && after.1), "{before}{}", after.0);
            }
        }
    });
}

#[test]
fn a_view_leads_to_others_and_never_to_itself() {
    let mut links = 0;
    each(|_, _, page| {
        for view in View::ALL {
            let own = format!("#gongkai-{}", view.id());
            let section = page.by_id(&own[1..]);
            for link in section.named("a") {
                assert_ne!(link.get("href"), Some(own.as_str()), "{}", link.words());
                links += 1;
            }
        }
    });
    assert!(links > 100, "only {links}");
}

/// The text of a paragraph, including its linked numbers.
fn text(runs: &[Run]) -> String {
    runs.iter().map(Run::text).collect()
}

#[test]
fn the_reports_own_text_is_there_word_for_word() {
    let mut paragraphs = 0;
    each(|report, locale, page| {
        let shown = page.by_id("gongkai-text").words();
        let Original { passages, .. } = original(report, "", locale);
        for passage in passages {
            assert!(shown.contains(&text(&passage.title)));
            for paragraph in &passage.paragraphs {
                let text = text(&paragraph.runs);
                assert!(shown.contains(&text), "{text}");
                paragraphs += 1;
            }
        }
    });
    assert!(paragraphs > 20, "only {paragraphs} paragraphs");
}

#[test]
fn what_does_not_agree_is_said_in_words_on_the_first_view_and_among_the_checks() {
    let mut said = 0;
    each(|report, locale, page| {
        let first = page.by_id("gongkai-overview").words();
        for sentence in disagreements(report, locale) {
            assert!(first.contains(&sentence), "{sentence}");
            said += 1;
        }
        let checks = page.by_id("gongkai-checks");
        assert!(!checks.classed("finding").is_empty());
    });
    assert!(said > 4, "only {said}");
}

#[test]
fn where_a_report_was_published_is_a_link_only_to_the_web() {
    let web = gongkai_testing::with(&longde(), "source.url", "https://example.invalid/a?b=1&c=2");
    let page = inside(&web, ZhCn);
    let link = page.classed("facts")[0].named("a");
    assert_eq!(
        link[0].get("href"),
        Some("https://example.invalid/a?b=1&c=2")
    );
    for url in [
        "javascript:alert(1)",
        " https://example.invalid",
        "data:text/html,x",
    ] {
        let other = gongkai_testing::with(&longde(), "source.url", url);
        let page = inside(&other, ZhCn);
        assert!(page.classed("facts")[0].named("a").is_empty(), "{url}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "\"><img src=x onerror=alert(1)></a></svg><script>alert(2)</script>&amp;'";
    let mut report = longde();
    for path in [
        "agency.name",
        "source.title",
        "disclosure.categories[0].name",
        "disclosure.activities[0].name",
        "text[0].title",
        "text[0].paragraphs[0]",
    ] {
        report = gongkai_testing::with(&report, path, hostile);
    }
    for locale in Locale::ALL {
        let page = inside(&report, locale);
        is_still(&page);
        names_are_sound(&page);
        for part in ["gongkai-disclosure", "gongkai-activities", "gongkai-text"] {
            assert!(page.by_id(part).words().contains(hostile), "{part}");
        }
        assert!(page.named("h2")[0].words().contains(hostile));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn any_report_makes_a_page_that_stays_still(report in any_report()) {
        for locale in Locale::ALL {
            let page = inside(&report, locale);
            is_still(&page);
            names_are_sound(&page);
        }
    }
}

#[test]
fn with_the_pages_address_every_link_to_a_section_has_it() {
    let html = gongkai_view::page::fragment(&longde(), View::default(), "/a/b.html?id=7&x=1", ZhCn);
    assert!(!html.contains("href=\"#"));
    let links = html
        .matches("href=\"/a/b.html?id=7&amp;x=1#gongkai-")
        .count();
    let plain = gongkai_view::page::fragment(&longde(), View::default(), "", ZhCn);
    assert_eq!(links, plain.matches("href=\"#gongkai-").count());
    assert!(links > View::ALL.len());
}

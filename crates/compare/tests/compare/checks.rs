//! The checks between years, compared with those of the reports.

use crate::data::{Page, controller, fictional, with};
use crate::states::finding;
use gongkai_catalog::between_years;
use gongkai_checks::{Finding, Tally};
use gongkai_compare::{Controller, Region};
use gongkai_view::markup::Name;

fn started(agency: usize) -> Controller {
    let mut controller = controller(fictional(), None);
    controller.press("kind", "checks");
    controller.press("only", &agency.to_string());
    controller
}

#[test]
fn every_finding_stands_once_below_its_two_years_those_that_fail_first_then_the_latest() {
    for agency in 0..5 {
        let controller = started(agency);
        let figure = controller.region(Region::Panel);
        let findings = between_years(controller.catalog(), agency);
        assert!(!findings.is_empty());
        assert_eq!(with(&figure, Name::Class, "check").len(), findings.len());
        let mut years: Vec<(u16, u16)> = findings
            .iter()
            .map(|finding| {
                let years = || finding.cells.iter().map(|cell| cell.year);
                (
                    years().min().expect("a cell"),
                    years().max().expect("a cell"),
                )
            })
            .collect();
        years.sort_unstable();
        years.dedup();
        assert!(
            years.iter().all(|(earlier, later)| earlier + 1 == *later),
            "{years:?}"
        );
        let fails = |pair: &&(u16, u16)| {
            let of_pair = |finding: &&Finding| {
                finding.cells.iter().any(|cell| cell.year == pair.1)
                    && finding.cells.iter().any(|cell| cell.year == pair.0)
            };
            let own: Vec<Finding> = findings.iter().filter(of_pair).cloned().collect();
            Tally::of(&own).failures > 0
        };
        let (failing, others): (Vec<_>, Vec<_>) = years.iter().rev().partition(fails);
        let named = |pairs: &[&(u16, u16)]| -> Vec<String> {
            let names = pairs
                .iter()
                .map(|(one, other)| format!("{one} 年与 {other} 年"));
            names.collect()
        };
        let title = finding(&controller);
        let told = format!("处对不上（{}）", named(&failing).join("、"));
        assert_eq!(title.contains(&told), !failing.is_empty(), "{title}");
        let wanted = [named(&failing), named(&others)].concat();
        let headings: Vec<String> = with(&figure, Name::Class, "across")
            .iter()
            .map(|heading| heading.words())
            .collect();
        assert_eq!(headings, wanted);
    }
}

#[test]
fn the_finding_counts_what_does_not_agree_and_what_nobody_can_tell() {
    for agency in 0..5 {
        let controller = started(agency);
        let tally = Tally::of(&between_years(controller.catalog(), agency));
        let title = finding(&controller);
        assert!(
            title.contains(&format!(" {} 处应当对得上的数字", tally.all)),
            "{title}"
        );
        let failing = match tally.failures {
            // Nobody says that 0 do not agree.
            0 => "没有发现对不上的".to_owned(),
            failures => format!("有 {failures} 处对不上"),
        };
        assert!(title.contains(&failing), "{title}");
        let can_filter = with(
            &controller.region(Region::Panel),
            Name::DataChoice,
            "failing",
        );
        assert_eq!(can_filter.len(), usize::from(tally.failures > 0));
        let open = format!("，{} 处因缺少数字无法判断。", tally.cannot_tell);
        assert_eq!(title.contains(&open), tally.cannot_tell > 0, "{title}");
    }
}

#[test]
fn what_was_carried_over_wrongly_is_found_and_what_was_not_is_not() {
    let failures =
        |agency: usize| Tally::of(&between_years(started(agency).catalog(), agency)).failures;
    assert!(failures(4) > 0);
    assert_eq!(failures(0), 0);
    let words = started(4).region(Region::Panel).words();
    assert!(words.contains("2021 年与 2022 年"), "{words}");
}

#[test]
fn one_report_alone_has_nothing_to_agree_with() {
    assert_eq!(
        finding(&started(5)),
        "虚构档案局没有相邻两年的报告可以核对。"
    );
}

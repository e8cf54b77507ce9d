//! The view of applications.

use super::*;
use crate::support::choices;
use gongkai_i18n::Locale::{En, ZhCn};
use gongkai_testing::arbitrary::any_report;
use gongkai_view::figures::{Sankey, SankeyNode, Stage, TO_HANDLE, applicant_key};
use proptest::prelude::*;
use std::collections::BTreeSet;

const CASES: &str = "from=cases";
const EACH: &str = "outcomes=each";

fn county(year: u16) -> Report {
    gongkai_testing::sample(&format!("fictional/county-{year}.json"))
}

fn flow(figure: &Figure) -> &Sankey {
    match figure.panels.as_slice() {
        [panel] => match &panel.plot {
            Plot::Sankey(flow) => flow,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn node<'a>(figure: &'a Figure, key: &str) -> &'a SankeyNode {
    let found = flow(figure).nodes.iter().find(|node| node.key == key);
    found.unwrap_or_else(|| panic!("no node {key}"))
}

fn link(figure: &Figure, from: &str, to: &str) -> Option<f64> {
    let flow = flow(figure);
    let links = flow.links.iter();
    let mut joined =
        links.filter(|link| flow.nodes[link.from].key == from && flow.nodes[link.to].key == to);
    joined.next().map(|link| link.value)
}

fn caveats(figure: &Figure) -> String {
    figure.caveats.join("\n")
}

#[test]
fn the_finding_is_what_was_granted_of_all_completed_with_its_formula() {
    let report = county(2020);
    let figure = plain(&report, View::Applications, ZhCn);
    says(
        &figure.title,
        &["办结 221 件", "109 件", "109 ÷ 221 = 49.3%"],
    );
    let figure = plain(&report, View::Applications, En);
    says(
        &figure.title,
        &["109 of 221 completed", "109 ÷ 221 = 49.3%"],
    );
    says(
        &figure.summary,
        &["217", "11", "natural persons (192)", "granted (92)"],
    );
    assert_eq!(control_ids(&figure), ["from", "outcomes"]);
}

#[test]
fn applicants_lead_to_groups_of_outcomes() {
    let figure = plain(&county(2020), View::Applications, ZhCn);
    let person = node(&figure, applicant_key(Applicant::Person));
    assert_eq!((person.stage, person.value), (Stage::From, Some(192.0)));
    says(
        &person.detail,
        &["192 ÷ 228", "84.2%", "182", "10", "予以公开 74 件"],
    );
    let refused = "applications.outcomes.refused";
    assert_eq!(node(&figure, refused).value, Some(47.0));
    assert_eq!(link(&figure, "applicants.person", refused), Some(43.0));
    assert_eq!(link(&figure, "applicants.research", refused), None);
    says(&node(&figure, refused).detail, &["47 ÷ 221", "21.3%"]);
    assert_eq!(
        node(&figure, "applications.carried_out").detail,
        "结转下年度继续办理：7 件，占应办理 228 件的 3.1%（7 ÷ 228）。"
    );
    let ends: Vec<&str> = flow(&figure)
        .nodes
        .iter()
        .filter(|node| node.stage == Stage::To)
        .map(|node| node.key.as_str())
        .collect();
    assert_eq!(
        ends,
        [
            "applications.outcomes.granted",
            "applications.outcomes.partly_granted",
            "applications.outcomes.refused",
            "applications.outcomes.unable",
            "applications.outcomes.not_processed",
            "applications.outcomes.other",
            "applications.carried_out",
        ]
    );
}

#[test]
fn every_row_of_the_form_stands_in_printed_order() {
    for year in [2020, 2022] {
        let report = county(year);
        let figure = chosen(&report, View::Applications, EACH, En);
        let ends: Vec<&str> = flow(&figure)
            .nodes
            .iter()
            .filter(|node| node.stage == Stage::To)
            .map(|node| node.key.as_str())
            .collect();
        let expected: Vec<&str> = RowKey::of(report.edition)
            .filter(|row| row.is_outcome() || *row == RowKey::CarriedOut)
            .map(RowKey::path)
            .collect();
        assert_eq!(ends, expected);
        let names: BTreeSet<&str> = flow(&figure)
            .nodes
            .iter()
            .filter(|node| node.stage == Stage::To)
            .map(|node| node.name.as_str())
            .collect();
        assert_eq!(names.len(), ends.len(), "two ends have one name");
        assert_eq!(
            link(
                &figure,
                "applicants.business",
                "applications.outcomes.unable.not_held"
            ),
            Some(if year == 2020 { 1.0 } else { 5.0 })
        );
    }
}

#[test]
fn which_of_the_cases_had_which_outcome_is_not_made_up() {
    let figure = chosen(&county(2020), View::Applications, CASES, ZhCn);
    assert_eq!(
        link(&figure, "applications.received", TO_HANDLE),
        Some(217.0)
    );
    assert_eq!(
        link(&figure, "applications.carried_in", TO_HANDLE),
        Some(11.0)
    );
    assert_eq!(
        link(&figure, TO_HANDLE, "applications.outcomes.granted"),
        Some(92.0)
    );
    assert_eq!(node(&figure, TO_HANDLE).value, Some(228.0));
    says(
        &node(&figure, TO_HANDLE).detail,
        &["217 + 上年结转 11 = 228"],
    );
    says(
        &caveats(&figure),
        &["没有写明新收的和上年结转的各有哪些结果"],
    );
    for link in &flow(&figure).links {
        let stages = [link.from, link.to].map(|index| flow(&figure).nodes[index].stage);
        assert!(
            [[Stage::From, Stage::Middle], [Stage::Middle, Stage::To]].contains(&stages),
            "{stages:?}"
        );
    }
}

#[test]
fn no_applications_is_an_answer_with_the_whole_table() {
    let figure = plain(&longde(), View::Applications, ZhCn);
    assert_eq!(figure.title, "申请表各项都填 0，正文却不是这样写的。");
    assert_eq!(
        figure.notices[0].text,
        "正文说收到 3 件、办结 3 件，申请表填的是收到 0 件、办结 0 件，两处不一致。"
    );
    let agreeing = gongkai_testing::with(&longde(), "disclosure.applications", json!({}));
    assert_eq!(
        plain(&agreeing, View::Applications, ZhCn).title,
        "本年没有收到申请，也没有上年结转。"
    );
    assert_eq!((figure.panels.len(), figure.table.rows.len()), (0, 23));
    assert!(figure.controls.is_empty());
    says(
        &plain(&agreeing, View::Applications, En).title,
        &["No application"],
    );
}

const NO_ROW: [Option<i64>; 7] = [None; 7];
const ZEROS: [i64; 7] = [0; 7];

fn with_section(applications: Json) -> Report {
    bare("2019", json!({ "applications": applications }))
}

#[test]
fn a_table_of_blanks_is_not_a_year_without_applications() {
    let report = with_section(json!({
        "received": NO_ROW,
        "carried_in": ["/", "/", "/", "/", "/", "/", "/"],
        "outcomes": { "granted": NO_ROW, "total": NO_ROW },
    }));
    let figure = plain(&report, View::Applications, ZhCn);
    says(&figure.title, &["没有填写数字"]);
    assert!(figure.panels.is_empty());
    assert_eq!(figure.table.rows.len(), 4);
    let zeros = with_section(json!({ "received": NO_ROW, "carried_in": ZEROS }));
    let figure = plain(&zeros, View::Applications, ZhCn);
    assert_eq!(figure.title, "申请表填写的各项都是 0。");
}

#[test]
fn a_report_without_the_section_says_so() {
    for report in [bare("2021", json!({})), with_section(json!({}))] {
        let figure = plain(&report, View::Applications, ZhCn);
        says(&figure.title, &["未录入"]);
        assert!(figure.panels.is_empty() && figure.table.rows.is_empty());
    }
}

#[test]
fn a_total_without_a_number_is_replaced_by_its_columns_and_that_is_said() {
    let report = with_section(json!({
        "received": [4, 1, null, 0, "/", 0, null],
        "carried_in": ZEROS,
        "outcomes": {
            "granted": [3, 0, 0, 0, 0, 0, 3],
            "partly_granted": ZEROS,
            "other": [1, 1, 0, 0, 0, 0, 2],
        },
        "carried_out": ZEROS,
    }));
    let figure = chosen(&report, View::Applications, CASES, ZhCn);
    assert_eq!(node(&figure, "applications.received").label, "5");
    let caveats = caveats(&figure);
    says(
        &caveats,
        &[
            "六类申请人相加代替：本年新收政府信息公开申请数量。",
            "办结件数由各项结果相加",
            "空白、“/”和未录入的没有计入总和",
        ],
    );
    says(&figure.title, &["办结 5 件", "3 ÷ 5 = 60.0%"]);
    let figure = plain(&report, View::Applications, ZhCn);
    assert_eq!(node(&figure, "applicants.research").label, "0");
    // Missing rows are named, not drawn.
    says(&self::caveats(&figure), &["以下各行未录入", "属于国家秘密"]);
    assert!(
        flow(&figure)
            .nodes
            .iter()
            .all(|node| !node.key.ends_with("refused"))
    );
}

#[test]
fn an_applicant_whose_cells_are_all_blank_has_no_number() {
    let figure = plain(&county(2022), View::Applications, ZhCn);
    let research = node(&figure, "applicants.research");
    assert_eq!((research.value, research.label.as_str()), (None, "—"));
    assert_eq!(research.detail, "科研机构：空白，没有数字。");
    assert_eq!(node(&figure, "applicants.other").label, "0");
}

#[test]
fn two_sides_that_do_not_agree_are_drawn_as_they_are_and_the_difference_is_named() {
    let report = gongkai_testing::with(&county(2020), "applications.received[6]", 230);
    let figure = chosen(&report, View::Applications, CASES, ZhCn);
    assert_eq!(node(&figure, TO_HANDLE).value, Some(241.0));
    says(&caveats(&figure), &["共 241 件", "共 228 件", "相差 13 件"]);
    let figure = plain(&report, View::Applications, En);
    says(
        &caveats(&figure),
        &[
            "a difference of 13",
            "do not add up to the total",
            "Applications received this year",
        ],
    );
    let agreeing = plain(&county(2020), View::Applications, En);
    assert!(
        !caveats(&agreeing).contains("difference"),
        "{:?}",
        agreeing.caveats
    );
    let report = gongkai_testing::with(&county(2020), "applications.carried_in[3]", 2);
    let figure = plain(&report, View::Applications, ZhCn);
    says(
        &caveats(&figure),
        &["新收和结转与各项结果之和不同", "社会公益组织"],
    );
}

#[test]
fn part_of_the_answers_is_not_taken_for_all_of_them() {
    let blank = |row: &str| {
        gongkai_testing::with(
            &county(2020),
            &format!("applications.outcomes.{row}"),
            json!(NO_ROW),
        )
    };
    let figure = plain(&blank("partly_granted"), View::Applications, ZhCn);
    says(
        &figure.title,
        &[
            "其中予以公开 92 件",
            "92 ÷ 221 = 41.6%",
            "“部分公开”没有填写数字",
        ],
    );
    let figure = plain(&blank("granted"), View::Applications, En);
    says(
        &figure.title,
        &["17 ÷ 221 = 7.7%", "no number is printed for “Granted”"],
    );
    let neither = gongkai_testing::with(
        &blank("granted"),
        "applications.outcomes.partly_granted",
        json!(NO_ROW),
    );
    let figure = plain(&neither, View::Applications, ZhCn);
    assert!(!figure.title.contains('%'), "{}", figure.title);
}

#[test]
fn a_year_that_completed_nothing_has_no_share() {
    let report = with_section(json!({
        "received": [1, 1, 0, 0, 0, 0, 2],
        "carried_in": ZEROS,
        "outcomes": { "granted": ZEROS, "partly_granted": ZEROS, "total": ZEROS },
        "carried_out": [1, 1, 0, 0, 0, 0, 2],
    }));
    let figure = plain(&report, View::Applications, ZhCn);
    assert_eq!(
        figure.title,
        "本年新收 2 件，上年结转 0 件，办结 0 件，结转下年度 2 件。"
    );
    assert!(
        !node(&figure, "applications.outcomes.granted")
            .detail
            .contains('%')
    );
}

#[test]
fn a_single_flow_is_a_sentence_and_a_table() {
    let report = with_section(json!({
        "received": [5, 0, 0, 0, 0, 0, 5],
        "carried_in": ZEROS,
        "outcomes": { "granted": [5, 0, 0, 0, 0, 0, 5], "total": [5, 0, 0, 0, 0, 0, 5] },
        "carried_out": ZEROS,
    }));
    for choices in ["", CASES, EACH] {
        let figure = chosen(&report, View::Applications, choices, ZhCn);
        assert_eq!((figure.panels, figure.controls), (vec![], vec![]));
        says(&figure.title, &["办结 5 件"]);
        says(&figure.summary, &["自然人 5 件", "予以公开 5 件"]);
        assert_eq!(figure.table.rows.len(), 5);
    }
}

#[test]
fn sums_beyond_64_bits_are_said_to_be_more() {
    let most = [i64::MAX; 7];
    let report = with_section(json!({
        "received": most,
        "carried_in": most,
        "outcomes": { "granted": most, "partly_granted": most, "refused": {
            "state_secret": most, "deliberative": most,
        } },
        "carried_out": most,
    }));
    for chosen_ in ["", CASES, EACH] {
        let figure = chosen(&report, View::Applications, chosen_, ZhCn);
        for text in [&figure.title, &figure.summary] {
            assert!(!text.contains('−') && !text.contains('%'), "{text}");
        }
        assert!(flow(&figure).links.iter().all(|link| link.value > 0.0));
    }
    let figure = plain(&report, View::Applications, ZhCn);
    let label = &node(&figure, "applications.outcomes.refused").label;
    assert_eq!(label, "超过 9,223,372,036,854,775,807");
}

fn number(cell: Cell) -> f64 {
    cell.count().unwrap_or(0) as f64
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_table_holds_exactly_the_printed_cells(report in any_report()) {
        for choices in choices(View::Applications) {
            for locale in Locale::ALL {
                let figure = figure(&report, View::Applications, &choices, locale);
                let given: Vec<(&str, Vec<TableCell>)> = RowKey::of(report.edition)
                    .filter_map(|row| {
                        let cells = report.applications.as_ref()?.row(row)?.0;
                        Some((row.path(), cells.map(TableCell::Cell).to_vec()))
                    })
                    .collect();
                let shown: Vec<(&str, Vec<TableCell>)> = figure
                    .table
                    .rows
                    .iter()
                    .map(|row| (row.key.as_str(), row.cells.clone()))
                    .collect();
                assert_eq!(shown, given);
                assert!(given.is_empty() || figure.table.columns.len() == 8);
            }
        }
    }

    #[test]
    fn every_text_of_any_report_is_whole_and_every_node_has_its_sentence(report in any_report()) {
        // The words of remarks are the report's own.
        let report = Report { remarks: Vec::new(), ..report };
        for choices in choices(View::Applications) {
            for locale in Locale::ALL {
                let figure = figure(&report, View::Applications, &choices, locale);
                assert!(!figure.title.is_empty());
                let mut texts = vec![&figure.title, &figure.summary];
                texts.extend(&figure.caveats);
                let Some(panel) = figure.panels.first() else { continue };
                let Plot::Sankey(flow) = &panel.plot else { panic!("{panel:?}") };
                for node in &flow.nodes {
                    assert_eq!(figure.detail(&node.key), Some(node.detail.as_str()));
                    assert!(!node.label.is_empty() && !node.name.is_empty());
                    texts.push(&node.detail);
                }
                for text in texts {
                    assert!(!text.contains('{') && !text.contains("  "), "{text}");
                }
                assert!(!figure.summary.is_empty());
            }
        }
    }

    #[test]
    fn a_band_from_an_applicant_is_a_cell_of_the_table(report in any_report()) {
        let figure = chosen(&report, View::Applications, EACH, ZhCn);
        let (Some(applications), Some(_)) = (&report.applications, figure.panels.first()) else {
            return Ok(());
        };
        let mut links = 0;
        for row in RowKey::of(report.edition) {
            for applicant in &Applicant::ALL[..6] {
                let cell = applications.cell(row, *applicant);
                let drawn = link(&figure, applicant_key(*applicant), row.path());
                let ends = row.is_outcome() || row == RowKey::CarriedOut;
                let expected = number(cell);
                assert_eq!(drawn, (ends && expected > 0.0).then_some(expected));
                links += usize::from(drawn.is_some());
            }
        }
        assert_eq!(flow(&figure).links.len(), links);
    }
}

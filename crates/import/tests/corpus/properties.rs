//! Any report that the form allows, printed in each layout and read back.

use crate::compare::{Outcome, compare_json};
use crate::fixture::{self, Fixture};
use gongkai_model::*;
use gongkai_testing::arbitrary::any_report;
use gongkai_testing::layouts::{self, Layout};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const AGENCIES: [&str; 4] = [
    "虚构县人民政府",
    "示例市财政局",
    "虚构镇人民政府",
    "示例省数据局",
];
const KINDS: [&str; 6] = [
    "政务动态信息",
    "公示公告信息",
    "财政预决算信息",
    "重大项目信息",
    "政策解读信息",
    "社会救助信息",
];
const ACTIVITIES: [(&str, &str); 4] = [
    ("新闻发布会", "场"),
    ("在线访谈", "期"),
    ("政府开放日活动", "次"),
    ("业务培训", "期"),
];

/// Categories that add up to the stated total, so that they are unambiguous.
fn disclosure() -> impl Strategy<Value = Disclosure> {
    let counts = vec(2..3000_i64, 2..=KINDS.len());
    let activities = vec(2..300_i64, 0..=ACTIVITIES.len());
    let stated = proptest::option::of((1..900_i64, 1..900_i64));
    (counts, activities, stated).prop_map(|(counts, activities, stated)| {
        let pieces = |count, unit: &str| Quantity {
            count,
            qualifier: None,
            unit: Some(unit.to_owned()),
        };
        let named = |name: &str, count, unit: &str| Named {
            name: name.to_owned(),
            count,
            qualifier: None,
            unit: Some(unit.to_owned()),
        };
        Disclosure {
            total: Some(pieces(counts.iter().sum(), "条")),
            categories_cover: Some(Cover::All),
            categories: KINDS
                .iter()
                .zip(&counts)
                .map(|(name, count)| named(name, *count, "条"))
                .collect(),
            activities: ACTIVITIES
                .iter()
                .zip(&activities)
                .map(|((name, unit), count)| named(name, *count, unit))
                .collect(),
            applications: stated.map(|(received, completed)| StatedApplications {
                received: Some(pieces(received, "件")),
                completed: Some(pieces(completed, "件")),
            }),
            ..Disclosure::default()
        }
    })
}

/// A missing cell is printed blank, because there is no other way to print it within a row.
fn blank(cell: &mut Cell) {
    if cell.is_missing() {
        *cell = Cell::Blank;
    }
}

fn fill_rows(applications: &mut Applications) {
    let outcomes = applications.outcomes.get_or_insert_default();
    let refused = outcomes.refused.get_or_insert_default();
    let unable = outcomes.unable.get_or_insert_default();
    let not_processed = outcomes.not_processed.get_or_insert_default();
    let other: Vec<&mut Option<Row>> = match &mut outcomes.other {
        Some(OtherOutcome::Divided(rows)) => vec![
            &mut rows.not_corrected_in_time,
            &mut rows.fee_not_paid,
            &mut rows.other,
        ],
        Some(OtherOutcome::One(row)) => {
            row.0.iter_mut().for_each(blank);
            Vec::new()
        }
        None => Vec::new(),
    };
    let rows = [
        &mut applications.received,
        &mut applications.carried_in,
        &mut outcomes.granted,
        &mut outcomes.partly_granted,
        &mut refused.state_secret,
        &mut refused.forbidden_by_law,
        &mut refused.three_securities_one_stability,
        &mut refused.third_party_rights,
        &mut refused.internal_affairs,
        &mut refused.deliberative,
        &mut refused.enforcement_file,
        &mut refused.administrative_query,
        &mut unable.not_held,
        &mut unable.needs_compiling,
        &mut unable.still_unclear,
        &mut not_processed.petition,
        &mut not_processed.repeat,
        &mut not_processed.asks_for_publication,
        &mut not_processed.excessive,
        &mut not_processed.asks_to_confirm,
        &mut outcomes.total,
        &mut applications.carried_out,
    ];
    for row in rows.into_iter().chain(other).flatten() {
        row.0.iter_mut().for_each(blank);
    }
}

fn fill(proactive: &mut Proactive, edition: Edition) {
    let old = edition == Edition::Form2019;
    // Without them nothing that is printed tells the edition.
    let rows = [&mut proactive.rules, &mut proactive.normative_documents];
    for row in rows.map(|row| row.get_or_insert_default()) {
        blank(&mut row.made);
        match edition {
            Edition::Form2019 => {
                blank(&mut row.disclosed);
                blank(&mut row.total_disclosed);
            }
            Edition::Form2021 => {
                blank(&mut row.repealed);
                blank(&mut row.in_force);
            }
        }
    }
    let rows = [
        &mut proactive.licences,
        &mut proactive.other_services,
        &mut proactive.penalties,
        &mut proactive.compulsory_measures,
    ];
    for row in rows.into_iter().flatten() {
        blank(&mut row.decisions);
        if old {
            blank(&mut row.items_last_year);
            blank(&mut row.change);
        }
    }
    let mut amounts = Vec::new();
    if let Some(fees) = &mut proactive.fees {
        if old {
            blank(&mut fees.items_last_year);
            blank(&mut fees.change);
        } else {
            amounts.push(&mut fees.amount);
        }
    }
    if let Some(procurement) = &mut proactive.procurement {
        blank(&mut procurement.projects);
        amounts.push(&mut procurement.amount);
    }
    for amount in amounts {
        if *amount == Amount::Missing {
            *amount = Amount::Blank;
        }
    }
}

/// A report that can be printed completely.
fn printable() -> impl Strategy<Value = Report> {
    let head = (select(&AGENCIES[..]), 2019..=2030_u16, any::<bool>());
    (any_report(), head, disclosure()).prop_map(|(mut report, head, disclosure)| {
        let (name, year, period) = head;
        report.agency = Agency {
            name: name.to_owned(),
            division_code: None,
        };
        report.year = year;
        report.period = period.then_some(Period {
            from: Date {
                year,
                month: 1,
                day: 1,
            },
            to: Date {
                year,
                month: 12,
                day: 31,
            },
        });
        report.source = None;
        report.text = Vec::new();
        // The agency adds these to the JSON; no published form prints them.
        report.remarks = Vec::new();
        report.disclosure = report.disclosure.map(|_| disclosure);
        fill(report.proactive.get_or_insert_default(), report.edition);
        if let Some(applications) = &mut report.applications {
            fill_rows(applications);
        }
        if let Some(reviews) = &mut report.reviews {
            let blocks = [
                &mut reviews.reconsideration,
                &mut reviews.litigation_direct,
                &mut reviews.litigation_after_reconsideration,
            ];
            for block in blocks.map(|block| block.get_or_insert_default()) {
                blank(&mut block.upheld);
                blank(&mut block.corrected);
                blank(&mut block.other);
                blank(&mut block.pending);
                blank(&mut block.total);
            }
        }
        report
    })
}

fn read_back(report: &Report, layout: Layout) -> Result<Outcome, TestCaseError> {
    let (file, bytes) = layouts::write(report, layout);
    let imported = fixture::convert(&file, &bytes)
        .map_err(|error| TestCaseError::fail(format!("{layout:?}: {error:?}")))?;
    let fixture = Fixture {
        file,
        bytes,
        expected: gongkai_testing::json(report),
        gaps: Vec::new(),
        may: Vec::new(),
    };
    let actual = gongkai_testing::json(&imported.report);
    Ok(compare_json(&fixture, &actual, &imported.notes))
}

fn layouts_that(keep: bool) -> impl Strategy<Value = Layout> {
    let layouts = Layout::ALL.into_iter();
    select(
        layouts
            .filter(|layout| layout.keeps_blanks() == keep)
            .collect::<Vec<_>>(),
    )
}

/// Each case is a whole file. `PROPTEST_CASES` requests more than the usual number.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_layout_that_keeps_blanks_gives_the_same_report_back(
        report in printable(),
        layout in layouts_that(true),
    ) {
        let outcome = read_back(&report, layout)?;
        prop_assert!(outcome.wrong.is_empty(), "{layout:?} wrong: {:#?}", outcome.wrong);
        prop_assert!(outcome.missing.is_empty(), "{layout:?} missing: {:#?}", outcome.missing);
    }

    #[test]
    fn a_layout_that_drops_blanks_gives_the_same_cell_or_a_gap(
        report in printable(),
        layout in layouts_that(false),
    ) {
        let outcome = read_back(&report, layout)?;
        prop_assert!(outcome.wrong.is_empty(), "{layout:?} wrong: {:#?}", outcome.wrong);
        prop_assert!(outcome.silent.is_empty(), "{layout:?} silent: {:#?}", outcome.silent);
    }
}

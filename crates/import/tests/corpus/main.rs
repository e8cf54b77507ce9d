//! Compares the importer's reading of reports in every layout with what a careful person would enter.
//! See `reports/README.md`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod accounting;
mod compare;
mod converted;
mod fixture;
mod lists;
mod longde;
mod measure;
mod printed;
mod properties;

use compare::{Outcome, compare};
use fixture::Fixture;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::panic::catch_unwind;
use std::path::Path;

/// How many leaves that the files state may be missing from all fixtures. (Those that a person could
/// leave out too are in a fixture's `.may`, those that cannot be known in `.gaps`.)
///
/// Three are missing: in text, a cell that is not a number (约2000万元, 未统计) makes it unknown how many
/// cells its row has, so the whole row is left out.
const MISSING_ALLOWED: RangeInclusive<usize> = 0..=3;

/// The outcome of a fixture, which may be a panic or an error.
fn outcome(fixture: &Fixture) -> Outcome {
    let imported = catch_unwind(|| fixture::convert(&fixture.file, &fixture.bytes));
    match imported {
        Ok(Ok(imported)) => compare(fixture, &imported),
        Ok(Err(error)) => Outcome::unread(fixture, &format!("{error:?}")),
        Err(_) => Outcome::unread(fixture, "the importer panicked"),
    }
}

fn table(outcomes: &[(&Fixture, Outcome)]) -> String {
    let mut table = String::from("right  missing  wrong  left out  fixture\n");
    for (fixture, outcome) in outcomes {
        let _ = writeln!(
            table,
            "{:>5}  {:>7}  {:>5}  {:>8}  {}",
            outcome.right,
            outcome.missing.len(),
            outcome.wrong.len(),
            outcome.left_out,
            fixture.file,
        );
        for complaint in outcome.complaints() {
            let _ = writeln!(table, "                                    {complaint}");
        }
    }
    table
}

#[test]
fn no_cell_is_wrong_and_none_is_lost_silently() {
    let fixtures = fixture::all();
    let outcomes: Vec<(&Fixture, Outcome)> = fixtures
        .iter()
        .map(|fixture| (fixture, outcome(fixture)))
        .collect();
    let sum = |count: fn(&Outcome) -> usize| outcomes.iter().map(|(_, o)| count(o)).sum::<usize>();
    let missing = sum(|outcome| outcome.missing.len());
    let wrong = sum(|outcome| outcome.wrong.len());
    let silent = sum(|outcome| outcome.silent.len());
    let mut text = table(&outcomes);
    let _ = writeln!(
        text,
        "cells right {}, missing {missing}, wrong {wrong}",
        sum(|outcome| outcome.right)
    );
    println!("{text}");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../corpus.txt");
    std::fs::write(target, &text).expect("the target folder");
    assert_eq!(wrong, 0, "wrong; see target/corpus.txt");
    assert_eq!(silent, 0, "lost without a gap; see target/corpus.txt");
    let unexplained = sum(|outcome| outcome.unexplained);
    assert!(
        MISSING_ALLOWED.contains(&unexplained),
        "{unexplained} missing that the files state; see target/corpus.txt"
    );
}

#[test]
fn there_are_enough_fixtures_and_each_says_that_it_is_fictional() {
    let fixtures = fixture::all();
    assert!(fixtures.len() >= 40, "{} fixtures", fixtures.len());
    for fixture in &fixtures {
        let name = fixture.expected["agency"]["name"].as_str().unwrap_or("");
        let fictional = ["虚构", "虛構", "示例"];
        assert!(
            fictional.iter().any(|word| name.starts_with(word)),
            "{}: {name}",
            fixture.file
        );
    }
}

//! Measures what is read from the prose of section one, on fictional reports with what a careful
//! person reads from each (README.md). The ceilings and floors hold the state that was reached.
//!
//! `PROSE_CORPUS_DETAILS=1` prints every entry that is not read as expected.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod measure;

use measure::{Counts, measure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn entries(part: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/prose_corpus")
        .join(part);
    let files = std::fs::read_dir(&folder).expect("the folder of the corpus");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let read = |path| {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let entries: Vec<Value> = serde_json::from_str(&text).expect("an array of entries");
        entries
    };
    paths.into_iter().flat_map(read).collect()
}

/// What was reached, which later changes may only better.
struct Held {
    right: usize,
    wrong: usize,
    silent: usize,
    misplaced: usize,
}

/// Measures the entries of a folder by pattern, and holds the sums.
fn hold(part: &str, has_details: bool, held: &Held) {
    let mut by_pattern: BTreeMap<String, Counts> = BTreeMap::new();
    let mut all = Counts::default();
    for entry in entries(part) {
        let (counts, details) = measure(&entry);
        if has_details && !details.is_empty() {
            println!("{} {}", entry["id"], entry["text"]);
            for detail in details {
                println!("    {detail}");
            }
        }
        let pattern = entry["pattern"].as_str().expect("a pattern").to_owned();
        *by_pattern.entry(pattern).or_default() += counts;
        all += counts;
    }
    println!("{part:12} {}", Counts::HEADINGS);
    for (pattern, counts) in &by_pattern {
        println!("{pattern:12} {counts}");
    }
    println!("{:12} {all}", "all");
    assert!(
        all.right >= held.right,
        "{} right, at least {} before",
        all.right,
        held.right
    );
    for (what, found, ceiling) in [
        ("false", all.wrong, held.wrong),
        ("silent", all.silent, held.silent),
        ("misplaced", all.misplaced, held.misplaced),
    ] {
        assert!(found <= ceiling, "{found} {what}, at most {ceiling} before");
    }
}

#[test]
fn the_state_that_was_reached_is_held() {
    let has_details = std::env::var_os("PROSE_CORPUS_DETAILS").is_some();
    let held = Held {
        right: 3238,
        wrong: 0,
        silent: 0,
        misplaced: 0,
    };
    hold("seen", has_details, &held);
}

/// Prints sums only: whoever changes the reader does not look at these entries.
#[test]
fn what_the_reader_was_not_made_for_is_read_no_worse() {
    let held = Held {
        right: 369,
        wrong: 4,
        silent: 3,
        misplaced: 15,
    };
    hold("unseen", false, &held);
}

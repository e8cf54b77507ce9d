//! Measures what is read from the prose of section one, on fictional reports with what a careful
//! person reads from each (README.md). The ceilings and floors hold the state that was reached.
//!
//! `PROSE_CORPUS_DETAILS=1` prints every entry that is not read as expected.

mod measure;

use measure::{Counts, measure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn entries() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose_corpus/seen");
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

#[test]
fn the_state_that_was_reached_is_held() {
    let has_details = std::env::var_os("PROSE_CORPUS_DETAILS").is_some();
    let mut by_pattern: BTreeMap<String, Counts> = BTreeMap::new();
    let mut all = Counts::default();
    for entry in entries() {
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
    println!("{:12} {}", "pattern", Counts::HEADINGS);
    for (pattern, counts) in &by_pattern {
        println!("{pattern:12} {counts}");
    }
    println!("{:12} {all}", "all");
    let floors = [("right", all.right, RIGHT)];
    for (what, found, floor) in floors {
        assert!(found >= floor, "{found} {what}, at least {floor} before");
    }
    let ceilings = [
        ("false", all.wrong, FALSE),
        ("silent", all.silent, SILENT),
        ("misplaced", all.misplaced, MISPLACED),
    ];
    for (what, found, ceiling) in ceilings {
        assert!(found <= ceiling, "{found} {what}, at most {ceiling} before");
    }
}

const RIGHT: usize = 830;
const FALSE: usize = 41;
const SILENT: usize = 16;
const MISPLACED: usize = 142;

//! The corpus as PDF, if it is available: `scripts/printed.sh` prints it with several programs in the folder
//! `GONGKAI_PRINTED`, which has a folder for each program and type size.

use crate::compare::{Outcome, compare};
use crate::fixture::{self, Fixture};
use std::env;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Fixtures whose page a print does not show as it is: values of form fields, text that only its size hides
/// or raises, metadata, and a wrong encoding, which browsers believe.
const DAMAGED: [&str; 4] = [
    "html-note-signs.html",
    "html-fields.html",
    "source-meta-2023.html",
    "charset-mislabelled.html",
];

/// Pages of portals that are laid out by a table. Browsers draw them as they are; other programs place
/// the text beyond the edge of the paper, and without rules nothing separates it from the menu.
const PORTALS: [&str; 3] = [
    "old-columns-2022.html",
    "old-portal-2019.html",
    "old-portal-gbk-2020.html",
];

/// What was read of a folder of files.
#[derive(Default)]
struct Sum {
    files: usize,
    right: usize,
    missing: usize,
    silent: usize,
    wrong: usize,
    complaints: Vec<String>,
}

impl Sum {
    fn add(&mut self, fixture: &Fixture, outcome: &Outcome) {
        self.files += 1;
        self.right += outcome.right;
        self.missing += outcome.missing.len();
        self.silent += outcome.silent.len();
        self.wrong += outcome.wrong.len();
        let complaints = outcome.complaints();
        let complaints = complaints
            .into_iter()
            .map(|one| format!("  {}: {one}", fixture.file));
        self.complaints.extend(complaints);
    }
}

fn outcome(fixture: &Fixture, file: &Path) -> Option<Outcome> {
    let bytes = fs::read(file).ok()?;
    let imported = catch_unwind(|| fixture::convert("report.pdf", &bytes));
    Some(match imported {
        Ok(Ok(imported)) => compare(fixture, &imported),
        Ok(Err(error)) => Outcome::unread(fixture, &format!("{error:?}")),
        Err(_) => Outcome::unread(fixture, "the importer panicked"),
    })
}

#[test]
fn no_cell_of_a_printed_report_is_wrong() {
    let Some(folder) = env::var_os("GONGKAI_PRINTED").map(PathBuf::from) else {
        println!("skipped: GONGKAI_PRINTED names no folder");
        return;
    };
    let only = env::var("GONGKAI_ONLY").unwrap_or_default();
    let entries = fs::read_dir(&folder).expect("the folder of printed reports");
    let mut ways: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    ways.sort();
    let mut failures = Vec::new();
    for way in ways {
        let name = way
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with("html") || !name.contains(&only) {
            continue;
        }
        let mut sum = Sum::default();
        for fixture in fixture::all() {
            let stem = fixture.file.rsplit_once('.').map_or("", |(stem, _)| stem);
            let file = way.join(format!("{stem}.pdf"));
            let shows_portals = name.starts_with("chromium") && !name.ends_with(['e', 'd']);
            let is_out = PORTALS.contains(&fixture.file.as_str()) && !shows_portals;
            if is_out || DAMAGED.contains(&fixture.file.as_str()) {
                continue;
            }
            if let Some(outcome) = outcome(&fixture, &file) {
                sum.add(&fixture, &outcome);
            }
        }
        println!(
            "{name}: {} files, {} right, {} left out, {} of them silently, {} wrong",
            sum.files, sum.right, sum.missing, sum.silent, sum.wrong
        );
        println!("{}", sum.complaints.join("\n"));
        if sum.wrong + sum.silent > 0 {
            failures.push(name);
        }
    }
    assert!(failures.is_empty(), "{failures:?}");
}

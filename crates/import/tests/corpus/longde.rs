//! The real report, if it is available: next to the project, or in `GONGKAI_REPORTS`.

use crate::compare::{Outcome, compare};
use crate::fixture::{self, Fixture};
use gongkai_import::Imported;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const FILE: &str = "longde-2020.txt";

/// The file in `GONGKAI_REPORTS`, or in the folder `reports` of a folder next to the project.
fn file() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("GONGKAI_REPORTS") {
        return Some(Path::new(&folder).join(FILE)).filter(|path| path.is_file());
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    fs::read_dir(beside)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("reports").join(FILE)))
        .find(|path| path.is_file())
}

fn imported() -> Option<(Fixture, Imported)> {
    let Some(path) = file() else {
        println!("skipped: {FILE} is not there");
        return None;
    };
    let fixture = Fixture {
        file: FILE.to_owned(),
        bytes: fs::read(&path).expect("a file that is there"),
        expected: {
            let mut sample = gongkai_testing::json(&gongkai_testing::sample("longde-2020.json"));
            let fields = sample.as_object_mut().expect("an object");
            for apart in ["text", "source"] {
                fields.remove(apart);
            }
            let agency = fields.get_mut("agency").and_then(|a| a.as_object_mut());
            agency.expect("an object").remove("division_code");
            sample
        },
        gaps: Vec::new(),
        may: Vec::new(),
    };
    let imported = fixture::convert(&fixture.file, &fixture.bytes).expect("a report");
    Some((fixture, imported))
}

#[test]
fn the_real_report_has_no_cell_missing_or_wrong() {
    let Some((fixture, imported)) = imported() else {
        return;
    };
    let outcome: Outcome = compare(&fixture, &imported);
    let complaints =
        [&outcome.wrong, &outcome.silent, &outcome.missing].map(|list| list.join("\n"));
    assert!(
        complaints.iter().all(String::is_empty),
        "{}",
        complaints.join("\n")
    );
    println!("{FILE}: {} leaves right", outcome.right);
}

#[test]
fn the_real_report_has_no_gap() {
    let Some((_, imported)) = imported() else {
        return;
    };
    assert!(!imported.has_gaps(), "{:#?}", imported.notes);
}

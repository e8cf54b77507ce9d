//! The catalogue loses nothing of the reports, and gives the same answers as a slow evaluation of them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod build;
mod fictional;
mod findings;
mod questions;
mod read;
mod schema;
mod search;
mod series_files;
mod sums;

use gongkai_catalog::*;
use gongkai_model::{Agency, Currency, Decimal, Report};
use serde_json::{Value as Json, json};

fn measure(id: &str) -> Measure {
    Measure::from_id(id).unwrap_or_else(|| panic!("no measure {id}"))
}

/// Makes a text with the form of a hash, different for each input.
fn hash(of: &str) -> String {
    let mut sum = 1_u64;
    (0..64)
        .map(|at: u64| {
            for byte in of.bytes() {
                sum = sum.wrapping_mul(0x100_0000_01b3) ^ u64::from(byte) ^ at;
            }
            char::from(b'A' + (sum >> 20) as u8 % 26)
        })
        .collect()
}

fn source(file: &str, report: &Report) -> Extract {
    let file = file.to_owned();
    Extract::of(file, hash(&report.write()), report, &Measure::all()).expect("fit for a catalogue")
}

/// Builds a catalogue of reports with the paths `r0.json`, `r1.json` …; the initials are the ASCII letters
/// of the name.
fn built(reports: &[Report]) -> BuildResult {
    let sources = reports.iter().enumerate();
    let sources = sources.map(|(index, report)| source(&format!("r{index}.json"), report));
    build(sources.collect(), &Measure::all(), &|name: &str| {
        name.chars().filter(char::is_ascii_alphabetic).collect()
    })
}

/// Makes a report of an invented county with only its head and the given fields.
fn report(name: &str, year: u16, edition: &str, fields: &[(&str, Json)]) -> Report {
    let mut json = json!({
        "format": gongkai_model::FORMAT,
        "agency": { "name": name },
        "year": year,
        "edition": edition,
    });
    for (path, value) in fields {
        gongkai_testing::put(&mut json, path, value.clone());
    }
    gongkai_testing::report(&json)
}

/// Makes seven cells, the last of which is the total.
fn row(total: Json) -> Json {
    json!([0, 0, 0, 0, 0, 0, total])
}

/// Returns the reports of the fictional county for seven years.
fn county() -> Vec<Report> {
    gongkai_testing::samples("fictional", "county")
}

//! A file of `reports` with its expected report.

use gongkai_import::{ImportError, Imported};
use gongkai_model::Report;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

pub struct Fixture {
    pub file: String,
    pub bytes: Vec<u8>,
    pub expected: Value,
    /// Fields that cannot be known from the file.
    pub gaps: Vec<String>,
    pub may: Vec<May>,
}

/// A deviation that a careful person could make too.
pub enum May {
    /// Another correct value, or an optional field.
    Be { path: String, value: String },
    /// A field that may be left out, with a gap.
    Miss(String),
    /// A number of the prose that may be listed as an activity.
    Activity(i64),
    /// Categories may be listed as activities and vice versa.
    EitherList,
}

impl May {
    fn read(line: &str) -> May {
        if let Some(path) = line.strip_prefix("missing ") {
            return May::Miss(path.to_owned());
        }
        if let Some(number) = line.strip_prefix("activity ") {
            return May::Activity(number.parse().expect("a number"));
        }
        if line == "either-list" {
            return May::EitherList;
        }
        let (path, value) = line.split_once('=').expect("path=value");
        May::Be {
            path: path.to_owned(),
            value: value.to_owned(),
        }
    }
}

impl Fixture {
    fn read(path: &Path) -> Fixture {
        let beside = |extension: &str| fs::read_to_string(path.with_extension(extension));
        let lines = |extension: &str| -> Vec<String> {
            let text = beside(extension).unwrap_or_default();
            text.lines().map(str::to_owned).collect()
        };
        let expected = beside("json").unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Report::read(&expected).unwrap_or_else(|e| panic!("{}: {e:?}", path.display()));
        Fixture {
            file: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            bytes: fs::read(path).expect("a file that was listed"),
            expected: serde_json::from_str(&expected).expect("a report is JSON"),
            gaps: lines("gaps"),
            may: lines("may").iter().map(|line| May::read(line)).collect(),
        }
    }
}

/// All fixtures, sorted by name.
pub fn all() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/reports");
    let entries = fs::read_dir(folder).expect("the folder of fixtures");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|kind| kind == "html" || kind == "txt")
        })
        .collect();
    paths.sort();
    paths.iter().map(|path| Fixture::read(path)).collect()
}

/// Reads a file as the command line and the browser do.
pub fn convert(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    gongkai_import::read(&gongkai_import::open(name, bytes)?)
}

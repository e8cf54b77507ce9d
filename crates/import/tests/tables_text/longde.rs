//! The real report that the samples are based on, if it is available.

use gongkai_import::{open, read};
use gongkai_model::Report;
use std::path::{Path, PathBuf};

/// The report as text, in the folder that `GONGKAI_REPORTS` names or next to the project.
fn file() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reports");
    let folder = std::env::var_os("GONGKAI_REPORTS").map_or(beside, PathBuf::from);
    let file = folder.join("longde-2020.txt");
    file.is_file().then_some(file)
}

#[test]
fn the_real_report_is_read_with_no_figure_missing_or_wrong() {
    let Some(file) = file() else {
        println!("longde-2020.txt is not here: nothing is compared");
        return;
    };
    let bytes = std::fs::read(file).expect("readable");
    let document = open("longde-2020.txt", &bytes).expect("a text");
    let imported = read(&document).expect("a report");
    let json = include_str!("../../../../samples/longde-2020.json");
    let sample = Report::read(json).expect("the sample");
    let report = &imported.report;

    assert_eq!(report.agency.name, sample.agency.name);
    assert_eq!(report.year, sample.year);
    assert_eq!(report.period, sample.period);
    assert_eq!(report.edition, sample.edition);
    assert_eq!(report.proactive, sample.proactive);
    assert_eq!(report.applications, sample.applications);
    assert_eq!(report.reviews, sample.reviews);
    assert_eq!(report.disclosure, sample.disclosure);
    assert!(!imported.has_gaps(), "{:#?}", imported.notes);
}

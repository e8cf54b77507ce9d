//! The real report, if its text is available.

use super::*;
use std::path::{Path, PathBuf};

fn text() -> Option<String> {
    let folder = std::env::var_os("GONGKAI_REPORTS").map(PathBuf::from);
    let folder = folder
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reports"));
    std::fs::read_to_string(folder.join("longde-2020.txt")).ok()
}

#[test]
fn the_real_report_gives_the_figures_of_its_sample() {
    let Some(text) = text() else { return };
    let imported = imported(&text);
    let sample = gongkai_testing::sample("longde-2020.json");
    let (report, sample) = (&imported.report, &sample);
    assert_eq!(gaps(&imported), []);
    assert_eq!(report.disclosure, sample.disclosure);
    assert_eq!(report.agency.name, sample.agency.name);
    assert_eq!(report.year, sample.year);
    assert_eq!(report.period, sample.period);
    assert_eq!(report.source, sample.source);
    let titles = |report: &Report| -> Vec<String> {
        report
            .text
            .iter()
            .map(|section| section.title.clone())
            .collect()
    };
    assert_eq!(titles(report), titles(sample));
}

//! What every target requires of a file.

use gongkai_import as import;
use gongkai_model::Report;

/// Reads a file as the command line does. What comes of it must survive being written.
pub fn convert(name: &str, bytes: &[u8]) {
    let Ok(document) = import::open(name, bytes) else {
        return;
    };
    if let Ok(imported) = import::read(&document) {
        write_and_read(&imported.report);
    }
}

/// Panics if a report is read back differently from how it was written.
pub fn write_and_read(report: &Report) {
    let text = report.write();
    match Report::read(&text) {
        Ok(again) => assert_eq!(&again, report, "{text}"),
        Err(error) => panic!("{error:?}\n{text}"),
    }
}

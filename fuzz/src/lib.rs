//! What every target holds a file to.

use gongkai_import;
use gongkai_model::Report;

/// The file is opened and read as the command line would; what comes of it is written and read back.
pub fn converted(name: &str, bytes: &[u8]) {
    let Ok(document) = import::open(name, bytes) else {
        return;
    };
    if let Ok(imported) = import::read(&document) {
        written(&imported.report);
    }
}

/// A report survives being a file.
pub fn written(report: &Report) {
    let text = report.write();
    match Report::read(&text) {
        Ok(again) => assert_eq!(&again, report, "{text}"),
        Err(error) => panic!("{error:?}\n{text}"),
    }
}

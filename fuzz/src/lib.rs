//! What every target requires of a file.

use gongkai_import as import;
use gongkai_model::Report;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

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

/// Puts parts into a ZIP archive without compression.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, contents) in parts {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(contents).expect("a part");
    }
    writer.finish().expect("an archive").into_inner()
}

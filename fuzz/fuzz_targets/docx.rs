//! Arbitrary bytes as a Word file, and as the document inside one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.docx", bytes);
    // Almost any change makes an archive invalid, so most inputs are put inside a valid one.
    if !bytes.starts_with(b"PK") {
        gongkai_fuzz::convert("report.docx", &archive(bytes));
    }
});

fn archive(document: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer
        .start_file("word/document.xml", options)
        .expect("a part");
    writer.write_all(document).expect("a part");
    writer.finish().expect("an archive").into_inner()
}

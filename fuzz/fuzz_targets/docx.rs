//! Any bytes as a Word file, and as the text inside one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::converted("report.docx", bytes);
    // Few changes of an archive leave it one: most of what is tried stands inside.
    if !bytes.starts_with(b"PK") {
        gongkai_fuzz::converted("report.docx", &file(bytes));
    }
});

fn file(text: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive
        .start_file("word/document.xml", options)
        .expect("a part");
    archive.write_all(text).expect("a part");
    archive.finish().expect("an archive").into_inner()
}

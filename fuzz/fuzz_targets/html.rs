//! Arbitrary bytes as a web page.

#![no_main]

use gongkai_import::{encoding, html, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.html", bytes);
    // Bytes that are not recognised as a page are parsed as one too.
    if let Ok(text) = encoding::decode(bytes)
        && let Ok(document) = html::document(&text)
        && let Ok(imported) = read(&document)
    {
        gongkai_fuzz::write_and_read(&imported.report);
    }
});

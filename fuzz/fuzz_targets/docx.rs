//! Arbitrary bytes as a Word file, and as the document inside one.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.docx", bytes);
    // Almost any change makes an archive invalid, so most inputs are put inside a valid one.
    if !bytes.starts_with(b"PK") {
        let parts = [("word/document.xml", bytes)];
        gongkai_fuzz::convert("report.docx", &gongkai_fuzz::archive(&parts));
    }
});

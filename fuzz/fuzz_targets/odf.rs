//! Arbitrary bytes as an OpenDocument file, and as the content of one.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.odt", bytes);
    if !bytes.starts_with(b"PK") {
        let kind = b"application/vnd.oasis.opendocument.text";
        let parts = [("mimetype", kind.as_slice()), ("content.xml", bytes)];
        gongkai_fuzz::convert("report.odt", &gongkai_fuzz::archive(&parts));
    }
});

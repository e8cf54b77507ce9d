//! Arbitrary bytes as a Rich Text file, and as the text of one.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.rtf", bytes);
    gongkai_fuzz::convert("report.rtf", &[b"{\\rtf1 ", bytes, b"}"].concat());
});

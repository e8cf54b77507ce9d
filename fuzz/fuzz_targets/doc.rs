//! Arbitrary bytes as a Word 97 file.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gongkai_fuzz::convert("report.doc", bytes));

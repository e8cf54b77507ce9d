//! Arbitrary text as a report in JSON.

#![no_main]

use gongkai_model::Report;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(report) = Report::read(text) {
        gongkai_fuzz::write_and_read(&report);
    }
});

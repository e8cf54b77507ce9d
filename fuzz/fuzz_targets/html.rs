//! Any bytes as a web page, whatever they look like.

#![no_main]

use gongkai_import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::converted("report.html", bytes);
    // A page that does not begin like one is read as a page too.
    if let Ok(text) = import::encoding::decode(bytes)
        && let Ok(document) = import::html::document(&text)
        && let Ok(imported) = import::read(&document)
    {
        gongkai_fuzz::written(&imported.report);
    }
});

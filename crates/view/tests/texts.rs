//! Every message in both languages.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_i18n::Locale;
use gongkai_testing::texts::*;
use gongkai_testing::{folder, texts_of};
use gongkai_view::text::*;

#[test]
fn every_message_is_there_in_both_languages() {
    let all = texts_of!(Locale; AppText, ApplicationsText, ChecksViewText, ExportText, OriginalText, PageText, SectionsText, ExportActionText, Text);
    assert_eq!(
        lists_in(&folder("crates/view/src")),
        9,
        "add the new list here"
    );
    assert_complete(&all);
    assert_english(&all, &[]);
    let known = [
        "JSON", "gongkai", "report", "edition", "null", "value", "unit", "T", "Home", "End",
        "Enter", "Esc", "CSV", "SVG", "PNG", "BOM", "head", "A", "Excel",
        // A report that is read online, in a reference.
        "R", "OL", "Parquet", "Atom",
    ];
    assert_chinese(&all, &known);
}

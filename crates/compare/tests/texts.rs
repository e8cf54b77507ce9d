//! Every message in both languages.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_compare::messages::CompareText;
use gongkai_i18n::Locale;
use gongkai_testing::texts::*;
use gongkai_testing::{folder, texts_of};

#[test]
fn every_message_is_there_in_both_languages() {
    let all = texts_of!(Locale; CompareText);
    assert_eq!(
        lists_in(&folder("crates/compare/src")),
        1,
        "add the new list here"
    );
    assert_complete(&all);
    assert_english(&all, &[]);
    // A reference has the form of GB/T 7714 and no words of its own.
    let others: Vec<_> = all
        .into_iter()
        .filter(|(name, ..)| !name.ends_with("Reference"))
        .collect();
    assert_technical_chinese(&others);
}

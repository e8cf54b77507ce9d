//! Every message in both languages.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_context::ContextText;
use gongkai_i18n::Locale;
use gongkai_testing::texts::*;
use gongkai_testing::{folder, texts_of};

#[test]
fn every_message_is_there_in_both_languages() {
    let all = texts_of!(Locale; ContextText);
    assert_eq!(
        lists_in(&folder("crates/context/src")),
        1,
        "add the new list here"
    );
    assert_complete(&all);
    assert_english(&all, &[]);
    assert_chinese(&all, &[]);
}

//! Every message in both languages.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_catalog::{CatalogText, MeasureText};
use gongkai_i18n::Locale;
use gongkai_testing::texts::*;
use gongkai_testing::{folder, texts_of};

#[test]
fn every_message_is_there_in_both_languages() {
    let all = texts_of!(Locale; CatalogText, MeasureText);
    assert_eq!(
        lists_in(&folder("crates/catalog/src")),
        2,
        "add the new list here"
    );
    assert_complete(&all);
    assert_english(&all, &["统计用区划代码"]);
    assert_technical_chinese(&all);
}

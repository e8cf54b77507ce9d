//! Every text in both languages, with the same places to fill.

use super::errors::ErrorText;
use super::{
    AppText, ApplicationsText, CatalogText, CheckText, ChecksViewText, CliText, CompareText,
    ExportText, ImportText, Label, Locale, MeasureText, OpenText, OriginalText, PageText,
    SectionsText, TakeText, Text,
};

/// The indices that a template fills, each once, in order.
fn places(template: &str) -> Vec<usize> {
    let mut places: Vec<usize> = template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split(['}', '|']).next()?.parse().ok())
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Name, Chinese and English of every text.
fn all() -> Vec<(String, &'static str, &'static str)> {
    macro_rules! texts_of {
        ($($name:ident),+) => {{
            let mut all = Vec::new();
            $(all.extend($name::ALL.iter().map(|text| (
                format!("{}::{text:?}", stringify!($name)),
                text.text(Locale::ZhCn),
                text.text(Locale::En),
            )));)+
            all
        }};
    }
    texts_of!(
        AppText,
        ApplicationsText,
        CatalogText,
        CompareText,
        CheckText,
        ChecksViewText,
        CliText,
        ErrorText,
        ExportText,
        ImportText,
        Label,
        MeasureText,
        OpenText,
        OriginalText,
        PageText,
        SectionsText,
        TakeText,
        Text
    )
}

#[test]
fn no_list_of_texts_is_left_out_here() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n");
    let mut lists = 0;
    let mut names = String::new();
    for entry in std::fs::read_dir(folder).expect("the folder of texts") {
        let source = std::fs::read_to_string(entry.expect("a file").path()).expect("a source file");
        for line in source.split("\ntexts! {\n").skip(1) {
            lists += 1;
            let name = line
                .lines()
                .find(|line| !line.trim_start().starts_with("///"));
            names.push_str(name.unwrap_or_default().trim());
            names.push(' ');
        }
    }
    assert_eq!(lists, 18, "add the new list to `all`: {names}");
}

#[test]
fn every_text_has_both_languages_and_the_same_places() {
    let texts = all();
    assert!(texts.len() > 100);
    for (name, zh, en) in texts {
        assert!(!zh.trim().is_empty(), "{name} has no Chinese");
        assert!(!en.trim().is_empty(), "{name} has no English");
        assert_eq!(places(zh), places(en), "{name}: {zh} / {en}");
    }
}

#[test]
fn every_english_text_is_english_and_every_chinese_sentence_chinese() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (name, zh, en) in all() {
        // A message may quote what a Chinese file holds.
        if !name.starts_with("ErrorText") && !en.contains("统计用区划代码") {
            assert!(!en.contains(han), "{name} has Chinese in its English: {en}");
        }
        // Commands, options and kinds of files have no other names.
        if [
            "CatalogText",
            "CliText",
            "CompareText",
            "ImportText",
            "OpenText",
        ]
        .iter()
        .any(|list| name.starts_with(list))
        {
            assert!(
                zh.contains(han) || en == zh || !zh.contains(' '),
                "{name}: {zh}"
            );
            continue;
        }
        let words = zh.split(|c: char| !c.is_ascii_alphabetic());
        let known = |word: &&str| {
            [
                "", "JSON", "gongkai", "report", "edition", "null", "value", "unit", "T", "Home",
                "End", "Enter", "Esc", "CSV", "SVG", "PNG", "BOM", "head",
            ]
            .contains(word)
        };
        let foreign: Vec<&str> = words.filter(|word| !known(word)).collect();
        assert!(
            foreign.is_empty(),
            "{name} has English in its Chinese: {foreign:?}"
        );
    }
}

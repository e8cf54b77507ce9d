//! No number of section one disappears: each ends in the report or in a note.

use super::*;
use gongkai_import::open;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Units of what a person would count. Shares, dates, durations and numbers of documents have others.
const UNITS: &str = "条件篇次份个期场人名家户部幅册起宗批元";
/// Words before the amount of a change, which has no field.
const CHANGES: [&str; 13] = [
    "增", "减", "减少", "下降", "上升", "提高", "多", "少", "降低", "提升", "增至", "长", "升",
];

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn ascii(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// The numbers that a text counts something with, as digits, found without the reader.
fn counted(text: &str) -> Vec<String> {
    let text: Vec<char> = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{3000}'))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !is_digit(text[at]) {
            at += 1;
            continue;
        }
        let start = at;
        while at < text.len()
            && (is_digit(text[at])
                || matches!(text[at], ',' | '，' | '.')
                    && text.get(at + 1).is_some_and(|c| is_digit(*c)))
        {
            at += 1;
        }
        let digits: String = text[start..at]
            .iter()
            .copied()
            .map(ascii)
            .filter(char::is_ascii_digit)
            .collect();
        let after: String = text[at..].iter().take(6).collect();
        let rest = after.trim_start_matches(['余', '多', '万', '亿', '千', '百']);
        let before: String = text[start.saturating_sub(6)..start].iter().collect();
        let is_unit = rest.starts_with(|c| UNITS.contains(c));
        // 个月, 个工作日, 个百分点, 人大, 条例, 部门, 期间 are no units; 第20条 is an ordinal.
        let is_word = [
            "个月",
            "个工作日",
            "个百分点",
            "个小时",
            "次会议",
            "条例",
            "部门",
            "期间",
            "个自然日",
            "个方面",
            "年",
        ]
        .iter()
        .any(|word| rest.starts_with(word));
        let is_ordinal = before.ends_with(['第', '〔', '[', '-', '—', '/', '+', '.', '“'])
            || before.ends_with(|c: char| c.is_ascii_alphabetic());
        let is_change = CHANGES.iter().any(|word| {
            before
                .trim_end_matches(['了', '约', '加', '为'])
                .ends_with(word)
        });
        if is_unit && !is_word && !is_ordinal && !is_change {
            found.push(digits);
        }
    }
    found
}

/// All numbers of an excerpt, whatever they count.
fn digits(text: &str) -> Vec<String> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' ' | '.'))
        .map(ascii)
        .collect();
    plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The numbers of section one that are neither in the report nor in a note.
fn lost(imported: &Imported) -> Vec<String> {
    let Some(section) = imported.report.text.first() else {
        return Vec::new();
    };
    if !section.title.contains("总体") && !section.title.contains("概") {
        return Vec::new();
    }
    let mut accounted: BTreeMap<String, usize> = BTreeMap::new();
    let mut sources = BTreeSet::new();
    for evidence in &imported.evidence {
        let source = &evidence.source;
        if evidence.field.starts_with("disclosure.")
            && sources.insert((source.block, source.chars.start))
        {
            for digits in digits(&evidence.text) {
                *accounted.entry(digits).or_default() += 1;
            }
        }
    }
    for note in &imported.notes {
        for digits in digits(&note.excerpt) {
            *accounted.entry(digits).or_default() += 1;
        }
    }
    let mut lost = Vec::new();
    for digits in section.paragraphs.iter().flat_map(|text| counted(text)) {
        match accounted.get_mut(&digits) {
            Some(count) if *count > 0 => *count -= 1,
            _ => lost.push(digits),
        }
    }
    lost
}

#[test]
fn no_number_of_section_one_is_lost_in_the_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/reports");
    let (mut files, mut numbers, mut complaints) = (0, 0, Vec::new());
    for file in std::fs::read_dir(&folder).expect("the corpus") {
        let path = file.expect("a file").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if !(name.ends_with(".txt") || name.ends_with(".html")) {
            continue;
        }
        let bytes = std::fs::read(&path).expect("readable");
        let Ok(document) = open(&name, &bytes) else {
            continue;
        };
        let Ok(imported) = read(&document) else {
            continue;
        };
        files += 1;
        let own = imported.report.text.first();
        numbers += own.map_or(0, |section| {
            section
                .paragraphs
                .iter()
                .map(|text| counted(text).len())
                .sum()
        });
        let lost = lost(&imported);
        if !lost.is_empty() {
            complaints.push(format!("{name}: {lost:?}"));
        }
    }
    assert!(
        files > 80 && numbers > 500,
        "{numbers} numbers in {files} files"
    );
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn no_number_of_the_prose_corpus_is_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose_corpus/seen");
    let mut complaints = Vec::new();
    for file in std::fs::read_dir(&folder).expect("the corpus") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("readable");
        let entries: Vec<serde_json::Value> = serde_json::from_str(&text).expect("entries");
        for entry in entries {
            let text = entry["text"].as_str().expect("a text");
            let whole = if entry["whole"] == true {
                text.to_owned()
            } else {
                let agency = entry["agency"].as_str().expect("an agency");
                let year = &entry["year"];
                format!(
                    "{agency}{year}年政府信息公开工作年度报告\n一、总体情况\n{text}\n二、主动公开政府信息情况"
                )
            };
            let Ok(imported) = read(&document(&whole)) else {
                continue;
            };
            let lost = lost(&imported);
            if !lost.is_empty() {
                complaints.push(format!("{}: {lost:?} in {text}", entry["id"]));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_accounting_finds_a_number_that_is_lost() {
    let mut imported = report_saying("主动公开政府信息300条，举办培训5期。");
    assert_eq!(lost(&imported), Vec::<String>::new());
    imported
        .evidence
        .retain(|evidence| !evidence.field.contains("activities"));
    assert_eq!(lost(&imported), ["5"]);
}

use super::*;
use gongkai_import::{Evidence, ProseRule};

/// The characters of the document that an evidence names.
fn passage(document: &Document, evidence: &Evidence) -> String {
    let source = &evidence.source;
    let Some(Block::Line(line)) = document.blocks.get(source.block) else {
        panic!("no line: {evidence:?}");
    };
    let length = source.chars.end - source.chars.start;
    line.text
        .chars()
        .skip(source.chars.start)
        .take(length)
        .collect()
}

fn evidence<'a>(imported: &'a Imported, field: &str) -> &'a Evidence {
    let found = imported
        .evidence
        .iter()
        .find(|evidence| evidence.field == field);
    found.unwrap_or_else(|| panic!("no evidence of {field}"))
}

#[test]
fn a_value_of_the_prose_knows_its_characters() {
    let text = "虚构县2020年政府信息公开工作年度报告\n一、总体情况\n　　全年主动公开政府信息 ３,２００ 余条，其中网站\n2000 条，微信 1200余条。收到政府信息公开申请3件。\n二、主动公开政府信息情况";
    let document = document(text);
    let imported = read(&document).expect("a report");
    for (field, block, expected) in [
        ("disclosure.total.count", 2, "３,２００ 余条"),
        ("disclosure.channels[0].count", 3, "2000 条"),
        ("disclosure.channels[1].count", 3, "1200余条"),
        ("disclosure.applications.received.count", 3, "3件"),
    ] {
        let found = evidence(&imported, field);
        assert_eq!((found.source.block, found.text.as_str()), (block, expected));
        assert_eq!(passage(&document, found), expected, "{field}");
    }
}

#[test]
fn every_number_is_explained_by_a_rule() {
    let words = "主动公开政府信息200条，其中政策文件150条，其他50条。微信公众号推送文章90篇。2019年公开180条。";
    let imported = report_saying(words);
    let explained: Vec<(&str, ProseRule, Option<&str>)> = imported
        .explanations
        .iter()
        .map(|found| (found.text.as_str(), found.rule, found.path.as_deref()))
        .collect();
    let expected = [
        ("200条", ProseRule::Total, Some("disclosure.total.count")),
        (
            "150条",
            ProseRule::CategoryPart,
            Some("disclosure.categories[0].count"),
        ),
        (
            "50条",
            ProseRule::CategoryPart,
            Some("disclosure.categories[1].count"),
        ),
        (
            "90篇",
            ProseRule::Channel,
            Some("disclosure.channels[0].count"),
        ),
        ("2019年公开180条", ProseRule::OtherYear, None),
    ];
    assert_eq!(explained, expected);
}

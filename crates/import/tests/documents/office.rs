//! Files of office programs (`office/make.sh`): a report is the same in all formats.

use crate::{grid, shown, spans};
use gongkai_import::{Block, Document, open, read};
use gongkai_testing::layouts::{Layout, write};
use std::path::Path;

fn document(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/office");
    let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    // The name is of no help.
    open("report", &bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

#[test]
fn a_real_report_is_the_same_in_all_formats_of_word() {
    let sample = gongkai_testing::sample("longde-2020.json");
    for kind in ["docx", "doc", "odt", "rtf"] {
        let imported = read(&document(&format!("longde-2020.{kind}"))).expect(kind);
        assert!(!imported.has_gaps(), "{kind}: {:?}", imported.notes);
        let report = imported.report;
        assert_eq!(report.agency.name, sample.agency.name, "{kind}");
        assert_eq!(report.year, sample.year, "{kind}");
        assert_eq!(report.disclosure, sample.disclosure, "{kind}");
        assert_eq!(report.proactive, sample.proactive, "{kind}");
        assert_eq!(report.applications, sample.applications, "{kind}");
        assert_eq!(report.reviews, sample.reviews, "{kind}");
    }
}

#[test]
fn all_formats_of_word_show_the_same_of_a_cell() {
    let expected = [
        "虚构县示例局2022年政府信息公开工作年度报告",
        "[种类|内容]",
        "[图片|\u{fffc}]",
        "[划去|\u{fffd}]",
        "[划去一部分|34]",
        "[白字|\u{fffd}]",
        "[上标|12 3 ]",
        "[空白|]",
        "[合并|1]",
        "[2]",
        "[合并两列]",
        "[两段|1\n2]",
        "[换行|1\n2]",
        // The number of a list's item.
        "[编号|\u{fffc}]",
        "",
    ];
    for kind in ["docx", "doc", "odt", "rtf"] {
        let document = document(&format!("looks.{kind}"));
        assert_eq!(document.title.as_deref(), Some("虚构样例"), "{kind}");
        assert_eq!(shown(&document), expected, "{kind}");
    }
}

#[test]
fn the_tables_of_a_real_report_are_the_same_in_all_formats_of_sheets() {
    let sample = gongkai_testing::sample("longde-2020.json");
    for kind in ["xlsx", "xls", "ods"] {
        let imported = read(&document(&format!("longde-2020.{kind}"))).expect(kind);
        assert!(!imported.has_gaps(), "{kind}: {:?}", imported.notes);
        let report = imported.report;
        assert_eq!(report.agency.name, sample.agency.name, "{kind}");
        assert_eq!(report.year, sample.year, "{kind}");
        assert_eq!(report.disclosure, sample.disclosure, "{kind}");
        assert_eq!(report.proactive, sample.proactive, "{kind}");
        assert_eq!(report.applications, sample.applications, "{kind}");
        assert_eq!(report.reviews, sample.reviews, "{kind}");
    }
}

#[test]
fn all_formats_of_sheets_show_the_same_of_a_cell() {
    let expected = [
        "[种类|内容]",
        "[千位|1,234,567|21207.80]",
        "[百分比和日期|25.6%|2021年3月31日]",
        "[划去和白字|\u{fffd}|\u{fffd}]",
        "[上标和公式|12 3 |3]",
        "[合并|第一行\n第二行|/]",
        "[0|]",
        "[图片||\u{fffc}]",
    ];
    for kind in ["xlsx", "xls", "ods"] {
        let mut document = document(&format!("sheet.{kind}"));
        for block in &mut document.blocks {
            let Block::Table(grid) = block else { continue };
            for cell in grid.rows.iter_mut().flatten() {
                cell.text = cell.text.trim_end_matches('\n').to_owned();
            }
        }
        assert_eq!(shown(&document), expected, "{kind}");
        let spans = spans(grid(&document));
        assert_eq!(spans[0], [(1, 1), (2, 1)], "{kind}");
        assert_eq!(spans[5], [(1, 2), (1, 1), (1, 1)], "{kind}");
    }
}

#[test]
fn comma_separated_values_are_read_as_the_text_with_tabs() {
    let report = gongkai_testing::sample("longde-2020.json");
    let (_, text) = write(&report, Layout::TextTabs);
    let text = String::from_utf8(text).expect("a text");
    let quoted = |field: &str| format!("\"{}\"", field.replace('"', "\"\""));
    let row = |line: &str| line.split('\t').map(quoted).collect::<Vec<_>>().join(",");
    let rows: Vec<String> = text.lines().map(row).collect();
    let csv = open("report.csv", rows.join("\r\n").as_bytes()).expect("a table");
    let text = open("report.txt", text.as_bytes()).expect("a text");
    let read = |document: &Document| read(document).expect("a report").report;
    assert_eq!(read(&csv), read(&text));
    let notes = open(
        "a.csv",
        "说明,\r\n\"第一段\n第二段\",,\r\n规章,\"1\n2\",3".as_bytes(),
    );
    let expected = ["说明", "第一段", "第二段", "规章\t1 2\t3"];
    assert_eq!(shown(&notes.expect("a table")), expected);
}

//! Files of office programs (`office/make.sh`): a report is the same in all formats.

use crate::{grid, shown, spans};
#[cfg(feature = "pdf")]
use gongkai_import::ImportError;
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

#[cfg(feature = "pdf")]
#[test]
fn a_real_report_in_ofd_is_read_as_its_pdf() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/pdf");
    let pdf = std::fs::read(folder.join("longde-16pt.pdf")).expect("a file");
    let pdf = read(&open("report", &pdf).expect("a document")).expect("a report");
    let ofd = read(&document("longde-2020.ofd")).expect("a report");
    assert_eq!(ofd.report.agency.name, pdf.report.agency.name);
    assert_eq!(ofd.report.year, pdf.report.year);
    assert_eq!(ofd.report.disclosure, pdf.report.disclosure);
    assert_eq!(ofd.report.proactive, pdf.report.proactive);
    assert_eq!(ofd.report.applications, pdf.report.applications);
    assert_eq!(ofd.report.reviews, pdf.report.reviews);
    let sample = gongkai_testing::sample("longde-2020.json");
    assert_eq!(ofd.report.applications, sample.applications);
}

/// An OFD file with one page of these objects.
#[cfg(feature = "pdf")]
fn ofd(objects: &str) -> Result<Document, ImportError> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let page = format!("<Page><Content><Layer>{objects}</Layer></Content></Page>");
    for (name, xml) in [
        (
            "OFD.xml",
            "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        ),
        (
            "Doc_0/Document.xml",
            "<Document><Pages><Page BaseLoc=\"p.xml\"/></Pages></Document>",
        ),
        ("Doc_0/p.xml", page.as_str()),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("a part");
        archive.write_all(xml.as_bytes()).expect("a part");
    }
    open("a.ofd", &archive.finish().expect("an archive").into_inner())
}

#[cfg(feature = "pdf")]
#[test]
fn what_is_not_seen_on_an_ofd_page_is_not_read() {
    let text = |attributes: &str, inside: &str| {
        format!(
            "<TextObject Boundary=\"20 20 60 5\" Size=\"5\" {attributes}>{inside}\
             <TextCode X=\"0\" Y=\"4\" DeltaX=\"g 3 5\">年度报告</TextCode></TextObject>"
        )
    };
    let seen = ofd(&text("", "")).expect("a document");
    assert_eq!(shown(&seen), ["年度报告"]);
    for hidden in [
        text("Visible=\"false\"", ""),
        text("Alpha=\"0\"", ""),
        text("", "<FillColor Value=\"255 255 255\"/>"),
        // A scan.
        "<ImageObject Boundary=\"0 0 210 297\"/>".to_owned(),
    ] {
        assert_eq!(ofd(&hidden), Err(ImportError::NoText), "{hidden}");
    }
    let damaged = ofd("<TextObject>");
    assert!(
        matches!(damaged, Err(ImportError::Damaged { .. })),
        "{damaged:?}"
    );
}

//! Malicious files of office programs end in an error or a document, quickly.

use gongkai_import::{Document, ImportError, open};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[track_caller]
fn soon(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    let start = Instant::now();
    let document = open(name, bytes);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    document
}

#[track_caller]
fn is_too_much(document: &Result<Document, ImportError>) {
    let is_refused = matches!(document, Err(ImportError::TooMany { .. }));
    assert!(is_refused, "{:?}", document.as_ref().map(|_| ()));
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in parts {
        let stored = zip::CompressionMethod::Stored;
        let options = SimpleFileOptions::default().compression_method(stored);
        archive.start_file(*name, options).expect("a part");
        archive.write_all(contents.as_bytes()).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

fn text(body: &str) -> Vec<u8> {
    let kind = "application/vnd.oasis.opendocument.text";
    let content = format!("<office:document><office:body>{body}</office:body></office:document>");
    archive(&[("mimetype", kind), ("content.xml", &content)])
}

fn workbook(sheet: &str) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    archive(&[
        (
            "xl/workbook.xml",
            "<workbook><sheet r:id=\"1\"/></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<r><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"s.xml\"/></r>",
        ),
        ("xl/s.xml", &sheet),
    ])
}

#[test]
fn deep_groups_are_too_many() {
    let deep = |group: &str| [b"{\\rtf1 ", group.repeat(1_000_000).as_bytes()].concat();
    for group in ["{", "{\\shptxt ", "{\\field{\\fldrslt "] {
        is_too_much(&soon("a.rtf", &deep(group)));
    }
    let tables = "<table:table><table:table-row><table:table-cell>".repeat(100_000);
    is_too_much(&soon("a.odt", &text(&tables)));
}

#[test]
fn tables_inside_tables_are_read_to_some_depth() {
    let nested: String = (1..400)
        .map(|depth| format!("\\pard\\intbl\\itap{depth} 1\\nestcell "))
        .collect();
    let file = format!("{{\\rtf1 {nested}}}");
    assert!(soon("a.rtf", file.as_bytes()).is_ok());
    let cell = "<table:table><table:table-row><table:table-cell>";
    let end = "</table:table-cell></table:table-row></table:table>";
    let nested = [cell.repeat(400), end.repeat(400)].concat();
    soon("a.odt", &text(&nested)).expect("tables");
}

#[test]
fn endless_rows_and_cells_are_too_many() {
    let rows = "1\\cell\\row ".repeat(300_000);
    is_too_much(&soon(
        "a.rtf",
        format!("{{\\rtf1\\intbl {rows}}}").as_bytes(),
    ));
    let cell = "<table:table-cell table:number-columns-repeated=\"900\"><text:p>1</text:p></table:table-cell>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"9999999\">{cell}</table:table-row>");
    is_too_much(&soon(
        "a.odt",
        &text(&format!("<table:table>{row}</table:table>")),
    ));
    let cells: String = (1..3000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"ALL{row}\"><v>1</v></c></row>"))
        .collect();
    is_too_much(&soon("a.xlsx", &workbook(&cells)));
}

#[test]
fn repeated_blanks_and_large_merged_cells_cost_nothing() {
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    let one = "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>";
    let table = format!("<table:table>{one}{row}</table:table>");
    soon("a.ods", &text(&table)).expect("a table");
    let merged = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(20_000);
    let sheet =
        format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C9\"><v>1</v></c></row>{merged}");
    assert!(soon("a.xlsx", &workbook(&sheet)).is_ok());
    let rows: String = (1..3000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))
        .collect();
    let merged = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(100_000);
    is_too_much(&soon("a.xlsx", &workbook(&[rows, merged].concat())));
    let spaces = "<text:p><text:s text:c=\"999999999\"/></text:p>";
    assert!(soon("a.odt", &text(spaces)).is_ok());
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_damaged_or_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/office");
    for name in [
        "looks.doc",
        "looks.rtf",
        "looks.odt",
        "sheet.xls",
        "sheet.xlsx",
        "sheet.ods",
    ] {
        let bytes = std::fs::read(folder.join(name)).expect("a file");
        for length in (0..bytes.len()).step_by(97) {
            let _ = soon(name, &bytes[..length]);
        }
        // And with each hundredth byte changed.
        for at in (0..bytes.len()).step_by(101) {
            let mut changed = bytes.clone();
            changed[at] ^= 0xff;
            let _ = soon(name, &changed);
        }
    }
}

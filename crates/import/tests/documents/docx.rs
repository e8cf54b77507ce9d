//! Reading Word files, which are built here part by part.

use crate::{grid, rows, shown, spans};
use gongkai_import::docx::document;
use gongkai_import::file_format::open;
use gongkai_import::{Block, Document, ImportError, Location, Resource};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TEXT: &str = "word/document.xml";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        archive.start_file(*name, options).expect("a part");
        archive.write_all(bytes).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

fn text_part(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <w:document xmlns:w=\"{WORD}\" xmlns:mc=\"urn:mc\"><w:body>{body}</w:body></w:document>"
    )
}

fn file(body: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        (TEXT, text_part(body).as_bytes()),
    ])
}

#[track_caller]
fn read(body: &str) -> Document {
    document(&file(body)).unwrap_or_else(|error| panic!("{error:?}\n{body}"))
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

#[track_caller]
fn lines(body: &str, expected: &[&str]) {
    assert_eq!(shown(&read(body)), expected, "{body}");
}

fn damaged(part: &str) -> ImportError {
    let part = part.to_owned();
    ImportError::Damaged { part }
}

#[test]
fn paragraphs_are_lines_with_their_tabs_and_breaks() {
    lines(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>\
         <w:r><w:t>总计</w:t><w:tab/><w:t xml:space=\"preserve\"> 3</w:t></w:r><w:r><w:tab/><w:t>1&amp;&#x32;</w:t>\
         <w:br/><w:t>后</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>+2<w:softHyphen/></w:t></w:r></w:p>",
        &["总计\t 3\t1&2", "后", "", "+2"],
    );
}

#[test]
fn paragraphs_are_counted_also_in_cells() {
    let body = format!(
        "{}<w:p/><w:tbl><w:tr>{}{}</w:tr></w:tbl>{}",
        p("一"),
        cell("", "甲"),
        cell("", ""),
        p("末")
    );
    let document = read(&body);
    let found: Vec<Location> = document
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Line(line) => vec![line.location],
            Block::Table(grid) => grid
                .rows
                .iter()
                .flatten()
                .map(|cell| cell.location)
                .collect(),
        })
        .collect();
    assert_eq!(found, [1, 2, 3, 4, 5].map(Location::Paragraph));
}

#[test]
fn merged_cells_stand_once_with_what_they_cover() {
    let start = "<w:vMerge w:val=\"restart\"/>";
    let on = "<w:vMerge/>";
    let wide = "<w:gridSpan w:val=\"2\"/>";
    let body = format!(
        "<w:tbl><w:tblGrid/><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr>\
         <w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr></w:tbl>",
        cell(start, "内容"),
        cell(wide, "数量"),
        cell(on, ""),
        cell(start, "本年"),
        cell("", "历年"),
        cell("<w:vMerge w:val=\"continue\"/>", "不见"),
        cell(on, ""),
        cell("", "2"),
        cell("", "3"),
        cell("", "4"),
    );
    let document = read(&body);
    let grid = grid(&document);
    assert_eq!(rows(grid), ["[内容|数量]", "[本年|历年]", "[2]", "[|3|4]"]);
    assert_eq!(
        spans(grid),
        [
            vec![(1, 3), (2, 1)],
            vec![(1, 2), (1, 1)],
            vec![(1, 1)],
            vec![(1, 1); 3]
        ]
    );
}

#[test]
fn a_merge_that_nothing_started_is_a_cell() {
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("<w:hMerge w:val=\"restart\"/>", "甲"),
        cell("<w:hMerge/>", ""),
        cell("<w:vMerge/>", "乙"),
        cell("<w:gridSpan w:val=\"99999999999999999999\"/>", "丙"),
    );
    let document = read(&body);
    assert_eq!(rows(grid(&document)), ["[甲]", "[乙|丙]"]);
    assert_eq!(spans(grid(&document)), [vec![(2, 1)], vec![(1, 1), (1, 1)]]);
}

#[test]
fn lines_inside_a_cell_are_parted_and_blank_cells_stay() {
    let body = format!(
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{}{}</w:tc><w:tc><w:p/><w:p/></w:tc>{}</w:tr></w:sdtContent></w:sdt></w:tbl>",
        p("本年新"),
        p("制作数量"),
        cell("", "0")
    );
    assert_eq!(rows(grid(&read(&body))), ["[本年新\n制作数量||0]"]);
}

#[test]
fn a_table_that_holds_tables_or_one_cell_is_layout() {
    let inner = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell("", "甲"),
        cell("", "1")
    );
    let body = format!(
        "<w:tbl><w:tr>{}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl><w:tbl><w:tr>{}</w:tr></w:tbl>",
        cell("", "导航"),
        cell("", "单")
    );
    lines(&body, &["导航", "[甲|1]", "", "单"]);
}

#[test]
fn changes_are_accepted() {
    lines(
        "<w:p><w:r><w:t>共</w:t></w:r><w:del w:id=\"1\"><w:r><w:t>9</w:t><w:delText>9</w:delText></w:r></w:del>\
         <w:ins w:id=\"2\"><w:r><w:t>3</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>8</w:t></w:r></w:moveFrom>\
         <w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo></w:p>",
        &["共3件"],
    );
    // A deleted paragraph end joins two paragraphs.
    lines(
        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>\
         <w:p><w:r><w:t>后</w:t></w:r></w:p>",
        &["前后"],
    );
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("", "甲"),
        cell("", "1"),
        cell("", "删"),
        cell("", "9"),
        cell("", "乙"),
        cell("<w:cellDel w:id=\"2\"/>", "9"),
        cell("", "2"),
    );
    lines(&body, &["[甲|1]", "[乙|2]"]);
    let body = format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
        cell("", "甲"),
        cell("", "9")
    );
    lines(&body, &["甲"]);
}

#[test]
fn hidden_and_struck_words_are_not_there() {
    for property in ["<w:vanish/>", "<w:strike/>", "<w:dstrike w:val=\"1\"/>"] {
        let body = format!(
            "<w:p><w:r><w:rPr>{property}</w:rPr><w:t>9</w:t><w:tab/></w:r><w:r><w:t>甲</w:t></w:r></w:p>"
        );
        lines(&body, &["甲"]);
    }
    for property in [
        "<w:vanish w:val=\"0\"/>",
        "<w:strike w:val=\"false\"/>",
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ] {
        let body = format!("<w:p><w:r><w:rPr>{property}</w:rPr><w:t>甲</w:t></w:r></w:p>");
        lines(&body, &["甲"]);
    }
}

#[test]
fn a_note_sign_is_no_digit_of_the_number_before_it() {
    lines(
        "<w:p><w:r><w:t>30</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>\
         <w:r><w:t>件</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        &["30 2 件"],
    );
    let raised = |by: &str| {
        format!(
            "<w:p><w:r><w:t>30</w:t></w:r><w:r><w:rPr><w:position w:val=\"{by}\"/></w:rPr>\
             <w:t>2</w:t></w:r></w:p>"
        )
    };
    lines(&raised("10"), &["30 2 "]);
    lines(&raised("2"), &["302"]);
    lines(&raised("high"), &["302"]);
}

#[test]
fn of_a_field_its_result_stands() {
    lines(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE 9</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:fldSimple w:instr=\"X\">\
         <w:r><w:t>4</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>5</w:t></w:r></w:hyperlink>\
         <w:sdt><w:sdtPr><w:alias w:val=\"9\"/></w:sdtPr><w:sdtContent><w:r><w:t>6</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        &["3456"],
    );
}

#[test]
fn a_text_box_stands_once() {
    let content = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{0}</w:drawing>\
         </mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>\
         <w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict>{1}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        content("框"),
        content("旧")
    );
    lines(&body, &["框", "前后", "旧", ""]);
}

/// The texts of a row of cells with these contents.
fn cells(contents: &[&str]) -> String {
    let cells: String = contents
        .iter()
        .map(|content| format!("<w:tc><w:p>{content}</w:p></w:tc>"))
        .collect();
    let body = format!("<w:tbl><w:tr><w:tc><w:p/></w:tc>{cells}</w:tr></w:tbl>");
    rows(grid(&read(&body))).concat()
}

#[test]
fn a_cell_tells_what_is_not_seen_text() {
    let run = |properties: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>9</w:t></w:r>");
    let seen = "<w:r><w:t>8</w:t></w:r>";
    for hidden in [
        "<w:vanish/>",
        "<w:strike/>",
        "<w:color w:val=\"FFFFFF\"/>",
        "<w:color w:val=\"FDFDFD\"/>",
        "<w:color w:themeColor=\"background1\"/>",
        "<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>",
        "<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>",
        "<w:sz w:val=\"2\"/>",
    ] {
        let both = format!("{seen}{}", run(hidden));
        let read = cells(&[&run(hidden), &both]);
        assert_eq!(read, "[|\u{fffd}|8]", "{hidden}");
    }
    for visible in [
        "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"0070C0\"/>",
        "<w:color w:val=\"auto\"/>",
        "<w:sz w:val=\"16\"/>",
    ] {
        assert_eq!(cells(&[&run(visible)]), "[|9]", "{visible}");
    }
    for object in [
        "<w:r><w:pict/></w:r>",
        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F039\"/></w:r>",
        "<m:oMathPara><m:oMath/></m:oMathPara>",
        "<w:fldSimple w:instr=\"SUM(LEFT)\"/>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>",
    ] {
        let read = cells(&[object]);
        assert_eq!(read.replace(' ', ""), "[|\u{fffc}]", "{object}");
    }
    let deleted = "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>";
    let none = "<w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>";
    let moved = format!("<w:moveFrom>{seen}</w:moveFrom>");
    assert_eq!(cells(&[deleted, none, &moved]), "[|\u{fffd}||\u{fffd}]");
}

#[test]
fn a_hidden_row_is_not_there() {
    let body = format!(
        "<w:tbl><w:tr>{0}{0}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>{0}{0}</w:tr></w:tbl>",
        cell("", "9")
    );
    lines(&body, &["[9|9]"]);
}

#[test]
fn styles_hide_and_raise_text() {
    let styles = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:style w:type=\"character\" w:styleId=\"A\"><w:rPr><w:vanish/>\
         </w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"R\"><w:rPr><w:position w:val=\"8\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Circle\"><w:basedOn w:val=\"Circle\"/></w:style></w:styles>"
    );
    let run = |style: &str, text: &str| {
        format!("<w:r><w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    let body = format!(
        "<w:p>{}{}{}{}</w:p><w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>{}</w:p>",
        run("B", "9"),
        run("Circle", "3"),
        run("R", "1"),
        run("X", "4"),
        run("X", "9")
    );
    let text = text_part(&body);
    let parts = [
        (TEXT, text.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ];
    let document = document(&packed(&parts)).expect("a Word file");
    assert_eq!(shown(&document), ["3 1 4", ""]);
}

#[test]
fn any_prefix_and_the_strict_namespace_are_word() {
    for (prefix, namespace) in [
        ("ns0:", WORD),
        ("", WORD),
        ("w:", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ] {
        let bound = prefix.trim_end_matches(':');
        let colon = if bound.is_empty() { "" } else { ":" };
        let xml = format!(
            "<{prefix}document xmlns{colon}{bound}=\"{namespace}\"><{prefix}body><{prefix}p><{prefix}r><{prefix}t>甲\
             </{prefix}t></{prefix}r></{prefix}p></{prefix}body></{prefix}document>"
        );
        let document = document(&packed(&[("word/document2.xml", xml.as_bytes())])).expect(prefix);
        assert_eq!(shown(&document), ["甲"], "{prefix}");
    }
}

#[test]
fn the_properties_name_the_file() {
    let core = "<cp:coreProperties xmlns:cp=\"urn:c\" xmlns:dc=\"urn:d\"><dc:creator>某</dc:creator>\
                <dc:title> 年报 &amp;\n说明 </dc:title></cp:coreProperties>";
    let text = text_part(&p("文"));
    let parts = [
        (TEXT, text.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ];
    let document = open("年报", &packed(&parts)).expect("a Word file");
    assert_eq!(document.title.as_deref(), Some("年报 & 说明"));
    assert_eq!(read(&p("文")).title, None);
}

#[test]
fn a_bomb_is_counted_while_it_is_unpacked() {
    let bomb = vec![b' '; 65 << 20];
    let bomb = packed(&[(TEXT, bomb.as_slice())]);
    assert!(bomb.len() < 1 << 20);
    let too_many = ImportError::TooMany {
        what: Resource::UnpackedBytes,
        limit: 64 << 20,
    };
    assert_eq!(open("a.docx", &bomb), Err(too_many));
}

#[test]
fn too_many_cells_and_levels_end_with_an_error() {
    let limit = 200_000;
    let many = format!(
        "<w:tbl><w:tr>{}</w:tr></w:tbl>",
        "<w:tc/>".repeat(1_000_000)
    );
    let what = Resource::Cells;
    assert_eq!(
        document(&file(&many)),
        Err(ImportError::TooMany { what, limit })
    );
    let many = "<w:p/>".repeat(limit + 1);
    let what = Resource::Blocks;
    assert_eq!(
        document(&file(&many)),
        Err(ImportError::TooMany { what, limit })
    );
    let deep = "<w:tbl><w:tr><w:tc>".repeat(100_000) + &"</w:tc></w:tr></w:tbl>".repeat(100_000);
    assert_eq!(
        document(&file(&deep)),
        Err(ImportError::TooMany {
            what,
            limit: 10_000
        })
    );
}

#[test]
fn a_file_cut_anywhere_is_damaged() {
    let body = format!(
        "{}<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        p("一"),
        cell("", "甲"),
        cell("", "1")
    );
    let whole = file(&body);
    for length in 4..whole.len() {
        let cut = open("a.docx", &whole[..length]);
        assert!(
            matches!(cut, Err(ImportError::Damaged { .. })),
            "{length}: {cut:?}"
        );
    }
    for end in ["", "</w:p>", "<", "&#xFFFFFFFF;"] {
        let xml = text_part(&body).replace("</w:document>", end);
        assert_eq!(
            document(&packed(&[(TEXT, xml.as_bytes())])),
            Err(damaged(TEXT)),
            "{end}"
        );
    }
    assert_eq!(document(&packed(&[("a.xml", b"<a/>")])), Err(damaged(TEXT)));
    assert_eq!(
        document(&packed(&[(TEXT, b"<html>9</html>")])),
        Err(damaged(TEXT))
    );
}

#[test]
fn a_file_changed_in_any_byte_never_panics() {
    let whole = file(&p("一"));
    for at in 0..whole.len() {
        for change in [0xff, 0x01, 0x80] {
            let mut changed = whole.clone();
            changed[at] ^= change;
            // Read or refused: a changed date in the archive does no harm.
            let _ = document(&changed);
        }
    }
}

const PARTS: [&str; 24] = [
    "<w:p>",
    "</w:p>",
    "<w:p/>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "甲",
    "1",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tcPr><w:vMerge/><w:gridSpan w:val=\"3\"/></w:tcPr>",
    "<w:del>",
    "</w:del>",
    "<mc:AlternateContent>",
    "</mc:AlternateContent>",
    "<mc:Choice>",
    "</mc:Choice>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
];

/// Parts with all end tags in place, so that reading gets past the first error.
fn balanced(parts: &[&str]) -> String {
    let mut open: Vec<String> = Vec::new();
    let mut xml = String::new();
    for part in parts {
        if let Some(name) = part.strip_prefix("</") {
            if open.last().is_none_or(|last| last != name) {
                continue;
            }
            open.pop();
        } else if part.starts_with('<') && part.matches('<').count() == 1 && !part.ends_with("/>") {
            open.push(part[1..].to_owned());
        }
        xml.push_str(part);
    }
    while let Some(name) = open.pop() {
        xml.push_str("</");
        xml.push_str(&name);
    }
    xml
}

proptest! {
    #[test]
    fn any_order_of_elements_is_read(parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..60)) {
        let read = document(&file(&balanced(&parts))).expect("well-formed");
        for block in &read.blocks {
            if let Block::Table(grid) = block {
                prop_assert!(grid.rows.iter().flatten().all(|cell| cell.rows > 0 && cell.columns > 0));
            }
        }
        let _ = document(&file(&parts.concat()));
    }
}

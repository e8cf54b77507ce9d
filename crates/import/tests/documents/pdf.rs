//! PDF files: built here object by object, and as a browser printed pages of the corpus.

mod build;
mod continuation;
mod faults;
mod hostile;
mod printed;
mod visibility;

use crate::{grid, rows, shown, spans};
use build::{GBK, HAN, HELVETICA, NUMBERS, UNNAMED, file, han, page, pages, stream, words};
use gongkai_import::file_format::open;
use gongkai_import::pdf::document;
use gongkai_import::{Block, Document, ImportError, Location};

#[track_caller]
fn read(bytes: &[u8]) -> Document {
    document(bytes).unwrap_or_else(|error| panic!("{error:?}"))
}

#[track_caller]
fn lines(content: &str, font: &str, expected: &[&str]) {
    assert_eq!(shown(&read(&page(content, font))), expected, "{content}");
}

#[test]
fn a_simple_font_is_read_by_its_encoding_and_names_of_glyphs() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 1/Widths[500 500 500]\
                /Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/one/zero/hyphen]>>>>";
    lines(
        "BT /F 10 Tf 50 700 Td (\\003\\001\\002) Tj ET",
        font,
        &["-10"],
    );
    lines(
        "BT /F 10 Tf 50 700 Td (a 1\\(2\\)) Tj ET",
        HELVETICA,
        &["a 1(2)"],
    );
}

#[test]
fn a_composite_font_is_read_by_what_it_says_of_unicode() {
    lines(
        "BT /F 10 Tf 50 700 Td <000100020010> Tj <0012> Tj ET",
        NUMBERS,
        &["规章02"],
    );
}

#[test]
fn a_named_encoding_is_read_as_such() {
    lines(
        "BT /F 10 Tf 50 700 Td <B9E6D5C2333032> Tj ET",
        GBK,
        &["规章302"],
    );
}

#[test]
fn words_stand_where_their_operators_put_them() {
    lines(
        "BT /F 10 Tf 12 TL 1 0 0 1 50 700 Tm (1) Tj T* (2) Tj (3) ' 0 -12 Td [(4) -9000 (5)] TJ ET",
        HELVETICA,
        &["1", "2", "3", "4\t5"],
    );
    lines(
        "q .5 0 0 .5 0 0 cm BT /F 20 Tf 100 1400 Td (7) Tj ET Q",
        HELVETICA,
        &["7"],
    );
}

#[test]
fn words_in_a_form_are_read_and_those_that_are_not_shown_are_not() {
    let form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 600 800]",
        b"BT /F 10 Tf 50 700 Td (8) Tj ET",
    );
    let content = "/X Do BT /F 10 Tf 3 Tr 50 600 Td (9) Tj ET";
    let bytes = pages(&[content], HELVETICA, &[form], "/XObject<</X 10 0 R>>");
    assert_eq!(shown(&read(&bytes)), ["8"]);
}

#[test]
fn cells_are_what_rules_part_and_one_where_a_rule_is_missing() {
    let rules = "100 100 m 300 100 l S 100 130 m 300 130 l S 100 160 m 300 160 l S \
                 100 100 m 100 160 l S 300 100 m 300 160 l S 200 100 m 200 130 l S ";
    let content = format!("{rules}{}{}", words(110, 140, "a"), words(110, 110, "12"));
    let read = read(&page(&content, HELVETICA));
    assert_eq!(rows(grid(&read)), ["[a]", "[12|]"]);
    assert_eq!(spans(grid(&read)), [vec![(2, 1)], vec![(1, 1), (1, 1)]]);
    let [Block::Table(table)] = read.blocks.as_slice() else {
        panic!("{read:?}");
    };
    let places: Vec<Location> = table
        .rows
        .iter()
        .flatten()
        .map(|cell| cell.location)
        .collect();
    let place = |line| Location::Page { page: 1, line };
    assert_eq!(places.get(..2), Some([place(1), place(2)].as_slice()));
}

#[test]
fn filled_strips_are_rules_too() {
    let content =
        "100 100 200 1 re 100 130 200 1 re 100 100 1 31 re 200 100 1 31 re 299 100 1 31 re f ";
    let content = format!("{content}{}{}", words(110, 110, "1"), words(210, 110, "2"));
    assert_eq!(rows(grid(&read(&page(&content, HELVETICA)))), ["[1|2]"]);
}

#[test]
fn a_table_over_two_pages_is_one_and_page_numbers_are_gone() {
    let rules = "100 700 m 300 700 l S 100 730 m 300 730 l S 100 700 m 100 730 l S 200 700 m 200 730 l S 300 700 m 300 730 l S ";
    let side = |a: &str, b: &str, number: &str| {
        let cells = words(110, 710, a) + &words(210, 710, b);
        format!("{rules}{cells}{}", words(290, 30, number))
    };
    let bytes = pages(
        &[&side("a", "1", "- 1 -"), &side("b", "2", "- 2 -")],
        HELVETICA,
        &[],
        "",
    );
    assert_eq!(shown(&read(&bytes)), ["[a|1]", "[b|2]"]);
}

#[test]
fn a_character_without_a_name_is_marked_and_never_guessed() {
    lines(
        "BT /F 10 Tf 50 700 Td <00010002001000990012> Tj ET",
        NUMBERS,
        &["规章0\u{fffd}2"],
    );
    let bytes = page("BT /F 10 Tf 50 700 Td <00010002> Tj ET", UNNAMED);
    let font = "Unnamed".to_owned();
    assert_eq!(
        document(&bytes),
        Err(ImportError::UnnamedCharacters { font })
    );
}

#[test]
fn pages_without_words_say_so() {
    assert_eq!(document(&page("q Q", HELVETICA)), Err(ImportError::NoText));
    let hidden = "BT /F 10 Tf 3 Tr 50 700 Td (1) Tj ET";
    assert_eq!(document(&page(hidden, HELVETICA)), Err(ImportError::NoText));
}

#[test]
fn a_pdf_is_known_by_its_bytes() {
    let bytes = page(&words(50, 700, "1"), HELVETICA);
    assert_eq!(shown(&open("report.docx", &bytes).expect("a page")), ["1"]);
}

#[test]
fn a_turned_page_is_read_upright() {
    let content = "BT /F 10 Tf 0 1 -1 0 100 50 Tm (1) Tj 0 1 -1 0 120 50 Tm (2) Tj ET";
    let bytes = pages(&[content], HELVETICA, &[], "/Q<<>>>>/Rotate 90/R<<");
    assert_eq!(shown(&read(&bytes)), ["1", "2"]);
}

#[test]
fn what_needs_a_password_says_so() {
    let objects = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (2, b"<</Type/Pages/Kids[]/Count 0>>".to_vec()),
        (
            3,
            b"<</Filter/Standard/V 1/R 2/P -4/O<0102>/U<0304>>>".to_vec(),
        ),
    ];
    let bytes = file(&objects, "/Encrypt 3 0 R/ID[<01><01>]");
    assert_eq!(document(&bytes), Err(ImportError::Encrypted));
}

#[test]
fn a_cell_beyond_the_papers_edge_is_unreadable_and_not_blank() {
    let rules = "500 100 m 700 100 l S 500 130 m 700 130 l S \
                 500 100 m 500 130 l S 580 100 m 580 130 l S 700 100 m 700 130 l S ";
    let content = format!("{rules}{}{}", words(510, 110, "1"), words(640, 110, "2"));
    let read = read(&page(&content, HELVETICA));
    assert_eq!(rows(grid(&read)), ["[1|\u{fffd}]"]);
}

/// A table without rules whose last column begins at the paper's edge, with the values of 其他 and 总计.
fn cut_table(others: [&str; 2], totals: [&str; 2]) -> Vec<String> {
    let names = [
        (230, "自然人"),
        (280, "商业企业"),
        (340, "科研机构"),
        (400, "社会公益组织"),
        (480, "法律服务机构"),
        (560, "其他"),
        (592, "总计"),
    ];
    let mut content = han(50, 700, "三、收到和处理政府信息公开申请情况");
    content.extend(names.map(|(x, name)| han(x, 680, name)));
    let labels = ["一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"];
    for (at, y) in [(0, 660), (1, 640)] {
        content += &han(50, y, labels[at]);
        content.extend(names.iter().take(5).map(|(x, _)| han(*x, y, "7")));
        content += &han(560, y, others[at]);
        content += &han(592, y, totals[at]);
    }
    shown(&read(&page(&content, HAN)))
}

#[test]
fn columns_that_the_paper_leaves_of_a_table_without_rules_are_read() {
    let shown = cut_table(["32", ""], ["", ""]);
    let is = |row: &str| shown.iter().any(|line| line == row);
    assert!(
        is("[一、本年新收政府信息公开申请数量|7|7|7|7|7|32|\u{fffd}]"),
        "{shown:?}"
    );
    assert!(
        is("[四、结转下年度继续办理|7|7|7|7|7||\u{fffd}]"),
        "{shown:?}"
    );
}

#[test]
fn a_number_at_the_papers_edge_may_be_that_of_either_column() {
    // 1 is seen of the total; its next digit is not.
    let shown = cut_table(["32", ""], ["", "1"]);
    let is = |row: &str| shown.iter().any(|line| line == row);
    assert!(
        is("[四、结转下年度继续办理|7|7|7|7|7|\u{fffd}|\u{fffd}]"),
        "{shown:?}"
    );
}

#[test]
fn a_number_that_ends_at_the_papers_edge_may_have_another_digit() {
    let shown = cut_table(["12345678", "1"], ["", ""]);
    let last = shown.iter().find(|line| line.starts_with("[一、"));
    assert!(
        last.is_some_and(|line| line.ends_with("12345678\u{fffd}|\u{fffd}]")),
        "{shown:?}"
    );
}

//! Only what a reader sees is read, and a cell is blank only where nothing at all is in it.

use super::build::{HELVETICA, file, pages, rules, stream, words};
use super::{lines, read};
use crate::{grid, rows, shown};
use gongkai_import::pdf::document;

/// A table of one row, `[a|9179|…]`, whose third cell holds what `content` draws there.
fn row(content: &str, more: &[Vec<u8>], resources: &str) -> String {
    let table = rules(100, 130, 3, 1);
    let content = format!(
        "{table}{}{}{content}",
        words(110, 110, "a"),
        words(170, 110, "9179")
    );
    let bytes = pages(&[&content], HELVETICA, more, resources);
    rows(grid(&read(&bytes))).join("")
}

#[track_caller]
fn third(content: &str, expected: &str) {
    assert_eq!(
        row(content, &[], ""),
        format!("[a|9179|{expected}]"),
        "{content}"
    );
}

const SEEN: &str = "BT /F 10 Tf 230 110 Td (12) Tj ET ";

#[test]
fn an_empty_cell_is_blank() {
    third("", "");
    // Its shading, and a rule at its edge.
    third("0.9 g 220 100 60 30 re f", "");
    third("0 g 220 100 60 1 re f", "");
}

#[test]
fn text_in_the_colour_of_its_background_is_not_read() {
    for white in ["1 g", "1 1 1 rg", "0 0 0 0 k", "/DeviceRGB cs .99 1 1 sc"] {
        third(
            &format!("{SEEN}q {white} BT /F 10 Tf 245 110 Td (99) Tj ET Q"),
            "12",
        );
        third(&format!("q {white} {SEEN} Q"), "\u{fffd}");
    }
    third(
        &format!("0 0 1 rg 220 100 60 30 re f 0 0 1 rg {SEEN}"),
        "\u{fffd}",
    );
    // White on a dark ground is seen.
    third(&format!("0 0 1 rg 220 100 60 30 re f 1 g {SEEN}"), "12");
}

#[test]
fn transparent_and_invisible_text_is_not_read_and_not_blank() {
    let resources = "/ExtGState<</G <</ca 0>>>>";
    let content = format!("q /G gs {SEEN} Q");
    assert_eq!(row(&content, &[], resources), "[a|9179|\u{fffd}]");
    third("BT /F 10 Tf 3 Tr 230 110 Td (12) Tj ET", "\u{fffd}");
}

#[test]
fn covered_text_is_not_read() {
    third(
        &format!("{SEEN} 0 g 225 105 30 15 re f"),
        "\u{fffd}\u{fffd}",
    );
    third(
        &format!("{SEEN} 1 g 225 105 30 15 re f"),
        "\u{fffd}\u{fffd}",
    );
    // Only the second digit.
    third(&format!("{SEEN} 0 g 236 105 30 15 re f"), "1\u{fffd}");
    // Painted before the text it is a background.
    third(&format!("q .5 g 225 105 30 15 re f Q {SEEN}"), "12");
    let highlight = "/ExtGState<</G <</BM/Multiply>>>>";
    let content = format!("{SEEN} /G gs 1 1 0 rg 225 105 30 15 re f");
    assert_eq!(row(&content, &[], highlight), "[a|9179|12]");
}

#[test]
fn a_bar_without_text_under_it_is_not_blank() {
    third("0 g 225 105 30 15 re f", "\u{fffc}");
    third("0 g 220 100 60 30 re f", "\u{fffc}");
}

#[test]
fn clipped_text_is_not_read_and_its_cell_not_blank() {
    third(
        &format!("q 220 100 60 12 re W n {SEEN} Q"),
        "\u{fffd}\u{fffd}",
    );
    third(&format!("q 220 100 60 30 re W n {SEEN} Q"), "12");
    // The row is too low for its digits, whose middle is below it.
    third(
        "q 220 100 60 30 re W n BT /F 10 Tf 230 95 Td (12) Tj ET Q",
        "\u{fffd}",
    );
}

#[test]
fn struck_text_is_not_read() {
    third(&format!("{SEEN} 228 113 m 243 113 l S"), "\u{fffd}\u{fffd}");
    // An underline does not strike the text out.
    third(&format!("{SEEN} 228 108.5 m 243 108.5 l S"), "12");
}

#[test]
fn a_layer_that_is_off_is_not_read() {
    let objects = |state: &str| {
        let table = rules(100, 130, 3, 1);
        let content = format!(
            "{table}{}{}{SEEN}/OC /L BDC {} EMC",
            words(110, 110, "a"),
            words(170, 110, "9179"),
            words(241, 110, "99")
        );
        file(
            &[
                (
                    1,
                    format!(
                        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<<{state}>>>>>>"
                    )
                    .into_bytes(),
                ),
                (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
                (
                    3,
                    format!(
                        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 600 800]\
                         /Resources<</Font<</F {HELVETICA}>>/Properties<</L 5 0 R>>>>>>"
                    )
                    .into_bytes(),
                ),
                (4, stream("", content.as_bytes())),
                (5, b"<</Type/OCG/Name(L)>>".to_vec()),
            ],
            "",
        )
    };
    let cells = |state: &str| rows(grid(&read(&objects(state)))).join("");
    assert_eq!(cells("/OFF[5 0 R]"), "[a|9179|12]");
    assert_eq!(cells("/BaseState/OFF"), "[a|9179|12]");
    assert_eq!(cells("/BaseState/OFF/ON[5 0 R]"), "[a|9179|1299]");
    assert_eq!(cells(""), "[a|9179|1299]");
}

#[test]
fn a_picture_in_a_cell_is_not_blank() {
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        b"0",
    );
    let resources = "/XObject<</X 10 0 R>>";
    let draw = "q 20 0 0 10 230 110 cm /X Do Q";
    let cells = |content: &str| row(content, std::slice::from_ref(&image), resources);
    assert_eq!(cells(draw), "[a|9179|\u{fffc}]");
    assert_eq!(
        cells(&format!("{draw} {}", words(255, 110, "1"))),
        "[a|9179|1\u{fffc}]"
    );
    // One as large as the whole table is no part of its numbers, but may be in its blank cells.
    let seal = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ImageMask true",
        b"0",
    );
    let over = "q 300 0 0 90 90 70 cm /X Do Q ";
    let seal = [seal];
    assert_eq!(
        row(&format!("{over}{SEEN}"), &seal, resources),
        "[a|9179|12]"
    );
    assert_eq!(row(over, &seal, resources), "[a|9179|\u{fffc}]");
    // An opaque one hides what was drawn before it.
    assert_eq!(
        cells(over),
        "[\u{fffd}|\u{fffd}\u{fffd}\u{fffd}\u{fffd}|\u{fffc}]"
    );
    third(
        "q 20 0 0 10 230 110 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q",
        "\u{fffc}",
    );
}

#[test]
fn a_drawing_in_a_cell_is_not_blank() {
    // A digit as an outline, and a slash as a line.
    third(
        "230 105 m 240 105 245 115 235 120 c 232 115 l f",
        "\u{fffc}",
    );
    third("225 105 m 270 125 l S", "\u{fffc}");
}

#[test]
fn a_glyph_drawn_again_beside_itself_is_one() {
    let copies: String = (0..4)
        .map(|copy| {
            format!(
                "BT /F 10 Tf {} 110 Td (1122) Tj ET ",
                230.0 + 0.5 * f64::from(copy)
            )
        })
        .collect();
    third(&copies, "1122");
}

#[test]
fn turned_values_are_read_in_their_own_direction() {
    third("BT /F 10 Tf 0 -1 1 0 240 125 Tm (169) Tj ET", "169");
    third("BT /F 10 Tf 0 1 -1 0 250 105 Tm (169) Tj ET", "169");
    third("BT /F 10 Tf -1 0 0 -1 250 120 Tm (169) Tj ET", "169");
    third(
        "BT /F 10 Tf 0 -1 1 0 230 125 Tm (1) Tj 1 0 0 1 250 110 Tm (2) Tj ET",
        "1\n2\u{fffd}",
    );
}

/// A page with a table of one row whose third cell is under an annotation.
fn annotated(annotation: &str, appearance: &str, form: &str) -> Vec<u8> {
    let table = rules(100, 130, 3, 1);
    let content = format!("{table}{}{}", words(110, 110, "a"), words(170, 110, "9179"));
    let font = format!("/Resources<</Font<</F {HELVETICA}>>>>");
    file(
        &[
            (
                1,
                format!("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]{form}>>>>")
                    .into_bytes(),
            ),
            (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
            (
                3,
                format!(
                    "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 600 800]{font}/Annots[5 0 R]>>"
                )
                .into_bytes(),
            ),
            (4, stream("", content.as_bytes())),
            (
                5,
                format!("<</Type/Annot/Rect[225 105 275 125]{annotation}>>").into_bytes(),
            ),
            (
                6,
                stream(
                    &format!("/Type/XObject/Subtype/Form/BBox[0 0 50 20]{font}"),
                    appearance.as_bytes(),
                ),
            ),
        ],
        "",
    )
}

#[test]
fn a_form_field_is_read_as_it_is_shown() {
    let cells = |annotation: &str, form: &str| {
        let shown = "BT /F 10 Tf 5 5 Td (12) Tj ET";
        let bytes = annotated(&format!("/Subtype/Widget/FT/Tx{annotation}"), shown, form);
        rows(grid(&read(&bytes))).join("")
    };
    assert_eq!(cells("/V(12)/AP<</N 6 0 R>>", ""), "[a|9179|12]");
    assert_eq!(cells("/V(12)/AP<</N 6 0 R>>/F 2", ""), "[a|9179|\u{fffd}]");
    assert_eq!(cells("/V(12)", ""), "[a|9179|\u{fffc}]");
    assert_eq!(cells("", ""), "[a|9179|]");
    // A viewer would draw the value anew.
    let anew = "/NeedAppearances true";
    assert_eq!(cells("/V(12)/AP<</N 6 0 R>>", anew), "[a|9179|12]");
    assert_eq!(
        cells("/V(13)/AP<</N 6 0 R>>", anew),
        "[a|9179|\u{fffd}\u{fffd}]"
    );
}

#[test]
fn other_annotations_are_read_or_keep_their_cell_from_being_blank() {
    let cells = |annotation: &str, appearance: &str| {
        rows(grid(&read(&annotated(annotation, appearance, "")))).join("")
    };
    assert_eq!(cells("/Subtype/Link", ""), "[a|9179|]");
    assert_eq!(
        cells("/Subtype/FreeText/Contents(12)", ""),
        "[a|9179|\u{fffc}]"
    );
    let note = "BT /F 10 Tf 5 5 Td (12) Tj ET";
    assert_eq!(
        cells("/Subtype/FreeText/AP<</N 6 0 R>>", note),
        "[a|9179|12]"
    );
    let line = "0 8 m 50 8 l S";
    let struck = annotated("/Subtype/StrikeOut/AP<</N 6 0 R>>", line, "");
    assert_eq!(rows(grid(&read(&struck))).join(""), "[a|9179|]");
}

#[test]
fn digits_that_a_font_names_alike_are_left_out() {
    let differences = |names: &str| {
        format!(
            "<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 1/Widths[500 500 500 500]\
             /FontDescriptor<</Flags 4>>/Encoding<</Differences[1{names}]>>>>"
        )
    };
    let content = "BT /F 10 Tf 50 700 Td (\\001\\002\\003\\004) Tj ET";
    lines(
        content,
        &differences("/one/two/two/A"),
        &["1\u{fffd}\u{fffd}A"],
    );
    lines(content, &differences("/one/two/three/A"), &["123A"]);
}

#[test]
fn text_under_a_scan_is_no_text() {
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        b"0",
    );
    let content = "BT /F 10 Tf 3 Tr 50 700 Td (1) Tj ET q 600 0 0 800 0 0 cm /X Do Q";
    let bytes = pages(&[content], HELVETICA, &[image], "/XObject<</X 10 0 R>>");
    assert!(document(&bytes).is_err());
    // Among pages with text it is told which one is a scan.
    let both = [&words(50, 700, "1"), content];
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        b"0",
    );
    let bytes = pages(&both, HELVETICA, &[image], "/XObject<</X 10 0 R>>");
    let read = read(&bytes);
    assert_eq!(shown(&read), ["1"]);
    assert_eq!(read.scanned_pages, [2]);
}

#[test]
fn slanted_text_in_a_cell_is_not_blank_and_a_watermark_over_it_is() {
    third("BT /F 10 Tf .9 .3 -.3 .9 230 106 Tm (12) Tj ET", "\u{fffd}");
    for color in ["0.7 g", "0.95 g"] {
        third(
            &format!("q {color} BT /F 60 Tf .7 .7 -.7 .7 200 60 Tm (AAAA) Tj ET Q"),
            "",
        );
    }
}

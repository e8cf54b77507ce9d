//! Word files.

use super::{is_left_out, is_right};
use gongkai_import::Gap;

#[test]
fn a_cell_with_something_besides_text_is_left_out() {
    for name in [
        "docx-equation.docx",
        "docx-picture-in-cell.docx",
        "docx-object-in-cell.docx",
        "docx-field-without-result.docx",
        "docx-automatic-number.docx",
    ] {
        is_left_out(name, &Gap::Unreadable);
    }
}

#[test]
fn text_that_nobody_sees_is_not_read() {
    is_right("docx-hidden-by-style.docx");
    is_right("docx-white-text.docx");
}

#[test]
fn a_note_sign_is_no_digit() {
    is_left_out("docx-note-sign-by-style.docx", &Gap::NotANumber);
    is_left_out("docx-custom-footnote-mark.docx", &Gap::NotANumber);
}

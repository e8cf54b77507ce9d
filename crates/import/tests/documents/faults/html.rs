//! Web pages.

use super::{is_left_out, is_right};
use gongkai_import::Gap;

#[test]
fn a_cell_with_something_besides_text_is_left_out() {
    for name in [
        "html-picture-in-cell.html",
        "html-script-in-cell.html",
        "html-select.html",
        "html-struck-only.html",
    ] {
        is_left_out(name, &Gap::Unreadable);
    }
}

#[test]
fn text_that_nobody_sees_is_not_read() {
    is_right("html-hidden-by-class.html");
}

#[test]
fn a_note_sign_is_no_digit() {
    is_left_out("html-note-sign-small.html", &Gap::NotANumber);
    is_left_out("html-note-sign-mso.html", &Gap::NotANumber);
}

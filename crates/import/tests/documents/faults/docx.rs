//! Word files.

use super::{bytes, imported, is_left_out, is_right, missing};
use gongkai_import::{ElsewhereKind, Gap, ImportError, NoteKind, open, read};

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

#[test]
fn what_a_file_shows_from_elsewhere_is_named() {
    let name = "docx-altchunk.docx";
    let document = open(name, &bytes(name)).expect("a document");
    let elsewhere = ImportError::Elsewhere {
        kind: ElsewhereKind::InsertedFile,
        name: String::new(),
    };
    assert_eq!(read(&document), Err(elsewhere));
    let imported = imported("docx-embedded-sheet.docx");
    let gap = NoteKind::Gap(Gap::Elsewhere(ElsewhereKind::EmbeddedSheet));
    assert!(imported.notes.iter().any(|note| note.kind == gap));
    let missing = missing(&imported, &["proactive", "applications", "reviews"]);
    assert_eq!(missing, ["applications"]);
}

//! Web pages.

use super::{bytes, imported, is_left_out, is_right, missing};
use crate::{shown, unknown};
use gongkai_i18n::Locale;
use gongkai_import::{ElsewhereKind, Gap, NoteKind, Overrides, open, read, read_with};
use gongkai_import::{ImportError, html, import_error};

const SECTIONS: [&str; 3] = ["proactive", "applications", "reviews"];

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

#[test]
fn the_report_that_the_page_is_named_after_is_read() {
    let name = "html-two-agencies-same-year.html";
    let document = open(name, &bytes(name)).expect("a document");
    let first = read(&document).expect("a report");
    assert_eq!(first.report.agency.name, "虚构县退役军人事务局");
    assert_eq!(missing(&first, &SECTIONS), [""; 0]);
    let agency = Some("乙县税务局".to_owned());
    let given = Overrides {
        agency,
        ..Overrides::default()
    };
    let second = read_with(&document, &given).expect("a report");
    let received = second.report.applications.and_then(|read| read.received);
    let received = serde_json::to_string(&received).expect("JSON");
    assert_eq!(received, "[10179,9667,9617,10029,10903,11349,56744]");
    for imported in [first.notes, second.notes] {
        let gap = NoteKind::Gap(Gap::OtherReport);
        assert!(imported.iter().any(|note| note.kind == gap));
    }
}

#[test]
fn a_report_that_the_file_does_not_hold_is_refused() {
    let name = "html-two-agencies-same-year.html";
    let document = open(name, &bytes(name)).expect("a document");
    let given = |agency: Option<&str>, year| Overrides {
        agency: agency.map(str::to_owned),
        year,
        ..Overrides::default()
    };
    let found = ["虚构县退役军人事务局 2022", "乙县税务局 2022"].map(str::to_owned);
    let error = ImportError::NoSuchReport {
        found: found.to_vec(),
    };
    for given in [
        given(Some("丙县税务局"), None),
        given(Some("乙县税务局"), Some(2021)),
        given(None, Some(2021)),
    ] {
        assert_eq!(
            read_with(&document, &given),
            Err(error.clone()),
            "{given:?}"
        );
    }
    let message = import_error(Locale::En, name, &error);
    assert!(message.contains("乙县税务局 2022"), "{message}");
}

#[test]
fn the_third_report_of_a_file_is_read_when_it_is_asked_for() {
    let name = "html-two-agencies-same-year.html";
    let text = String::from_utf8(bytes(name)).expect("UTF-8");
    let (before, second) = text.rsplit_once("<h1>").expect("two reports");
    let third = second
        .replace("乙县税务局", "丙县税务局")
        .replace("10179", "20179");
    let html = format!("{before}<h1>{second}<h1>{third}");
    let document = open(name, html.as_bytes()).expect("a document");
    for (agency, received) in [("乙县税务局", "[10179,"), ("丙县税务局", "[20179,")] {
        let given = Overrides {
            agency: Some(agency.to_owned()),
            ..Overrides::default()
        };
        let imported = read_with(&document, &given).expect("a report");
        let row = imported.report.applications.and_then(|read| read.received);
        let row = serde_json::to_string(&row).expect("JSON");
        assert!(row.starts_with(received), "{row}");
        let gap = NoteKind::Gap(Gap::OtherReport);
        let others = imported.notes.iter().filter(|note| note.kind == gap);
        assert_eq!(others.count(), 2);
    }
}

#[test]
fn a_caption_is_no_row() {
    let imported = imported("html-caption.html");
    assert_eq!(missing(&imported, &SECTIONS), [""; 0]);
    assert!(!imported.has_gaps(), "{:?}", imported.notes);
}

#[test]
fn a_report_saved_from_a_spreadsheet_is_read() {
    let name = "html-saved-from-spreadsheet.html";
    let document = open(name, &bytes(name)).expect("a document");
    let imported = read(&document).expect("a report");
    assert_eq!(imported.report.agency.name, "虚构县退役军人事务局");
    assert_eq!(imported.report.year, 2022);
    assert_eq!(missing(&imported, &SECTIONS), [""; 0]);
    assert!(!imported.has_gaps(), "{:?}", imported.notes);
}

#[test]
fn where_the_tables_are_is_said() {
    for (name, kind, excerpt) in [
        ("html-script-tables.html", ElsewhereKind::Script, ""),
        (
            "html-attach-doc.html",
            ElsewhereKind::Attachment,
            "附件.doc",
        ),
    ] {
        let imported = imported(name);
        assert_eq!(missing(&imported, &SECTIONS), SECTIONS);
        let gap = NoteKind::Gap(Gap::Elsewhere(kind));
        let mut notes = imported.notes.iter();
        let note = notes.find(|note| note.kind == gap);
        assert_eq!(
            note.map(|note| note.excerpt.as_str()),
            Some(excerpt),
            "{name}"
        );
    }
    // Attachments beside a complete report are no gaps.
    let page = String::from_utf8(bytes("html-caption.html")).expect("UTF-8");
    let page = page.replace("</body>", "<a href='附件.doc'>附件</a></body>");
    let imported = read(&html::document(&page).expect("a document")).expect("a report");
    assert!(!imported.has_gaps());
}

#[test]
fn a_page_that_only_shows_another_says_which() {
    use ElsewhereKind::{Attachment, Frame, Script};
    for (page, kind, name) in [
        (
            "<iframe src='/upload/1.html'></iframe>",
            Frame,
            "/upload/1.html",
        ),
        ("<frameset><frame src=a.htm></frameset>", Frame, "a.htm"),
        ("<embed src='年报.pdf'>", Frame, "年报.pdf"),
        ("<object data='年报.pdf'></object>", Frame, "年报.pdf"),
        ("<a href='P0.PDF?v=1'>下载</a>", Attachment, "P0.PDF?v=1"),
        (
            "<a href='files/2021.wps'>附件</a>",
            Attachment,
            "files/2021.wps",
        ),
        ("<script>x.innerHTML='<table>'</script>", Script, ""),
        ("<script>var data = {'本年新收': 3}</script>", Script, ""),
    ] {
        let document = html::document(page).expect("a document");
        let name = name.to_owned();
        assert_eq!(
            read(&document),
            Err(ImportError::Elsewhere { kind, name }),
            "{page}"
        );
    }
    for page in [
        "<a href='a.html'>甲</a>",
        "<iframe src='about:blank'></iframe>",
        "<iframe></iframe>",
        "<div hidden><iframe src=a.html></iframe></div>",
        "<script>document.write('1')</script>",
    ] {
        let document = html::document(page).expect("a document");
        assert_eq!(read(&document), Err(ImportError::NotAReport), "{page}");
    }
}

#[test]
fn a_list_of_values_with_commas_is_read_or_named_as_that() {
    let name = "csv-utf8.csv";
    if cfg!(feature = "office") {
        let imported = read(&open(name, &bytes(name)).expect("a table")).expect("a report");
        assert_eq!(imported.notes, []);
        let received = imported
            .report
            .applications
            .and_then(|table| table.received);
        let received = received.expect("a row").0;
        assert_eq!(
            received.map(gongkai_model::Cell::count),
            [9179, 8667, 8617, 9029, 9903, 10349, 55744].map(Some)
        );
    } else {
        assert_eq!(unknown(open(name, &bytes(name))), Some("csv"));
    }
    let tabs = open("A.TSV", b"a\tb").expect("a text");
    assert_eq!(shown(&tabs), ["a\tb"]);
    assert!(open("a.csv", b"<table><tr><td>1<td>2</table>").is_ok());
}

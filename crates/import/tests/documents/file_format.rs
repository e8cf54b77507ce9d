//! Recognising the format of a file, by its bytes and then by its name.

use crate::{shown, unknown};
use encoding_rs::GB18030;
use gongkai_import::ImportError;
use gongkai_import::{MAX_FILE_SIZE, open, open_text};

const PAGE: &str = "<table><tr><td>规章<td>0</table>";

#[test]
fn a_page_is_known_by_its_tags_whatever_its_name() {
    for name in ["a.html", "a.txt", "a", "-", "a.docx"] {
        let page = open(name, PAGE.as_bytes()).expect("a page");
        assert_eq!(shown(&page), ["[规章|0]"], "{name}");
    }
    let later = format!("年报\n{PAGE}");
    assert_eq!(
        shown(&open("a.txt", later.as_bytes()).expect("a page")),
        ["年报", "[规章|0]"]
    );
    let named = open("a.htm", "甲&amp;乙".as_bytes()).expect("a page");
    assert_eq!(shown(&named), ["甲&乙"]);
    let old = GB18030.encode(PAGE);
    assert_eq!(
        shown(&open("a.html", &old.0).expect("a page")),
        ["[规章|0]"]
    );
}

#[test]
fn kinds_that_are_not_read_are_named() {
    let zip = b"PK\x03\x04".as_slice();
    for (name, bytes, seems) in [
        ("a", zip.to_vec(), Some("zip")),
        ("a.html", b"\x89PNG\r\n\x1a\n".to_vec(), Some("png")),
        ("a", b"\xff\xd8\xff\xe0".to_vec(), Some("jpg")),
        ("a.txt", b" { \"format\": 1 }".to_vec(), Some("json")),
        (
            "a.doc",
            b"<?xml version='1.0'?><w:wordDocument/>".to_vec(),
            Some("xml"),
        ),
        ("a.txt", [1_u8; 100].to_vec(), None),
    ] {
        assert_eq!(unknown(open(name, &bytes)), seems, "{name} {seems:?}");
    }
}

#[test]
fn decoded_text_is_opened_as_its_bytes_are() {
    let page = open_text("a.txt", PAGE).expect("a page");
    assert_eq!(shown(&page), ["[规章|0]"]);
    assert_eq!(unknown(open_text("a", "%PDF-1.7")), Some("pdf"));
    assert_eq!(
        unknown(open_text("a", "PK\u{3}\u{4}word/document.xml")),
        Some("docx")
    );
    let saved = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>0";
    assert_eq!(unknown(open_text("a", saved)), Some("mht"));
    assert_eq!(shown(&open("a", saved.as_bytes()).expect("a page")), ["0"]);
}

/// The beginning of a compound file with a name in its directory.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[cfg(feature = "office")]
#[test]
fn office_files_that_are_cut_off_are_damaged() {
    let damaged = |part: &str| {
        let part = part.to_owned();
        Err(ImportError::Damaged { part })
    };
    assert_eq!(open("a.doc", &compound("WordDocument")), damaged("OLE"));
    assert_eq!(open("a.wps", &compound("")), damaged("OLE"));
    assert_eq!(open("a.doc", b"{\\rtf1 x"), damaged("rtf"));
    assert_eq!(shown(&open("a.doc", b"{\\rtf1 x}").expect("a text")), ["x"]);
}

#[cfg(not(feature = "office"))]
#[test]
fn without_its_feature_an_office_file_is_named_only() {
    for (name, bytes, seems) in [
        ("a.doc", compound("WordDocument"), Some("doc")),
        ("a.wps", compound(""), Some("doc")),
        ("a.html", compound("Workbook"), Some("xls")),
        ("a", compound(""), None),
        ("a.doc", b"{\\rtf1 x}".to_vec(), Some("rtf")),
        (
            "a.docx",
            b"PK\x03\x04xl/workbook.xml".to_vec(),
            Some("xlsx"),
        ),
    ] {
        assert_eq!(unknown(open(name, &bytes)), seems, "{name} {seems:?}");
    }
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_command_line_office_files_are_named_only() {
    assert_eq!(
        unknown(open("a", b"PK\x03\x04word/document.xml")),
        Some("docx")
    );
    assert_eq!(unknown(open("a", b"%PDF-1.7")), Some("pdf"));
}

#[test]
fn a_protected_office_file_is_named_as_that() {
    let bytes = compound("EncryptedPackage");
    assert_eq!(open("a.docx", &bytes), Err(ImportError::Encrypted));
}

#[test]
fn two_hundred_megabytes_are_refused_by_their_size() {
    let bytes = vec![b' '; 200 << 20];
    let refused = ImportError::TooLarge {
        size: 200 << 20,
        limit: MAX_FILE_SIZE,
    };
    assert_eq!(open("a.html", &bytes), Err(refused));
}

#[test]
fn a_page_saved_with_its_pictures_is_read() {
    let head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.cn/1.html\r\n\
                MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
                \tboundary=\"----=_x\"\r\n\r\n\r\n------=_x\r\n";
    let tail = "\r\n------=_x\r\nContent-Type: image/png\r\n\r\n<p>9</p>\r\n------=_x--\r\n";
    let quoted = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
                  Content-Location: https://example.cn/1.html\r\n\r\n\
                  <p style=3D\"color:red\">=E8=A7=84=E7=AB=\r\n=A0</p><p>0</p>";
    let base64 = "Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
                  PHA+6KeE56ug\r\nPC9wPjxwPjA8L3A+\r\n";
    for part in [quoted, base64] {
        let file = format!("{head}{part}{tail}");
        let document = open("a.mht", file.as_bytes()).expect("a page");
        assert_eq!(shown(&document), ["规章", "0"], "{part}");
    }
    let file = format!("{head}{quoted}{tail}");
    let document = open("a", file.as_bytes()).expect("a page");
    assert_eq!(
        document.address.as_deref(),
        Some("https://example.cn/1.html")
    );
    let file = format!(
        "{head}{}{tail}",
        quoted.replace("quoted-printable", "x-own")
    );
    let damaged = ImportError::Damaged {
        part: "text/html".to_owned(),
    };
    assert_eq!(open("a.mht", file.as_bytes()), Err(damaged));
    assert_eq!(
        unknown(open("a.mht", format!("{head}{tail}").as_bytes())),
        Some("mht")
    );
}

#[test]
fn packed_bytes_are_unpacked() {
    let saved = |encoding: &str, body: &[u8]| {
        let head = format!(
            "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        );
        open("a.mht", &[head.as_bytes(), body].concat())
    };
    let quoted = saved("quoted-printable", b"a=3D=E5=85=AC=\r\nb=\nc=zz").expect("a page");
    assert_eq!(shown(&quoted), ["a=公bc=zz"]);
    let base64 = saved("base64", b"5YWs\r\n5byA").expect("a page");
    assert_eq!(shown(&base64), ["公开"]);
    let padded = saved("base64", b"YQ==").expect("a page");
    assert_eq!(shown(&padded), ["a"]);
    let damaged = ImportError::Damaged {
        part: "text/html".to_owned(),
    };
    assert_eq!(saved("base64", b"%%%%"), Err(damaged));
}

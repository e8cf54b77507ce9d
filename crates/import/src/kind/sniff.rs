//! The signs by which a kind of file is known.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Docx,
    Pdf,
    /// An office file inside a container that asks for a password.
    Encrypted,
    /// Not read; what it seems to be.
    Other(Option<&'static str>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Html,
    Plain,
    Other(Option<&'static str>),
}

/// Extensions that say what a file is where its bytes do not; longer ones first.
const EXTENSIONS: [&str; 19] = [
    "docx", "xlsx", "pptx", "html", "shtml", "htm", "doc", "wps", "xls", "et", "ofd", "pdf", "ceb",
    "odt", "rtf", "zip", "json", "xml", "txt",
];

pub(super) fn extension(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    let mut known = EXTENSIONS.into_iter();
    known.find(|known| known.eq_ignore_ascii_case(extension))
}

/// A PDF may have some bytes before its mark.
const PDF_WITHIN: usize = 1024;

/// How a kind of file starts that is not read.
const STARTS: [(&[u8], &str); 12] = [
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gz"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"Founder CEB", "ceb"),
    (b"PK\x05\x06", "zip"),
    (b"SQLite format 3\0", "sqlite"),
];

/// What a packed office file holds; names in an archive are not packed.
const PARTS: [(&[u8], Kind); 6] = [
    (b"word/document", Kind::Docx),
    (b"xl/workbook", Kind::Other(Some("xlsx"))),
    (b"ppt/presentation.xml", Kind::Other(Some("pptx"))),
    (b"OFD.xml", Kind::Other(Some("ofd"))),
    (b"opendocument.text", Kind::Other(Some("odt"))),
    (b"opendocument.spreadsheet", Kind::Other(Some("ods"))),
];

/// What the bytes show, unless they may be text.
pub(super) fn binary(bytes: &[u8], extension: Option<&'static str>) -> Option<Kind> {
    let start = bytes.get(..PDF_WITHIN).unwrap_or(bytes);
    if holds(start, b"%PDF-") {
        return Some(Kind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let found = PARTS.into_iter().find(|(part, _)| holds(bytes, part));
        let kind = found.map(|(_, kind)| kind);
        // A file that ends early may not have come to a telling name.
        let named = || match extension {
            Some("docx") => Kind::Docx,
            other => Kind::Other(other.or(Some("zip"))),
        };
        return Some(kind.unwrap_or_else(named));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(bytes, extension));
    }
    let mut starts = STARTS.into_iter();
    let found = starts.find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, seems)| Kind::Other(Some(seems)))
}

/// An old office file, whose parts are named in UTF-16.
fn compound(bytes: &[u8], extension: Option<&'static str>) -> Kind {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &name)
    };
    if has("EncryptedPackage") {
        Kind::Encrypted
    } else if has("WordDocument") || matches!(extension, Some("doc" | "docx" | "wps")) {
        Kind::Other(Some("doc"))
    } else if has("Workbook") || matches!(extension, Some("xls" | "xlsx" | "et")) {
        Kind::Other(Some("xls"))
    } else {
        Kind::Other(extension)
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Within this many bytes a text shows what it is.
const SHOWN_WITHIN: usize = 64 << 10;

/// A page saved with its pictures in one file: a mail without an addressee.
pub(super) fn is_mhtml(bytes: &[u8]) -> bool {
    let start = bytes.get(..SHOWN_WITHIN).unwrap_or(bytes);
    let start = start.trim_ascii_start();
    let first = start
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let end = start.windows(2).zip(start.windows(4));
    let end = end.take_while(|(two, four)| *two != b"\n\n" && *four != b"\r\n\r\n");
    let length = end.count();
    let head = start.get(..length).unwrap_or_default().to_ascii_lowercase();
    let is_header = first
        .split(|byte| *byte == b':')
        .next()
        .is_some_and(|name| {
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
            name.len() < first.len() && !name.is_empty() && name.iter().all(is_name)
        });
    is_header && holds(&head, b"mime-version:") && holds(&head, b"content-type:")
}

/// Tags that a page has and prose has not.
const TAGS: [&str; 8] = [
    "<html", "<body", "<table", "<div", "<td", "<p>", "<p ", "<br",
];

pub(super) fn text(text: &str, extension: Option<&str>) -> Text {
    let start: String = text.chars().take(SHOWN_WITHIN).collect();
    let start = start.trim_start().to_ascii_lowercase();
    let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let controls = start.chars().filter(is_control).count();
    if controls > 10 && controls > start.len() / 100 {
        return Text::Other(None);
    }
    let has_tags = TAGS.iter().any(|tag| start.contains(tag));
    if start.starts_with("<?xml") && !start.contains("<html") {
        return Text::Other(Some("xml"));
    }
    if start.starts_with('{') && start.contains('"') && !has_tags {
        return Text::Other(Some("json"));
    }
    let mut first = start.chars();
    let is_tag = first.next() == Some('<')
        && first
            .next()
            .is_some_and(|c| c == '!' || c.is_ascii_alphabetic());
    let is_named = matches!(extension, Some("html" | "htm" | "shtml"));
    if is_tag || has_tags || is_named {
        Text::Html
    } else {
        Text::Plain
    }
}

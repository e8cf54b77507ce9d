//! Sniffing the format of a file from its bytes and characters.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BinaryFormat {
    Docx,
    Pdf,
    /// An OLE compound file, whose streams tell its format, with the format that it seems to have.
    Compound(Option<&'static str>),
    Rtf,
    Ofd,
    /// A workbook of today's Excel.
    Workbook,
    /// A text or spreadsheet in OpenDocument.
    OpenDocument(&'static str),
    /// An office file that is protected by a password.
    Encrypted,
    /// Not read. Its name, if known.
    Other(Option<&'static str>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextFormat {
    Html,
    Plain,
    /// Comma-separated values.
    Csv,
    /// Not read. Its name, if known.
    Other(Option<&'static str>),
}

/// Extensions that tell the format if the bytes do not.
const EXTENSIONS: [&str; 23] = [
    "docx", "xlsx", "pptx", "html", "shtml", "htm", "aspx", "ods", "doc", "wps", "xls", "et",
    "ofd", "pdf", "ceb", "odt", "rtf", "zip", "json", "xml", "txt", "csv", "tsv",
];

pub(super) fn extension(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    let mut known = EXTENSIONS.into_iter();
    known.find(|known| known.eq_ignore_ascii_case(extension))
}

/// A PDF's signature is within this many bytes.
const PDF_SIGNATURE_WITHIN: usize = 1024;

/// Signatures of formats that are not read.
const SIGNATURES: [(&[u8], &str); 12] = [
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

/// Names of files in the archives of office formats. Names are not compressed.
const ARCHIVE_PARTS: [(&[u8], BinaryFormat); 6] = [
    (b"word/document", BinaryFormat::Docx),
    (b"xl/workbook", BinaryFormat::Workbook),
    (b"ppt/presentation.xml", BinaryFormat::Other(Some("pptx"))),
    (b"OFD.xml", BinaryFormat::Ofd),
    (b"opendocument.text", BinaryFormat::OpenDocument("odt")),
    (
        b"opendocument.spreadsheet",
        BinaryFormat::OpenDocument("ods"),
    ),
];

/// The binary format of the bytes. `None` if they may be text.
pub(super) fn binary(bytes: &[u8], extension: Option<&'static str>) -> Option<BinaryFormat> {
    let start = bytes.get(..PDF_SIGNATURE_WITHIN).unwrap_or(bytes);
    if contains(start, b"%PDF-") {
        return Some(BinaryFormat::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let found = ARCHIVE_PARTS
            .into_iter()
            .find(|(part, _)| contains(bytes, part));
        let kind = found.map(|(_, kind)| kind);
        // A truncated file may not contain a known name.
        let named = || match extension {
            Some("docx") => BinaryFormat::Docx,
            other => BinaryFormat::Other(other.or(Some("zip"))),
        };
        return Some(kind.unwrap_or_else(named));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(bytes, extension));
    }
    let mut starts = SIGNATURES.into_iter();
    let found = starts.find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, seems)| match seems {
        "rtf" => BinaryFormat::Rtf,
        seems => BinaryFormat::Other(Some(seems)),
    })
}

/// The format of an OLE compound file, whose parts are named in UTF-16.
fn compound(bytes: &[u8], extension: Option<&'static str>) -> BinaryFormat {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    if has("EncryptedPackage") {
        BinaryFormat::Encrypted
    } else if has("WordDocument") || matches!(extension, Some("doc" | "docx" | "wps")) {
        BinaryFormat::Compound(Some("doc"))
    } else if has("Workbook") || matches!(extension, Some("xls" | "xlsx" | "et")) {
        BinaryFormat::Compound(Some("xls"))
    } else {
        BinaryFormat::Compound(extension)
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The format of a text is recognised within this many bytes or characters.
const SNIFFED: usize = 64 << 10;

/// Whether the file is a page saved as MHTML: a mail without a recipient.
pub(super) fn is_mhtml(bytes: &[u8]) -> bool {
    let start = bytes.get(..SNIFFED).unwrap_or(bytes);
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
    is_header && contains(&head, b"mime-version:") && contains(&head, b"content-type:")
}

/// Tags by which a page is recognised.
const TAGS: [&str; 8] = [
    "<html", "<body", "<table", "<div", "<td", "<p>", "<p ", "<br",
];

/// The format of a text.
pub(super) fn text(text: &str, extension: Option<&str>) -> TextFormat {
    let start: String = text.chars().take(SNIFFED).collect();
    let start = start.trim_start().to_ascii_lowercase();
    let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let controls = start.chars().filter(is_control).count();
    if controls > 10 && controls > start.len() / 100 {
        return TextFormat::Other(None);
    }
    let has_tags = TAGS.iter().any(|tag| start.contains(tag));
    if start.starts_with("<?xml") && !start.contains("<html") {
        return TextFormat::Other(Some("xml"));
    }
    if start.starts_with('{') && start.contains('"') && !has_tags {
        return TextFormat::Other(Some("json"));
    }
    let mut first = start.chars();
    let is_tag = first.next() == Some('<')
        && first
            .next()
            .is_some_and(|c| c == '!' || c.is_ascii_alphabetic());
    // Only the name tells commas between fields from those in a sentence.
    if matches!(extension, Some("csv")) && !is_tag && !has_tags {
        return TextFormat::Csv;
    }
    let is_named = matches!(extension, Some("html" | "htm" | "shtml" | "aspx"));
    if is_tag || has_tags || is_named {
        TextFormat::Html
    } else {
        TextFormat::Plain
    }
}

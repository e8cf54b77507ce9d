//! Recognises the format of a file by its bytes and then by its name, and calls the reader for it.

mod mhtml;
mod sniff;

use super::{Document, ImportError, encoding, html, text};
use serde::{Deserialize, Serialize};
use sniff::{BinaryFormat, TextFormat};

/// The largest file that is read, in bytes. Reports are far smaller.
pub const MAX_FILE_SIZE: u64 = 64 << 20;

/// Reads the lines and tables of a file. Its `name` only matters if the bytes do not tell its format.
///
/// # Errors
/// [`ImportError::TooLarge`] above [`MAX_FILE_SIZE`]; [`ImportError::UnknownKind`] for formats that are
/// not read; otherwise the errors of the reader for its format.
pub fn open(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    open_with(name, bytes, &mut |_| {})
}

/// How far a file has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PagesRead {
    /// The pages that have been read.
    pub done: usize,
    /// All pages of the file.
    pub of: usize,
}

/// Like [`open`], and tells after each page of a PDF how many have been read.
///
/// # Errors
/// As for [`open`].
pub fn open_with(
    name: &str,
    bytes: &[u8],
    on_page: &mut dyn FnMut(PagesRead),
) -> Result<Document, ImportError> {
    check_size(bytes)?;
    let binary = sniff::binary(bytes, sniff::extension(name));
    if let Some(format) = binary {
        return read_binary(format, bytes, on_page);
    }
    if sniff::is_mhtml(bytes) {
        return mhtml::document(bytes);
    }
    let extension = sniff::extension(name);
    let text = encoding::decode(bytes).map_err(|error| match extension {
        // By its name it is not a text file.
        Some(
            kind @ ("docx" | "pdf" | "doc" | "wps" | "odt" | "xlsx" | "xls" | "et" | "ods" | "ofd"),
        ) => ImportError::Damaged {
            part: kind.to_owned(),
        },
        _ => error,
    })?;
    open_decoded(&text, extension)
}

/// Like [`open`], for text that has been decoded already, as browsers do.
///
/// # Errors
/// As for [`open`]. Binary formats are not read.
pub fn open_text(name: &str, text: &str) -> Result<Document, ImportError> {
    let bytes = text.as_bytes();
    check_size(bytes)?;
    let extension = sniff::extension(name);
    let seems = match sniff::binary(bytes, extension) {
        Some(BinaryFormat::Docx) => Some("docx"),
        Some(BinaryFormat::Pdf) => Some("pdf"),
        Some(BinaryFormat::Rtf) => Some("rtf"),
        Some(BinaryFormat::Workbook) => Some("xlsx"),
        Some(BinaryFormat::Ofd) => Some("ofd"),
        Some(BinaryFormat::OpenDocument(seems)) => Some(seems),
        Some(BinaryFormat::Encrypted) => return Err(ImportError::Encrypted),
        Some(BinaryFormat::Compound(seems) | BinaryFormat::Other(seems)) => seems,
        None if sniff::is_mhtml(bytes) => Some("mht"),
        None => return open_decoded(text, extension),
    };
    Err(ImportError::UnknownKind { seems })
}

/// Like [`open`], for binary formats. `None` if the file may be text.
pub fn open_binary(name: &str, bytes: &[u8]) -> Option<Result<Document, ImportError>> {
    let format = sniff::binary(bytes, sniff::extension(name))?;
    Some(read_binary(format, bytes, &mut |_| {}))
}

/// Whether a file is of a kind that needs more than the readers of web pages, text and today's Word, which
/// browsers load first.
pub fn needs_all_readers(name: &str, bytes: &[u8]) -> bool {
    let extension = sniff::extension(name);
    match sniff::binary(bytes, extension) {
        Some(BinaryFormat::Docx | BinaryFormat::Encrypted | BinaryFormat::Other(_)) => false,
        Some(_) => true,
        None => extension == Some("csv"),
    }
}

fn read_binary(
    format: BinaryFormat,
    bytes: &[u8],
    on_page: &mut dyn FnMut(PagesRead),
) -> Result<Document, ImportError> {
    match format {
        BinaryFormat::Docx => super::docx::document(bytes),
        BinaryFormat::Pdf => pdf(bytes, on_page),
        BinaryFormat::Rtf => rtf(bytes),
        BinaryFormat::Workbook => workbook(bytes),
        BinaryFormat::Ofd => ofd(bytes),
        BinaryFormat::OpenDocument(seems) => open_document(bytes, seems),
        BinaryFormat::Encrypted => Err(ImportError::Encrypted),
        BinaryFormat::Compound(seems) => compound(bytes, seems),
        BinaryFormat::Other(seems) => Err(ImportError::UnknownKind { seems }),
    }
}

fn check_size(bytes: &[u8]) -> Result<(), ImportError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_FILE_SIZE {
        let limit = MAX_FILE_SIZE;
        return Err(ImportError::TooLarge { size, limit });
    }
    Ok(())
}

fn open_decoded(text: &str, extension: Option<&str>) -> Result<Document, ImportError> {
    match sniff::text(text, extension) {
        TextFormat::Html => html::document(text),
        TextFormat::Plain => text::document(text),
        TextFormat::Csv => csv(text),
        TextFormat::Other(seems) => Err(ImportError::UnknownKind { seems }),
    }
}

/// Reads the streams of a compound file, which tell its format.
#[cfg(feature = "office")]
fn compound(bytes: &[u8], seems: Option<&'static str>) -> Result<Document, ImportError> {
    use super::ole::CompoundFile;
    use super::{doc, xls};
    let mut file = CompoundFile::open(bytes)?;
    if file.has(doc::MAIN_STREAM) {
        doc::read(&mut file)
    } else if file.has(xls::MAIN_STREAM) {
        xls::read(&mut file)
    } else if file.has(xls::OLD_STREAM) {
        let seems = Some("Excel 95");
        Err(ImportError::UnknownKind { seems })
    } else {
        Err(ImportError::UnknownKind { seems })
    }
}

#[cfg(feature = "office")]
fn rtf(bytes: &[u8]) -> Result<Document, ImportError> {
    super::rtf::document(bytes)
}

#[cfg(not(feature = "office"))]
fn rtf(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("rtf");
    Err(ImportError::UnknownKind { seems })
}

#[cfg(feature = "office")]
fn csv(text: &str) -> Result<Document, ImportError> {
    super::csv_table::document(text)
}

#[cfg(not(feature = "office"))]
fn csv(_: &str) -> Result<Document, ImportError> {
    let seems = Some("csv");
    Err(ImportError::UnknownKind { seems })
}

#[cfg(feature = "office")]
fn workbook(bytes: &[u8]) -> Result<Document, ImportError> {
    super::xlsx::document(bytes)
}

#[cfg(not(feature = "office"))]
fn workbook(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("xlsx");
    Err(ImportError::UnknownKind { seems })
}

#[cfg(feature = "office")]
fn open_document(bytes: &[u8], _: &'static str) -> Result<Document, ImportError> {
    super::odf::document(bytes)
}

#[cfg(not(feature = "office"))]
fn open_document(_: &[u8], seems: &'static str) -> Result<Document, ImportError> {
    let seems = Some(seems);
    Err(ImportError::UnknownKind { seems })
}

#[cfg(not(feature = "office"))]
fn compound(_: &[u8], seems: Option<&'static str>) -> Result<Document, ImportError> {
    Err(ImportError::UnknownKind { seems })
}

#[cfg(all(feature = "office", feature = "pdf"))]
fn ofd(bytes: &[u8]) -> Result<Document, ImportError> {
    super::pdf::ofd::document(bytes)
}

#[cfg(not(all(feature = "office", feature = "pdf")))]
fn ofd(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("ofd");
    Err(ImportError::UnknownKind { seems })
}

#[cfg(feature = "pdf")]
fn pdf(bytes: &[u8], on_page: &mut dyn FnMut(PagesRead)) -> Result<Document, ImportError> {
    super::pdf::document_with(bytes, on_page)
}

// In a browser the PDF reader would be larger than everything else.
#[cfg(not(feature = "pdf"))]
fn pdf(_: &[u8], _: &mut dyn FnMut(PagesRead)) -> Result<Document, ImportError> {
    let seems = Some("pdf");
    Err(ImportError::UnknownKind { seems })
}

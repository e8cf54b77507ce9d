//! What kind of file it is, by its bytes and then by its name, and the reader for it.

mod mhtml;
mod sniff;

use super::{Document, ImportError, encoding, html, text};
use sniff::Kind;

/// Larger files are refused, in bytes: no report comes near.
pub const LIMIT: u64 = 64 << 20;

/// The lines and tables of a file. Its `name` counts only where the bytes leave open what it is.
///
/// # Errors
/// [`ImportError::TooLarge`] above [`LIMIT`]; [`ImportError::UnknownKind`] for what is not read,
/// with what it seems to be; otherwise as the reader of its kind says.
pub fn open(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    within_limit(bytes)?;
    if let Some(document) = packed(name, bytes) {
        return document;
    }
    if sniff::is_mhtml(bytes) {
        return mhtml::document(bytes);
    }
    let extension = sniff::extension(name);
    let text = encoding::decode(bytes).map_err(|error| match extension {
        // Its name says that it is no text, whatever its bytes are.
        Some(kind @ ("docx" | "pdf" | "doc" | "wps" | "odt")) => ImportError::Damaged {
            part: kind.to_owned(),
        },
        _ => error,
    })?;
    decoded(&text, extension)
}

/// As [`open`] for a file that somebody else has decoded: a browser knows the encodings itself.
///
/// # Errors
/// As of [`open`]; of packed kinds none is read.
pub fn open_text(name: &str, text: &str) -> Result<Document, ImportError> {
    let bytes = text.as_bytes();
    within_limit(bytes)?;
    let extension = sniff::extension(name);
    let seems = match sniff::binary(bytes, extension) {
        Some(Kind::Docx) => Some("docx"),
        Some(Kind::Pdf) => Some("pdf"),
        Some(Kind::Encrypted) => return Err(ImportError::Encrypted),
        Some(Kind::Other(seems)) => seems,
        None if sniff::is_mhtml(bytes) => Some("mht"),
        None => return decoded(text, extension),
    };
    Err(ImportError::UnknownKind { seems })
}

/// As [`open`] for what is no text; `None` where it may be.
pub fn packed(name: &str, bytes: &[u8]) -> Option<Result<Document, ImportError>> {
    Some(match sniff::binary(bytes, sniff::extension(name))? {
        Kind::Docx => super::docx::document(bytes),
        Kind::Pdf => pdf(bytes),
        Kind::Encrypted => Err(ImportError::Encrypted),
        Kind::Other(seems) => Err(ImportError::UnknownKind { seems }),
    })
}

fn within_limit(bytes: &[u8]) -> Result<(), ImportError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    match size > LIMIT {
        true => Err(ImportError::TooLarge { size, limit: LIMIT }),
        false => Ok(()),
    }
}

fn decoded(text: &str, extension: Option<&str>) -> Result<Document, ImportError> {
    match sniff::text(text, extension) {
        sniff::Text::Html => html::document(text),
        sniff::Text::Plain => text::document(text),
        sniff::Text::Other(seems) => Err(ImportError::UnknownKind { seems }),
    }
}

#[cfg(feature = "pdf")]
fn pdf(bytes: &[u8]) -> Result<Document, ImportError> {
    super::pdf::document(bytes)
}

// In a browser this would weigh more than everything else.
#[cfg(not(feature = "pdf"))]
fn pdf(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("pdf");
    Err(ImportError::UnknownKind { seems })
}

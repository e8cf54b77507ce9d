//! What kind of file it is, by its bytes and then by its name, and the reader for it.

mod mhtml;
mod signs;

use super::{Document, ImportError, encoding, html, text};
use signs::Kind;

/// Larger files are refused, in bytes: no report comes near.
pub const LIMIT: u64 = 64 << 20;

/// The lines and tables of a file. Its `name` counts only where the bytes leave open what it is.
///
/// # Errors
/// [`ImportError::TooLarge`] above [`LIMIT`]; [`ImportError::UnknownKind`] for what is not read,
/// with what it seems to be; otherwise as the reader of its kind says.
pub fn open(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LIMIT {
        return Err(ImportError::TooLarge { size, limit: LIMIT });
    }
    if let Some(document) = packed(name, bytes) {
        return document;
    }
    if signs::is_mhtml(bytes) {
        return mhtml::document(bytes);
    }
    open_text(name, &encoding::decode(bytes)?)
}

/// As [`open`], of what is text already.
///
/// # Errors
/// As [`open`].
pub fn open_text(name: &str, text: &str) -> Result<Document, ImportError> {
    match signs::text(text, signs::extension(name)) {
        signs::Text::Html => html::document(text),
        signs::Text::Plain => text::document(text),
        signs::Text::Other(seems) => Err(ImportError::UnknownKind { seems }),
    }
}

/// As [`open`], of what is no text; `None` where it may be.
pub fn packed(name: &str, bytes: &[u8]) -> Option<Result<Document, ImportError>> {
    Some(match signs::binary(bytes, signs::extension(name))? {
        Kind::Docx => docx(bytes),
        Kind::Pdf => pdf(bytes),
        Kind::Encrypted => Err(ImportError::Encrypted),
        Kind::Other(seems) => Err(ImportError::UnknownKind { seems }),
    })
}

#[cfg(any(feature = "cli", feature = "open"))]
fn docx(bytes: &[u8]) -> Result<Document, ImportError> {
    super::docx::document(bytes)
}

#[cfg(feature = "cli")]
fn pdf(bytes: &[u8]) -> Result<Document, ImportError> {
    super::pdf::document(bytes)
}

#[cfg(not(any(feature = "cli", feature = "open")))]
fn docx(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("docx");
    Err(ImportError::UnknownKind { seems })
}

// In a browser this would weigh more than everything else.
#[cfg(not(feature = "cli"))]
fn pdf(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("pdf");
    Err(ImportError::UnknownKind { seems })
}

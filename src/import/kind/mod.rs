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
    let extension = signs::extension(name);
    let unknown = |seems| Err(ImportError::UnknownKind { seems });
    match signs::binary(bytes, extension) {
        Some(Kind::Docx) => docx(bytes),
        Some(Kind::Pdf) => pdf(bytes),
        Some(Kind::Encrypted) => Err(ImportError::Encrypted),
        Some(Kind::Other(seems)) => unknown(seems),
        None => {
            if signs::is_mhtml(bytes) {
                return mhtml::document(bytes);
            }
            let text = encoding::decode(bytes)?;
            match signs::text(&text, extension) {
                signs::Text::Html => html::document(&text),
                signs::Text::Plain => text::document(&text),
                signs::Text::Other(seems) => unknown(seems),
            }
        }
    }
}

#[cfg(feature = "cli")]
fn docx(bytes: &[u8]) -> Result<Document, ImportError> {
    super::docx::document(bytes)
}

#[cfg(feature = "cli")]
fn pdf(bytes: &[u8]) -> Result<Document, ImportError> {
    super::pdf::document(bytes)
}

// In a browser these two would weigh more than everything else.
#[cfg(not(feature = "cli"))]
fn docx(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("docx");
    Err(ImportError::UnknownKind { seems })
}

#[cfg(not(feature = "cli"))]
fn pdf(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("pdf");
    Err(ImportError::UnknownKind { seems })
}

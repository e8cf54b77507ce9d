//! In work.

use super::{Document, ImportError};

/// # Errors
/// Every file.
pub fn document(_: &[u8]) -> Result<Document, ImportError> {
    let seems = Some("pdf");
    Err(ImportError::UnknownKind { seems })
}

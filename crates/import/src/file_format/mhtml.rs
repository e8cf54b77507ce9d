//! Reads a web page saved as MHTML (RFC 2557): a mail with the page and its pictures, of which only the
//! page is read.

use crate::{Document, ImportError, encoding, html};
use mailparse::{MailHeaderMap, ParsedMail, parse_mail};

const TRANSFER_ENCODINGS: [&str; 5] = ["7bit", "8bit", "binary", "base64", "quoted-printable"];

/// Reads the lines and tables of the page. Locations are lines of the decoded page.
///
/// # Errors
/// [`ImportError::UnknownKind`] if there is no page in the file, [`ImportError::Damaged`] if it cannot be
/// decoded, otherwise as for [`html::document`].
pub(super) fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let mail = parse_mail(bytes).map_err(|_| damaged())?;
    let page = mail
        .parts()
        .find(|part| part.ctype.mimetype == "text/html")
        .ok_or(ImportError::UnknownKind { seems: Some("mht") })?;
    let decoded = decode(page).ok_or_else(damaged)?;
    let mut document = html::document(&encoding::decode(&decoded)?)?;
    if document.address.is_none() {
        let location = page.headers.get_first_value("Content-Location");
        document.address = location.filter(|address| is_absolute(address));
    }
    Ok(document)
}

/// Undoes the transfer encoding of a part. `None` if it is unknown or invalid.
fn decode(part: &ParsedMail<'_>) -> Option<Vec<u8>> {
    let encoding = part.headers.get_first_value("Content-Transfer-Encoding");
    let is_known = encoding.is_none_or(|encoding| {
        let encoding = encoding.trim().to_ascii_lowercase();
        TRANSFER_ENCODINGS.contains(&encoding.as_str())
    });
    part.get_body_raw().ok().filter(|_| is_known)
}

fn is_absolute(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

fn damaged() -> ImportError {
    let part = "text/html".to_owned();
    ImportError::Damaged { part }
}

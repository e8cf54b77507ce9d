//! A web page in one file with its pictures (MHTML, RFC 2557): the page alone is read.

use crate::{Document, ImportError, encoding, html};

/// Parts inside parts; a saved page has one or two such levels.
const LEVELS: usize = 8;

/// The page's lines and tables. Places are lines of the unpacked page.
///
/// # Errors
/// [`ImportError::UnknownKind`] where there is no page in it, [`ImportError::Damaged`] where it
/// cannot be unpacked, otherwise as [`html::document`].
pub(super) fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let page = page(bytes).ok_or(ImportError::UnknownKind { seems: Some("mht") })?;
    let unpacked = unpack(&page).ok_or_else(|| ImportError::Damaged {
        part: "text/html".to_owned(),
    })?;
    let mut document = html::document(&encoding::decode(&unpacked)?)?;
    if document.address.is_none() {
        let is_whole = |at: &String| at.starts_with("http://") || at.starts_with("https://");
        document.address = page.location.filter(is_whole);
    }
    Ok(document)
}

/// The first part that is a web page.
struct Page {
    packing: String,
    location: Option<String>,
    /// Its bytes as they stand in the file.
    body: Vec<u8>,
}

fn page(bytes: &[u8]) -> Option<Page> {
    let mut boundaries: Vec<Vec<u8>> = Vec::new();
    let mut headers = Headers::default();
    let mut is_header = true;
    let mut page: Option<Page> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.trim_ascii_end();
        let is_boundary = bare.strip_prefix(b"--").is_some_and(|rest| {
            let rest_ends = rest.strip_suffix(b"--").unwrap_or(rest);
            boundaries
                .iter()
                .any(|known| known == rest || known == rest_ends)
        });
        if is_boundary {
            if page.is_some() {
                break;
            }
            headers = Headers::default();
            is_header = true;
        } else if !is_header {
            if let Some(page) = &mut page {
                page.body.extend_from_slice(line);
            }
        } else if !bare.is_empty() {
            headers.line(line);
        } else if !headers.lines.is_empty() {
            is_header = false;
            let kind = headers.value("content-type").unwrap_or_default();
            if kind.to_ascii_lowercase().starts_with("text/html") {
                page = Some(Page {
                    packing: headers
                        .value("content-transfer-encoding")
                        .unwrap_or_default(),
                    location: headers.value("content-location"),
                    body: Vec::new(),
                });
            } else if let Some(boundary) = boundary(&kind).filter(|_| boundaries.len() < LEVELS) {
                boundaries.push(boundary);
            }
        }
    }
    page
}

#[derive(Default)]
struct Headers {
    lines: Vec<String>,
}

/// No head of a part has more lines, and none is longer in bytes.
const HEADERS: usize = 200;
const HEADER: usize = 4096;

impl Headers {
    /// A line that starts with a space goes on with the one before.
    fn line(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        let goes_on = text.starts_with([' ', '\t']);
        let room = self.lines.len() < HEADERS;
        match self.lines.last_mut().filter(|_| goes_on) {
            Some(last) if last.len() < HEADER => last.push_str(text.trim_end()),
            None if room => self.lines.push(text.trim_end().to_owned()),
            _ => {}
        }
    }

    fn value(&self, name: &str) -> Option<String> {
        self.lines.iter().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            let is_it = found.trim().eq_ignore_ascii_case(name);
            is_it.then(|| value.trim().to_owned())
        })
    }
}

fn boundary(kind: &str) -> Option<Vec<u8>> {
    let lower = kind.to_ascii_lowercase();
    if !lower.starts_with("multipart/") {
        return None;
    }
    let at = lower.find("boundary=")?;
    let value = kind.get(at + "boundary=".len()..)?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', ' ']).next()?,
    };
    (!value.is_empty()).then(|| value.as_bytes().to_owned())
}

fn unpack(page: &Page) -> Option<Vec<u8>> {
    match page.packing.to_ascii_lowercase().as_str() {
        "quoted-printable" => Some(quoted_printable(&page.body)),
        "base64" => base64(&page.body),
        "" | "7bit" | "8bit" | "binary" => Some(page.body.clone()),
        _ => None,
    }
}

/// RFC 2045, 6.7; an `=` that is none stands for itself.
fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            plain.push(*first);
            continue;
        }
        if let Some(next) = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")) {
            rest = next;
        } else if let [high, low, next @ ..] = after
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            plain.push(high << 4 | low);
            rest = next;
        } else {
            plain.push(b'=');
        }
    }
    plain
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// RFC 4648; spaces and line ends stand anywhere.
fn base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => return None,
        };
        held = (held << 6 | u32::from(value)) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            plain.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bytes_are_unpacked() {
        assert_eq!(
            quoted_printable(b"a=3D=E5=85=AC=\r\nb=\nc=zz="),
            "a=公bc=zz=".as_bytes()
        );
        assert_eq!(base64(b"5YWs\r\n5byA").as_deref(), Some("公开".as_bytes()));
        assert_eq!(base64(b"YQ==").as_deref(), Some(b"a".as_slice()));
        assert_eq!(base64(b"\xff"), None);
    }
}

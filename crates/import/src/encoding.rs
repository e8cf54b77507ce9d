//! Decodes the bytes of a file. The declared encoding is taken into account, but the bytes decide: many
//! pages are declared as UTF-8 and encoded in GBK.
//!
//! A detector such as chardetng always answers with its best guess. Here bytes in another encoding must
//! be refused, and one damaged character must not change the answer, so both are decided here.

use super::ImportError;
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A page declares its encoding within this many bytes.
const DECLARED_WITHIN: usize = 4096;

/// One in this many characters beyond ASCII may be damaged, because files are truncated and patched.
const UNDAMAGED_PER_DAMAGED: usize = 100;

/// Decodes a file: by its byte order mark, else as UTF-8 if the bytes are valid, else as Big5 if it is
/// declared, else as GB18030 (which includes GB 2312 and GBK) if that gives Chinese. One damaged
/// character in a hundred becomes U+FFFD.
///
/// # Errors
/// [`ImportError::Encoding`] if none of them fits.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = bytes.get(mark..).unwrap_or_default();
        return decode_as(encoding, text).ok_or(ImportError::Encoding);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return decode_as(encoding, bytes).ok_or(ImportError::Encoding);
    }
    if let Some(text) = decode_as(UTF_8, bytes) {
        return Ok(text);
    }
    if declares(bytes, BIG5)
        && let Some(text) = decode_as(BIG5, bytes).filter(|text| text.chars().any(is_han))
    {
        return Ok(text);
    }
    decode_as(GB18030, bytes)
        .filter(|_| is_chinese(bytes))
        .ok_or(ImportError::Encoding)
}

/// Decodes the bytes, unless too many characters are damaged.
fn decode_as<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    if !has_errors {
        return Some(text);
    }
    let damaged = text.chars().filter(|c| *c == '\u{fffd}').count();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    (damaged.saturating_mul(UNDAMAGED_PER_DAMAGED) <= beyond_ascii).then_some(text)
}

/// Whether an XML declaration or a `meta` element names the encoding.
fn declares(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let start = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let start = start.to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    ["charset", "encoding"].iter().any(|word| {
        start.split(word).skip(1).any(|rest| {
            let Some(value) = rest.trim_start().strip_prefix('=') else {
                return false;
            };
            let value = value.trim_start().trim_start_matches(['"', '\'']);
            let label = value.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)));
            let label = label.into_iter().next().unwrap_or_default();
            Encoding::for_label(label.as_bytes()) == Some(encoding)
        })
    })
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether most byte pairs are in GB 2312, the characters in common use. Other encodings read as GB18030
/// give rare characters.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut all) = (0_usize, 0_usize);
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        if lead.is_ascii() {
            continue;
        }
        let trail = rest.next().copied().unwrap_or_default();
        // Box drawing characters tell nothing about the language.
        if *lead == 0xa9 && trail >= 0xa4 {
            continue;
        }
        all += 1;
        let is_common = matches!(lead, 0xa1..=0xa3 | 0xb0..=0xf7) && trail >= 0xa1;
        common += usize::from(is_common);
    }
    common > 0 && all - common <= all / 3
}

/// Recognises UTF-16 without a byte order mark by the zero bytes of digits and line ends.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| {
        let bytes = bytes.iter().skip(from).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (high, low) = (zeros(0), zeros(1));
    // Some Chinese characters (一, 开) have a zero byte too, in the other half.
    let is_mostly = |many: usize, few: usize| many > 1 && few <= many / 2;
    if is_mostly(low, high) {
        Some(UTF_16LE)
    } else if is_mostly(high, low) {
        Some(UTF_16BE)
    } else {
        None
    }
}

//! Bytes become text. What a file says of its encoding is heard, but the bytes have the last word:
//! pages that are declared as UTF-8 and are GBK are common.

use super::ImportError;
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Within this many bytes a page states its encoding.
const DECLARED_WITHIN: usize = 4096;

/// Of the characters beyond ASCII, one in so many may be damaged: files are cut and patched.
const DAMAGED: usize = 100;

/// The text of a file: by its byte order mark, as UTF-8 where the bytes are that, as the Big5 that
/// it declares, or as GB18030 (which GB 2312 and GBK are part of) where that gives Chinese. A
/// damaged character among a hundred becomes U+FFFD.
///
/// # Errors
/// [`ImportError::Encoding`] where none of them fits.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = bytes.get(mark..).unwrap_or_default();
        return nearly(encoding, text).ok_or(ImportError::Encoding);
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return nearly(encoding, bytes).ok_or(ImportError::Encoding);
    }
    if let Some(text) = nearly(UTF_8, bytes) {
        return Ok(text);
    }
    if declares(bytes, BIG5)
        && let Some(text) = nearly(BIG5, bytes).filter(|text| text.chars().any(is_han))
    {
        return Ok(text);
    }
    nearly(GB18030, bytes)
        .filter(|_| is_chinese(bytes))
        .ok_or(ImportError::Encoding)
}

/// The text, unless too much of it is damaged.
fn nearly<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    if !has_errors {
        return Some(text);
    }
    let damaged = text.chars().filter(|c| *c == '\u{fffd}').count();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    (damaged.saturating_mul(DAMAGED) <= beyond_ascii).then_some(text)
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

/// Whether most of the pairs are of GB 2312: the characters in common use and the signs beside
/// them. Bytes of another encoding, read as GB18030, are rare characters.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut all) = (0_usize, 0_usize);
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        if lead.is_ascii() {
            continue;
        }
        let trail = rest.next().copied().unwrap_or_default();
        // What tables are drawn with in text is of no language.
        if *lead == 0xa9 && trail >= 0xa4 {
            continue;
        }
        all += 1;
        let is_common = matches!(lead, 0xa1..=0xa3 | 0xb0..=0xf7) && trail >= 0xa1;
        common += usize::from(is_common);
    }
    common > 0 && all - common <= all / 3
}

/// Text files of old office machines may lack the mark; their digits and line ends show what they are.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| {
        let bytes = bytes.iter().skip(from).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (high, low) = (zeros(0), zeros(1));
    // Some Chinese characters (一, 开) have a zero in the other half.
    let is_mostly = |many: usize, few: usize| many > 1 && few <= many / 2;
    if is_mostly(low, high) {
        Some(UTF_16LE)
    } else if is_mostly(high, low) {
        Some(UTF_16BE)
    } else {
        None
    }
}

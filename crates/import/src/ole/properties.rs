//! The title in the properties of an old office file ([MS-OLEPS]).

use super::{CompoundFile, LittleEndian};
use encoding_rs::{Encoding, GBK, UTF_8, UTF_16LE, WINDOWS_1252};

const SUMMARY: &str = "\u{5}SummaryInformation";

/// The properties that are read: the code page of strings, and the title.
const CODE_PAGE: u32 = 1;
const TITLE: u32 = 2;

/// The types of strings, with one byte for each character and with two.
const BYTES: u32 = 30;
const WIDE: u32 = 31;

/// Reads the title. `None` if it is missing or cannot be read.
pub(crate) fn title(file: &mut CompoundFile<'_>) -> Option<String> {
    let stream = file.read(SUMMARY).ok()?;
    let set = stream.get(stream.size_at(44)?..)?;
    let property = |id: u32| {
        let count = set.size_at(4)?.min(1000);
        let mut entries = (0..count).map(|entry| 8 + 8 * entry);
        let entry = entries.find(|at| set.u32_at(*at) == Some(id))?;
        set.get(set.size_at(entry + 4)?..)
    };
    let code_page = property(CODE_PAGE).and_then(|value| value.u16_at(4));
    let title = property(TITLE)?;
    let (kind, length) = (title.u32_at(0)?, title.size_at(4)?);
    let decoded = match kind {
        BYTES => code_page_encoding(code_page.unwrap_or(1252))?.decode(title.part(8, length)?),
        WIDE => UTF_16LE.decode(title.part(8, length.checked_mul(2)?)?),
        _ => return None,
    };
    let title = decoded.0.trim_end_matches('\0');
    Some(title.to_owned())
}

/// The encoding of a Windows code page.
pub(crate) fn code_page_encoding(code_page: u16) -> Option<&'static Encoding> {
    match code_page {
        936 | 54936 => Some(GBK),
        1200 => Some(UTF_16LE),
        65001 => Some(UTF_8),
        950 => Some(encoding_rs::BIG5),
        932 => Some(encoding_rs::SHIFT_JIS),
        949 => Some(encoding_rs::EUC_KR),
        0 | 437 | 850 | 1252 | 10000 => Some(WINDOWS_1252),
        1250..=1258 => {
            Encoding::for_label(["windows-", &code_page.to_string()].concat().as_bytes())
        }
        _ => None,
    }
}

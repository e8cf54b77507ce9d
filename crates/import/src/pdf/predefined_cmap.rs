//! Predefined CMaps (ISO 32000-1, 9.7.5.2) whose codes are those of a character encoding.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS};

/// The encoding of a predefined CMap's codes.
#[derive(Clone, Copy, Debug)]
pub(super) enum PredefinedCMap {
    Utf16,
    Encoded {
        encoding: &'static Encoding,
        /// The CID of the space.
        space: u32,
    },
}

impl PredefinedCMap {
    /// `None` for Identity and for unknown names.
    pub(super) fn named(name: &str) -> Option<PredefinedCMap> {
        if name.contains("UTF16") || name.contains("UCS2") {
            return Some(PredefinedCMap::Utf16);
        }
        let encoded = |encoding, space| Some(PredefinedCMap::Encoded { encoding, space });
        let is = |part: &str| name.contains(part);
        if name.starts_with("GBKp-") || name.starts_with("GBpc-") {
            encoded(GB18030, 1)
        } else if name.starts_with("GBK") || name.starts_with("GB-EUC") {
            encoded(GB18030, 814)
        } else if is("-B5-") || name.starts_with("B5pc") {
            encoded(BIG5, 1)
        } else if is("-RKSJ-") {
            encoded(SHIFT_JIS, 1)
        } else if name.starts_with("KSC") && !is("Johab") {
            encoded(EUC_KR, 1)
        } else {
            None
        }
    }

    /// The length of the first code, in bytes.
    pub(super) fn length(self, bytes: &[u8]) -> usize {
        match (self, bytes) {
            (PredefinedCMap::Utf16, [0xd8..=0xdb, _, _, _, ..]) => 4,
            (PredefinedCMap::Utf16, _) => 2.min(bytes.len()),
            (PredefinedCMap::Encoded { .. }, [0..=0x80, ..] | [_] | []) => 1.min(bytes.len()),
            (PredefinedCMap::Encoded { .. }, [_, b'0'..=b'9', _, _, ..]) => 4,
            (PredefinedCMap::Encoded { encoding, .. }, [0xa1..=0xdf, ..])
                if encoding == SHIFT_JIS =>
            {
                1
            }
            (PredefinedCMap::Encoded { .. }, _) => 2,
        }
    }

    pub(super) fn text(self, code: &[u8]) -> Option<String> {
        match self {
            PredefinedCMap::Utf16 => {
                let units: Vec<u16> = code
                    .chunks_exact(2)
                    .map(|pair| {
                        pair.iter()
                            .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
                    })
                    .collect();
                String::from_utf16(&units).ok()
            }
            PredefinedCMap::Encoded { encoding, .. } => encoding
                .decode_without_bom_handling_and_without_replacement(code)
                .map(|text| text.into_owned()),
        }
    }

    /// The CID of an ASCII character, which is the same in the character collections of all four
    /// languages but for the CID of the space.
    pub(super) fn cid(self, sign: char) -> Option<u32> {
        let space = match self {
            PredefinedCMap::Utf16 => 1,
            PredefinedCMap::Encoded { space, .. } => space,
        };
        let is_ascii = (' '..='~').contains(&sign);
        is_ascii.then(|| u32::from(sign) - 0x20 + space)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(name: &str, mut bytes: &[u8]) -> String {
        let cmap = PredefinedCMap::named(name).expect("a known name");
        let mut text = String::new();
        while !bytes.is_empty() {
            let (code, rest) = bytes.split_at(cmap.length(bytes));
            text.push_str(&cmap.text(code).unwrap_or_default());
            bytes = rest;
        }
        text
    }

    #[test]
    fn chinese_encodings_are_read_by_the_name_of_their_cmap() {
        assert_eq!(read("UniGB-UCS2-H", b"\x51\x6c\x00\x31"), "公1");
        assert_eq!(read("GBK-EUC-H", b"\xb9\xab1"), "公1");
        assert_eq!(read("GBK2K-H", b"\x95\x32\x82\x36\xb9\xab"), "𠀀公");
        assert_eq!(read("ETen-B5-H", b"\xa4\xbd1"), "公1");
        assert!(PredefinedCMap::named("Identity-H").is_none());
    }
}

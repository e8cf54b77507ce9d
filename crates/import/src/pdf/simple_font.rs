//! Simple fonts: the character of each one-byte code, by the font's encoding (ISO 32000-1, 9.6.6).

use lopdf::{Dictionary, Document, Encoding, Object};

/// The characters of the 256 codes; `None` where the font does not name one.
pub(super) fn characters(file: &Document, font: &Dictionary) -> Vec<Option<String>> {
    let encoding = font.get_deref(b"Encoding", file).ok();
    let name = |object: &Object| object.as_name().ok().map(<[u8]>::to_vec);
    let listed = encoding.and_then(|encoding| encoding.as_dict().ok());
    let base = match listed {
        Some(listed) => listed.get_deref(b"BaseEncoding", file).ok().and_then(name),
        None => encoding.and_then(name),
    };
    let base = match base {
        Some(base) => Some(base),
        // A symbolic font has codes of its own.
        None if is_symbolic(file, font) => None,
        None => Some(b"StandardEncoding".to_vec()),
    };
    let mut characters = match base {
        Some(base) => of_encoding(base),
        None => vec![None; 256],
    };
    let differences = listed.and_then(|listed| listed.get_deref(b"Differences", file).ok());
    let differences = differences.and_then(|list| list.as_array().ok());
    let mut code = 0_usize;
    for entry in differences.into_iter().flatten() {
        match entry {
            Object::Integer(first) => code = usize::try_from(*first).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(place) = characters.get_mut(code) {
                    *place = of_name(name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    characters
}

fn is_symbolic(file: &Document, font: &Dictionary) -> bool {
    let is_drawn = matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type3"));
    let descriptor = font
        .get_deref(b"FontDescriptor", file)
        .and_then(Object::as_dict);
    let flags = descriptor.and_then(|descriptor| descriptor.get_deref(b"Flags", file));
    let flags = flags.and_then(Object::as_i64).unwrap_or(0);
    is_drawn || flags & 4 != 0
}

fn of_encoding(name: Vec<u8>) -> Vec<Option<String>> {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", Object::Name(name));
    let file = Document::new();
    let encoding = font.get_font_encoding_with_limit(&file, 0).ok();
    let character = |code: u8| {
        let text = encoding.as_ref()?.bytes_to_string(&[code]).ok()?;
        (!text.is_empty()).then_some(text)
    };
    (0..=255).map(character).collect()
}

/// The character with this glyph name.
fn of_name(name: &[u8]) -> Option<String> {
    let mut listed = Dictionary::new();
    let entry = vec![Object::Integer(0), Object::Name(name.to_vec())];
    listed.set("Differences", Object::Array(entry));
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", Object::Dictionary(listed));
    let file = Document::new();
    let known = match font.get_font_encoding_with_limit(&file, 0) {
        // An unknown name gives another encoding, not an error.
        Ok(encoding @ Encoding::Differences(_)) => encoding.bytes_to_string(&[0]).ok(),
        _ => None,
    };
    known
        .filter(|text| !text.is_empty())
        .or_else(|| numbered(name))
}

/// The character of a name such as `uni4E2D` or `u4E2D`.
fn numbered(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let digits = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))?;
    let is_number = (4..=6).contains(&digits.len());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
    char::from_u32(number).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_glyphs_are_read_and_unknown_ones_are_no_character() {
        assert_eq!(of_name(b"seven").as_deref(), Some("7"));
        assert_eq!(of_name(b"uni516C").as_deref(), Some("公"));
        assert_eq!(of_name(b"g17"), None);
    }

    #[test]
    fn encodings_are_known_by_name() {
        let characters = of_encoding(b"WinAnsiEncoding".to_vec());
        let seven = characters.get(0x37).cloned().flatten();
        assert_eq!(seven.as_deref(), Some("7"));
    }
}

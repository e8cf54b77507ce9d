//! A JSON scanner that finds the spans of values.
//!
//! Values are read from their spans (see `node`), so that nothing is rounded and every error has
//! its line. A test compares it with serde_json, which would be six times as large in the
//! WebAssembly modules, because its errors print floats.

use super::text::split_once;

/// Finds the span of the value of a JSON text. Depth is only limited by memory.
///
/// # Errors
/// The byte offset of the first syntax error.
pub fn parse(text: &str) -> Result<&str, usize> {
    let mut scan = Scan::new(text);
    scan.space();
    let start = scan.at;
    // The closing brackets that are still expected, innermost last.
    let mut open: Vec<u8> = Vec::new();
    'value: loop {
        scan.space();
        match scan.peek() {
            Some(bracket @ (b'{' | b'[')) => {
                scan.at += 1;
                scan.space();
                let close = closing(bracket);
                if scan.peek() == Some(close) {
                    scan.at += 1;
                } else {
                    open.push(close);
                    if bracket == b'{' {
                        scan.key()?;
                    }
                    continue 'value;
                }
            }
            Some(b'"') => {
                scan.string()?;
            }
            Some(b't') => scan.word("true")?,
            Some(b'f') => scan.word("false")?,
            Some(b'n') => scan.word("null")?,
            _ => scan.number()?,
        }
        loop {
            let end = scan.at;
            scan.space();
            match (open.last(), scan.peek()) {
                (None, None) => return text.get(start..end).ok_or(end),
                (Some(close), Some(found)) if *close == found => {
                    scan.at += 1;
                    open.pop();
                }
                (Some(close), Some(b',')) => {
                    scan.at += 1;
                    if *close == b'}' {
                        scan.space();
                        scan.key()?;
                    }
                    continue 'value;
                }
                _ => return Err(scan.at),
            }
        }
    }
}

/// The keys and values of an object, or the items of a list without keys. The span must be part of
/// a text that [`parse`] has accepted.
pub fn children(span: &str) -> Vec<(Option<&str>, &str)> {
    let mut children = Vec::new();
    let mut scan = Scan {
        bytes: span.as_bytes(),
        at: 1,
    };
    let is_object = span.starts_with('{');
    loop {
        scan.space();
        let mut key = None;
        if is_object && scan.peek() == Some(b'"') {
            let from = scan.at;
            if scan.string().is_err() {
                return children;
            }
            key = span.get(from..scan.at);
            scan.space();
            scan.at += 1;
            scan.space();
        }
        let from = scan.at;
        scan.skip();
        match span.get(from..scan.at) {
            Some(value) if !value.is_empty() => children.push((key, value)),
            _ => return children,
        }
        scan.space();
        scan.at += 1;
    }
}

/// The text of a JSON string in quotes.
pub fn unescape(span: &str) -> String {
    let inside = span
        .strip_prefix('"')
        .and_then(|span| span.strip_suffix('"'))
        .unwrap_or(span);
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((before, after)) = split_once(rest, b'\\') {
        text.push_str(before);
        let mut characters = after.chars();
        match characters.next() {
            Some('u') => {
                let (character, length) = unicode(after);
                text.push(character);
                rest = after.get(length..).unwrap_or("");
                continue;
            }
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some(other) => text.push(other),
            None => {}
        }
        rest = characters.as_str();
    }
    text.push_str(rest);
    text
}

/// Decodes `uXXXX` or the pair `uXXXX\uXXXX`; returns the character and the number of bytes.
fn unicode(escape: &str) -> (char, usize) {
    let unit = |at: usize| u32::from_str_radix(escape.get(at..at + 4)?, 16).ok();
    let high = unit(1).unwrap_or_default();
    match char::from_u32(high) {
        Some(character) => (character, 5),
        None => {
            let low = unit(7).unwrap_or_default();
            let code = 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
            (
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                11,
            )
        }
    }
}

fn closing(bracket: u8) -> u8 {
    if bracket == b'{' { b'}' } else { b']' }
}

/// A position in a text. Each method moves it past a token, or fails with the byte offset of the
/// error.
pub struct Scan<'a> {
    bytes: &'a [u8],
    /// The offset of the next byte.
    pub at: usize,
}

impl<'a> Scan<'a> {
    /// Starts at the beginning of a text.
    pub fn new(text: &'a str) -> Scan<'a> {
        Scan {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    /// Returns the next byte without moving; `None` at the end.
    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Skips white space.
    pub fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Skips exactly these bytes, such as `null`.
    pub fn word(&mut self, word: &str) -> Result<(), usize> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else {
            Err(self.at)
        }
    }

    fn key(&mut self) -> Result<(), usize> {
        self.string()?;
        self.space();
        self.word(":")
    }

    /// Skips a string with its quotes.
    pub fn string(&mut self) -> Result<(), usize> {
        self.word("\"")?;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    match self.peek() {
                        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                            self.at += 1
                        }
                        Some(b'u') => self.surrogates()?,
                        _ => return Err(self.at),
                    }
                }
                Some(0x20..) => self.at += 1,
                _ => return Err(self.at),
            }
        }
    }

    /// Skips `uXXXX`; the first half of a surrogate pair must be followed by the second.
    fn surrogates(&mut self) -> Result<(), usize> {
        let start = self.at;
        match self.unit()? {
            0xd800..=0xdbff => {
                self.word("\\")?;
                match self.unit()? {
                    0xdc00..=0xdfff => Ok(()),
                    _ => Err(start),
                }
            }
            0xdc00..=0xdfff => Err(start),
            _ => Ok(()),
        }
    }

    fn unit(&mut self) -> Result<u32, usize> {
        self.word("u")?;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            unit = unit * 16 + digit.ok_or(self.at)?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn digits(&mut self) -> Result<(), usize> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at > start {
            Ok(())
        } else {
            Err(self.at)
        }
    }

    /// Skips a number.
    pub fn number(&mut self) -> Result<(), usize> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// Skips a value of a valid text.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    if self.string().is_err() {
                        return;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return,
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => return,
                b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Text that is JSON, or nearly.
    fn nearly_json() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just("null".to_owned()),
            Just("true".to_owned()),
            "-?[0-9]{1,3}(\\.[0-9]{0,2})?([eE][+-]?[0-9]{0,2})?",
            "\"([a-z ]|\\\\[\"\\\\/bfnrtx]|\\\\u[0-9a-fA-F]{4}|\\\\ud83d\\\\ude00|政|\\x09)*\"",
            "[\\[\\]{},:\"0-9a-z \\\\-]{0,4}",
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4)
                    .prop_map(|items| format!("[{}]", items.join(" , "))),
                prop::collection::vec((inner.clone(), inner), 0..4).prop_map(|pairs| {
                    let pairs: Vec<String> = pairs
                        .iter()
                        .enumerate()
                        .map(|(index, (_, value))| format!("\"k{index}\":{value}"))
                        .collect();
                    format!("{{{}}}", pairs.join(","))
                }),
            ]
        })
    }

    /// The same value built from spans.
    fn rebuild(span: &str) -> Value {
        match span.as_bytes().first() {
            Some(b'{') => Value::Object(
                children(span)
                    .into_iter()
                    .map(|(key, value)| (unescape(key.expect("a key")), rebuild(value)))
                    .collect(),
            ),
            Some(b'[') => Value::Array(
                children(span)
                    .into_iter()
                    .map(|(_, value)| rebuild(value))
                    .collect(),
            ),
            Some(b'"') => Value::String(unescape(span)),
            _ => serde_json::from_str(span).expect("a leaf"),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn just_what_serde_json_takes_is_json_and_says_the_same(text in nearly_json()) {
            let reference: Result<Value, _> = serde_json::from_str(&text);
            let own = parse(&text);
            prop_assert_eq!(own.is_ok(), reference.is_ok(), "{}", text);
            if let (Ok(span), Ok(value)) = (own, reference) {
                prop_assert_eq!(rebuild(span), value);
            }
        }

        #[test]
        fn no_text_at_all_ends_in_a_panic(text in any::<String>()) {
            if let Ok(span) = parse(&text) {
                children(span);
                unescape(span);
            }
        }
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = "[".repeat(1_000_000);
        assert_eq!(parse(&deep), Err(1_000_000));
        let closed = format!("{deep}{}", "]".repeat(1_000_000));
        assert!(parse(&closed).is_ok());
    }
}

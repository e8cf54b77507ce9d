//! JSON as spans of text: whether a text is JSON, and where its values stand.
//!
//! Values are read from their spans (see `node`), so nothing is rounded and every error knows its
//! line. A test holds this to what serde_json accepts; in the browser that crate, with the float
//! printing its errors bring along, would weigh six times as much.

/// Finds the one value of a JSON text.
///
/// # Errors
/// The byte offset of the first thing that is not JSON. Depth is limited by memory only.
pub fn parse(text: &str) -> Result<&str, usize> {
    let mut scan = Scan::new(text);
    scan.space();
    let start = scan.at;
    // What is open, innermost last.
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

/// The keys and values of an object, or (without keys) the items of a list, that [`parse`] has
/// accepted as part of a text.
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

/// What a JSON string, with its quotes, says.
pub fn unescape(span: &str) -> String {
    let inside = span
        .strip_prefix('"')
        .and_then(|span| span.strip_suffix('"'))
        .unwrap_or(span);
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once('\\') {
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

/// The character of `uXXXX` or of the pair `uXXXX\uXXXX`, and how many bytes that is.
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

/// A place in a text, moved over what stands there; an error is the byte offset of what does not.
pub struct Scan<'a> {
    bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str) -> Scan<'a> {
        Scan {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

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

    /// Over a string with its quotes.
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

    /// Over `uXXXX`; one half of a pair must be followed by the other.
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

    /// Over one value of a text that is known to be JSON.
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

//! The tokens of a content stream and of a CMap, which share a syntax (ISO 32000-1, 7.2).

/// A token. Arrays and dictionaries are not nested: no operator here needs more than the order of
/// their elements.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Name(Vec<u8>),
    String(Vec<u8>),
    ArrayStart,
    ArrayEnd,
    Operator(Vec<u8>),
}

/// Regular characters beyond this length are cut off: no operator, name or number is longer.
const WORD: usize = 256;

/// Yields one token after the other and skips bytes that start none.
pub(super) struct Lexer {
    bytes: Vec<u8>,
    at: usize,
}

impl Lexer {
    pub(super) fn new(bytes: Vec<u8>) -> Lexer {
        Lexer { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| !matches!(byte, b'\r' | b'\n'))
                {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Reads regular characters up to the next white space or delimiter.
    fn word(&mut self) -> Vec<u8> {
        let mut word = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            if word.len() < WORD {
                word.push(byte);
            }
        }
        word
    }

    /// Reads a literal string, in which parentheses may be nested.
    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1_usize;
        while let Some(byte) = self.take() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\\' => {
                    self.escaped(&mut text);
                    continue;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    fn escaped(&mut self, text: &mut Vec<u8>) {
        match self.take() {
            Some(b'n') => text.push(b'\n'),
            Some(b'r') => text.push(b'\r'),
            Some(b't') => text.push(b'\t'),
            Some(b'b') => text.push(8),
            Some(b'f') => text.push(12),
            // An escaped line end is not part of the string.
            Some(b'\r') => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            Some(b'\n') | None => {}
            Some(first @ b'0'..=b'7') => {
                let mut value = u32::from(first - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    self.at += 1;
                    value = value * 8 + u32::from(digit - b'0');
                }
                text.push(u8::try_from(value & 0xff).unwrap_or_default());
            }
            Some(other) => text.push(other),
        }
    }

    /// Reads a hexadecimal string; an odd last digit is followed by an implied 0.
    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut high: Option<u8> = None;
        while let Some(byte) = self.take() {
            if byte == b'>' {
                break;
            }
            let digit = char::from(byte).to_digit(16);
            let Some(digit) = digit.and_then(|digit| u8::try_from(digit).ok()) else {
                continue;
            };
            match high.take() {
                Some(first) => text.push(first << 4 | digit),
                None => high = Some(digit),
            }
        }
        text.extend(high.map(|digit| digit << 4));
        text
    }

    fn name(&mut self) -> Vec<u8> {
        let word = self.word();
        if !word.contains(&b'#') {
            return word;
        }
        let mut name = Vec::with_capacity(word.len());
        let mut rest = word.as_slice();
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            let digit = |byte: u8| {
                let digit = char::from(byte).to_digit(16);
                digit.and_then(|digit| u8::try_from(digit).ok())
            };
            if *first == b'#'
                && let [high, low, next @ ..] = after
                && let (Some(high), Some(low)) = (digit(*high), digit(*low))
            {
                name.push(high << 4 | low);
                rest = next;
            } else {
                name.push(*first);
            }
        }
        name
    }

    /// Skips the data of an inline image, from `ID` to the `EI` after it.
    pub(super) fn skip_inline_image(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.windows(3).enumerate().find_map(|(at, window)| {
            let [before, b'E', b'I'] = window else {
                return None;
            };
            let after = rest.get(at + 3..)?;
            let is_alone = after.first().is_none_or(|byte| is_space(*byte));
            // Image data may hold the two letters; operators that follow the real `EI` are ASCII.
            let is_text = after.iter().take(8).all(|byte| byte.is_ascii());
            (is_space(*before) && is_alone && is_text).then_some(at + 3)
        });
        self.at = match end {
            Some(end) => self.at + end,
            None => self.bytes.len(),
        };
    }
}

impl Iterator for Lexer {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            self.skip_space();
            let byte = self.peek()?;
            if is_regular(byte) {
                let word = self.word();
                return Some(match number(&word) {
                    Some(number) => Token::Number(number),
                    None => Token::Operator(word),
                });
            }
            self.at += 1;
            match byte {
                b'/' => return Some(Token::Name(self.name())),
                b'(' => return Some(Token::String(self.literal())),
                b'<' if self.peek() != Some(b'<') => {
                    return Some(Token::String(self.hexadecimal()));
                }
                b'[' => return Some(Token::ArrayStart),
                b']' => return Some(Token::ArrayEnd),
                // Dictionary delimiters and stray bytes.
                _ => {}
            }
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

fn number(word: &[u8]) -> Option<f64> {
    let is_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.');
    if !word.iter().all(is_number) || !word.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    match text.parse() {
        Ok(number) => Some(number),
        // Some programs write two signs, or one between the digits.
        Err(_) => text.trim_start_matches('-').split('-').next()?.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &[u8]) -> Vec<Token> {
        Lexer::new(text.to_vec()).collect()
    }

    #[test]
    fn strings_numbers_and_names_are_read() {
        assert_eq!(
            tokens(b"[(a\\(b\\051(c)\\\n)-1.5<4e2D5>]TJ%x\n/A#42 +.5"),
            [
                Token::ArrayStart,
                Token::String(b"a(b)(c)".to_vec()),
                Token::Number(-1.5),
                Token::String(vec![0x4e, 0x2d, 0x50]),
                Token::ArrayEnd,
                Token::Operator(b"TJ".to_vec()),
                Token::Name(b"AB".to_vec()),
                Token::Number(0.5),
            ]
        );
    }

    #[test]
    fn an_inline_image_is_skipped() {
        let mut lexer = Lexer::new(b"ID \x01 EI\xff( EI Q".to_vec());
        assert_eq!(lexer.next(), Some(Token::Operator(b"ID".to_vec())));
        lexer.skip_inline_image();
        assert_eq!(lexer.next(), Some(Token::Operator(b"Q".to_vec())));
    }

    #[test]
    fn any_cut_ends() {
        let text = b"<</A[(b\\)]>>BDC <41";
        for end in 0..text.len() {
            assert!(tokens(text.get(..end).unwrap_or_default()).len() < 9);
        }
    }
}

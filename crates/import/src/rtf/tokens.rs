//! The tokens of an RTF file.

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A word with its number, such as `\fs24`.
    Word(&'a str, Option<i32>),
    /// A sign after a backslash, such as `\~`.
    Sign(char),
    /// A byte of text, in an encoding that depends on the font.
    Byte(u8),
}

pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

/// The longest word of the format. Longer ones are not words of it.
const LONGEST_WORD: usize = 32;

impl<'a> Tokens<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Tokens { rest: bytes }
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn take_while(&mut self, most: usize, is_part: impl Fn(&u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().take(most).take_while(|byte| is_part(byte));
        let (taken, rest) = self.rest.split_at(length.count());
        self.rest = rest;
        taken
    }

    fn escaped(&mut self) -> Option<Token<'a>> {
        let word = self.take_while(LONGEST_WORD, u8::is_ascii_alphabetic);
        if word.is_empty() {
            return Some(match self.byte()? {
                b'\'' => {
                    let digits = self.take_while(2, u8::is_ascii_hexdigit);
                    let digits = std::str::from_utf8(digits).unwrap_or_default();
                    Token::Byte(u8::from_str_radix(digits, 16).unwrap_or(b'?'))
                }
                b'\n' | b'\r' => Token::Word("par", None),
                b'\t' => Token::Word("tab", None),
                sign => Token::Sign(char::from(sign)),
            });
        }
        let word = std::str::from_utf8(word).unwrap_or_default();
        let sign = self.take_while(1, |byte| *byte == b'-');
        let digits = self.take_while(10, u8::is_ascii_digit);
        let digits = std::str::from_utf8(digits).unwrap_or_default();
        let number = digits.parse::<i64>().ok();
        let number = number.map(|number| if sign.is_empty() { number } else { -number });
        let number = number.and_then(|number| i32::try_from(number).ok());
        self.take_while(1, |byte| *byte == b' ');
        if word == "bin" {
            let length = number.and_then(|length| usize::try_from(length).ok());
            self.take_while(length.unwrap_or_default(), |_| true);
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            return Some(match self.byte()? {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => return self.escaped(),
                b'\r' | b'\n' | b'\0' => continue,
                b'\t' => Token::Word("tab", None),
                byte => Token::Byte(byte),
            });
        }
    }
}

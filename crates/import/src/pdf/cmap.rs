//! CMaps: how the bytes of a string map to characters or to CIDs (ISO 32000-1, 9.7.5 and 9.10.3).

use super::lexer::{Lexer, Token};
use std::collections::HashMap;

/// More entries than any font has.
const ENTRIES: usize = 200_000;

/// How bytes are split into codes, and the text or CID of each code.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// The codespace ranges: length in bytes, first and last code.
    codespaces: Vec<(usize, u32, u32)>,
    texts: HashMap<u32, String>,
    /// First and last code with the text of the first, by first code.
    text_ranges: Vec<(u32, u32, String)>,
    /// First and last code with the CID of the first, by first code.
    cids: Vec<(u32, u32, u32)>,
    pub(super) vertical: bool,
}

impl CMap {
    pub(super) fn read(bytes: Vec<u8>) -> CMap {
        let mut map = CMap::default();
        let mut operands: Vec<Token> = Vec::new();
        for token in Lexer::new(bytes) {
            let Token::Operator(operator) = token else {
                if operands.len() < ENTRIES {
                    operands.push(token);
                }
                continue;
            };
            match operator.as_slice() {
                b"endcodespacerange" => map.add_codespaces(&operands),
                b"endbfchar" => map.add_texts(&operands),
                b"endbfrange" => map.add_text_ranges(&operands),
                b"endcidchar" => map.add_cids(&operands, 2),
                b"endcidrange" => map.add_cids(&operands, 3),
                b"def" => {
                    if let [.., Token::Name(name), Token::Number(value)] = operands.as_slice() {
                        map.vertical |= name == b"WMode" && *value == 1.0;
                    }
                }
                _ => {}
            }
            operands.clear();
        }
        map.text_ranges.sort_by_key(|range| range.0);
        map.cids.sort_by_key(|range| range.0);
        map
    }

    fn is_full(&self) -> bool {
        let count = self.codespaces.len() + self.texts.len();
        count + self.text_ranges.len() + self.cids.len() >= ENTRIES
    }

    fn add_codespaces(&mut self, operands: &[Token]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::String(first), Token::String(last)] = pair
                && (1..=4).contains(&first.len())
                && self.codespaces.len() < 256
            {
                self.codespaces.push((first.len(), code(first), code(last)));
            }
        }
    }

    fn add_texts(&mut self, operands: &[Token]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::String(from), Token::String(to)] = pair
                && !self.is_full()
            {
                self.texts.insert(code(from), utf16(to));
            }
        }
    }

    fn add_text_ranges(&mut self, operands: &[Token]) {
        let mut operands = operands.iter();
        while let (Some(Token::String(first)), Some(Token::String(last)), Some(target)) =
            (operands.next(), operands.next(), operands.next())
        {
            let (first, last) = (code(first), code(last));
            match target {
                Token::String(text) if !self.is_full() => {
                    self.text_ranges.push((first, last, utf16(text)));
                }
                Token::ArrayStart => {
                    let mut at = first;
                    for operand in operands.by_ref() {
                        let Token::String(text) = operand else {
                            break;
                        };
                        if at <= last && !self.is_full() {
                            self.texts.insert(at, utf16(text));
                        }
                        at = at.saturating_add(1);
                    }
                }
                _ => {}
            }
        }
    }

    fn add_cids(&mut self, operands: &[Token], size: usize) {
        for entry in operands.chunks_exact(size) {
            let (first, last, number) = match entry {
                [Token::String(only), Token::Number(number)] => (only, only, number),
                [
                    Token::String(first),
                    Token::String(last),
                    Token::Number(number),
                ] => (first, last, number),
                _ => continue,
            };
            if !self.is_full() && (0.0..=65535.0).contains(number) {
                // The range was checked, and CIDs are whole numbers.
                let number = *number as u32;
                self.cids.push((code(first), code(last), number));
            }
        }
    }

    /// The first code of the bytes and its length, which is `length` where no range applies.
    pub(super) fn next_code(&self, bytes: &[u8], length: usize) -> (u32, usize) {
        for size in 1..=4.min(bytes.len()) {
            let start = bytes.get(..size).unwrap_or_default();
            let code = code(start);
            let fits = |(length, first, last): &(usize, u32, u32)| {
                // Every byte has its own range.
                let within = |shift: u32| {
                    let byte = |code: u32| code >> shift & 0xff;
                    (byte(*first)..=byte(*last)).contains(&byte(code))
                };
                *length == size && [0, 8, 16, 24].into_iter().all(within)
            };
            if self.codespaces.iter().any(fits) {
                return (code, size);
            }
        }
        let size = length.clamp(1, bytes.len().max(1));
        (code(bytes.get(..size).unwrap_or_default()), size)
    }

    pub(super) fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.texts.get(&code) {
            return Some(text.clone());
        }
        let after = self.text_ranges.partition_point(|range| range.0 <= code);
        let (first, last, text) = self.text_ranges.get(after.checked_sub(1)?)?;
        if code > *last {
            return None;
        }
        // The last character increases with the code.
        let mut signs: Vec<char> = text.chars().collect();
        let sign = signs.pop()?;
        let counted = u32::from(sign).checked_add(code - first)?;
        signs.push(char::from_u32(counted)?);
        Some(signs.into_iter().collect())
    }

    /// Whether the code has a text.
    pub(super) fn names(&self, code: u32) -> bool {
        self.text(code).is_some()
    }

    /// The codes whose text is one digit.
    pub(super) fn digits(&self) -> Vec<(u32, char)> {
        let alone = |text: &str| {
            let mut signs = text.chars();
            let sign = signs.next().filter(|_| signs.next().is_none());
            sign.map(u32::from)
        };
        let digit = |sign: u32| char::from_u32(sign).filter(char::is_ascii_digit);
        let single = self.texts.iter();
        let single = single.filter_map(|(code, text)| Some((*code, digit(alone(text)?)?)));
        let ranges = self.text_ranges.iter().flat_map(|(first, last, text)| {
            let start = alone(text).unwrap_or(u32::MAX);
            let digits = u32::from('0')..=u32::from('9');
            digits.filter_map(move |sign| {
                let code = first.checked_add(sign.checked_sub(start)?)?;
                (code <= *last).then_some((code, digit(sign)?))
            })
        });
        let ranges = ranges.filter(|(code, _)| !self.texts.contains_key(code));
        single.chain(ranges).collect()
    }

    pub(super) fn cid(&self, code: u32) -> Option<u32> {
        let after = self.cids.partition_point(|range| range.0 <= code);
        let (first, last, number) = self.cids.get(after.checked_sub(1)?)?;
        (code <= *last).then(|| number.saturating_add(code - first))
    }
}

pub(super) fn code(bytes: &[u8]) -> u32 {
    let add = |code: u32, byte: &u8| code << 8 | u32::from(*byte);
    bytes.iter().take(4).fold(0, add)
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = match bytes {
        // Some programs write one byte instead of two.
        [one] => vec![u16::from(*one)],
        // A ligature has a few characters at most.
        _ => bytes
            .chunks_exact(2)
            .take(32)
            .map(|pair| {
                pair.iter()
                    .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
            })
            .collect(),
    };
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_one_and_two_bytes_are_told_apart() {
        let map = CMap::read(
            b"2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange
              1 begincidrange <8140> <8143> 100 endcidrange 1 begincidchar <20> 1 endcidchar"
                .to_vec(),
        );
        assert_eq!(map.next_code(&[0x41, 0x81], 2), (0x41, 1));
        assert_eq!(map.next_code(&[0x81, 0x42, 0x20], 2), (0x8142, 2));
        assert_eq!((map.cid(0x8142), map.cid(0x20)), (Some(102), Some(1)));
        assert_eq!(map.cid(0x8144), None);
    }

    #[test]
    fn texts_are_found_alone_in_ranges_and_in_lists() {
        let map = CMap::read(
            b"1 beginbfchar <0001> <4E2D6587> endbfchar
              2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<D842DFB7> <0041>] endbfrange"
                .to_vec(),
        );
        let text = |code| map.text(code).unwrap_or_default();
        assert_eq!(
            [text(1), text(0x12), text(0x20), text(0x21)],
            ["中文", "2", "𠮷", "A"]
        );
        assert_eq!(map.text(0x13), None);
    }
}

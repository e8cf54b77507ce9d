//! Printed words as they are compared: plain digits, simplified characters, no spaces.

/// A text made plain, which knows where each of its bytes was written.
pub(in crate::import) struct Plain {
    pub text: String,
    /// For every byte of `text`, and for its end.
    origin: Vec<usize>,
}

impl Plain {
    pub fn of(written: &str) -> Plain {
        let mut plain = Plain {
            text: String::with_capacity(written.len()),
            origin: Vec::with_capacity(written.len() + 1),
        };
        // How many digits end the plain text: a comma behind more than three parts no thousands.
        let mut digits = 0;
        let mut rest = written.char_indices();
        while let Some((at, c)) = rest.next() {
            let c = fold(c);
            let ahead = rest.as_str();
            let digit_ahead = |n| {
                ahead
                    .chars()
                    .nth(n)
                    .is_some_and(|c| fold(c).is_ascii_digit())
            };
            let dropped = match c {
                ',' | '，' => {
                    (1..=3).contains(&digits) && (0..3).all(digit_ahead) && !digit_ahead(3)
                }
                '\n' => false,
                '*' | '\u{200b}' | '\u{feff}' => true,
                // Between two digits a space keeps two numbers apart.
                c => c.is_whitespace() && !(digits > 0 && spaced_digit(ahead)),
            };
            if dropped {
                // The digits behind a comma belong to the same number.
                digits = if matches!(c, ',' | '，') { 0 } else { digits };
                continue;
            }
            let c = if c.is_whitespace() && c != '\n' {
                ' '
            } else {
                c
            };
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            plain.text.push(c);
            plain.origin.resize(plain.text.len(), at);
        }
        plain.origin.push(written.len());
        plain
    }

    /// Where in the written text the byte at `at` stood.
    pub fn origin(&self, at: usize) -> usize {
        let end = self.origin.last().copied().unwrap_or_default();
        self.origin.get(at).copied().unwrap_or(end)
    }
}

/// Whether the next thing that is no space is a digit.
fn spaced_digit(ahead: &str) -> bool {
    let next = ahead.chars().find(|c| !c.is_whitespace());
    next.is_some_and(|c| fold(c).is_ascii_digit())
}

/// As [`Plain::of`], where the places do not matter.
pub(in crate::import) fn plain(written: &str) -> String {
    Plain::of(written).text
}

/// The traditional characters of the words that are looked for, each with its simplified form.
const TRADITIONAL: &str = "總总體体情情況况動动開开報报告告處处理理請请複复議议訴诉訟讼問问題题\
進进關关於于務务網网門门縣县區区鄉乡鎮镇廳厅會会辦办發发佈布時时間间統统計计數数據据條条\
篇篇個个場场項项億亿萬万餘余兩两約约過过達达訊讯資资訪访談谈專专職职類类財财權权運运";
const TRADITIONAL_MORE: &str = "責责來来執执對对應应響响與与並并為为結结補补護护關关態态業业\
們们設设導导監监質质點点線线號号參参轉转載载貼贴編编譯译規规範范劃划實实級级總总聯联組组織织";

/// A character as it is compared: half width, simplified.
fn fold(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        '％' => '%',
        '．' => '.',
        '／' => '/',
        c if c < '\u{4e00}' => c,
        c => simplified(TRADITIONAL, c)
            .or_else(|| simplified(TRADITIONAL_MORE, c))
            .unwrap_or(c),
    }
}

fn simplified(pairs: &str, wanted: char) -> Option<char> {
    let mut pairs = pairs.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if traditional == wanted {
            return Some(simplified);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_go_and_digits_become_plain() {
        assert_eq!(plain("共 ３，２００ 余条"), "共3200余条");
        assert_eq!(plain("1,234,567 条"), "1234567条");
        assert_eq!(plain("政府資訊公開 報告"), "政府资讯公开报告");
    }

    #[test]
    fn what_is_no_thousands_comma_stays() {
        assert_eq!(plain("2020，120条"), "2020，120条");
        assert_eq!(plain("3，1200条"), "3，1200条");
        assert_eq!(plain("3 200条"), "3 200条");
    }

    #[test]
    fn every_byte_knows_where_it_was_written() {
        let written = "共 1,200 条";
        let plain = Plain::of(written);
        let at = plain.text.find('条').expect("the unit");
        assert_eq!(written.get(plain.origin(at)..), Some("条"));
        assert_eq!(plain.origin(plain.text.len()), written.len());
    }
}

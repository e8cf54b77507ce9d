//! Printed words as they are compared: plain digits, simplified characters, no spaces.

/// A text made plain, which knows where each of its bytes was written.
pub(crate) struct NormalizedText {
    pub text: String,
    /// For every byte of `text`, and for its end.
    origin: Vec<usize>,
}

impl NormalizedText {
    pub fn of(written: &str) -> NormalizedText {
        let mut plain = NormalizedText {
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
                // Behind a digit it may stand for another one, or for a note.
                '*' => digits == 0,
                '\u{200b}' | '\u{feff}' => true,
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

const WIDEST: usize = 200;

/// Whether the next thing that is no space is a digit.
fn spaced_digit(ahead: &str) -> bool {
    // Nobody writes a number with so much space in it.
    let next = ahead.chars().take(WIDEST).find(|c| !c.is_whitespace());
    next.is_some_and(|c| fold(c).is_ascii_digit())
}

/// As [`NormalizedText::of`], where the places do not matter.
pub(crate) fn normalize_text(written: &str) -> String {
    NormalizedText::of(written).text
}

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
        c => simplified(c),
    }
}

/// The traditional characters of the words that are looked for, simplified.
#[rustfmt::skip]
fn simplified(c: char) -> char {
    match c {
        '總' => '总', '體' => '体', '況' => '况', '動' => '动', '開' => '开', '報' => '报',
        '處' => '处', '請' => '请', '複' => '复', '議' => '议', '訴' => '诉', '訟' => '讼',
        '問' => '问', '題' => '题', '進' => '进', '關' => '关', '於' => '于', '務' => '务',
        '網' => '网', '門' => '门', '縣' => '县', '區' => '区', '鄉' => '乡', '鎮' => '镇',
        '廳' => '厅', '會' => '会', '辦' => '办', '發' => '发', '佈' => '布', '時' => '时',
        '間' => '间', '統' => '统', '計' => '计', '數' => '数', '據' => '据', '條' => '条',
        '個' => '个', '場' => '场', '項' => '项', '億' => '亿', '萬' => '万', '餘' => '余',
        '兩' => '两', '約' => '约', '過' => '过', '達' => '达', '訊' => '讯', '資' => '资',
        '訪' => '访', '談' => '谈', '專' => '专', '職' => '职', '類' => '类', '財' => '财',
        '權' => '权', '運' => '运', '責' => '责', '來' => '来', '執' => '执', '對' => '对',
        '應' => '应', '響' => '响', '與' => '与', '並' => '并', '為' => '为', '結' => '结',
        '補' => '补', '護' => '护', '態' => '态', '業' => '业', '們' => '们', '設' => '设',
        '導' => '导', '監' => '监', '質' => '质', '點' => '点', '線' => '线', '號' => '号',
        '參' => '参', '轉' => '转', '載' => '载', '貼' => '贴', '編' => '编', '譯' => '译',
        '規' => '规', '範' => '范', '劃' => '划', '實' => '实', '級' => '级', '聯' => '联',
        '組' => '组', '織' => '织',
        c => crate::labels::simplified(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_go_and_digits_become_plain() {
        assert_eq!(normalize_text("共 ３，２００ 余条"), "共3200余条");
        assert_eq!(normalize_text("1,234,567 条"), "1234567条");
        assert_eq!(normalize_text("政府資訊公開 報告"), "政府资讯公开报告");
    }

    #[test]
    fn what_is_no_thousands_comma_stays() {
        assert_eq!(normalize_text("2020，120条"), "2020，120条");
        assert_eq!(normalize_text("3，1200条"), "3，1200条");
        assert_eq!(normalize_text("3 200条"), "3 200条");
        assert_eq!(normalize_text("*共12*3条，12*条*"), "共12*3条，12*条");
    }

    #[test]
    fn every_byte_knows_where_it_was_written() {
        let written = "共 1,200 条";
        let plain = NormalizedText::of(written);
        let at = plain.text.find('条').expect("the unit");
        assert_eq!(written.get(plain.origin(at)..), Some("条"));
        assert_eq!(plain.origin(plain.text.len()), written.len());
    }
}

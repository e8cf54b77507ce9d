//! Text in the normal form that it is compared in: ASCII digits, simplified characters, no spaces.

/// A normalized text, which knows where each of its bytes was written.
pub(crate) struct NormalizedText {
    pub text: String,
    /// The position in the written text of every byte of `text`, and of its end.
    origin: Vec<usize>,
}

impl NormalizedText {
    pub fn of(written: &str) -> NormalizedText {
        let mut normalized = NormalizedText {
            text: String::with_capacity(written.len()),
            origin: Vec::with_capacity(written.len() + 1),
        };
        // How many digits the text ends in. A comma after more than three does not separate thousands.
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
            let is_dropped = match c {
                ',' | '，' => {
                    (1..=3).contains(&digits) && (0..3).all(digit_ahead) && !digit_ahead(3)
                }
                '\n' => false,
                // After a digit it may stand for another digit, or for a footnote.
                '*' => digits == 0,
                '\u{200b}' | '\u{feff}' => true,
                // A space between two digits separates two numbers.
                c => c.is_whitespace() && !(digits > 0 && spaced_digit(ahead)),
            };
            if is_dropped {
                // The digits after a comma belong to the same number.
                digits = if matches!(c, ',' | '，') { 0 } else { digits };
                continue;
            }
            let c = if c.is_whitespace() && c != '\n' {
                ' '
            } else {
                c
            };
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            normalized.text.push(c);
            normalized.origin.resize(normalized.text.len(), at);
        }
        normalized.origin.push(written.len());
        normalized
    }

    /// The position in the written text of the byte at `at`.
    pub fn origin(&self, at: usize) -> usize {
        let end = self.origin.last().copied().unwrap_or_default();
        self.origin.get(at).copied().unwrap_or(end)
    }
}

/// No number contains more white space, in characters.
const WIDEST: usize = 200;

/// Whether a digit follows the white space.
fn spaced_digit(ahead: &str) -> bool {
    let next = ahead.chars().take(WIDEST).find(|c| !c.is_whitespace());
    next.is_some_and(|c| fold(c).is_ascii_digit())
}

/// Like [`NormalizedText::of`], without positions.
pub(crate) fn normalize_text(written: &str) -> String {
    NormalizedText::of(written).text
}

/// Normalizes a character: half width, simplified.
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

/// Simplifies the traditional characters of the words that are looked for.
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
        '導' => '导', '監' => '监', '質' => '质', '點' => '点', '線' => '线',
        '參' => '参', '轉' => '转', '載' => '载', '貼' => '贴', '編' => '编', '譯' => '译',
        '規' => '规', '範' => '范', '劃' => '划', '實' => '实', '級' => '级', '聯' => '联',
        '組' => '组', '織' => '织', '欄' => '栏', '電' => '电', '視' => '视', '臺' => '台',
        '廣' => '广', '聞' => '闻', '頭' => '头', '戶' => '户', '眾' => '众',
        c => crate::labels::simplified(c),
    }
}

/// Whether a text consists of nothing but the given words.
pub(crate) fn consists_of(mut text: &str, words: &[&str]) -> bool {
    while !text.is_empty() {
        match words.iter().find_map(|word| text.strip_prefix(word)) {
            Some(rest) => text = rest,
            None => return false,
        }
    }
    true
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
        let normalized = NormalizedText::of(written);
        let at = normalized.text.find('条').expect("the unit");
        assert_eq!(written.get(normalized.origin(at)..), Some("条"));
        assert_eq!(normalized.origin(normalized.text.len()), written.len());
    }
}

//! Pinyin initials of names, by which a reader can search: ldxrmzf for 隆德县人民政府.

use pinyin::ToPinyin;

/// Names in which a character has another reading than usual.
const READINGS: [(&str, &str); 28] = [
    ("重庆", "cq"),
    ("长", "c"),
    ("朝", "c"),
    ("厦门", "xm"),
    ("番禺", "py"),
    ("蔚县", "yx"),
    ("单县", "sx"),
    ("东阿", "de"),
    ("铅山", "ys"),
    ("乐清", "yq"),
    ("洪洞", "ht"),
    ("繁峙", "fs"),
    ("尉犁", "yl"),
    ("浚县", "xx"),
    ("涡阳", "gy"),
    ("大埔", "db"),
    ("荥经", "yj"),
    ("曾都", "zd"),
    ("犍为", "qw"),
    ("伽师", "js"),
    ("银行", "yh"),
    ("台州", "tz"),
    ("丽水", "ls"),
    ("六安", "la"),
    ("亳州", "bz"),
    ("枞阳", "zy"),
    ("莘县", "sx"),
    ("盱眙", "xy"),
];

/// Lower-case initials of Chinese characters, and ASCII letters and digits; anything else is left out.
pub fn initials(name: &str) -> String {
    let mut initials = String::new();
    let mut rest = name;
    while let Some(next) = rest.chars().next() {
        let mut readings = READINGS.iter();
        if let Some((word, reading)) = readings.find(|(word, _)| rest.starts_with(word)) {
            initials.push_str(reading);
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        if let Some(read) = next.to_pinyin() {
            initials.push_str(read.first_letter());
        } else if next.is_ascii_alphanumeric() {
            initials.push(next.to_ascii_lowercase());
        }
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    initials
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_name_is_found_by_the_first_letters_of_how_it_is_read() {
        for (name, wanted) in [
            ("隆德县人民政府", "ldxrmzf"),
            ("重庆市长寿区人民政府", "cqscsqrmzf"),
            ("重点项目办公室", "zdxmbgs"),
            ("朝阳市", "cys"),
            ("蔚县（A区）", "yxaq"),
            ("", ""),
        ] {
            assert_eq!(initials(name), wanted, "{name}");
        }
    }
}

//! What a cell shows of its number.
//!
//! Only formats whose result is certain are applied. `ssfmt` 0.1.2 knows more of them, but has panics
//! that a file could reach.

use super::digits::Digits;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Text(String),
    /// The format hides the number.
    Nothing,
    /// The format is not known.
    Unknown,
}

/// The format of a cell, as Excel writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberFormat {
    code: String,
    /// Whether days are counted from 1904.
    pub counts_from_1904: bool,
}

/// Longer formats are not known.
const LONGEST: usize = 200;

/// The formats that files name by a number only, as Excel has them in Chinese.
const BUILT_IN: [(u16, &str); 32] = [
    (0, "General"),
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (5, "\"¥\"#,##0;\"¥\"-#,##0"),
    (6, "\"¥\"#,##0;\"¥\"-#,##0"),
    (7, "\"¥\"#,##0.00;\"¥\"-#,##0.00"),
    (8, "\"¥\"#,##0.00;\"¥\"-#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (14, "yyyy/m/d"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "yyyy/m/d h:mm"),
    (27, "yyyy\"年\"m\"月\""),
    (28, "m\"月\"d\"日\""),
    (29, "m\"月\"d\"日\""),
    (31, "yyyy\"年\"m\"月\"d\"日\""),
    (32, "h\"时\"mm\"分\""),
    (33, "h\"时\"mm\"分\"ss\"秒\""),
    (36, "yyyy\"年\"m\"月\""),
    (37, "#,##0;-#,##0"),
    (38, "#,##0;-#,##0"),
    (39, "#,##0.00;-#,##0.00"),
    (40, "#,##0.00;-#,##0.00"),
    (41, "#,##0;-#,##0;\"-\""),
    (43, "#,##0.00;-#,##0.00;\"-\""),
    (49, "@"),
    (50, "yyyy\"年\"m\"月\""),
    (57, "yyyy\"年\"m\"月\""),
    (58, "m\"月\"d\"日\""),
];

impl NumberFormat {
    pub fn new(code: &str) -> NumberFormat {
        NumberFormat {
            code: code.to_owned(),
            counts_from_1904: false,
        }
    }

    /// The format with a number that all files share. `None` for others.
    pub fn built_in(number: u16) -> Option<NumberFormat> {
        let found = BUILT_IN.iter().find(|(known, _)| *known == number);
        found.map(|(_, code)| NumberFormat::new(code))
    }

    /// A format that is not known.
    pub fn unknown() -> NumberFormat {
        NumberFormat::new("[?]")
    }

    /// What a cell shows of its number.
    pub fn show(&self, value: f64) -> Shown {
        self.text(value).map_or(Shown::Unknown, |text| {
            if text.trim().is_empty() {
                Shown::Nothing
            } else {
                Shown::Text(text)
            }
        })
    }

    fn text(&self, value: f64) -> Option<String> {
        if self.code.chars().count() > LONGEST {
            return None;
        }
        let sections = sections(&self.code)?;
        let number = sections.len().min(3);
        let (section, is_signed) = match (number, value < 0.0, value == 0.0) {
            (0, ..) => (None, true),
            (2.., true, _) => (sections.get(1), false),
            (3, _, true) => (sections.get(2), false),
            _ => (sections.first(), true),
        };
        let section = section.map(Vec::as_slice).unwrap_or_default();
        if section.iter().any(|part| matches!(part, Part::Date(..))) {
            return self.date(section, value);
        }
        numeric(section, value, is_signed && value < 0.0)
    }
}

/// A part of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Literal(char),
    /// A digit, which is shown as 0 if `0` stands for it.
    Digit {
        is_zero: bool,
    },
    Point,
    Comma,
    Percent,
    General,
    /// A letter of a date or time, and how often it is repeated.
    Date(char, usize),
}

/// The colors that a section may begin with. White text is not seen.
const COLORS: [&str; 14] = [
    "red", "blue", "green", "black", "yellow", "cyan", "magenta", "红色", "蓝色", "绿色", "黑色",
    "黄色", "青色", "洋红",
];

/// The sections of a format. `None` if something in it is not known.
fn sections(code: &str) -> Option<Vec<Vec<Part>>> {
    let mut sections: Vec<Vec<Part>> = vec![Vec::new()];
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        let mut parts = Vec::new();
        match c {
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            '"' => {
                let literal = rest.by_ref().take_while(|c| *c != '"');
                parts.extend(literal.map(Part::Literal));
            }
            '\\' | '!' => parts.extend(rest.next().map(Part::Literal)),
            '_' => {
                rest.next();
                parts.push(Part::Literal(' '));
            }
            '*' => {
                rest.next();
            }
            '[' => {
                let name: String = rest.by_ref().take_while(|c| *c != ']').collect();
                if let Some(locale) = name.strip_prefix('$') {
                    let sign = locale.split('-').next().unwrap_or_default();
                    parts.extend(sign.chars().map(Part::Literal));
                } else if !COLORS.contains(&name.to_lowercase().as_str()) {
                    return None;
                }
            }
            'G' | 'g' => {
                // General, which is translated.
                let word: String = std::iter::once(c).chain(rest.clone().take(6)).collect();
                let length = if word.eq_ignore_ascii_case("general") {
                    6
                } else if word.starts_with("G/通用格式") {
                    5
                } else {
                    return None;
                };
                rest.by_ref().take(length).for_each(drop);
                parts.push(Part::General);
            }
            '@' => parts.push(Part::General),
            '0' => parts.push(Part::Digit { is_zero: true }),
            '#' | '?' => parts.push(Part::Digit { is_zero: false }),
            '.' => parts.push(Part::Point),
            ',' => parts.push(Part::Comma),
            '%' => parts.push(Part::Percent),
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                let letter = c.to_ascii_lowercase();
                let mut count = 1_usize;
                while rest
                    .next_if(|next| next.eq_ignore_ascii_case(&letter))
                    .is_some()
                {
                    count += 1;
                }
                parts.push(Part::Date(letter, count));
            }
            c if c.is_ascii_alphabetic() => return None,
            c => parts.push(Part::Literal(c)),
        }
        sections.last_mut()?.extend(parts);
    }
    Some(sections)
}

/// Formats a number, not a date.
fn numeric(section: &[Part], value: f64, is_negative: bool) -> Option<String> {
    let mut digits = Digits::of(value)?;
    let is_digit = |part: &Part| matches!(part, Part::Digit { .. });
    let first = section
        .iter()
        .position(|part| is_digit(part) || *part == Part::Point);
    let last = section
        .iter()
        .rposition(|part| is_digit(part) || *part == Part::Point);
    let percents = section
        .iter()
        .filter(|part| **part == Part::Percent)
        .count();
    digits.shift(i32::try_from(percents).ok()?.checked_mul(2)?);
    let mut text = String::new();
    let (Some(first), Some(last)) = (first, last) else {
        for part in section {
            match part {
                Part::General => text.push_str(&general(&digits)?),
                Part::Literal(c) => text.push(*c),
                _ => return None,
            }
        }
        let has_number = section.contains(&Part::General);
        return Some(if is_negative && has_number {
            ["-", &text].concat()
        } else {
            text
        });
    };
    let placeholders = section.get(first..=last)?;
    // Commas behind the last digit divide by a thousand.
    let behind = section.get(last + 1..).unwrap_or_default();
    let commas = behind
        .iter()
        .take_while(|part| **part == Part::Comma)
        .count();
    digits.shift(i32::try_from(commas).ok()?.checked_mul(-3)?);
    if section.contains(&Part::General)
        || placeholders
            .iter()
            .any(|part| matches!(part, Part::Literal(_) | Part::Percent))
    {
        return None;
    }
    let mut halves = placeholders.split(|part| *part == Part::Point);
    let (whole, decimals) = (halves.next()?, halves.next().unwrap_or_default());
    if halves.next().is_some() || decimals.contains(&Part::Comma) {
        return None;
    }
    let zeros = |parts: &[Part]| {
        let is_zero = |part: &&Part| matches!(part, Part::Digit { is_zero: true });
        parts.iter().filter(is_zero).count()
    };
    digits.round(decimals.len());
    let mut written = digits.whole(zeros(whole));
    if whole.contains(&Part::Comma) {
        written = grouped(&written);
    }
    if placeholders.contains(&Part::Point) {
        written.push('.');
        written.push_str(&digits.decimals(zeros(decimals)));
    }
    // A number that is rounded to zero has no sign.
    let is_negative = is_negative && !digits.is_zero();
    for part in section.get(..first).unwrap_or_default() {
        match part {
            Part::Literal(c) => text.push(*c),
            Part::Percent => text.push('%'),
            _ => return None,
        }
    }
    text.push_str(&written);
    for part in behind.get(commas..).unwrap_or_default() {
        match part {
            Part::Literal(c) => text.push(*c),
            Part::Percent => text.push('%'),
            _ => return None,
        }
    }
    Some(if is_negative {
        ["-", &text].concat()
    } else {
        text
    })
}

/// Separates groups of three digits by commas.
fn grouped(digits: &str) -> String {
    let length = digits.len();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (length - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Formats a number as cells do that have no format: at most eleven characters. `None` where they use an
/// exponent.
fn general(digits: &Digits) -> Option<String> {
    const LONGEST: i32 = 11;
    let mut digits = digits.clone();
    if digits.point() > LONGEST || digits.point() < -4 {
        return None;
    }
    let room = LONGEST - 1 - digits.point().max(1);
    digits.round(usize::try_from(room).unwrap_or_default());
    let (whole, decimals) = (digits.whole(1), digits.decimals(0));
    Some(if decimals.is_empty() {
        whole
    } else {
        [&whole, ".", &decimals].concat()
    })
}

impl NumberFormat {
    /// Formats a number as a date or time.
    fn date(&self, section: &[Part], value: f64) -> Option<String> {
        // Up to the year 9999.
        if !(0.0..2_958_466.0).contains(&value) {
            return None;
        }
        let seconds = (value.fract() * 86_400.0).round();
        let mut days = value.trunc() as i64 + if self.counts_from_1904 { 1462 } else { 0 };
        let mut seconds = seconds as i64;
        if seconds >= 86_400 {
            (days, seconds) = (days + 1, 0);
        }
        // Before March 1900 Excel counts a day that was none.
        if days < 61
            && section
                .iter()
                .any(|part| matches!(part, Part::Date('y' | 'd', _)))
        {
            return None;
        }
        let (year, month, day) = civil(days);
        let two = |number: i64, count: usize| match count {
            1 => Some(number.to_string()),
            2 => Some(format!("{number:02}")),
            _ => None,
        };
        let mut text = String::new();
        let mut last = ' ';
        for (at, part) in section.iter().enumerate() {
            let letter = match part {
                Part::Literal(c) => {
                    text.push(*c);
                    continue;
                }
                Part::Comma => {
                    text.push(',');
                    continue;
                }
                Part::Date(letter, count) => {
                    let mut next = section.iter().skip(at + 1);
                    let next = next.find_map(|part| match part {
                        Part::Date(letter, _) => Some(*letter),
                        _ => None,
                    });
                    let is_minute = last == 'h' || next == Some('s');
                    let shown = match letter {
                        'y' if *count <= 2 => format!("{:02}", year % 100),
                        'y' => year.to_string(),
                        'm' if is_minute => two(seconds / 60 % 60, *count)?,
                        'm' => two(month, *count)?,
                        'd' => two(day, *count)?,
                        'h' => two(seconds / 3600, *count)?,
                        _ => two(seconds % 60, *count)?,
                    };
                    text.push_str(&shown);
                    *letter
                }
                _ => return None,
            };
            last = letter;
        }
        Some(text)
    }
}

/// The year, month and day of a day that is counted from the end of 1899.
fn civil(days: i64) -> (i64, i64, i64) {
    // Howard Hinnant's algorithm, whose eras begin in March of every 400th year.
    let days = days - 25_569 + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, code: &str) -> Shown {
        NumberFormat::new(code).show(value)
    }

    #[test]
    fn numbers_are_shown_as_in_a_spreadsheet() {
        for (value, code, expected) in [
            (21207.84, "General", "21207.84"),
            (0.1 + 0.2, "General", "0.3"),
            (-302.0, "General", "-302"),
            (12_345_678_901.0, "General", "12345678901"),
            (1_234_567.891_234, "General", "1234567.891"),
            (3.0, "G/通用格式", "3"),
            (2.5, "0", "3"),
            (0.125, "0.00", "0.13"),
            (1.005, "0.00", "1.01"),
            (-0.4, "0", "0"),
            (7.0, "000", "007"),
            (0.0, "#", ""),
            (0.5, "#.##", ".5"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (123.0, "#,##0.00", "123.00"),
            (12_345_678.0, "0.0,,", "12.3"),
            (0.256, "0%", "26%"),
            (0.256, "0.00%", "25.60%"),
            (12.0, "0\"件\"", "12件"),
            (12.0, "\"约\"0\\条", "约12条"),
            (-5.0, "0;[Red](0)", "(5)"),
            (0.0, "0;-0;\"/\"", "/"),
            (5.0, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", " 5 "),
            (9.5, "[$¥-804]#,##0.00", "¥9.50"),
            (44_197.0, "yyyy/m/d", "2021/1/1"),
            (44_286.0, "yyyy\"年\"mm\"月\"dd\"日\"", "2021年03月31日"),
            (44_286.0, "[$-804]yyyy年m月", "2021年3月"),
            (44_286.5, "yyyy-m-d h:mm", "2021-3-31 12:00"),
            (60.0 / 1440.0, "h:mm:ss", "1:00:00"),
        ] {
            let expected = match expected {
                "" => Shown::Nothing,
                text => Shown::Text(text.to_owned()),
            };
            assert_eq!(shown(value, code), expected, "{value} {code}");
        }
    }

    #[test]
    fn a_hidden_number_is_not_shown() {
        assert_eq!(shown(5.0, ";;;"), Shown::Nothing);
        assert_eq!(shown(0.0, "0;-0;"), Shown::Nothing);
    }

    #[test]
    fn a_format_that_is_not_known_is_not_guessed() {
        for code in [
            "0.00E+00",
            "# ?/?",
            "[>=100]0;0",
            "[DBNum1]0",
            "[h]:mm",
            "mmm",
            "000-00",
            "[White]0",
        ] {
            assert_eq!(shown(5.0, code), Shown::Unknown, "{code}");
        }
        assert_eq!(shown(1e12, "General"), Shown::Unknown);
        assert_eq!(shown(f64::NAN, "0"), Shown::Unknown);
        assert_eq!(shown(5.0, "yyyy/m/d"), Shown::Unknown);
    }
}

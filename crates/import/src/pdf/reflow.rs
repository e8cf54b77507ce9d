//! Joins the lines of a paragraph where the next word did not fit on the line before.

use super::lines::{Field, Fields};

/// A line of a paragraph is at least this wide, in heights of its font.
const WIDE: f64 = 15.0;
/// The most from one baseline to the next, in heights of the font.
const NEXT: f64 = 2.6;
/// This many lines that end at the same place make a margin.
const ENDS: usize = 2;
/// How far from the margin a line may end, in heights of the font: punctuation may be compressed or
/// hang over.
const RAGGED: f64 = 1.5;

/// The left and right end of a page's paragraphs.
pub(super) struct Margins {
    left: f64,
    right: f64,
}

impl Margins {
    /// `None` if no lines show them.
    pub(super) fn of(lines: &[Fields]) -> Option<Margins> {
        let wide = || lines.iter().filter_map(|line| Some((line, wide(line)?)));
        let left = wide().map(|(_, field)| field.from).min_by(f64::total_cmp)?;
        // Punctuation may hang over the margin.
        let end = |(line, field): (&Fields, &Field)| {
            let hangs = field.text.ends_with(['，', '。', '、', '；', '：']);
            if hangs {
                field.to - line.size
            } else {
                field.to
            }
        };
        let right = wide().map(end).max_by(f64::total_cmp)?;
        let ends = |(line, field): &(&Fields, &Field)| right - field.to <= line.size * RAGGED;
        (wide().filter(ends).count() >= ENDS).then_some(Margins { left, right })
    }

    /// Whether a line continues the one above it.
    ///
    /// Digits or letters on both sides may be one word or two, so they are left as two lines.
    pub(super) fn continues(&self, above: &Fields, below: &Fields) -> bool {
        let (Some(before), [after]) = (wide(above), below.fields.as_slice()) else {
            return false;
        };
        let size = above.size;
        let is_same = (below.size - size).abs() <= size * 0.05;
        let is_next = (below.y - above.y) / size <= NEXT;
        let is_flush = (after.from - self.left).abs() <= size * 0.5;
        let is_word = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
        let are_words =
            is_word(before.text.chars().next_back()) && is_word(after.text.chars().next());
        is_same
            && is_next
            && is_flush
            && !are_words
            && !is_title(&before.text)
            && !is_numbered(&after.text)
            && self.right - before.to < room(&after.text) * size
    }
}

/// The only field of a line, if it is as wide as a paragraph.
fn wide(line: &Fields) -> Option<&Field> {
    match line.fields.as_slice() {
        [field] if field.to - field.from >= line.size * WIDE => Some(field),
        _ => None,
    }
}

/// The width of the text that must not be broken at the start of a line, in heights of the font.
fn room(text: &str) -> f64 {
    let is_closing = |sign: char| "，。；、：！？）”’》％%".contains(sign);
    let is_opening = |sign: char| "（“‘《〔【".contains(sign);
    let mut width = 0.25;
    let mut signs = text.chars().take(40).peekable();
    while let Some(sign) = signs.next() {
        width += if sign.is_ascii() { 0.6 } else { 1.0 };
        let next = signs.peek().copied();
        let is_within = sign.is_ascii_graphic() && next.is_some_and(|next| next.is_ascii_graphic());
        if !is_within && !is_opening(sign) && !next.is_some_and(is_closing) {
            break;
        }
    }
    width
}

/// Whether a line is the report's title, which no paragraph continues: 某县2020年政府信息公开工作年度报告
fn is_title(text: &str) -> bool {
    let ends = ["年度报告", "年报"].iter().any(|end| text.ends_with(end));
    ends && text.contains("20") && !text.contains(['，', '。', '《', '；'])
}

/// Whether a line begins with a number: 一、 （二） 3. ①
fn is_numbered(text: &str) -> bool {
    let is_number = |sign: &char| "一二三四五六七八九十".contains(*sign) || sign.is_ascii_digit();
    let text = text.trim_start_matches(['（', '(']);
    let number = text.chars().take_while(is_number).count();
    let after = text.chars().nth(number);
    let is_closed = after.is_some_and(|sign| "、.．）)".contains(sign));
    (1..=3).contains(&number) && is_closed || text.starts_with(|sign| ('①'..='⑳').contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(y: f64, from: f64, text: &str) -> Fields {
        let count = text
            .chars()
            .map(|sign| if sign.is_ascii() { 5.0 } else { 10.0 });
        let to = from + count.sum::<f64>();
        let text = text.to_owned();
        Fields {
            y,
            size: 10.0,
            fields: vec![Field { from, to, text }],
        }
    }

    /// Whether `other` continues `second`, on a page with lines of the full width.
    fn continues(second: &str, other: &Fields) -> bool {
        let lines = [
            line(-8.0, 0.0, FULL),
            line(10.0, 20.0, "本机关全年主动公开政府信息情况如下，分类列出"),
            line(28.0, 0.0, second),
            other.clone(),
        ];
        let margins = Margins::of(&lines).expect("margins");
        let [_, _, second, other] = &lines;
        margins.continues(second, other)
    }

    const FULL: &str = "主动公开政府信息三千余条，其中政务动态信息其中有";

    #[test]
    fn a_line_at_the_margin_goes_on_below() {
        assert!(continues(FULL, &line(46.0, 0.0, "政务动态")));
        let short: String = FULL.chars().take(22).collect();
        assert!(continues(&short, &line(46.0, 0.0, "1600余条")));
        assert!(!continues(&short, &line(46.0, 0.0, "余条")));
    }

    #[test]
    fn punctuation_that_hangs_over_makes_no_margin() {
        let hanging = format!("{FULL}，");
        let short: String = FULL.chars().take(23).collect();
        let lines = [
            line(-8.0, 0.0, FULL),
            line(10.0, 0.0, &hanging),
            line(28.0, 0.0, &short),
            line(46.0, 0.0, "政务动态"),
        ];
        let margins = Margins::of(&lines).expect("margins");
        let [_, _, short, below] = &lines;
        assert!(margins.continues(short, below));
    }

    #[test]
    fn an_indent_a_number_or_a_wide_gap_begins_another() {
        assert!(!continues(FULL, &line(46.0, 20.0, "政务动态")));
        assert!(!continues(FULL, &line(46.0, 0.0, "二、主动公开")));
        assert!(!continues(FULL, &line(46.0, 0.0, "（二）主动公开")));
        assert!(!continues(FULL, &line(64.0, 0.0, "政务动态")));
    }

    #[test]
    fn a_title_of_the_full_width_is_not_continued() {
        let title = "虚构县人民政府办公室2020年政府信息公开工作年度报告";
        assert!(!continues(title, &line(46.0, 0.0, "本报告按照要求编制")));
        assert!(continues(FULL, &line(46.0, 0.0, "本报告按照要求编制")));
    }

    #[test]
    fn digits_on_both_sides_are_left_apart() {
        let cut = FULL.replace("其中有", "共有12");
        assert!(!continues(&cut, &line(46.0, 0.0, "34条")));
        assert!(continues(&cut, &line(46.0, 0.0, "余条")));
    }
}

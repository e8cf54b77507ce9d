//! The six sections that the regulation prescribes, recognised by their titles.

use super::normalize::{consists_of, normalize_text};
use super::paragraphs::{self, LineSource, Paragraph, clean};
use crate::metadata::agency;
use crate::metadata::dates;
use crate::{Block, Document};

/// The style of the number of a heading or item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberingStyle {
    None,
    /// 一、
    Chinese,
    /// （一）
    Bracketed,
    /// 1.
    Digits,
    /// 第一部分
    Ordinal,
}

/// A section's heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The index of its block in the document.
    pub block: usize,
    /// The index of the section, 0 for section one.
    pub section: usize,
    style: NumberingStyle,
    /// Without its number.
    pub title: String,
    /// The section's text that follows the heading on the same line.
    text: String,
}

const OVERVIEW: [&str; 12] = [
    "总体情况",
    "总体概况",
    "概述",
    "概况",
    "基本情况",
    "总体工作情况",
    "工作总体情况",
    "总体概述",
    "政府信息公开工作总体情况",
    "政府信息公开总体情况",
    "政务公开工作总体情况",
    "总体情况概述",
];
const PROACTIVE: [&str; 6] = [
    "主动公开政府信息情况",
    "主动公开政府信息的情况",
    "主动公开信息情况",
    "主动公开情况",
    "政府信息主动公开情况",
    "主动公开政府信息",
];
const APPLICATIONS: [&str; 4] = [
    "依申请公开政府信息情况",
    "政府信息依申请公开情况",
    "依申请公开情况",
    "依申请公开政府信息办理情况",
];
const OTHER: [&str; 6] = [
    "其他需要报告",
    "其它需要报告",
    "需要报告的其",
    "其他事项",
    "其他需要说明",
    "其他需报告",
];
/// The longest heading, in characters.
const LONGEST: usize = 45;

/// Splits one to three numerals off the front of the text.
fn number(text: &str) -> Option<(NumberingStyle, &str)> {
    let is_chinese = |c: char| "一二三四五六七八九十〇".contains(c);
    let end = text.find(|c: char| !c.is_numeric() && !is_chinese(c));
    let (digits, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let style = if digits.starts_with(is_chinese) {
        NumberingStyle::Chinese
    } else {
        NumberingStyle::Digits
    };
    (1..=3)
        .contains(&digits.chars().count())
        .then_some((style, rest))
}

/// Splits the number off the front of a heading or item.
pub(crate) fn numbering(line: &str) -> (NumberingStyle, &str) {
    let line = line.trim_start();
    let part = || {
        let (_, rest) = number(line.strip_prefix('第')?)?;
        let rest = ["部分", "章", "节"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))?;
        Some((
            NumberingStyle::Ordinal,
            rest.trim_start_matches(['、', '：', ':', ' ', '\u{3000}']),
        ))
    };
    let bracket = || {
        let (_, rest) = number(line.strip_prefix(['（', '('])?.trim_start())?;
        Some((
            NumberingStyle::Bracketed,
            rest.trim_start()
                .strip_prefix(['）', ')'])?
                .trim_start_matches('、'),
        ))
    };
    // A dash may be a misread 一.
    let dash = || Some((NumberingStyle::Chinese, line.strip_prefix("—、")?));
    let plain = || {
        let (style, rest) = number(line)?;
        let is_circled = line.starts_with(|c: char| ('①'..='⑳').contains(&c));
        let after = rest.strip_prefix([
            '、', '．', '.', '，', ',', '：', ':', '）', ')', ' ', '\u{3000}',
        ]);
        let words = if is_circled {
            after.or(Some(rest))
        } else {
            after
        }?;
        // "1.2" and "12:30" are not numbers of items, and "20 条" is a count.
        let is_count = rest.starts_with([' ', '\u{3000}'])
            && words
                .trim_start()
                .starts_with(|c| "条件期次篇个场份人项名余多万年月日".contains(c));
        // 4、2021年市水利局
        let begins_with_year =
            words.starts_with("20") && words.get(4..).is_some_and(|rest| rest.starts_with('年'));
        let is_numbering =
            (begins_with_year || !words.starts_with(|c: char| c.is_ascii_digit())) && !is_count;
        is_numbering.then_some((style, words))
    };
    let found = part().or_else(bracket).or_else(plain).or_else(dash);
    found.map_or((NumberingStyle::None, line), |(style, rest)| {
        (style, rest.trim())
    })
}

/// Reads a line as a heading of one of the sections.
fn heading(block: usize, line: &str) -> Option<Heading> {
    // A paragraph is recognised by its length in bytes before anything else is done.
    if line.len() > LONGEST * 6 {
        return heading_with_text(block, line);
    }
    let line = clean(line);
    let (style, title) = numbering(&line);
    let title = title.trim_end_matches(['：', ':', '。']).trim();
    let words = normalize_text(title);
    let words = words.split(['（', '(']).next().unwrap_or_default();
    let is = |titles: &[&str]| titles.contains(&words);
    let has = |word: &str| words.contains(word);
    let section = if words.chars().count() > LONGEST || words.contains(['，', '。', '；', '>', '|'])
    {
        return heading_with_text(block, &line);
    } else if is(&OVERVIEW) || is_overview(words) {
        0
    } else if is(&PROACTIVE) {
        1
    } else if (has("收到和处理") && has("申请")) || is(&APPLICATIONS) {
        2
    } else if has("复议") && has("诉讼") && has("情况") {
        3
    } else if has("问题")
        && ["改进", "整改", "措施", "对策"]
            .iter()
            .any(|word| has(word))
    {
        4
    } else if OTHER.iter().any(|word| words.starts_with(word)) {
        5
    } else {
        return heading_with_text(block, &line);
    };
    Some(Heading {
        block,
        section,
        style,
        title: title.to_owned(),
        text: String::new(),
    })
}

/// Whether a title consists of words for an overview of the work: 政府信息公开工作的基本概况.
fn is_overview(title: &str) -> bool {
    const WORDS: [&str; 13] = [
        "本年度",
        "年度",
        "政府信息公开",
        "政务公开",
        "信息公开",
        "公开",
        "工作",
        "的",
        "总体",
        "基本",
        "情况",
        "概况",
        "概述",
    ];
    let names_overview = ["总体", "基本", "概况", "概述"]
        .iter()
        .any(|word| title.contains(word));
    let is_closed = ["情况", "概况", "概述"]
        .iter()
        .any(|word| title.ends_with(word));
    names_overview && is_closed && consists_of(title, &WORDS)
}

/// Reads the heading of section one with the section's text on the same line: 一、总体情况。2021年….
fn heading_with_text(block: usize, line: &str) -> Option<Heading> {
    let opening = line.trim_start_matches(['#', '*', ' ', '\u{3000}']);
    if !opening.starts_with(['一', '—', '第']) {
        return None;
    }
    let line = clean(line);
    let (style, rest) = numbering(&line);
    let is_numbered = matches!(style, NumberingStyle::Chinese | NumberingStyle::Ordinal);
    let (title, text) = rest.split_once(['。', '：', ':', ' ', '\u{3000}'])?;
    let words = normalize_text(title);
    let is_title = OVERVIEW.contains(&words.as_str()) || is_overview(&words);
    (is_numbered && is_title && !text.trim().is_empty()).then(|| Heading {
        block,
        section: 0,
        style,
        title: title.to_owned(),
        text: text.trim().to_owned(),
    })
}

/// The blocks with a heading of section one, of this report or of another on the page.
pub(crate) fn first_headings(document: &Document) -> Vec<usize> {
    let lines = document.blocks.iter().enumerate();
    let headings = lines.filter_map(|(block, line)| match line {
        Block::Line(line) => heading(block, &line.text),
        Block::Table(_) => None,
    });
    let first = headings.filter(|heading| heading.section == 0);
    first.map(|heading| heading.block).collect()
}

/// The headings of the report's own sections, in order. A table of contents before them and headings
/// of another level are left out.
pub(crate) fn headings(document: &Document) -> Vec<Heading> {
    let lines = document.blocks.iter().enumerate();
    let all: Vec<Heading> = lines
        .filter_map(|(block, line)| match line {
            Block::Line(line) => heading(block, &line.text),
            Block::Table(_) => None,
        })
        .collect();
    let mut first = None;
    let mut later = false;
    for (at, heading) in all.iter().enumerate().rev() {
        if heading.section == 0 && (first.is_none() || !later) {
            first = Some(at);
            if later {
                break;
            }
        }
        later |= heading.section > 0;
    }
    // If a page has the report twice, the first one is read, as for its tables.
    let complete = all.iter().enumerate().find(|(at, heading)| {
        let own = all.get(at + 1..).unwrap_or_default();
        let own = own.iter().take_while(|next| next.section > 0);
        let end = own.clone().last().map(|last| last.block);
        heading.section == 0
            && own.count() >= 3
            && end.is_some_and(|end| has_content(document, heading.block, end))
    });
    let first = complete.map(|(at, _)| at).or(first);
    let chain = all.get(first.unwrap_or_default()..).unwrap_or_default();
    let Some(style) = chain.first().map(|heading| heading.style) else {
        return Vec::new();
    };
    let mut found: Vec<Heading> = Vec::new();
    for heading in chain {
        let follows = found
            .last()
            .is_none_or(|last| last.section < heading.section);
        if follows && heading.style == style {
            found.push(heading.clone());
        }
    }
    found
}

/// Whether there is more text between two headings than in a table of contents.
fn has_content(document: &Document, from: usize, to: usize) -> bool {
    let blocks = document.blocks.get(from..to).unwrap_or_default();
    blocks.iter().any(|block| match block {
        Block::Table(_) => true,
        Block::Line(line) => line.text.chars().count() > LONGEST * 2,
    })
}

/// The paragraphs of a section, up to the next heading or the page's footer.
pub(super) fn paragraphs(
    document: &Document,
    in_tables: &[bool],
    from: &Heading,
    next: Option<&Heading>,
) -> Vec<Paragraph> {
    let end = next.map_or(document.blocks.len(), |next| next.block);
    let blocks = document.blocks.get(from.block + 1..end).unwrap_or_default();
    let in_tables = in_tables.get(from.block + 1..).unwrap_or_default();
    let in_tables = in_tables.iter().copied().chain(std::iter::repeat(false));
    let lines = (from.block + 1..).zip(blocks).zip(in_tables).filter_map(
        |((block, content), in_tables)| match content {
            Block::Line(line) if !in_tables => Some(LineSource {
                block,
                location: line.location,
                text: &line.text,
            }),
            _ => None,
        },
    );
    let own = match document.blocks.get(from.block) {
        Some(Block::Line(line)) if !from.text.is_empty() => Some(LineSource {
            block: from.block,
            location: line.location,
            text: &from.text,
        }),
        _ => None,
    };
    let lines = own.into_iter().chain(lines);
    if next.is_some() {
        return paragraphs::join(lines);
    }
    let lines: Vec<LineSource<'_>> = lines.collect();
    paragraphs::join(without_footer(&lines).iter().copied())
}

/// Words of a page's footer, if a line begins with them or is short.
const FOOTER: [&str; 34] = [
    "版权所有",
    "主办单位",
    "承办单位",
    "主办：",
    "承办：",
    "备案",
    "ICP",
    "公网安备",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "【打印",
    "打印本页",
    "打印】",
    "关闭窗口",
    "关闭本页",
    "【关闭",
    "分享到",
    "分享：",
    "相关链接",
    "友情链接",
    "网站地图",
    "联系我们",
    "关于我们",
    "扫一扫",
    "责任编辑",
    "网站标识码",
    "Copyright",
    "返回顶部",
    "附件",
    "相关阅读",
    "相关信息",
    "相关文章",
];
/// A line of a footer is no longer than this if it contains the words elsewhere, in characters.
const SHORT: usize = 60;

/// The lines of the last section without the page's footer, a signature and a menu after the last
/// sentence.
fn without_footer<'a, 'b>(lines: &'b [LineSource<'a>]) -> &'b [LineSource<'a>] {
    let is_footer = |line: &str| {
        let is_short = line.chars().count() <= SHORT;
        FOOTER
            .iter()
            .any(|word| line.starts_with(word) || (is_short && line.contains(word)))
            || matches!(line, "打印" | "关闭" | "分享" | "收藏")
    };
    let end = lines.iter().position(|line| {
        let line = clean(line.text);
        is_footer(&line) || dates::parse(&normalize_text(&line)).is_some()
    });
    let lines = lines.get(..end.unwrap_or(lines.len())).unwrap_or_default();
    let is_closed = |line: &str| clean(line).ends_with(['。', '！', '；', '）', ')', '”']);
    let last = lines.iter().rposition(|line| is_closed(line.text));
    let first = lines.iter().position(|line| {
        let line = clean(line.text);
        !line.is_empty() && !agency::is_name(&normalize_text(&line))
    });
    let end = last.or(first).map_or(0, |last| last + 1);
    lines.get(..end).unwrap_or_default()
}

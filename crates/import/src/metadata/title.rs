//! The title of a report, with its agency and year.

use super::{agency, dates};
use crate::prose::normalize::{NormalizedText, consists_of, normalize_text};
use crate::prose::paragraphs::clean;
use crate::{Block, Document, Location};

/// One to three lines that can be the title of such a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    /// The agency as printed, without spaces.
    pub agency: Option<String>,
    pub year: Option<u16>,
    /// The whole title as printed.
    pub written: String,
    pub location: Option<Location>,
    /// The index of the block where it begins.
    pub block: usize,
}

/// The longest title, in bytes.
const LONGEST: usize = 400;
/// Labels before a title.
const OPENING: [&str; 7] = [
    "标 题：",
    "标题：",
    "信息名称：",
    "名称：",
    "题名：",
    "标题:",
    "名称:",
];
/// Words that may follow the subject of a title.
const AFTER_SUBJECT: [&str; 12] = [
    "工作",
    "年度",
    "情况",
    "的",
    "报告",
    "年报",
    "和",
    "政务公开",
    "政府信息公开",
    "信息公开",
    "年",
    "度",
];

/// Parses a text that is a title.
pub(super) fn parse(written: &str) -> Option<Title> {
    // Of a name that the paper cuts, what is left is another.
    if written.len() > LONGEST || written.contains('\u{fffd}') {
        return None;
    }
    // Beside a menu, the title is the last text of its line.
    if let Some((_, last)) = written.rsplit_once('\t')
        && let Some(title) = parse(last)
        && title.agency.is_some()
    {
        return Some(title);
    }
    let cleaned = clean(written);
    // The last part of a breadcrumb is the page's own title.
    let own = cleaned.rsplit(['>', '»', '›']).next().unwrap_or_default();
    let own = OPENING
        .iter()
        .find_map(|word| own.trim().strip_prefix(word))
        .unwrap_or(own);
    // A cell of a table, and a mark such as 【2021年报】.
    let own = own.trim_matches(['|', ' ']);
    let own = match own.strip_prefix('【').and_then(|own| own.split_once('】')) {
        Some((_, rest)) if !rest.is_empty() => rest,
        _ => own,
    };
    let own = match own.strip_suffix("的公示") {
        Some(rest) if own.starts_with("关于") => rest,
        _ => own,
    };
    let own = own
        .trim()
        .trim_matches(['《', '》', '“', '”', '【', '】', '·', '•', '◆', '●'])
        .trim();
    let normalized = NormalizedText::of(own);
    let words = normalized.text.as_str();
    // The year may follow the title in brackets: "（2020年度）".
    let body = match words.strip_suffix(['）', ')']) {
        Some(inner) => inner.rsplit_once(['（', '(']).map(|(body, _)| body)?,
        None => words,
    };
    let about = ["政府信息公开", "信息公开", "政务公开"];
    let at = about
        .iter()
        .find_map(|word| Some((body.rfind(word)?, *word)));
    let (at, about) = at?;
    let is_report = body.ends_with("报告") || body.ends_with("年报");
    if !is_report || words.contains(['。', '；', '，', '！', '？', '|', '：', '、']) {
        return None;
    }
    let found = dates::years(words);
    let mut years = found.iter().map(|found| found.0);
    let year = years.next();
    let ends_range = |start: usize| {
        words
            .get(..start)
            .is_some_and(|before| before.ends_with(['-', '—', '至', '－', '~', '～']))
    };
    if years.any(|other| Some(other) != year) || found.iter().any(|found| ends_range(found.1)) {
        return None;
    }
    // In 人民政府信息公开, 政府 belongs to the name.
    let is_people_government =
        about.starts_with("政府") && body.get(..at).is_some_and(|b| b.ends_with("人民"));
    let name_end = if is_people_government {
        at + "政府".len()
    } else {
        at
    };
    let after = body.get(at + about.len()..)?;
    if !consists_of(&without_years(after), &AFTER_SUBJECT) {
        return None;
    }
    let name = without_years(words.get(..name_end)?);
    let name = name
        .trim_end_matches("关于")
        .trim_start_matches("关于")
        .trim_end_matches('的');
    // The name as printed, unless a year was removed from its middle.
    let printed = words.find(name).map(|start| {
        let end = normalized.origin(start + name.len());
        let printed = own.get(normalized.origin(start)..end).unwrap_or(name);
        printed.split_whitespace().collect::<String>()
    });
    // In a full title there is nothing but a name besides the year, however the name ends.
    let is_full = year.is_some() && about == "政府信息公开" && after.contains("年度报告");
    let agency = printed.filter(|printed| {
        let name = normalize_text(printed);
        agency::is_name(&name) || is_full && agency::may_be_name(&name)
    });
    Some(Title {
        agency,
        year,
        written: own.to_owned(),
        location: None,
        block: 0,
    })
}

/// Removes all years from a text.
fn without_years(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (_, start, end) in dates::years(text) {
        kept.push_str(text.get(from..start).unwrap_or_default());
        from = end;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

/// The year of a line that has nothing else: "（2020年度）".
fn bare_year(line: &str) -> Option<u16> {
    if line.len() > 60 {
        return None;
    }
    let words = normalize_text(line);
    let words = words.trim_matches(['（', '）', '(', ')']);
    match dates::years(words).as_slice() {
        [(year, 0, end)] if *end == words.len() => Some(*year),
        _ => None,
    }
}

/// The titles among the first `limit` blocks, in order.
pub(super) fn titles(document: &Document, limit: usize) -> Vec<Title> {
    let lines: Vec<(usize, Location, &str)> = document
        .blocks
        .iter()
        .take(limit)
        .enumerate()
        .filter_map(|(block, one)| match one {
            Block::Line(line) => Some((block, line.location, line.text.as_str())),
            Block::Table(_) => None,
        })
        .filter(|(_, _, text)| text.len() <= LONGEST && !text.trim().is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, (block, location, text)) in lines.iter().enumerate() {
        let ends = clean(text);
        let ends = ends.trim_end_matches(['|', ' ']);
        let ends = ends.strip_suffix("的公示").unwrap_or(ends);
        let ends = ends.trim_end_matches(['）', ')', '》']);
        // （含下属单位）
        let ends = match ends.rsplit_once(['（', '(']) {
            Some((before, inside)) if !inside.ends_with(['告', '报', '年', '度']) => {
                before.trim()
            }
            _ => ends,
        };
        if !ends.ends_with(['告', '报', '年', '度']) {
            continue;
        }
        let below = lines.get(at + 1).and_then(|(_, _, next)| bare_year(next));
        let alone = parse(text);
        let is_complete = |title: &Title| title.agency.is_some() && title.year.or(below).is_some();
        let joined = match &alone {
            Some(title) if is_complete(title) => None,
            _ => (1..=2).find_map(|back| {
                let (cut, parts) = lines
                    .get(at.checked_sub(back)?..=at)
                    .and_then(|parts| Some((parts.split_last()?.1, parts)))?;
                // A title is not the beginning of another one.
                let can_begin = |text: &str| text.chars().count() <= 40 && parse(text).is_none();
                let text: String = parts.iter().map(|(_, _, text)| clean(text)).collect();
                let title = parse(&text).filter(is_complete)?;
                let (block, location, _) = cut.first()?;
                cut.iter()
                    .all(|(_, _, text)| can_begin(text))
                    .then_some(Title {
                        location: Some(*location),
                        block: *block,
                        ..title
                    })
            }),
        };
        let title = joined.or(alone.map(|title| Title {
            location: Some(*location),
            block: *block,
            ..title
        }));
        let Some(mut title) = title else { continue };
        title.year = title.year.or(below);
        found.push(title);
    }
    if found.is_empty() {
        found.extend(announced(document, limit));
    }
    found
}

/// The title in the sentence that announces the report: 现公布某市水务局2021年政府信息公开工作年度报告.
fn announced(document: &Document, limit: usize) -> Option<Title> {
    const ANNOUNCING: [&str; 8] = [
        "公布如下",
        "公布",
        "发布",
        "编制形成",
        "编制了",
        "编制",
        "形成",
        "现将",
    ];
    const END: &str = "年度报告";
    let blocks = document.blocks.iter().take(limit).enumerate();
    let mut sentences = blocks.filter_map(|(block, one)| match one {
        Block::Line(line) => Some((block, line.location, line.text.split('。').next()?)),
        Block::Table(_) => None,
    });
    sentences.find_map(|(block, location, sentence)| {
        let end = sentence.find(END)? + END.len();
        let named = sentence.get(..end)?;
        let (at, verb) = ANNOUNCING
            .iter()
            .filter_map(|verb| Some((named.rfind(verb)?, *verb)))
            .max_by_key(|(at, verb)| at + verb.len())?;
        let written = named.get(at + verb.len()..)?;
        let is_complete = |title: &Title| title.agency.is_some() && title.year.is_some();
        // 某局编制了2021年…年度报告: the agency precedes the verb.
        let before = named.get(..at)?.rsplit('，').next().unwrap_or_default();
        let title = parse(written)
            .filter(is_complete)
            .or_else(|| parse(&[before, written].concat()).filter(is_complete))?;
        Some(Title {
            location: Some(location),
            block,
            ..title
        })
    })
}

/// The title in the title of a file: "… - 隆德县人民政府门户网站".
pub(super) fn from_file_title(title: &str) -> Option<Title> {
    let mut ends = vec![title.len()];
    ends.extend(
        title
            .match_indices(['-', '_', '|', '—', '－', '–', '丨', '｜'])
            .map(|(at, _)| at),
    );
    let mut parts = ends.iter().take(8).filter_map(|end| title.get(..*end));
    parts.find_map(parse).or_else(|| {
        let mut parts = title
            .split(['-', '_', '|', '—', '－', '–', '丨', '｜'])
            .take(8);
        parts.find_map(parse)
    })
}

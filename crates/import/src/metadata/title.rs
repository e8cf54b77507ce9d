//! The report's title: whose it is, and for which year.

use super::{agency, dates};
use crate::prose::normalize::{NormalizedText, consists_of, normalize_text};
use crate::prose::paragraphs::clean;
use crate::{Block, Document, Location};

/// A line, or two or three, that can be such a report's title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    /// As printed, without spaces.
    pub agency: Option<String>,
    pub year: Option<u16>,
    /// As printed.
    pub written: String,
    pub location: Option<Location>,
    /// Which of the document's blocks it begins with.
    pub block: usize,
}

/// A title is no longer, in bytes.
const LONGEST: usize = 400;
const OPENING: [&str; 6] = ["标题：", "信息名称：", "名称：", "题名：", "标题:", "名称:"];
/// What may stand between the subject and the end of the title.
const BETWEEN: [&str; 12] = [
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

/// The text as a title and nothing else.
pub(super) fn parse(written: &str) -> Option<Title> {
    if written.len() > LONGEST {
        return None;
    }
    let cleaned = clean(written);
    // The end of a breadcrumb is the page's own title.
    let own = cleaned.rsplit(['>', '»', '›']).next().unwrap_or_default();
    let own = OPENING
        .iter()
        .find_map(|word| own.trim().strip_prefix(word))
        .unwrap_or(own);
    let own = own
        .trim()
        .trim_matches(['《', '》', '“', '”', '【', '】', '·', '•', '◆', '●'])
        .trim();
    let folded = NormalizedText::of(own);
    let words = folded.text.as_str();
    // Which year, where it stands behind the title: "（2020年度）".
    let body = match words.strip_suffix(['）', ')']) {
        Some(inner) => inner.rsplit_once(['（', '(']).map(|(body, _)| body)?,
        None => words,
    };
    let about = ["政府信息公开", "信息公开", "政务公开"];
    let at = about
        .iter()
        .find_map(|word| Some((body.rfind(word)?, *word)));
    let (at, about) = at?;
    let report = body.ends_with("报告") || body.ends_with("年报");
    if !report || words.contains(['。', '；', '，', '！', '？', '|', '：', '、']) {
        return None;
    }
    let found = dates::years(words);
    let mut years = found.iter().map(|found| found.0);
    let year = years.next();
    let ranged = |start: usize| {
        words
            .get(..start)
            .is_some_and(|before| before.ends_with(['-', '—', '至', '－', '~', '～']))
    };
    if years.any(|other| Some(other) != year) || found.iter().any(|found| ranged(found.1)) {
        return None;
    }
    // 人民政府信息公开: the government is the name's, not the subject's.
    let people = about.starts_with("政府") && body.get(..at).is_some_and(|b| b.ends_with("人民"));
    let name_end = if people { at + "政府".len() } else { at };
    let after = body.get(at + about.len()..)?;
    if !consists_of(&without_years(after), &BETWEEN) {
        return None;
    }
    let name = without_years(words.get(..name_end)?);
    let name = name
        .trim_end_matches("关于")
        .trim_start_matches("关于")
        .trim_end_matches('的');
    // As printed, where nothing had to be cut out of its middle.
    let printed = words.find(name).map(|start| {
        let end = folded.origin(start + name.len());
        let printed = own.get(folded.origin(start)..end).unwrap_or(name);
        printed.split_whitespace().collect::<String>()
    });
    // Between a title's words and its year stands nothing but a name, however it ends.
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

/// "（2020年度）" and nothing else.
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

/// The titles among the first blocks, up to `limit`, in order.
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
        let complete = |title: &Title| title.agency.is_some() && title.year.or(below).is_some();
        let whole = match &alone {
            Some(title) if complete(title) => None,
            _ => (1..=2).find_map(|back| {
                let (cut, parts) = lines
                    .get(at.checked_sub(back)?..=at)
                    .and_then(|parts| Some((parts.split_last()?.1, parts)))?;
                // What is a title by itself is not the beginning of another.
                let free = |text: &str| text.chars().count() <= 40 && parse(text).is_none();
                let text: String = parts.iter().map(|(_, _, text)| clean(text)).collect();
                let title = parse(&text).filter(complete)?;
                let (block, location, _) = cut.first()?;
                cut.iter().all(|(_, _, text)| free(text)).then_some(Title {
                    location: Some(*location),
                    block: *block,
                    ..title
                })
            }),
        };
        let title = whole.or(alone.map(|title| Title {
            location: Some(*location),
            block: *block,
            ..title
        }));
        let Some(mut title) = title else { continue };
        title.year = title.year.or(below);
        found.push(title);
    }
    found
}

/// The title in what the file calls itself: "… - 隆德县人民政府门户网站".
pub(super) fn of_file(title: &str) -> Option<Title> {
    let mut signs = vec![title.len()];
    signs.extend(
        title
            .match_indices(['-', '_', '|', '—', '－', '–', '丨', '｜'])
            .map(|(at, _)| at),
    );
    let mut parts = signs.iter().take(8).filter_map(|end| title.get(..*end));
    parts.find_map(parse).or_else(|| {
        let mut parts = title
            .split(['-', '_', '|', '—', '－', '–', '丨', '｜'])
            .take(8);
        parts.find_map(parse)
    })
}

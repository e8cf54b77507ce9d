//! Numbers in sentences, with the hedge and the word that counts them.

use super::chinese_numerals;
use gongkai_model::Qualifier;

/// A number of a clause. `start` includes a hedge before it, `end` its unit and a hedge behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number<'a> {
    pub start: usize,
    pub end: usize,
    pub kind: Kind<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Count(Count<'a>),
    /// As a count that ends its clause, without a word that says of what.
    Bare(i64),
    /// Something is counted, but how much cannot be told or cannot be written down.
    Unclear,
    /// A date, a share, money, a name's or a document's number, a duration.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count<'a> {
    pub count: i64,
    pub qualifier: Option<Qualifier>,
    pub unit: &'a str,
    /// The unit is printed as a word that looks like it (各 for 个).
    pub misprint: bool,
}

/// Words that count pieces, meetings or people; the longer one first.
const UNITS: [&str; 45] = [
    "人次", "场次", "条次", "件次", "批次", "篇次", "家次", "户次", "条", "件", "期", "次", "篇",
    "个", "場", "场", "份", "名", "人", "项", "起", "宗", "例", "本", "册", "部", "则", "幅", "张",
    "套", "批", "家", "处", "所", "台", "户", "轮", "位", "集", "版", "页", "封", "通", "块", "帖",
];

/// Words that begin like a unit and are none: of time, of shares, of other things.
const NOT_UNITS: [&str; 38] = [
    "个月",
    "个工作日",
    "个自然日",
    "个小时",
    "个百分点",
    "个方面",
    "个季度",
    "个年度",
    "个星期",
    "期间",
    "期限",
    "场所",
    "份额",
    "部门",
    "人民",
    "人大",
    "人员",
    "本科",
    "名称",
    "处理",
    "处室",
    "处长",
    "台账",
    "户籍",
    "所有",
    "所属",
    "条例",
    "项目",
    "版本",
    "页面",
    "通过",
    "次会议",
    "次全会",
    "件事",
    "通知",
    "起来",
    "位数",
    "集中",
];

/// Before a number: more than it, about it, less than it.
const OVER: [&str; 9] = [
    "不少于",
    "不低于",
    "至少",
    "超过",
    "超出",
    "突破",
    "逾",
    "超",
    "大于",
];
const ABOUT: [&str; 3] = ["大约", "约为", "约"];
const NEARLY: [&str; 3] = ["将近", "接近", "近"];
/// Bounds from above, for which the format has no word.
const BELOW: [&str; 8] = [
    "不超过",
    "不足",
    "不到",
    "少于",
    "低于",
    "小于",
    "不多于",
    "未超过",
];
/// Words that end like a hedge.
const NO_HEDGES: [&str; 13] = [
    "预约", "节约", "制约", "合约", "公约", "违约", "最近", "附近", "临近", "邻近", "亲近", "解约",
    "契约",
];
/// What keeps a number from being one: an ordinal, a part of a name or of another number.
const JOINED_BEFORE: [char; 11] = ['*', '第', '-', '－', '/', '.', '〔', '+', '#', '_', '—'];
const RANGE: [char; 7] = ['-', '－', '~', '～', '—', '至', '到'];

/// All numbers of a clause, in order.
pub(super) fn numbers(clause: &str) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = clause.get(from..) {
        let Some((offset, c)) = rest
            .char_indices()
            .find(|(_, c)| c.is_ascii_digit() || chinese_numerals::is_numeral(*c))
        else {
            break;
        };
        let start = from + offset;
        let number = if c.is_ascii_digit() {
            Some(digits(clause, start))
        } else {
            in_words(clause, start)
        };
        // Of numerals in a word, such as 一是, the whole run is passed over.
        from = match number {
            Some(number) => number.end.max(start + c.len_utf8()),
            None => {
                let tail = clause.get(start..).unwrap_or_default();
                start
                    + tail
                        .find(|c| !chinese_numerals::is_numeral(c))
                        .unwrap_or(tail.len())
            }
        };
        found.extend(number);
    }
    found
}

/// The number in digits that begins at `start`.
fn digits(clause: &str, start: usize) -> Number<'_> {
    let (before, tail) = clause.split_at_checked(start).unwrap_or((clause, ""));
    let length = run(tail);
    let (printed, mut after) = tail.split_at_checked(length).unwrap_or((tail, ""));
    let mut clear = true;
    // "3 200" may be one number or two, and "3至5" is neither 3 nor 5.
    loop {
        let gap = after
            .strip_prefix([' '])
            .or_else(|| after.strip_prefix(RANGE));
        match gap {
            Some(more) if more.starts_with(|c: char| c.is_ascii_digit()) => {
                clear = false;
                after = more.get(run(more)..).unwrap_or_default();
            }
            _ => break,
        }
    }
    let end = |rest: &str| clause.len() - rest.len();
    let other = |rest: &str| Number {
        start,
        end: end(rest),
        kind: Kind::Other,
    };
    // 41OO条, 41①条: what looks like a digit and is none.
    let is_look_alike = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I' | '①'..='⑳');
    let looked_past = after.trim_start_matches(is_look_alike);
    if looked_past.len() < after.len()
        && let Some((_, rest)) = unit(looked_past)
    {
        let (end, kind) = (end(rest), Kind::Unclear);
        return Number { start, end, kind };
    }
    let joined = before.ends_with(JOINED_BEFORE)
        || before.ends_with(|c: char| c.is_ascii_alphabetic())
        || after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | ':' | '_'));
    if joined {
        return other(after);
    }
    // "12*3条", "12*条": a digit that was left out, or the sign of a note.
    if let Some(rest) = after.strip_prefix('*') {
        let rest = rest.get(run(rest)..).unwrap_or_default();
        let Some((_, rest)) = unit(rest) else {
            return other(rest);
        };
        let (end, kind) = (end(rest), Kind::Unclear);
        return Number { start, end, kind };
    }
    let more = |text: &mut &str| {
        let hedge = text.strip_prefix(['余', '多', '来']);
        *text = hedge.unwrap_or(text);
        hedge.is_some()
    };
    let mut over = more(&mut after);
    let scale = [("万", 4), ("亿", 8), ("千", 3), ("百", 2)]
        .into_iter()
        .find_map(|(word, zeros)| Some((after.strip_prefix(word)?, zeros)));
    let zeros = scale.map_or(0, |(_, zeros)| zeros);
    after = scale.map_or(after, |(rest, _)| rest);
    over |= more(&mut after);
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        // 1万2千
        let rest = after.get(run(after)..).unwrap_or_default();
        let rest = rest.strip_prefix(['千', '百']).unwrap_or(rest);
        let kind = match unit(rest) {
            Some(_) => Kind::Unclear,
            None => Kind::Other,
        };
        let end = end(unit(rest).map_or(rest, |(_, rest)| rest));
        return Number { start, end, kind };
    }
    let misprint = (zeros == 0 && !over)
        .then(|| misprinted(printed, after))
        .flatten();
    let Some((unit, mut rest)) = unit(after).or(misprint) else {
        let bare = value(printed, zeros).filter(|_| after.is_empty() && clear && !over);
        let kind = bare.map_or(Kind::Other, Kind::Bare);
        return Number {
            kind,
            ..other(after)
        };
    };
    // "1次/周" is how often, not how many.
    if rest.starts_with('/') {
        return other(rest);
    }
    let behind = hedge_behind(&mut rest);
    let (hedge, start) = hedge_before(before);
    let mut hedges = [
        Some(hedge),
        Some(behind),
        over.then_some(Hedge::Is(Qualifier::Over)),
    ]
    .into_iter()
    .flatten()
    .filter(|hedge| *hedge != Hedge::None);
    let hedge = hedges.next().unwrap_or(Hedge::None);
    clear &= hedges.all(|other| other == hedge);
    let kind = match (value(printed, zeros), hedge) {
        (Some(count), Hedge::None | Hedge::Is(_)) if clear => Kind::Count(Count {
            count,
            qualifier: match hedge {
                Hedge::Is(qualifier) => Some(qualifier),
                _ => None,
            },
            unit,
            misprint: misprint.is_some(),
        }),
        _ => Kind::Unclear,
    };
    let end = end(rest);
    Number { start, end, kind }
}

/// What keeps a numeral from being a number: it belongs to a word or to a longer number.
const DOUBTFUL: [char; 21] = [
    '第', '每', '前', '后', '这', '那', '同', '各', '数', '几', '上', '“', '者', '之', '某', '百',
    '千', '万', '亿', '零', '.',
];

/// A number in words, where it can be nothing else: more than one, counted, at a part's end.
fn in_words(clause: &str, start: usize) -> Option<Number<'_>> {
    let (before, tail) = clause.split_at_checked(start)?;
    if before.ends_with(DOUBTFUL) || before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let Some((count, rest)) = chinese_numerals::small(tail) else {
        return hundreds(clause, start, tail);
    };
    if count < 2 {
        return None;
    }
    let over = rest.strip_prefix(['余', '多']);
    let (unit, mut rest) = unit(over.unwrap_or(rest))?;
    let behind = hedge_behind(&mut rest);
    let (hedge, start) = hedge_before(before);
    let at_end = rest.is_empty() || rest.starts_with(['、', '和', '及']);
    let hedged = over.is_some() || behind != Hedge::None;
    if !at_end || (hedge != Hedge::None && hedged) {
        return None;
    }
    let qualifier = match (over, hedge, behind) {
        (Some(_), _, Hedge::None) => Some(Qualifier::Over),
        (None, Hedge::Is(qualifier), Hedge::None) | (None, Hedge::None, Hedge::Is(qualifier)) => {
            Some(qualifier)
        }
        (None, Hedge::None, Hedge::None) => None,
        _ => return None,
    };
    Some(Number {
        start,
        end: clause.len() - rest.len(),
        kind: Kind::Count(Count {
            count,
            qualifier,
            unit,
            misprint: false,
        }),
    })
}

/// 一百二十条, 三千二百余条: larger numbers in words. Counted, and read where they are written in full.
fn hundreds<'a>(clause: &'a str, start: usize, tail: &'a str) -> Option<Number<'a>> {
    let large = |c: char| matches!(c, '百' | '千' | '万' | '亿' | '零');
    let end = tail.find(|c| !large(c) && !chinese_numerals::is_numeral(c))?;
    let (printed, rest) = tail.split_at_checked(end)?;
    let over = rest.strip_prefix(['余', '多']);
    let (unit, mut rest) = unit(over.unwrap_or(rest))?;
    let behind = hedge_behind(&mut rest);
    let (hedge, start) = hedge_before(clause.get(..start)?);
    let whole =
        printed.contains(large) && (rest.is_empty() || rest.starts_with(['、', '和', '及']));
    let hedges = [
        hedge,
        behind,
        over.map_or(Hedge::None, |_| Hedge::Is(Qualifier::Over)),
    ];
    let hedges: Vec<Hedge> = hedges.into_iter().filter(|h| *h != Hedge::None).collect();
    let qualifier = match hedges.as_slice() {
        [] => Some(None),
        [Hedge::Is(qualifier)] => Some(Some(*qualifier)),
        _ => None,
    };
    let kind = match (chinese_numerals::whole(printed), qualifier) {
        (Some(count), Some(qualifier)) => Kind::Count(Count {
            count,
            qualifier,
            unit,
            misprint: false,
        }),
        _ => Kind::Unclear,
    };
    whole.then(|| Number {
        start,
        end: clause.len() - rest.len(),
        kind,
    })
}

/// The length of the digits, with a point only between two of them.
fn run(text: &str) -> usize {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    text.get(..length)
        .unwrap_or_default()
        .trim_end_matches('.')
        .len()
}

/// `1.2` with four zeros is 12000; `None` where a fraction or too many digits remain.
fn value(printed: &str, zeros: usize) -> Option<i64> {
    let (whole, fraction) = printed.split_once('.').unwrap_or((printed, ""));
    let rest = zeros.checked_sub(fraction.len())?;
    let digits = [whole, fraction, &"0".repeat(rest)].concat();
    (digits.len() <= 15).then(|| digits.parse().ok()).flatten()
}

fn unit(text: &str) -> Option<(&str, &str)> {
    if NOT_UNITS.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    // 1234（条）
    if let Some((inside, rest)) = bracketed(text) {
        return Some((inside, rest));
    }
    let unit = UNITS.iter().find(|unit| text.starts_with(**unit))?;
    let rest = text.get(unit.len()..)?;
    // 7场（次）: one word of two.
    let rest = bracketed(rest).map_or(rest, |(_, rest)| rest);
    text.split_at_checked(text.len() - rest.len())
}

/// A unit in round brackets, and what follows.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(['（', '('])?;
    let closed = |unit: &&str| Some(inside.strip_prefix(*unit)?.starts_with(['）', ')']));
    let unit = UNITS.iter().find(|unit| closed(unit) == Some(true))?;
    let (unit, rest) = inside.split_at_checked(unit.len())?;
    Some((unit, rest.strip_prefix(['）', ')'])?))
}

/// "16各" for "16个": no number stands before 各 in good Chinese. A year might.
fn misprinted<'a>(printed: &str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let year = printed.len() == 4 && printed.starts_with("20");
    (after.starts_with('各') && !year).then_some(("个", after.strip_prefix('各')?))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hedge {
    None,
    Is(Qualifier),
    Below,
}

fn hedge_before(before: &str) -> (Hedge, usize) {
    let none = (Hedge::None, before.len());
    if NO_HEDGES.iter().any(|word| before.ends_with(word)) {
        return none;
    }
    let hedges = [
        (BELOW.as_slice(), Hedge::Below),
        (OVER.as_slice(), Hedge::Is(Qualifier::Over)),
        (ABOUT.as_slice(), Hedge::Is(Qualifier::About)),
        (NEARLY.as_slice(), Hedge::Is(Qualifier::Nearly)),
    ];
    // 不少于 ends in 少于, 不超过 in 超过: the longest word is the one that is meant.
    let words = hedges
        .iter()
        .flat_map(|(words, hedge)| words.iter().map(|word| (*word, *hedge)));
    let found = words
        .filter(|(word, _)| before.ends_with(word))
        .max_by_key(|(word, _)| word.len());
    found.map_or(none, |(word, hedge)| (hedge, before.len() - word.len()))
}

/// Takes the hedge from the front of what stands behind the unit.
fn hedge_behind(rest: &mut &str) -> Hedge {
    let hedges = [
        ("以上", Hedge::Is(Qualifier::Over)),
        ("余", Hedge::Is(Qualifier::Over)),
        ("左右", Hedge::Is(Qualifier::About)),
        ("上下", Hedge::Is(Qualifier::About)),
        ("以内", Hedge::Below),
        ("以下", Hedge::Below),
        // "as many as": an emphasis and no hedge.
        ("之多", Hedge::None),
    ];
    let found = hedges
        .into_iter()
        .find_map(|(word, hedge)| Some((hedge, rest.strip_prefix(word)?)));
    *rest = found.map_or(*rest, |(_, rest)| rest);
    found.map_or(Hedge::None, |(hedge, _)| hedge)
}

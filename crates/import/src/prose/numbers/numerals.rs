//! Numbers in Chinese numerals within a clause.

use super::hedges::{Hedge, hedge_after, hedge_before};
use super::units::unit;
use super::{Count, Number, NumberKind};
use crate::prose::chinese_numerals;
use gongkai_model::Qualifier;

/// Characters before a numeral that make it part of a word or of a longer number.
const NOT_BEFORE: [char; 21] = [
    '第', '每', '前', '后', '这', '那', '同', '各', '数', '几', '上', '“', '者', '之', '某', '百',
    '千', '万', '亿', '零', '.',
];

/// Reads the numerals at `start` as a number if they can be nothing else: more than one thing, with a
/// unit, at the end of a part.
pub(super) fn number_in_numerals(clause: &str, start: usize) -> Option<Number<'_>> {
    let (before, tail) = clause.split_at_checked(start)?;
    if before.ends_with(NOT_BEFORE) || before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(number) = doubtful_number(clause, start, tail) {
        return Some(number);
    }
    let Some((count, rest)) = chinese_numerals::small(tail) else {
        return large_number(clause, start, tail);
    };
    let mut counted = Counted::read(before, rest)?;
    // 收到两件政府信息公开申请
    counted.is_at_end |= counts_requests(before) && begins_with_requests(counted.rest);
    // 办好一件实事 counts nothing, 收到依申请公开一件 does.
    let is_one_request = count == 1
        && counts_requests(before)
        && matches!(counted.unit, "件" | "条" | "份" | "宗" | "起");
    if count < 2 && !is_one_request {
        return None;
    }
    let qualifier = Hedge::only(&counted.hedges).ok()?;
    counted.is_at_end.then(|| Number {
        start: counted.start,
        end: clause.len() - counted.rest.len(),
        kind: NumberKind::Count(Count {
            count,
            qualifier,
            unit: counted.unit,
            is_misprint: false,
        }),
    })
}

/// Whether the words before a number are those of requests that were received or answered.
fn counts_requests(before: &str) -> bool {
    ["收到", "受理", "接到", "接收", "办结", "答复", "依申请公开"]
        .iter()
        .any(|word| before.contains(word))
        || before.ends_with("申请")
}

/// Whether the words after a number name requests for information.
fn begins_with_requests(rest: &str) -> bool {
    ["政府信息公开申请", "信息公开申请", "依申请公开", "公开申请"]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// Reads numerals as a count of an unclear number: 十几条, 三十几条, 二〇三条.
fn doubtful_number<'a>(clause: &'a str, start: usize, tail: &'a str) -> Option<Number<'a>> {
    let is_part = |c: char| chinese_numerals::is_numeral(c) || c == '零';
    let rest = tail.trim_start_matches(is_part);
    let printed = tail.get(..tail.len() - rest.len())?;
    let some = rest.strip_prefix('几').filter(|_| printed.ends_with('十'));
    // Digits one by one, as in a year. 一二三 would be an enumeration.
    let is_by_digits = printed.chars().count() > 2
        && !printed.contains(['十', '两'])
        && printed.contains(['〇', '零']);
    if some.is_none() && !is_by_digits {
        return None;
    }
    let (_, rest) = unit(some.unwrap_or(rest))?;
    Some(Number {
        start,
        end: clause.len() - rest.len(),
        kind: NumberKind::Ambiguous,
    })
}

/// Reads a larger number such as 一百二十条 or 三千二百余条. It is ambiguous unless written in full.
fn large_number<'a>(clause: &'a str, start: usize, tail: &'a str) -> Option<Number<'a>> {
    let is_large = |c: char| matches!(c, '百' | '千' | '万' | '亿' | '零');
    let end = tail.find(|c| !is_large(c) && !chinese_numerals::is_numeral(c))?;
    let (printed, rest) = tail.split_at_checked(end)?;
    let counted = Counted::read(clause.get(..start)?, rest)?;
    let kind = match (
        chinese_numerals::in_full(printed),
        Hedge::only(&counted.hedges),
    ) {
        (Some(count), Ok(qualifier)) => NumberKind::Count(Count {
            count,
            qualifier,
            unit: counted.unit,
            is_misprint: false,
        }),
        _ => NumberKind::Ambiguous,
    };
    (printed.contains(is_large) && counted.is_at_end).then(|| Number {
        start: counted.start,
        end: clause.len() - counted.rest.len(),
        kind,
    })
}

/// Whether a character begins a number that the format cannot express: 万余条, 贰佰叁拾条.
pub(super) fn is_vague(c: char) -> bool {
    "百千万壹贰叁肆伍陆柒捌玖".contains(c)
}

/// Reads a number without its first digit (万余条, 上千条), or in the numerals of cheques.
pub(super) fn vague_number(clause: &str, start: usize) -> Option<Number<'_>> {
    let (before, tail) = clause.split_at_checked(start)?;
    let follows_number = before
        .ends_with(|c: char| c.is_ascii_digit() || chinese_numerals::is_numeral(c) || c == '.');
    let is_part = |c: char| "百千万亿余多零壹贰叁肆伍陆柒捌玖拾佰仟".contains(c);
    let rest = tail.trim_start_matches(is_part);
    let (_, rest) = unit(rest)?;
    let is_formal = tail.starts_with(|c: char| "壹贰叁肆伍陆柒捌玖".contains(c));
    let is_hedged =
        before.ends_with(['上', '数', '近', '约', '几', '逾', '超']) || tail.contains(['余', '多']);
    // 百件实事 and 千人计划 are names.
    let is_at_end = rest.is_empty() || rest.starts_with(['、', '，', '和', '及']);
    (!follows_number && (is_formal || is_hedged) && is_at_end).then(|| Number {
        start,
        end: clause.len() - rest.len(),
        kind: NumberKind::Ambiguous,
    })
}

/// The unit and the hedges around numerals.
struct Counted<'a> {
    /// Where the number begins, including a hedge before it.
    start: usize,
    unit: &'a str,
    hedges: [Hedge; 3],
    /// Whether nothing but another part of a list follows.
    is_at_end: bool,
    rest: &'a str,
}

impl<'a> Counted<'a> {
    fn read(before: &str, after: &'a str) -> Option<Self> {
        let over = after.strip_prefix(['余', '多']);
        let (unit, mut rest) = unit(over.unwrap_or(after))?;
        let hedge_after = hedge_after(&mut rest);
        let (hedge_before, start) = hedge_before(before);
        let over = over.map_or(Hedge::None, |_| Hedge::Is(Qualifier::Over));
        Some(Counted {
            start,
            unit,
            hedges: [hedge_before, hedge_after, over],
            is_at_end: rest.is_empty() || rest.starts_with(['、', '和', '及']),
            rest,
        })
    }
}

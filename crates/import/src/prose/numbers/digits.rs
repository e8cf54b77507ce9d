//! Numbers in digits within a clause.

use super::hedges::{Hedge, hedge_after, hedge_before};
use super::units::{misprinted_unit, unit};
use super::{Count, Number, NumberKind, chinese_numerals};
use gongkai_model::Qualifier;

/// Characters before digits that make them an ordinal, or part of a name or of another number.
const NOT_BEFORE: [char; 11] = ['*', '第', '-', '－', '/', '.', '〔', '+', '#', '_', '—'];
/// Characters between the two numbers of a range.
const RANGE: [char; 7] = ['-', '－', '~', '～', '—', '至', '到'];

/// Reads the number in digits that begins at `start`.
pub(super) fn number_in_digits(clause: &str, start: usize) -> Number<'_> {
    let (before, tail) = clause.split_at_checked(start).unwrap_or((clause, ""));
    let (printed, after) = tail
        .split_at_checked(digits_length(tail))
        .unwrap_or((tail, ""));
    let (after, has_second_number) = skip_second_number(after);
    let number = |rest: &str, kind| Number {
        start,
        end: clause.len() - rest.len(),
        kind,
    };
    if let Some(rest) = after_look_alike(after) {
        return number(rest, NumberKind::Ambiguous);
    }
    // l26条: the letter may be a digit.
    if before.ends_with(['l', 'I', 'O', 'o']) && unit(after).is_some() {
        let (_, rest) = unit(after).unwrap_or(("", after));
        return number(rest, NumberKind::Ambiguous);
    }
    if let Some(rest) = after_doubtful(before, printed, after) {
        return number(rest, NumberKind::Ambiguous);
    }
    if is_part_of_word(before, after) {
        return number(after, NumberKind::Other);
    }
    if let Some(rest) = after.strip_prefix('*') {
        return number_with_asterisk(rest, number);
    }
    let scaled = Scaled::read(after);
    let after = scaled.rest;
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        // 1万2千
        let rest = after.get(digits_length(after)..).unwrap_or_default();
        let rest = rest.strip_prefix(['千', '百']).unwrap_or(rest);
        let rest = rest.strip_prefix(['余', '多']).unwrap_or(rest);
        return match unit(rest) {
            Some((_, rest)) => number(rest, NumberKind::Ambiguous),
            None => number(rest, NumberKind::Other),
        };
    }
    if let Some(rest) = after_kinds(after) {
        return number(rest, NumberKind::Ambiguous);
    }
    let is_hedged = scaled.hedge != Hedge::None;
    let misprint = misprinted_unit(printed, after).filter(|_| scaled.zeros == 0 && !is_hedged);
    let Some((unit, mut rest)) = unit(after).or(misprint) else {
        let is_clear = after.is_empty() && !has_second_number && !is_hedged;
        let count = value(printed, scaled.zeros).filter(|_| is_clear);
        return number(
            after,
            count.map_or(NumberKind::Other, NumberKind::WithoutUnit),
        );
    };
    // "1次/周" is a frequency and not a count. In 350条/次 either may be the unit.
    let frequency = |c: char| "日天周月季年次人".contains(c);
    if let Some(per) = rest
        .strip_prefix('/')
        .filter(|per| per.starts_with(frequency))
    {
        let has_two_units = unit != "次" && per.starts_with('次');
        let kind = if has_two_units {
            NumberKind::Ambiguous
        } else {
            NumberKind::Other
        };
        return number(rest, kind);
    }
    let hedge_after = hedge_after(&mut rest);
    let (hedge_before, start) = hedge_before(before);
    let qualifier = combine([hedge_before, hedge_after, scaled.hedge]);
    let kind = match (value(printed, scaled.zeros), qualifier) {
        (Some(count), Ok(qualifier)) if !has_second_number => NumberKind::Count(Count {
            count,
            qualifier,
            unit,
            is_misprint: misprint.is_some(),
        }),
        _ => NumberKind::Ambiguous,
    };
    Number {
        start,
        ..number(rest, kind)
    }
}

/// The hedge that all of the hedges agree on. `Err` if they differ, or if the format cannot express it.
fn combine(hedges: [Hedge; 3]) -> Result<Option<Qualifier>, ()> {
    let mut hedges: Vec<Hedge> = hedges.into_iter().collect();
    hedges.retain(|hedge| *hedge != Hedge::None);
    hedges.dedup();
    Hedge::only(&hedges)
}

/// Skips the rest of "3 200", which may be one number or two, and of the range "3至5". Returns whether
/// there was any.
fn skip_second_number(mut after: &str) -> (&str, bool) {
    let mut is_skipped = false;
    loop {
        let gap = after
            .strip_prefix(' ')
            .or_else(|| after.strip_prefix(RANGE));
        match gap {
            Some(more) if more.starts_with(|c: char| c.is_ascii_digit()) => {
                is_skipped = true;
                after = more.get(digits_length(more)..).unwrap_or_default();
            }
            _ => return (after, is_skipped),
        }
    }
}

/// The text after the unit of 41OO条 or 41①条, where a character looks like a digit but is not.
fn after_look_alike(after: &str) -> Option<&str> {
    let is_look_alike = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I' | '①'..='⑳');
    // 2O8条: digits may follow.
    let past = after.trim_start_matches(is_look_alike);
    let is_found = past.len() < after.len();
    let past = past.trim_start_matches(|c: char| is_look_alike(c) || c.is_ascii_digit());
    let (_, rest) = unit(past)?;
    is_found.then_some(rest)
}

/// The text after 类 or 大类, which count kinds and not what is of them: 11大类190项.
fn after_kinds(after: &str) -> Option<&str> {
    let rest = after.strip_prefix('大').unwrap_or(after);
    let rest = rest.strip_prefix('类')?;
    let is_name = ["信息", "人", "人员", "事项", "别"]
        .iter()
        .any(|word| rest.starts_with(word));
    (!is_name).then_some(rest)
}

fn is_part_of_word(before: &str, after: &str) -> bool {
    // A dash between a name and its number is two characters wide: 动态——23条.
    before.ends_with(NOT_BEFORE) && !before.ends_with("——")
        || before.ends_with(|c: char| c.is_ascii_alphabetic())
        || after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | ':' | '_'))
}

/// Reads "12*3条" or "12*条": the asterisk stands for a digit that was left out, or for a footnote.
fn number_with_asterisk<'a>(
    rest: &'a str,
    number: impl Fn(&str, NumberKind<'a>) -> Number<'a>,
) -> Number<'a> {
    let rest = rest.get(digits_length(rest)..).unwrap_or_default();
    match unit(rest) {
        Some((_, rest)) => number(rest, NumberKind::Ambiguous),
        None => number(rest, NumberKind::Other),
    }
}

/// The text after the unit of a count whose number is not plain: 300（三百）条, 30几条, 3X条, 0300条.
fn after_doubtful<'a>(before: &str, printed: &str, after: &'a str) -> Option<&'a str> {
    let counted = |rest: &'a str| unit(rest).map(|(_, rest)| rest);
    let is_letter = |c: char| matches!(c, 'X' | 'x' | '×' | '几');
    let past = after.trim_start_matches(is_letter);
    if past.len() < after.len() {
        let past = past.trim_start_matches(|c: char| c.is_ascii_digit());
        return counted(past);
    }
    // The number once more in brackets.
    if let Some((inside, rest)) = after
        .strip_prefix(['（', '('])
        .and_then(|inside| inside.split_once(['）', ')']))
        && inside.chars().all(|c| {
            chinese_numerals::is_numeral(c) || "百千万亿零_＿壹贰叁肆伍陆柒捌玖拾佰仟".contains(c)
        })
    {
        return counted(rest);
    }
    if let Some(rest) = after.strip_prefix(['-', '－']) {
        return counted(rest);
    }
    // A digit may be missing before a zero, and a number of things is not negative.
    let is_padded = printed.len() > 1 && printed.starts_with('0') && !printed.starts_with("0.");
    let is_negative = before.ends_with(['-', '－'])
        && before
            .trim_end_matches(['-', '－'])
            .ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if is_padded || is_negative {
        return counted(after);
    }
    None
}

/// The power of ten after digits, with a hedge before or after it: 3余万, 3万多, 300来, 300+.
struct Scaled<'a> {
    zeros: usize,
    hedge: Hedge,
    rest: &'a str,
}

impl<'a> Scaled<'a> {
    fn read(after: &'a str) -> Self {
        let (first, rest) = hedge_within(after);
        let scale = [("万", 4), ("亿", 8), ("千", 3), ("百", 2)]
            .into_iter()
            .find_map(|(word, zeros)| Some((rest.strip_prefix(word)?, zeros)));
        let (scaled, zeros) = scale.unwrap_or((rest, 0));
        let (second, rest) = hedge_within(scaled);
        let hedge = if first == Hedge::None { second } else { first };
        Scaled { zeros, hedge, rest }
    }
}

/// Splits a hedge off that is between a number and its unit.
fn hedge_within(text: &str) -> (Hedge, &str) {
    if let Some(rest) = text.strip_prefix(['余', '多']) {
        return (Hedge::Is(Qualifier::Over), rest);
    }
    if let Some(rest) = text.strip_prefix('来') {
        return (Hedge::Is(Qualifier::About), rest);
    }
    // C++ and the like are names.
    match text.strip_prefix(['+', '＋']) {
        Some(rest) if unit(rest.trim_start_matches(['万', '亿'])).is_some() => {
            (Hedge::Is(Qualifier::Over), rest)
        }
        _ => (Hedge::None, text),
    }
}

/// The length of the digits at the front, with a point only between two of them.
fn digits_length(text: &str) -> usize {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    text.get(..length)
        .unwrap_or_default()
        .trim_end_matches('.')
        .len()
}

/// Multiplies by a power of ten: `1.2` with four zeros is 12000. `None` if a fraction or too many
/// digits remain.
fn value(printed: &str, zeros: usize) -> Option<i64> {
    let (whole, fraction) = printed.split_once('.').unwrap_or((printed, ""));
    let rest = zeros.checked_sub(fraction.len())?;
    let digits = [whole, fraction, &"0".repeat(rest)].concat();
    (digits.len() <= 15).then(|| digits.parse().ok()).flatten()
}

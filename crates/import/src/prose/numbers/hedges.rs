//! Hedges before and after a number: 约, 超过, 以上.

use gongkai_model::Qualifier;

/// Words before a number for more than it.
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
/// Words before a number for about it.
const ABOUT: [&str; 3] = ["大约", "约为", "约"];
/// Words before a number for a little less than it.
const NEARLY: [&str; 3] = ["将近", "接近", "近"];
/// Words before a number for an upper bound, which the format cannot express.
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
/// Words that end like a hedge but are not.
const NOT_HEDGES: [&str; 13] = [
    "预约", "节约", "制约", "合约", "公约", "违约", "最近", "附近", "临近", "邻近", "亲近", "解约",
    "契约",
];
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    None,
    Is(Qualifier),
    /// An upper bound.
    AtMost,
}

impl Hedge {
    /// The one hedge among several. `Err` if there are two, or one that the format cannot express.
    pub fn only(hedges: &[Hedge]) -> Result<Option<Qualifier>, ()> {
        let mut hedges = hedges.iter().filter(|hedge| **hedge != Hedge::None);
        match (hedges.next(), hedges.next()) {
            (None, _) => Ok(None),
            (Some(Hedge::Is(qualifier)), None) => Ok(Some(*qualifier)),
            _ => Err(()),
        }
    }
}

/// The hedge that ends the text before a number, and where it begins.
pub(super) fn hedge_before(before: &str) -> (Hedge, usize) {
    let none = (Hedge::None, before.len());
    if NOT_HEDGES.iter().any(|word| before.ends_with(word)) {
        return none;
    }
    let hedges = [
        (BELOW.as_slice(), Hedge::AtMost),
        (OVER.as_slice(), Hedge::Is(Qualifier::Over)),
        (ABOUT.as_slice(), Hedge::Is(Qualifier::About)),
        (NEARLY.as_slice(), Hedge::Is(Qualifier::Nearly)),
    ];
    // The longest word counts: 不少于 ends in 少于, and 不超过 in 超过.
    let words = hedges
        .iter()
        .flat_map(|(words, hedge)| words.iter().map(|word| (*word, *hedge)));
    let found = words
        .filter(|(word, _)| before.ends_with(word))
        .max_by_key(|(word, _)| word.len());
    found.map_or(none, |(word, hedge)| (hedge, before.len() - word.len()))
}

/// Strips a hedge from the front of the text after a unit.
pub(super) fn hedge_after(rest: &mut &str) -> Hedge {
    let hedges = [
        ("以上", Hedge::Is(Qualifier::Over)),
        ("余", Hedge::Is(Qualifier::Over)),
        ("左右", Hedge::Is(Qualifier::About)),
        ("上下", Hedge::Is(Qualifier::About)),
        ("以内", Hedge::AtMost),
        ("以下", Hedge::AtMost),
        // "As many as" is an emphasis and not a hedge.
        ("之多", Hedge::None),
    ];
    let found = hedges
        .into_iter()
        .find_map(|(word, hedge)| Some((hedge, rest.strip_prefix(word)?)));
    *rest = found.map_or(*rest, |(_, rest)| rest);
    found.map_or(Hedge::None, |(hedge, _)| hedge)
}

//! How well words match the name of a category or an activity.

use crate::figures::search::fold;

/// Ends of names that are too common to identify one.
const GENERIC: [&str; 16] = [
    "政府",
    "政务",
    "信息",
    "公开",
    "工作",
    "情况",
    "活动",
    "全年",
    "全县",
    "县政府",
    "主动公开",
    "政务公开",
    "信息公开",
    "政府信息",
    "政府公开",
    "政府信息公开",
];

/// Rates how much of a name the words end with; 0 if too little to identify it. An exact match
/// rates highest.
pub(super) fn likeness(words: &str, name: &str) -> usize {
    let (words, name) = (stem(words), stem(&fold(name).text));
    if words.is_empty() || name.is_empty() {
        return 0;
    }
    if words == name {
        return usize::MAX;
    }
    let ends = words.char_indices().filter_map(|(at, _)| words.get(at..));
    let Some(common) = ends.into_iter().find(|end| name.contains(end)) else {
        return 0;
    };
    let length = common.chars().count();
    if length < 2 || GENERIC.contains(&common) {
        return 0;
    }
    length * 2 + usize::from(common == name)
}

/// Removes quotes, brackets and common endings.
fn stem(words: &str) -> String {
    let marks = "“”‘’\"'《》〈〉「」()（）";
    let mut stem: String = words
        .chars()
        .filter(|c| !marks.chars().any(|mark| mark == *c))
        .collect();
    while let Some(rest) = ["信息", "类", "活动", "情况", "的"]
        .iter()
        .find_map(|end| stem.strip_suffix(end))
        .filter(|rest| !rest.is_empty())
    {
        stem.truncate(rest.len());
    }
    stem
}

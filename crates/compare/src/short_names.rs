//! Names for the ends of lines, where there is little room.

/// The characters that end the names of areas and agencies. A shortened name keeps its last one: 甲县, not 甲.
const ENDINGS: &str = "省市县区州盟旗乡镇局委厅办院处";

/// Leaves out of names what all of them begin and end with, but no part of a word: of 某省甲县人民政府 and
/// 某省乙区人民政府, 甲县 and 乙区 are left. Names stay whole if one would be left without anything.
pub(crate) fn short_names(names: &[&str]) -> Vec<String> {
    let whole = || names.iter().map(|name| (*name).to_owned()).collect();
    if names.len() < 2 {
        return whole();
    }
    let letters: Vec<Vec<char>> = names.iter().map(|name| name.chars().collect()).collect();
    let ends_word = |c: &char| ENDINGS.contains(*c);
    let opening = shared(&letters, |name, index| name.get(index).copied());
    let opening = opening
        .iter()
        .rposition(ends_word)
        .map_or(0, |last| last.saturating_add(1));
    let closing = shared(&letters, |name, index| {
        name.iter().rev().nth(index).copied()
    });
    // From the end backwards, up to the ending that belongs to what differs.
    let closing = closing.iter().position(ends_word).unwrap_or(closing.len());
    let short: Vec<String> = letters
        .iter()
        .map(|name| {
            let end = name.len().saturating_sub(closing);
            name.get(opening..end).unwrap_or_default().iter().collect()
        })
        .collect();
    if short.iter().any(String::is_empty) {
        return whole();
    }
    short
}

/// Returns the characters that all names have at the same position, up to the first that differs.
fn shared(names: &[Vec<char>], at: impl Fn(&Vec<char>, usize) -> Option<char>) -> Vec<char> {
    let mut found = Vec::new();
    let Some(first) = names.first() else {
        return found;
    };
    for index in 0..first.len() {
        let Some(c) = at(first, index) else { break };
        if !names.iter().all(|name| at(name, index) == Some(c)) {
            break;
        }
        found.push(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::short_names;

    #[test]
    fn what_all_names_share_is_left_out_and_words_stay_whole() {
        for (names, short) in [
            (
                vec![
                    "某省甲市甲市人民政府（虚构）",
                    "某省甲市乙区人民政府（虚构）",
                ],
                vec!["甲市", "乙区"],
            ),
            (vec!["甲县人民政府", "乙县人民政府"], vec!["甲县", "乙县"]),
            (
                vec!["某市甲自治县人民政府", "某市乙自治县人民政府"],
                vec!["甲自治县", "乙自治县"],
            ),
            (vec!["甲县教育局", "甲县公安局"], vec!["教育局", "公安局"]),
            // One is the beginning of the other.
            (
                vec!["甲市人民政府", "甲市乙区人民政府"],
                vec!["甲市人民政府", "甲市乙区人民政府"],
            ),
            (vec!["甲县", "甲县"], vec!["甲县", "甲县"]),
            (vec!["甲县人民政府"], vec!["甲县人民政府"]),
            (vec!["County A", "County B"], vec!["County A", "County B"]),
        ] {
            assert_eq!(short_names(&names), short);
        }
        assert!(short_names(&[]).is_empty());
    }
}

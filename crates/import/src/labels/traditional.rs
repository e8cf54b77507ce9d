//! Traditional characters in the form's words, and the simplified ones they are compared as.

use std::sync::LazyLock;

/// Pairs of a traditional character of the form's words and its simplified counterpart.
const TRADITIONAL: &str = "祕秘穩稳詢询舉举複复覆复補补徵征額额縣县級级鎮镇鄉乡廳厅達达電电館馆廣广則则類类標标識识聯联團团體体衛卫視视協协會会贈赠與与資资訊讯許许處处罰罚強强製制數数據据開开總总計计劃划請请類类業业機机構构織织務务評评審审結结轉转復复議议訴诉訟讼絕绝屬属國国執执過过內内掛挂報报報报監监費费項项購购採采規规範范現现廢废對对無无當当實实應应決决維维糾纠經经後后續续辦办單单個个領领關关於于為为發发書书檔档門门間间進进選选擇择從从來来時时動动務务條条讓让護护權权術术續续確确認认獲获認认損损傷伤戶户體体網网萬万億亿號号沒没訪访繳缴納纳繼继減减區区";

/// Converts a character to its simplified form if it is a traditional one of the form's words.
pub fn simplified(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let found = SIMPLIFIED.binary_search_by_key(&c, |(traditional, _)| *traditional);
    let pair = found.ok().and_then(|at| SIMPLIFIED.get(at));
    pair.map_or(c, |(_, simple)| *simple)
}

/// The pairs of [`TRADITIONAL`], sorted, because every character of a file is looked up.
static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut letters = TRADITIONAL.chars();
    let pairs = std::iter::from_fn(|| Some((letters.next()?, letters.next()?)));
    let mut pairs: Vec<(char, char)> = pairs.collect();
    // If a character is listed twice, the first pair counts.
    pairs.sort_by_key(|(traditional, _)| *traditional);
    pairs.dedup_by_key(|(traditional, _)| *traditional);
    pairs
});

//! A name from the words on both sides of the number.

use super::trim::{strip_lead, strip_trail};
use super::{EDGES, LONGEST, name_before, valid_name};

/// Verbs before a number that are not part of the name, which is the noun after the number.
const HAVING: [&str; 31] = [
    "明确",
    "配备",
    "配置",
    "设立",
    "设置",
    "设有",
    "共有",
    "现有",
    "拥有",
    "有",
    "建有",
    "开设",
    "开通",
    "召开",
    "举办",
    "举行",
    "开展",
    "组织",
    "发布",
    "推送",
    "制作",
    "编发",
    "刊发",
    "主动公开",
    "公开",
    "公布",
    "对",
    "共",
    "累计",
    "为",
    "在",
];
/// Verbs before a number that are part of the name.
const NAMING_VERBS: [&str; 47] = [
    "关停", "收到", "受理", "办理", "办结", "回复", "答复", "回应", "解读", "采纳", "征集", "整改",
    "清理", "注销", "撤销", "合并", "新增", "增设", "调整", "优化", "更新", "完善", "梳理", "编制",
    "修订", "制定", "出台", "印发", "制发", "废止", "培训", "接待", "建成", "建立", "打造", "升级",
    "完成", "检查", "督导", "督查", "通报", "抽查", "约谈", "表彰", "奖励", "转办", "新建",
];
/// Words that end the noun after a number.
const PREDICATES: [&str; 18] = [
    "承担", "负责", "进行", "开展", "实施", "用于", "均", "已", "全部", "得到", "参加", "参与",
    "纳入", "实现", "正常", "被", "按照", "占",
];
/// Organisations and people. What follows them is what they do.
const BODIES: [&str; 7] = ["人员", "部门", "单位", "乡镇", "街道", "企业", "社区"];

/// The name from the words on both sides of the number: "关停…16个…的政务新媒体". `verb` is that of a
/// clause such as "对13个部门进行督导".
pub(in crate::prose) fn name_around(
    before: &str,
    after: &str,
    verb: Option<&str>,
) -> Option<String> {
    let before = strip_examples(strip_trail(strip_lead(before)));
    let has_predicate = PREDICATES.iter().any(|word| after.starts_with(word));
    if has_predicate && !before.is_empty() {
        return name_before(before);
    }
    let noun = noun(after)?;
    let has_verb = verb.is_some() || NAMING_VERBS.iter().any(|verb| before.ends_with(verb));
    if BODIES.contains(&noun) && !has_verb {
        return None;
    }
    let own_verb = NAMING_VERBS.iter().find(|verb| before.ends_with(**verb));
    if noun.ends_with("文件") && own_verb.is_some() {
        return valid_name(noun);
    }
    if let Some(verb) = verb.or(own_verb.copied()) {
        return valid_name(&format!("{verb}{noun}"));
    }
    let is_noun_the_name = before.is_empty() || HAVING.iter().any(|verb| before.ends_with(verb));
    is_noun_the_name.then(|| valid_name(noun)).flatten()
}

/// The verb of a clause such as "对…进行重点督导", whose objects are counted.
pub(in crate::prose) fn verb_of_objects(clause: &str) -> Option<&str> {
    // A longer clause was not written by a person.
    if clause.len() > 1200 || !clause.contains('对') {
        return None;
    }
    let at = strip_lead(clause);
    at.strip_prefix('对')?;
    let (_, verb) = at.rsplit_once("进行").or_else(|| at.rsplit_once("开展"))?;
    let verb = verb.trim_start_matches('了');
    let length = verb.chars().count();
    ((2..=6).contains(&length) && !verb.contains(|c: char| c.is_ascii_digit())).then_some(verb)
}

/// Strips examples in quotes: 关停“甲”“乙”等.
fn strip_examples(before: &str) -> &str {
    let has_examples = before.ends_with(['”', '》', '"']);
    match before.find(['“', '《', '"']) {
        Some(at) if has_examples => before.get(..at).unwrap_or_default(),
        _ => before,
    }
}

/// The noun after a number.
fn noun(after: &str) -> Option<&str> {
    let mut noun = after.trim_matches(EDGES);
    // 23条为水资源信息
    for word in ["属于", "主要为", "为", "是"] {
        noun = noun.strip_prefix(word).unwrap_or(noun);
    }
    let ends = PREDICATES.iter().filter_map(|word| noun.find(word));
    if let Some(end) = ends.min() {
        noun = noun.get(..end).unwrap_or_default();
    }
    noun = noun.rsplit('的').next().unwrap_or_default();
    let ends = BODIES
        .iter()
        .filter_map(|word| Some(noun.find(word)? + word.len()));
    // 部门行政规范性文件
    let is_document = noun.contains("文件");
    if let Some(link) = noun.find('并').filter(|_| is_document) {
        noun = noun.get(..link).unwrap_or_default();
    }
    if let Some(end) = ends.min().filter(|_| !is_document) {
        let (body, rest) = noun.split_at_checked(end)?;
        let is_open = body.contains(['（', '(']);
        let rest = rest
            .strip_prefix(['）', ')'])
            .filter(|_| is_open)
            .unwrap_or(rest);
        noun = noun.get(..noun.len() - rest.len())?;
    }
    let noun = noun.trim_matches(EDGES);
    let length = noun.chars().count();
    (2..=LONGEST).contains(&length).then_some(noun)
}

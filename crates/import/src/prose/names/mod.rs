//! The name of what is counted, from the words around the count.

mod around;
mod before;
mod lists;
mod trim;

pub(super) use around::{name_around, verb_of_objects};
pub(super) use before::{begins_with_verb, name_before};
pub(super) use lists::{begins_with_including, begins_with_of_which, is_item, strip_list_opening};
pub(super) use trim::{strip_lead, strip_ordinal};

use trim::strip_trail;

/// The longest name, in characters.
const LONGEST: usize = 40;

/// Punctuation around a name.
const EDGES: [char; 21] = [
    '，', '。', '；', '：', '、', ' ', ':', ',', ';', '—', '-', '－', '\n', '·', '•', '"', '\'',
    '|', '/', '=', '～',
];

/// Whether the words before a count contain a verb such as 召开, so that they name an activity and not
/// a kind of information.
pub(super) fn has_activity_verb(before: &str) -> bool {
    const ANYWHERE: [&str; 7] = ["召开", "举办", "举行", "收到", "受理", "回应", "接待"];
    const AT_FRONT: [&str; 8] = [
        "开展", "组织", "答复", "办理", "培训", "回复", "配备", "办结",
    ];
    let name = strip_lead(before);
    // 组织机构 and 回应关切类 are kinds of information.
    let kinds = ["组织机构", "组织人事", "回应关切", "回应解读", "解读回应"];
    let is_received = ["收到", "受理", "接待"]
        .iter()
        .any(|verb| name.contains(verb));
    let is_kind = name.ends_with('类') || name.ends_with("信息");
    if kinds.iter().any(|kind| name.starts_with(kind)) || is_kind && !is_received {
        return false;
    }
    ANYWHERE.iter().any(|verb| name.contains(verb))
        || AT_FRONT.iter().any(|verb| name.starts_with(verb))
}

/// Whether the words before a count in a list of kinds are nevertheless those of something that was
/// done. A count in 条 is one of information, unless it was received or answered.
pub(super) fn has_activity_verb_in_list(before: &str, unit: &str) -> bool {
    if !matches!(unit, "条" | "條" | "篇" | "则" | "条次" | "件" | "份") {
        return has_activity_verb(before);
    }
    let name = strip_lead(before);
    // 件 counts requests and letters too.
    let is_done = ["办理", "办结", "答复", "回复", "转办", "召开", "举办"]
        .iter()
        .any(|verb| name.starts_with(verb));
    if matches!(unit, "件" | "份") && is_done && !name.ends_with('类') && !name.ends_with("信息")
    {
        return true;
    }
    let is_kind = name.ends_with('类') || name.ends_with("信息");
    let is_received = ["收到", "受理", "接待", "接听", "征集到", "采纳"]
        .iter()
        .any(|verb| name.contains(verb));
    let answers = ["回应", "回复", "答复", "办结", "办理"]
        .iter()
        .any(|verb| name.starts_with(verb));
    let is_of_people = [
        "公众", "群众", "网民", "网友", "市民", "留言", "诉求", "咨询", "来信", "热点", "舆情",
    ]
    .iter()
    .any(|word| name.contains(word));
    is_received || answers && is_of_people && !is_kind
}

/// Whether a name is an outcome of something that was named before.
pub(super) fn is_outcome(name: &str) -> bool {
    [
        "办结", "答复", "回复", "办理", "处理", "完成", "整改", "采纳", "办复",
    ]
    .contains(&name)
}

/// Whether a name says what was done, but not to what: 废止33件, 直接受理2件.
pub(super) fn is_only_verbs(name: &str) -> bool {
    const VERBS: [&str; 72] = [
        "系统",
        "统计",
        "退回",
        "上网",
        "收集",
        "采集",
        "核实",
        "经",
        "现行",
        "并",
        "和",
        "且",
        "直接",
        "宣布",
        "全部",
        "按时",
        "按期",
        "及时",
        "已",
        "均",
        "不",
        "未",
        "共",
        "受理",
        "收到",
        "接收",
        "新收",
        "办理",
        "办结",
        "答复",
        "保留",
        "修改",
        "修订",
        "废止",
        "失效",
        "继续",
        "有效",
        "新制定",
        "制定",
        "通过",
        "转办",
        "移交",
        "报送",
        "推送",
        "转发",
        "撰写",
        "编发",
        "印发",
        "上报",
        "审核",
        "审查",
        "审批",
        "完成",
        "涉及",
        "关停",
        "整合",
        "注销",
        "合并",
        "线上",
        "线下",
        "网上",
        "现场",
        "实际",
        "达到",
        "审议",
        "发行",
        "印制",
        "访问",
        "撤回",
        "撤销",
        "提交",
        "含",
    ];
    super::normalize::consists_of(name, &VERBS)
}

/// Whether a name has words that belong to the sentence and not to it: 的信息包括动态, 文件类〇条、动态类.
pub(super) fn is_cut(name: &str) -> bool {
    let includes = ["包括", "包含", "涵盖"]
        .iter()
        .any(|verb| name.contains(verb));
    let begins = name.starts_with(['的', '为', '是', '把', '被', '等', '应', '或', '与']);
    let numeral = ["〇条", "〇件", "零条", "零件", "〇篇"]
        .iter()
        .any(|words| name.contains(words));
    let is_general = super::normalize::consists_of(
        name,
        &[
            "政府", "政务", "信息", "主动", "公开", "各类", "相关", "发布",
        ],
    ) && name != "信息公开"
        && name != "政务公开"
        && name != "政务信息"
        && name != "主动公开";
    is_general
        || includes
        || begins
            && !name.starts_with("应急")
            && !name.starts_with("等级")
            && !name.starts_with("应诉")
        || numeral
}

/// Accepts a name if it is Chinese, of a sensible length and not a word for a change or for nothing in
/// particular.
fn valid_name(name: &str) -> Option<String> {
    let length = name.chars().count();
    let is_chinese = name.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let is_vague = [
        "其中", "上述", "以上", "信息", "情况", "工作", "活动", "方面", "总量", "批次",
    ]
    .contains(&name);
    let changes = [
        "减少",
        "增加到",
        "增加至",
        "增至",
        "下降",
        "上升",
        "增长",
        "提高",
        "降至",
        "降到",
        "由",
    ];
    let is_change =
        name.ends_with(['由', '从']) || changes.iter().any(|word| name.starts_with(word));
    let is_one_clause = !name.contains(['。', '；', '\n']);
    // A character that could not be shown may be a digit.
    let is_one_clause = is_one_clause && !name.contains('□');
    (is_chinese && is_one_clause && !is_change && !is_vague && (2..=LONGEST).contains(&length))
        .then(|| name.to_owned())
}

/// The words before a count as they are, if they are a name that is also a word of scope: 本级, 全区.
pub(super) fn bare_name(before: &str) -> Option<String> {
    let name = before.trim_matches(EDGES);
    let is_scope = ["本级", "全区", "全县", "全市", "各级"]
        .iter()
        .any(|word| name.ends_with(word));
    is_scope.then(|| valid_name(name)).flatten()
}

/// The words before a count, without what introduces them.
pub(super) fn part_name(before: &str) -> Option<String> {
    valid_name(strip_trail(strip_lead(before)))
}

/// The words before a count, with the verb at their end, without what introduces them: 会议召开.
pub(super) fn whole_name(before: &str) -> Option<String> {
    valid_name(strip_lead(before).trim_matches(EDGES))
}

/// Strips quotes that wrap the whole name.
fn without_quotes(name: &str) -> &str {
    let inner = name
        .strip_prefix('“')
        .and_then(|name| name.strip_suffix('”'));
    inner
        .filter(|inner| !inner.contains(['“', '”']))
        .unwrap_or(name)
}

/// The name of a category, without what introduces it.
pub(super) fn category_name(text: &str) -> Option<String> {
    let name = strip_trail(strip_lead(text));
    let name = before::strip_publishing(name);
    // 应公开的财政信息
    let name = [
        "依法应公开的",
        "应当公开的",
        "应公开的",
        "主动公开的",
        "公开的",
    ]
    .iter()
    .find_map(|words| name.strip_prefix(words))
    .filter(|name| name.chars().count() >= 3)
    .unwrap_or(name);
    let name = ["数量", "条数"]
        .iter()
        .find_map(|noun| name.strip_suffix(noun))
        .filter(|name| name.chars().count() >= 2)
        .unwrap_or(name);
    let name = ["其余为", "其他为", "其余均为"]
        .iter()
        .find_map(|words| name.strip_prefix(words))
        .unwrap_or(name);
    // 另有转载信息6条
    let name = name
        .strip_prefix('有')
        .filter(|rest| {
            rest.chars().count() >= 2 && !rest.starts_with(['关', '效', '序', '奖', '线'])
        })
        .unwrap_or(name);
    let verb = [
        "主动公开",
        "公开发布",
        "公开了",
        "向社会公开",
        "公开各类",
        "发布了",
        "发布",
        "公开",
    ]
    .iter()
    .find_map(|verb| name.strip_prefix(verb));
    // 主动公开目录 and 发布会 are nouns.
    let nouns = [
        "会", "厅", "平", "目录", "指南", "制度", "年报", "栏", "专栏", "专区", "标准", "事项",
        "工作", "渠道", "数量", "类", "点", "信息",
    ];
    let name = name
        .strip_suffix("公开")
        .filter(|name| name.ends_with("类信息"))
        .unwrap_or(name);
    // 县直部门公开18000条 is a part by body, 执行公开42条 a kind.
    let name = ["公开", "发布"]
        .iter()
        .find_map(|verb| name.strip_suffix(verb))
        .filter(|body| {
            ["部门", "单位", "本级", "乡镇", "街道", "政府", "镇街"]
                .iter()
                .any(|end| body.ends_with(end))
        })
        .unwrap_or(name);
    // 公开工作动态
    let is_news = |rest: &str| ["工作动态", "工作信息", "工作简报", "工作要点"].contains(&rest);
    let rest = verb.filter(|rest| {
        rest.chars().count() >= 2
            && (is_news(rest) || !nouns.iter().any(|noun| rest.starts_with(noun)))
    });
    let name = without_quotes(rest.unwrap_or(name));
    // 本级文件, 法定主动公开内容: the noun alone is no name.
    let noun = name.strip_suffix('类').unwrap_or(name);
    if ["文件", "内容"].contains(&noun) {
        return valid_name(text.trim_matches(EDGES));
    }
    valid_name(name)
}

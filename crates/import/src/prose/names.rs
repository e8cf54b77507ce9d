//! The name of what is counted, out of the clause that counts it.

use super::sections::{Style, numbering};
use crate::metadata::dates;

/// Words of time and scope before what a clause speaks of; the longer one first.
const SCOPE: [&str; 94] = [
    "在全县",
    "在全市",
    "在全区",
    "在全镇",
    "在全乡",
    "在全省",
    "截至目前",
    "截止目前",
    "据统计",
    "据不完全统计",
    "本年度",
    "报告期内",
    "一年来",
    "全年",
    "本年",
    "年内",
    "今年",
    "当年",
    "年度",
    "去年以来",
    "全县",
    "全市",
    "全区",
    "全省",
    "全州",
    "全旗",
    "全镇",
    "全乡",
    "全局",
    "全委",
    "全厅",
    "我县",
    "我市",
    "我区",
    "我省",
    "我州",
    "我旗",
    "我镇",
    "我乡",
    "我局",
    "我委",
    "我厅",
    "我办",
    "我院",
    "我单位",
    "本机关",
    "本单位",
    "本局",
    "本县",
    "本市",
    "本区",
    "本镇",
    "本级",
    "共计",
    "累计",
    "总计",
    "合计",
    "一共",
    "共",
    "先后",
    "已经",
    "已",
    "及时",
    "依法",
    "依规",
    "按时",
    "同时",
    "此外",
    "另外",
    "另",
    "并且",
    "并",
    "还",
    "又",
    "其中",
    "包括",
    "包含",
    "涵盖",
    "涉及",
    "积极",
    "认真",
    "全面",
    "深入",
    "广泛",
    "分别",
    "首先",
    "其次",
    "再次",
    "最后",
    "目前",
    "一方面",
    "另一方面",
    "以及",
    "和",
];
const MEANS: [&str; 7] = ["通过", "利用", "依托", "运用", "采取", "采用", "借助"];
const WAYS: [&str; 6] = ["方式", "渠道", "形式", "途径", "手段", "载体"];
/// Verbs whose object is what is counted: the words up to the last of them are no name.
const DOING: [&str; 27] = [
    "召开", "举办", "举行", "开展", "组织", "发布", "推送", "制作", "编发", "刊发", "刊登", "刊载",
    "转载", "印发", "编印", "出台", "上传", "报送", "完成", "实施", "进行", "播放", "播出", "录制",
    "推出", "安排", "下发",
];
/// The same words within a noun.
const NOUNS: [&str; 36] = [
    "发布总",
    "公开总",
    "发布会",
    "发布厅",
    "发布平台",
    "发布机制",
    "发布制度",
    "发布量",
    "发布数",
    "发布工作",
    "发布流程",
    "发布渠道",
    "社会组织",
    "其他组织",
    "法人组织",
    "党组织",
    "组织部",
    "组织机构",
    "组织领导",
    "组织架构",
    "组织体系",
    "制作工作",
    "推送量",
    "完成率",
    "完成情况",
    "实施方案",
    "实施细则",
    "实施意见",
    "进行时",
    "执行",
    "组织生活",
    "基层组织",
    "安排部署",
    "公益组织",
    "服务组织",
    "转载量",
];
/// Verbs at the front that name nothing themselves.
const LEADING: [&str; 13] = [
    "共有",
    "现有",
    "设有",
    "建有",
    "有",
    "主动公开",
    "主动发布",
    "公开发布",
    "对外公开",
    "公开",
    "公布",
    "公示了",
    "主动",
];
/// Nouns that begin so.
const LEADING_NOUNS: [&str; 20] = [
    "有关",
    "有效",
    "有序",
    "公开栏",
    "公开专栏",
    "公开专区",
    "公开平台",
    "公开年报",
    "公开目录",
    "公开指南",
    "公开制度",
    "公开标准",
    "公开事项",
    "公开工作",
    "公开电话",
    "公开渠道",
    "公开点",
    "公开查阅",
    "新闻",
    "新媒体",
];
const TRAILING: [&str; 16] = [
    "共计",
    "累计",
    "总计",
    "合计",
    "共",
    "计",
    "达到",
    "达",
    "分别为",
    "为",
    "有",
    "了",
    "的",
    "各",
    "分别",
    "等",
];
const EDGES: [char; 21] = [
    '，', '。', '；', '：', '、', ' ', ':', ',', ';', '—', '-', '－', '\n', '·', '•', '"', '\'',
    '|', '/', '=', '～',
];

/// Names are no longer, in characters.
const LONGEST: usize = 40;

/// Without numbering, dates, scope and connectives at the front.
pub(super) fn lead(text: &str) -> &str {
    let mut text = text.trim_start_matches(EDGES);
    loop {
        let before = text.len();
        if let (style, rest) = numbering(text)
            && style != Style::None
        {
            text = rest;
        }
        text = ordinal(text);
        let opening = text.char_indices().nth(8).map_or(text.len(), |(at, _)| at);
        let opening = text.get(..opening).unwrap_or_default();
        if let Some((_, 0, end)) = dates::years(opening).first().copied() {
            text = text.get(end..).unwrap_or_default();
        }
        if let Some(rest) = text
            .strip_prefix("截至")
            .or_else(|| text.strip_prefix("截止"))
            && let Some((_, rest)) = dates::day(rest)
        {
            text = rest.trim_start_matches('底');
        }
        if let Some(scope) = SCOPE.iter().find(|word| text.starts_with(**word)) {
            text = text.get(scope.len()..).unwrap_or_default();
        }
        if MEANS.iter().any(|word| text.starts_with(word)) {
            let ends = WAYS
                .iter()
                .filter_map(|word| Some(text.rfind(word)? + word.len()));
            // One way alone says what is counted; many say nothing.
            let many = |end: &usize| {
                let means = text.get(..*end).unwrap_or_default();
                ["各", "多", "不同", "等", "有关", "相关"]
                    .iter()
                    .any(|word| means.contains(word))
            };
            let end = ends.max().filter(many).unwrap_or("通过".len());
            text = text.get(end..).unwrap_or_default();
        }
        text = text.trim_start_matches(EDGES);
        if text.len() == before {
            return text;
        }
    }
}

/// Verbs that act on what is counted, such as 召开: no kind of information is named by them.
pub(super) fn acts(front: &str) -> bool {
    const ANYWHERE: [&str; 7] = ["召开", "举办", "举行", "收到", "受理", "回应", "接待"];
    const AT_FRONT: [&str; 8] = [
        "开展", "组织", "答复", "办理", "培训", "回复", "配备", "办结",
    ];
    let name = lead(front);
    ANYWHERE.iter().any(|verb| name.contains(verb))
        || AT_FRONT.iter().any(|verb| name.starts_with(verb))
}

/// What was done with something that the words before have named.
pub(super) fn is_outcome(name: &str) -> bool {
    [
        "办结", "答复", "回复", "办理", "处理", "完成", "整改", "采纳", "办复",
    ]
    .contains(&name)
}

/// Whether the clause begins with 其中.
pub(super) fn opens_a_list(clause: &str) -> bool {
    clause.trim_start_matches(EDGES).starts_with("其中")
}

/// What opens a list of parts behind a total.
const INCLUDING: [&str; 6] = ["主要包括", "主要有", "主要涉及", "包括", "包含", "涵盖"];

/// Whether a clause says what the total before it includes.
pub(super) fn includes(clause: &str) -> bool {
    let clause = clause.trim_start_matches(EDGES);
    INCLUDING.iter().any(|word| clause.starts_with(word))
}

/// Without the words that open a list.
pub(super) fn within_a_list(front: &str) -> &str {
    let front = front.trim_start_matches(EDGES);
    let words = INCLUDING.iter().chain(&["其中"]);
    let mut rest = words.filter_map(|word| front.strip_prefix(word));
    rest.next().unwrap_or(front)
}
/// Whether the words are an item of a list: 一是, 1., （1）.
pub(super) fn is_item(text: &str) -> bool {
    let text = text.trim_start_matches(EDGES);
    numbering(text).0 != Style::None || ordinal(text).len() < text.len()
}

/// 一是, 二是 …
fn ordinal(text: &str) -> &str {
    let numerals = text.trim_start_matches(super::chinese_numerals::is_numeral);
    let counted = numerals.len() < text.len();
    numerals
        .strip_prefix('是')
        .filter(|_| counted)
        .unwrap_or(text)
}

fn trail(text: &str) -> &str {
    let mut text = text.trim_end_matches(EDGES);
    loop {
        let word = TRAILING
            .iter()
            .find(|word| text.ends_with(**word) && text.len() > word.len());
        let Some(word) = word else { return text };
        // 答复达 is cut, 信息共 is cut, but 年度 and 公共 keep their ends.
        if text.ends_with("公共") || text.ends_with("统计") || text.ends_with("审计") {
            return text;
        }
        text = text
            .get(..text.len() - word.len())
            .unwrap_or_default()
            .trim_end_matches(EDGES);
    }
}

/// A name that says something: some Chinese words, not too many.
fn sound(name: &str) -> Option<String> {
    let length = name.chars().count();
    let words = name.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let empty = [
        "其中", "上述", "以上", "信息", "情况", "工作", "活动", "方面",
    ]
    .contains(&name);
    let changed = [
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
    let from = name.ends_with(['由', '从']);
    let changed = from || changed.iter().any(|word| name.starts_with(word));
    let whole = !changed && !name.contains(['。', '；', '\n']);
    (words && whole && !empty && (2..=LONGEST).contains(&length)).then(|| name.to_owned())
}

/// A category: as it stands, without what leads to it.
pub(super) fn category(text: &str) -> Option<String> {
    let name = trail(lead(text));
    let verb = [
        "主动公开",
        "公开发布",
        "公开了",
        "公开各类",
        "发布了",
        "发布",
    ]
    .iter()
    .find_map(|verb| name.strip_prefix(verb));
    let rest =
        verb.filter(|rest| rest.chars().count() >= 2 && !rest.starts_with(['会', '厅', '平']));
    sound(rest.unwrap_or(name))
}

/// What was done or held, from the words before the number.
pub(super) fn before(text: &str) -> Option<String> {
    let text = trail(lead(text));
    let object = object(text);
    let mut name = lead(object);
    let leading = LEADING.iter().find(|word| name.starts_with(**word));
    if let Some(word) = leading
        && !LEADING_NOUNS.iter().any(|noun| name.starts_with(noun))
        && let Some(rest) = name.get(word.len()..)
        && rest.chars().count() >= 2
    {
        name = rest.trim_start_matches('了');
    }
    let plainer = name.strip_prefix("了").unwrap_or(name);
    let plainer = plainer.strip_prefix("各类").unwrap_or(plainer);
    sound(without_number(plainer)).or_else(|| sound(text))
}

/// 舆情数 4486 次: the word for "number of" is not the thing's.
fn without_number(name: &str) -> &str {
    let bound = [
        "总数", "人数", "次数", "指数", "件数", "条数", "户数", "参数", "复数",
    ];
    match name.strip_suffix('数') {
        Some(rest) if !bound.iter().any(|word| name.ends_with(word)) => rest,
        _ => name,
    }
}

/// What follows the last verb that only says that something was done.
fn object(text: &str) -> &str {
    let mut from = 0;
    for verb in DOING {
        for (at, _) in text.match_indices(verb) {
            let rest = text.get(at + verb.len()..).unwrap_or_default();
            let noun = NOUNS.iter().any(|noun| {
                let inside = noun.find(verb).and_then(|offset| at.checked_sub(offset));
                inside
                    .and_then(|at| text.get(at..))
                    .is_some_and(|text| text.starts_with(noun))
            });
            if !noun && rest.chars().count() >= 2 && at + verb.len() > from {
                from = at + verb.len();
            }
        }
    }
    text.get(from..).unwrap_or(text)
}

/// Verbs before a number that leave the noun behind it to name the thing.
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
/// Verbs that are a part of the name.
const TELLING: [&str; 47] = [
    "关停", "收到", "受理", "办理", "办结", "回复", "答复", "回应", "解读", "采纳", "征集", "整改",
    "清理", "注销", "撤销", "合并", "新增", "增设", "调整", "优化", "更新", "完善", "梳理", "编制",
    "修订", "制定", "出台", "印发", "制发", "废止", "培训", "接待", "建成", "建立", "打造", "升级",
    "完成", "检查", "督导", "督查", "通报", "抽查", "约谈", "表彰", "奖励", "转办", "新建",
];
/// Where what is counted ends and what is said of it begins.
const PREDICATES: [&str; 18] = [
    "承担", "负责", "进行", "开展", "实施", "用于", "均", "已", "全部", "得到", "参加", "参与",
    "纳入", "实现", "正常", "被", "按照", "占",
];
/// Bodies and people: what follows belongs to what they do.
const BODIES: [&str; 7] = ["人员", "部门", "单位", "乡镇", "街道", "企业", "社区"];

/// What is counted, from the words on both sides of the number: "关停…16个…的政务新媒体". `doing`
/// is the verb of a clause such as "对13个部门进行督导".
pub(super) fn around(front: &str, behind: &str, doing: Option<&str>) -> Option<String> {
    let front = without_examples(trail(lead(front)));
    let predicate = PREDICATES.iter().any(|word| behind.starts_with(word));
    if predicate && !front.is_empty() {
        return before(front);
    }
    let noun = noun(behind)?;
    let told = doing.is_some() || TELLING.iter().any(|verb| front.ends_with(verb));
    if BODIES.contains(&noun) && !told {
        return None;
    }
    if let Some(doing) = doing {
        return sound(&format!("{doing}{noun}"));
    }
    if let Some(verb) = TELLING.iter().find(|verb| front.ends_with(**verb)) {
        return sound(&format!("{verb}{noun}"));
    }
    let having = front.is_empty() || HAVING.iter().any(|verb| front.ends_with(verb));
    having.then(|| sound(noun)).flatten()
}

/// The verb in "对…进行重点督导".
pub(super) fn doing(clause: &str) -> Option<&str> {
    // Longer ones are no clause that a person wrote.
    if clause.len() > 1200 || !clause.contains('对') {
        return None;
    }
    let at = lead(clause);
    at.strip_prefix('对')?;
    let (_, verb) = at.rsplit_once("进行").or_else(|| at.rsplit_once("开展"))?;
    let verb = verb.trim_start_matches('了');
    let length = verb.chars().count();
    ((2..=6).contains(&length) && !verb.contains(|c: char| c.is_ascii_digit())).then_some(verb)
}

/// 关停“甲”“乙”等 is 关停.
fn without_examples(front: &str) -> &str {
    let examples = front.ends_with(['”', '》', '"']);
    match front.find(['“', '《', '"']) {
        Some(at) if examples => front.get(..at).unwrap_or_default(),
        _ => front,
    }
}

fn noun(behind: &str) -> Option<&str> {
    let mut noun = behind.trim_matches(EDGES);
    let ends = PREDICATES.iter().filter_map(|word| noun.find(word));
    if let Some(end) = ends.min() {
        noun = noun.get(..end).unwrap_or_default();
    }
    noun = noun.rsplit('的').next().unwrap_or_default();
    let ends = BODIES
        .iter()
        .filter_map(|word| Some(noun.find(word)? + word.len()));
    if let Some(end) = ends.min() {
        let (body, rest) = noun.split_at_checked(end)?;
        let open = body.contains(['（', '(']);
        let rest = rest
            .strip_prefix(['）', ')'])
            .filter(|_| open)
            .unwrap_or(rest);
        noun = noun.get(..noun.len() - rest.len())?;
    }
    let noun = noun.trim_matches(EDGES);
    let length = noun.chars().count();
    (2..=LONGEST).contains(&length).then_some(noun)
}

//! A name from the words before the number.

use super::trim::{strip_lead, strip_trail};
use super::valid_name;

/// Verbs whose object is counted. The name follows the last of them.
const VERBS: [&str; 27] = [
    "召开", "举办", "举行", "开展", "组织", "发布", "推送", "制作", "编发", "刊发", "刊登", "刊载",
    "转载", "印发", "编印", "出台", "上传", "报送", "完成", "实施", "进行", "播放", "播出", "录制",
    "推出", "安排", "下发",
];
/// Nouns that contain such a verb.
const NOUNS_WITH_VERBS: [&str; 37] = [
    "发布总",
    "公开总",
    "发布会",
    "发布厅",
    "发布平台",
    "发布机制",
    "发布制度",
    "发布量",
    "发布数",
    "发布工作机",
    "发布工作制",
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
/// Verbs at the front that are not part of the name.
const LEADING_VERBS: [&str; 17] = [
    "主要公开了",
    "主要公开",
    "重点公开了",
    "重点公开",
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
/// Nouns that begin like those verbs.
const LEADING_NOUNS: [&str; 21] = [
    "主动公开目录",
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
/// The name of what was done or held, from the words before the number.
pub(in crate::prose) fn name_before(text: &str) -> Option<String> {
    let text = strip_trail(strip_lead(super::lists::strip_list_opening(text)));
    let text = strip_publishing(text);
    // 举办活动类 is a kind.
    let object = if text.ends_with('类') {
        text
    } else {
        object(text)
    };
    let mut name = strip_lead(object);
    let leading = LEADING_VERBS.iter().find(|word| name.starts_with(**word));
    // 公开工作动态, 公开工作
    let is_news = name.starts_with("公开工作动态");
    if let Some(word) = leading
        && (is_news || !LEADING_NOUNS.iter().any(|noun| name.starts_with(noun)))
        && let Some(rest) = name.get(word.len()..)
        && rest.chars().count() >= 2
    {
        name = rest.trim_start_matches('了');
    }
    let plainer = name.strip_prefix("了").unwrap_or(name);
    let plainer = plainer.strip_prefix("各类").unwrap_or(plainer);
    valid_name(strip_number_of(plainer)).or_else(|| valid_name(text))
}

/// Nouns of channels, after which a verb of publishing and a kind of information follow.
const CHANNELS: [&str; 9] = [
    "服务网",
    "网站",
    "官网",
    "政府网",
    "公开网",
    "公众号",
    "微信",
    "平台",
    "专栏",
];

/// Strips who published a kind of information, and the verb: 市政府网站公开规章, 向社会公开抽查结果.
pub(super) fn strip_publishing(text: &str) -> &str {
    // “政策法规”栏目更新
    let text = ["更新", "发布", "公开"]
        .iter()
        .find_map(|verb| {
            text.strip_suffix(verb)
                .filter(|rest| rest.ends_with("栏目") || rest.ends_with("专栏"))
        })
        .unwrap_or(text);
    let verbs = ["主动公开", "公开", "发布", "公布", "公示", "刊登", "推送"];
    for before in CHANNELS
        .iter()
        .chain(&["向社会", "对外", "上", "逐项", "及时", "主动", "依法"])
    {
        for verb in verbs {
            let both = [*before, verb].concat();
            if let Some((_, rest)) = text.split_once(&both)
                && rest.chars().count() >= 2
                && !LEADING_NOUNS
                    .iter()
                    .any(|noun| [verb, rest].concat().starts_with(noun))
                && !rest.starts_with("信息")
            {
                return rest.trim_start_matches([
                    '了', '：', ':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.',
                ]);
            }
        }
    }
    // 门户网站“政策法规”栏目
    let quoted = text.find('“').filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        CHANNELS.iter().any(|noun| before.ends_with(noun)) && text.ends_with("栏目")
    });
    quoted.and_then(|at| text.get(at..)).unwrap_or(text)
}

/// Strips the word for "number of" from the end: 舆情数 4486 次.
fn strip_number_of(name: &str) -> &str {
    let words = [
        "总数", "人数", "次数", "指数", "件数", "条数", "户数", "参数", "复数",
    ];
    match name.strip_suffix('数') {
        Some(rest) if !words.iter().any(|word| name.ends_with(word)) => rest,
        _ => name,
    }
}

/// Whether the words begin with a verb whose object is counted.
pub(in crate::prose) fn begins_with_verb(text: &str) -> bool {
    let text = strip_lead(text);
    let is_noun = NOUNS_WITH_VERBS.iter().any(|noun| text.starts_with(noun));
    !is_noun
        && VERBS
            .iter()
            .chain(&["公开", "公布"])
            .any(|verb| text.starts_with(verb))
}

fn before_verb(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

/// Whether the words before a verb only modify it, so that the verb is not part of a noun.
fn is_adverbial(words: &str) -> bool {
    words.is_empty()
        || words.chars().count() <= 2
        || words.ends_with(['并', '共', '已', '了', '，', '、', '局', '县', '市', '镇'])
}

/// The text after the last verb that only says that something was done.
fn object(text: &str) -> &str {
    let mut from = 0;
    for verb in VERBS {
        for (at, _) in text.match_indices(verb) {
            let rest = text.get(at + verb.len()..).unwrap_or_default();
            let is_in_noun = NOUNS_WITH_VERBS.iter().any(|noun| {
                let inside = noun.find(verb).and_then(|offset| at.checked_sub(offset));
                inside
                    .and_then(|at| text.get(at..))
                    .is_some_and(|text| text.starts_with(noun))
            });
            // 印发的文件: the verb says which documents. 征地批后实施公告: it is a part of the name.
            let is_attribute = rest.starts_with('的')
                || ["实施", "进行", "安排", "完成"].contains(&verb)
                    && !is_adverbial(before_verb(text, at));
            if !is_in_noun && !is_attribute && rest.chars().count() >= 2 && at + verb.len() > from {
                from = at + verb.len();
            }
        }
    }
    text.get(from..).unwrap_or(text)
}

//! The total: the number of items that were disclosed in the whole year.
//!
//! A statement of it has slots, most of which may be empty: a period, the body, the means, adverbs, a verb
//! of publishing, what was published, and words for a sum. A statement is the total only if every slot
//! is filled with what is known to fit, because a kind, a part or another body makes it something else.

use super::names::strip_lead;
use super::normalize::consists_of;
use crate::metadata::dates;

/// Verbs of publishing, longer ones first.
const VERBS: [&str; 5] = ["主动公开", "公开发布", "公开", "发布", "公布"];
/// Adverbs and words of time, in any slot.
const ADVERBS: [&str; 39] = [
    "向社会公众",
    "准确",
    "规范",
    "全面",
    "有序",
    "积极",
    "严格",
    "对社会",
    "依规",
    "向社会各界",
    "面向社会",
    "向公众",
    "全年",
    "本年度",
    "本年",
    "年度内",
    "年度",
    "一年来",
    "今年以来",
    "年内",
    "依法",
    "及时",
    "主动",
    "向社会",
    "对外",
    "上网",
    "新增",
    "新",
    "已",
    "共计",
    "共",
    "累计",
    "总计",
    "合计",
    "总",
    "了",
    "的",
    "有",
    "也",
];
/// Words for everything, before the noun.
const ALL: [&str; 39] = [
    "本行政机关",
    "全省",
    "全市",
    "全县",
    "全区",
    "全州",
    "全旗",
    "全镇",
    "全乡",
    "全局",
    "各项",
    "职责范围内的",
    "应主动公开的",
    "应当公开的",
    "应公开的",
    "产生的",
    "制作的",
    "形成的",
    "制作或者保存的",
    "各方面的",
    "方面的",
    "各方面",
    "方面",
    "重点领域",
    "领域的",
    "领域",
    "相关",
    "各类",
    "各项",
    "各种",
    "本单位",
    "本机关",
    "本部门",
    "我县",
    "我市",
    "我区",
    "我局",
    "我镇",
    "政府",
];
/// Words after the noun.
const SUMS: [&str; 31] = [
    "总数量",
    "全年",
    "本年度",
    "年内",
    "条目",
    "总条数",
    "总件数",
    "条数",
    "件数",
    "篇数",
    "总数",
    "总量",
    "数量",
    "总计",
    "总",
    "数",
    "的情况",
    "情况",
    "为",
    "共计",
    "共",
    "累计",
    "总计",
    "合计",
    "达到",
    "达",
    "的",
    "类",
    "有",
    "：",
    ":",
];
/// With one of these words, 发布 is about the whole year. Alone it may be about one website.
const ALTOGETHER: [&str; 8] = ["共", "累计", "总计", "合计", "全年", "总", "本年度", "对外"];
/// Words for a part of the year, or for several years.
const PART: [&str; 8] = [
    "季度",
    "上半年",
    "下半年",
    "月份",
    "以来",
    "至今",
    "历年",
    "年底",
];

/// Channels of disclosure.
const CHANNELS: [&str; 10] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "新媒体",
    "公开栏",
    "客户端",
    "广播",
    "电视",
    "报纸",
];
/// The ends of names of channels, platforms and columns through which information is published.
const MEANS: [&str; 15] = [
    "网站",
    "官网",
    "网",
    "网”",
    "平台",
    "专栏",
    "公众号",
    "微信",
    "微博",
    "新媒体",
    "公报",
    "渠道",
    "途径",
    "载体",
    "方式",
];
/// Prepositions of the means.
const THROUGH: [&str; 7] = ["通过", "利用", "依托", "借助", "运用", "经", "在"];

/// Whether the words name a channel of disclosure.
fn names_channel(words: &str) -> bool {
    CHANNELS.iter().any(|word| words.contains(word))
}

/// How a number is the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Total {
    Plain,
    /// It is said of one channel, so that another channel may be counted beside it.
    OfChannel,
    /// It is said of examples of what was published, so that other kinds may be counted beside them.
    OfExamples,
}

/// The most bytes that a statement of the total has before its number: 500 characters.
const LONGEST: usize = 1500;

/// Reads the words before and after a number as a statement of the total.
pub(super) fn total(before: &str, after: &str, agency: &str) -> Option<Total> {
    // Reading each number of a clause without an end again from its start would never end.
    if before.len() > LONGEST {
        return None;
    }
    let before = before
        .rsplit_once("如下：")
        .map_or(before, |(_, rest)| rest);
    let own = before.replace("今年以来", "");
    if PART.iter().any(|word| own.contains(word)) {
        return None;
    }
    let words = [&own, after].concat();
    let words = strip_period(&words);
    // The noun is in the words after the last verb.
    let found = VERBS
        .iter()
        .filter_map(|verb| Some((last_verb(words, verb)?, *verb)))
        .max_by_key(|(at, verb)| (at + verb.len(), verb.len()));
    let Some((at, verb)) = found else {
        let is_total = is_noun_first(words, agency) || is_without_object(words, agency);
        return is_total.then_some(Total::Plain);
    };
    let head = words.get(..at).unwrap_or_default();
    let object = words.get(at + verb.len()..).unwrap_or_default();
    let object = object_kind(object, agency)?;
    let means = means(head, agency)?;
    if object == Object::Examples {
        let is_all = verb == "主动公开" && means.is_none();
        return is_all.then_some(Total::OfExamples);
    }
    let subject = strip_time(head);
    let names_body = strip_body(subject, agency).is_some()
        || [
            "全局",
            "全县",
            "全市",
            "全区",
            "全镇",
            "全委",
            "全办",
            "全院",
            "全校",
            "我局",
            "我县",
            "我市",
            "我区",
            "我镇",
            "我委",
            "我单位",
            "本单位",
            "本机关",
            "本局",
        ]
        .iter()
        .any(|word| head.contains(word));
    let is_altogether = names_body || ALTOGETHER.iter().any(|word| words.contains(word));
    let is_disclosed = words.contains("公开")
        || is_altogether
        || object == Object::All
        || means == Some(Total::OfChannel);
    is_disclosed.then_some(means.unwrap_or(Total::Plain))
}

/// Whether only the verb is left of 全年公开政府信息: 全年公开36420条.
fn is_without_object(words: &str, agency: &str) -> bool {
    let rest = strip_time(words);
    let rest = strip_body(rest, agency).unwrap_or(rest);
    let is_of_year = ["全年", "年内", "本年", "主动公开"]
        .iter()
        .any(|word| words.contains(word))
        || !dates::years(words).is_empty();
    let verb = ["主动公开", "公开发布", "公开"].iter().find_map(|verb| {
        let (before, after) = rest.split_once(verb)?;
        Some(consists_of(before, &ADVERBS) && consists_of(after, &SUMS))
    });
    is_of_year && verb == Some(true)
}

/// Whether the noun precedes the verb: 政府信息主动公开数.
fn is_noun_first(words: &str, agency: &str) -> bool {
    let words = strip_time(words);
    let words = strip_body(words, agency).unwrap_or(words);
    let known = ["政府", "政务", "信息", "主动", "公开"];
    let is_whole = ["政府", "政务", "主动", "数", "总"]
        .iter()
        .any(|word| words.contains(word));
    is_whole
        && words.contains("信息")
        && words.contains("公开")
        && consists_of(words, &[known.as_slice(), &SUMS, &ADVERBS].concat())
}

/// Where the last verb is that has its object after it. 信息公开 is a noun.
fn last_verb(words: &str, verb: &str) -> Option<usize> {
    let last_noun = words.rfind("信息").max(words.rfind("资讯"))?;
    let is_verb = |(at, _): &(usize, &str)| {
        let before = words.get(..*at).unwrap_or_default();
        let is_noun = ["信息", "政务", "村务", "党务", "申请"]
            .iter()
            .any(|noun| before.ends_with(noun))
            && verb.starts_with("公开");
        !is_noun && at + verb.len() <= last_noun
    };
    words
        .match_indices(verb)
        .filter(is_verb)
        .last()
        .map(|found| found.0)
}

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Object {
    /// 信息, without a word for which.
    Information,
    /// 各类信息, 政府信息, or the agency's own field.
    All,
    /// Examples: 统计数据、统计公报等信息.
    Examples,
}

/// Whether examples of what was published are kinds of information, and not of something else.
fn is_published_list(examples: &str) -> bool {
    !examples.contains(['，', '（', '“']) && examples.chars().count() <= 60
}

/// Reads what was published: information of every kind, or of the agency's own field.
fn object_kind(object: &str, agency: &str) -> Option<Object> {
    let (kind, tail) = object
        .rsplit_once("信息")
        .or_else(|| object.rsplit_once("资讯"))?;
    if !consists_of(tail, &SUMS) {
        return None;
    }
    let kind = strip_words(kind, &ADVERBS);
    if kind.is_empty() {
        return Some(Object::Information);
    }
    // 公开安全生产信息、防灾减灾信息共计
    let is_sum = ["共计", "合计", "总计"]
        .iter()
        .any(|word| tail.contains(word));
    if is_sum && kind.contains('、') {
        return Some(Object::All);
    }
    // 机构概况、工作动态等各类信息: examples of every kind.
    let kind = match kind.rsplit_once('等') {
        // 统计数据、统计公报等信息: all that was published, if it is not one of several such lists.
        Some((examples, "" | "方面" | "方面的")) if examples.contains('、') => {
            return is_published_list(examples).then_some(Object::Examples);
        }
        Some((_, "")) => return None,
        Some((_, all)) => all,
        None => kind,
    };
    let kind = strip_words(kind, &ALL);
    let kind = kind.strip_suffix("政务").unwrap_or(kind);
    let kind = kind.strip_suffix("领域政府").unwrap_or(kind);
    let is_general = kind.is_empty()
        || is_own_affairs(kind, agency)
        || kind == "信息公开"
        || consists_of(kind, &["政务", "党务", "公开", "税费"]);
    (is_general || is_own_field(kind, agency)).then_some(Object::All)
}

/// Whether a kind is that of everything the agency does: 警务 of 公安局, 院务 of a hospital.
pub(super) fn is_own_affairs(kind: &str, agency: &str) -> bool {
    let affairs = [
        ("警务", ["公安"].as_slice()),
        ("院务", &["医院", "卫生院", "学院", "法院"]),
        ("校务", &["学校", "中学", "小学", "大学"]),
        ("税务", &["税务"]),
        ("村务", &["村"]),
        ("所务", &["所"]),
        ("馆务", &["馆"]),
    ];
    affairs
        .iter()
        .any(|(own, bodies)| kind == *own && bodies.iter().any(|body| agency.contains(body)))
}

/// Whether the words are about information of the agency's own field, which may be one kind of several.
pub(super) fn names_field(words: &str, agency: &str) -> bool {
    let Some((_, object)) = VERBS
        .iter()
        .filter_map(|verb| words.rsplit_once(verb))
        .min_by_key(|(_, object)| object.len())
    else {
        return false;
    };
    let kind = object.split("信息").next().unwrap_or_default();
    let kind = strip_words(strip_words(kind, &ADVERBS), &ALL);
    !kind.is_empty() && kind != "政务" && is_own_field(kind, agency)
}

/// Whether a kind of information is the agency's own field: 教育 of 教育局, 税收 of 税务局.
pub(super) fn is_own_field(kind: &str, agency: &str) -> bool {
    const GENERAL: [&str; 20] = [
        "政府", "行政", "政务", "公开", "工作", "业务", "领域", "行业", "系统", "方面", "部门",
        "相关", "各类", "管理", "事业", "服务", "收", "费", "涉", "类",
    ];
    let mut field = kind;
    while let Some(rest) = GENERAL.iter().find_map(|word| {
        field
            .strip_prefix(word)
            .or_else(|| field.strip_suffix(word))
    }) {
        field = rest;
    }
    let is_named = field.chars().count() >= 2 || field == "税";
    kind.chars().count() <= 8
        && is_named
        && !agency.ends_with("人民政府")
        && (is_abbreviation(field, agency) || is_whole_field(field, own_field(agency)))
}

/// Whether a kind is the whole field under a longer name, and not a part of it: 生态环境保护, but not
/// 水利工程建设.
fn is_whole_field(kind: &str, field: &str) -> bool {
    const PARTS: [&str; 14] = [
        "工程", "建设", "执法", "政策", "监测", "许可", "处罚", "动态", "项目", "规划", "统计",
        "质量", "补贴", "救助",
    ];
    is_abbreviation(field, kind)
        && !PARTS
            .iter()
            .any(|part| kind.ends_with(part) && !field.ends_with(part))
}

/// The field in the agency's name: 医保 of 某县医保局.
fn own_field(agency: &str) -> &str {
    let name = agency.rsplit(LEVELS).next().unwrap_or(agency);
    let field = ["局", "委", "厅", "办", "中心"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name);
    // An empty field would be in every name.
    if field.chars().count() >= 2 {
        field
    } else {
        agency
    }
}

/// Whether the characters are in the name in this order: 住建 in 住房和城乡建设局.
fn is_abbreviation(short: &str, name: &str) -> bool {
    let mut rest = name.chars();
    short.chars().all(|c| rest.any(|own| own == c))
}

/// The characters that end the name of a place.
const LEVELS: [char; 8] = ['省', '市', '县', '区', '州', '盟', '旗', '镇'];

/// Strips the agency's name as it is abbreviated: 县发展改革委 of 某县发展和改革委员会, 区卫健局.
fn abbreviated_body<'a>(words: &'a str, agency: &str) -> Option<&'a str> {
    const ENDS: [&str; 13] = [
        "中心", "局", "委", "办", "厅", "院", "站", "队", "所", "社", "会", "关", "处",
    ];
    let is_body = |body: &&str| {
        let end = ENDS.iter().find(|end| body.ends_with(**end));
        let field = end.and_then(|end| body.trim_start_matches(LEVELS).strip_suffix(end));
        let length = body.chars().count();
        (3..=14).contains(&length)
            && field.is_some_and(|field| field.chars().count() >= 2)
            && is_abbreviation(body, agency)
    };
    let bodies = words
        .char_indices()
        .filter_map(|(at, c)| words.get(..at + c.len_utf8()))
        .take(14);
    let body = bodies.filter(is_body).last()?;
    words.get(body.len()..)
}

/// Reads the words before the verb: the body, the means and adverbs. `None` if anything else is left.
fn means(head: &str, agency: &str) -> Option<Option<Total>> {
    let mut rest = head;
    // 各部门 alone are other bodies.
    let mut has_body = has_own_scope(head);
    loop {
        let before = rest.len();
        // 我局及下属单位: before 我局 is stripped as a word of scope.
        let own = strip_body(rest, agency);
        has_body |= own.is_some();
        rest = strip_words(strip_time(own.unwrap_or(rest)), &ADVERBS);
        let own = strip_body(rest, agency);
        has_body |= own.is_some();
        rest = own.unwrap_or(rest);
        // 我局机关, 全旗各级行政机关
        let stripped = strip_words(rest, &WHOLE);
        let names_bodies = rest
            .get(..rest.len() - stripped.len())
            .is_some_and(|words| words.contains(['各', '级']) || words.contains("单位"));
        if has_body || !names_bodies {
            rest = stripped;
        }
        rest = strip_basis(rest);
        if rest.len() == before {
            break;
        }
    }
    let mut end = rest;
    // 对外发布公开信息
    let adverbs = [ADVERBS.as_slice(), &["发布", "公布"]].concat();
    while let Some(shorter) = adverbs.iter().find_map(|word| end.strip_suffix(word)) {
        end = shorter;
    }
    // 全年警务公开信息
    for field in ["警务", "校务", "院务", "党务", "政务", "税务", "检务"] {
        end = end.strip_suffix(field).unwrap_or(end);
    }
    while let Some(shorter) = ADVERBS.iter().find_map(|word| end.strip_suffix(word)) {
        end = shorter;
    }
    let end = end.trim_end_matches(['，', '、']);
    if end.is_empty() {
        return Some(None);
    }
    let preposition = THROUGH.iter().find_map(|word| end.strip_prefix(word));
    let name = preposition.unwrap_or(end);
    // 通过各类渠道（网站、微信）
    let name = match name.split_once(['（', '(']) {
        Some((name, inside)) if inside.ends_with(['）', ')']) => name,
        _ => name,
    };
    let name = name.strip_suffix('上').unwrap_or(name);
    let is_short = name.chars().count() <= 40;
    let has_other_body =
        preposition.is_none() && name.contains(['局', '委', '乡', '镇']) && !name.contains("门户");
    if !is_short || has_other_body || !MEANS.iter().any(|word| name.ends_with(word)) {
        return None;
    }
    if name.contains(['，', '。', '；', '的', '信'])
        && !names_channel(name)
        && preposition.is_none()
    {
        return None;
    }
    let is_several = name.contains(['等', '各', '多', '、', '和', '及', '与']);
    let is_platform = name.ends_with("平台") || name.ends_with("专栏");
    if is_several || is_platform && preposition.is_some() {
        return Some(Some(Total::Plain));
    }
    Some(Some(Total::OfChannel))
}

/// Whether the words name all of the place: 全县, 我市, 全系统.
fn has_own_scope(words: &str) -> bool {
    words.match_indices(['全', '我', '本']).any(|(at, own)| {
        let rest = words.get(at + own.len()..).unwrap_or_default();
        rest.starts_with(|c: char| "省市县区州盟旗乡镇局委厅办院校系".contains(c))
            || rest.starts_with("街道")
            || rest.starts_with("单位")
    })
}

/// Whether the words are about all of the place of an office that is counted beside it:
/// 全县公开8800条，我局公开88条.
pub(super) fn counts_office_beside(before: &str, sentence: &str, agency: &str) -> bool {
    const AREAS: [&str; 9] = [
        "全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全镇", "全乡",
    ];
    const OWN: [&str; 10] = [
        "我局公开",
        "我局主动公开",
        "我局共公开",
        "本局公开",
        "本局主动公开",
        "我委公开",
        "我委主动公开",
        "我办公开",
        "本单位公开",
        "本单位主动公开",
    ];
    let is_government = ["政府", "管理委员会", "管委会", "办事处"]
        .iter()
        .any(|end| agency.ends_with(end));
    !is_government
        && AREAS.iter().any(|area| before.contains(area))
        && OWN.iter().any(|own| sentence.contains(own))
}

/// Strips the rule that was followed: 按照《条例》规定, 根据要求.
fn strip_basis(words: &str) -> &str {
    let rest = ["按照", "根据", "依据", "依照", "按"]
        .iter()
        .find_map(|word| words.strip_prefix(word));
    let end = rest.and_then(|rest| {
        let ends = ["要求", "规定", "原则", "精神"];
        ends.iter()
            .filter_map(|end| Some((rest.find(end)?, end.len())))
            .min()
    });
    match (rest, end) {
        (Some(rest), Some((at, length)))
            if rest
                .get(..at)
                .is_some_and(|basis| basis.chars().count() <= 24) =>
        {
            rest.get(at + length..)
                .unwrap_or(words)
                .trim_start_matches(['，', '、'])
        }
        _ => words,
    }
}

/// Strips the numbering, the date and words of time, but no means.
pub(super) fn strip_time(words: &str) -> &str {
    if THROUGH.iter().any(|word| words.starts_with(word)) {
        return words;
    }
    let stripped = strip_lead(words);
    // strip_lead takes the means too, which are read here.
    let taken = words
        .get(..words.len() - stripped.len())
        .unwrap_or_default();
    let through = THROUGH
        .iter()
        .filter(|word| **word != "在")
        .filter_map(|word| taken.find(word))
        .min();
    through.map_or(stripped, |at| words.get(at..).unwrap_or_default())
}

/// Words after the body for all of it.
const WHOLE: [&str; 38] = [
    "机关及下属单位",
    "及下属事业单位",
    "及所属事业单位",
    "及下属单位",
    "及二级单位",
    "及各科室",
    "各科室",
    "各股室",
    "各处室",
    "各级政府",
    "上下",
    "政府信息公开",
    "信息公开",
    "政务公开",
    "各乡镇、各部门",
    "各乡镇各部门",
    "各部门、各乡镇",
    "各街道、各部门",
    "各部门各单位",
    "各级各单位",
    "各镇街、各部门",
    "各乡镇（街道）、各部门",
    "机关及各局办",
    "及政府办",
    "及所属部门",
    "及所属单位",
    "及直属单位",
    "及所属各单位",
    "各级行政机关",
    "各级各部门",
    "各行政机关",
    "行政机关",
    "各单位",
    "各部门",
    "本级",
    "部门",
    "机关",
    "系统",
];

/// Strips the body that reports from the front, under its own name or another.
pub(super) fn strip_body<'a>(words: &'a str, agency: &str) -> Option<&'a str> {
    let mut rest = one_body(words, agency)?;
    // 县教育局、县委教育工委: an office of the same field, whose report is the same.
    loop {
        let joined = ["、", "和", "及", "与"]
            .iter()
            .find_map(|link| rest.strip_prefix(link));
        let next = joined
            .and_then(|joined| one_body(joined, agency).or_else(|| joint_office(joined, agency)));
        match next {
            Some(next) => rest = next,
            None => return Some(rest),
        }
    }
}

/// Strips an office that shares the agency's field: 县委教育工委 of 教育局.
fn joint_office<'a>(words: &'a str, agency: &str) -> Option<&'a str> {
    let ends = ["工委", "委员会", "办公室", "局", "办", "中心"];
    let end = ends
        .iter()
        .filter_map(|end| Some(words.find(end)? + end.len()))
        .min()?;
    let office = words.get(..end)?;
    let office = office.trim_start_matches(['县', '市', '区', '州', '委']);
    let field = office
        .char_indices()
        .nth(2)
        .and_then(|(at, _)| office.get(..at))?;
    (words.get(..end)?.chars().count() <= 10 && agency.contains(field))
        .then(|| words.get(end..))
        .flatten()
}

/// Strips one name of the body that reports.
fn one_body<'a>(words: &'a str, agency: &str) -> Option<&'a str> {
    // 国家税务总局某市税务局
    if let Some(at) = words.find(agency)
        && (1..=30).contains(&at)
        && words.get(..at).is_some_and(|before| {
            before.ends_with(['局', '委', '省', '市', '部']) && !before.contains(['，', '、', '在'])
        })
    {
        return words.get(at + agency.len()..);
    }
    let government = agency.replace("人民政府", "政府");
    let area = ["人民政府", "街道办事处", "办事处", "管理委员会", "委员会"]
        .iter()
        .find_map(|suffix| agency.strip_suffix(suffix));
    let names = [agency, government.as_str(), area.unwrap_or(agency)];
    let is_office = agency.ends_with("办公室") || agency.ends_with("办公厅");
    let shortened = names
        .into_iter()
        .flat_map(|name| name.char_indices().filter_map(|(at, _)| name.get(at..)))
        .filter(|name| {
            name.chars().count() >= 2 && *name != "政府" && (is_office || *name != "办公室")
        });
    let kinds = [
        (
            "管理委员会",
            ["管委会", "经开区", "开发区", "高新区"].as_slice(),
        ),
        ("开发区", &["经开区", "开发区", "管委会", "高新区"]),
        ("街道", &["街道办", "街道"]),
        ("镇", &["镇政府", "镇"]),
        ("乡", &["乡政府", "乡"]),
        ("学", &["学校"]),
        ("医院", &["医院"]),
        ("中心", &["中心"]),
        ("委员会", &["委机关", "我委", "全委"]),
        ("人民政府", &["县政府", "市政府", "区政府"]),
    ];
    let kinds = kinds
        .iter()
        .filter(|(kind, _)| agency.contains(kind))
        .flat_map(|(_, names)| names.iter().copied());
    let name = shortened
        .chain(kinds)
        .filter(|name| words.starts_with(name))
        .max_by_key(|name| name.len());
    let rest = match name {
        Some(name) => words.get(name.len()..)?,
        None => own_pronoun(words)
            .or_else(|| own_office(words, agency))
            .or_else(|| abbreviated_body(words, agency))
            .or_else(|| own_system(words, agency))?,
    };
    // 全盟外事系统
    let rest = own_system(rest, agency).unwrap_or(rest);
    let whole = WHOLE.iter().find_map(|word| rest.strip_prefix(word));
    Some(whole.unwrap_or(rest))
}

/// Strips 市局 and the like, if the agency is an office of that level.
fn own_office<'a>(words: &'a str, agency: &str) -> Option<&'a str> {
    let level = words.chars().next()?;
    let rest = words.strip_prefix(level)?;
    let office = ["局", "委", "厅", "院", "社", "办"]
        .iter()
        .find(|end| rest.starts_with(**end) && agency.ends_with(**end))?;
    let own = agency.chars().rev().find(|c| LEVELS.contains(c));
    (own == Some(level))
        .then(|| rest.get(office.len()..))
        .flatten()
}

/// Strips the agency's own field as a whole: 卫健系统 of 卫生健康局, 气象部门.
fn own_system<'a>(words: &'a str, agency: &str) -> Option<&'a str> {
    let (field, rest) = ["系统", "部门"]
        .iter()
        .find_map(|word| words.split_once(word))?;
    let length = field.chars().count();
    if names_wider_area(field, agency) {
        return None;
    }
    let field = field.trim_start_matches(['全', '省', '市', '县', '区', '盟', '州', '旗']);
    let is_own = !field.is_empty() && field.chars().all(|c| agency.contains(c));
    (length <= 6 && is_own && !agency.ends_with("人民政府")).then_some(rest)
}

/// Whether the words are about an area that is not the agency's own: 全省 in the report of a county.
pub(super) fn names_wider_area(words: &str, agency: &str) -> bool {
    const AREAS: [char; 7] = ['省', '市', '县', '区', '州', '盟', '旗'];
    let has_own = agency.contains(|c| AREAS.contains(&c) || "镇乡街".contains(c));
    has_own
        && AREAS
            .iter()
            .any(|area| words.contains(&format!("全{area}")) && !agency.contains(*area))
}

/// Strips 我局, 本单位, 全县 and the like.
fn own_pronoun(words: &str) -> Option<&str> {
    let offices = [
        "局机关",
        "委机关",
        "厅机关",
        "办机关",
        "镇机关",
        "院机关",
        "局本级",
    ];
    if let Some(rest) = offices.iter().find_map(|office| words.strip_prefix(office)) {
        return Some(rest);
    }
    let rest = words.strip_prefix(['我', '本', '全'])?;
    let bodies = [
        "单位", "机关", "中心", "部门", "学校", "街道", "省", "市", "县", "区", "州", "盟", "旗",
        "乡", "镇", "局", "委", "厅", "办", "院", "站", "团", "关", "校", "会", "社区",
    ];
    bodies.iter().find_map(|body| rest.strip_prefix(body))
}

/// Strips words from the front as long as there are any.
fn strip_words<'a>(mut text: &'a str, words: &[&str]) -> &'a str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

/// Strips "（1月1日至12月31日）", the whole year, from the front.
fn strip_period(before: &str) -> &str {
    let trimmed = strip_lead(before);
    let opened = trimmed.strip_prefix(['（', '(']);
    let Some((inside, rest)) = opened.and_then(|rest| rest.split_once(['）', ')'])) else {
        return before;
    };
    let inside: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
    if ["1月1日至12月31日", "1月1日—12月31日", "1月1日-12月31日"].contains(&inside.as_str())
    {
        rest
    } else {
        before
    }
}

/// Whether the words say that something was disclosed, but not what.
pub(super) fn is_disclosing(words: &str) -> bool {
    let is_published = ["公开", "发布", "新增", "更新"]
        .iter()
        .any(|word| words.contains(word));
    let known = ["公开", "发布", "新增", "更新", "信息", "政府", "政务"];
    is_published && consists_of(words, &[known.as_slice(), &ADVERBS, &SUMS].concat())
}

/// Whether the words before a number only say that it is a sum: 共计, 全年共, 一年共.
pub(super) fn is_sum(words: &str) -> bool {
    // 三个平台合计2218条
    let words = ["平台", "渠道", "方面", "项", "者", "账号"]
        .iter()
        .find_map(|noun| words.split_once(noun))
        .filter(|(before, _)| {
            let number = before
                .trim_start_matches(['，', '；', '以', '上'])
                .trim_end_matches(['个', '大', '类']);
            number.chars().count() <= 2
                && number
                    .chars()
                    .all(|c| "两二三四五六七八九十0123456789".contains(c))
        })
        .map_or(words, |(_, rest)| rest);
    const WORDS: [&str; 17] = [
        "：",
        "，",
        "；",
        "。",
        "以上",
        "全年",
        "一年",
        "本年度",
        "共计",
        "总计",
        "合计",
        "累计",
        "总数",
        "一共",
        "共",
        "为",
        "达",
    ];
    let says_sum = ["共", "计", "总"].iter().any(|word| words.contains(word));
    says_sum && consists_of(words.trim(), &WORDS)
}

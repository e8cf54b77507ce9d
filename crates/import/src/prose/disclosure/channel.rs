//! Statements about a channel of publication: 通过门户网站主动公开政府信息146条, 微信公众号推送310条.
//!
//! A statement has slots, of which only the name is required: a preposition, the channel's name, adverbs, a
//! verb of publishing, an object that says nothing of the kind, and words for a sum.

use super::super::names::{has_activity_verb, strip_lead};
use super::super::normalize::consists_of;
use super::super::total::{is_own_affairs, is_own_field, strip_body};
use crate::metadata::dates;

/// Nouns that name a channel wherever they end a name, longer ones first.
const STRONG: [&str; 50] = [
    "两微",
    "校园网",
    "官微",
    "官博",
    "子站",
    "网络平台",
    "两微一端",
    "微博微信",
    "门户网站",
    "官方网站",
    "信息公开网",
    "政府网",
    "公开网",
    "党政网",
    "政务网",
    "信息网",
    "网站",
    "官网",
    "门户",
    "公众平台",
    "公众号",
    "公众微信",
    "订阅号",
    "服务号",
    "视频号",
    "抖音号",
    "头条号",
    "快手号",
    "百家号",
    "企鹅号",
    "抖音",
    "快手",
    "头条",
    "微信群",
    "微信",
    "微博",
    "客户端",
    "小程序",
    "新媒体",
    "短视频",
    "公开栏",
    "公示栏",
    "公告栏",
    "宣传栏",
    "公示屏",
    "电子屏",
    "显示屏",
    "公众端",
    "APP",
    "app",
];
/// Nouns that name a channel only beside other channels, or as the subject of a verb of publishing.
const WEAK: [&str; 43] = [
    "栏目",
    "频道",
    "板块",
    "版块",
    "公报",
    "报纸",
    "日报",
    "晚报",
    "报刊",
    "早报",
    "电视台",
    "电视",
    "电台",
    "广播",
    "大喇叭",
    "村村响",
    "媒体",
    "融媒",
    "融媒体中心",
    "平台",
    "专栏",
    "专区",
    "短信",
    "途径",
    "渠道",
    "方式",
    "形式",
    "账号",
    "图书馆",
    "档案馆",
    "查阅点",
    "查阅场所",
    "发布会",
    "展板",
    "宣传单",
    "查阅室",
    "宣传册",
    "工作群",
    "微信矩阵",
    "公开窗口",
    "服务大厅",
    "线下",
    "网",
];
/// Prepositions of the means.
const THROUGH: [&str; 10] = [
    "通过", "利用", "依托", "借助", "运用", "经由", "经", "由", "在", "于",
];
/// Verbs of publishing, longer ones first.
const VERBS: [&str; 49] = [
    "新增",
    "主动公开",
    "公开发布",
    "对外发布",
    "滚动播放",
    "公开",
    "发布",
    "推送",
    "推出",
    "推发",
    "推介",
    "更新",
    "上线",
    "上新",
    "上传",
    "刊发",
    "刊载",
    "刊登",
    "刊出",
    "刊播",
    "首发",
    "转发",
    "转载",
    "发文",
    "发博",
    "推文",
    "发帖",
    "发稿",
    "登载",
    "播出",
    "播放",
    "播发",
    "编发",
    "张贴",
    "公示",
    "公布",
    "报道",
    "发送",
    "发表",
    "宣传",
    "展示",
    "收录",
    "传播",
    "投放",
    "录入",
    "制发",
    "挂网",
    "编辑",
    "发",
];
/// Adverbs, and words that may stand between the name and the verb or the number.
const FILLERS: [&str; 54] = [
    "各栏目",
    "各板块",
    "各专栏",
    "全年",
    "年内",
    "本年度",
    "年度",
    "本年",
    "一年来",
    "今年",
    "共计",
    "累计",
    "合计",
    "总计",
    "总共",
    "一共",
    "共",
    "同时",
    "同步",
    "已",
    "及时",
    "主动",
    "依法",
    "新增",
    "新",
    "首次",
    "对外",
    "向社会",
    "向公众",
    "来",
    "的",
    "了",
    "等",
    "上",
    "里",
    "中",
    "端",
    "账号",
    "渠道",
    "方式",
    "途径",
    "另",
    "也",
    "还",
    "则",
    "分别",
    "各类",
    "：",
    ":",
    "有",
    "为",
    "达",
    "、",
    "，",
];
/// Words before the noun of the object that say nothing of its kind.
const GENERAL: [&str; 42] = [
    "全省",
    "全市",
    "全县",
    "全区",
    "全州",
    "全旗",
    "全镇",
    "全乡",
    "全局",
    "本校",
    "图文",
    "各类",
    "各项",
    "各种",
    "政府",
    "政务",
    "党务",
    "公开",
    "相关",
    "有关",
    "原创",
    "我县",
    "我市",
    "我区",
    "我局",
    "我镇",
    "我乡",
    "我委",
    "我街道",
    "我办",
    "我院",
    "我校",
    "本局",
    "本镇",
    "本单位",
    "本机关",
    "本地",
    "本部门",
    "部门",
    "的",
    "等",
    "工作",
];
/// Nouns for information.
const INFORMATION: [&str; 4] = ["信息", "资讯", "内容", "消息"];
/// Nouns for what is published in one piece, of whatever kind.
const ARTICLES: [&str; 18] = [
    "新闻",
    "标语",
    "稿件",
    "文章",
    "图文",
    "作品",
    "短视频",
    "视频",
    "推文",
    "博文",
    "微博",
    "微信",
    "帖文",
    "图解",
    "文稿",
    "帖子",
    "稿",
    "动态",
];
/// Words after the object.
const SUMS: [&str; 18] = [
    "总数", "总量", "数量", "数", "量", "总", "共计", "累计", "合计", "总计", "共", "达到", "达",
    "为", "有", "：", ":", "的",
];
/// Words in a clause that does something else than publish.
const OTHER_VERBS: [&str; 38] = [
    "召开", "举办", "建设", "建成", "建立", "开设", "开通", "新增", "新建", "维护", "关停", "注销",
    "检查", "抽查", "整改", "清理", "访问", "浏览", "点击", "关注", "粉丝", "办理", "回复", "答复",
    "留言", "受理", "收到", "设置", "设立", "共有", "现有", "拥有", "组织", "培训", "编制", "打造",
    "升级", "管理",
];
/// Units of published items.
const UNITS: [&str; 12] = [
    "条", "條", "篇", "件", "则", "份", "条次", "篇次", "件次", "期", "个", "部",
];

/// What a channel statement says was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    /// Nothing: 微信290条, 公众号推送310条.
    Nothing,
    /// Information of every kind, or of the agency's own field.
    Information,
    /// Information of the agency's own field.
    Field,
    /// Articles or videos.
    Articles,
}

/// How far a channel statement can be the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// One channel: the total, if no other channel is counted.
    One,
    /// Several channels with one number.
    Several,
    /// The platform or column for government information, or one that was named before.
    Platform,
}

/// A channel with the words around its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement<'a> {
    /// The channel's name. Empty if only a verb such as 推文 is left.
    pub name: &'a str,
    pub object: Object,
    pub has_verb: bool,
    /// Whether a verb is 公开 or 发布.
    pub is_disclosed: bool,
    /// Whether a verb is 公开.
    pub is_public: bool,
    /// Whether the verb is 转载 or 转发.
    pub is_taken_over: bool,
    pub has_preposition: bool,
    pub is_weak: bool,
    pub reach: Reach,
}

impl Statement<'_> {
    /// Whether the number may be the total. What an account pushes is not what the body disclosed, unless
    /// the text says so.
    pub fn may_be_total(&self) -> bool {
        // What a channel took over from others is not all that it published.
        if self.is_taken_over {
            return false;
        }
        let is_board = ["公开栏", "公示栏", "公告栏", "宣传栏"]
            .iter()
            .any(|noun| self.name.ends_with(noun));
        // 网站、微信、微博共发布信息262条
        let has_site = self.reach == Reach::Several
            && ["网站", "官网", "门户"]
                .iter()
                .any(|noun| self.name.contains(noun));
        let is_site = !is_board
            && (has_site || !is_account(self.name))
            && ["网", "门户", "栏", "平台", "专区", "系统", "目录"]
                .iter()
                .any(|noun| self.name.contains(noun));
        let is_read = self.is_public || is_site && self.has_verb;
        match self.object {
            Object::Information | Object::Field => is_read,
            Object::Nothing => self.is_disclosed && is_read,
            Object::Articles => false,
        }
    }
}

/// Whether a name ends in that of an account of social media: “甲县发布”微信平台.
fn is_account(name: &str) -> bool {
    let name = name.strip_suffix("平台").unwrap_or(name);
    ["微信", "微博", "公众号", "抖音", "快手", "头条", "视频号"]
        .iter()
        .any(|noun| name.ends_with(noun))
}

/// Whether the unit counts what is published, and not accounts, people or visits.
pub(super) fn counts_items(unit: &str) -> bool {
    UNITS.contains(&unit.split(['（', '(']).next().unwrap_or(unit))
}

/// Whether the words contain the name of a channel.
pub(super) fn names_channel(words: &str) -> bool {
    STRONG.iter().any(|noun| words.contains(noun))
}

/// Reads the words before and after a number as a channel statement.
pub(super) fn statement<'a>(before: &'a str, after: &str, agency: &str) -> Option<Statement<'a>> {
    if before.chars().count() > 80 {
        return None;
    }
    let (head, preposition) = after_preposition(before, agency);
    let mut ends: Vec<(usize, bool)> = Vec::new();
    for (nouns, is_weak) in [(STRONG.as_slice(), false), (WEAK.as_slice(), true)] {
        for noun in nouns {
            let found = head.match_indices(noun);
            ends.extend(found.map(|(at, _)| (at + noun.len(), is_weak)));
        }
    }
    ends.sort_by_key(|(end, is_weak)| (std::cmp::Reverse(*end), *is_weak));
    ends.into_iter().find_map(|(end, is_weak)| {
        let (end, tail) = with_quoted(head, end)?;
        // 门户网站“政府信息公开”栏目发布信息
        let column = ["栏目", "专栏", "专区", "板块", "频道"]
            .iter()
            .find(|noun| tail.starts_with(**noun));
        let (end, tail, in_column) = match column {
            Some(noun) if head.get(..end)?.ends_with(['”', '"', '》']) => {
                (end + noun.len(), tail.get(noun.len()..)?, true)
            }
            _ => (end, tail, false),
        };
        let name = head.get(..end)?;
        let tail = Tail::read(
            tail,
            after,
            agency,
            !name.contains('网'),
            name.ends_with("公报"),
        )?;
        // “政策法规”栏目更新12条 counts a kind.
        if in_column && tail.object == Object::Nothing {
            return None;
        }
        let verb = ["更新", "维护"]
            .iter()
            .find(|verb| name.starts_with(**verb));
        let name = verb
            .and_then(|verb| name.strip_prefix(*verb))
            .unwrap_or(name);
        let end = name.len();
        let head = verb
            .and_then(|verb| head.strip_prefix(*verb))
            .unwrap_or(head);
        // 本单位网站
        let start = before.len() - head.len();
        let own = [
            "本单位",
            "本机关",
            "本部门",
            "本局",
            "本级",
            "本县",
            "本市",
            "本区",
            "本镇",
            "本馆",
            "本院",
        ]
        .iter()
        .find(|own| {
            preposition.is_none()
                && before
                    .get(..start)
                    .is_some_and(|before| before.ends_with(**own))
        });
        let name = own
            .and_then(|own| before.get(start - own.len()..start + end))
            .unwrap_or(name);
        statement_of(name, tail, preposition.is_some(), is_weak)
    })
}

fn statement_of(
    name: &str,
    tail: Tail,
    has_preposition: bool,
    is_weak: bool,
) -> Option<Statement<'_>> {
    let name = name.trim_matches(['，', '、', ' ', '：', ':', '；']);
    // 门户网站这一主渠道
    let name = ["这一", "这个"]
        .iter()
        .find_map(|word| Some(name.split_once(word)?.0))
        .filter(|name| names_channel(name))
        .unwrap_or(name);
    let length = name.chars().count();
    let plain = without_quoted(name);
    let limit = if has_preposition { 40 } else { 30 };
    if !(2..=limit).contains(&length)
        || plain.contains(['，', '。', '；', '\n'])
        || OTHER_VERBS.iter().any(|verb| plain.contains(verb))
        || has_activity_verb(&plain)
        || plain.chars().any(|c| c.is_ascii_digit())
    {
        return None;
    }
    // 公开 and 发布 are verbs unless they belong to a noun: 信息公开网, “甲县发布”, 公开栏.
    let is_sentence = ["发布", "推送", "公布", "刊发"].iter().any(|verb| {
        plain.contains(verb) && !plain.ends_with("发布平台") && !plain.ends_with("发布会")
    });
    let opens_with_verb = ["公开", "主动", "发"].iter().any(|verb| {
        plain
            .strip_prefix(verb)
            .is_some_and(|rest| !rest.starts_with(['栏', '平', '网', '专', '渠', '方', '窗', '查']))
    });
    if is_sentence || opens_with_verb {
        return None;
    }
    // 各类渠道 names no channel.
    let generic = [
        "各", "类", "种", "多", "不同", "其他", "其它", "的", "等", "渠道", "方式", "途径", "平台",
        "媒体", "线上", "线下", "有效", "载体", "形式", "相关",
    ];
    let is_rest = name.starts_with("其他") || name.starts_with("其它");
    // 被省财政厅网站转载: others took it over.
    // 制作短视频300条: what was made.
    if ["制作", "拍摄", "录制", "策划"]
        .iter()
        .any(|verb| name.starts_with(verb))
    {
        return None;
    }
    if name.starts_with(['被', '向', '对', '把', '将', '给', '让', '使']) {
        return None;
    }
    if ["上网", "挂网", "联网", "互联网", "全网", "网"].contains(&name) {
        return None;
    }
    if consists_of(name, &generic) && !is_rest {
        return None;
    }
    // A column is a channel as a part of a site: 县政府网站政务公开栏目.
    let is_column = ["栏目", "频道", "板块", "版块"]
        .iter()
        .any(|noun| name.ends_with(noun));
    if is_column && (!names_channel(name) || !has_preposition) {
        return None;
    }
    // 以文字形式公开 names a form, 其他形式 the other channels.
    let is_way = ["形式", "方式", "途径", "渠道"]
        .iter()
        .any(|noun| name.ends_with(noun));
    if is_way && !is_rest && !names_channel(name) {
        return None;
    }
    let names_several = plain.contains(['等', '各', '多', '、', '和', '及', '与']);
    let is_named_before = ["该", "此", "上述", "本平台", "这"]
        .iter()
        .any(|word| name.starts_with(word));
    // 县水利局政府信息公开专栏 without the body's name and 政府信息公开.
    let is_named_before = is_named_before || ["专栏", "专区"].contains(&name);
    let is_platform = ["平台", "专栏", "专区", "目录", "系统"]
        .iter()
        .any(|noun| name.ends_with(noun));
    // 政府信息公开平台 is where all is published, 新媒体平台 one channel.
    let is_of_disclosure = name.contains("公开") || name.starts_with('“') && !is_account(name);
    let reach = if is_named_before || is_platform && is_of_disclosure {
        Reach::Platform
    } else if names_several {
        Reach::Several
    } else {
        Reach::One
    };
    Some(Statement {
        name,
        object: tail.object,
        has_verb: tail.has_verb,
        is_disclosed: tail.is_disclosed,
        is_public: tail.is_public,
        is_taken_over: tail.is_taken_over,
        has_preposition,
        is_weak,
        reach,
    })
}

/// Reads words without a name that continue a channel named before: 全年推文402条.
pub(super) fn continued(before: &str, after: &str, agency: &str) -> Option<Statement<'static>> {
    let mut words = strip_lead(before);
    words = strip_body(words, agency).unwrap_or(words);
    let tail = Tail::read(words, after, agency, true, false)?;
    tail.has_verb.then_some(Statement {
        name: "",
        object: tail.object,
        has_verb: true,
        is_disclosed: tail.is_disclosed,
        is_public: tail.is_public,
        is_taken_over: tail.is_taken_over,
        has_preposition: false,
        is_weak: false,
        reach: Reach::One,
    })
}

/// The channel that a clause without a count names as the means of the next: 依托县政府网站.
pub(super) fn means_of_clause<'a>(clause: &'a str, agency: &str) -> Option<Statement<'a>> {
    let (_, preposition) = after_preposition(clause, agency);
    preposition?;
    let statement = statement(clause, "", agency)?;
    let ends_in_name = clause.trim_end().ends_with(statement.name)
        || ["上", "渠道", "平台", "等"]
            .iter()
            .any(|word| clause.trim_end().ends_with(word));
    (!statement.has_verb && ends_in_name).then_some(statement)
}

/// The channel that a title or the subject of a clause names: 1.网站公开; 微信公众号“某市健康”粉丝.
pub(super) fn subject(clause: &str) -> Option<&str> {
    let head = strip_lead(clause);
    // 公开渠道主要为县政府门户网站
    let head = ["主要为", "主要是", "渠道为", "平台为"]
        .iter()
        .find_map(|word| Some(head.split_once(word)?.1))
        .unwrap_or(head);
    let head = THROUGH
        .iter()
        .find_map(|word| head.strip_prefix(word))
        .unwrap_or(head);
    let strong = STRONG
        .iter()
        .filter_map(|noun| Some(head.find(noun)? + noun.len()))
        .max();
    // 其他媒体：刊发稿件33篇
    let is_weak = head.chars().count() <= 8 && WEAK.iter().any(|noun| head.ends_with(noun));
    let end = strong.or(is_weak.then_some(head.len()))?;
    let (end, _) = with_quoted(head, end)?;
    let name = head.get(..end)?;
    let plain = without_quoted(name);
    let rest = head.get(name.len()..).unwrap_or_default();
    let is_subject = [
        "粉丝", "关注", "用户", "订阅", "访问", "浏览", "点击", "阅读",
    ]
    .iter()
    .any(|word| rest.contains(word));
    let is_title = consists_of(
        rest,
        &[
            "公开", "发布", "方面", "情况", "平台", "渠道", "建设", "信息",
        ],
    );
    let is_name = (is_subject || is_title)
        && name.chars().count() <= 24
        && !plain.contains(['，', '、', '的', '和', '等'])
        && !OTHER_VERBS.iter().any(|verb| plain.contains(verb))
        && !["公开信息", "发布", "推送"]
            .iter()
            .any(|verb| plain.contains(verb));
    is_name.then_some(name)
}

/// Splits off what comes before the channel's name: numbering, dates, the body and a preposition.
fn after_preposition<'a>(before: &'a str, agency: &str) -> (&'a str, Option<&'static str>) {
    let mut rest = before;
    // 公开渠道主要是市政府门户网站
    for word in [
        "主要是",
        "主要为",
        "渠道为",
        "渠道有",
        "方式为",
        "途径为",
        "载体为",
        "分别是",
        "平台为",
    ] {
        if let Some((_, named)) = rest.split_once(word) {
            rest = named;
        }
    }
    loop {
        let length = rest.len();
        if let Some(word) = THROUGH.iter().find(|word| rest.starts_with(**word)) {
            return (rest.get(word.len()..).unwrap_or_default(), Some(word));
        }
        rest = super::super::total::strip_time(rest);
        let stripped = strip_body(rest, agency).unwrap_or(rest);
        // 局网站 and 本局门户网站 are names.
        if !stripped.starts_with(|c| "网门官微公客".contains(c)) {
            rest = stripped;
        }
        rest = [
            "主动", "另", "还", "同时", "并", "全年", "年内", "共", "其中", "内", "含", "按",
            "包括",
        ]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest)
        .trim_start_matches(['，', '、', ' ', '：', ':', '；', '\n']);
        if rest.len() == length {
            break;
        }
    }
    // 街道在区政府网公开: the subject is another body, or one under another name.
    let middle = ["通过", "利用", "依托", "借助", "运用", "在"]
        .iter()
        .filter_map(|word| Some((rest.rfind(word)?, *word)))
        .max();
    if let Some((at, word)) = middle {
        let subject = rest.get(..at).unwrap_or_default();
        let is_short = subject.chars().count() <= 12 && !names_channel(subject);
        if is_short && !subject.contains(|c: char| c.is_ascii_digit() || "，。；".contains(c)) {
            return (rest.get(at + word.len()..).unwrap_or_default(), Some(word));
        }
    }
    (rest, None)
}

/// Extends a name by quotes or brackets right after it: 微信公众号“某市健康”.
fn with_quoted(head: &str, end: usize) -> Option<(usize, &str)> {
    let mut end = end;
    let mut tail = head.get(end..)?;
    // 《青禾日报》
    for (open, close) in [('《', '》'), ('“', '”')] {
        if let Some(rest) = tail.strip_prefix(close)
            && head.get(..end).is_some_and(|name| name.contains(open))
        {
            end += close.len_utf8();
            tail = rest;
        }
    }
    for (open, close) in [
        ('“', '”'),
        ('《', '》'),
        ('（', '）'),
        ('(', ')'),
        ('「', '」'),
        ('"', '"'),
    ] {
        let inside = tail
            .strip_prefix(open)
            .and_then(|rest| rest.split_once(close));
        if let Some((inside, rest)) = inside {
            // In brackets are examples, or what it is called for short.
            let end = end + open.len_utf8() + inside.len() + close.len_utf8();
            return Some((end, rest));
        }
    }
    Some((end, tail))
}

/// Removes what is in quotes.
fn without_quoted(name: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for c in name.chars() {
        match c {
            '“' | '《' | '「' | '（' => depth += 1,
            '”' | '》' | '」' | '）' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// The words after the name.
struct Tail {
    object: Object,
    has_verb: bool,
    is_disclosed: bool,
    is_public: bool,
    is_taken_over: bool,
}

impl Tail {
    fn read(
        tail: &str,
        after: &str,
        agency: &str,
        is_account: bool,
        is_gazette: bool,
    ) -> Option<Tail> {
        let whole = [tail, after].concat();
        let mut rest = whole.as_str();
        let mut has_verb = false;
        let mut is_disclosed = false;
        let mut is_public = whole.contains("公开信息") || whole.contains("公开政府信息");
        let is_taken_over = ["转载", "转发"].iter().any(|verb| whole.starts_with(verb));
        // 市政府网站转载我局信息56条: the channel is another body's.
        let names_own = ["我", "本"].iter().any(|own| {
            ["转载", "转发"]
                .iter()
                .any(|verb| whole.contains(&[verb, *own].concat()))
        });
        if names_own {
            return None;
        }
        loop {
            if let Some((verb, next)) = VERBS
                .iter()
                .find_map(|verb| Some((verb, rest.strip_prefix(verb)?)))
            {
                has_verb = true;
                is_disclosed |= verb.contains("公开") || *verb == "发布";
                is_public |= verb.contains("公开");
                rest = next;
            } else if rest.starts_with("新闻") {
                break;
            } else if let Some(next) = after_year(rest) {
                rest = next;
            } else if let Some(next) = FILLERS.iter().find_map(|word| rest.strip_prefix(word)) {
                rest = next;
            } else {
                break;
            }
        }
        loop {
            let shorter = SUMS.iter().find_map(|word| rest.strip_suffix(word));
            // 短视频 and 信息 end in no sum.
            match shorter.filter(|shorter| !shorter.is_empty() || SUMS.contains(&rest)) {
                Some(shorter) => rest = shorter,
                None => break,
            }
        }
        let object = if rest.is_empty() {
            Object::Nothing
        } else {
            object(rest, agency, is_account, is_gazette)?
        };
        Some(Tail {
            object,
            has_verb,
            is_disclosed,
            is_public,
            is_taken_over,
        })
    }
}

/// The words after a year in front of them: 2021年发布.
fn after_year(words: &str) -> Option<&str> {
    let (_, at, end) = dates::years(words).first().copied()?;
    let rest = words.get(end..)?;
    (at == 0).then(|| rest.strip_prefix('度').unwrap_or(rest))
}

/// Reads the object of a channel statement. `None` if it is a kind of information.
fn object(words: &str, agency: &str, is_account: bool, is_gazette: bool) -> Option<Object> {
    // 公开信息 after the verb, or 信息发布.
    let words = VERBS
        .iter()
        .find_map(|verb| words.strip_suffix(verb))
        .filter(|words| !words.is_empty())
        .unwrap_or(words);
    if let Some(kind) = INFORMATION.iter().find_map(|noun| words.strip_suffix(noun)) {
        // 政务类信息 is one kind, 各类信息 all of them.
        if kind.ends_with('类') && !kind.ends_with("各类") {
            return None;
        }
        let mut kind = kind;
        while let Some(rest) = GENERAL.iter().find_map(|word| kind.strip_prefix(word)) {
            kind = rest;
        }
        let kind = kind.strip_suffix("领域").unwrap_or(kind);
        let is_general =
            kind.is_empty() || consists_of(kind, &GENERAL) || is_own_affairs(kind, agency);
        if !is_general && is_own_field(kind, agency) {
            return Some(Object::Field);
        }
        // 电子屏滚动播放政策信息
        let is_news = is_account
            && [
                "政策", "宣传", "便民", "惠民", "动态", "最新", "服务", "民生",
            ]
            .contains(&kind);
        return if is_general {
            Some(Object::Information)
        } else {
            is_news.then_some(Object::Articles)
        };
    }
    if is_gazette && words == "文件" {
        return Some(Object::Articles);
    }
    let kind = ARTICLES.iter().find_map(|noun| words.strip_suffix(noun))?;
    let has_verb = VERBS
        .iter()
        .any(|verb| verb.len() > 3 && kind.contains(verb));
    // 工作动态 is a kind of information.
    let is_kind = words.ends_with("动态") && !kind.is_empty() && !is_own_field(kind, agency);
    (kind.chars().count() <= 6 && !kind.contains(['、', '，']) && !has_verb && !is_kind)
        .then_some(Object::Articles)
}

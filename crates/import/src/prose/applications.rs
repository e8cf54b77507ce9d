//! Sentences of section one about requests for government information.

use super::names::strip_lead;
use super::normalize::consists_of;
use crate::metadata::dates;

/// The meaning of a count in a sentence about requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ApplicationCount {
    Received,
    Completed,
    /// 受理并办结: the same number is that of both.
    Both,
    /// An outcome or a kind of applicant, which has a cell in section three or four.
    InTable,
    /// A part, or a number whose meaning is not known.
    Unclear,
}

const UNITS: [&str; 11] = [
    "件", "条", "份", "宗", "起", "项", "封", "个", "例", "次", "件次",
];
const RECEIVING: [&str; 13] = [
    "登记", "收件", "新增", "受理", "收到", "接收", "新收", "接到", "收受", "接受", "收办", "发生",
    "递交",
];
const COMPLETING: [&str; 13] = [
    "作出答复",
    "做出答复",
    "予以答复",
    "给予答复",
    "办理完毕",
    "办理完成",
    "按期办结",
    "办结",
    "答复",
    "办理",
    "回复",
    "处理",
    "完成",
];
/// Adverbs before a verb of [`COMPLETING`], and whoever completes.
const MANNER: [&str; 36] = [
    "在法定时限内",
    "在规定时限内",
    "在法定时间内",
    "在规定时间内",
    "在规定期限内",
    "在期限内",
    "当场",
    "现已",
    "已全部",
    "全部",
    "均已",
    "均",
    "已",
    "按时",
    "按期",
    "依法",
    "依规",
    "共",
    "当年",
    "本年",
    "全年",
    "及时",
    "按规定",
    "在法定期限内",
    "书面",
    "年内",
    "总计",
    "累计",
    "我委",
    "我局",
    "我县",
    "我市",
    "我区",
    "我镇",
    "并",
    "和",
];
/// Names of requests for government information. 依申公开 is a slip for 依申请公开.
const REQUESTS: [&str; 15] = [
    "申请书",
    "公开的申请",
    "公开信息的申请",
    "信息公开申请",
    "信息公开的申请",
    "信息公开案件",
    "依申请公开",
    "依申公开",
    "依公开申请",
    "依申请",
    "公开申请",
    "公开请求",
    "申请公开",
    "信息申请",
    "依法申请",
];
/// Words for requests of other kinds, and for other things with such a name.
const OTHERS: [&str; 17] = [
    "信访",
    "投诉",
    "举报",
    "许可",
    "补正",
    "住房",
    "登记申请",
    "救助",
    "指南",
    "目录",
    "制度",
    "专栏",
    "流程",
    "培训",
    "咨询",
    "低保",
    "热线",
];
/// Words for requests that were carried over or withdrawn, or that are still open.
const CARRIED: [&str; 14] = [
    "结转",
    "转来",
    "转入",
    "转下",
    "转办",
    "转至",
    "续办",
    "继续办理",
    "正在办理",
    "撤销",
    "撤回",
    "尚未",
    "未办结",
    "应办",
];
/// Words for what has a cell in the form.
const CELLS: [&str; 39] = [
    "同意公开",
    "同意",
    "准予",
    "全部公开",
    "主动公开范围",
    "告知",
    "补正",
    "驳回",
    "延期",
    "未到",
    "答复期限",
    "期限内",
    "信息不存在",
    "撤销",
    "撤回",
    "重复申请",
    "咨询类",
    "其他",
    "予以公开",
    "部分公开",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
    "结转",
    "上年",
    "自然人",
    "法人",
    "企业",
    "科研机构",
    "公益组织",
    "法律服务",
    "不存在",
    "复议",
    "诉讼",
    "公民",
    "申请公开",
    "不属于",
    "属于",
];

/// Whether a sentence is about requests for government information.
pub(super) fn is_about_applications(sentence: &str) -> bool {
    let about = [
        "信息公开",
        "依申请",
        "依公开",
        "公开申请",
        "政府信息",
        "申请公开",
    ];
    let requests = ["申请", "依申公开", "信息公开案件", "公开请求"];
    requests.iter().any(|word| sentence.contains(word))
        && about
            .iter()
            .chain(&["依申公开"])
            .any(|word| sentence.contains(word))
}

/// The context of a count in a sentence about requests.
#[derive(Clone, Copy, Debug)]
pub(super) struct ApplicationContext {
    /// Whether the count is in a list after 其中.
    pub is_in_list: bool,
    /// Whether the sentence names both people and bodies, so that either may be counted alone.
    pub names_applicants: bool,
    /// Whether that list divides what was disclosed.
    pub is_part_of_information: bool,
    /// Whether that list divides the requests.
    pub is_part_of_requests: bool,
    /// Whether the number of received requests precedes it.
    pub follows_received: bool,
    /// Whether the count has the unit of the requests that were counted last.
    pub has_unit_of_received: bool,
    /// Whether a heading announces that the requests are for government information.
    pub is_announced: bool,
}

/// The meaning of a count with the words `before` and `after` it, if it is one of requests.
pub(super) fn classify(
    before: &str,
    after: &str,
    unit: &str,
    context: ApplicationContext,
) -> Option<ApplicationCount> {
    let unit = unit.split(['（', '(']).next().unwrap_or(unit);
    let has = |words: &[&str]| {
        words
            .iter()
            .any(|word| before.contains(word) || after.contains(word))
    };
    if !UNITS.contains(&unit) || has(&OTHERS) {
        return None;
    }
    if has(&["复议", "诉讼"]) {
        return Some(ApplicationCount::InTable);
    }
    let names_requests = has(&["申请"]) || has(&REQUESTS);
    let is_near = names_requests || context.follows_received || context.is_announced;
    if has(&CARRIED) && is_near || has(&["结转"]) {
        return Some(ApplicationCount::InTable);
    }
    let receives = RECEIVING.iter().any(|word| before.contains(word));
    let own = strip_lead(before);
    let own = own.strip_prefix("政府").unwrap_or(own);
    let own = REQUESTS
        .iter()
        .find_map(|request| own.strip_prefix(request))
        .unwrap_or(before);
    let completes =
        completes(before) || completes(own) || strip_lead(before).is_empty() && completes(after);
    // 依申请公开：街道全年0件
    if context.is_announced
        && !context.is_in_list
        && after.is_empty()
        && consists_of(
            &without_years(strip_lead(before)),
            &[
                "街道", "乡", "镇", "全年", "年内", "共", "件数", "数量", "为", "，", "：", "我",
                "局", "申请",
            ],
        )
    {
        return Some(ApplicationCount::Received);
    }
    if (receives_plainly(before) && after.is_empty() || receives_submitted(before, after))
        && !context.is_in_list
    {
        return Some(ApplicationCount::Received);
    }
    // 共计17件政府信息公开申请, after the ways in which they came
    if consists_of(
        strip_lead(before),
        &["，", "、", "共", "计", "合", "总", "有"],
    ) && !before.is_empty()
        && names_only_requests(after)
    {
        return Some(ApplicationCount::Received);
    }
    let is_for_information = has(&REQUESTS)
        || has(&["公开", "政府信息"])
        || context.is_announced && names_nothing_else(before) && names_nothing_else(after);
    let is_of_requests =
        is_for_information && (names_requests || context.is_announced && !has(&["公开"]));
    if context.is_part_of_requests && !completes {
        return Some(ApplicationCount::InTable);
    }
    if !context.is_in_list && is_of_requests {
        if names_one_way(before, context.names_applicants) {
            return Some(ApplicationCount::InTable);
        }
        if receives && !has(&["上年"]) {
            return Some(if joins_both(before) {
                ApplicationCount::Both
            } else {
                ApplicationCount::Received
            });
        }
        if names_only_requests(before) && after.is_empty() {
            return Some(ApplicationCount::Received);
        }
    }
    if completes && (context.follows_received || names_requests && !context.is_in_list) {
        return Some(ApplicationCount::Completed);
    }
    let is_in_list = context.is_in_list && !context.is_part_of_information;
    if has(&CELLS) && (context.follows_received || is_in_list) {
        return Some(ApplicationCount::InTable);
    }
    if context.follows_received && after.is_empty() && strip_lead(before) == "新收" {
        return Some(ApplicationCount::Received);
    }
    let ends_in_verb = RECEIVING
        .iter()
        .chain(&COMPLETING)
        .any(|verb| before.ends_with(verb));
    let is_remainder = ["其余", "余", "剩余"].contains(&strip_lead(before));
    // A number in the same unit right after theirs is probably one of them.
    let names_matter = [
        "建议", "提案", "信访", "来信", "信件", "留言", "文件", "稿", "诉求", "解读", "公报",
        "案件", "信息", "举办", "召开", "开展", "制发", "制定", "发布", "公开", "事项", "信箱",
        "满意",
    ]
    .iter()
    .any(|word| before.contains(word) || after.contains(word));
    let is_one_of_them = context.has_unit_of_received && !names_matter;
    (context.follows_received && (ends_in_verb || is_remainder || is_one_of_them))
        .then_some(ApplicationCount::Unclear)
}

fn without_years(words: &str) -> String {
    let mut plain = words.to_owned();
    while let Some((_, at, end)) = dates::years(&plain).first().copied() {
        plain.replace_range(at..end, "");
    }
    plain
}

/// Whether the words say that requests were received, without a word for which: 本年收到申请.
pub(super) fn receives_plainly(words: &str) -> bool {
    let words = strip_lead(words);
    let words = words.strip_suffix('共').unwrap_or(words);
    // 受理申请 may be one for a licence.
    let verbs = ["收到", "新收", "接收", "接到"];
    let rest = verbs.iter().find_map(|verb| words.strip_prefix(verb));
    rest.is_some_and(|rest| ["申请", "公开申请", "申请共", "的申请"].contains(&rest))
}

/// Whether the words are those of 收到3条公众提交的申请.
pub(super) fn receives_submitted(before: &str, after: &str) -> bool {
    let before = strip_lead(before).trim_end_matches('共');
    ["收到", "接到", "接收", "收到了"].contains(&before)
        && [
            "提交的申请",
            "提出的申请",
            "递交的申请",
            "公开申请",
            "公开的申请",
        ]
        .iter()
        .any(|end| after.ends_with(end))
        && !OTHERS.iter().any(|word| after.contains(word))
}

/// Whether the words say that requests were completed, and nothing else.
fn completes(words: &str) -> bool {
    let mut rest = strip_lead(words);
    let mut has_verb = false;
    loop {
        rest = strip_lead(rest);
        if let Some(after) = MANNER.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        } else if let Some(after) = COMPLETING.iter().find_map(|word| rest.strip_prefix(word)) {
            (has_verb, rest) = (true, after);
        } else {
            break;
        }
    }
    let rest = strip_applicants(rest);
    let rest = ["合计", "共计", "总计", "累计"]
        .iter()
        .find_map(|sum| rest.strip_suffix(sum))
        .unwrap_or(rest);
    let object = [
        "",
        "申请",
        "政府信息公开申请",
        "信息公开申请",
        "依申请公开",
        "依申请公开件",
        "依申请公开申请",
        "依申请公开事项",
        "依申请公开信息",
        "依申请公开政府信息",
        "完毕",
        "了",
    ];
    has_verb
        && (object.contains(&rest) || consists_of(rest, &["申请", "件", "数", "量", "为", "共"]))
}

/// Strips who asked, and by which means: 公民、法人或其他组织通过网站、邮寄等途径提交的.
fn strip_applicants(words: &str) -> &str {
    let people = [
        "公民、法人和其他组织",
        "公民、法人或其他组织",
        "公民、法人或者其他组织",
        "群众",
        "公民",
        "公众",
        "社会公众",
        "申请人",
    ];
    let rest = people
        .iter()
        .find_map(|people| words.strip_prefix(people))
        .unwrap_or(words);
    let means = rest.strip_prefix("通过").and_then(|means| {
        let ends = ["途径", "渠道", "方式", "形式", "平台"];
        let end = ends
            .iter()
            .filter_map(|end| Some(means.rfind(end)? + end.len()))
            .max()?;
        means.get(end..)
    });
    let rest = means.unwrap_or(rest);
    ["提交的", "提出的", "递交的", "的"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest)
}

/// Whether a line goes on about the requests of the line before: 按时办结51件, 结转下年度1件.
pub(super) fn continues(line: &str) -> bool {
    let first = line
        .split(|c: char| c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    let first = first.trim_start_matches(['\n', ' ', '（', '(']);
    completes(first)
        || [
            "其中",
            "结转",
            "上年结转",
            "上年度结转",
            "予以公开",
            "不予公开",
            "部分公开",
            "无法提供",
        ]
        .iter()
        .any(|word| first.starts_with(word))
}

/// Whether the words join both verbs: 受理并办结, 收到和办结, 收到并按时答复.
fn joins_both(words: &str) -> bool {
    const LINKS: [&str; 5] = ["并且", "并", "和", "、", "及"];
    let receiving = RECEIVING
        .iter()
        .filter_map(|verb| Some(words.find(verb)? + verb.len()));
    receiving.into_iter().any(|end| {
        let rest = words.get(end..).unwrap_or_default();
        // 接收处理, 受理并办结
        let mut rest = LINKS
            .iter()
            .find_map(|link| rest.strip_prefix(link))
            .unwrap_or(rest);
        while let Some(after) = MANNER.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        }
        COMPLETING.iter().any(|verb| rest.starts_with(verb))
    })
}

/// Whether the words name requests without saying what they are for.
fn names_nothing_else(words: &str) -> bool {
    const WORDS: [&str; 14] = [
        "受理", "收到", "接收", "新收", "接到", "收受", "各类", "各种", "书面", "有效", "共",
        "申请", "的", "了",
    ];
    consists_of(strip_lead(words), &WORDS)
}

/// Whether the words name requests for information and nothing else: 依申请公开请求, 公民和企业申请公开.
pub(super) fn names_only_requests(words: &str) -> bool {
    const WORDS: [&str; 42] = [
        "依申请公开件",
        "收到",
        "接收",
        "新收",
        "受理",
        "接到",
        "本年度",
        "新增",
        "政府信息公开申请",
        "申请公开政府信息",
        "信息公开申请",
        "依申请公开政府信息",
        "依申请公开",
        "依申公开",
        "申请公开",
        "信息",
        "请求",
        "事项",
        "案件",
        "申请",
        "公民",
        "企业",
        "法人",
        "其他组织",
        "或者",
        "或",
        "和",
        "、",
        "全年",
        "共",
        "有",
        "街道",
        "总量",
        "总数",
        "累计",
        "合计",
        "达",
        "数量",
        "件数",
        "数",
        "量",
        "为",
    ];
    let words = strip_lead(words).trim_end_matches(['：', ':']);
    let own: String = words.chars().filter(|c| !matches!(c, '：' | ':')).collect();
    REQUESTS.iter().any(|request| own.contains(request)) && consists_of(&own, &WORDS)
}

/// Whether a clause says that no requests were received: 未收到政府信息公开申请, 无依申请公开事项.
pub(super) fn says_none(clause: &str) -> bool {
    const NONE: [&str; 48] = [
        "没有一件",
        "未曾有",
        "没有需要",
        "无相关",
        "没有相关",
        "无此类",
        "未新收",
        "没有新收",
        "未曾收到",
        "未出现",
        "没有出现",
        "不存在",
        "未办理",
        "无收到",
        "未提出",
        "未向",
        "无新增",
        "暂无",
        "未产生",
        "没有产生",
        "未有",
        "没有依申请",
        "没有公民",
        "没有群众",
        "没有企业",
        "没有个人",
        "没有申请",
        "没有人",
        "无申请",
        "无公众",
        "无群众",
        "无人申请",
        "未收到",
        "没有收到",
        "未接收到",
        "没有接收到",
        "未接到",
        "没有接到",
        "未受理",
        "没有受理",
        "未接受",
        "未发生",
        "没有发生",
        "无人提出",
        "无依申请",
        "无政府信息公开申请",
        "无信息公开申请",
        "无公民",
    ];
    /// What may come of requests, or may be said about them.
    const OTHERS: [&str; 18] = [
        "复议", "诉讼", "收费", "投诉", "举报", "引起", "引发", "导致", "延期", "超期", "逾期",
        "异议", "质疑", "意见", "不满", "纠纷", "费用", "复核",
    ];
    let is_of_requests = ["依申请公开", "信息公开申请", "公开申请"]
        .iter()
        .any(|word| clause.contains(word));
    let is_zero = [
        "为空白",
        "为零",
        "为零件",
        "零件",
        "零申请",
        "为零次",
        "零受理",
    ]
    .iter()
    .any(|end| clause.trim_end().ends_with(end));
    if is_of_requests && is_zero && !OTHERS.iter().any(|word| clause.contains(word)) {
        return true;
    }
    let found = NONE.iter().find_map(|word| {
        let at = clause.find(word)?;
        clause.get(at..)
    });
    found.is_some_and(|tail| {
        let names_requests = tail.contains("申请")
            || tail.contains("依申公开")
            || tail.contains("公开要求") && tail.ends_with("要求");
        // 未发生依申请公开、行政复议和行政诉讼: each of them.
        let is_each = ["依申请公开", "发生依申请公开"]
            .iter()
            .any(|word| tail.contains(word))
            && ![
                "因", "引", "由", "导致", "针对", "关", "收费", "期", "投诉", "不满", "异议",
            ]
            .iter()
            .any(|word| clause.contains(word));
        names_requests && (is_each || !OTHERS.iter().any(|word| clause.contains(word)))
    })
}

/// Whether a sentence names both people and bodies that ask.
pub(super) fn names_applicants(sentence: &str) -> bool {
    let has = |words: [&str; 3]| words.iter().any(|word| sentence.contains(word));
    has(["自然人", "公民", "个人"]) && has(["企业", "法人", "组织"])
}

/// Whether the words restrict the count to one way of asking or one kind of applicant.
fn names_one_way(before: &str, names_applicants: bool) -> bool {
    let ways = [
        "网络", "网上", "信函", "当面", "现场", "邮寄", "邮件", "传真",
    ];
    let people = ["自然人", "公民", "个人"];
    let bodies = ["企业", "法人", "组织"];
    let has = |words: &[&str; 3]| words.iter().any(|word| before.contains(word));
    // 通过书面、网络等形式 names all ways.
    let named = ways.iter().filter(|way| before.contains(**way)).count();
    let is_one_way = named == 1 && !before.contains('等');
    is_one_way || names_applicants && has(&people) != has(&bodies)
}

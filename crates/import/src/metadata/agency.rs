//! Names of bodies that publish such a report.

/// How their names end.
const ENDINGS: [&str; 51] = [
    "学",
    "会",
    "台",
    "队",
    "园",
    "场",
    "校",
    "行",
    "庭",
    "政府",
    "局",
    "厅",
    "委",
    "委员会",
    "管委会",
    "办",
    "办公室",
    "部",
    "院",
    "中心",
    "处",
    "站",
    "所",
    "支队",
    "总队",
    "大队",
    "署",
    "室",
    "社",
    "团",
    "公司",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "州",
    "盟",
    "乡",
    "镇",
    "街道",
    "学校",
    "大学",
    "学院",
    "医院",
    "联合会",
    "供销社",
    "集团",
    "公署",
    "馆",
    "组",
];
/// What stands for "this" or "all" and names nobody, and what is a page and no body.
const NOBODY: [&str; 9] = ["我", "本", "全", "各", "该", "首页", "当前", "您", "直属"];
const LONGEST: usize = 40;
const NO_NAMES: [char; 24] = [
    '，', '。', '；', '：', ':', '、', '>', '|', '/', '《', '》', '“', '”', '！', '？', '[', ']',
    '【', '】', ',', '-', '—', '_', '·',
];

/// Whether the words, without spaces, can be nothing but a body's name.
pub(crate) fn is_name(words: &str) -> bool {
    let length = words.chars().count();
    // 办公室（外事侨务办公室）
    let words = match words.strip_suffix(['）', ')']) {
        Some(inner) => inner.split(['（', '(']).next().unwrap_or_default(),
        None => words,
    };
    (2..=LONGEST).contains(&length)
        && ENDINGS.iter().any(|ending| words.ends_with(ending))
        && !NOBODY.iter().any(|word| words.starts_with(word))
        && !words.contains(NO_NAMES)
        && !is_about_disclosure(words)
        && !words.ends_with("网站")
        && !words.chars().any(|c| c.is_ascii_digit())
}

/// Whether words speak of disclosure, but for an office that has it in its name.
fn is_about_disclosure(words: &str) -> bool {
    let offices = [
        "办公室",
        "办",
        "中心",
        "服务中心",
        "领导小组",
        "工作领导小组",
        "科",
        "处",
    ];
    words.split("公开").skip(1).any(|behind| {
        let mut offices = offices.iter();
        !offices.any(|office| behind.starts_with(office))
    })
}

/// Whether the words can be a body's name where a title leaves room for nothing else: 某海关, 某中学.
pub(crate) fn may_be_name(words: &str) -> bool {
    (4..=LONGEST).contains(&words.chars().count())
        && !NOBODY.iter().any(|word| words.starts_with(word))
        && !words.contains(NO_NAMES)
        && ![
            "公开", "报告", "年报", "栏目", "网站", "关于", "近年", "历年", "年度", "部门", "单位",
        ]
        .iter()
        .any(|word| words.contains(word))
        && words
            .chars()
            .all(|c| ('\u{3400}'..='\u{9fff}').contains(&c) || "（）()〇".contains(c))
}

/// Districts in name that no people's government rules.
const NO_GOVERNMENT: [&str; 17] = [
    "开发区",
    "高新区",
    "新区",
    "园区",
    "景区",
    "度假区",
    "示范区",
    "保税区",
    "保护区",
    "试验区",
    "管理区",
    "工业区",
    "功能区",
    "林区",
    "矿区",
    "社区",
    "合作区",
];

/// The name in full: a place alone stands for its people's government, which the regulation makes
/// publish the report. `None` where the name is no bare place.
pub(crate) fn government(name: &str) -> Option<String> {
    let place = ["省", "市", "县", "区", "旗", "自治州", "乡", "镇"];
    let bare = place.iter().any(|ending| name.ends_with(ending))
        && !NO_GOVERNMENT.iter().any(|ending| name.ends_with(ending))
        && name.chars().count() >= 2;
    bare.then(|| format!("{name}人民政府"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_for_its_government_and_an_office_for_itself() {
        assert_eq!(government("青禾县").as_deref(), Some("青禾县人民政府"));
        assert_eq!(
            government("青禾自治州").as_deref(),
            Some("青禾自治州人民政府")
        );
        for name in [
            "青禾县财政局",
            "青禾经济开发区",
            "青禾新区",
            "青州",
            "青禾县人民政府",
        ] {
            assert_eq!(government(name), None, "{name}");
        }
    }

    #[test]
    fn this_office_and_a_site_are_no_names() {
        for name in [
            "我局",
            "全县",
            "青禾县人民政府门户网站",
            "2020年",
            "首页>青禾县",
            "局",
        ] {
            assert!(!is_name(name), "{name}");
        }
        assert!(is_name("青禾县财政局") && is_name("青禾县"));
        assert!(is_name("青禾县政府信息公开办公室") && !is_name("青禾县信息公开室"));
    }
}

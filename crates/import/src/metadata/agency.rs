//! Names of agencies.

/// The endings of agencies' names.
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
/// Beginnings that do not name an agency: words for "this" or "all", and parts of a web page.
const NOT_AGENCIES: [&str; 9] = ["我", "本", "全", "各", "该", "首页", "当前", "您", "直属"];
/// The longest name, in characters.
const LONGEST: usize = 40;
/// Characters that no name contains.
const NOT_IN_NAMES: [char; 24] = [
    '，', '。', '；', '：', ':', '、', '>', '|', '/', '《', '》', '“', '”', '！', '？', '[', ']',
    '【', '】', ',', '-', '—', '_', '·',
];

/// Whether a text without spaces can only be the name of an agency.
pub(crate) fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    // 办公室（外事侨务办公室）
    let name = match text.strip_suffix(['）', ')']) {
        Some(inner) => inner.split(['（', '(']).next().unwrap_or_default(),
        None => text,
    };
    (2..=LONGEST).contains(&length)
        && ENDINGS.iter().any(|ending| name.ends_with(ending))
        && !begins_otherwise(name)
        && !name.contains(NOT_IN_NAMES)
        && !is_about_disclosure(name)
        && !name.ends_with("网站")
        && !without_ordinal(name).contains(|c: char| c.is_ascii_digit())
}

/// Whether a text begins with a word that no agency's name begins with. 全国海关 is a name.
fn begins_otherwise(text: &str) -> bool {
    NOT_AGENCIES.iter().any(|word| text.starts_with(word)) && !text.starts_with("全国")
}

/// Removes the number that belongs to a name: 第101中学, 12345热线.
fn without_ordinal(name: &str) -> String {
    let own = name.replace("12345", "");
    match own.split_once('第') {
        Some((before, rest)) => {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            [before, after].concat()
        }
        None => own,
    }
}

/// Whether a text is about disclosure, unless it names an office for disclosure.
fn is_about_disclosure(text: &str) -> bool {
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
    text.split("公开").skip(1).any(|after| {
        let mut offices = offices.iter();
        !offices.any(|office| after.starts_with(office))
    })
}

/// Whether a text can be the name of an agency in a title that leaves room for nothing else: 某海关,
/// 某中学.
pub(crate) fn may_be_name(text: &str) -> bool {
    // 某市气象部门 is a name, 各部门 is not.
    let is_of_part = ["部门", "单位"].iter().any(|word| {
        let name = text.strip_suffix(word).unwrap_or(text);
        name.contains(word) || name.chars().count() < 4
    });
    (4..=LONGEST).contains(&text.chars().count())
        && !begins_otherwise(text)
        && !is_of_part
        && !text.contains(NOT_IN_NAMES)
        && ![
            "公开", "报告", "年报", "栏目", "网站", "关于", "近年", "历年", "年度",
        ]
        .iter()
        .any(|word| text.contains(word))
        && without_ordinal(text)
            .chars()
            .all(|c| ('\u{3400}'..='\u{9fff}').contains(&c) || "（）()〇".contains(c))
}

/// Areas that have no people's government, although their names end like those that do.
const NO_GOVERNMENT: [&str; 20] = [
    "关区",
    "灌区",
    "辖区",
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

/// Completes the name of an area to that of its people's government, which the regulation obliges to
/// publish the report. `None` if the name is not that of an area only.
pub(crate) fn government(name: &str) -> Option<String> {
    let areas = ["省", "市", "县", "区", "旗", "自治州", "乡", "镇"];
    let is_area = areas.iter().any(|ending| name.ends_with(ending))
        && !NO_GOVERNMENT.iter().any(|ending| name.ends_with(ending))
        && name.chars().count() >= 2;
    is_area.then(|| format!("{name}人民政府"))
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

//! A count that was understood, and the names and words that make it one.

use super::Rule;
use crate::prose::count_phrases::CountPhrase;
use crate::prose::names;
use gongkai_model::{Named, Qualifier, Quantity};
use std::ops::Range;

/// A count that was understood.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub name: String,
    pub quantity: Quantity,
    /// The number and unit that are meant, if the unit is misprinted.
    pub misprint: Option<String>,
    pub range: Range<usize>,
    pub rule: Rule,
}

impl Item {
    /// The count of a phrase under a name.
    pub fn of(phrase: &CountPhrase<'_>, name: String, rule: Rule) -> Item {
        let count = phrase.count;
        let unit = count.map(|count| count.unit.to_owned());
        let number = count.map_or(0, |count| count.count);
        let is_misprint = count.is_some_and(|count| count.is_misprint);
        Item {
            name,
            misprint: is_misprint
                .then(|| format!("{number}{}", unit.as_deref().unwrap_or_default())),
            quantity: Quantity {
                count: number,
                qualifier: count.and_then(|count| count.qualifier),
                unit,
            },
            range: phrase.number.clone(),
            rule,
        }
    }

    /// A count without a name, hedge and unit.
    pub fn bare(count: i64, range: Range<usize>, rule: Rule) -> Item {
        Item {
            name: String::new(),
            quantity: Quantity {
                count,
                qualifier: None,
                unit: None,
            },
            misprint: None,
            range,
            rule,
        }
    }

    /// The phrase as a category, if its words are the name of one.
    pub fn category(
        phrase: &CountPhrase<'_>,
        before: &str,
        after: &str,
        is_ambiguous: bool,
        rule: Rule,
    ) -> Option<Item> {
        let count = phrase.count?;
        let is_of_people = matches!(count.unit, "人次" | "人" | "名" | "场次" | "家" | "户");
        // 不同渠道和方式公开相同信息计1条: how the counting is done.
        if ["相同信息", "同一信息", "同一条信息", "同一政府信息"]
            .iter()
            .any(|words| before.contains(words))
        {
            return None;
        }
        if is_of_people || is_ambiguous || names::has_activity_verb_in_list(before, count.unit) {
            return None;
        }
        let name_before = names::category_name(before).or_else(|| names::bare_name(before));
        if name_before
            .as_deref()
            .is_some_and(|name| names::is_only_verbs(name) || names::is_cut(name))
        {
            return None;
        }
        // 政策文件20条（含转载）, 动态类30条信息
        let after = without_bracket(after);
        let is_general = [
            "等",
            "信息",
            "政府信息",
            "等信息",
            "的信息",
            "类信息",
            "内容",
            "左右",
        ]
        .contains(&after);
        let name = if after.is_empty() || is_general && name_before.is_some() {
            name_before?
        } else if name_before.is_none() {
            // 44条为工作动态
            names::category_name(after.trim_start_matches(['为', '是']))?
        } else {
            return None;
        };
        Some(Item::of(phrase, name, rule))
    }

    pub fn named(self) -> Named {
        let Quantity {
            count,
            qualifier,
            unit,
        } = self.quantity;
        Named {
            name: self.name,
            count,
            qualifier,
            unit,
        }
    }
}

/// Whether a name is 其他 or the like, which ends a list of all parts.
pub(super) fn is_rest(name: &str) -> bool {
    ["其他", "其它", "其余"]
        .iter()
        .any(|word| name.starts_with(word))
}

/// The words without a remark in brackets at the front.
fn without_bracket(after: &str) -> &str {
    let inside = after.strip_prefix(['（', '(']);
    let rest = inside.and_then(|inside| inside.split_once(['）', ')']));
    rest.map_or(after, |(_, rest)| rest)
}

/// Strips a hedge before the verb: 约公开政府信息2000条.
pub(super) fn strip_hedge(before: &str) -> (String, Option<Qualifier>) {
    let hedges = [
        ("大约", Qualifier::About),
        ("约", Qualifier::About),
        ("近", Qualifier::Nearly),
        ("超过", Qualifier::Over),
    ];
    for (word, qualifier) in hedges {
        for verb in ["主动公开", "公开", "发布", "公布"] {
            let both = [word, verb].concat();
            if before.contains(&both) {
                return (before.replacen(&both, verb, 1), Some(qualifier));
            }
        }
    }
    (before.to_owned(), None)
}

/// Where words begin that make the count one for each of several: "均明确1名专职人员", "各部门明确1名".
pub(super) fn position_of_each(clause: &str) -> Option<usize> {
    let organisations = [
        "学校", "医院", "科", "社区", "部门", "单位", "乡", "镇", "街道", "村", "科室", "股室",
        "站所", "级", "县", "区", "局", "成员",
    ];
    let of_each = |(at, _): (usize, &str)| {
        let rest = clause.get(at + "各".len()..).unwrap_or_default();
        // "组织各部门召开": one for all of them together.
        let together = [
            "全县",
            "全市",
            "全区",
            "全镇",
            "全省",
            "全州",
            "全旗",
            "全盟",
            "全局",
            "全系统",
            "组织",
            "督促",
            "指导",
            "对",
            "向",
            "为",
            "召集",
            "与",
            "邀请",
            "推动",
            "在",
            "、",
        ];
        let before = clause.get(..at).unwrap_or_default();
        if together.iter().any(|word| before.ends_with(word)) {
            return None;
        }
        organisations
            .iter()
            .any(|word| rest.starts_with(word))
            .then_some(at)
    };
    let own = ["均", "各自", "人均"]
        .iter()
        .filter_map(|word| clause.find(word));
    own.chain(clause.match_indices('各').find_map(of_each))
        .min()
}

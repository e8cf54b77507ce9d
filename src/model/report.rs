//! The fields of `gongkai-report/1`.

use super::amount::Amount;
use super::cell::{self, Cell, Row};
use super::date::Date;
use super::quantity::{Qualifier, Quantity};
use super::read;
use serde::{Deserialize, Serialize};

/// The value of `format` that this version reads and writes.
pub const FORMAT: &str = "gongkai-report/1";

/// The statutory form, told by its column headings and never by the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Edition {
    /// 国办公开办函〔2019〕60号
    #[serde(rename = "2019")]
    Form2019,
    /// 国办公开办函〔2021〕30号
    #[serde(rename = "2021")]
    Form2021,
}

/// One agency's report for one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    #[serde(deserialize_with = "read::format")]
    pub format: String,
    pub agency: Agency,
    #[serde(deserialize_with = "read::year")]
    pub year: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    pub edition: Edition,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proactive: Option<Proactive>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applications: Option<Applications>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviews: Option<Reviews>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    pub name: String,
    /// 统计用区划代码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division_code: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

/// Where the report was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// Section one (总体情况): figures given in prose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Quantity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories_cover: Option<Cover>,
    /// In printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Named>,
    /// Meetings, interviews, open days and the like, in printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Named>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applications: Option<StatedApplications>,
}

/// Whether the listed categories divide the stated total or name only a few kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cover {
    All,
    Some,
}

/// A kind of information or an activity, with its count as prose states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
    #[serde(deserialize_with = "read::count")]
    pub count: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Named {
    pub fn quantity(&self) -> Quantity {
        Quantity {
            count: self.count,
            qualifier: self.qualifier,
            unit: self.unit.clone(),
        }
    }
}

/// Applications as section one speaks of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedApplications {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Quantity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<Quantity>,
}

/// Section two (主动公开政府信息情况). Which rows and cells may stand here depends on the
/// [`Edition`]; reading refuses those of the other one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proactive {
    /// 规章
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Documents>,
    /// 规范性文件
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub normative_documents: Option<Documents>,
    /// 行政许可
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licences: Option<Services>,
    /// 其他对外管理服务事项; 2019 only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_services: Option<Services>,
    /// 行政处罚
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalties: Option<Services>,
    /// 行政强制
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compulsory_measures: Option<Services>,
    /// 行政事业性收费
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<Fees>,
    /// 政府集中采购; 2019 only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procurement: Option<Procurement>,
}

/// 2019: made, disclosed, total disclosed. 2021: made, repealed, in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Documents {
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub made: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub disclosed: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub total_disclosed: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub repealed: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub in_force: Cell,
}

/// 2019: items last year, change this year, decisions. 2021: decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Services {
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub items_last_year: Cell,
    #[serde(
        default,
        skip_serializing_if = "Cell::is_missing",
        deserialize_with = "cell::change"
    )]
    pub change: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub decisions: Cell,
}

/// 2019: items last year, change this year. 2021: the amount collected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fees {
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub items_last_year: Cell,
    #[serde(
        default,
        skip_serializing_if = "Cell::is_missing",
        deserialize_with = "cell::change"
    )]
    pub change: Cell,
    #[serde(default, skip_serializing_if = "Amount::is_missing")]
    pub amount: Amount,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procurement {
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub projects: Cell,
    #[serde(default, skip_serializing_if = "Amount::is_missing")]
    pub amount: Amount,
}

/// Section three (收到和处理政府信息公开申请情况).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applications {
    /// 一、本年新收
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Row>,
    /// 二、上年结转
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_in: Option<Row>,
    /// 三、本年度办理结果
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<Outcomes>,
    /// 四、结转下年度继续办理
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_out: Option<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// (一) 予以公开
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted: Option<Row>,
    /// (二) 部分公开
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partly_granted: Option<Row>,
    /// (三) 不予公开
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
    /// (四) 无法提供
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unable: Option<Unable>,
    /// (五) 不予处理
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_processed: Option<NotProcessed>,
    /// (六) 其他处理: one row in 2019, three in 2021.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<OtherOutcome>,
    /// (七) 总计
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Row>,
}

/// Structs whose every field is a row that the file may lack.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<Row>,
            )+
        }
    )+};
}

rows! {
    /// (三) 不予公开, the form's eight grounds.
    Refused {
        /// 属于国家秘密
        state_secret,
        /// 其他法律行政法规禁止公开
        forbidden_by_law,
        /// 危及“三安全一稳定”
        three_securities_one_stability,
        /// 保护第三方合法权益
        third_party_rights,
        /// 属于三类内部事务信息
        internal_affairs,
        /// 属于四类过程性信息
        deliberative,
        /// 属于行政执法案卷
        enforcement_file,
        /// 属于行政查询事项
        administrative_query,
    }
    /// (四) 无法提供
    Unable {
        /// 本机关不掌握相关政府信息
        not_held,
        /// 没有现成信息需要另行制作
        needs_compiling,
        /// 补正后申请内容仍不明确
        still_unclear,
    }
    /// (五) 不予处理
    NotProcessed {
        /// 信访举报投诉类申请
        petition,
        /// 重复申请
        repeat,
        /// 要求提供公开出版物
        asks_for_publication,
        /// 无正当理由大量反复申请
        excessive,
        /// 要求行政机关确认或重新出具已获取信息
        asks_to_confirm,
    }
    /// (六) 其他处理, as the 2021 form divides it.
    OtherOutcomes {
        /// 申请人无正当理由逾期不补正
        not_corrected_in_time,
        /// 申请人逾期未按收费通知要求缴纳费用
        fee_not_paid,
        /// 其他
        other,
    }
}

/// (六) 其他处理.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum OtherOutcome {
    /// The 2019 form's one row.
    One(Row),
    /// The 2021 form's three.
    Divided(OtherOutcomes),
}

/// Section four (政府信息公开行政复议、行政诉讼情况).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviews {
    /// 行政复议
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconsideration: Option<Block>,
    /// 未经复议直接起诉
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub litigation_direct: Option<Block>,
    /// 复议后起诉
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub litigation_after_reconsideration: Option<Block>,
}

/// Five cells: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub upheld: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub corrected: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub other: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub pending: Cell,
    #[serde(default, skip_serializing_if = "Cell::is_missing")]
    pub total: Cell,
}

/// One section of the report's prose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub title: String,
    #[serde(default)]
    pub paragraphs: Vec<String>,
}

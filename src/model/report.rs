//! The fields of `gongkai-report/1`.

use super::amount::Amount;
use super::cell::{self, Cell, Row};
use super::date::Date;
use super::quantity::{Qualifier, Quantity};
use super::read;
use serde::Serialize;

/// The value of `format` that this version reads and writes.
pub const FORMAT: &str = "gongkai-report/1";

words! {
    /// The statutory form, told by its column headings and never by the year.
    pub enum Edition {
        /// 国办公开办函〔2019〕60号
        Form2019 = "2019",
        /// 国办公开办函〔2021〕30号
        Form2021 = "2021",
    }

    /// Whether the listed categories divide the stated total or name only a few kinds.
    pub enum Cover {
        All = "all",
        Some = "some",
    }
}

record! {
    /// One agency's report for one year.
    pub struct Report {
        pub format: String = read::format,
        pub agency: Agency,
        pub year: u16,
        pub period: Option<Period>,
        pub edition: Edition,
        pub source: Option<Source>,
        pub disclosure: Option<Disclosure>,
        pub proactive: Option<Proactive>,
        pub applications: Option<Applications>,
        pub reviews: Option<Reviews>,
        pub text: Vec<Section>,
    }
}

record! {
    pub struct Agency {
        pub name: String,
        /// 统计用区划代码
        pub division_code: Option<String>,
    }
}

record! {
    pub struct Period {
        pub from: Date,
        pub to: Date,
    }
}

record! {
    /// Where the report was published.
    pub struct Source {
        pub title: Option<String>,
        pub url: Option<String>,
        pub published: Option<Date>,
    }
}

record! {
    /// Section one (总体情况): figures given in prose.
    pub struct Disclosure {
        pub total: Option<Quantity>,
        pub categories_cover: Option<Cover>,
        /// In printed order.
        pub categories: Vec<Named>,
        /// Meetings, interviews, open days and the like, in printed order.
        pub activities: Vec<Named>,
        pub applications: Option<StatedApplications>,
    }
}

record! {
    /// A kind of information or an activity, with its count as prose states it.
    pub struct Named {
        pub name: String,
        pub count: i64,
        pub qualifier: Option<Qualifier>,
        pub unit: Option<String>,
    }
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

record! {
    /// Applications as section one speaks of them.
    pub struct StatedApplications {
        pub received: Option<Quantity>,
        pub completed: Option<Quantity>,
    }
}

record! {
    /// Section two (主动公开政府信息情况). Which rows and cells may stand here depends on the
    /// [`Edition`]; reading refuses those of the other one.
    pub struct Proactive {
        /// 规章
        pub rules: Option<Documents>,
        /// 规范性文件
        pub normative_documents: Option<Documents>,
        /// 行政许可
        pub licences: Option<Services>,
        /// 其他对外管理服务事项; 2019 only.
        pub other_services: Option<Services>,
        /// 行政处罚
        pub penalties: Option<Services>,
        /// 行政强制
        pub compulsory_measures: Option<Services>,
        /// 行政事业性收费
        pub fees: Option<Fees>,
        /// 政府集中采购; 2019 only.
        pub procurement: Option<Procurement>,
    }
}

record! {
    /// 2019: made, disclosed, total disclosed. 2021: made, repealed, in force.
    pub struct Documents {
        pub made: Cell,
        pub disclosed: Cell,
        pub total_disclosed: Cell,
        pub repealed: Cell,
        pub in_force: Cell,
    }
}

record! {
    /// 2019: items last year, change this year, decisions. 2021: decisions.
    pub struct Services {
        pub items_last_year: Cell,
        pub change: Cell = cell::change,
        pub decisions: Cell,
    }
}

record! {
    /// 2019: items last year, change this year. 2021: the amount collected.
    pub struct Fees {
        pub items_last_year: Cell,
        pub change: Cell = cell::change,
        pub amount: Amount,
    }
}

record! {
    pub struct Procurement {
        pub projects: Cell,
        pub amount: Amount,
    }
}

record! {
    /// Section three (收到和处理政府信息公开申请情况).
    pub struct Applications {
        /// 一、本年新收
        pub received: Option<Row>,
        /// 二、上年结转
        pub carried_in: Option<Row>,
        /// 三、本年度办理结果
        pub outcomes: Option<Outcomes>,
        /// 四、结转下年度继续办理
        pub carried_out: Option<Row>,
    }
}

record! {
    pub struct Outcomes {
        /// (一) 予以公开
        pub granted: Option<Row>,
        /// (二) 部分公开
        pub partly_granted: Option<Row>,
        /// (三) 不予公开
        pub refused: Option<Refused>,
        /// (四) 无法提供
        pub unable: Option<Unable>,
        /// (五) 不予处理
        pub not_processed: Option<NotProcessed>,
        /// (六) 其他处理: one row in 2019, three in 2021.
        pub other: Option<OtherOutcome>,
        /// (七) 总计
        pub total: Option<Row>,
    }
}

/// Records whose every field is a row that the file may lack.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident),+ $(,)? })+) => {
        record! {
            $(
                $(#[$doc])*
                pub struct $name {
                    $( $(#[$field_doc])* pub $field: Option<Row>, )+
                }
            )+
        }
    };
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
    Divided(Box<OtherOutcomes>),
}

record! {
    /// Section four (政府信息公开行政复议、行政诉讼情况).
    pub struct Reviews {
        /// 行政复议
        pub reconsideration: Option<Block>,
        /// 未经复议直接起诉
        pub litigation_direct: Option<Block>,
        /// 复议后起诉
        pub litigation_after_reconsideration: Option<Block>,
    }
}

record! {
    /// Five cells: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计.
    pub struct Block {
        pub upheld: Cell,
        pub corrected: Cell,
        pub other: Cell,
        pub pending: Cell,
        pub total: Cell,
    }
}

record! {
    /// One section of the report's prose.
    pub struct Section {
        pub title: String,
        #[serde(default)]
        pub paragraphs: Vec<String>,
    }
}

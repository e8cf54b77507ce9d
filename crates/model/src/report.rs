//! The fields of `gongkai-report/1`.

use super::amount::Amount;
use super::cell::{Cell, Change, Row};
use super::date::Date;
use super::quantity::{Qualifier, Quantity};
use super::read::Format;
use serde::Serialize;

/// The value of `format` that this version reads and writes.
pub const FORMAT: &str = "gongkai-report/1";

words! {
    /// The edition of the statutory form, recognised by its column headings and never by the year.
    pub enum Edition {
        /// As 国办公开办函〔2019〕60号 prescribes it.
        Form2019 = "2019",
        /// As 国办公开办函〔2021〕30号 prescribes it.
        Form2021 = "2021",
    }

    /// Whether a list has all parts of the number above it, or only some.
    pub enum Cover {
        /// The parts add up to the number (其中 …).
        All = "all",
        /// The list names only some of the parts.
        Some = "some",
    }
}

record! {
    /// One agency's report for one year.
    pub struct Report {
        /// This format and its version.
        pub format: String = Format,
        /// The agency that published the report.
        pub agency: Agency,
        /// The year that the report covers.
        pub year: u16,
        /// The period that the report covers.
        pub period: Option<Period>,
        /// The edition of the form that the report follows.
        pub edition: Edition,
        /// Where the report was published.
        pub source: Option<Source>,
        /// Section one (总体情况).
        pub disclosure: Option<Disclosure>,
        /// Section two (主动公开政府信息情况).
        pub proactive: Option<Proactive>,
        /// Section three (收到和处理政府信息公开申请情况).
        pub applications: Option<Applications>,
        /// Section four (政府信息公开行政复议、行政诉讼情况).
        pub reviews: Option<Reviews>,
        /// The agency's own explanations. They do not change any number or verdict.
        pub remarks: Vec<Remark>,
        /// The text of the report, for reading and searching.
        pub text: Vec<Section>,
    }
}

record! {
    /// The agency that published the report.
    pub struct Agency {
        /// The full name, such as 隆德县人民政府.
        pub name: String,
        /// The division code of its area (统计用区划代码).
        pub division_code: Option<String>,
    }
}

record! {
    /// The period that the report covers.
    pub struct Period {
        /// The first day.
        pub from: Date,
        /// The last day, inclusive.
        pub to: Date,
    }
}

record! {
    /// Where the report was published.
    pub struct Source {
        /// The title of the page or file.
        pub title: Option<String>,
        /// The address of the page or file.
        pub url: Option<String>,
        /// The day of publication.
        pub published: Option<Date>,
    }
}

record! {
    /// Section one (总体情况): figures given in prose.
    pub struct Disclosure {
        /// The total published.
        pub total: Option<Quantity>,
        /// Whether the categories add up to the total.
        pub categories_cover: Option<Cover>,
        /// The kinds of information published, in printed order.
        pub categories: Vec<Named>,
        /// `all` only if the text says that the channels add up to the total.
        pub channels_cover: Option<Cover>,
        /// The channels through which it was published, in printed order. One item may be on several.
        pub channels: Vec<Channel>,
        /// Meetings, interviews, open days and the like, in printed order.
        pub activities: Vec<Named>,
        /// The applications that the text mentions.
        pub applications: Option<StatedApplications>,
    }
}

record! {
    /// A kind of information or an activity, with its count as the text states it.
    pub struct Named {
        /// The name as printed.
        pub name: String,
        /// The number as printed.
        pub count: i64,
        /// How the prose hedges the number.
        pub qualifier: Option<Qualifier>,
        /// The printed measure word, such as 条.
        pub unit: Option<String>,
    }
}

impl Named {
    /// Returns the count with its hedge and its unit.
    pub fn quantity(&self) -> Quantity {
        Quantity {
            count: self.count,
            qualifier: self.qualifier,
            unit: self.unit.clone(),
        }
    }
}

record! {
    /// A channel of publication, with its count as the text states it.
    pub struct Channel {
        /// The name as printed.
        pub name: String,
        /// The number as printed.
        pub count: i64,
        /// How the prose hedges the number.
        pub qualifier: Option<Qualifier>,
        /// The printed measure word, such as 条.
        pub unit: Option<String>,
        /// Whether the categories add up to the channel's count.
        pub categories_cover: Option<Cover>,
        /// The kinds of information published through it, in printed order.
        pub categories: Vec<Named>,
    }
}

impl Channel {
    /// The channel without its own categories.
    pub fn named(&self) -> Named {
        Named {
            name: self.name.clone(),
            count: self.count,
            qualifier: self.qualifier,
            unit: self.unit.clone(),
        }
    }

    /// Returns the count with its hedge and its unit.
    pub fn quantity(&self) -> Quantity {
        self.named().quantity()
    }
}

record! {
    /// Applications as section one states them.
    pub struct StatedApplications {
        /// Received this year.
        pub received: Option<Quantity>,
        /// Completed this year.
        pub completed: Option<Quantity>,
    }
}

record! {
    /// Section two (主动公开政府信息情况). The [`Edition`] decides which rows and cells it may have;
    /// reading refuses those of the other edition.
    pub struct Proactive {
        /// Rules (规章).
        pub rules: Option<Documents>,
        /// Normative documents (规范性文件).
        pub normative_documents: Option<Documents>,
        /// Licences (行政许可).
        pub licences: Option<Services>,
        /// Other services to the public (其他对外管理服务事项); 2019 only.
        pub other_services: Option<Services>,
        /// Penalties (行政处罚).
        pub penalties: Option<Services>,
        /// Compulsory measures (行政强制).
        pub compulsory_measures: Option<Services>,
        /// Administrative fees (行政事业性收费).
        pub fees: Option<Fees>,
        /// Centralised procurement (政府集中采购); 2019 only.
        pub procurement: Option<Procurement>,
    }
}

record! {
    /// 2019: made, disclosed, total disclosed. 2021: made, repealed, in force.
    pub struct Documents {
        /// Made this year.
        pub made: Cell,
        /// Disclosed this year; 2019 only.
        pub disclosed: Cell,
        /// Disclosed in all; 2019 only.
        pub total_disclosed: Cell,
        /// Repealed this year; 2021 only.
        pub repealed: Cell,
        /// In force at the end of the year; 2021 only.
        pub in_force: Cell,
    }
}

record! {
    /// 2019: items last year, change this year, decisions. 2021: decisions.
    pub struct Services {
        /// Items at the end of last year; 2019 only.
        pub items_last_year: Cell,
        /// The change in items this year; 2019 only.
        pub change: Cell = Change,
        /// Decisions this year.
        pub decisions: Cell,
    }
}

record! {
    /// 2019: items last year, change this year. 2021: the amount collected.
    pub struct Fees {
        /// Items at the end of last year; 2019 only.
        pub items_last_year: Cell,
        /// The change in items this year; 2019 only.
        pub change: Cell = Change,
        /// Collected this year; 2021 only.
        pub amount: Amount,
    }
}

record! {
    /// Centralised procurement (政府集中采购).
    pub struct Procurement {
        /// The number of projects.
        pub projects: Cell,
        /// Their total cost.
        pub amount: Amount,
    }
}

record! {
    /// Section three (收到和处理政府信息公开申请情况).
    pub struct Applications {
        /// Received this year (一、本年新收).
        pub received: Option<Row>,
        /// Carried over from last year (二、上年结转).
        pub carried_in: Option<Row>,
        /// Outcomes this year (三、本年度办理结果).
        pub outcomes: Option<Outcomes>,
        /// Carried over to next year (四、结转下年度继续办理).
        pub carried_out: Option<Row>,
    }
}

record! {
    /// The outcomes of the applications (三、本年度办理结果).
    pub struct Outcomes {
        /// Granted ((一) 予以公开).
        pub granted: Option<Row>,
        /// Granted in part ((二) 部分公开).
        pub partly_granted: Option<Row>,
        /// Refused ((三) 不予公开).
        pub refused: Option<Refused>,
        /// Could not be provided ((四) 无法提供).
        pub unable: Option<Unable>,
        /// Not processed ((五) 不予处理).
        pub not_processed: Option<NotProcessed>,
        /// Other outcomes ((六) 其他处理): one row in 2019, three in 2021.
        pub other: Option<OtherOutcome>,
        /// All outcomes ((七) 总计).
        pub total: Option<Row>,
    }
}

/// Records whose every field is a row that the file may lack.
macro_rules! rows {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident { $($(#[doc = $field_doc:literal])* $field:ident),+ $(,)? }
    )+) => {
        record! {
            $(
                $(#[doc = $doc])*
                pub struct $name {
                    $( $(#[doc = $field_doc])* pub $field: Option<Row>, )+
                }
            )+
        }
    };
}

rows! {
    /// Refused ((三) 不予公开), by the form's eight grounds.
    Refused {
        /// State secrets (属于国家秘密).
        state_secret,
        /// Disclosure forbidden by law (其他法律行政法规禁止公开).
        forbidden_by_law,
        /// A danger to security or stability (危及“三安全一稳定”).
        three_securities_one_stability,
        /// Rights of third parties (保护第三方合法权益).
        third_party_rights,
        /// Internal affairs, of three kinds (属于三类内部事务信息).
        internal_affairs,
        /// Deliberation, of four kinds (属于四类过程性信息).
        deliberative,
        /// Files of law enforcement (属于行政执法案卷).
        enforcement_file,
        /// Matters of administrative query (属于行政查询事项).
        administrative_query,
    }
    /// Could not be provided ((四) 无法提供), by reason.
    Unable {
        /// Not held by the agency (本机关不掌握相关政府信息).
        not_held,
        /// Would have to be compiled (没有现成信息需要另行制作).
        needs_compiling,
        /// Still unclear after correction (补正后申请内容仍不明确).
        still_unclear,
    }
    /// Not processed ((五) 不予处理), by reason.
    NotProcessed {
        /// Petitions, reports and complaints (信访举报投诉类申请).
        petition,
        /// Repeated applications (重复申请).
        repeat,
        /// Requests for publications (要求提供公开出版物).
        asks_for_publication,
        /// Excessive applications without good reason (无正当理由大量反复申请).
        excessive,
        /// Requests to confirm or reissue what was received (要求行政机关确认或重新出具已获取信息).
        asks_to_confirm,
    }
    /// Other outcomes ((六) 其他处理), as the 2021 form divides it.
    OtherOutcomes {
        /// Not corrected in time (申请人无正当理由逾期不补正).
        not_corrected_in_time,
        /// The fee was not paid in time (申请人逾期未按收费通知要求缴纳费用).
        fee_not_paid,
        /// Other (其他).
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
        /// Administrative reconsideration (行政复议).
        pub reconsideration: Option<Block>,
        /// Litigation without reconsideration (未经复议直接起诉).
        pub litigation_direct: Option<Block>,
        /// Litigation after reconsideration (复议后起诉).
        pub litigation_after_reconsideration: Option<Block>,
    }
}

record! {
    /// Cases by result.
    pub struct Block {
        /// Upheld (结果维持).
        pub upheld: Cell,
        /// Corrected (结果纠正).
        pub corrected: Cell,
        /// Another result (其他结果).
        pub other: Cell,
        /// Not concluded (尚未审结).
        pub pending: Cell,
        /// All (总计).
        pub total: Cell,
    }
}

record! {
    /// One section of the report's text.
    pub struct Section {
        /// Its heading.
        pub title: String,
        /// Its paragraphs in order.
        pub paragraphs: Vec<String>,
    }
}

record! {
    /// An explanation by the agency, in its own words.
    pub struct Remark {
        /// The fields that it explains.
        pub at: Paths,
        /// The number of the check to which it responds.
        pub rule: Option<u8>,
        /// The explanation.
        pub text: String,
    }
}

/// Paths of fields, such as `disclosure.total`; at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paths(pub Vec<String>);

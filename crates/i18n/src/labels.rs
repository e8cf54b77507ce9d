//! The form's printed labels.

use crate::{Locale, texts};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Edition, ProactiveColumn, ProactiveKey, RowGroup, RowKey,
};

texts! {
    /// The labels that the statutory form prints.
    Label in label {
        SectionOverall: "总体情况", "General situation";
        SectionProactive: "主动公开政府信息情况", "Information disclosed proactively";
        SectionApplications: "收到和处理政府信息公开申请情况", "Applications for information received and handled";
        SectionReviews: "政府信息公开行政复议、行政诉讼情况", "Administrative reconsideration and litigation over disclosure";
        SectionProblems: "存在的主要问题及改进情况", "Main problems and improvements";
        SectionOther: "其他需要报告的事项", "Other matters to report";

        Content: "信息内容", "Content";
        Article20(item): "第二十条第{item}项", "Article 20, item {item}";
        Rules: "规章", "Rules";
        NormativeDocuments: "规范性文件", "Normative documents";
        NormativeDocuments2021: "行政规范性文件", "Administrative normative documents";
        Licences: "行政许可", "Administrative licences";
        OtherServices: "其他对外管理服务事项", "Other public services";
        Penalties: "行政处罚", "Administrative penalties";
        CompulsoryMeasures: "行政强制", "Compulsory measures";
        Fees: "行政事业性收费", "Administrative fees";
        Procurement: "政府集中采购", "Centralised procurement";
        Made: "本年新制作数量", "Made this year";
        Made2021: "本年制发件数", "Issued this year";
        Disclosed: "本年新公开数量", "Disclosed this year";
        TotalDisclosed: "对外公开总数量", "Disclosed in total";
        Repealed: "本年废止件数", "Repealed this year";
        InForce: "现行有效件数", "In force";
        ItemsLastYear: "上一年项目数量", "Items last year";
        Change: "本年增/减", "Change this year";
        Decisions: "处理决定数量", "Decisions";
        Decisions2021: "本年处理决定数量", "Decisions this year";
        FeesCollected: "本年收费金额", "Fees collected this year";
        Projects: "采购项目数量", "Procurement projects";
        ProcurementAmount: "采购总金额", "Total procurement amount";

        Applicants: "申请人情况", "Applicants";
        Person: "自然人", "Natural persons";
        Organisations: "法人或其他组织", "Legal persons and other organisations";
        Business: "商业企业", "Businesses";
        Research: "科研机构", "Research institutions";
        Welfare: "社会公益组织", "Public-interest organisations";
        Legal: "法律服务机构", "Legal service providers";
        OtherApplicant: "其他", "Others";
        Total: "总计", "Total";
        BalanceNote: "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和", "In each column, items 1 and 2 together equal items 3 and 4 together";

        Received: "本年新收政府信息公开申请数量", "Applications received this year";
        CarriedIn: "上年结转政府信息公开申请数量", "Applications carried in from last year";
        Outcomes: "本年度办理结果", "Outcomes this year";
        Granted: "予以公开", "Granted";
        PartlyGranted: "部分公开", "Partly granted";
        PartlyGrantedNote: "区分处理的，只计这一情形，不计其他情形", "where information is separated, count only here";
        Refused: "不予公开", "Refused";
        StateSecret: "属于国家秘密", "State secret";
        ForbiddenByLaw: "其他法律行政法规禁止公开", "Disclosure forbidden by another law or regulation";
        ThreeSecurities: "危及“三安全一稳定”", "Endangers national, public or economic security or social stability";
        ThirdPartyRights: "保护第三方合法权益", "Protects a third party's lawful rights";
        InternalAffairs: "属于三类内部事务信息", "Internal affairs (three kinds)";
        Deliberative: "属于四类过程性信息", "Information from deliberations (four kinds)";
        EnforcementFile: "属于行政执法案卷", "Administrative enforcement file";
        AdministrativeQuery: "属于行政查询事项", "Matter for an administrative query";
        Unable: "无法提供", "Unable to provide";
        NotHeld: "本机关不掌握相关政府信息", "The agency does not hold it";
        NeedsCompiling: "没有现成信息需要另行制作", "Not at hand; would have to be compiled";
        StillUnclear: "补正后申请内容仍不明确", "Still unclear after correction";
        NotProcessed: "不予处理", "Not processed";
        Petition: "信访举报投诉类申请", "Petition, report or complaint";
        Repeat: "重复申请", "Repeated application";
        AsksForPublication: "要求提供公开出版物", "Asks for a publication on public sale";
        Excessive: "无正当理由大量反复申请", "Many repeated applications without good reason";
        AsksToConfirm: "要求行政机关确认或重新出具已获取信息", "Asks to confirm or reissue information already obtained";
        OtherOutcomes: "其他处理", "Handled otherwise";
        NotCorrectedInTime: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "Not corrected in time without good reason, so handled no further";
        FeeNotPaid: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "Fee not paid in time, so handled no further";
        OtherRest: "其他", "Other";
        CarriedOut: "结转下年度继续办理", "Carried out to next year";

        Reconsideration: "行政复议", "Administrative reconsideration";
        Litigation: "行政诉讼", "Administrative litigation";
        LitigationDirect: "未经复议直接起诉", "Litigation without reconsideration";
        LitigationAfter: "复议后起诉", "Litigation after reconsideration";
        Upheld: "结果维持", "Upheld";
        Corrected: "结果纠正", "Corrected";
        OtherResult: "其他结果", "Other result";
        Pending: "尚未审结", "Pending";
    }
}

/// A row of section three, without its number.
pub fn row_label(locale: Locale, row: RowKey) -> &'static str {
    let label = match row {
        RowKey::Received => Label::Received,
        RowKey::CarriedIn => Label::CarriedIn,
        RowKey::Granted => Label::Granted,
        RowKey::PartlyGranted => Label::PartlyGranted,
        RowKey::StateSecret => Label::StateSecret,
        RowKey::ForbiddenByLaw => Label::ForbiddenByLaw,
        RowKey::ThreeSecuritiesOneStability => Label::ThreeSecurities,
        RowKey::ThirdPartyRights => Label::ThirdPartyRights,
        RowKey::InternalAffairs => Label::InternalAffairs,
        RowKey::Deliberative => Label::Deliberative,
        RowKey::EnforcementFile => Label::EnforcementFile,
        RowKey::AdministrativeQuery => Label::AdministrativeQuery,
        RowKey::NotHeld => Label::NotHeld,
        RowKey::NeedsCompiling => Label::NeedsCompiling,
        RowKey::StillUnclear => Label::StillUnclear,
        RowKey::Petition => Label::Petition,
        RowKey::Repeat => Label::Repeat,
        RowKey::AsksForPublication => Label::AsksForPublication,
        RowKey::Excessive => Label::Excessive,
        RowKey::AsksToConfirm => Label::AsksToConfirm,
        RowKey::Other => Label::OtherOutcomes,
        RowKey::NotCorrectedInTime => Label::NotCorrectedInTime,
        RowKey::FeeNotPaid => Label::FeeNotPaid,
        RowKey::OtherRest => Label::OtherRest,
        RowKey::Total => Label::Total,
        RowKey::CarriedOut => Label::CarriedOut,
    };
    label.text(locale)
}

/// The number that the form prints before a row: 一、 （一） 1.
pub fn row_number(locale: Locale, row: RowKey) -> &'static str {
    if let Some(group) = row.group() {
        let mut rows = RowKey::ALL.iter().filter(|row| row.group() == Some(group));
        let index = rows.position(|other| *other == row).unwrap_or_default();
        return ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."]
            .get(index)
            .unwrap_or(&"");
    }
    match (locale, row) {
        (Locale::ZhCn, RowKey::Received) => "一、",
        (Locale::ZhCn, RowKey::CarriedIn) => "二、",
        (Locale::ZhCn, RowKey::Granted) => "（一）",
        (Locale::ZhCn, RowKey::PartlyGranted) => "（二）",
        (Locale::ZhCn, RowKey::Other) => "（六）",
        (Locale::ZhCn, RowKey::Total) => "（七）",
        (Locale::ZhCn, RowKey::CarriedOut) => "四、",
        (Locale::En, RowKey::Received) => "I.",
        (Locale::En, RowKey::CarriedIn) => "II.",
        (Locale::En, RowKey::Granted) => "(1)",
        (Locale::En, RowKey::PartlyGranted) => "(2)",
        (Locale::En, RowKey::Other) => "(6)",
        (Locale::En, RowKey::Total) => "(7)",
        (Locale::En, RowKey::CarriedOut) => "IV.",
        _ => "",
    }
}

/// A heading above several rows of section three, without its number.
pub fn group_label(locale: Locale, group: RowGroup) -> &'static str {
    let label = match group {
        RowGroup::Refused => Label::Refused,
        RowGroup::Unable => Label::Unable,
        RowGroup::NotProcessed => Label::NotProcessed,
        RowGroup::Other => Label::OtherOutcomes,
    };
    label.text(locale)
}

/// The number that the form prints before a heading.
pub fn group_number(locale: Locale, group: RowGroup) -> &'static str {
    match (locale, group) {
        (Locale::ZhCn, RowGroup::Refused) => "（三）",
        (Locale::ZhCn, RowGroup::Unable) => "（四）",
        (Locale::ZhCn, RowGroup::NotProcessed) => "（五）",
        (Locale::ZhCn, RowGroup::Other) => "（六）",
        (Locale::En, RowGroup::Refused) => "(3)",
        (Locale::En, RowGroup::Unable) => "(4)",
        (Locale::En, RowGroup::NotProcessed) => "(5)",
        (Locale::En, RowGroup::Other) => "(6)",
    }
}

/// A column of section three.
pub fn applicant_label(locale: Locale, applicant: Applicant) -> &'static str {
    let label = match applicant {
        Applicant::Person => Label::Person,
        Applicant::Business => Label::Business,
        Applicant::Research => Label::Research,
        Applicant::Welfare => Label::Welfare,
        Applicant::Legal => Label::Legal,
        Applicant::Other => Label::OtherApplicant,
        Applicant::Total => Label::Total,
    };
    label.text(locale)
}

/// A row of section two.
pub fn proactive_label(locale: Locale, edition: Edition, row: ProactiveKey) -> &'static str {
    let label = match row {
        ProactiveKey::Rules => Label::Rules,
        ProactiveKey::NormativeDocuments if edition == Edition::Form2021 => {
            Label::NormativeDocuments2021
        }
        ProactiveKey::NormativeDocuments => Label::NormativeDocuments,
        ProactiveKey::Licences => Label::Licences,
        ProactiveKey::OtherServices => Label::OtherServices,
        ProactiveKey::Penalties => Label::Penalties,
        ProactiveKey::CompulsoryMeasures => Label::CompulsoryMeasures,
        ProactiveKey::Fees => Label::Fees,
        ProactiveKey::Procurement => Label::Procurement,
    };
    label.text(locale)
}

/// The paragraph of the regulation under which the form prints a row of section two.
pub fn article_label(locale: Locale, row: ProactiveKey) -> String {
    let (zh, en) = match row {
        ProactiveKey::Rules | ProactiveKey::NormativeDocuments => ("（一）", "(1)"),
        ProactiveKey::Licences | ProactiveKey::OtherServices => ("（五）", "(5)"),
        ProactiveKey::Penalties | ProactiveKey::CompulsoryMeasures => ("（六）", "(6)"),
        ProactiveKey::Fees => ("（八）", "(8)"),
        ProactiveKey::Procurement => ("（九）", "(9)"),
    };
    let number = match locale {
        Locale::ZhCn => zh,
        Locale::En => en,
    };
    label::Article20 { item: number }.text(locale)
}

/// A column of section two, whose label depends on the edition.
pub fn proactive_column_label(
    locale: Locale,
    edition: Edition,
    row: ProactiveKey,
    column: ProactiveColumn,
) -> &'static str {
    let old = edition == Edition::Form2019;
    let label = match column {
        ProactiveColumn::Made if old => Label::Made,
        ProactiveColumn::Made => Label::Made2021,
        ProactiveColumn::Disclosed => Label::Disclosed,
        ProactiveColumn::TotalDisclosed => Label::TotalDisclosed,
        ProactiveColumn::Repealed => Label::Repealed,
        ProactiveColumn::InForce => Label::InForce,
        ProactiveColumn::ItemsLastYear => Label::ItemsLastYear,
        ProactiveColumn::Change => Label::Change,
        ProactiveColumn::Decisions if old => Label::Decisions,
        ProactiveColumn::Decisions => Label::Decisions2021,
        ProactiveColumn::Projects => Label::Projects,
        ProactiveColumn::Amount if row == ProactiveKey::Fees => Label::FeesCollected,
        ProactiveColumn::Amount => Label::ProcurementAmount,
    };
    label.text(locale)
}

/// A block of section four.
pub fn block_label(locale: Locale, block: BlockKey) -> &'static str {
    let label = match block {
        BlockKey::Reconsideration => Label::Reconsideration,
        BlockKey::LitigationDirect => Label::LitigationDirect,
        BlockKey::LitigationAfterReconsideration => Label::LitigationAfter,
    };
    label.text(locale)
}

/// A column of section four.
pub fn block_column_label(locale: Locale, column: BlockColumn) -> &'static str {
    let label = match column {
        BlockColumn::Upheld => Label::Upheld,
        BlockColumn::Corrected => Label::Corrected,
        BlockColumn::Other => Label::OtherResult,
        BlockColumn::Pending => Label::Pending,
        BlockColumn::Total => Label::Total,
    };
    label.text(locale)
}

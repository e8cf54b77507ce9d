//! Messages: why a catalogue is not valid, and why two measures are not compared.

use crate::{CatalogError, CatalogProblem, ExpectedValue, IncomparableReason};
use gongkai_i18n::{Locale, texts};

texts! {
    /// One sentence for each problem.
    CatalogText in catalog_text {
        NotJson(file): "{file}：不是有效的 JSON，请检查文件是否完整。", "{file} is not valid JSON: check that the file is complete.";
        Format(file, field, value, format): "{file}：格式标识（{field}）是 {value}，这里只能读取 \"{format}\"，请重新生成目录文件或更新组件。", "{file} has {field} {value}; only \"{format}\" can be read here. Build the catalogue again or update the widget.";
        MissingField(file, field): "{file}：缺少 {field}，请重新生成目录文件。", "{file} lacks {field}. Build the catalogue again.";
        UnknownField(file, field, fields): "{file}：有无法识别的字段 {field}；此处可用的字段是：{fields}。", "{file} has an unknown field: {field}. Known fields here: {fields}.";
        DuplicateField(file, field): "{file}：{field} 出现了两次，请只保留一个。", "{file} has {field} twice. Keep only one.";
        WrongType(file, field, value, expected): "{file}：{field} 应为{expected}，实际为 {value}。", "In {file}, {field} should be {expected}, but is {value}.";
        InvalidValue(file, field, value, expected): "{file}：{field} 的值 {value} 无效，应为{expected}。", "In {file}, {field} is {value}, which is not valid; it should be {expected}.";
        OutOfRange(file, field, value): "{file}：{field} 的数值 {value} 过大，超出可表示的范围。", "In {file}, {field} is {value}, which is too large.";
        Length(file, field, found, expected): "{file}：{field} 应有 {expected} 项，实际有 {found} 项。请重新生成目录文件。", "In {file}, {field} should have {expected} {expected|item|items}, but has {found}. Build the catalogue again.";
        Whole: "整个文件", "the whole file";
        Object: "对象（{…}）", "an object ({…})";
        List: "列表（[…]）", "a list ([…])";
        Text: "文字（加引号）", "text in quotes";
        True: "值 true（不是虚构数据时不写这一项）", "true (omitted if the data is real)";
        Size: "报告份数", "a number of reports";
        Year: "年份（2008 至 2200）", "a year from 2008 to 2200";
        LaterYear: "同一机关中比前一份更晚的年份", "a later year than that of the agency's previous report";
        Edition: "版本 \"2019\" 或 \"2021\"", "\"2019\" or \"2021\"";
        Group: "分组的序号（从 0 开始）或 null", "the index of a group, from 0, or null";
        Path: "目录文件所在文件夹之内的路径", "a path inside the catalogue's folder";
        Pattern: "只含 {code}、{code2}、{code4}、{name}、{year} 的路径样式", "a pattern of paths with {code}, {code2}, {code4}, {name} and {year} only";
        Hash: "校验值 SHA-384（base64，64 个字符）", "a SHA-384 in base64, of 64 characters";
        Measure: "本版本认识的指标", "a measure that this version knows";
        OwnEdition: "该指标所属的报告格式版本（两版都有时不写）", "the edition that the measure belongs to (omitted if both have it)";
        Count: "整数、null（空白）、\"/\" 或 \"\"（没有这一项）", "a whole number, null (blank), \"/\" or \"\" (no such field)";
        Change: "整数（可为负）、null（空白）、\"/\" 或 \"\"（没有这一项）", "a whole number (may be negative), null (blank), \"/\" or \"\" (no such field)";
        Stated: "数量（如 \"over 3200 条\"）、null（空白）、\"/\" 或 \"\"（没有这一项）", "a count (such as \"over 3200 items\"), null (blank), \"/\" or \"\" (no such field)";
        Amount: "金额（如 \"21207.84 万元\"）、null（空白）、\"/\" 或 \"\"（没有这一项）", "an amount with its unit, in quotes, null (blank), \"/\" or \"\" (no such field)";
        Number: "不为负的数（小数加引号）或 null", "a number not below zero (a decimal in quotes) or null";
        Digits: "索引文件名的位数（0 至 6）", "the number of digits in the names of index files (0 to 6)";
        Kind: "机关的层级和类别，如 county-government", "a kind of agency, such as county-government";
        ItemsWithDecisions: "“事项”是机关可以办理的事项数量，“决定”是当年实际作出的数量，两者含义不同，不能比较。", "Items are the matters that an agency may handle, decisions what it did in the year; they cannot be compared.";
        DisclosedWithInForce: "旧版报告的“对外公开总数量”与新版报告的“现行有效件数”统计口径不同，不能比较。", "The total disclosed (form of 2019) and the number in force (form of 2021) are counted differently; they cannot be compared.";
        NoCommonEdition: "这两项分别只在旧版和新版报告中出现，没有同时包含两者的报告，不能比较。", "One exists only in the form of 2019, the other only in that of 2021; no report has both, so they cannot be compared.";
        OtherUnit: "这两项统计的对象或单位不同，不能放在同一个刻度上比较。", "They count different things and cannot share a scale.";
    }
}

/// Makes the sentence for the reader.
pub fn catalog_error(locale: Locale, file: &str, error: &CatalogError) -> String {
    let field = if error.path.is_empty() {
        CatalogText::Whole.text(locale)
    } else {
        &error.path
    };
    let value = error.value.as_deref().unwrap_or_default();
    match error.problem {
        CatalogProblem::NotJson => catalog_text::NotJson { file }.text(locale),
        CatalogProblem::Format(format) => catalog_text::Format {
            file,
            field,
            value,
            format,
        }
        .text(locale),
        CatalogProblem::MissingField => catalog_text::MissingField { file, field }.text(locale),
        CatalogProblem::UnknownField(fields) => {
            let fields = &fields.join(", ");
            catalog_text::UnknownField {
                file,
                field,
                fields,
            }
            .text(locale)
        }
        CatalogProblem::DuplicateField => catalog_text::DuplicateField { file, field }.text(locale),
        CatalogProblem::WrongType(expected) => catalog_text::WrongType {
            file,
            field,
            value,
            expected: expectation(expected).text(locale),
        }
        .text(locale),
        CatalogProblem::InvalidValue(expected) => catalog_text::InvalidValue {
            file,
            field,
            value,
            expected: expectation(expected).text(locale),
        }
        .text(locale),
        CatalogProblem::OutOfRange => catalog_text::OutOfRange { file, field, value }.text(locale),
        CatalogProblem::Length { found, wanted } => catalog_text::Length {
            file,
            field,
            found: &found.to_string(),
            expected: &wanted.to_string(),
        }
        .text(locale),
    }
}

/// Makes the sentence that says why two measures are not shown on one scale.
pub fn incomparable_message(locale: Locale, reason: IncomparableReason) -> &'static str {
    match reason {
        IncomparableReason::ItemsWithDecisions => CatalogText::ItemsWithDecisions,
        IncomparableReason::DisclosedWithInForce => CatalogText::DisclosedWithInForce,
        IncomparableReason::NoCommonEdition => CatalogText::NoCommonEdition,
        IncomparableReason::OtherUnit => CatalogText::OtherUnit,
    }
    .text(locale)
}

fn expectation(expected: ExpectedValue) -> CatalogText {
    match expected {
        ExpectedValue::Object => CatalogText::Object,
        ExpectedValue::List => CatalogText::List,
        ExpectedValue::Text => CatalogText::Text,
        ExpectedValue::True => CatalogText::True,
        ExpectedValue::Size => CatalogText::Size,
        ExpectedValue::Year => CatalogText::Year,
        ExpectedValue::LaterYear => CatalogText::LaterYear,
        ExpectedValue::Edition => CatalogText::Edition,
        ExpectedValue::Group => CatalogText::Group,
        ExpectedValue::Path => CatalogText::Path,
        ExpectedValue::Pattern => CatalogText::Pattern,
        ExpectedValue::Hash => CatalogText::Hash,
        ExpectedValue::Measure => CatalogText::Measure,
        ExpectedValue::OwnEdition => CatalogText::OwnEdition,
        ExpectedValue::Count => CatalogText::Count,
        ExpectedValue::Change => CatalogText::Change,
        ExpectedValue::Stated => CatalogText::Stated,
        ExpectedValue::Amount => CatalogText::Amount,
        ExpectedValue::Number => CatalogText::Number,
        ExpectedValue::Digits => CatalogText::Digits,
        ExpectedValue::Kind => CatalogText::Kind,
    }
}

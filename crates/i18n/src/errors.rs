//! Errors of reading a report, as sentences that say what to do.

use crate::{Locale, fill, texts};
use gongkai_model::{Expected, Problem, ReadError};

texts! {
    /// One sentence a problem; {0} the file, {1} the field, {2} the value, {3} what may stand there.
    ErrorText {
        NotJson: "{0} 不是有效的 JSON，请检查文件是否完整、括号和逗号是否成对。", "{0} is not valid JSON: check that the file is complete and its brackets and commas match.";
        Format: "{0} 的格式标识（{1}）是 {2}，本组件只能读取 \"gongkai-report/1\"，请更新组件或重新转换文件。", "{0} says its {1} is {2}; this widget reads \"gongkai-report/1\" only. Update the widget or convert the file again.";
        MissingField: "{0} 缺少必填字段 {1}，请补上后再试。", "{0} lacks the required field {1}. Add it and try again.";
        UnknownField: "{0} 中有无法识别的字段 {1}；此处可用的字段是：{3}。请检查拼写。", "{0} has a field that is not known: {1}. Here these may stand: {3}. Check the spelling.";
        OtherEdition: "{0} 中的字段 {1} 不属于该文件注明的报告格式版本（edition），请核对版本或删除该字段。", "{0} has a field, {1}, that the edition it names does not have. Correct the edition or remove the field.";
        DuplicateField: "{0} 中字段 {1} 出现了两次，请只保留一个。", "{0} has the field {1} twice. Keep only one.";
        WrongType: "{0} 中 {1} 应为{3}，实际为 {2}。请更正后再试。", "In {0}, {1} should be {3}, but is {2}. Correct it and try again.";
        Negative: "{0} 中 {1} 是负数 {2}，只有“本年增/减”可以为负。请更正后再试。", "In {0}, {1} is negative ({2}); only a change from last year may be. Correct it and try again.";
        OutOfRange: "{0} 中 {1} 的数值 {2} 过大，超出可表示的范围。请更正后再试。", "In {0}, {1} is {2}, a number too large to hold. Correct it and try again.";
        NotWhole: "{0} 中 {1} 应为整数，实际为 {2}。请更正后再试。", "In {0}, {1} should be a whole number, but is {2}. Correct it and try again.";
        InvalidValue: "{0} 中 {1} 的值 {2} 不成立，应为{3}。请更正后再试。", "In {0}, {1} is {2}, which cannot be; it should be {3}. Correct it and try again.";
        NotOneOf: "{0} 中 {1} 的值是 {2}，只能是：{3}。请更正后再试。", "In {0}, {1} is {2}; it can only be one of {3}. Correct it and try again.";
        RowLength: "{0} 中 {1} 应有七个单元格（六类申请人和总计），实际有 {3} 个。请补齐后再试。", "In {0}, {1} should have seven cells (six kinds of applicant and the total), but has {3}. Complete it and try again.";
        InLine: "{0} 第 {1} 行", "{0} (line {1})";
        Whole: "整个文件", "the file as a whole";
        Object: "对象（{…}）", "an object ({…})";
        List: "列表（[…]）", "a list ([…])";
        Words: "文字（加引号）", "text in quotes";
        Count: "整数、null（空白）或 \"/\"", "a whole number, null (blank) or \"/\"";
        Change: "整数（可为负）、null（空白）或 \"/\"", "a whole number (may be negative), null (blank) or \"/\"";
        Row: "七个单元格的列表", "a list of seven cells";
        Amount: "金额（如 {\"value\": \"12.5\", \"unit\": \"万元\"}）、null（空白）或 \"/\"", "an amount (such as {\"value\": \"12.5\", \"unit\": \"万元\"}), null (blank) or \"/\"";
        Decimal: "加引号的小数（如 \"21207.84\"）", "a decimal in quotes (such as \"21207.84\")";
        Date: "日期（如 \"2020-12-31\"）", "a date (such as \"2020-12-31\")";
        Year: "2008 至 2200 之间的年份", "a year from 2008 to 2200";
    }
}

/// Describes an error in one sentence.
pub fn read_error(locale: Locale, file: &str, error: &ReadError) -> String {
    let file = &match error.line {
        Some(line) => ErrorText::InLine.with(locale, &[file, &line.to_string()]),
        None => file.to_owned(),
    };
    let comma = match locale {
        Locale::ZhCn => "、",
        Locale::En => ", ",
    };
    let field = if error.path.is_empty() {
        ErrorText::Whole.text(locale)
    } else {
        &error.path
    };
    let mut expected = String::new();
    let text = match &error.problem {
        Problem::NotJson => ErrorText::NotJson,
        Problem::Format => ErrorText::Format,
        Problem::MissingField => ErrorText::MissingField,
        Problem::UnknownField(fields) => {
            expected = fields.join(comma);
            ErrorText::UnknownField
        }
        Problem::OtherEdition => ErrorText::OtherEdition,
        Problem::DuplicateField => ErrorText::DuplicateField,
        Problem::WrongType(wanted) => {
            expected = expected_type(*wanted).text(locale).to_owned();
            ErrorText::WrongType
        }
        Problem::Negative => ErrorText::Negative,
        Problem::OutOfRange => ErrorText::OutOfRange,
        Problem::NotWhole => ErrorText::NotWhole,
        Problem::InvalidValue(wanted) => {
            expected = expected_type(*wanted).text(locale).to_owned();
            ErrorText::InvalidValue
        }
        Problem::NotOneOf(words) => {
            expected = words.join(comma);
            ErrorText::NotOneOf
        }
        Problem::RowLength(length) => {
            expected = length.to_string();
            ErrorText::RowLength
        }
    };
    let value = error.value.as_deref().unwrap_or("");
    fill(text.text(locale), &[file, field, value, &expected])
}

fn expected_type(expected: Expected) -> ErrorText {
    match expected {
        Expected::Object => ErrorText::Object,
        Expected::List => ErrorText::List,
        Expected::Text => ErrorText::Words,
        Expected::Count => ErrorText::Count,
        Expected::Change => ErrorText::Change,
        Expected::Row => ErrorText::Row,
        Expected::Amount => ErrorText::Amount,
        Expected::Decimal => ErrorText::Decimal,
        Expected::Date => ErrorText::Date,
        Expected::Year => ErrorText::Year,
    }
}

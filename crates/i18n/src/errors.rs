//! Errors of reading a report, as sentences that say what to do.

use crate::{Locale, texts};
use gongkai_model::{Expected, Problem, ReadError};

texts! {
    /// One sentence per problem, and the names of the expected types.
    ErrorText in error_text {
        NotJson(file): "{file}：不是有效的 JSON，请检查文件是否完整、括号和逗号是否成对。", "{file} is not valid JSON: check that the file is complete and its brackets and commas match.";
        Format(file, field, value): "{file}：格式标识（{field}）是 {value}，本组件只能读取 \"gongkai-report/1\"，请更新组件或重新转换文件。", "{file} has {field} {value}; this widget reads only \"gongkai-report/1\". Update the widget or convert the file again.";
        MissingField(file, field): "{file}：缺少必填字段 {field}，请补上后再试。", "{file} lacks the required field {field}. Add it and try again.";
        UnknownField(file, field, fields): "{file}：有无法识别的字段 {field}；此处可用的字段是：{fields}。请检查拼写。", "{file} has an unknown field: {field}. Known fields here: {fields}. Check the spelling.";
        OtherEdition(file, field): "{file}：字段 {field} 不属于文件注明的报告格式版本（edition），请核对版本或删除该字段。", "{file} has the field {field}, which its edition of the form does not have. Correct the edition or remove the field.";
        DuplicateField(file, field): "{file}：字段 {field} 出现了两次，请只保留一个。", "{file} has the field {field} twice. Keep only one.";
        WrongType(file, field, value, expected): "{file}：{field} 应为{expected}，实际为 {value}。请更正后再试。", "In {file}, {field} should be {expected}, but is {value}. Correct it and try again.";
        Negative(file, field, value): "{file}：{field} 是负数 {value}，只有“本年增/减”可以为负。请更正后再试。", "In {file}, {field} is negative ({value}); only a change from last year can be. Correct it and try again.";
        OutOfRange(file, field, value): "{file}：{field} 的数值 {value} 过大，超出可表示的范围。请更正后再试。", "In {file}, {field} is {value}, which is too large. Correct it and try again.";
        NotWhole(file, field, value): "{file}：{field} 应为整数，实际为 {value}。请更正后再试。", "In {file}, {field} should be a whole number, but is {value}. Correct it and try again.";
        InvalidValue(file, field, value, expected): "{file}：{field} 的值 {value} 无效，应为{expected}。请更正后再试。", "In {file}, {field} is {value}, which is not valid; it should be {expected}. Correct it and try again.";
        NotOneOf(file, field, value, words): "{file}：{field} 的值是 {value}，只能是：{words}。请更正后再试。", "In {file}, {field} is {value}; it can only be one of {words}. Correct it and try again.";
        RowLength(file, field, length): "{file}：{field} 应有七个单元格（六类申请人和总计），实际有 {length} 个。请补齐后再试。", "In {file}, {field} should have seven cells (six kinds of applicant and the total), but has {length}. Complete it and try again.";
        InLine(file, line): "{file} 第 {line} 行", "{file} (line {line})";
        Whole: "整个文件", "the whole file";
        Object: "对象（{…}）", "an object ({…})";
        List: "列表（[…]）", "a list ([…])";
        Words: "文字（加引号）", "text in quotes";
        Count: "整数、null（空白）或 \"/\"", "a whole number, null (blank) or \"/\"";
        Change: "整数（可为负）、null（空白）或 \"/\"", "a whole number (may be negative), null (blank) or \"/\"";
        Row: "七个单元格的列表，或按列名的对象", "a list of seven cells, or an object by column";
        Amount: "金额（如 {\"value\": \"12.5\", \"unit\": \"万元\"}）、null（空白）或 \"/\"", "an amount (such as {\"value\": \"12.5\", \"unit\": \"万元\"}), null (blank) or \"/\"";
        Decimal: "加引号的小数（如 \"21207.84\"）", "a decimal in quotes (such as \"21207.84\")";
        Date: "日期（如 \"2020-12-31\"）", "a date (such as \"2020-12-31\")";
        Year: "年份（2008 至 2200）", "a year from 2008 to 2200";
        Rule: "核验规则编号（1 至 15）", "the number of a check, from 1 to 15";
        Path: "报告中某个字段的路径（如 \"disclosure.total\"）", "the path of a field of the report (such as \"disclosure.total\")";
        Paths: "至少含一个字段路径的列表", "a list with the path of at least one field";
    }
}

/// Describes an error in one sentence.
pub fn read_error(locale: Locale, file: &str, error: &ReadError) -> String {
    let file = &match error.line {
        Some(line) => {
            let line = &line.to_string();
            error_text::InLine { file, line }.text(locale)
        }
        None => file.to_owned(),
    };
    let field = if error.path.is_empty() {
        ErrorText::Whole.text(locale)
    } else {
        &error.path
    };
    let value = error.value.as_deref().unwrap_or("");
    let comma = match locale {
        Locale::ZhCn => "、",
        Locale::En => ", ",
    };
    match &error.problem {
        Problem::NotJson => error_text::NotJson { file }.text(locale),
        Problem::Format => error_text::Format { file, field, value }.text(locale),
        Problem::MissingField => error_text::MissingField { file, field }.text(locale),
        Problem::UnknownField(fields) => {
            let fields = &fields.join(comma);
            error_text::UnknownField {
                file,
                field,
                fields,
            }
            .text(locale)
        }
        Problem::OtherEdition => error_text::OtherEdition { file, field }.text(locale),
        Problem::DuplicateField => error_text::DuplicateField { file, field }.text(locale),
        Problem::WrongType(expected) => {
            let expected = expected_type(*expected).text(locale);
            error_text::WrongType {
                file,
                field,
                value,
                expected,
            }
            .text(locale)
        }
        Problem::Negative => error_text::Negative { file, field, value }.text(locale),
        Problem::OutOfRange => error_text::OutOfRange { file, field, value }.text(locale),
        Problem::NotWhole => error_text::NotWhole { file, field, value }.text(locale),
        Problem::InvalidValue(expected) => {
            let expected = expected_type(*expected).text(locale);
            error_text::InvalidValue {
                file,
                field,
                value,
                expected,
            }
            .text(locale)
        }
        Problem::NotOneOf(words) => {
            let words = &words.join(comma);
            error_text::NotOneOf {
                file,
                field,
                value,
                words,
            }
            .text(locale)
        }
        Problem::RowLength(length) => {
            let length = &length.to_string();
            error_text::RowLength {
                file,
                field,
                length,
            }
            .text(locale)
        }
    }
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
        Expected::Rule => ErrorText::Rule,
        Expected::Path => ErrorText::Path,
        Expected::Paths => ErrorText::Paths,
    }
}

//! The names of the cells of a report.

use crate::{
    Label, Locale, applicant_label, block_column_label, block_label, group_label,
    proactive_column_label, proactive_label, row_label, texts,
};
use gongkai_model::{BlockKey, CellRef, Edition, ProactiveKey, RowKey};

texts! {
    /// The names of cells without a label on the form.
    CellText in cell_text {
        Cell(row, column): "{row}（{column}）", "{row} ({column})";
        Year: "报告年度", "Report year";
        PeriodFrom: "统计期限起始年份", "Year in which the period begins";
        PeriodTo: "统计期限终止年份", "Year in which the period ends";
        Total: "正文所述主动公开信息总数", "Total of published information as the text states it";
        Category(number): "所列第 {number} 类信息", "Listed category {number}";
        Channel(number): "所列第 {number} 个渠道", "Listed channel {number}";
        ChannelCategory(channel, number): "第 {channel} 个渠道所列第 {number} 类信息", "Listed category {number} of channel {channel}";
        StatedReceived: "正文所述收到申请数量", "Applications received as the text states them";
        StatedCompleted: "正文所述办结申请数量", "Applications completed as the text states them";
        Paragraph(section, paragraph): "正文第 {section} 部分第 {paragraph} 段", "Text, section {section}, paragraph {paragraph}";
    }
}

/// Names a cell, such as `本年新收政府信息公开申请数量（总计）`.
pub fn cell_name(locale: Locale, edition: Edition, cell: CellRef) -> String {
    let named = |row: &str, column: &str| cell_text::Cell { row, column }.text(locale);
    let number = |index: usize| index.saturating_add(1).to_string();
    match cell {
        CellRef::Year => CellText::Year.text(locale).to_owned(),
        CellRef::PeriodFrom => CellText::PeriodFrom.text(locale).to_owned(),
        CellRef::PeriodTo => CellText::PeriodTo.text(locale).to_owned(),
        CellRef::Total => CellText::Total.text(locale).to_owned(),
        CellRef::Category(index) => cell_text::Category {
            number: &number(index),
        }
        .text(locale),
        CellRef::Channel(index) => cell_text::Channel {
            number: &number(index),
        }
        .text(locale),
        CellRef::ChannelCategory(channel, index) => cell_text::ChannelCategory {
            channel: &number(channel),
            number: &number(index),
        }
        .text(locale),
        CellRef::StatedReceived => CellText::StatedReceived.text(locale).to_owned(),
        CellRef::StatedCompleted => CellText::StatedCompleted.text(locale).to_owned(),
        CellRef::Proactive(row, column) => named(
            proactive_label(locale, edition, row),
            proactive_column_label(locale, edition, row, column),
        ),
        CellRef::Application(row, column) => {
            named(&row_name(locale, row), applicant_label(locale, column))
        }
        CellRef::Review(block, column) => named(
            block_label(locale, block),
            block_column_label(locale, column),
        ),
        CellRef::Paragraph(section, index) => cell_text::Paragraph {
            section: &number(section),
            paragraph: &number(index),
        }
        .text(locale),
    }
}

/// Names a row, a block or a cell by its path; `None` for any other field.
pub fn field_name(locale: Locale, edition: Edition, path: &str) -> Option<String> {
    let proactive = ProactiveKey::ALL.iter();
    let proactive =
        proactive.map(|&row| (row.path(), proactive_label(locale, edition, row).to_owned()));
    let applications = RowKey::ALL.iter();
    let applications = applications.map(|&row| (row.path(), row_name(locale, row)));
    let reviews = BlockKey::ALL.iter();
    let reviews = reviews.map(|&block| (block.path(), block_label(locale, block).to_owned()));
    let mut rows = proactive.chain(applications).chain(reviews);
    let row = rows.find(|(own, _)| *own == path).map(|(_, name)| name);
    let cell = || CellRef::cells().find(|cell| cell.path() == path);
    row.or_else(|| cell().map(|cell| cell_name(locale, edition, cell)))
}

/// Names a row of section three with the heading above it, since two rows are labelled 其他.
pub fn row_name(locale: Locale, row: RowKey) -> String {
    let label = row_label(locale, row);
    let heading = match row.group() {
        Some(group) => group_label(locale, group),
        None if row == RowKey::Total => Label::Outcomes.text(locale),
        None => return label.to_owned(),
    };
    match locale {
        Locale::ZhCn => format!("{heading}：{label}"),
        Locale::En => format!("{heading}: {label}"),
    }
}

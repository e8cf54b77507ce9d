//! Applications as section one states them, where the table contradicts it.
//!
//! Apart from the other checks, so that the first view can say it without their code.

use gongkai_i18n::{Locale, grouped, quantity, texts};
use gongkai_model::text::join;
use gongkai_model::{Cell, Quantity, Report, Row};

texts! {
    /// What the text and what the table says.
    StatedText in stated_text {
        Received(count): "收到 {count}", "{count} received";
        Completed(count): "办结 {count}", "{count} completed";
        Cases(count): "{count} 件", "{count}";
        And: "、", " and ";
        Disagree(text, table): "正文说{text}，申请表填的是{table}，两处不一致。", "Text and table disagree on applications: {text} in the text, {table} in the table.";
    }
}

/// Which number of applications the text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedNumber {
    /// Applications received.
    Received,
    /// Applications completed.
    Completed,
}

/// A number of applications on which text and table disagree, with each side in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedPair {
    /// The number on which the two disagree.
    pub number: StatedNumber,
    /// What the text says.
    pub text: String,
    /// What the table says.
    pub table: String,
}

impl StatedPair {
    pub(super) fn new(
        locale: Locale,
        number: StatedNumber,
        text: &Quantity,
        table: i64,
    ) -> StatedPair {
        let text = Quantity {
            count: text.count,
            qualifier: text.qualifier,
            unit: (locale == Locale::ZhCn).then(|| "件".to_owned()),
        };
        StatedPair {
            number,
            text: quantity(locale, &text),
            table: stated_text::Cases {
                count: &grouped(table),
            }
            .text(locale),
        }
    }
}

/// The numbers of applications that the text states and the table contradicts.
pub fn stated_applications(report: &Report, locale: Locale) -> Vec<StatedPair> {
    let disclosure = report.disclosure.as_ref();
    let stated = disclosure.and_then(|disclosure| disclosure.applications.as_ref());
    let (Some(stated), Some(table)) = (stated, &report.applications) else {
        return Vec::new();
    };
    // By their fields: the first view has no code for all rows.
    let total = |row: Option<Row>| row.map_or(Cell::Missing, |row| row.total());
    let outcomes = table.outcomes.as_ref();
    let mut pairs = Vec::new();
    let mut add = |number, stated: &Option<Quantity>, row: Option<Row>, more: Cell| {
        if let (Some(text), Some(count)) = (stated, total(row).count())
            && contradicts(text, count, more)
        {
            pairs.push(StatedPair::new(locale, number, text, count));
        }
    };
    // The text may count applications carried in as received.
    add(
        StatedNumber::Received,
        &stated.received,
        table.received,
        total(table.carried_in),
    );
    add(
        StatedNumber::Completed,
        &stated.completed,
        outcomes.and_then(|outcomes| outcomes.total),
        Cell::Count(0),
    );
    pairs
}

/// Whether neither `count` nor `count + more` can be what the text says.
fn contradicts(text: &Quantity, count: i64, more: Cell) -> bool {
    let (low, high) = text.range();
    let is_outside = |count: i64| count < low || count > high;
    is_outside(count)
        && match more {
            Cell::Count(more) => count.checked_add(more).is_none_or(is_outside),
            Cell::Blank => count > high,
            Cell::NotApplicable | Cell::Missing => false,
        }
}

/// Says what the text and what the table says, in one sentence; `None` if they do not disagree.
pub fn stated_disagreement(locale: Locale, pairs: &[StatedPair]) -> Option<String> {
    if pairs.is_empty() {
        return None;
    }
    let list = |of: fn(&StatedPair) -> &str| {
        let parts = pairs.iter().map(|pair| {
            let text = match pair.number {
                StatedNumber::Received => StatedText::Received,
                StatedNumber::Completed => StatedText::Completed,
            };
            text.with(locale, &[of(pair)])
        });
        let parts: Vec<String> = parts.collect();
        join(&parts, StatedText::And.text(locale))
    };
    Some(
        stated_text::Disagree {
            text: &list(|pair| &pair.text),
            table: &list(|pair| &pair.table),
        }
        .text(locale),
    )
}

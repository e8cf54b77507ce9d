//! The 2021 form: only decisions, and fees as an amount of money.

use super::{ServiceRow, decided, decisions_panel};
use crate::figures::*;
use crate::text::{Text, view_text};
use gongkai_i18n::{Locale, in_sentence};
use gongkai_model::text::{concat, join};
use gongkai_model::{Amount, Edition, Report};

pub(super) fn figure(report: &Report, services: &[ServiceRow], locale: Locale) -> Figure {
    let fees = report
        .proactive
        .as_ref()
        .and_then(|proactive| proactive.fees.as_ref());
    let mut panels = Vec::new();
    let title = match decided(services, Edition::Form2021, locale) {
        Some(finding) => {
            panels.push(decisions_panel(services, locale));
            finding
        }
        None => match fees.and_then(|fees| fees.amount.money()) {
            Some(money) => {
                let name = Text::FeesAmount.text(locale);
                view_text::TotalDetail {
                    name,
                    value: &gongkai_i18n::money(locale, money),
                }
                .text(locale)
            }
            None => Text::NoNumbers.text(locale).to_owned(),
        },
    };
    let mut rows: Vec<TableRow> = services
        .iter()
        .filter_map(|row| {
            Some(TableRow {
                key: concat(&[&row.key(), ".decisions"]),
                name: row.name.to_owned(),
                cells: vec![TableCell::Cell(row.decisions?)],
            })
        })
        .collect();
    if let Some(fees) = fees.filter(|fees| fees.amount != Amount::Missing) {
        rows.push(TableRow {
            key: "proactive.fees.amount".to_owned(),
            name: Text::FeesAmount.text(locale).to_owned(),
            cells: vec![TableCell::Amount(fees.amount.clone())],
        });
    }
    if rows.is_empty() {
        return Figure::empty(View::Services, Text::NoSection, locale);
    }
    let spoken: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let values: Vec<String> = row
                .cells
                .iter()
                .map(|cell| cell.spoken(locale).unwrap_or_else(|| cell.shown(locale)))
                .collect();
            let name = match index {
                0 => row.name.clone(),
                _ => in_sentence(locale, &row.name),
            };
            concat(&[&name, " ", &join(&values, " ")])
        })
        .collect();
    Figure {
        title,
        summary: join(&spoken, Text::Semicolon.text(locale)),
        caveats: vec![Text::Edition2021Services.text(locale).to_owned()],
        panels,
        table: Table {
            caption: Text::AskServices.text(locale).to_owned(),
            columns: vec![
                Column::text(Text::ColumnKind.text(locale)),
                Column::number(Text::ColumnDecisions.text(locale)),
            ],
            rows,
        },
        ..Figure::empty(View::Services, Text::NoSection, locale)
    }
}

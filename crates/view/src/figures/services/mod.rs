//! Licences, other services, penalties, compulsory measures and fees: how their items changed from
//! last year, and how many decisions were made.

mod decisions;
mod items;

use super::*;
use gongkai_i18n::{grouped, signed_percent};
use gongkai_model::{Cell, Edition, Proactive, Services};

/// A row of the form that counts items.
pub(super) struct ServiceRow {
    pub field: &'static str,
    name: &'static str,
    pub last_year: Cell,
    pub change: Cell,
    /// `None` if the form has no such cell in this row.
    pub decisions: Option<Cell>,
}

impl ServiceRow {
    /// The items this year; `None` unless both numbers are printed.
    pub fn this_year(&self) -> Option<i64> {
        self.last_year.count()?.checked_add(self.change.count()?)
    }

    fn key(&self) -> String {
        format!("proactive.{}", self.field)
    }

    /// The change in per cent; `None` if last year's number is 0.
    fn percent(&self) -> Option<String> {
        signed_percent(self.change.count()?, self.last_year.count()?)
    }
}

/// The rows that the report has, in the form's order.
pub(super) fn rows(proactive: &Proactive, locale: Locale) -> Vec<ServiceRow> {
    let services: [(&'static str, Text, &Option<Services>); 4] = [
        ("licences", Text::Licences, &proactive.licences),
        (
            "other_services",
            Text::OtherServices,
            &proactive.other_services,
        ),
        ("penalties", Text::Penalties, &proactive.penalties),
        (
            "compulsory_measures",
            Text::CompulsoryMeasures,
            &proactive.compulsory_measures,
        ),
    ];
    let mut rows: Vec<ServiceRow> = services
        .into_iter()
        .filter_map(|(field, name, row)| {
            let row = row.as_ref()?;
            Some(ServiceRow {
                field,
                name: name.text(locale),
                last_year: row.items_last_year,
                change: row.change,
                decisions: Some(row.decisions),
            })
        })
        .collect();
    if let Some(fees) = &proactive.fees {
        rows.push(ServiceRow {
            field: "fees",
            name: Text::Fees.text(locale),
            last_year: fees.items_last_year,
            change: fees.change,
            decisions: None,
        });
    }
    rows
}

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let rows = match &report.proactive {
        Some(proactive) => rows(proactive, locale),
        None => Vec::new(),
    };
    if rows.is_empty() {
        return Figure::empty(View::Services, Text::NoSection, locale);
    }
    match report.edition {
        Edition::Form2019 => items::figure(&rows, choices, locale),
        Edition::Form2021 => decisions::figure(report, &rows, locale),
    }
}

/// Names the row with the most decisions; `None` if no number of decisions is printed.
fn most_decided(rows: &[ServiceRow], locale: Locale) -> Option<String> {
    let (row, count) = rows
        .iter()
        .filter_map(|row| Some((row, row.decisions?.count()?)))
        .reduce(|most, next| if next.1 > most.1 { next } else { most })?;
    Some(match count {
        0 => Text::DecisionsZero.text(locale).to_owned(),
        _ => view_text::ServicesDecisions {
            service: row.name,
            decisions: &grouped(count),
        }
        .text(locale),
    })
}

fn decisions_panel(rows: &[ServiceRow], locale: Locale) -> Panel {
    let data = rows
        .iter()
        .filter_map(|row| {
            let decisions = row.decisions?;
            let label = gongkai_i18n::cell(locale, decisions);
            Some(Datum {
                key: format!("{}.decisions", row.key()),
                name: row.name.to_owned(),
                value: decisions.count().map(|n| n as f64),
                upper: None,
                from: 0.0,
                detail: view_text::DecisionsDetail {
                    service: row.name,
                    decisions: &label,
                }
                .text(locale),
                label,
                tone: Tone::Muted,
            })
        })
        .collect();
    Panel {
        caption: Text::DecisionsAxis.text(locale).to_owned(),
        plot: Plot::Bars(Bars {
            data,
            domain_extra: Vec::new(),
            scale: Scale::Linear,
            ticks: TickFormat::Count,
        }),
    }
}

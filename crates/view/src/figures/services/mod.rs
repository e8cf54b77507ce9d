//! Licences, other services, penalties, compulsory measures and fees: how many decisions were made,
//! and how the items, which are kinds of matters, changed from last year.

mod decisions;
mod items;
mod last_year;

pub use last_year::decisions_since;

use super::*;
use gongkai_i18n::{in_sentence, signed_percent};
use gongkai_model::text::{concat, join};
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
        concat(&["proactive.", self.field])
    }

    /// The change in per cent; `None` if last year's number is 0.
    fn percent(&self) -> Option<String> {
        signed_percent(self.change.count()?, self.last_year.count()?)
    }
}

/// The number of rows of the 2019 form that count items.
pub(super) const ITEM_ROWS: usize = 5;

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

/// Lists the decisions of every kind of the edition, including those that were not read; `None` if no
/// number is printed.
fn decided(rows: &[ServiceRow], edition: Edition, locale: Locale) -> Option<String> {
    let decisions = |field: &str| {
        let row = rows.iter().find(|row| row.field == field);
        row.and_then(|row| row.decisions).unwrap_or_default()
    };
    let mut listed = Vec::new();
    let mut has_number = false;
    for (field, name) in [
        ("licences", Text::Licences),
        ("penalties", Text::Penalties),
        ("compulsory_measures", Text::CompulsoryMeasures),
        ("other_services", Text::OtherServices),
    ] {
        let cell = decisions(field);
        // The 2021 form has no such row.
        if edition == Edition::Form2021 && field == "other_services" && cell.is_missing() {
            continue;
        }
        let text = if cell.count().is_some() {
            has_number = true;
            Text::DecidedKind
        } else {
            Text::DecidedGap
        };
        let shown = gongkai_i18n::spoken(locale, cell);
        let name = in_sentence(locale, name.text(locale));
        listed.push(text.with(locale, &[&name, &shown]));
    }
    let decisions = &join(&listed, Text::ListComma.text(locale));
    has_number.then(|| view_text::Decided { decisions }.text(locale))
}

fn decisions_panel(rows: &[ServiceRow], locale: Locale) -> Panel {
    let data = rows
        .iter()
        .filter_map(|row| {
            let decisions = row.decisions?;
            let label = gongkai_i18n::cell(locale, decisions);
            Some(Datum {
                key: concat(&[&row.key(), ".decisions"]),
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
                tone: Tone::Plain,
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

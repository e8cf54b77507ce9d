//! The 2019 form: the items of last year and of this year, and the decisions.

use super::{ServiceRow, decisions_panel, most_decided};
use crate::figures::*;
use crate::text::{Text, view_text};
use gongkai_i18n::{Locale, grouped, signed};
use gongkai_model::Cell;

pub(super) fn figure(rows: &[ServiceRow], choices: &Choices, locale: Locale) -> Figure {
    let mut controls = vec![
        choices.compare_control(locale),
        choices.change_control(locale),
    ];
    let panel = match choices.compare {
        Compare::Sizes => {
            controls.push(choices.sizes_control(locale));
            sizes_panel(rows, choices, locale)
        }
        Compare::Changes => changes_panel(rows, choices, locale),
    };
    let mut panels = Vec::new();
    if rows.iter().any(has_number) {
        panels.push(panel);
        panels.push(decisions_panel(rows, locale));
    }
    Figure {
        view: View::Services,
        title: finding(rows, locale),
        summary: summary(rows, locale),
        caveats: caveats(rows, choices, locale),
        controls,
        panels,
        headlines: Vec::new(),
        table: table(rows, locale),
    }
}

fn has_number(row: &ServiceRow) -> bool {
    row.last_year.count().is_some()
        || row.change.count().is_some()
        || row.decisions.and_then(Cell::count).is_some()
}

fn caveats(rows: &[ServiceRow], choices: &Choices, locale: Locale) -> Vec<String> {
    let mut caveats = vec![Text::DerivedNote, Text::ItemsNotDecisions];
    match choices.compare {
        Compare::Sizes => {
            let is_log = choices.sizes_scale == Scale::Log;
            let has_zero =
                |row: &ServiceRow| row.last_year == Cell::Count(0) || row.this_year() == Some(0);
            if is_log {
                caveats.push(Text::LogNote);
            }
            if is_log && rows.iter().any(has_zero) {
                caveats.push(Text::LogZero);
            }
        }
        Compare::Changes => {
            let has_no_base =
                |row: &ServiceRow| row.change.count().is_some() && row.percent().is_none();
            if choices.change == ChangeAs::Percent && rows.iter().any(has_no_base) {
                caveats.push(Text::ServicesNoBase);
            }
        }
    }
    caveats
        .into_iter()
        .map(|text| text.text(locale).to_owned())
        .collect()
}

fn sizes_panel(rows: &[ServiceRow], choices: &Choices, locale: Locale) -> Panel {
    Panel {
        caption: Text::ItemsAxis.text(locale).to_owned(),
        plot: Plot::Dumbbell(Dumbbell {
            data: rows
                .iter()
                .map(|row| dumbbell_row(row, choices.change, locale))
                .collect(),
            scale: choices.sizes_scale,
            ticks: TickFormat::Count,
            from_name: Text::LastYear.text(locale),
            to_name: Text::ThisYear.text(locale),
            change_name: Text::Change.text(locale),
        }),
    }
}

fn changes_panel(rows: &[ServiceRow], choices: &Choices, locale: Locale) -> Panel {
    let (caption, ticks) = match choices.change {
        ChangeAs::Number => (Text::ChangeAxis, TickFormat::SignedCount),
        ChangeAs::Percent => (Text::PercentAxis, TickFormat::SignedPercent),
    };
    Panel {
        caption: caption.text(locale).to_owned(),
        plot: Plot::Changes(Bars {
            data: rows
                .iter()
                .map(|row| change_datum(row, choices.change, locale))
                .collect(),
            domain_extra: Vec::new(),
            scale: Scale::Linear,
            ticks,
        }),
    }
}

fn table(rows: &[ServiceRow], locale: Locale) -> Table {
    let row = |row: &ServiceRow| TableRow {
        key: row.key(),
        name: row.name.to_owned(),
        cells: vec![
            TableCell::Cell(row.last_year),
            TableCell::Change(row.change),
            TableCell::Derived(shown_this_year(row)),
            TableCell::Derived(shown_percent(row)),
            row.decisions.map_or(TableCell::None, TableCell::Cell),
        ],
    };
    let mut columns = vec![Column::text(Text::ColumnKind.text(locale))];
    columns.extend(
        [
            Text::ColumnLastYear,
            Text::ColumnChange,
            Text::ColumnThisYear,
            Text::ColumnPercent,
            Text::ColumnDecisions,
        ]
        .map(|text| Column::number(text.text(locale))),
    );
    Table {
        caption: Text::AskServices.text(locale).to_owned(),
        columns,
        rows: rows.iter().map(row).collect(),
    }
}

fn shown_this_year(row: &ServiceRow) -> String {
    row.this_year()
        .map_or_else(|| gongkai_i18n::BLANK.to_owned(), grouped)
}

/// The change in per cent; a dash if there is no base, never a made-up number.
fn shown_percent(row: &ServiceRow) -> String {
    row.percent()
        .unwrap_or_else(|| gongkai_i18n::BLANK.to_owned())
}

fn finding(rows: &[ServiceRow], locale: Locale) -> String {
    let (mut fell, mut rose, mut unchanged) = (0, 0, 0);
    let mut most: Option<(&ServiceRow, i64, i64)> = None;
    for row in rows {
        let (Some(change), Some(this_year)) = (row.change.count(), row.this_year()) else {
            continue;
        };
        match change {
            0 => unchanged += 1,
            1.. => rose += 1,
            _ => fell += 1,
        }
        let larger = most.is_none_or(|(_, most, _)| change.unsigned_abs() > most.unsigned_abs());
        if change != 0 && larger {
            most = Some((row, change, this_year));
        }
    }
    let counted = fell + rose + unchanged;
    match most {
        Some((row, change, this_year)) => view_text::ServicesFinding {
            service: row.name,
            last_year: &gongkai_i18n::cell(locale, row.last_year),
            direction: if change < 0 { Text::Fell } else { Text::Rose }.text(locale),
            this_year: &grouped(this_year),
            change: &row.percent().unwrap_or_else(|| signed(change)),
            services: &counted.to_string(),
            fell: &fell.to_string(),
            rose: &rose.to_string(),
            unchanged: &unchanged.to_string(),
        }
        .text(locale),
        None if counted > 0 => view_text::ServicesStill {
            services: &counted.to_string(),
        }
        .text(locale),
        None => without_change(rows, locale),
    }
}

/// The finding if no change is known: the most decisions, else an incomplete row, else that there
/// are no numbers.
fn without_change(rows: &[ServiceRow], locale: Locale) -> String {
    if let Some(finding) = most_decided(rows, locale) {
        return finding;
    }
    let incomplete = rows
        .iter()
        .find(|row| row.last_year.count().or(row.change.count()).is_some());
    match incomplete {
        Some(row) => in_words(row, locale),
        None => Text::NoNumbers.text(locale).to_owned(),
    }
}

fn summary(rows: &[ServiceRow], locale: Locale) -> String {
    let sentences: Vec<String> = rows.iter().map(|row| in_words(row, locale)).collect();
    sentences.join(if locale == Locale::En { " " } else { "" })
}

/// Describes a row in one sentence.
fn in_words(row: &ServiceRow, locale: Locale) -> String {
    match (row.last_year.count(), row.this_year(), row.change.count()) {
        (Some(last), Some(this), Some(change)) => {
            let words = match change {
                0 => Text::NoChange.text(locale).to_owned(),
                _ => row.percent().unwrap_or_else(|| signed(change)),
            };
            view_text::ServicesSummary {
                service: row.name,
                last_year: &grouped(last),
                this_year: &grouped(this),
                change: &words,
            }
            .text(locale)
        }
        _ => view_text::ServicesSummaryGap {
            service: row.name,
            last_year: &gongkai_i18n::spoken(locale, row.last_year),
            change: &gongkai_i18n::spoken(locale, row.change),
        }
        .text(locale),
    }
}

fn detail(row: &ServiceRow, locale: Locale) -> String {
    let last_year = gongkai_i18n::cell(locale, row.last_year);
    let change = gongkai_i18n::change(locale, row.change);
    let this_year = shown_this_year(row);
    let percent = row
        .percent()
        .unwrap_or_else(|| Text::NoPercent.text(locale).to_owned());
    match row.decisions {
        Some(decisions) => view_text::ServicesDetail {
            service: row.name,
            last_year: &last_year,
            change: &change,
            this_year: &this_year,
            percent: &percent,
            decisions: &gongkai_i18n::cell(locale, decisions),
        }
        .text(locale),
        None => view_text::ServicesDetailFees {
            service: row.name,
            last_year: &last_year,
            change: &change,
            this_year: &this_year,
            percent: &percent,
        }
        .text(locale),
    }
}

fn change_label(row: &ServiceRow, change: ChangeAs, locale: Locale) -> String {
    match change {
        ChangeAs::Number => gongkai_i18n::change(locale, row.change),
        ChangeAs::Percent => shown_percent(row),
    }
}

fn dumbbell_row(row: &ServiceRow, change: ChangeAs, locale: Locale) -> DumbbellRow {
    DumbbellRow {
        key: row.key(),
        name: row.name.to_owned(),
        from: row.last_year.count().map(|n| n as f64),
        to: row.this_year().map(|n| n as f64),
        from_label: gongkai_i18n::cell(locale, row.last_year),
        to_label: shown_this_year(row),
        change_label: change_label(row, change, locale),
        detail: detail(row, locale),
    }
}

fn change_datum(row: &ServiceRow, change: ChangeAs, locale: Locale) -> Datum {
    let number = row.change.count();
    let value = match change {
        ChangeAs::Number => number.map(|n| n as f64),
        ChangeAs::Percent => match (number, row.last_year.count()) {
            (Some(n), Some(base)) if base != 0 => Some(n as f64 * 100.0 / base as f64),
            _ => None,
        },
    };
    Datum {
        key: row.key(),
        name: row.name.to_owned(),
        value,
        upper: None,
        from: 0.0,
        label: change_label(row, change, locale),
        detail: detail(row, locale),
        tone: match number {
            Some(1..) => Tone::Gain,
            Some(..=-1) => Tone::Loss,
            _ => Tone::Muted,
        },
    }
}

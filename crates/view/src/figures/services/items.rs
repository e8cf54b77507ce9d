//! The 2019 form: the items of last year and of this year, and the decisions.

use super::{ServiceRow, decided, decisions_panel};
use crate::figures::*;
use crate::text::{Text, view_text};
use gongkai_i18n::{Locale, grouped, in_sentence};
use gongkai_model::text::join;
use gongkai_model::{Cell, Edition};

pub(super) fn figure(rows: &[ServiceRow], choices: &Choices, locale: Locale) -> Figure {
    let mut controls = vec![choices.compare_control(locale)];
    let panel = match choices.compare {
        Compare::Sizes => {
            controls.push(choices.sizes_control(locale));
            sizes_panel(rows, choices, locale)
        }
        Compare::Changes => {
            controls.push(choices.change_control(locale));
            changes_panel(rows, choices, locale)
        }
    };
    let is_drawn = |cell: Cell| cell.count().is_some_and(|count| count != 0);
    let drawn = |row: &ServiceRow| {
        usize::from(row.decisions.is_some_and(is_drawn))
            + usize::from(is_drawn(row.last_year) || row.this_year().is_some_and(|n| n != 0))
    };
    let mut panels = Vec::new();
    if rows.iter().map(drawn).sum::<usize>() > 1 {
        panels.push(decisions_panel(rows, locale));
        panels.push(panel);
    }
    Figure {
        view: View::Services,
        title: finding(rows, locale),
        notices: vec![Notice::plain(
            Text::ItemsNotDecisions.text(locale).to_owned(),
        )],
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
    let mut caveats = vec![Text::DerivedNote];
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
            data: rows.iter().map(|row| dumbbell_row(row, locale)).collect(),
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
            row.decisions.map_or(TableCell::None, TableCell::Cell),
            TableCell::Cell(row.last_year),
            TableCell::Change(row.change),
            TableCell::Derived(shown_this_year(row)),
            TableCell::Derived(shown_percent(row)),
        ],
    };
    let mut columns = vec![Column::text(Text::ColumnKind.text(locale))];
    columns.extend(
        [
            Text::ColumnDecisions,
            Text::ColumnLastYear,
            Text::ColumnChange,
            Text::ColumnThisYear,
            Text::ColumnPercent,
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

/// Decisions are what people mean by the number of licences or penalties, so they come first.
fn finding(rows: &[ServiceRow], locale: Locale) -> String {
    if let Some(decided) = decided(rows, Edition::Form2019, locale) {
        return decided;
    }
    let text = if rows.iter().any(has_number) {
        Text::DecisionsNotPrinted
    } else {
        Text::NoNumbers
    };
    text.text(locale).to_owned()
}

/// Describes the items. Without percentages, which would be taken for those of the decisions.
fn summary(rows: &[ServiceRow], locale: Locale) -> String {
    let items: Vec<String> = rows.iter().map(|row| in_words(row, locale)).collect();
    let items = &join(&items, Text::Semicolon.text(locale));
    view_text::ItemsSummary { items }.text(locale)
}

fn in_words(row: &ServiceRow, locale: Locale) -> String {
    let (last_year, change) = (row.last_year, row.change);
    let service = &in_sentence(locale, row.name);
    let (Some(this_year), Some(by)) = (row.this_year(), change.count()) else {
        return view_text::ItemsGap {
            service,
            last_year: &gongkai_i18n::spoken(locale, last_year),
            change: &gongkai_i18n::spoken(locale, change),
        }
        .text(locale);
    };
    let last_year = &gongkai_i18n::cell(locale, last_year);
    let this_year = &grouped(this_year);
    if by == 0 {
        return Text::ItemsStayed.with(locale, &[service, this_year]);
    }
    let text = if by > 0 {
        Text::ItemsRose
    } else {
        Text::ItemsFell
    };
    text.with(locale, &[service, last_year, this_year])
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

fn dumbbell_row(row: &ServiceRow, locale: Locale) -> DumbbellRow {
    DumbbellRow {
        key: row.key(),
        name: row.name.to_owned(),
        from: row.last_year.count().map(|n| n as f64),
        to: row.this_year().map(|n| n as f64),
        from_label: gongkai_i18n::cell(locale, row.last_year),
        to_label: shown_this_year(row),
        change_label: gongkai_i18n::change(locale, row.change),
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
        label: match change {
            ChangeAs::Number => gongkai_i18n::change(locale, row.change),
            ChangeAs::Percent => shown_percent(row),
        },
        detail: detail(row, locale),
        tone: match number {
            Some(1..) => Tone::Gain,
            Some(..=-1) => Tone::Loss,
            _ => Tone::Muted,
        },
    }
}

//! How licences, other services, penalties, compulsory measures and fees changed from last year.

use super::*;
use gongkai_i18n::{grouped, signed, signed_percent};
use gongkai_model::{Amount, Cell, Edition, Proactive, Services};

/// One kind of matter, in the form's order.
pub(super) struct Kind {
    pub field: &'static str,
    name: &'static str,
    pub last_year: Cell,
    pub change: Cell,
    /// `None`: the form has no such cell for this kind.
    pub decisions: Option<Cell>,
}

impl Kind {
    /// Items this year; only where both numbers are printed.
    pub fn this_year(&self) -> Option<i64> {
        self.last_year.count()?.checked_add(self.change.count()?)
    }

    fn key(&self) -> String {
        format!("proactive.{}", self.field)
    }

    fn percent(&self) -> Option<String> {
        signed_percent(self.change.count()?, self.last_year.count()?)
    }
}

pub(super) fn kinds(proactive: &Proactive, locale: Locale) -> Vec<Kind> {
    let rows: [(&'static str, Text, &Option<Services>); 4] = [
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
    let mut kinds: Vec<Kind> = rows
        .into_iter()
        .filter_map(|(field, name, row)| {
            let row = row.as_ref()?;
            Some(Kind {
                field,
                name: name.text(locale),
                last_year: row.items_last_year,
                change: row.change,
                decisions: Some(row.decisions),
            })
        })
        .collect();
    if let Some(fees) = &proactive.fees {
        kinds.push(Kind {
            field: "fees",
            name: Text::Fees.text(locale),
            last_year: fees.items_last_year,
            change: fees.change,
            decisions: None,
        });
    }
    kinds
}

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let kinds = match &report.proactive {
        Some(proactive) => kinds(proactive, locale),
        None => Vec::new(),
    };
    if kinds.is_empty() {
        return Figure::empty(View::Services, Text::NoSection, locale);
    }
    match report.edition {
        Edition::Form2019 => items(&kinds, choices, locale),
        Edition::Form2021 => decisions(report, &kinds, locale),
    }
}

/// The 2019 form: items last year and this year, with the decisions beside them.
fn items(kinds: &[Kind], choices: &Choices, locale: Locale) -> Figure {
    let mut controls = vec![
        choices.compare_control(locale),
        choices.change_control(locale),
    ];
    let mut caveats = vec![
        Text::DerivedNote.text(locale).to_owned(),
        Text::ItemsNotDecisions.text(locale).to_owned(),
    ];
    let panel = match choices.compare {
        Compare::Sizes => {
            controls.push(choices.sizes_control(locale));
            if choices.sizes_scale == Scale::Log {
                caveats.push(Text::LogNote.text(locale).to_owned());
                let zero =
                    |kind: &Kind| kind.last_year == Cell::Count(0) || kind.this_year() == Some(0);
                if kinds.iter().any(zero) {
                    caveats.push(Text::LogZero.text(locale).to_owned());
                }
            }
            Panel {
                caption: Text::ItemsAxis.text(locale).to_owned(),
                plot: Plot::Sizes(Sizes {
                    data: kinds
                        .iter()
                        .map(|kind| span(kind, choices.change, locale))
                        .collect(),
                    scale: choices.sizes_scale,
                    axis: Axis::Count,
                    from_name: Text::LastYear.text(locale),
                    to_name: Text::ThisYear.text(locale),
                    change_name: Text::Change.text(locale),
                }),
            }
        }
        Compare::Changes => {
            let (caption, axis) = match choices.change {
                ChangeAs::Number => (Text::ChangeAxis, Axis::SignedCount),
                ChangeAs::Percent => (Text::PercentAxis, Axis::SignedPercent),
            };
            let no_base = |kind: &Kind| kind.change.count().is_some() && kind.percent().is_none();
            if choices.change == ChangeAs::Percent && kinds.iter().any(no_base) {
                caveats.push(Text::ServicesNoBase.text(locale).to_owned());
            }
            Panel {
                caption: caption.text(locale).to_owned(),
                plot: Plot::Changes(Bars {
                    data: kinds
                        .iter()
                        .map(|kind| gain(kind, choices.change, locale))
                        .collect(),
                    beside: Vec::new(),
                    scale: Scale::Linear,
                    axis,
                }),
            }
        }
    };
    let printed = |kind: &Kind| {
        kind.last_year.count().is_some()
            || kind.change.count().is_some()
            || kind.decisions.and_then(Cell::count).is_some()
    };
    let mut panels = Vec::new();
    if kinds.iter().any(printed) {
        panels.push(panel);
        panels.push(decisions_panel(kinds, locale));
    }
    Figure {
        view: View::Services,
        title: finding(kinds, locale),
        summary: summary(kinds, locale),
        caveats,
        controls,
        panels,
        headlines: Vec::new(),
        table: Table {
            caption: Text::AskServices.text(locale).to_owned(),
            columns: [
                Text::ColumnKind,
                Text::ColumnLastYear,
                Text::ColumnChange,
                Text::ColumnThisYear,
                Text::ColumnPercent,
                Text::ColumnDecisions,
            ]
            .iter()
            .enumerate()
            .map(|(index, text)| Column {
                title: text.text(locale).to_owned(),
                numeric: index > 0,
            })
            .collect(),
            rows: kinds
                .iter()
                .map(|kind| TableRow {
                    key: kind.key(),
                    name: kind.name.to_owned(),
                    cells: vec![
                        TableCell::Cell(kind.last_year),
                        TableCell::Change(kind.change),
                        TableCell::Derived(shown_this_year(kind)),
                        TableCell::Derived(
                            kind.percent()
                                .unwrap_or_else(|| gongkai_i18n::BLANK.to_owned()),
                        ),
                        kind.decisions.map_or(TableCell::None, TableCell::Cell),
                    ],
                })
                .collect(),
        },
    }
}

fn shown_this_year(kind: &Kind) -> String {
    kind.this_year()
        .map_or_else(|| gongkai_i18n::BLANK.to_owned(), grouped)
}

fn finding(kinds: &[Kind], locale: Locale) -> String {
    let (mut fell, mut rose, mut still) = (0, 0, 0);
    let mut most: Option<(&Kind, i64, i64)> = None;
    for kind in kinds {
        let (Some(change), Some(this_year)) = (kind.change.count(), kind.this_year()) else {
            continue;
        };
        match change {
            0 => still += 1,
            1.. => rose += 1,
            _ => fell += 1,
        }
        let larger = most.is_none_or(|(_, most, _)| change.unsigned_abs() > most.unsigned_abs());
        if change != 0 && larger {
            most = Some((kind, change, this_year));
        }
    }
    let counted = fell + rose + still;
    match most {
        Some((kind, change, this_year)) => Text::ServicesFinding.with(
            locale,
            &[
                kind.name,
                &gongkai_i18n::cell(locale, kind.last_year),
                if change < 0 { Text::Fell } else { Text::Rose }.text(locale),
                &grouped(this_year),
                &kind.percent().unwrap_or_else(|| signed(change)),
                &counted.to_string(),
                &fell.to_string(),
                &rose.to_string(),
                &still.to_string(),
            ],
        ),
        None if counted > 0 => Text::ServicesStill.with(locale, &[&counted.to_string()]),
        None => without_change(kinds, locale),
    }
}

/// Where no change can be told, what was decided; else that the numbers are not whole, or none.
fn without_change(kinds: &[Kind], locale: Locale) -> String {
    if let Some(finding) = most_decided(kinds, locale) {
        return finding;
    }
    let part = kinds
        .iter()
        .find(|kind| kind.last_year.count().or(kind.change.count()).is_some());
    match part {
        Some(kind) => in_words(kind, locale),
        None => Text::NoNumbers.text(locale).to_owned(),
    }
}

fn most_decided(kinds: &[Kind], locale: Locale) -> Option<String> {
    let (kind, count) = kinds
        .iter()
        .filter_map(|kind| Some((kind, kind.decisions?.count()?)))
        .reduce(|most, next| if next.1 > most.1 { next } else { most })?;
    Some(match count {
        0 => Text::DecisionsZero.text(locale).to_owned(),
        _ => Text::ServicesDecisions.with(locale, &[kind.name, &grouped(count)]),
    })
}

fn summary(kinds: &[Kind], locale: Locale) -> String {
    let sentences: Vec<String> = kinds.iter().map(|kind| in_words(kind, locale)).collect();
    sentences.join(if locale == Locale::En { " " } else { "" })
}

fn in_words(kind: &Kind, locale: Locale) -> String {
    match (
        kind.last_year.count(),
        kind.this_year(),
        kind.change.count(),
    ) {
        (Some(last), Some(this), Some(change)) => {
            let words = match change {
                0 => Text::NoChange.text(locale).to_owned(),
                _ => kind.percent().unwrap_or_else(|| signed(change)),
            };
            Text::ServicesSummary.with(locale, &[kind.name, &grouped(last), &grouped(this), &words])
        }
        _ => Text::ServicesSummaryGap.with(
            locale,
            &[
                kind.name,
                &gongkai_i18n::spoken(locale, kind.last_year),
                &gongkai_i18n::spoken(locale, kind.change),
            ],
        ),
    }
}

fn detail(kind: &Kind, locale: Locale) -> String {
    let last_year = gongkai_i18n::cell(locale, kind.last_year);
    let change = gongkai_i18n::change(locale, kind.change);
    let this_year = shown_this_year(kind);
    let percent = kind
        .percent()
        .unwrap_or_else(|| Text::NoPercent.text(locale).to_owned());
    match kind.decisions {
        Some(decisions) => Text::ServicesDetail.with(
            locale,
            &[
                kind.name,
                &last_year,
                &change,
                &this_year,
                &percent,
                &gongkai_i18n::cell(locale, decisions),
            ],
        ),
        None => Text::ServicesDetailFees.with(
            locale,
            &[kind.name, &last_year, &change, &this_year, &percent],
        ),
    }
}

fn change_label(kind: &Kind, change: ChangeAs, locale: Locale) -> String {
    match change {
        ChangeAs::Number => gongkai_i18n::change(locale, kind.change),
        // No base, no per cent; never a made-up one.
        ChangeAs::Percent => kind
            .percent()
            .unwrap_or_else(|| gongkai_i18n::BLANK.to_owned()),
    }
}

fn span(kind: &Kind, change: ChangeAs, locale: Locale) -> Span {
    Span {
        key: kind.key(),
        name: kind.name.to_owned(),
        from: kind.last_year.count().map(|n| n as f64),
        to: kind.this_year().map(|n| n as f64),
        from_label: gongkai_i18n::cell(locale, kind.last_year),
        to_label: shown_this_year(kind),
        change_label: change_label(kind, change, locale),
        detail: detail(kind, locale),
    }
}

fn gain(kind: &Kind, change: ChangeAs, locale: Locale) -> Datum {
    let number = kind.change.count();
    let value = match change {
        ChangeAs::Number => number.map(|n| n as f64),
        ChangeAs::Percent => match (number, kind.last_year.count()) {
            (Some(n), Some(base)) if base != 0 => Some(n as f64 * 100.0 / base as f64),
            _ => None,
        },
    };
    Datum {
        key: kind.key(),
        name: kind.name.to_owned(),
        value,
        high: None,
        from: 0.0,
        label: change_label(kind, change, locale),
        detail: detail(kind, locale),
        tone: match number {
            Some(1..) => Tone::Gain,
            Some(..=-1) => Tone::Loss,
            _ => Tone::Muted,
        },
    }
}

fn decisions_panel(kinds: &[Kind], locale: Locale) -> Panel {
    let data = kinds
        .iter()
        .filter_map(|kind| {
            let decisions = kind.decisions?;
            let label = gongkai_i18n::cell(locale, decisions);
            Some(Datum {
                key: format!("{}.decisions", kind.key()),
                name: kind.name.to_owned(),
                value: decisions.count().map(|n| n as f64),
                high: None,
                from: 0.0,
                detail: Text::DecisionsDetail.with(locale, &[kind.name, &label]),
                label,
                tone: Tone::Muted,
            })
        })
        .collect();
    Panel {
        caption: Text::DecisionsAxis.text(locale).to_owned(),
        plot: Plot::Bars(Bars {
            data,
            beside: Vec::new(),
            scale: Scale::Linear,
            axis: Axis::Count,
        }),
    }
}

/// The 2021 form: decisions only, and the fees as money.
fn decisions(report: &Report, kinds: &[Kind], locale: Locale) -> Figure {
    let fees = report
        .proactive
        .as_ref()
        .and_then(|proactive| proactive.fees.as_ref());
    let mut panels = Vec::new();
    let title = match most_decided(kinds, locale) {
        Some(finding) => {
            panels.push(decisions_panel(kinds, locale));
            finding
        }
        None => match fees.and_then(|fees| fees.amount.money()) {
            Some(money) => {
                let name = Text::FeesAmount.text(locale);
                Text::TotalDetail.with(locale, &[name, &gongkai_i18n::money(locale, money)])
            }
            None => Text::NoNumbers.text(locale).to_owned(),
        },
    };
    let mut rows: Vec<TableRow> = kinds
        .iter()
        .filter_map(|kind| {
            Some(TableRow {
                key: format!("{}.decisions", kind.key()),
                name: kind.name.to_owned(),
                cells: vec![TableCell::Cell(kind.decisions?)],
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
        .map(|row| {
            let values: Vec<String> = row
                .cells
                .iter()
                .map(|cell| cell.spoken(locale).unwrap_or_else(|| cell.shown(locale)))
                .collect();
            format!("{} {}", row.name, values.join(" "))
        })
        .collect();
    Figure {
        title,
        summary: spoken.join(Text::Semicolon.text(locale)),
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

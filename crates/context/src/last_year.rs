//! The numbers of a view beside those that the report of the year before printed.

use crate::measures::of_view;
use crate::messages::{ContextText, context_text, unit};
use crate::numbers::{cell, change};
use crate::series::Series;
use gongkai_catalog::{Measure, MeasureUnit, Value, measure_name};
use gongkai_i18n::Locale;
use gongkai_view::components::table;
use gongkai_view::figures::{Column, Table, TableCell, TableRow, View};
use gongkai_view::markup::{Element, Name, Tag};

/// `None` without a report of the year before, or if neither report has any of the view's numbers.
pub fn note(series: &Series, view: View, locale: Locale) -> Option<Element> {
    // The overview's tiles have them.
    if view == View::Overview {
        return None;
    }
    let before = series.before()?;
    let rows: Vec<TableRow> = of_view(view)
        .into_iter()
        .filter_map(|measure| row(series, before, measure, locale))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let year = series.year.saturating_sub(1).to_string();
    let heading = context_text::LastYear { year: &year }.text(locale);
    let column = |year: &str| Column::number(&context_text::ColumnYear { year }.text(locale));
    let mut section = Element::new(Tag::Section);
    section.set(Name::Class, "context");
    section.open(Tag::H4).text(heading.clone());
    let numbers = Table {
        caption: heading,
        columns: vec![
            Column::text(ContextText::ColumnItem.text(locale)),
            column(&year),
            column(&series.year.to_string()),
            Column::number(ContextText::ColumnChange.text(locale)),
        ],
        rows,
    };
    table(&numbers, locale, &mut section);
    Some(section)
}

fn row(series: &Series, before: usize, measure: Measure, locale: Locale) -> Option<TableRow> {
    let catalog = &series.catalog;
    let is_in = |report| {
        let edition = catalog.edition(report);
        edition.is_some_and(|edition| measure.is_in(edition))
    };
    if !is_in(before) || !is_in(series.report) {
        return None;
    }
    let values = [before, series.report].map(|report| catalog.value(report, measure));
    if values.iter().all(|value| *value == Value::Missing) {
        return None;
    }
    let numbers = (
        catalog.number(series.report, measure),
        catalog.number(before, measure),
    );
    let [last, now] = &values;
    let change = change(numbers, (now, last), measure, locale);
    let mut cells: Vec<TableCell> = Vec::new();
    cells.extend(values.map(|value| cell(value, measure)));
    cells.push(TableCell::Derived(change.unwrap_or_else(|| "—".to_owned())));
    Some(TableRow {
        key: ["last-year.", &measure.id()].concat(),
        name: name(measure, locale),
        cells,
    })
}

/// The name of a measure with its unit, unless each value has its own.
pub fn name(measure: Measure, locale: Locale) -> String {
    let name = measure_name(locale, measure);
    match (locale, measure.unit()) {
        (Locale::En, _) | (_, MeasureUnit::Money | MeasureUnit::Pieces) => name,
        (Locale::ZhCn, of) => [&name, "（", unit(locale, of), "）"].concat(),
    }
}

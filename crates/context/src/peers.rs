//! Where the report's numbers lie among those of its peers: agencies of the same group and kind, in the same year.
//!
//! Only quartiles and how many agencies printed a number: no place in an order, no score.

use crate::last_year::name;
use crate::measures::of_view;
use crate::messages::{ContextText, context_text};
use crate::numbers::{cell, number};
use crate::series::Series;
use gongkai_catalog::{Level, Measure, Number, PeerKind, Peers, Sort};
use gongkai_i18n::Locale;
use gongkai_view::components::table;
use gongkai_view::figures::{Column, Table, TableCell, TableRow, View};
use gongkai_view::markup::{Element, Name, Tag};

/// With fewer numbers the quartiles would be those of single agencies.
const FEWEST: usize = 4;

/// `None` if too few agencies printed any of the view's numbers.
pub fn note(series: &Series, peers: &Peers, view: View, locale: Locale) -> Option<Element> {
    let rows: Vec<TableRow> = of_view(view)
        .into_iter()
        .filter_map(|measure| row(series, peers, measure, locale))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut details = Element::new(Tag::Details);
    details.set(Name::Class, "context");
    let heading = ContextText::Peers.text(locale);
    details.open(Tag::Summary).text(heading);
    let who = context_text::PeersWho {
        group: &peers.group,
        kind: kind(peers.kind, locale),
        count: &peers.agencies.to_string(),
        year: &series.year.to_string(),
    };
    details.open(Tag::P).text(who.text(locale));
    let column = |text: ContextText| Column::number(text.text(locale));
    let numbers = Table {
        caption: heading.to_owned(),
        columns: vec![
            Column::text(ContextText::ColumnItem.text(locale)),
            column(ContextText::ColumnOwn),
            column(ContextText::ColumnLower),
            column(ContextText::ColumnMedian),
            column(ContextText::ColumnUpper),
            column(ContextText::ColumnPrinted),
            Column::text(ContextText::ColumnWhere.text(locale)),
        ],
        rows,
    };
    table(&numbers, locale, &mut details);
    let list = details.open(Tag::Ul);
    list.set(Name::Class, "caveats");
    list.open(Tag::Li).text(ContextText::PeersNote.text(locale));
    if peers.is_fictional {
        list.open(Tag::Li).text(ContextText::Fictional.text(locale));
    }
    Some(details)
}

fn row(series: &Series, peers: &Peers, measure: Measure, locale: Locale) -> Option<TableRow> {
    let catalog = &series.catalog;
    let edition = catalog.edition(series.report)?;
    if !measure.is_in(edition) {
        return None;
    }
    let figures = peers.peers(measure, series.year)?;
    let quartiles = figures.quartiles.filter(|_| figures.printed >= FEWEST)?;
    let own = catalog.number(series.report, measure);
    let mut cells = vec![cell(catalog.value(series.report, measure), measure)];
    cells.extend(quartiles.map(|one| TableCell::Derived(number(one, measure, locale))));
    let printed = context_text::PrintedOf {
        printed: &figures.printed.to_string(),
        reports: &figures.reports.to_string(),
    };
    cells.push(TableCell::Derived(printed.text(locale)));
    let place = own.map_or("—", |own| place(own, quartiles).text(locale));
    cells.push(TableCell::Derived(place.to_owned()));
    Some(TableRow {
        key: ["peers.", &measure.id()].concat(),
        name: name(measure, locale),
        cells,
    })
}

/// Between which quartiles a number lies.
fn place(own: Number, [lower, median, upper]: [Number; 3]) -> ContextText {
    if own < lower {
        ContextText::BelowLower
    } else if own < median {
        ContextText::BelowMedian
    } else if own == median {
        ContextText::AtMedian
    } else if own <= upper {
        ContextText::AboveMedian
    } else {
        ContextText::AboveUpper
    }
}

fn kind(kind: PeerKind, locale: Locale) -> &'static str {
    use ContextText as T;
    let text = match (kind.level, kind.sort) {
        (Level::Province, Sort::Government) => T::ProvinceGovernment,
        (Level::Province, Sort::Department) => T::ProvinceDepartment,
        (Level::Province, Sort::Zone) => T::ProvinceZone,
        (Level::Prefecture, Sort::Government) => T::PrefectureGovernment,
        (Level::Prefecture, Sort::Department) => T::PrefectureDepartment,
        (Level::Prefecture, Sort::Zone) => T::PrefectureZone,
        (Level::County, Sort::Government) => T::CountyGovernment,
        (Level::County, Sort::Department) => T::CountyDepartment,
        (Level::County, Sort::Zone) => T::CountyZone,
        (Level::Town, Sort::Government) => T::TownGovernment,
        (Level::Town, Sort::Department) => T::TownDepartment,
        (Level::Town, Sort::Zone) => T::TownZone,
    };
    text.text(locale)
}

//! All places in one year as a table, of which a page holds only the rows in sight.

use super::opened;
use super::words::sources;
use crate::choice::SortBy;
use crate::comparison::{Comparison, Part};
use crate::messages::CompareText;
use gongkai_catalog::Direction;
use gongkai_i18n::grouped;
use gongkai_view::components::summary_and_caveats;
use gongkai_view::markup::{Element, Name, Tag};

/// How many rows stand there before it is known how many are in sight.
pub const FIRST_ROWS: usize = 24;

impl Comparison {
    /// The reports of the chosen year and of the one before it.
    pub(super) fn two_years(&self, place: usize) -> [Option<usize>; 2] {
        let year = self.choice.year;
        [Some(year), year.checked_sub(1)].map(|year| self.catalog.report(place, year?))
    }

    pub fn row_count(&self) -> usize {
        self.order().places.len()
    }

    /// So many rows from `first`, from 0, as the table's body.
    pub fn rows(&self, first: usize, count: usize) -> Element {
        let locale = self.locale;
        let order = self.order();
        let is_covered = self.covers_year_before();
        let mut body = Element::new(Tag::Tbody);
        body.set(Name::DataPart, "rows");
        for (index, place) in order.places.iter().enumerate().skip(first).take(count) {
            let row = body.open(Tag::Tr);
            // The heading is the first.
            row.set(Name::AriaRowindex, index.saturating_add(2).to_string());
            self.row(*place, is_covered, row);
        }
        if order.places.is_empty() {
            body.open(Tag::Tr)
                .open(Tag::Td)
                .set(Name::Colspan, "5")
                .text(CompareText::NoRows.text(locale));
        }
        body
    }

    fn row(&self, place: usize, is_covered: bool, row: &mut Element) {
        let (locale, measure) = (self.locale, self.choice.measure);
        let name = self.name_of(place).to_owned();
        let is_chosen = self.choice.places.contains(&place);
        let pressed = if is_chosen { "true" } else { "false" };
        row.flag(Name::DataSelected, is_chosen);
        let heading = row.open(Tag::Th);
        heading.set(Name::Scope, "row");
        heading
            .open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataChoice, "toggle")
            .set(Name::DataValue, place.to_string())
            .set(Name::AriaPressed, pressed)
            // Two lines of a name may be too few.
            .set(Name::Title, name.clone())
            .open(Tag::Span)
            .set(Name::Class, "name")
            .text(name.clone());
        let [now, before] = self.two_years(place);
        let cells = [
            (self.shown_alone(now, measure), "why"),
            (
                self.shown_alone(before, measure)
                    .covered(is_covered, locale),
                "why",
            ),
            // The cells beside it show what is not there; this one only tells it those who hear.
            (self.changed(now, before, measure), "spoken"),
        ];
        for (shown, class) in cells {
            let cell = row.open(Tag::Td);
            match shown.why {
                Some(why) => {
                    cell.set(Name::DataType, "none");
                    cell.open(Tag::Span)
                        .set(Name::AriaHidden, "true")
                        .text(shown.text);
                    cell.open(Tag::Span).set(Name::Class, class).text(why);
                }
                None => {
                    cell.set(Name::DataType, "number").text(shown.text);
                }
            }
        }
        let open = row.open(Tag::Td);
        if let (Some(report), Some(year)) = (now, now.and_then(|report| self.catalog.year(report)))
        {
            let label = CompareText::OpenReport.with(locale, &[&name, &year.to_string()]);
            open.open(Tag::Button)
                .set(Name::Type, "button")
                .set(Name::DataChoice, "report")
                .set(Name::DataValue, report.to_string())
                .set(Name::AriaLabel, label)
                .text(CompareText::OpenShort.text(locale));
        }
    }
}

fn count(number: usize) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}

pub(super) fn finding(comparison: &Comparison) -> String {
    let choice = &comparison.choice;
    let places = comparison.within();
    let has_number = |place: &&usize| {
        let report = comparison.catalog.report(**place, choice.year);
        comparison
            .catalog
            .answer(report, choice.question())
            .number()
            .is_some()
    };
    let with = places.iter().filter(has_number).count();
    CompareText::PlacesTitle.with(
        comparison.locale,
        &[
            &choice.year.to_string(),
            &comparison.measure_name(choice.measure),
            &count(places.len()),
            &count(with),
        ],
    )
}

pub(super) fn panel(comparison: &Comparison) -> Element {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let mut panel = opened(comparison, CompareText::AskPlaces);
    let ways = panel.open(Tag::Div);
    ways.set(Name::Class, "selects");
    let label = ways.open(Tag::Label);
    label.set(Name::Class, "find");
    label.open(Tag::Span).text(CompareText::Filter.text(locale));
    label
        .open(Tag::Input)
        .set(Name::Type, "search")
        .set(Name::DataSearch, "rows")
        .set(Name::Value, choice.query.clone());
    let (value, text) = match choice.is_whole {
        true => ("no", CompareText::Fewer),
        false => ("yes", CompareText::Whole),
    };
    ways.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataChoice, "whole")
        .set(Name::DataValue, value)
        .text(text.text(locale));

    panel
        .open(Tag::P)
        .set(Name::Class, "hint fit")
        .set(Name::Role, "status")
        .set(Name::DataPart, Part::Fit.id())
        .push(fit(comparison));
    panel
        .open(Tag::P)
        .set(Name::Class, "hint how")
        .text(CompareText::PlacesHow.text(locale));

    let scroller = panel.open(Tag::Div);
    scroller
        .set(
            Name::Class,
            if choice.is_whole { "rows all" } else { "rows" },
        )
        .set(Name::DataOpen, if choice.is_whole { "all" } else { "rows" })
        .set(Name::Role, "region")
        .set(Name::Tabindex, "0")
        .set(Name::AriaLabel, CompareText::Rows.text(locale));
    let table = scroller.open(Tag::Table);
    table
        .set(Name::Class, "rows-table")
        .set(Name::Part, "table")
        .set(
            Name::AriaRowcount,
            comparison.row_count().saturating_add(1).to_string(),
        );
    table
        .open(Tag::Caption)
        .open(Tag::Span)
        .set(Name::Class, "spoken")
        .text(finding(comparison));
    let head = table.open(Tag::Thead);
    head.set(Name::DataPart, "heading");
    head.push(heading(comparison));
    spacer("rows-before", table);
    let count = if choice.is_whole {
        usize::MAX
    } else {
        FIRST_ROWS
    };
    table.push(comparison.rows(0, count));
    spacer("rows-after", table);

    let mut caveats = vec![CompareText::PlacesNote.text(locale).to_owned()];
    caveats.push(CompareText::GapDifferent.text(locale).to_owned());
    caveats.extend(sources(comparison));
    summary_and_caveats("", &caveats, locale, &mut panel);
    panel
}

/// How many fit the filter.
pub(crate) fn fit(comparison: &Comparison) -> Element {
    let locale = comparison.locale;
    let mut fit = Element::new(Tag::Span);
    if comparison.choice.query.trim().is_empty() {
        return fit;
    }
    fit.text(match comparison.row_count() {
        0 => CompareText::NoRows.text(locale).to_owned(),
        rows => CompareText::Found.with(locale, &[&count(rows)]),
    });
    fit
}

/// Takes the room of the rows that are not there.
fn spacer(part: &'static str, table: &mut Element) {
    let body = table.open(Tag::Tbody);
    body.set(Name::DataPart, part).set(Name::AriaHidden, "true");
    body.open(Tag::Tr).open(Tag::Td).set(Name::Colspan, "5");
}

/// The order, for those who hear the page.
pub(crate) fn order_said(comparison: &Comparison) -> String {
    let (locale, sort) = (comparison.locale, comparison.choice.sort);
    let columns = columns(comparison);
    let column = columns.iter().find(|(by, _)| *by == sort.by);
    let text = match sort.direction {
        Direction::Rising => CompareText::SortedRising,
        Direction::Falling => CompareText::SortedFalling,
    };
    column.map_or_else(String::new, |(_, title)| text.with(locale, &[title]))
}

fn columns(comparison: &Comparison) -> [(SortBy, String); 4] {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let year = |year: u16| CompareText::YearOf.with(locale, &[&year.to_string()]);
    [
        (SortBy::Name, CompareText::Body.text(locale).to_owned()),
        (SortBy::Number, year(choice.year)),
        (SortBy::Before, year(choice.year.saturating_sub(1))),
        (SortBy::Change, CompareText::Change.text(locale).to_owned()),
    ]
}

/// The row of headings, each a button that sorts.
pub(crate) fn heading(comparison: &Comparison) -> Element {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let mut row = Element::new(Tag::Tr);
    row.set(Name::AriaRowindex, "1");
    for (by, title) in columns(comparison) {
        let heading = row.open(Tag::Th);
        heading.set(Name::Scope, "col");
        let order = match (choice.sort.by == by, choice.sort.direction) {
            (false, _) => "none",
            (true, Direction::Rising) => "ascending",
            (true, Direction::Falling) => "descending",
        };
        heading.set(Name::AriaSort, order);
        if by != SortBy::Name {
            heading.set(Name::DataType, "number");
        }
        heading
            .open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataChoice, "sort")
            .set(Name::DataValue, by.id())
            .text(title);
    }
    row.open(Tag::Th)
        .set(Name::Scope, "col")
        .text(CompareText::Open.text(locale));
    row
}

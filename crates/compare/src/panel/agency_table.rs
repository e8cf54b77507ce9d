//! All agencies in one year as a table. The page has only the rows in sight.

use super::notes::measure_caveats;
use super::open_panel;
use crate::choice::SortKey;
use crate::messages::{CompareText, compare_text};
use crate::number_format::FormattedAnswer;
use crate::phrases::{grouped_count, with_unit, year_label};
use crate::region::Region;
use crate::view_model::ViewModel;
use gongkai_catalog::Direction;
use gongkai_view::components::summary_and_caveats;
use gongkai_view::markup::{Element, Name, Tag};

/// The number of rows before the script knows how many are in sight.
pub(crate) const INITIAL_ROWS: usize = 24;

/// Renders the table's body with `count` rows from `first`, from 0.
pub fn table_rows(model: &ViewModel, first: usize, count: usize) -> Element {
    let rows = model.rows();
    let mut body = Element::new(Tag::Tbody);
    body.set(Name::Role, "rowgroup")
        .set(Name::DataRegion, Region::TableRows.id());
    for (index, agency) in rows.iter().enumerate().skip(first).take(count) {
        let row = body.open(Tag::Tr);
        // Rows are counted from 1, and the head is the first.
        row.set(Name::Role, "row")
            .set(Name::AriaRowindex, index.saturating_add(2).to_string());
        table_row(model, *agency, row);
    }
    if rows.is_empty() {
        body.open(Tag::Tr)
            .set(Name::Role, "row")
            .open(Tag::Td)
            .set(Name::Role, "cell")
            .set(Name::Colspan, "5")
            .text(no_rows(model));
    }
    body
}

/// Says why the table has no rows.
fn no_rows(model: &ViewModel) -> &'static str {
    let text = if model.choice().only_failing && model.choice().query.trim().is_empty() {
        CompareText::NoRowsFailing
    } else {
        CompareText::NoRows
    };
    text.text(model.locale())
}

fn table_row(model: &ViewModel, agency: usize, row: &mut Element) {
    let (locale, measure) = (model.locale(), model.choice().measure);
    let name = model.agency_name(agency);
    let is_chosen = model.choice().agencies.contains(&agency);
    row.flag(Name::DataSelected, is_chosen);
    row.open(Tag::Th)
        .set(Name::Role, "rowheader")
        .set(Name::Scope, "row")
        .open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::DataChoice, "toggle")
        .set(Name::DataValue, agency.to_string())
        .set(Name::AriaPressed, if is_chosen { "true" } else { "false" })
        // A long name does not fit into the two lines that are shown.
        .set(Name::Title, name.to_owned())
        .open(Tag::Span)
        .set(Name::Class, "name")
        .text(name.to_owned());
    let numbers = model.numbers();
    let [current, previous] = model.two_reports(agency);
    let previous_cell = numbers
        .bare_answer(previous, measure)
        .in_covered_year(model.covers_compared_year(), locale);
    number_cell(numbers.bare_answer(current, measure), "why", row);
    number_cell(previous_cell, "why", row);
    // The two cells before show what is missing, so here the reason is only for screen readers.
    number_cell(numbers.change(current, previous, measure), "spoken", row);
    let cell = row.open(Tag::Td);
    cell.set(Name::Role, "cell");
    let year = current.and_then(|report| model.catalog().year(report));
    if let Some((report, year)) = current.zip(year) {
        let label = compare_text::OpenReport {
            agency: name,
            year: &year.to_string(),
        }
        .text(locale);
        cell.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataChoice, "report")
            .set(Name::DataValue, report.to_string())
            .set(Name::AriaLabel, label)
            .text(CompareText::OpenShort.text(locale));
    }
}

/// Adds a cell with a number, or with the reason for its lack in an element of the class.
fn number_cell(answer: FormattedAnswer, reason_class: &'static str, row: &mut Element) {
    let cell = row.open(Tag::Td);
    cell.set(Name::Role, "cell");
    match answer.reason {
        Some(reason) => {
            cell.set(Name::DataType, "none");
            cell.open(Tag::Span)
                .set(Name::AriaHidden, "true")
                .text(answer.text);
            cell.open(Tag::Span)
                .set(Name::Class, reason_class)
                .text(reason);
        }
        None => {
            cell.set(Name::DataType, "number").text(answer.text);
        }
    }
}

pub(super) fn finding(model: &ViewModel) -> String {
    let (locale, choice) = (model.locale(), model.choice());
    let numbers = model.numbers();
    let distribution = model.distribution();
    let ranked = &distribution.ranked;
    let all = model.agencies_in_group().len();
    let without = all.saturating_sub(ranked.len());
    let counts = [without, ranked.len()].map(grouped_count);
    let whole = grouped_count(all);
    let year = choice.year.to_string();
    let measure = numbers.measure_name(choice.measure);
    let ends = ranked.first().zip(ranked.last());
    let Some(((least, most), [_, median, _])) = ends.zip(distribution.quartiles()) else {
        let none = compare_text::NoneHaveNumbers { count: &whole }.text(locale);
        return compare_text::AgencyTableNone {
            year: &year,
            measure: &measure,
            counted: &none,
        }
        .text(locale);
    };
    let counted = if without == 0 {
        compare_text::AllHaveNumbers { count: &whole }.text(locale)
    } else {
        let [without, count] = &counts;
        compare_text::SomeHaveNumbers { without, count }.text(locale)
    };
    let [least, most, median] = [least.number, most.number, median].map(|number| {
        let shown = numbers.number(number, choice.measure);
        with_unit(locale, shown, choice.measure)
    });
    compare_text::AgencyTableFinding {
        year: &year,
        measure: &measure,
        counted: &counted,
        least: &least,
        most: &most,
        median: &median,
    }
    .text(locale)
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let locale = model.locale();
    let mut panel = open_panel(model, CompareText::AskAgencyTable);
    filter(model, &mut panel);
    panel
        .open(Tag::P)
        .set(Name::Class, "hint fit")
        .set(Name::Role, "status")
        .set(Name::DataRegion, Region::MatchCount.id())
        .push(match_count(model));
    panel
        .open(Tag::P)
        .set(Name::Class, "hint how")
        .text(CompareText::AgencyTableHint.text(locale));
    table(model, &mut panel);
    let mut caveats = vec![
        CompareText::OrderCaveat.text(locale).to_owned(),
        CompareText::GapDifferent.text(locale).to_owned(),
    ];
    caveats.extend(measure_caveats(model));
    summary_and_caveats("", &caveats, locale, &mut panel);
    panel
}

/// Adds the filter field, and the button that lists all rows or only those in sight.
fn filter(model: &ViewModel, panel: &mut Element) {
    let (locale, choice) = (model.locale(), model.choice());
    let line = panel.open(Tag::Div);
    line.set(Name::Class, "selects");
    let label = line.open(Tag::Label);
    label.set(Name::Class, "find");
    label.open(Tag::Span).text(CompareText::Filter.text(locale));
    label
        .open(Tag::Input)
        .set(Name::Type, "search")
        .set(Name::DataSearch, "rows")
        .set(Name::Value, choice.query.clone());
    let (value, text) = if choice.lists_all_rows {
        ("no", CompareText::ListVisibleRows)
    } else {
        ("yes", CompareText::ListAllRows)
    };
    line.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataChoice, "whole")
        .set(Name::DataValue, value)
        .text(text.text(locale));
    only_failing(model, line);
}

/// Adds the button that leaves out what agrees between years, or shows that too.
pub(super) fn only_failing(model: &ViewModel, into: &mut Element) {
    let (value, text) = if model.choice().only_failing {
        ("no", CompareText::AlsoAgreeing)
    } else {
        ("yes", CompareText::OnlyFailing)
    };
    into.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataChoice, "failing")
        .set(Name::DataValue, value)
        .text(text.text(model.locale()));
}

/// Adds the table with its initial rows between two spacers.
fn table(model: &ViewModel, panel: &mut Element) {
    let locale = model.locale();
    let (class, open, count) = if model.choice().lists_all_rows {
        ("rows all", "all", usize::MAX)
    } else {
        ("rows", "rows", INITIAL_ROWS)
    };
    let scroller = panel.open(Tag::Div);
    scroller
        .set(Name::Class, class)
        .set(Name::DataOpen, open)
        .set(Name::Role, "region")
        .set(Name::Tabindex, "0")
        .set(Name::AriaLabel, CompareText::RowsLabel.text(locale));
    let row_count = model.row_count().saturating_add(1);
    let table = scroller.open(Tag::Table);
    table
        .set(Name::Class, "rows-table")
        // Spelled out, because a phone lays the cells out as blocks.
        .set(Name::Role, "table")
        .set(Name::Part, "table")
        .set(Name::AriaRowcount, row_count.to_string());
    table
        .open(Tag::Caption)
        .open(Tag::Span)
        .set(Name::Class, "spoken")
        .text(finding(model));
    let head = table.open(Tag::Thead);
    head.set(Name::Role, "rowgroup")
        .set(Name::DataRegion, Region::TableHead.id());
    head.push(table_head(model));
    spacer("rows-before", table);
    table.push(table_rows(model, 0, count));
    spacer("rows-after", table);
}

/// Adds an empty body that the script gives the height of the rows that are not in the page.
fn spacer(part: &'static str, table: &mut Element) {
    let body = table.open(Tag::Tbody);
    body.set(Name::DataRegion, part)
        .set(Name::AriaHidden, "true");
    body.open(Tag::Tr).open(Tag::Td).set(Name::Colspan, "5");
}

/// Renders the number of agencies that match the filter; empty without a filter.
pub(crate) fn match_count(model: &ViewModel) -> Element {
    let locale = model.locale();
    let mut count = Element::new(Tag::Span);
    if model.choice().query.trim().is_empty() && !model.choice().only_failing {
        return count;
    }
    count.text(match model.row_count() {
        0 => no_rows(model).to_owned(),
        rows => compare_text::Matches {
            count: &grouped_count(rows),
        }
        .text(locale),
    });
    count
}

/// Announces the order of the table.
pub(crate) fn sort_announcement(model: &ViewModel) -> String {
    let (locale, sort) = (model.locale(), model.choice().sort);
    let columns = columns(model);
    let column = columns.iter().find(|(key, _)| *key == sort.key);
    let text = match sort.direction {
        Direction::Rising => CompareText::SortedRising,
        Direction::Falling => CompareText::SortedFalling,
    };
    column.map_or_else(String::new, |(_, title)| text.with(locale, &[title]))
}

/// Returns the columns that the table can be sorted by, with their titles.
fn columns(model: &ViewModel) -> [(SortKey, String); 4] {
    let (locale, year) = (model.locale(), model.choice().year);
    [
        (SortKey::Name, CompareText::Agency.text(locale).to_owned()),
        (SortKey::Number, year_label(locale, year)),
        (
            SortKey::PreviousNumber,
            year_label(locale, model.choice().compared_year()),
        ),
        (SortKey::Change, CompareText::Change.text(locale).to_owned()),
    ]
}

/// Renders the row of headings, each a button that sorts.
pub(crate) fn table_head(model: &ViewModel) -> Element {
    let sort = model.choice().sort;
    let mut row = Element::new(Tag::Tr);
    row.set(Name::Role, "row").set(Name::AriaRowindex, "1");
    for (key, title) in columns(model) {
        let heading = row.open(Tag::Th);
        heading
            .set(Name::Role, "columnheader")
            .set(Name::Scope, "col");
        let order = match sort.direction {
            _ if sort.key != key => "none",
            Direction::Rising => "ascending",
            Direction::Falling => "descending",
        };
        heading.set(Name::AriaSort, order);
        if key != SortKey::Name {
            heading.set(Name::DataType, "number");
        }
        heading
            .open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataChoice, "sort")
            .set(Name::DataValue, key.id())
            .text(title);
    }
    row.open(Tag::Th)
        .set(Name::Role, "columnheader")
        .set(Name::Scope, "col")
        .text(CompareText::Report.text(model.locale()));
    row
}

//! A figure's numbers as a table. Roles are spelled out because a narrow screen lays the cells
//! out as blocks, which would take the table's meaning from those who hear it.

use crate::figures::{Column, Table, TableCell};
use crate::markup::{Element, Name, Tag};
use gongkai_i18n::Locale;

/// Adds a table in a box of its own, which scrolls where long numbers make the table wider than the page.
pub fn scrolling(into: &mut Element) -> &mut Element {
    let scroll = into.open(Tag::Div);
    scroll.set(Name::Class, "table-box");
    scroll.open(Tag::Table)
}

pub fn table(table: &Table, locale: Locale, into: &mut Element) {
    let element = scrolling(into);
    element
        .set(Name::Class, "figure-table")
        .set(Name::Part, "table")
        .set(Name::Role, "table");
    element
        .open(Tag::Caption)
        .open(Tag::Span)
        .set(Name::Class, "spoken")
        .text(table.caption.clone());
    let head = element.open(Tag::Thead);
    head.set(Name::Role, "rowgroup");
    let row = head.open(Tag::Tr);
    row.set(Name::Role, "row");
    for column in &table.columns {
        let heading = row.open(Tag::Th);
        heading
            .set(Name::Role, "columnheader")
            .set(Name::Scope, "col");
        number(column, heading);
        heading.text(column.title.clone());
    }
    let body = element.open(Tag::Tbody);
    body.set(Name::Role, "rowgroup");
    for line in &table.rows {
        let row = body.open(Tag::Tr);
        row.key = Some(line.key.clone());
        row.set(Name::Role, "row")
            .set(Name::DataKey, line.key.clone());
        row.open(Tag::Th)
            .set(Name::Role, "rowheader")
            .set(Name::Scope, "row")
            .text(line.name.clone());
        for (cell, column) in line.cells.iter().zip(table.columns.iter().skip(1)) {
            let element = row.open(Tag::Td);
            element.set(Name::Role, "cell");
            match cell {
                TableCell::None => {
                    element.set(Name::DataType, "none");
                }
                _ => number(column, element),
            }
            element.set(Name::DataColumn, column.title.clone());
            value(cell, locale, element);
        }
    }
}

fn number(column: &Column, element: &mut Element) {
    if column.numeric {
        element.set(Name::DataType, "number");
    }
}

/// A cell as it is shown; what only looks like something is said in words as well.
pub fn value(cell: &TableCell, locale: Locale, into: &mut Element) {
    let shown = cell.shown(locale);
    match cell.spoken(locale) {
        Some(spoken) => {
            into.open(Tag::Span)
                .set(Name::AriaHidden, "true")
                .text(shown);
            into.open(Tag::Span).set(Name::Class, "spoken").text(spoken);
        }
        None => {
            into.text(shown);
        }
    }
}

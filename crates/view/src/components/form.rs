//! A statutory table as printed. Roles are spelled out because a narrow screen lays its cells out
//! otherwise, which would take the table's meaning from those who hear it.

use super::table::{scrolling, value};
use crate::figures::{Display, Form, FormCell, FormValue, Heading, Scope, View};
use crate::markup::{Element, Name, Tag};
use gongkai_i18n::Locale;

/// `name` is the table's own among those on the page, for style sheets and for what ties cells to
/// headings; where there is a `chart`, the headings of rows lead to it.
pub fn form(form: &Form, name: &str, chart: Option<View>, locale: Locale, into: &mut Element) {
    let table = scrolling(into);
    table
        .set(Name::Class, "figure-table form")
        .set(Name::Part, "form")
        .set(Name::Role, "table")
        .set(Name::DataForm, name.to_owned());
    table.open(Tag::Caption).text(form.caption.clone());
    let head = table.open(Tag::Thead);
    head.set(Name::Role, "rowgroup");
    for row in &form.head {
        let line = head.open(Tag::Tr);
        line.set(Name::Role, "row");
        for one in row {
            heading(one, name, line).text(one.text.clone());
        }
    }
    let body = table.open(Tag::Tbody);
    body.set(Name::Role, "rowgroup");
    for row in &form.body {
        let line = body.open(Tag::Tr);
        line.set(Name::Role, "row");
        let mut headings = row
            .iter()
            .filter(|cell| matches!(cell, FormCell::Heading(_)))
            .count();
        for cell in row {
            match cell {
                FormCell::Heading(one) => {
                    headings -= 1;
                    let element = heading(one, name, line);
                    // The last heading is the row's own.
                    match (chart, row_key(row)) {
                        (Some(view), Some(key)) if headings == 0 => {
                            element
                                .open(Tag::Button)
                                .set(Name::Type, "button")
                                .set(Name::Class, "way")
                                .set(Name::DataLeadsTo, view.id())
                                .set(Name::DataAs, Display::Chart.id())
                                .set(Name::DataCell, key)
                                .text(one.text.clone());
                        }
                        _ => {
                            element.text(one.text.clone());
                        }
                    }
                }
                FormCell::Value(one) => printed(one, name, locale, line),
            }
        }
    }
    if let Some(note) = &form.note {
        into.open(Tag::P)
            .set(Name::Class, "form-note")
            .text(note.clone());
    }
}

fn heading<'a>(heading: &Heading, name: &str, line: &'a mut Element) -> &'a mut Element {
    let Some(scope) = heading.scope.attribute() else {
        let corner = line.open(Tag::Td);
        corner.set(Name::Role, "cell").set(Name::DataType, "corner");
        spans(heading, corner);
        return corner;
    };
    let element = line.open(Tag::Th);
    let role = match heading.scope {
        Scope::Row => "rowheader",
        _ => "columnheader",
    };
    element
        .set(Name::Role, role)
        .set(Name::Scope, scope)
        .set(Name::Id, id(name, heading.id))
        .flag(Name::DataHit, heading.hit);
    spans(heading, element);
    element
}

fn spans(heading: &Heading, element: &mut Element) {
    if heading.columns > 1 {
        element.set(Name::Colspan, heading.columns.to_string());
    }
    if heading.rows > 1 {
        element.set(Name::Rowspan, heading.rows.to_string());
    }
}

fn printed(cell: &FormValue, name: &str, locale: Locale, line: &mut Element) {
    let headers: Vec<String> = cell.headings.iter().map(|one| id(name, *one)).collect();
    let element = line.open(Tag::Td);
    element
        .set(Name::Role, "cell")
        .set(Name::Headers, headers.join(" "))
        .set(Name::DataKey, cell.key.clone())
        .set(Name::DataType, "number")
        .set(Name::DataColumn, cell.label.clone())
        .flag(Name::DataHit, cell.hit)
        // A link can take the keyboard here.
        .set(Name::Tabindex, "-1");
    if cell.shade > 0 {
        element.set(Name::DataShade, cell.shade.to_string());
    }
    value(&cell.value, locale, element);
}

fn id(name: &str, heading: u16) -> String {
    [name, "-", &heading.to_string()].concat()
}

/// What the cells of a row have in common: the path of `applications.received[6]` without its end.
fn row_key(row: &[FormCell]) -> Option<String> {
    let first = row.iter().find_map(|cell| match cell {
        FormCell::Value(value) => Some(value.key.as_str()),
        FormCell::Heading(_) => None,
    })?;
    let end = first.rfind(['[', '.'])?;
    first.get(..end).map(str::to_owned)
}

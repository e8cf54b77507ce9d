//! A figure's numbers as a table. Roles are spelled out because a narrow screen lays the cells
//! out as blocks, which would take the table's meaning from those who hear it.

use crate::figures::{Column, Table, TableCell};
use crate::i18n::Locale;
use yew::prelude::*;

/// `selected` is the key of the selected mark, whose row is shown so.
pub fn table(table: &Table, locale: Locale, selected: Option<&str>) -> Html {
    html! {
        <table class="figure-table" part="table" role="table">
            <caption><span class="spoken">{ table.caption.clone() }</span></caption>
            <thead role="rowgroup">
                <tr role="row">
                    { for table.columns.iter().map(|column| html! {
                        <th role="columnheader" scope="col" data-type={number(column)}>{ column.title.clone() }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for table.rows.iter().map(|row| html! {
                    <tr
                        key={row.key.clone()}
                        role="row"
                        data-key={row.key.clone()}
                        data-selected={(selected == Some(row.key.as_str())).then_some("")}
                    >
                        <th role="rowheader" scope="row">{ row.name.clone() }</th>
                        { for row.cells.iter().zip(table.columns.iter().skip(1)).map(|(cell, column)| {
                            data_cell(cell, column, locale)
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn number(column: &Column) -> Option<&'static str> {
    column.numeric.then_some("number")
}

fn data_cell(cell: &TableCell, column: &Column, locale: Locale) -> Html {
    let kind = match cell {
        TableCell::None => Some("none"),
        _ => number(column),
    };
    let shown = cell.shown(locale);
    html! {
        <td role="cell" data-type={kind} data-column={column.title.clone()}>
            { match cell.spoken(locale) {
                Some(spoken) => html! {
                    <><span aria-hidden="true">{ shown }</span><span class="spoken">{ spoken }</span></>
                },
                None => html! { shown },
            } }
        </td>
    }
}

//! A figure's numbers as a table. Roles are spelled out because a narrow screen lays the cells
//! out as blocks, which would take the table's meaning from those who hear it.

use crate::figures::{Table, TableCell};
use crate::i18n::Locale;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub table: Table,
    pub locale: Locale,
    /// The key of the selected mark, whose row is shown so.
    pub selected: Option<AttrValue>,
}

#[component]
pub fn FigureTable(props: &Props) -> Html {
    let Table {
        caption,
        columns,
        rows,
    } = &props.table;
    html! {
        <table class="figure-table" part="table" role="table">
            <caption>{ caption.clone() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { for columns.iter().map(|column| html! {
                        <th role="columnheader" scope="col" class={column.numeric.then_some("number")}>
                            { column.title.clone() }
                        </th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for rows.iter().map(|row| {
                    let is_selected = props.selected.as_deref() == Some(row.key.as_str());
                    html! {
                        <tr key={row.key.clone()} role="row" data-key={row.key.clone()} class={is_selected.then_some("selected")}>
                            <th role="rowheader" scope="row">{ row.name.clone() }</th>
                            { for row.cells.iter().zip(columns.iter().skip(1)).map(|(cell, column)| {
                                data_cell(cell, &column.title, column.numeric, props.locale)
                            }) }
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}

fn data_cell(cell: &TableCell, column: &str, numeric: bool, locale: Locale) -> Html {
    let class = classes!(
        numeric.then_some("number"),
        (*cell == TableCell::None).then_some("none")
    );
    let shown = cell.shown(locale);
    html! {
        <td role="cell" {class} data-column={column.to_owned()}>
            { match cell.spoken(locale) {
                Some(spoken) => html! {
                    <><span aria-hidden="true">{ shown }</span><span class="spoken">{ spoken }</span></>
                },
                None => html! { shown },
            } }
        </td>
    }
}

//! A table of the form, with the keys of a spreadsheet.

use super::cell_input::{CellInput, error_text, id};
use crate::browser::focus;
use crate::messages::desk_text;
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, FormTable, PasteProblem, paste, read_block};
use gongkai_model::CellRef;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub table: Rc<FormTable>,
    /// The name of the table for speech.
    pub label: AttrValue,
}

#[component]
pub fn Table(props: &Props) -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let draft = use_draft();
    let problems = use_state_eq(Vec::<PasteProblem>::new);
    let Some(draft) = draft else {
        return Html::default();
    };
    let edition = draft.report().edition;
    let on_paste = {
        let (desk, problems, table) = (desk.clone(), problems.clone(), props.table.clone());
        Callback::from(move |(start, text): (CellRef, String)| {
            let (change, failed) = paste(&table, edition, start, &read_block(&text));
            desk.dispatch(Action::Make(change));
            problems.set(failed);
        })
    };
    let on_key = {
        let table = props.table.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(cell) = neighbour(&table, &event) {
                event.prevent_default();
                focus(&id(cell));
            }
        })
    };
    let texts: Vec<String> = problems
        .iter()
        .map(|problem| match problem.error {
            Some(error) => error_text(locale, error, &problem.text),
            None => problem.text.clone(),
        })
        .collect();
    let columns = props.table.columns.len();
    html! {
        <div class="desk-scroll">
            <table class="desk-table" aria-label={props.label.clone()} onkeydown={on_key}>
                <thead>
                    <tr>
                        <td></td>
                        { for props.table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for props.table.rows.iter().map(|row| html! {
                        <>
                            if let Some(group) = &row.group {
                                <tr class="desk-group"><th colspan={(columns + 1).to_string()}>{ group }</th></tr>
                            }
                            <tr>
                                <th scope="row">{ &row.label }</th>
                                { for row.cells.iter().map(|at| html! {
                                    <td><CellInput at={*at} on_paste={on_paste.clone()} /></td>
                                }) }
                            </tr>
                        </>
                    }) }
                </tbody>
            </table>
            if !texts.is_empty() {
                <p class="desk-error" role="alert">
                    { desk_text::PasteProblems { count: &texts.len().to_string(), texts: &texts.join("；") }.text(locale) }
                </p>
            }
        </div>
    }
}

/// The cell that an arrow key or Enter leads to. Left and right only leave a field from the edge of its text.
fn neighbour(table: &FormTable, event: &KeyboardEvent) -> Option<CellRef> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    let current = field.id();
    let rows = table.rows.iter().enumerate();
    let (row, column) = rows
        .filter_map(|(row, form_row)| {
            let column = form_row.cells.iter().position(|at| id(*at) == current)?;
            Some((row, column))
        })
        .next()?;
    let caret = field.selection_start().ok().flatten().unwrap_or_default();
    let end = field.selection_end().ok().flatten().unwrap_or_default();
    let length = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let is_all = caret == 0 && end == length;
    let (row, column) = match event.key().as_str() {
        "ArrowDown" | "Enter" => (row.checked_add(1)?, column),
        "ArrowUp" => (row.checked_sub(1)?, column),
        "ArrowLeft" if is_all || end == 0 => (row, column.checked_sub(1)?),
        "ArrowRight" if is_all || caret == length => (row, column.checked_add(1)?),
        _ => return None,
    };
    table.rows.get(row)?.cells.get(column).copied()
}

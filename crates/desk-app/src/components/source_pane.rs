//! The file as it was read: its lines and tables, with the place of the chosen cell marked.

use crate::browser;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Draft};
use gongkai_i18n::Locale;
use gongkai_import::{Block, Grid, GridCell, Location};
use gongkai_model::CellRef;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

#[component]
pub fn SourcePane() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let draft = use_draft();
    let pane = use_node_ref();
    let marked = draft
        .as_ref()
        .and_then(|draft| marked(draft, desk.0.selected, desk.0.note));
    {
        let pane = pane.clone();
        use_effect_with(marked, move |_| {
            let element = pane.cast::<Element>();
            let mark = element.and_then(|pane| pane.query_selector(".marked").ok().flatten());
            if let Some(mark) = mark {
                browser::reveal(&mark);
            }
        });
    }
    let Some(draft) = draft else {
        return Html::default();
    };
    let on_choose = {
        let (desk, draft) = (desk.clone(), draft.clone());
        Callback::from(move |(location, text): (Location, String)| {
            // What is marked with the mouse counts before the whole cell.
            let marked = browser::selected_text();
            let text = marked.unwrap_or(text);
            match draft.cell_at(location) {
                Some(cell) => desk.dispatch(Action::Select(Some(cell))),
                None if !text.trim().is_empty() => {
                    desk.dispatch(Action::Pick(text.trim().to_owned()))
                }
                None => {}
            }
        })
    };
    html! {
        <aside class="desk-source" ref={pane} aria-label={DeskText::Source.text(locale)} tabindex="0">
            <h2>{ DeskText::Source.text(locale) }</h2>
            if let Some(document) = draft.document() {
                { blocks(locale, &document.blocks, marked, &on_choose) }
            } else {
                <p>{ DeskText::NoSource.text(locale) }</p>
            }
        </aside>
    }
}

/// The place that the person works on: that of the chosen cell, else that of the note.
fn marked(draft: &Rc<Draft>, cell: Option<CellRef>, note: Option<usize>) -> Option<Location> {
    let of_cell = cell.and_then(|cell| draft.location(&cell.path()));
    of_cell.or_else(|| note.and_then(|note| draft.notes().get(note)?.location))
}

fn blocks(
    locale: Locale,
    blocks: &[Block],
    marked: Option<Location>,
    on_choose: &Callback<(Location, String)>,
) -> Html {
    let mut page = None;
    let shown = blocks.iter().map(|block| {
        let location = match block {
            Block::Line(line) => Some(line.location),
            Block::Table(grid) => {
                let cells = grid.rows.iter().flatten();
                cells.map(|cell| cell.location).next()
            }
        };
        let number = match location {
            Some(Location::Page { page, .. }) => Some(page),
            _ => None,
        };
        let heading = (number != page).then_some(number).flatten();
        page = number;
        html! {
            <>
                if let Some(number) = heading {
                    <h3>{ desk_text::Page { number: &number.to_string() }.text(locale) }</h3>
                }
                { match block {
                    Block::Line(line) if line.text.trim().is_empty() => Html::default(),
                    Block::Line(line) => {
                        let class = (marked == Some(line.location)).then_some("marked");
                        let (location, on_choose) = (line.location, on_choose.clone());
                        let choose = move |_| on_choose.emit((location, String::new()));
                        html! { <p {class} onclick={choose}>{ &line.text }</p> }
                    }
                    Block::Table(grid) => table(grid, marked, on_choose),
                } }
            </>
        }
    });
    shown.collect()
}

fn table(grid: &Grid, marked: Option<Location>, on_choose: &Callback<(Location, String)>) -> Html {
    let cell = |cell: &GridCell| {
        let class = (marked == Some(cell.location)).then_some("marked");
        let (location, text, on_choose) = (cell.location, cell.text.clone(), on_choose.clone());
        let choose = move |_| on_choose.emit((location, text.clone()));
        html! {
            <td {class} colspan={cell.columns.to_string()} rowspan={cell.rows.to_string()} onclick={choose}>
                { &cell.text }
            </td>
        }
    };
    html! {
        <div class="desk-scroll">
            <table>
                { for grid.rows.iter().map(|row| html! { <tr>{ for row.iter().map(cell) }</tr> }) }
            </table>
        </div>
    }
}

//! The file as it was read: its lines and tables, with the place of the chosen cell marked.

use crate::browser;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Draft};
use gongkai_i18n::Locale;
use gongkai_import::{Block, Grid, GridCell, Location, Source};
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
        use_effect_with(marked.clone(), move |_| {
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
        Callback::from(move |((block, row, cell), text): (Place, String)| {
            // What is marked with the mouse counts before the whole cell.
            let marked = browser::selected_text();
            let text = marked.unwrap_or(text);
            match draft.cell_at(block, row, cell) {
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
                { blocks(locale, &document.blocks, marked.as_ref(), &on_choose) }
            } else {
                <p>{ DeskText::NoSource.text(locale) }</p>
            }
        </aside>
    }
}

/// The indices of a block, and of the row and the cell if it is a table.
type Place = (usize, Option<usize>, Option<usize>);

/// The passage that the person works on: that of the chosen cell, else that of the note.
fn marked(draft: &Rc<Draft>, cell: Option<CellRef>, note: Option<usize>) -> Option<Source> {
    let of_cell = cell.and_then(|cell| draft.source(&cell.path()));
    of_cell.or_else(|| {
        let note = note.and_then(|note| draft.notes().get(note))?;
        let of_field = note.path.as_deref().and_then(|path| draft.source(path));
        draft.note_passage(note).or(of_field)
    })
}

fn blocks(
    locale: Locale,
    blocks: &[Block],
    marked: Option<&Source>,
    on_choose: &Callback<(Place, String)>,
) -> Html {
    let mut page = None;
    let shown = blocks.iter().enumerate().map(|(index, block)| {
        let marked = marked.filter(|source| source.block == index);
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
                        let class = marked.map(|_| "marked");
                        let on_choose = on_choose.clone();
                        let choose = move |_| on_choose.emit(((index, None, None), String::new()));
                        html! { <p {class} onclick={choose}>{ passage(&line.text, marked) }</p> }
                    }
                    Block::Table(grid) => table(grid, index, marked, on_choose),
                } }
            </>
        }
    });
    shown.collect()
}

/// A line, with the characters of the passage marked.
fn passage(text: &str, marked: Option<&Source>) -> Html {
    let chars = marked.map(|source| source.chars.clone()).unwrap_or(0..0);
    if chars.is_empty() {
        return html! { { text } };
    }
    let take = |from: usize, to: usize| -> String {
        let count = to.saturating_sub(from);
        text.chars().skip(from).take(count).collect()
    };
    html! {
        <>
            { take(0, chars.start) }
            <mark>{ take(chars.start, chars.end) }</mark>
            { take(chars.end, usize::MAX) }
        </>
    }
}

fn table(
    grid: &Grid,
    block: usize,
    marked: Option<&Source>,
    on_choose: &Callback<(Place, String)>,
) -> Html {
    let cell = |row: usize, index: usize, cell: &GridCell| {
        let is_marked = marked.is_some_and(|source| {
            source.row == Some(row) && source.cell.is_none_or(|marked| marked == index)
        });
        let (text, on_choose) = (cell.text.clone(), on_choose.clone());
        let place = (block, Some(row), Some(index));
        let choose = move |_| on_choose.emit((place, text.clone()));
        html! {
            <td class={is_marked.then_some("marked")} colspan={cell.columns.to_string()}
                rowspan={cell.rows.to_string()} onclick={choose}>
                { &cell.text }
            </td>
        }
    };
    html! {
        <div class="desk-scroll">
            <table>
                { for grid.rows.iter().enumerate().map(|(row, cells)| html! {
                    <tr>{ for cells.iter().enumerate().map(|(index, one)| cell(row, index, one)) }</tr>
                }) }
            </table>
        </div>
    }
}

//! The file as it was read: its lines and tables, page by page, with the place of the chosen cell marked.

use crate::browser;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Draft, SourcePlace};
use gongkai_i18n::Locale;
use gongkai_import::{Block, Document, Grid, GridCell, Line, Location, Source};
use gongkai_model::CellRef;
use std::ops::Range;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// How many lines and tables of a file without pages are one component, so that a choice redraws only its own part.
const PART: usize = 80;

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
    let dispatcher = desk.dispatcher();
    let on_choose = use_callback((), move |(place, text): (SourcePlace, String), ()| {
        // What is marked with the mouse counts before the whole cell.
        let text = browser::selected_text().unwrap_or(text);
        dispatcher.dispatch(Action::ChooseSource(place, text));
    });
    let document = draft.and_then(|draft| draft.document().cloned());
    let Some(document) = document else {
        return html! {
            <section class="desk-source" aria-label={DeskText::Source.text(locale)} tabindex="0">
                <h2>{ DeskText::Source.text(locale) }</h2>
                <p>{ DeskText::NoSource.text(locale) }</p>
            </section>
        };
    };
    let parts = parts(&document).into_iter().map(|(page, blocks)| {
        let marked = marked
            .clone()
            .filter(|marked| blocks.contains(&marked.block));
        let first = blocks.start;
        html! {
            <Part key={first} {locale} document={Shared(document.clone())} {blocks} {page} {marked}
                on_choose={on_choose.clone()} />
        }
    });
    html! {
        <section class="desk-source" ref={pane} aria-label={DeskText::Source.text(locale)} tabindex="0">
            <h2>{ DeskText::Source.text(locale) }</h2>
            <p class="desk-hint">{ DeskText::SourceHint.text(locale) }</p>
            { for parts }
        </section>
    }
}

/// The passage that the person works on: that of the chosen cell, else that of the note.
fn marked(draft: &Rc<Draft>, cell: Option<CellRef>, note: Option<usize>) -> Option<Source> {
    let of_cell = cell.and_then(|cell| draft.source(&cell.path()));
    of_cell.or_else(|| {
        let note = note.and_then(|note| draft.notes().get(note))?;
        let of_field = note.path.as_deref().and_then(|path| draft.source(path));
        draft.note_passage(note).or(of_field)
    })
}

/// The pages of a document with their blocks; a document without pages in parts of even length.
fn parts(document: &Document) -> Vec<(Option<usize>, Range<usize>)> {
    let mut parts: Vec<(Option<usize>, Range<usize>)> = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let location = match block {
            Block::Line(line) => Some(line.location),
            Block::Table(grid) => grid.rows.iter().flatten().map(|cell| cell.location).next(),
        };
        let page = match location {
            Some(Location::Page { page, .. }) => Some(page),
            _ => None,
        };
        match parts.last_mut() {
            Some((last, blocks)) if *last == page && (page.is_some() || blocks.len() < PART) => {
                blocks.end = index.saturating_add(1);
            }
            _ => parts.push((page, index..index.saturating_add(1))),
        }
    }
    parts
}

/// A document that is compared by identity: it never changes.
#[derive(Clone)]
struct Shared(Rc<Document>);

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    /// Not from the context, at each change of which every page would be drawn again.
    locale: Locale,
    document: Shared,
    blocks: Range<usize>,
    page: Option<usize>,
    /// The passage to mark, if it is here.
    marked: Option<Source>,
    on_choose: Callback<(SourcePlace, String)>,
}

/// A page of the source.
#[component]
fn Part(props: &PartProps) -> Html {
    let locale = props.locale;
    let blocks = props.document.0.blocks.iter().enumerate();
    let blocks = blocks.filter(|(index, _)| props.blocks.contains(index));
    let marked = props.marked.as_ref();
    html! {
        <>
            if let Some(page) = props.page {
                <h3>{ desk_text::Page { number: &page.to_string() }.text(locale) }</h3>
            }
            { for blocks.map(|(index, block)| {
                let marked = marked.filter(|source| source.block == index);
                match block {
                    Block::Line(line) if line.text.trim().is_empty() => Html::default(),
                    Block::Line(line) => html! {
                        <p class={marked.map(|_| "marked")}>{ passages(line, index, marked, &props.on_choose) }</p>
                    },
                    Block::Table(grid) => table(grid, index, marked, &props.on_choose),
                }
            }) }
        </>
    }
}

/// A line in pieces: its numbers, which can be chosen, and what is between them; marked where the passage is.
fn passages(
    line: &Line,
    block: usize,
    marked: Option<&Source>,
    on_choose: &Callback<(SourcePlace, String)>,
) -> Html {
    let chars = marked.map(|source| source.chars.clone()).unwrap_or(0..0);
    let mut pieces: Vec<(usize, bool, bool, String)> = Vec::new();
    for (at, c) in line.text.chars().enumerate() {
        let is_number = c.is_numeric()
            || matches!(c, '.' | ',' | '，' | '．') && {
                // A sign between digits belongs to the number.
                let mut around = line.text.chars().skip(at.saturating_sub(1));
                let before = around.next().is_some_and(char::is_numeric);
                before && around.nth(1).is_some_and(char::is_numeric)
            };
        let is_marked = chars.contains(&at);
        match pieces.last_mut() {
            Some((_, number, mark, text)) if *number == is_number && *mark == is_marked => {
                text.push(c);
            }
            _ => pieces.push((at, is_number, is_marked, c.to_string())),
        }
    }
    let pieces = pieces
        .into_iter()
        .map(|(char, is_number, is_marked, text)| {
            let piece = if is_number {
                let (on_choose, chosen) = (on_choose.clone(), text.clone());
                let place = SourcePlace {
                    block,
                    char,
                    ..SourcePlace::default()
                };
                let choose = move |_: MouseEvent| on_choose.emit((place, chosen.clone()));
                html! { <span class="number" onclick={choose}>{ text }</span> }
            } else {
                html! { { text } }
            };
            if is_marked {
                html! { <mark>{ piece }</mark> }
            } else {
                piece
            }
        });
    pieces.collect()
}

fn table(
    grid: &Grid,
    block: usize,
    marked: Option<&Source>,
    on_choose: &Callback<(SourcePlace, String)>,
) -> Html {
    let cell = |row: usize, index: usize, cell: &GridCell| {
        let is_marked = marked.is_some_and(|source| {
            source.row == Some(row) && source.cell.is_none_or(|marked| marked == index)
        });
        let (text, on_choose) = (cell.text.clone(), on_choose.clone());
        let place = SourcePlace {
            block,
            row: Some(row),
            cell: Some(index),
            char: 0,
        };
        let choose = move |_: MouseEvent| on_choose.emit((place, text.clone()));
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

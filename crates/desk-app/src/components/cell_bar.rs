//! The chosen cell: its name, its status, and the contents that cannot be typed.

use super::cell_input::status_text;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Change, entry};
use gongkai_i18n::cell_name;
use gongkai_import::import_location;
use gongkai_model::{Amount, Cell, CellRef, ProactiveColumn};
use yew::prelude::*;

#[component]
pub fn CellBar() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let Some(at) = desk.0.selected else {
        return html! { <p class="desk-cell">{ DeskText::NoCell.text(locale) }</p> };
    };
    let place = draft.location(&at.path());
    let place = place.map(|place| import_location(locale, Some(place)));
    let set = |to: Cell| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.dispatch(Action::Make(change(at, to))))
    };
    let choices = [
        (Cell::Blank, DeskText::Blank),
        (Cell::NotApplicable, DeskText::Slash),
        (Cell::Missing, DeskText::NotEntered),
    ];
    let picked = desk.0.picked.as_ref().and_then(|text| {
        let change = entry(at, text).ok()?;
        let desk = desk.clone();
        let put = Callback::from(move |_: MouseEvent| desk.dispatch(Action::Make(change.clone())));
        Some((desk_text::PutInto { text }.text(locale), put))
    });
    html! {
        <p class="desk-cell">
            <strong>{ cell_name(locale, draft.report().edition, at) }</strong>
            { " " }<span>{ status_text(locale, draft.status(at)) }</span>
            if let Some(place) = place {
                { " " }<span>{ place }</span>
            }
            <span class="desk-set">
                { DeskText::SetTo.text(locale) }
                { for choices.map(|(cell, text)| html! {
                    <button type="button" onclick={set(cell)}>{ text.text(locale) }</button>
                }) }
                if let Some((label, put)) = picked {
                    <button type="button" onclick={put}>{ label }</button>
                }
            </span>
        </p>
    }
}

fn change(at: CellRef, to: Cell) -> Change {
    match at {
        CellRef::Proactive(row, ProactiveColumn::Amount) => {
            let amount = match to {
                Cell::Blank => Amount::Blank,
                Cell::NotApplicable => Amount::NotApplicable,
                _ => Amount::Missing,
            };
            Change::Amount(row, amount)
        }
        _ => Change::Cell(at, to),
    }
}

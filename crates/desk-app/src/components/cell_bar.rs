//! The chosen cell: its name, its status, and the contents that cannot be typed.

use super::cell_input::status_text;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, CellStatus, Change, entry, form_cells, part_of};
use gongkai_i18n::cell_name;
use gongkai_import::import_location;
use gongkai_model::{Amount, Cell, CellRef, ProactiveColumn};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[component]
pub fn CellBar() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let picked = desk.0.picked.clone();
    let Some(at) = desk.0.selected.filter(|at| part_of(*at).is_some()) else {
        return html! {
            <div class="desk-cell">
                if let Some(text) = picked {
                    <PutInto {text} />
                } else {
                    { DeskText::NoCell.text(locale) }
                }
            </div>
        };
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
    let put = picked.as_ref().and_then(|text| {
        let change = entry(at, text).ok()?;
        let desk = desk.clone();
        let put = Callback::from(move |_: MouseEvent| desk.dispatch(Action::Make(change.clone())));
        Some((desk_text::PutInto { text }.text(locale), put))
    });
    html! {
        <div class="desk-cell">
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
                if let Some((label, put)) = put {
                    <button type="button" class="primary" onclick={put}>{ label }</button>
                }
            </span>
            if let Some(text) = picked {
                <PutInto {text} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PutIntoProps {
    /// A text of the source that was read into no field.
    text: String,
}

/// Offers the cells that have no number yet for a text of the source.
#[component]
fn PutInto(props: &PutIntoProps) -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let text = &props.text;
    let edition = draft.report().edition;
    let is_open = |at: &CellRef| {
        matches!(draft.status(*at), CellStatus::LeftOut | CellStatus::Missing)
            && entry(*at, text).is_ok()
    };
    let mut open: Vec<CellRef> = form_cells(edition).filter(is_open).collect();
    // What the source has and could not be read comes first.
    open.sort_by_key(|at| draft.status(*at) != CellStatus::LeftOut);
    let on_change = {
        let (desk, text) = (desk.clone(), text.clone());
        Callback::from(move |event: Event| {
            let path = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut cells = CellRef::cells();
            let at = cells.find(|at| at.path() == path);
            if let Some(Ok(change)) = at.map(|at| entry(at, &text)) {
                desk.dispatch(Action::Make(change));
                desk.dispatch(Action::Select(at));
            }
        })
    };
    html! {
        <span class="desk-put" role="status">
            { desk_text::Picked { text }.text(locale) }{ " " }
            if open.is_empty() {
                { DeskText::ChooseCell.text(locale) }
            } else {
                <select aria-label={desk_text::PutIntoOther { text }.text(locale)} onchange={on_change}>
                    <option value="">{ DeskText::PutIntoWhich.text(locale) }</option>
                    { for open.iter().map(|at| html! {
                        <option value={at.path()}>{ cell_name(locale, edition, *at) }</option>
                    }) }
                </select>
            }
        </span>
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

//! The walk through what was left out or read with an assumption.

use crate::browser::focus;
use crate::messages::{DeskText, desk_text};
use crate::state::{Context, use_desk, use_draft, use_locale};
use gongkai_checks::Tally;
use gongkai_desk::{Action, Page};
use gongkai_i18n::Locale;
use gongkai_import::import_note_in_form;
use yew::prelude::*;

#[component]
pub fn NoteBar() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let draft = use_draft();
    // The cell of the note is focused once it is shown.
    use_effect_with((desk.0.note, desk.0.selected), |(note, selected)| {
        if let (Some(_), Some(cell)) = (note, selected) {
            focus(&super::cell_input::id(*cell));
        }
    });
    let Some(draft) = draft else {
        return Html::default();
    };
    let open = draft.open_notes();
    let next = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.dispatch(Action::NextNote))
    };
    if open.is_empty() {
        return nothing_open(&desk, locale, Tally::of(&draft.findings()).failures);
    }
    let count = &open.len().to_string();
    let current = desk.0.note.filter(|note| open.contains(note));
    let sentence = current.and_then(|note| draft.notes().get(note));
    let confirm = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.dispatch(Action::ConfirmAndGoOn))
    };
    html! {
        <div class="desk-notes">
            if let Some(note) = sentence {
                <p class="desk-note" role="status">{ import_note_in_form(locale, draft.report().edition, note) }</p>
            }
            <span class="desk-left" role="status">{ desk_text::NotesLeft { count }.text(locale) }</span>
            if sentence.is_some() {
                <button type="button" onclick={confirm} title={DeskText::ConfirmKey.text(locale)}>{ DeskText::Confirm.text(locale) }</button>
            }
            <button type="button" class={current.is_none().then_some("primary")} onclick={next}>{ DeskText::NextNote.text(locale) }</button>
            if current.is_some() {
                <span class="desk-hint">{ DeskText::ConfirmKey.text(locale) }</span>
            }
        </div>
    }
}

/// What to do when nothing is open: look at the checks that fail, or go on.
fn nothing_open(desk: &Context, locale: Locale, failures: usize) -> Html {
    let desk = desk.clone();
    let show = Callback::from(move |_: MouseEvent| desk.dispatch(Action::Turn(Page::Checks)));
    let count = &failures.to_string();
    html! {
        <p class="desk-notes" role="status">
            { DeskText::NoNotes.text(locale) }
            if failures == 0 {
                { DeskText::NotesAgree.text(locale) }
            } else {
                { desk_text::NotesDisagree { count }.text(locale) }{ " " }
                <button type="button" onclick={show}>{ DeskText::ShowChecks.text(locale) }</button>
            }
        </p>
    }
}

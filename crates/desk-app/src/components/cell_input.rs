//! A cell of the form.

use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, CellStatus, Content, EntryError, amount_text, cell_text, entry};
use gongkai_i18n::{Locale, cell_name};
use gongkai_model::{Amount, Cell, CellRef};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub at: CellRef,
    /// Called with a block that was pasted.
    pub on_paste: Callback<(CellRef, String)>,
}

/// The id of the cell's field.
pub fn id(at: CellRef) -> String {
    ["cell-", &at.path()].concat()
}

/// The sentence about a text that does not fit its cell.
pub fn error_text(locale: Locale, error: EntryError, text: &str) -> String {
    match error {
        EntryError::NotANumber => desk_text::ErrorNotANumber { text }.text(locale),
        EntryError::NotAnAmount => desk_text::ErrorNotAnAmount { text }.text(locale),
        EntryError::Negative => desk_text::ErrorNegative { text }.text(locale),
        EntryError::TooLarge => desk_text::ErrorTooLarge { text }.text(locale),
        EntryError::Comma => desk_text::ErrorComma { text }.text(locale),
    }
}

/// The word for a cell's status.
pub fn status_text(locale: Locale, status: CellStatus) -> &'static str {
    let text = match status {
        CellStatus::Read => DeskText::StatusRead,
        CellStatus::Assumed => DeskText::StatusAssumed,
        CellStatus::LeftOut => DeskText::StatusLeftOut,
        CellStatus::Missing => DeskText::StatusMissing,
        CellStatus::Mended => DeskText::StatusMended,
    };
    text.text(locale)
}

#[component]
pub fn CellInput(props: &Props) -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let draft = use_draft();
    // A text that does not fit stays in its field, with the reason, until it is corrected.
    let refused = use_state_eq(|| None::<(String, EntryError)>);
    let at = props.at;
    let Some(draft) = draft else {
        return Html::default();
    };
    let content = Content::of(draft.report(), at);
    let (text, placeholder) = match &content {
        Content::Cell(cell) => (cell_text(*cell), placeholder(locale, *cell == Cell::Blank)),
        Content::Amount(amount) => (
            amount_text(amount),
            placeholder(locale, *amount == Amount::Blank),
        ),
    };
    let status = draft.status(at);
    let on_change = {
        let (desk, refused, text) = (desk.clone(), refused.clone(), text.clone());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            if typed == text {
                refused.set(None);
                return;
            }
            match entry(at, &typed) {
                Ok(change) => {
                    refused.set(None);
                    desk.dispatch(Action::Make(change));
                }
                Err(error) => refused.set(Some((typed, error))),
            }
        })
    };
    let on_focus = {
        let desk = desk.clone();
        Callback::from(move |_: FocusEvent| desk.dispatch(Action::Select(Some(at))))
    };
    let on_paste = {
        let on_paste = props.on_paste.clone();
        Callback::from(move |event: Event| {
            let Some(event) = wasm_bindgen::JsCast::dyn_ref::<web_sys::ClipboardEvent>(&event)
            else {
                return;
            };
            let data = event.clipboard_data();
            let block = data.and_then(|data| data.get_data("text/plain").ok());
            if let Some(block) = block.filter(|block| block.trim_end().contains(['\t', '\n'])) {
                event.prevent_default();
                on_paste.emit((at, block));
            }
        })
    };
    let error = refused.as_ref();
    let shown = error.map_or(text, |(typed, _)| typed.clone());
    let id = id(at);
    let error_id = [&id, "-error"].concat();
    let label = [
        &cell_name(locale, draft.report().edition, at),
        "，",
        status_text(locale, status),
    ]
    .concat();
    html! {
        <>
            <input
                id={id} class={class(status)} value={shown} {placeholder} aria-label={label}
                data-committed={error.is_none().then_some("true")}
                aria-invalid={error.map(|_| "true")}
                aria-describedby={error.map(|_| error_id.clone())}
                autocomplete="off" onchange={on_change} onfocus={on_focus} onpaste={on_paste}
            />
            if let Some((typed, error)) = error {
                <span id={error_id} class="desk-error" role="alert">{ error_text(locale, *error, typed) }</span>
            }
        </>
    }
}

fn placeholder(locale: Locale, is_blank: bool) -> &'static str {
    let text = if is_blank {
        DeskText::Blank
    } else {
        DeskText::NotEntered
    };
    text.text(locale)
}

fn class(status: CellStatus) -> &'static str {
    match status {
        CellStatus::Read => "read",
        CellStatus::Assumed => "assumed",
        CellStatus::LeftOut => "left-out",
        CellStatus::Missing => "missing",
        CellStatus::Mended => "mended",
    }
}

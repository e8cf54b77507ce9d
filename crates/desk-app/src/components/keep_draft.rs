//! Keeps the draft in this browser, only after the person has asked for it.

use crate::browser;
use crate::messages::DeskText;
use crate::state::{use_draft, use_locale};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub fn KeepDraft() -> Html {
    let locale = use_locale();
    let json = use_draft().map(|draft| draft.report().write());
    let is_kept = use_state_eq(|| json.is_some() && browser::kept_draft() == json);
    let is_refused = use_state_eq(|| false);
    let on_change = {
        let (is_kept, is_refused) = (is_kept.clone(), is_refused.clone());
        Callback::from(move |event: Event| {
            let wanted = event.target_unchecked_into::<HtmlInputElement>().checked();
            if wanted {
                let is_done = json.as_deref().is_some_and(browser::keep_draft);
                is_kept.set(is_done);
                is_refused.set(!is_done);
            } else {
                browser::forget_draft();
                is_kept.set(false);
            }
        })
    };
    html! {
        <p class="desk-keep">
            <label>
                <input type="checkbox" checked={*is_kept} onchange={on_change} />
                { " " }{ DeskText::Keep.text(locale) }
            </label>
            if *is_refused {
                <span class="desk-error" role="alert">{ DeskText::KeepRefused.text(locale) }</span>
            }
        </p>
    }
}

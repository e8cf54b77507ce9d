//! The views as tabs: arrow keys move, and moving shows.

use super::meaning;
use crate::figures::View;
use crate::i18n::{Locale, Text};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// `on_show` hears the view and whether the keyboard must follow to its tab.
pub fn tabs(current: View, locale: Locale, on_show: &Callback<(View, bool)>) -> Html {
    let onkeydown = meaning(on_show, move |event: KeyboardEvent| {
        let count = View::ALL.len();
        let here = View::ALL.iter().position(|view| *view == current)?;
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (here + 1) % count,
            "ArrowLeft" | "ArrowUp" => (here + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return None,
        };
        event.prevent_default();
        Some((*View::ALL.get(next)?, true))
    });
    let onclick = meaning(on_show, |event: MouseEvent| {
        let tab: Element = event.target()?.dyn_into().ok()?;
        Some((View::from_id(&tab.get_attribute("data-view")?)?, false))
    });
    html! {
        <div class="tabs" part="tabs" role="tablist" aria-label={Text::Views.text(locale)} {onkeydown} {onclick}>
            { for View::ALL.iter().map(|view| {
                let selected = *view == current;
                html! {
                    <button
                        type="button"
                        role="tab"
                        id={tab_id(*view)}
                        data-view={view.id()}
                        aria-selected={if selected { "true" } else { "false" }}
                        aria-controls="panel"
                        tabindex={if selected { "0" } else { "-1" }}
                    >
                        { view.name(locale) }
                    </button>
                }
            }) }
        </div>
    }
}

pub fn tab_id(view: View) -> String {
    format!("tab-{}", view.id())
}

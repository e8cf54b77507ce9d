//! The views as tabs: arrow keys move, and moving shows.

use crate::figures::View;
use crate::i18n::{Locale, Text};
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub current: View,
    pub locale: Locale,
    pub on_show: Callback<View>,
}

#[component]
pub fn Tabs(props: &Props) -> Html {
    let list = use_node_ref();
    let at = |view: View| {
        View::ALL
            .iter()
            .position(|other| *other == view)
            .unwrap_or(0)
    };
    let onkeydown = {
        let (list, on_show, current) = (list.clone(), props.on_show.clone(), at(props.current));
        Callback::from(move |event: KeyboardEvent| {
            let count = View::ALL.len();
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (current + 1) % count,
                "ArrowLeft" | "ArrowUp" => (current + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            if let Some(view) = View::ALL.get(next) {
                on_show.emit(*view);
                focus(&list, view.id());
            }
        })
    };
    html! {
        <div class="tabs" part="tabs" role="tablist" aria-label={Text::Views.text(props.locale)} ref={list} {onkeydown}>
            { for View::ALL.iter().map(|view| {
                let selected = *view == props.current;
                let onclick = {
                    let (on_show, view) = (props.on_show.clone(), *view);
                    Callback::from(move |_| on_show.emit(view))
                };
                html! {
                    <button
                        key={view.id()}
                        type="button"
                        role="tab"
                        id={format!("tab-{}", view.id())}
                        data-view={view.id()}
                        aria-selected={if selected { "true" } else { "false" }}
                        aria-controls="panel"
                        tabindex={if selected { "0" } else { "-1" }}
                        {onclick}
                    >
                        { view.name(props.locale) }
                    </button>
                }
            }) }
        </div>
    }
}

fn focus(list: &NodeRef, id: &str) {
    let tab = list
        .cast::<HtmlElement>()
        .and_then(|list| {
            list.query_selector(&format!("[data-view={id}]"))
                .ok()
                .flatten()
        })
        .and_then(|tab| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(tab).ok());
    if let Some(tab) = tab {
        let _ = tab.focus();
    }
}

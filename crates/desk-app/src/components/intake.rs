//! Where files come in: chosen, dropped or pasted.

use crate::browser;
use crate::messages::DeskText;
use crate::state::{Context, use_desk, use_locale};
use gloo::file::{File, futures::read_as_bytes};
use gongkai_desk::{Action, Draft, OpenError};
use gongkai_import::{ImportError, Overrides};
use std::rc::Rc;
use web_sys::{FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

#[component]
pub fn Intake() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let text = use_node_ref();
    let is_over = use_state_eq(|| false);
    let on_choose = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            take(&desk, input.files());
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    let on_drop = {
        let (desk, is_over) = (desk.clone(), is_over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            take(&desk, event.data_transfer().and_then(|data| data.files()));
        })
    };
    let on_over = {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(true);
        })
    };
    let on_leave = {
        let is_over = is_over.clone();
        Callback::from(move |_: DragEvent| is_over.set(false))
    };
    let on_paste = {
        let (desk, text) = (desk.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = text.cast::<HtmlTextAreaElement>() else {
                return;
            };
            let pasted = area.value();
            if !pasted.trim().is_empty() {
                let id = desk.0.next_id();
                let name = DeskText::Pasted.text(locale).to_owned();
                desk.dispatch(Action::Reading {
                    id,
                    name: name.clone(),
                });
                desk.dispatch(opened(
                    id,
                    &name,
                    pasted.into_bytes().into(),
                    &Overrides::default(),
                ));
                area.set_value("");
            }
        })
    };
    let on_kept = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(json) = browser::kept_draft() {
                let id = desk.0.next_id();
                let name = DeskText::KeptName.text(locale).to_owned();
                desk.dispatch(Action::Reading {
                    id,
                    name: name.clone(),
                });
                desk.dispatch(opened(
                    id,
                    &name,
                    json.into_bytes().into(),
                    &Overrides::default(),
                ));
            }
        })
    };
    let class = if *is_over {
        "desk-intake over"
    } else {
        "desk-intake"
    };
    let is_busy = desk.0.draft().is_some();
    html! {
        <section {class} aria-label={DeskText::Choose.text(locale)} ondrop={on_drop} ondragover={on_over} ondragleave={on_leave}>
            if !is_busy {
                <p>{ DeskText::Lead.text(locale) }</p>
            }
            <p>
                <label class="desk-choose">
                    { DeskText::Choose.text(locale) }
                    <input type="file" multiple=true onchange={on_choose} />
                </label>
                { " " }{ DeskText::Drop.text(locale) }
            </p>
            if !is_busy && browser::kept_draft().is_some() {
                <p><button type="button" onclick={on_kept}>{ DeskText::Kept.text(locale) }</button></p>
            }
            <details open={!is_busy}>
                <summary>{ DeskText::Paste.text(locale) }</summary>
                <textarea ref={text} rows="4" aria-label={DeskText::Paste.text(locale)} />
                <button type="button" onclick={on_paste}>{ DeskText::ReadPasted.text(locale) }</button>
            </details>
        </section>
    }
}

fn take(desk: &Context, files: Option<FileList>) {
    let Some(files) = files else { return };
    let mut id = desk.0.next_id();
    for file in gloo::file::FileList::from(files).iter() {
        let (desk, file): (Context, File) = (desk.clone(), file.clone());
        let name = file.name();
        desk.dispatch(Action::Reading {
            id,
            name: name.clone(),
        });
        spawn_local(async move {
            let action = match read_as_bytes(&file).await {
                Ok(bytes) => opened(id, &name, bytes.into(), &Overrides::default()),
                Err(_) => Action::Failed {
                    id,
                    error: OpenError::Import(ImportError::Damaged { part: name }),
                    bytes: Rc::default(),
                },
            };
            desk.dispatch(action);
        });
        id = id.saturating_add(1);
    }
}

/// Reads a file's bytes, and tells the desk what became of it.
pub fn opened(id: u32, name: &str, bytes: Rc<[u8]>, overrides: &Overrides) -> Action {
    match Draft::open(name, &bytes, overrides) {
        Ok(draft) => Action::Opened {
            id,
            draft: Rc::new(draft),
        },
        Err(error) => Action::Failed { id, error, bytes },
    }
}

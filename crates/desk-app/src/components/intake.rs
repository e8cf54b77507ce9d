//! Where files come in: chosen, dropped or pasted.

use crate::browser;
use crate::messages::DeskText;
use crate::reader::{Job, Reader};
use crate::state::{use_desk, use_locale, use_reader};
use gloo::file::{File, futures::read_as_bytes};
use gongkai_desk::{Action, OpenError};
use gongkai_import::{ImportError, Overrides};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

#[component]
pub fn Intake() -> Html {
    let desk = use_desk();
    let reader = use_reader();
    let locale = use_locale();
    let text = use_node_ref();
    let is_over = use_state_eq(|| false);
    let next_id = desk.0.next_id();
    let on_choose = {
        let (desk, reader) = (desk.clone(), reader.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let on_action = Callback::from({
                let desk = desk.clone();
                move |action| desk.dispatch(action)
            });
            take(&reader, next_id, &on_action, input.files());
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    let on_drop = {
        let (desk, reader, is_over) = (desk.clone(), reader.clone(), is_over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            let on_action = Callback::from({
                let desk = desk.clone();
                move |action| desk.dispatch(action)
            });
            let files = event.data_transfer().and_then(|data| data.files());
            take(&reader, next_id, &on_action, files);
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
    let read_text = {
        let reader = reader.clone();
        move |name: &str, text: String| {
            reader.read(Job {
                id: next_id,
                name: name.to_owned(),
                bytes: text.into_bytes().into(),
                overrides: Overrides::default(),
            });
        }
    };
    let on_read = {
        let (read_text, text) = (read_text.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = text.cast::<HtmlTextAreaElement>() else {
                return;
            };
            let pasted = area.value();
            if !pasted.trim().is_empty() {
                read_text(DeskText::Pasted.text(locale), pasted);
                area.set_value("");
            }
        })
    };
    // What Word, WPS, Excel and browsers copy has its tables only as HTML.
    let on_paste = {
        let read_text = read_text.clone();
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>();
            let data = data.and_then(ClipboardEvent::clipboard_data);
            let html = data.and_then(|data| data.get_data("text/html").ok());
            if let Some(html) = html.filter(|html| has_table(html)) {
                event.prevent_default();
                // The mark says UTF-8, whatever encoding the copied page names.
                let html = ["\u{feff}<!doctype html>", &html].concat();
                read_text(DeskText::Pasted.text(locale), html);
            }
        })
    };
    let on_kept = {
        let read_text = read_text.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(json) = browser::kept_draft() {
                read_text(DeskText::KeptName.text(locale), json);
            }
        })
    };
    let is_empty = desk.0.files.is_empty();
    let class = if *is_over {
        "desk-intake over"
    } else {
        "desk-intake"
    };
    let choose = if is_empty {
        DeskText::Choose
    } else {
        DeskText::ChooseMore
    };
    html! {
        <section {class} aria-label={DeskText::Choose.text(locale)} ondrop={on_drop} ondragover={on_over} ondragleave={on_leave}>
            if is_empty {
                <p class="desk-lead">{ DeskText::Lead.text(locale) }</p>
                <ol class="desk-steps">
                    { for [DeskText::StepOpen, DeskText::StepMend, DeskText::StepTake]
                        .map(|step| html! { <li>{ step.text(locale) }</li> }) }
                </ol>
            }
            <div class="desk-drop">
                <label class="desk-choose">
                    { choose.text(locale) }
                    <input type="file" multiple=true onchange={on_choose} />
                </label>
                <span>{ DeskText::Drop.text(locale) }</span>
                if is_empty {
                    <span class="desk-hint">{ DeskText::Formats.text(locale) }</span>
                }
            </div>
            if is_empty && browser::kept_draft().is_some() {
                <p><button type="button" onclick={on_kept}>{ DeskText::Kept.text(locale) }</button></p>
            }
            <details open={is_empty}>
                <summary>{ DeskText::Paste.text(locale) }</summary>
                <textarea ref={text} rows="4" aria-label={DeskText::Paste.text(locale)} onpaste={on_paste} />
                <button type="button" onclick={on_read}>{ DeskText::ReadPasted.text(locale) }</button>
            </details>
            if is_empty {
                <p class="desk-hint">{ DeskText::Private.text(locale) }</p>
            }
        </section>
    }
}

fn has_table(html: &str) -> bool {
    html.to_ascii_lowercase().contains("<table")
}

/// Gives files to the reader, each with an id of its own from `id` on.
fn take(reader: &Reader, id: u32, on_action: &Callback<Action>, files: Option<FileList>) {
    let Some(files) = files else { return };
    let mut id = id;
    for file in gloo::file::FileList::from(files).iter() {
        let (reader, on_action, file): (Reader, _, File) =
            (reader.clone(), on_action.clone(), file.clone());
        let name = file.name();
        on_action.emit(Action::Reading {
            id,
            name: name.clone(),
        });
        spawn_local(async move {
            match read_as_bytes(&file).await {
                Ok(bytes) => reader.enqueue(Job {
                    id,
                    name,
                    bytes: bytes.into(),
                    overrides: Overrides::default(),
                }),
                Err(_) => on_action.emit(Action::Failed {
                    id,
                    error: OpenError::Import(ImportError::Damaged { part: name }),
                    bytes: Rc::default(),
                }),
            }
        });
        id = id.saturating_add(1);
    }
}

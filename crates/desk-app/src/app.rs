//! The root component.

use crate::components::{
    CellBar, Checks, FileList, Form, HandOver, Intake, NoteBar, PageTabs, Preview, SourcePane,
};
use crate::host::Host;
use crate::messages::DeskText;
use crate::reader::Reader;
use crate::state::State;
use gloo::events::EventListener;
use gongkai_desk::{Action, Page};
use gongkai_i18n::Locale;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, KeyboardEvent};
use yew::prelude::*;

/// What the page gives the application.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The language to begin with.
    pub locale: Locale,
    /// The page around the application.
    pub host: Host,
}

/// The desk: the files, and the one that is shown with its source, form, checks, preview and files to save.
#[component]
pub fn App(props: &Props) -> Html {
    let first = props.locale;
    let state = use_reducer_eq(move || {
        State(gongkai_desk::Desk {
            locale: first,
            ..Default::default()
        })
    });
    let dispatcher = state.dispatcher();
    let reader = use_memo((), |()| {
        let on_action = Callback::from(move |action: Action| dispatcher.dispatch(action));
        Reader::new(props.host.clone(), on_action)
    });
    let desk = &state.0;
    let locale = desk.locale;
    use_effect_with(locale, |locale| {
        let root = gloo::utils::document_element();
        // Setting an attribute of the root element cannot fail.
        let _ = root.set_attribute("lang", locale.tag());
        gloo::utils::document().set_title(DeskText::Title.text(*locale));
    });
    use_effect_with(desk.has_unsaved_work(), |has_work| {
        let listener = has_work.then(|| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(
                &gloo::utils::window(),
                "beforeunload",
                options,
                |event| {
                    event.prevent_default();
                    if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                        event.set_return_value("unsaved");
                    }
                },
            )
        });
        move || drop(listener)
    });
    let other = match locale {
        Locale::ZhCn => (Locale::En, "English"),
        Locale::En => (Locale::ZhCn, "中文"),
    };
    let dispatch = |action: Action| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.dispatch(action.clone()))
    };
    let history = desk.draft().map(|draft| draft.history());
    let on_key = {
        let state = state.clone();
        Callback::from(move |event: KeyboardEvent| {
            // A text field undoes its own typing first.
            let is_field = event
                .target_dyn_into::<web_sys::HtmlInputElement>()
                .is_some_and(|field| field.get_attribute("data-committed").is_none());
            if !(event.ctrl_key() || event.meta_key()) || is_field {
                return;
            }
            let action = match event.key().as_str() {
                "z" if event.shift_key() => Action::Redo,
                "z" => Action::Undo,
                "y" => Action::Redo,
                "Enter" => Action::ConfirmAndGoOn,
                _ => return,
            };
            event.prevent_default();
            state.dispatch(action);
        })
    };
    let page = match desk.page {
        Page::Form => html! { <Form /> },
        Page::Checks => html! { <Checks /> },
        Page::Preview => html! { <Preview /> },
        Page::HandOver => html! { <HandOver /> },
    };
    html! {
        <ContextProvider<crate::state::Context> context={state.clone()}>
        <ContextProvider<Reader> context={(*reader).clone()}>
            <div class={if desk.files.is_empty() { "desk empty" } else { "desk" }} onkeydown={on_key}>
                <header class="desk-top">
                    <h1>{ DeskText::Title.text(locale) }</h1>
                    if let Some(history) = history {
                        <span class="desk-history">
                            <button type="button" disabled={!history.can_undo()} onclick={dispatch(Action::Undo)}>
                                { DeskText::Undo.text(locale) }
                            </button>
                            <button type="button" disabled={!history.can_redo()} onclick={dispatch(Action::Redo)}>
                                { DeskText::Redo.text(locale) }
                            </button>
                        </span>
                    }
                    <button type="button" lang={other.0.tag()} onclick={dispatch(Action::SetLocale(other.0))}>
                        { other.1 }
                    </button>
                </header>
                <main>
                <Intake />
                <FileList />
                if desk.draft().is_some() {
                    <div class={if desk.page == Page::Preview { "desk-work preview" } else { "desk-work" }}>
                        <SourcePane />
                        <section class="desk-report" aria-label={DeskText::Report.text(locale)}>
                            // Stays in view while the form is scrolled, so that the sentence is read beside its cell.
                            <div class="desk-stuck">
                                <PageTabs />
                                if matches!(desk.page, Page::Form | Page::HandOver) {
                                    <NoteBar />
                                }
                                if desk.page == Page::Form {
                                    <CellBar />
                                }
                            </div>
                            { page }
                        </section>
                    </div>
                }
                </main>
            </div>
        </ContextProvider<Reader>>
        </ContextProvider<crate::state::Context>>
    }
}

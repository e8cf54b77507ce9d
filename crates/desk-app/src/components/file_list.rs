//! The files on the desk, with what became of each.

use crate::messages::{DeskText, desk_text};
use crate::reader::Job;
use crate::state::{use_desk, use_locale, use_reader};
use gongkai_desk::{Action, FileState, OpenError, OpenFile};
use gongkai_i18n::{Locale, read_error};
use gongkai_import::{ImportError, Overrides, import_error_in_form};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub fn FileList() -> Html {
    let desk = use_desk();
    let reader = use_reader();
    let locale = use_locale();
    if desk.0.files.is_empty() {
        return Html::default();
    }
    let items = desk.0.files.iter().map(|file| {
        let id = file.id;
        let choose = {
            let desk = desk.clone();
            Callback::from(move |_: MouseEvent| desk.dispatch(Action::Choose(id)))
        };
        let close = {
            let (desk, reader) = (desk.clone(), reader.clone());
            Callback::from(move |_: MouseEvent| {
                reader.cancel(id);
                desk.dispatch(Action::Close(id));
            })
        };
        let is_current = desk.0.current == Some(id);
        html! {
            <li key={id} class={is_current.then_some("current")}>
                <button type="button" class="desk-name" aria-current={is_current.then_some("true")} onclick={choose}>
                    { &file.name }
                </button>
                <span class={["desk-state ", state_class(file)].concat()} role="status">{ state(locale, file) }</span>
                if let FileState::Reading(pages) = &file.state {
                    <progress value={pages.map(|pages| pages.done.to_string())}
                        max={pages.map(|pages| pages.of.to_string())}
                        aria-label={state(locale, file)}></progress>
                    <button type="button" onclick={close} aria-label={desk_text::Cancel { file: &file.name }.text(locale)}>
                        { DeskText::CancelShort.text(locale) }
                    </button>
                } else {
                    <button type="button" onclick={close} aria-label={desk_text::Close { file: &file.name }.text(locale)}>
                        { DeskText::CloseShort.text(locale) }
                    </button>
                }
                { failure(locale, file) }
            </li>
        }
    });
    html! {
        <nav class="desk-files" aria-label={DeskText::Files.text(locale)}>
            <ul>{ for items }</ul>
        </nav>
    }
}

fn state(locale: Locale, file: &OpenFile) -> String {
    match &file.state {
        FileState::Reading(None) => DeskText::Reading.text(locale).to_owned(),
        FileState::Reading(Some(pages)) => desk_text::ReadingPage {
            done: &pages.done.to_string(),
            of: &pages.of.to_string(),
        }
        .text(locale),
        FileState::Failed(..) => DeskText::NotRead.text(locale).to_owned(),
        FileState::Saved(_) => DeskText::Saved.text(locale).to_owned(),
        FileState::Open(draft) => match draft.open_notes().len() {
            0 if draft.notes().is_empty() => DeskText::ReadWhole.text(locale).to_owned(),
            0 => DeskText::Checked.text(locale).to_owned(),
            count => desk_text::Gaps {
                count: &count.to_string(),
            }
            .text(locale),
        },
    }
}

fn state_class(file: &OpenFile) -> &'static str {
    match &file.state {
        FileState::Reading(_) => "reading",
        FileState::Failed(..) => "failed",
        FileState::Saved(_) => "done",
        FileState::Open(draft) if draft.open_notes().is_empty() => "checked",
        FileState::Open(_) => "gaps",
    }
}

/// Why a file was not read; a form, if all that is missing is the agency or the year.
fn failure(locale: Locale, file: &OpenFile) -> Html {
    let FileState::Failed(error, _) = &file.state else {
        return Html::default();
    };
    let sentence = match error {
        OpenError::Json(error) => read_error(locale, &file.name, error),
        OpenError::Import(error) => import_error_in_form(locale, &file.name, error),
        OpenError::Stopped => desk_text::Stopped { file: &file.name }.text(locale),
    };
    let is_required = matches!(
        error,
        OpenError::Import(ImportError::MissingRequired { .. })
    );
    html! {
        <div class="desk-failure" role="alert">
            <p>{ sentence }</p>
            if is_required {
                <Required file={file.id} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RequiredProps {
    /// The id of the file.
    file: u32,
}

/// Asks for the agency and the year that the file does not name.
#[component]
fn Required(props: &RequiredProps) -> Html {
    let desk = use_desk();
    let reader = use_reader();
    let locale = use_locale();
    let (agency, year) = (use_node_ref(), use_node_ref());
    let id = props.file;
    let on_submit = {
        let (agency, year) = (agency.clone(), year.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value = |field: &NodeRef| {
                let field = field.cast::<HtmlInputElement>();
                field.map(|field| field.value()).unwrap_or_default()
            };
            let overrides = Overrides {
                agency: Some(value(&agency)).filter(|name| !name.trim().is_empty()),
                year: value(&year).trim().parse().ok(),
                ..Overrides::default()
            };
            let mut files = desk.0.files.iter();
            let Some(file) = files.find(|file| file.id == id) else {
                return;
            };
            if let FileState::Failed(_, bytes) = &file.state {
                reader.read(Job {
                    id,
                    name: file.name.clone(),
                    bytes: bytes.clone(),
                    overrides,
                });
            }
        })
    };
    html! {
        <form onsubmit={on_submit}>
            <label>{ DeskText::AgencyName.text(locale) }{ " " }<input ref={agency} /></label>{ " " }
            <label>{ DeskText::Year.text(locale) }{ " " }<input ref={year} inputmode="numeric" size="6" /></label>{ " " }
            <button type="submit">{ DeskText::ReadAgain.text(locale) }</button>
        </form>
    }
}

//! The folder to upload, of all reports on the desk.

use crate::browser::save_bytes;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_locale, use_reader};
use gongkai_desk::{Action, Desk, FileState};
use gongkai_model::Report;
use gongkai_publish::{Folder, folder};
use gongkai_view::export::file_name;
use js_sys::Uint8Array;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What became of the folder.
#[derive(Clone, PartialEq)]
enum Progress {
    Making,
    /// The name of the ZIP, and the reports that are not in it because another is the same.
    Saved(String, Vec<String>),
    Failed,
}

#[component]
pub fn FolderCard() -> Html {
    let desk = use_desk();
    let reader = use_reader();
    let locale = use_locale();
    let progress = use_state_eq(|| None::<Progress>);
    let (reports, incomplete) = reports(&desk.0);
    let count = &reports.len().to_string();
    let on_save = {
        let (desk, progress, reports) = (desk.clone(), progress.clone(), reports.clone());
        Callback::from(move |_: MouseEvent| {
            let (host, desk, progress) = (reader.host().clone(), desk.clone(), progress.clone());
            let (reports, name) = (reports.clone(), zip_name(&reports));
            progress.set(Some(Progress::Making));
            spawn_local(async move {
                let made = match host.widget().await {
                    Ok(widget) => {
                        let widget = Uint8Array::new(&widget).to_vec();
                        folder(reports, &widget, locale).ok()
                    }
                    Err(_) => None,
                };
                let is_saved = made
                    .as_ref()
                    .is_some_and(|Folder { zip, .. }| save_bytes(&name, "application/zip", zip));
                progress.set(Some(match made {
                    Some(Folder { left_out, .. }) if is_saved => {
                        let names = left_out.into_iter().map(|one| one.name);
                        Progress::Saved(name, names.collect())
                    }
                    _ => Progress::Failed,
                }));
                if is_saved {
                    desk.dispatch(Action::SavedAll);
                }
            });
        })
    };
    let comma = DeskText::Comma.text(locale);
    html! {
        <section class="desk-card">
            <h2>{ DeskText::Folder.text(locale) }</h2>
            <p>{ desk_text::FolderUse { count }.text(locale) }</p>
            <ul>{ for reports.iter().map(|(file, report)| html! {
                <li>{ desk_text::OfFile { agency: &report.agency.name, year: &report.year.to_string(), file }.text(locale) }</li>
            }) }</ul>
            if !incomplete.is_empty() {
                <p class="desk-error">{ desk_text::FolderWithout { files: &incomplete.join(comma) }.text(locale) }</p>
            }
            <p>
                <button type="button" class="primary" onclick={on_save} disabled={reports.is_empty() || *progress == Some(Progress::Making)}>
                    { DeskText::SaveFolder.text(locale) }
                </button>
            </p>
            <p role="status">
                { match progress.as_ref() {
                    None => String::new(),
                    Some(Progress::Making) => DeskText::Making.text(locale).to_owned(),
                    Some(Progress::Saved(file, _)) => desk_text::SavedAs { file }.text(locale),
                    Some(Progress::Failed) => DeskText::FolderFailed.text(locale).to_owned(),
                } }
            </p>
            if let Some(Progress::Saved(_, left_out)) = progress.as_ref() {
                if !left_out.is_empty() {
                    <p class="desk-error">{ desk_text::FolderSame { files: &left_out.join(comma) }.text(locale) }</p>
                }
            }
            <p class="desk-hint">{ DeskText::FolderHint.text(locale) }</p>
        </section>
    }
}

/// The reports that can be published, with the names of their files, and the files that cannot.
fn reports(desk: &Desk) -> (Vec<(String, Report)>, Vec<String>) {
    let mut reports = Vec::new();
    let mut incomplete = Vec::new();
    for file in &desk.files {
        let (FileState::Open(draft) | FileState::Saved(draft)) = &file.state else {
            continue;
        };
        if draft.save().is_err() {
            incomplete.push(file.name.clone());
            continue;
        }
        // What was pasted has no name of its own.
        let name = if file.name.contains('.') {
            file.name.clone()
        } else {
            file_name(draft.report(), None, "json")
        };
        reports.push((name, draft.report().clone()));
    }
    (reports, incomplete)
}

fn zip_name(reports: &[(String, Report)]) -> String {
    let first = reports.first().map(|(_, report)| report);
    first.map_or_else(String::new, |report| file_name(report, None, "zip"))
}

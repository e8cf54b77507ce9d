//! What the person takes away: the data file, a page, the lines to paste, and what was changed.

use super::folder_card::FolderCard;
use super::keep_draft::KeepDraft;
use crate::browser::save;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Content, ReportPart, SaveError, amount_text, cell_text};
use gongkai_i18n::{Locale, cell_name, read_error};
use gongkai_model::{Amount, Cell};
use gongkai_view::export::file_name;
use gongkai_view::page::{Bundle, PageOptions, page, snippet};
use yew::prelude::*;

#[component]
pub fn HandOver() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let saved = use_state_eq(|| None::<String>);
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let json = match draft.save() {
        Ok(json) => json,
        Err(error) => {
            let reason = match &error {
                SaveError::NoAgency => DeskText::NoAgency.text(locale).to_owned(),
                SaveError::Invalid(error) => read_error(locale, "report.json", error),
            };
            return html! { <p class="desk-error" role="alert">{ DeskText::Invalid.text(locale) }{ reason }</p> };
        }
    };
    let name = |extension| file_name(draft.report(), None, extension);
    let options = PageOptions {
        locale,
        src: name("json"),
        bundle: Bundle {
            base: "gongkai/".to_owned(),
            integrity: Vec::new(),
        },
        ..PageOptions::default()
    };
    let lines = snippet(draft.report(), &options);
    let hand_over = |extension: &'static str, media: &'static str, text: String| {
        let (desk, saved) = (desk.clone(), saved.clone());
        let name = name(extension);
        Callback::from(move |_: MouseEvent| {
            if save(&name, media, &text) {
                saved.set(Some(name.clone()));
                desk.dispatch(Action::Saved);
            }
        })
    };
    let on_page = hand_over("html", "text/html", page(draft.report(), &options));
    let on_json = hand_over("json", "application/json", json);
    let changes = draft.cell_changes();
    let parts = draft.changed_parts().into_iter();
    let parts: Vec<&str> = parts.map(|part| part_name(locale, part)).collect();
    let edition = draft.report().edition;
    let heads = DeskText::ChangeHeads.text(locale).split('|');
    html! {
        <div class="desk-hand-over">
            <FolderCard />
            <section class="desk-card">
                <h2>{ DeskText::OneReport.text(locale) }</h2>
                <p><button type="button" onclick={on_json}>{ DeskText::SaveJson.text(locale) }</button>
                    { " " }{ DeskText::JsonUse.text(locale) }</p>
                <p><button type="button" onclick={on_page}>{ DeskText::SavePage.text(locale) }</button>
                    { " " }{ DeskText::PageUse.text(locale) }</p>
                <p role="status">
                    if let Some(file) = saved.as_ref() {
                        { desk_text::SavedAs { file }.text(locale) }
                    }
                </p>
            </section>
            <KeepDraft />
            <label class="desk-embed">
                { DeskText::EmbedLines.text(locale) }
                <textarea rows="8" readonly=true value={lines} />
            </label>
            if !parts.is_empty() {
                <p class="desk-parts">{ desk_text::ChangedParts { parts: &parts.join(DeskText::Comma.text(locale)) }.text(locale) }</p>
            }
            if changes.is_empty() {
                <p>{ DeskText::NoChanges.text(locale) }</p>
            } else {
                <table class="desk-changes">
                    <caption>{ desk_text::Changes { count: &changes.len().to_string() }.text(locale) }</caption>
                    <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                    <tbody>
                        { for changes.iter().map(|change| html! {
                            <tr>
                                <th scope="row">{ cell_name(locale, edition, change.at) }</th>
                                <td>{ content(locale, &change.before) }</td>
                                <td>{ content(locale, &change.after) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
        </div>
    }
}

fn part_name(locale: Locale, part: ReportPart) -> &'static str {
    let text = match part {
        ReportPart::Agency => DeskText::AgencyName,
        ReportPart::Year => DeskText::Year,
        ReportPart::Period => DeskText::Period,
        ReportPart::Source => DeskText::SourcePart,
        ReportPart::Edition => DeskText::Edition,
        ReportPart::SectionOne => DeskText::SectionOne,
        ReportPart::Text => DeskText::Prose,
        ReportPart::Remarks => DeskText::Explanations,
    };
    text.text(locale)
}

/// The content in words: blank, "/" and not entered are three things.
fn content(locale: Locale, content: &Content) -> String {
    match content {
        Content::Cell(Cell::Missing) | Content::Amount(Amount::Missing) => {
            DeskText::NotEntered.text(locale).to_owned()
        }
        Content::Cell(Cell::Blank) | Content::Amount(Amount::Blank) => {
            DeskText::Blank.text(locale).to_owned()
        }
        Content::Cell(cell) => cell_text(*cell),
        Content::Amount(amount) => amount_text(amount),
    }
}

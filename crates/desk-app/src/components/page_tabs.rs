//! What is shown beside the source, as tabs.

use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_checks::Tally;
use gongkai_desk::{Action, Page};
use yew::prelude::*;

#[component]
pub fn PageTabs() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let draft = use_draft();
    let failures = draft.map_or(0, |draft| Tally::of(&draft.findings()).failures);
    let tabs = Page::ALL.map(|page| {
        let label = match page {
            Page::Form => DeskText::PageForm.text(locale).to_owned(),
            Page::Checks if failures > 0 => desk_text::PageChecksFail {
                count: &failures.to_string(),
            }
            .text(locale),
            Page::Checks => DeskText::PageChecks.text(locale).to_owned(),
            Page::Preview => DeskText::PagePreview.text(locale).to_owned(),
            Page::HandOver => DeskText::PageHandOver.text(locale).to_owned(),
        };
        let is_shown = desk.0.page == page;
        let turn = {
            let desk = desk.clone();
            Callback::from(move |_: MouseEvent| desk.dispatch(Action::Turn(page)))
        };
        html! {
            <button type="button" aria-current={is_shown.then_some("page")} onclick={turn}>
                { label }
            </button>
        }
    });
    html! { <nav class="desk-pages">{ for tabs }</nav> }
}

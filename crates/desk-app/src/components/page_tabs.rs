//! What is shown beside the source, as tabs.

use crate::messages::DeskText;
use crate::state::{use_desk, use_locale};
use gongkai_desk::{Action, Page};
use yew::prelude::*;

#[component]
pub fn PageTabs() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let tabs = Page::ALL.map(|page| {
        let label = match page {
            Page::Form => DeskText::PageForm,
            Page::Checks => DeskText::PageChecks,
            Page::Preview => DeskText::PagePreview,
            Page::HandOver => DeskText::PageHandOver,
        };
        let is_shown = desk.0.page == page;
        let turn = {
            let desk = desk.clone();
            Callback::from(move |_: MouseEvent| desk.dispatch(Action::Turn(page)))
        };
        html! {
            <button type="button" aria-current={is_shown.then_some("page")} onclick={turn}>
                { label.text(locale) }
            </button>
        }
    });
    html! { <nav class="desk-pages">{ for tabs }</nav> }
}

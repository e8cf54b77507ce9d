//! The report in the layout of the statutory form.

use super::cell_input::id;
use super::head::Head;
use super::prose::Prose;
use super::section_one::SectionOne;
use super::table::Table;
use crate::browser::focus;
use crate::messages::DeskText;
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{FormPart, form_tables};
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn Form() -> Html {
    let locale = use_locale();
    let selected = use_desk().0.selected;
    // A field that was chosen elsewhere, such as in the source or among the checks, is shown.
    use_effect_with(selected, |cell| {
        if let Some(cell) = cell {
            focus(&id(*cell));
        }
    });
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let report = draft.report();
    let parts = [
        (FormPart::Proactive, DeskText::SectionTwo),
        (FormPart::Applications, DeskText::SectionThree),
        (FormPart::Reviews, DeskText::SectionFour),
    ];
    html! {
        <div class="desk-form">
            <h2>{ DeskText::Head.text(locale) }</h2>
            <Head />
            <h2>{ DeskText::SectionOne.text(locale) }</h2>
            <SectionOne />
            { for parts.into_iter().map(|(part, title)| {
                let title = title.text(locale);
                let tables = form_tables(part, report.edition, locale).into_iter();
                html! {
                    <>
                        <h2>{ title }</h2>
                        { for tables.map(|table| html! { <Table table={Rc::new(table)} label={title} /> }) }
                    </>
                }
            }) }
            <h2>{ DeskText::Prose.text(locale) }</h2>
            <Prose />
        </div>
    }
}

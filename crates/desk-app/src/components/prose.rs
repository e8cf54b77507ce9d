//! The text of the report: its sections with their paragraphs, one a line.

use super::text_input::TextInput;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Change};
use gongkai_model::Section;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

type Edit = dyn Fn(&mut Vec<Section>);

#[component]
pub fn Prose() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let sections = &draft.report().text;
    let make = move |sections: Vec<Section>| desk.dispatch(Action::Make(Change::Text(sections)));
    // Each button changes a copy of all sections, and that is one change.
    let with = |edit: Box<Edit>| {
        let (make, sections) = (make.clone(), sections.clone());
        Callback::from(move |_: MouseEvent| {
            let mut sections = sections.clone();
            edit(&mut sections);
            make(sections);
        })
    };
    let items = sections.iter().enumerate().map(|(index, section)| {
        let on_title = {
            let (make, sections) = (make.clone(), sections.clone());
            Callback::from(move |title: String| {
                let mut sections = sections.clone();
                if let Some(section) = sections.get_mut(index) {
                    title.trim().clone_into(&mut section.title);
                }
                make(sections);
            })
        };
        let text = section.paragraphs.join("\n");
        let on_text = {
            let (make, sections, before) = (make.clone(), sections.clone(), text.clone());
            Callback::from(move |event: Event| {
                let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
                if text == before {
                    return;
                }
                let mut sections = sections.clone();
                if let Some(section) = sections.get_mut(index) {
                    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                    section.paragraphs = lines.map(str::to_owned).collect();
                }
                make(sections);
            })
        };
        let up = with(Box::new(move |sections| {
            if let Some(above) = index.checked_sub(1) {
                sections.swap(index, above);
            }
        }));
        let remove = with(Box::new(move |sections| {
            sections.remove(index);
        }));
        let name = &section.title;
        // Chinese fills some forty characters a line here.
        let lines = section.paragraphs.iter().map(|one| one.chars().count() / 40 + 1);
        let rows = lines.sum::<usize>().clamp(2, 14);
        html! {
            <details class="desk-prose" key={index}>
                <summary>
                    { name }
                    <span class="desk-hint">
                        { " " }{ desk_text::Paragraphs { count: &section.paragraphs.len().to_string() }.text(locale) }
                    </span>
                </summary>
                <TextInput label={DeskText::SectionTitle.text(locale)} value={name.clone()} on_change={on_title} />
                <label>
                    <span class="desk-hint">{ DeskText::ParagraphsHint.text(locale) }</span>
                    <textarea rows={rows.to_string()} value={text} onchange={on_text} />
                </label>
                <button type="button" disabled={index == 0} onclick={up}
                    aria-label={desk_text::Up { name }.text(locale)}>{ "↑" }</button>
                { " " }
                <button type="button" onclick={remove}
                    aria-label={desk_text::Remove { name }.text(locale)}>{ DeskText::RemoveShort.text(locale) }</button>
            </details>
        }
    });
    let items: Html = items.collect();
    let add = {
        let title = DeskText::NewSection.text(locale);
        with(Box::new(move |sections| {
            sections.push(Section {
                title: title.to_owned(),
                ..Section::default()
            });
        }))
    };
    html! {
        <div class="desk-text">
            { items }
            <button type="button" onclick={add}>{ DeskText::AddSection.text(locale) }</button>
        </div>
    }
}

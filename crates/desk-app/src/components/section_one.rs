//! The figures of section one: total, kinds, channels, activities, applications by the text.

use super::named_list::NamedList;
use super::quantity_input::QuantityInput;
use crate::messages::DeskText;
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Change};
use gongkai_model::{Channel, Cover, Disclosure, Named, Quantity, StatedApplications};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[component]
pub fn SectionOne() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let section = Rc::new(draft.report().disclosure.clone().unwrap_or_default());
    // Each field changes one part of the section, and the section is one change.
    let set = {
        let (desk, section) = (desk.clone(), section.clone());
        move |edit: &dyn Fn(&mut Disclosure)| {
            let mut changed = (*section).clone();
            edit(&mut changed);
            desk.dispatch(Action::Make(Change::Disclosure(Some(changed))));
        }
    };
    let on_total = {
        let set = set.clone();
        Callback::from(move |total: Option<Quantity>| set(&|section| section.total = total.clone()))
    };
    let on_stated = |is_received: bool| {
        let set = set.clone();
        Callback::from(move |count: Option<Quantity>| {
            set(&|section| {
                let mut stated = section.applications.clone().unwrap_or_default();
                if is_received {
                    stated.received = count.clone();
                } else {
                    stated.completed = count.clone();
                }
                let is_empty = stated == StatedApplications::default();
                section.applications = (!is_empty).then_some(stated);
            })
        })
    };
    let on_categories = {
        let set = set.clone();
        Callback::from(move |rows: Vec<Named>| {
            set(&|section| {
                if rows.is_empty() {
                    section.categories_cover = None;
                }
                section.categories = rows.clone();
            })
        })
    };
    let on_activities = {
        let set = set.clone();
        Callback::from(move |rows: Vec<Named>| set(&|section| section.activities = rows.clone()))
    };
    let on_channels = {
        let set = set.clone();
        Callback::from(move |rows: Vec<Named>| {
            set(&|section| {
                if rows.is_empty() {
                    section.channels_cover = None;
                }
                section.channels = channels(&section.channels, &rows);
            })
        })
    };
    let on_cover = |is_categories: bool| {
        let set = set.clone();
        Callback::from(move |cover: Option<Cover>| {
            set(&|section| {
                if is_categories {
                    section.categories_cover = cover;
                } else {
                    section.channels_cover = cover;
                }
            })
        })
    };
    let stated = section.applications.clone().unwrap_or_default();
    let text = |text: DeskText| AttrValue::Static(text.text(locale));
    let field =
        |label: DeskText, value: Option<Quantity>, on_change: Callback<Option<Quantity>>| {
            html! {
                <p class="desk-field">
                    <span>{ label.text(locale) }</span>
                    <QuantityInput label={text(label)} {value} {on_change} />
                </p>
            }
        };
    html! {
        <div class="desk-section-one">
            { field(DeskText::Total, section.total.clone(), on_total) }
            <NamedList title={text(DeskText::Categories)} rows={section.categories.clone()} on_change={on_categories} />
            if !section.categories.is_empty() {
                <CoverInput list={text(DeskText::Categories)} value={section.categories_cover} on_change={on_cover(true)} />
            }
            <NamedList title={text(DeskText::Channels)}
                rows={section.channels.iter().map(Channel::named).collect::<Vec<_>>()} on_change={on_channels} />
            if !section.channels.is_empty() {
                <CoverInput list={text(DeskText::Channels)} value={section.channels_cover} on_change={on_cover(false)} />
            }
            <NamedList title={text(DeskText::Activities)} rows={section.activities.clone()} on_change={on_activities} />
            { field(DeskText::StatedReceived, stated.received, on_stated(true)) }
            { field(DeskText::StatedCompleted, stated.completed, on_stated(false)) }
        </div>
    }
}

/// The channels after an edit; those that keep their name keep their own categories.
fn channels(before: &[Channel], rows: &[Named]) -> Vec<Channel> {
    let channel = |row: &Named| {
        let same = before.iter().find(|channel| channel.name == row.name);
        let same = same.cloned().unwrap_or_default();
        Channel {
            name: row.name.clone(),
            count: row.count,
            qualifier: row.qualifier,
            unit: row.unit.clone(),
            ..same
        }
    };
    rows.iter().map(channel).collect()
}

#[derive(Properties, PartialEq)]
struct CoverProps {
    /// The name of the list.
    list: AttrValue,
    value: Option<Cover>,
    on_change: Callback<Option<Cover>>,
}

/// Whether the rows of a list add up to the total.
#[component]
fn CoverInput(props: &CoverProps) -> Html {
    let locale = use_locale();
    let on_change = props.on_change.reform(|event: Event| {
        match event
            .target_unchecked_into::<HtmlSelectElement>()
            .value()
            .as_str()
        {
            "all" => Some(Cover::All),
            "some" => Some(Cover::Some),
            _ => None,
        }
    });
    let choices = [
        ("", None, DeskText::CoverUnknown),
        ("all", Some(Cover::All), DeskText::CoverAll),
        ("some", Some(Cover::Some), DeskText::CoverSome),
    ];
    html! {
        <label class="desk-field">
            <span>{ &props.list }{ " " }{ DeskText::Cover.text(locale) }</span>
            <select onchange={on_change}>
                { for choices.map(|(name, cover, text)| html! {
                    <option value={name} selected={cover == props.value}>{ text.text(locale) }</option>
                }) }
            </select>
        </label>
    }
}

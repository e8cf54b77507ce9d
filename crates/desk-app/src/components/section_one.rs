//! The figures of section one: total, kinds, channels, activities, applications by the text.

use super::named_list::NamedList;
use super::quantity_input::QuantityInput;
use crate::messages::{DeskText, desk_text};
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
    let on_channel = |index: usize| {
        let set = set.clone();
        Callback::from(move |channel: Channel| {
            set(&|section| {
                if let Some(place) = section.channels.get_mut(index) {
                    *place = channel.clone();
                }
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
    let field = |label: DeskText,
                 path: &'static str,
                 value: Option<Quantity>,
                 on_change: Callback<Option<Quantity>>| {
        html! {
            <p class="desk-field">
                <span>{ label.text(locale) }</span>
                <QuantityInput label={text(label)} {path} {value} {on_change} />
            </p>
        }
    };
    html! {
        <div class="desk-section-one">
            { field(DeskText::Total, "disclosure.total", section.total.clone(), on_total) }
            <NamedList title={text(DeskText::Categories)} path="disclosure.categories" rows={section.categories.clone()} on_change={on_categories} />
            if !section.categories.is_empty() {
                <CoverInput list={text(DeskText::Categories)} value={section.categories_cover} on_change={on_cover(true)} />
            }
            <NamedList title={text(DeskText::Channels)} path="disclosure.channels"
                rows={section.channels.iter().map(Channel::named).collect::<Vec<_>>()} on_change={on_channels} />
            if !section.channels.is_empty() {
                <CoverInput list={text(DeskText::Channels)} value={section.channels_cover} on_change={on_cover(false)} />
            }
            { for section.channels.iter().enumerate().map(|(index, channel)| html! {
                <ChannelKinds key={index} {index} channel={channel.clone()} on_change={on_channel(index)} />
            }) }
            <NamedList title={text(DeskText::Activities)} path="disclosure.activities" rows={section.activities.clone()} on_change={on_activities} />
            { field(DeskText::StatedReceived, "disclosure.applications.received", stated.received, on_stated(true)) }
            { field(DeskText::StatedCompleted, "disclosure.applications.completed", stated.completed, on_stated(false)) }
        </div>
    }
}

/// Returns the channels after an edit, with their own categories: a moved channel is found by its name, a renamed one
/// by its position.
fn channels(before: &[Channel], rows: &[Named]) -> Vec<Channel> {
    let channel = |(index, row): (usize, &Named)| {
        let same = before.iter().find(|channel| channel.name == row.name);
        let is_gone = |channel: &&Channel| !rows.iter().any(|row| row.name == channel.name);
        let same = same.or_else(|| before.get(index).filter(is_gone));
        let same = same.cloned().unwrap_or_default();
        Channel {
            name: row.name.clone(),
            count: row.count,
            qualifier: row.qualifier,
            unit: row.unit.clone(),
            ..same
        }
    };
    rows.iter().enumerate().map(channel).collect()
}

#[derive(Properties, PartialEq)]
struct ChannelProps {
    index: usize,
    channel: Channel,
    on_change: Callback<Channel>,
}

/// The kinds of information that one channel published.
#[component]
fn ChannelKinds(props: &ChannelProps) -> Html {
    let locale = use_locale();
    let Channel {
        name, categories, ..
    } = &props.channel;
    let title = AttrValue::from(desk_text::ChannelKinds { name }.text(locale));
    let on_rows = {
        let (channel, on_change) = (props.channel.clone(), props.on_change.clone());
        Callback::from(move |rows: Vec<Named>| {
            let cover = channel.categories_cover.filter(|_| !rows.is_empty());
            on_change.emit(Channel {
                categories: rows,
                categories_cover: cover,
                ..channel.clone()
            });
        })
    };
    let on_cover = {
        let (channel, on_change) = (props.channel.clone(), props.on_change.clone());
        Callback::from(move |cover: Option<Cover>| {
            on_change.emit(Channel {
                categories_cover: cover,
                ..channel.clone()
            });
        })
    };
    let path = format!("disclosure.channels[{}].categories", props.index);
    html! {
        <details class="desk-of-channel" open={!categories.is_empty()}>
            <summary>{ &title }</summary>
            <NamedList title={title.clone()} {path} rows={categories.clone()} on_change={on_rows} />
            if !categories.is_empty() {
                <CoverInput list={title} value={props.channel.categories_cover} on_change={on_cover} />
            }
        </details>
    }
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

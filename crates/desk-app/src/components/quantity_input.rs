//! A count as prose states it: number, hedge and unit.

use super::text_input::TextInput;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_locale};
use gongkai_desk::{Action, read_cell};
use gongkai_model::{Cell, Qualifier, Quantity};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is counted.
    pub label: AttrValue,
    /// The path of the field.
    pub path: AttrValue,
    pub value: Option<Quantity>,
    /// Called with `None` if the number is removed.
    pub on_change: Callback<Option<Quantity>>,
}

#[component]
pub fn QuantityInput(props: &Props) -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let on_focus = {
        let path = props.path.clone();
        Callback::from(move |()| desk.dispatch(Action::SelectField(path.to_string())))
    };
    let error = use_state_eq(|| None::<AttrValue>);
    let value = props.value.clone();
    let on_count = {
        let (value, error, on_change) = (value.clone(), error.clone(), props.on_change.clone());
        Callback::from(move |text: String| match read_cell(&text, false) {
            Ok(Cell::Count(count)) => {
                error.set(None);
                let value = value.clone().unwrap_or_default();
                on_change.emit(Some(Quantity { count, ..value }));
            }
            Ok(_) if text.trim().is_empty() => {
                error.set(None);
                on_change.emit(None);
            }
            _ => error.set(Some(
                desk_text::ErrorNotANumber { text: &text }
                    .text(locale)
                    .into(),
            )),
        })
    };
    let on_unit = {
        let (value, on_change) = (value.clone(), props.on_change.clone());
        Callback::from(move |unit: String| {
            if let Some(value) = value.clone() {
                let unit = Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty());
                on_change.emit(Some(Quantity { unit, ..value }));
            }
        })
    };
    let on_hedge = {
        let (value, on_change) = (value.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(value) = value.clone() {
                let qualifier = hedges().into_iter().find(|(name, ..)| *name == chosen);
                let qualifier = qualifier.and_then(|(_, qualifier, _)| qualifier);
                on_change.emit(Some(Quantity { qualifier, ..value }));
            }
        })
    };
    let label = |part: DeskText| AttrValue::from([&props.label, " ", part.text(locale)].concat());
    let count = value
        .as_ref()
        .map(|value| value.count.to_string())
        .unwrap_or_default();
    let unit = value
        .as_ref()
        .and_then(|value| value.unit.clone())
        .unwrap_or_default();
    let qualifier = value.as_ref().and_then(|value| value.qualifier);
    html! {
        <span class="desk-quantity">
            <TextInput is_bare=true label={label(DeskText::Count)} value={count} size=10
                id={Some(AttrValue::from(["cell-", &props.path].concat()))} {on_focus}
                error={(*error).clone()} on_change={on_count} />
            <select aria-label={label(DeskText::Hedge)} disabled={value.is_none()} onchange={on_hedge}>
                { for hedges().map(|(name, hedge, text)| html! {
                    <option value={name} selected={hedge == qualifier}>{ text.text(locale) }</option>
                }) }
            </select>
            <TextInput is_bare=true label={label(DeskText::Unit)} value={unit} size=4 on_change={on_unit} />
        </span>
    }
}

fn hedges() -> [(&'static str, Option<Qualifier>, DeskText); 4] {
    [
        ("", None, DeskText::Exact),
        ("over", Some(Qualifier::Over), DeskText::Over),
        ("nearly", Some(Qualifier::Nearly), DeskText::Nearly),
        ("about", Some(Qualifier::About), DeskText::About),
    ]
}

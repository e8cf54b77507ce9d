//! A list of named counts: rows can be added, removed, renamed and moved.

use super::quantity_input::QuantityInput;
use super::text_input::TextInput;
use crate::messages::{DeskText, desk_text};
use crate::state::use_locale;
use gongkai_model::{Named, Quantity};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: AttrValue,
    /// The path of the list.
    pub path: AttrValue,
    pub rows: Vec<Named>,
    pub on_change: Callback<Vec<Named>>,
}

type Edit = dyn Fn(&mut Vec<Named>);

#[component]
pub fn NamedList(props: &Props) -> Html {
    let locale = use_locale();
    let with = |edit: Box<Edit>| {
        let (rows, on_change) = (props.rows.clone(), props.on_change.clone());
        move || {
            let mut rows = rows.clone();
            edit(&mut rows);
            on_change.emit(rows);
        }
    };
    let rows = props.rows.iter().enumerate().map(|(index, row)| {
        let on_name = {
            let (rows, on_change) = (props.rows.clone(), props.on_change.clone());
            Callback::from(move |name: String| {
                let mut rows = rows.clone();
                if let Some(row) = rows.get_mut(index) {
                    row.name = name.trim().to_owned();
                }
                on_change.emit(rows);
            })
        };
        let on_count = {
            let (rows, on_change) = (props.rows.clone(), props.on_change.clone());
            Callback::from(move |quantity: Option<Quantity>| {
                let mut rows = rows.clone();
                match (rows.get_mut(index), quantity) {
                    (Some(row), Some(Quantity { count, qualifier, unit })) => {
                        *row = Named { name: row.name.clone(), count, qualifier, unit };
                    }
                    _ => {
                        rows.remove(index);
                    }
                }
                on_change.emit(rows);
            })
        };
        let remove = with(Box::new(move |rows| {
            rows.remove(index);
        }));
        let up = with(Box::new(move |rows| rows.swap(index, index.saturating_sub(1))));
        let name = &row.name;
        html! {
            <li>
                <TextInput is_bare=true label={DeskText::Name.text(locale)} value={name.clone()} size=24 on_change={on_name} />
                <QuantityInput label={name.clone()} path={format!("{}[{index}]", props.path)} value={Some(row.quantity())} on_change={on_count} />
                <button type="button" disabled={index == 0} onclick={move |_| up()}
                    aria-label={desk_text::Up { name }.text(locale)}>{ "↑" }</button>
                <button type="button" onclick={move |_| remove()}
                    aria-label={desk_text::Remove { name }.text(locale)}>{ DeskText::RemoveShort.text(locale) }</button>
            </li>
        }
    });
    let add = with(Box::new(|rows| rows.push(Named::default())));
    html! {
        <fieldset class="desk-list">
            <legend>{ &props.title }</legend>
            <ol>{ for rows }</ol>
            <button type="button" onclick={move |_| add()}>{ DeskText::Add.text(locale) }</button>
        </fieldset>
    }
}

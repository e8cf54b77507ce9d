//! Text that is read out when it changes.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub class: &'static str,
    pub text: AttrValue,
}

#[component]
pub fn LiveRegion(props: &Props) -> Html {
    html! {
        <p class={props.class} role="status" aria-live="polite">{&props.text}</p>
    }
}

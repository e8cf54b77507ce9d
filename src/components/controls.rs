//! The reader's choices, each a group of buttons of which one is pressed.

use crate::figures::Control;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub controls: Vec<Control>,
    /// The choice and its value, by their stable names.
    pub on_choose: Callback<(&'static str, &'static str)>,
}

#[component]
pub fn Controls(props: &Props) -> Html {
    if props.controls.is_empty() {
        return Html::default();
    }
    html! {
        <div class="controls" part="controls">
            { for props.controls.iter().map(|control| group(control, &props.on_choose)) }
        </div>
    }
}

fn group(control: &Control, on_choose: &Callback<(&'static str, &'static str)>) -> Html {
    let id = control.id;
    html! {
        <div key={id} class="control" role="group" aria-label={control.label}>
            <span class="control-label" aria-hidden="true">{ control.label }</span>
            { for control.options.iter().map(|&(value, label)| {
                let pressed = value == control.current;
                let on_choose = on_choose.clone();
                html! {
                    <button
                        key={value}
                        type="button"
                        data-choice={id}
                        data-value={value}
                        aria-pressed={if pressed { "true" } else { "false" }}
                        onclick={Callback::from(move |_| on_choose.emit((id, value)))}
                    >
                        { label }
                    </button>
                }
            }) }
        </div>
    }
}

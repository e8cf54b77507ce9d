//! The reader's choices, each a group of buttons of which one is pressed.

use super::meaning;
use crate::figures::Control;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// `on_choose` hears the choice and its value, by their stable names.
pub fn controls(controls: &[Control], on_choose: &Callback<(String, String)>) -> Html {
    if controls.is_empty() {
        return Html::default();
    }
    let onclick = meaning(on_choose, |event: MouseEvent| {
        let button: Element = event.target()?.dyn_into().ok()?;
        Some((
            button.get_attribute("data-choice")?,
            button.get_attribute("data-value")?,
        ))
    });
    html! {
        <div class="controls" part="controls" {onclick}>
            { for controls.iter().map(group) }
        </div>
    }
}

fn group(control: &Control) -> Html {
    html! {
        <div key={control.id} class="control" role="group" aria-label={control.label}>
            <span class="control-label" aria-hidden="true">{ control.label }</span>
            { for control.options.iter().map(|&(value, label)| html! {
                <button
                    type="button"
                    data-choice={control.id}
                    data-value={value}
                    aria-pressed={if value == control.current { "true" } else { "false" }}
                >
                    { label }
                </button>
            }) }
        </div>
    }
}

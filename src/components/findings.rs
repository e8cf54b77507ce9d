//! What the checks found, calmly, on the overview.

use crate::figures::Checked;
use yew::prelude::*;

pub fn findings(checked: &Checked) -> Html {
    let agrees = checked.disagreements.is_empty();
    html! {
        <div class={if agrees { "findings agree" } else { "findings" }} part="findings">
            <p>{ checked.line.clone() }</p>
            if !agrees {
                <ul>
                    { for checked.disagreements.iter().map(|sentence| html! { <li>{ sentence.clone() }</li> }) }
                </ul>
            }
        </div>
    }
}

//! What the checks found, calmly, on the overview.

use crate::figures::Checked;
use yew::prelude::*;

pub fn findings(checked: &Checked) -> Html {
    let agrees = checked.disagreements.is_empty();
    html! {
        <div class="findings" part="findings" data-agree={agrees.then_some("")}>
            <p>{ checked.line.clone() }</p>
            if !agrees {
                <ul>
                    { for checked.disagreements.iter().map(|sentence| html! { <li>{ sentence.clone() }</li> }) }
                </ul>
            }
        </div>
    }
}

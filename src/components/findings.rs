//! What the checks found, calmly, on the overview.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// One sentence on how many agree.
    pub line: String,
    /// A sentence for each that does not.
    pub findings: Vec<String>,
}

#[component]
pub fn Findings(props: &Props) -> Html {
    html! {
        <div class="findings" part="findings">
            <p>{ props.line.clone() }</p>
            if !props.findings.is_empty() {
                <ul>{ for props.findings.iter().map(|finding| html! { <li>{ finding.clone() }</li> }) }</ul>
            }
        </div>
    }
}

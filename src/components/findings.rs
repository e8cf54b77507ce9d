//! What the checks found, calmly, on the overview.

use yew::prelude::*;

/// One sentence on how many numbers agree, and a sentence for each relation that does not.
pub fn findings(line: &str, sentences: &[String]) -> Html {
    html! {
        <div class={classes!("findings", sentences.is_empty().then_some("agree"))} part="findings">
            <p>{ line.to_owned() }</p>
            if !sentences.is_empty() {
                <ul>{ for sentences.iter().map(|sentence| html! { <li>{ sentence.clone() }</li> }) }</ul>
            }
        </div>
    }
}

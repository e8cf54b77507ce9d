//! A figure's summary in words and what a reader must know of its numbers.

use crate::figures::Figure;
use crate::i18n::{Locale, Text};
use yew::prelude::*;

/// The id of the summary, which describes the chart.
pub const SUMMARY: &str = "summary";

pub fn words(figure: &Figure, locale: Locale) -> Html {
    html! {
        <>
            if !figure.summary.is_empty() {
                <p class="summary" id={SUMMARY}>
                    <strong>{ Text::Summary.text(locale) }</strong>{ " " }{ figure.summary.clone() }
                </p>
            }
            if !figure.caveats.is_empty() {
                <ul class="caveats" aria-label={Text::Notes.text(locale)}>
                    { for figure.caveats.iter().map(|caveat| html! { <li>{ caveat.clone() }</li> }) }
                </ul>
            }
        </>
    }
}

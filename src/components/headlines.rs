//! The overview's headline numbers, each a way into its view.

use super::meaning;
use super::shape::shape;
use crate::charts::{Drawing, px};
use crate::figures::{Headline, View};
use crate::i18n::{Locale, Text};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// `picture` draws a view's own figure in small.
pub fn headlines(
    headlines: &[Headline],
    locale: Locale,
    picture: &dyn Fn(View) -> Drawing,
    on_show: &Callback<View>,
) -> Html {
    let onclick = meaning(on_show, |event: MouseEvent| {
        let target: Element = event.target()?.dyn_into().ok()?;
        let tile = target.closest("[data-leads-to]").ok()??;
        View::from_id(&tile.get_attribute("data-leads-to")?)
    });
    html! {
        <ul class="headlines" part="headlines" {onclick}>
            { for headlines.iter().map(|headline| html! {
                <li key={headline.key}>{ tile(headline, locale, picture) }</li>
            }) }
        </ul>
    }
}

fn tile(headline: &Headline, locale: Locale, picture: &dyn Fn(View) -> Drawing) -> Html {
    let words = html! {
        <>
            <span class="tile-label">{ headline.label }</span>
            <span class="tile-value">{ headline.value.clone() }</span>
            <span class="tile-note">{ headline.note.clone() }</span>
        </>
    };
    let Some(view) = headline.view else {
        return html! { <div class="tile">{ words }</div> };
    };
    let drawing = picture(view);
    html! {
        <button type="button" class="tile" data-leads-to={view.id()}>
            { words }
            <svg class="glyph" aria-hidden="true" width={px(drawing.width)} height={px(drawing.height)}>
                { for drawing.guides.iter().map(shape) }
            </svg>
            <span class="tile-more">{ Text::GoTo.with(locale, &[view.name(locale)]) }</span>
        </button>
    }
}

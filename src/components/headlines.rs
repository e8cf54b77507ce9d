//! The overview's headline numbers, each a way into its view.

use super::shape::{px, shape};
use crate::charts::{Drawing, glyph};
use crate::figures::{Choices, Display, Headline, Measure, Scale, Sort, View, figure};
use crate::i18n::{Locale, Text};
use crate::model::Report;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub headlines: Vec<Headline>,
    pub report: Rc<Report>,
    pub locale: Locale,
    pub on_show: Callback<View>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        self.headlines == other.headlines
            && Rc::ptr_eq(&self.report, &other.report)
            && self.locale == other.locale
            && self.on_show == other.on_show
    }
}

#[component]
pub fn Headlines(props: &Props) -> Html {
    html! {
        <ul class="headlines" part="headlines">
            { for props.headlines.iter().map(|headline| html! {
                <li key={headline.key}>{ tile(headline, props) }</li>
            }) }
        </ul>
    }
}

fn tile(headline: &Headline, props: &Props) -> Html {
    let inside = html! {
        <>
            <span class="tile-label">{ headline.label }</span>
            <span class="tile-value">{ headline.value.clone() }</span>
            <span class="tile-note">{ headline.note.clone() }</span>
        </>
    };
    let Some(view) = headline.view else {
        return html! { <div class="tile">{ inside }</div> };
    };
    let on_show = props.on_show.clone();
    html! {
        <button type="button" class="tile" data-leads-to={view.id()} onclick={Callback::from(move |_| on_show.emit(view))}>
            { inside }
            { picture(&shape_of(props, view)) }
            <span class="tile-more">{ Text::GoTo.with(props.locale, &[view.name(props.locale)]) }</span>
        </button>
    }
}

/// The view's own figure in small, always drawn the same way.
fn shape_of(props: &Props, view: View) -> Drawing {
    let plain = Choices {
        sort: Sort::Size,
        measure: Measure::Count,
        scale: Scale::Linear,
        display: Display::Chart,
        ..Choices::default()
    };
    glyph(
        &figure(&props.report, view, &plain, props.locale),
        120.0,
        40.0,
    )
}

fn picture(drawing: &Drawing) -> Html {
    html! {
        <svg class="glyph" aria-hidden="true" width={px(drawing.width)} height={px(drawing.height)}>
            { for drawing.guides.iter().map(shape) }
        </svg>
    }
}

//! Whose report this is, of which year, and where it comes from.

use crate::i18n::{Locale, Text};
use crate::model::{Edition, Report};
use yew::prelude::*;

pub fn header(report: &Report, locale: Locale) -> Html {
    let year = report.year.to_string();
    let mut facts = Vec::new();
    if let Some(period) = &report.period {
        facts.push(Text::Period.with(locale, &[&period.from.to_string(), &period.to.to_string()]));
    }
    let edition = match report.edition {
        Edition::Form2019 => Text::Edition2019,
        Edition::Form2021 => Text::Edition2021,
    };
    facts.push(edition.text(locale).to_owned());
    let source = report.source.as_ref();
    if let Some(title) = source.and_then(|source| source.title.as_deref()) {
        facts.push(Text::Source.with(locale, &[title]));
    }
    let url = source
        .and_then(|source| source.url.clone())
        // Anything but the web could run code.
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        <header part="header">
            <h2>{ Text::Heading.with(locale, &[&report.agency.name, &year]) }</h2>
            <p class="facts">
                { for facts.into_iter().map(|fact| html! { <span class="fact">{ fact }</span> }) }
                if let Some(href) = url {
                    <a class="fact" {href} rel="noopener noreferrer">{ Text::SourceLink.text(locale) }</a>
                }
            </p>
        </header>
    }
}

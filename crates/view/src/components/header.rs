//! What is around the panel: the title and the tabs above it, the source and the live regions below.

use super::tabs::tabs;
use crate::charts::Size;
use crate::markup::{Element, Name, Tag};
use crate::request::Request;
use crate::text::{Text, view_text};
use gongkai_i18n::Locale;
use gongkai_model::text::digits;
use gongkai_model::{Edition, Report};

/// Below so many times the text size choices stand below each other.
const NARROW: f64 = 38.0;

/// The element that holds the widget.
pub fn widget_frame(locale: Locale, size: Size) -> Element {
    let mut widget = Element::new(Tag::Div);
    widget
        .set(Name::Class, "widget")
        .set(Name::Lang, locale.tag());
    if size.width < size.em * NARROW {
        widget.set(Name::DataWidth, "narrow");
    }
    widget
}

/// The widget without its panel.
pub fn head(report: &Report, request: &Request) -> Element {
    let mut widget = widget_frame(request.locale, request.size);
    header(report, request.locale, &mut widget);
    tabs(request.view, request.locale, &mut widget);
    widget
}

/// The report's title: whose it is, and for which year.
pub fn header(report: &Report, locale: Locale, into: &mut Element) {
    let heading = view_text::Heading {
        agency: &report.agency.name,
        year: &digits(report.year.into()),
    };
    into.open(Tag::Header)
        .set(Name::Part, "header")
        .open(Tag::H2)
        .text(heading.text(locale));
}

/// The line that says which period and which edition of the form the report has, and where it comes from.
pub fn source_line(report: &Report, locale: Locale, into: &mut Element) {
    let line = into.open(Tag::P);
    line.set(Name::Class, "facts").set(Name::Part, "source");
    let mut fact = |text: String| {
        line.open(Tag::Span).set(Name::Class, "fact").text(text);
    };
    if let Some(period) = &report.period {
        fact(
            view_text::Period {
                from: &gongkai_i18n::day(locale, period.from, None),
                to: &gongkai_i18n::day(locale, period.to, Some(period.from.year)),
            }
            .text(locale),
        );
    }
    let edition = match report.edition {
        Edition::Form2019 => Text::Edition2019,
        Edition::Form2021 => Text::Edition2021,
    };
    fact(edition.text(locale).to_owned());
    let source = report.source.as_ref();
    if let Some(title) = source.and_then(|source| source.title.as_deref()) {
        fact(view_text::Source { source: title }.text(locale));
    }
    let url = source
        .and_then(|source| source.url.clone())
        // Anything but the web could run code.
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    if let Some(url) = url {
        line.open(Tag::A)
            .set(Name::Class, "fact")
            .set(Name::Href, url)
            .set(Name::Rel, "noopener noreferrer")
            .text(Text::SourceLink.text(locale));
    }
}

/// The regions whose text is read out when it changes: what became of an export, and what is now shown.
pub fn live_regions(export: &str, announcement: &str, into: &mut Element) {
    for (class, text) in [("said", export), ("spoken", announcement)] {
        into.open(Tag::P)
            .set(Name::Class, class)
            .set(Name::Role, "status")
            .set(Name::AriaLive, "polite")
            .text(text.to_owned());
    }
}

//! Choosing the places that are compared.

use super::choice::MOST_PLACES;
use super::comparison::Comparison;
use crate::messages::CompareText;
use gongkai_view::markup::{Element, Name, Tag};

/// How many of the places found are listed.
const LISTED: usize = 30;

/// The search, what it finds, and what is chosen.
pub(super) fn places(comparison: &Comparison) -> Element {
    let locale = comparison.locale;
    let mut places = Element::new(Tag::Section);
    places
        .set(Name::Class, "places")
        .set(Name::AriaLabel, CompareText::Chosen.text(locale));
    let label = places.open(Tag::Label);
    label.set(Name::Class, "find");
    label.open(Tag::Span).text(CompareText::Find.text(locale));
    label
        .open(Tag::Input)
        .set(Name::Type, "search")
        .set(Name::DataSearch, "places")
        .set(Name::Autocomplete, "off")
        .set(Name::Spellcheck, "false");
    places
        .open(Tag::Div)
        .set(Name::DataPart, "found")
        .set(Name::Class, "found");
    if !comparison.refusal.is_empty() {
        places
            .open(Tag::P)
            .set(Name::Class, "refused")
            .text(comparison.refusal.clone());
    }
    let chosen = &comparison.choice.places;
    if chosen.is_empty() {
        places
            .open(Tag::P)
            .set(Name::Class, "hint")
            .text(CompareText::NoneChosen.text(locale));
        return places;
    }
    let (count, most) = (chosen.len().to_string(), MOST_PLACES.to_string());
    let line = places.open(Tag::P);
    line.set(Name::Class, "hint")
        .text(CompareText::CountChosen.with(locale, &[&count, &most]));
    let first = chosen.first().copied();
    let is_of_first = comparison.is_of_first();
    if let Some(first) = first.filter(|_| is_of_first && chosen.len() > 1) {
        let name = comparison.name_of(first);
        line.text(" ")
            .text(CompareText::FirstOnly.with(locale, &[name]));
    }
    let list = places.open(Tag::Ul);
    list.set(Name::Class, "chosen")
        .set(Name::AriaLabel, CompareText::Chosen.text(locale));
    for (index, place) in chosen.iter().enumerate() {
        let name = comparison.name_of(*place).to_owned();
        let item = list.open(Tag::Li);
        // What shows one place shows the first of those that are chosen.
        item.flag(Name::DataSelected, is_of_first && index == 0);
        item.open(Tag::Span).text(name.clone());
        if chosen.len() > 1 {
            item.open(Tag::Button)
                .set(Name::Type, "button")
                .set(Name::DataChoice, "only")
                .set(Name::DataValue, place.to_string())
                .set(Name::AriaLabel, CompareText::Only.with(locale, &[&name]))
                .text(CompareText::OnlyShort.text(locale));
        }
        item.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataChoice, "remove")
            .set(Name::DataValue, place.to_string())
            .set(Name::AriaLabel, CompareText::Remove.with(locale, &[&name]))
            .text("×");
    }
    places
}

/// The places that fit, each a button that adds it.
pub(super) fn found(comparison: &Comparison, query: &str) -> Element {
    let locale = comparison.locale;
    let mut found = Element::new(Tag::Div);
    if query.trim().is_empty() {
        return found;
    }
    let places = comparison.search.find(query);
    let count = places.len().to_string();
    let words = match places.len() {
        0 => CompareText::FoundNone.text(locale).to_owned(),
        1..=LISTED => CompareText::Found.with(locale, &[&count]),
        _ => CompareText::FoundMore.with(locale, &[&count, &LISTED.to_string()]),
    };
    // The script says it once the reader stops typing; the names nobody wants to hear all.
    found.open(Tag::P).set(Name::Class, "hint").text(words);
    let list = found.open(Tag::Ul);
    for place in places.into_iter().take(LISTED) {
        let Some(one) = comparison.catalog.agencies().get(place) else {
            continue;
        };
        let is_chosen = comparison.choice.places.contains(&place);
        let id = if is_chosen { "remove" } else { "add" };
        let button = list.open(Tag::Li).open(Tag::Button);
        button
            .set(Name::Type, "button")
            .set(Name::DataChoice, id)
            .set(Name::DataValue, place.to_string())
            .set(Name::AriaPressed, if is_chosen { "true" } else { "false" });
        button.open(Tag::Span).text(one.name.clone());
        if let Some(code) = &one.code {
            button
                .open(Tag::Span)
                .set(Name::Class, "code")
                .text([" ", code].concat());
        }
    }
    found
}

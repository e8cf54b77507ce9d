//! The search for agencies, and the list of those that are compared.

use crate::choice::MAX_AGENCIES;
use crate::messages::{CompareText, compare_text};
use crate::phrases::grouped_count;
use crate::view_model::ViewModel;
use gongkai_view::markup::{Element, Name, Tag};

/// The largest number of matches that are listed.
const MAX_MATCHES: usize = 30;

/// The largest number of groups that are offered as a whole.
const MAX_GROUPS: usize = 3;

/// Renders the search field, an empty element for its matches, and the chosen agencies.
pub(crate) fn agency_picker(model: &ViewModel) -> Element {
    let locale = model.locale();
    let mut picker = Element::new(Tag::Section);
    picker
        .set(Name::Class, "agencies")
        .set(Name::AriaLabel, CompareText::ChosenAgencies.text(locale));
    let label = picker.open(Tag::Label);
    label.set(Name::Class, "find");
    label
        .open(Tag::Span)
        .text(CompareText::FindAgency.text(locale));
    label
        .open(Tag::Input)
        .set(Name::Type, "search")
        .set(Name::DataSearch, "agencies")
        .set(Name::Autocomplete, "off")
        .set(Name::Spellcheck, "false");
    picker
        .open(Tag::Div)
        .set(Name::DataRegion, "found")
        .set(Name::Class, "found");
    if !model.notice().is_empty() {
        picker
            .open(Tag::P)
            .set(Name::Class, "refused")
            .text(model.notice().to_owned());
    }
    if model.choice().agencies.is_empty() {
        picker
            .open(Tag::P)
            .set(Name::Class, "hint")
            .text(CompareText::NoneChosen.text(locale));
    } else {
        chosen_agencies(model, &mut picker);
    }
    picker
}

/// Adds the number of chosen agencies and the list of them.
fn chosen_agencies(model: &ViewModel, into: &mut Element) {
    let locale = model.locale();
    let chosen = &model.choice().agencies;
    let (count, most) = (chosen.len().to_string(), MAX_AGENCIES.to_string());
    let line = into.open(Tag::P);
    line.set(Name::Class, "hint").text(
        compare_text::ChosenCount {
            count: &count,
            most: &most,
        }
        .text(locale),
    );
    let shows_only_first = model.shows_only_first_agency();
    if let Some(first) = chosen
        .first()
        .filter(|_| shows_only_first && chosen.len() > 1)
    {
        let name = model.agency_name(*first);
        line.text(" ")
            .text(compare_text::OnlyFirstShown { agency: name }.text(locale));
    }
    let list = into.open(Tag::Ul);
    list.set(Name::Class, "chosen")
        .set(Name::AriaLabel, CompareText::ChosenAgencies.text(locale));
    for (index, agency) in chosen.iter().enumerate() {
        let name = model.agency_name(*agency);
        let item = list.open(Tag::Li);
        item.flag(Name::DataSelected, shows_only_first && index == 0);
        item.open(Tag::Span).text(name.to_owned());
        if chosen.len() > 1 {
            let label = compare_text::KeepOnly { agency: name }.text(locale);
            let short = CompareText::KeepOnlyShort.text(locale);
            agency_button("only", *agency, label, short, item);
        }
        let label = compare_text::Remove { agency: name }.text(locale);
        agency_button("remove", *agency, label, "×", item);
    }
    let mut groups: Vec<usize> = Vec::new();
    for agency in chosen {
        let entry = model.catalog().agencies().get(*agency);
        groups.extend(entry.and_then(|entry| entry.group));
    }
    groups.sort_unstable();
    groups.dedup();
    for group in groups.into_iter().take(MAX_GROUPS) {
        group_button(model, group, into);
    }
}

/// Adds a button that adds all agencies of a group, unless all are chosen or it has only one.
fn group_button(model: &ViewModel, group: usize, into: &mut Element) {
    let agencies = model.catalog().agencies().iter().enumerate();
    let members: Vec<usize> = agencies
        .filter(|(_, agency)| agency.group == Some(group))
        .map(|(index, _)| index)
        .collect();
    let chosen = &model.choice().agencies;
    if members.len() < 2 || members.iter().all(|agency| chosen.contains(agency)) {
        return;
    }
    let Some(name) = model.catalog().groups().get(group) else {
        return;
    };
    let label = compare_text::AddGroup {
        group: name,
        count: &grouped_count(members.len()),
    };
    into.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataChoice, "add-group")
        .set(Name::DataValue, group.to_string())
        .text(label.text(model.locale()));
}

fn agency_button(
    id: &'static str,
    agency: usize,
    label: String,
    text: &'static str,
    into: &mut Element,
) {
    into.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::DataChoice, id)
        .set(Name::DataValue, agency.to_string())
        .set(Name::AriaLabel, label)
        .text(text);
}

/// Renders the agencies that match a name, code or initials, each a button that adds or removes it.
pub fn agency_matches(model: &ViewModel, query: &str) -> Element {
    let locale = model.locale();
    let mut matches = Element::new(Tag::Div);
    if query.trim().is_empty() {
        return matches;
    }
    let agencies = model.search().find(query);
    let count = agencies.len().to_string();
    let hint = match agencies.len() {
        0 => CompareText::NoMatches.text(locale).to_owned(),
        1..=MAX_MATCHES => compare_text::Matches { count: &count }.text(locale),
        _ => compare_text::FirstMatches {
            count: &count,
            listed: &MAX_MATCHES.to_string(),
        }
        .text(locale),
    };
    // The script announces this sentence once the reader stops typing, without the list of names.
    matches.open(Tag::P).set(Name::Class, "hint").text(hint);
    let groups = model.catalog().groups().iter().enumerate();
    let groups = groups.filter(|(_, name)| name.contains(query.trim()));
    for (group, _) in groups.take(MAX_GROUPS) {
        group_button(model, group, &mut matches);
    }
    let list = matches.open(Tag::Ul);
    for agency in agencies.into_iter().take(MAX_MATCHES) {
        let Some(entry) = model.catalog().agencies().get(agency) else {
            continue;
        };
        let is_chosen = model.choice().agencies.contains(&agency);
        let button = list.open(Tag::Li).open(Tag::Button);
        button
            .set(Name::Type, "button")
            .set(Name::DataChoice, if is_chosen { "remove" } else { "add" })
            .set(Name::DataValue, agency.to_string())
            .set(Name::AriaPressed, if is_chosen { "true" } else { "false" });
        button.open(Tag::Span).text(entry.name.clone());
        if let Some(code) = &entry.code {
            button
                .open(Tag::Span)
                .set(Name::Class, "code")
                .text([" ", code].concat());
        }
    }
    matches
}

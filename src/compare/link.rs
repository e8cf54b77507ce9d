//! The choice as a part of a page's fragment:
//! `compare:trend,at:640423+990101,measure:applications.received(6),year:2024`.

use super::choice::{By, Choice, MOST_PLACES};
use crate::catalog::{Catalog, Direction};
use crate::figures::{Display, Scale};

/// Only what differs from what is shown at first, and only characters that a fragment may hold.
pub(super) fn write(catalog: &Catalog, choice: &Choice) -> String {
    let Some(plain) = Choice::of(catalog) else {
        return String::new();
    };
    let mut pairs = vec![("compare", choice.kind.id().to_owned())];
    let mut add = |id: &'static str, differs: bool, value: String| {
        if differs {
            pairs.push((id, value));
        }
    };
    let places: Vec<String> = choice
        .places
        .iter()
        .filter_map(|place| key(catalog, *place))
        .collect();
    add("at", choice.places != plain.places, places.join("+"));
    add(
        "measure",
        choice.measure != plain.measure,
        bare(&choice.measure.id()),
    );
    if let Some(other) = choice.other {
        add("other", true, bare(&other.id()));
    }
    if let By::Denominator { index, .. } = choice.by {
        let id = catalog
            .denominators()
            .get(index)
            .map(|one| encoded(&one.id));
        add("by", id.is_some(), id.unwrap_or_default());
    }
    add("year", choice.year != plain.year, choice.year.to_string());
    add(
        "scale",
        choice.scale != plain.scale,
        Scale::id(choice.scale).to_owned(),
    );
    add(
        "as",
        choice.display != plain.display,
        Display::id(choice.display).to_owned(),
    );
    if let Some(group) = choice.group.and_then(|group| catalog.groups().get(group)) {
        add("group", true, encoded(group));
    }
    add("query", !choice.query.is_empty(), encoded(&choice.query));
    if choice.sort != plain.sort {
        let sign = match choice.sort.direction {
            Direction::Rising => "",
            Direction::Falling => "-",
        };
        add("sort", true, [sign, choice.sort.by.id()].concat());
    }
    add("whole", choice.is_whole, "yes".to_owned());
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(id, value)| [id, ":", value].concat())
        .collect();
    pairs.join(",")
}

/// What [`write`] wrote, and how many of its places the catalogue does not list; `None` of what is
/// no such link. What is not understood is as at first.
pub(super) fn read(catalog: &Catalog, link: &str) -> Option<(Choice, usize)> {
    let mut choice = Choice::of(catalog)?;
    let mut lost = 0_usize;
    let mut is_one = false;
    for (id, value) in link.split(',').filter_map(|pair| pair.split_once(':')) {
        match id {
            "compare" => {
                is_one = true;
                choice.set(catalog, "kind", value);
            }
            "at" => {
                choice.places.clear();
                for key in value.split('+').filter(|key| !key.is_empty()) {
                    match place(catalog, key) {
                        Some(place)
                            if !choice.places.contains(&place)
                                && choice.places.len() < MOST_PLACES =>
                        {
                            choice.places.push(place);
                        }
                        Some(_) => {}
                        None => lost = lost.saturating_add(1),
                    }
                }
            }
            "measure" | "other" => {
                let id_of = value.replace('(', "[").replace(')', "]");
                choice.set(catalog, id, &id_of);
            }
            "group" => {
                let name = decoded(value);
                choice.group = catalog.groups().iter().position(|group| *group == name);
            }
            "sort" => {
                let (by, direction) = match value.strip_prefix('-') {
                    Some(by) => (by, Direction::Falling),
                    None => (value, Direction::Rising),
                };
                if let Some(by) = super::SortBy::from_id(by) {
                    choice.sort = super::Sort { by, direction };
                }
            }
            "by" | "query" => choice.set(catalog, id, &decoded(value)),
            "year" | "scale" | "as" | "whole" => choice.set(catalog, id, value),
            _ => {}
        }
    }
    is_one.then_some((choice, lost))
}

/// Its code where that is of no other place, else its name.
fn key(catalog: &Catalog, place: usize) -> Option<String> {
    let places = catalog.places();
    let own = places.get(place)?;
    let code = own.code.as_deref().filter(|code| {
        let same = places
            .iter()
            .filter(|other| other.code.as_deref() == Some(code));
        same.count() == 1 && code.bytes().all(|byte| byte.is_ascii_digit())
    });
    Some(code.map_or_else(|| encoded(&own.name), str::to_owned))
}

fn place(catalog: &Catalog, key: &str) -> Option<usize> {
    let places = catalog.places();
    let is_code = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_code {
        let mut those = places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.code.as_deref() == Some(key));
        if let (Some((index, _)), None) = (those.next(), those.next()) {
            return Some(index);
        }
    }
    let name = decoded(key);
    places.iter().position(|place| place.name == name)
}

/// Neither bracket may stand in a fragment.
fn bare(id: &str) -> String {
    id.replace('[', "(").replace(']', ")")
}

/// Percent-encoded but for letters, digits, `-` and `.`.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => encoded.push(char::from(byte)),
            _ => {
                for half in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(u32::from(half), 16).unwrap_or('0');
                    encoded.push(digit.to_ascii_uppercase());
                }
                // The sign stands before its two digits.
                let at = encoded.len().saturating_sub(2);
                encoded.insert(at, '%');
            }
        }
    }
    encoded
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, byte) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

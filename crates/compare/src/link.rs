//! The choice as text that a link keeps, in the format of a report's links.
//!
//! Places stand by their codes, or by their names where that is no name for one place alone. All but
//! plain letters and digits is percent-encoded, so that no place's name ends the text.

use super::choice::{By, Choice, MOST_PLACES, Sort, SortBy};
use gongkai_catalog::{AgencyEntry, Catalog, Direction};
use gongkai_view::link::Link;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// Between what names one place and what tells it from others.
const APART: char = '~';
/// Any name serves: it is taken off again.
const NAME: &str = "gongkai";
/// Of a place that is not listed, so much is said.
const LONGEST_NAME: usize = 60;

/// Only what differs from what is shown at first, and only characters that a fragment may hold.
pub(super) fn write(catalog: &Catalog, choice: &Choice) -> String {
    let plain = Choice::of(catalog);
    let plain = plain.as_ref();
    let mut choices = vec![("compare", choice.kind.id().to_owned())];
    let mut put = |id: &'static str, differs: bool, value: &dyn Fn() -> String| {
        if differs {
            choices.push((id, value()));
        }
    };
    let differs =
        |same: fn(&Choice, &Choice) -> bool| !plain.is_some_and(|plain| same(plain, choice));
    put("at", differs(|a, b| a.places == b.places), &|| {
        let names = choice.places.iter();
        let names: Vec<String> = names.filter_map(|&place| name_of(place, catalog)).collect();
        names.join("+")
    });
    put("measure", differs(|a, b| a.measure == b.measure), &|| {
        bare(&choice.measure.id())
    });
    put("other", differs(|a, b| a.other == b.other), &|| {
        choice
            .other
            .map_or_else(String::new, |other| bare(&other.id()))
    });
    put("by", differs(|a, b| a.by == b.by), &|| match choice.by {
        By::Nothing => String::new(),
        By::Denominator { index, .. } => {
            let denominator = catalog.denominators().get(index);
            denominator.map_or_else(String::new, |one| encoded(&one.id))
        }
    });
    put("year", differs(|a, b| a.year == b.year), &|| {
        choice.year.to_string()
    });
    let is_same = |a: &Choice, b: &Choice| (a.from, a.to) == (b.from, b.to);
    put("years", differs(is_same), &|| {
        [&choice.from.to_string(), "-", &choice.to.to_string()].concat()
    });
    put("scale", differs(|a, b| a.scale == b.scale), &|| {
        choice.scale.id().to_owned()
    });
    put("as", differs(|a, b| a.display == b.display), &|| {
        choice.display.id().to_owned()
    });
    put("group", differs(|a, b| a.group == b.group), &|| {
        let group = choice.group.and_then(|group| group_name(group, catalog));
        group.unwrap_or_default()
    });
    put("sort", differs(|a, b| a.sort == b.sort), &|| {
        let falls = choice.sort.direction == Direction::Falling;
        [if falls { "-" } else { "" }, choice.sort.by.id()].concat()
    });
    put("whole", choice.is_whole, &|| "yes".to_owned());
    put("query", !choice.query.is_empty(), &|| {
        encoded(&choice.query)
    });
    let link = Link {
        choices: choices
            .into_iter()
            .map(|(id, value)| (id.to_owned(), value))
            .collect(),
        ..Link::default()
    };
    let text = link.write("", NAME);
    let own = text.split_once('=').map(|(_, own)| own.to_owned());
    own.unwrap_or(text)
}

/// What a link keeps, and what of it is not shown.
pub(super) struct Kept {
    pub choice: Choice,
    /// Places that the catalogue does not list, as the link names them.
    pub lost: Vec<String>,
    /// The first place above [`MOST_PLACES`].
    pub over: Option<usize>,
    /// A year that the catalogue does not have, as the link says it.
    pub lost_year: Option<String>,
    /// A span of years that is not shown as the link says it.
    pub lost_years: Option<String>,
}

/// What [`write`] wrote; `None` of what is no such link. What makes no sense is as at first.
pub(super) fn read(catalog: &Catalog, text: &str) -> Option<Kept> {
    let mut kept = Kept::from(Choice::of(catalog)?);
    let mut choices = Link::read(&[NAME, "=", text].concat(), NAME)?.choices;
    if !choices.iter().any(|(id, _)| id == "compare") {
        return None;
    }
    // The second measure is held to the first, wherever it stands.
    choices.sort_by_key(|(id, _)| id == "other");
    for (id, value) in &choices {
        let choice = &mut kept.choice;
        match id.as_str() {
            "compare" => choice.set(catalog, "kind", value),
            "at" => kept.read_places(catalog, value),
            "measure" | "other" => {
                choice.set(catalog, id, &value.replace('(', "[").replace(')', "]"));
            }
            "by" | "query" => {
                if let Some(value) = decoded(value) {
                    choice.set(catalog, id, &value);
                }
            }
            "group" => choice.group = group_at(value, catalog).or(choice.group),
            "sort" => {
                let (by, direction) = match value.strip_prefix('-') {
                    Some(by) => (by, Direction::Falling),
                    None => (value.as_str(), Direction::Rising),
                };
                if let Some(by) = SortBy::from_id(by) {
                    choice.sort = Sort { by, direction };
                }
            }
            "years" => {
                let is_shown = choice.read_years(catalog, value);
                kept.lost_years = Some(short(value)).filter(|_| !is_shown);
            }
            "year" => {
                choice.set(catalog, id, value);
                let is_shown = *value == choice.year.to_string();
                kept.lost_year = Some(short(value)).filter(|_| !is_shown);
            }
            "scale" | "as" | "whole" => choice.set(catalog, id, value),
            _ => {}
        }
    }
    Some(kept)
}

impl Choice {
    /// Of a range the years that the catalogue has; without any, all stay. Gives whether they are the
    /// range's own.
    fn read_years(&mut self, catalog: &Catalog, text: &str) -> bool {
        let range = text.split_once('-').and_then(|(from, to)| {
            let range: RangeInclusive<u16> = from.parse().ok()?..=to.parse().ok()?;
            let mut years = catalog.years();
            years.retain(|year| range.contains(year));
            let found = (*years.first()?, *years.last()?);
            Some((found, found == range.into_inner()))
        });
        let Some((found, is_whole)) = range else {
            return false;
        };
        (self.from, self.to) = found;
        is_whole
    }
}

impl From<Choice> for Kept {
    fn from(choice: Choice) -> Kept {
        Kept {
            choice,
            lost: Vec::new(),
            over: None,
            lost_year: None,
            lost_years: None,
        }
    }
}

/// As much of a link's words as is said again.
fn short(words: &str) -> String {
    words.chars().take(LONGEST_NAME).collect()
}

impl Kept {
    fn read_places(&mut self, catalog: &Catalog, text: &str) {
        let mut places: Vec<usize> = Vec::new();
        let mut is_sense = text.is_empty();
        for name in text.split('+').filter(|name| !name.is_empty()) {
            let Some(words) = words_of(name) else {
                continue;
            };
            is_sense = true;
            match place_of(&words, catalog) {
                Some(place) if places.contains(&place) => {}
                Some(place) if places.len() < MOST_PLACES => places.push(place),
                Some(place) => self.over = self.over.or(Some(place)),
                None => {
                    let shown = words.name.as_ref().or(words.code.as_ref());
                    self.lost.extend(shown.map(|name| short(name)));
                }
            }
        }
        if is_sense {
            self.choice.places = places;
        }
    }
}

/// How a link names a place: `code`, `name`, `code~name`, `~name`, and where even that is of
/// several, which of them, from 0.
struct Words {
    code: Option<String>,
    name: Option<String>,
    nth: usize,
}

fn words_of(text: &str) -> Option<Words> {
    let mut words = text.splitn(3, APART);
    let code = decoded(words.next()?)?;
    let name = words.next().map(decoded);
    let nth = words.next().map(str::parse);
    Some(Words {
        code: Some(code).filter(|code| !code.is_empty()),
        name: match name {
            Some(name) => Some(name?),
            None => None,
        },
        nth: nth.and_then(Result::ok).unwrap_or_default(),
    })
}

fn place_of(words: &Words, catalog: &Catalog) -> Option<usize> {
    let find = |fits: &dyn Fn(&AgencyEntry) -> bool| {
        let places = catalog.agencies().iter().enumerate();
        let mut places = places.filter(|(_, place)| fits(place));
        places.nth(words.nth).map(|(index, _)| index)
    };
    match (&words.code, &words.name) {
        (Some(code), None) => {
            let by_code = find(&|place| place.code.as_deref() == Some(code));
            by_code.or_else(|| find(&|place| place.name == *code))
        }
        (None, Some(name)) => find(&|place| place.name == *name),
        (Some(code), Some(name)) => {
            find(&|place| place.code.as_deref() == Some(code) && place.name == *name)
        }
        (None, None) => None,
    }
}

/// The shortest name that leads back to the place.
fn name_of(index: usize, catalog: &Catalog) -> Option<String> {
    let place = catalog.agencies().get(index)?;
    let code = place.code.as_deref().map(encoded);
    let name = encoded(&place.name);
    let both = code.as_ref().map(|code| format!("{code}{APART}{name}"));
    let mut names = vec![];
    if code.as_ref().is_some_and(|code| !code.is_empty()) && is_only(place, catalog) {
        names.extend(code);
    }
    if place.code.is_none() {
        names.push(name.clone());
    }
    names.extend(both);
    names.push(format!("{APART}{name}"));
    let leads_back = |text: &String| {
        let words = words_of(text);
        words.and_then(|words| place_of(&words, catalog)) == Some(index)
    };
    names.into_iter().find(leads_back).or_else(|| {
        let places = catalog.agencies().get(..index)?.iter();
        let before = places.filter(|other| other.name == place.name).count();
        Some(format!("{APART}{name}{APART}{before}"))
    })
}

/// Whether no other place has the code. A link that said only the code of several would lead to
/// another place in a later catalogue that lists one more of them.
fn is_only(place: &AgencyEntry, catalog: &Catalog) -> bool {
    let places = catalog.agencies().iter();
    places.filter(|other| other.code == place.code).count() == 1
}

fn group_name(index: usize, catalog: &Catalog) -> Option<String> {
    let name = catalog.groups().get(index)?;
    let first = catalog.groups().iter().position(|other| other == name);
    Some(match first == Some(index) {
        true => encoded(name),
        false => format!("{APART}{index}"),
    })
}

fn group_at(text: &str, catalog: &Catalog) -> Option<usize> {
    if let Some(index) = text.strip_prefix(APART) {
        let index = index.parse().ok();
        return index.filter(|index| *index < catalog.groups().len());
    }
    let name = decoded(text)?;
    catalog.groups().iter().position(|group| *group == name)
}

/// A measure's id without what may not stand in a fragment.
fn bare(id: &str) -> String {
    id.replace('[', "(").replace(']', ")")
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                encoded.push(char::from(byte));
            }
            byte => {
                // Writing to a string never fails.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

/// `None` of what is no text. What is not encoded stands for itself: some browsers decode addresses.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let value = digit()? * 16 + digit()?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
}

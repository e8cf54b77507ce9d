//! The choice as text for a link, in the format of a report's links.
//!
//! An agency is written as its code, or as its name if the code is not unique. Anything but ASCII
//! letters, digits and a few signs is percent-encoded, so that no name can end the text early.

mod agency_ref;
mod percent;

use super::action::Action;
use super::choice::{Choice, MAX_AGENCIES, Sort, SortKey};
use agency_ref::{AgencyRef, reference_to};
use gongkai_catalog::{Catalog, Direction};
use gongkai_view::link::Link;
use percent::{decoded, encoded};
use std::ops::RangeInclusive;

/// Precedes the index of a group whose name is not unique.
const INDEX_SIGN: char = '~';
/// Stands for all agencies, as the group to go back to.
const NO_GROUP: &str = "~";
/// The key of the fragment, which is removed again: any would do.
const KEY: &str = "gongkai";
/// The number of characters of a link that are quoted in a notice.
const MAX_QUOTED: usize = 60;

/// Writes the choices that differ from the initial ones, and the report that is open, in characters that a
/// fragment may have.
pub(super) fn write(catalog: &Catalog, choice: &Choice, report: Option<usize>) -> String {
    let initial = Choice::initial(catalog);
    let initial = initial.as_ref();
    let mut choices = vec![("compare".to_owned(), choice.panel.id().to_owned())];
    let mut put = |id: &str, differs: bool, value: &dyn Fn() -> String| {
        if differs {
            choices.push((id.to_owned(), value()));
        }
    };
    let differs =
        |same: fn(&Choice, &Choice) -> bool| !initial.is_some_and(|initial| same(initial, choice));
    put("at", differs(|a, b| a.agencies == b.agencies), &|| {
        let agencies = choice.agencies.iter();
        let agencies: Vec<String> = agencies
            .filter_map(|&agency| reference_to(agency, catalog))
            .collect();
        agencies.join("+")
    });
    put("measure", differs(|a, b| a.measure == b.measure), &|| {
        without_brackets(&choice.measure.id())
    });
    let has_same_second = |a: &Choice, b: &Choice| a.second_measure == b.second_measure;
    put("other", differs(has_same_second), &|| {
        let second = choice.second_measure;
        second.map_or_else(String::new, |second| without_brackets(&second.id()))
    });
    put("by", differs(|a, b| a.per == b.per), &|| {
        let denominators = catalog.denominators();
        let denominator = choice.per.and_then(|per| denominators.get(per.denominator));
        denominator.map_or_else(String::new, |one| encoded(&one.id))
    });
    put("year", differs(|a, b| a.year == b.year), &|| {
        choice.year.to_string()
    });
    put("base", differs(|a, b| a.base_year == b.base_year), &|| {
        choice
            .base_year
            .map_or_else(String::new, |year| year.to_string())
    });
    let has_same_years =
        |a: &Choice, b: &Choice| (a.first_year, a.last_year) == (b.first_year, b.last_year);
    put("years", differs(has_same_years), &|| {
        let [first, last] = [choice.first_year, choice.last_year].map(|year| year.to_string());
        [&first, "-", &last].concat()
    });
    put("scale", differs(|a, b| a.scale == b.scale), &|| {
        choice.scale.id().to_owned()
    });
    put("as", differs(|a, b| a.display == b.display), &|| {
        choice.display.id().to_owned()
    });
    put("group", differs(|a, b| a.group == b.group), &|| {
        let group = choice.group.and_then(|group| write_group(group, catalog));
        group.unwrap_or_default()
    });
    put("sums", differs(|a, b| a.sums_by == b.sums_by), &|| {
        choice.sums_by.id().to_owned()
    });
    put("back", choice.sums_group.is_some(), &|| {
        let group = choice.sums_group.flatten();
        group
            .and_then(|group| write_group(group, catalog))
            .unwrap_or_else(|| NO_GROUP.to_owned())
    });
    put("sort", differs(|a, b| a.sort == b.sort), &|| {
        let is_falling = choice.sort.direction == Direction::Falling;
        [if is_falling { "-" } else { "" }, choice.sort.key.id()].concat()
    });
    put("failing", choice.only_failing, &|| "yes".to_owned());
    put("whole", choice.lists_all_rows, &|| "yes".to_owned());
    put("query", !choice.query.is_empty(), &|| {
        encoded(&choice.query)
    });
    let open = report.and_then(|report| write_report(report, catalog));
    choices.extend(open.map(|open| ("report".to_owned(), open)));
    let link = Link {
        choices,
        ..Link::default()
    };
    let text = link.write("", KEY);
    let value = text.split_once('=').map(|(_, value)| value.to_owned());
    value.unwrap_or(text)
}

/// The choice of a link, and which parts of the link it lacks.
pub(super) struct RestoredLink {
    pub choice: Choice,
    /// The report that is open, by its index.
    pub report: Option<usize>,
    /// A report that the catalogue does not list, as the link names it.
    pub missing_report: Option<String>,
    /// Agencies that the catalogue does not list, as the link names them.
    pub missing_agencies: Vec<String>,
    /// The first agency beyond [`MAX_AGENCIES`].
    pub first_excess: Option<usize>,
    /// A year that the catalogue does not have, as the link writes it.
    pub invalid_year: Option<String>,
    /// A range of years that is not shown as the link writes it.
    pub invalid_years: Option<String>,
}

impl From<Choice> for RestoredLink {
    fn from(choice: Choice) -> RestoredLink {
        RestoredLink {
            choice,
            report: None,
            missing_report: None,
            missing_agencies: Vec::new(),
            first_excess: None,
            invalid_year: None,
            invalid_years: None,
        }
    }
}

/// Reads what [`write()`] has written; `None` for any other text. Invalid parts are as in the initial
/// choice.
pub(super) fn read(catalog: &Catalog, text: &str) -> Option<RestoredLink> {
    let mut restored = RestoredLink::from(Choice::initial(catalog)?);
    let mut choices = Link::read(&[KEY, "=", text].concat(), KEY)?.choices;
    if !choices.iter().any(|(id, _)| id == "compare") {
        return None;
    }
    // The second measure must differ from the first, and the two years from each other, so they are
    // read last. So is the group to go back to, which needs a group to go back from.
    choices.sort_by_key(|(id, _)| matches!(id.as_str(), "other" | "base" | "back"));
    for (id, value) in &choices {
        restored.read_choice(catalog, id, value);
    }
    Some(restored)
}

impl RestoredLink {
    fn read_choice(&mut self, catalog: &Catalog, id: &str, value: &str) {
        let choice = &mut self.choice;
        match id {
            "compare" => choice.set(catalog, "kind", value),
            "at" => self.read_agencies(catalog, value),
            "measure" | "other" => {
                choice.set(catalog, id, &value.replace('(', "[").replace(')', "]"));
            }
            "by" | "query" => {
                if let Some(value) = decoded(value) {
                    choice.set(catalog, id, &value);
                }
            }
            "report" => {
                self.report = read_report(value, catalog);
                self.missing_report = Some(quoted(value)).filter(|_| self.report.is_none());
            }
            "group" => choice.group = read_group(value, catalog).or(choice.group),
            // Only a group is opened from the sums; without one there is nothing to go back from.
            "back" => {
                choice.sums_group = match value {
                    NO_GROUP => Some(None),
                    group => read_group(group, catalog).map(Some),
                }
                .filter(|_| choice.group.is_some());
            }
            "sort" => {
                let (key, direction) = match value.strip_prefix('-') {
                    Some(key) => (key, Direction::Falling),
                    None => (value, Direction::Rising),
                };
                if let Some(key) = SortKey::from_id(key) {
                    choice.sort = Sort { key, direction };
                }
            }
            "years" => {
                let is_valid = choice.read_years(catalog, value);
                self.invalid_years = Some(quoted(value)).filter(|_| !is_valid);
            }
            "year" => {
                choice.set(catalog, id, value);
                let is_valid = value == choice.year.to_string();
                self.invalid_year = Some(quoted(value)).filter(|_| !is_valid);
            }
            "scale" | "as" | "sums" | "whole" | "failing" | "base" => {
                choice.set(catalog, id, value)
            }
            _ => {}
        }
    }

    fn read_agencies(&mut self, catalog: &Catalog, text: &str) {
        let mut agencies: Vec<usize> = Vec::new();
        let mut is_valid = text.is_empty();
        for reference in text.split('+').filter(|reference| !reference.is_empty()) {
            let Some(reference) = AgencyRef::parse(reference) else {
                continue;
            };
            is_valid = true;
            match reference.find(catalog) {
                Some(agency) if agencies.contains(&agency) => {}
                Some(agency) if agencies.len() < MAX_AGENCIES => agencies.push(agency),
                Some(agency) => self.first_excess = self.first_excess.or(Some(agency)),
                None => {
                    let label = reference.label().map(quoted);
                    self.missing_agencies.extend(label);
                }
            }
        }
        if is_valid {
            self.choice.agencies = agencies;
        }
    }
}

impl Choice {
    /// Applies a choice by its id and value; an invalid one changes nothing.
    fn set(&mut self, catalog: &Catalog, id: &str, value: &str) {
        if let Some(action) = Action::parse(catalog, id, value) {
            // A link's agencies are read by `read_agencies`, so none can be too many here.
            let _ = self.apply(&action, catalog);
        }
    }

    /// Sets the range to the catalogue's years within it; unchanged if there are none. `false` if the
    /// range is not exactly what is set.
    fn read_years(&mut self, catalog: &Catalog, text: &str) -> bool {
        let range = text.split_once('-').and_then(|(first, last)| {
            let range: RangeInclusive<u16> = first.parse().ok()?..=last.parse().ok()?;
            let mut years = catalog.years();
            years.retain(|year| range.contains(year));
            let found = (*years.first()?, *years.last()?);
            Some((found, found == range.into_inner()))
        });
        let Some((found, is_exact)) = range else {
            return false;
        };
        (self.first_year, self.last_year) = found;
        is_exact
    }
}

/// Writes a report as its agency and its year.
fn write_report(report: usize, catalog: &Catalog) -> Option<String> {
    let agency = reference_to(catalog.agency_of(report)?, catalog)?;
    let year = catalog.year(report)?.to_string();
    Some([&agency, "+", &year].concat())
}

fn read_report(text: &str, catalog: &Catalog) -> Option<usize> {
    let (agency, year) = text.rsplit_once('+')?;
    let agency = AgencyRef::parse(agency)?.find(catalog)?;
    catalog.report(agency, year.parse().ok()?)
}

/// Shortens a part of a link that is quoted in a notice.
fn quoted(text: &str) -> String {
    text.chars().take(MAX_QUOTED).collect()
}

/// Writes a group as its name, or as its index if another group has the same name.
fn write_group(index: usize, catalog: &Catalog) -> Option<String> {
    let name = catalog.groups().get(index)?;
    let first = catalog.groups().iter().position(|other| other == name);
    Some(if first == Some(index) {
        encoded(name)
    } else {
        format!("{INDEX_SIGN}{index}")
    })
}

fn read_group(text: &str, catalog: &Catalog) -> Option<usize> {
    if let Some(index) = text.strip_prefix(INDEX_SIGN) {
        let index = index.parse().ok();
        return index.filter(|index| *index < catalog.groups().len());
    }
    let name = decoded(text)?;
    catalog.groups().iter().position(|group| *group == name)
}

/// Replaces the brackets of a measure's id, which a fragment may not have.
fn without_brackets(id: &str) -> String {
    id.replace('[', "(").replace(']', ")")
}

//! The catalogue itself: its places, its reports, its columns.

use super::column::Column;
use super::files::{Filling, fill};
use super::hashes::{Hash, Hashes};
use super::measure::Measure;
use super::number::Number;
use super::value::{Value, decimal, parts};
use gongkai_model::{Cell, Decimal, Edition};
use std::collections::BTreeMap;
use std::ops::Range;

/// The value of `format` that this version reads and writes.
pub const FORMAT: &str = "gongkai-catalog/1";

/// Reports of places (public bodies) and years, in the order of places, then of years. Places and
/// reports are named by their index in that order.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    pub title: Option<String>,
    /// To be said wherever the data is shown.
    pub is_fictional: bool,
    pub(super) groups: Vec<String>,
    pub(super) places: Vec<Place>,
    pub(super) denominators: Vec<Denominator>,
    /// For each place, its first report.
    pub(super) starts: Vec<usize>,
    pub(super) owners: Vec<u32>,
    pub(super) years: Vec<u16>,
    pub(super) editions: Vec<Edition>,
    /// How many reports of the same edition stand before each.
    pub(super) ranks: Vec<u32>,
    pub(super) pattern: Option<String>,
    /// Paths that the pattern does not give, by report.
    pub(super) files: BTreeMap<usize, String>,
    pub(super) hashes: Hashes,
    pub(super) columns: Vec<(Measure, Column)>,
}

/// A public body that reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    /// 统计用区划代码; agencies of one county share it.
    pub code: Option<String>,
    /// Of the name's pinyin: `ldxrmzf`.
    pub initials: String,
    /// Its index among [`Catalog::groups`].
    pub group: Option<usize>,
}

/// A number of each place that figures can be related to, such as its population.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denominator {
    pub id: String,
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
    /// As the source has it, `万人`.
    pub unit: String,
    pub source: String,
    /// For each place its digits and how many stand behind the point; `None` where it is unknown.
    pub(super) values: Vec<Option<(i64, u8)>>,
}

impl Denominator {
    /// With no place's number yet.
    pub fn new(id: &str, zh: &str, en: &str, unit: &str, source: &str) -> Denominator {
        Denominator {
            id: id.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
            unit: unit.to_owned(),
            source: source.to_owned(),
            values: Vec::new(),
        }
    }

    /// Sets the number of the next place; `None` where it is not known.
    ///
    /// # Errors
    /// The decimal where it has more than 18 digits.
    pub fn push(&mut self, value: Option<&Decimal>) -> Result<(), Decimal> {
        let held = match value {
            None => None,
            Some(value) => Some(parts(value.as_str()).ok_or_else(|| value.clone())?),
        };
        self.values.push(held);
        Ok(())
    }

    /// What a place has, as the source writes it.
    pub fn value(&self, place: usize) -> Option<Decimal> {
        let (digits, places) = self.values.get(place).copied().flatten()?;
        Decimal::parse(&decimal(digits, places))
    }

    pub fn number(&self, place: usize) -> Option<Number> {
        let (digits, places) = self.values.get(place).copied().flatten()?;
        Some(Number::new(digits, -i32::from(places)))
    }
}

impl Catalog {
    /// How many reports there are.
    pub fn len(&self) -> usize {
        self.years.len()
    }

    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Provinces, prefectures, or whatever the places are kept together by.
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    pub fn denominators(&self) -> &[Denominator] {
        &self.denominators
    }

    /// Adds a denominator with a number, or none, for every place.
    ///
    /// # Errors
    /// How many it has, where that is more or fewer.
    pub fn relate_to(&mut self, denominator: Denominator) -> Result<(), usize> {
        let length = denominator.values.len();
        if length != self.places.len() {
            return Err(length);
        }
        self.denominators.push(denominator);
        Ok(())
    }

    /// Puts every place in the group that is named for it; groups stand in the order of their
    /// first places.
    pub fn group_by(&mut self, mut name: impl FnMut(&Place) -> Option<String>) {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        self.groups.clear();
        for place in &mut self.places {
            place.group = name(place).map(|name| {
                *known.entry(name).or_insert_with_key(|name| {
                    self.groups.push(name.clone());
                    self.groups.len().saturating_sub(1)
                })
            });
        }
    }

    /// The reports of a place, by rising years.
    pub fn reports_of(&self, place: usize) -> Range<usize> {
        let start = self.starts.get(place).copied().unwrap_or(self.len());
        let next = place.checked_add(1).and_then(|next| self.starts.get(next));
        start..next.copied().unwrap_or(self.len())
    }

    /// The report of a place and year.
    pub fn report(&self, place: usize, year: u16) -> Option<usize> {
        let range = self.reports_of(place);
        let start = range.start;
        let years = self.years.get(range)?;
        let found = years.binary_search(&year).ok()?;
        start.checked_add(found)
    }

    pub fn place_of(&self, report: usize) -> Option<usize> {
        usize::try_from(*self.owners.get(report)?).ok()
    }

    pub fn year(&self, report: usize) -> Option<u16> {
        self.years.get(report).copied()
    }

    pub fn edition(&self, report: usize) -> Option<Edition> {
        self.editions.get(report).copied()
    }

    /// Every year that any place has a report of, rising.
    pub fn years(&self) -> Vec<u16> {
        let mut years = self.years.clone();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The path of a report's file, relative to the catalogue. It is a path and no address: in one,
    /// its characters are to be percent-encoded.
    pub fn file(&self, report: usize) -> Option<String> {
        if let Some(file) = self.files.get(&report) {
            return Some(file.clone());
        }
        fill(self.pattern.as_deref()?, self.filling(report)?)
    }

    pub(super) fn filling(&self, report: usize) -> Option<Filling<'_>> {
        let place = self.places.get(self.place_of(report)?)?;
        Some(Filling {
            name: &place.name,
            code: place.code.as_deref(),
            year: self.year(report)?,
        })
    }

    /// The hash that a report's file must have, or the block file that holds it.
    pub fn hash(&self, report: usize) -> Option<Hash<'_>> {
        self.hashes.of(report).filter(|_| report < self.len())
    }

    /// What is carried, in the file's order.
    pub fn measures(&self) -> impl Iterator<Item = Measure> + '_ {
        self.columns.iter().map(|(measure, _)| *measure)
    }

    /// The measure's column, and where in it the report's value stands; `None` where the
    /// catalogue does not carry the measure or the report's form does not have it.
    fn cell_at(&self, report: usize, measure: Measure) -> Option<(&Column, usize)> {
        let mut columns = self.columns.iter();
        let (_, column) = columns.find(|(carried, _)| *carried == measure)?;
        let index = match measure.only_edition() {
            None => report,
            Some(edition) if self.edition(report) == Some(edition) => {
                usize::try_from(*self.ranks.get(report)?).ok()?
            }
            Some(_) => return None,
        };
        Some((column, index))
    }

    pub fn carries(&self, measure: Measure) -> bool {
        self.measures().any(|carried| carried == measure)
    }

    /// What the report has for the measure; missing where its form does not have it or the
    /// catalogue does not carry it.
    pub fn value(&self, report: usize, measure: Measure) -> Value {
        let at = self.cell_at(report, measure);
        at.map(|(column, index)| column.value(index))
            .unwrap_or_default()
    }

    /// As [`Catalog::value`], for a measure of the statutory tables' whole numbers.
    pub(super) fn cell(&self, report: usize, measure: Measure) -> Cell {
        let at = self.cell_at(report, measure);
        at.map(|(column, index)| column.cell(index))
            .unwrap_or_default()
    }

    /// The number to compare, in the measure's unit; `None` where there is none.
    pub fn number(&self, report: usize, measure: Measure) -> Option<Number> {
        let (column, index) = self.cell_at(report, measure)?;
        column.number(index)
    }

    /// What the catalogue's data takes in memory, nearly, in bytes.
    pub fn bytes(&self) -> usize {
        let columns = self.columns.iter().map(|(_, column)| column.bytes());
        let each_report = size_of::<u32>() * 2 + size_of::<u16>() + size_of::<Edition>();
        let reports = self.len().saturating_mul(each_report);
        let text = |text: &str| text.len().saturating_add(size_of::<String>());
        let places = self.places.iter().map(|place| {
            let code = place.code.as_deref().map_or(0, str::len);
            size_of::<Place>() + place.name.len() + place.initials.len() + code
        });
        let files = self.files.values().map(|file| text(file));
        let denominators = self.denominators.iter();
        let denominators = denominators.map(|one| one.values.len().saturating_mul(24));
        columns
            .chain(places)
            .chain(files)
            .chain(denominators)
            .fold(reports, usize::saturating_add)
            .saturating_add(self.hashes.bytes())
    }
}

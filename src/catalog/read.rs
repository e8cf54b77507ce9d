//! From `gongkai-catalog/1` to a [`Catalog`], in one pass over the text.

use super::column::Column;
use super::error::{CatalogError, Expected, Fault, Problem, Step};
use super::files::{is_path, is_pattern};
use super::hashes::{Hashes, read_hash};
use super::measure::{Measure, Unit};
use super::pull::{Pull, Shape};
use super::store::{Catalog, Denominator, FORMAT, Place};
use super::value::{Kind, parts};
use crate::model::{Cell, Edition, json};

shape!(ROOT {
    "format": true,
    "title": false,
    "fictional": false,
    "groups": false,
    "places": true,
    "denominators": false,
    "reports": true,
    "hashes": true,
    "measures": true,
});
shape!(PLACES {
    "name": true,
    "code": true,
    "initials": true,
    "group": false,
    "reports": true,
});
shape!(DENOMINATOR {
    "id": true,
    "name": true,
    "unit": true,
    "source": true,
    "values": true,
});
shape!(NAME {
    "zh": true,
    "en": true,
});
shape!(REPORTS {
    "year": true,
    "edition": true,
    "pattern": false,
    "file": false,
});
shape!(HASHES {
    "every": false,
    "files": false,
    "sha384": true,
});
shape!(MEASURE {
    "id": true,
    "edition": false,
    "values": true,
});

type Done = Result<(), Fault>;

/// Whether a text says of itself that it is a catalogue, whatever else is wrong with it.
pub fn is_catalog(text: &str) -> bool {
    let is_one = |format: &str| format.starts_with("gongkai-catalog/");
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // As it is always written: the format first.
    let first = text.strip_prefix('{').map(str::trim_start);
    if let Some(rest) = first.and_then(|rest| rest.strip_prefix("\"format\"")) {
        let rest = rest.trim_start().strip_prefix(':').map(str::trim_start);
        return rest
            .and_then(|rest| rest.strip_prefix('"'))
            .is_some_and(is_one);
    }
    format(text).is_some_and(|(format, _)| is_one(&format))
}

/// What a JSON text has as its format, and at which byte.
fn format(text: &str) -> Option<(String, usize)> {
    let root = json::parse(text)
        .ok()
        .filter(|root| root.starts_with('{'))?;
    let fields = json::children(root).into_iter();
    let mut formats = fields.filter(|(key, _)| *key == Some("\"format\""));
    let (_, value) = formats.next()?;
    let at = (value.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some((json::unescape(value), at))
}

impl Catalog {
    /// Reads one `gongkai-catalog/1`.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path, its line and the value as written.
    pub fn read(text: &str) -> Result<Catalog, CatalogError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut pull = Pull::new(text);
        let mut reader = Reader::default();
        let read = pull
            .object(ROOT, &mut |pull, field| reader.field(pull, field))
            .and_then(|()| pull.end())
            .and_then(|()| reader.agreed());
        read.map_err(|fault| {
            // A file of a later format is not blamed for a field.
            let other = format(text).filter(|(format, _)| format != FORMAT);
            let fault = match other {
                Some((_, at)) => Fault::new(Problem::Format(FORMAT), at).field("format"),
                None => fault,
            };
            fault.into_error(text)
        })?;
        Ok(reader.catalog)
    }
}

/// A catalogue while it is read, with what only the whole can be held to.
#[derive(Default)]
struct Reader {
    catalog: Catalog,
    /// How many reports each place has.
    sizes: Vec<usize>,
    /// The lengths of columns, each with its path.
    lengths: Vec<(&'static [&'static str], usize)>,
    /// Where the measures' values begin in the text.
    columns_at: Vec<usize>,
    years_at: usize,
    groups_at: usize,
}

impl Reader {
    fn field(&mut self, pull: &mut Pull<'_>, field: usize) -> Done {
        match ROOT.names.get(field).copied().unwrap_or_default() {
            "format" => {
                let at = pull.at();
                match pull.text(Expected::Text)?.as_ref() {
                    FORMAT => Ok(()),
                    _ => Err(Fault::new(Problem::Format(FORMAT), at)),
                }
            }
            "title" => {
                self.catalog.title = Some(pull.text(Expected::Text)?.into_owned());
                Ok(())
            }
            "fictional" => {
                self.catalog.is_fictional = true;
                pull.truth()
            }
            "groups" => {
                let groups = texts(pull)?;
                self.catalog.groups = groups;
                Ok(())
            }
            "places" => pull.object(PLACES, &mut |pull, field| self.places(pull, field)),
            "denominators" => {
                let denominators = &mut self.catalog.denominators;
                pull.list(&mut |pull, _| {
                    denominators.push(denominator(pull)?);
                    Ok(())
                })
                .map(|_| ())
            }
            "reports" => pull.object(REPORTS, &mut |pull, field| self.reports(pull, field)),
            "hashes" => {
                self.catalog.hashes = hashes(pull)?;
                Ok(())
            }
            _ => pull
                .list(&mut |pull, _| {
                    let (measure, column, at) = measure(pull)?;
                    self.columns_at.push(at);
                    self.catalog.columns.push((measure, column));
                    Ok(())
                })
                .map(|_| ()),
        }
    }

    /// A column of places; they come into being with the first.
    fn places(&mut self, pull: &mut Pull<'_>, field: usize) -> Done {
        let places = &mut self.catalog.places;
        let sizes = &mut self.sizes;
        let at = pull.at();
        let mut put = |index: usize, set: &mut dyn FnMut(&mut Place)| {
            if index >= places.len() {
                places.push(Place::default());
            }
            if let Some(place) = places.get_mut(index) {
                set(place);
            }
        };
        let path: &'static [&'static str];
        let length = match PLACES.names.get(field).copied().unwrap_or_default() {
            "name" => {
                path = &["places", "name"];
                pull.list(&mut |pull, index| {
                    let name = pull.text(Expected::Text)?;
                    put(index, &mut |place| place.name = name.clone().into_owned());
                    Ok(())
                })?
            }
            "code" => {
                path = &["places", "code"];
                pull.list(&mut |pull, index| {
                    let code = match pull.null()? {
                        true => None,
                        false => Some(pull.text(Expected::Text)?.into_owned()),
                    };
                    put(index, &mut |place| place.code.clone_from(&code));
                    Ok(())
                })?
            }
            "initials" => {
                path = &["places", "initials"];
                pull.list(&mut |pull, index| {
                    let initials = pull.text(Expected::Text)?;
                    put(index, &mut |place| {
                        place.initials = initials.clone().into_owned();
                    });
                    Ok(())
                })?
            }
            "group" => {
                path = &["places", "group"];
                self.groups_at = at;
                pull.list(&mut |pull, index| {
                    let group = match pull.null()? {
                        true => None,
                        false => Some(size(pull, Expected::Group)?),
                    };
                    put(index, &mut |place| place.group = group);
                    Ok(())
                })?
            }
            _ => {
                path = &["places", "reports"];
                pull.list(&mut |pull, _| {
                    sizes.push(size(pull, Expected::Size)?);
                    Ok(())
                })?
            }
        };
        self.lengths.push((path, length));
        Ok(())
    }

    fn reports(&mut self, pull: &mut Pull<'_>, field: usize) -> Done {
        let catalog = &mut self.catalog;
        let at = pull.at();
        let path: &'static [&'static str];
        let length = match REPORTS.names.get(field).copied().unwrap_or_default() {
            "year" => {
                path = &["reports", "year"];
                self.years_at = at;
                pull.list(&mut |pull, _| {
                    let at = pull.at();
                    match pull.whole(Expected::Year)? {
                        year @ 2008..=2200 => catalog.years.push(year as u16),
                        _ => return Err(Fault::new(Problem::InvalidValue(Expected::Year), at)),
                    }
                    Ok(())
                })?
            }
            "edition" => {
                path = &["reports", "edition"];
                pull.list(&mut |pull, _| {
                    catalog.editions.push(edition(pull)?);
                    Ok(())
                })?
            }
            "pattern" => {
                let pattern = pull.text(Expected::Pattern)?.into_owned();
                if !is_pattern(&pattern) {
                    return Err(Fault::new(Problem::InvalidValue(Expected::Pattern), at));
                }
                catalog.pattern = Some(pattern);
                return Ok(());
            }
            _ => {
                path = &["reports", "file"];
                pull.list(&mut |pull, index| {
                    if !pull.null()? {
                        catalog.files.insert(index, path_of(pull)?);
                    }
                    Ok(())
                })?
            }
        };
        self.lengths.push((path, length));
        Ok(())
    }

    /// What holds of the whole: every column is as long as what it is about, years rise, groups
    /// are there, and every report has a file and a hash.
    fn agreed(&mut self) -> Done {
        let catalog = &mut self.catalog;
        let places = self.sizes.len();
        let mut start = 0_usize;
        for (owner, size) in self.sizes.iter().enumerate() {
            catalog.starts.push(start);
            start = start.saturating_add(*size);
            // Before anything is as large as a number in the file says.
            if start <= catalog.years.len() {
                let owner = u32::try_from(owner).unwrap_or(u32::MAX);
                catalog.owners.resize(start, owner);
            }
        }
        let reports = start;
        let under = |fault: Fault, path: &[&str]| {
            let steps = path.iter().rev();
            steps.fold(fault, |fault, step| fault.field(step))
        };
        let held = |found: usize, wanted: usize, path: &[&str]| match found == wanted {
            true => Ok(()),
            false => Err(under(
                Fault::nowhere(Problem::Length { found, wanted }),
                path,
            )),
        };
        for (path, length) in &self.lengths {
            let wanted = match path.first() {
                Some(&"places") => places,
                _ => reports,
            };
            held(*length, wanted, path)?;
        }
        for (index, place) in catalog.places.iter().enumerate() {
            if place
                .group
                .is_some_and(|group| group >= catalog.groups.len())
            {
                let problem = Problem::InvalidValue(Expected::Group);
                let fault = Fault::new(problem, self.groups_at).under(Step::Index(index));
                return Err(under(fault, &["places", "group"]));
            }
        }
        for (index, denominator) in catalog.denominators.iter().enumerate() {
            held(denominator.values.len(), places, &["values"])
                .map_err(|fault| fault.under(Step::Index(index)).field("denominators"))?;
        }
        let mut before: Option<(u32, u16)> = None;
        for (index, now) in catalog.owners.iter().zip(&catalog.years).enumerate() {
            let now = (*now.0, *now.1);
            if before.is_some_and(|before| before >= now) {
                let problem = Problem::InvalidValue(Expected::LaterYear);
                let fault = Fault::new(problem, self.years_at).under(Step::Index(index));
                return Err(under(fault, &["reports", "year"]));
            }
            before = Some(now);
        }
        for place in 0..places {
            // What the pattern gives to one year of a place it gives to all.
            let mut others = catalog.reports_of(place);
            let other = others.find(|report| !catalog.files.contains_key(report));
            if let Some(report) = other.filter(|report| catalog.file(*report).is_none()) {
                let fault = Fault::nowhere(Problem::MissingField).under(Step::Index(report));
                return Err(under(fault, &["reports", "file"]));
            }
        }
        match &catalog.hashes {
            Hashes::Inline(hashes) => held(hashes.len(), reports, &["hashes", "sha384"])?,
            Hashes::Blocks { every, blocks } => {
                held(blocks.len(), reports.div_ceil(*every), &["hashes", "files"])?;
            }
        }
        catalog.rank();
        let count = |edition: Option<Edition>| match edition {
            None => reports,
            Some(edition) => {
                let editions = catalog.editions.iter();
                editions.filter(|one| **one == edition).count()
            }
        };
        let wanted = [None, Some(Edition::Form2019), Some(Edition::Form2021)]
            .map(|edition| (edition, count(edition)));
        for (index, (measure, column)) in catalog.columns.iter().enumerate() {
            let mut known = catalog.columns.iter().take(index);
            let edition = measure.only_edition();
            let mut wanted = wanted.iter().filter(|(of, _)| *of == edition);
            let wanted = wanted.next().map_or(reports, |(_, wanted)| *wanted);
            let at = |fault: Fault| fault.under(Step::Index(index)).field("measures");
            if known.any(|(other, _)| other == measure) {
                let fault = Fault::nowhere(Problem::DuplicateField).field("id");
                return Err(at(fault));
            }
            if column.len() != wanted {
                let found = column.len();
                let problem = Problem::Length { found, wanted };
                let begins = self.columns_at.get(index).copied().unwrap_or_default();
                return Err(at(Fault::new(problem, begins).field("values")));
            }
        }
        Ok(())
    }
}

impl Catalog {
    /// Counts the reports of the same edition before each.
    pub(super) fn rank(&mut self) {
        let mut counts = [0_u32; 2];
        self.ranks = self
            .editions
            .iter()
            .filter_map(|edition| {
                let count = match edition {
                    Edition::Form2019 => counts.first_mut()?,
                    Edition::Form2021 => counts.last_mut()?,
                };
                let rank = *count;
                *count = count.saturating_add(1);
                Some(rank)
            })
            .collect();
    }
}

fn texts(pull: &mut Pull<'_>) -> Result<Vec<String>, Fault> {
    let mut texts = Vec::new();
    pull.list(&mut |pull, _| {
        texts.push(pull.text(Expected::Text)?.into_owned());
        Ok(())
    })?;
    Ok(texts)
}

fn size(pull: &mut Pull<'_>, expected: Expected) -> Result<usize, Fault> {
    let at = pull.at();
    let size = usize::try_from(pull.whole(expected)?);
    size.map_err(|_| Fault::new(Problem::InvalidValue(expected), at))
}

fn edition(pull: &mut Pull<'_>) -> Result<Edition, Fault> {
    let at = pull.at();
    match pull.text(Expected::Edition)?.as_ref() {
        "2019" => Ok(Edition::Form2019),
        "2021" => Ok(Edition::Form2021),
        _ => Err(Fault::new(Problem::InvalidValue(Expected::Edition), at)),
    }
}

fn path_of(pull: &mut Pull<'_>) -> Result<String, Fault> {
    let at = pull.at();
    let path = pull.text(Expected::Path)?;
    match is_path(&path) {
        true => Ok(path.into_owned()),
        false => Err(Fault::new(Problem::InvalidValue(Expected::Path), at)),
    }
}

fn denominator(pull: &mut Pull<'_>) -> Result<Denominator, Fault> {
    let mut one = Denominator::default();
    pull.object(DENOMINATOR, &mut |pull, field| {
        match DENOMINATOR.names.get(field).copied().unwrap_or_default() {
            "id" => one.id = pull.text(Expected::Text)?.into_owned(),
            "name" => pull.object(NAME, &mut |pull, field| {
                let name = pull.text(Expected::Text)?.into_owned();
                match field {
                    0 => one.zh = name,
                    _ => one.en = name,
                }
                Ok(())
            })?,
            "unit" => one.unit = pull.text(Expected::Text)?.into_owned(),
            "source" => one.source = pull.text(Expected::Text)?.into_owned(),
            _ => {
                let values = &mut one.values;
                pull.list(&mut |pull, _| {
                    values.push(number(pull)?);
                    Ok(())
                })?;
            }
        }
        Ok(())
    })?;
    Ok(one)
}

/// A denominator's number: whole, or a decimal in quotes.
fn number(pull: &mut Pull<'_>) -> Result<Option<(i64, u8)>, Fault> {
    let at = pull.at();
    let written = match pull.peek() {
        Some(b'n') => return pull.null().map(|_| None),
        Some(b'"') => pull.text(Expected::Number)?,
        _ => pull.digits(Expected::Number)?.into(),
    };
    let number = parts(&written);
    number
        .map(Some)
        .ok_or_else(|| Fault::new(Problem::InvalidValue(Expected::Number), at))
}

fn hashes(pull: &mut Pull<'_>) -> Result<Hashes, Fault> {
    let at = pull.at();
    let mut every = None;
    let mut files: Option<Vec<String>> = None;
    let mut hashes: Vec<String> = Vec::new();
    pull.object(HASHES, &mut |pull, field| {
        let at = pull.at();
        match HASHES.names.get(field).copied().unwrap_or_default() {
            "every" => match size(pull, Expected::Size)? {
                0 => return Err(Fault::new(Problem::InvalidValue(Expected::Size), at)),
                size => every = Some(size),
            },
            "files" => {
                let mut paths = Vec::new();
                pull.list(&mut |pull, _| {
                    paths.push(path_of(pull)?);
                    Ok(())
                })?;
                files = Some(paths);
            }
            _ => {
                pull.list(&mut |pull, _| {
                    hashes.push(read_hash(pull)?);
                    Ok(())
                })?;
            }
        }
        Ok(())
    })?;
    match (every, files) {
        (None, None) => Ok(Hashes::Inline(hashes)),
        (Some(_), None) => Err(Fault::new(Problem::MissingField, at).field("files")),
        (None, Some(_)) => Err(Fault::new(Problem::MissingField, at).field("every")),
        (Some(every), Some(files)) => {
            let (found, wanted) = (hashes.len(), files.len());
            if found != wanted {
                let problem = Problem::Length { found, wanted };
                return Err(Fault::nowhere(problem).field("sha384"));
            }
            let blocks = files.into_iter().zip(hashes).collect();
            Ok(Hashes::Blocks { every, blocks })
        }
    }
}

/// A measure, its column, and where the column's values begin.
fn measure(pull: &mut Pull<'_>) -> Result<(Measure, Column, usize), Fault> {
    let start = pull.at();
    let mut measure: Option<Measure> = None;
    let mut stated: Option<(Edition, usize)> = None;
    let mut read: Option<Column> = None;
    let mut values_at = start;
    pull.object(MEASURE, &mut |pull, field| {
        let at = pull.at();
        match MEASURE.names.get(field).copied().unwrap_or_default() {
            "id" => {
                let found = Measure::from_id(&pull.text(Expected::Measure)?);
                let problem = Problem::InvalidValue(Expected::Measure);
                measure = Some(found.ok_or_else(|| Fault::new(problem, at))?);
            }
            "edition" => stated = Some((edition(pull)?, at)),
            _ => {
                values_at = at;
                // What the values are depends on the id, which a file may write behind them.
                match measure {
                    Some(measure) => read = Some(column(pull, measure)?),
                    None => pull.skip_column()?,
                }
            }
        }
        Ok(())
    })?;
    let missing = || Fault::new(Problem::MissingField, start).field("id");
    let measure = measure.ok_or_else(missing)?;
    let own = measure.only_edition();
    if own != stated.map(|(edition, _)| edition) {
        let at = stated.map_or(start, |(_, at)| at);
        let problem = Problem::InvalidValue(Expected::OwnEdition);
        return Err(Fault::new(problem, at).field("edition"));
    }
    let column = match read {
        Some(column) => column,
        None => {
            let mut again = pull.from(values_at);
            column(&mut again, measure).map_err(|fault| fault.field("values"))?
        }
    };
    Ok((measure, column, values_at))
}

fn column(pull: &mut Pull<'_>, measure: Measure) -> Result<Column, Fault> {
    let mut column = Column::default();
    let unit = measure.unit();
    let expected = match unit {
        Unit::Pieces => Expected::Stated,
        Unit::Money => Expected::Amount,
        _ if measure.may_be_negative() => Expected::Change,
        _ => Expected::Count,
    };
    let is_plain = !matches!(unit, Unit::Pieces | Unit::Money);
    pull.list(&mut |pull, _| {
        let at = pull.at();
        // Nearly all of them.
        if is_plain
            && let Some(count) = pull.plain_count()
            && column.push(Cell::Count(count))
        {
            return Ok(());
        }
        let invalid = || Fault::new(Problem::InvalidValue(expected), at);
        let is_held = match pull.peek() {
            Some(b'n') => {
                pull.null()?;
                column.push(Cell::Blank)
            }
            Some(b'"') => match pull.text(expected)?.as_ref() {
                "" => column.push(Cell::Missing),
                "/" => column.push(Cell::NotApplicable),
                text => {
                    let read = match unit {
                        Unit::Pieces => Kind::read_stated(text),
                        Unit::Money => Kind::read_money(text),
                        _ => None,
                    };
                    let (digits, kind) = read.ok_or_else(invalid)?;
                    column.push_kind(digits, kind)
                }
            },
            _ => match (unit, pull.whole(expected)?) {
                (Unit::Money, _) => {
                    return Err(Fault::new(Problem::WrongType(expected), at));
                }
                (_, ..0) if !measure.may_be_negative() => return Err(invalid()),
                (Unit::Pieces, count) => column.push_kind(count, Kind::Stated(None, None)),
                (_, count) => column.push(Cell::Count(count)),
            },
        };
        match is_held {
            true => Ok(()),
            false => Err(Fault::new(Problem::OutOfRange, at)),
        }
    })?;
    column.close();
    Ok(column)
}

//! From `gongkai-catalog/1` to a [`Catalog`], in one pass over the text.

mod agreed;
mod ahead;
mod columns;
mod parts;

use super::error::{CatalogError, Expected, Fault, Problem};
use super::files::is_pattern;
use super::pull::{Pull, Shape};
use super::store::{Catalog, FORMAT, Place};
pub use ahead::Ahead;
use columns::measure;
use gongkai_model::json;
use parts::{denominator, edition, hashes, path_of, size, texts};

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
shape!(REPORTS {
    "year": true,
    "edition": true,
    "pattern": false,
    "file": false,
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
        Catalog::read_after(Ahead::default(), text)
    }

    /// The same, of a text whose beginning or whole was given to `ahead` as it came.
    ///
    /// # Errors
    /// As [`Catalog::read`].
    pub fn read_after(ahead: Ahead, text: &str) -> Result<Catalog, CatalogError> {
        // A byte order mark moves every place; it is rare enough to read all of it again.
        let (text, ahead) = match text.strip_prefix('\u{feff}') {
            Some(text) => (text, Ahead::default()),
            None => (text, ahead),
        };
        let mut pull = Pull::new(text);
        let mut reader = Reader {
            ahead,
            ..Reader::default()
        };
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
    ahead: Ahead,
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
                    let start = pull.at();
                    let read = match self.ahead.take(start) {
                        Some((read, end)) => {
                            pull.pass(end);
                            read
                        }
                        None => measure(pull)?,
                    };
                    self.columns_at.push(read.values_at);
                    self.catalog.columns.push((read.measure, read.column));
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
}

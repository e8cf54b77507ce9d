//! Reads a [`Catalog`] from `gongkai-catalog/1`, in one pass over the text.

mod columns;
mod prefetch;
mod validate;
mod values;

use super::catalog::{AgencyEntry, Catalog, FORMAT};
use super::error::{CatalogError, CatalogProblem, ExpectedValue, Fault};
use super::paths::is_pattern;
use super::pull::{ObjectSchema, Pull};
use columns::read_measure;
use gongkai_model::json;
pub use prefetch::Prefetched;
use values::{denominator, edition, hashes, safe_path, size, texts};

object_schema!(ROOT {
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
object_schema!(AGENCIES {
    "name": true,
    "code": true,
    "initials": true,
    "group": false,
    "reports": true,
});
object_schema!(REPORTS {
    "year": true,
    "edition": true,
    "pattern": false,
    "file": false,
});

type ReadResult = Result<(), Fault>;

/// Tells whether a text has the format of a catalogue, whatever else is wrong with it.
pub fn is_catalog(text: &str) -> bool {
    let is_catalog_format = |format: &str| format.starts_with("gongkai-catalog/");
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // The usual case: the format is the first field.
    let first = text.strip_prefix('{').map(str::trim_start);
    if let Some(rest) = first.and_then(|rest| rest.strip_prefix("\"format\"")) {
        let rest = rest.trim_start().strip_prefix(':').map(str::trim_start);
        return rest
            .and_then(|rest| rest.strip_prefix('"'))
            .is_some_and(is_catalog_format);
    }
    format_of(text).is_some_and(|(format, _)| is_catalog_format(&format))
}

/// Finds the format of a JSON text, and its offset.
fn format_of(text: &str) -> Option<(String, usize)> {
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
    /// The first problem, with its path, its line and the value as written.
    pub fn read(text: &str) -> Result<Catalog, CatalogError> {
        Catalog::read_prefetched(Prefetched::default(), text)
    }

    /// Reads a text of which `prefetched` has already read some or all columns.
    ///
    /// # Errors
    /// The same as [`Catalog::read`].
    pub fn read_prefetched(prefetched: Prefetched, text: &str) -> Result<Catalog, CatalogError> {
        // A byte order mark shifts every offset. It is rare, so everything is then read again.
        let (text, prefetched) = match text.strip_prefix('\u{feff}') {
            Some(text) => (text, Prefetched::default()),
            None => (text, prefetched),
        };
        let mut pull = Pull::new(text);
        let mut reader = CatalogReader {
            prefetched,
            ..CatalogReader::default()
        };
        let read = pull
            .object(ROOT, &mut |pull, field| reader.field(pull, field))
            .and_then(|()| pull.end())
            .and_then(|()| reader.validate());
        read.map_err(|fault| {
            // For a file of a later format, the format is the error, not an unknown field.
            let other = format_of(text).filter(|(format, _)| format != FORMAT);
            let fault = match other {
                Some((_, at)) => Fault::new(CatalogProblem::Format(FORMAT), at).field("format"),
                None => fault,
            };
            fault.into_error(text)
        })?;
        Ok(reader.catalog)
    }
}

/// A catalogue that is being read, with the data that [`CatalogReader::validate`] needs.
#[derive(Default)]
struct CatalogReader {
    catalog: Catalog,
    prefetched: Prefetched,
    /// The number of reports of each agency.
    sizes: Vec<usize>,
    /// The path and the length of each column.
    lengths: Vec<(&'static [&'static str], usize)>,
    /// The offset of each measure's values in the text.
    columns_at: Vec<usize>,
    /// The offset of the years.
    years_at: usize,
    /// The offset of the agencies' groups.
    groups_at: usize,
}

impl CatalogReader {
    fn field(&mut self, pull: &mut Pull<'_>, field: usize) -> ReadResult {
        match ROOT.names.get(field).copied().unwrap_or_default() {
            "format" => {
                let at = pull.at();
                match pull.text(ExpectedValue::Text)?.as_ref() {
                    FORMAT => Ok(()),
                    _ => Err(Fault::new(CatalogProblem::Format(FORMAT), at)),
                }
            }
            "title" => {
                self.catalog.title = Some(pull.text(ExpectedValue::Text)?.into_owned());
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
            "places" => pull.object(AGENCIES, &mut |pull, field| self.agencies(pull, field)),
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
                    let read = match self.prefetched.take(start) {
                        Some((read, end)) => {
                            pull.skip_to(end);
                            read
                        }
                        None => read_measure(pull)?,
                    };
                    self.columns_at.push(read.values_at);
                    self.catalog.columns.push((read.measure, read.column));
                    Ok(())
                })
                .map(|_| ()),
        }
    }

    /// Reads a column of the agencies. The first column creates them.
    fn agencies(&mut self, pull: &mut Pull<'_>, field: usize) -> ReadResult {
        let agencies = &mut self.catalog.agencies;
        let sizes = &mut self.sizes;
        let at = pull.at();
        let mut put = |index: usize, set: &mut dyn FnMut(&mut AgencyEntry)| {
            if index >= agencies.len() {
                agencies.push(AgencyEntry::default());
            }
            if let Some(agency) = agencies.get_mut(index) {
                set(agency);
            }
        };
        let path: &'static [&'static str];
        let length = match AGENCIES.names.get(field).copied().unwrap_or_default() {
            "name" => {
                path = &["places", "name"];
                pull.list(&mut |pull, index| {
                    let name = pull.text(ExpectedValue::Text)?;
                    put(index, &mut |agency| agency.name = name.clone().into_owned());
                    Ok(())
                })?
            }
            "code" => {
                path = &["places", "code"];
                pull.list(&mut |pull, index| {
                    let code = if pull.null()? {
                        None
                    } else {
                        Some(pull.text(ExpectedValue::Text)?.into_owned())
                    };
                    put(index, &mut |agency| agency.code.clone_from(&code));
                    Ok(())
                })?
            }
            "initials" => {
                path = &["places", "initials"];
                pull.list(&mut |pull, index| {
                    let initials = pull.text(ExpectedValue::Text)?;
                    put(index, &mut |agency| {
                        agency.initials = initials.clone().into_owned();
                    });
                    Ok(())
                })?
            }
            "group" => {
                path = &["places", "group"];
                self.groups_at = at;
                pull.list(&mut |pull, index| {
                    let group = if pull.null()? {
                        None
                    } else {
                        Some(size(pull, ExpectedValue::Group)?)
                    };
                    put(index, &mut |agency| agency.group = group);
                    Ok(())
                })?
            }
            _ => {
                path = &["places", "reports"];
                pull.list(&mut |pull, _| {
                    sizes.push(size(pull, ExpectedValue::Size)?);
                    Ok(())
                })?
            }
        };
        self.lengths.push((path, length));
        Ok(())
    }

    /// Reads a column of the reports, or the pattern of their paths.
    fn reports(&mut self, pull: &mut Pull<'_>, field: usize) -> ReadResult {
        let catalog = &mut self.catalog;
        let at = pull.at();
        let path: &'static [&'static str];
        let length = match REPORTS.names.get(field).copied().unwrap_or_default() {
            "year" => {
                path = &["reports", "year"];
                self.years_at = at;
                pull.list(&mut |pull, _| {
                    let at = pull.at();
                    match pull.whole(ExpectedValue::Year)? {
                        year @ 2008..=2200 => catalog.years.push(year as u16),
                        _ => {
                            return Err(Fault::new(
                                CatalogProblem::InvalidValue(ExpectedValue::Year),
                                at,
                            ));
                        }
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
                let pattern = pull.text(ExpectedValue::Pattern)?.into_owned();
                if !is_pattern(&pattern) {
                    return Err(Fault::new(
                        CatalogProblem::InvalidValue(ExpectedValue::Pattern),
                        at,
                    ));
                }
                catalog.pattern = Some(pattern);
                return Ok(());
            }
            _ => {
                path = &["reports", "file"];
                pull.list(&mut |pull, index| {
                    if !pull.null()? {
                        catalog.files.insert(index, safe_path(pull)?);
                    }
                    Ok(())
                })?
            }
        };
        self.lengths.push((path, length));
        Ok(())
    }
}

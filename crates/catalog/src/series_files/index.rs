//! Finding an agency's files, and reading its series.

use crate::catalog::{AgencyEntry, Catalog};
use crate::error::{CatalogError, CatalogProblem, ExpectedValue, Fault};
use crate::hashes::read_hash;
use crate::paths::is_safe_path;
use crate::pull::{ObjectSchema, Pull};
use crate::write::{list, quote};

/// The value of `format` in the root file.
pub const ROOT_FORMAT: &str = "gongkai-series/1";

/// The value of `format` in an index file.
pub const INDEX_FORMAT: &str = "gongkai-series-index/1";

/// The number of agencies that an index file has on average at most. With about 180 bytes each, an
/// index stays a few KB.
const AGENCIES_PER_FILE: usize = 40;

/// More digits than a file can ask for: 16 million index files.
const MAX_DIGITS: u8 = 6;

/// Returns the folder of the series files of a catalogue, by the catalogue's path or address:
/// `data/catalog.json?v=3` has them in `data/catalog.series/`.
pub fn series_folder(catalog: &str) -> String {
    let mut folder = String::new();
    for c in catalog.chars() {
        if matches!(c, '?' | '#') {
            break;
        }
        folder.push(c);
    }
    if let Some(stem) = folder.strip_suffix(".json") {
        let length = stem.len();
        folder.truncate(length);
    }
    folder.push_str(".series/");
    folder
}

/// The file `index.json` of the folder of series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeriesRoot {
    /// How many hexadecimal digits the names of the index files have.
    digits: u8,
}

object_schema!(ROOT {
    "format": true,
    "digits": true,
});

impl SeriesRoot {
    /// The name of the root file in the folder of series.
    pub const FILE: &'static str = "index.json";

    /// Makes the root for a number of agencies.
    pub fn for_agencies(agencies: usize) -> SeriesRoot {
        let mut digits = 0;
        let mut held = AGENCIES_PER_FILE;
        while held < agencies && digits < MAX_DIGITS {
            digits += 1;
            held = held.saturating_mul(16);
        }
        SeriesRoot { digits }
    }

    /// Reads the root file.
    ///
    /// # Errors
    /// The first problem, with its path.
    pub fn read(text: &str) -> Result<SeriesRoot, CatalogError> {
        let mut root = SeriesRoot::default();
        read_object(text, ROOT, ROOT_FORMAT, &mut |pull, _| {
            let at = pull.at();
            root.digits = match pull.whole(ExpectedValue::Digits)? {
                digits @ 0..=6 => digits as u8,
                _ => return Err(invalid(ExpectedValue::Digits, at)),
            };
            Ok(())
        })?;
        Ok(root)
    }

    /// Writes the root file.
    pub fn write(self) -> String {
        format!(
            "{{\"format\":\"{ROOT_FORMAT}\",\"digits\":{}}}\n",
            self.digits
        )
    }

    /// Returns all index files, relative to the folder of series.
    pub fn index_files(self) -> impl Iterator<Item = String> {
        let first = u32::from(self.digits).saturating_mul(4);
        (0..1_u32 << first).map(move |number| {
            let hash = number.checked_shl(32_u32.saturating_sub(first));
            self.file_of(hash.unwrap_or_default())
        })
    }

    /// Returns the index file that has the agency, relative to the folder of series: the first digits of
    /// the name's hash.
    ///
    /// The name alone decides, since a report may lack the code that the catalogue knows from another
    /// report of the same agency.
    pub fn index_file(self, agency: &str) -> String {
        self.file_of(fnv1a(agency))
    }

    fn file_of(self, hash: u32) -> String {
        let mut file = String::from("index/");
        if self.digits == 0 {
            file.push_str("all");
        }
        for digit in 0..u32::from(self.digits) {
            let nibble = (hash >> 28_u32.saturating_sub(digit.saturating_mul(4))) & 15;
            file.push(char::from_digit(nibble, 16).unwrap_or('0'));
        }
        file.push_str(".json");
        file
    }
}

/// The 32-bit FNV-1a hash of a text in UTF-8: fixed for ever, since file names follow from it.
fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// A file of the folder of series, and the hash that it must have.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileReference {
    /// The path relative to the folder of series.
    pub file: String,
    /// The SHA-384 of the file, in base64.
    pub sha384: String,
}

/// What an index says of an agency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexEntry {
    /// The name of the agency.
    pub name: String,
    /// Its division code.
    pub code: Option<String>,
    /// The file of its series.
    pub series: FileReference,
    /// The position of the file of its peers in [`SeriesIndex::peers`]; `None` if the catalogue does not
    /// know its group or its kind.
    peers: Option<usize>,
}

/// An index file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesIndex {
    /// The files of peers that its agencies have.
    peers: Vec<FileReference>,
    entries: Vec<IndexEntry>,
}

object_schema!(INDEX {
    "format": true,
    "peers": true,
    "places": true,
});
object_schema!(FILE {
    "file": true,
    "sha384": true,
});
object_schema!(PLACE {
    "name": true,
    "code": true,
    "file": true,
    "sha384": true,
    "peers": true,
});

impl SeriesIndex {
    /// Adds an agency with its files.
    pub fn push(
        &mut self,
        agency: &AgencyEntry,
        series: FileReference,
        peers: Option<&FileReference>,
    ) {
        let peers = peers.map(|peers| {
            let known = self.peers.iter().position(|known| known == peers);
            known.unwrap_or_else(|| {
                self.peers.push(peers.clone());
                self.peers.len().saturating_sub(1)
            })
        });
        self.entries.push(IndexEntry {
            name: agency.name.clone(),
            code: agency.code.clone(),
            series,
            peers,
        });
    }

    /// Reads an index file.
    ///
    /// # Errors
    /// The first problem, with its path.
    pub fn read(text: &str) -> Result<SeriesIndex, CatalogError> {
        let mut index = SeriesIndex::default();
        let mut first_at = 0;
        read_object(text, INDEX, INDEX_FORMAT, &mut |pull, field| {
            if field == 1 {
                let peers = &mut index.peers;
                return pull
                    .list(&mut |pull, _| {
                        peers.push(read_reference(pull)?);
                        Ok(())
                    })
                    .map(|_| ());
            }
            first_at = pull.at();
            let entries = &mut index.entries;
            pull.list(&mut |pull, _| {
                entries.push(read_entry(pull)?);
                Ok(())
            })
            .map(|_| ())
        })?;
        let length = index.peers.len();
        let is_beyond = |entry: &IndexEntry| entry.peers.is_some_and(|peers| peers >= length);
        if index.entries.iter().any(is_beyond) {
            let fault = invalid(ExpectedValue::Group, first_at);
            return Err(fault.field("peers").into_error(text));
        }
        Ok(index)
    }

    /// Writes the index file. The same agencies in the same order always give the same bytes.
    pub fn write(&self) -> String {
        let mut json = String::from("{\"format\":");
        quote(INDEX_FORMAT, &mut json);
        json.push_str(",\n\"peers\":");
        list(&self.peers, &mut json, |peers, json| {
            json.push_str("\n{\"file\":");
            quote(&peers.file, json);
            json.push_str(",\"sha384\":");
            quote(&peers.sha384, json);
            json.push('}');
        });
        json.push_str(",\n\"places\":");
        list(&self.entries, &mut json, |entry, json| {
            json.push_str("\n{\"name\":");
            quote(&entry.name, json);
            json.push_str(",\"code\":");
            match &entry.code {
                Some(code) => quote(code, json),
                None => json.push_str("null"),
            }
            json.push_str(",\"file\":");
            quote(&entry.series.file, json);
            json.push_str(",\"sha384\":");
            quote(&entry.series.sha384, json);
            json.push_str(",\"peers\":");
            match entry.peers {
                Some(peers) => json.push_str(&peers.to_string()),
                None => json.push_str("null"),
            }
            json.push('}');
        });
        json.push_str("}\n");
        json
    }

    /// Finds the agency of a report by the name and the code that the report states. As in a catalogue, a
    /// report without a code belongs to the only agency with its name.
    pub fn find(&self, name: &str, code: Option<&str>) -> Option<&IndexEntry> {
        let mut named = self.entries.iter().filter(|entry| entry.name == name);
        match code {
            Some(_) => named.find(|entry| entry.code.as_deref() == code),
            None => named.next().filter(|_| named.next().is_none()),
        }
    }

    /// Returns the file of an agency's peers.
    pub fn peers(&self, entry: &IndexEntry) -> Option<&FileReference> {
        self.peers.get(entry.peers?)
    }
}

fn read_entry(pull: &mut Pull<'_>) -> Result<IndexEntry, Fault> {
    let mut entry = IndexEntry::default();
    pull.object(PLACE, &mut |pull, field| {
        match PLACE.names.get(field).copied().unwrap_or_default() {
            "name" => entry.name = pull.text(ExpectedValue::Text)?.into_owned(),
            "code" => {
                if !pull.null()? {
                    entry.code = Some(pull.text(ExpectedValue::Text)?.into_owned());
                }
            }
            "file" => entry.series.file = read_file(pull)?,
            "sha384" => entry.series.sha384 = read_hash(pull)?,
            _ => {
                if !pull.null()? {
                    let at = pull.at();
                    let peers = usize::try_from(pull.whole(ExpectedValue::Group)?);
                    let peers = peers.map_err(|_| invalid(ExpectedValue::Group, at))?;
                    entry.peers = Some(peers);
                }
            }
        }
        Ok(())
    })?;
    Ok(entry)
}

fn read_reference(pull: &mut Pull<'_>) -> Result<FileReference, Fault> {
    let mut one = FileReference::default();
    pull.object(FILE, &mut |pull, field| {
        match field {
            0 => one.file = read_file(pull)?,
            _ => one.sha384 = read_hash(pull)?,
        }
        Ok(())
    })?;
    Ok(one)
}

fn read_file(pull: &mut Pull<'_>) -> Result<String, Fault> {
    let at = pull.at();
    let file = pull.text(ExpectedValue::Path)?;
    if is_safe_path(&file) {
        Ok(file.into_owned())
    } else {
        Err(invalid(ExpectedValue::Path, at))
    }
}

pub(super) fn invalid(expected: ExpectedValue, at: usize) -> Fault {
    Fault::new(CatalogProblem::InvalidValue(expected), at)
}

/// Reads a file that is one object, whose first field in the schema is its format.
pub(super) fn read_object(
    text: &str,
    schema: ObjectSchema,
    format: &'static str,
    put: &mut dyn FnMut(&mut Pull<'_>, usize) -> Result<(), Fault>,
) -> Result<(), CatalogError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut pull = Pull::new(text);
    let read = pull.object(schema, &mut |pull, field| {
        if field > 0 {
            return put(pull, field);
        }
        let at = pull.at();
        if pull.text(ExpectedValue::Text)? == format {
            Ok(())
        } else {
            Err(Fault::new(CatalogProblem::Format(format), at))
        }
    });
    read.and_then(|()| pull.end())
        .map_err(|fault| fault.into_error(text))
}

/// Why a series file is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeriesError {
    /// It is not a valid catalogue.
    Invalid(CatalogError),
    /// It is of another agency, or of several; holds the name of the first, if it has any.
    OtherAgency(Option<String>),
}

/// Reads a series file: a catalogue with exactly one agency, which must be that of the entry. The
/// agency's index in it is 0. Paths of reports are relative to the folder of the whole catalogue.
///
/// # Errors
/// Why the file is not used.
pub fn read_series(text: &str, entry: &IndexEntry) -> Result<Catalog, SeriesError> {
    let catalog = Catalog::read(text).map_err(SeriesError::Invalid)?;
    match catalog.agencies() {
        [only] if only.name == entry.name && only.code == entry.code => Ok(catalog),
        other => {
            let name = other.first().map(|agency| agency.name.clone());
            Err(SeriesError::OtherAgency(name))
        }
    }
}

//! The ZIP archive of a Word file. Nothing is ever written to disk.

use super::{MAIN_PART, damaged};
use crate::{ImportError, Resource, encoding};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest size of an unpacked part, in bytes.
const MAX_UNPACKED: usize = 64 << 20;

/// The signature of a ZIP64 locator, which only archives with more than 65,535 entries need. Reading such
/// a directory takes more memory than the file has bytes.
const ZIP64_LOCATOR: &[u8] = b"PK\x06\x07";
/// The largest distance of the locator from the end: before a comment of 64 KB.
const TAIL: usize = (64 << 10) + 64;

pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let tail = bytes.get(bytes.len().saturating_sub(TAIL)..);
        let mut windows = tail.unwrap_or_default().windows(ZIP64_LOCATOR.len());
        if windows.any(|window| window == ZIP64_LOCATOR) {
            return Err(damaged("zip"));
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Package { archive }),
            Err(error) => Err(import_error(&error, "zip")),
        }
    }

    /// The name of the main document part, which some programs number.
    pub fn main_part(&self) -> Option<String> {
        let is_main_part = |name: &str| {
            let number = name
                .strip_prefix("word/document")
                .and_then(|name| name.strip_suffix(".xml"));
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if self.archive.index_for_name(MAIN_PART).is_some() {
            return Some(MAIN_PART.to_owned());
        }
        let mut names = self.archive.file_names().filter_map(Result::ok);
        names
            .find(|name| is_main_part(name))
            .map(|name| name.into_owned())
    }

    /// Reads a part as text. Its size is checked while unpacking, because the stated size is not reliable.
    pub fn read(&mut self, name: &str) -> Result<String, ImportError> {
        let part = self.archive.by_name(name);
        let part = part.map_err(|error| import_error(&error, name))?;
        let most = u64::try_from(MAX_UNPACKED).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let read = part.take(most.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() > MAX_UNPACKED {
            return Err(ImportError::TooMany {
                what: Resource::UnpackedBytes,
                limit: MAX_UNPACKED,
            });
        }
        read.map_err(|_| damaged(name))?;
        Ok(encoding::decode(&bytes)?.into_owned())
    }
}

fn import_error(error: &ZipError, part: &str) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ImportError::Encrypted,
        _ => damaged(part),
    }
}

//! The archive that a Word file is. Nothing of it is ever written to a disk.

use super::{TEXT, damaged};
use crate::{ImportError, Resource, encoding};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What one part may unpack to, in bytes.
const UNPACKED: usize = 64 << 20;

/// A list of contents beyond 65,535 entries has this mark; reading one takes more memory than the
/// file has bytes, and no report needs it.
const LONG_LIST: &[u8] = b"PK\x06\x07";
/// Where such a mark stands at the earliest, from the end: before a comment of 64 KB.
const TAIL: usize = (64 << 10) + 64;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let tail = bytes.get(bytes.len().saturating_sub(TAIL)..);
        let mut windows = tail.unwrap_or_default().windows(LONG_LIST.len());
        if windows.any(|window| window == LONG_LIST) {
            return Err(damaged("zip"));
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Package { archive }),
            Err(error) => Err(refused(&error, "zip")),
        }
    }

    /// The part with the text; some programs number it.
    pub fn text_part(&self) -> Option<String> {
        let is_text = |name: &str| {
            let number = name
                .strip_prefix("word/document")
                .and_then(|name| name.strip_suffix(".xml"));
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if self.archive.index_for_name(TEXT).is_some() {
            return Some(TEXT.to_owned());
        }
        let mut names = self.archive.file_names().filter_map(Result::ok);
        names
            .find(|name| is_text(name))
            .map(|name| name.into_owned())
    }

    /// A part as text, counted while it is unpacked: what it says of its own size is not believed.
    pub fn read(&mut self, name: &str) -> Result<String, ImportError> {
        let part = self.archive.by_name(name);
        let part = part.map_err(|error| refused(&error, name))?;
        let most = u64::try_from(UNPACKED).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let read = part.take(most.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() > UNPACKED {
            return Err(ImportError::TooMany {
                what: Resource::UnpackedBytes,
                limit: UNPACKED,
            });
        }
        read.map_err(|_| damaged(name))?;
        Ok(encoding::decode(&bytes)?.into_owned())
    }
}

fn refused(error: &ZipError, part: &str) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ImportError::Encrypted,
        _ => damaged(part),
    }
}

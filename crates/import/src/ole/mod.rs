//! OLE compound files, in which the old formats of office programs keep their streams.

pub(crate) mod properties;

use crate::{ImportError, Resource};
use std::io::{Cursor, Read};

/// The largest stream that is read, in bytes.
const MAX_STREAM: usize = 64 << 20;

/// A compound file.
pub(crate) struct CompoundFile<'a> {
    file: cfb::CompoundFile<Cursor<&'a [u8]>>,
}

impl<'a> CompoundFile<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        match cfb::CompoundFile::open(Cursor::new(bytes)) {
            Ok(file) => Ok(CompoundFile { file }),
            Err(_) => Err(damaged("OLE")),
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    /// Reads a stream. Its stated length is not trusted.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, ImportError> {
        let stream = self.file.open_stream(name).map_err(|_| damaged(name))?;
        let most = u64::try_from(MAX_STREAM).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let read = stream.take(most.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() > MAX_STREAM {
            return Err(ImportError::TooMany {
                what: Resource::UnpackedBytes,
                limit: MAX_STREAM,
            });
        }
        read.map_err(|_| damaged(name))?;
        Ok(bytes)
    }
}

pub(crate) fn damaged(part: &str) -> ImportError {
    let part = part.trim_matches('\u{5}').to_owned();
    ImportError::Damaged { part }
}

/// Reads little-endian numbers at positions that may be outside.
pub(crate) trait LittleEndian {
    fn u8_at(&self, at: usize) -> Option<u8>;
    fn u16_at(&self, at: usize) -> Option<u16>;
    fn u32_at(&self, at: usize) -> Option<u32>;
    /// The bytes from `at` on, `length` of them.
    fn part(&self, at: usize, length: usize) -> Option<&[u8]>;

    fn i16_at(&self, at: usize) -> Option<i16> {
        self.u16_at(at).map(u16::cast_signed)
    }

    /// A 32-bit position or size.
    fn size_at(&self, at: usize) -> Option<usize> {
        usize::try_from(self.u32_at(at)?).ok()
    }
}

impl LittleEndian for [u8] {
    fn u8_at(&self, at: usize) -> Option<u8> {
        self.get(at).copied()
    }

    fn u16_at(&self, at: usize) -> Option<u16> {
        let bytes = self.part(at, 2)?;
        Some(u16::from_le_bytes(bytes.try_into().ok()?))
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        let bytes = self.part(at, 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    fn part(&self, at: usize, length: usize) -> Option<&[u8]> {
        self.get(at..at.checked_add(length)?)
    }
}

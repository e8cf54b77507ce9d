//! The records of a stream.

use crate::ole::LittleEndian;

#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub id: u16,
    pub data: &'a [u8],
}

/// The records up to the first that is cut off.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn of(stream: &'a [u8]) -> Self {
        Records { rest: stream }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let id = self.rest.u16_at(0)?;
        let length = usize::from(self.rest.u16_at(2)?);
        let data = self.rest.part(4, length)?;
        self.rest = self.rest.get(4 + length..).unwrap_or_default();
        Some(Record { id, data })
    }
}

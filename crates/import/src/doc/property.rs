//! Single property modifiers: a number that names a property, and its value ([MS-DOC] 2.2.5).

use crate::ole::LittleEndian;

/// A property and its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Property<'a> {
    pub number: u16,
    pub value: &'a [u8],
}

impl Property<'_> {
    pub fn byte(&self) -> u8 {
        self.value.u8_at(0).unwrap_or_default()
    }

    pub fn short(&self) -> u16 {
        self.value.u16_at(0).unwrap_or_default()
    }
}

pub(super) const TABLE_DEFINITION: u16 = 0xd608;
const TABS: u16 = 0xc615;

/// The properties in a list, up to the first that is cut off.
pub(super) struct Properties<'a> {
    rest: &'a [u8],
}

impl<'a> Properties<'a> {
    pub fn of(list: &'a [u8]) -> Self {
        Properties { rest: list }
    }
}

impl<'a> Iterator for Properties<'a> {
    type Item = Property<'a>;

    fn next(&mut self) -> Option<Property<'a>> {
        let number = self.rest.u16_at(0)?;
        let variable = || self.rest.u8_at(2).map(usize::from);
        // Where the value begins, and how long it is.
        let (at, length) = match (number, number >> 13) {
            (TABLE_DEFINITION, _) => {
                let length = usize::from(self.rest.u16_at(2)?);
                (4, length.saturating_sub(1))
            }
            (TABS, _) if variable() == Some(255) => {
                let deleted = usize::from(self.rest.u8_at(3)?) * 4;
                let added = usize::from(self.rest.u8_at(4 + deleted)?) * 3;
                (3, 2 + deleted + added)
            }
            (_, 0 | 1) => (2, 1),
            (_, 2 | 4 | 5) => (2, 2),
            (_, 3) => (2, 4),
            (_, 7) => (2, 3),
            _ => (3, variable()?),
        };
        let value = self.rest.part(at, length)?;
        self.rest = self.rest.get(at + length..).unwrap_or_default();
        Some(Property { number, value })
    }
}

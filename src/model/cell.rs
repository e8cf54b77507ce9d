//! One printed cell of a statutory table, and the seven-cell rows of section three.

use serde::de::{Deserializer, Error, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// A cell as printed. The four states are never the same thing: a blank is not a zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The file has no such field (an edition without the column, a row that was left out).
    #[default]
    Missing,
    /// Printed empty; JSON `null`.
    Blank,
    /// Printed as `/`, `-`, `—`, `无`; JSON `"/"`.
    NotApplicable,
    /// A whole number. Only a change from last year may be negative.
    Count(i64),
}

impl Cell {
    /// The number, where one is printed.
    pub fn count(self) -> Option<i64> {
        match self {
            Cell::Count(n) => Some(n),
            _ => None,
        }
    }

    pub fn is_missing(&self) -> bool {
        *self == Cell::Missing
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Missing | Cell::Blank => to.serialize_unit(),
            Cell::NotApplicable => to.serialize_str("/"),
            Cell::Count(n) => to.serialize_i64(*n),
        }
    }
}

struct CellVisitor {
    signed: bool,
}

impl Visitor<'_> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.signed { "change" } else { "count" })
    }

    fn visit_unit<E: Error>(self) -> Result<Cell, E> {
        Ok(Cell::Blank)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
        match text {
            "/" => Ok(Cell::NotApplicable),
            other => Err(E::invalid_type(Unexpected::Str(other), &self)),
        }
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<Cell, E> {
        if n < 0 && !self.signed {
            return Err(E::invalid_value(Unexpected::Signed(n), &self));
        }
        Ok(Cell::Count(n))
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Cell, E> {
        match i64::try_from(n) {
            Ok(n) => Ok(Cell::Count(n)),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(n), &self)),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Cell, D::Error> {
        from.deserialize_any(CellVisitor { signed: false })
    }
}

/// For the change from last year, the one cell that may be negative.
pub(super) fn change<'de, D: Deserializer<'de>>(from: D) -> Result<Cell, D::Error> {
    from.deserialize_any(CellVisitor { signed: true })
}

/// A row of section three: 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row(pub [Cell; 7]);

impl Row {
    /// The six kinds of applicant, in the form's order.
    pub fn applicants(&self) -> &[Cell] {
        let [applicants @ .., _] = &self.0;
        applicants
    }

    /// The 总计 column as printed.
    pub fn total(&self) -> Cell {
        let [.., total] = self.0;
        total
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Row, A::Error> {
        let mut row = Row::default();
        let mut length = 0;
        for cell in &mut row.0 {
            match seq.next_element()? {
                Some(value) => *cell = value,
                None => return Err(A::Error::invalid_length(length, &self)),
            }
            length += 1;
        }
        while seq.next_element::<Cell>()?.is_some() {
            length += 1;
        }
        match length {
            7 => Ok(row),
            other => Err(A::Error::invalid_length(other, &self)),
        }
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Row, D::Error> {
        from.deserialize_any(RowVisitor)
    }
}

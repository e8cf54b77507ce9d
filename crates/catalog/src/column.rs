//! The values of one measure, side by side in as few bytes as they need.

use super::number::Number;
use super::value::{Kind, Value};
use gongkai_model::Cell;
use std::collections::BTreeMap;

/// Cells in the narrowest integers that hold them; each type's three lowest numbers are the states
/// that are none.
#[derive(Clone, Debug)]
enum Cells {
    Two(Vec<i16>),
    Four(Vec<i32>),
    Eight(Vec<i64>),
}

macro_rules! packed {
    ($($pack:ident $unpack:ident $type:ty),+) => {$(
        /// `None` where the type is too narrow.
        fn $pack(cell: Cell) -> Option<$type> {
            match cell {
                Cell::Missing => Some(<$type>::MIN),
                Cell::Blank => Some(<$type>::MIN + 1),
                Cell::NotApplicable => Some(<$type>::MIN + 2),
                Cell::Count(count) => <$type>::try_from(count)
                    .ok()
                    .filter(|count| *count > <$type>::MIN + 2),
            }
        }

        fn $unpack(packed: $type) -> Cell {
            match packed.wrapping_sub(<$type>::MIN) {
                0 => Cell::Missing,
                1 => Cell::Blank,
                2 => Cell::NotApplicable,
                _ => Cell::Count(i64::from(packed)),
            }
        }
    )+};
}

packed!(pack_two unpack_two i16, pack_four unpack_four i32, pack_eight unpack_eight i64);

impl Cells {
    fn len(&self) -> usize {
        match self {
            Cells::Two(cells) => cells.len(),
            Cells::Four(cells) => cells.len(),
            Cells::Eight(cells) => cells.len(),
        }
    }

    fn get(&self, index: usize) -> Cell {
        let cell = match self {
            Cells::Two(cells) => cells.get(index).copied().map(unpack_two),
            Cells::Four(cells) => cells.get(index).copied().map(unpack_four),
            Cells::Eight(cells) => cells.get(index).copied().map(unpack_eight),
        };
        cell.unwrap_or_default()
    }

    /// Whether the cell could be held.
    fn push(&mut self, cell: Cell) -> bool {
        loop {
            let is_in = match self {
                Cells::Two(cells) => pack_two(cell).map(|cell| cells.push(cell)),
                Cells::Four(cells) => pack_four(cell).map(|cell| cells.push(cell)),
                Cells::Eight(cells) => {
                    return pack_eight(cell).map(|cell| cells.push(cell)).is_some();
                }
            };
            if is_in.is_some() {
                return true;
            }
            self.widen();
        }
    }

    fn widen(&mut self) {
        let cells = (0..self.len()).map(|index| self.get(index));
        *self = match self {
            Cells::Two(_) => Cells::Four(cells.filter_map(pack_four).collect()),
            _ => Cells::Eight(cells.filter_map(pack_eight).collect()),
        };
    }

    fn bytes(&self) -> usize {
        let each = match self {
            Cells::Two(_) => 2,
            Cells::Four(_) => 4,
            Cells::Eight(_) => 8,
        };
        self.len().saturating_mul(each)
    }

    /// Without room to grow.
    fn shrink(&mut self) {
        match self {
            Cells::Two(cells) => cells.shrink_to_fit(),
            Cells::Four(cells) => cells.shrink_to_fit(),
            Cells::Eight(cells) => cells.shrink_to_fit(),
        }
    }
}

/// Numbers with what stands beside them: a hedge, a unit, decimal places.
#[derive(Clone, Debug)]
pub(super) struct Column {
    cells: Cells,
    /// For each cell its kind's place in `kinds`; empty where all are plain counts.
    tags: Vec<u32>,
    kinds: Vec<Kind>,
    /// Where a kind stands in `kinds`, while the column grows.
    known: BTreeMap<Kind, u32>,
}

impl Default for Column {
    fn default() -> Column {
        Column {
            cells: Cells::Two(Vec::new()),
            tags: Vec::new(),
            kinds: vec![Kind::Plain],
            known: BTreeMap::new(),
        }
    }
}

impl Column {
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell that is no number, or a plain count; whether it could be held.
    #[must_use]
    pub fn push(&mut self, cell: Cell) -> bool {
        let is_in = self.cells.push(cell);
        if is_in && !self.tags.is_empty() {
            self.tags.push(0);
        }
        is_in
    }

    /// A number with its kind; whether it could be held.
    #[must_use]
    pub fn push_kind(&mut self, digits: i64, kind: Kind) -> bool {
        if kind == Kind::Plain {
            return self.push(Cell::Count(digits));
        }
        if !self.cells.push(Cell::Count(digits)) {
            return false;
        }
        let next = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        let tag = *self.known.entry(kind.clone()).or_insert(next);
        if tag == next {
            self.kinds.push(kind);
        }
        self.tags.resize(self.cells.len().saturating_sub(1), 0);
        self.tags.push(tag);
        true
    }

    /// To be called when the last value is in.
    pub fn close(&mut self) {
        self.cells.shrink();
        self.tags.shrink_to_fit();
        self.kinds.shrink_to_fit();
        self.known = BTreeMap::new();
    }

    fn kind(&self, index: usize) -> &Kind {
        let tag = self.tags.get(index).copied().unwrap_or_default();
        let kind = self.kinds.get(usize::try_from(tag).unwrap_or_default());
        kind.unwrap_or(&Kind::Plain)
    }

    /// The state, or the digits without what stands beside them.
    pub fn cell(&self, index: usize) -> Cell {
        self.cells.get(index)
    }

    /// `None` where there is no number to compare.
    pub fn number(&self, index: usize) -> Option<Number> {
        let digits = self.cells.get(index).count()?;
        self.kind(index).number(digits)
    }

    pub fn value(&self, index: usize) -> Value {
        match self.cells.get(index) {
            Cell::Count(digits) => self.kind(index).value(digits),
            other => Value::from(Some(other)),
        }
    }

    /// As JSON.
    pub fn write(&self, index: usize, json: &mut String) {
        match (self.cells.get(index), self.kind(index)) {
            (Cell::Missing, _) => json.push_str("\"\""),
            (Cell::Blank, _) => json.push_str("null"),
            (Cell::NotApplicable, _) => json.push_str("\"/\""),
            (Cell::Count(digits), Kind::Plain) => json.push_str(&digits.to_string()),
            (Cell::Count(digits), kind) => super::write::quote(&kind.text(digits), json),
        }
    }

    /// What the column takes in memory, nearly.
    pub fn bytes(&self) -> usize {
        let tags = self.tags.len().saturating_mul(size_of::<u32>());
        let kinds = self.kinds.len().saturating_mul(size_of::<Kind>());
        self.cells
            .bytes()
            .saturating_add(tags)
            .saturating_add(kinds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = Cell> {
        prop_oneof![
            Just(Cell::Missing),
            Just(Cell::Blank),
            Just(Cell::NotApplicable),
            (-40_000..40_000_i64).prop_map(Cell::Count),
            any::<i32>().prop_map(|count| Cell::Count(i64::from(count))),
            any::<i64>().prop_map(Cell::Count),
            (i64::from(i16::MIN)..i64::from(i16::MIN) + 5).prop_map(Cell::Count),
            (i64::from(i32::MIN)..i64::from(i32::MIN) + 5).prop_map(Cell::Count),
            (i64::MIN..i64::MIN + 5).prop_map(Cell::Count),
        ]
    }

    proptest! {
        #[test]
        fn a_column_gives_back_what_went_in(cells in prop::collection::vec(cell(), 0..60)) {
            let mut column = Column::default();
            let mut held = Vec::new();
            for cell in cells {
                let is_in = column.push(cell);
                prop_assert_eq!(is_in, cell.count().is_none_or(|count| count > i64::MIN + 2));
                if is_in {
                    held.push(cell);
                }
            }
            column.close();
            let read: Vec<Cell> = (0..column.len()).map(|index| column.cell(index)).collect();
            prop_assert_eq!(read, held);
        }
    }

    #[test]
    fn kinds_stay_with_their_numbers() {
        let mut column = Column::default();
        let stated = Kind::read_stated("over 3200 条").expect("a count");
        assert!(column.push(Cell::Blank) && column.push(Cell::Count(7)));
        assert!(column.push_kind(stated.0, stated.1.clone()));
        assert!(column.push(Cell::NotApplicable) && column.push_kind(5, Kind::Plain));
        column.close();
        let values: Vec<Value> = (0..column.len()).map(|index| column.value(index)).collect();
        let wanted = [
            Value::Blank,
            Value::Count(7),
            stated.1.value(stated.0),
            Value::NotApplicable,
            Value::Count(5),
        ];
        assert_eq!(values, wanted);
    }
}

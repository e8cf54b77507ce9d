//! The values of one measure in a column, packed into as few bytes as they need.

use super::number::Number;
use super::value::{Notation, Value};
use gongkai_model::Cell;
use std::collections::BTreeMap;

/// Cells in the narrowest integers that hold all of them. The three lowest numbers of each type
/// stand for the three states without a number.
#[derive(Clone, Debug)]
enum PackedCells {
    Two(Vec<i16>),
    Four(Vec<i32>),
    Eight(Vec<i64>),
}

macro_rules! packed {
    ($($pack:ident $unpack:ident $type:ty),+) => {$(
        /// Packs a cell; `None` if the type is too narrow.
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

impl PackedCells {
    fn len(&self) -> usize {
        match self {
            PackedCells::Two(cells) => cells.len(),
            PackedCells::Four(cells) => cells.len(),
            PackedCells::Eight(cells) => cells.len(),
        }
    }

    fn get(&self, index: usize) -> Cell {
        let cell = match self {
            PackedCells::Two(cells) => cells.get(index).copied().map(unpack_two),
            PackedCells::Four(cells) => cells.get(index).copied().map(unpack_four),
            PackedCells::Eight(cells) => cells.get(index).copied().map(unpack_eight),
        };
        cell.unwrap_or_default()
    }

    /// Appends a cell; `false` if even 64 bits are too narrow.
    fn push(&mut self, cell: Cell) -> bool {
        loop {
            let is_in = match self {
                PackedCells::Two(cells) => pack_two(cell).map(|cell| cells.push(cell)),
                PackedCells::Four(cells) => pack_four(cell).map(|cell| cells.push(cell)),
                PackedCells::Eight(cells) => {
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
            PackedCells::Two(_) => PackedCells::Four(cells.filter_map(pack_four).collect()),
            _ => PackedCells::Eight(cells.filter_map(pack_eight).collect()),
        };
    }

    fn bytes(&self) -> usize {
        let each = match self {
            PackedCells::Two(_) => 2,
            PackedCells::Four(_) => 4,
            PackedCells::Eight(_) => 8,
        };
        self.len().saturating_mul(each)
    }

    /// Frees the spare capacity.
    fn shrink(&mut self) {
        match self {
            PackedCells::Two(cells) => cells.shrink_to_fit(),
            PackedCells::Four(cells) => cells.shrink_to_fit(),
            PackedCells::Eight(cells) => cells.shrink_to_fit(),
        }
    }
}

/// A column of numbers, each with its notation: a hedge, a unit, decimal places.
#[derive(Clone, Debug)]
pub(super) struct MeasureColumn {
    cells: PackedCells,
    /// For each cell the index of its notation in `notations`; empty if all are plain counts.
    tags: Vec<u32>,
    notations: Vec<Notation>,
    /// The index of each notation in `notations`, while the column grows.
    known: BTreeMap<Notation, u32>,
}

impl Default for MeasureColumn {
    fn default() -> MeasureColumn {
        MeasureColumn {
            cells: PackedCells::Two(Vec::new()),
            tags: Vec::new(),
            notations: vec![Notation::Plain],
            known: BTreeMap::new(),
        }
    }
}

impl MeasureColumn {
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Appends a cell without a number, or a plain count; `false` if it does not fit.
    #[must_use]
    pub fn push(&mut self, cell: Cell) -> bool {
        let is_in = self.cells.push(cell);
        if is_in && !self.tags.is_empty() {
            self.tags.push(0);
        }
        is_in
    }

    /// Appends a number with its notation; `false` if it does not fit.
    #[must_use]
    pub fn push_number(&mut self, digits: i64, notation: Notation) -> bool {
        if notation == Notation::Plain {
            return self.push(Cell::Count(digits));
        }
        if !self.cells.push(Cell::Count(digits)) {
            return false;
        }
        let next = u32::try_from(self.notations.len()).unwrap_or(u32::MAX);
        let tag = *self.known.entry(notation.clone()).or_insert(next);
        if tag == next {
            self.notations.push(notation);
        }
        self.tags.resize(self.cells.len().saturating_sub(1), 0);
        self.tags.push(tag);
        true
    }

    /// Appends a value of another column of the same measure, which holds it, so that it fits.
    pub fn push_from(&mut self, other: &MeasureColumn, index: usize) {
        let _ = match other.cell(index) {
            Cell::Count(digits) => self.push_number(digits, other.notation(index).clone()),
            cell => self.push(cell),
        };
    }

    /// Frees what only appending needs. Called after the last value.
    pub fn close(&mut self) {
        self.cells.shrink();
        self.tags.shrink_to_fit();
        self.notations.shrink_to_fit();
        self.known = BTreeMap::new();
    }

    /// Returns how the number is written.
    pub fn notation(&self, index: usize) -> &Notation {
        let tag = self.tags.get(index).copied().unwrap_or_default();
        let notation = self.notations.get(usize::try_from(tag).unwrap_or_default());
        notation.unwrap_or(&Notation::Plain)
    }

    /// Returns the cell, without its notation.
    pub fn cell(&self, index: usize) -> Cell {
        self.cells.get(index)
    }

    /// Returns the number to compare; `None` if there is none.
    pub fn number(&self, index: usize) -> Option<Number> {
        let digits = self.cells.get(index).count()?;
        self.notation(index).number(digits)
    }

    pub fn value(&self, index: usize) -> Value {
        match self.cells.get(index) {
            Cell::Count(digits) => self.notation(index).value(digits),
            other => Value::from(Some(other)),
        }
    }

    /// Appends the value as JSON.
    pub fn write_json(&self, index: usize, json: &mut String) {
        match (self.cells.get(index), self.notation(index)) {
            (Cell::Missing, _) => json.push_str("\"\""),
            (Cell::Blank, _) => json.push_str("null"),
            (Cell::NotApplicable, _) => json.push_str("\"/\""),
            (Cell::Count(digits), Notation::Plain) => json.push_str(&digits.to_string()),
            (Cell::Count(digits), notation) => super::write::quote(&notation.text(digits), json),
        }
    }

    /// Estimates the column's size in memory.
    pub fn bytes(&self) -> usize {
        let tags = self.tags.len().saturating_mul(size_of::<u32>());
        let notations = self.notations.len().saturating_mul(size_of::<Notation>());
        self.cells
            .bytes()
            .saturating_add(tags)
            .saturating_add(notations)
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
            let mut column = MeasureColumn::default();
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
        let mut column = MeasureColumn::default();
        let stated = Notation::read_stated("over 3200 条").expect("a count");
        assert!(column.push(Cell::Blank) && column.push(Cell::Count(7)));
        assert!(column.push_number(stated.0, stated.1.clone()));
        assert!(column.push(Cell::NotApplicable) && column.push_number(5, Notation::Plain));
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

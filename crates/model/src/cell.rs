//! One printed cell of a statutory table, and the seven-cell rows of section three.

use super::error::{Expected, Failure, Problem};
use super::node::{JsonType, Node, Read, Shape};
use serde::{Serialize, Serializer};

/// A cell as printed. Its states are never mixed: a blank is not a zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The file lacks the field, because its edition has no such column or the row was left out.
    #[default]
    Missing,
    /// Printed empty; JSON `null`.
    Blank,
    /// Printed as `/`, `-`, `—`, `无`; JSON `"/"`.
    NotApplicable,
    /// An integer. Only a change from last year may be negative.
    Count(i64),
}

impl Cell {
    /// The number; `None` if none is printed.
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

fn read_cell(node: Node<'_>, expected: Expected) -> Result<Cell, Failure> {
    match node.json_type() {
        JsonType::Null => Ok(Cell::Blank),
        JsonType::Text if node.is_slash() => Ok(Cell::NotApplicable),
        _ => match node.integer(expected)? {
            ..0 if expected == Expected::Count => Err(Failure::new(Problem::Negative)),
            n => Ok(Cell::Count(n)),
        },
    }
}

impl Read for Cell {
    const REQUIRED: bool = false;

    fn read(node: Node<'_>) -> Result<Cell, Failure> {
        read_cell(node, Expected::Count)
    }

    fn is_absent(&self) -> bool {
        self.is_missing()
    }
}

/// Reads the change from last year, the only cell that may be negative.
pub(super) struct Change;

impl Change {
    pub fn read(node: Node<'_>) -> Result<Cell, Failure> {
        read_cell(node, Expected::Change)
    }
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

    /// The cell of the 总计 column.
    pub fn total(&self) -> Cell {
        let [.., total] = self.0;
        total
    }
}

impl Read for Row {
    const SHAPE: &'static Shape = &Shape::Row;

    fn read(node: Node<'_>) -> Result<Row, Failure> {
        if node.json_type() != JsonType::List {
            return Err(Failure::new(Problem::WrongType(Expected::Row)));
        }
        let cells: Vec<Cell> = Read::read(node)?;
        let length = cells.len();
        match cells.try_into() {
            Ok(cells) => Ok(Row(cells)),
            Err(_) => Err(Failure::new(Problem::RowLength(length))),
        }
    }
}

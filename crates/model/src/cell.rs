//! One printed cell of a statutory table, and the seven-cell rows of section three.

use super::error::{Expected, Failure, Problem};
use super::node::{Field, JsonType, Node, Read, Shape, read_fields};
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

    /// Returns whether the file lacks the field.
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
///
/// In JSON a list of seven cells, or, if cells are missing, an object of the others by
/// [`Row::COLUMNS`]. A list could not tell a missing cell from a blank one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row(pub [Cell; 7]);

impl Row {
    /// The names of the columns in the object form, in the form's order.
    pub const COLUMNS: [&'static str; 7] = [
        "person", "business", "research", "welfare", "legal", "other", "total",
    ];

    const FIELDS: [Field; 7] = [
        Row::field("person"),
        Row::field("business"),
        Row::field("research"),
        Row::field("welfare"),
        Row::field("legal"),
        Row::field("other"),
        Row::field("total"),
    ];

    const fn field(name: &'static str) -> Field {
        Field {
            name,
            required: false,
            shape: &Shape::Plain,
        }
    }

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

    /// Whether none of its cells is missing.
    pub fn is_complete(&self) -> bool {
        !self.0.iter().any(Cell::is_missing)
    }

    /// Whether an object is a row by columns. `other` is a name of both a column and a row of 其他处理,
    /// but a cell is never a list or an object.
    pub(super) fn is_by_columns(entries: &[(String, Node<'_>)]) -> bool {
        let is_column = |(name, value): &(String, Node<'_>)| {
            Row::COLUMNS.contains(&name.as_str())
                && !matches!(value.json_type(), JsonType::List | JsonType::Object)
        };
        entries.iter().any(is_column)
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.is_complete() {
            return self.0.serialize(to);
        }
        let cells = Row::COLUMNS.iter().zip(self.0);
        to.collect_map(cells.filter(|(_, cell)| !cell.is_missing()))
    }
}

impl Read for Row {
    const SHAPE: &'static Shape = &Shape::Row;

    fn read(node: Node<'_>) -> Result<Row, Failure> {
        match node.json_type() {
            JsonType::List => {}
            JsonType::Object => return read_columns(node),
            _ => return Err(Failure::new(Problem::WrongType(Expected::Row))),
        }
        let cells: Vec<Cell> = Read::read(node)?;
        let length = cells.len();
        match cells.try_into() {
            Ok(cells) => Ok(Row(cells)),
            Err(_) => Err(Failure::new(Problem::RowLength(length))),
        }
    }
}

fn read_columns(node: Node<'_>) -> Result<Row, Failure> {
    const NAMES: &[&str] = &Row::COLUMNS;
    let mut row = Row::default();
    read_fields(node, &Row::FIELDS, NAMES, &mut |index, value| {
        if let Some(cell) = row.0.get_mut(index) {
            *cell = Cell::read(value)?;
        }
        Ok(())
    })?;
    // A row without cells is left out instead.
    if row.0.iter().all(Cell::is_missing) {
        return Err(Failure::new(Problem::RowLength(0)));
    }
    Ok(row)
}

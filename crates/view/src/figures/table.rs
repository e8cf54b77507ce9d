//! A view's numbers as a table. Cells are typed, so that screen and export can each format them.

use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell, Proactive, ProactiveColumn, ProactiveKey, Quantity};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub caption: String,
    /// The first column is for the names of rows.
    pub columns: Vec<Column>,
    pub rows: Vec<TableRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub title: String,
    pub numeric: bool,
}

impl Column {
    pub fn text(title: &str) -> Column {
        Column {
            title: title.to_owned(),
            numeric: false,
        }
    }

    pub fn number(title: &str) -> Column {
        Column {
            title: title.to_owned(),
            numeric: true,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The key of the row's mark.
    pub key: String,
    pub name: String,
    pub cells: Vec<TableCell>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    Cell(Cell),
    Change(Cell),
    Quantity(Quantity),
    Amount(Amount),
    /// A calculated number or a text, in the reader's language.
    Derived(String),
    /// The form has no such cell.
    None,
}

impl TableCell {
    /// A cell of section two.
    pub fn proactive(table: &Proactive, row: ProactiveKey, column: ProactiveColumn) -> TableCell {
        match column {
            ProactiveColumn::Amount => {
                TableCell::Amount(table.amount(row).cloned().unwrap_or_default())
            }
            ProactiveColumn::Change => TableCell::Change(table.cell(row, column)),
            _ => TableCell::Cell(table.cell(row, column)),
        }
    }

    /// The cell as shown on screen.
    pub fn shown(&self, locale: Locale) -> String {
        match self {
            TableCell::Cell(cell) => gongkai_i18n::cell(locale, *cell),
            TableCell::Change(cell) => gongkai_i18n::change(locale, *cell),
            TableCell::Quantity(quantity) => gongkai_i18n::quantity(locale, quantity),
            TableCell::Amount(amount) => gongkai_i18n::amount(locale, amount),
            TableCell::Derived(text) => text.clone(),
            TableCell::None => String::new(),
        }
    }

    /// Whether the form prints the cell; also true of blanks, but not of calculated numbers.
    pub fn is_printed(&self) -> bool {
        !matches!(self, TableCell::Derived(_) | TableCell::None)
    }

    /// Whether the file lacks the cell.
    pub fn is_missing(&self) -> bool {
        match self {
            TableCell::Cell(cell) | TableCell::Change(cell) => cell.is_missing(),
            TableCell::Amount(amount) => amount.is_missing(),
            _ => false,
        }
    }

    /// The cell in words, if screen readers would not read its sign.
    pub fn spoken(&self, locale: Locale) -> Option<String> {
        match self {
            TableCell::Cell(cell @ (Cell::Blank | Cell::NotApplicable))
            | TableCell::Change(cell @ (Cell::Blank | Cell::NotApplicable)) => {
                Some(gongkai_i18n::spoken(locale, *cell))
            }
            TableCell::Amount(Amount::Blank) => Some(gongkai_i18n::spoken(locale, Cell::Blank)),
            TableCell::Amount(Amount::NotApplicable) => {
                Some(gongkai_i18n::spoken(locale, Cell::NotApplicable))
            }
            _ => None,
        }
    }
}

//! One row for each printed cell.

use super::decimal;
use super::printed::{self, State};
use super::value::{Column, ColumnType, Value};
use gongkai_model::{Amount, Currency, Edition, Qualifier, Report};
use gongkai_view::export::ReportCell;
use gongkai_view::figures::TableCell;

pub(super) fn columns() -> Vec<Column> {
    [
        ("agency", ColumnType::Text),
        ("division_code", ColumnType::Text),
        ("year", ColumnType::Integer),
        ("edition", ColumnType::Text),
        ("section", ColumnType::Text),
        ("path", ColumnType::Text),
        ("row", ColumnType::Text),
        ("column", ColumnType::Text),
        ("printed", ColumnType::Text),
        ("value", ColumnType::Integer),
        ("unit", ColumnType::Text),
        ("amount", ColumnType::Text),
        ("amount_yuan", ColumnType::Decimal),
        ("qualifier", ColumnType::Text),
        ("low", ColumnType::Integer),
        ("high", ColumnType::Integer),
        ("file", ColumnType::Text),
    ]
    .map(|(name, column_type)| Column::new(name, column_type))
    .into()
}

/// Like [`super::for_each_row`].
pub(super) fn for_each_row<E>(
    report: &Report,
    file: Option<&str>,
    take: &mut dyn FnMut(&[Value<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    printed::for_each_cell(report, &mut |cell| take(&row(report, file, &cell)))
}

fn row<'a>(report: &'a Report, file: Option<&'a str>, cell: &'a ReportCell) -> Vec<Value<'a>> {
    let number = Number::of(&cell.value);
    vec![
        Value::text(&report.agency.name),
        Value::text_or_null(report.agency.division_code.as_deref()),
        Value::Integer(i64::from(report.year)),
        Value::text(edition(report.edition)),
        Value::text(cell.section.field()),
        Value::text(&cell.path),
        Value::text(&cell.row),
        Value::text(cell.column),
        Value::text(State::of(&cell.value).name()),
        Value::integer_or_null(number.value),
        Value::text_or_null(number.unit),
        Value::text_or_null(number.amount),
        number.yuan.map_or(Value::Null, Value::Decimal),
        Value::text_or_null(number.qualifier),
        Value::integer_or_null(number.range.map(|(low, _)| low)),
        Value::integer_or_null(number.range.map(|(_, high)| high)),
        Value::text_or_null(file),
    ]
}

/// The name of an edition in the report's JSON.
pub(super) fn edition(edition: Edition) -> &'static str {
    match edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    }
}

/// The name of a unit in the report's JSON.
pub(super) fn currency(unit: Currency) -> &'static str {
    match unit {
        Currency::Yuan => "元",
        Currency::TenThousandYuan => "万元",
        Currency::HundredMillionYuan => "亿元",
    }
}

/// The name of a qualifier in the report's JSON.
pub(super) fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Over => "over",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
    }
}

/// The numbers of a cell; a blank or a stroke has none.
#[derive(Default)]
struct Number<'a> {
    value: Option<i64>,
    unit: Option<&'a str>,
    amount: Option<&'a str>,
    yuan: Option<i128>,
    qualifier: Option<&'static str>,
    range: Option<(i64, i64)>,
}

impl<'a> Number<'a> {
    fn of(value: &'a TableCell) -> Number<'a> {
        match value {
            TableCell::Cell(cell) | TableCell::Change(cell) => Number {
                value: cell.count(),
                range: cell.count().map(|count| (count, count)),
                ..Number::default()
            },
            TableCell::Amount(Amount::Money(money)) => Number {
                unit: money.unit.map(currency),
                amount: Some(money.value.as_str()),
                yuan: decimal::scaled_yuan(money),
                ..Number::default()
            },
            TableCell::Quantity(quantity) => Number {
                value: Some(quantity.count),
                unit: quantity.unit.as_deref(),
                qualifier: quantity.qualifier.map(qualifier),
                range: Some(quantity.range()),
                ..Number::default()
            },
            _ => Number::default(),
        }
    }
}

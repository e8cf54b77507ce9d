//! One wide row for each report.
//!
//! A column is named after the path of its cell, with `_` for each dot. Rows of section three have their
//! 总计 column only. An amount has three columns: as printed, its unit, and in 元.

use super::cells::{currency, edition, qualifier};
use super::decimal;
use super::printed::{self, State};
use super::value::{Column, ColumnType, Value};
use gongkai_checks::{Finding, Tally, Verdict, check};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, Quantity,
    Report, RowKey,
};
use std::collections::BTreeSet;
use std::convert::Infallible;

pub(super) fn columns() -> Vec<Column> {
    let mut columns = Vec::new();
    columns.extend(
        [
            ("agency", ColumnType::Text),
            ("division_code", ColumnType::Text),
            ("year", ColumnType::Integer),
            ("edition", ColumnType::Text),
            ("source_url", ColumnType::Text),
            ("disclosure_total", ColumnType::Integer),
            ("disclosure_total_qualifier", ColumnType::Text),
            ("disclosure_total_unit", ColumnType::Text),
            ("disclosure_total_low", ColumnType::Integer),
            ("disclosure_total_high", ColumnType::Integer),
        ]
        .map(|(name, column_type)| Column::new(name, column_type)),
    );
    for (row, column) in section_two_cells() {
        let name = column_name(&[row.path(), ".", column.field()]);
        if column == ProactiveColumn::Amount {
            columns.push(Column::new(name.clone(), ColumnType::Text));
            columns.push(Column::new(format!("{name}_unit"), ColumnType::Text));
            columns.push(Column::new(format!("{name}_yuan"), ColumnType::Decimal));
        } else {
            columns.push(Column::new(name, ColumnType::Integer));
        }
    }
    for row in RowKey::ALL {
        columns.push(Column::new(column_name(&[row.path()]), ColumnType::Integer));
    }
    for block in BlockKey::ALL {
        for column in BlockColumn::ALL {
            let name = column_name(&[block.path(), ".", column.field()]);
            columns.push(Column::new(name, ColumnType::Integer));
        }
    }
    columns.extend(
        [
            ("checks_hold", ColumnType::Integer),
            ("checks_hold_if_blanks_are_zero", ColumnType::Integer),
            ("checks_cannot_tell", ColumnType::Integer),
            ("checks_fail", ColumnType::Integer),
            ("checks_noted", ColumnType::Integer),
            ("failing_rules", ColumnType::Integers),
            ("blank_paths", ColumnType::Texts),
            ("not_applicable_paths", ColumnType::Texts),
            ("file", ColumnType::Text),
        ]
        .map(|(name, column_type)| Column::new(name, column_type)),
    );
    columns
}

/// The cells of section two in any edition.
fn section_two_cells() -> Vec<(ProactiveKey, ProactiveColumn)> {
    let mut cells = Vec::new();
    for &row in ProactiveKey::ALL {
        for edition in [Edition::Form2019, Edition::Form2021] {
            for &column in row.columns(edition) {
                if !cells.contains(&(row, column)) {
                    cells.push((row, column));
                }
            }
        }
    }
    cells
}

fn column_name(path: &[&str]) -> String {
    path.concat().replace('.', "_")
}

pub(super) fn row<'a>(report: &'a Report, file: Option<&'a str>) -> Vec<Value<'a>> {
    let source = report.source.as_ref();
    let mut row = vec![
        Value::text(&report.agency.name),
        Value::text_or_null(report.agency.division_code.as_deref()),
        Value::Integer(i64::from(report.year)),
        Value::text(edition(report.edition)),
        Value::text_or_null(source.and_then(|source| source.url.as_deref())),
    ];
    let disclosure = report.disclosure.as_ref();
    push_total(
        disclosure.and_then(|section| section.total.as_ref()),
        &mut row,
    );
    let cell = |cell: Option<Cell>| Value::integer_or_null(cell.and_then(Cell::count));
    let proactive = report.proactive.as_ref();
    for (key, column) in section_two_cells() {
        if column == ProactiveColumn::Amount {
            let amount = proactive.and_then(|section| section.amount(key));
            let money = amount.and_then(|amount| amount.money());
            let yuan = money.and_then(decimal::scaled_yuan);
            row.push(Value::text_or_null(money.map(|money| money.value.as_str())));
            row.push(Value::text_or_null(
                money.and_then(|money| money.unit).map(currency),
            ));
            row.push(yuan.map_or(Value::Null, Value::Decimal));
        } else {
            row.push(cell(proactive.map(|section| section.cell(key, column))));
        }
    }
    let applications = report.applications.as_ref();
    for &key in RowKey::ALL {
        let printed = applications.and_then(|section| section.row(key));
        row.push(cell(printed.map(|row| row.of(Applicant::Total))));
    }
    let reviews = report.reviews.as_ref();
    for &block in BlockKey::ALL {
        for &column in BlockColumn::ALL {
            row.push(cell(reviews.map(|section| section.cell(block, column))));
        }
    }
    push_findings(report, &mut row);
    push_paths(report, &mut row);
    row.push(Value::text_or_null(file));
    row
}

fn push_total<'a>(total: Option<&'a Quantity>, row: &mut Vec<Value<'a>>) {
    let range = total.map(Quantity::range);
    let hedge = total.and_then(|total| total.qualifier).map(qualifier);
    row.extend([
        Value::integer_or_null(total.map(|total| total.count)),
        Value::text_or_null(hedge),
        Value::text_or_null(total.and_then(|total| total.unit.as_deref())),
        Value::integer_or_null(range.map(|(low, _)| low)),
        Value::integer_or_null(range.map(|(_, high)| high)),
    ]);
}

fn push_findings(report: &Report, row: &mut Vec<Value<'_>>) {
    let findings = check(report);
    let tally = Tally::of(&findings);
    let holds = findings.iter().filter(|one| one.verdict == Verdict::Holds);
    let counts = [
        holds.count(),
        tally.if_blanks_are_zero,
        tally.cannot_tell,
        tally.failures,
        tally.noted,
    ];
    row.extend(counts.map(|count| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))));
    let failing = findings.iter().filter(|one| Finding::is_failure(one));
    let rules: BTreeSet<i64> = failing.map(|one| i64::from(one.rule.number())).collect();
    row.push(Value::Integers(rules.into_iter().collect()));
}

fn push_paths(report: &Report, row: &mut Vec<Value<'_>>) {
    let (mut blank, mut not_applicable) = (Vec::new(), Vec::new());
    let Ok(()) = printed::for_each_cell(report, &mut |cell| {
        match State::of(&cell.value) {
            State::Blank => blank.push(cell.path),
            State::NotApplicable => not_applicable.push(cell.path),
            State::Number => {}
        }
        Ok::<(), Infallible>(())
    });
    row.push(Value::Texts(blank));
    row.push(Value::Texts(not_applicable));
}

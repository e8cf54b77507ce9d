//! One wide row a report.
//!
//! A column is named by the path of its cell with `_` for every dot; of a row of section three it
//! is the 总计 column. An amount has three columns: as printed, its unit, and in 元.

use super::cells::{currency, edition, qualifier};
use super::decimal;
use super::printed::{self, State};
use super::value::{Column, Kind, Value};
use gongkai_checks::{Finding, Tally, Verdict, check};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, Quantity,
    Report, RowKey,
};
use std::collections::BTreeSet;
use std::convert::Infallible;

pub(super) fn columns() -> Vec<Column> {
    let mut columns = Vec::new();
    let mut fixed = |names: &[(&'static str, Kind)]| {
        let named = names.iter().map(|&(name, kind)| Column::new(name, kind));
        columns.extend(named);
    };
    fixed(&[
        ("agency", Kind::Text),
        ("division_code", Kind::Text),
        ("year", Kind::Integer),
        ("edition", Kind::Text),
        ("source_url", Kind::Text),
        ("disclosure_total", Kind::Integer),
        ("disclosure_total_qualifier", Kind::Text),
        ("disclosure_total_unit", Kind::Text),
        ("disclosure_total_low", Kind::Integer),
        ("disclosure_total_high", Kind::Integer),
    ]);
    for (row, column) in section_two() {
        let name = flat(&[row.path(), ".", column.field()]);
        if column == ProactiveColumn::Amount {
            columns.push(Column::new(name.clone(), Kind::Text));
            columns.push(Column::new(format!("{name}_unit"), Kind::Text));
            columns.push(Column::new(format!("{name}_yuan"), Kind::Decimal));
        } else {
            columns.push(Column::new(name, Kind::Integer));
        }
    }
    for row in RowKey::ALL {
        columns.push(Column::new(flat(&[row.path()]), Kind::Integer));
    }
    for block in BlockKey::ALL {
        for column in BlockColumn::ALL {
            let name = flat(&[block.path(), ".", column.field()]);
            columns.push(Column::new(name, Kind::Integer));
        }
    }
    columns.extend(
        [
            ("checks_hold", Kind::Integer),
            ("checks_hold_if_blanks_are_zero", Kind::Integer),
            ("checks_cannot_tell", Kind::Integer),
            ("checks_fail", Kind::Integer),
            ("checks_noted", Kind::Integer),
            ("failing_rules", Kind::Integers),
            ("blank_paths", Kind::Texts),
            ("not_applicable_paths", Kind::Texts),
            ("file", Kind::Text),
        ]
        .map(|(name, kind)| Column::new(name, kind)),
    );
    columns
}

/// The cells of section two in either edition, each once.
fn section_two() -> Vec<(ProactiveKey, ProactiveColumn)> {
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

fn flat(path: &[&str]) -> String {
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
    total(
        disclosure.and_then(|section| section.total.as_ref()),
        &mut row,
    );
    let cell = |cell: Option<Cell>| Value::integer_or_null(cell.and_then(Cell::count));
    let proactive = report.proactive.as_ref();
    for (key, column) in section_two() {
        if column == ProactiveColumn::Amount {
            let amount = proactive.and_then(|section| section.amount(key));
            let money = amount.and_then(|amount| amount.money());
            let yuan = money.and_then(decimal::yuan);
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
    findings(report, &mut row);
    paths(report, &mut row);
    row.push(Value::text_or_null(file));
    row
}

fn total<'a>(total: Option<&'a Quantity>, row: &mut Vec<Value<'a>>) {
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

fn findings(report: &Report, row: &mut Vec<Value<'_>>) {
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

fn paths(report: &Report, row: &mut Vec<Value<'_>>) {
    let (mut blank, mut not_applicable) = (Vec::new(), Vec::new());
    let Ok(()) = printed::each(report, &mut |cell| {
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

//! Parquet and NDJSON are read back as they were written.

use super::*;
use gongkai_cli::table_rows::parquet::ParquetWriter;
use gongkai_cli::table_rows::{Column, ColumnType, SCALE, ndjson};
use gongkai_testing::arbitrary::any_report;
use parquet::basic::{LogicalType, Type as Physical};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, List, ListAccessor};
use proptest::collection::vec;
use proptest::prelude::*;

const GRAINS: [Grain; 2] = [Grain::Cell, Grain::Report];

fn reader(grain: Grain, reports: &[Report]) -> SerializedFileReader<bytes::Bytes> {
    let mut writer = ParquetWriter::new(&columns(grain), Vec::new()).expect("a writer");
    for report in reports {
        for_each_row(grain, report, Some("a.html"), &mut |row| writer.push(row)).expect("written");
    }
    let bytes = writer.finish().expect("a file");
    SerializedFileReader::new(bytes::Bytes::from(bytes)).expect("Parquet")
}

fn integers(list: &List) -> Value<'static> {
    let numbers = (0..list.len()).map(|index| list.get_long(index).expect("an integer"));
    Value::Integers(numbers.collect())
}

fn texts(list: &List) -> Value<'static> {
    let texts = (0..list.len()).map(|index| list.get_string(index).expect("a text").clone());
    Value::Texts(texts.collect())
}

fn value(column: &Column, field: &Field) -> Value<'static> {
    match (column.column_type, field) {
        (_, Field::Null) => Value::Null,
        (ColumnType::Text, Field::Str(read)) => text(read),
        (ColumnType::Integer, Field::Long(number)) => Value::Integer(*number),
        (ColumnType::Decimal, Field::Decimal(decimal)) => {
            assert_eq!(decimal.scale(), SCALE as i32);
            Value::Decimal(i128::from_be_bytes(
                decimal.data().try_into().expect("16 bytes"),
            ))
        }
        (ColumnType::Texts, Field::ListInternal(list)) => texts(list),
        (ColumnType::Integers, Field::ListInternal(list)) => integers(list),
        (kind, other) => panic!("{other:?} in a column of {kind:?}"),
    }
}

fn read_back(grain: Grain, reports: &[Report]) -> Vec<Row> {
    let columns = columns(grain);
    let reader = reader(grain, reports);
    let rows = reader.get_row_iter(None).expect("rows");
    rows.map(|row| {
        let row = row.expect("a row");
        let fields = row.get_column_iter().zip(&columns);
        fields
            .map(|((name, field), column)| {
                assert_eq!(name, column.name.as_ref());
                (name.clone(), value(column, field))
            })
            .collect()
    })
    .collect()
}

/// A value from its JSON.
fn from_json(column: &Column, json: &serde_json::Value) -> Value<'static> {
    let list = |json: &serde_json::Value| json.as_array().expect("a list").clone();
    match (column.column_type, json) {
        (_, serde_json::Value::Null) => Value::Null,
        (ColumnType::Text, json) => text(json.as_str().expect("a text")),
        (ColumnType::Integer, json) => Value::Integer(json.as_i64().expect("an integer")),
        (ColumnType::Decimal, _) => Value::Null,
        (ColumnType::Texts, json) => {
            let texts = list(json);
            let texts = texts.iter().map(|text| text.as_str().expect("a text"));
            Value::Texts(texts.map(str::to_owned).collect())
        }
        (ColumnType::Integers, json) => {
            let numbers = list(json);
            let numbers = numbers.iter().map(|n| n.as_i64().expect("an integer"));
            Value::Integers(numbers.collect())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn parquet_gives_back_the_rows_that_were_written(reports in vec(any_report(), 0..4)) {
        for grain in GRAINS {
            let written: Vec<Row> = reports.iter().flat_map(|report| rows(grain, report)).collect();
            prop_assert_eq!(read_back(grain, &reports), written);
        }
    }

    #[test]
    fn ndjson_is_a_line_a_row_and_gives_back_its_values(report in any_report()) {
        for grain in GRAINS {
            let columns = columns(grain);
            let mut lines = String::new();
            let Ok(()) = for_each_row(grain, &report, Some("a.html"), &mut |row: &[Value<'_>]| {
                ndjson::push_line(&columns, row, &mut lines);
                Ok::<(), Infallible>(())
            });
            let written = rows(grain, &report);
            prop_assert_eq!(lines.split_terminator('\n').count(), written.len());
            for (line, row) in lines.split_terminator('\n').zip(written) {
                let json: serde_json::Value = serde_json::from_str(line).expect("JSON");
                prop_assert_eq!(json.as_object().map(|fields| fields.len()), Some(columns.len()));
                for column in &columns {
                    let written = &row[column.name.as_ref()];
                    if let Value::Decimal(scaled) = written {
                        let read = json[column.name.as_ref()].as_f64().expect("a number");
                        let exact = *scaled as f64 / 10_f64.powi(SCALE as i32);
                        prop_assert!((read - exact).abs() <= exact.abs() * 1e-12);
                        continue;
                    }
                    prop_assert_eq!(&from_json(column, &json[column.name.as_ref()]), written);
                }
            }
        }
    }
}

#[test]
fn the_columns_of_the_file_have_types() {
    for grain in GRAINS {
        let reader = reader(grain, &[gongkai_testing::sample("longde-2020.json")]);
        let schema = reader.metadata().file_metadata().schema_descr();
        assert_eq!(schema.num_columns(), columns(grain).len());
        for (column, written) in columns(grain).iter().zip(schema.columns()) {
            let is_text = written.logical_type_ref() == Some(&LogicalType::String);
            let physical = written.physical_type();
            let is_typed = match column.column_type {
                ColumnType::Text | ColumnType::Texts => is_text && physical == Physical::BYTE_ARRAY,
                ColumnType::Integer | ColumnType::Integers => physical == Physical::INT64,
                ColumnType::Decimal => {
                    physical == Physical::FIXED_LEN_BYTE_ARRAY && written.type_precision() == 38
                }
            };
            let is_list = matches!(column.column_type, ColumnType::Texts | ColumnType::Integers);
            assert!(is_typed, "{}", column.name);
            assert_eq!(written.max_rep_level() > 0, is_list, "{}", column.name);
        }
    }
}

#[test]
fn many_rows_are_written_in_groups_so_that_few_are_in_memory() {
    let report = gongkai_testing::sample("fictional/county-2021.json");
    let many = vec![report; 500];
    let reader = reader(Grain::Cell, &many);
    let groups = reader.metadata().row_groups();
    let all: i64 = groups.iter().map(|group| group.num_rows()).sum();
    assert_eq!(all as usize, many.len() * rows(Grain::Cell, &many[0]).len());
    assert!(groups.len() > 1, "one group of {all} rows");
    for group in groups {
        assert!(group.num_rows() <= 70_000, "{}", group.num_rows());
    }
}

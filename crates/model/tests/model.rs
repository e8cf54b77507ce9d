//! Reading and writing reports: what is kept distinct, what is rejected, and the location of
//! errors.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_model::*;
use gongkai_testing::arbitrary::{any_report, form_cells};
use proptest::prelude::*;

/// A valid file of six lines; tests add fields on line 6.
fn file(edition: &str, more: &str) -> String {
    let comma = if more.is_empty() { "" } else { "," };
    format!(
        "{{\n  \"format\": \"gongkai-report/1\",\n  \"agency\": {{ \"name\": \"某县\" }},\n  \
         \"year\": 2020,\n  \"edition\": \"{edition}\"{comma}\n{more}\n}}"
    )
}

fn read(text: &str) -> Report {
    Report::read(text).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

/// The path, line, value and problem of a rejected file.
#[track_caller]
fn refused(text: &str, path: &str, line: usize, value: Option<&str>, problem: Problem) {
    let error = Report::read(text).expect_err("the file is refused");
    let expected = ReadError {
        path: path.to_owned(),
        line: Some(line),
        value: value.map(str::to_owned),
        problem,
    };
    assert_eq!(error, expected, "{text}");
}

const ZEROS: &str = "[0,0,0,0,0,0,0]";

#[test]
fn a_report_of_either_edition_is_read_whole() {
    let old = read(&file(
        "2019",
        r#""period": { "from": "2020-01-01", "to": "2020-12-31" },
        "source": { "title": "年报", "url": "https://example.cn/", "published": "2021-01-20" },
        "proactive": {
            "normative_documents": { "made": 2, "disclosed": 3, "total_disclosed": 4 },
            "licences": { "items_last_year": 387, "change": -302, "decisions": 5862 },
            "fees": { "items_last_year": 12, "change": 1 },
            "procurement": { "projects": 126, "amount": { "value": "21207.84", "unit": "万元" } }
        },
        "applications": {
            "received": [1, 2, 3, 4, 5, 6, 21],
            "outcomes": { "other": [0, 0, 0, 0, 0, 0, 7] }
        }"#,
    ));
    assert_eq!(old.edition, Edition::Form2019);
    assert_eq!(
        old.period
            .map(|period| (period.from.to_string(), period.to.to_string())),
        Some(("2020-01-01".to_owned(), "2020-12-31".to_owned()))
    );
    let table = old.proactive.expect("section two");
    let cell = |row, column| table.cell(row, column);
    assert_eq!(
        cell(ProactiveKey::Licences, ProactiveColumn::Change),
        Cell::Count(-302)
    );
    assert_eq!(
        cell(
            ProactiveKey::NormativeDocuments,
            ProactiveColumn::TotalDisclosed
        ),
        Cell::Count(4)
    );
    assert_eq!(
        cell(ProactiveKey::Procurement, ProactiveColumn::Projects),
        Cell::Count(126)
    );
    let table = old.applications.expect("section three");
    assert_eq!(
        table.cell(RowKey::Received, Applicant::Legal),
        Cell::Count(5)
    );
    assert_eq!(table.cell(RowKey::Other, Applicant::Total), Cell::Count(7));
    assert_eq!(table.row(RowKey::OtherRest), None);

    let new = read(&file(
        "2021",
        r#""proactive": {
            "rules": { "made": 1, "repealed": 2, "in_force": 3 },
            "penalties": { "decisions": 9 },
            "fees": { "amount": { "value": "0", "unit": "万元" } }
        },
        "applications": { "outcomes": { "other": { "fee_not_paid": [0, 0, 0, 0, 0, 8, 8] } } },
        "reviews": { "litigation_direct": { "upheld": 1, "total": 1 } }"#,
    ));
    assert_eq!(new.edition, Edition::Form2021);
    let table = new.proactive.expect("section two");
    assert_eq!(
        table.cell(ProactiveKey::Rules, ProactiveColumn::InForce),
        Cell::Count(3)
    );
    let table = new.applications.expect("section three");
    assert_eq!(
        table.cell(RowKey::FeeNotPaid, Applicant::Other),
        Cell::Count(8)
    );
    assert_eq!(table.row(RowKey::Other), None);
    let table = new.reviews.expect("section four");
    assert_eq!(
        table.cell(BlockKey::LitigationDirect, BlockColumn::Pending),
        Cell::Missing
    );
}

#[test]
fn the_rows_of_either_edition_have_the_paths_that_the_file_has() {
    for (edition, form) in [("2019", Edition::Form2019), ("2021", Edition::Form2021)] {
        assert_eq!(
            RowKey::of(form).count(),
            if form == Edition::Form2019 { 23 } else { 25 }
        );
        for row in RowKey::of(form) {
            let mut json = serde_json::from_str(&file(edition, "")).expect("JSON");
            gongkai_testing::put(&mut json, row.path(), vec![1, 2, 3, 4, 5, 6, 21]);
            let table = gongkai_testing::report(&json)
                .applications
                .expect("section three");
            for other in RowKey::ALL {
                let found = table.row(*other).map(|row| row.of(Applicant::Total));
                let expected = (*other == row).then_some(Cell::Count(21));
                assert_eq!(found, expected, "{row:?} read as {other:?}");
            }
            for (index, applicant) in Applicant::ALL.iter().enumerate() {
                assert_eq!(applicant.field(), index.to_string());
            }
        }
        for row in ProactiveKey::ALL {
            for column in row.columns(form) {
                let mut json = serde_json::from_str(&file(edition, "")).expect("JSON");
                let path = format!("{}.{}", row.path(), column.field());
                let table = |json: &serde_json::Value| {
                    gongkai_testing::report(json)
                        .proactive
                        .expect("section two")
                };
                if *column == ProactiveColumn::Amount {
                    gongkai_testing::put(&mut json, &path, "/");
                    let table = table(&json);
                    assert_eq!(table.amount(*row), Some(&Amount::NotApplicable), "{path}");
                } else {
                    gongkai_testing::put(&mut json, &path, 5);
                    assert_eq!(table(&json).cell(*row, *column), Cell::Count(5), "{path}");
                }
            }
        }
        for block in BlockKey::ALL {
            for column in BlockColumn::ALL {
                let mut json = serde_json::from_str(&file(edition, "")).expect("JSON");
                let path = format!("{}.{}", block.path(), column.field());
                gongkai_testing::put(&mut json, &path, 5);
                let table = gongkai_testing::report(&json)
                    .reviews
                    .expect("section four");
                assert_eq!(table.cell(*block, *column), Cell::Count(5), "{path}");
            }
        }
    }
}

#[test]
fn blank_not_applicable_zero_and_missing_stay_apart() {
    let text = file(
        "2019",
        r#""reviews": { "reconsideration": { "upheld": null, "corrected": "/", "other": 0 } },
        "applications": { "received": [null, "/", 0, null, null, null, null] }"#,
    );
    let report = read(&text);
    for report in [read(&report.write()), report] {
        let block = report.reviews.and_then(|reviews| reviews.reconsideration);
        let block = block.expect("a block");
        assert_eq!(block.upheld, Cell::Blank);
        assert_eq!(block.corrected, Cell::NotApplicable);
        assert_eq!(block.other, Cell::Count(0));
        assert_eq!(block.pending, Cell::Missing);
        assert_eq!(block.upheld.count(), None);
        let row = report.applications.and_then(|table| table.received);
        let row = row.expect("a row");
        assert_eq!(row.of(Applicant::Person), Cell::Blank);
        assert_eq!(row.of(Applicant::Business), Cell::NotApplicable);
        assert_eq!(row.of(Applicant::Research), Cell::Count(0));
        assert_eq!(row.applicants().len(), 6);
        assert_eq!(row.total(), Cell::Blank);
    }
}

#[test]
fn only_the_slash_itself_means_not_applicable() {
    for sign in ["-", "—", "无", "", "0", " /", "5"] {
        let text = file(
            "2019",
            &format!(r#""reviews": {{ "reconsideration": {{ "other": "{sign}" }} }}"#),
        );
        refused(
            &text,
            "reviews.reconsideration.other",
            6,
            Some(&format!("\"{sign}\"")),
            Problem::WrongType(Expected::Count),
        );
    }
}

#[test]
fn money_keeps_every_digit_and_its_unit() {
    let amount = |written: &str| {
        let text = file(
            "2019",
            &format!(r#""proactive": {{ "procurement": {{ "amount": {written} }} }}"#),
        );
        let report = read(&text);
        assert_eq!(read(&report.write()), report);
        let row = report.proactive.and_then(|table| table.procurement);
        row.expect("procurement").amount
    };
    let digits = "123456789012345678901234567890.10";
    let written = format!(r#"{{ "value": "{digits}", "unit": "亿元" }}"#);
    let found = amount(&written);
    let money = found.money().expect("money");
    assert_eq!(money.value.as_str(), digits);
    assert_eq!(money.unit, Some(Currency::HundredMillionYuan));
    let found = amount(r#"{ "value": "0.00" }"#);
    let money = found.money().expect("money");
    assert_eq!((money.value.as_str(), money.unit), ("0.00", None));
    assert_eq!(amount("null"), Amount::Blank);
    assert_eq!(amount("\"/\""), Amount::NotApplicable);
}

#[test]
fn a_count_in_prose_keeps_its_hedge_and_its_unit() {
    for (word, qualifier) in [
        ("over", Qualifier::Over),
        ("about", Qualifier::About),
        ("nearly", Qualifier::Nearly),
    ] {
        let total = format!(r#"{{ "count": 3200, "qualifier": "{word}", "unit": "条" }}"#);
        let text = file("2019", &format!(r#""disclosure": {{ "total": {total} }}"#));
        let report = read(&text);
        assert_eq!(read(&report.write()), report);
        let total = report.disclosure.and_then(|disclosure| disclosure.total);
        assert_eq!(
            total,
            Some(Quantity {
                count: 3200,
                qualifier: Some(qualifier),
                unit: Some("条".to_owned()),
            })
        );
    }
}

#[test]
fn channels_and_remarks_are_read_and_written_back() {
    let text = file(
        "2021",
        r#""disclosure": {
            "total": { "count": 387, "unit": "条" },
            "channels_cover": "all",
            "channels": [
                { "name": "网站", "count": 300, "qualifier": "over", "unit": "条",
                  "categories_cover": "some", "categories": [{ "name": "动态", "count": 108 }] },
                { "name": "微信", "count": 87 }
            ]
        },
        "remarks": [{ "at": ["disclosure.channels[0]"], "rule": 8, "text": "含转载。" },
                    { "at": ["year", "reviews"], "text": "" }]"#,
    );
    let report = read(&text);
    let disclosure = report.disclosure.as_ref().expect("section one");
    assert_eq!(disclosure.channels_cover, Some(Cover::All));
    let [site, other] = disclosure.channels.as_slice() else {
        panic!("two channels: {disclosure:?}");
    };
    assert_eq!(site.quantity().range(), (300, 399));
    assert_eq!(site.categories_cover, Some(Cover::Some));
    assert_eq!(site.categories.len(), 1);
    assert_eq!(
        (other.categories_cover, &other.categories),
        (None, &Vec::new())
    );
    let [remark, without_rule] = report.remarks.as_slice() else {
        panic!("two remarks: {:?}", report.remarks);
    };
    assert_eq!(remark.at.0, ["disclosure.channels[0]"]);
    assert_eq!((remark.rule, &*remark.text), (Some(8), "含转载。"));
    assert_eq!((without_rule.rule, without_rule.at.0.len()), (None, 2));
    assert_eq!(read(&report.write()), report);
}

#[test]
fn a_wrong_channel_or_remark_is_refused_with_its_path_and_value() {
    let channel = |fields: &str| {
        let channel =
            format!(r#""disclosure": {{ "channels": [{{ "name": "网站", {fields} }}] }}"#);
        file("2019", &channel)
    };
    refused(
        &channel(r#""count": 1, "categories_cover": "most""#),
        "disclosure.channels[0].categories_cover",
        6,
        Some("\"most\""),
        Problem::NotOneOf(&["all", "some"]),
    );
    refused(
        &channel(r#""count": 1, "categories": [{ "name": "动态", "count": -1 }]"#),
        "disclosure.channels[0].categories[0].count",
        6,
        Some("-1"),
        Problem::Negative,
    );
    let remark = |at: &str, rule: &str| {
        let remark = format!(r#""remarks": [{{ "at": {at}, "rule": {rule}, "text": "" }}]"#);
        file("2019", &remark)
    };
    let refused_remark = |at: &str, rule: &str, path: &str, value: &str, expected: Expected| {
        let problem = Problem::InvalidValue(expected);
        refused(&remark(at, rule), path, 6, Some(value), problem);
    };
    refused_remark("[]", "8", "remarks[0].at", "[]", Expected::Paths);
    refused_remark(
        r#"["year", "disclosure.totals"]"#,
        "8",
        "remarks[0].at[1]",
        "\"disclosure.totals\"",
        Expected::Path,
    );
    refused_remark(r#"["year"]"#, "16", "remarks[0].rule", "16", Expected::Rule);
}

/// The paths of cells are written in one place and read in another.
#[test]
fn a_remark_may_name_any_cell() {
    let mut cells: Vec<CellRef> = form_cells().collect();
    cells.extend([
        CellRef::Year,
        CellRef::PeriodFrom,
        CellRef::PeriodTo,
        CellRef::Total,
        CellRef::Category(10),
        CellRef::Channel(0),
        CellRef::ChannelCategory(2, 0),
        CellRef::StatedReceived,
        CellRef::StatedCompleted,
        CellRef::Paragraph(0, 3),
    ]);
    let mut report = read(&file("2019", ""));
    report.remarks = vec![Remark {
        at: Paths(cells.into_iter().map(CellRef::path).collect()),
        ..Remark::default()
    }];
    assert_eq!(read(&report.write()), report);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_report() {
    let text = file("2019", "");
    assert_eq!(read(&format!("\u{feff}{text}")), read(&text));
    let broken = file("2019", "\"note\": 1");
    refused(
        &format!("\u{feff}{broken}"),
        "note",
        6,
        None,
        Report::read(&broken).expect_err("refused").problem,
    );
}

#[test]
fn what_is_not_json_is_named_so_with_its_line() {
    refused("", "", 1, None, Problem::NotJson);
    refused("<!DOCTYPE html>\n<p>404</p>", "", 1, None, Problem::NotJson);
    refused(
        "{\n\"format\": \"gongkai-report/1\",\n",
        "",
        3,
        None,
        Problem::NotJson,
    );
    let late = file("2019", "\"text\": [ { \"title\": \"a\" \"b\" } ]");
    refused(&late, "", 6, None, Problem::NotJson);
    let trailing = format!("{}\n{{}}", file("2019", ""));
    refused(&trailing, "", 8, None, Problem::NotJson);
    let half_a_character = file("2019", r#""source": { "title": "\ud800" }"#);
    assert_eq!(
        Report::read(&half_a_character).map_err(|error| error.problem),
        Err(Problem::NotJson)
    );
}

#[test]
fn json_that_is_no_object_is_no_report() {
    let object = Problem::WrongType(Expected::Object);
    refused("[]", "", 1, Some("[]"), object.clone());
    refused("\n 5", "", 2, Some("5"), object.clone());
    refused("null", "", 1, Some("null"), object);
}

#[test]
fn another_format_is_told_before_anything_else() {
    for format in ["\"gongkai-report/2\"", "\"gongkai-catalog/1\"", "1", "null"] {
        let text = format!("{{\n\n\"unheard_of\": 1,\n\"format\": {format} }}");
        refused(&text, "format", 4, Some(format), Problem::Format);
    }
    refused(
        "{ \"agency\": 5 }",
        "format",
        1,
        None,
        Problem::MissingField,
    );
}

#[test]
fn a_missing_required_field_is_named() {
    let lines = [
        ("agency", "\"agency\": { \"name\": \"某县\" },"),
        ("year", "\"year\": 2020,"),
    ];
    for (path, line) in lines {
        let text = file("2019", "").replace(line, "");
        refused(&text, path, 1, None, Problem::MissingField);
    }
    let text = file("2019", "").replace(",\n  \"edition\": \"2019\"", "");
    refused(&text, "edition", 1, None, Problem::MissingField);
    let text = file("2019", "").replace("\"name\": \"某县\"", "");
    refused(&text, "agency.name", 3, None, Problem::MissingField);
    for (more, path) in [
        (
            "\"disclosure\": {\n \"total\": {} }",
            "disclosure.total.count",
        ),
        (
            "\"disclosure\": { \"categories\": [ {\"name\":\"a\",\"count\":1},\n {\"name\":\"b\"} ] }",
            "disclosure.categories[1].count",
        ),
        ("\"period\":\n { \"from\": \"2020-01-01\" }", "period.to"),
        (
            "\"proactive\": { \"fees\":\n { \"amount\": {} } }",
            "proactive.fees.amount.value",
        ),
    ] {
        refused(&file("2021", more), path, 7, None, Problem::MissingField);
    }
}

#[test]
fn an_unknown_field_is_refused_with_its_path_and_what_may_stand_there() {
    for (more, path, line, allowed) in [
        ("\"recieved\": 5", "recieved", 6, "applications"),
        (
            "\"proactive\": {\n \"licences\": {\n \"decision\": 5 } }",
            "proactive.licences.decision",
            8,
            "decisions",
        ),
        (
            "\"applications\": { \"outcomes\": { \"refused\":\n { \"secret\": [] } } }",
            "applications.outcomes.refused.secret",
            7,
            "state_secret",
        ),
        (
            "\"text\": [ {\"title\": \"a\"}, {\n \"titel\": \"b\" } ]",
            "text[1].titel",
            7,
            "paragraphs",
        ),
        (
            "\"disclosure\": { \"categories\": [\n { \"name\": \"a\", \"count\": 1, \"share\": 5 } ] }",
            "disclosure.categories[0].share",
            7,
            "qualifier",
        ),
        (
            "\"proactive\": { \"procurement\": { \"amount\":\n { \"sum\": \"5\" } } }",
            "proactive.procurement.amount.sum",
            7,
            "unit",
        ),
    ] {
        let error = Report::read(&file("2019", more)).expect_err("refused");
        assert_eq!((error.path.as_str(), error.line), (path, Some(line)));
        assert_eq!(error.value, None);
        match error.problem {
            Problem::UnknownField(fields) => assert!(fields.contains(&allowed), "{fields:?}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}

#[test]
fn a_field_of_the_other_edition_is_refused_where_it_stands() {
    let new_in_old = [
        (
            "\"proactive\": { \"rules\": {\n \"in_force\": 1 } }",
            "proactive.rules.in_force",
            "1",
        ),
        (
            "\"proactive\": { \"normative_documents\": {\n \"repealed\": null } }",
            "proactive.normative_documents.repealed",
            "null",
        ),
        (
            "\"proactive\": { \"fees\": {\n \"amount\": \"/\" } }",
            "proactive.fees.amount",
            "\"/\"",
        ),
        (
            "\"applications\": { \"outcomes\": {\n \"other\": {} } }",
            "applications.outcomes.other",
            "{}",
        ),
    ];
    for (more, path, value) in new_in_old {
        refused(
            &file("2019", more),
            path,
            7,
            Some(value),
            Problem::OtherEdition,
        );
        read(&file("2021", more));
    }
    let other = format!("\"applications\": {{ \"outcomes\": {{\n \"other\": {ZEROS} }} }}");
    let old_in_new = [
        (
            "\"proactive\": { \"rules\": {\n \"disclosed\": 1 } }",
            "proactive.rules.disclosed",
            "1",
        ),
        (
            "\"proactive\": { \"licences\": { \"decisions\": 1,\n \"items_last_year\": \"/\" } }",
            "proactive.licences.items_last_year",
            "\"/\"",
        ),
        (
            "\"proactive\": { \"penalties\": {\n \"change\": -1 } }",
            "proactive.penalties.change",
            "-1",
        ),
        (
            "\"proactive\": { \"fees\": {\n \"change\": 0 } }",
            "proactive.fees.change",
            "0",
        ),
        (
            "\"proactive\": {\n \"other_services\": {} }",
            "proactive.other_services",
            "{}",
        ),
        (
            "\"proactive\": {\n \"procurement\": {} }",
            "proactive.procurement",
            "{}",
        ),
        (other.as_str(), "applications.outcomes.other", ZEROS),
    ];
    for (more, path, value) in old_in_new {
        refused(
            &file("2021", more),
            path,
            7,
            Some(value),
            Problem::OtherEdition,
        );
        read(&file("2019", more));
    }
}

#[test]
fn a_field_written_twice_is_refused_at_the_second() {
    refused(
        &file("2019", "\"year\": 2020,\n\"year\": 2021"),
        "year",
        6,
        None,
        Problem::DuplicateField,
    );
    refused(
        &file(
            "2019",
            "\"reviews\": { \"reconsideration\": { \"total\": 1,\n \"total\": 1 } }",
        ),
        "reviews.reconsideration.total",
        7,
        None,
        Problem::DuplicateField,
    );
    refused(
        &file("2019", "\"format\": \"gongkai-report/1\""),
        "format",
        6,
        None,
        Problem::DuplicateField,
    );
}

#[test]
fn a_wrong_type_is_refused_with_what_should_stand_there() {
    use Expected::*;
    for (more, path, value, expected) in [
        ("\"disclosure\": []", "disclosure", "[]", Object),
        ("\"disclosure\": null", "disclosure", "null", Object),
        ("\"text\": {}", "text", "{}", List),
        (
            "\"text\": [ \"总体情况\" ]",
            "text[0]",
            "\"总体情况\"",
            Object,
        ),
        (
            "\"text\": [ { \"title\": \"\", \"paragraphs\": [\"a\", 5] } ]",
            "text[0].paragraphs[1]",
            "5",
            Text,
        ),
        (
            "\"source\": { \"title\": 99999999999999999999 }",
            "source.title",
            "99999999999999999999",
            Text,
        ),
        (
            "\"source\": { \"title\": 1.5 }",
            "source.title",
            "1.5",
            Text,
        ),
        (
            "\"source\": { \"published\": 2021 }",
            "source.published",
            "2021",
            Date,
        ),
        (
            "\"applications\": { \"received\": 0 }",
            "applications.received",
            "0",
            Row,
        ),
        (
            "\"applications\": { \"received\": null }",
            "applications.received",
            "null",
            Row,
        ),
        (
            "\"applications\": { \"carried_in\": [0,0,0,true,0,0,0] }",
            "applications.carried_in[3]",
            "true",
            Count,
        ),
        (
            "\"proactive\": { \"penalties\": { \"change\": \"+1\" } }",
            "proactive.penalties.change",
            "\"+1\"",
            Change,
        ),
        (
            "\"proactive\": { \"procurement\": { \"amount\": 21207.84 } }",
            "proactive.procurement.amount",
            "21207.84",
            Amount,
        ),
        (
            "\"proactive\": { \"procurement\": { \"amount\": { \"value\": 21207.84 } } }",
            "proactive.procurement.amount.value",
            "21207.84",
            Decimal,
        ),
        (
            "\"disclosure\": { \"total\": { \"count\": null } }",
            "disclosure.total.count",
            "null",
            Count,
        ),
        (
            "\"disclosure\": { \"total\": { \"count\": \"3200余\" } }",
            "disclosure.total.count",
            "\"3200余\"",
            Count,
        ),
    ] {
        let problem = Problem::WrongType(expected);
        refused(&file("2019", more), path, 6, Some(value), problem);
    }
    let text = file("2019", "").replace("\"2019\"", "2019");
    refused(&text, "edition", 5, Some("2019"), Problem::WrongType(Text));
    let text = file("2019", "").replace("2020", "\"2020\"");
    refused(&text, "year", 4, Some("\"2020\""), Problem::WrongType(Year));
}

#[test]
fn a_number_below_zero_is_refused_everywhere_but_in_a_change() {
    for (more, path) in [
        (
            "\"applications\": { \"received\": [0,-302,0,0,0,0,0] }",
            "applications.received[1]",
        ),
        (
            "\"proactive\": { \"rules\": { \"made\": -302 } }",
            "proactive.rules.made",
        ),
        (
            "\"proactive\": { \"licences\": { \"items_last_year\": -302 } }",
            "proactive.licences.items_last_year",
        ),
        (
            "\"reviews\": { \"litigation_direct\": { \"total\": -302 } }",
            "reviews.litigation_direct.total",
        ),
        (
            "\"disclosure\": { \"total\": { \"count\": -302 } }",
            "disclosure.total.count",
        ),
    ] {
        refused(
            &file("2019", more),
            path,
            6,
            Some("-302"),
            Problem::Negative,
        );
    }
    for row in [
        "licences",
        "other_services",
        "penalties",
        "compulsory_measures",
        "fees",
    ] {
        let more = format!("\"proactive\": {{ \"{row}\": {{ \"change\": -302 }} }}");
        let report = read(&file("2019", &more));
        let table = report.proactive.expect("section two");
        let row = ProactiveKey::ALL
            .iter()
            .find(|key| key.path().ends_with(row));
        let cell = table.cell(*row.expect("a row"), ProactiveColumn::Change);
        assert_eq!(cell, Cell::Count(-302));
    }
}

#[test]
fn a_number_beyond_64_bits_is_shown_as_the_file_has_it() {
    for number in [
        "9223372036854775808",
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890",
    ] {
        for (more, path) in [
            (
                format!("\"applications\": {{ \"received\": [0,0,0,0,0,0,\n{number}] }}"),
                "applications.received[6]",
            ),
            (
                format!("\"proactive\": {{ \"fees\": {{ \"change\":\n{number} }} }}"),
                "proactive.fees.change",
            ),
            (
                format!("\"disclosure\": {{ \"total\": {{ \"count\":\n{number} }} }}"),
                "disclosure.total.count",
            ),
        ] {
            refused(
                &file("2019", &more),
                path,
                7,
                Some(number),
                Problem::OutOfRange,
            );
        }
    }
    let most = i64::MAX;
    let report = read(&file(
        "2019",
        &format!("\"reviews\": {{ \"reconsideration\": {{ \"total\": {most} }} }}"),
    ));
    assert!(report.write().contains("9223372036854775807"));
}

#[test]
fn a_long_value_is_cut_before_it_fills_the_screen() {
    let digits = "9".repeat(1000);
    let text = file(
        "2019",
        &format!("\"disclosure\": {{ \"total\": {{ \"count\": {digits} }} }}"),
    );
    let error = Report::read(&text).expect_err("refused");
    assert_eq!(error.problem, Problem::OutOfRange);
    assert_eq!(error.value, Some(format!("{}…", &digits[..60])));
}

#[test]
fn a_number_with_a_fraction_or_an_exponent_is_not_a_count() {
    for number in ["1.5", "3.0", "1e3", "1E400", "-0.5"] {
        for (more, path) in [
            (
                format!("\"proactive\": {{ \"penalties\": {{ \"change\": {number} }} }}"),
                "proactive.penalties.change",
            ),
            (
                format!("\"proactive\": {{ \"penalties\": {{ \"decisions\": {number} }} }}"),
                "proactive.penalties.decisions",
            ),
            (
                format!("\"disclosure\": {{ \"total\": {{ \"count\": {number} }} }}"),
                "disclosure.total.count",
            ),
        ] {
            refused(
                &file("2019", &more),
                path,
                6,
                Some(number),
                Problem::NotWhole,
            );
        }
    }
    let text = file("2019", "").replace("2020", "2020.0");
    refused(&text, "year", 4, Some("2020.0"), Problem::NotWhole);
}

#[test]
fn a_row_lacks_a_cell_without_calling_it_blank() {
    let text = file(
        "2019",
        r#""applications": { "received": { "person": 3, "business": null, "research": "/", "total": 0 },
        "outcomes": { "other": { "other": 1 } } }"#,
    );
    let report = Report::read(&text).expect("a report");
    let table = report.applications.clone().expect("a table");
    let cell = |column| table.cell(RowKey::Received, column);
    assert_eq!(cell(Applicant::Person), Cell::Count(3));
    assert_eq!(cell(Applicant::Business), Cell::Blank);
    assert_eq!(cell(Applicant::Research), Cell::NotApplicable);
    assert_eq!(cell(Applicant::Welfare), Cell::Missing);
    assert_eq!(cell(Applicant::Total), Cell::Count(0));
    assert_eq!(table.cell(RowKey::Other, Applicant::Other), Cell::Count(1));
    assert_eq!(Report::read(&report.write()), Ok(report));
}

#[test]
fn a_complete_row_is_written_as_a_list() {
    let row = r#"{ "person": 0, "business": 0, "research": 0, "welfare": null, "legal": 0, "other": 0, "total": "/" }"#;
    let text = file(
        "2019",
        &format!(r#""applications": {{ "received": {row} }}"#),
    );
    let written = Report::read(&text).expect("a report").write();
    let written: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    let list = serde_json::json!([0, 0, 0, null, 0, 0, "/"]);
    assert_eq!(written["applications"]["received"], list);
}

#[test]
fn a_row_by_columns_has_only_the_columns_of_the_form() {
    let refused = |row: &str| {
        let text = file(
            "2019",
            &format!(r#""applications": {{ "received": {row} }}"#),
        );
        Report::read(&text).expect_err("refused")
    };
    let error = refused(r#"{ "company": 1 }"#);
    assert_eq!(error.path, "applications.received.company");
    assert!(matches!(error.problem, Problem::UnknownField(_)));
    let error = refused(r#"{ "person": -1 }"#);
    assert_eq!(error.path, "applications.received.person");
    assert_eq!(error.problem, Problem::Negative);
    assert_eq!(refused("{}").problem, Problem::RowLength(0));
}

#[test]
fn other_outcomes_by_columns_belong_to_the_2019_form() {
    let with = |form, other| {
        let outcomes = format!(r#""applications": {{ "outcomes": {{ "other": {other} }} }}"#);
        Report::read(&file(form, &outcomes))
    };
    for (form, other) in [
        ("2019", r#"{ "person": 1 }"#),
        ("2021", r#"{ "other": { "other": 1 } }"#),
        ("2021", r#"{ "other": [0,0,0,0,0,0,0] }"#),
        ("2021", "{}"),
    ] {
        let report = with(form, other).expect(other);
        assert_eq!(Report::read(&report.write()), Ok(report), "{other}");
    }
    for (form, other) in [
        ("2021", r#"{ "other": null, "total": 1 }"#),
        ("2019", r#"{ "fee_not_paid": { "total": 1 } }"#),
    ] {
        let error = with(form, other).expect_err(other);
        assert_eq!(error.problem, Problem::OtherEdition, "{other}");
    }
}

#[test]
fn a_row_has_seven_cells() {
    for length in [0, 1, 6, 8, 700] {
        let row = format!("[{}]", vec!["0"; length].join(","));
        let text = file(
            "2019",
            &format!("\"applications\": {{ \"received\":\n{row} }}"),
        );
        let error = Report::read(&text).expect_err("refused");
        assert_eq!(error.path, "applications.received");
        assert_eq!(error.line, Some(7));
        assert_eq!(error.problem, Problem::RowLength(length));
    }
    let rows = "[[0,0,0,0,0,0,0],1,2,3,4,5,6]";
    refused(
        &file(
            "2019",
            &format!("\"applications\": {{ \"received\": {rows} }}"),
        ),
        "applications.received[0]",
        6,
        Some(ZEROS),
        Problem::WrongType(Expected::Count),
    );
}

#[test]
fn what_cannot_be_is_refused() {
    for (more, path, value, problem) in [
        (
            "\"source\": { \"published\": \"2021-02-29\" }",
            "source.published",
            "\"2021-02-29\"",
            Problem::InvalidValue(Expected::Date),
        ),
        (
            "\"proactive\": { \"procurement\": { \"amount\": { \"value\": \"21,207.84\" } } }",
            "proactive.procurement.amount.value",
            "\"21,207.84\"",
            Problem::InvalidValue(Expected::Decimal),
        ),
        (
            "\"proactive\": { \"procurement\": { \"amount\": { \"value\": \"1\", \"unit\": \"千元\" } } }",
            "proactive.procurement.amount.unit",
            "\"千元\"",
            Problem::NotOneOf(&["元", "万元", "亿元"]),
        ),
        (
            "\"disclosure\": { \"total\": { \"count\": 1, \"qualifier\": \"余\" } }",
            "disclosure.total.qualifier",
            "\"余\"",
            Problem::NotOneOf(&["over", "about", "nearly"]),
        ),
        (
            "\"disclosure\": { \"categories_cover\": \"most\" }",
            "disclosure.categories_cover",
            "\"most\"",
            Problem::NotOneOf(&["all", "some"]),
        ),
    ] {
        refused(&file("2019", more), path, 6, Some(value), problem);
    }
    let text = file("2020", "");
    let problem = Problem::NotOneOf(&["2019", "2021"]);
    refused(&text, "edition", 5, Some("\"2020\""), problem);
    for year in ["1999", "0", "-2020", "2201"] {
        let text = file("2019", "").replace("2020", year);
        let problem = Problem::InvalidValue(Expected::Year);
        refused(&text, "year", 4, Some(year), problem);
    }
}

#[test]
fn a_hundred_thousand_brackets_overflow_no_stack() {
    let open = "[".repeat(100_000);
    let close = "]".repeat(100_000);
    let objects = "{\"a\":".repeat(100_000);
    refused(&open, "", 1, None, Problem::NotJson);
    let error = Report::read(&format!("{open}{close}")).expect_err("refused");
    assert_eq!(error.problem, Problem::WrongType(Expected::Object));
    assert_eq!(
        Report::read(&objects).map_err(|error| error.problem),
        Err(Problem::NotJson)
    );
    for (field, expected) in [("disclosure", Expected::Object), ("year", Expected::Year)] {
        let text = format!("{{\"format\":\"gongkai-report/1\",\"{field}\":{open}{close}}}");
        let error = Report::read(&text).expect_err("refused");
        assert_eq!(error.path, field);
        assert_eq!(error.problem, Problem::WrongType(expected));
    }
    let text = file("2019", &format!("\"text\": {open}{close}"));
    let error = Report::read(&text).expect_err("refused");
    assert_eq!(error.path, "text[0]");
    let text = file(
        "2019",
        &format!("\"applications\": {{ \"received\": {open}{close} }}"),
    );
    let error = Report::read(&text).expect_err("refused");
    assert_eq!(error.path, "applications.received[0]");
}

#[test]
fn every_problem_has_the_code_that_scripts_rely_on() {
    for (text, code) in [
        ("{", "not-json"),
        ("{\"format\":\"x\"}", "format"),
        ("{\"format\":\"gongkai-report/1\"}", "missing-field"),
        ("{\"format\":\"gongkai-report/1\",\"a\":1}", "unknown-field"),
        (
            "{\"format\":\"gongkai-report/1\",\"year\":2020,\"year\":1}",
            "duplicate-field",
        ),
        (
            "{\"format\":\"gongkai-report/1\",\"year\":[]}",
            "wrong-type",
        ),
        (
            "{\"format\":\"gongkai-report/1\",\"year\":1e9}",
            "invalid-value",
        ),
        (
            "{\"format\":\"gongkai-report/1\",\"year\":99999999999999999999}",
            "out-of-range",
        ),
    ] {
        let error = Report::read(text).expect_err("refused");
        assert_eq!(error.problem.code(), code, "{text}");
    }
}

#[test]
fn the_sample_of_longde_is_read_and_written_unchanged() {
    let report = gongkai_testing::sample("longde-2020.json");
    assert_eq!(read(&report.write()), report);
}

/// A valid file with a few bytes removed, duplicated or inserted.
fn mutated() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just(""),
        Just("\""),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just(":"),
        Just("null"),
        Just("-"),
        Just("9".repeat(30).leak() as &str),
        Just("1e999"),
        Just("\\"),
        Just("\\ud800"),
        Just("\u{0}"),
        Just("\u{feff}"),
        Just("字"),
        Just("\"/\""),
        Just("0.5"),
        Just("\"total\":"),
        Just("[[[[[[[["),
        Just("true"),
    ];
    let change = (any::<prop::sample::Index>(), 0..12_usize, pieces);
    (any_report(), prop::collection::vec(change, 1..6)).prop_map(|(report, changes)| {
        let mut text: Vec<char> = report.write().chars().collect();
        for (at, removed, piece) in changes {
            let start = at.index(text.len() + 1);
            let end = (start + removed).min(text.len());
            text.splice(start..end, piece.chars());
        }
        text.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_valid_report_written_and_read_back_is_the_same(report in any_report()) {
        let text = report.write();
        let back = Report::read(&text);
        prop_assert_eq!(back.as_ref(), Ok(&report), "{}", text);
        prop_assert_eq!(back.map(|report| report.write()), Ok(text));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in mutated()) {
        match Report::read(&text) {
            // If it is still valid, it is read as written.
            Ok(report) => prop_assert_eq!(Report::read(&report.write()), Ok(report)),
            Err(error) => {
                let lines = text.matches('\n').count() + 1;
                let line = error.line;
                prop_assert!(line.is_some_and(|line| (1..=lines).contains(&line)), "{error:?}");
            }
        }
    }
}

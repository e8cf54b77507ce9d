//! A draft from opening to saving.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_desk::{
    CellStatus, Change, Draft, OpenError, amount, cell, form_cells, keep_edition, set_amount,
    set_cell,
};
use gongkai_import::Overrides;
use gongkai_model::{
    Agency, Amount, Applicant, Cell, CellRef, Channel, Disclosure, Edition, Named, Paths,
    ProactiveColumn, ProactiveKey, Qualifier, Remark, Report, RowKey, Section, Source,
};
use proptest::prelude::*;

const LONGDE: &str = include_str!("../../../samples/longde-2020.json");

fn longde() -> Draft {
    Draft::open("longde-2020.json", LONGDE.as_bytes(), &Overrides::default()).unwrap()
}

#[test]
fn json_that_is_not_a_report_is_refused_with_its_reason() {
    let error = Draft::open("a.json", b"{\"format\": 1}", &Overrides::default()).unwrap_err();
    assert!(matches!(error, OpenError::Json(_)), "{error:?}");
    let error = Draft::open("a.txt", "通知".as_bytes(), &Overrides::default()).unwrap_err();
    assert!(matches!(error, OpenError::Import(_)), "{error:?}");
}

#[test]
fn an_entered_cell_is_mended_until_it_is_undone() {
    let mut draft = longde();
    let at = CellRef::Application(RowKey::Received, Applicant::Person);
    assert_eq!(draft.status(at), CellStatus::Read);
    draft.make(Change::Cell(at, Cell::Count(3)));
    assert_eq!(draft.status(at), CellStatus::Mended);
    assert_eq!(draft.cell_changes().len(), 1);
    assert!(draft.undo());
    assert_eq!(draft.status(at), CellStatus::Read);
    assert!(!draft.is_changed());
    assert!(draft.redo());
    assert_eq!(cell(draft.report(), at), Cell::Count(3));
}

#[test]
fn a_correction_changes_what_the_checks_find() {
    let mut draft = longde();
    let failures = |draft: &Draft| {
        draft
            .findings()
            .iter()
            .filter(|one| one.is_failure())
            .count()
    };
    let before = failures(&draft);
    for row in [RowKey::Received, RowKey::Granted, RowKey::Total] {
        for column in [Applicant::Person, Applicant::Total] {
            draft.make(Change::Cell(
                CellRef::Application(row, column),
                Cell::Count(3),
            ));
        }
    }
    assert!(failures(&draft) < before, "{before}");
}

#[test]
fn another_edition_removes_the_cells_that_its_form_lacks_and_undo_brings_them_back() {
    let mut draft = longde();
    draft.make(Change::Edition(Edition::Form2021));
    assert_eq!(
        amount(draft.report(), ProactiveKey::Procurement),
        Amount::Missing
    );
    let decisions = CellRef::Proactive(ProactiveKey::Penalties, ProactiveColumn::Decisions);
    assert_eq!(cell(draft.report(), decisions), Cell::Count(236));
    assert!(draft.save().is_ok(), "{:?}", draft.save());
    assert!(draft.undo());
    assert!(!draft.is_changed());
}

#[test]
fn an_agency_without_a_name_is_not_saved() {
    let mut draft = longde();
    let mut agency = draft.report().agency.clone();
    agency.name.clear();
    draft.make(Change::Agency(agency));
    assert!(draft.save().is_err());
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Missing),
        Just(Cell::Blank),
        Just(Cell::NotApplicable),
        (0..1_000_000_i64).prop_map(Cell::Count),
    ]
}

fn any_change() -> impl Strategy<Value = Change> {
    let cells: Vec<CellRef> = CellRef::cells()
        .filter(|at| !matches!(at, CellRef::Proactive(_, ProactiveColumn::Amount)))
        .collect();
    prop_oneof![
        20 => (prop::sample::select(cells), any_cell()).prop_map(|(at, cell)| Change::Cell(at, cell)),
        1 => Just(Change::Edition(Edition::Form2019)),
        1 => Just(Change::Edition(Edition::Form2021)),
        1 => (2019..2030_u16).prop_map(Change::Year),
        1 => Just(Change::Amount(ProactiveKey::Fees, Amount::Blank)),
        1 => Just(Change::Amount(ProactiveKey::Procurement, Amount::NotApplicable)),
        2 => any_disclosure().prop_map(|one| Change::Disclosure(Some(one))),
        1 => Just(Change::Disclosure(None)),
        1 => any_text().prop_map(Change::Text),
        1 => ("[县局水]{1,4}", prop::option::of("[0-9]{6}")).prop_map(|(name, division_code)| {
            Change::Agency(Agency { name, division_code })
        }),
        1 => "[a-z\"，\\\\]{1,9}".prop_map(|text| Change::Remarks(vec![Remark {
            at: Paths(vec!["applications.received[6]".to_owned()]),
            rule: Some(1),
            text,
        }])),
        1 => "[年报 ]{1,5}年".prop_map(|title| Change::Source(Some(Source {
            title: Some(title),
            ..Source::default()
        }))),
    ]
}

fn any_named() -> impl Strategy<Value = Vec<Named>> {
    let hedge = prop::option::of(prop::sample::select(vec![
        Qualifier::Over,
        Qualifier::About,
    ]));
    let unit = prop::option::of(prop::sample::select(vec!["条", "件"]));
    let one = ("[公文会]{1,3}", 0..10_000_i64, hedge, unit);
    let named = one.prop_map(|(name, count, qualifier, unit)| Named {
        name,
        count,
        qualifier,
        unit: unit.map(str::to_owned),
    });
    prop::collection::vec(named, 0..4)
}

fn any_disclosure() -> impl Strategy<Value = Disclosure> {
    (any_named(), any_named(), any_named(), any_named()).prop_map(
        |(categories, channels, own, activities)| Disclosure {
            total: categories.first().map(Named::quantity),
            categories,
            channels: channels
                .into_iter()
                .map(|row| Channel {
                    name: row.name,
                    count: row.count,
                    qualifier: row.qualifier,
                    unit: row.unit,
                    categories: own.clone(),
                    ..Channel::default()
                })
                .collect(),
            activities,
            ..Disclosure::default()
        },
    )
}

fn any_text() -> impl Strategy<Value = Vec<Section>> {
    let section = (
        "[一二总体]{1,4}",
        prop::collection::vec("[。a\"文]{1,6}", 0..3),
    );
    let section = section.prop_map(|(title, paragraphs)| Section { title, paragraphs });
    prop::collection::vec(section, 0..3)
}

proptest! {
    #[test]
    fn undoing_every_change_gives_the_first_bytes(
        changes in prop::collection::vec(any_change(), 1..500)
    ) {
        let mut draft = longde();
        let first = draft.report().write();
        for change in changes {
            draft.make(change);
        }
        let last = draft.report().clone();
        while draft.undo() {}
        prop_assert_eq!(draft.report().write(), first);
        while draft.redo() {}
        prop_assert_eq!(draft.report(), &last);
    }

    #[test]
    fn any_changes_saved_and_opened_are_the_same_report(
        changes in prop::collection::vec(any_change(), 1..60)
    ) {
        let mut draft = longde();
        for change in changes {
            draft.make(change);
        }
        let saved = draft.save();
        prop_assert!(saved.is_ok(), "{saved:?}");
        let saved = saved.unwrap_or_default();
        let opened = Draft::open("a.json", saved.as_bytes(), &Overrides::default()).unwrap();
        prop_assert_eq!(opened.report(), draft.report());
        prop_assert_eq!(opened.save(), Ok(saved));
    }

    #[test]
    fn a_cell_holds_what_was_written_and_nothing_else_changes(
        index in 0..1000_usize, to in any_cell()
    ) {
        let report = Report::read(LONGDE).unwrap();
        let cells: Vec<CellRef> = form_cells(report.edition)
            .filter(|at| !matches!(at, CellRef::Proactive(_, ProactiveColumn::Amount)))
            .collect();
        let at = cells[index % cells.len()];
        let mut changed = report.clone();
        set_cell(&mut changed, at, to);
        for other in &cells {
            let wanted = if *other == at { to } else { cell(&report, *other) };
            prop_assert_eq!(cell(&changed, *other), wanted);
        }
    }
}

#[test]
fn what_is_emptied_cell_by_cell_is_gone() {
    let mut report = Report::read(LONGDE).unwrap();
    for at in CellRef::cells() {
        set_cell(&mut report, at, Cell::Missing);
    }
    set_amount(&mut report, ProactiveKey::Procurement, Amount::Missing);
    keep_edition(&mut report);
    assert_eq!(
        (report.proactive, report.applications, report.reviews),
        (None, None, None)
    );
}

#[test]
fn a_draft_from_a_worker_is_that_of_the_file() {
    let office = gongkai_testing::folder("crates/import/tests/documents/office");
    let pdf = gongkai_testing::folder("crates/import/tests/documents/pdf");
    let files = [office, pdf]
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut drafts = 0;
    for file in files {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let mut pages = 0;
        let overrides = Overrides::default();
        let answer = gongkai_desk::read_file(name, &bytes, &overrides, &mut |read| {
            pages += 1;
            assert!(read.done == pages && pages <= read.of, "{name}: {read:?}");
        });
        let direct = Draft::open(name, &bytes, &overrides);
        drafts += usize::from(direct.is_ok());
        assert!(
            direct.is_ok() || !name.starts_with("longde"),
            "{name}: {direct:?}"
        );
        assert_eq!(pages > 0, name.ends_with(".pdf"), "{name}");
        assert_eq!(gongkai_desk::receive(&answer), direct, "{name}");
    }
    assert!(drafts > 15, "{drafts}");
}

#[test]
fn errors_and_progress_come_from_a_worker_as_they_are() {
    for (name, bytes) in [
        ("a.txt", "通知".as_bytes()),
        ("a.json", b"{\"format\": 1}".as_slice()),
        ("a.zip", b"PK\x03\x04".as_slice()),
        ("a.png", b"\x89PNG\r\n\x1a\n".as_slice()),
    ] {
        let overrides = Overrides::default();
        let answer = gongkai_desk::read_file(name, bytes, &overrides, &mut |_| {});
        let direct = Draft::open(name, bytes, &overrides);
        assert!(direct.is_err(), "{name}");
        assert_eq!(gongkai_desk::receive(&answer), direct, "{name}");
    }
    assert_eq!(gongkai_desk::receive(""), Err(OpenError::Stopped));
}

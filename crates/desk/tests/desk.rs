//! What a person does to the desk.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_desk::{Action, Change, Desk, Draft, FileState, OpenError, Page, SourcePlace};
use gongkai_import::{Block, ImportError, Overrides, PagesRead};
use gongkai_model::{Applicant, Cell, CellRef, RowKey};
use std::rc::Rc;

const RECEIVED: CellRef = CellRef::Application(RowKey::Received, Applicant::Person);

fn draft() -> Rc<Draft> {
    let path = "crates/import/tests/documents/office/longde-2020.docx";
    let bytes = std::fs::read(gongkai_testing::folder(path)).unwrap();
    Rc::new(Draft::open("longde-2020.docx", &bytes, &Overrides::default()).unwrap())
}

fn desk(actions: Vec<Action>) -> Desk {
    let desk = Desk::default();
    actions
        .into_iter()
        .fold(desk, |desk, action| desk.after(action))
}

fn reading(id: u32) -> Action {
    let name = format!("{id}.docx");
    Action::Reading { id, name }
}

fn opened(id: u32) -> Action {
    Action::Opened { id, draft: draft() }
}

fn failed(id: u32) -> Action {
    Action::Failed {
        id,
        error: OpenError::Import(ImportError::NotAReport),
        bytes: Rc::default(),
    }
}

#[test]
fn progress_is_shown_until_the_file_is_read() {
    let pages = PagesRead { done: 2, of: 9 };
    let actions = vec![reading(0), Action::Progress { id: 0, pages }];
    let now = desk(actions);
    assert_eq!(now.files[0].state, FileState::Reading(Some(pages)));
    let now = now
        .after(opened(0))
        .after(Action::Progress { id: 0, pages });
    assert!(matches!(now.files[0].state, FileState::Open(_)));
}

#[test]
fn a_file_that_was_read_is_shown_though_the_first_could_not_be() {
    let now = desk(vec![reading(0), reading(1), failed(0), opened(1)]);
    assert_eq!(now.current, Some(1));
    assert!(now.draft().is_some());
    // A file that was taken off the desk while it was read does not come back.
    let now = desk(vec![reading(0), Action::Close(0), opened(0)]);
    assert_eq!((now.current, now.files.len()), (None, 0));
}

#[test]
fn a_number_of_the_source_leads_to_its_field() {
    let draft = draft();
    let source = draft.source(&RECEIVED.path()).unwrap();
    let place = SourcePlace {
        block: source.block,
        row: source.row,
        cell: source.cell,
        char: 0,
    };
    let choose = Action::ChooseSource(place, "0".to_owned());
    let now = desk(vec![
        reading(0),
        opened(0),
        Action::Turn(Page::Checks),
        choose,
    ]);
    assert_eq!((now.page, now.selected), (Page::Form, Some(RECEIVED)));

    // A number of section one is in a line.
    let source = draft.source(&CellRef::Category(1).path()).unwrap();
    let place = |char| SourcePlace {
        block: source.block,
        char,
        ..SourcePlace::default()
    };
    let choose = |char| Action::ChooseSource(place(char), "5".to_owned());
    let first = source.chars.start;
    let now = desk(vec![reading(0), opened(0), choose(first)]);
    assert_eq!(now.selected, Some(CellRef::Category(1)));
    // One that was read into no field can be put into one.
    let Block::Line(line) = &draft.document().unwrap().blocks[source.block] else {
        panic!("section one is prose");
    };
    let beyond = line.text.chars().count();
    let now = desk(vec![reading(0), opened(0), choose(beyond)]);
    assert_eq!((now.selected, now.picked.as_deref()), (None, Some("5")));
}

#[test]
fn the_source_of_an_item_of_section_one_is_not_that_of_another() {
    let draft = draft();
    let section = draft.report().disclosure.clone().unwrap();
    assert!(section.categories.len() > 1);
    let first = CellRef::Category(0).path();
    assert!(draft.source(&first).is_some());
    let mut moved = (*draft).clone();
    let mut section = section;
    section.categories.swap(0, 1);
    moved.make(Change::Disclosure(Some(section)));
    assert_eq!(moved.source(&first), None);
}

#[test]
fn confirming_goes_on_to_the_next_note_until_none_is_left() {
    let path = "crates/import/tests/corpus/reports/amount-hedged.txt";
    let bytes = std::fs::read(gongkai_testing::folder(path)).unwrap();
    let draft = Draft::open("a.txt", &bytes, &Overrides::default()).unwrap();
    let notes = draft.open_notes().len();
    assert!(notes > 0);
    let draft = Rc::new(draft);
    let mut now = desk(vec![reading(0), Action::Opened { id: 0, draft }]);
    for left in (0..notes).rev() {
        now = now.after(Action::ConfirmAndGoOn);
        assert!(now.note.is_some());
        // The first press only leads to a note.
        let open = now.draft().unwrap().open_notes().len();
        assert_eq!(open, left + 1);
    }
    now = now.after(Action::ConfirmAndGoOn);
    assert_eq!(now.draft().unwrap().open_notes().len(), 0);
    assert_eq!(now.note, None);
}

#[test]
fn what_was_handed_over_is_no_unsaved_work() {
    let make = Action::Make(Change::Cell(RECEIVED, Cell::Count(3)));
    let now = desk(vec![reading(0), opened(0), make.clone()]);
    assert!(now.has_unsaved_work());
    let now = now.after(Action::SavedAll);
    assert!(!now.has_unsaved_work());
    assert!(matches!(now.files[0].state, FileState::Saved(_)));
    // Another change opens it again.
    let again = Action::Make(Change::Cell(RECEIVED, Cell::Count(4)));
    assert!(now.after(again).has_unsaved_work());
}

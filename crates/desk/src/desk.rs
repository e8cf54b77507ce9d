//! The state of the desk: the files that are open, and what is shown of the current one.

use crate::change::Change;
use crate::draft::{Draft, OpenError, SourcePlace};
use gongkai_i18n::Locale;
use gongkai_import::PagesRead;
use gongkai_model::CellRef;
use std::rc::Rc;

/// A file on the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFile {
    /// Names the file for as long as it is open.
    pub id: u32,
    /// The file's name, with its extension; for pasted text, what the list calls it.
    pub name: String,
    /// What became of it.
    pub state: FileState,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileState {
    /// It is being read, or waits for another; how many pages have been read, where that is known.
    Reading(Option<PagesRead>),
    /// It was not opened; the bytes are kept for a second attempt with an agency and a year.
    Failed(OpenError, Rc<[u8]>),
    /// It was read, and may have changed since.
    Open(Rc<Draft>),
    /// What is known of it was handed over.
    Saved(Rc<Draft>),
}

/// What is shown beside the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The statutory form, to fill in.
    #[default]
    Form,
    /// What the checks found.
    Checks,
    /// The widget with the report.
    Preview,
    /// The files to save, and what has changed.
    HandOver,
}

impl Page {
    /// All pages, in the order of their tabs.
    pub const ALL: [Page; 4] = [Page::Form, Page::Checks, Page::Preview, Page::HandOver];
}

/// The state of the desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// The language of the desk.
    pub locale: Locale,
    /// The open files, in the order in which they came.
    pub files: Vec<OpenFile>,
    /// The id of the file that is shown.
    pub current: Option<u32>,
    /// The page that is shown.
    pub page: Page,
    /// The cell that the person works on.
    pub selected: Option<CellRef>,
    /// The note that the person was led to last.
    pub note: Option<usize>,
    /// A text that was chosen in the source and was read into no field.
    pub picked: Option<String>,
}

/// What can happen to the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The person chose a language.
    SetLocale(Locale),
    /// A file is being read.
    Reading {
        /// The id of the file.
        id: u32,
        /// The file's name.
        name: String,
    },
    /// Pages of a file have been read.
    Progress {
        /// The id of the file.
        id: u32,
        /// How many pages, and of how many.
        pages: PagesRead,
    },
    /// A file could not be opened.
    Failed {
        /// The id of the file.
        id: u32,
        /// Why not.
        error: OpenError,
        /// Its bytes, for a second attempt.
        bytes: Rc<[u8]>,
    },
    /// A file has been read.
    Opened {
        /// The id of the file.
        id: u32,
        /// What was read.
        draft: Rc<Draft>,
    },
    /// Removes the file with this id.
    Close(u32),
    /// Shows the file with this id.
    Choose(u32),
    /// Shows a page.
    Turn(Page),
    /// The person works on a cell, or on none.
    Select(Option<CellRef>),
    /// The person works on the field of this path, if it is one that can be chosen.
    SelectField(String),
    /// A place of the source was chosen, with its text: leads to the field that was read from it.
    ChooseSource(SourcePlace, String),
    /// Changes the report that is shown.
    Make(Change),
    /// Takes the last change of the report back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Confirms a note, or opens it again.
    Confirm(usize, bool),
    /// Goes to the next note that needs a person.
    NextNote,
    /// Confirms the note that the person was led to, if it is still open, and goes to the next.
    ConfirmAndGoOn,
    /// The report was handed over.
    Saved,
    /// All reports were.
    SavedAll,
}

impl Desk {
    /// The desk after an action.
    pub fn after(&self, action: Action) -> Desk {
        let mut desk = self.clone();
        match action {
            Action::SetLocale(locale) => desk.locale = locale,
            Action::Reading { id, name } => {
                let state = FileState::Reading(None);
                // A file that is read once more keeps its place.
                match desk.files.iter_mut().find(|file| file.id == id) {
                    Some(file) => file.state = state,
                    None => desk.files.push(OpenFile { id, name, state }),
                }
                desk.current.get_or_insert(id);
            }
            Action::Progress { id, pages } => {
                let mut files = desk.files.iter_mut();
                if let Some(file) = files.find(|file| file.id == id)
                    && matches!(file.state, FileState::Reading(_))
                {
                    file.state = FileState::Reading(Some(pages));
                }
            }
            Action::Failed { id, error, bytes } => {
                desk.set_state(id, FileState::Failed(error, bytes));
            }
            Action::Opened { id, draft } => {
                desk.set_state(id, FileState::Open(draft));
                // A file that could not be read does not stand before one that was.
                if desk.draft().is_none() && desk.files.iter().any(|file| file.id == id) {
                    desk.current = Some(id);
                }
                if desk.current == Some(id) {
                    desk.forget_place();
                }
            }
            Action::Close(id) => {
                desk.files.retain(|file| file.id != id);
                if desk.current == Some(id) {
                    desk.current = desk.files.first().map(|file| file.id);
                    desk.forget_place();
                }
            }
            Action::Choose(id) => {
                desk.current = Some(id);
                desk.forget_place();
            }
            Action::Turn(page) => desk.page = page,
            Action::Select(cell) => desk.selected = cell,
            Action::SelectField(path) => {
                desk.selected = desk.draft().and_then(|draft| draft.field(&path));
            }
            Action::ChooseSource(place, text) => {
                let field = desk.draft().and_then(|draft| draft.field_at(place));
                if field.is_some() {
                    desk.page = Page::Form;
                    desk.selected = field;
                    desk.picked = None;
                } else if !text.trim().is_empty() {
                    desk.picked = Some(text.trim().to_owned());
                }
            }
            Action::Make(change) => {
                desk.picked = None;
                desk.edit(|draft| draft.make(change));
            }
            Action::Undo => desk.edit(|draft| {
                draft.undo();
            }),
            Action::Redo => desk.edit(|draft| {
                draft.redo();
            }),
            Action::Confirm(note, is_confirmed) => {
                desk.edit(|draft| draft.confirm(note, is_confirmed));
            }
            Action::NextNote => desk.go_to_next_note(),
            Action::ConfirmAndGoOn => {
                if let Some(note) = desk.note {
                    desk.edit(|draft| draft.confirm(note, true));
                }
                desk.go_to_next_note();
            }
            Action::SavedAll => {
                for file in &mut desk.files {
                    if let FileState::Open(draft) = &file.state
                        && draft.save().is_ok()
                    {
                        file.state = FileState::Saved(draft.clone());
                    }
                }
            }
            Action::Saved => {
                if let (Some(id), Some(draft)) = (desk.current, desk.draft().cloned()) {
                    desk.set_state(id, FileState::Saved(draft));
                }
            }
        }
        desk
    }

    /// The report that is shown, if one is.
    pub fn draft(&self) -> Option<&Rc<Draft>> {
        match &self.current_file()?.state {
            FileState::Open(draft) | FileState::Saved(draft) => Some(draft),
            FileState::Reading(_) | FileState::Failed(..) => None,
        }
    }

    /// The file that is shown, whatever became of it.
    pub fn current_file(&self) -> Option<&OpenFile> {
        let current = self.current?;
        self.files.iter().find(|file| file.id == current)
    }

    /// Whether something was changed that was not handed over since.
    pub fn has_unsaved_work(&self) -> bool {
        self.files.iter().any(|file| match &file.state {
            FileState::Open(draft) => draft.is_changed(),
            _ => false,
        })
    }

    /// The id for the next file.
    pub fn next_id(&self) -> u32 {
        let ids = self.files.iter().map(|file| file.id);
        ids.max().map_or(0, |id| id.saturating_add(1))
    }

    fn set_state(&mut self, id: u32, state: FileState) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.state = state;
        }
    }

    fn edit(&mut self, edit: impl FnOnce(&mut Draft)) {
        let (Some(id), Some(draft)) = (self.current, self.draft().cloned()) else {
            return;
        };
        let mut draft = Rc::unwrap_or_clone(draft);
        edit(&mut draft);
        self.set_state(id, FileState::Open(Rc::new(draft)));
    }

    fn go_to_next_note(&mut self) {
        let Some(draft) = self.draft().cloned() else {
            return;
        };
        let open = draft.open_notes();
        let after = self
            .note
            .and_then(|last| open.iter().find(|note| **note > last));
        let Some(next) = after.or(open.first()).copied() else {
            self.note = None;
            return;
        };
        self.note = Some(next);
        self.page = Page::Form;
        let note = draft.notes().get(next);
        self.selected = note.and_then(|note| {
            let cell = draft.cells_of(note).first().copied();
            cell.or_else(|| draft.field(note.path.as_deref()?))
        });
    }

    fn forget_place(&mut self) {
        self.selected = None;
        self.note = None;
        self.picked = None;
    }
}

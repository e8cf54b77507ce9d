//! The components, one a file.

mod cell_bar;
mod cell_input;
mod checks;
mod file_list;
mod folder_card;
mod form;
mod hand_over;
mod head;
mod intake;
mod keep_draft;
mod named_list;
mod note_bar;
mod page_tabs;
mod preview;
mod prose;
mod quantity_input;
mod section_one;
mod source_pane;
mod table;
mod text_input;

pub use cell_bar::CellBar;
pub use checks::Checks;
pub use file_list::FileList;
pub use form::Form;
pub use hand_over::HandOver;
pub use intake::Intake;
pub use note_bar::NoteBar;
pub use page_tabs::PageTabs;
pub use preview::Preview;
pub use source_pane::SourcePane;

//! The state of the application as its components share it.

use crate::reader::Reader;
use gongkai_desk::{Action, Desk, Draft};
use gongkai_i18n::Locale;
use std::rc::Rc;
use yew::prelude::*;

/// The desk as a reducer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State(pub Desk);

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(State(self.0.after(action)))
    }
}

/// What every component can read and do.
pub type Context = UseReducerHandle<State>;

/// The desk, in a component below the application.
///
/// # Panics
/// Outside the application.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "every component is below the provider, whatever the data"
)]
pub fn use_desk() -> Context {
    use_context::<Context>().expect("the application provides its state")
}

/// The reader of files, in a component below the application.
///
/// # Panics
/// Outside the application.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "every component is below the provider, whatever the data"
)]
pub fn use_reader() -> Reader {
    use_context::<Reader>().expect("the application provides its reader")
}

/// The language of the desk.
#[hook]
pub fn use_locale() -> Locale {
    use_desk().0.locale
}

/// The report that is shown, if one is.
#[hook]
pub fn use_draft() -> Option<Rc<Draft>> {
    use_desk().0.draft().cloned()
}

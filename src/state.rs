//! What the widget remembers, and what may change it.

use crate::figures::{Choices, Display, View};
use crate::i18n::{Locale, Text};
use crate::link::Link;
use std::rc::Rc;
use yew::prelude::*;

/// How wide the widget is before it has been measured.
const UNMEASURED: f64 = 640.0;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub view: View,
    pub choices: Choices,
    pub locale: Locale,
    /// The key of the mark that the reader settled on.
    pub selected: Option<AttrValue>,
    /// The key of the mark under the pointer or the keyboard.
    pub current: Option<AttrValue>,
    /// CSS pixels.
    pub width: f64,
    /// What the live region says.
    pub spoken: AttrValue,
}

impl Default for State {
    fn default() -> State {
        State {
            view: View::Overview,
            choices: Choices::default(),
            locale: Locale::default(),
            selected: None,
            current: None,
            width: UNMEASURED,
            spoken: AttrValue::default(),
        }
    }
}

pub enum Action {
    Show(View),
    Choose(&'static str, &'static str),
    Switch,
    Point(Option<AttrValue>),
    /// With the sentence to be spoken.
    Select(Option<AttrValue>, String),
    Speak(String),
    Resize(f64),
    Translate(Locale),
    Restore(Link),
    /// Another report came: what was selected in the old one means nothing.
    Reset,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Show(view) => {
                if view != state.view {
                    state.selected = None;
                    state.current = None;
                }
                state.view = view;
            }
            Action::Choose(id, value) => {
                state.choices.choose(id, value);
            }
            Action::Switch => {
                state.choices.display = match state.choices.display {
                    Display::Chart => Display::Table,
                    Display::Table => Display::Chart,
                };
            }
            Action::Point(key) => state.current = key,
            Action::Select(key, spoken) => {
                state.selected = key;
                state.spoken = spoken.into();
            }
            Action::Speak(spoken) => state.spoken = spoken.into(),
            Action::Resize(width) => state.width = width,
            Action::Translate(locale) => state.locale = locale,
            Action::Restore(link) => state.restore(link),
            Action::Reset => {
                state.selected = None;
                state.current = None;
            }
        }
        if state == *self { self } else { Rc::new(state) }
    }
}

impl State {
    fn restore(&mut self, link: Link) {
        // A link says all that differs from the defaults.
        self.choices = Choices::default();
        for (id, value) in &link.choices {
            self.choices.choose(id, value);
        }
        self.view = link.view.unwrap_or(self.view);
        self.locale = link.locale.unwrap_or(self.locale);
        self.selected = link.selected.map(AttrValue::from);
        self.current = None;
    }

    pub fn link(&self) -> Link {
        Link::of(
            self.view,
            &self.choices,
            self.locale,
            self.selected.as_deref(),
        )
    }

    /// "Now a table: …" or "Now a chart: …".
    pub fn display_spoken(&self, title: &str) -> String {
        match self.choices.display {
            Display::Chart => Text::NowChart,
            Display::Table => Text::NowTable,
        }
        .with(self.locale, &[title])
    }
}

//! What the widget remembers, and what may change it.

use crate::charts::Size;
use crate::figures::{Choices, Display, View};
use crate::link::Link;
use crate::request::Request;
use crate::text::AppText;
use gongkai_i18n::Locale;

/// How wide the widget is before it has been measured.
const UNMEASURED: f64 = 640.0;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub view: View,
    pub choices: Choices,
    pub locale: Locale,
    /// The key of the mark that the reader settled on.
    pub selected: Option<String>,
    /// The key of the mark under the pointer or the keyboard.
    pub current: Option<String>,
    /// CSS pixels.
    pub width: f64,
    /// What the reader searches the text for.
    pub query: String,
    /// What the live region says.
    pub spoken: String,
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
            query: String::new(),
            spoken: String::new(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Show(View),
    /// A choice and its value, by their stable names.
    Choose(String, String),
    /// From the chart to the table and back.
    Switch,
    /// A view with one of its cells selected, as chart or as table.
    Follow(View, Option<String>, Option<Display>),
    Search(String),
    Point(Option<String>),
    Select(Option<String>),
    Speak(String),
    Resize(f64),
    Translate(Locale),
    Restore(Link),
    /// Another report came: what was selected in the old one means nothing.
    Reset,
}

impl State {
    /// Before the reader has done anything; what a link says goes before what the page says.
    pub fn opened(view: Option<View>, locale: Locale, width: f64, link: Option<&Link>) -> State {
        let mut state = State {
            view: view.unwrap_or_default(),
            locale,
            width,
            ..State::default()
        };
        if let Some(link) = link {
            state.reduce(Action::Restore(link.clone()));
        }
        state
    }

    /// What is announced to those who hear the page after a change from `before`: the finding of what is
    /// now shown, `title`, and whether it is now a chart or a table.
    ///
    /// `None` after a resize or a search, which announces its own count.
    pub fn announcement(&self, before: &State, title: &str) -> Option<String> {
        if self.width != before.width || self.query != before.query {
            return None;
        }
        let display = self.choices.display;
        if self.view != before.view || display == before.choices.display {
            return Some(title.to_owned());
        }
        let text = match display {
            Display::Chart => AppText::NowChart,
            Display::Table => AppText::NowTable,
            Display::Years => return Some(title.to_owned()),
        };
        Some(text.with(self.locale, &[title]))
    }

    /// All that is to be drawn; `em` is the reader's text size in CSS pixels.
    pub fn request(&self, em: f64, permalink: bool) -> Request {
        Request {
            view: self.view,
            choices: self.choices,
            locale: self.locale,
            size: Size {
                width: self.width,
                em,
            },
            permalink,
            query: self.query.clone(),
        }
    }

    /// The one place where state changes.
    pub fn reduce(&mut self, action: Action) {
        match action {
            Action::Show(view) => {
                if view != self.view {
                    self.selected = None;
                    self.current = None;
                }
                self.view = view;
            }
            Action::Choose(id, value) => {
                self.choices.choose(&id, &value);
            }
            Action::Switch => {
                self.choices.display = match self.choices.display {
                    Display::Chart => Display::Table,
                    Display::Table | Display::Years => Display::Chart,
                };
                self.current = None;
            }
            Action::Follow(view, cell, display) => {
                self.view = view;
                self.selected = cell;
                self.current = None;
                self.choices.display = display.unwrap_or(self.choices.display);
            }
            Action::Search(query) => self.query = query,
            Action::Point(key) => self.current = key,
            Action::Select(key) => self.selected = key,
            Action::Speak(spoken) => self.spoken = spoken,
            Action::Resize(width) => self.width = width,
            Action::Translate(locale) => self.locale = locale,
            Action::Restore(link) => self.restore(link),
            Action::Reset => {
                self.selected = None;
                self.current = None;
            }
        }
    }

    fn restore(&mut self, link: Link) {
        // A link says all that differs from the defaults.
        self.choices = Choices::default();
        for (id, value) in &link.choices {
            self.choices.choose(id, value);
        }
        self.view = link.view.unwrap_or(self.view);
        self.locale = link.locale.unwrap_or(self.locale);
        self.selected = link.selected;
        self.current = None;
    }

    /// Whether the panel must be made anew.
    pub fn differs(&self, other: &State) -> bool {
        (self.view, self.choices, self.locale) != (other.view, other.choices, other.locale)
            || self.query != other.query
            || self.width != other.width
    }

    pub fn link(&self) -> Link {
        Link::of(
            self.view,
            &self.choices,
            self.locale,
            self.selected.as_deref(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_survives_a_visit_to_another_view() {
        let mut state = State::default();
        state.reduce(Action::Show(View::Disclosure));
        state.reduce(Action::Choose("sort".to_owned(), "printed".to_owned()));
        state.reduce(Action::Select(Some("disclosure.total".to_owned())));
        state.reduce(Action::Show(View::Services));
        assert_eq!(state.selected, None, "a selection belongs to its view");
        state.reduce(Action::Show(View::Disclosure));
        assert_eq!(state.choices.chosen("sort"), "printed");
    }

    #[test]
    fn a_link_brings_everything_back() {
        let mut state = State::default();
        state.reduce(Action::Show(View::Services));
        state.reduce(Action::Choose("compare".to_owned(), "changes".to_owned()));
        state.reduce(Action::Switch);
        state.reduce(Action::Translate(Locale::En));
        state.reduce(Action::Select(Some("proactive.fees".to_owned())));
        state.reduce(Action::Follow(
            View::Applications,
            Some("applications.received[6] applications.carried_in[6]".to_owned()),
            Some(Display::Table),
        ));
        let mut other = State::default();
        other.reduce(Action::Choose("scale".to_owned(), "log".to_owned()));
        other.reduce(Action::Restore(state.link()));
        assert_eq!(other, state);
    }
}

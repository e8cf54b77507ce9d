//! Which file of how many is being processed.

use super::terminal;
use crate::messages::cli_text;
use gongkai_i18n::Locale;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How often progress is printed where no terminal can show a line that changes.
const INTERVAL: Duration = Duration::from_secs(5);

/// Progress through a known number of files, from any thread.
pub struct Progress {
    total: usize,
    is_terminal: bool,
    locale: Locale,
    state: Mutex<State>,
}

struct State {
    done: usize,
    printed: Instant,
}

impl Progress {
    pub fn new(total: usize, locale: Locale) -> Progress {
        Progress {
            total,
            is_terminal: std::io::stderr().is_terminal(),
            locale,
            state: Mutex::new(State {
                done: 0,
                printed: Instant::now(),
            }),
        }
    }

    /// Counts a file and shows its name.
    pub fn step(&self, file: &str) {
        // Counting stays correct whatever another thread was doing when it panicked.
        let mut state = self.state.lock().unwrap_or_else(|error| error.into_inner());
        state.done = state.done.saturating_add(1);
        let counts = [state.done.to_string(), self.total.to_string()];
        let [done, total] = &counts;
        let line = cli_text::Progress { done, total, file }.text(self.locale);
        if self.is_terminal {
            terminal::show_progress(&line);
        } else if state.printed.elapsed() > INTERVAL {
            state.printed = Instant::now();
            terminal::message(&line);
        }
    }

    /// Removes the line from a terminal.
    pub fn finish(&self) {
        terminal::clear_progress();
    }
}

//! The help of commands, made from the [table](super::table).

use super::table::{COMMANDS, COMMON, CommandSpec, OptionSpec};
use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;

/// Columns of a terminal that a line of help fills at most; a Chinese character takes two.
const WIDTH: usize = 110;
const INDENT: &str = "  ";

/// Characters that must not begin a line.
const CLOSING: &str = "，。；：、）”’》？！,.;:)";
/// Characters that must not end a line.
const OPENING: &str = "（“‘《(";

/// The help of the program.
pub fn program(locale: Locale) -> String {
    let mut commands: Vec<(String, &str)> = COMMANDS
        .iter()
        .map(|command| (command.name.to_owned(), command.summary.text(locale)))
        .collect();
    commands.push(("help".to_owned(), CliText::SummaryHelp.text(locale)));
    let options = rows(&options(&COMMON, locale));
    cli_text::Help {
        commands: &rows(&commands),
        options: &options,
    }
    .text(locale)
}

/// The help of a command.
pub fn command(command: &CommandSpec, locale: Locale) -> String {
    let all: Vec<(String, &str)> = command
        .all_options()
        .map(|option| description(option, locale))
        .collect();
    command.help.with(locale, &[&rows(&all)])
}

fn options(options: &'static [OptionSpec], locale: Locale) -> Vec<(String, &'static str)> {
    let options = options.iter();
    options.map(|option| description(option, locale)).collect()
}

fn description(option: &OptionSpec, locale: Locale) -> (String, &'static str) {
    (option.signature(locale), option.help.text(locale))
}

impl OptionSpec {
    /// The option as the help shows it, such as `-o, --output PATH`.
    pub fn signature(&self, locale: Locale) -> String {
        let mut text = String::new();
        if let Some(short) = self.short {
            text.extend(['-', short, ',', ' ']);
        }
        text += "--";
        text += self.long;
        if let Some(value) = &self.value {
            text.push(' ');
            text += value.name.text(locale);
        }
        text
    }
}

/// Names with their descriptions beside them, in two columns.
fn rows(rows: &[(String, &str)]) -> String {
    let names = rows.iter().map(|(name, _)| columns(name)).max();
    let indent = INDENT.len() + names.unwrap_or(0) + INDENT.len();
    let mut text = String::new();
    for (name, description) in rows {
        text += INDENT;
        text += name;
        let mut used = INDENT.len() + columns(name);
        for line in wrap(description, WIDTH.saturating_sub(indent)) {
            text += &" ".repeat(indent - used);
            text += &line;
            text.push('\n');
            used = 0;
        }
    }
    text.pop();
    text
}

/// Breaks a text into lines, between words or between Chinese characters.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for part in parts(text) {
        if !line.is_empty() && columns(&line) + columns(part.trim_end()) > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line += part;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The pieces between which a line may break.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (at, letter) in text.char_indices() {
        let can_break = previous.is_some_and(|previous: char| {
            let is_between = previous == ' ' || is_wide(previous) || is_wide(letter);
            is_between && letter != ' ' && !CLOSING.contains(letter) && !OPENING.contains(previous)
        });
        if can_break && let Some(part) = text.get(start..at) {
            parts.push(part);
            start = at;
        }
        previous = Some(letter);
    }
    parts.extend(text.get(start..));
    parts
}

fn columns(text: &str) -> usize {
    text.chars()
        .map(|letter| if is_wide(letter) { 2 } else { 1 })
        .sum()
}

/// Whether a character is a Chinese one or Chinese punctuation.
fn is_wide(letter: char) -> bool {
    letter >= '\u{2e80}' || "“”‘’…".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, columns, wrap};
    use crate::args::table::COMMANDS;
    use gongkai_i18n::Locale;

    #[test]
    fn lines_break_between_words_and_characters_but_not_before_punctuation() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("写到哪里，必填", 8), ["写到哪", "里，必填"]);
        assert_eq!(wrap("用 JSON 写", 5), ["用", "JSON", "写"]);
    }

    #[test]
    fn the_options_of_every_command_fit_the_width() {
        for locale in Locale::ALL {
            for command in &COMMANDS {
                let all: Vec<_> = command
                    .all_options()
                    .map(|option| super::description(option, locale))
                    .collect();
                for line in super::rows(&all).lines() {
                    assert!(columns(line) <= WIDTH + 2, "{}: {line}", command.name);
                }
            }
        }
    }
}

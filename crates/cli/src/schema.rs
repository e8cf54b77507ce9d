//! `gongkai schema`: the JSON Schema of a report, for editors and validators.

use super::args::Schema;
use super::{Outcome, atomic_file, terminal};
use crate::messages::cli_text;
use gongkai_i18n::Locale;

pub fn run(args: &Schema, locale: Locale) -> Outcome {
    let text = gongkai_model::schema() + "\n";
    let Some(path) = &args.output else {
        terminal::print(&text, locale);
        return Outcome::Complete;
    };
    match atomic_file::write(path, text.as_bytes(), locale) {
        Ok(()) => {
            terminal::message(
                &cli_text::Written {
                    file: &path.display().to_string(),
                }
                .text(locale),
            );
            Outcome::Complete
        }
        Err(message) => {
            terminal::message(&message);
            Outcome::Failed
        }
    }
}

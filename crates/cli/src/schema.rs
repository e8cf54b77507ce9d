//! What a report's JSON may hold, for editors and validators.

use super::args::Schema;
use super::{End, output, say};
use crate::messages::CliText;
use gongkai_i18n::Locale;
use gongkai_model::schema;

pub fn run(args: &Schema, locale: Locale) -> End {
    let text = schema() + "\n";
    let Some(path) = &args.output else {
        say::out(&text, locale);
        return End::Good;
    };
    match output::write(path, text.as_bytes(), locale) {
        Ok(()) => {
            say::error(&CliText::Written.with(locale, &[&path.display().to_string()]));
            End::Good
        }
        Err(sentence) => {
            say::error(&sentence);
            End::Failed
        }
    }
}

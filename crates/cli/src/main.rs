//! The command line: prepares reports for a portal.

mod additions;
mod args;
mod atomic_file;
mod bundle;
mod catalog;
mod check;
mod collect;
mod convert;
mod convert_folder;
mod denominators;
mod dropped;
mod explorer;
mod generate;
mod messages;
mod progress;
mod publish;
mod render;
mod run_log;
mod schema;
mod spreadsheet;
mod stale_files;
mod table;
mod table_writer;
mod terminal;
mod verify;

use crate::messages::cli_text;
use args::{Command, Request};
use gongkai_i18n::Locale;
use std::process::ExitCode;

/// How a command ended, from best to worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    #[default]
    Complete,
    /// Done, with something left out.
    Gaps,
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Complete => 0,
            Outcome::Failed => 1,
            Outcome::Gaps => 2,
        })
    }
}

fn main() -> ExitCode {
    let Request { locale, command } = args::read(std::env::args_os());
    let outcome = run(command, locale);
    explorer::wait_before_closing(locale);
    if terminal::stdout_failed() {
        return Outcome::Failed.into();
    }
    outcome.into()
}

fn run(command: Result<Command, String>, locale: Locale) -> Outcome {
    match command {
        Ok(Command::Help(text)) => {
            terminal::print(&text, locale);
            Outcome::Complete
        }
        Ok(Command::Version) => {
            let version = cli_text::Version {
                version: env!("CARGO_PKG_VERSION"),
            }
            .text(locale);
            terminal::print(&(version + "\n"), locale);
            Outcome::Complete
        }
        Ok(Command::Generate(what)) => {
            terminal::print(&generate::generate(what, locale), locale);
            Outcome::Complete
        }
        Ok(Command::Dropped(paths)) => dropped::run(&paths, locale),
        Ok(Command::Convert(args)) => convert::run(&args, locale),
        Ok(Command::ConvertFolder(args)) => convert_folder::run(&args, locale),
        Ok(Command::Table(args)) => table::run(&args, locale),
        Ok(Command::Check(args)) => check::run(&args, locale),
        Ok(Command::Render(args)) => render::run(&args, locale),
        Ok(Command::Publish(args)) => publish::run(&args, locale),
        Ok(Command::Schema(args)) => schema::run(&args, locale),
        Ok(Command::Verify(args)) => verify::run(&args, locale),
        Ok(Command::Catalog(args)) => catalog::run(&args, locale),
        Err(message) => {
            terminal::message(&message);
            Outcome::Failed
        }
    }
}

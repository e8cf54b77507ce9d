//! The command line: what a clerk does to a report before it is on a portal.

mod args;
mod catalog;
mod check;
mod convert;
mod csv;
mod folder;
mod initials;
mod leftovers;
mod list;
mod messages;
mod numbers;
mod output;
mod parallel;
mod provinces;
mod publish;
mod render;
mod say;
mod schema;
mod sink;
mod stem;
mod table;

use crate::messages::CliText;
use args::{Command, Request};
use std::process::ExitCode;

/// As every command gives it to whoever called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    #[default]
    Good,
    /// Done, with something left out.
    Gaps,
    Failed,
}

fn main() -> ExitCode {
    let Request { locale, command } = args::read(std::env::args_os());
    let end = match command {
        Ok(Command::Help(text)) => {
            say::out(text.text(locale), locale);
            End::Good
        }
        Ok(Command::Version) => {
            let version = CliText::Version.with(locale, &[env!("CARGO_PKG_VERSION")]);
            say::out(&(version + "\n"), locale);
            End::Good
        }
        Ok(Command::Convert(args)) => convert::run(&args, locale),
        Ok(Command::Folder(args)) => folder::run(&args, locale),
        Ok(Command::Table(args)) => table::run(&args, locale),
        Ok(Command::Check(args)) => check::run(&args, locale),
        Ok(Command::Render(args)) => render::run(&args, locale),
        Ok(Command::Publish(args)) => publish::run(&args, locale),
        Ok(Command::Schema(args)) => schema::run(&args, locale),
        Ok(Command::Catalog(args)) => catalog::run(&args, locale),
        Err(wrong) => {
            say::error(&wrong);
            End::Failed
        }
    };
    ExitCode::from(match end {
        _ if say::has_failed() => 1,
        End::Good => 0,
        End::Failed => 1,
        End::Gaps => 2,
    })
}

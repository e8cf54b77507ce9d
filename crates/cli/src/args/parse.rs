//! From the command line to a command.
//!
//! With lexopt, since it leaves messages to the program: clap's are in English only.

use super::help;
use super::options::{Options, check_language, is_dash, one_folder_only, unexpected};
use super::table::{self, CommandSpec};
use super::{
    Catalog, Check, Command, Convert, ConvertFolder, Generated, Publish, Render, RenderedPart,
    Schema, Table, TableFormat, TableInput, Verify,
};
use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;
use lexopt::prelude::*;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// Parses all arguments, the program's own name first; `language` is that of rendered pages.
///
/// # Errors
/// A sentence for people.
pub(super) fn command(
    arguments: &[OsString],
    locale: Locale,
    language: Locale,
) -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_iter(arguments.iter().cloned());
    let name = match first(&mut parser, locale)? {
        First::Name(name) => name,
        First::Command(command) => return Ok(command),
    };
    if name == "help" {
        let topic = parser
            .next()
            .map_err(|error| unexpected(&error, "help", locale))?;
        return match topic {
            Some(Value(topic)) if topic != "help" => {
                let topic = spec(&topic.to_string_lossy(), locale)?;
                Ok(Command::Help(help::command(topic, locale)))
            }
            _ => Ok(Command::Help(help::program(locale))),
        };
    }
    if name.to_str().and_then(table::find).is_none() && Path::new(&name).exists() {
        return Ok(Command::Dropped(dropped(name, parser)));
    }
    let spec = spec(&name.to_string_lossy(), locale)?;
    let options = Options::parse(&mut parser, spec, locale)?;
    if options.wants_help {
        return Ok(Command::Help(help::command(spec, locale)));
    }
    if options.wants_version {
        return Ok(Command::Version);
    }
    match spec.name {
        "convert" => convert(options, locale),
        "check" => check(options, locale),
        "render" => render(options, locale, language),
        "publish" => publish(options, locale, language),
        "schema" => schema(options, locale),
        "catalog" => catalog(options, locale),
        "verify" => verify(&options, locale),
        _ => Err(cli_text::UnknownCommand { command: spec.name }.text(locale)),
    }
}

/// The files and folders that a file manager starts the program with.
fn dropped(first: OsString, parser: lexopt::Parser) -> Vec<PathBuf> {
    let mut parser = parser;
    let rest = parser.raw_args().into_iter().flatten();
    let paths = std::iter::once(first).chain(rest);
    paths.map(PathBuf::from).collect()
}

/// What comes before a command's own options.
enum First {
    Name(OsString),
    /// A command that needs no name.
    Command(Command),
}

fn first(parser: &mut lexopt::Parser, locale: Locale) -> Result<First, String> {
    loop {
        let argument = parser
            .next()
            .map_err(|error| unexpected(&error, "help", locale))?;
        let option = match argument {
            None | Some(Short('h') | Long("help")) => {
                return Ok(First::Command(Command::Help(help::program(locale))));
            }
            Some(Short('V') | Long("version")) => return Ok(First::Command(Command::Version)),
            Some(Value(name)) => return Ok(First::Name(name)),
            Some(Long("lang")) => {
                let value = parser.value();
                let value = value.map_err(|_| {
                    cli_text::NoValue {
                        option: "--lang",
                        command: "help",
                    }
                    .text(locale)
                })?;
                check_language(&value, locale)?;
                continue;
            }
            Some(Long("generate")) => {
                let value = parser.value();
                let value = value.map_err(|_| {
                    cli_text::NoValue {
                        option: "--generate",
                        command: "help",
                    }
                    .text(locale)
                })?;
                return generated(&value, locale).map(First::Command);
            }
            Some(Short(letter)) => format!("-{letter}"),
            Some(Long(name)) => format!("--{name}"),
        };
        return Err(cli_text::UnknownGlobalOption { option: &option }.text(locale));
    }
}

/// The hidden option `--generate`, for those who package the program.
fn generated(value: &OsStr, locale: Locale) -> Result<Command, String> {
    Ok(Command::Generate(match value.to_str() {
        Some("man") => Generated::Man,
        Some("bash") => Generated::Bash,
        Some("zsh") => Generated::Zsh,
        Some("fish") => Generated::Fish,
        Some("powershell") => Generated::PowerShell,
        _ => {
            let kinds = ["man", "bash", "zsh", "fish", "powershell"];
            let kinds = kinds.join(CliText::Comma.text(locale));
            let value = value.to_string_lossy();
            return Err(cli_text::BadValue {
                option: "--generate",
                value: &value,
                expected: &kinds,
            }
            .text(locale));
        }
    }))
}

fn spec(name: &str, locale: Locale) -> Result<&'static CommandSpec, String> {
    table::find(name).ok_or_else(|| cli_text::UnknownCommand { command: name }.text(locale))
}

fn convert(mut options: Options, locale: Locale) -> Result<Command, String> {
    if let Some(format) = options.format {
        if options.evidence.is_some() {
            return Err(cli_text::OneOrOther {
                one: "--evidence",
                other: "--format",
            }
            .text(locale));
        }
        return table(options, format, locale);
    }
    let folder = options.folder.take();
    if options.evidence.is_some() && folder.is_some() {
        return Err(cli_text::OneOrOther {
            one: "--evidence",
            other: "--folder",
        }
        .text(locale));
    }
    if options.grain.is_some() || folder.as_deref().is_some_and(is_dash) {
        return Err(CliText::OnlyTables.text(locale).to_owned());
    }
    let Some(folder) = folder else {
        return Ok(Command::Convert(Convert {
            file: options.one_file("convert", locale)?,
            output: options.output_file(),
            evidence: options.evidence,
            given: options.given,
            explains: options.explains,
        }));
    };
    if options.explains {
        return Err(cli_text::OneFileOnly {
            option: "--explain",
        }
        .text(locale));
    }
    if let Some(file) = options.files.first() {
        return Err(one_folder_only(file, locale));
    }
    let output = options.output_path(CliText::AFolder, locale)?;
    Ok(Command::ConvertFolder(ConvertFolder {
        output: output.unwrap_or_else(|| folder.clone()),
        folder,
        given: options.given,
    }))
}

fn table(mut options: Options, format: TableFormat, locale: Locale) -> Result<Command, String> {
    let input = match (options.folder.take(), options.files.first()) {
        (None, _) => TableInput::File(options.one_file("convert", locale)?),
        (Some(_), Some(file)) => return Err(one_folder_only(file, locale)),
        (Some(folder), None) if is_dash(&folder) => TableInput::NamesOnStdin,
        (Some(folder), None) => TableInput::Folder(folder),
    };
    Ok(Command::Table(Table {
        input,
        output: options.output_file(),
        given: options.given,
        format,
        grain: options.grain.unwrap_or_default(),
    }))
}

fn check(options: Options, locale: Locale) -> Result<Command, String> {
    let Options {
        files,
        as_json,
        is_verbose,
        ..
    } = options;
    if files.is_empty() {
        return Err(cli_text::NoFile { command: "check" }.text(locale));
    }
    Ok(Command::Check(Check {
        files,
        as_json,
        is_verbose,
    }))
}

fn render(mut options: Options, locale: Locale, language: Locale) -> Result<Command, String> {
    let part = match (options.only_fragment, options.only_snippet) {
        (false, false) => RenderedPart::Page,
        (true, false) => RenderedPart::Fragment,
        (false, true) => RenderedPart::Snippet,
        (true, true) => {
            return Err(cli_text::OneOrOther {
                one: "--fragment",
                other: "--embed",
            }
            .text(locale));
        }
    };
    Ok(Command::Render(Render {
        file: options.one_file("render", locale)?,
        output: options.output_file(),
        part,
        view: options.view,
        bundle: options.bundle,
        header: options.header,
        footer: options.footer,
        base: options.base.unwrap_or_else(|| "gongkai/".to_owned()),
        src: options.src,
        page: options.page.unwrap_or_default(),
        language,
    }))
}

fn publish(mut options: Options, locale: Locale, language: Locale) -> Result<Command, String> {
    let reports = options.one_folder("publish", locale)?;
    let output = options.output_path(CliText::AFolder, locale)?;
    Ok(Command::Publish(Publish {
        reports,
        output: output.ok_or_else(|| CliText::NeedsOutput.text(locale).to_owned())?,
        bundle: options.bundle,
        header: options.header,
        footer: options.footer,
        has_desk: options.has_desk,
        base_url: options.base_url,
        font: options.font,
        makes_all: options.makes_all,
        may_withdraw: options.may_withdraw,
        language,
    }))
}

fn schema(mut options: Options, locale: Locale) -> Result<Command, String> {
    if let Some(file) = options.files.first() {
        let file = file.display().to_string();
        return Err(cli_text::NoFileExpected {
            command: "schema",
            file: &file,
        }
        .text(locale));
    }
    Ok(Command::Schema(Schema {
        output: options.output_file(),
    }))
}

fn catalog(mut options: Options, locale: Locale) -> Result<Command, String> {
    Ok(Command::Catalog(Catalog {
        folder: options.one_folder("catalog", locale)?,
        output: options.output_path(CliText::AFile, locale)?,
        title: options.title,
        denominators: options.denominators,
        is_fictional: options.is_fictional,
    }))
}

fn verify(options: &Options, locale: Locale) -> Result<Command, String> {
    if options.files.is_empty() {
        return Err(CliText::NoAddress.text(locale).to_owned());
    }
    let target = options.one_file("verify", locale)?;
    Ok(Command::Verify(Verify {
        target: target.to_string_lossy().into_owned(),
    }))
}

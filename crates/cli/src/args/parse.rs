//! From the command line to a command.
//!
//! With lexopt, since it leaves messages to the program: clap's are in English only.

use super::{
    Catalog, Check, Command, Convert, ConvertFolder, Publish, Render, RenderedPart, Schema, Table,
    TableFormat, TableInput,
};
use crate::messages::CliText;
use gongkai_cli::table_rows::Grain;
use gongkai_i18n::Locale;
use gongkai_import::Given;
use gongkai_model::Date;
use gongkai_view::figures::View;
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
            Some(Value(topic)) => help(&topic.to_string_lossy(), locale).map(Command::Help),
            _ => Ok(Command::Help(CliText::Help)),
        };
    }
    let text = help(&name, locale)?;
    let options = options(&mut parser, &name, locale)?;
    if options.wants_help {
        return Ok(Command::Help(text));
    }
    if options.wants_version {
        return Ok(Command::Version);
    }
    match name.as_str() {
        "convert" => convert(options, locale),
        "check" => check(options, locale),
        "render" => render(options, locale, language),
        "publish" => publish(options, locale, language),
        "schema" => schema(options, locale),
        "catalog" => catalog(options, locale),
        _ => Err(CliText::UnknownCommand.with(locale, &[&name])),
    }
}

/// What comes before a command's own options.
enum First {
    Name(String),
    /// A command that needs no name.
    Command(Command),
}

fn first(parser: &mut lexopt::Parser, locale: Locale) -> Result<First, String> {
    loop {
        let argument = parser
            .next()
            .map_err(|error| unexpected(&error, "", locale))?;
        let option = match argument {
            None | Some(Short('h') | Long("help")) => {
                return Ok(First::Command(Command::Help(CliText::Help)));
            }
            Some(Short('V') | Long("version")) => return Ok(First::Command(Command::Version)),
            Some(Value(name)) => return Ok(First::Name(name.to_string_lossy().into_owned())),
            Some(Long("lang")) => {
                let value = parser.value();
                let value =
                    value.map_err(|_| CliText::NoValue.with(locale, &["--lang", "help"]))?;
                check_language(&value, locale)?;
                continue;
            }
            Some(Short(letter)) => format!("-{letter}"),
            Some(Long(name)) => format!("--{name}"),
        };
        return Err(CliText::UnknownOption.with(locale, &[&option, ""]));
    }
}

fn help(command: &str, locale: Locale) -> Result<CliText, String> {
    Ok(match command {
        "convert" => CliText::HelpConvert,
        "check" => CliText::HelpCheck,
        "render" => CliText::HelpRender,
        "publish" => CliText::HelpPublish,
        "schema" => CliText::HelpSchema,
        "catalog" => CliText::HelpCatalog,
        "help" => CliText::Help,
        other => return Err(CliText::UnknownCommand.with(locale, &[other])),
    })
}

/// The options of all commands, each checked by itself.
#[derive(Default)]
struct Options {
    files: Vec<PathBuf>,
    output: Option<PathBuf>,
    folder: Option<PathBuf>,
    given: Given,
    /// `None` is each report's own JSON.
    format: Option<TableFormat>,
    grain: Option<Grain>,
    as_json: bool,
    only_fragment: bool,
    only_snippet: bool,
    view: View,
    bundle: Option<PathBuf>,
    base: Option<String>,
    src: Option<String>,
    title: Option<String>,
    denominators: Option<PathBuf>,
    is_fictional: bool,
    wants_help: bool,
    wants_version: bool,
}

fn options(parser: &mut lexopt::Parser, command: &str, locale: Locale) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(argument) = parser
        .next()
        .map_err(|error| unexpected(&error, command, locale))?
    {
        let option = match argument {
            Value(file) => {
                options.files.push(file.into());
                continue;
            }
            Short(letter) => format!("-{letter}"),
            Long(name) => format!("--{name}"),
        };
        if options.set_flag(command, &option) {
            continue;
        }
        if !has_value(command, &option) {
            return Err(CliText::UnknownOption.with(locale, &[&option, command]));
        }
        let value = parser.value();
        let value = value.map_err(|_| CliText::NoValue.with(locale, &[&option, command]))?;
        options.set_value(&option, value, locale)?;
    }
    Ok(options)
}

fn has_value(command: &str, option: &str) -> bool {
    match option {
        "--lang" => true,
        "-o" | "--output" => command != "check",
        "--bundle" => matches!(command, "render" | "publish"),
        "--view" | "--base" | "--src" => command == "render",
        "--folder" | "--format" | "--rows" | "--agency" | "--division-code" | "--url"
        | "--year" | "--published" => command == "convert",
        "--title" | "--denominators" => command == "catalog",
        _ => false,
    }
}

impl Options {
    /// Takes an option without a value; `false` if it is not one of the command's.
    fn set_flag(&mut self, command: &str, option: &str) -> bool {
        let flag = match (command, option) {
            (_, "-h" | "--help") => &mut self.wants_help,
            (_, "-V" | "--version") => &mut self.wants_version,
            ("render", "--fragment") => &mut self.only_fragment,
            ("render", "--embed") => &mut self.only_snippet,
            ("catalog", "--fictional") => &mut self.is_fictional,
            ("check", "--json") => &mut self.as_json,
            _ => return false,
        };
        *flag = true;
        true
    }

    /// Takes an option that [`has_value`].
    fn set_value(&mut self, option: &str, value: OsString, locale: Locale) -> Result<(), String> {
        let text = value.to_str();
        let expected =
            |what: &str| CliText::BadValue.with(locale, &[option, &value.to_string_lossy(), what]);
        let expect = |what: CliText| expected(what.text(locale));
        let lossy = || Some(value.to_string_lossy().into_owned());
        match option {
            "--lang" => check_language(&value, locale)?,
            "-o" | "--output" => self.output = Some(value.into()),
            "--folder" => self.folder = Some(value.into()),
            "--bundle" => self.bundle = Some(value.into()),
            "--denominators" => self.denominators = Some(value.into()),
            "--base" => self.base = lossy(),
            "--src" => self.src = lossy(),
            "--title" => self.title = lossy(),
            "--agency" => self.given.agency = lossy(),
            "--view" => {
                let view = text.and_then(View::from_id);
                self.view = view.ok_or_else(|| {
                    let ids: Vec<&str> = View::ALL.iter().map(|view| view.id()).collect();
                    expected(&ids.join(CliText::Comma.text(locale)))
                })?;
            }
            "--format" => {
                self.format = match text {
                    Some("json") => None,
                    Some("ndjson") => Some(TableFormat::Ndjson),
                    Some("parquet") => Some(TableFormat::Parquet),
                    _ => return Err(expect(CliText::AFormat)),
                };
            }
            "--rows" => {
                self.grain = match text {
                    Some("cell") => Some(Grain::Cell),
                    Some("report") => Some(Grain::Report),
                    _ => return Err(expect(CliText::ARow)),
                };
            }
            "--division-code" => {
                let code = text.filter(|code| {
                    (6..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
                });
                let code = code.ok_or_else(|| expect(CliText::ACode))?;
                self.given.division_code = Some(code.to_owned());
            }
            "--url" => {
                let url = text
                    .filter(|url| url.starts_with("http://") || url.starts_with("https://"))
                    .ok_or_else(|| expect(CliText::AnAddress))?;
                self.given.address = Some(url.to_owned());
            }
            "--year" => {
                let year = text.and_then(|year| year.parse().ok());
                let year = year.filter(|year| (2008..=2200).contains(year));
                self.given.year = Some(year.ok_or_else(|| expect(CliText::AYear))?);
            }
            "--published" => {
                let date = text.and_then(Date::parse);
                self.given.published = Some(date.ok_or_else(|| expect(CliText::ADate))?);
            }
            _ => {}
        }
        Ok(())
    }

    /// The output file; `-` and nothing are standard output.
    fn output_file(&mut self) -> Option<PathBuf> {
        self.output.take().filter(|output| !is_dash(output))
    }

    /// The output path of a command that cannot write to standard output.
    fn output_path(&mut self, what: CliText, locale: Locale) -> Result<Option<PathBuf>, String> {
        match self.output.take() {
            Some(output) if is_dash(&output) => {
                Err(CliText::BadValue.with(locale, &["-o", "-", what.text(locale)]))
            }
            output => Ok(output),
        }
    }

    /// The only file of a command that takes one.
    fn one_file(&self, command: &str, locale: Locale) -> Result<PathBuf, String> {
        match self.files.as_slice() {
            [] => Err(CliText::NoFile.with(locale, &[command])),
            [file] => Ok(file.clone()),
            [_, second, ..] => {
                let text = if command == "convert" {
                    CliText::OneFile
                } else {
                    CliText::OnlyOneFile
                };
                Err(text.with(locale, &[&second.display().to_string()]))
            }
        }
    }

    /// The only folder of a command that takes one.
    fn one_folder(&self, command: &str, locale: Locale) -> Result<PathBuf, String> {
        match self.files.as_slice() {
            [] => Err(CliText::NoFolder.with(locale, &[command])),
            [folder] => Ok(folder.clone()),
            [_, second, ..] => Err(one_folder_only(second, locale)),
        }
    }
}

fn convert(mut options: Options, locale: Locale) -> Result<Command, String> {
    if let Some(format) = options.format {
        return table(options, format, locale);
    }
    let folder = options.folder.take();
    if options.grain.is_some() || folder.as_deref().is_some_and(is_dash) {
        return Err(CliText::OnlyTables.text(locale).to_owned());
    }
    let Some(folder) = folder else {
        return Ok(Command::Convert(Convert {
            file: options.one_file("convert", locale)?,
            output: options.output_file(),
            given: options.given,
        }));
    };
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
    let Options { files, as_json, .. } = options;
    if files.is_empty() {
        return Err(CliText::NoFile.with(locale, &["check"]));
    }
    Ok(Command::Check(Check { files, as_json }))
}

fn render(mut options: Options, locale: Locale, language: Locale) -> Result<Command, String> {
    let part = match (options.only_fragment, options.only_snippet) {
        (false, false) => RenderedPart::Page,
        (true, false) => RenderedPart::Fragment,
        (false, true) => RenderedPart::Snippet,
        (true, true) => {
            return Err(CliText::OneOrOther.with(locale, &["--fragment", "--embed"]));
        }
    };
    Ok(Command::Render(Render {
        file: options.one_file("render", locale)?,
        output: options.output_file(),
        part,
        view: options.view,
        bundle: options.bundle,
        base: options.base.unwrap_or_else(|| "gongkai/".to_owned()),
        src: options.src,
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
        language,
    }))
}

fn schema(mut options: Options, locale: Locale) -> Result<Command, String> {
    if let Some(file) = options.files.first() {
        let file = file.display().to_string();
        return Err(CliText::NoFileExpected.with(locale, &["schema", &file]));
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

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn one_folder_only(second: &Path, locale: Locale) -> String {
    CliText::OneFolder.with(locale, &[&second.display().to_string()])
}

/// The language itself is known already, but any tag was accepted for it.
fn check_language(value: &OsStr, locale: Locale) -> Result<(), String> {
    let tag = value.to_string_lossy();
    let lower = tag.to_lowercase();
    if lower.starts_with("zh") || lower.starts_with("en") {
        return Ok(());
    }
    let languages = CliText::ALanguage.text(locale);
    Err(CliText::BadValue.with(locale, &["--lang", &tag, languages]))
}

/// Explains what the parser itself refuses.
fn unexpected(error: &lexopt::Error, command: &str, locale: Locale) -> String {
    match error {
        lexopt::Error::UnexpectedValue { option, value } => {
            let arguments = [option, &*value.to_string_lossy(), command];
            CliText::NoValueExpected.with(locale, &arguments)
        }
        other => CliText::UnknownOption.with(locale, &[&other.to_string(), command]),
    }
}

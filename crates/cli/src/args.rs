//! Arguments as given, understood.

use crate::messages::CliText;
use gongkai_cli::rows::Grain;
use gongkai_i18n::Locale;
use gongkai_import::Given;
use gongkai_model::Date;
use gongkai_view::figures::View;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the program was asked, and in which language it answers.
pub struct Request {
    pub locale: Locale,
    /// Or what is wrong with the arguments, in that language.
    pub command: Result<Command, String>,
}

pub enum Command {
    Help(CliText),
    Version,
    Convert(Convert),
    Folder(Folder),
    Table(Table),
    Check(Check),
    Render(Render),
    Publish(Publish),
    Schema(Schema),
    Catalog(Catalog),
}

/// One file; `-` is standard input.
pub struct Convert {
    pub file: PathBuf,
    pub output: Option<PathBuf>,
    pub given: Given,
}

/// All files of a folder.
pub struct Folder {
    pub folder: PathBuf,
    pub output: PathBuf,
    pub given: Given,
}

/// Reports as the rows of one table.
pub struct Table {
    pub input: Input,
    /// Else standard output.
    pub output: Option<PathBuf>,
    pub given: Given,
    pub format: Format,
    pub grain: Grain,
}

/// Where a table's reports are.
pub enum Input {
    /// One file; `-` is standard input.
    File(PathBuf),
    Folder(PathBuf),
    /// In files whose names standard input has, one a line.
    List,
}

/// In what the rows of a table are written.
#[derive(Clone, Copy)]
pub enum Format {
    Ndjson,
    Parquet,
}

pub struct Render {
    pub file: PathBuf,
    pub output: Option<PathBuf>,
    pub only_fragment: bool,
    pub only_snippet: bool,
    /// What stands first.
    pub view: View,
    /// The widget's files; else where they usually are.
    pub bundle: Option<PathBuf>,
    /// Before the name of each of them in the page.
    pub base: String,
    /// How the page names the JSON; else by the file's name.
    pub src: Option<String>,
    /// Of the page.
    pub language: Locale,
}

pub struct Publish {
    pub reports: PathBuf,
    pub output: PathBuf,
    pub bundle: Option<PathBuf>,
    /// Of the pages.
    pub language: Locale,
}

/// Of the format; on standard output where no file is named.
pub struct Schema {
    pub output: Option<PathBuf>,
}

/// The reports below a folder, as one catalogue.
pub struct Catalog {
    pub folder: PathBuf,
    /// Else `catalog.json` in the folder.
    pub output: Option<PathBuf>,
    pub title: Option<String>,
    /// A table of numbers to relate figures to.
    pub denominators: Option<PathBuf>,
    pub is_fictional: bool,
}

pub struct Check {
    pub files: Vec<PathBuf>,
    pub as_json: bool,
}

pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let locale = chosen(&arguments).unwrap_or_else(system);
    let command = understood(&arguments, locale);
    Request { locale, command }
}

/// The language that `--lang` names, wherever it stands: even errors are said in it.
fn chosen(arguments: &[OsString]) -> Option<Locale> {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().map(|tag| Locale::from_tag(&tag));
        }
        if let Some(tag) = word.strip_prefix("--lang=") {
            return Some(Locale::from_tag(tag));
        }
    }
    None
}

/// By the usual variables. Where there are none, as on Windows, most users read Chinese.
fn system() -> Locale {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    match set.into_iter().find(|value| !value.is_empty()) {
        Some(tag) => Locale::from_tag(&tag),
        None => Locale::ZhCn,
    }
}

/// Options that have a value, before it is known what they mean.
#[derive(Default)]
struct Options {
    files: Vec<PathBuf>,
    output: Option<PathBuf>,
    folder: Option<PathBuf>,
    given: Given,
    /// Of a table; a report's own JSON has none.
    format: Option<Format>,
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

fn understood(arguments: &[OsString], locale: Locale) -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_iter(arguments.iter().cloned());
    let name = loop {
        match parser.next().map_err(|error| misused(&error, "", locale))? {
            None => return Ok(Command::Help(CliText::Help)),
            Some(Short('h') | Long("help")) => return Ok(Command::Help(CliText::Help)),
            Some(Short('V') | Long("version")) => return Ok(Command::Version),
            Some(Long("lang")) => {
                let value = parser.value();
                let value =
                    value.map_err(|_| CliText::NoValue.with(locale, &["--lang", "help"]))?;
                language(&value, locale)?;
            }
            Some(Value(name)) => break name.to_string_lossy().into_owned(),
            Some(Short(letter)) => {
                return Err(CliText::UnknownOption.with(locale, &[&format!("-{letter}"), ""]));
            }
            Some(Long(name)) => {
                return Err(CliText::UnknownOption.with(locale, &[&format!("--{name}"), ""]));
            }
        }
    };
    if name == "help" {
        let topic = parser
            .next()
            .map_err(|error| misused(&error, "help", locale))?;
        return match topic {
            Some(Value(topic)) => help(&topic.to_string_lossy(), locale).map(Command::Help),
            _ => Ok(Command::Help(CliText::Help)),
        };
    }
    let text = help(&name, locale)?;
    // Reports are in Chinese, and a server's own language says nothing of who reads its pages.
    let language = chosen(arguments).unwrap_or_default();
    let options = options(&mut parser, &name, locale)?;
    if options.wants_help {
        return Ok(Command::Help(text));
    }
    if options.wants_version {
        return Ok(Command::Version);
    }
    match name.as_str() {
        "convert" => convert(options, locale),
        "render" | "publish" => {
            let file = one(&options.files, &name, locale)?;
            if options.only_fragment && options.only_snippet {
                let both = ["--fragment", "--embed"];
                return Err(CliText::OneOrOther.with(locale, &both));
            }
            if name == "render" {
                return Ok(Command::Render(Render {
                    file,
                    output: options.output.filter(|output| !is_dash(output)),
                    only_fragment: options.only_fragment,
                    only_snippet: options.only_snippet,
                    view: options.view,
                    bundle: options.bundle,
                    base: options.base.unwrap_or_else(|| "gongkai/".to_owned()),
                    src: options.src,
                    language,
                }));
            }
            let output = options.output;
            Ok(Command::Publish(Publish {
                reports: file,
                output: output.ok_or_else(|| CliText::NeedsOutput.text(locale).to_owned())?,
                bundle: options.bundle,
                language,
            }))
        }
        "catalog" => Ok(Command::Catalog(Catalog {
            folder: one(&options.files, &name, locale)?,
            output: options.output,
            title: options.title,
            denominators: options.denominators,
            is_fictional: options.is_fictional,
        })),
        "check" => {
            let Options { files, as_json, .. } = options;
            if files.is_empty() {
                return Err(CliText::NoFile.with(locale, &[&name]));
            }
            Ok(Command::Check(Check { files, as_json }))
        }
        "schema" => {
            let Options { files, output, .. } = options;
            match files.first() {
                Some(file) => {
                    let file = file.display().to_string();
                    Err(CliText::NoFileWanted.with(locale, &[&name, &file]))
                }
                None => Ok(Command::Schema(Schema {
                    output: output.filter(|output| !is_dash(output)),
                })),
            }
        }
        _ => Err(CliText::UnknownCommand.with(locale, &[&name])),
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

fn options(parser: &mut lexopt::Parser, name: &str, locale: Locale) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(argument) = parser
        .next()
        .map_err(|error| misused(&error, name, locale))?
    {
        let option = match argument {
            Value(file) => {
                options.files.push(file.into());
                continue;
            }
            Short(letter) => format!("-{letter}"),
            Long(name) => format!("--{name}"),
        };
        let mut value = || {
            let value = parser.value();
            value.map_err(|_| CliText::NoValue.with(locale, &[&option, name]))
        };
        let text = |value: OsString| Some(value.to_string_lossy().into_owned());
        match (name, option.as_str()) {
            (_, "-h" | "--help") => options.wants_help = true,
            (_, "-V" | "--version") => options.wants_version = true,
            (_, "--lang") => language(&value()?, locale)?,
            ("render", "--fragment") => options.only_fragment = true,
            ("render", "--embed") => options.only_snippet = true,
            ("render" | "publish", "--bundle") => options.bundle = Some(value()?.into()),
            ("render", "--view") => {
                let value = value()?;
                let view = value.to_str().and_then(View::from_id);
                let view = view.ok_or_else(|| {
                    let ids: Vec<&str> = View::ALL.iter().map(|view| view.id()).collect();
                    let ids = ids.join(CliText::Comma.text(locale));
                    let arguments = [&option, &*value.to_string_lossy(), &ids];
                    CliText::BadValue.with(locale, &arguments)
                });
                options.view = view?;
            }
            ("render", "--base") => options.base = text(value()?),
            ("render", "--src") => options.src = text(value()?),
            ("convert" | "render" | "publish" | "schema" | "catalog", "-o" | "--output") => {
                options.output = Some(value()?.into())
            }
            ("convert", "--folder") => options.folder = Some(value()?.into()),
            ("convert", "--format") => {
                let value = value()?;
                options.format = match value.to_str() {
                    Some("json") => None,
                    Some("ndjson") => Some(Format::Ndjson),
                    Some("parquet") => Some(Format::Parquet),
                    _ => return Err(wrong(&option, &value, CliText::AFormat, locale)),
                };
            }
            ("convert", "--rows") => {
                let value = value()?;
                options.grain = Some(match value.to_str() {
                    Some("cell") => Grain::Cell,
                    Some("report") => Grain::Report,
                    _ => return Err(wrong(&option, &value, CliText::ARow, locale)),
                });
            }
            ("convert", "--agency") => options.given.agency = text(value()?),
            ("convert", "--division-code") => {
                let value = value()?;
                let is_code = |code: &&str| {
                    (6..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
                };
                let code = value.to_str().filter(is_code);
                let code = code.ok_or_else(|| wrong(&option, &value, CliText::ACode, locale));
                options.given.division_code = Some(code?.to_owned());
            }
            ("convert", "--url") => {
                let value = value()?;
                let is_address =
                    |url: &&str| url.starts_with("http://") || url.starts_with("https://");
                let url = value.to_str().filter(is_address);
                let url = url.ok_or_else(|| wrong(&option, &value, CliText::AnAddress, locale));
                options.given.address = Some(url?.to_owned());
            }
            ("convert", "--year") => {
                let value = value()?;
                let year = value.to_str().and_then(|year| year.parse().ok());
                let year = year.filter(|year| (2008..=2200).contains(year));
                let year = year.ok_or_else(|| wrong(&option, &value, CliText::AYear, locale));
                options.given.year = Some(year?);
            }
            ("convert", "--published") => {
                let value = value()?;
                let date = value.to_str().and_then(Date::parse);
                let date = date.ok_or_else(|| wrong(&option, &value, CliText::ADate, locale));
                options.given.published = Some(date?);
            }
            ("catalog", "--title") => options.title = text(value()?),
            ("catalog", "--denominators") => options.denominators = Some(value()?.into()),
            ("catalog", "--fictional") => options.is_fictional = true,
            ("check", "--json") => options.as_json = true,
            _ => return Err(CliText::UnknownOption.with(locale, &[&option, name])),
        }
    }
    Ok(options)
}

fn convert(options: Options, locale: Locale) -> Result<Command, String> {
    if let Some(format) = options.format {
        return table(options, format, locale);
    }
    let is_list = options
        .folder
        .as_ref()
        .is_some_and(|folder| is_dash(folder));
    if options.grain.is_some() || is_list {
        return Err(CliText::OnlyTables.text(locale).to_owned());
    }
    let Options {
        files,
        output,
        folder,
        given,
        ..
    } = options;
    let mut files = files.into_iter();
    if let Some(folder) = folder {
        if let Some(file) = files.next() {
            return Err(CliText::OneFolder.with(locale, &[&file.display().to_string()]));
        }
        let output = output.unwrap_or_else(|| folder.clone());
        return Ok(Command::Folder(Folder {
            folder,
            output,
            given,
        }));
    }
    let files: Vec<PathBuf> = files.collect();
    let file = one(&files, "convert", locale)?;
    Ok(Command::Convert(Convert {
        file,
        output: output.filter(|output| !is_dash(output)),
        given,
    }))
}

fn table(options: Options, format: Format, locale: Locale) -> Result<Command, String> {
    let input = match (&options.folder, options.files.first()) {
        (None, _) => Input::File(one(&options.files, "convert", locale)?),
        (Some(_), Some(file)) => {
            return Err(CliText::OneFolder.with(locale, &[&file.display().to_string()]));
        }
        (Some(folder), None) if is_dash(folder) => Input::List,
        (Some(folder), None) => Input::Folder(folder.clone()),
    };
    Ok(Command::Table(Table {
        input,
        output: options.output.filter(|output| !is_dash(output)),
        given: options.given,
        format,
        grain: options.grain.unwrap_or_default(),
    }))
}

/// Standard input or output.
fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The one file or folder that a command takes.
fn one(files: &[PathBuf], command: &str, locale: Locale) -> Result<PathBuf, String> {
    let is_of_folders = matches!(command, "publish" | "catalog");
    match files {
        [] if is_of_folders => Err(CliText::NoFolder.with(locale, &[command])),
        [] => Err(CliText::NoFile.with(locale, &[command])),
        [file] => Ok(file.clone()),
        [_, second, ..] => {
            let text = match (is_of_folders, command) {
                (true, _) => CliText::OneFolder,
                (_, "convert") => CliText::OneFile,
                _ => CliText::OnlyOneFile,
            };
            Err(text.with(locale, &[&second.display().to_string()]))
        }
    }
}

/// Already followed by [`chosen`]; here it is held to the two languages there are.
fn language(value: &OsString, locale: Locale) -> Result<(), String> {
    let tag = value.to_string_lossy().to_lowercase();
    match tag.starts_with("zh") || tag.starts_with("en") {
        true => Ok(()),
        false => Err(wrong("--lang", value, CliText::ALanguage, locale)),
    }
}

/// What the parser refuses before anybody looks at what it means.
fn misused(error: &lexopt::Error, command: &str, locale: Locale) -> String {
    match error {
        lexopt::Error::UnexpectedValue { option, value } => {
            let arguments = [option, &*value.to_string_lossy(), command];
            CliText::NoValueWanted.with(locale, &arguments)
        }
        other => CliText::UnknownOption.with(locale, &[&other.to_string(), command]),
    }
}

fn wrong(option: &str, value: &OsString, wanted: CliText, locale: Locale) -> String {
    let arguments = [option, &value.to_string_lossy(), wanted.text(locale)];
    CliText::BadValue.with(locale, &arguments)
}

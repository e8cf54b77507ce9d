//! The options of all commands, each checked by itself.

use super::TableFormat;
use super::table::CommandSpec;
use crate::messages::{CliText, cli_text};
use gongkai_cli::table_rows::Grain;
use gongkai_i18n::Locale;
use gongkai_import::Overrides;
use gongkai_model::Date;
use gongkai_view::figures::View;
use lexopt::prelude::*;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

#[derive(Default)]
pub(super) struct Options {
    pub files: Vec<PathBuf>,
    pub output: Option<PathBuf>,
    pub folder: Option<PathBuf>,
    pub given: Overrides,
    /// `None` is each report's own JSON.
    pub format: Option<TableFormat>,
    pub grain: Option<Grain>,
    pub as_json: bool,
    pub is_verbose: bool,
    pub only_fragment: bool,
    pub only_snippet: bool,
    pub view: View,
    pub bundle: Option<PathBuf>,
    pub header: Option<PathBuf>,
    pub footer: Option<PathBuf>,
    pub base: Option<String>,
    pub page: Option<String>,
    pub src: Option<String>,
    pub title: Option<String>,
    pub denominators: Option<PathBuf>,
    pub evidence: Option<PathBuf>,
    pub is_fictional: bool,
    pub has_desk: bool,
    pub base_url: Option<String>,
    pub font: Option<PathBuf>,
    pub makes_all: bool,
    pub may_withdraw: bool,
    pub explains: bool,
    pub wants_help: bool,
    pub wants_version: bool,
}

impl Options {
    /// Parses the options of a command, up to the end of the arguments.
    ///
    /// # Errors
    /// A sentence for people.
    pub fn parse(
        parser: &mut lexopt::Parser,
        spec: &CommandSpec,
        locale: Locale,
    ) -> Result<Options, String> {
        let command = spec.name;
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
            let Some(found) = spec.option(&option) else {
                return Err(cli_text::UnknownOption {
                    option: &option,
                    command,
                }
                .text(locale));
            };
            if found.value.is_none() {
                options.set_flag(found.long);
                continue;
            }
            let value = parser.value();
            let value = value.map_err(|_| {
                cli_text::NoValue {
                    option: &option,
                    command,
                }
                .text(locale)
            })?;
            options.set_value(&option, found.long, value, locale)?;
        }
        Ok(options)
    }

    /// Takes an option without a value.
    fn set_flag(&mut self, name: &str) {
        let flag = match name {
            "help" => &mut self.wants_help,
            "version" => &mut self.wants_version,
            "fragment" => &mut self.only_fragment,
            "embed" => &mut self.only_snippet,
            "desk" => &mut self.has_desk,
            "all" => &mut self.makes_all,
            "withdraw" => &mut self.may_withdraw,
            "fictional" => &mut self.is_fictional,
            "json" => &mut self.as_json,
            "explain" => &mut self.explains,
            "verbose" => &mut self.is_verbose,
            _ => return,
        };
        *flag = true;
    }

    /// Takes an option with a value; `option` is how it was typed.
    fn set_value(
        &mut self,
        option: &str,
        name: &str,
        value: OsString,
        locale: Locale,
    ) -> Result<(), String> {
        let text = value.to_str();
        let expected = |what: &str| {
            cli_text::BadValue {
                option,
                value: &value.to_string_lossy(),
                expected: what,
            }
            .text(locale)
        };
        let expect = |what: CliText| expected(what.text(locale));
        let lossy = || Some(value.to_string_lossy().into_owned());
        match name {
            "lang" => check_language(&value, locale)?,
            "output" => self.output = Some(value.into()),
            "folder" => self.folder = Some(value.into()),
            "evidence" => self.evidence = Some(value.into()),
            "bundle" => self.bundle = Some(value.into()),
            "header" => self.header = Some(value.into()),
            "footer" => self.footer = Some(value.into()),
            "font" => self.font = Some(value.into()),
            "denominators" => self.denominators = Some(value.into()),
            "base" => self.base = lossy(),
            "src" => self.src = lossy(),
            "page" => self.page = lossy(),
            "title" => self.title = lossy(),
            "agency" => self.given.agency = lossy(),
            "view" => {
                let view = text.and_then(View::from_id);
                self.view = view.ok_or_else(|| {
                    let ids: Vec<&str> = View::ALL.iter().map(|view| view.id()).collect();
                    expected(&ids.join(CliText::Comma.text(locale)))
                })?;
            }
            "format" => {
                self.format = match text {
                    Some("json") => None,
                    Some("ndjson") => Some(TableFormat::Ndjson),
                    Some("parquet") => Some(TableFormat::Parquet),
                    _ => return Err(expect(CliText::AFormat)),
                };
            }
            "rows" => {
                self.grain = match text {
                    Some("cell") => Some(Grain::Cell),
                    Some("report") => Some(Grain::Report),
                    _ => return Err(expect(CliText::ARow)),
                };
            }
            "division-code" => {
                let code = text.filter(|code| {
                    (6..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
                });
                let code = code.ok_or_else(|| expect(CliText::ACode))?;
                self.given.division_code = Some(code.to_owned());
            }
            "url" => {
                let url = text
                    .filter(|url| url.starts_with("http://") || url.starts_with("https://"))
                    .ok_or_else(|| expect(CliText::AnAddress))?;
                self.given.address = Some(url.to_owned());
            }
            "base-url" => {
                let url = text.filter(|url| is_folder_address(url));
                let url = url.ok_or_else(|| expect(CliText::AFolderAddress))?;
                let slash = if url.ends_with('/') { "" } else { "/" };
                self.base_url = Some([url, slash].concat());
            }
            "year" => {
                let year = text.and_then(|year| year.parse().ok());
                let year = year.filter(|year| (2008..=2200).contains(year));
                self.given.year = Some(year.ok_or_else(|| expect(CliText::AYear))?);
            }
            "published" => {
                let date = text.and_then(Date::parse);
                self.given.published = Some(date.ok_or_else(|| expect(CliText::ADate))?);
            }
            _ => {}
        }
        Ok(())
    }

    /// The output file; `-` and nothing are standard output.
    pub fn output_file(&mut self) -> Option<PathBuf> {
        self.output.take().filter(|output| !is_dash(output))
    }

    /// The output path of a command that cannot write to standard output.
    pub fn output_path(
        &mut self,
        what: CliText,
        locale: Locale,
    ) -> Result<Option<PathBuf>, String> {
        match self.output.take() {
            Some(output) if is_dash(&output) => Err(cli_text::BadValue {
                option: "-o",
                value: "-",
                expected: what.text(locale),
            }
            .text(locale)),
            output => Ok(output),
        }
    }

    /// The only file of a command that takes one.
    pub fn one_file(&self, command: &str, locale: Locale) -> Result<PathBuf, String> {
        match self.files.as_slice() {
            [] => Err(cli_text::NoFile { command }.text(locale)),
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
    pub fn one_folder(&self, command: &str, locale: Locale) -> Result<PathBuf, String> {
        match self.files.as_slice() {
            [] => Err(cli_text::NoFolder { command }.text(locale)),
            [folder] => Ok(folder.clone()),
            [_, second, ..] => Err(one_folder_only(second, locale)),
        }
    }
}

/// Whether paths can be put after an address.
fn is_folder_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let is_forbidden = |c: char| c.is_whitespace() || c.is_control() || "?#\"<>\\".contains(c);
    rest.is_some_and(|rest| {
        !rest.starts_with('/') && !rest.is_empty() && !rest.contains(is_forbidden)
    })
}

pub(super) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

pub(super) fn one_folder_only(second: &Path, locale: Locale) -> String {
    cli_text::OneFolder {
        folder: &second.display().to_string(),
    }
    .text(locale)
}

/// The language itself is known already, but any tag was accepted for it.
pub(super) fn check_language(value: &OsStr, locale: Locale) -> Result<(), String> {
    let tag = value.to_string_lossy();
    let lower = tag.to_lowercase();
    if lower.starts_with("zh") || lower.starts_with("en") {
        return Ok(());
    }
    let languages = CliText::ALanguage.text(locale);
    Err(cli_text::BadValue {
        option: "--lang",
        value: &tag,
        expected: languages,
    }
    .text(locale))
}

/// Explains what the parser itself refuses.
pub(super) fn unexpected(error: &lexopt::Error, command: &str, locale: Locale) -> String {
    match error {
        lexopt::Error::UnexpectedValue { option, value } => {
            let value = &value.to_string_lossy();
            cli_text::NoValueExpected {
                option,
                value,
                command,
            }
            .text(locale)
        }
        other => cli_text::UnknownOption {
            option: &other.to_string(),
            command,
        }
        .text(locale),
    }
}

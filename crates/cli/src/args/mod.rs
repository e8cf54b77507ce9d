//! The commands and their arguments, checked.

pub mod help;
mod options;
mod parse;
pub mod table;

use gongkai_cli::table_rows::Grain;
use gongkai_i18n::Locale;
use gongkai_import::Overrides;
use gongkai_view::figures::View;
use std::ffi::OsString;
use std::path::PathBuf;

/// A call of the program, and the language of its messages.
pub struct Request {
    pub locale: Locale,
    /// The command, or a sentence about an invalid argument in that language.
    pub command: Result<Command, String>,
}

pub enum Command {
    Help(String),
    Version,
    Generate(Generated),
    Dropped(Vec<PathBuf>),
    Convert(Convert),
    ConvertFolder(ConvertFolder),
    Table(Table),
    Check(Check),
    Render(Render),
    Publish(Publish),
    Schema(Schema),
    Catalog(Catalog),
    Verify(Verify),
}

/// A file for packages of the program, made from its options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generated {
    Man,
    Bash,
    Zsh,
    Fish,
    PowerShell,
}

/// Converts one file.
pub struct Convert {
    /// `-` is standard input.
    pub file: PathBuf,
    /// `None` is standard output.
    pub output: Option<PathBuf>,
    /// Where to write what each value was read from.
    pub evidence: Option<PathBuf>,
    pub given: Overrides,
    /// Whether to print which rule took each number of section one.
    pub explains: bool,
}

/// Converts all files of a folder.
pub struct ConvertFolder {
    pub folder: PathBuf,
    pub output: PathBuf,
    pub given: Overrides,
}

/// Writes reports as the rows of one table.
pub struct Table {
    pub input: TableInput,
    /// `None` is standard output.
    pub output: Option<PathBuf>,
    pub given: Overrides,
    pub format: TableFormat,
    pub grain: Grain,
}

/// The reports of a table.
pub enum TableInput {
    /// One file; `-` is standard input.
    File(PathBuf),
    Folder(PathBuf),
    /// The files named on standard input, one name a line.
    NamesOnStdin,
}

#[derive(Clone, Copy)]
pub enum TableFormat {
    Ndjson,
    Parquet,
}

/// Checks the numbers of reports.
pub struct Check {
    pub files: Vec<PathBuf>,
    pub as_json: bool,
    /// Lists every check.
    pub is_verbose: bool,
}

/// Writes one report as HTML.
pub struct Render {
    pub file: PathBuf,
    /// `None` is standard output.
    pub output: Option<PathBuf>,
    pub part: RenderedPart,
    /// The view shown first.
    pub view: View,
    /// The folder of the widget's files; `None` looks in the usual folders.
    pub bundle: Option<PathBuf>,
    /// Files with the portal's own parts around the page, as HTML.
    pub header: Option<PathBuf>,
    pub footer: Option<PathBuf>,
    /// The widget's folder as the page refers to it.
    pub base: String,
    /// The report's JSON as the page refers to it; `None` derives it from the paths.
    pub src: Option<String>,
    /// The page's own address, for links within it; empty unless the page has a `<base>`.
    pub page: String,
    /// The language of the page.
    pub language: Locale,
}

/// What is rendered.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum RenderedPart {
    #[default]
    Page,
    /// What goes inside the tag `<gongkai-report>`.
    Fragment,
    /// The lines to paste into a page, with integrity hashes.
    Snippet,
}

/// Makes a folder of reports that a server can serve as it is.
pub struct Publish {
    pub reports: PathBuf,
    pub output: PathBuf,
    /// The folder of the widget's files; `None` looks in the usual folders.
    pub bundle: Option<PathBuf>,
    /// Files with the portal's own parts around each page, as HTML.
    pub header: Option<PathBuf>,
    pub footer: Option<PathBuf>,
    /// Publishes the desk too.
    pub has_desk: bool,
    /// The address of the published folder, which ends in `/`.
    pub base_url: Option<String>,
    /// The file of the font for previews; `None` looks among the system's.
    pub font: Option<PathBuf>,
    /// Makes all files again, also of reports that have not changed.
    pub makes_all: bool,
    /// Allows that most of the reports that were published are gone.
    pub may_withdraw: bool,
    /// The language of the pages.
    pub language: Locale,
}

/// Writes the JSON Schema of reports.
pub struct Schema {
    /// `None` is standard output.
    pub output: Option<PathBuf>,
}

/// Makes one catalogue of the reports below a folder.
pub struct Catalog {
    pub folder: PathBuf,
    /// `None` is `catalog.json` in the folder.
    pub output: Option<PathBuf>,
    pub title: Option<String>,
    /// A table of numbers to relate figures to.
    pub denominators: Option<PathBuf>,
    pub is_fictional: bool,
}

/// Checks what a server sends, or the files of a folder.
pub struct Verify {
    /// The address of a page or folder, or the path of one.
    pub target: String,
}

/// Reads the program's arguments, its own name first.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let chosen = chosen_locale(&arguments);
    let locale = chosen.unwrap_or_else(system_locale);
    // Reports are in Chinese, and a server's own language says nothing about who reads its pages.
    let command = parse::command(&arguments, locale, chosen.unwrap_or_default());
    Request { locale, command }
}

/// The language of `--lang`, wherever it is given: errors in other arguments are reported in it.
fn chosen_locale(arguments: &[OsString]) -> Option<Locale> {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next() {
        if argument == "--" {
            return None;
        }
        if argument == "--lang" {
            return arguments.next().map(|tag| Locale::from_tag(&tag));
        }
        if let Some(tag) = argument.strip_prefix("--lang=") {
            return Some(Locale::from_tag(tag));
        }
    }
    None
}

/// The system's language, by the usual variables. Where they are missing, as on Windows, most users
/// read Chinese.
fn system_locale() -> Locale {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let mut values = variables.filter_map(|name| std::env::var(name).ok());
    match values.find(|value| !value.is_empty()) {
        Some(tag) => Locale::from_tag(&tag),
        None => Locale::ZhCn,
    }
}

#[cfg(test)]
mod tests {
    use super::chosen_locale;
    use gongkai_i18n::Locale;
    use std::ffi::OsString;

    #[test]
    fn a_file_named_like_the_option_chooses_no_language() {
        let arguments = |arguments: &[&str]| -> Vec<OsString> {
            arguments.iter().map(OsString::from).collect()
        };
        let file = arguments(&["gongkai", "check", "--", "--lang=en"]);
        assert_eq!(chosen_locale(&file), None);
        let option = arguments(&["gongkai", "check", "--lang=en", "--", "a"]);
        assert_eq!(chosen_locale(&option), Some(Locale::En));
    }
}

//! Finding reports in folders.

use crate::messages::{CliText, cli_text};
use crate::terminal;
use gongkai_catalog::{
    BLOCK_FORMAT, INDEX_FORMAT, PEERS_FORMAT, ROOT_FORMAT, SeriesRoot, is_catalog,
};
use gongkai_i18n::Locale;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Extensions of files that can be converted.
const CONVERTIBLE: [&str; 19] = [
    "html", "htm", "shtml", "aspx", "mht", "mhtml", "txt", "docx", "docm", "doc", "wps", "rtf",
    "odt", "xlsx", "xls", "et", "ods", "ofd", "pdf",
];

/// Extensions of files that may be reports but cannot be read. They are collected so that each is
/// reported: a clerk who has only those has to know.
const UNSUPPORTED: [&str; 1] = ["ceb"];

/// Extensions of files that this program writes beside reports.
const OWN: [&str; 2] = ["ndjson", "parquet"];

/// How many bytes at the beginning of a file show what it is.
const BEGINNING: u64 = 4096;

/// Files of a folder, and what is not read of it.
pub struct Found {
    pub files: Vec<PathBuf>,
    passed_over: Vec<(PassedOver, PathBuf)>,
}

/// Why a file or folder is not read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PassedOver {
    /// A kind of file that no report is of.
    Kind,
    /// A symbolic link, which may lead in a circle.
    Link,
    /// A file that Word makes while another is open.
    OpenFile,
}

/// How many names a message lists.
const NAMED: usize = 5;

/// Lists the first of some paths, as they are named within a folder.
pub fn named(paths: &[PathBuf], folder: &Path, locale: Locale) -> String {
    let first = paths.iter().take(NAMED);
    let names: Vec<String> = first
        .map(|path| path.strip_prefix(folder).unwrap_or(path))
        .map(|path| path.display().to_string())
        .collect();
    let mut list = names.join(CliText::Comma.text(locale));
    if names.len() < paths.len() {
        list.push('…');
    }
    list
}

impl Found {
    /// Leaves out what is not to be looked at.
    pub fn retain(&mut self, is_kept: impl Fn(&Path) -> bool) {
        self.files.retain(|path| is_kept(path));
        self.passed_over.retain(|(_, path)| is_kept(path));
    }

    /// Names what is not read, by the reason.
    pub fn report(&self, folder: &Path, locale: Locale) {
        let reasons = [
            (PassedOver::OpenFile, CliText::PassedOpen),
            (PassedOver::Link, CliText::PassedLink),
            (PassedOver::Kind, CliText::PassedKind),
        ];
        for (reason, text) in reasons {
            let all = self.passed_over.iter().filter(|(own, _)| *own == reason);
            let paths: Vec<PathBuf> = all.map(|(_, path)| path.clone()).collect();
            if paths.is_empty() {
                continue;
            }
            let passed_over = cli_text::PassedOver {
                files: &named(&paths, folder, locale),
                count: &paths.len().to_string(),
                reason: text.text(locale),
            };
            terminal::message(&passed_over.text(locale));
        }
    }
}

/// Collects the files below a folder that may be reports.
pub fn reports(folder: &Path) -> std::io::Result<Found> {
    files(folder, is_convertible)
}

/// Collects the files below a folder that may be reports, converted ones (JSON) included.
pub fn reports_and_json(folder: &Path) -> std::io::Result<Found> {
    files(folder, |path| {
        is_convertible(path) || is_json(path) && !is_own_catalog(path)
    })
}

/// Whether a file is JSON by its extension.
pub fn is_json(path: &Path) -> bool {
    has_extension(path, &["json"])
}

fn files(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> std::io::Result<Found> {
    let (mut files, mut passed_over) = (Vec::new(), Vec::new());
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            let path = entry.path();
            // Not following symbolic links, which may form a cycle.
            let kind = entry.file_type()?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                if !is_own_pages(&path) && !is_own_widget(&path) && !is_own_series(&path) {
                    folders.push(path);
                }
            } else if kind.is_symlink() && path.is_dir() {
                passed_over.push((PassedOver::Link, path));
            } else if entry.file_name().to_string_lossy().starts_with("~$") {
                passed_over.push((PassedOver::OpenFile, path));
            } else if is_wanted(&path) {
                files.push(path);
            } else if !is_json(&path) && !is_own(&path) {
                passed_over.push((PassedOver::Kind, path));
            }
        }
    }
    files.sort();
    passed_over.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(Found { files, passed_over })
}

/// Whether a folder has the pages that this program made of a dropped file, whose report is beside it.
fn is_own_pages(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let mut suffixes = Locale::ALL
        .map(|locale| CliText::PagesFolder.text(locale))
        .into_iter();
    let has_widget = |entry: std::fs::DirEntry| {
        let is_named = entry.file_name().to_string_lossy().starts_with("gongkai-");
        is_named && entry.path().join("manifest.json").is_file()
    };
    suffixes.any(|suffix| name.ends_with(suffix))
        && std::fs::read_dir(folder)
            .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(has_widget)))
}

/// Whether a folder has the widget's files in a published folder.
fn is_own_widget(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("gongkai-") && folder.join("manifest.json").is_file()
}

/// Whether this program writes such a file beside reports.
fn is_own(path: &Path) -> bool {
    has_extension(path, &OWN)
        || path
            .file_name()
            .is_some_and(|name| name == crate::run_log::NAME)
}

fn is_convertible(path: &Path) -> bool {
    has_extension(path, &CONVERTIBLE)
        || has_extension(path, &UNSUPPORTED)
        || has_extension(path, &["csv"]) && !is_own(path) && is_report_table(path)
}

/// Whether a CSV file speaks of disclosure, and is not a table of something else such as population.
fn is_report_table(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read =
        std::fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning));
    let (gbk, _, _) = encoding_rs::GBK.decode(&beginning);
    let words = ["信息公开", "主动公开"];
    // A file that cannot be opened is reported when it is read.
    read.is_err()
        || words
            .iter()
            .any(|word| String::from_utf8_lossy(&beginning).contains(word) || gbk.contains(word))
}

/// Whether a file is a catalogue or one of the files beside it, which this program writes beside reports.
fn is_own_catalog(path: &Path) -> bool {
    let mut beginning = Vec::new();
    // A file that cannot be opened is reported when it is read.
    let read =
        std::fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning));
    let beginning = String::from_utf8_lossy(&beginning);
    let is_of = |format: &str| beginning.starts_with(&format!("{{\"format\":\"{format}\""));
    let beside = [BLOCK_FORMAT, ROOT_FORMAT, INDEX_FORMAT, PEERS_FORMAT];
    read.is_ok() && (is_catalog(&beginning) || beside.into_iter().any(is_of))
}

/// Whether a folder has the series of a catalogue. It may have very many files, so they are not looked at.
fn is_own_series(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let root = folder.join(SeriesRoot::FILE);
    name.ends_with(".series") && root.is_file() && is_own_catalog(&root)
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|own| {
        let own = own.to_string_lossy().to_lowercase();
        extensions.contains(&own.as_str())
    })
}

//! Finding reports in folders.

use crate::messages::CliText;
use gongkai_catalog::{BLOCK_FORMAT, is_catalog};
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

/// How many bytes at the beginning of a file show what it is.
const BEGINNING: u64 = 4096;

/// Collects the files below a folder that may be reports.
pub fn reports(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    files(folder, is_convertible)
}

/// Collects the files below a folder that may be reports, converted ones (JSON) included.
pub fn reports_and_json(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    files(folder, |path| {
        is_convertible(path) || is_json(path) && !is_own_catalog(path)
    })
}

/// Whether a file is JSON by its extension.
pub fn is_json(path: &Path) -> bool {
    has_extension(path, &["json"])
}

/// Whether a converted file is at least as new as its source.
pub fn is_up_to_date(source: &Path, converted: &Path) -> bool {
    let modified = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!(
        (modified(source), modified(converted)),
        (Some(source), Some(converted)) if converted >= source
    )
}

fn files(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
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
                if !is_own_pages(&path) {
                    folders.push(path);
                }
            } else if is_wanted(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
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

fn is_convertible(path: &Path) -> bool {
    has_extension(path, &CONVERTIBLE) || has_extension(path, &UNSUPPORTED)
}

/// Whether a file is a catalogue or a block of its hashes, which this program writes beside reports.
fn is_own_catalog(path: &Path) -> bool {
    let mut beginning = Vec::new();
    // A file that cannot be opened is reported when it is read.
    let read =
        std::fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning));
    let beginning = String::from_utf8_lossy(&beginning);
    let block = format!("{{\"format\":\"{BLOCK_FORMAT}\"");
    read.is_ok() && (is_catalog(&beginning) || beginning.starts_with(&block))
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|own| {
        let own = own.to_string_lossy().to_lowercase();
        extensions.contains(&own.as_str())
    })
}

//! The manifest of addresses in an output folder, and whether the files that it lists are there.

use crate::messages::cli_text;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_publish::{ADDRESSES, Addresses, FileHash, MadeFiles, NEXT_ADDRESSES, REPORTS, hash};
use std::path::Path;

/// Reads what earlier runs published.
///
/// # Errors
/// A sentence for people if the manifest is damaged: without it addresses would change.
pub fn open(output: &Path, locale: Locale) -> Result<Addresses, String> {
    let read = |name: &str| std::fs::read_to_string(output.join(name)).ok();
    let mut addresses = match read(ADDRESSES) {
        Some(text) => Addresses::read(&text).ok_or_else(|| {
            let file = output.join(ADDRESSES);
            let file = &file.display().to_string();
            cli_text::BadAddresses { file }.text(locale)
        })?,
        None => without_manifest(output),
    };
    if let Some(next) = read(NEXT_ADDRESSES).and_then(|text| Addresses::read(&text)) {
        addresses.recover(next, |slug, sha384| {
            std::fs::read(json_path(output, slug)).is_ok_and(|bytes| hash(&bytes) == sha384)
        });
    }
    Ok(addresses)
}

/// The addresses of a folder that was published before there was a manifest.
fn without_manifest(output: &Path) -> Addresses {
    let mut addresses = Addresses::default();
    let entries = std::fs::read_dir(output.join(REPORTS));
    for entry in entries.into_iter().flatten().flatten() {
        let path = entry.path();
        let slug = path.file_stem().and_then(|stem| stem.to_str());
        let is_page = |slug: &&str| output.join([slug, ".html"].concat()).is_file();
        let (Some(slug), Ok(text)) = (slug.filter(is_page), std::fs::read_to_string(&path)) else {
            continue;
        };
        if let Ok(report) = Report::read(&text) {
            addresses.adopt(slug.to_owned(), &report, hash(text.as_bytes()));
        }
    }
    addresses
}

/// The report that is published at an address, if its file is as it was written.
pub fn published(output: &Path, slug: &str, sha384: &str) -> Option<Report> {
    let text = std::fs::read_to_string(json_path(output, slug)).ok()?;
    let is_same = hash(text.as_bytes()) == sha384;
    is_same.then(|| Report::read(&text).ok())?
}

fn json_path(output: &Path, slug: &str) -> std::path::PathBuf {
    output.join([REPORTS, slug, ".json"].concat())
}

/// Whether all files are there as they were written.
pub fn is_intact(output: &Path, made: &MadeFiles) -> bool {
    !made.files.is_empty()
        && made.files.iter().all(|(name, file)| {
            std::fs::read(output.join(name)).is_ok_and(|bytes| file_hash(&bytes) == *file)
        })
}

pub fn file_hash(bytes: &[u8]) -> FileHash {
    FileHash {
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sha384: hash(bytes),
    }
}

//! Files that earlier runs left in an output folder.

use super::atomic_file::PREFIX;
use std::path::Path;
use std::time::Duration;

/// Younger temporary files may belong to another run that is still writing.
const AGE: Duration = Duration::from_secs(3600);

/// Removes temporary files of interrupted runs. Failing to do so is not an error.
pub fn remove_temporary_files(folders: &[&Path]) {
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let metadata = entry.metadata().ok().filter(std::fs::Metadata::is_file);
            let modified = metadata.and_then(|metadata| metadata.modified().ok());
            let age = modified.and_then(|modified| modified.elapsed().ok());
            if name.to_string_lossy().starts_with(PREFIX) && age.is_some_and(|age| age > AGE) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

/// A page published by an earlier run whose report is no longer published.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct StalePage {
    pub page: String,
    pub json: String,
    pub slug: String,
}

/// Finds stale pages. They are reported, not removed: whether a report is withdrawn is not for a
/// program to decide.
pub fn stale_pages(output: &Path, reports: &str, slugs: &[&str]) -> Vec<StalePage> {
    let Ok(entries) = std::fs::read_dir(output.join(reports)) else {
        return Vec::new();
    };
    let shown = |path: &str| output.join(path).display().to_string();
    let mut pages: Vec<StalePage> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let slug = name.strip_suffix(".json")?;
            let page = format!("{slug}.html");
            let is_stale = !slugs.contains(&slug) && output.join(&page).is_file();
            is_stale.then(|| StalePage {
                page: shown(&page),
                json: shown(&format!("{reports}{name}")),
                slug: slug.to_owned(),
            })
        })
        .collect();
    pages.sort();
    pages
}

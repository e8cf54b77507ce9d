//! What earlier runs left in the folder that is published.

use std::path::Path;
use std::time::Duration;

/// Younger ones may be another run's that is still writing.
const AGE: Duration = Duration::from_secs(3600);

/// Removes what a run that was cut off had begun to write. That it cannot be is no reason to fail.
pub fn sweep(folders: &[&Path]) {
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let is_own = entry
                .file_name()
                .to_string_lossy()
                .starts_with(super::output::PREFIX);
            let data = entry.metadata().ok().filter(std::fs::Metadata::is_file);
            let written = data.and_then(|data| data.modified().ok());
            let age = written.and_then(|written| written.elapsed().ok());
            if is_own && age.is_some_and(|age| age > AGE) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

/// Pages of reports that were published before and are not now, each with its JSON and its stem. They
/// are named and not removed: whether a report is withdrawn is not for a program to say.
pub fn pages(output: &Path, reports: &str, stems: &[&str]) -> Vec<(String, String, String)> {
    let Ok(entries) = std::fs::read_dir(output.join(reports)) else {
        return Vec::new();
    };
    let shown = |path: &str| output.join(path).display().to_string();
    let mut pages: Vec<(String, String, String)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let stem = name.strip_suffix(".json")?;
            let page = format!("{stem}.html");
            let is_left = !stems.contains(&stem) && output.join(&page).is_file();
            let json = format!("{reports}{name}");
            is_left.then(|| (shown(&page), shown(&json), stem.to_owned()))
        })
        .collect();
    pages.sort();
    pages
}

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

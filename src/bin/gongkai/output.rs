//! Files are written whole or not at all.

use gongkai::i18n::{CliText, Locale};
use std::io::Write;
use std::path::Path;

/// How the name of a file begins that is not written yet.
pub const PREFIX: &str = ".gongkai-";

/// Writes beside the file and puts it in its place at once, so that an interruption leaves the old one.
///
/// # Errors
/// A sentence for people.
pub fn write(path: &Path, bytes: &[u8], locale: Locale) -> Result<(), String> {
    written(path, bytes).map_err(|error| {
        let arguments = [&path.display().to_string(), &error.to_string()];
        CliText::CannotWrite.with(locale, &arguments.map(String::as_str))
    })
}

fn written(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(PREFIX)
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let written = file.persist(path)?;
    // A temporary file is for its owner alone; what is published is for all.
    readable(&written)
}

#[cfg(unix)]
fn readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

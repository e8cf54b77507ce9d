//! The widget's files, as `make dist` makes them.

use super::atomic_file::WriteCounts;
use crate::messages::cli_text;
use gongkai_i18n::Locale;
use gongkai_publish::{UNLISTED, hash, read_manifest};
use gongkai_view::page::Bundle;
use std::path::{Path, PathBuf};

/// Reads the manifest in a folder; `base` is that folder as a page refers to it.
///
/// # Errors
/// A sentence for people if there is no valid manifest.
pub fn read(folder: &Path, base: &str, locale: Locale) -> Result<Bundle, String> {
    let missing = || {
        cli_text::NoBundle {
            folder: &folder.display().to_string(),
        }
        .text(locale)
    };
    let text = std::fs::read_to_string(folder.join("manifest.json")).map_err(|_| missing())?;
    read_manifest(&text, base).ok_or_else(missing)
}

/// The given folder, or else `dist` in the current folder, beside the program, or where packages install
/// it: in `share/gongkai` beside the program's folder `bin`.
pub fn folder(given: Option<&Path>) -> PathBuf {
    if let Some(given) = given {
        return given.to_owned();
    }
    let here = PathBuf::from("dist");
    let program = std::env::current_exe().ok();
    let program = program.as_deref().and_then(Path::parent);
    let beside = program.map(|folder| folder.join("dist"));
    let installed = program
        .and_then(Path::parent)
        .map(|folder| folder.join("share/gongkai/dist"));
    let has_manifest = |folder: &PathBuf| folder.join("manifest.json").is_file();
    let candidates = [Some(here.clone()), beside, installed];
    let mut candidates = candidates.into_iter().flatten();
    candidates.find(has_manifest).unwrap_or(here)
}

/// Copies the widget's files, after all of them have been checked against the manifest.
///
/// # Errors
/// A sentence for people.
pub fn copy(
    bundle: &Bundle,
    from: &Path,
    into: &Path,
    counts: &mut WriteCounts,
    locale: Locale,
) -> Result<(), String> {
    for (name, bytes) in whole(bundle, from, locale)? {
        counts.write(&into.join(name), &bytes, locale)?;
    }
    for name in UNLISTED {
        if let Ok(bytes) = std::fs::read(from.join(name)) {
            counts.write(&into.join(name), &bytes, locale)?;
        }
    }
    Ok(())
}

/// Reads the files that a manifest lists, after all of them have been checked against it.
///
/// # Errors
/// A sentence for people.
pub fn whole(
    bundle: &Bundle,
    from: &Path,
    locale: Locale,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut files = Vec::new();
    for (name, integrity) in &bundle.integrity {
        let path = from.join(name);
        let invalid = || {
            cli_text::BadBundle {
                file: &path.display().to_string(),
            }
            .text(locale)
        };
        let bytes = std::fs::read(&path).map_err(|_| invalid())?;
        if format!("sha384-{}", hash(&bytes)) != *integrity {
            return Err(invalid());
        }
        files.push((name.clone(), bytes));
    }
    Ok(files)
}

//! The widget's files, as `make dist` makes them.

use super::atomic_file::WriteCounts;
use crate::messages::cli_text;
use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_i18n::Locale;
use gongkai_view::page::Bundle;
use sha2::{Digest, Sha384};
use std::path::{Path, PathBuf};

/// Files that are copied with the widget's, if they are there; the manifest does not list them.
const UNLISTED: [&str; 4] = ["manifest.json", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE"];

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
    let manifest: serde_json::Value = serde_json::from_str(&text).map_err(|_| missing())?;
    let files = manifest
        .get("files")
        .and_then(|files| files.as_object())
        .ok_or_else(missing)?;
    let hashes = files.iter().filter_map(|(name, file)| {
        let hash = file.get("sha384")?.as_str()?;
        Some((name.clone(), format!("sha384-{hash}")))
    });
    Ok(Bundle {
        base: base.to_owned(),
        integrity: hashes.collect(),
    })
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

/// Names the folder of the widget's files after their content, so that a server may let browsers keep
/// them for ever, and pages from before an update still find their own version.
pub fn versioned_base(bundle: &Bundle) -> String {
    let mut hash = Sha384::new();
    for (name, integrity) in &bundle.integrity {
        hash.update([name.as_bytes(), b"\0", integrity.as_bytes(), b"\0"].concat());
    }
    let digits = hash
        .finalize()
        .iter()
        .take(6)
        .fold(String::new(), |digits, byte| {
            digits + &format!("{byte:02x}")
        });
    format!("gongkai-{digits}/")
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
        if format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))) != *integrity {
            return Err(invalid());
        }
        files.push((name, bytes));
    }
    for (name, bytes) in files {
        counts.write(&into.join(name), &bytes, locale)?;
    }
    for name in UNLISTED {
        if let Ok(bytes) = std::fs::read(from.join(name)) {
            counts.write(&into.join(name), &bytes, locale)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::versioned_base;
    use gongkai_view::page::Bundle;

    fn named(hash: &str) -> String {
        versioned_base(&Bundle {
            base: String::new(),
            integrity: vec![("gongkai.js".to_owned(), hash.to_owned())],
        })
    }

    #[test]
    fn the_folder_of_the_widget_has_another_name_when_a_file_holds_something_else() {
        assert_eq!(named("sha384-a"), named("sha384-a"));
        assert_ne!(named("sha384-a"), named("sha384-b"));
        assert!(named("sha384-a").ends_with('/'));
    }
}

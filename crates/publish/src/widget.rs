//! The widget's files, as their manifest lists them.

use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_view::page::Bundle;
use sha2::{Digest, Sha384};

/// Files that are copied with the widget's, if they are there; the manifest does not list them.
pub const UNLISTED: [&str; 4] = ["manifest.json", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE"];

/// The SHA-384 of a file, in base64.
pub fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// Reads the manifest of the widget's files; `base` is their folder as a page refers to it. `None` if the text is no
/// such manifest.
pub fn read_manifest(text: &str, base: &str) -> Option<Bundle> {
    let manifest: serde_json::Value = serde_json::from_str(text).ok()?;
    let files = manifest.get("files")?.as_object()?;
    let hashes = files.iter().filter_map(|(name, file)| {
        let hash = file.get("sha384")?.as_str()?;
        Some((name.clone(), ["sha384-", hash].concat()))
    });
    Some(Bundle {
        base: base.to_owned(),
        integrity: hashes.collect(),
    })
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

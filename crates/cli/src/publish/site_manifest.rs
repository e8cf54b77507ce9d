//! The list of a published folder's files, by which `gongkai verify` finds what is missing or changed.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};
use std::path::Path;

/// Its name in the output folder.
pub const SITE_MANIFEST: &str = "manifest.json";
/// The folder of the hashes of large catalogues.
const HASHES: &str = "catalog.hashes";

/// Each file's path in the output folder with its size and hash. The widget's files are in the
/// manifest of their own folder.
#[derive(Default)]
pub struct SiteManifest {
    files: Map<String, Value>,
}

impl SiteManifest {
    pub fn add(&mut self, name: String, bytes: &[u8]) {
        let hash = STANDARD.encode(Sha384::digest(bytes));
        let file = json!({ "bytes": bytes.len(), "sha384": hash });
        self.files.insert(name, file);
    }

    pub fn extend(&mut self, other: SiteManifest) {
        self.files.extend(other.files);
    }

    /// Adds a catalogue and the hashes beside it, as they were written.
    pub fn add_catalog(&mut self, output: &Path, catalog: &str) {
        let mut names = vec![catalog.to_owned()];
        // Older catalogues, which some browsers still hold, leave theirs there too.
        let entries = std::fs::read_dir(output.join(HASHES)).into_iter().flatten();
        names.extend(
            entries
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .filter(|name| name.ends_with(".json"))
                .map(|name| format!("{HASHES}/{name}")),
        );
        for name in names {
            if let Ok(bytes) = std::fs::read(output.join(&name)) {
                self.add(name, &bytes);
            }
        }
    }

    /// Writes the list; `bundle` is the folder of the widget's files.
    pub fn write(&self, bundle: &str) -> String {
        let list = json!({
            "format": "gongkai-site/1",
            "bundle": bundle,
            "files": self.files,
        });
        // `serde_json` keeps maps in the order of their keys.
        format!("{list:#}\n")
    }
}

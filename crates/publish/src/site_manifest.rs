//! The list of a published folder's files, by which `gongkai verify` finds what is missing or changed.

use crate::{FileHash, hash};
use serde_json::{Map, Value, json};

/// Its name in the published folder.
pub const SITE_MANIFEST: &str = "manifest.json";

/// Each file's path in the published folder with its size and hash. The widget's files are in the
/// manifest of their own folder.
#[derive(Default)]
pub struct SiteManifest {
    files: Map<String, Value>,
}

impl SiteManifest {
    /// Lists a file by its path in the folder, with its size in bytes and its SHA-384.
    pub fn add(&mut self, name: String, bytes: &[u8]) {
        let file = json!({ "bytes": bytes.len(), "sha384": hash(bytes) });
        self.files.insert(name, file);
    }

    /// Adds a file of which the size and the hash are known.
    pub fn add_known(&mut self, name: String, known: &FileHash) {
        let file = json!({ "bytes": known.bytes, "sha384": known.sha384 });
        self.files.insert(name, file);
    }

    /// Adds the files of another list.
    pub fn extend(&mut self, other: SiteManifest) {
        self.files.extend(other.files);
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

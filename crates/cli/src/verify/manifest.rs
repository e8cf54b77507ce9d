//! The list of a folder's files and their hashes: that of the widget's files, or of a published folder.

use serde_json::Value;

pub struct Manifest {
    /// Each file's path from the manifest's folder, and its hash.
    pub files: Vec<(String, String)>,
    /// The folder of the widget's files, which has a manifest of its own.
    pub bundle: Option<String>,
}

pub fn parse(body: &[u8]) -> Option<Manifest> {
    let manifest: Value = serde_json::from_slice(body).ok()?;
    let files = manifest.get("files")?.as_object()?.iter();
    let files = files
        .map(|(name, file)| {
            let hash = file.get("sha384")?.as_str()?;
            Some((name.clone(), hash.to_owned()))
        })
        .collect::<Option<Vec<_>>>()?;
    let bundle = manifest.get("bundle").and_then(Value::as_str);
    Some(Manifest {
        files,
        bundle: bundle.map(str::to_owned),
    })
}

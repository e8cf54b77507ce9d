//! The catalogue for comparing, as files.

use crate::hash;
use gongkai_catalog::{Catalog, MAX_INLINE_HASHES};
use sha2::{Digest, Sha384};

/// The catalogue in the published folder.
pub const CATALOG: &str = "catalog.json";

/// Writes a catalogue: paths beside it and texts, the catalogue last. A large one has its hashes in blocks of their
/// own. A block is named after its content, so the old catalogue's blocks stay valid until the new catalogue is in
/// place.
pub fn catalog_files(catalog: &mut Catalog, name: &str) -> Vec<(String, String)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut files = Vec::new();
    if catalog.len() > MAX_INLINE_HASHES {
        let mut blocks = Vec::new();
        for text in catalog.hash_blocks() {
            let digest = Sha384::digest(text.as_bytes());
            let short = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
            let path = format!("{stem}.hashes/{}.json", short.collect::<String>());
            blocks.push((path.clone(), hash(text.as_bytes())));
            files.push((path, text));
        }
        catalog.move_hashes_to_blocks(blocks);
    }
    files.push((name.to_owned(), catalog.write()));
    files
}

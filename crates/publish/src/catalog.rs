//! The catalogue for comparing, as files.

use crate::hash;
use gongkai_catalog::{
    Catalog, FileReference, MAX_INLINE_HASHES, SeriesIndex, SeriesRoot, peer_sets, series_folder,
};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;

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
            let path = format!(
                "{stem}.hashes/{}.json",
                short(&Sha384::digest(text.as_bytes()))
            );
            blocks.push((path.clone(), hash(text.as_bytes())));
            files.push((path, text));
        }
        catalog.move_hashes_to_blocks(blocks);
    }
    files.push((name.to_owned(), catalog.write()));
    files
}

/// The first 16 hexadecimal digits of a hash, by which a file is named.
fn short(digest: &[u8]) -> String {
    let first = digest.iter().take(8);
    first.map(|byte| format!("{byte:02x}")).collect()
}

/// The files that show one agency without the whole catalogue: `catalog.series` beside `catalog.json`. The catalogue
/// must have its hashes itself, so this comes before [`catalog_files`].
///
/// They are to be written in this order: the files of peers and the series of all agencies, the index files, the root.
/// Whatever an index names is then in place, wherever the writing stops.
pub struct SeriesFiles<'a> {
    catalog: &'a Catalog,
    /// The folder, relative to that of the catalogue, with `/` at its end.
    folder: String,
    /// The file of each set of peers.
    peers: Vec<FileReference>,
    /// For each agency the index of its peers.
    own: Vec<Option<usize>>,
}

impl<'a> SeriesFiles<'a> {
    /// Plans the files beside the catalogue `name`. Also returns the files of peers: their paths and texts.
    pub fn new(catalog: &'a Catalog, name: &str) -> (SeriesFiles<'a>, Vec<(String, String)>) {
        let folder = series_folder(name);
        let (sets, own) = peer_sets(catalog);
        let mut peers = Vec::new();
        let mut files = Vec::new();
        for set in sets {
            let text = set.write();
            let file = reference("peers/", &text);
            files.push((format!("{folder}{}", file.file), text));
            peers.push(file);
        }
        let series = SeriesFiles {
            catalog,
            folder,
            peers,
            own,
        };
        (series, files)
    }

    /// The series of an agency: its path, its text, and what the index says of it.
    pub fn series(&self, agency: usize) -> Option<(String, String, FileReference)> {
        let text = self.catalog.only(agency)?.write();
        let file = reference("", &text);
        Some((format!("{}{}", self.folder, file.file), text, file))
    }

    /// The index files and, last, the root: their paths and texts. `series` is what [`SeriesFiles::series`] returned
    /// for each agency.
    pub fn index(&self, series: Vec<FileReference>) -> Vec<(String, String)> {
        let agencies = self.catalog.agencies();
        let root = SeriesRoot::for_agencies(agencies.len());
        let mut indexes: BTreeMap<String, SeriesIndex> = BTreeMap::new();
        // Files without an agency too, so that a missing one is an error and not an answer.
        for file in root.index_files() {
            indexes.insert(file, SeriesIndex::default());
        }
        for ((agency, file), own) in agencies.iter().zip(series).zip(&self.own) {
            let peers = own.and_then(|own| self.peers.get(own));
            let index = indexes.entry(root.index_file(&agency.name)).or_default();
            index.push(agency, file, peers);
        }
        let files = indexes.into_iter();
        let root = (SeriesRoot::FILE.to_owned(), root.write());
        files
            .map(|(file, index)| (file, index.write()))
            .chain(std::iter::once(root))
            .map(|(file, text)| (format!("{}{file}", self.folder), text))
            .collect()
    }
}

fn reference(folder: &str, text: &str) -> FileReference {
    let name = short(&Sha256::digest(text.as_bytes()));
    FileReference {
        file: format!("{folder}{name}.json"),
        sha384: hash(text.as_bytes()),
    }
}

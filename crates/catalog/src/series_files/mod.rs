//! The small files that show one agency in its context, without the whole catalogue.
//!
//! Beside `catalog.json` is the folder `catalog.series`:
//!
//! | file | contents | read by |
//! | --- | --- | --- |
//! | `index.json` | how many digits the names of the index files have | [`SeriesRoot`] |
//! | `index/3f.json` | for some agencies the names and hashes of their two files | [`SeriesIndex`] |
//! | `9f86d081884c7d65.json` | the agency's own series: a catalogue of one agency | [`read_series`] |
//! | `peers/2c26b46b68ffc68f.json` | quartiles of the agencies of its group and kind | [`Peers`] |
//!
//! The last two are named after their content and never change. The quartiles are not in the series
//! files because each report is in the quartiles of all its peers: one more report would then change
//! every file of its group, and no copy of them in a cache would last.
//!
//! Nothing here loads or hashes anything: the caller fetches each file, checks its bytes against the
//! SHA-384 that the index gives, and passes its text.

mod index;
mod kind;
mod peers;
mod split;

pub use index::{
    FileReference, INDEX_FORMAT, IndexEntry, ROOT_FORMAT, SeriesError, SeriesIndex, SeriesRoot,
    read_series, series_folder,
};
pub use kind::{Level, PeerKind, Sort};
pub use peers::{PEERS_FORMAT, PeerFigures, Peers, peer_sets};

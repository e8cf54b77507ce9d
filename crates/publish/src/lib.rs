//! The folder that `gongkai publish` and the desk make of reports: the bytes of every file in it, and no access to
//! files. So both make the same.

#![warn(missing_docs)]

mod addresses;
mod catalog;
mod changes;
mod feed;
mod folder;
mod initials;
mod json_ld;
mod list;
mod provinces;
mod published;
mod removed;
mod site_manifest;
mod slug;
mod taken;
mod widget;

pub use addresses::{
    ADDRESSES, Address, Addresses, Change, FileHash, MadeFiles, NEXT_ADDRESSES, SourceFile,
};
pub use catalog::{CATALOG, SeriesFiles, catalog_files};
pub use changes::{FieldChange, changes};
pub use feed::{FEED, SITEMAP, feed, sitemap};
pub use folder::{Folder, NotPublished, WidgetError, folder};
pub use initials::initials;
pub use list::{EMBED, EMBED_FRAME, INDEX, SEARCH, list_files};
pub use provinces::province;
pub use published::{FILES, Published, REPORTS, ReportFiles, Site, Years, report_files};
pub use removed::removed_files;
pub use site_manifest::{SITE_MANIFEST, SiteManifest};
pub use slug::slug;
pub use taken::{Key, Taken, key};
pub use widget::{UNLISTED, hash, read_manifest, versioned_base};

/// The folder of the desk in the published folder, where the desk is published too.
pub const DESK: &str = "desk/";

//! The folder that `gongkai publish` and the desk make of reports: the bytes of every file in it, and no access to
//! files. So both make the same.

#![warn(missing_docs)]

mod catalog;
mod folder;
mod initials;
mod list;
mod provinces;
mod published;
mod site_manifest;
mod slug;
mod taken;
mod widget;

pub use catalog::{CATALOG, SeriesFiles, catalog_files};
pub use folder::{Folder, NotPublished, WidgetError, folder};
pub use initials::initials;
pub use list::{EMBED, INDEX, SEARCH, list_files};
pub use provinces::province;
pub use published::{Published, REPORTS, ReportFiles, Years, report_files};
pub use site_manifest::{SITE_MANIFEST, SiteManifest};
pub use slug::slug;
pub use taken::{Key, Taken, key};
pub use widget::{UNLISTED, hash, read_manifest, versioned_base};

/// The folder of the desk in the published folder, where the desk is published too.
pub const DESK: &str = "desk/";

//! What a run will do with one report.

use super::book;
use crate::args::Publish;
use gongkai_publish::{
    Address, Change, FieldChange, FileHash, Published, SourceFile, changes, hash,
};
use gongkai_view::page::PageOptions;
use std::collections::BTreeMap;

/// The most fields of one change that are recorded.
const FIELDS: usize = 500;

pub struct Plan {
    /// The address as it will be recorded, with what its files are made of.
    pub address: Address,
    pub options: PageOptions,
    /// Whether the files were made of the same by an earlier run.
    pub is_made: bool,
    /// The files that are at the address.
    pub before: BTreeMap<String, FileHash>,
}

impl Plan {
    /// `old` is what earlier runs published at the address; `besides` is what else its files are made of: the agency's
    /// other reports, which the page shows, too, and the font of previews.
    pub fn new(
        published: &Published,
        source: &SourceFile,
        old: Option<&Address>,
        mut options: PageOptions,
        besides: Vec<String>,
        args: &Publish,
        now: &str,
    ) -> Plan {
        let report = &published.report;
        let sha384 = hash(published.json_text().as_bytes());
        let mut address = old.cloned().unwrap_or_else(|| Address {
            added: Some(now.to_owned()),
            ..Address::default()
        });
        if let Some(old) = old {
            address
                .changes
                .extend(change(published, old, &sha384, args, now));
        }
        address.agency.clone_from(&report.agency.name);
        address
            .division_code
            .clone_from(&report.agency.division_code);
        address.year = report.year;
        address.removed = None;
        address.report.clone_from(&sha384);
        address.source = Some(source.clone());
        options.files.changes = published.page_changes(&address.changes, options.locale);
        let of = made_of(&[
            sha384,
            format!("{options:?}"),
            hash(besides.join("\0").as_bytes()),
        ]);
        let is_made = address.made.made_of == of;
        let before = std::mem::take(&mut address.made.files);
        if is_made {
            address.made.files.clone_from(&before);
        }
        address.made.made_of = of;
        Plan {
            address,
            options,
            is_made,
            before,
        }
    }
}

/// What is different from what was published before.
fn change(
    published: &Published,
    old: &Address,
    sha384: &str,
    args: &Publish,
    now: &str,
) -> Option<Change> {
    let at = now.to_owned();
    if old.removed.is_some() {
        return Some(Change {
            at,
            ..Change::default()
        });
    }
    if old.report == sha384 {
        return None;
    }
    let before = book::published(&args.output, &published.slug, &old.report);
    let mut fields = match before {
        Some(before) => changes(&before, &published.report),
        // Without the old file nothing is known but that it was another.
        None => vec![FieldChange {
            path: "sha384".to_owned(),
            old: Some(old.report.clone()),
            new: Some(sha384.to_owned()),
        }],
    };
    if fields.is_empty() {
        return None;
    }
    let more = fields.len().saturating_sub(FIELDS);
    fields.truncate(FIELDS);
    Some(Change { at, fields, more })
}

/// The hash of everything that files depend on, and of the program's version.
pub fn made_of(parts: &[String]) -> String {
    let whole = [env!("CARGO_PKG_VERSION"), "\0", &parts.join("\0")].concat();
    hash(whole.as_bytes())
}

//! The manifest of addresses: which report is at which address of a published folder, since when, and what has
//! changed since. A later run reads it, so that no address ever changes or goes to another report.

use crate::{FieldChange, key};
use gongkai_model::Report;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Its name in the published folder.
pub const ADDRESSES: &str = "addresses.json";
/// Its name while a run is writing the other files. It is there afterwards only if the run was interrupted.
pub const NEXT_ADDRESSES: &str = "addresses.next.json";

const FORMAT: &str = "gongkai-addresses/1";

/// All addresses of a published folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    format: String,
    /// The files that are made of all reports together.
    #[serde(default)]
    pub folder: MadeFiles,
    /// By the name that the files of an address have in common.
    pub addresses: BTreeMap<String, Address>,
}

/// One report's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The name of the agency.
    pub agency: String,
    /// Its 统计用区划代码.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division_code: Option<String>,
    /// The year of the report.
    pub year: u16,
    /// When the report was first published; unknown for folders of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<String>,
    /// When it was found to be gone. A removed report's files say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<String>,
    /// The latest change is last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// The SHA-384 of the report's JSON.
    pub report: String,
    /// The file that the report was read from, the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceFile>,
    /// The files at the address.
    #[serde(flatten)]
    pub made: MadeFiles,
}

/// The file that a report was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its path in the folder of reports.
    pub file: String,
    /// Its hash.
    pub sha384: String,
    /// The version of the program that read it.
    pub read_by: String,
    /// The sentences about what could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<String>,
}

/// Files, and what they were made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFiles {
    /// The hash of everything that the files depend on. While it is the same, they need not be made again.
    #[serde(default)]
    pub made_of: String,
    /// The path of each file in the published folder, with its size and hash.
    #[serde(default)]
    pub files: BTreeMap<String, FileHash>,
}

/// A file as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileHash {
    /// The size.
    pub bytes: u64,
    /// The SHA-384 in base64.
    pub sha384: String,
}

/// A report that was published anew with other content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// When it was published.
    pub at: String,
    /// What is different; empty if the report was only brought back after a removal.
    pub fields: Vec<FieldChange>,
    /// The number of further fields that are different.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more: usize,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Addresses {
    /// Reads a manifest; `None` if the text is not a valid one.
    pub fn read(text: &str) -> Option<Addresses> {
        let read: Addresses = serde_json::from_str(text).ok()?;
        (read.format == FORMAT).then_some(read)
    }

    /// Writes the manifest as JSON.
    pub fn write(&self) -> String {
        let whole = Addresses {
            format: FORMAT.to_owned(),
            ..self.clone()
        };
        // Maps of text to text cannot fail.
        serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
    }

    /// The addresses whose reports are published.
    pub fn published(&self) -> impl Iterator<Item = (&str, &Address)> {
        let all = self.addresses.iter();
        all.filter(|(_, address)| address.removed.is_none())
            .map(|(slug, address)| (slug.as_str(), address))
    }

    /// The address that a report has already. `file` is the path of its file, `file_slug` the name that this would give
    /// it, and `current` are the agencies and years of all reports of this run.
    ///
    /// A report is known by agency, code and year, not by its file, which may be renamed. Where the agency's name was
    /// corrected, it is known by its code, or by its file if the old name is not published any more.
    pub fn of_report(
        &self,
        report: &Report,
        file: &str,
        file_slug: &str,
        current: &BTreeSet<(String, u16)>,
    ) -> Option<&str> {
        let code = report.agency.division_code.as_deref();
        let of_year = || {
            let all = self.addresses.iter();
            all.filter(|(_, address)| address.year == report.year)
        };
        let is_named = |address: &Address| address.agency == report.agency.name;
        let has_code = |address: &Address| address.division_code.as_deref() == code;
        let is_gone = |address: &Address| {
            address.removed.is_none() && !current.contains(&(address.agency.clone(), address.year))
        };
        let fits = |address: &Address| {
            code.is_none() || address.division_code.is_none() || has_code(address)
        };
        let is_of_file = |slug: &str, address: &Address| match &address.source {
            Some(source) => source.file == file,
            None => slug == file_slug,
        };
        of_year()
            .find(|(_, one)| is_named(one) && has_code(one))
            .or_else(|| of_year().find(|(_, one)| is_named(one) && fits(one)))
            .or_else(|| of_year().find(|(_, one)| code.is_some() && has_code(one) && is_gone(one)))
            .or_else(|| {
                of_year().find(|(slug, one)| is_of_file(slug, one) && fits(one) && is_gone(one))
            })
            .map(|(slug, _)| slug.as_str())
    }

    /// Adds a report of a folder that was published without a manifest.
    pub fn adopt(&mut self, slug: String, report: &Report, sha384: String) {
        let (agency, year) = key(report);
        let address = Address {
            agency,
            year,
            division_code: report.agency.division_code.clone(),
            report: sha384,
            ..Address::default()
        };
        self.addresses.insert(slug, address);
    }

    /// Takes over what an interrupted run has recorded of the reports that it had already written. `is_written` says
    /// whether the JSON at a name has a hash.
    pub fn recover(&mut self, next: Addresses, is_written: impl Fn(&str, &str) -> bool) {
        for (slug, mut address) in next.addresses {
            let is_known = self.addresses.get(&slug) == Some(&address);
            if is_known || !is_written(&slug, &address.report) {
                continue;
            }
            // Whether the other files were written is not known.
            address.made = MadeFiles::default();
            self.addresses.insert(slug, address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(agency: &str, code: Option<&str>, year: u16) -> Report {
        let code = code.map_or_else(String::new, |code| {
            format!(", \"division_code\": \"{code}\"")
        });
        let text = format!(
            r#"{{ "format": "gongkai-report/1", "agency": {{ "name": "{agency}"{code} }}, "year": {year},
                "edition": "2021" }}"#
        );
        Report::read(&text).expect("a report")
    }

    fn known(reports: &[(&str, Report)]) -> Addresses {
        let mut addresses = Addresses::default();
        for (slug, report) in reports {
            addresses.adopt((*slug).to_owned(), report, String::new());
        }
        addresses
    }

    fn found(addresses: &Addresses, report: &Report, file: &str) -> Option<String> {
        let current = BTreeSet::from([key(report)]);
        addresses
            .of_report(report, file, file, &current)
            .map(str::to_owned)
    }

    #[test]
    fn a_report_keeps_its_address_whatever_its_file_is_called() {
        let addresses = known(&[
            ("a", report("虚构县", Some("990101"), 2021)),
            ("b", report("虚构县", Some("990102"), 2021)),
            ("c", report("虚构市", None, 2021)),
        ]);
        let of = |report: &Report, file: &str| found(&addresses, report, file);
        assert_eq!(
            of(&report("虚构县", Some("990102"), 2021), "a").as_deref(),
            Some("b")
        );
        assert_eq!(of(&report("虚构县", Some("990102"), 2022), "b"), None);
        assert_eq!(
            of(&report("虚构市", Some("990200"), 2021), "x").as_deref(),
            Some("c")
        );
        // The name was corrected.
        assert_eq!(
            of(&report("虚构县政府", Some("990101"), 2021), "x").as_deref(),
            Some("a")
        );
        assert_eq!(
            of(&report("虚构市政府", None, 2021), "c").as_deref(),
            Some("c")
        );
        // Another agency's file of that name.
        assert_eq!(of(&report("虚构乡", Some("990103"), 2021), "a"), None);
    }

    #[test]
    fn the_address_of_a_removed_report_goes_to_no_other() {
        let mut addresses = known(&[("a", report("虚构县", None, 2021))]);
        for address in addresses.addresses.values_mut() {
            address.removed = Some("2026-12-01T08:00:00+08:00".to_owned());
        }
        assert_eq!(found(&addresses, &report("虚构市", None, 2021), "a"), None);
        let back = report("虚构县", None, 2021);
        assert_eq!(found(&addresses, &back, "z").as_deref(), Some("a"));
    }

    #[test]
    fn what_an_interrupted_run_wrote_is_not_forgotten() {
        let mut addresses = known(&[
            ("a", report("虚构县", None, 2021)),
            ("b", report("虚构市", None, 2021)),
        ]);
        let mut next = addresses.clone();
        for address in next.addresses.values_mut() {
            address.report = "new".to_owned();
            address.made.made_of = "all".to_owned();
        }
        addresses.recover(next, |slug, _| slug == "b");
        assert_eq!(addresses.addresses["a"].report, "");
        assert_eq!(addresses.addresses["b"].report, "new");
        assert_eq!(addresses.addresses["b"].made.made_of, "");
        assert_eq!(
            Addresses::read(&addresses.write()).map(|read| read.addresses),
            Some(addresses.addresses)
        );
        assert_eq!(Addresses::read("{}"), None);
    }
}

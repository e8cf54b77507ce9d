//! `gongkai verify`: fetches what a reader's browser is sent, and names what is wrong with it.

mod address;
mod answer;
mod manifest;
mod messages;
mod page;
mod policy;
mod source;

use super::args::Verify;
use super::check::parse_report;
use super::{Outcome, terminal};
use crate::messages::CliText;
use answer::{Answer, Kind};
use gongkai_i18n::Locale;
use manifest::Manifest;
use messages::{VerifyText, verify_text};
use page::PageLinks;
use rayon::prelude::*;
use source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The list of a folder's files.
pub const MANIFEST: &str = "manifest.json";

/// A finding lists at most this many files by name.
const NAMED: usize = 4;

pub fn run(args: &Verify, locale: Locale) -> Outcome {
    let source = match Source::of(&args.target, locale) {
        Ok(source) => source,
        Err(message) => {
            terminal::message(&message);
            return Outcome::Failed;
        }
    };
    let mut verification = Verification {
        source,
        locale,
        findings: BTreeMap::new(),
        verified: BTreeMap::new(),
    };
    verification.verify();
    verification.report()
}

/// How much harm a finding does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Harm {
    /// A reader does not see something, or sees something old.
    Fault,
    /// It works, but slowly or only for now.
    Hint,
}

/// A finding without the files that it is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    harm: Harm,
    problem: String,
    remedy: String,
}

/// One run.
struct Verification {
    source: Source,
    locale: Locale,
    /// The files that each finding is about.
    findings: BTreeMap<Finding, BTreeSet<String>>,
    /// The hashes that each file was compared with; none where none is known yet.
    verified: BTreeMap<String, BTreeSet<Option<String>>>,
}

/// A file to be fetched.
struct Expected {
    address: String,
    /// Its hash (base64 of SHA-384), where one is known.
    sha384: Option<String>,
}

impl Expected {
    fn at(address: String) -> Expected {
        Expected {
            address,
            sha384: None,
        }
    }
}

/// What came of one file.
struct Checked {
    address: String,
    findings: Vec<Finding>,
    /// The decoded content, if the file was sent.
    body: Option<Vec<u8>>,
}

impl Verification {
    fn verify(&mut self) {
        let start = self.source.start();
        let first = self.source.fetch(&start);
        let listed = address::join(&start, MANIFEST);
        let manifest = self.source.fetch(&listed);
        let is_there = manifest.as_ref().is_ok_and(|answer| answer.status == 200);
        let is_page = first.as_ref().is_ok_and(Answer::is_html);
        // A folder without a page of its own, such as that of the widget's files.
        if !is_page && is_there {
            self.manifest(&listed);
            return;
        }
        let links = self.page(&start);
        if is_there {
            self.manifest(&listed);
        } else if links.is_some_and(|links| links.is_empty()) {
            self.add(
                &start,
                Harm::Fault,
                VerifyText::NoTag,
                &[],
                VerifyText::FixTag,
            );
        }
    }

    /// Fetches files at the same time and takes their findings.
    fn files(&mut self, files: Vec<Expected>) -> Vec<Checked> {
        let files: Vec<Expected> = files
            .into_iter()
            .filter(|file| {
                let hashes = self.verified.entry(file.address.clone()).or_default();
                // A file whose hash turns up later is fetched once more.
                let is_known = file.sha384.is_none() && !hashes.is_empty();
                !is_known && hashes.insert(file.sha384.clone())
            })
            .collect();
        let (source, locale) = (&self.source, self.locale);
        let checked: Vec<Checked> = files
            .par_iter()
            .map(|file| check(source, file, locale))
            .collect();
        for one in &checked {
            for finding in &one.findings {
                let name = self.source.name(&one.address);
                self.findings
                    .entry(finding.clone())
                    .or_default()
                    .insert(name);
            }
        }
        checked
    }

    /// Checks a page and the files that it names; returns its links.
    fn page(&mut self, address: &str) -> Option<PageLinks> {
        let checked = self.files(vec![Expected::at(address.to_owned())]);
        let body = checked.into_iter().next()?.body?;
        let links = page::links(address, &String::from_utf8_lossy(&body));
        for outside in &links.foreign {
            let arguments = [outside.as_str()];
            self.add(
                address,
                Harm::Fault,
                VerifyText::Foreign,
                &arguments,
                VerifyText::FixForeign,
            );
        }
        let mut files = Vec::new();
        let mut folders = BTreeSet::new();
        for script in &links.scripts {
            folders.insert(address::join(&script.address, MANIFEST));
            files.push(Expected {
                address: script.address.clone(),
                sha384: script.sha384.clone(),
            });
        }
        files.extend(links.reports.iter().cloned().map(Expected::at));
        for one in self.files(files) {
            if links.reports.contains(&one.address) {
                self.data(&one);
            }
        }
        for folder in folders {
            self.manifest(&folder);
        }
        Some(links)
    }

    /// Checks that a report can be read.
    fn data(&mut self, checked: &Checked) {
        let Some(body) = &checked.body else { return };
        // A catalogue has many reports; its files are in the manifest of the folder.
        if String::from_utf8_lossy(body).contains("\"gongkai-catalog/") {
            return;
        }
        let name = self.source.name(&checked.address);
        if let Err(message) = parse_report(&name, body, self.locale) {
            let arguments = [message.as_str()];
            self.add(
                &checked.address,
                Harm::Fault,
                VerifyText::BadReport,
                &arguments,
                VerifyText::FixReport,
            );
        }
    }

    /// Checks every file that a manifest lists, and the manifest of the widget's files that it names.
    fn manifest(&mut self, address: &str) {
        let checked = self.files(vec![Expected::at(address.to_owned())]);
        let Some(checked) = checked.into_iter().next() else {
            return;
        };
        let Some(body) = &checked.body else { return };
        let Some(Manifest { files, bundle }) = manifest::parse(body) else {
            self.add(
                address,
                Harm::Fault,
                VerifyText::BadManifest,
                &[],
                VerifyText::FixUpload,
            );
            return;
        };
        let files = files
            .into_iter()
            .map(|(name, sha384)| Expected {
                address: address::join(address, &name),
                sha384: Some(sha384),
            })
            .collect();
        self.files(files);
        if let Some(bundle) = bundle {
            self.manifest(&address::join(address, &(bundle + MANIFEST)));
        }
    }

    fn add(
        &mut self,
        address: &str,
        harm: Harm,
        problem: VerifyText,
        arguments: &[&str],
        remedy: VerifyText,
    ) {
        let finding = finding(harm, problem, arguments, remedy, self.locale);
        let name = self.source.name(address);
        self.findings.entry(finding).or_default().insert(name);
    }

    /// Prints the findings, faults first.
    fn report(&self) -> Outcome {
        let locale = self.locale;
        let mut text = String::new();
        let mut faults = 0_usize;
        for (finding, files) in &self.findings {
            let mut names: Vec<&str> = files.iter().take(NAMED).map(String::as_str).collect();
            let rest = files.len().saturating_sub(NAMED).to_string();
            let more = verify_text::More { files: &rest }.text(locale);
            if files.len() > NAMED {
                names.push(&more);
            }
            let names = names.join(CliText::Comma.text(locale));
            let kind = match finding.harm {
                Harm::Fault => {
                    faults = faults.saturating_add(1);
                    VerifyText::Fault
                }
                Harm::Hint => VerifyText::Hint,
            };
            let arguments = [&*names, &finding.problem, &finding.remedy];
            text.push_str(&kind.with(locale, &arguments));
            text.push('\n');
        }
        if self.source.is_folder() {
            text.push_str(VerifyText::OnlyFolder.text(locale));
            text.push('\n');
        }
        let hints = self.findings.len().saturating_sub(faults);
        let summary = verify_text::Summary {
            files: &self.verified.len().to_string(),
            faults: &faults.to_string(),
            hints: &hints.to_string(),
        };
        text.push_str(&summary.text(locale));
        text.push('\n');
        terminal::print(&text, locale);
        match (faults, hints) {
            (0, 0) => Outcome::Complete,
            (0, _) => Outcome::Gaps,
            _ => Outcome::Failed,
        }
    }
}

fn finding(
    harm: Harm,
    problem: VerifyText,
    arguments: &[&str],
    remedy: VerifyText,
    locale: Locale,
) -> Finding {
    Finding {
        harm,
        problem: problem.with(locale, arguments),
        remedy: remedy.text(locale).to_owned(),
    }
}

/// Fetches one file and checks what came.
fn check(source: &Source, file: &Expected, locale: Locale) -> Checked {
    let address = file.address.clone();
    let kind = Kind::of(&address);
    match source.fetch(&address) {
        Err(reason) => Checked {
            address,
            findings: vec![finding(
                Harm::Fault,
                VerifyText::Unreachable,
                &[&reason],
                VerifyText::FixUnreachable,
                locale,
            )],
            body: None,
        },
        Ok(answer) => {
            let (findings, body) = answer.check(&address, kind, file.sha384.as_deref(), locale);
            Checked {
                address,
                findings,
                body,
            }
        }
    }
}

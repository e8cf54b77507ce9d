//! `gongkai convert --folder`: every report of a folder as JSON. A file that cannot be converted does
//! not stop the others, and an interrupted run is continued by the next one.

use super::args::ConvertFolder;
use super::convert::{gap_texts, import, read_bytes};
use super::progress::Progress;
use super::run_log::{Entry, Hashes, RunLog, State, hash};
use super::{Outcome, atomic_file, collect, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub fn run(args: &ConvertFolder, locale: Locale) -> Outcome {
    match prepare(args, locale) {
        Ok(files) => Run::new(args, locale).convert(&files),
        Err(message) => {
            terminal::message(&message);
            Outcome::Failed
        }
    }
}

/// Finds the files and creates the output folder, so that its failure is not reported for each file.
fn prepare(args: &ConvertFolder, locale: Locale) -> Result<Vec<PathBuf>, String> {
    let shown = args.folder.display().to_string();
    let found = collect::reports(&args.folder)
        .map_err(|error| terminal::cannot_read(&shown, &error, locale))?;
    found.report(&args.folder, locale);
    let files = found.files;
    if files.is_empty() {
        return Err(cli_text::EmptyFolder { folder: &shown }.text(locale));
    }
    std::fs::create_dir_all(&args.output).map_err(|error| {
        let message = terminal::cannot_write(&args.output, &error, locale);
        format!("{message}\n{}", CliText::NotWritten.text(locale))
    })?;
    Ok(files)
}

/// The entry of a file whose JSON a person has changed.
fn edited(name: &str, hashes: Option<Hashes>) -> Entry {
    Entry {
        file: name.to_owned(),
        state: State::Edited,
        gaps: 0,
        why: String::new(),
        hashes,
    }
}

struct Run<'a> {
    args: &'a ConvertFolder,
    locale: Locale,
    log: RunLog,
    /// The source of each output file.
    sources: BTreeMap<PathBuf, String>,
    skipped: usize,
}

impl<'a> Run<'a> {
    fn new(args: &'a ConvertFolder, locale: Locale) -> Run<'a> {
        Run {
            args,
            locale,
            log: RunLog::open(&args.output, locale),
            sources: BTreeMap::new(),
            skipped: 0,
        }
    }

    fn convert(mut self, files: &[PathBuf]) -> Outcome {
        let progress = Progress::new(files.len(), self.locale);
        let mut folders: BTreeSet<PathBuf> = BTreeSet::from([self.args.output.clone()]);
        for file in files {
            let inside = file.strip_prefix(&self.args.folder).unwrap_or(file);
            progress.step(&inside.display().to_string());
            let output = self.args.output.join(inside).with_extension("json");
            folders.extend(output.parent().map(Path::to_owned));
            self.convert_one(file, inside.display().to_string(), output);
        }
        progress.finish();
        let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
        stale_files::remove_temporary_files(&folders);
        self.report()
    }

    /// Converts a file unless an earlier run did, or a person has changed the result since.
    fn convert_one(&mut self, file: &Path, name: String, output: PathBuf) {
        if let Some(other) = self.sources.get(&output) {
            let why = cli_text::SameOutput { other, file: &name }.text(self.locale);
            return self.log.add(Entry::failed(name, why));
        }
        let entry = match self.entry(file, &name, &output) {
            Ok(entry) => entry,
            Err(why) => Entry::failed(name.clone(), why),
        };
        self.log.add(entry);
        self.sources.insert(output, name);
    }

    /// Writes a file's JSON where that is missing or out of date, and returns its entry.
    fn entry(&mut self, file: &Path, name: &str, output: &Path) -> Result<Entry, String> {
        let bytes = read_bytes(file, self.locale)?;
        let given = format!("{:?}", self.args.given);
        let version = env!("CARGO_PKG_VERSION");
        let source = hash(&[&bytes, given.as_bytes(), version.as_bytes()]);
        let earlier = self.log.earlier(name).cloned();
        let known = earlier.as_ref().and_then(|entry| entry.hashes.as_ref());
        let json = std::fs::read(output).ok().map(|json| hash(&[&json]));
        if let (Some(known), Some(json)) = (known, &json) {
            let is_done = known.source == source;
            if is_done && known.json == *json {
                self.skipped = self.skipped.saturating_add(1);
                return Ok(earlier.unwrap_or_else(|| Entry::failed(name.to_owned(), String::new())));
            }
            if known.json != *json {
                if is_done {
                    self.skipped = self.skipped.saturating_add(1);
                } else {
                    self.say_kept(name, output);
                }
                let known = known.clone();
                return Ok(edited(name, Some(known)));
            }
        }
        let (text, mut entry) = self.convert_bytes(name, &bytes)?;
        let own = hash(&[text.as_bytes()]);
        match &json {
            // Nobody knows who wrote this one.
            Some(json) if known.is_none() && *json != own => {
                self.say_kept(name, output);
                return Ok(edited(name, None));
            }
            Some(json) if *json == own => {}
            _ => atomic_file::write(output, text.as_bytes(), self.locale)?,
        }
        entry.hashes = Some(Hashes { source, json: own });
        Ok(entry)
    }

    fn say_kept(&self, name: &str, output: &Path) {
        let json = &output.display().to_string();
        terminal::message(&cli_text::KeptEdited { json, file: name }.text(self.locale));
    }

    /// Converts a file to JSON.
    fn convert_bytes(&self, name: &str, bytes: &[u8]) -> Result<(String, Entry), String> {
        let imported = import(name, bytes, &self.args.given, self.locale)?;
        let gaps = gap_texts(&imported.report, imported.notes.iter(), self.locale);
        let entry = Entry {
            file: name.to_owned(),
            state: if gaps.is_empty() {
                State::Complete
            } else {
                State::Gaps
            },
            gaps: gaps.len(),
            why: gaps.join("\n"),
            hashes: None,
        };
        Ok((imported.report.write() + "\n", entry))
    }

    /// Prints the failures and the totals, and writes the log.
    fn report(self) -> Outcome {
        let Run {
            log,
            locale,
            skipped,
            ..
        } = self;
        let entries = log.entries();
        for entry in entries.iter().filter(|entry| entry.state == State::Failed) {
            terminal::message(&entry.why);
        }
        if skipped > 0 {
            terminal::message(
                &cli_text::Skipped {
                    files: &skipped.to_string(),
                }
                .text(locale),
            );
        }
        let count = |outcome: Outcome| {
            let same = |entry: &&Entry| entry.state.outcome() == outcome;
            entries.iter().filter(same).count()
        };
        let summary = cli_text::Summary {
            files: &entries.len().to_string(),
            complete: &count(Outcome::Complete).to_string(),
            gaps: &count(Outcome::Gaps).to_string(),
            failed: &count(Outcome::Failed).to_string(),
        };
        terminal::message(&summary.text(locale));
        let outcomes = entries.iter().map(|entry| entry.state.outcome());
        let outcome = outcomes.max().unwrap_or_default();
        match log.finish() {
            Ok(path) => {
                let path = path.display().to_string();
                terminal::message(&cli_text::SummaryFile { file: &path }.text(locale));
                outcome
            }
            Err(message) => {
                terminal::message(&message);
                Outcome::Failed
            }
        }
    }
}

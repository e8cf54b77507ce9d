//! `gongkai convert --folder`: every report of a folder as JSON. A file that cannot be converted does
//! not stop the others, and an interrupted run is continued by the next one.

use super::args::ConvertFolder;
use super::convert::{gap_texts, import, read_bytes};
use super::progress::Progress;
use super::run_log::{Entry, RunLog, State};
use super::{Outcome, atomic_file, collect, stale_files, terminal};
use crate::messages::CliText;
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
    let files = collect::reports(&args.folder)
        .map_err(|error| terminal::cannot_read(&shown, &error, locale))?;
    if files.is_empty() {
        return Err(CliText::EmptyFolder.with(locale, &[&shown]));
    }
    std::fs::create_dir_all(&args.output).map_err(|error| {
        let message = terminal::cannot_write(&args.output, &error, locale);
        format!("{message}\n{}", CliText::NotWritten.text(locale))
    })?;
    Ok(files)
}

struct Run<'a> {
    args: &'a ConvertFolder,
    locale: Locale,
    log: RunLog,
    /// The source of each output file.
    sources: BTreeMap<PathBuf, String>,
    skipped: usize,
    /// Of the skipped files, those without an entry in the log.
    unknown: usize,
}

impl<'a> Run<'a> {
    fn new(args: &'a ConvertFolder, locale: Locale) -> Run<'a> {
        Run {
            args,
            locale,
            log: RunLog::open(&args.output, locale),
            sources: BTreeMap::new(),
            skipped: 0,
            unknown: 0,
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
            let why = CliText::SameOutput.with(self.locale, &[other, &name]);
            return self.log.add(Entry::failed(name, why));
        }
        if collect::is_up_to_date(file, &output) {
            self.skipped = self.skipped.saturating_add(1);
            if self.log.keep(&name, &output) == State::Unknown {
                self.unknown = self.unknown.saturating_add(1);
            }
        } else if output.is_file() && !self.log.wrote(&name, &output) {
            let arguments = [output.display().to_string(), name.clone()];
            terminal::message_with(CliText::KeptEdited, &arguments, self.locale);
            self.log.keep(&name, &output);
        } else {
            let entry = match self.write(file, &name, &output) {
                Ok(entry) => entry,
                Err(why) => Entry::failed(name.clone(), why),
            };
            self.log.add(entry);
        }
        self.sources.insert(output, name);
    }

    fn write(&self, file: &Path, name: &str, output: &Path) -> Result<Entry, String> {
        let bytes = read_bytes(file, self.locale)?;
        let imported = import(name, &bytes, &self.args.given, self.locale)?;
        let json = imported.report.write() + "\n";
        atomic_file::write(output, json.as_bytes(), self.locale)?;
        let gaps = gap_texts(&imported.report, imported.notes.iter(), self.locale);
        Ok(Entry {
            file: name.to_owned(),
            state: if gaps.is_empty() {
                State::Complete
            } else {
                State::Gaps
            },
            gaps: gaps.len(),
            why: gaps.join("\n"),
        })
    }

    /// Prints the failures and the totals, and writes the log.
    fn report(self) -> Outcome {
        let Run {
            log,
            locale,
            skipped,
            unknown,
            ..
        } = self;
        let entries = log.entries();
        for entry in entries.iter().filter(|entry| entry.state == State::Failed) {
            terminal::message(&entry.why);
        }
        if skipped > 0 {
            terminal::message(&CliText::Skipped.with(locale, &[&skipped.to_string()]));
        }
        if unknown > 0 {
            terminal::message(&CliText::SkippedUnknown.with(locale, &[&unknown.to_string()]));
        }
        let count = |outcome: Outcome| {
            let same = |entry: &&Entry| entry.state.outcome() == outcome;
            entries.iter().filter(same).count()
        };
        let counts = [
            entries.len(),
            count(Outcome::Complete).saturating_sub(unknown),
            count(Outcome::Gaps),
            count(Outcome::Failed),
        ];
        let counts = counts.map(|count| count.to_string());
        terminal::message_with(CliText::Summary, &counts, locale);
        let outcomes = entries.iter().map(|entry| entry.state.outcome());
        let outcome = outcomes.max().unwrap_or_default();
        match log.finish() {
            Ok(path) => {
                let path = path.display().to_string();
                terminal::message(&CliText::SummaryFile.with(locale, &[&path]));
                outcome
            }
            Err(message) => {
                terminal::message(&message);
                Outcome::Failed
            }
        }
    }
}

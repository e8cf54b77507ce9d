//! `gongkai convert --format ndjson|parquet`: reports as the rows of one table. Nothing of a report is
//! kept in memory after its rows.

use super::args::{Table, TableFormat, TableInput};
use super::convert::{LoadedReport, gap_texts, load, read_bytes, read_bytes_or_stdin, summarise};
use super::progress::Progress;
use super::table_writer::{TableWriter, is_closed};
use super::{Outcome, atomic_file, collect, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

pub fn run(args: &Table, locale: Locale) -> Outcome {
    match write_table(args, locale) {
        Ok(outcome) => outcome,
        Err(Stop::Message(message)) => {
            terminal::message(&message);
            Outcome::Failed
        }
        // The reader of a pipe has closed it because it has enough.
        Err(Stop::Output(error)) if is_closed(&error) => Outcome::Complete,
        Err(Stop::Output(error)) => {
            let stdout = || PathBuf::from(CliText::StandardOutput.text(locale));
            let path = args.output.clone().unwrap_or_else(stdout);
            terminal::message(&terminal::cannot_write(&path, &error, locale));
            Outcome::Failed
        }
    }
}

/// Why the whole run ends early. A file that cannot be read is no reason.
enum Stop {
    Message(String),
    Output(std::io::Error),
}

fn write_table(args: &Table, locale: Locale) -> Result<Outcome, Stop> {
    let output = args.output.as_deref();
    let is_terminal = output.is_none() && std::io::stdout().is_terminal();
    if matches!(args.format, TableFormat::Parquet) && is_terminal {
        return Err(Stop::Message(CliText::NoTerminal.text(locale).to_owned()));
    }
    // What an interrupted run left may be as large as the whole table.
    if let Some(path) = output {
        stale_files::remove_temporary_files(&[atomic_file::parent(path)]);
    }
    if let TableInput::File(file) = &args.input {
        atomic_file::refuse_overwriting_input(output, file, locale).map_err(Stop::Message)?;
    }
    let writer = TableWriter::new(args.format, args.grain, output).map_err(Stop::Output)?;
    let run = Run {
        args,
        locale,
        writer,
        counts: Counts::default(),
    };
    match &args.input {
        TableInput::File(file) => run.write_file(file),
        TableInput::Folder(folder) => run.write_folder(folder),
        TableInput::NamesOnStdin => run.write_named_files(),
    }
}

/// Numbers of files by their outcome.
#[derive(Default)]
struct Counts {
    complete: usize,
    gaps: usize,
    failed: usize,
}

impl Counts {
    fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Complete => &mut self.complete,
            Outcome::Gaps => &mut self.gaps,
            Outcome::Failed => &mut self.failed,
        };
        *count = count.saturating_add(1);
    }

    fn total(&self) -> usize {
        self.complete
            .saturating_add(self.gaps)
            .saturating_add(self.failed)
    }

    fn outcome(&self) -> Outcome {
        match (self.failed, self.gaps) {
            (0, 0) => Outcome::Complete,
            (0, _) => Outcome::Gaps,
            _ => Outcome::Failed,
        }
    }
}

struct Run<'a> {
    args: &'a Table,
    locale: Locale,
    writer: TableWriter,
    counts: Counts,
}

impl Run<'_> {
    fn write_file(mut self, file: &Path) -> Result<Outcome, Stop> {
        let name = terminal::display_name(file, self.locale);
        let loaded = read_bytes_or_stdin(file, self.locale)
            .and_then(|bytes| load(&name, &bytes, &self.args.given, self.locale))
            .map_err(|message| {
                let nothing = CliText::NotWritten.text(self.locale);
                Stop::Message(format!("{message}\n{nothing}"))
            })?;
        let is_stdin = file.as_os_str() == "-";
        let file = (!is_stdin).then_some(name.as_str());
        self.writer
            .add(loaded.report(), file)
            .map_err(Stop::Output)?;
        summarise(&name, &loaded, self.locale);
        let outcome = loaded.outcome();
        self.finish(outcome)
    }

    fn write_folder(mut self, folder: &Path) -> Result<Outcome, Stop> {
        let shown = folder.display().to_string();
        let found = collect::reports_and_json(folder)
            .map_err(|error| Stop::Message(terminal::cannot_read(&shown, &error, self.locale)))?;
        found.report(folder, self.locale);
        let mut files = found.files;
        let left_out = keep_each_report_once(&mut files, self.args.output.as_deref());
        if files.is_empty() {
            let message = cli_text::NoReports { folder: &shown }.text(self.locale);
            return Err(Stop::Message(message));
        }
        if !left_out.is_empty() {
            let message = cli_text::JsonBeside {
                files: &left_out.len().to_string(),
                names: &collect::named(&left_out, folder, self.locale),
            }
            .text(self.locale);
            terminal::message(&message);
        }
        let progress = Progress::new(files.len(), self.locale);
        for file in &files {
            let inside = file.strip_prefix(folder).unwrap_or(file);
            let name = inside.display().to_string();
            progress.step(&name);
            self.write_next(file, &name)?;
        }
        progress.finish();
        self.finish_many()
    }

    fn write_named_files(mut self) -> Result<Outcome, Stop> {
        let mut names = std::io::stdin().lock();
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = names.read_until(b'\n', &mut line).map_err(|error| {
                let name = CliText::StandardInput.text(self.locale);
                Stop::Message(terminal::cannot_read(name, &error, self.locale))
            })?;
            if read == 0 {
                return self.finish_many();
            }
            let name = String::from_utf8_lossy(&line);
            let name = name.trim_end_matches(['\r', '\n']);
            if !name.is_empty() {
                self.write_next(Path::new(name), name)?;
            }
        }
    }

    /// Writes one of several files. One that cannot be read is reported and skipped.
    fn write_next(&mut self, file: &Path, name: &str) -> Result<(), Stop> {
        let loaded = read_bytes(file, self.locale)
            .and_then(|bytes| load(name, &bytes, &self.args.given, self.locale));
        match loaded {
            Err(message) => {
                terminal::message(&message);
                self.counts.add(Outcome::Failed);
            }
            Ok(loaded) => self.write_report(&loaded, name)?,
        }
        Ok(())
    }

    fn write_report(&mut self, loaded: &LoadedReport, name: &str) -> Result<(), Stop> {
        let report = loaded.report();
        self.writer.add(report, Some(name)).map_err(Stop::Output)?;
        for note in gap_texts(report, loaded.gaps(), self.locale) {
            terminal::message(&format!("{name}  {note}"));
        }
        self.counts.add(loaded.outcome());
        Ok(())
    }

    /// Prints the totals. If no file could be read, the old table stays.
    fn finish_many(self) -> Result<Outcome, Stop> {
        let total = self.counts.total();
        let Counts {
            complete,
            gaps,
            failed,
        } = self.counts;
        let summary = cli_text::Summary {
            files: &total.to_string(),
            complete: &complete.to_string(),
            gaps: &gaps.to_string(),
            failed: &failed.to_string(),
        };
        terminal::message(&summary.text(self.locale));
        if failed > 0 && failed == total {
            let nothing = CliText::NotWritten.text(self.locale);
            return Err(Stop::Message(nothing.to_owned()));
        }
        let outcome = self.counts.outcome();
        self.finish(outcome)
    }

    fn finish(self, outcome: Outcome) -> Result<Outcome, Stop> {
        let rows = self.writer.finish().map_err(Stop::Output)?;
        terminal::message(
            &cli_text::TableRows {
                rows: &rows.to_string(),
            }
            .text(self.locale),
        );
        if let Some(path) = &self.args.output {
            let path = path.display().to_string();
            terminal::message(&cli_text::Written { file: &path }.text(self.locale));
        }
        Ok(outcome)
    }
}

/// Keeps the JSON of each source that has one, which a person may have corrected. Returns the sources that
/// were left out.
fn keep_each_report_once(files: &mut Vec<PathBuf>, output: Option<&Path>) -> Vec<PathBuf> {
    // A table of an earlier run is not a report.
    let output = output.and_then(|output| output.canonicalize().ok());
    if let Some(output) = output {
        files.retain(|file| file.canonicalize().ok().as_ref() != Some(&output));
    }
    let is_kept = |file: &PathBuf| collect::is_json(file) || !file.with_extension("json").is_file();
    let (kept, left_out) = std::mem::take(files).into_iter().partition(is_kept);
    *files = kept;
    left_out
}

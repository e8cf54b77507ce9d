//! Reports become rows of one table, each file's rows after the other's; nothing is kept of a file
//! but what became of it.

use super::args::{Format, Input, Table};
use super::convert::{Taken, bytes, said, taken};
use super::folder::{Progress, collect, is_done};
use super::sink::{Sink, is_closed};
use super::{End, leftovers, output, say};
use crate::messages::CliText;
use gongkai_i18n::Locale;
use gongkai_import::import_note;
use std::collections::BTreeSet;
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

pub fn run(args: &Table, locale: Locale) -> End {
    let is_screen = args.output.is_none() && std::io::stdout().is_terminal();
    if matches!(args.format, Format::Parquet) && is_screen {
        say::error(CliText::NoTerminal.text(locale));
        return End::Failed;
    }
    // The rest of a table that was cut off is as large as the table.
    if let Some(path) = &args.output {
        leftovers::sweep(&[output::folder(path)]);
    }
    if let Input::File(file) = &args.input
        && let Err(sentence) = output::spares(args.output.as_deref(), file, locale)
    {
        say::error(&sentence);
        return End::Failed;
    }
    let sink = Sink::new(args.format, args.grain, args.output.as_deref());
    let done = sink.map_err(Stop::Output).and_then(|sink| {
        let run = Run {
            args,
            locale,
            sink,
            counts: Counts::default(),
        };
        match &args.input {
            Input::File(file) => run.one(file),
            Input::Folder(folder) => run.folder(folder),
            Input::List => run.list(),
        }
    });
    match done {
        Ok(end) => end,
        Err(Stop::Said(sentence)) => {
            say::error(&sentence);
            End::Failed
        }
        // Who closes the pipe has what was wanted.
        Err(Stop::Output(error)) if is_closed(&error) => End::Good,
        Err(Stop::Output(error)) => {
            let path = args.output.as_ref().map(|path| path.display().to_string());
            let path = path.unwrap_or_else(|| CliText::StandardOutput.text(locale).to_owned());
            say::error(&output::failed(Path::new(&path), &error, locale));
            End::Failed
        }
    }
}

/// Why the whole run ends before its time; a file that cannot be read is no reason.
enum Stop {
    Said(String),
    Output(std::io::Error),
}

/// How many files came to what end.
#[derive(Default)]
struct Counts {
    good: usize,
    gaps: usize,
    failed: usize,
}

impl Counts {
    fn add(&mut self, end: End) {
        let count = match end {
            End::Good => &mut self.good,
            End::Gaps => &mut self.gaps,
            End::Failed => &mut self.failed,
        };
        *count = count.saturating_add(1);
    }

    fn end(&self) -> End {
        match (self.failed, self.gaps) {
            (0, 0) => End::Good,
            (0, _) => End::Gaps,
            _ => End::Failed,
        }
    }
}

struct Run<'a> {
    args: &'a Table,
    locale: Locale,
    sink: Sink,
    counts: Counts,
}

impl Run<'_> {
    fn one(mut self, file: &Path) -> Result<End, Stop> {
        let is_stdin = file.as_os_str() == "-";
        let name = say::name(file, self.locale);
        let taken = self.taken(file, &name, is_stdin);
        let taken = taken.map_err(|sentence| {
            let nothing = CliText::NotWritten.text(self.locale);
            Stop::Said(format!("{sentence}\n{nothing}"))
        })?;
        let named = (!is_stdin).then_some(name.as_str());
        self.sink.add(taken.report(), named).map_err(Stop::Output)?;
        said(&name, &taken, self.locale);
        let end = taken.end();
        self.written(end)
    }

    fn folder(mut self, folder: &Path) -> Result<End, Stop> {
        let mut files = Vec::new();
        let shown = folder.display().to_string();
        collect(folder, &mut files, &["json"])
            .map_err(|error| Stop::Said(say::unreadable(&shown, &error, self.locale)))?;
        let beside = chosen(&mut files, self.args.output.as_deref());
        if files.is_empty() {
            let sentence = CliText::NoReports.with(self.locale, &[&shown]);
            return Err(Stop::Said(sentence));
        }
        if beside > 0 {
            say::error(&CliText::JsonBeside.with(self.locale, &[&beside.to_string()]));
        }
        let mut progress = Progress::new(files.len(), self.locale);
        for file in &files {
            let inside = file.strip_prefix(folder).unwrap_or(file);
            let name = inside.display().to_string();
            progress.step(&name);
            self.next(file, &name)?;
        }
        progress.end();
        self.summed()
    }

    fn list(mut self) -> Result<End, Stop> {
        let mut names = std::io::stdin().lock();
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = names.read_until(b'\n', &mut line).map_err(|error| {
                let name = CliText::StandardInput.text(self.locale);
                Stop::Said(say::unreadable(name, &error, self.locale))
            })?;
            if read == 0 {
                return self.summed();
            }
            let name = String::from_utf8_lossy(&line);
            let name = name.trim_end_matches(['\r', '\n']);
            if !name.is_empty() {
                self.next(Path::new(name), name)?;
            }
        }
    }

    /// One of several: what is wrong with it is said, and the next one follows.
    fn next(&mut self, file: &Path, name: &str) -> Result<(), Stop> {
        match self.taken(file, name, false) {
            Err(sentence) => {
                say::error(&sentence);
                self.counts.add(End::Failed);
            }
            Ok(taken) => {
                self.sink
                    .add(taken.report(), Some(name))
                    .map_err(Stop::Output)?;
                for gap in taken.gaps() {
                    say::error(&format!(
                        "{name}  {}",
                        import_note(self.locale, taken.report().edition, gap)
                    ));
                }
                self.counts.add(taken.end());
            }
        }
        Ok(())
    }

    fn taken(&self, file: &Path, name: &str, is_stdin: bool) -> Result<Taken, String> {
        let bytes = bytes(file, is_stdin, self.locale)?;
        taken(name, &bytes, &self.args.given, self.locale)
    }

    /// How many files came to what end; where none was read, what stood at the output stays.
    fn summed(self) -> Result<End, Stop> {
        let Counts { good, gaps, failed } = self.counts;
        let all = good.saturating_add(gaps).saturating_add(failed);
        let counts = [all, good, gaps, failed].map(|count| count.to_string());
        let counts = counts.each_ref().map(String::as_str);
        say::error(&CliText::Summary.with(self.locale, &counts));
        if failed > 0 && failed == all {
            let nothing = CliText::NotWritten.text(self.locale);
            return Err(Stop::Said(nothing.to_owned()));
        }
        let end = self.counts.end();
        self.written(end)
    }

    fn written(self, end: End) -> Result<End, Stop> {
        let rows = self.sink.finish().map_err(Stop::Output)?;
        say::error(&CliText::TableRows.with(self.locale, &[&rows.to_string()]));
        if let Some(path) = &self.args.output {
            say::error(&CliText::Written.with(self.locale, &[&path.display().to_string()]));
        }
        Ok(end)
    }
}

/// Leaves each report once: a source whose JSON is at least as new as it is left out for the JSON,
/// an older JSON for the source. Says how many sources were left out.
fn chosen(files: &mut Vec<PathBuf>, output: Option<&Path>) -> usize {
    files.sort();
    // A table of an earlier run is no report.
    let output = output.and_then(|output| output.canonicalize().ok());
    if let Some(output) = output {
        files.retain(|file| file.canonicalize().ok().as_ref() != Some(&output));
    }
    let is_json = |file: &Path| {
        file.extension()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("json"))
    };
    let (mut left, mut old) = (0_usize, BTreeSet::new());
    files.retain(|file| {
        let json = file.with_extension("json");
        if is_json(file) || !json.is_file() {
            return true;
        }
        let done = is_done(file, &json);
        match done {
            true => left = left.saturating_add(1),
            false => {
                old.insert(json);
            }
        }
        !done
    });
    files.retain(|file| !old.contains(file));
    left
}

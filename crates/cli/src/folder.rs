//! A folder of reports: one after the other, none stopping the next, and going on where it stopped.

use super::args::Folder;
use super::convert::{bytes, imported};
use super::list::{List, Row, State};
use super::{End, leftovers, output, say};
use crate::messages::CliText;
use gongkai_catalog::{BLOCK_FORMAT, is_catalog};
use gongkai_i18n::Locale;
use gongkai_import::{Note, Subject};
use gongkai_import::{import_error, import_note};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What is taken for a report; anything else in a folder is left alone.
const KINDS: [&str; 8] = ["html", "htm", "mht", "mhtml", "txt", "docx", "docm", "pdf"];

/// What may be a report and cannot be read, which is said of each: a clerk who has only those must know.
const UNREAD: [&str; 5] = ["doc", "wps", "rtf", "odt", "ofd"];

/// How many bytes of a file tell what it is.
const START: u64 = 4096;

/// How often progress is said where no terminal shows a live line.
const EVERY: Duration = Duration::from_secs(5);

pub fn run(args: &Folder, locale: Locale) -> End {
    let mut files = Vec::new();
    if let Err(error) = collect(&args.folder, &mut files, &[]) {
        let shown = args.folder.display().to_string();
        say::error(&say::unreadable(&shown, &error, locale));
        return End::Failed;
    }
    files.sort();
    if files.is_empty() {
        say::error(&CliText::EmptyFolder.with(locale, &[&args.folder.display().to_string()]));
        return End::Failed;
    }
    // Said once, and not of every file.
    if let Err(error) = std::fs::create_dir_all(&args.output) {
        say::error(&output::failed(&args.output, &error, locale));
        say::error(CliText::NotWritten.text(locale));
        return End::Failed;
    }
    let mut list = List::of(&args.output, locale);
    let mut outputs: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut progress = Progress::new(files.len(), locale);
    let mut folders: BTreeSet<PathBuf> = BTreeSet::from([args.output.clone()]);
    let (mut skipped, mut unknown) = (0_usize, 0_usize);
    for file in &files {
        let inside = file.strip_prefix(&args.folder).unwrap_or(file);
        let shown = inside.display().to_string();
        progress.step(&shown);
        let output = args.output.join(inside).with_extension("json");
        if let Some(other) = outputs.get(&output) {
            let why = CliText::SameOutput.with(locale, &[other, &shown]);
            list.add(Row {
                file: shown,
                state: State::Failed,
                gaps: 0,
                why,
            });
            continue;
        }
        outputs.insert(output.clone(), shown.clone());
        folders.extend(output.parent().map(Path::to_owned));
        if is_done(file, &output) {
            skipped = skipped.saturating_add(1);
            if list.keep(&shown, &output) == State::Unknown {
                unknown = unknown.saturating_add(1);
            }
            continue;
        }
        if output.is_file() && !list.is_own(&shown, &output) {
            let arguments = [output.display().to_string(), shown.clone()];
            let arguments = arguments.each_ref().map(String::as_str);
            say::error(&CliText::KeptEdited.with(locale, &arguments));
            list.keep(&shown, &output);
            continue;
        }
        list.add(one(file, &shown, &output, args, locale));
    }
    progress.end();
    leftovers::sweep(&folders.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    report(list, skipped, unknown, locale)
}

fn one(file: &Path, shown: &str, output: &Path, args: &Folder, locale: Locale) -> Row {
    let made = bytes(file, false, locale).and_then(|bytes| {
        let imported = imported(shown, &bytes, &args.given);
        imported.map_err(|error| import_error(locale, shown, &error))
    });
    let written = made.and_then(|imported| {
        let json = imported.report.write() + "\n";
        output::write(output, json.as_bytes(), locale)?;
        Ok(imported)
    });
    let file = shown.to_owned();
    match written {
        Err(why) => Row {
            file,
            state: State::Failed,
            gaps: 0,
            why,
        },
        Ok(imported) => {
            let is_gap = |note: &&Note| matches!(note.subject, Subject::Gap(_));
            let gaps: Vec<String> = imported
                .notes
                .iter()
                .filter(is_gap)
                .map(|note| import_note(locale, imported.report.edition, note))
                .collect();
            Row {
                file,
                state: if gaps.is_empty() {
                    State::Read
                } else {
                    State::Gaps
                },
                gaps: gaps.len(),
                why: gaps.join("\n"),
            }
        }
    }
}

/// A result that is newer than its source is of a run before.
pub fn is_done(file: &Path, output: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((time(file), time(output)), (Some(file), Some(output)) if output >= file)
}

/// Every report below a folder, and files of `more` kinds; a catalogue of them is no report.
pub fn collect(folder: &Path, files: &mut Vec<PathBuf>, more: &[&str]) -> std::io::Result<()> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            let path = entry.path();
            // Links may lead in circles.
            let kind = entry.file_type()?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if is_hidden {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if is_of(&KINDS, &path)
                || is_of(&UNREAD, &path)
                || is_of(more, &path) && !is_own(&path)
            {
                files.push(path);
            }
        }
    }
    Ok(())
}

/// Whether a file is a catalogue or hashes of one: what this program writes beside reports, its format first.
fn is_own(path: &Path) -> bool {
    let mut start = Vec::new();
    // What cannot be opened is said where it is read.
    let read = std::fs::File::open(path).and_then(|file| file.take(START).read_to_end(&mut start));
    let start = String::from_utf8_lossy(&start);
    read.is_ok()
        && (is_catalog(&start) || start.starts_with(&format!("{{\"format\":\"{BLOCK_FORMAT}\"")))
}

fn is_of(kinds: &[&str], path: &Path) -> bool {
    let extension = path
        .extension()
        .map(|kind| kind.to_string_lossy().to_lowercase());
    extension.is_some_and(|kind| kinds.contains(&kind.as_str()))
}

fn report(list: List, skipped: usize, unknown: usize, locale: Locale) -> End {
    let count = |end: End| {
        let rows = list.rows().iter();
        rows.filter(|row| row.state.end() == end).count()
    };
    for row in list.rows().iter().filter(|row| row.state == State::Failed) {
        say::error(&row.why);
    }
    if skipped > 0 {
        say::error(&CliText::Skipped.with(locale, &[&skipped.to_string()]));
    }
    if unknown > 0 {
        say::error(&CliText::SkippedUnknown.with(locale, &[&unknown.to_string()]));
    }
    let all = list.rows().len();
    let good = count(End::Good).saturating_sub(unknown);
    let counts = [all, good, count(End::Gaps), count(End::Failed)];
    let counts = counts.map(|count| count.to_string());
    say::error(&CliText::Summary.with(locale, &counts.each_ref().map(String::as_str)));
    let ends = list.rows().iter().map(|row| row.state.end());
    let end = ends.max().unwrap_or_default();
    match list.finish() {
        Ok(path) => {
            say::error(&CliText::SummaryFile.with(locale, &[&path.display().to_string()]));
            end
        }
        Err(sentence) => {
            say::error(&sentence);
            End::Failed
        }
    }
}

/// Which file of how many: a line that stays in its place on a terminal, else one now and then.
pub struct Progress {
    all: usize,
    done: usize,
    is_live: bool,
    said: Instant,
    locale: Locale,
}

impl Progress {
    pub fn new(all: usize, locale: Locale) -> Progress {
        Progress {
            all,
            done: 0,
            is_live: std::io::stderr().is_terminal(),
            said: Instant::now(),
            locale,
        }
    }

    pub fn step(&mut self, file: &str) {
        self.done += 1;
        let counts = [self.done.to_string(), self.all.to_string()];
        let [done, all] = &counts;
        let words = CliText::Progress.with(self.locale, &[done, all, file]);
        if self.is_live {
            say::progress(&words);
        } else if self.said.elapsed() > EVERY {
            self.said = Instant::now();
            say::error(&words);
        }
    }

    pub fn end(&self) {
        say::end_progress();
    }
}

//! A folder of reports: one after the other, none stopping the next, and going on where it stopped.
//!
//! What became of each file is kept in a list, which a run that goes on takes over: what an earlier
//! run did not understand is said again, even where that run was cut off.

use super::args::Folder;
use super::convert::{bytes, imported};
use super::{End, output, say};
use gongkai::catalog::{BLOCK_FORMAT, is_catalog};
use gongkai::i18n::{CliText, Locale, import_error};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The name of the list of what became of each file.
const LIST: &str = "gongkai-convert.csv";

/// How a formula begins.
const FORMULA: [char; 5] = ['=', '+', '-', '@', '\t'];

/// What is taken for a report; anything else in a folder is left alone.
const KINDS: [&str; 7] = ["html", "htm", "mht", "mhtml", "txt", "docx", "pdf"];

/// How many bytes of a file tell what it is.
const START: u64 = 4096;

/// How often progress is said where no terminal shows a live line.
const EVERY: Duration = Duration::from_secs(5);

/// How often the list is brought up to date, so that a run that is cut off leaves one.
const KEPT: Duration = Duration::from_secs(5);

/// What became of one file.
#[derive(Clone)]
struct Row {
    file: String,
    end: End,
    gaps: usize,
    why: String,
}

pub fn run(args: &Folder, locale: Locale) -> End {
    let mut files = Vec::new();
    if let Err(error) = collect(&args.folder, &mut files, &[]) {
        let arguments = [&args.folder.display().to_string(), &error.to_string()];
        say::error(&CliText::CannotRead.with(locale, &arguments.map(String::as_str)));
        return End::Failed;
    }
    files.sort();
    if files.is_empty() {
        say::error(&CliText::EmptyFolder.with(locale, &[&args.folder.display().to_string()]));
        return End::Failed;
    }
    let mut before = earlier(&args.output.join(LIST));
    let mut rows: Vec<Row> = Vec::new();
    let mut outputs: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut progress = Progress::new(files.len(), locale);
    let mut skipped = 0;
    let mut kept = Instant::now();
    for file in &files {
        let inside = file.strip_prefix(&args.folder).unwrap_or(file);
        let shown = inside.display().to_string();
        progress.step(&shown);
        let output = args.output.join(inside).with_extension("json");
        if let Some(other) = outputs.get(&output) {
            rows.push(Row {
                file: shown,
                end: End::Failed,
                gaps: 0,
                why: CliText::SameOutput.with(locale, &[other]),
            });
            continue;
        }
        outputs.insert(output.clone(), shown.clone());
        let known = before.remove(&shown);
        if is_done(file, &output) {
            skipped += 1;
            // What the list lacks of it is read again; its result stays as it is.
            let known = known.filter(|row| row.end != End::Failed);
            rows.push(known.unwrap_or_else(|| one(file, &shown, None, args, locale)));
            continue;
        }
        rows.push(one(file, &shown, Some(&output), args, locale));
        if kept.elapsed() > KEPT {
            kept = Instant::now();
            let all: Vec<Row> = rows.iter().chain(before.values()).cloned().collect();
            // That it could not be kept is said at the end.
            let _ = output::write(
                &args.output.join(LIST),
                csv(&all, locale).as_bytes(),
                locale,
            );
        }
    }
    progress.end();
    report(&rows, skipped, files.len(), args, locale)
}

/// The list that an earlier run left, by file; none where it is not one of this program's.
fn earlier(path: &Path) -> BTreeMap<String, Row> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut rows = fields(text.trim_start_matches('\u{feff}')).into_iter();
    let heading = rows.next();
    if heading.is_none_or(|heading| heading.len() != 4) {
        return BTreeMap::new();
    }
    let row = |fields: Vec<String>| {
        let [file, state, gaps, why] = <[String; 4]>::try_from(fields).ok()?;
        let is = |text: CliText| Locale::ALL.iter().any(|locale| text.text(*locale) == state);
        let end = match () {
            () if is(CliText::StateRead) => End::Good,
            () if is(CliText::StateGaps) => End::Gaps,
            () => End::Failed,
        };
        // As it was guarded.
        let bare = file.strip_prefix('\'');
        let bare = bare.filter(|file| file.starts_with(FORMULA));
        let file = bare.unwrap_or(&file).to_owned();
        let gaps = gaps.parse().ok()?;
        Some((
            file.clone(),
            Row {
                file,
                end,
                gaps,
                why,
            },
        ))
    };
    rows.filter_map(row).collect()
}

/// The fields of a table as [`csv`] writes it: each in quotes.
fn fields(csv: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut rest = csv;
    while let Some(start) = rest.find('"') {
        if rest
            .get(..start)
            .is_some_and(|between| between.contains('\n'))
        {
            rows.push(std::mem::take(&mut row));
        }
        rest = rest.get(start + 1..).unwrap_or_default();
        let mut field = String::new();
        loop {
            let end = rest.find('"').unwrap_or(rest.len());
            field.push_str(rest.get(..end).unwrap_or_default());
            rest = rest.get(end + 1..).unwrap_or_default();
            match rest.strip_prefix('"') {
                Some(after) => {
                    field.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        row.push(field);
    }
    rows.push(row);
    rows
}

/// Reads one file and, unless it was written before, writes its report.
fn one(file: &Path, shown: &str, output: Option<&Path>, args: &Folder, locale: Locale) -> Row {
    let made = bytes(file, false, locale).and_then(|bytes| {
        let imported = imported(shown, &bytes, &args.given);
        imported.map_err(|error| import_error(locale, shown, &error))
    });
    let written = made.and_then(|imported| {
        if let Some(output) = output {
            let json = imported.report.write() + "\n";
            output::write(output, json.as_bytes(), locale)?;
        }
        Ok(imported)
    });
    let file = shown.to_owned();
    match written {
        Err(why) => Row {
            file,
            end: End::Failed,
            gaps: 0,
            why,
        },
        Ok(imported) => {
            let is_gap = |note: &&gongkai::import::Note| {
                matches!(note.subject, gongkai::import::Subject::Gap(_))
            };
            let gaps: Vec<String> = imported
                .notes
                .iter()
                .filter(is_gap)
                .map(|note| gongkai::i18n::import_note(locale, note))
                .collect();
            Row {
                file,
                end: if gaps.is_empty() {
                    End::Good
                } else {
                    End::Gaps
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
    let root = folder;
    while let Some(folder) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            // One folder that may not be opened stops no other: reading it as a file says why.
            Err(_) if folder.as_path() != root => {
                files.push(folder);
                continue;
            }
            Err(error) => return Err(error),
        };
        for entry in entries {
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
            } else if is_of(&KINDS, &path) || is_of(more, &path) && !is_own(&path) {
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

fn report(rows: &[Row], skipped: usize, all: usize, args: &Folder, locale: Locale) -> End {
    let count = |end: End| rows.iter().filter(|row| row.end == end).count();
    for row in rows.iter().filter(|row| row.end == End::Failed) {
        say::error(&row.why);
    }
    if skipped > 0 {
        say::error(&CliText::Skipped.with(locale, &[&skipped.to_string()]));
    }
    let counts = [all, count(End::Good), count(End::Gaps), count(End::Failed)];
    let counts = counts.map(|count| count.to_string());
    say::error(&CliText::Summary.with(locale, &counts.each_ref().map(String::as_str)));
    if !rows.is_empty() {
        let path = args.output.join(LIST);
        match output::write(&path, csv(rows, locale).as_bytes(), locale) {
            Ok(()) => {
                say::error(&CliText::SummaryFile.with(locale, &[&path.display().to_string()]))
            }
            Err(sentence) => {
                say::error(&sentence);
                return End::Failed;
            }
        }
    }
    rows.iter().map(|row| row.end).max().unwrap_or_default()
}

/// With a byte order mark: spreadsheet programs take it for another encoding without.
fn csv(rows: &[Row], locale: Locale) -> String {
    let mut csv = String::from("\u{feff}");
    let heading = [
        CliText::ColumnFile,
        CliText::ColumnState,
        CliText::ColumnGaps,
        CliText::ColumnWhy,
    ];
    line(&heading.map(|text| text.text(locale)), &mut csv);
    for row in rows {
        let state = match row.end {
            End::Good => CliText::StateRead,
            End::Gaps => CliText::StateGaps,
            End::Failed => CliText::StateFailed,
        };
        let gaps = row.gaps.to_string();
        line(&[&row.file, state.text(locale), &gaps, &row.why], &mut csv);
    }
    csv
}

fn line(fields: &[&str], csv: &mut String) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        // A spreadsheet program runs what looks like a formula.
        let guard = if field.starts_with(FORMULA) { "'" } else { "" };
        csv.push('"');
        csv.push_str(guard);
        csv.push_str(&field.replace('"', "\"\""));
        csv.push('"');
    }
    csv.push_str("\r\n");
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
            eprint!("\r\u{1b}[2K{words}");
        } else if self.said.elapsed() > EVERY {
            self.said = Instant::now();
            say::error(&words);
        }
    }

    pub fn end(&self) {
        if self.is_live {
            eprint!("\r\u{1b}[2K");
        }
    }
}

//! Where words go. A reader that closes the pipe ends the words, not the program.

use crate::messages::CliText;
use gongkai_i18n::Locale;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a line of progress stands on the terminal, which the next words must not be added to.
static IS_LIVE: AtomicBool = AtomicBool::new(false);

/// Takes away what stands in the terminal's last line.
const ERASE: &str = "\r\u{1b}[2K";

/// Whether standard output could not be written: whatever else was done, the program has failed.
static HAS_FAILED: AtomicBool = AtomicBool::new(false);

/// On standard output.
pub fn out(text: &str, locale: Locale) {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(problem) if problem.kind() != ErrorKind::BrokenPipe => {
            HAS_FAILED.store(true, Ordering::Relaxed);
            let name = CliText::StandardOutput.text(locale);
            error(&CliText::CannotWrite.with(locale, &[name, &reason(&problem, locale)]));
        }
        _ => {}
    }
}

pub fn has_failed() -> bool {
    HAS_FAILED.load(Ordering::Relaxed)
}

/// A file's name for people; `-` is standard input.
pub fn name(file: &Path, locale: Locale) -> String {
    match file.as_os_str() == "-" {
        true => CliText::StandardInput.text(locale).to_owned(),
        false => file.display().to_string(),
    }
}

/// A line for people, on standard error.
pub fn error(line: &str) {
    let was_live = IS_LIVE.swap(false, Ordering::Relaxed);
    write([erased(was_live), line, "\n"]);
}

/// A line that stays in its place until other words come; for a terminal.
pub fn progress(line: &str) {
    IS_LIVE.store(true, Ordering::Relaxed);
    write([ERASE, line, ""]);
}

/// Takes the line of progress away.
pub fn end_progress() {
    let was_live = IS_LIVE.swap(false, Ordering::Relaxed);
    write([erased(was_live), "", ""]);
}

fn erased(was_live: bool) -> &'static str {
    if was_live { ERASE } else { "" }
}

fn write(parts: [&str; 3]) {
    let mut error = std::io::stderr().lock();
    let _ = error.write_all(parts.concat().as_bytes());
}

/// That a file cannot be read, and why.
pub fn unreadable(name: &str, error: &std::io::Error, locale: Locale) -> String {
    CliText::CannotRead.with(locale, &[name, &reason(error, locale)])
}

/// Why the system refuses, in the reader's language as far as it is one of the usual reasons.
pub fn reason(error: &std::io::Error, locale: Locale) -> String {
    let text = match error.kind() {
        ErrorKind::NotFound => CliText::NotThere,
        ErrorKind::PermissionDenied => CliText::NoPermission,
        ErrorKind::IsADirectory => CliText::IsAFolder,
        ErrorKind::NotADirectory => CliText::IsNoFolder,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => CliText::DiskFull,
        ErrorKind::ReadOnlyFilesystem => CliText::DiskReadOnly,
        ErrorKind::AlreadyExists => CliText::FileInPlace,
        ErrorKind::InvalidFilename => CliText::NameTooLong,
        _ => return error.to_string(),
    };
    text.text(locale).to_owned()
}

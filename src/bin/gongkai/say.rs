//! Where words go. A reader that closes the pipe ends the words, not the program.

use gongkai::i18n::{CliText, Locale};
use std::io::{ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a line of progress stands on the terminal, which the next words must not be added to.
static IS_LIVE: AtomicBool = AtomicBool::new(false);

/// Takes away what stands in the terminal's last line.
const ERASE: &str = "\r\u{1b}[2K";

/// On standard output.
pub fn out(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
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
        _ => return error.to_string(),
    };
    text.text(locale).to_owned()
}

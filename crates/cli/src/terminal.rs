//! What is printed on standard output and standard error. A reader that closes the pipe ends the
//! printing, not the program.

use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal's last line shows progress, which the next message has to replace.
static SHOWS_PROGRESS: AtomicBool = AtomicBool::new(false);

/// Whether writing to standard output has failed, which makes the whole run a failure.
static STDOUT_FAILED: AtomicBool = AtomicBool::new(false);

/// Erases the terminal's last line.
const ERASE_LINE: &str = "\r\u{1b}[2K";

/// Prints on standard output.
pub fn print(text: &str, locale: Locale) {
    let mut stdout = std::io::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            STDOUT_FAILED.store(true, Ordering::Relaxed);
            let name = CliText::StandardOutput.text(locale);
            message(
                &cli_text::CannotWrite {
                    file: name,
                    reason: &io_reason(&error, locale),
                }
                .text(locale),
            );
        }
        _ => {}
    }
}

/// Whether printing on standard output has failed.
pub fn stdout_failed() -> bool {
    STDOUT_FAILED.load(Ordering::Relaxed)
}

/// Prints a line for people on standard error.
pub fn message(line: &str) {
    let had_progress = SHOWS_PROGRESS.swap(false, Ordering::Relaxed);
    write_stderr(&[erasing(had_progress), line, "\n"]);
}

/// Shows a line on a terminal until the next message replaces it.
pub fn show_progress(line: &str) {
    SHOWS_PROGRESS.store(true, Ordering::Relaxed);
    write_stderr(&[ERASE_LINE, line]);
}

/// Removes the line of progress.
pub fn clear_progress() {
    let had_progress = SHOWS_PROGRESS.swap(false, Ordering::Relaxed);
    write_stderr(&[erasing(had_progress)]);
}

fn erasing(had_progress: bool) -> &'static str {
    if had_progress { ERASE_LINE } else { "" }
}

fn write_stderr(parts: &[&str]) {
    // There is nowhere left to report a failure.
    let _ = std::io::stderr()
        .lock()
        .write_all(parts.concat().as_bytes());
}

/// Names a file for people; `-` is standard input.
pub fn display_name(file: &Path, locale: Locale) -> String {
    if file.as_os_str() == "-" {
        CliText::StandardInput.text(locale).to_owned()
    } else {
        file.display().to_string()
    }
}

/// Says that a file cannot be read, and why.
pub fn cannot_read(name: &str, error: &std::io::Error, locale: Locale) -> String {
    cli_text::CannotRead {
        file: name,
        reason: &io_reason(error, locale),
    }
    .text(locale)
}

/// Says that a file cannot be written, and why.
pub fn cannot_write(path: &Path, error: &std::io::Error, locale: Locale) -> String {
    let name = path.display().to_string();
    cli_text::CannotWrite {
        file: &name,
        reason: &io_reason(error, locale),
    }
    .text(locale)
}

/// Explains an error of the system, in the reader's language if it is a common one.
fn io_reason(error: &std::io::Error, locale: Locale) -> String {
    let text = match error.kind() {
        ErrorKind::NotFound => CliText::NotFound,
        ErrorKind::PermissionDenied => CliText::NoPermission,
        ErrorKind::IsADirectory => CliText::IsADirectory,
        ErrorKind::NotADirectory => CliText::NotADirectory,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => CliText::DiskFull,
        ErrorKind::ReadOnlyFilesystem => CliText::DiskReadOnly,
        ErrorKind::AlreadyExists => CliText::FileInPlace,
        ErrorKind::InvalidFilename => CliText::NameTooLong,
        _ => return error.to_string(),
    };
    text.text(locale).to_owned()
}

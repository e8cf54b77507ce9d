//! Where words go. A reader that closes the pipe ends the words, not the program.

use std::io::Write;

/// On standard output.
pub fn out(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// A line for people, on standard error.
pub fn error(line: &str) {
    let mut error = std::io::stderr().lock();
    let _ = writeln!(error, "{line}");
}

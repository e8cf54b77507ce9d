//! Windows: whether the window closes when the program ends, and waiting for the reader before that.

use crate::messages::CliText;
use crate::terminal;
use gongkai_i18n::Locale;
use std::io::IsTerminal;

/// Waits for a key where the program has its window for itself, as when Explorer starts it.
pub fn wait_before_closing(locale: Locale) {
    if !(is_alone_in_console() && std::io::stdin().is_terminal()) {
        return;
    }
    terminal::message(CliText::PressEnter.text(locale));
    let mut line = String::new();
    // A window that cannot be read from closes at once.
    let _ = std::io::stdin().read_line(&mut line);
}

#[cfg(windows)]
#[expect(unsafe_code, reason = "the system has no other way to tell")]
fn is_alone_in_console() -> bool {
    let mut processes = [0_u32; 2];
    // SAFETY: the buffer has room for the two process identifiers that its length promises.
    let count = unsafe {
        windows_sys::Win32::System::Console::GetConsoleProcessList(processes.as_mut_ptr(), 2)
    };
    count == 1
}

#[cfg(not(windows))]
fn is_alone_in_console() -> bool {
    false
}

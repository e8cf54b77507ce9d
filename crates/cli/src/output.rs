//! Files are written whole or not at all.

use super::say::reason;
use crate::messages::CliText;
use gongkai_i18n::Locale;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the name of a file begins that is not written yet.
pub const PREFIX: &str = ".gongkai-";

/// Writes beside the file and puts it in its place at once, so that an interruption leaves the old one.
///
/// # Errors
/// A sentence for people.
pub fn write(path: &Path, bytes: &[u8], locale: Locale) -> Result<(), String> {
    written(path, bytes).map_err(|error| failed(path, &error, locale))
}

/// Why a file cannot be written, for people.
pub fn failed(path: &Path, error: &std::io::Error, locale: Locale) -> String {
    let arguments = [path.display().to_string(), reason(error, locale)];
    CliText::CannotWrite.with(locale, &arguments.each_ref().map(String::as_str))
}

/// The folder that a file is written in.
pub fn folder(path: &Path) -> &Path {
    let folder = path.parent();
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// How many files were written, and how many were as they should be.
#[derive(Default)]
pub struct Written {
    pub changed: usize,
    pub same: usize,
}

impl Written {
    /// As [`write`], unless the file holds just that.
    ///
    /// # Errors
    /// A sentence for people.
    pub fn write(&mut self, path: &Path, bytes: &[u8], locale: Locale) -> Result<(), String> {
        if std::fs::read(path).is_ok_and(|old| old == bytes) {
            self.same = self.same.saturating_add(1);
            return Ok(());
        }
        self.changed = self.changed.saturating_add(1);
        write(path, bytes, locale)
    }

    pub fn add(&mut self, other: Written) {
        self.changed = self.changed.saturating_add(other.changed);
        self.same = self.same.saturating_add(other.same);
    }
}

/// Refuses to write over the file that is being read.
///
/// # Errors
/// A sentence for people.
pub fn spares(output: Option<&Path>, input: &Path, locale: Locale) -> Result<(), String> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let is_input = |output: &&Path| real(output).is_some_and(|output| real(input) == Some(output));
    match output.filter(is_input) {
        Some(output) => Err(CliText::OverInput.with(locale, &[&output.display().to_string()])),
        None => Ok(()),
    }
}

fn written(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut staged = Staged::beside(path)?;
    staged.write_all(bytes)?;
    staged.finish()
}

/// A file that is still being written, beside the place where it will stand; dropped before
/// [`Staged::finish`], it leaves what stood there.
pub enum Staged {
    Beside {
        file: BufWriter<NamedTempFile>,
        path: PathBuf,
    },
    /// A pipe or a device, which nothing may take the place of.
    Straight(BufWriter<File>),
}

impl Staged {
    pub fn beside(path: &Path) -> std::io::Result<Staged> {
        let old = path.metadata().ok();
        if old
            .as_ref()
            .is_some_and(|old| !old.is_file() && !old.is_dir())
        {
            let file = File::options().write(true).open(path)?;
            return Ok(Staged::Straight(BufWriter::new(file)));
        }
        if old.is_some_and(|old| old.permissions().readonly()) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        // A link stays one: what it leads to is written.
        let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = folder(path);
        std::fs::create_dir_all(folder)?;
        let file = tempfile::Builder::new()
            .prefix(PREFIX)
            .tempfile_in(folder)?;
        Ok(Staged::Beside {
            file: BufWriter::new(file),
            path: path.to_owned(),
        })
    }

    pub fn finish(self) -> std::io::Result<()> {
        let (file, path) = match self {
            Staged::Straight(mut file) => return file.flush(),
            Staged::Beside { file, path } => (file, path),
        };
        let file = file.into_inner().map_err(|error| error.into_error())?;
        file.as_file().sync_all()?;
        let written = file.persist(&path)?;
        // A temporary file is for its owner alone; what is published is for all.
        readable(&written)
    }
}

impl Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Staged::Beside { file, .. } => file.write(bytes),
            Staged::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Staged::Beside { file, .. } => file.flush(),
            Staged::Straight(file) => file.flush(),
        }
    }
}

#[cfg(unix)]
fn readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

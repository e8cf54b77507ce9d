//! Files that are written completely or not at all.

use super::terminal::cannot_write;
use crate::messages::cli_text;
use gongkai_i18n::Locale;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The prefix of temporary files.
pub const PREFIX: &str = ".gongkai-";

/// Writes a file. After an interruption the old file is unchanged.
///
/// # Errors
/// A sentence for people.
pub fn write(path: &Path, bytes: &[u8], locale: Locale) -> Result<(), String> {
    let written = AtomicFile::create(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.commit()
    });
    written.map_err(|error| cannot_write(path, &error, locale))
}

/// The folder that contains a file.
pub fn parent(path: &Path) -> &Path {
    let parent = path.parent();
    let parent = parent.filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Numbers of files that were written and that were up to date.
#[derive(Default)]
pub struct WriteCounts {
    pub changed: usize,
    pub unchanged: usize,
}

impl WriteCounts {
    /// Writes a file as [`write()`] does, unless it has this content already.
    ///
    /// # Errors
    /// A sentence for people.
    pub fn write(&mut self, path: &Path, bytes: &[u8], locale: Locale) -> Result<(), String> {
        if std::fs::read(path).is_ok_and(|old| old == bytes) {
            self.unchanged = self.unchanged.saturating_add(1);
            return Ok(());
        }
        self.changed = self.changed.saturating_add(1);
        write(path, bytes, locale)
    }

    pub fn add(&mut self, other: WriteCounts) {
        self.changed = self.changed.saturating_add(other.changed);
        self.unchanged = self.unchanged.saturating_add(other.unchanged);
    }
}

/// Refuses to overwrite the file that is being read.
///
/// # Errors
/// A sentence for people.
pub fn refuse_overwriting_input(
    output: Option<&Path>,
    input: &Path,
    locale: Locale,
) -> Result<(), String> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let is_input = |output: &&Path| real(output).is_some_and(|output| real(input) == Some(output));
    match output.filter(is_input) {
        Some(output) => Err(cli_text::OverInput {
            file: &output.display().to_string(),
        }
        .text(locale)),
        None => Ok(()),
    }
}

/// A file being written. Dropped without [`AtomicFile::commit`], it leaves the old one unchanged.
pub enum AtomicFile {
    /// A temporary file in the same folder, to be renamed.
    Temporary {
        file: BufWriter<NamedTempFile>,
        path: PathBuf,
    },
    /// A pipe or a device, which must not be replaced by a file.
    Device(BufWriter<File>),
}

impl AtomicFile {
    /// Creates the folder too, if it does not exist.
    pub fn create(path: &Path) -> std::io::Result<AtomicFile> {
        let old = path.metadata().ok();
        if old
            .as_ref()
            .is_some_and(|old| !old.is_file() && !old.is_dir())
        {
            let file = File::options().write(true).open(path)?;
            return Ok(AtomicFile::Device(BufWriter::new(file)));
        }
        if old.is_some_and(|old| old.permissions().readonly()) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        // A symbolic link stays one: its target is replaced.
        let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = parent(path);
        std::fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        let file = new_file(&mut builder).tempfile_in(folder)?;
        Ok(AtomicFile::Temporary {
            file: BufWriter::new(file),
            path: path.to_owned(),
        })
    }

    /// Replaces the old file by this one.
    pub fn commit(self) -> std::io::Result<()> {
        let (file, path) = match self {
            AtomicFile::Device(mut file) => return file.flush(),
            AtomicFile::Temporary { file, path } => (file, path),
        };
        let file = file.into_inner().map_err(|error| error.into_error())?;
        file.as_file().sync_all()?;
        // The new file may be read by whoever could read the old one.
        if let Ok(old) = path.metadata() {
            file.as_file().set_permissions(old.permissions())?;
        }
        file.persist(&path)?;
        Ok(())
    }
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            AtomicFile::Temporary { file, .. } => file.write(bytes),
            AtomicFile::Device(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            AtomicFile::Temporary { file, .. } => file.flush(),
            AtomicFile::Device(file) => file.flush(),
        }
    }
}

/// Gives a temporary file the mode of any new file, which the user's mask limits. By default it would be
/// for its owner only.
#[cfg(unix)]
fn new_file<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn new_file<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    builder
}

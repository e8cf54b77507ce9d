//! Where the rows of a table go: a file that is written whole or not at all, or standard output.

use super::args::Format;
use super::output::Staged;
use gongkai_cli::rows::parquet::{ParquetError, Writer};
use gongkai_cli::rows::{Column, Grain, Value, columns, each, ndjson};
use gongkai_model::Report;
use std::io::{BufWriter, ErrorKind, Result, Stdout, Write};
use std::path::Path;

/// A table being written.
pub struct Sink {
    grain: Grain,
    rows: u64,
    to: To,
}

enum To {
    Ndjson {
        columns: Vec<Column>,
        line: String,
        out: Out,
    },
    Parquet(Box<Writer<Out>>),
}

impl Sink {
    pub fn new(format: Format, grain: Grain, path: Option<&Path>) -> Result<Sink> {
        let out = match path {
            Some(path) => Out::File(Staged::beside(path)?),
            None => Out::Stdout(BufWriter::new(std::io::stdout())),
        };
        let columns = columns(grain);
        let to = match format {
            Format::Ndjson => To::Ndjson {
                columns,
                line: String::new(),
                out,
            },
            Format::Parquet => To::Parquet(Box::new(Writer::new(&columns, out).map_err(io)?)),
        };
        Ok(Sink { grain, rows: 0, to })
    }

    /// Adds a report's rows. Those that are written by lines are on their way when this returns.
    pub fn add(&mut self, report: &Report, file: Option<&str>) -> Result<()> {
        let Sink { grain, rows, to } = self;
        each(*grain, report, file, &mut |row: &[Value<'_>]| {
            *rows = rows.saturating_add(1);
            match to {
                To::Parquet(writer) => writer.push(row).map_err(io),
                To::Ndjson { columns, line, out } => {
                    line.clear();
                    ndjson::line(columns, row, line);
                    out.write_all(line.as_bytes())
                }
            }
        })?;
        match to {
            To::Ndjson { out, .. } => out.flush(),
            To::Parquet(_) => Ok(()),
        }
    }

    /// Puts the file in its place; says how many rows it has.
    pub fn finish(self) -> Result<u64> {
        let out = match self.to {
            To::Ndjson { out, .. } => out,
            To::Parquet(writer) => writer.finish().map_err(io)?,
        };
        match out {
            Out::File(staged) => staged.finish()?,
            Out::Stdout(mut out) => out.flush()?,
        }
        Ok(self.rows)
    }
}

/// Whether whoever read standard output has had enough.
pub fn is_closed(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}

enum Out {
    File(Staged),
    Stdout(BufWriter<Stdout>),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        match self {
            Out::File(out) => out.write(bytes),
            Out::Stdout(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> Result<()> {
        match self {
            // Nobody reads it before it is whole.
            Out::File(_) => Ok(()),
            Out::Stdout(out) => out.flush(),
        }
    }
}

/// The error of the system behind the writer's, where there is one.
fn io(error: ParquetError) -> std::io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<std::io::Error>() {
            Ok(error) => *error,
            Err(other) => std::io::Error::other(other),
        },
        other => std::io::Error::other(other),
    }
}

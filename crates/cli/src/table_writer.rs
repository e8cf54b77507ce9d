//! Writes the rows of a table to a file, completely or not at all, or to standard output.

use super::args::TableFormat;
use super::atomic_file::AtomicFile;
use gongkai_cli::table_rows::parquet::{ParquetError, ParquetWriter};
use gongkai_cli::table_rows::{Column, Grain, Value, columns, for_each_row, ndjson};
use gongkai_model::Report;
use std::io::{BufWriter, ErrorKind, Result, Stdout, Write};
use std::path::Path;

/// A table being written.
pub struct TableWriter {
    grain: Grain,
    rows: u64,
    writer: Writer,
}

enum Writer {
    Ndjson {
        columns: Vec<Column>,
        line: String,
        output: Output,
    },
    Parquet(Box<ParquetWriter<Output>>),
}

impl TableWriter {
    /// Begins a table in a file, or on standard output without a path.
    pub fn new(format: TableFormat, grain: Grain, path: Option<&Path>) -> Result<TableWriter> {
        let output = match path {
            Some(path) => Output::File(AtomicFile::create(path)?),
            None => Output::Stdout(BufWriter::new(std::io::stdout())),
        };
        let columns = columns(grain);
        let writer = match format {
            TableFormat::Ndjson => Writer::Ndjson {
                columns,
                line: String::new(),
                output,
            },
            TableFormat::Parquet => {
                let writer = ParquetWriter::new(&columns, output).map_err(io_error)?;
                Writer::Parquet(Box::new(writer))
            }
        };
        Ok(TableWriter {
            grain,
            rows: 0,
            writer,
        })
    }

    /// Adds a report's rows. Lines of NDJSON are passed on before this returns.
    pub fn add(&mut self, report: &Report, file: Option<&str>) -> Result<()> {
        let TableWriter {
            grain,
            rows,
            writer,
        } = self;
        for_each_row(*grain, report, file, &mut |row: &[Value<'_>]| {
            *rows = rows.saturating_add(1);
            match writer {
                Writer::Parquet(writer) => writer.push(row).map_err(io_error),
                Writer::Ndjson {
                    columns,
                    line,
                    output,
                } => {
                    line.clear();
                    ndjson::push_line(columns, row, line);
                    output.write_all(line.as_bytes())
                }
            }
        })?;
        match writer {
            Writer::Ndjson { output, .. } => output.flush(),
            Writer::Parquet(_) => Ok(()),
        }
    }

    /// Completes the table, and returns its number of rows.
    pub fn finish(self) -> Result<u64> {
        let output = match self.writer {
            Writer::Ndjson { output, .. } => output,
            Writer::Parquet(writer) => writer.finish().map_err(io_error)?,
        };
        match output {
            Output::File(file) => file.commit()?,
            Output::Stdout(mut stdout) => stdout.flush()?,
        }
        Ok(self.rows)
    }
}

/// Whether the reader of standard output has closed it.
pub fn is_closed(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}

enum Output {
    File(AtomicFile),
    Stdout(BufWriter<Stdout>),
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        match self {
            Output::File(file) => file.write(bytes),
            Output::Stdout(stdout) => stdout.write(bytes),
        }
    }

    fn flush(&mut self) -> Result<()> {
        match self {
            // Nobody reads it before it is complete.
            Output::File(_) => Ok(()),
            Output::Stdout(stdout) => stdout.flush(),
        }
    }
}

/// Unwraps the system's error from the Parquet writer's.
fn io_error(error: ParquetError) -> std::io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<std::io::Error>() {
            Ok(error) => *error,
            Err(other) => std::io::Error::other(other),
        },
        other => std::io::Error::other(other),
    }
}

//! Converts a published report to JSON on standard output. What was left out is listed on standard error.
//!
//! `cargo run --example convert -- crates/import/tests/corpus/reports/cells-2019.txt`

use gongkai_i18n::Locale;
use gongkai_import::{import_error, import_note, open, read};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: convert FILE")?;
    let locale = Locale::En;
    let document =
        open(&file, &std::fs::read(&file)?).map_err(|error| import_error(locale, &file, &error))?;
    let imported = read(&document).map_err(|error| import_error(locale, &file, &error))?;
    for note in &imported.notes {
        eprintln!("{}", import_note(locale, imported.report.edition, note));
    }
    println!("{}", imported.report.write());
    Ok(())
}

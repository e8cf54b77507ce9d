//! The files to publish, and the reports in them.

use crate::args::Publish;
use crate::check::parse_report;
use crate::collect;
use crate::convert::{import, is_gap, read_bytes};
use crate::messages::cli_text;
use crate::terminal;
use gongkai_i18n::Locale;
use gongkai_import::{Note, Overrides};
use gongkai_model::Report;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Finds the files to publish. A source is left out for the JSON that it was converted to, which a
/// person may have corrected.
///
/// # Errors
/// A sentence for people if there are none, or if they would be overwritten.
pub fn find(args: &Publish, locale: Locale) -> Result<Vec<PathBuf>, String> {
    let shown = args.reports.display().to_string();
    let output = std::fs::canonicalize(&args.output).ok();
    let is_in_output = |path: &Path| {
        let path = std::fs::canonicalize(path).ok();
        matches!((&path, &output), (Some(path), Some(output)) if path.starts_with(output))
    };
    if is_in_output(&args.reports) {
        return Err(cli_text::SourceInOutput { folder: &shown }.text(locale));
    }
    let mut files = if args.reports.is_file() {
        vec![args.reports.clone()]
    } else {
        let mut found = collect::reports_and_json(&args.reports)
            .map_err(|error| terminal::cannot_read(&shown, &error, locale))?;
        // The output folder may be inside the folder of reports.
        found.retain(|path| !is_in_output(path));
        found.report(&args.reports, locale);
        found.files
    };
    if files.is_empty() {
        return Err(cli_text::NoReports { folder: &shown }.text(locale));
    }
    let jsons: Vec<PathBuf> = files
        .iter()
        .filter(|file| collect::is_json(file))
        .cloned()
        .collect();
    let jsons: BTreeMap<PathBuf, &PathBuf> = jsons
        .iter()
        .map(|json| (json.with_extension(""), json))
        .collect();
    files.retain(|file| match jsons.get(&file.with_extension("")) {
        Some(json) if !collect::is_json(file) => {
            let [file, json] = &[file, *json].map(|path| inside(path, args).display().to_string());
            terminal::message(&cli_text::FromJson { file, json }.text(locale));
            false
        }
        _ => true,
    });
    Ok(files)
}

/// A file's path inside the folder of reports; its name if it is the only one.
pub fn inside<'a>(file: &'a Path, args: &Publish) -> &'a Path {
    let folder = if file == args.reports {
        file.parent()
    } else {
        Some(args.reports.as_path())
    };
    let inside = folder.and_then(|folder| file.strip_prefix(folder).ok());
    inside.unwrap_or(file)
}

/// A report and what was left out of it.
pub struct Source {
    pub report: Report,
    pub gaps: Vec<Note>,
}

/// Reads the report in a file of any kind.
///
/// # Errors
/// A sentence for people.
pub fn read(file: &Path, args: &Publish, locale: Locale) -> Result<Source, String> {
    let name = inside(file, args).display().to_string();
    let bytes = read_bytes(file, locale)?;
    if collect::is_json(file) {
        return Ok(Source {
            report: parse_report(&name, &bytes, locale)?,
            gaps: Vec::new(),
        });
    }
    let imported = import(&name, &bytes, &Overrides::default(), locale)?;
    Ok(Source {
        report: imported.report,
        gaps: imported.notes.into_iter().filter(is_gap).collect(),
    })
}

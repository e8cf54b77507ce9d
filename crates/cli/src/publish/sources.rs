//! The files to publish, and the reports in them.

use super::book;
use crate::args::Publish;
use crate::check::parse_report;
use crate::collect;
use crate::convert::{gap_texts, import, is_gap, read_bytes};
use crate::messages::cli_text;
use crate::terminal;
use gongkai_i18n::Locale;
use gongkai_import::{Note, Overrides};
use gongkai_model::Report;
use gongkai_publish::{Addresses, SourceFile, hash};
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

/// A report, and the file that it was read from.
pub struct Source {
    pub report: Report,
    pub file: SourceFile,
}

/// Reads the report in a file of any kind. A file that an earlier run has converted is not converted again.
///
/// # Errors
/// A sentence for people.
pub fn read(
    file: &Path,
    args: &Publish,
    known: &Addresses,
    locale: Locale,
) -> Result<Source, String> {
    let name = inside(file, args).display().to_string();
    let bytes = read_bytes(file, locale)?;
    let sha384 = hash(&bytes);
    let read_by = [env!("CARGO_PKG_VERSION"), " ", locale.tag()].concat();
    let source = |gaps| SourceFile {
        file: name.clone(),
        sha384: sha384.clone(),
        read_by: read_by.clone(),
        gaps,
    };
    if collect::is_json(file) {
        return Ok(Source {
            report: parse_report(&name, &bytes, locale)?,
            file: source(Vec::new()),
        });
    }
    let is_known = |own: &SourceFile| own.sha384 == sha384 && own.read_by == read_by;
    let converted = known.published().find_map(|(slug, address)| {
        let own = address.source.as_ref().filter(|own| is_known(own))?;
        let report = book::published(&args.output, slug, &address.report)?;
        Some((report, own.gaps.clone()))
    });
    if let Some((report, gaps)) = converted.filter(|_| !args.makes_all) {
        return Ok(Source {
            report,
            file: source(gaps),
        });
    }
    let imported = import(&name, &bytes, &Overrides::default(), locale)?;
    let gaps: Vec<Note> = imported.notes.into_iter().filter(is_gap).collect();
    let gaps = gap_texts(&imported.report, gaps.iter(), locale);
    Ok(Source {
        report: imported.report,
        file: source(gaps),
    })
}

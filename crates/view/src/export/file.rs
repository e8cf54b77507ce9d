//! Every export as a named file.

use super::{Bom, figure_csv, file_name, picture, report_csv, report_picture};
use crate::charts::{Size, draw};
use crate::figures::{Choices, View, figure};
use gongkai_i18n::Locale;
use gongkai_model::Report;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    pub name: String,
    /// The media type.
    pub media: &'static str,
    pub text: String,
}

/// Pictures are at least this wide, even if exported on a phone.
const MIN_WIDTH: f64 = 720.0;

/// Exports a view as `csv`, `csv-bom`, `svg` or `png`, or the whole report as `report-csv`,
/// `report-csv-bom`, `report-svg` or `report-png`. A PNG is returned as an SVG, for the browser to
/// rasterise. `None` for any other kind, and for a view without table or chart. The JSON of a report
/// is the file that was read.
pub fn export_file(
    report: &Report,
    kind: &str,
    view: View,
    choices: &Choices,
    locale: Locale,
    size: Size,
) -> Option<ExportedFile> {
    let whole = |extension| file_name(report, None, extension);
    let part = |extension| file_name(report, Some(view), extension);
    let shown = || figure(report, view, choices, locale);
    let table = |mark| Some(figure_csv(&shown()?, report, locale, mark));
    let width = size.width.max(MIN_WIDTH);
    let size = Size { width, ..size };
    let all = || report_picture(report, choices, locale, size);
    let drawn = || {
        let figure = shown()?;
        let drawing = draw(&figure, size);
        (!drawing.marks.is_empty()).then(|| picture(&figure, &drawing, report, locale))
    };
    const CSV: &str = "text/csv;charset=utf-8";
    const SVG: &str = "image/svg+xml";
    const PNG: &str = "image/png";
    let (name, media, text) = match kind {
        "csv" => (part("csv"), CSV, table(Bom::Without)?),
        "csv-bom" => (part("csv"), CSV, table(Bom::With)?),
        "svg" => (part("svg"), SVG, drawn()?),
        "png" => (part("png"), PNG, drawn()?),
        "report-csv" => (whole("csv"), CSV, report_csv(report, locale, Bom::Without)),
        "report-csv-bom" => (whole("csv"), CSV, report_csv(report, locale, Bom::With)),
        "report-svg" => (whole("svg"), SVG, all()?),
        "report-png" => (whole("png"), PNG, all()?),
        _ => return None,
    };
    Some(ExportedFile { name, media, text })
}

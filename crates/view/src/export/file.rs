//! Whatever a reader can take away, as a file with a name.

use super::{Bom, figure_csv, file_name, picture, report_csv, report_picture};
use crate::charts::{Size, draw};
use crate::figures::{Choices, View, figure};
use gongkai_i18n::Locale;
use gongkai_model::Report;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// The media type.
    pub media: &'static str,
    pub text: String,
}

/// A picture is drawn for a page and not for a phone.
const LEAST_WIDTH: f64 = 720.0;

/// The file of a `kind` as buttons name it: `csv`, `csv-bom`, `svg` and `png` of a view,
/// `report-csv`, `report-csv-bom`, `report-svg`, `report-png` and `json` of the whole report. A PNG
/// comes as the SVG that is to be painted. `None` for another kind, and for a view that has no such thing.
pub fn file(
    report: &Report,
    kind: &str,
    view: View,
    choices: &Choices,
    locale: Locale,
    size: Size,
) -> Option<File> {
    let whole = |extension| file_name(report, None, extension);
    let part = |extension| file_name(report, Some(view), extension);
    let shown = || figure(report, view, choices, locale);
    let table = |mark| Some(figure_csv(&shown()?, report, locale, mark));
    let width = size.width.max(LEAST_WIDTH);
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
        "json" => (whole("json"), "application/json", report.write()),
        _ => return None,
    };
    Some(File { name, media, text })
}

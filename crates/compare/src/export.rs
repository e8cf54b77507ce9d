//! Exports the comparison as files: the numbers that are shown, all numbers of the catalogue, and the chart.

use crate::choice::PanelKind;
use crate::messages::{CompareText, compare_text, measure_unit, missing_reason};
use crate::number_format::NumberFormat;
use crate::panel::{self, Shown};
use crate::sum_format::{plain, precision_name, sum_unit};
use crate::view_model::ViewModel;
use gongkai_catalog::{Answer, Measure, MeasureUnit, Value, denominator_name, measure_name};
use gongkai_i18n::Locale;
use gongkai_model::{Currency, Edition, Qualifier};
use gongkai_view::charts::Size;
use gongkai_view::export::{
    Bom, Captions, CsvField, CsvWriter, ExportedFile, PHONE, captioned_picture, safe_name,
};
use gongkai_view::text::{ExportText, export_text};

/// Pictures are at least this wide, even if exported on a phone.
const MIN_WIDTH: f64 = 720.0;

/// Exports the comparison as `csv`, `csv-bom`, `all-csv`, `all-csv-bom`, `svg`, `png` or `share-picture`. A PNG is
/// returned as an SVG, for the browser to rasterise. `None` for any other kind, and for a panel without a chart.
///
/// `address` is that of the page, and `today` the reader's date, such as `2026-11-30`; both are for pictures
/// to share.
pub fn export(
    model: &ViewModel,
    kind: &str,
    address: Option<&str>,
    today: &str,
) -> Option<ExportedFile> {
    const CSV: &str = "text/csv;charset=utf-8";
    let panel = model.choice().panel.id();
    let file = |name: &str, extension: &str, media: &'static str, text: String| ExportedFile {
        name: safe_name(&title(model), &[name], extension),
        media,
        text,
    };
    let size = Size {
        width: model.size().width.max(MIN_WIDTH),
        ..model.size()
    };
    Some(match kind {
        "csv" => file(panel, "csv", CSV, shown_csv(model, Bom::Without)),
        "csv-bom" => file(panel, "csv", CSV, shown_csv(model, Bom::With)),
        "all-csv" => file("all", "csv", CSV, all_csv(model, Bom::Without)),
        "all-csv-bom" => file("all", "csv", CSV, all_csv(model, Bom::With)),
        "svg" => file(panel, "svg", "image/svg+xml", picture(model, size, None)?),
        "png" => file(panel, "png", "image/png", picture(model, size, None)?),
        "share-picture" => {
            let size = Size {
                width: PHONE.width,
                em: PHONE.em,
            };
            let shared = Some((address, today));
            file(panel, "png", "image/png", picture(model, size, shared)?)
        }
        _ => return None,
    })
}

/// Writes a reference to the comparison as it is shown, in the form of GB/T 7714 in Chinese.
pub fn reference(model: &ViewModel, today: &str, page: &str) -> String {
    let finding = panel::finding(model);
    compare_text::Reference {
        title: &title(model),
        finding: finding.trim_end_matches(['。', '.']),
        today,
        url: page,
    }
    .text(model.locale())
}

/// Says what is shown, for readers who do not see a picture of it.
pub fn finding(model: &ViewModel) -> String {
    panel::finding(model)
}

fn title(model: &ViewModel) -> String {
    let title = model.catalog().title.clone();
    title.unwrap_or_else(|| CompareText::Title.text(model.locale()).to_owned())
}

/// Writes the chart with its finding and its source. `shared` is for a picture that readers send to others.
fn picture(model: &ViewModel, size: Size, shared: Option<(Option<&str>, &str)>) -> Option<String> {
    let locale = model.locale();
    let drawing = panel::drawing(model, size)?;
    let title = title(model);
    let mut credit = vec![compare_text::CreditCatalog { title: &title }.text(locale)];
    if model.catalog().is_fictional {
        credit.push(CompareText::Fictional.text(locale).to_owned());
    }
    let denominators = model.catalog().denominators();
    let per = model.per();
    if let Some(denominator) = per.and_then(|per| denominators.get(per.denominator)) {
        let source = compare_text::Source {
            name: denominator_name(locale, denominator),
            unit: &denominator.unit,
            source: &denominator.source,
        };
        credit.push(source.text(locale));
    }
    let address = shared.and_then(|(address, _)| address);
    if let Some((_, today)) = shared {
        credit.push(export_text::CreditMade { today }.text(locale));
        if address.is_some() {
            credit.push(ExportText::CreditScan.text(locale).to_owned());
        }
    }
    let finding = panel::finding(model);
    // The names at the lines are short, and numbers are written only beside a single line.
    let measure = model.numbers().measure_name(model.choice().measure);
    Some(captioned_picture(
        &drawing,
        Captions {
            kicker: &measure,
            finding: &finding,
            summary: &finding,
            credit: &credit,
            address,
        },
    ))
}

/// Writes the numbers that are shown, one a row, in the order of the panel.
fn shown_csv(model: &ViewModel, bom: Bom) -> String {
    match model.choice().panel {
        PanelKind::Checks => return checks_csv(model, bom),
        PanelKind::Sums => return sums_csv(model, bom),
        _ => {}
    }
    let locale = model.locale();
    let mut csv = CsvWriter::new(
        bom,
        &[
            ExportText::ColumnAgency.text(locale),
            ExportText::ColumnDivision.text(locale),
            ExportText::ColumnYear.text(locale),
            ExportText::ColumnEdition.text(locale),
            CompareText::ColumnMeasure.text(locale),
            CompareText::ColumnPer.text(locale),
            ExportText::ColumnValue.text(locale),
            ExportText::ColumnHedge.text(locale),
            ExportText::ColumnUnit.text(locale),
            ExportText::ColumnShown.text(locale),
            CompareText::ColumnNote.text(locale),
            ExportText::ColumnCell.text(locale),
        ],
    );
    for shown in panel::shown(model) {
        shown_row(model, &shown, &mut csv);
    }
    csv.finish()
}

fn shown_row(model: &ViewModel, shown: &Shown, csv: &mut CsvWriter) {
    let (locale, choice) = (model.locale(), model.choice());
    let numbers = if choice.panel == PanelKind::YearOverYear {
        // The numbers are not divided there.
        NumberFormat::new(model.catalog(), locale, None)
    } else {
        model.numbers()
    };
    let per = numbers.per_name().unwrap_or_default();
    let (agency, years, measure, name, row) = match *shown {
        Shown::Number {
            agency,
            year,
            measure,
        } => {
            let report = model.catalog().report(agency, year);
            let row = number_row(model, &numbers, report, measure);
            let name = measure_name(locale, measure);
            (agency, year.to_string(), measure, name, row)
        }
        Shown::Change { agency, measure } => {
            let [current, previous] = model.two_reports(agency);
            let change = numbers.change(current, previous, measure);
            let measured = &measure_name(locale, measure);
            let years = [choice.compared_year(), choice.year].map(|year| year.to_string());
            let row = Row {
                value: numbers
                    .plain_change(current, previous, measure)
                    .unwrap_or_default(),
                unit: numbers.axis_unit(measure),
                shown: change.text,
                note: change.reason.unwrap_or_default(),
                ..Row::default()
            };
            let name = compare_text::ChangeOf { measure: measured }.text(locale);
            (agency, years.join("-"), measure, name, row)
        }
    };
    let entry = model.catalog().agencies().get(agency);
    let code = entry.and_then(|entry| entry.code.as_deref());
    csv.row(&[
        CsvField::Text(model.agency_name(agency)),
        CsvField::Text(code.unwrap_or_default()),
        CsvField::Text(&years),
        CsvField::Text(row.edition),
        CsvField::Text(&name),
        CsvField::Text(&per),
        CsvField::Value(&row.value),
        CsvField::Text(row.hedge),
        CsvField::Text(&row.unit),
        CsvField::Text(&row.shown),
        CsvField::Text(row.note),
        CsvField::Text(&measure.id()),
    ]);
}

/// The fields of a row that depend on the number.
#[derive(Default)]
struct Row {
    edition: &'static str,
    value: String,
    hedge: &'static str,
    unit: String,
    shown: String,
    note: &'static str,
}

fn number_row(
    model: &ViewModel,
    numbers: &NumberFormat<'_>,
    report: Option<usize>,
    measure: Measure,
) -> Row {
    let (locale, catalog) = (model.locale(), model.catalog());
    let answer = numbers.answer(report, measure);
    let mut row = Row {
        edition: report
            .and_then(|report| catalog.edition(report))
            .map_or("", edition_id),
        value: plain_answer(
            numbers,
            catalog.answer(report, numbers.question(measure)),
            measure,
        ),
        unit: numbers.axis_unit(measure),
        shown: answer.text,
        note: answer.reason.unwrap_or_default(),
        ..Row::default()
    };
    let is_undivided = numbers.per_name().is_none();
    if let Some(value) = report.map(|report| catalog.value(report, measure)) {
        row.hedge = hedge(locale, &value);
        if let (Value::Stated(stated), true) = (&value, is_undivided)
            && let Some(unit) = &stated.unit
        {
            row.unit = gongkai_i18n::unit_word(locale, unit, false);
        }
    }
    if measure.unit() == MeasureUnit::Money && is_undivided {
        row.unit = gongkai_i18n::currency(locale, Currency::TenThousandYuan).to_owned();
    }
    row
}

/// A number, `/`, or nothing.
fn plain_answer(numbers: &NumberFormat<'_>, answer: Answer, measure: Measure) -> String {
    match answer {
        Answer::Number(number) => numbers.plain_number(number, measure),
        Answer::NotApplicable => "/".to_owned(),
        _ => String::new(),
    }
}

fn hedge(locale: Locale, value: &Value) -> &'static str {
    let Value::Stated(stated) = value else {
        return "";
    };
    let text = match stated.qualifier {
        None => return "",
        Some(Qualifier::Over) => ExportText::HedgeOver,
        Some(Qualifier::About) => ExportText::HedgeAbout,
        Some(Qualifier::Nearly) => ExportText::HedgeNearly,
    };
    text.text(locale)
}

fn edition_id(edition: Edition) -> &'static str {
    match edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    }
}

/// Writes the sums that are shown, one edition of the form a row, since the two are not added.
fn sums_csv(model: &ViewModel, bom: Bom) -> String {
    let locale = model.locale();
    let measure = model.choice().measure;
    let mut csv = CsvWriter::new(
        bom,
        &[
            CompareText::ColumnGroup.text(locale),
            ExportText::ColumnYear.text(locale),
            ExportText::ColumnEdition.text(locale),
            CompareText::ColumnMeasure.text(locale),
            CompareText::ColumnSum.text(locale),
            CompareText::ColumnPrecision.text(locale),
            CompareText::ColumnLeast.text(locale),
            ExportText::ColumnUnit.text(locale),
            CompareText::ColumnNumbers.text(locale),
            CompareText::ColumnOver.text(locale),
            CompareText::ColumnAbout.text(locale),
            CompareText::ColumnNearly.text(locale),
            CompareText::ColumnBlank.text(locale),
            CompareText::ColumnSlash.text(locale),
            CompareText::ColumnMissing.text(locale),
            CompareText::ColumnOtherUnit.text(locale),
            CompareText::ColumnNotInForm.text(locale),
            CompareText::ColumnNoReport.text(locale),
            ExportText::ColumnCell.text(locale),
        ],
    );
    let name = measure_name(locale, measure);
    for row in panel::sum_rows(model) {
        let sum = &row.sum;
        let known = |write: &dyn Fn() -> String| {
            if sum.numbers > 0 {
                write()
            } else {
                String::new()
            }
        };
        let counts = [
            sum.numbers,
            sum.over,
            sum.about,
            sum.nearly,
            sum.blank,
            sum.not_applicable,
            sum.missing,
            sum.other_unit,
            sum.not_in_form,
        ]
        .map(|count| count.to_string());
        // Only once for each group and year, so that a column can be added up.
        let no_report = row.no_report.map(|count| count.to_string());
        let (group, year) = (panel::scope_name(model, row.scope), row.year.to_string());
        let (total, least) = (known(&|| plain(sum.total)), known(&|| plain(sum.at_least)));
        let mut fields = vec![
            CsvField::Text(&group),
            CsvField::Text(&year),
            CsvField::Text(row.edition.map_or("", edition_id)),
            CsvField::Text(&name),
            CsvField::Value(&total),
            CsvField::Text(precision_name(locale, sum)),
            CsvField::Value(&least),
            CsvField::Text(sum_unit(locale, measure)),
        ];
        fields.extend(counts.iter().map(|count| CsvField::Value(count)));
        fields.push(CsvField::Value(no_report.as_deref().unwrap_or_default()));
        let id = measure.id();
        fields.push(CsvField::Text(&id));
        csv.row(&fields);
    }
    csv.finish()
}

fn checks_csv(model: &ViewModel, bom: Bom) -> String {
    let locale = model.locale();
    let mut csv = CsvWriter::new(
        bom,
        &[
            ExportText::ColumnAgency.text(locale),
            ExportText::ColumnYear.text(locale),
            CompareText::ColumnCheck.text(locale),
            CompareText::ColumnFormula.text(locale),
            CompareText::ColumnVerdict.text(locale),
        ],
    );
    let agency = model.choice().agencies.first();
    let name = agency.map_or("", |agency| model.agency_name(*agency));
    for check in panel::shown_checks(model) {
        let [years, sentence, formula, verdict] = &check;
        csv.row(&[name, years, sentence, formula, verdict].map(CsvField::Text));
    }
    csv.finish()
}

/// Writes all numbers of the catalogue, one report a row and one measure a column, since one number a row would be
/// more rows than spreadsheets take. What is not a number is `/`, the word for a blank, or nothing if the report has no
/// such cell; the hedge of a total from prose has a column of its own.
fn all_csv(model: &ViewModel, bom: Bom) -> String {
    let (locale, catalog) = (model.locale(), model.catalog());
    let numbers = NumberFormat::new(catalog, locale, None);
    let with_unit =
        |name: &str, unit: &str| compare_text::TitleWithUnit { name, unit }.text(locale);
    let measures: Vec<Measure> = catalog.measures().collect();
    let mut titles: Vec<String> = [
        ExportText::ColumnAgency,
        ExportText::ColumnDivision,
        ExportText::ColumnYear,
        ExportText::ColumnEdition,
    ]
    .map(|title| title.text(locale).to_owned())
    .into();
    titles.extend(
        catalog
            .denominators()
            .iter()
            .map(|denominator| with_unit(denominator_name(locale, denominator), &denominator.unit)),
    );
    for measure in &measures {
        let unit = measure_unit(locale, measure.unit());
        titles.push(with_unit(&measure_name(locale, *measure), unit));
        if measure.unit() == MeasureUnit::Pieces {
            titles.push(ExportText::ColumnHedge.text(locale).to_owned());
        }
    }
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let mut csv = CsvWriter::new(bom, &titles);
    for (agency, entry) in catalog.agencies().iter().enumerate() {
        for report in catalog.reports_of(agency) {
            let year = catalog.year(report).map(|year| year.to_string());
            let mut cells: Vec<String> = Vec::new();
            for denominator in catalog.denominators() {
                let value = denominator.value(agency);
                cells.push(value.map_or_else(String::new, |value| value.as_str().to_owned()));
            }
            let mut fields = vec![
                CsvField::Text(&entry.name),
                CsvField::Text(entry.code.as_deref().unwrap_or_default()),
                CsvField::Text(year.as_deref().unwrap_or_default()),
                CsvField::Text(catalog.edition(report).map_or("", edition_id)),
            ];
            for measure in &measures {
                let answer = catalog.answer(Some(report), (*measure).into());
                let value = catalog.value(report, *measure);
                cells.push(match (answer, &value) {
                    (Answer::Blank, _) => missing_reason(locale, answer)
                        .unwrap_or_default()
                        .to_owned(),
                    // As stated, since what it counts in is not converted.
                    (Answer::OtherUnit, Value::Stated(stated)) => {
                        gongkai_i18n::quantity(locale, stated)
                    }
                    _ => plain_answer(&numbers, answer, *measure),
                });
                if measure.unit() == MeasureUnit::Pieces {
                    cells.push(hedge(locale, &value).to_owned());
                }
            }
            fields.extend(cells.iter().map(|cell| {
                if cell
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b"-./".contains(&b))
                {
                    CsvField::Value(cell)
                } else {
                    CsvField::Text(cell)
                }
            }));
            csv.row(&fields);
        }
    }
    csv.finish()
}

//! Formats sums for the reader: exactly, with what is known of hedged ones. Money is in 元.

use crate::messages::{CompareText, compare_text, measure_unit};
use crate::phrases::grouped_count;
use gongkai_catalog::{ExactSum, FormSum, Measure, MeasureUnit, SumPrecision, YearSum};
use gongkai_i18n::Locale;
use gongkai_model::{Currency, Edition};

/// Names the unit of sums.
pub(crate) fn sum_unit(locale: Locale, measure: Measure) -> &'static str {
    match measure.unit() {
        MeasureUnit::Money => gongkai_i18n::currency(locale, Currency::Yuan),
        unit => measure_unit(locale, unit),
    }
}

/// Writes a sum with separators between thousands, without its unit.
fn bare(sum: ExactSum) -> String {
    let whole = gongkai_i18n::grouped_wide(sum.whole());
    match sum.decimals().as_str() {
        "" => whole,
        decimals => [&whole, ".", decimals].concat(),
    }
}

/// Writes a sum for a program: without separators.
pub(crate) fn plain(sum: ExactSum) -> String {
    let whole: String = bare(sum);
    let whole = whole.replace(',', "");
    whole.replace('\u{2212}', "-")
}

/// Adds what is known of the true sum: "at least …".
fn with_precision(locale: Locale, form: &FormSum, write: impl Fn(ExactSum) -> String) -> String {
    let sum = write(form.total);
    match form.precision() {
        None => "—".to_owned(),
        Some(SumPrecision::Exact) => sum,
        Some(SumPrecision::AtLeast) => compare_text::SumAtLeast { sum: &sum }.text(locale),
        Some(SumPrecision::AtMost) => compare_text::SumAtMost { sum: &sum }.text(locale),
        Some(SumPrecision::About) => compare_text::SumAbout {
            sum: &sum,
            least: &write(form.at_least),
        }
        .text(locale),
    }
}

/// Formats a sum for a column whose heading names the unit; "—" without any number.
pub(crate) fn sum_cell(locale: Locale, form: &FormSum) -> String {
    with_precision(locale, form, bare)
}

/// Formats a sum for a sentence: with its unit.
pub(crate) fn sum_phrase(locale: Locale, form: &FormSum, measure: Measure) -> String {
    let unit = sum_unit(locale, measure);
    with_precision(locale, form, |sum| match locale {
        Locale::ZhCn => [&bare(sum), " ", unit].concat(),
        Locale::En if measure.unit() == MeasureUnit::Money => [&bare(sum), " ", unit].concat(),
        Locale::En => bare(sum),
    })
}

/// Formats a sum for a point of a chart, whose axis is in 万元 for money; rounded to two decimals there.
pub(crate) fn sum_at_point(locale: Locale, form: &FormSum, measure: Measure) -> String {
    if measure.unit() != MeasureUnit::Money {
        return sum_cell(locale, form);
    }
    // Sums of money are not below zero. Half a hundredth of a 万元 is 50 元.
    with_precision(locale, form, |sum| {
        let hundredths = sum.whole().saturating_add(50) / 100;
        let whole = gongkai_i18n::grouped_wide(hundredths / 100);
        format!("{whole}.{:02}", hundredths % 100)
    })
}

/// Returns the number that axes and marks are drawn by: money in 万元.
pub(crate) fn plotted_sum(sum: ExactSum, measure: Measure) -> f64 {
    match measure.unit() {
        MeasureUnit::Money => sum.to_f64() / 1e4,
        _ => sum.to_f64(),
    }
}

/// Names an edition of the form.
pub(crate) fn edition_name(locale: Locale, edition: Edition) -> &'static str {
    let text = match edition {
        Edition::Form2019 => CompareText::Form2019,
        Edition::Form2021 => CompareText::Form2021,
    };
    text.text(locale)
}

/// Says how precise a sum is, in a word; empty without any number.
pub(crate) fn precision_name(locale: Locale, form: &FormSum) -> &'static str {
    let text = match form.precision() {
        None => return "",
        Some(SumPrecision::Exact) => CompareText::PrecisionExact,
        Some(SumPrecision::AtLeast) => CompareText::PrecisionAtLeast,
        Some(SumPrecision::AtMost) => CompareText::PrecisionAtMost,
        Some(SumPrecision::About) => CompareText::PrecisionAbout,
    };
    text.text(locale)
}

/// Lists counts with their reasons, without those that are 0.
fn list(locale: Locale, counts: &[(usize, CompareText)]) -> String {
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let phrases = counts.map(|(count, reason)| {
        compare_text::ReportCount {
            reason: reason.text(locale),
            count: &grouped_count(*count),
        }
        .text(locale)
    });
    let phrases: Vec<String> = phrases.collect();
    phrases.join(match locale {
        Locale::ZhCn => "，",
        Locale::En => ", ",
    })
}

/// Lists the reports without a number by reason, and the agencies without a report; empty if there are
/// none.
pub(crate) fn sum_gaps(locale: Locale, sum: &YearSum) -> String {
    let mut all = FormSum::default();
    for form in &sum.forms {
        all.blank += form.blank;
        all.not_applicable += form.not_applicable;
        all.missing += form.missing;
        all.other_unit += form.other_unit;
        all.not_in_form += form.not_in_form;
    }
    let reports = list(
        locale,
        &[
            (all.blank, CompareText::Blank),
            (all.not_applicable, CompareText::NotApplicable),
            (all.missing, CompareText::Missing),
            (all.other_unit, CompareText::SumOtherUnit),
            (all.not_in_form, CompareText::NotInEdition),
        ],
    );
    let silent = compare_text::SilentAgencies {
        count: &grouped_count(sum.no_report),
    };
    let silent = Some(silent.text(locale)).filter(|_| sum.no_report > 0);
    let phrases = [Some(reports).filter(|text| !text.is_empty()), silent];
    let phrases: Vec<String> = phrases.into_iter().flatten().collect();
    phrases.join(match locale {
        Locale::ZhCn => "；",
        Locale::En => "; ",
    })
}

/// Says how many numbers have each hedge; empty if every number is exact.
pub(crate) fn sum_hedges(locale: Locale, form: &FormSum) -> String {
    list(
        locale,
        &[
            (form.over, CompareText::HedgedOver),
            (form.about, CompareText::HedgedAbout),
            (form.nearly, CompareText::HedgedNearly),
        ],
    )
}

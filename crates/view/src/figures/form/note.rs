//! The note on a table as a whole.

use super::{Form, size};
use crate::figures::TableCell;
use crate::text::{OriginalText, original_text};
use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell};

/// Says whether all or some of the cells are zero, blank, not applicable or missing.
pub(super) fn note(form: &Form, locale: Locale) -> Option<String> {
    let (mut all, mut numbers, mut zeros) = (0, 0, 0);
    let (mut blank, mut not_applicable, mut missing) = (0, 0, 0);
    for value in form.values() {
        all += 1;
        let count = match &value.value {
            TableCell::Cell(Cell::Blank)
            | TableCell::Change(Cell::Blank)
            | TableCell::Amount(Amount::Blank) => &mut blank,
            TableCell::Cell(Cell::NotApplicable)
            | TableCell::Change(Cell::NotApplicable)
            | TableCell::Amount(Amount::NotApplicable) => &mut not_applicable,
            TableCell::Cell(Cell::Missing)
            | TableCell::Change(Cell::Missing)
            | TableCell::Amount(Amount::Missing) => &mut missing,
            TableCell::Amount(Amount::Money(money)) => {
                zeros += i64::from(money.value.is_zero());
                &mut numbers
            }
            other => {
                zeros += i64::from(size(other) == 0);
                &mut numbers
            }
        };
        *count += 1;
    }
    let mut sentences = Vec::new();
    let mut add = |count: i64, whole: OriginalText, some: fn(&str, Locale) -> String| {
        if count == all {
            sentences.push(whole.text(locale).to_owned());
        } else if count > 0 {
            sentences.push(some(&gongkai_i18n::grouped(count), locale));
        }
    };
    if zeros == numbers {
        add(zeros, OriginalText::AllZero, |count, locale| {
            original_text::NumbersZero { count }.text(locale)
        });
    }
    add(blank, OriginalText::AllBlank, |count, locale| {
        original_text::SomeBlank { count }.text(locale)
    });
    add(
        not_applicable,
        OriginalText::AllNotApplicable,
        |count, locale| original_text::SomeNotApplicable { count }.text(locale),
    );
    add(missing, OriginalText::AllMissing, |count, locale| {
        original_text::SomeMissing { count }.text(locale)
    });
    let separator = match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    };
    (!sentences.is_empty()).then(|| sentences.join(separator))
}

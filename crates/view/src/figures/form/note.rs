//! The note on a table as a whole.

use super::{Form, size};
use crate::figures::TableCell;
use crate::text::OriginalText;
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
    let mut add = |count: i64, whole: OriginalText, some: OriginalText| {
        if count == all {
            sentences.push(whole.text(locale).to_owned());
        } else if count > 0 {
            sentences.push(some.with(locale, &[&gongkai_i18n::grouped(count)]));
        }
    };
    if zeros == numbers {
        add(zeros, OriginalText::AllZero, OriginalText::NumbersZero);
    }
    add(blank, OriginalText::AllBlank, OriginalText::SomeBlank);
    add(
        not_applicable,
        OriginalText::AllNotApplicable,
        OriginalText::SomeNotApplicable,
    );
    add(missing, OriginalText::AllMissing, OriginalText::SomeMissing);
    let separator = match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    };
    (!sentences.is_empty()).then(|| sentences.join(separator))
}

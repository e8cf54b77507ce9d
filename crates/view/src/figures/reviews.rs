//! How decisions were challenged: three blocks by result, and the share that was corrected.

use super::cells::{self, Group, Printed};
use super::*;
use crate::text::SectionsText;
use gongkai_i18n::{block_column_label, block_label, grouped, percent};
use gongkai_model::{BlockColumn, BlockKey, Cell, Reviews};

/// What the share of corrections is taken of.
const CONCLUDED: [BlockColumn; 3] = [
    BlockColumn::Upheld,
    BlockColumn::Corrected,
    BlockColumn::Other,
];

pub(super) fn figure(report: &Report, _choices: &Choices, locale: Locale) -> Figure {
    let empty = Figure::empty(View::Reviews, Text::NoSection, locale);
    let Some(reviews) = &report.reviews else {
        return empty;
    };
    let groups: Vec<Group> = BlockKey::ALL
        .iter()
        .map(|block| group(reviews, *block, locale))
        .filter(Group::is_given)
        .collect();
    if groups.is_empty() {
        return empty;
    }
    let panels = cells::panels(&groups, locale);
    let (title, mut caveats) = if panels.is_empty() {
        (Text::NoNumbers.text(locale).to_owned(), Vec::new())
    } else {
        finding(reviews, &groups, locale)
    };
    let no_number = |printed: &Printed| matches!(printed.cell, Cell::Blank | Cell::NotApplicable);
    if !panels.is_empty() && cells::each(&groups).any(no_number) {
        caveats.push(Text::BlanksLeftOut.text(locale).to_owned());
    }
    if panels.len() > 1 {
        caveats.push(SectionsText::SharedScale.text(locale).to_owned());
    }
    Figure {
        title,
        summary: cells::summary(&groups, locale),
        caveats,
        panels,
        table: cells::table(View::Reviews, &groups, locale),
        ..empty
    }
}

fn group(reviews: &Reviews, block: BlockKey, locale: Locale) -> Group {
    let printed = |column: &BlockColumn| Printed {
        key: [block.path(), ".", column.field()].concat(),
        name: block_column_label(locale, *column),
        cell: reviews.cell(block, *column),
        tone: match column {
            BlockColumn::Total => Tone::Muted,
            _ => Tone::Plain,
        },
    };
    Group {
        name: block_label(locale, block),
        cells: BlockColumn::ALL.iter().map(printed).collect(),
    }
}

/// The finding, and what must be known about its share.
fn finding(reviews: &Reviews, groups: &[Group], locale: Locale) -> (String, Vec<String>) {
    let say = |text: SectionsText| (text.text(locale).to_owned(), Vec::new());
    if !cells::each(groups).any(|printed| printed.cell.count().is_some_and(|n| n != 0)) {
        let none = BlockKey::ALL.iter().all(|block| is_none(reviews, *block));
        return say(match none {
            true => SectionsText::ReviewsNone,
            false => SectionsText::ReviewsZeros,
        });
    }
    let (whole, part): (Vec<BlockKey>, Vec<BlockKey>) = BlockKey::ALL
        .iter()
        .partition(|block| results(reviews, **block).is_some());
    // A share of sums that do not fit would be made up.
    let sums = whole.iter().try_fold([0_i64; 3], |[a, b, c], block| {
        let [upheld, corrected, other] = results(reviews, *block)?;
        Some([
            a.checked_add(upheld)?,
            b.checked_add(corrected)?,
            c.checked_add(other)?,
        ])
    });
    let Some([upheld, corrected, other]) = sums else {
        return say(SectionsText::ReviewsNoRate);
    };
    let concluded = upheld
        .checked_add(corrected)
        .and_then(|sum| sum.checked_add(other));
    let pending = BlockKey::ALL
        .iter()
        .filter_map(|block| reviews.cell(*block, BlockColumn::Pending).count())
        .fold(0_i64, i64::saturating_add);
    let share = concluded.and_then(|concluded| percent(corrected, concluded));
    match (concluded, share) {
        (Some(concluded), Some(share)) => {
            let title = SectionsText::ReviewsRate.with(
                locale,
                &[
                    &grouped(concluded),
                    &grouped(upheld),
                    &grouped(corrected),
                    &grouped(other),
                    &share,
                ],
            );
            let mut caveats = vec![SectionsText::ReviewsRateNote.text(locale).to_owned()];
            let twice = [
                BlockKey::Reconsideration,
                BlockKey::LitigationAfterReconsideration,
            ];
            if twice.iter().all(|block| whole.contains(block)) {
                caveats.push(SectionsText::ReviewsTwiceNote.text(locale).to_owned());
            }
            if !part.is_empty() {
                let names: Vec<&str> = part
                    .iter()
                    .map(|block| block_label(locale, *block))
                    .collect();
                let names = names.join(SectionsText::ListComma.text(locale));
                caveats.push(SectionsText::ReviewsLeftOut.with(locale, &[&names]));
            }
            (title, caveats)
        }
        // That nothing was concluded is known only where every block says so.
        (Some(0), None) if pending > 0 && part.is_empty() => (
            SectionsText::ReviewsPending.with(locale, &[&grouped(pending)]),
            Vec::new(),
        ),
        _ => say(SectionsText::ReviewsNoRate),
    }
}

/// Upheld, corrected and other, where all three are printed numbers.
fn results(reviews: &Reviews, block: BlockKey) -> Option<[i64; 3]> {
    let [upheld, corrected, other] = CONCLUDED.map(|column| reviews.cell(block, column).count());
    Some([upheld?, corrected?, other?])
}

/// Whether a block without a number above zero says that nothing was brought: by its total, or
/// by all that the total adds up.
fn is_none(reviews: &Reviews, block: BlockKey) -> bool {
    let is_zero = |column| reviews.cell(block, column) == Cell::Count(0);
    let parts = || CONCLUDED.iter().all(|column| is_zero(*column));
    is_zero(BlockColumn::Total) || (parts() && is_zero(BlockColumn::Pending))
}

//! Reviews of decisions: three blocks by result, and the share that was corrected.

use super::cell_groups::{self, CellGroup, NamedCell};
use super::*;
use crate::text::{SectionsText, sections_text};
use gongkai_i18n::{block_column_label, block_label, grouped, grouped_wide, percent};
use gongkai_model::{BlockColumn, BlockKey, Cell, Reviews};

/// The results of concluded cases, of which corrections are a share.
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
    let groups: Vec<CellGroup> = BlockKey::ALL
        .iter()
        .map(|block| group(reviews, *block, locale))
        .filter(CellGroup::is_given)
        .collect();
    if groups.is_empty() {
        return empty;
    }
    let panels = cell_groups::panels(&groups, locale);
    let (title, mut caveats) = if !cell_groups::has_numbers(&groups) {
        (Text::NoNumbers.text(locale).to_owned(), Vec::new())
    } else {
        finding(reviews, &groups, locale)
    };
    let no_number = |cell: &NamedCell| matches!(cell.value, Cell::Blank | Cell::NotApplicable);
    if cell_groups::has_numbers(&groups) && cell_groups::each(&groups).any(no_number) {
        caveats.push(Text::BlanksLeftOut.text(locale).to_owned());
    }
    if panels.len() > 1 {
        caveats.push(SectionsText::SharedScale.text(locale).to_owned());
    }
    Figure {
        title,
        notices: contradictions(report, &[Rule::AllUpheld], locale),
        // Fifteen zeros are no help.
        summary: if cell_groups::each(&groups).all(|cell| cell.value == Cell::Count(0)) {
            String::new()
        } else {
            cell_groups::summary(&groups, locale)
        },
        caveats,
        panels,
        table: cell_groups::table(View::Reviews, &groups, locale),
        ..empty
    }
}

fn group(reviews: &Reviews, block: BlockKey, locale: Locale) -> CellGroup {
    let named = |column: &BlockColumn| NamedCell {
        key: [block.path(), ".", column.field()].concat(),
        name: block_column_label(locale, *column),
        value: reviews.cell(block, *column),
        tone: match column {
            BlockColumn::Total => Tone::Muted,
            _ => Tone::Plain,
        },
    };
    CellGroup {
        name: block_label(locale, block),
        cells: BlockColumn::ALL.iter().map(named).collect(),
    }
}

/// The finding, and the caveats about its share.
fn finding(reviews: &Reviews, groups: &[CellGroup], locale: Locale) -> (String, Vec<String>) {
    let without_caveats = |text: SectionsText| (text.text(locale).to_owned(), Vec::new());
    if !cell_groups::each(groups).any(|cell| cell.value.count().is_some_and(|n| n != 0)) {
        let has_no_cases = BlockKey::ALL
            .iter()
            .all(|block| is_without_cases(reviews, *block));
        return without_caveats(if has_no_cases {
            SectionsText::ReviewsNone
        } else {
            SectionsText::ReviewsZeros
        });
    }
    let (whole, part): (Vec<BlockKey>, Vec<BlockKey>) = BlockKey::ALL
        .iter()
        .partition(|block| results(reviews, **block).is_some());
    // Without a share if the sums overflow.
    let sums = whole.iter().try_fold([0_i64; 3], |[a, b, c], block| {
        let [upheld, corrected, other] = results(reviews, *block)?;
        Some([
            a.checked_add(upheld)?,
            b.checked_add(corrected)?,
            c.checked_add(other)?,
        ])
    });
    let Some([upheld, corrected, other]) = sums else {
        return without_caveats(SectionsText::ReviewsNoRate);
    };
    let concluded = upheld
        .checked_add(corrected)
        .and_then(|sum| sum.checked_add(other));
    let pending = BlockKey::ALL
        .iter()
        .filter_map(|block| reviews.cell(*block, BlockColumn::Pending).count())
        .fold(0_i128, |sum, count| sum + i128::from(count));
    let share = concluded.and_then(|concluded| percent(corrected, concluded));
    match (concluded, share) {
        (Some(concluded), Some(share)) => {
            let title = sections_text::ReviewsRate {
                concluded: &grouped(concluded),
                upheld: &grouped(upheld),
                corrected: &grouped(corrected),
                other: &grouped(other),
                share: &share,
            }
            .text(locale);
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
                caveats.push(sections_text::ReviewsLeftOut { blocks: &names }.text(locale));
            }
            (title, caveats)
        }
        // No case was concluded only if every block says so.
        (Some(0), None) if pending > 0 && part.is_empty() => (
            sections_text::ReviewsPending {
                pending: &grouped_wide(pending),
            }
            .text(locale),
            Vec::new(),
        ),
        _ => without_caveats(SectionsText::ReviewsNoRate),
    }
}

/// Upheld, corrected and other; `None` unless all three are numbers.
fn results(reviews: &Reviews, block: BlockKey) -> Option<[i64; 3]> {
    let [upheld, corrected, other] = CONCLUDED.map(|column| reviews.cell(block, column).count());
    Some([upheld?, corrected?, other?])
}

/// Whether a block says that there were no cases, by its total or by all parts of the total.
fn is_without_cases(reviews: &Reviews, block: BlockKey) -> bool {
    let is_zero = |column| reviews.cell(block, column) == Cell::Count(0);
    let parts = || CONCLUDED.iter().all(|column| is_zero(*column));
    is_zero(BlockColumn::Total) || (parts() && is_zero(BlockColumn::Pending))
}

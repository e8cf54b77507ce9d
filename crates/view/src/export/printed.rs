//! Every cell of a report, section by section, with what the form prints beside and above it.

use crate::figures::{Figure, TableCell, TableRow, View};
use crate::text::{ExportText, SectionsText, Text};
use gongkai_i18n::CellText;
use gongkai_i18n::{Label, Locale};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Disclosure, Edition, Named, Proactive, ProactiveColumn,
    ProactiveKey, Quantity, Report, RowKey,
};

/// One cell, which may be missing.
pub(super) struct Printed {
    pub section: &'static str,
    pub row: String,
    pub column: &'static str,
    /// As a [`ReadError`](gongkai_model::ReadError) names it: `applications.received[6]`.
    pub path: String,
    pub value: TableCell,
    unit: Option<Unit>,
}

/// What a count of a table counts; amounts and counts from prose bring their own unit.
#[derive(Clone, Copy)]
struct Unit {
    word: ExportText,
    /// Whether the form's heading prints it.
    is_printed: bool,
}

impl Printed {
    /// See [`unit`].
    pub fn unit(&self, locale: Locale) -> String {
        match (&self.value, self.unit) {
            (TableCell::Cell(_) | TableCell::Change(_), Some(unit)) => {
                let word = unit.word.text(locale);
                if unit.is_printed {
                    word.to_owned()
                } else {
                    assumed(locale, word)
                }
            }
            (value, _) => unit(value, locale),
        }
    }
}

/// The unit of a count from prose or of an amount, in the reader's language; says so where it is
/// only assumed, and is empty where there is none.
fn unit(value: &TableCell, locale: Locale) -> String {
    match value {
        TableCell::Quantity(Quantity {
            unit: Some(unit), ..
        }) => gongkai_i18n::unit_word(locale, unit, false),
        TableCell::Amount(amount) => match amount.money().map(|money| money.unit) {
            Some(Some(unit)) => gongkai_i18n::currency(locale, unit).to_owned(),
            Some(None) => assumed(
                locale,
                gongkai_i18n::currency(locale, gongkai_model::Currency::TenThousandYuan),
            ),
            None => String::new(),
        },
        _ => String::new(),
    }
}

fn assumed(locale: Locale, unit: &str) -> String {
    ExportText::UnitAssumed.with(locale, &[unit])
}

/// All cells that the report's edition has, in printed order; also those that the file lacks.
pub(super) fn printed(report: &Report, locale: Locale) -> Vec<Printed> {
    let mut cells = Vec::new();
    if let Some(disclosure) = &report.disclosure {
        stated(disclosure, locale, &mut cells);
    }
    if let Some(proactive) = &report.proactive {
        section_two(proactive, report.edition, locale, &mut cells);
    }
    if let Some(applications) = &report.applications {
        for row in RowKey::of(report.edition) {
            // A row of seven cells is there as a whole or not at all.
            for &column in Applicant::ALL {
                cells.push(Printed {
                    section: Label::SectionApplications.text(locale),
                    row: row_name(locale, row),
                    column: gongkai_i18n::applicant_label(locale, column),
                    path: [row.path(), "[", column.field(), "]"].concat(),
                    value: TableCell::Cell(applications.cell(row, column)),
                    unit: Some(Unit {
                        word: ExportText::UnitApplications,
                        is_printed: false,
                    }),
                });
            }
        }
    }
    if let Some(reviews) = &report.reviews {
        for &block in BlockKey::ALL {
            for &column in BlockColumn::ALL {
                cells.push(Printed {
                    section: Label::SectionReviews.text(locale),
                    row: gongkai_i18n::block_label(locale, block).to_owned(),
                    column: gongkai_i18n::block_column_label(locale, column),
                    path: [block.path(), ".", column.field()].concat(),
                    value: TableCell::Cell(reviews.cell(block, column)),
                    unit: Some(Unit {
                        word: ExportText::UnitProceedings,
                        is_printed: false,
                    }),
                });
            }
        }
    }
    cells
}

fn stated(disclosure: &Disclosure, locale: Locale, cells: &mut Vec<Printed>) {
    let mut add = |row: &str, column: ExportText, path: String, quantity: Quantity| {
        cells.push(Printed {
            section: Label::SectionOverall.text(locale),
            row: row.to_owned(),
            column: column.text(locale),
            path,
            value: TableCell::Quantity(quantity),
            unit: None,
        });
    };
    if let Some(total) = &disclosure.total {
        let name = Text::TotalStated.text(locale);
        let path = "disclosure.total".to_owned();
        add(name, ExportText::TotalCount, path, total.clone());
    }
    let lists: [(&[Named], ExportText, &str); 2] = [
        (
            &disclosure.categories,
            ExportText::CategoryCount,
            "disclosure.categories[",
        ),
        (
            &disclosure.activities,
            ExportText::ActivityCount,
            "disclosure.activities[",
        ),
    ];
    for (list, column, path) in lists {
        for (index, named) in list.iter().enumerate() {
            let path = [path, &index.to_string(), "]"].concat();
            add(&named.name, column, path, named.quantity());
        }
    }
    let Some(applications) = &disclosure.applications else {
        return;
    };
    for (quantity, name, path) in [
        (
            &applications.received,
            CellText::PlaceStatedReceived,
            "disclosure.applications.received",
        ),
        (
            &applications.completed,
            CellText::PlaceStatedCompleted,
            "disclosure.applications.completed",
        ),
    ] {
        if let Some(quantity) = quantity {
            let name = name.text(locale);
            let column = ExportText::StatedCount;
            add(name, column, path.to_owned(), quantity.clone());
        }
    }
}

fn section_two(proactive: &Proactive, edition: Edition, locale: Locale, cells: &mut Vec<Printed>) {
    for &row in ProactiveKey::ALL {
        for &column in row.columns(edition) {
            let value = match column {
                ProactiveColumn::Amount => {
                    TableCell::Amount(proactive.amount(row).cloned().unwrap_or_default())
                }
                ProactiveColumn::Change => TableCell::Change(proactive.cell(row, column)),
                _ => TableCell::Cell(proactive.cell(row, column)),
            };
            cells.push(Printed {
                section: Label::SectionProactive.text(locale),
                row: gongkai_i18n::proactive_label(locale, edition, row).to_owned(),
                column: gongkai_i18n::proactive_column_label(locale, edition, row, column),
                path: [row.path(), ".", column.field()].concat(),
                value,
                unit: unit_of(column, edition),
            });
        }
    }
}

fn unit_of(column: ProactiveColumn, edition: Edition) -> Option<Unit> {
    let word = match column {
        ProactiveColumn::Made
        | ProactiveColumn::Disclosed
        | ProactiveColumn::TotalDisclosed
        | ProactiveColumn::Repealed
        | ProactiveColumn::InForce => ExportText::UnitDocuments,
        ProactiveColumn::ItemsLastYear | ProactiveColumn::Change => ExportText::UnitItems,
        ProactiveColumn::Decisions => ExportText::UnitDecisions,
        ProactiveColumn::Projects => ExportText::UnitProjects,
        ProactiveColumn::Amount => return None,
    };
    Some(Unit {
        word,
        // 本年制发件数, 本年废止件数, 现行有效件数.
        is_printed: edition == Edition::Form2021 && matches!(word, ExportText::UnitDocuments),
    })
}

/// A row of section three with the heading over it, so that the two 其他 stay apart.
fn row_name(locale: Locale, row: RowKey) -> String {
    let label = gongkai_i18n::row_label(locale, row);
    let over = match row.group() {
        Some(group) => gongkai_i18n::group_label(locale, group),
        None if row == RowKey::Total => Label::Outcomes.text(locale),
        None => return label.to_owned(),
    };
    SectionsText::CellName.with(locale, &[over, label])
}

/// Whether the cell is printed on the form; a blank is, what is calculated here is not.
pub(super) fn is_printed(cell: &TableCell) -> bool {
    !matches!(cell, TableCell::Derived(_) | TableCell::None)
}

/// Whether the file has no such cell.
pub(super) fn is_missing(cell: &TableCell) -> bool {
    match cell {
        TableCell::Cell(cell) | TableCell::Change(cell) => cell.is_missing(),
        TableCell::Amount(amount) => amount.is_missing(),
        _ => false,
    }
}

/// For each cell of a figure's row the cell of the report that it shows, where it shows one.
///
/// A row's key is the path of a cell, or of several that the row shows in printed order.
pub(super) fn sources<'a>(
    figure: &Figure,
    row: &TableRow,
    all: &'a [Printed],
) -> Vec<Option<&'a Printed>> {
    let key = match (figure.view, row.key.as_str()) {
        // The headlines have names of their own.
        (View::Overview, "disclosure") => "disclosure.total",
        (View::Overview, "procurement") => "proactive.procurement.amount",
        (View::Overview, "applications") => "applications.received[6]",
        (_, key) => key,
    };
    let mut under: Vec<&Printed> = all.iter().filter(|one| one.path == key).collect();
    if under.is_empty() {
        let is_under = |one: &&Printed| {
            let rest = one.path.strip_prefix(key);
            rest.is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        under = all.iter().filter(is_under).collect();
    }
    let mut shown = row.cells.iter().filter(|cell| is_printed(cell));
    // A key that means something else must not lend its path to another cell's number.
    let is_same = shown.clone().count() == under.len()
        && under.iter().all(|one| shown.next() == Some(&one.value));
    if !is_same {
        under.clear();
    }
    let mut under = under.into_iter();
    let source = |cell: &TableCell| {
        if is_printed(cell) { under.next() } else { None }
    };
    row.cells.iter().map(source).collect()
}

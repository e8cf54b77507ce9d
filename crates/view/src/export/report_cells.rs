//! All cells of a report with the labels of their rows and columns.

use crate::figures::{Figure, TableCell, TableRow, View};
use crate::text::{ExportText, Text, export_text};
use gongkai_i18n::{CellText, Label, Locale};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Disclosure, Edition, Proactive, ProactiveColumn,
    ProactiveKey, Quantity, Report, RowKey,
};

/// A section of the form that has numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormSection {
    Overall,
    Proactive,
    Applications,
    Reviews,
}

impl FormSection {
    const ALL: [FormSection; 4] = [
        FormSection::Overall,
        FormSection::Proactive,
        FormSection::Applications,
        FormSection::Reviews,
    ];

    /// The field of the section in the report's JSON.
    pub fn field(self) -> &'static str {
        match self {
            FormSection::Overall => "disclosure",
            FormSection::Proactive => "proactive",
            FormSection::Applications => "applications",
            FormSection::Reviews => "reviews",
        }
    }

    pub fn name(self, locale: Locale) -> &'static str {
        match self {
            FormSection::Overall => Label::SectionOverall,
            FormSection::Proactive => Label::SectionProactive,
            FormSection::Applications => Label::SectionApplications,
            FormSection::Reviews => Label::SectionReviews,
        }
        .text(locale)
    }

    /// The section that a path, or the key of a table's row, begins with; procurement belongs to
    /// section two.
    pub(super) fn of_path(path: &str) -> Option<FormSection> {
        let end = path.find(['.', '[']).unwrap_or(path.len());
        let field = match path.get(..end)? {
            "procurement" => "proactive",
            field => field,
        };
        FormSection::ALL
            .into_iter()
            .find(|section| section.field() == field)
    }
}

/// One cell of a report, which may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportCell {
    pub section: FormSection,
    pub row: String,
    pub column: &'static str,
    /// Written as by a [`ReadError`](gongkai_model::ReadError): `applications.received[6]`.
    pub path: String,
    pub value: TableCell,
    unit: Option<Unit>,
}

/// The unit of a count in a table. Amounts and counts from prose have their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unit {
    word: ExportText,
    /// Whether the form prints it in its heading.
    is_printed: bool,
}

impl ReportCell {
    /// The unit in the given language; marked if it is only assumed, and empty if there is none.
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

    /// Whether the file lacks the cell.
    pub fn is_missing(&self) -> bool {
        self.value.is_missing()
    }
}

/// The unit of a count from prose or of an amount, see [`ReportCell::unit`].
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
    export_text::UnitAssumed { unit }.text(locale)
}

/// Lists all cells of the report's sections in printed order, including missing ones.
pub fn report_cells(report: &Report, locale: Locale) -> Vec<ReportCell> {
    let mut cells = Vec::new();
    if let Some(disclosure) = &report.disclosure {
        section_one(disclosure, locale, &mut cells);
    }
    if let Some(proactive) = &report.proactive {
        section_two(proactive, report.edition, locale, &mut cells);
    }
    if let Some(applications) = &report.applications {
        for row in RowKey::of(report.edition) {
            for &column in Applicant::ALL {
                cells.push(ReportCell {
                    section: FormSection::Applications,
                    row: gongkai_i18n::row_name(locale, row),
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
                cells.push(ReportCell {
                    section: FormSection::Reviews,
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

fn section_one(disclosure: &Disclosure, locale: Locale, cells: &mut Vec<ReportCell>) {
    let mut add = |row: &str, column: ExportText, path: String, quantity: Quantity| {
        cells.push(ReportCell {
            section: FormSection::Overall,
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
    for (index, named) in disclosure.categories.iter().enumerate() {
        let path = indexed("disclosure.categories", index);
        let column = ExportText::CategoryCount;
        add(&named.name, column, path, named.quantity());
    }
    for (index, channel) in disclosure.channels.iter().enumerate() {
        let path = indexed("disclosure.channels", index);
        let list = [&path, ".categories"].concat();
        let column = ExportText::ChannelCount;
        add(&channel.name, column, path, channel.quantity());
        for (index, named) in channel.categories.iter().enumerate() {
            let row = [&channel.name, " · ", &named.name].concat();
            let path = indexed(&list, index);
            let column = ExportText::ChannelCategoryCount;
            add(&row, column, path, named.quantity());
        }
    }
    for (index, named) in disclosure.activities.iter().enumerate() {
        let path = indexed("disclosure.activities", index);
        let column = ExportText::ActivityCount;
        add(&named.name, column, path, named.quantity());
    }
    let Some(applications) = &disclosure.applications else {
        return;
    };
    for (quantity, name, path) in [
        (
            &applications.received,
            CellText::StatedReceived,
            "disclosure.applications.received",
        ),
        (
            &applications.completed,
            CellText::StatedCompleted,
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

fn indexed(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}

fn section_two(
    proactive: &Proactive,
    edition: Edition,
    locale: Locale,
    cells: &mut Vec<ReportCell>,
) {
    for &row in ProactiveKey::ALL {
        for &column in row.columns(edition) {
            cells.push(ReportCell {
                section: FormSection::Proactive,
                row: gongkai_i18n::proactive_label(locale, edition, row).to_owned(),
                column: gongkai_i18n::proactive_column_label(locale, edition, row, column),
                path: [row.path(), ".", column.field()].concat(),
                value: TableCell::proactive(proactive, row, column),
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
        // In 本年制发件数, 本年废止件数 and 现行有效件数.
        is_printed: edition == Edition::Form2021 && matches!(word, ExportText::UnitDocuments),
    })
}

/// Finds the report's cell that each cell of a figure's table row shows; `None` if it shows none.
///
/// A row's key is the path of a cell, or the common beginning of the paths of several, which the
/// row shows in printed order, but for decisions.
pub(super) fn sources<'a>(
    figure: &Figure,
    row: &TableRow,
    all: &'a [ReportCell],
) -> Vec<Option<&'a ReportCell>> {
    let key = match (figure.view, row.key.as_str()) {
        // Headlines have keys of their own.
        (View::Overview, "disclosure") => "disclosure.total",
        (View::Overview, "procurement") => "proactive.procurement.amount",
        (View::Overview, "applications") => "applications.received[6]",
        (View::Overview, "licences") => "proactive.licences.decisions",
        (View::Overview, "penalties") => "proactive.penalties.decisions",
        (_, key) => key,
    };
    let mut under: Vec<&ReportCell> = all.iter().filter(|one| one.path == key).collect();
    if under.is_empty() {
        let is_under = |one: &&ReportCell| {
            let rest = one.path.strip_prefix(key);
            rest.is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        under = all.iter().filter(is_under).collect();
    }
    if figure.view == View::Services {
        // The view shows decisions first, which the form prints last. Not by sorting, which weighs 1 KB.
        let is_decided = |one: &&&ReportCell| one.path.ends_with(".decisions");
        let decided = under.iter().filter(|one| is_decided(one)).copied();
        let others = under.iter().filter(|one| !is_decided(one)).copied();
        under = decided.chain(others).collect();
    }
    let mut shown = row
        .cells
        .iter()
        .filter(|cell: &&TableCell| cell.is_printed());
    // The numbers must be the same, or the key means something else.
    let is_same = shown.clone().count() == under.len()
        && under.iter().all(|one| shown.next() == Some(&one.value));
    if !is_same {
        under.clear();
    }
    let mut under = under.into_iter();
    let source = |cell: &TableCell| {
        if cell.is_printed() {
            under.next()
        } else {
            None
        }
    };
    row.cells.iter().map(source).collect()
}

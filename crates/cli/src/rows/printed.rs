//! Every printed cell of a report in printed order, with its Chinese labels; what the file lacks is
//! left out.

use gongkai_i18n::CellText;
use gongkai_i18n::{Label, Locale};
use gongkai_model::{
    Amount, Applicant, Applications, BlockColumn, BlockKey, Cell, Disclosure, Edition, Named,
    Proactive, ProactiveColumn, ProactiveKey, Quantity, Report, Reviews, RowKey,
};
use gongkai_view::text::{ExportText, SectionsText, Text};

/// The language of the printed form.
const ZH: Locale = Locale::ZhCn;

/// One printed number, blank or stroke.
pub(super) struct Printed {
    /// The report's field that holds the section.
    pub section: &'static str,
    /// As a [`ReadError`](gongkai_model::ReadError) names it: `applications.received[6]`.
    pub path: String,
    pub row: String,
    pub column: &'static str,
    pub content: Content,
}

pub(super) enum Content {
    Cell(Cell),
    Amount(Amount),
    Stated(Quantity),
}

impl Content {
    fn is_missing(&self) -> bool {
        match self {
            Content::Cell(cell) => cell.is_missing(),
            Content::Amount(amount) => amount.is_missing(),
            Content::Stated(_) => false,
        }
    }

    pub fn state(&self) -> State {
        match self {
            Content::Cell(Cell::Blank | Cell::Missing)
            | Content::Amount(Amount::Blank | Amount::Missing) => State::Blank,
            Content::Cell(Cell::NotApplicable) | Content::Amount(Amount::NotApplicable) => {
                State::NotApplicable
            }
            Content::Cell(Cell::Count(_))
            | Content::Amount(Amount::Money(_))
            | Content::Stated(_) => State::Number,
        }
    }
}

/// What is printed in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Number,
    Blank,
    NotApplicable,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            State::Number => "number",
            State::Blank => "blank",
            State::NotApplicable => "not_applicable",
        }
    }
}

/// Hands over each printed cell.
///
/// # Errors
/// The first that `take` gives; no cell follows it.
pub(super) fn each<E>(
    report: &Report,
    take: &mut dyn FnMut(Printed) -> Result<(), E>,
) -> Result<(), E> {
    let mut present = |printed: Printed| match printed.content.is_missing() {
        true => Ok(()),
        false => take(printed),
    };
    if let Some(disclosure) = &report.disclosure {
        stated(disclosure, &mut present)?;
    }
    if let Some(proactive) = &report.proactive {
        section_two(proactive, report.edition, &mut present)?;
    }
    if let Some(applications) = &report.applications {
        section_three(applications, &mut present)?;
    }
    if let Some(reviews) = &report.reviews {
        section_four(reviews, &mut present)?;
    }
    Ok(())
}

type Take<'a, E> = &'a mut dyn FnMut(Printed) -> Result<(), E>;

fn stated<E>(disclosure: &Disclosure, take: Take<'_, E>) -> Result<(), E> {
    let mut add = |row: &str, column: ExportText, path: String, quantity: Quantity| {
        take(Printed {
            section: "disclosure",
            path,
            row: row.to_owned(),
            column: column.text(ZH),
            content: Content::Stated(quantity),
        })
    };
    if let Some(total) = &disclosure.total {
        let path = "disclosure.total".to_owned();
        let row = Text::TotalStated.text(ZH);
        add(row, ExportText::TotalCount, path, total.clone())?;
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
            add(&named.name, column, path, named.quantity())?;
        }
    }
    let Some(applications) = &disclosure.applications else {
        return Ok(());
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
            let path = path.to_owned();
            add(
                name.text(ZH),
                ExportText::StatedCount,
                path,
                quantity.clone(),
            )?;
        }
    }
    Ok(())
}

fn section_two<E>(proactive: &Proactive, edition: Edition, take: Take<'_, E>) -> Result<(), E> {
    for &row in ProactiveKey::ALL {
        for &column in row.columns(edition) {
            take(Printed {
                section: "proactive",
                path: [row.path(), ".", column.field()].concat(),
                row: gongkai_i18n::proactive_label(ZH, edition, row).to_owned(),
                column: gongkai_i18n::proactive_column_label(ZH, edition, row, column),
                content: match column {
                    ProactiveColumn::Amount => {
                        Content::Amount(proactive.amount(row).cloned().unwrap_or_default())
                    }
                    _ => Content::Cell(proactive.cell(row, column)),
                },
            })?;
        }
    }
    Ok(())
}

fn section_three<E>(applications: &Applications, take: Take<'_, E>) -> Result<(), E> {
    for &key in RowKey::ALL {
        let Some(row) = applications.row(key) else {
            continue;
        };
        let name = row_name(key);
        for &applicant in Applicant::ALL {
            take(Printed {
                section: "applications",
                path: [key.path(), "[", applicant.field(), "]"].concat(),
                row: name.clone(),
                column: gongkai_i18n::applicant_label(ZH, applicant),
                content: Content::Cell(row.of(applicant)),
            })?;
        }
    }
    Ok(())
}

/// With the heading over it, so that the two 其他 stay apart, and 办理结果's total from others.
fn row_name(row: RowKey) -> String {
    let label = gongkai_i18n::row_label(ZH, row);
    let over = match row.group() {
        Some(group) => gongkai_i18n::group_label(ZH, group),
        None if row == RowKey::Total => Label::Outcomes.text(ZH),
        None => return label.to_owned(),
    };
    SectionsText::CellName.with(ZH, &[over, label])
}

fn section_four<E>(reviews: &Reviews, take: Take<'_, E>) -> Result<(), E> {
    for &block in BlockKey::ALL {
        for &column in BlockColumn::ALL {
            take(Printed {
                section: "reviews",
                path: [block.path(), ".", column.field()].concat(),
                row: gongkai_i18n::block_label(ZH, block).to_owned(),
                column: gongkai_i18n::block_column_label(ZH, column),
                content: Content::Cell(reviews.cell(block, column)),
            })?;
        }
    }
    Ok(())
}

//! The layout of the tables of sections two, three and four.

use super::{Form, FormCell, FormValue, Heading, Scope, UNSHADED};
use crate::figures::TableCell;
use crate::text::original_text;
use gongkai_i18n::{Label, Locale};
use gongkai_model::{Applicant, BlockColumn, BlockKey, Edition, ProactiveKey, Report, RowKey};

/// Lays out section two, one table for each item of article 20; empty if the report lacks the
/// section. The form prints them as one table, but each has its own headings.
pub fn section_two(report: &Report, locale: Locale) -> Vec<Form> {
    let Some(proactive) = &report.proactive else {
        return Vec::new();
    };
    let edition = report.edition;
    let mut forms: Vec<Form> = Vec::new();
    for &row in ProactiveKey::ALL {
        let columns = row.columns(edition);
        if columns.is_empty() {
            continue;
        }
        let caption = gongkai_i18n::article_label(locale, row);
        if forms.last().is_none_or(|form| form.caption != caption) {
            let mut head = vec![heading(Label::Content.text(locale), 1, 1, Scope::Col)];
            head.extend(columns.iter().map(|&column| {
                let text = gongkai_i18n::proactive_column_label(locale, edition, row, column);
                heading(text, 1, 1, Scope::Col)
            }));
            forms.push(Form::new(caption, vec![head]));
        }
        let name = gongkai_i18n::proactive_label(locale, edition, row);
        let mut cells = vec![FormCell::Heading(heading(name, 1, 1, Scope::Row))];
        cells.extend(columns.iter().map(|&column| {
            let value = TableCell::proactive(proactive, row, column);
            cell([row.path(), ".", column.field()].concat(), value)
        }));
        if let Some(form) = forms.last_mut() {
            form.body.push(cells);
        }
    }
    let forms = forms.into_iter().map(|form| {
        form.finished(locale, |key| {
            key.rsplit_once('.').map_or(key, |(_, column)| column)
        })
    });
    forms.collect()
}

/// Lays out section three; `None` if the report lacks the section.
pub fn section_three(report: &Report, locale: Locale) -> Option<Form> {
    let table = report.applications.as_ref()?;
    let caption = Label::SectionApplications.text(locale).to_owned();
    let mut form = Form::new(caption, section_three_head(locale));
    let mut previous = None;
    for row in RowKey::of(report.edition) {
        let mut cells = row_headings(report.edition, previous, row, locale);
        cells.extend(Applicant::ALL.iter().map(|&applicant| {
            let key = [row.path(), "[", applicant.field(), "]"].concat();
            cell(key, TableCell::Cell(table.cell(row, applicant)))
        }));
        form.body.push(cells);
        previous = Some(row);
    }
    Some(form.finished(locale, |key| {
        if key.ends_with("[6]") || key.starts_with(RowKey::Total.path()) {
            UNSHADED
        } else if key.starts_with("applications.outcomes.") {
            "outcomes"
        } else {
            "cases"
        }
    }))
}

fn section_three_head(locale: Locale) -> Vec<Vec<Heading>> {
    let applicant = |applicant, rows| {
        let text = gongkai_i18n::applicant_label(locale, applicant);
        heading(text, 1, rows, Scope::Col)
    };
    let note = original_text::Note {
        note: Label::BalanceNote.text(locale),
    }
    .text(locale);
    vec![
        vec![
            heading(&note, 3, 3, Scope::None),
            heading(Label::Applicants.text(locale), 7, 1, Scope::Col),
        ],
        vec![
            applicant(Applicant::Person, 2),
            heading(Label::Organisations.text(locale), 5, 1, Scope::Col),
            applicant(Applicant::Total, 2),
        ],
        vec![
            applicant(Applicant::Business, 1),
            applicant(Applicant::Research, 1),
            applicant(Applicant::Welfare, 1),
            applicant(Applicant::Legal, 1),
            applicant(Applicant::Other, 1),
        ],
    ]
}

/// The headings of a row of section three: those of the outcomes and of the row's group, if the row
/// is the first of them, and its own.
fn row_headings(
    edition: Edition,
    previous: Option<RowKey>,
    row: RowKey,
    locale: Locale,
) -> Vec<FormCell> {
    let is_in_outcomes = |row: &RowKey| row.path().starts_with("applications.outcomes.");
    let mut cells = Vec::new();
    let mut columns = 3;
    if is_in_outcomes(&row) {
        if !previous.as_ref().is_some_and(is_in_outcomes) {
            let label = Label::Outcomes.text(locale);
            let text = original_text::OutcomesNumbered { label }.text(locale);
            let count = RowKey::of(edition).filter(is_in_outcomes).count();
            cells.push(row_heading(&text, 1, count));
        }
        columns -= 1;
    }
    if let Some(group) = row.group() {
        if previous.and_then(RowKey::group) != Some(group) {
            let number = gongkai_i18n::group_number(locale, group);
            let text = numbered(number, gongkai_i18n::group_label(locale, group), locale);
            let rows = RowKey::of(edition).filter(|row| row.group() == Some(group));
            cells.push(row_heading(&text, 1, rows.count()));
        }
        columns -= 1;
    }
    let name = gongkai_i18n::row_label(locale, row);
    let mut text = numbered(gongkai_i18n::row_number(locale, row), name, locale);
    if row == RowKey::PartlyGranted {
        let note = Label::PartlyGrantedNote.text(locale);
        text = original_text::WithNote { label: &text, note }.text(locale);
    }
    cells.push(row_heading(&text, columns, 1));
    cells
}

/// Lays out section four, one row of fifteen cells; `None` if the report lacks the section.
pub fn section_four(report: &Report, locale: Locale) -> Option<Form> {
    let reviews = report.reviews.as_ref()?;
    let block = |block, rows| {
        heading(
            gongkai_i18n::block_label(locale, block),
            5,
            rows,
            Scope::Col,
        )
    };
    let mut results = Vec::new();
    let mut cells = Vec::new();
    for &block in BlockKey::ALL {
        for &column in BlockColumn::ALL {
            let text = gongkai_i18n::block_column_label(locale, column);
            results.push(heading(text, 1, 1, Scope::Col));
            let key = [block.path(), ".", column.field()].concat();
            cells.push(cell(key, TableCell::Cell(reviews.cell(block, column))));
        }
    }
    let head = vec![
        vec![
            block(BlockKey::Reconsideration, 2),
            heading(Label::Litigation.text(locale), 10, 1, Scope::Col),
        ],
        vec![
            block(BlockKey::LitigationDirect, 1),
            block(BlockKey::LitigationAfterReconsideration, 1),
        ],
        results,
    ];
    let caption = Label::SectionReviews.text(locale).to_owned();
    let mut form = Form::new(caption, head);
    form.body.push(cells);
    Some(form.finished(locale, |key| {
        if key.ends_with(".total") {
            UNSHADED
        } else {
            "reviews"
        }
    }))
}

fn heading(text: &str, columns: u16, rows: u16, scope: Scope) -> Heading {
    Heading {
        id: 0,
        text: text.to_owned(),
        columns,
        rows,
        scope,
        hit: false,
    }
}

fn row_heading(text: &str, columns: u16, rows: usize) -> FormCell {
    let rows = u16::try_from(rows).unwrap_or(1);
    FormCell::Heading(heading(text, columns, rows, Scope::Row))
}

fn numbered(number: &str, label: &str, locale: Locale) -> String {
    if number.is_empty() {
        return label.to_owned();
    }
    original_text::Numbered { number, label }.text(locale)
}

fn cell(key: String, value: TableCell) -> FormCell {
    FormCell::Value(FormValue {
        key,
        value,
        headings: Vec::new(),
        label: String::new(),
        shade: 0,
        hit: false,
    })
}

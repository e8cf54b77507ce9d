//! Sums as a table: what each is, and what it rests on.

use crate::choice::SumsBy;
use crate::messages::{CompareText, compare_text};
use crate::phrases::{grouped_count, year_label};
use crate::sum_format::{edition_name, sum_cell, sum_unit};
use crate::view_model::ViewModel;
use gongkai_catalog::{FormSum, SumScope, YearSum};
use gongkai_model::Edition;
use gongkai_view::figures::{Column, Table, TableCell, TableRow};
use gongkai_view::markup::{Element, Name, Node, Tag};

/// The sums of the reports in one edition of the form, of one scope and year.
pub(crate) struct SumRow {
    pub scope: SumScope,
    pub year: u16,
    /// `None` if the year has no report of the scope.
    pub edition: Option<Edition>,
    pub sum: FormSum,
    /// The agencies without a report of the year; `None` in the second row of a scope and year.
    pub no_report: Option<usize>,
}

/// Lists what is shown: each group in one year, and all together; or the chosen group in each year.
/// The two editions have rows of their own, since they are not added.
pub(crate) fn rows(model: &ViewModel) -> Vec<SumRow> {
    let sums = model.sums();
    let mut rows = Vec::new();
    match model.sums_by() {
        SumsBy::Groups => {
            let groups = (0..model.catalog().groups().len()).map(SumScope::Group);
            let others = Some(SumScope::Ungrouped).filter(|others| sums.agencies(*others) > 0);
            for scope in groups.chain(others).chain([SumScope::All]) {
                let year = model.choice().year;
                add(scope, year, &sums.year(scope, year), &mut rows);
            }
        }
        SumsBy::Years => {
            let scope = model.sum_scope();
            for year in sums.years() {
                add(scope, *year, &sums.year(scope, *year), &mut rows);
            }
        }
    }
    rows
}

fn add(scope: SumScope, year: u16, sum: &YearSum, rows: &mut Vec<SumRow>) {
    let forms = YearSum::EDITIONS.into_iter().zip(sum.forms);
    let mut no_report = Some(sum.no_report);
    for (edition, form) in forms.filter(|(_, form)| form.reports() > 0) {
        rows.push(SumRow {
            scope,
            year,
            edition: Some(edition),
            sum: form,
            no_report: no_report.take(),
        });
    }
    if no_report.is_some() {
        rows.push(SumRow {
            scope,
            year,
            edition: None,
            sum: FormSum::default(),
            no_report,
        });
    }
}

/// Names a scope.
pub(crate) fn scope_name(model: &ViewModel, scope: SumScope) -> String {
    let group = |group: usize| model.catalog().groups().get(group).cloned();
    match scope {
        SumScope::Group(index) => group(index).unwrap_or_default(),
        SumScope::Ungrouped => CompareText::Ungrouped.text(model.locale()).to_owned(),
        SumScope::All => compare_text::AllAgencies {
            count: &grouped_count(model.catalog().agencies().len()),
        }
        .text(model.locale()),
    }
}

/// Makes the table. Columns for what is rare are there only if some row needs them.
pub(super) fn table(model: &ViewModel) -> Table {
    let (locale, choice) = (model.locale(), model.choice());
    let rows = rows(model);
    let by = model.sums_by();
    let has_two_forms = rows.iter().any(|row| row.no_report.is_none());
    let unit = sum_unit(locale, choice.measure);
    let needs = |count: fn(&FormSum) -> usize| rows.iter().any(|row| count(&row.sum) > 0);
    type Count = fn(&FormSum) -> usize;
    let counts: [(CompareText, Count, bool); 6] = [
        (CompareText::ColumnNumbers, |sum| sum.numbers, true),
        (CompareText::ColumnBlank, |sum| sum.blank, true),
        (CompareText::ColumnSlash, |sum| sum.not_applicable, true),
        (CompareText::ColumnMissing, |sum| sum.missing, true),
        (
            CompareText::ColumnOtherUnit,
            |sum| sum.other_unit,
            needs(|sum| sum.other_unit),
        ),
        (
            CompareText::ColumnNotInForm,
            |sum| sum.not_in_form,
            needs(|sum| sum.not_in_form),
        ),
    ];
    let counts: Vec<(CompareText, Count)> = counts
        .into_iter()
        .filter(|(.., is_shown)| *is_shown)
        .map(|(title, count, _)| (title, count))
        .collect();
    let heading = match by {
        SumsBy::Groups => CompareText::Group,
        SumsBy::Years => CompareText::Year,
    };
    let sum_title = compare_text::TitleWithUnit {
        name: CompareText::Sums.text(locale),
        unit,
    };
    let mut columns = vec![
        Column::text(heading.text(locale)),
        Column::number(&sum_title.text(locale)),
    ];
    columns.extend(
        counts
            .iter()
            .map(|(title, _)| Column::number(title.text(locale))),
    );
    columns.push(Column::number(CompareText::ColumnNoReport.text(locale)));
    let table_rows = rows.iter().map(|row| {
        let name = match by {
            SumsBy::Groups => scope_name(model, row.scope),
            SumsBy::Years => year_label(locale, row.year),
        };
        let name = match row.edition.filter(|_| has_two_forms || by == SumsBy::Years) {
            Some(edition) => compare_text::TitleWithUnit {
                name: &name,
                unit: edition_name(locale, edition),
            }
            .text(locale),
            None => name,
        };
        let mut cells = vec![TableCell::Derived(sum_cell(locale, &row.sum))];
        let counts = counts
            .iter()
            .map(|(_, count)| grouped_count(count(&row.sum)));
        cells.extend(counts.map(TableCell::Derived));
        cells.push(match row.no_report {
            Some(count) => TableCell::Derived(grouped_count(count)),
            None => TableCell::None,
        });
        TableRow {
            key: key(row, by),
            name,
            cells,
        }
    });
    Table {
        caption: super::finding(model),
        columns,
        rows: table_rows.collect(),
    }
}

/// Returns the group as its index if the row is of one, which [`link_groups`] makes a button of.
fn key(row: &SumRow, by: SumsBy) -> String {
    match (row.scope, by) {
        (SumScope::Group(group), SumsBy::Groups) => group.to_string(),
        _ => ["~", &row.year.to_string()].concat(),
    }
}

/// Makes each group's name in a table of them a button that leads to its agencies.
pub(super) fn link_groups(model: &ViewModel, element: &mut Element) {
    let chosen = model.choice().group;
    if element.tag == Tag::Tr {
        let group = element.get(Name::DataKey).and_then(|key| key.parse().ok());
        let Some(group) = group.filter(|group: &usize| *group < model.catalog().groups().len())
        else {
            return;
        };
        element.flag(Name::DataSelected, chosen == Some(group));
        if let Some(Node::Element(heading)) = element.inside.first_mut() {
            let name = std::mem::take(&mut heading.inside);
            let button = heading.open(Tag::Button);
            button
                .set(Name::Type, "button")
                .set(Name::DataChoice, "open-group")
                .set(Name::DataValue, group.to_string());
            button.inside = name;
        }
        return;
    }
    for node in &mut element.inside {
        if let Node::Element(inner) = node {
            link_groups(model, inner);
        }
    }
}

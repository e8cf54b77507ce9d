//! An overview of the year: headline numbers, each linking to its view.

use super::disclosure::Categories;
use super::*;
use gongkai_i18n::{grouped, signed_percent};
use gongkai_model::{Cell, Reviews};

/// A sum of cells that keeps count of the cells without a number.
#[derive(Default)]
struct CountedSum {
    total: i64,
    counted: usize,
    left_out: usize,
}

impl CountedSum {
    fn of(cells: impl IntoIterator<Item = Cell>) -> CountedSum {
        let mut sum = CountedSum::default();
        for cell in cells {
            match cell {
                Cell::Count(n) => {
                    sum.total = sum.total.saturating_add(n);
                    sum.counted += 1;
                }
                Cell::Blank | Cell::NotApplicable => sum.left_out += 1,
                Cell::Missing => {}
            }
        }
        sum
    }

    fn total(&self) -> Option<i64> {
        (self.counted > 0).then_some(self.total)
    }
}

/// A headline with its clause of the finding and its cell of the table.
struct HeadlineEntry {
    headline: Headline,
    clause: Option<String>,
    cell: TableCell,
    left_out: bool,
}

pub(super) fn figure(report: &Report, _choices: &Choices, locale: Locale) -> Figure {
    let entries: Vec<HeadlineEntry> = [
        disclosure(report, locale),
        decisions(report, locale),
        items(report, locale),
        procurement(report, locale),
        applications(report, locale),
        reviews(report, locale),
    ]
    .into_iter()
    .flatten()
    .collect();

    let clauses: Vec<String> = entries
        .iter()
        .filter_map(|entry| entry.clause.clone())
        .collect();
    let clauses = match clauses.as_slice() {
        [] => Text::OverviewNothing.text(locale).to_owned(),
        clauses => clauses.join(Text::Comma.text(locale)),
    };
    let title = view_text::OverviewFinding {
        agency: &report.agency.name,
        year: &report.year.to_string(),
        headlines: &clauses,
    }
    .text(locale);
    let pairs: Vec<String> = entries
        .iter()
        .map(|entry| {
            view_text::OverviewPair {
                name: entry.headline.label,
                value: &entry.headline.value,
            }
            .text(locale)
        })
        .collect();
    let mut caveats = Vec::new();
    if entries
        .iter()
        .any(|entry| entry.headline.key == "decisions")
    {
        caveats.push(Text::DecisionsSumNote.text(locale).to_owned());
    }
    if entries.iter().any(|entry| entry.left_out) {
        caveats.push(Text::BlanksLeftOut.text(locale).to_owned());
    }
    Figure {
        title,
        summary: match pairs.as_slice() {
            [] => String::new(),
            pairs => view_text::OverviewSummary {
                headlines: &pairs.join(Text::Semicolon.text(locale)),
            }
            .text(locale),
        },
        caveats,
        table: Table {
            caption: Text::AskOverview.text(locale).to_owned(),
            columns: vec![
                Column::text(Text::ColumnHeadline.text(locale)),
                Column::number(Text::ColumnValue.text(locale)),
                Column::text(Text::ColumnNote.text(locale)),
            ],
            rows: entries
                .iter()
                .map(|entry| TableRow {
                    key: entry.headline.key.to_owned(),
                    name: entry.headline.label.to_owned(),
                    cells: vec![
                        entry.cell.clone(),
                        TableCell::Derived(entry.headline.note.clone()),
                    ],
                })
                .collect(),
        },
        headlines: entries.into_iter().map(|entry| entry.headline).collect(),
        ..Figure::empty(View::Overview, Text::NoSection, locale)
    }
}

fn disclosure(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let disclosure = report.disclosure.as_ref()?;
    let listed = Categories::of(disclosure);
    let note = listed.as_ref().map(|listed| {
        view_text::HeadDisclosureNote {
            categories: &listed.len().to_string(),
            sum: &grouped(listed.sum),
        }
        .text(locale)
    });
    let (value, cell) = match (&disclosure.total, &listed) {
        (Some(total), _) => (
            gongkai_i18n::quantity(locale, total),
            TableCell::Quantity(total.clone()),
        ),
        (None, Some(listed)) => {
            let sum = grouped(listed.sum);
            (sum.clone(), TableCell::Derived(sum))
        }
        (None, None) => return None,
    };
    Some(HeadlineEntry {
        clause: disclosure
            .total
            .is_some()
            .then(|| view_text::OverviewPublished { total: &value }.text(locale)),
        headline: Headline {
            key: "disclosure",
            label: Text::HeadDisclosure.text(locale),
            value,
            note: note.unwrap_or_default(),
            view: View::Disclosure,
        },
        cell,
        left_out: false,
    })
}

fn decisions(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let rows = services::rows(report.proactive.as_ref()?, locale);
    let sum = CountedSum::of(rows.iter().filter_map(|row| row.decisions));
    let total = grouped(sum.total()?);
    let of = |field: &str| {
        let row = rows.iter().find(|row| row.field == field);
        gongkai_i18n::cell(
            locale,
            row.and_then(|row| row.decisions).unwrap_or_default(),
        )
    };
    let note = view_text::HeadServicesNote {
        licences: &of("licences"),
        penalties: &of("penalties"),
        compulsory: &of("compulsory_measures"),
    }
    .text(locale);
    Some(HeadlineEntry {
        clause: Some(view_text::OverviewDecisions { decisions: &total }.text(locale)),
        cell: TableCell::Derived(total.clone()),
        headline: Headline {
            key: "decisions",
            label: Text::HeadServices.text(locale),
            value: total,
            note,
            view: View::Services,
        },
        left_out: sum.left_out > 0,
    })
}

fn items(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let rows = services::rows(report.proactive.as_ref()?, locale);
    // Only rows with both years, so that the two sums cover the same rows.
    let (mut last, mut this, mut left_out) = (0_i64, 0_i64, false);
    let mut counted = 0;
    for row in &rows {
        match (row.last_year.count(), row.this_year()) {
            (Some(before), Some(now)) => {
                last = last.saturating_add(before);
                this = this.saturating_add(now);
                counted += 1;
            }
            _ => left_out |= row.last_year != Cell::Missing || row.change != Cell::Missing,
        }
    }
    if counted == 0 {
        return None;
    }
    let shown = grouped(this);
    let change = this.saturating_sub(last);
    let change = signed_percent(change, last).unwrap_or_else(|| gongkai_i18n::signed(change));
    Some(HeadlineEntry {
        clause: None,
        cell: TableCell::Derived(shown.clone()),
        headline: Headline {
            key: "items",
            label: Text::HeadItems.text(locale),
            value: shown,
            note: view_text::HeadItemsNote {
                last_year: &grouped(last),
                change: &change,
            }
            .text(locale),
            view: View::Services,
        },
        left_out,
    })
}

fn procurement(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let procurement = report.proactive.as_ref()?.procurement.as_ref()?;
    let money = procurement.amount.money()?;
    let brief = procurement::rounded(money, locale);
    let note = match procurement::average(&procurement.amount, procurement.projects) {
        Some(average) => view_text::HeadProcurementNote {
            projects: &gongkai_i18n::cell(locale, procurement.projects),
            average: &procurement::rounded(&average, locale),
        }
        .text(locale),
        None => gongkai_i18n::money(locale, money),
    };
    Some(HeadlineEntry {
        clause: Some(view_text::OverviewProcurement { amount: &brief }.text(locale)),
        cell: TableCell::Amount(procurement.amount.clone()),
        headline: Headline {
            key: "procurement",
            label: Text::HeadProcurement.text(locale),
            value: brief,
            note,
            view: View::Procurement,
        },
        left_out: false,
    })
}

fn applications(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let applications = report.applications.as_ref()?;
    let received = applications.received?.total();
    let carried = applications
        .carried_in
        .map_or(Cell::Missing, |row| row.total());
    let shown = gongkai_i18n::cell(locale, received);
    Some(HeadlineEntry {
        clause: match received {
            Cell::Count(0) => Some(Text::OverviewNoApplications.text(locale).to_owned()),
            Cell::Count(_) => Some(
                view_text::OverviewApplications {
                    applications: &shown,
                }
                .text(locale),
            ),
            _ => None,
        },
        cell: TableCell::Cell(received),
        headline: Headline {
            key: "applications",
            label: Text::HeadApplications.text(locale),
            value: shown,
            note: view_text::HeadApplicationsNote {
                carried_in: &gongkai_i18n::cell(locale, carried),
            }
            .text(locale),
            view: View::Applications,
        },
        left_out: false,
    })
}

fn reviews(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let Reviews {
        reconsideration,
        litigation_direct,
        litigation_after_reconsideration,
    } = report.reviews.as_ref()?;
    let total = |block: &Option<gongkai_model::Block>| {
        block.as_ref().map_or(Cell::Missing, |block| block.total)
    };
    let reconsiderations = total(reconsideration);
    let lawsuits = CountedSum::of([
        total(litigation_direct),
        total(litigation_after_reconsideration),
    ]);
    let sum = CountedSum::of([
        reconsiderations,
        total(litigation_direct),
        total(litigation_after_reconsideration),
    ]);
    let shown = grouped(sum.total()?);
    let lawsuits_shown = lawsuits
        .total()
        .map_or_else(|| gongkai_i18n::BLANK.to_owned(), grouped);
    Some(HeadlineEntry {
        clause: None,
        cell: TableCell::Derived(shown.clone()),
        headline: Headline {
            key: "reviews",
            label: Text::HeadReviews.text(locale),
            value: shown,
            note: view_text::HeadReviewsNote {
                reconsiderations: &gongkai_i18n::cell(locale, reconsiderations),
                lawsuits: &lawsuits_shown,
            }
            .text(locale),
            view: View::Reviews,
        },
        left_out: sum.left_out > 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_blanks_is_not_zero() {
        assert_eq!(
            CountedSum::of([Cell::Blank, Cell::NotApplicable]).total(),
            None
        );
        let mixed = CountedSum::of([Cell::Blank, Cell::Count(3)]);
        assert_eq!((mixed.total(), mixed.left_out), (Some(3), 1));
    }
}

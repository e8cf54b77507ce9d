//! An overview of the year: headline numbers, each linking to its view.

use super::disclosure::Categories;
use super::*;
use gongkai_checks::{StatedNumber, stated_applications};
use gongkai_i18n::{grouped, grouped_wide, in_sentence, percent_of_sum};
use gongkai_model::text::{clipped, digits, join};
use gongkai_model::{Applications, Block, Cell, Edition, Outcomes, ProactiveKey, Row};

/// A sum of cells, some of which may have no number.
struct PartialSum {
    /// `None` if none of the cells has a number.
    total: Option<i128>,
    /// Whether a cell has no number, so that the sum is only a lower bound.
    has_gap: bool,
}

impl PartialSum {
    fn of(cells: &[Cell]) -> PartialSum {
        let mut total: Option<i128> = None;
        for count in cells.iter().filter_map(|cell| cell.count()) {
            total = Some(total.unwrap_or(0) + i128::from(count));
        }
        PartialSum {
            total,
            has_gap: cells.iter().any(|cell| cell.count().is_none()),
        }
    }

    /// `5`, `at least 5`, or the state of `cell` if there is no number at all.
    fn shown(&self, cell: Cell, locale: Locale) -> String {
        match self.total {
            Some(total) if self.has_gap => {
                let count = &grouped_wide(total);
                view_text::AtLeastCount { count }.text(locale)
            }
            Some(total) => cases(&grouped_wide(total), locale),
            None => gongkai_i18n::cell(locale, cell),
        }
    }
}

fn cases(count: &str, locale: Locale) -> String {
    view_text::Cases { count }.text(locale)
}

fn shown(cell: Cell, locale: Locale) -> String {
    let shown = gongkai_i18n::cell(locale, cell);
    match cell {
        Cell::Count(_) => cases(&shown, locale),
        _ => shown,
    }
}

/// A headline with its clause of the finding and its cell of the table.
struct HeadlineEntry {
    headline: Headline,
    clause: Option<String>,
    cell: TableCell,
    /// Whether a cell without a number was left out of a sum.
    left_out: bool,
}

pub(super) fn figure(report: &Report, _choices: &Choices, locale: Locale) -> Figure {
    let entries: Vec<HeadlineEntry> = [
        disclosure(report, locale),
        decisions(report, ProactiveKey::Licences, locale),
        decisions(report, ProactiveKey::Penalties, locale),
        procurement(report, locale),
        applications(report, locale),
        reviews(report, locale),
        items(report, locale),
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
        clauses => join(clauses, Text::Comma.text(locale)),
    };
    let title = view_text::OverviewFinding {
        agency: &clipped(&report.agency.name),
        year: &digits(report.year.into()),
        headlines: &clauses,
    }
    .text(locale);
    let pairs: Vec<String> = entries
        .iter()
        .map(|entry| {
            view_text::OverviewPair {
                name: &in_sentence(locale, entry.headline.label),
                value: &entry.headline.value,
            }
            .text(locale)
        })
        .collect();
    let mut caveats = Vec::new();
    if entries.iter().any(|entry| entry.left_out) {
        caveats.push(Text::BlanksLeftOut.text(locale).to_owned());
    }
    Figure {
        title,
        summary: match pairs.as_slice() {
            [] => String::new(),
            pairs => view_text::OverviewSummary {
                headlines: &join(pairs, Text::Semicolon.text(locale)),
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
    let (value, cell) = match (&disclosure.total, &listed) {
        (Some(total), _) => (
            gongkai_i18n::quantity(locale, total),
            TableCell::Quantity(total.clone()),
        ),
        (None, Some(listed)) => {
            let sum = listed.sum_with_unit(locale);
            (sum.clone(), TableCell::Derived(sum))
        }
        (None, None) => return None,
    };
    let mut note = String::new();
    let mut part = None;
    if let Some(listed) = &listed
        && let Some(largest) = listed.ranked_at(0)
        && let Some(share) = percent_of_sum(largest.count.into(), listed.sum)
    {
        part = Some(largest.count as f64 / listed.sum as f64);
        note = view_text::HeadDisclosureNote {
            category: &largest.name,
            share: &share,
            categories: &digits(listed.len()),
            sum: &listed.sum_with_unit(locale),
        }
        .text(locale);
    }
    Some(HeadlineEntry {
        clause: disclosure
            .total
            .is_some()
            .then(|| view_text::OverviewPublished { total: &value }.text(locale)),
        headline: Headline {
            key: "disclosure",
            label: Text::HeadDisclosure.text(locale),
            value,
            note,
            view: View::Disclosure,
            part,
        },
        cell,
        left_out: false,
    })
}

/// The decisions of one kind. Those of several are not added up: a licence and a penalty have nothing
/// in common.
fn decisions(report: &Report, row: ProactiveKey, locale: Locale) -> Option<HeadlineEntry> {
    let proactive = report.proactive.as_ref()?;
    let (key, label, clause, services) = match row {
        ProactiveKey::Licences => (
            "licences",
            Text::HeadLicences,
            Text::OverviewLicences,
            &proactive.licences,
        ),
        _ => (
            "penalties",
            Text::HeadPenalties,
            Text::OverviewPenalties,
            &proactive.penalties,
        ),
    };
    let decisions = services
        .as_ref()
        .map(|row| row.decisions)
        .unwrap_or_default();
    let value = shown(decisions, locale);
    Some(HeadlineEntry {
        clause: decisions
            .count()
            .map(|count| clause.with(locale, &[&grouped(count)])),
        cell: TableCell::Cell(decisions),
        headline: Headline {
            key,
            label: label.text(locale),
            value,
            note: Text::HeadDecisionsNote.text(locale).to_owned(),
            view: View::Services,
            part: None,
        },
        left_out: false,
    })
}

/// The kinds of matters last year and this year; `None` if any number is missing, since sums of other
/// rows could not be compared.
fn items(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let rows = services::rows(report.proactive.as_ref()?, locale);
    if report.edition != Edition::Form2019 || rows.len() < services::ITEM_ROWS {
        return None;
    }
    let (mut last, mut this) = (0_i64, 0_i64);
    for row in &rows {
        last = last.checked_add(row.last_year.count()?)?;
        this = this.checked_add(row.this_year()?)?;
    }
    let value = view_text::Kinds {
        count: &grouped(this),
    }
    .text(locale);
    Some(HeadlineEntry {
        clause: None,
        cell: TableCell::Derived(grouped(this)),
        headline: Headline {
            key: "items",
            label: Text::HeadItems.text(locale),
            value,
            note: view_text::HeadItemsNote {
                last_year: &grouped(last),
            }
            .text(locale),
            view: View::Services,
            part: None,
        },
        left_out: false,
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
            part: None,
        },
        left_out: false,
    })
}

fn applications(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let applications = report.applications.as_ref()?;
    let received = applications.received?.total();
    let pairs = stated_applications(report, locale);
    let mut pairs = pairs.iter();
    let stated = pairs.find(|pair| pair.number == StatedNumber::Received);
    let count = &shown(received, locale);
    let clause = match (received.count(), stated) {
        (None, _) => None,
        (_, Some(stated)) => Some(
            view_text::OverviewApplicationsUnlike {
                count,
                text: &stated.text,
            }
            .text(locale),
        ),
        (Some(0), None) => Some(Text::OverviewNoApplications.text(locale).to_owned()),
        (Some(_), None) => Some(view_text::OverviewApplications { count }.text(locale)),
    };
    let (note, part) = match stated {
        Some(stated) => {
            let text = &stated.text;
            (view_text::HeadStatedNote { text }.text(locale), None)
        }
        None => handled(applications, locale),
    };
    Some(HeadlineEntry {
        clause,
        cell: TableCell::Cell(received),
        headline: Headline {
            key: "applications",
            label: Text::HeadApplications.text(locale),
            value: count.clone(),
            note,
            view: View::Applications,
            part,
        },
        left_out: false,
    })
}

/// How many applications were completed and granted, with the share of the latter.
fn handled(applications: &Applications, locale: Locale) -> (String, Option<f64>) {
    // By their fields: the first view has no code for all rows.
    let total = |row: Option<Row>| row.map_or(Cell::Missing, |row| row.total());
    let outcomes = applications.outcomes.as_ref();
    let of = |row: fn(&Outcomes) -> Option<Row>| total(outcomes.and_then(row));
    let completed = of(|outcomes| outcomes.total);
    let whole = of(|outcomes| outcomes.granted).count();
    let partly = of(|outcomes| outcomes.partly_granted).count();
    if let (Some(all @ 1..), Some(whole), Some(partly)) = (completed.count(), whole, partly) {
        let granted = i128::from(whole) + i128::from(partly);
        let note = view_text::HeadGrantedNote {
            completed: &grouped(all),
            granted: &grouped_wide(granted),
        };
        let part = (granted <= i128::from(all)).then(|| granted as f64 / all as f64);
        return (note.text(locale), part);
    }
    let note = view_text::HeadApplicationsNote {
        completed: &shown(completed, locale),
        carried_in: &shown(total(applications.carried_in), locale),
    };
    (note.text(locale), None)
}

fn reviews(report: &Report, locale: Locale) -> Option<HeadlineEntry> {
    let reviews = report.reviews.as_ref()?;
    let total = |block: &Option<Block>| block.as_ref().map_or(Cell::Missing, |block| block.total);
    let reconsiderations = total(&reviews.reconsideration);
    let direct = total(&reviews.litigation_direct);
    let after = total(&reviews.litigation_after_reconsideration);
    let all = PartialSum::of(&[reconsiderations, direct, after]);
    all.total?;
    let value = all.shown(reconsiderations, locale);
    Some(HeadlineEntry {
        clause: None,
        cell: TableCell::Derived(value.clone()),
        headline: Headline {
            key: "reviews",
            label: Text::HeadReviews.text(locale),
            value,
            note: view_text::HeadReviewsNote {
                reconsiderations: &shown(reconsiderations, locale),
                lawsuits: &PartialSum::of(&[direct, after]).shown(direct, locale),
            }
            .text(locale),
            view: View::Reviews,
            part: None,
        },
        left_out: all.has_gap,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_with_a_gap_is_a_lower_bound_and_a_sum_of_gaps_is_none() {
        let none = PartialSum::of(&[Cell::Blank, Cell::Missing]);
        assert_eq!(none.shown(Cell::Blank, Locale::En), "—");
        for gap in [Cell::Blank, Cell::NotApplicable, Cell::Missing] {
            let sum = PartialSum::of(&[gap, Cell::Count(3)]);
            assert_eq!(sum.shown(gap, Locale::En), "at least 3");
            assert_eq!(sum.shown(gap, Locale::ZhCn), "至少 3 件");
        }
        let whole = PartialSum::of(&[Cell::Count(2), Cell::Count(3)]);
        assert_eq!(whole.shown(Cell::Missing, Locale::En), "5");
    }
}

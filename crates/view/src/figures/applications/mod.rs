//! Who applied for information, and the outcomes.

mod caveats;
mod flow;
mod outcome;
mod sum;

use super::*;
use crate::text::{ApplicationsText, applications_text};
use gongkai_i18n::{applicant_label, in_sentence, row_label, row_name};
use gongkai_model::{Applicant, Applications, Cell, RowKey};
use outcome::{Outcome, outcomes};
use sum::{Sum, total};

/// The six kinds of applicant, in the form's order.
const APPLICANTS: [Applicant; 6] = [
    Applicant::Person,
    Applicant::Business,
    Applicant::Research,
    Applicant::Welfare,
    Applicant::Legal,
    Applicant::Other,
];

/// The key of the mark for all cases to handle, which is no cell of the form.
pub const TO_HANDLE: &str = "applications.to_handle";

/// The key of an applicant's mark: `applicants.` and `person`, `business`, `research`,
/// `welfare`, `legal`, `other` or `total`, in the form's order of columns.
///
/// The key of every other mark is the path of a row (`applications.received`,
/// `applications.outcomes.granted`), of a group of rows (`applications.outcomes.refused`), or
/// [`TO_HANDLE`]. An applicant has cells in many rows, and so no path of its own.
pub fn applicant_key(applicant: Applicant) -> &'static str {
    match applicant {
        Applicant::Person => "applicants.person",
        Applicant::Business => "applicants.business",
        Applicant::Research => "applicants.research",
        Applicant::Welfare => "applicants.welfare",
        Applicant::Legal => "applicants.legal",
        Applicant::Other => "applicants.other",
        Applicant::Total => "applicants.total",
    }
}

/// Section three with its totals.
struct SectionThree<'a> {
    applications: &'a Applications,
    locale: Locale,
    /// The rows that the report has, in printed order.
    rows: Vec<RowKey>,
    received: Sum,
    carried_in: Sum,
    to_handle: Sum,
    completed: Sum,
    /// Whether `completed` is the sum of the outcomes, because their total is no number.
    completed_summed: bool,
    outcomes: Vec<Outcome>,
}

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let empty = |reason| Figure::empty(View::Applications, reason, locale);
    let Some(applications) = &report.applications else {
        return empty(Text::NoSection);
    };
    let rows: Vec<RowKey> = RowKey::of(report.edition)
        .filter(|row| applications.row(*row).is_some())
        .collect();
    if rows.is_empty() {
        return empty(Text::NoSection);
    }
    let section = SectionThree::new(applications, rows, choices.outcomes, locale);
    let table = section.table();
    let notices = contradictions(
        report,
        &[Rule::StatedApplications, Rule::NoneReceived],
        locale,
    );
    let numbers = || section.cells().filter_map(Cell::count);
    if !numbers().any(|number| number > 0) {
        let has_numbers = numbers().next().is_some();
        return Figure {
            title: section.without_cases(has_numbers, notices.is_empty()),
            notices,
            caveats: section.gaps(report),
            table,
            ..empty(Text::NoNumbers)
        };
    }
    let sankey = match choices.flow_from {
        FlowFrom::Applicants => section.by_applicant(),
        FlowFrom::Cases => section.by_case(),
    };
    let caption = match choices.flow_from {
        FlowFrom::Applicants => ApplicationsText::CaptionApplicants,
        FlowFrom::Cases => ApplicationsText::CaptionCases,
    };
    Figure {
        view: View::Applications,
        title: section.finding(),
        summary: section.summary(),
        caveats: section.caveats(report, choices),
        controls: vec![
            choices.flow_from_control(locale),
            choices.outcomes_control(locale),
        ],
        panels: if section.is_single_flow() {
            Vec::new()
        } else {
            vec![Panel {
                caption: caption.text(locale).to_owned(),
                plot: Plot::Sankey(sankey),
            }]
        },
        headlines: Vec::new(),
        notices,
        table,
    }
}

impl<'a> SectionThree<'a> {
    fn new(
        applications: &'a Applications,
        rows: Vec<RowKey>,
        detail: OutcomeDetail,
        locale: Locale,
    ) -> SectionThree<'a> {
        let of = |row| total(applications, row).0;
        let (received, carried_in) = (of(RowKey::Received), of(RowKey::CarriedIn));
        let printed = of(RowKey::Total);
        let outcomes = outcomes(&rows, detail, locale);
        let completed = match printed.count {
            Some(_) => printed,
            None => outcomes
                .iter()
                .filter(|outcome| !outcome.is_carried_out())
                .map(|outcome| outcome.total(applications))
                .fold(Sum::EMPTY, Sum::plus),
        };
        SectionThree {
            applications,
            locale,
            rows,
            received,
            carried_in,
            to_handle: received.plus(carried_in),
            completed,
            completed_summed: printed.count.is_none() && completed.count.is_some(),
            outcomes,
        }
    }

    /// Whether all cases are of one kind of applicant and had one outcome, which a sentence says
    /// better.
    fn is_single_flow(&self) -> bool {
        let applicants = APPLICANTS.iter();
        let applicants = applicants.filter(|applicant| self.asked(**applicant).is_positive());
        let is_end = |row: &&RowKey| {
            (row.is_outcome() || **row == RowKey::CarriedOut)
                && total(self.applications, **row).0.is_positive()
        };
        applicants.count() < 2 && self.rows.iter().filter(is_end).count() < 2
    }

    fn cells(&self) -> impl Iterator<Item = Cell> {
        let rows = self.rows.iter();
        let columns = Applicant::ALL.iter();
        rows.flat_map(move |row| {
            let cell = |column: &Applicant| self.applications.cell(*row, *column);
            columns.clone().map(cell)
        })
    }

    /// The finding if no number is above zero.
    fn without_cases(&self, has_numbers: bool, text_agrees: bool) -> String {
        let none = |sum: Sum| sum.exact() == Some(0);
        if !text_agrees {
            ApplicationsText::ZeroUnlikeText
                .text(self.locale)
                .to_owned()
        } else if none(self.received) && none(self.carried_in) {
            ApplicationsText::NoApplications
                .text(self.locale)
                .to_owned()
        } else if has_numbers {
            ApplicationsText::AllZero.text(self.locale).to_owned()
        } else {
            Text::NoNumbers.text(self.locale).to_owned()
        }
    }

    fn finding(&self) -> String {
        let locale = self.locale;
        let of = |row| total(self.applications, row).0;
        let shown = |sum: Sum| sum.shown(locale);
        let (received, carried_in) = (shown(self.received), shown(self.carried_in));
        let completed = shown(self.completed);
        let (granted, partly) = (of(RowKey::Granted), of(RowKey::PartlyGranted));
        let answered = granted.plus(partly);
        match (self.completed.exact(), answered.share(self.completed)) {
            (Some(0), _) => applications_text::NoneCompleted {
                received: &received,
                carried_in: &carried_in,
                carried_out: &shown(of(RowKey::CarriedOut)),
            }
            .text(locale),
            (Some(_), Some(share)) if granted.count.is_some() && partly.count.is_some() => {
                applications_text::Rate {
                    completed: &completed,
                    answered: &shown(answered),
                    share: &share,
                }
                .text(locale)
            }
            (Some(_), Some(share)) => {
                let (printed, missing) = match granted.count {
                    Some(_) => (RowKey::Granted, RowKey::PartlyGranted),
                    None => (RowKey::PartlyGranted, RowKey::Granted),
                };
                let [printed, missing] = [printed, missing].map(|row| row_label(locale, row));
                let answered = shown(answered);
                applications_text::RateOne {
                    completed: &completed,
                    row: printed,
                    answered: &answered,
                    share: &share,
                    missing,
                }
                .text(locale)
            }
            (Some(_), None) if answered.count.is_none() => applications_text::NoRate {
                completed: &completed,
            }
            .text(locale),
            _ => applications_text::NoCompleted {
                received: &received,
                carried_in: &carried_in,
            }
            .text(locale),
        }
    }

    fn summary(&self) -> String {
        let locale = self.locale;
        let item = |name: &str, sum: Sum| {
            applications_text::Item {
                name: &in_sentence(locale, name),
                cases: &sum.shown(locale),
            }
            .text(locale)
        };
        let mut summary = applications_text::SummaryFrom {
            received: &self.received.shown(locale),
            carried_in: &self.carried_in.shown(locale),
        }
        .text(locale);
        let separator = ApplicationsText::Separator.text(locale);
        let applicants: Vec<String> = APPLICANTS
            .iter()
            .map(|applicant| (applicant_label(locale, *applicant), self.asked(*applicant)))
            .filter(|(_, sum)| sum.is_positive())
            .map(|(name, sum)| item(name, sum))
            .collect();
        if !applicants.is_empty() {
            let applicants = applicants.join(separator);
            summary.push_str(
                &applications_text::SummaryApplicants {
                    applicants: &applicants,
                }
                .text(locale),
            );
        }
        let outcomes: Vec<String> = self
            .outcomes
            .iter()
            .map(|outcome| (outcome.name, outcome.total(self.applications)))
            .filter(|(_, sum)| sum.is_positive())
            .map(|(name, sum)| item(name, sum))
            .collect();
        if !outcomes.is_empty() {
            let is_partial = outcomes.len() < self.outcomes.len();
            let outcomes = &outcomes.join(separator);
            summary.push_str(&if is_partial {
                applications_text::SummaryOutcomes { outcomes }.text(locale)
            } else {
                applications_text::SummaryAllOutcomes { outcomes }.text(locale)
            });
        }
        summary
    }

    /// The cases of one kind of applicant: received and carried in.
    fn asked(&self, applicant: Applicant) -> Sum {
        let rows = [RowKey::Received, RowKey::CarriedIn];
        Sum::of(
            rows.iter()
                .map(|row| self.applications.cell(*row, applicant)),
        )
    }

    fn table(&self) -> Table {
        let mut columns = vec![Column::text(ApplicationsText::ColumnRow.text(self.locale))];
        columns.extend(
            Applicant::ALL
                .iter()
                .map(|applicant| Column::number(applicant_label(self.locale, *applicant))),
        );
        Table {
            caption: View::Applications.question(self.locale).to_owned(),
            columns,
            rows: self
                .rows
                .iter()
                .map(|row| TableRow {
                    key: row.path().to_owned(),
                    name: row_name(self.locale, *row),
                    cells: Applicant::ALL
                        .iter()
                        .map(|column| TableCell::Cell(self.applications.cell(*row, *column)))
                        .collect(),
                })
                .collect(),
        }
    }
}

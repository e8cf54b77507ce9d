//! Who asked for information, and what they got.

use super::*;
use crate::text::ApplicationsText;
use gongkai_i18n::{Label, applicant_label, group_label, grouped, percent, row_label};
use gongkai_model::{Applicant, Applications, Cell, RowGroup, RowKey};

/// The six kinds of applicant, in the form's order.
const APPLICANTS: [Applicant; 6] = [
    Applicant::Person,
    Applicant::Business,
    Applicant::Research,
    Applicant::Welfare,
    Applicant::Legal,
    Applicant::Other,
];

/// The key of the mark for all cases to handle, which no cell of the form holds.
pub const TO_HANDLE: &str = "applications.to_handle";

/// The key of an applicant's mark: `applicants.` and `person`, `business`, `research`,
/// `welfare`, `legal`, `other` or `total`, in the form's order of columns.
///
/// Every other mark of this view has the path of what it shows: a row (`applications.received`,
/// `applications.outcomes.granted`), a heading over rows (`applications.outcomes.refused`) or
/// [`TO_HANDLE`]. An applicant's cells stand in many rows, so no path is its own.
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

/// Cells added up, where some may hold no number.
#[derive(Clone, Copy)]
struct Sum {
    /// `None` where none of the cells holds a number.
    count: Option<i64>,
    /// Whether the sum does not fit; the count is then the largest that does.
    over: bool,
    /// How a cell without a number stands there.
    state: Cell,
}

impl Sum {
    const NOTHING: Sum = Sum {
        count: None,
        over: false,
        state: Cell::Missing,
    };

    fn of(cells: impl Iterator<Item = Cell>) -> Sum {
        cells.fold(Sum::NOTHING, Sum::and)
    }

    fn and(self, cell: Cell) -> Sum {
        self.plus(Sum {
            count: cell.count(),
            over: false,
            state: cell,
        })
    }

    fn plus(self, other: Sum) -> Sum {
        let added = match (self.count, other.count) {
            (Some(one), Some(two)) => Some(one.saturating_add(two)),
            (one, two) => one.or(two),
        };
        let fits = match (self.count, other.count) {
            (Some(one), Some(two)) => one.checked_add(two).is_some(),
            _ => true,
        };
        Sum {
            count: added,
            over: self.over || other.over || !fits,
            state: match (self.state, other.state) {
                (Cell::Blank, _) | (_, Cell::Blank) => Cell::Blank,
                (Cell::NotApplicable, _) | (_, Cell::NotApplicable) => Cell::NotApplicable,
                _ => Cell::Missing,
            },
        }
    }

    /// The number, where it is one and fits.
    fn exact(self) -> Option<i64> {
        self.count.filter(|_| !self.over)
    }

    fn value(self) -> Option<f64> {
        self.count.map(|count| count as f64)
    }

    fn is_positive(self) -> bool {
        self.count.is_some_and(|count| count > 0)
    }

    fn shown(self, locale: Locale) -> String {
        match self.count {
            Some(count) if self.over => ApplicationsText::MoreThan.with(locale, &[&grouped(count)]),
            Some(count) => grouped(count),
            None => gongkai_i18n::cell(locale, self.state),
        }
    }

    /// The share of `whole` as a per cent.
    fn share(self, whole: Sum) -> Option<String> {
        let whole = whole.exact().filter(|whole| *whole > 0)?;
        percent(self.exact()?, whole)
    }
}

/// What the total column says, or else the sum of the six others, and whether it is that sum.
fn total(applications: &Applications, row: RowKey) -> (Sum, bool) {
    let printed = Sum::NOTHING.and(applications.cell(row, Applicant::Total));
    if printed.count.is_some() {
        return (printed, false);
    }
    let summed = columns(applications, row);
    match summed.count {
        Some(_) => (summed, true),
        None => (printed, false),
    }
}

/// The six kinds of applicant added up.
fn columns(applications: &Applications, row: RowKey) -> Sum {
    let cell = |applicant: &Applicant| applications.cell(row, *applicant);
    Sum::of(APPLICANTS.iter().map(cell))
}

/// A row of the form or several under one heading, as one end of the flow.
struct Outcome {
    key: String,
    name: &'static str,
    rows: Vec<RowKey>,
    group: Option<RowGroup>,
}

impl Outcome {
    fn total(&self, applications: &Applications) -> Sum {
        let totals = self.rows.iter().map(|row| total(applications, *row).0);
        totals.fold(Sum::NOTHING, Sum::plus)
    }

    fn of(&self, applications: &Applications, applicant: Applicant) -> Sum {
        let cell = |row: &RowKey| applications.cell(*row, applicant);
        Sum::of(self.rows.iter().map(cell))
    }

    fn is_carried_out(&self) -> bool {
        self.rows.contains(&RowKey::CarriedOut)
    }

    fn tone(&self) -> Tone {
        let answered = |row: &RowKey| matches!(row, RowKey::Granted | RowKey::PartlyGranted);
        match self.rows.iter().all(answered) {
            true => Tone::Plain,
            false => Tone::Muted,
        }
    }

    /// With the heading that it stands under.
    fn full_name(&self, locale: Locale) -> String {
        match self.rows.as_slice() {
            [row] => full_name(*row, locale),
            _ => self.name.to_owned(),
        }
    }
}

/// A row's label with the heading that it stands under; many are not clear without.
fn full_name(row: RowKey, locale: Locale) -> String {
    let heading = match row.group() {
        Some(group) => group_label(locale, group),
        None if row == RowKey::Total => Label::Outcomes.text(locale),
        None => return row_label(locale, row).to_owned(),
    };
    ApplicationsText::Within.with(locale, &[heading, row_label(locale, row)])
}

/// Section three as this view reads it.
struct Flows<'a> {
    applications: &'a Applications,
    locale: Locale,
    /// The edition's rows that the report has, in printed order.
    rows: Vec<RowKey>,
    received: Sum,
    carried_in: Sum,
    to_handle: Sum,
    completed: Sum,
    /// Whether the completed are a sum of outcomes, since their total holds no number.
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
    let flows = Flows::new(applications, rows, choices.outcomes, locale);
    let table = flows.table();
    let numbers = || flows.cells().filter_map(Cell::count);
    if !numbers().any(|number| number > 0) {
        return Figure {
            title: flows.nothing(numbers().next().is_some()),
            caveats: flows.gaps(report),
            table,
            ..empty(Text::NoNumbers)
        };
    }
    let flow = match choices.flow_from {
        FlowFrom::Applicants => flows.by_applicant(),
        FlowFrom::Cases => flows.by_case(),
    };
    let caption = match choices.flow_from {
        FlowFrom::Applicants => ApplicationsText::CaptionApplicants,
        FlowFrom::Cases => ApplicationsText::CaptionCases,
    };
    Figure {
        view: View::Applications,
        title: flows.finding(),
        summary: flows.summary(),
        caveats: flows.caveats(report, choices),
        controls: vec![
            choices.flow_from_control(locale),
            choices.outcomes_control(locale),
        ],
        panels: vec![Panel {
            caption: caption.text(locale).to_owned(),
            plot: Plot::Flow(flow),
        }],
        headlines: Vec::new(),
        table,
    }
}

impl<'a> Flows<'a> {
    fn new(
        applications: &'a Applications,
        rows: Vec<RowKey>,
        detail: Outcomes,
        locale: Locale,
    ) -> Flows<'a> {
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
                .fold(Sum::NOTHING, Sum::plus),
        };
        Flows {
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

    fn cells(&self) -> impl Iterator<Item = Cell> {
        let rows = self.rows.iter();
        let columns = Applicant::ALL.iter();
        rows.flat_map(move |row| {
            let cell = |column: &Applicant| self.applications.cell(*row, *column);
            columns.clone().map(cell)
        })
    }

    /// Of a table without a number above zero.
    fn nothing(&self, has_numbers: bool) -> String {
        let none = |sum: Sum| sum.exact() == Some(0);
        if none(self.received) && none(self.carried_in) {
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
            (Some(0), _) => ApplicationsText::NoneCompleted.with(
                locale,
                &[&received, &carried_in, &shown(of(RowKey::CarriedOut))],
            ),
            (Some(_), Some(share)) if granted.count.is_some() && partly.count.is_some() => {
                ApplicationsText::Rate.with(locale, &[&completed, &shown(answered), &share])
            }
            (Some(_), Some(share)) => {
                let (with, without) = match granted.count {
                    Some(_) => (RowKey::Granted, RowKey::PartlyGranted),
                    None => (RowKey::PartlyGranted, RowKey::Granted),
                };
                let [with, without] = [with, without].map(|row| row_label(locale, row));
                let answered = shown(answered);
                ApplicationsText::RateOne
                    .with(locale, &[&completed, with, &answered, &share, without])
            }
            (Some(_), None) if answered.count.is_none() => {
                ApplicationsText::NoRate.with(locale, &[&completed])
            }
            _ => ApplicationsText::NoCompleted.with(locale, &[&received, &carried_in]),
        }
    }

    fn summary(&self) -> String {
        let locale = self.locale;
        let item =
            |name: &str, sum: Sum| ApplicationsText::Item.with(locale, &[name, &sum.shown(locale)]);
        let mut summary = ApplicationsText::SummaryFrom.with(
            locale,
            &[&self.received.shown(locale), &self.carried_in.shown(locale)],
        );
        let separator = ApplicationsText::Separator.text(locale);
        let applicants: Vec<String> = APPLICANTS
            .iter()
            .map(|applicant| (applicant_label(locale, *applicant), self.asked(*applicant)))
            .filter(|(_, sum)| sum.is_positive())
            .map(|(name, sum)| item(name, sum))
            .collect();
        if !applicants.is_empty() {
            let applicants = applicants.join(separator);
            summary.push_str(&ApplicationsText::SummaryApplicants.with(locale, &[&applicants]));
        }
        let outcomes: Vec<String> = self
            .outcomes
            .iter()
            .map(|outcome| (outcome.name, outcome.total(self.applications)))
            .filter(|(_, sum)| sum.is_positive())
            .map(|(name, sum)| item(name, sum))
            .collect();
        if !outcomes.is_empty() {
            let text = match outcomes.len() < self.outcomes.len() {
                true => ApplicationsText::SummaryOutcomes,
                false => ApplicationsText::SummaryAllOutcomes,
            };
            summary.push_str(&text.with(locale, &[&outcomes.join(separator)]));
        }
        summary
    }

    /// Received and carried in, of one kind of applicant.
    fn asked(&self, applicant: Applicant) -> Sum {
        let rows = [RowKey::Received, RowKey::CarriedIn];
        Sum::of(
            rows.iter()
                .map(|row| self.applications.cell(*row, applicant)),
        )
    }

    fn by_applicant(&self) -> Flow {
        let locale = self.locale;
        let mut nodes: Vec<Node> = APPLICANTS
            .iter()
            .map(|applicant| {
                let asked = self.asked(*applicant);
                let name = applicant_label(locale, *applicant);
                Node {
                    key: applicant_key(*applicant).to_owned(),
                    name: name.to_owned(),
                    stage: Stage::From,
                    value: asked.value(),
                    label: asked.shown(locale),
                    detail: self.applicant_detail(*applicant, asked),
                    tone: Tone::Muted,
                }
            })
            .collect();
        let first = nodes.len();
        nodes.extend(self.outcome_nodes());
        let mut bands = Vec::new();
        for (from, applicant) in APPLICANTS.iter().enumerate() {
            for (index, outcome) in self.outcomes.iter().enumerate() {
                let cases = outcome.of(self.applications, *applicant);
                push_band(&mut bands, from, first + index, cases, outcome.tone());
            }
        }
        Flow {
            nodes,
            bands,
            from_name: ApplicationsText::StageApplicants.text(locale),
            to_name: ApplicationsText::StageOutcomes.text(locale),
        }
    }

    fn by_case(&self) -> Flow {
        let locale = self.locale;
        let source = |row: RowKey, sum: Sum| Node {
            key: row.path().to_owned(),
            name: row_label(locale, row).to_owned(),
            stage: Stage::From,
            value: sum.value(),
            label: sum.shown(locale),
            detail: self.source_detail(row_label(locale, row), sum),
            tone: Tone::Muted,
        };
        let mut nodes = Vec::new();
        let mut bands = Vec::new();
        for (row, sum) in [
            (RowKey::Received, self.received),
            (RowKey::CarriedIn, self.carried_in),
        ] {
            if self.rows.contains(&row) {
                nodes.push((source(row, sum), sum));
            }
        }
        let middle = nodes.len();
        let mut nodes: Vec<Node> = nodes
            .into_iter()
            .enumerate()
            .map(|(index, (node, sum))| {
                push_band(&mut bands, index, middle, sum, Tone::Muted);
                node
            })
            .collect();
        let shown = self.to_handle.shown(locale);
        nodes.push(Node {
            key: TO_HANDLE.to_owned(),
            name: ApplicationsText::ToHandle.text(locale).to_owned(),
            stage: Stage::Middle,
            value: self.to_handle.value(),
            label: shown.clone(),
            detail: ApplicationsText::ToHandleDetail.with(
                locale,
                &[
                    &self.received.shown(locale),
                    &self.carried_in.shown(locale),
                    &shown,
                ],
            ),
            tone: Tone::Muted,
        });
        let first = nodes.len();
        nodes.extend(self.outcome_nodes());
        for (index, outcome) in self.outcomes.iter().enumerate() {
            let cases = outcome.total(self.applications);
            push_band(&mut bands, middle, first + index, cases, outcome.tone());
        }
        Flow {
            nodes,
            bands,
            from_name: ApplicationsText::StageCases.text(locale),
            to_name: ApplicationsText::StageOutcomes.text(locale),
        }
    }

    fn outcome_nodes(&self) -> impl Iterator<Item = Node> {
        self.outcomes.iter().map(|outcome| {
            let cases = outcome.total(self.applications);
            let name = outcome.full_name(self.locale);
            Node {
                key: outcome.key.clone(),
                // Two rows of the form are named 其他.
                name: match outcome.rows.as_slice() {
                    [RowKey::OtherRest] => name.clone(),
                    _ => outcome.name.to_owned(),
                },
                stage: Stage::To,
                value: cases.value(),
                label: cases.shown(self.locale),
                detail: match outcome.is_carried_out() {
                    true => self.source_detail(&name, cases),
                    false => self.share_detail(
                        ApplicationsText::OutcomeDetail,
                        &name,
                        cases,
                        self.completed,
                    ),
                },
                tone: outcome.tone(),
            }
        })
    }

    fn source_detail(&self, name: &str, cases: Sum) -> String {
        self.share_detail(ApplicationsText::SourceDetail, name, cases, self.to_handle)
    }

    fn share_detail(&self, text: ApplicationsText, name: &str, part: Sum, whole: Sum) -> String {
        let locale = self.locale;
        let number = part.shown(locale);
        match (part.count, part.share(whole)) {
            (None, _) => {
                let state = gongkai_i18n::spoken(locale, part.state);
                ApplicationsText::StateDetail.with(locale, &[name, &state])
            }
            (Some(_), Some(share)) => {
                text.with(locale, &[name, &number, &whole.shown(locale), &share])
            }
            (Some(_), None) => ApplicationsText::PlainDetail.with(locale, &[name, &number]),
        }
    }

    fn applicant_detail(&self, applicant: Applicant, asked: Sum) -> String {
        let locale = self.locale;
        let mut detail = self.source_detail(applicant_label(locale, applicant), asked);
        let cell = |row| gongkai_i18n::spoken(locale, self.applications.cell(row, applicant));
        if asked.count.is_some() {
            detail.push_str(
                &ApplicationsText::ApplicantParts
                    .with(locale, &[&cell(RowKey::Received), &cell(RowKey::CarriedIn)]),
            );
        }
        let most = self.most(applicant);
        if !most.is_empty() {
            let most = most.join(ApplicationsText::Separator.text(locale));
            detail.push_str(&ApplicationsText::ApplicantMost.with(locale, &[&most]));
        }
        detail
    }

    /// The two largest outcomes of one kind of applicant, without what is carried out.
    fn most(&self, applicant: Applicant) -> Vec<String> {
        let mut largest: Vec<(i64, &Outcome, Sum)> = Vec::new();
        for outcome in self.outcomes.iter().filter(|one| !one.is_carried_out()) {
            let cases = outcome.of(self.applications, applicant);
            let Some(count) = cases.count.filter(|count| *count > 0) else {
                continue;
            };
            let at = largest.partition_point(|(more, ..)| *more >= count);
            largest.insert(at, (count, outcome, cases));
            largest.truncate(2);
        }
        largest
            .into_iter()
            .map(|(_, outcome, cases)| {
                let name = outcome.full_name(self.locale);
                ApplicationsText::Item.with(self.locale, &[&name, &cases.shown(self.locale)])
            })
            .collect()
    }

    /// What the report leaves open.
    fn gaps(&self, report: &Report) -> Vec<String> {
        let mut caveats = Vec::new();
        let missing: Vec<String> = RowKey::of(report.edition)
            .filter(|row| !self.rows.contains(row))
            .map(|row| full_name(row, self.locale))
            .collect();
        self.list(&mut caveats, ApplicationsText::RowsMissing, &missing);
        caveats
    }

    fn caveats(&self, report: &Report, choices: &Choices) -> Vec<String> {
        let locale = self.locale;
        let say = |text: ApplicationsText| text.text(locale).to_owned();
        let mut caveats = Vec::new();
        match choices.flow_from {
            FlowFrom::Applicants => caveats.push(say(ApplicationsText::ApplicantsNote)),
            FlowFrom::Cases => caveats.push(say(ApplicationsText::CasesNote)),
        }
        if self.outcomes.iter().any(|outcome| outcome.rows.len() > 1) {
            caveats.push(say(ApplicationsText::GroupsNote));
        }
        if self.completed_summed {
            caveats.push(say(ApplicationsText::CompletedSummed));
        }
        let summed: Vec<String> = self
            .rows
            .iter()
            .filter(|row| total(self.applications, **row).1)
            .map(|row| full_name(*row, locale))
            .collect();
        self.list(&mut caveats, ApplicationsText::TotalsSummed, &summed);
        if let Some(sides) = self.sides_differ() {
            caveats.push(sides);
        }
        if choices.flow_from == FlowFrom::Applicants {
            self.bands_differ(&mut caveats);
        }
        if self.cells().any(|cell| cell.count().is_none()) {
            caveats.push(Text::BlanksLeftOut.text(locale).to_owned());
        }
        caveats.extend(self.gaps(report));
        caveats
    }

    fn list(&self, caveats: &mut Vec<String>, text: ApplicationsText, names: &[String]) {
        if !names.is_empty() {
            let names = names.join(ApplicationsText::Separator.text(self.locale));
            caveats.push(text.with(self.locale, &[&names]));
        }
    }

    /// Said where all that came in is not all that became of it.
    fn sides_differ(&self) -> Option<String> {
        let ends = self
            .outcomes
            .iter()
            .map(|outcome| outcome.total(self.applications))
            .fold(Sum::NOTHING, Sum::plus);
        let (from, to) = (self.to_handle.exact()?, ends.exact()?);
        let difference = from.saturating_sub(to).saturating_abs();
        (difference != 0).then(|| {
            ApplicationsText::SidesDiffer.with(
                self.locale,
                &[&grouped(from), &grouped(to), &grouped(difference)],
            )
        })
    }

    /// Said where the bands, which are cells, do not fill the bars, which are totals.
    fn bands_differ(&self, caveats: &mut Vec<String>) {
        let rows: Vec<String> = self
            .rows
            .iter()
            .filter(|row| {
                let printed = self.applications.cell(**row, Applicant::Total).count();
                let summed = columns(self.applications, **row);
                printed.is_some_and(|printed| {
                    summed.over || printed != summed.count.unwrap_or_default()
                })
            })
            .map(|row| full_name(*row, self.locale))
            .collect();
        self.list(caveats, ApplicationsText::RowsDiffer, &rows);
        let applicants: Vec<String> = APPLICANTS
            .iter()
            .filter(|applicant| {
                let became = self
                    .outcomes
                    .iter()
                    .map(|outcome| outcome.of(self.applications, **applicant))
                    .fold(Sum::NOTHING, Sum::plus);
                let asked = self.asked(**applicant);
                let count = |sum: Sum| (sum.count.unwrap_or_default(), sum.over);
                count(asked) != count(became)
            })
            .map(|applicant| applicant_label(self.locale, *applicant).to_owned())
            .collect();
        self.list(caveats, ApplicationsText::ApplicantsDiffer, &applicants);
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
                    name: full_name(*row, self.locale),
                    cells: Applicant::ALL
                        .iter()
                        .map(|column| TableCell::Cell(self.applications.cell(*row, *column)))
                        .collect(),
                })
                .collect(),
        }
    }
}

/// The ends of the flow in printed order: rows, or the headings over them.
fn outcomes(rows: &[RowKey], detail: Outcomes, locale: Locale) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let ends = |row: &&RowKey| row.is_outcome() || **row == RowKey::CarriedOut;
    for row in rows.iter().filter(ends) {
        let group = row.group().filter(|_| detail == Outcomes::Groups);
        match (group, outcomes.last_mut()) {
            (Some(_), Some(last)) if last.group == group => last.rows.push(*row),
            (Some(heading), _) => outcomes.push(Outcome {
                key: ["applications.outcomes.", heading.field()].concat(),
                name: group_label(locale, heading),
                rows: vec![*row],
                group,
            }),
            (None, _) => outcomes.push(Outcome {
                key: row.path().to_owned(),
                name: row_label(locale, *row),
                rows: vec![*row],
                group,
            }),
        }
    }
    outcomes
}

fn push_band(bands: &mut Vec<Band>, from: usize, to: usize, cases: Sum, tone: Tone) {
    if let Some(value) = cases.value().filter(|value| *value > 0.0) {
        bands.push(Band {
            from,
            to,
            value,
            tone,
        });
    }
}

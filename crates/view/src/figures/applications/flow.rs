//! The nodes and links of the diagram, and their details.

use super::{APPLICANTS, Outcome, SectionThree, Sum, TO_HANDLE, applicant_key};
use crate::figures::{Sankey, SankeyLink, SankeyNode, Stage, Tone};
use crate::text::ApplicationsText;
use gongkai_i18n::{applicant_label, row_label};
use gongkai_model::{Applicant, RowKey};

impl SectionThree<'_> {
    pub fn by_applicant(&self) -> Sankey {
        let locale = self.locale;
        let mut nodes: Vec<SankeyNode> = APPLICANTS
            .iter()
            .map(|applicant| {
                let asked = self.asked(*applicant);
                let name = applicant_label(locale, *applicant);
                SankeyNode {
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
        let mut links = Vec::new();
        for (from, applicant) in APPLICANTS.iter().enumerate() {
            for (index, outcome) in self.outcomes.iter().enumerate() {
                let cases = outcome.of(self.applications, *applicant);
                push_link(&mut links, from, first + index, cases, outcome.tone());
            }
        }
        Sankey {
            nodes,
            links,
            from_name: ApplicationsText::StageApplicants.text(locale),
            to_name: ApplicationsText::StageOutcomes.text(locale),
        }
    }

    pub fn by_case(&self) -> Sankey {
        let locale = self.locale;
        let source = |row: RowKey, sum: Sum| SankeyNode {
            key: row.path().to_owned(),
            name: row_label(locale, row).to_owned(),
            stage: Stage::From,
            value: sum.value(),
            label: sum.shown(locale),
            detail: self.source_detail(row_label(locale, row), sum),
            tone: Tone::Muted,
        };
        let mut nodes = Vec::new();
        let mut links = Vec::new();
        for (row, sum) in [
            (RowKey::Received, self.received),
            (RowKey::CarriedIn, self.carried_in),
        ] {
            if self.rows.contains(&row) {
                nodes.push((source(row, sum), sum));
            }
        }
        let middle = nodes.len();
        let mut nodes: Vec<SankeyNode> = nodes
            .into_iter()
            .enumerate()
            .map(|(index, (node, sum))| {
                push_link(&mut links, index, middle, sum, Tone::Muted);
                node
            })
            .collect();
        let shown = self.to_handle.shown(locale);
        nodes.push(SankeyNode {
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
            push_link(&mut links, middle, first + index, cases, outcome.tone());
        }
        Sankey {
            nodes,
            links,
            from_name: ApplicationsText::StageCases.text(locale),
            to_name: ApplicationsText::StageOutcomes.text(locale),
        }
    }

    fn outcome_nodes(&self) -> impl Iterator<Item = SankeyNode> {
        self.outcomes.iter().map(|outcome| {
            let cases = outcome.total(self.applications);
            let name = outcome.full_name(self.locale);
            SankeyNode {
                key: outcome.key.clone(),
                // The form has two rows named 其他.
                name: match outcome.rows.as_slice() {
                    [RowKey::OtherRest] => name.clone(),
                    _ => outcome.name.to_owned(),
                },
                stage: Stage::To,
                value: cases.value(),
                label: cases.shown(self.locale),
                detail: if outcome.is_carried_out() {
                    self.source_detail(&name, cases)
                } else {
                    let text = ApplicationsText::OutcomeDetail;
                    self.share_detail(text, &name, cases, self.completed)
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
        let largest = self.largest_outcomes(applicant);
        if !largest.is_empty() {
            let largest = largest.join(ApplicationsText::Separator.text(locale));
            detail.push_str(&ApplicationsText::ApplicantMost.with(locale, &[&largest]));
        }
        detail
    }

    /// The two largest outcomes of one kind of applicant, cases carried out excepted.
    fn largest_outcomes(&self, applicant: Applicant) -> Vec<String> {
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
}

fn push_link(links: &mut Vec<SankeyLink>, from: usize, to: usize, cases: Sum, tone: Tone) {
    if let Some(value) = cases.value().filter(|value| *value > 0.0) {
        links.push(SankeyLink {
            from,
            to,
            value,
            tone,
        });
    }
}

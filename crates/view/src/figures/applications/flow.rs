//! The nodes and links of the diagram, and their details.

use super::{APPLICANTS, Outcome, SectionThree, Sum, TO_HANDLE, applicant_key};
use crate::figures::{Sankey, SankeyLink, SankeyNode, Stage, Tone};
use crate::text::{ApplicationsText, applications_text};
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
            detail: applications_text::ToHandleDetail {
                received: &self.received.shown(locale),
                carried_in: &self.carried_in.shown(locale),
                to_handle: &shown,
            }
            .text(locale),
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
                    self.outcome_detail(&name, cases)
                },
                tone: outcome.tone(),
            }
        })
    }

    fn source_detail(&self, source: &str, cases: Sum) -> String {
        self.detail(source, cases, self.to_handle, |cases, to_handle, share| {
            applications_text::SourceDetail {
                source,
                cases,
                to_handle,
                share,
            }
            .text(self.locale)
        })
    }

    fn outcome_detail(&self, outcome: &str, cases: Sum) -> String {
        self.detail(outcome, cases, self.completed, |cases, completed, share| {
            applications_text::OutcomeDetail {
                outcome,
                cases,
                completed,
                share,
            }
            .text(self.locale)
        })
    }

    /// The detail of a node: `with_share` writes its cases, the whole and its share of the whole.
    fn detail(
        &self,
        name: &str,
        part: Sum,
        whole: Sum,
        with_share: impl Fn(&str, &str, &str) -> String,
    ) -> String {
        let locale = self.locale;
        let cases = &part.shown(locale);
        match (part.count, part.share(whole)) {
            (None, _) => {
                let state = &gongkai_i18n::spoken(locale, part.state);
                applications_text::StateDetail { name, state }.text(locale)
            }
            (Some(_), Some(share)) => with_share(cases, &whole.shown(locale), &share),
            (Some(_), None) => applications_text::PlainDetail { name, cases }.text(locale),
        }
    }

    fn applicant_detail(&self, applicant: Applicant, asked: Sum) -> String {
        let locale = self.locale;
        let mut detail = self.source_detail(applicant_label(locale, applicant), asked);
        let cell = |row| gongkai_i18n::spoken(locale, self.applications.cell(row, applicant));
        if asked.count.is_some() {
            detail.push_str(
                &applications_text::ApplicantParts {
                    received: &cell(RowKey::Received),
                    carried_in: &cell(RowKey::CarriedIn),
                }
                .text(locale),
            );
        }
        let largest = self.largest_outcomes(applicant);
        if !largest.is_empty() {
            let largest = largest.join(ApplicationsText::Separator.text(locale));
            detail.push_str(&applications_text::ApplicantMost { outcomes: &largest }.text(locale));
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
                applications_text::Item {
                    name: &name,
                    cases: &cases.shown(self.locale),
                }
                .text(self.locale)
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

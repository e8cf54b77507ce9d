//! What the checks find, failing ones first, each with its cells and a place for the agency's explanation.

use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_checks::{Detail, Finding, Tally, formulas, rule_name, subject, verdict};
use gongkai_desk::{Action, Change, Page, part_of};
use gongkai_model::{Paths, Remark};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub fn Checks() -> Html {
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let findings = draft.findings();
    let tally = Tally::of(&findings);
    let count = &tally.all.to_string();
    let summary = match tally.failures {
        0 => desk_text::ChecksAgree { count }.text(locale),
        failed => desk_text::ChecksFail {
            count,
            failed: &failed.to_string(),
        }
        .text(locale),
    };
    let failing = findings
        .into_iter()
        .filter(|finding| finding.is_failure() || finding.is_noted());
    html! {
        <div class="desk-checks">
            <p role="status">{ summary }</p>
            <ol>{ for failing.map(|finding| html! { <FindingItem {finding} /> }) }</ol>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FindingProps {
    finding: Finding,
}

/// One finding.
#[component]
fn FindingItem(props: &FindingProps) -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let finding = &props.finding;
    let report = draft.report();
    let paths: Vec<String> = finding
        .cells
        .iter()
        .filter(|at| at.year == report.year)
        .map(|at| at.cell.path())
        .collect();
    let number = finding.rule.number();
    let explains = {
        let paths = paths.clone();
        move |remark: &Remark| remark.rule == Some(number) && remark.at.0 == paths
    };
    let mut remarks = report.remarks.iter();
    let explanation = remarks
        .find(|remark| explains(remark))
        .map(|remark| remark.text.clone());
    let on_explain = {
        let (desk, remarks) = (desk.clone(), report.remarks.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let mut remarks = remarks.clone();
            remarks.retain(|remark| !explains(remark));
            if !text.trim().is_empty() {
                remarks.push(Remark {
                    at: Paths(paths.clone()),
                    rule: Some(number),
                    text: text.trim().to_owned(),
                });
            }
            desk.dispatch(Action::Make(Change::Remarks(remarks)));
        })
    };
    let cell = finding
        .cells
        .iter()
        .map(|at| at.cell)
        .find(|cell| part_of(*cell).is_some() || draft.field(&cell.path()).is_some());
    let show = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.dispatch(Action::Turn(Page::Form));
            desk.dispatch(Action::Select(cell));
        })
    };
    html! {
        <li>
            <p>
                <strong>{ rule_name(locale, finding.rule) }</strong>
                if let Some(subject) = subject(locale, report.edition, finding) {
                    { " " }{ subject }
                }
                { "：" }{ verdict(locale, finding) }
            </p>
            <p>{ formulas(locale, finding, Detail::Full) }</p>
            if cell.is_some() {
                <button type="button" onclick={show}>{ DeskText::ShowCells.text(locale) }</button>
            }
            <label class="desk-explanation">
                { DeskText::Explanation.text(locale) }
                <textarea rows="2" value={explanation.unwrap_or_default()} onchange={on_explain} />
            </label>
        </li>
    }
}

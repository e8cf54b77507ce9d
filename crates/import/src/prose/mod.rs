//! What the report says in sentences: section one's figures, and the text of all sections.

mod activities;
mod applications;
pub(super) mod chinese_numerals;
mod clause;
mod count;
mod disclosure;
mod names;
pub(super) mod normalize;
pub(super) mod paragraphs;
pub(super) mod sections;
mod total;

use super::{Document, Gap, Log, Part};
use gongkai_model::{Disclosure, Section};
use paragraphs::Paragraph;
use sections::Heading;

/// What the prose of a report holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    pub disclosure: Option<Disclosure>,
    pub text: Vec<Section>,
}

/// What is known of the report before its sentences are read.
pub(super) struct Context<'a> {
    pub agency: &'a str,
    pub year: u16,
    pub headings: &'a [Heading],
}

/// In characters; some reports have a section in one paragraph, which is a tenth of this.
const LONGEST: usize = 20_000;

/// The paragraphs whose numbers are looked for. What is longer lacks its line ends: which words
/// belong together cannot be told, and there is no end to them.
fn of_usual_length(paragraphs: &[Paragraph], log: &mut Log) -> Vec<Paragraph> {
    let (fit, long): (Vec<&Paragraph>, Vec<&Paragraph>) = paragraphs
        .iter()
        .partition(|paragraph| paragraph.text.chars().nth(LONGEST).is_none());
    for paragraph in long {
        let location = paragraph.lines.first().map(|(_, location)| *location);
        let gap = Gap::LongParagraph { limit: LONGEST };
        log.gap(location, &paragraph.text, None, gap);
    }
    fit.into_iter().cloned().collect()
}

pub(super) fn read(
    document: &Document,
    taken: &[bool],
    context: &Context<'_>,
    log: &mut Log,
) -> Prose {
    let mut prose = Prose::default();
    let mut overview = false;
    for (at, heading) in context.headings.iter().enumerate() {
        let next = context.headings.get(at + 1);
        let paragraphs = sections::paragraphs(document, taken, heading, next);
        if heading.kind == 0 {
            overview = true;
            let fit = of_usual_length(&paragraphs, log);
            prose.disclosure = disclosure::read(&fit, context, log);
        }
        prose.text.push(Section {
            title: heading.title.clone(),
            paragraphs: paragraphs
                .into_iter()
                .map(|paragraph| paragraph.text)
                .collect(),
        });
    }
    if !overview {
        let path = Some("disclosure".to_owned());
        log.gap(None, "", path, Gap::NoTable(Part::Disclosure));
    }
    prose
}

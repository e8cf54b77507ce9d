//! The prose of a report: the figures of section one, and the text of all sections.
//!
//! [`sections`] finds the headings, [`paragraphs`] joins lines, and [`disclosure`] reads the figures from
//! [`section_text`] (sentences and clauses), [`numbers`], [`count_phrases`] (a number with its words) and
//! [`names`] (the name of what is counted).

mod applications;
pub(super) mod chinese_numerals;
mod count_phrases;
mod disclosure;
mod names;
pub(super) mod normalize;
mod numbers;
pub(super) mod paragraphs;
mod section_text;
pub(super) mod sections;
mod total;

pub use disclosure::Rule;

use super::{Document, FormSection, Gap, Log};
use gongkai_model::{Disclosure, Section};
use paragraphs::Paragraph;
use sections::Heading;

/// The contents of a report's prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    pub disclosure: Option<Disclosure>,
    pub text: Vec<Section>,
}

/// What is known of the report before its prose is read.
pub(super) struct Context<'a> {
    pub agency: &'a str,
    pub year: u16,
    pub headings: &'a [Heading],
}

/// The longest paragraph whose numbers are read, in characters. Some reports have a section in one
/// paragraph, which is a tenth of this.
const LONGEST: usize = 20_000;

/// Leaves out paragraphs that are too long. They have lost their line breaks, so that it is not known
/// which words belong together.
fn of_usual_length(paragraphs: &[Paragraph], log: &mut Log) -> Vec<Paragraph> {
    let (usual, long): (Vec<&Paragraph>, Vec<&Paragraph>) = paragraphs
        .iter()
        .partition(|paragraph| paragraph.text.chars().nth(LONGEST).is_none());
    for paragraph in long {
        let location = paragraph.lines.first().map(|line| line.location);
        let gap = Gap::LongParagraph { limit: LONGEST };
        log.gap(location, &paragraph.text, None, gap);
    }
    usual.into_iter().cloned().collect()
}

/// Reads the sections of a document.
pub(super) fn read(
    document: &Document,
    in_tables: &[bool],
    context: &Context<'_>,
    log: &mut Log,
) -> Prose {
    let mut prose = Prose::default();
    let mut has_section_one = false;
    for (at, heading) in context.headings.iter().enumerate() {
        let next = context.headings.get(at + 1);
        let paragraphs = sections::paragraphs(document, in_tables, heading, next);
        if heading.section == 0 {
            has_section_one = true;
            let usual = of_usual_length(&paragraphs, log);
            prose.disclosure = disclosure::read(&usual, document, context, log);
        }
        prose.text.push(Section {
            title: heading.title.clone(),
            paragraphs: paragraphs
                .into_iter()
                .map(|paragraph| paragraph.text)
                .collect(),
        });
    }
    if !has_section_one {
        let path = Some("disclosure".to_owned());
        log.gap(None, "", path, Gap::NoTable(FormSection::Disclosure));
    }
    prose
}

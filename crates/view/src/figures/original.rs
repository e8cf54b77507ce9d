//! The original text of the report: searchable, with numbers linked to their figures.

use super::View;
use super::mentions::{Mention, mentions};
use super::search::{Folded, fold, hits};
use crate::text::{OriginalText, original_text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// The text of a report with the results of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Original {
    pub passages: Vec<Passage>,
    /// The number of matches.
    pub hits: usize,
    /// The number of matches in words; `None` without a query.
    pub found: Option<String>,
    /// A note that the file has no text; `None` if it has.
    pub empty: Option<&'static str>,
}

/// One section of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Its path: `text[0]`.
    pub key: String,
    pub title: Vec<Run>,
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Its path: `text[0].paragraphs[1]`.
    pub key: String,
    pub runs: Vec<Run>,
}

/// A piece of text. The concatenated pieces of a title or a paragraph are the text in the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    Text(String),
    /// Text that matches the query.
    Hit(String),
    /// One of the report's figures, with its hedge and its unit. A match inside does not split it,
    /// so that it is one link.
    Number {
        text: String,
        /// The view that shows the figure.
        view: View,
        /// The path of its cell: `disclosure.categories[3]`, `proactive.licences.decisions`.
        key: String,
        /// Whether it overlaps a match.
        hit: bool,
    },
}

impl Run {
    pub fn text(&self) -> &str {
        match self {
            Run::Text(text) | Run::Hit(text) | Run::Number { text, .. } => text,
        }
    }

    /// Describes the link of a number; `None` for any other text.
    pub fn leads_to(&self, locale: Locale) -> Option<String> {
        let Run::Number { text, view, .. } = self else {
            return None;
        };
        Some(
            original_text::LeadsTo {
                number: text,
                view: view.name(locale),
            }
            .text(locale),
        )
    }
}

/// Searches the text of a report, ignoring width, case, spaces and thousands separators. A blank
/// query matches nothing.
pub fn original(report: &Report, query: &str, locale: Locale) -> Original {
    let folded = fold(query);
    let mut count = 0;
    let passages: Vec<Passage> = report
        .text
        .iter()
        .enumerate()
        .map(|(index, section)| {
            let key = ["text[", &index.to_string(), "]"].concat();
            let paragraphs = section.paragraphs.iter().enumerate();
            Passage {
                title: runs(&section.title, &[], &folded, &mut count),
                paragraphs: paragraphs
                    .map(|(index, text)| Paragraph {
                        key: [key.as_str(), ".paragraphs[", &index.to_string(), "]"].concat(),
                        runs: runs(
                            text,
                            &mentions(report, &section.title, text),
                            &folded,
                            &mut count,
                        ),
                    })
                    .collect(),
                key,
            }
        })
        .collect();
    let has_query = !folded.text.is_empty();
    Original {
        empty: is_empty(&passages).then(|| OriginalText::NoText.text(locale)),
        passages,
        hits: count,
        found: has_query.then(|| match_count(count, query, locale)),
    }
}

/// Writes the number of matches in words.
pub fn match_count(count: usize, query: &str, locale: Locale) -> String {
    if count == 0 {
        return original_text::NoMatch {
            query: query.trim(),
        }
        .text(locale);
    }
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    original_text::Matches {
        count: &gongkai_i18n::grouped(count),
    }
    .text(locale)
}

fn is_empty(passages: &[Passage]) -> bool {
    let is_blank = |runs: &[Run]| runs.iter().all(|run| run.text().trim().is_empty());
    passages.iter().all(|passage| {
        is_blank(&passage.title) && passage.paragraphs.iter().all(|text| is_blank(&text.runs))
    })
}

/// Splits a text at its numbers and matches.
fn runs(source: &str, numbers: &[Mention], query: &Folded, count: &mut usize) -> Vec<Run> {
    let hits = hits(source, query);
    *count = count.saturating_add(hits.len());
    let mut runs = Vec::new();
    let mut from = 0;
    for number in numbers {
        let Some(text) = source.get(number.start..number.end) else {
            continue;
        };
        plain(source, from, number.start, &hits, &mut runs);
        from = number.end;
        let touches = |hit: &(usize, usize)| hit.0 < number.end && number.start < hit.1;
        runs.push(Run::Number {
            text: text.to_owned(),
            view: number.view,
            key: number.key.clone(),
            hit: hits.iter().any(touches),
        });
    }
    plain(source, from, source.len(), &hits, &mut runs);
    runs
}

/// Splits the part of a text between two numbers at matches.
fn plain(source: &str, start: usize, end: usize, hits: &[(usize, usize)], runs: &mut Vec<Run>) {
    let mut push = |from: usize, to: usize, run: fn(String) -> Run| {
        if let Some(text) = source.get(from..to).filter(|text| !text.is_empty()) {
            runs.push(run(text.to_owned()));
        }
    };
    let mut from = start;
    for &(hit_start, hit_end) in hits {
        let (hit_start, hit_end) = (hit_start.max(from), hit_end.min(end));
        if hit_start < hit_end {
            push(from, hit_start, Run::Text);
            push(hit_start, hit_end, Run::Hit);
            from = hit_end;
        }
    }
    push(from, end, Run::Text);
}

//! The report as it was published: its text, with search, and its tables in their places.

use super::form::form;
use super::panel::{Panel, PartKind};
use super::tabs::tab_id;
use crate::figures::{
    Display, Form, Original, Passage, Run, View, original, section_four, section_three, section_two,
};
use crate::markup::{Element, Name, Tag};
use crate::request::Request;
use crate::text::{OriginalText, original_text};
use gongkai_i18n::{Label, Locale};
use gongkai_model::Report;
use gongkai_model::text::contains;

/// The tables of one section, not yet shown.
struct Section {
    /// As the report's own text heads it, which is Chinese.
    zh: &'static str,
    title: &'static str,
    name: &'static str,
    forms: Vec<Form>,
}

pub fn text_panel(report: &Report, request: &Request) -> Panel {
    let Request { locale, .. } = *request;
    let query = request.query.as_str();
    let mut text = original(report, query, locale);
    let mut sections = sections(report, locale);
    let searched = text.found.is_some();
    if searched {
        let forms = sections.iter_mut().flat_map(|section| &mut section.forms);
        let in_tables: usize = forms.map(|form| form.search(query, locale)).sum();
        text.hits = text.hits.saturating_add(in_tables);
    }
    let mut panel = Panel::new(
        tab_id(View::Original),
        View::Original.question(locale),
        OriginalText::Title.text(locale).to_owned(),
    );
    let found = if searched {
        crate::figures::match_count(text.hits, query, locale)
    } else {
        String::new()
    };
    let hits = text.hits;
    panel.add(PartKind::Fixed, |into| {
        search(query, found, hits, locale, into)
    });
    panel.add(PartKind::Cells, |into| {
        // What a link from the checks names may be in any table.
        let is_open = searched || request.choices.display == Display::Table;
        article(&text, &mut sections, is_open, locale, into);
    });
    panel
}

/// The report's text without search and without tables.
pub fn prose_panel(report: &Report, locale: Locale) -> Panel {
    let text = original(report, "", locale);
    let mut panel = Panel::new(
        tab_id(View::Original),
        View::Original.question(locale),
        OriginalText::TitleProse.text(locale).to_owned(),
    );
    panel.add(PartKind::Fixed, |into| {
        article(&text, &mut [], true, locale, into)
    });
    panel
}

/// The search field, and how much it found.
fn search(query: &str, found: String, hits: usize, locale: Locale, into: &mut Element) {
    let bar = into.open(Tag::Div);
    bar.set(Name::Class, "search-bar");
    let label = bar.open(Tag::Label);
    label.set(Name::Class, "search");
    label
        .open(Tag::Span)
        .text(OriginalText::Search.text(locale));
    label
        .open(Tag::Input)
        .set(Name::Type, "search")
        .flag(Name::DataSearch, true)
        .set(Name::AriaDescribedby, "search-hint")
        .set(Name::Value, query.to_owned());
    let line = bar.open(Tag::Div);
    line.set(Name::Class, "found-line");
    line.open(Tag::P)
        .set(Name::Class, "found")
        .set(Name::Role, "status")
        .set(Name::AriaLive, "polite")
        .text(found);
    if hits > 0 {
        for (step, text) in [
            ("previous", OriginalText::Previous),
            ("next", OriginalText::Next),
        ] {
            line.open(Tag::Button)
                .set(Name::Type, "button")
                .set(Name::DataStep, step)
                .text(text.text(locale));
        }
    }
    into.open(Tag::P)
        .set(Name::Class, "keys")
        .set(Name::Id, "search-hint")
        .text(OriginalText::SearchHint.text(locale));
}

/// The text with the tables in their places.
fn article(
    text: &Original,
    sections: &mut [Section],
    is_open: bool,
    locale: Locale,
    into: &mut Element,
) {
    let article = into.open(Tag::Article);
    article.set(Name::Class, "original");
    if let Some(empty) = text.empty {
        article.open(Tag::P).text(empty);
    }
    for passage in &text.passages {
        let part = article.open(Tag::Section);
        part.key = Some(passage.key.clone());
        prose(passage, locale, part);
        let title: String = passage.title.iter().map(Run::text).collect();
        if let Some(section) = sections
            .iter_mut()
            .find(|section| contains(&title, section.zh))
        {
            tables(section, is_open, locale, part);
        }
    }
    // What the text has no place for.
    for section in sections {
        if section.forms.is_empty() {
            continue;
        }
        let part = article.open(Tag::Section);
        part.key = Some(section.name.to_owned());
        part.open(Tag::H4).text(section.title);
        tables(section, is_open, locale, part);
    }
}

fn sections(report: &Report, locale: Locale) -> Vec<Section> {
    let section = |label: Label, name, forms| Section {
        zh: label.text(Locale::ZhCn),
        title: label.text(locale),
        name,
        forms,
    };
    vec![
        section(
            Label::SectionProactive,
            "proactive",
            section_two(report, locale),
        ),
        section(
            Label::SectionApplications,
            "applications",
            section_three(report, locale).into_iter().collect(),
        ),
        section(
            Label::SectionReviews,
            "reviews",
            section_four(report, locale).into_iter().collect(),
        ),
    ]
}

fn prose(passage: &Passage, locale: Locale, into: &mut Element) {
    let title = into.open(Tag::H4);
    title.set(Name::DataKey, passage.key.clone());
    runs(&passage.title, locale, title);
    for paragraph in &passage.paragraphs {
        let element = into.open(Tag::P);
        element
            .set(Name::DataKey, paragraph.key.clone())
            .set(Name::Tabindex, "-1");
        runs(&paragraph.runs, locale, element);
    }
}

fn runs(runs: &[Run], locale: Locale, into: &mut Element) {
    for run in runs {
        match run {
            Run::Text(text) => {
                into.text(text.clone());
            }
            Run::Hit(text) => {
                into.open(Tag::Mark).text(text.clone());
            }
            Run::Number {
                text,
                view,
                key,
                hit,
            } => {
                // What the text states of applications is held against the table's cells.
                let cell = match key.as_str() {
                    "disclosure.applications.received" => "applications.received[6]",
                    "disclosure.applications.completed" => "applications.outcomes.total[6]",
                    key => key,
                };
                // A button would be an inline block, after which a line may begin with a comma.
                into.open(Tag::Span)
                    .set(Name::Role, "link")
                    .set(Name::Tabindex, "0")
                    .set(Name::Class, "number")
                    .set(Name::DataKey, key.clone())
                    .set(Name::DataLeadsTo, view.id())
                    .set(Name::DataCell, cell.to_owned())
                    .flag(Name::DataHit, *hit)
                    .set(Name::AriaLabel, run.leads_to(locale).unwrap_or_default())
                    .text(text.clone());
            }
        }
    }
}

/// Shows the tables, once. One whose cells are all alike is shown on request.
fn tables(section: &mut Section, is_open: bool, locale: Locale, into: &mut Element) {
    for (index, one) in section.forms.drain(..).enumerate() {
        let name = match index {
            0 => section.name.to_owned(),
            index => [section.name, "-", &index.to_string()].concat(),
        };
        let Some(note) = one.uniform_note(locale) else {
            form(&one, &name, None, locale, into);
            continue;
        };
        let summary = original_text::OpenTable {
            caption: &one.caption,
            note,
        }
        .text(locale);
        let details = into.open(Tag::Details);
        details
            .set(Name::Class, "on-request")
            .flag(Name::Open, is_open)
            .open(Tag::Summary)
            .text(summary);
        form(&one, &name, None, locale, details);
    }
}

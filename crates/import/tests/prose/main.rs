//! Reading a report apart from its tables: metadata, sections, and the figures in its prose.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod accounting;
mod activities;
mod applications;
mod categories;
mod channels;
mod evidence;
mod longde;
mod metadata;
mod properties;
mod sections;
mod total;

use gongkai_import::{
    Block, Document, FormSection, Gap, ImportError, Imported, Line, Location, Note, NoteKind,
    Overrides, Remark, RequiredField, Resource, read, read_with,
};
use gongkai_model::{Cover, Date, Disclosure, Named, Qualifier, Quantity, Report};

fn document(text: &str) -> Document {
    let lines = (1..).zip(text.lines());
    let blocks = lines.map(|(at, text)| {
        Block::Line(Line {
            location: Location::Line(at),
            text: text.to_owned(),
        })
    });
    Document {
        blocks: blocks.collect(),
        ..Document::default()
    }
}

fn imported(text: &str) -> Imported {
    let imported = read(&document(text)).unwrap_or_else(|e| panic!("{e:?}\n{text}"));
    let written = imported.report.write();
    let again = Report::read(&written).unwrap_or_else(|e| panic!("{e:?}\n{written}"));
    assert_eq!(again, imported.report);
    imported
}

/// The gaps in the prose. Missing tables are tested elsewhere.
fn gaps(imported: &Imported) -> Vec<(Gap, String)> {
    let notes = imported.notes.iter();
    let gaps = notes.filter_map(|note| match &note.kind {
        NoteKind::Gap(Gap::NoTable(_) | Gap::Edition) | NoteKind::Remark(_) => None,
        NoteKind::Gap(gap) => Some((gap.clone(), note.excerpt.clone())),
    });
    gaps.collect()
}

/// A fictional report with this section one.
fn report_saying(overview: &str) -> Imported {
    imported(&format!(
        "虚构县2020年政府信息公开工作年度报告\n一、总体情况\n{overview}\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。"
    ))
}

fn disclosure(overview: &str) -> Disclosure {
    report_saying(overview)
        .report
        .disclosure
        .unwrap_or_default()
}

/// "over 3200条"
fn shown(count: i64, qualifier: Option<Qualifier>, unit: Option<&str>) -> String {
    let hedge = match qualifier {
        None => "",
        Some(Qualifier::Over) => "over ",
        Some(Qualifier::About) => "about ",
        Some(Qualifier::Nearly) => "nearly ",
    };
    format!("{hedge}{count}{}", unit.unwrap_or_default())
}

fn quantity(quantity: &Option<Quantity>) -> Option<String> {
    let quantity = quantity.as_ref()?;
    Some(shown(
        quantity.count,
        quantity.qualifier,
        quantity.unit.as_deref(),
    ))
}

fn named(items: &[Named]) -> Vec<String> {
    let items = items.iter();
    items
        .map(|item| {
            format!(
                "{} {}",
                item.name,
                shown(item.count, item.qualifier, item.unit.as_deref())
            )
        })
        .collect()
}

fn total(overview: &str) -> Option<String> {
    quantity(&disclosure(overview).total)
}

fn categories(overview: &str) -> Vec<String> {
    named(&disclosure(overview).categories)
}

fn activities(overview: &str) -> Vec<String> {
    named(&disclosure(overview).activities)
}

/// The channels; the parts of each follow it in brackets.
fn channels(overview: &str) -> Vec<String> {
    let found = disclosure(overview).channels;
    let shown = found.iter().map(|channel| {
        let own = named(&[channel.named()]).concat();
        let parts = named(&channel.categories).join("、");
        if parts.is_empty() {
            own
        } else {
            format!("{own}（{parts}）")
        }
    });
    shown.collect()
}

/// The gaps in section one, without the excerpts.
fn left_out(overview: &str) -> Vec<Gap> {
    gaps(&report_saying(overview))
        .into_iter()
        .map(|gap| gap.0)
        .collect()
}

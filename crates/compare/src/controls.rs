//! What the catalogue is, the ways to compare, and the choices of each.

use super::choice::{By, Kind};
use super::comparison::Comparison;
use crate::messages::CompareText;
use gongkai_catalog::{Measure, comparable};
use gongkai_catalog::{default_power, denominator_name, measure_name, per_unit};
use gongkai_i18n::Locale;
use gongkai_model::Edition;
use gongkai_view::components;
use gongkai_view::figures::{self, Control, Display, Scale};
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::Text;

pub(super) fn head(comparison: &Comparison) -> Element {
    let (locale, catalog) = (comparison.locale, &comparison.catalog);
    let mut head = Element::new(Tag::Header);
    head.set(Name::Class, "header").set(Name::Part, "header");
    let title = catalog.title.clone();
    let title = title.unwrap_or_else(|| CompareText::Title.text(locale).to_owned());
    head.open(Tag::H2).text(title);
    let years = catalog.years();
    let year = |year: Option<&u16>| year.map_or_else(String::new, u16::to_string);
    head.open(Tag::P)
        .set(Name::Class, "about")
        .text(CompareText::Counts.with(
            locale,
            &[
                &gongkai_i18n::grouped(i64::try_from(catalog.agencies().len()).unwrap_or(i64::MAX)),
                &gongkai_i18n::grouped(i64::try_from(catalog.len()).unwrap_or(i64::MAX)),
                &year(years.first()),
                &year(years.last()),
            ],
        ));
    if catalog.is_fictional {
        head.open(Tag::P)
            .set(Name::Class, "fictional")
            .text(CompareText::Fictional.text(locale));
    }
    head
}

/// A kind's name.
pub(super) fn kind_name(locale: Locale, kind: Kind) -> &'static str {
    let text = match kind {
        Kind::Trend => CompareText::Trend,
        Kind::Multiples => CompareText::Multiples,
        Kind::Distribution => CompareText::Distribution,
        Kind::Places => CompareText::Places,
        Kind::Beside => CompareText::Beside,
        Kind::Checks => CompareText::Checks,
    };
    text.text(locale)
}

/// The id of a kind's tab.
pub(super) fn tab_id(kind: Kind) -> String {
    ["tab-", kind.id()].concat()
}

pub(super) fn tabs(comparison: &Comparison) -> Element {
    let mut list = Element::new(Tag::Div);
    list.set(Name::Class, "tabs")
        .set(Name::Part, "tabs")
        .set(Name::Role, "tablist")
        .set(Name::AriaLabel, CompareText::Kinds.text(comparison.locale));
    for kind in Kind::ALL {
        let (selected, stop) = match kind == comparison.choice.kind {
            true => ("true", "0"),
            false => ("false", "-1"),
        };
        list.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Role, "tab")
            .set(Name::Id, tab_id(kind))
            .set(Name::DataChoice, "kind")
            .set(Name::DataValue, kind.id())
            .set(Name::AriaSelected, selected)
            .set(Name::AriaControls, "panel")
            .set(Name::Tabindex, stop)
            .text(kind_name(comparison.locale, kind));
    }
    list
}

/// The choices that the kind has.
pub(super) fn controls(comparison: &Comparison) -> Element {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let mut all = Element::new(Tag::Div);
    all.set(Name::Class, "selects");
    let kind = choice.kind;
    if !matches!(kind, Kind::Beside | Kind::Checks) {
        measures(
            comparison,
            "measure",
            Some(choice.measure),
            CompareText::Measure,
            &mut all,
        );
    }
    if kind == Kind::Trend {
        measures(
            comparison,
            "other",
            choice.other,
            CompareText::Other,
            &mut all,
        );
    }
    let years = comparison.catalog.years();
    let choose_year = |id: &'static str, label: CompareText, current: u16, into: &mut Element| {
        let years = years.iter().rev().map(|year| {
            let year_text = year.to_string();
            (year_text.clone(), year_text, *year == current)
        });
        select(id, label.text(locale), years.collect(), into);
    };
    if !kind.is_of_years() && kind != Kind::Checks {
        choose_year("year", CompareText::Year, choice.year, &mut all);
    }
    let denominators = comparison.catalog.denominators();
    if !denominators.is_empty() && !matches!(kind, Kind::Beside | Kind::Checks) {
        let mut options = vec![(
            String::new(),
            CompareText::Nothing.text(locale).to_owned(),
            choice.by == By::Nothing,
        )];
        for (at, one) in denominators.iter().enumerate() {
            let name = denominator_name(locale, one);
            let rate = per_unit(locale, &one.unit, default_power(&one.unit));
            let name = CompareText::NameBy.with(locale, &[name, &rate]);
            let is_chosen = matches!(choice.by, By::Denominator { index, .. } if index == at);
            options.push((one.id.clone(), name, is_chosen));
        }
        select("by", CompareText::By.text(locale), options, &mut all);
    }
    // Behind what is wider, so that the two stand side by side.
    if kind.is_of_years() && years.len() > 1 {
        choose_year("from", CompareText::From, choice.from, &mut all);
        choose_year("to", CompareText::To, choice.to, &mut all);
    }
    let groups = comparison.catalog.groups();
    if groups.len() > 1 && comparison.is_of_all() {
        let mut options = vec![(
            String::new(),
            CompareText::All.text(locale).to_owned(),
            choice.group.is_none(),
        )];
        options.extend(groups.iter().enumerate().map(|(index, group)| {
            (
                index.to_string(),
                group.clone(),
                choice.group == Some(index),
            )
        }));
        select("group", CompareText::Group.text(locale), options, &mut all);
    }
    let mut buttons = Vec::new();
    if matches!(kind, Kind::Trend | Kind::Multiples | Kind::Distribution) {
        if comparison.may_be_log() {
            buttons.push(Control {
                id: "scale",
                label: Text::Scale.text(locale),
                options: vec![
                    (Scale::Linear.id(), Text::ScaleLinear.text(locale)),
                    (Scale::Log.id(), Text::ScaleLog.text(locale)),
                ],
                current: choice.scale.id(),
            });
        }
        buttons.push(Control {
            id: "as",
            label: Text::ShowAs.text(locale),
            options: vec![
                (Display::Chart.id(), Text::ShowChart.text(locale)),
                (Display::Table.id(), Text::ShowTable.text(locale)),
            ],
            current: choice.display.id(),
        });
    }
    components::controls(&buttons, &mut all);
    all
}

/// Value, label and whether it is the current one.
type Options = Vec<(String, String, bool)>;

fn labelled<'a>(id: &'static str, label: &'static str, into: &'a mut Element) -> &'a mut Element {
    let line = into.open(Tag::Label);
    line.set(Name::Class, "select");
    line.open(Tag::Span).text(label);
    line.open(Tag::Select).set(Name::DataChoice, id)
}

fn select(id: &'static str, label: &'static str, options: Options, into: &mut Element) {
    let select = labelled(id, label, into);
    for (value, label, is_current) in options {
        option(value, label, is_current, select);
    }
}

fn option(value: String, label: String, is_current: bool, into: &mut Element) {
    into.open(Tag::Option)
        .set(Name::Value, value)
        .flag(Name::Selected, is_current)
        .text(label);
}

/// The catalogue's measures under the names of the views that show them.
fn measures(
    comparison: &Comparison,
    id: &'static str,
    current: Option<Measure>,
    label: CompareText,
    into: &mut Element,
) {
    let locale = comparison.locale;
    let select = labelled(id, label.text(locale), into);
    if id == "other" {
        let none = CompareText::NoOther.text(locale).to_owned();
        option(String::new(), none, current.is_none(), select);
    }
    for (view, measures) in by_view(comparison) {
        let group = select.open(Tag::Optgroup);
        group.set(Name::Label, view);
        for measure in measures {
            if id == "other" && measure == comparison.choice.measure {
                continue;
            }
            let name = measure_name(locale, measure);
            // What may not be compared is still offered: the figure says why not.
            let is_refused =
                id == "other" && comparable(comparison.choice.measure, measure).is_err();
            let name = match (is_refused, measure.only_edition()) {
                (true, _) => CompareText::OtherRefused.with(locale, &[&name]),
                (false, Some(Edition::Form2019)) => CompareText::Only2019.with(locale, &[&name]),
                (false, Some(Edition::Form2021)) => CompareText::Only2021.with(locale, &[&name]),
                (false, None) => name,
            };
            option(measure.id(), name, current == Some(measure), group);
        }
    }
}

/// The measures that are carried, under the views' names, in the form's order.
pub(super) fn by_view(comparison: &Comparison) -> Vec<(&'static str, Vec<Measure>)> {
    let mut views: Vec<(&'static str, Vec<Measure>)> = Vec::new();
    for measure in comparison.catalog.measures() {
        let Some(view) = figures::view_of_cell(measure.cell()) else {
            continue;
        };
        let name = view.name(comparison.locale);
        match views.iter_mut().find(|(known, _)| *known == name) {
            Some((_, measures)) => measures.push(measure),
            None => views.push((name, vec![measure])),
        }
    }
    views
}

//! The choices of the current panel: measures, years, denominator, group, scale and display.

use crate::choice::{PanelKind, SumsBy};
use crate::messages::{CompareText, compare_text};
use crate::view_model::ViewModel;
use gongkai_catalog::{
    Measure, comparable, default_power, denominator_name, measure_name, per_unit,
};
use gongkai_model::Edition;
use gongkai_view::components;
use gongkai_view::figures::{Control, Display, Scale};
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::Text;

pub(crate) fn controls(model: &ViewModel) -> Element {
    let mut controls = Element::new(Tag::Div);
    controls.set(Name::Class, "selects");
    let into = &mut controls;
    let panel = model.choice().panel;
    if !panel.shows_one_agency() {
        measure_select(model, into);
    }
    if panel == PanelKind::Trend {
        second_measure_select(model, into);
    }
    let shows_all_years = panel == PanelKind::Sums && !model.shows_sums_of_groups();
    if !panel.shows_year_range() && panel != PanelKind::Checks && !shows_all_years {
        year_select("year", CompareText::Year, model, model.choice().year, into);
    }
    if panel.compares_two_years() && model.catalog().years().len() > 1 {
        base_year_select(model, into);
    }
    if !panel.shows_one_agency() && panel != PanelKind::Sums {
        denominator_select(model, into);
    }
    // After the wider ones, so that the two are next to each other.
    if panel.shows_year_range() && model.catalog().years().len() > 1 {
        let (first, last) = (model.choice().first_year, model.choice().last_year);
        year_select("from", CompareText::FirstYear, model, first, into);
        year_select("to", CompareText::LastYear, model, last, into);
    }
    if panel.shows_all_agencies() {
        group_select(model, into);
    }
    components::controls(&buttons(model), into);
    controls
}

/// The buttons for the scale, and for chart or table.
fn buttons(model: &ViewModel) -> Vec<Control> {
    let (locale, choice) = (model.locale(), model.choice());
    let mut buttons = Vec::new();
    let has_log_scale = match choice.panel {
        PanelKind::Trend | PanelKind::Multiples | PanelKind::Distribution => true,
        PanelKind::Sums => false,
        _ => return buttons,
    };
    if choice.panel == PanelKind::Sums && model.catalog().groups().len() > 1 {
        buttons.push(Control {
            id: "sums",
            label: CompareText::SumsBy.text(locale),
            options: vec![
                (SumsBy::Groups.id(), CompareText::ByGroup.text(locale)),
                (SumsBy::Years.id(), CompareText::ByYear.text(locale)),
            ],
            current: choice.sums_by.id(),
        });
    }
    // The groups that are no provinces are only listed.
    if model.shows_sums_of_groups() && model.provinces().is_none() {
        return buttons;
    }
    if has_log_scale && model.allows_log_scale() {
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
    buttons
}

fn year_select(
    id: &'static str,
    label: CompareText,
    model: &ViewModel,
    current: u16,
    into: &mut Element,
) {
    let select = labelled_select(id, label.text(model.locale()), into);
    for year in model.catalog().years().iter().rev() {
        option(year.to_string(), year.to_string(), *year == current, select);
    }
}

/// The first option is the year before the chosen one, also where no report is of that year.
fn base_year_select(model: &ViewModel, into: &mut Element) {
    let (locale, choice) = (model.locale(), model.choice());
    let select = labelled_select("base", CompareText::BaseYear.text(locale), into);
    let before = choice.year.saturating_sub(1);
    let label = compare_text::YearBefore {
        year: &before.to_string(),
    }
    .text(locale);
    option(String::new(), label, choice.base_year.is_none(), select);
    for year in model.catalog().years().iter().rev() {
        if *year != choice.year && *year != before {
            let is_current = choice.base_year == Some(*year);
            option(year.to_string(), year.to_string(), is_current, select);
        }
    }
}

fn denominator_select(model: &ViewModel, into: &mut Element) {
    let (locale, per) = (model.locale(), model.choice().per);
    let denominators = model.catalog().denominators();
    if denominators.is_empty() {
        return;
    }
    let select = labelled_select("by", CompareText::PerLabel.text(locale), into);
    let none = CompareText::NotDivided.text(locale).to_owned();
    option(String::new(), none, per.is_none(), select);
    for (index, denominator) in denominators.iter().enumerate() {
        let name = denominator_name(locale, denominator);
        let rate = per_unit(locale, &denominator.unit, default_power(&denominator.unit));
        let label = compare_text::NamePer { name, per: &rate }.text(locale);
        let is_current = per.is_some_and(|per| per.denominator == index);
        option(denominator.id.clone(), label, is_current, select);
    }
}

fn group_select(model: &ViewModel, into: &mut Element) {
    let (locale, current) = (model.locale(), model.choice().group);
    let groups = model.catalog().groups();
    if groups.len() < 2 {
        return;
    }
    let select = labelled_select("group", CompareText::Group.text(locale), into);
    let all = CompareText::AllGroups.text(locale).to_owned();
    option(String::new(), all, current.is_none(), select);
    for (index, group) in groups.iter().enumerate() {
        option(
            index.to_string(),
            group.clone(),
            current == Some(index),
            select,
        );
    }
}

fn measure_select(model: &ViewModel, into: &mut Element) {
    let label = CompareText::Measure.text(model.locale());
    let select = labelled_select("measure", label, into);
    for (view, measures) in model.measures_by_view() {
        let group = select.open(Tag::Optgroup);
        group.set(Name::Label, view);
        for measure in measures {
            let is_current = measure == model.choice().measure;
            option(
                measure.id(),
                edition_label(model, measure),
                is_current,
                group,
            );
        }
    }
}

/// Measures that must not be compared with the first are offered too: the panel then says why.
fn second_measure_select(model: &ViewModel, into: &mut Element) {
    let (locale, choice) = (model.locale(), model.choice());
    let label = CompareText::SecondMeasure.text(locale);
    let select = labelled_select("other", label, into);
    let none = CompareText::NoSecondMeasure.text(locale).to_owned();
    option(String::new(), none, choice.second_measure.is_none(), select);
    for (view, measures) in model.measures_by_view() {
        let group = select.open(Tag::Optgroup);
        group.set(Name::Label, view);
        for measure in measures {
            if measure == choice.measure {
                continue;
            }
            let label = if comparable(choice.measure, measure).is_ok() {
                edition_label(model, measure)
            } else {
                compare_text::NotComparable {
                    measure: &measure_name(locale, measure),
                }
                .text(locale)
            };
            let is_current = choice.second_measure == Some(measure);
            option(measure.id(), label, is_current, group);
        }
    }
}

/// Names a measure, and the edition if only one has it.
fn edition_label(model: &ViewModel, measure: Measure) -> String {
    let locale = model.locale();
    let name = measure_name(locale, measure);
    match measure.only_edition() {
        Some(Edition::Form2019) => compare_text::Only2019 { measure: &name }.text(locale),
        Some(Edition::Form2021) => compare_text::Only2021 { measure: &name }.text(locale),
        None => name,
    }
}

fn labelled_select<'a>(
    id: &'static str,
    label: &'static str,
    into: &'a mut Element,
) -> &'a mut Element {
    let line = into.open(Tag::Label);
    line.set(Name::Class, "select");
    line.open(Tag::Span).text(label);
    line.open(Tag::Select).set(Name::DataChoice, id)
}

fn option(value: String, label: String, is_current: bool, into: &mut Element) {
    into.open(Tag::Option)
        .set(Name::Value, value)
        .flag(Name::Selected, is_current)
        .text(label);
}

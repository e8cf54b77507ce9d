//! What a report's context adds to a view: other years of the same agency, and its peers.
//!
//! It comes after the view has been drawn, from where the reports of many agencies are known; here it only gets
//! its place.

use super::controls::options;
use super::panel::{Panel, Part, PartKind};
use super::tabs::tab_id;
use crate::figures::{Control, Display};
use crate::markup::{Element, Name, Node, Tag};
use crate::request::Request;
use crate::text::{AppText, Text};

/// What is known beyond one report, as parts of one view of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What goes into the overview's tiles, by the key of the headline.
    pub tiles: Vec<(String, Element)>,
    /// Whether the view can be shown over the years.
    pub has_years: bool,
    /// The view over the years, if the reader has chosen that.
    pub years: Option<YearsPanel>,
    /// What follows the view: the numbers of the year before, the peers, or why they are not known.
    pub notes: Vec<Element>,
    /// The checks between years, in the view of checks.
    pub checks: Vec<Element>,
}

/// Gives the context of a view.
pub type ContextOf<'a> = &'a dyn Fn(&Request) -> Context;

/// No view has a context.
pub fn without_context(_: &Request) -> Context {
    Context::default()
}

/// A view over the years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearsPanel {
    /// The finding.
    pub title: String,
    pub parts: Vec<Part>,
}

impl Context {
    /// What is shown where the years follow as a view of their own.
    pub fn with_one_year(self) -> Context {
        Context {
            has_years: false,
            notes: Vec::new(),
            ..self
        }
    }
}

impl Panel {
    /// Puts the context in its place.
    pub fn add_context(&mut self, context: Context, request: &Request) {
        let Context {
            tiles,
            has_years,
            years,
            notes,
            checks,
        } = context;
        for part in &mut self.parts {
            add_to_tiles(&tiles, &mut part.element);
        }
        // The last part is the ways to export.
        let last = self.parts.pop();
        if has_years {
            self.offer_years(years.is_some(), request);
        }
        if let Some(years) = years {
            self.show_years(years, request);
        }
        let more = checks.into_iter().chain(notes);
        self.parts.extend(more.map(|element| Part {
            kind: PartKind::Fixed,
            element,
        }));
        self.parts.extend(last);
    }

    /// Adds the years to the choice of chart or table, or to the one year where there is no such choice.
    fn offer_years(&mut self, is_chosen: bool, request: &Request) {
        let locale = request.locale;
        let mut control = request.choices.display_control(locale);
        let has_choice = self.parts.iter().any(|part| {
            let mut found = false;
            part.element
                .elements(&mut |one| found |= is_display_option(one));
            found
        });
        if !has_choice {
            let this_year = AppText::ShowThisYear.text(locale);
            control.options = vec![(Display::Chart.id(), this_year)];
        }
        let years = (Display::Years.id(), Text::ShowYears.text(locale));
        control.options.push(years);
        if has_choice && !is_chosen {
            for part in &mut self.parts {
                add_option(&control, &mut part.element);
            }
            return;
        }
        let mut holder = Element::new(Tag::Div);
        options(&[control], locale, &mut holder);
        let Some(Node::Element(element)) = holder.inside.pop() else {
            return;
        };
        let is_before = |part: &Part| {
            matches!(
                part.element.get(Name::Class),
                Some("question" | "finding" | "lead")
            )
        };
        let is_options = |part: &Part| part.element.get(Name::Class) == Some("options");
        self.parts.retain(|part| !is_options(part));
        let at = self.parts.iter().take_while(|part| is_before(part)).count();
        let kind = PartKind::Fixed;
        self.parts.insert(at, Part { kind, element });
    }

    /// Shows the years instead of the figure; the choices stay.
    fn show_years(&mut self, years: YearsPanel, request: &Request) {
        let question = request.view.question(request.locale);
        let is_options = |part: &Part| part.element.get(Name::Class) == Some("options");
        let chosen = self.parts.iter().find(|part| is_options(part)).cloned();
        let mut panel = Panel::new(tab_id(request.view), question, years.title);
        panel.parts.extend(chosen);
        panel.parts.extend(years.parts);
        *self = panel;
    }
}

fn is_display_option(element: &Element) -> bool {
    element.get(Name::DataChoice) == Some("as")
}

/// Adds the last option of the control to the buttons of the same choice.
fn add_option(control: &Control, element: &mut Element) {
    let is_group = element
        .inside
        .iter()
        .any(|node| matches!(node, Node::Element(element) if is_display_option(element)));
    if is_group && let Some(&(value, label)) = control.options.last() {
        element
            .open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataChoice, control.id)
            .set(Name::DataValue, value)
            .set(Name::AriaPressed, "false")
            .text(label);
        return;
    }
    for node in &mut element.inside {
        if let Node::Element(element) = node {
            add_option(control, element);
        }
    }
}

/// Adds to each tile what is known of it, before the way into its view.
fn add_to_tiles(tiles: &[(String, Element)], element: &mut Element) {
    for node in &mut element.inside {
        let Node::Element(child) = node else { continue };
        let tile = tiles
            .iter()
            .find(|(key, _)| child.tag == Tag::Li && child.key.as_ref() == Some(key));
        match (tile, child.inside.first_mut()) {
            (Some((_, added)), Some(Node::Element(button))) => button.push(added.clone()),
            _ => add_to_tiles(tiles, child),
        }
    }
}

//! A catalogue with a choice, and what of it is shown.

use super::choice::{Choice, Kind, MOST_PLACES};
use super::link::{self, Kept};
use super::panel::{self, Order};
use super::{controls, places};
use crate::messages::CompareText;
use gongkai_catalog::{AgencySearch, Catalog, Measure, comparable};
use gongkai_i18n::Locale;
use gongkai_view::charts::{DotPlotDrawing, Size};
use gongkai_view::figures::Scale;
use gongkai_view::markup::{Element, Name, Tag};
use std::cell::OnceCell;
use std::rc::Rc;

/// One widget's look at a catalogue, which all widgets of the page share.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub(super) catalog: Rc<Catalog>,
    pub(super) search: Rc<AgencySearch>,
    pub(super) choice: Choice,
    pub(super) locale: Locale,
    pub(super) size: Size,
    /// News for those who hear the page.
    pub(super) said: String,
    /// What the reader wanted and did not get: it is seen above the chosen places, not only heard.
    pub(super) refusal: String,
    /// The table's rows, and the strip of dots; made when they are asked for.
    pub(super) order: OnceCell<Rc<Order>>,
    pub(super) strip: OnceCell<Rc<(DotPlotDrawing, Vec<usize>)>>,
}

/// A part of the widget that is made anew by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Head,
    Tabs,
    Places,
    Controls,
    Figure,
    /// Of the figure only the headings of the table of places.
    Heading,
    /// Of the figure only the table's rows.
    Rows,
    /// Beside their filter, how many fit.
    Fit,
    Said,
}

impl Part {
    pub const ALL: [Part; 9] = [
        Part::Head,
        Part::Tabs,
        Part::Places,
        Part::Controls,
        Part::Figure,
        Part::Heading,
        Part::Rows,
        Part::Fit,
        Part::Said,
    ];

    /// The value of `data-part`.
    pub fn id(self) -> &'static str {
        match self {
            Part::Head => "head",
            Part::Tabs => "tabs",
            Part::Places => "places",
            Part::Controls => "controls",
            Part::Figure => "figure",
            Part::Heading => "heading",
            Part::Rows => "rows",
            Part::Fit => "fit",
            Part::Said => "said",
        }
    }
}

impl Comparison {
    /// With what `link`, a part of a page's fragment, keeps. `None` of a catalogue without a report.
    pub fn new(
        catalog: Rc<Catalog>,
        search: Rc<AgencySearch>,
        locale: Locale,
        size: Size,
        link: Option<&str>,
    ) -> Option<Comparison> {
        let choice = Choice::of(&catalog)?;
        let mut comparison = Comparison {
            catalog,
            search,
            choice,
            locale,
            size,
            said: String::new(),
            refusal: String::new(),
            order: OnceCell::new(),
            strip: OnceCell::new(),
        };
        if let Some(link) = link {
            comparison.restore(Some(link));
        }
        Some(comparison)
    }

    /// Takes the choice of a link; what the link does not say is as at first, and without a link all.
    pub fn restore(&mut self, link: Option<&str>) {
        let kept = match link {
            Some(link) => link::read(&self.catalog, link),
            None => Choice::of(&self.catalog).map(Kept::from),
        };
        let Some(kept) = kept else {
            return;
        };
        self.choice = kept.choice;
        self.forget();
        let places = match (kept.lost.as_slice(), kept.over) {
            ([], None) => None,
            ([], Some(over)) => Some(self.full(over)),
            ([lost], _) => Some(CompareText::Lost.with(self.locale, &[lost])),
            ([first, ..], _) => {
                let count = kept.lost.len().to_string();
                Some(CompareText::LostMore.with(self.locale, &[first, &count]))
            }
        };
        // Of the other kinds' years nothing is shown.
        let years = match self.choice.kind {
            kind if kind.is_of_years() => kept.lost_years.map(|lost| (lost, self.span())),
            Kind::Checks => None,
            _ => kept.lost_year.map(|lost| (lost, self.year_said())),
        };
        let years =
            years.map(|(lost, shown)| CompareText::LostYears.with(self.locale, &[&lost, &shown]));
        let said: Vec<String> = places.into_iter().chain(years).collect();
        self.refusal = said.join(match self.locale {
            Locale::ZhCn => "",
            Locale::En => " ",
        });
        self.said = self.refusal.clone();
    }

    /// That a place is one too many.
    pub(super) fn full(&self, place: usize) -> String {
        let most = MOST_PLACES.to_string();
        CompareText::Full.with(self.locale, &[&most, self.name_of(place)])
    }

    /// The choice as a part of a page's fragment, without its name.
    pub fn link(&self) -> String {
        link::write(&self.catalog, &self.choice)
    }

    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// What has just happened, or else the figure's finding.
    pub fn said(&self) -> &str {
        &self.said
    }

    pub fn translate(&mut self, locale: Locale) {
        self.locale = locale;
        self.said.clear();
        self.refusal.clear();
        self.forget();
    }

    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.strip = OnceCell::new();
    }

    /// What follows from a choice that is no more.
    pub(super) fn forget(&mut self) {
        self.order = OnceCell::new();
        self.strip = OnceCell::new();
    }

    /// The widget, with each of its parts in an element that names it.
    pub fn whole(&self) -> Element {
        let mut widget = Element::new(Tag::Div);
        widget
            .set(Name::Class, "widget compare")
            .set(Name::Part, "widget")
            .set(Name::Lang, self.locale.tag());
        if self.size.width < self.size.em * 38.0 {
            widget.set(Name::DataWidth, "narrow");
        }
        for part in [
            Part::Head,
            Part::Tabs,
            Part::Places,
            Part::Controls,
            Part::Figure,
        ] {
            let region = widget.open(Tag::Div);
            region.set(Name::DataPart, part.id());
            region.push(self.part(part));
        }
        widget
            .open(Tag::P)
            .set(Name::Class, "spoken")
            .set(Name::Role, "status")
            .set(Name::AriaLive, "polite")
            .set(Name::DataPart, Part::Said.id())
            .text(self.said.clone());
        widget
    }

    /// What stands in a part.
    pub fn part(&self, part: Part) -> Element {
        match part {
            Part::Head => controls::head(self),
            Part::Tabs => controls::tabs(self),
            Part::Places => places::places(self),
            Part::Controls => controls::controls(self),
            Part::Figure => panel::figure(self),
            Part::Heading => panel::heading(self),
            Part::Rows => self.rows(0, panel::FIRST_ROWS),
            Part::Fit => panel::fit(self),
            Part::Said => {
                let mut said = Element::new(Tag::Span);
                said.text(self.said.clone());
                said
            }
        }
    }

    /// Places to add, by name, code or initials.
    pub fn found(&self, query: &str) -> Element {
        places::found(self, query)
    }

    /// The second measure, where it may stand beside the first.
    pub(super) fn second(&self) -> Option<Measure> {
        let choice = &self.choice;
        let other = choice.other.filter(|_| choice.kind == Kind::Trend)?;
        comparable(choice.measure, other).ok().map(|()| other)
    }

    /// Whether all that is shown has a place on a log scale, which nothing below 0 has.
    pub(super) fn may_be_log(&self) -> bool {
        let mut measures = [Some(self.choice.measure), self.second()]
            .into_iter()
            .flatten();
        !measures.any(Measure::may_be_negative)
    }

    /// The chosen scale, which a measure that it does not suit leaves for later.
    pub(super) fn scale(&self) -> Scale {
        match self.may_be_log() {
            true => self.choice.scale,
            false => Scale::Linear,
        }
    }

    /// Whether of the chosen places only the first is shown.
    pub(super) fn is_of_first(&self) -> bool {
        self.choice.kind.is_of_one() || self.second().is_some()
    }

    /// Whether the kind is of all places, and not of those that are chosen.
    pub(super) fn is_of_all(&self) -> bool {
        matches!(self.choice.kind, Kind::Distribution | Kind::Places)
    }
}

//! Catalogues to compare: fictional ones, labelled as such, and one of the real sample.

// Each test file uses a part of it.
#![allow(dead_code)]

use gongkai_catalog::*;
use gongkai_compare::render::{self, Dot};
use gongkai_compare::{Action, Choice, Controller, Region};
use gongkai_i18n::Locale;
use gongkai_model::{Decimal, Report};
use gongkai_view::charts::Size;
use gongkai_view::markup::{Element, Node};
use serde_json::{Value as Json, json};
use std::rc::Rc;

pub const YEARS: std::ops::RangeInclusive<u16> = 2018..=2024;

/// Names, codes (`None` where there is none) and initials; all invented. In [`fictional`] the
/// agencies have this order.
pub const AGENCIES: [(&str, Option<&str>, &str); 6] = [
    ("虚构青禾县", Some("990101"), "xgqhx"),
    ("虚构白石县", Some("990102"), "xgbsx"),
    ("虚构长洲区", Some("990201"), "xgczq"),
    ("虚构望川县", Some("990202"), "xgwcx"),
    ("虚构云岭市", Some("990301"), "xgyls"),
    ("虚构档案局", None, "xgdaj"),
];

pub fn measure(id: &str) -> Measure {
    Measure::from_id(id).unwrap_or_else(|| panic!("no measure {id}"))
}

/// Makes seven cells, the last of which is the total.
pub fn row(total: Json) -> Json {
    json!([null, 0, 0, 0, 0, 0, total])
}

/// Makes a report with only its head and the given fields.
pub fn report(
    agency: (&str, Option<&str>, &str),
    year: u16,
    edition: &str,
    fields: &[(&str, Json)],
) -> Report {
    let (name, code, _) = agency;
    let mut json = json!({
        "format": gongkai_model::FORMAT,
        "agency": { "name": name },
        "year": year,
        "edition": edition,
    });
    if let Some(code) = code {
        gongkai_testing::put(&mut json, "agency.division_code", json!(code));
    }
    for (path, value) in fields {
        gongkai_testing::put(&mut json, path, value.clone());
    }
    gongkai_testing::report(&json)
}

/// Makes the reports of a fictional agency, with one gap of each kind.
///
/// | agency | gap |
/// | --- | --- |
/// | 0 | none: 2018 to 2024, the form changes in 2021 |
/// | 1 | 2019 lacks its report; 2020's applications are blank |
/// | 2 | 2022's applications are "/"; licences of 2020 are 0 |
/// | 3 | changes its form in 2022, one year late; its population is not known |
/// | 4 | 2023's applications are missing; carried over wrongly from 2021 to 2022 |
/// | 5 | only 2024, no code, no group |
fn years(index: usize) -> Vec<Report> {
    let agency = AGENCIES[index];
    let first = if index == 5 { 2024 } else { 2018 };
    let mut reports = Vec::new();
    for year in first..=*YEARS.end() {
        if (index, year) == (1, 2019) {
            continue;
        }
        let change = if index == 3 { 2022 } else { 2021 };
        let is_new = year >= change;
        let step = i64::from(year - 2018);
        let size = index as i64 + 1;
        let received = match (index, year) {
            (1, 2020) => row(Json::Null),
            (2, 2022) => row(json!("/")),
            _ => row(json!(size * 10 + step)),
        };
        let carried_in = match (index, year) {
            (4, 2022) => 9,
            _ => step,
        };
        let mut fields = vec![
            ("applications.carried_in", row(json!(carried_in))),
            ("applications.carried_out", row(json!(step + 1))),
            ("applications.outcomes.granted", row(json!(size * 4))),
            ("reviews.reconsideration.total", json!(index)),
        ];
        if (index, year) != (4, 2023) {
            fields.push(("applications.received", received));
        }
        let decisions = if (index, year) == (2, 2020) {
            0
        } else {
            size * 1000 + step
        };
        fields.push(("proactive.licences.decisions", json!(decisions)));
        if is_new {
            fields.push(("proactive.normative_documents.made", json!(2)));
            fields.push(("proactive.normative_documents.repealed", json!(1)));
            fields.push(("proactive.normative_documents.in_force", json!(50 + step)));
            let fees = json!({ "value": format!("{}.50", 100 * size), "unit": "万元" });
            fields.push(("proactive.fees.amount", fees));
        } else {
            fields.push(("proactive.licences.items_last_year", json!(300 + step)));
            fields.push(("proactive.licences.change", json!(1)));
            fields.push(("proactive.normative_documents.total_disclosed", json!(70)));
            let amount = json!({ "value": format!("{}.25", 2000 * size), "unit": "万元" });
            fields.push(("proactive.procurement.amount", amount));
            fields.push(("proactive.procurement.projects", json!(size * 3)));
        }
        let edition = if is_new { "2021" } else { "2019" };
        reports.push(report(agency, year, edition, &fields));
    }
    reports
}

/// Builds a catalogue of the reports, with the paths `r0.json`, `r1.json` …
pub fn built(reports: &[Report]) -> Catalog {
    let measures = Measure::all();
    let sources = reports.iter().enumerate().map(|(index, report)| {
        let file = format!("r{index}.json");
        let hash: String = format!("{index:064}").chars().rev().collect();
        Extract::of(file, hash, report, &measures).expect("fit for a catalogue")
    });
    let initials = |name: &str| {
        let mut known = AGENCIES.iter();
        let agency = known.find(|agency| agency.0 == name);
        agency.map_or_else(String::new, |agency| agency.2.to_owned())
    };
    build(sources.collect(), &measures, &initials).catalog
}

/// Makes six invented agencies in two invented provinces and their population, 2018 to 2024.
pub fn fictional() -> Catalog {
    let reports: Vec<Report> = (0..AGENCIES.len()).flat_map(years).collect();
    let mut catalog = built(&reports);
    catalog.is_fictional = true;
    catalog.title = Some("虚构目录".to_owned());
    catalog.group_by(|agency| {
        let code = agency.code.as_deref()?;
        let group = if code < "990200" {
            "虚构东省"
        } else {
            "虚构西省"
        };
        Some(group.to_owned())
    });
    let mut people = Denominator::new(
        "population",
        "常住人口",
        "Resident population",
        "万人",
        "虚构示例",
    );
    let mut area = Denominator::new("area", "面积", "Area", "平方公里", "虚构示例");
    for index in 0..AGENCIES.len() {
        let number = Decimal::parse(&format!("{}.50", 10 + index * 7)).expect("a decimal");
        people
            .push(Some(&number).filter(|_| index != 3))
            .expect("it fits");
        area.push(Some(&number)).expect("it fits");
    }
    catalog.add_denominator(people).expect("one for each place");
    catalog.add_denominator(area).expect("one for each place");
    let written = catalog.write();
    Catalog::read(&written).expect("what is written is read")
}

/// Makes a catalogue of one real report: Longde, 2020.
pub fn longde() -> Catalog {
    built(&[gongkai_testing::sample("longde-2020.json")])
}

/// Makes invented counties 虚构0县, 虚构1县 … with a report of one year.
pub fn many(count: usize) -> Catalog {
    let reports: Vec<Report> = (0..count)
        .map(|index| {
            let name = format!("虚构{index:04}县");
            let received = ("applications.received", row(json!(index * 7 % 101)));
            report((&name, None, ""), 2024, "2021", &[received])
        })
        .collect();
    let mut catalog = built(&reports);
    catalog.is_fictional = true;
    catalog
}

pub const SIZE: Size = Size {
    width: 720.0,
    em: 16.0,
};

pub fn controller(catalog: Catalog, link: Option<&str>) -> Controller {
    let search = Rc::new(AgencySearch::new(&catalog));
    let made = Controller::new(Rc::new(catalog), search, Locale::ZhCn, SIZE, link);
    made.expect("a catalogue with reports")
}

/// A comparison in a page: its controls are used, and its elements seen.
pub trait Page {
    /// Uses the control with this `data-choice`. Returns the regions that are rendered again.
    fn press(&mut self, id: &str, value: &str) -> Vec<Region>;
    fn widget(&self) -> Element;
    fn region(&self, region: Region) -> Element;
    fn matches(&self, query: &str) -> Element;
    fn rows(&self, first: usize, count: usize) -> Element;
    fn row_count(&self) -> usize;
    fn dot(&self, rank: usize) -> Option<Dot>;
    fn nearest(&self, x: f64, y: f64) -> Option<usize>;
    fn announcement(&self) -> &str;
    fn catalog(&self) -> &Catalog;
    fn choice(&self) -> &Choice;
}

impl Page for Controller {
    fn press(&mut self, id: &str, value: &str) -> Vec<Region> {
        match Action::parse(self.catalog(), id, value) {
            Some(action) => self.apply(&action),
            None => Vec::new(),
        }
    }

    fn widget(&self) -> Element {
        render::widget(self.model())
    }

    fn region(&self, region: Region) -> Element {
        render::region(self.model(), region)
    }

    fn matches(&self, query: &str) -> Element {
        render::agency_matches(self.model(), query)
    }

    fn rows(&self, first: usize, count: usize) -> Element {
        render::table_rows(self.model(), first, count)
    }

    fn row_count(&self) -> usize {
        self.model().row_count()
    }

    fn dot(&self, rank: usize) -> Option<Dot> {
        render::dot(self.model(), rank)
    }

    fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        render::nearest_dot(self.model(), x, y)
    }

    fn announcement(&self) -> &str {
        self.model().announcement()
    }

    fn catalog(&self) -> &Catalog {
        self.model().catalog()
    }

    fn choice(&self) -> &Choice {
        self.model().choice()
    }
}

/// Returns the elements with the attribute, the outermost first.
pub fn with(element: &Element, name: gongkai_view::markup::Name, value: &str) -> Vec<Element> {
    let mut found = Vec::new();
    if element.get(name) == Some(value) {
        found.push(element.clone());
    }
    element.visit(&mut |node| {
        if let Node::Element(inner) = node
            && inner.get(name) == Some(value)
        {
            found.push(inner.clone());
        }
    });
    found
}

//! The checks between the report and those of the years before and after it.

use crate::series::Series;
use gongkai_catalog::between_years;
use gongkai_checks::Finding;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::components::across_year;
use gongkai_view::figures::checks_across;
use gongkai_view::markup::{Element, Node, Tag};

pub fn between(series: &Series, report: &Report, locale: Locale) -> Vec<Element> {
    let findings = between_years(&series.catalog, 0);
    let mut holder = Element::new(Tag::Div);
    let years = [series.year.checked_sub(1), series.year.checked_add(1)];
    for year in years.into_iter().flatten() {
        let is_of = |finding: &&Finding| {
            let has = |year: u16| finding.cells.iter().any(|cell| cell.year == year);
            has(year) && has(series.year)
        };
        let found: Vec<Finding> = findings.iter().filter(is_of).cloned().collect();
        let later = series.catalog.report(0, year.max(series.year));
        let Some(edition) = later.and_then(|later| series.catalog.edition(later)) else {
            continue;
        };
        let groups = checks_across(&found, report, edition, locale);
        across_year(&groups, year, locale, &mut holder);
    }
    let elements = holder.inside.into_iter();
    elements
        .filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
        .collect()
}

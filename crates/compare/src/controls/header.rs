//! The catalogue's title and size.

use crate::messages::{CompareText, compare_text};
use crate::phrases::grouped_count;
use crate::view_model::ViewModel;
use gongkai_view::markup::{Element, Name, Tag};

pub(crate) fn header(model: &ViewModel) -> Element {
    let (locale, catalog) = (model.locale(), model.catalog());
    let mut header = Element::new(Tag::Header);
    header.set(Name::Class, "header").set(Name::Part, "header");
    let title = catalog.title.clone();
    let title = title.unwrap_or_else(|| CompareText::Title.text(locale).to_owned());
    header.open(Tag::H2).text(title);
    let years = catalog.years();
    let year = |year: Option<&u16>| year.map_or_else(String::new, u16::to_string);
    header.open(Tag::P).set(Name::Class, "about").text(
        compare_text::CatalogSize {
            agencies: &grouped_count(catalog.agencies().len()),
            reports: &grouped_count(catalog.len()),
            first: &year(years.first()),
            last: &year(years.last()),
        }
        .text(locale),
    );
    if catalog.is_fictional {
        header
            .open(Tag::P)
            .set(Name::Class, "fictional")
            .text(CompareText::Fictional.text(locale));
    }
    header
}

//! Renders the view model as elements, as a whole or by region.

use super::controls;
use super::panel;
use super::region::Region;
use super::view_model::ViewModel;
use gongkai_view::components;
use gongkai_view::markup::{Element, Name, Tag};

pub use super::controls::agency_matches;
pub use super::panel::{Dot, dot, nearest_dot, table_rows};

/// The width below which the narrow layout is used, in em.
const NARROW: f64 = 38.0;

/// Renders the widget, each region in an element that names it.
pub fn widget(model: &ViewModel) -> Element {
    let mut widget = Element::new(Tag::Div);
    widget
        .set(Name::Class, "widget compare")
        .set(Name::Part, "widget")
        .set(Name::Lang, model.locale().tag());
    let size = model.size();
    if size.width < size.em * NARROW {
        widget.set(Name::DataWidth, "narrow");
    }
    let add = |part: Region, into: &mut Element| {
        into.open(Tag::Div)
            .set(Name::DataRegion, part.id())
            .push(region(model, part));
    };
    add(Region::Header, &mut widget);
    add(Region::Tabs, &mut widget);
    // Folded, so that the figure is on the first screen of a phone.
    let options = widget.open(Tag::Details);
    options.set(Name::Class, "options");
    options
        .open(Tag::Summary)
        .set(Name::DataRegion, Region::Options.id())
        .push(region(model, Region::Options));
    add(Region::Agencies, options);
    add(Region::Controls, options);
    components::text_size(model.locale(), &mut widget);
    add(Region::Panel, &mut widget);
    add(Region::Exports, &mut widget);
    // What became of an export.
    widget
        .open(Tag::P)
        .set(Name::Class, "said")
        .set(Name::Role, "status")
        .set(Name::AriaLive, "polite")
        .set(Name::DataRegion, "exported");
    widget
        .open(Tag::P)
        .set(Name::Class, "spoken")
        .set(Name::Role, "status")
        .set(Name::AriaLive, "polite")
        .set(Name::DataRegion, Region::Announcement.id())
        .text(model.announcement().to_owned());
    widget
}

/// Renders the content of a region.
pub fn region(model: &ViewModel, region: Region) -> Element {
    match region {
        Region::Header => controls::header(model),
        Region::Tabs => controls::tabs(model),
        Region::Agencies => controls::agency_picker(model),
        Region::Controls => controls::controls(model),
        Region::Options => controls::chosen_options(model),
        Region::Exports => controls::exports(model),
        Region::Panel => panel::panel(model),
        Region::TableHead => panel::table_head(model),
        Region::TableRows => table_rows(model, 0, panel::INITIAL_ROWS),
        Region::MatchCount => panel::match_count(model),
        Region::Announcement => {
            let mut text = Element::new(Tag::Span);
            text.text(model.announcement().to_owned());
            text
        }
    }
}

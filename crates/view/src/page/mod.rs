//! Static HTML of a report, made from the same figures and elements as the widget. A page shows it
//! until the widget has loaded, or for good if scripts do not run.
//!
//! It has two parts. The widget replaces the first, `first`: the report's heading, the list of
//! views, and one view. The second, `rest`, is folded below it: the other views with their tables, the
//! checks, and the report's text. The widget has all of these as well, so once it is shown the second part
//! is removed, unless the reader has unfolded some of it.

mod compact;
mod document;
mod embed;
mod files;
mod index;
mod static_view;

pub use document::{
    PageFrame, PageOptions, embed_page, embed_page_in_context, page, page_in_context,
};
pub use embed::{Bundle, snippet, snippet_in_context};
pub use files::{ChangedField, PageChange, PageFiles, embed_lines, encoded, removed_page};
pub use index::{IndexEntry, IndexFiles, SEARCH_SCRIPT, index};

use crate::charts::Size;
use crate::components::{ContextOf, PartKind, header, panel, source_line, tables, without_context};
use crate::figures::{Choices, Display, View, figure};
use crate::markup::{Element, Name, Node, Tag, html};
use crate::request::Request;
use crate::text::{PageText, Text, page_text};
use compact::{link_form, short_ids};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use static_view::StaticView;

/// The size of the drawing for columns of text. A style sheet shows this or the narrow one.
const WIDE: Size = Size {
    width: 720.0,
    em: 16.0,
};
/// The size of the drawing for phones. Its smallest text is still 12 px on a phone of 320 px.
const NARROW: Size = Size {
    width: 312.0,
    em: 16.0,
};

/// The content of the widget's tag; `first` is the view that the widget starts with, and `address` that of the
/// page, see [`PageOptions`].
pub fn fragment(report: &Report, first: View, address: &str, locale: Locale) -> String {
    fragment_in_context(report, first, address, locale, &without_context)
}

/// As [`fragment`], with what is known of the agency's other years: a line in each tile, and a table of the years
/// below each view's own.
pub fn fragment_in_context(
    report: &Report,
    first: View,
    address: &str,
    locale: Locale,
    context: ContextOf<'_>,
) -> String {
    // A tile without a line keeps no room for one: whether the page names a catalogue is not known here.
    let has_lines = has_lines(locale, context);
    let first_part = first_part(report, first, locale, has_lines, context);
    let mut parts = html(&linked(first_part, address));
    parts.push('\n');
    parts.push_str(&html(&linked(
        rest(report, first, locale, context),
        address,
    )));
    parts
}

/// Puts the page's address before the links to its sections. Without it a page with a `<base>` is left by
/// them, where no script runs.
fn linked(mut element: Element, address: &str) -> Element {
    if address.is_empty() {
        return element;
    }
    for (name, value) in &mut element.attributes {
        if *name == Name::Href && value.starts_with('#') {
            *value = [address, &**value].concat().into();
        }
    }
    for node in &mut element.inside {
        if let Node::Element(child) = node {
            *child = linked(std::mem::replace(child, Element::new(Tag::Div)), address);
        }
    }
    element
}

/// The id of a view's section, for links.
fn anchor(view: View) -> String {
    ["gongkai-", view.id()].concat()
}

fn part(name: &'static str, locale: Locale) -> Element {
    let mut part = Element::new(Tag::Div);
    part.set(Name::Class, "gongkai-static")
        .set(Name::DataGongkai, name)
        .set(Name::Lang, locale.tag());
    part
}

/// Whether there is a line of years in any tile.
fn has_lines(locale: Locale, context: ContextOf<'_>) -> bool {
    let context = context(&request(View::Overview, locale, WIDE));
    !context.tiles.is_empty()
}

/// `keeps_lines` is whether each tile has room for a line of years.
fn first_part(
    report: &Report,
    first: View,
    locale: Locale,
    keeps_lines: bool,
    context: ContextOf<'_>,
) -> Element {
    let mut part = part("first", locale);
    if keeps_lines {
        part.flag(Name::DataYears, true);
    }
    let widget = part.open(Tag::Div);
    widget.set(Name::Class, "widget");
    let mut top = Element::new(Tag::Div);
    header(report, locale, &mut top);
    if let Some(top) = StaticView::of(first, locale).element(&top) {
        widget.inside.extend(top.inside);
    }
    let list = widget.open(Tag::Ul);
    list.set(Name::Class, "tabs")
        .set(Name::AriaLabel, PageText::Contents.text(locale));
    for view in View::ALL {
        let link = list.open(Tag::Li).open(Tag::A);
        link.set(Name::Href, ["#", &anchor(*view)].concat())
            .set(Name::DataView, view.id());
        if *view == first {
            link.set(Name::AriaCurrent, "true");
        }
        link.text(view.name(locale));
    }
    widget.push(section(report, first, locale, true, context));
    let mut bottom = Element::new(Tag::Div);
    source_line(report, locale, &mut bottom);
    if let Some(bottom) = StaticView::of(first, locale).element(&bottom) {
        widget.inside.extend(bottom.inside);
    }
    short_ids(&mut part, 'f');
    part
}

fn rest(report: &Report, first: View, locale: Locale, context: ContextOf<'_>) -> Element {
    let mut part = part("rest", locale);
    let widget = part.open(Tag::Div);
    widget.set(Name::Class, "widget");
    widget
        .open(Tag::H2)
        .set(Name::Class, "rest")
        .text(PageText::Rest.text(locale));
    let others = View::ALL.iter().filter(|view| **view != first);
    // The table of the first view, whose figure is in the first part.
    let mut own = Element::new(Tag::Section);
    let has_numbers = numbers(report, first, locale, &mut own);
    if years(first, locale, context, &mut own) || has_numbers {
        let name = page_text::Numbers {
            view: first.name(locale),
        };
        widget.push(folded(name.text(locale), own));
    }
    for view in others {
        let mut section = section(report, *view, locale, false, context);
        if *view != View::Original {
            link_form(&mut section, locale);
        }
        widget.push(folded(view.name(locale).to_owned(), section));
    }
    short_ids(&mut part, 'r');
    part
}

/// Folds a part of the page, so that a phone's reader need not scroll past it. A link to the section inside
/// unfolds it.
fn folded(name: String, section: Element) -> Element {
    let mut details = Element::new(Tag::Details);
    details.set(Name::Class, "view-part");
    details.open(Tag::Summary).text(name);
    details.push(section);
    details
}

/// Renders a view with its figure and, unless it is the first, its table.
fn section(
    report: &Report,
    view: View,
    locale: Locale,
    is_first: bool,
    context: ContextOf<'_>,
) -> Element {
    let mut section = Element::new(Tag::Section);
    section.set(Name::Id, anchor(view));
    let convert = StaticView::of(view, locale).replaced(is_first);
    let drawn = |size: Size| {
        let request = request(view, locale, size);
        let mut panel = panel(report, &[], &request);
        panel.add_context(context(&request).with_one_year(), &request);
        panel.into_element()
    };
    let wide = convert.element(&drawn(WIDE));
    // A folded view has one drawing, which fits everywhere: two would be a third of the page.
    let narrow = if is_first {
        convert.narrow()
    } else {
        convert.single()
    };
    let narrow = narrow.element(&drawn(NARROW));
    let Some(mut panel) = wide else {
        return section;
    };
    if let Some(drawing) = narrow.and_then(figure_in)
        && let Some(at) = panel.inside.iter().position(is_figure)
    {
        if is_first {
            panel.inside.insert(at + 1, Node::Element(drawing));
        } else if let Some(place) = panel.inside.get_mut(at) {
            *place = Node::Element(drawing);
        }
    }
    section.push(panel);
    if !is_first {
        numbers(report, view, locale, &mut section);
        years(view, locale, context, &mut section);
    }
    section
}

/// Renders the table of a view's numbers over the years; returns whether there is one.
fn years(view: View, locale: Locale, context: ContextOf<'_>, into: &mut Element) -> bool {
    let mut request = request(view, locale, WIDE);
    request.choices.display = Display::Years;
    let Some(years) = context(&request).years else {
        return false;
    };
    let tables = years.parts.iter();
    let mut tables = tables.filter(|part| part.kind == PartKind::Cells);
    let convert = StaticView::of(view, locale).table();
    let Some(table) = tables.find_map(|part| convert.element(&part.element)) else {
        return false;
    };
    into.open(Tag::H4).text(Text::ShowYears.text(locale));
    into.push(table);
    true
}

/// Renders the table of a view whose panel shows a figure instead; returns whether there is one.
fn numbers(report: &Report, view: View, locale: Locale, into: &mut Element) -> bool {
    let Some(figure) = figure(report, view, &Choices::default(), locale) else {
        return false;
    };
    if figure.panels.is_empty() && figure.headlines.is_empty() {
        return false;
    }
    let mut made = Element::new(Tag::Div);
    tables(report, &figure, locale, &mut made);
    let Some(made) = StaticView::of(view, locale).table().element(&made) else {
        return false;
    };
    into.inside.extend(made.inside);
    true
}

fn request(view: View, locale: Locale, size: Size) -> Request {
    Request {
        view,
        choices: Choices::default(),
        locale,
        size,
        permalink: false,
        query: String::new(),
    }
}

fn is_figure(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.tag == Tag::Svg)
}

fn figure_in(panel: Element) -> Option<Element> {
    panel.inside.into_iter().find_map(|node| match node {
        Node::Element(element) if element.tag == Tag::Svg => Some(element),
        _ => None,
    })
}

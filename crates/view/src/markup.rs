//! Elements of a page as plain values. What builds them needs no browser; HTML and the virtual DOM
//! of the app are made from the same values.

use std::borrow::Cow;

/// Declares an enum of names, each with its text.
macro_rules! names {
    ($($(#[$doc:meta])* $set:ident { $($name:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $set { $($name),+ }

        impl $set {
            const NAMES: &'static [&'static str] = &[$($text),+];

            pub fn name(self) -> &'static str {
                Self::NAMES.get(self as usize).copied().unwrap_or_default()
            }

            /// All of them, in the order of their numbers.
            pub const ALL: &'static [$set] = &[$($set::$name),+];
        }
    )+};
}

names! {
    Tag {
        A = "a", Article = "article", Button = "button", Caption = "caption", Circle = "circle",
        Defs = "defs", Details = "details", Div = "div", G = "g", H2 = "h2", H3 = "h3", H4 = "h4",
        Header = "header", Input = "input", Label = "label", Li = "li", Line = "line", Mark = "mark",
        Ol = "ol", Optgroup = "optgroup", Option = "option", P = "p", Path = "path", Pattern = "pattern", Rect = "rect", Section = "section", Select = "select",
        Span = "span", Strong = "strong", Summary = "summary", Svg = "svg", Table = "table",
        Tbody = "tbody", Td = "td", Text = "text", Textarea = "textarea", Th = "th", Thead = "thead", Tr = "tr", Ul = "ul",
    }
    /// An attribute.
    Name {
        Accept = "accept", AriaControls = "aria-controls", AriaCurrent = "aria-current", AriaDescribedby = "aria-describedby",
        AriaHidden = "aria-hidden", AriaLabel = "aria-label", AriaLabelledby = "aria-labelledby",
        AriaLive = "aria-live", AriaPosinset = "aria-posinset", AriaPressed = "aria-pressed",
        AriaRowcount = "aria-rowcount", AriaRowindex = "aria-rowindex", AriaSelected = "aria-selected", AriaSetsize = "aria-setsize", AriaSort = "aria-sort",
        AriaValuemax = "aria-valuemax", AriaValuemin = "aria-valuemin", AriaValuenow = "aria-valuenow", AriaValuetext = "aria-valuetext", Autocomplete = "autocomplete", Class = "class",
        Colspan = "colspan", Cx = "cx", Cy = "cy", D = "d", DataAgree = "data-agree",
        DataAs = "data-as", DataCell = "data-cell", DataChoice = "data-choice",
        DataColumn = "data-column", DataCurrent = "data-current", DataForm = "data-form", DataGongkai = "data-gongkai",
        DataHint = "data-hint", DataHit = "data-hit",
        DataKey = "data-key", DataLeadsTo = "data-leads-to", DataOpen = "data-open", DataRegion = "data-region", DataPending = "data-pending", DataPlace = "data-place",
        DataRetry = "data-retry", DataSearch = "data-search", DataSelected = "data-selected", DataSize = "data-size", DataStep = "data-step",
        DataShade = "data-shade", DataExport = "data-export", DataType = "data-type",
        DataValue = "data-value", DataVerdict = "data-verdict", DataView = "data-view",
        DataWidth = "data-width", DataYears = "data-years", Display = "display", Fill = "fill", FontSize = "font-size", Headers = "headers", Height = "height",
        Href = "href", Id = "id", Label = "label", Lang = "lang", Open = "open", Part = "part",
        PatternTransform = "patternTransform", PatternUnits = "patternUnits", Placeholder = "placeholder", R = "r", Rel = "rel",
        Role = "role", Rows = "rows", Rowspan = "rowspan", Rx = "rx", Scope = "scope", Selected = "selected", Spellcheck = "spellcheck", Stroke = "stroke", Tabindex = "tabindex",
        TextAnchor = "text-anchor", Title = "title", Transform = "transform", Type = "type", Value = "value",
        ViewBox = "viewBox", Width = "width", X = "x", X1 = "x1", X2 = "x2", Y = "y", Y1 = "y1",
        Y2 = "y2",
    }
}

type Words = Cow<'static, str>;

/// An element with its attributes and what is inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub tag: Tag,
    /// Tells it from its siblings when they are drawn anew in another order.
    pub key: Option<String>,
    pub attributes: Vec<(Name, Words)>,
    pub inside: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    Text(Words),
}

impl Element {
    pub fn new(tag: Tag) -> Element {
        Element {
            tag,
            key: None,
            attributes: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// Adds an element inside and gives it.
    pub fn open(&mut self, tag: Tag) -> &mut Element {
        self.inside.push(Node::Element(Element::new(tag)));
        match self.inside.last_mut() {
            Some(Node::Element(element)) => element,
            // Just pushed.
            _ => unreachable!(),
        }
    }

    pub fn set(&mut self, name: Name, value: impl Into<Words>) -> &mut Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same attribute with nothing in it, where `so`.
    pub fn flag(&mut self, name: Name, so: bool) -> &mut Element {
        if so {
            self.set(name, "");
        }
        self
    }

    pub fn text(&mut self, text: impl Into<Words>) -> &mut Element {
        self.inside.push(Node::Text(text.into()));
        self
    }

    pub fn push(&mut self, element: Element) {
        self.inside.push(Node::Element(element));
    }

    pub fn get(&self, name: Name) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value.as_ref())
    }

    /// All text inside, in order.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.visit(&mut |node| {
            if let Node::Text(text) = node {
                words.push_str(text);
            }
        });
        words
    }

    /// Goes over everything inside, in order.
    pub fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a Node)) {
        for node in &self.inside {
            see(node);
            if let Node::Element(element) = node {
                element.visit(see);
            }
        }
    }

    /// Opens every part that is shown on request, as paper needs it.
    pub fn open_details(&mut self) {
        if self.tag == Tag::Details {
            self.flag(Name::Open, true);
        }
        for node in &mut self.inside {
            if let Node::Element(element) = node {
                element.open_details();
            }
        }
    }

    /// Goes over all elements inside, in order.
    pub fn elements<'a>(&'a self, see: &mut dyn FnMut(&'a Element)) {
        self.visit(&mut |node| {
            if let Node::Element(element) = node {
                see(element);
            }
        });
    }
}

/// As HTML, for pages that no script makes.
pub fn html(element: &Element) -> String {
    let mut text = String::new();
    print(element, &mut text);
    text
}

fn print(element: &Element, html: &mut String) {
    let tag = element.tag.name();
    html.push('<');
    html.push_str(tag);
    for (name, value) in &element.attributes {
        html.push(' ');
        html.push_str(name.name());
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
    html.push('>');
    if element.tag == Tag::Input {
        return;
    }
    for node in &element.inside {
        match node {
            Node::Element(element) => print(element, html),
            Node::Text(text) => escape(text, html),
        }
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // No parser takes it as it is.
            '\0' => html.push('\u{fffd}'),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_holds_text_and_never_markup_from_it() {
        let mut p = Element::new(Tag::P);
        p.set(Name::AriaLabel, "\"<b>\"").text("<script>&");
        p.open(Tag::Input).set(Name::Type, "search");
        assert_eq!(
            html(&p),
            "<p aria-label=\"&quot;&lt;b&gt;&quot;\">&lt;script&gt;&amp;<input type=\"search\"></p>"
        );
    }

    #[test]
    fn a_list_to_choose_from_is_printed_with_the_choice_that_is_made() {
        let mut select = Element::new(Tag::Select);
        let group = select.open(Tag::Optgroup);
        group.set(Name::Label, "一");
        group.open(Tag::Option).set(Name::Value, "").text("甲");
        let chosen = group.open(Tag::Option);
        chosen.set(Name::Value, "b").flag(Name::Selected, true);
        chosen.text("乙");
        assert_eq!(
            html(&select),
            "<select><optgroup label=\"一\"><option value=\"\">甲</option>\
             <option value=\"b\" selected=\"\">乙</option></optgroup></select>"
        );
    }
}

//! The rules of a page's own style sheets that affect whether its text is seen.
//!
//! Rules with simple selectors (names of elements, classes and identifiers) are applied. Others are only
//! known to be possible: if one of them would hide text, it is doubtful whether the text is seen.

use super::style::Style;
use super::tokens::Tag;
use std::collections::{HashMap, HashSet};

/// The most rules that are kept. Pages from word processors have hundreds.
const MAX_RULES: usize = 1000;

/// Parts of selectors for a state that a page does not have when it is opened.
const STATES: [&str; 11] = [
    ":hover",
    ":active",
    ":focus",
    ":target",
    ":visited",
    ":before",
    ":after",
    "::",
    ":checked",
    ":disabled",
    ":first-l",
];

/// Properties that matter, as the beginnings of their names.
const PROPERTIES: [&str; 16] = [
    "display",
    "visibility",
    "position",
    "top",
    "bottom",
    "left",
    "float",
    "opacity",
    "clip",
    "vertical-align",
    "mso-text-raise",
    "font-size",
    "text-",
    "white-space",
    "color",
    "background",
];

/// Parts of a selector that must all match one element.
#[derive(Debug, Default, PartialEq, Eq)]
struct Compound {
    element: Option<String>,
    /// Classes with a point and identifiers with a number sign in front.
    marks: Vec<String>,
}

#[derive(Debug)]
struct Rule {
    compound: Compound,
    /// What must be around the element, as far as that is understood.
    around: Vec<Compound>,
    /// Whether there are other conditions.
    is_doubtful: bool,
    /// Identifiers, classes and elements of the selector.
    specificity: (usize, usize, usize),
    declarations: String,
}

/// The rules of a page.
#[derive(Debug, Default)]
pub(super) struct Stylesheet {
    rules: Vec<Rule>,
    /// The rules for each mark or element, or `*`, in order.
    by_key: HashMap<String, Vec<usize>>,
    /// The classes and identifiers that must be around an element for some rule.
    around: HashSet<String>,
    /// What is known of elements with the same name and marks.
    cache: HashMap<String, Matching>,
}

/// The rules for elements with the same name and marks.
#[derive(Clone, Debug, Default)]
struct Matching {
    /// The effect of the rules that apply.
    style: Style,
    /// The rules that may apply.
    possible: Vec<usize>,
}

impl Stylesheet {
    /// Adds the rules of a `style` element.
    pub fn add(&mut self, css: &str) {
        self.add_rules(&without_comments(css), false);
    }

    fn add_rules(&mut self, css: &str, is_doubtful: bool) {
        let mut rest = css;
        while let Some(end) = rest.find(['{', '}', ';']) {
            let (prelude, from) = rest.split_at(end);
            let after = from.get(1..).unwrap_or_default();
            if !from.starts_with('{') {
                rest = after;
                continue;
            }
            let length = block_length(after);
            let block = after.get(..length).unwrap_or_default();
            rest = after.get(length..).unwrap_or_default();
            let prelude = prelude.trim().to_owned();
            if let Some(query) = prelude.strip_prefix("@media") {
                let query = query.trim();
                if !query.starts_with("print") {
                    let is_certain = matches!(query, "all" | "screen");
                    self.add_rules(block, is_doubtful || !is_certain);
                }
            } else if prelude.starts_with("@supports") || prelude.starts_with("@layer") {
                self.add_rules(block, true);
            } else if !prelude.starts_with('@') {
                for selector in prelude.split(',') {
                    self.add_rule(selector.trim(), block, is_doubtful);
                }
            }
        }
    }

    fn add_rule(&mut self, selector: &str, declarations: &str, is_doubtful: bool) {
        let is_relevant = declarations.split(';').any(|declaration| {
            let declaration = declaration.trim_start().to_ascii_lowercase();
            PROPERTIES.iter().any(|name| declaration.starts_with(name))
        });
        let is_state = STATES.iter().any(|state| selector.contains(state));
        if !is_relevant || is_state || selector.is_empty() || self.rules.len() >= MAX_RULES {
            return;
        }
        let mut doubt = is_doubtful;
        let mut parts: Vec<Compound> = Vec::new();
        let spaced = selector.replace('>', " ");
        for part in spaced.split_ascii_whitespace() {
            if part.starts_with(['+', '~']) {
                // What is beside an element is not known.
                parts.pop();
                doubt = true;
            }
            let part = part.trim_start_matches(['+', '~']);
            if let Some((compound, is_certain)) = compound(part) {
                doubt |= !is_certain;
                parts.push(compound);
            }
        }
        let Some(compound) = parts.pop() else {
            return;
        };
        let all = || parts.iter().chain([&compound]);
        let marks = |sign: char| {
            let marks = all().flat_map(|part| &part.marks);
            marks.filter(|mark| mark.starts_with(sign)).count()
        };
        let elements = all().filter(|part| part.element.is_some()).count();
        let specificity = (marks('#'), marks('.'), elements);
        let key = compound.marks.first().or(compound.element.as_ref());
        let key = key.map_or("*", String::as_str).to_owned();
        self.by_key.entry(key).or_default().push(self.rules.len());
        let around = parts.iter().flat_map(|part| part.marks.iter().cloned());
        self.around.extend(around);
        self.rules.push(Rule {
            // Whether the elements around it are nested as the selector says is not known.
            is_doubtful: doubt || !parts.is_empty(),
            compound,
            around: parts,
            specificity,
            declarations: declarations.to_owned(),
        });
    }

    /// The classes and the identifier of an element that matter to the style of those in it.
    pub fn marks_of(&self, tag: &Tag) -> Vec<String> {
        if self.around.is_empty() {
            return Vec::new();
        }
        let mut marks = marks(tag);
        marks.retain(|mark| self.around.contains(mark));
        marks
    }

    /// The style of an element. `is_open` tells whether an element with a name or mark is around it.
    pub fn style(&mut self, tag: &Tag, is_open: impl Fn(&str) -> bool) -> Style {
        let matching = self.matching(tag);
        let mut style = matching.style;
        let attributes = &tag.attributes;
        if let (None, Some(color)) = (style.color, &attributes.color) {
            style.set_color(&color.to_ascii_lowercase());
        }
        if let (None, Some(background)) = (style.background, &attributes.background) {
            style.set_background(&background.to_ascii_lowercase());
        }
        let own = attributes.own_style.as_deref().unwrap_or_default();
        style.apply(own);
        let possible = matching
            .possible
            .iter()
            .filter_map(|at| self.rules.get(*at));
        for rule in possible {
            let mut around = rule.around.iter();
            if style.is_doubtful || !around.all(|part| part.may_be_open(&is_open)) {
                continue;
            }
            let mut other = style;
            other.apply(&rule.declarations);
            other.apply(own);
            style.is_doubtful = other.hides_or_separates() != style.hides_or_separates();
        }
        style
    }

    fn matching(&mut self, tag: &Tag) -> Matching {
        if self.rules.is_empty() {
            return Matching::default();
        }
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let own = marks(tag);
        let key = format!("{name} {}", own.join(" "));
        if let Some(known) = self.cache.get(&key) {
            return known.clone();
        }
        let keys = own.iter().chain([&name]).map(String::as_str).chain(["*"]);
        let found = keys.filter_map(|key| self.by_key.get(key)).flatten();
        let mut rules: Vec<(&Rule, usize)> = found
            .filter_map(|at| Some((self.rules.get(*at)?, *at)))
            .filter(|(rule, _)| rule.compound.is_of(&name, &own))
            .collect();
        rules.sort_by_key(|(rule, at)| (rule.specificity, *at));
        let mut matching = Matching::default();
        for (rule, at) in rules {
            if rule.is_doubtful {
                matching.possible.push(at);
            } else {
                matching.style.apply(&rule.declarations);
            }
        }
        self.cache.insert(key, matching.clone());
        matching
    }
}

impl Compound {
    fn is_of(&self, name: &str, marks: &[String]) -> bool {
        self.element.as_deref().is_none_or(|own| own == name)
            && self.marks.iter().all(|mark| marks.contains(mark))
    }

    /// Whether an element like this may be open. Elements within a line are not known.
    fn may_be_open(&self, is_open: &impl Fn(&str) -> bool) -> bool {
        let element = self.element.as_deref();
        let is_known = |name: &str| {
            !matches!(
                super::elements::element_kind(name.as_bytes()),
                super::elements::ElementKind::Inline
            )
        };
        element.is_none_or(|name| !is_known(name) || is_open(name))
            && self.marks.iter().all(|mark| is_open(mark))
    }
}

/// The classes and the identifier of an element.
fn marks(tag: &Tag) -> Vec<String> {
    let classes = tag.attributes.class.as_deref().unwrap_or_default();
    let classes = classes
        .split_ascii_whitespace()
        .map(|class| format!(".{class}"));
    let id = tag
        .attributes
        .id
        .as_deref()
        .map(|id| format!("#{}", id.trim()));
    classes.chain(id).collect()
}

/// Reads the parts of a selector for one element, and whether all of them are understood.
fn compound(part: &str) -> Option<(Compound, bool)> {
    if part.is_empty() {
        return None;
    }
    let end = part.find(['[', ':', '(', '\\']);
    let simple = part.get(..end.unwrap_or(part.len())).unwrap_or_default();
    let mut compound = Compound::default();
    let mut rest = simple;
    while !rest.is_empty() {
        let next = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| matches!(c, '.' | '#'));
        let (one, after) = rest.split_at(next.map_or(rest.len(), |(at, _)| at));
        rest = after;
        if one.starts_with(['.', '#']) {
            compound.marks.push(one.to_owned());
        } else if one != "*" {
            compound.element = Some(one.to_ascii_lowercase());
        }
    }
    Some((compound, end.is_none()))
}

fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.replace("<!--", "").replace("-->", "")
}

/// The length of a block up to its end, which may contain other blocks.
fn block_length(block: &str) -> usize {
    let mut depth = 1_usize;
    for (at, c) in block.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    block.len()
}

//! What a link remembers: view, choices, language and the selected cell, in a part of the
//! page's fragment that leaves the host's own and other widgets' parts alone.
//!
//! `#chapter2&gongkai=view:services,compare:changes` — the host's `chapter2` stays as it is.

use crate::figures::{Choices, View};
use gongkai_i18n::Locale;
use gongkai_model::text::{split, split_once};

/// Everything that a link restores; what is `None` is left as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    pub view: Option<View>,
    pub locale: Option<Locale>,
    pub selected: Option<String>,
    /// Choice and value, by their stable names.
    pub choices: Vec<(String, String)>,
}

impl Link {
    /// The name of the link by which one module hands over to another what is shown.
    pub const HANDOVER: &'static str = "r";

    /// Only what differs from the defaults, so that links stay short.
    pub fn of(view: View, choices: &Choices, locale: Locale, selected: Option<&str>) -> Link {
        let plain = Choices::default();
        Link {
            view: Some(view),
            locale: Some(locale),
            selected: selected.map(str::to_owned),
            choices: Choices::IDS
                .iter()
                .filter(|id| choices.chosen(id) != plain.chosen(id))
                .map(|id| ((*id).to_owned(), choices.chosen(id).to_owned()))
                .collect(),
        }
    }

    /// Reads the part of `fragment` (with or without `#`) that is named `name`.
    pub fn read(fragment: &str, name: &str) -> Option<Link> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let part =
            split(fragment, b'&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))?;
        let mut link = Link::default();
        for (key, value) in split(part, b',').filter_map(|pair| split_once(pair, b':')) {
            match key {
                "view" => link.view = View::from_id(value),
                "lang" => link.locale = Some(Locale::from_tag(value)),
                "cell" => link.selected = Some(translated(value, ['(', ')', '+'], ['[', ']', ' '])),
                _ => link.choices.push((key.to_owned(), value.to_owned())),
            }
        }
        Some(link)
    }

    /// `fragment` with the part named `name` replaced or added; all else stays.
    pub fn write(&self, fragment: &str, name: &str) -> String {
        let mut link = String::from("#");
        for part in split(fragment.strip_prefix('#').unwrap_or(fragment), b'&') {
            let is_own = part
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('='));
            if !part.is_empty() && !is_own {
                link.push_str(part);
                link.push('&');
            }
        }
        link.push_str(name);
        let mut separator = '=';
        let mut add = |key: &str, value: &str| {
            link.push(separator);
            separator = ',';
            link.push_str(key);
            link.push(':');
            link.push_str(value);
        };
        if let Some(view) = self.view {
            add("view", view.id());
        }
        for (key, value) in &self.choices {
            add(key, value);
        }
        if let Some(selected) = &self.selected {
            // Neither square brackets nor spaces may stand in a fragment.
            add(
                "cell",
                &translated(selected, ['[', ']', ' '], ['(', ')', '+']),
            );
        }
        if let Some(locale) = self.locale {
            add("lang", locale.tag());
        }
        if separator == '=' {
            link.push('=');
        }
        link
    }
}

/// Replaces each character of `from` by that of `to`.
fn translated(text: &str, from: [char; 3], to: [char; 3]) -> String {
    let pairs = from.into_iter().zip(to);
    let translate = |c| {
        pairs
            .clone()
            .find(|(from, _)| *from == c)
            .map_or(c, |(_, to)| to)
    };
    text.chars().map(translate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_link() -> Link {
        let mut choices = Choices::default();
        choices.choose("compare", "changes");
        choices.choose("as", "table");
        Link::of(
            View::Services,
            &choices,
            Locale::En,
            Some("disclosure.categories[3]"),
        )
    }

    #[test]
    fn a_link_is_read_back_as_it_was_written() {
        let link = some_link();
        let fragment = link.write("", "gongkai");
        assert_eq!(
            fragment,
            "#gongkai=view:services,compare:changes,as:table,cell:disclosure.categories(3),lang:en"
        );
        assert_eq!(Link::read(&fragment, "gongkai"), Some(link));
    }

    #[test]
    fn the_hosts_own_fragment_and_other_widgets_stay() {
        let before = "#chapter2&gongkai-b=view:overview";
        let after = some_link().write(before, "gongkai-a");
        assert!(
            after.starts_with("#chapter2&gongkai-b=view:overview&gongkai-a=view:services"),
            "{after}"
        );
        let again = Link {
            view: Some(View::Overview),
            ..Link::default()
        }
        .write(&after, "gongkai-a");
        assert_eq!(
            again,
            "#chapter2&gongkai-b=view:overview&gongkai-a=view:overview"
        );
        assert_eq!(Link::read(&again, "gongkai"), None);
    }

    #[test]
    fn nonsense_in_a_fragment_is_ignored() {
        let link =
            Link::read("#gongkai=view:nowhere,,:,sort", "gongkai").expect("a part of that name");
        assert_eq!(link.view, None);
        assert!(!Choices::default().choose("", ""));
    }
}

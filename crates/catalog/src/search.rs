//! Places by name, code or the initials of their pinyin.

use super::catalog::Catalog;

/// An index of the agencies' names, codes and initials, fast enough to search at every keystroke.
#[derive(Clone, Debug, Default)]
pub struct AgencySearch {
    names: Vec<FoldedNames>,
}

#[derive(Clone, Debug)]
struct FoldedNames {
    name: String,
    code: String,
    initials: String,
}

/// How well a word matches, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchQuality {
    Exact,
    Prefix,
    Code,
    InitialsPrefix,
    Contains,
    InitialsContain,
}

impl AgencySearch {
    /// Indexes the agencies of a catalogue.
    pub fn new(catalog: &Catalog) -> AgencySearch {
        let agencies = catalog.agencies().iter();
        let names = agencies.map(|agency| FoldedNames {
            name: fold(&agency.name),
            code: fold(agency.code.as_deref().unwrap_or_default()),
            initials: fold(&agency.initials),
        });
        AgencySearch {
            names: names.collect(),
        }
    }

    /// Finds the agencies that match each word of the query by a part of the name, the beginning of
    /// the code or a part of the initials. Letter case and full width make no difference. The best
    /// matches come first, equal ones in the catalogue's order. An empty query finds all agencies.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut found: Vec<(MatchQuality, usize)> = Vec::new();
        for (index, folded) in self.names.iter().enumerate() {
            let mut worst = MatchQuality::Exact;
            let is_match = words.iter().all(|word| match folded.quality(word) {
                Some(quality) => {
                    worst = worst.max(quality);
                    true
                }
                None => false,
            });
            if is_match {
                found.push((worst, index));
            }
        }
        found.sort_by_key(|(quality, _)| *quality);
        found.into_iter().map(|(_, index)| index).collect()
    }
}

impl FoldedNames {
    fn quality(&self, word: &str) -> Option<MatchQuality> {
        if self.name == word {
            Some(MatchQuality::Exact)
        } else if self.name.starts_with(word) {
            Some(MatchQuality::Prefix)
        } else if self.code.starts_with(word) {
            Some(MatchQuality::Code)
        } else if self.initials.starts_with(word) {
            Some(MatchQuality::InitialsPrefix)
        } else if self.name.contains(word) {
            Some(MatchQuality::Contains)
        } else {
            self.initials
                .contains(word)
                .then_some(MatchQuality::InitialsContain)
        }
    }
}

/// Converts to half width and lower case.
fn fold(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        // The full-width forms have the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        c => c,
    };
    text.chars().map(|c| half(c).to_ascii_lowercase()).collect()
}

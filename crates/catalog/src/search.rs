//! Places by name, code or the initials of their pinyin.

use super::store::Catalog;

/// The places' names, codes and initials, made ready to be searched at every key.
#[derive(Clone, Debug, Default)]
pub struct Search {
    names: Vec<Folded>,
}

#[derive(Clone, Debug)]
struct Folded {
    name: String,
    code: String,
    initials: String,
}

/// How well a word fits; the better come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    Code,
    InitialsStart,
    Inside,
    InitialsInside,
}

impl Search {
    pub fn new(catalog: &Catalog) -> Search {
        let places = catalog.places().iter();
        let names = places.map(|place| Folded {
            name: fold(&place.name),
            code: fold(place.code.as_deref().unwrap_or_default()),
            initials: fold(&place.initials),
        });
        Search {
            names: names.collect(),
        }
    }

    /// The places that every word of the query fits: a part of the name, the beginning of the code,
    /// or a part of the initials; small and capital, full-width and half-width letters alike. What
    /// fits better comes first, else the catalogue's order stays. No word finds every place.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut found: Vec<(Fit, usize)> = Vec::new();
        for (index, folded) in self.names.iter().enumerate() {
            let mut worst = Fit::Whole;
            let fits = words.iter().all(|word| match folded.fit(word) {
                Some(fit) => {
                    worst = worst.max(fit);
                    true
                }
                None => false,
            });
            if fits {
                found.push((worst, index));
            }
        }
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().map(|(_, index)| index).collect()
    }
}

impl Folded {
    fn fit(&self, word: &str) -> Option<Fit> {
        if self.name == word {
            Some(Fit::Whole)
        } else if self.name.starts_with(word) {
            Some(Fit::Start)
        } else if self.code.starts_with(word) {
            Some(Fit::Code)
        } else if self.initials.starts_with(word) {
            Some(Fit::InitialsStart)
        } else if self.name.contains(word) {
            Some(Fit::Inside)
        } else {
            self.initials.contains(word).then_some(Fit::InitialsInside)
        }
    }
}

/// Half-width and small.
fn fold(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        c => c,
    };
    text.chars().map(|c| half(c).to_ascii_lowercase()).collect()
}

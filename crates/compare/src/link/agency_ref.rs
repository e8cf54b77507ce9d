//! How a link refers to an agency.

use super::percent::{decoded, encoded};
use gongkai_catalog::{AgencyEntry, Catalog};

/// Separates code, name and number.
const SEPARATOR: char = '~';

/// A reference to an agency: `code`, `name`, `code~name`, `~name`, or `~name~2` for the third of several
/// agencies with the same name.
pub(super) struct AgencyRef {
    code: Option<String>,
    name: Option<String>,
    /// Which of the agencies that match, from 0.
    nth: usize,
}

impl AgencyRef {
    /// Parses a reference; `None` if it is not properly encoded.
    pub fn parse(text: &str) -> Option<AgencyRef> {
        let mut parts = text.splitn(3, SEPARATOR);
        let code = decoded(parts.next()?)?;
        let name = match parts.next() {
            Some(name) => Some(decoded(name)?),
            None => None,
        };
        let nth = parts.next().and_then(|nth| nth.parse().ok());
        Some(AgencyRef {
            code: Some(code).filter(|code| !code.is_empty()),
            name,
            nth: nth.unwrap_or_default(),
        })
    }

    /// Returns the name, or else the code, for a notice.
    pub fn label(&self) -> Option<&str> {
        self.name.as_deref().or(self.code.as_deref())
    }

    /// Finds the agency in the catalogue.
    pub fn find(&self, catalog: &Catalog) -> Option<usize> {
        let find = |matches: &dyn Fn(&AgencyEntry) -> bool| {
            let agencies = catalog.agencies().iter().enumerate();
            let mut agencies = agencies.filter(|(_, agency)| matches(agency));
            agencies.nth(self.nth).map(|(index, _)| index)
        };
        match (self.code.as_deref(), self.name.as_deref()) {
            (Some(code), None) => {
                let by_code = find(&|agency| agency.code.as_deref() == Some(code));
                by_code.or_else(|| find(&|agency| agency.name == code))
            }
            (None, Some(name)) => find(&|agency| agency.name == name),
            (Some(code), Some(name)) => {
                find(&|agency| agency.code.as_deref() == Some(code) && agency.name == name)
            }
            (None, None) => None,
        }
    }
}

/// Writes the shortest reference that leads back to the agency.
pub(super) fn reference_to(index: usize, catalog: &Catalog) -> Option<String> {
    let agency = catalog.agencies().get(index)?;
    let code = agency.code.as_deref().map(encoded);
    let name = encoded(&agency.name);
    let both = code.as_ref().map(|code| format!("{code}{SEPARATOR}{name}"));
    let mut references = vec![];
    if code.as_ref().is_some_and(|code| !code.is_empty()) && has_unique_code(agency, catalog) {
        references.extend(code);
    }
    if agency.code.is_none() {
        references.push(name.clone());
    }
    references.extend(both);
    references.push(format!("{SEPARATOR}{name}"));
    let leads_back = |text: &String| {
        let reference = AgencyRef::parse(text);
        reference.and_then(|reference| reference.find(catalog)) == Some(index)
    };
    references.into_iter().find(leads_back).or_else(|| {
        let before = catalog.agencies().get(..index)?.iter();
        let namesakes = before.filter(|other| other.name == agency.name).count();
        Some(format!("{SEPARATOR}{name}{SEPARATOR}{namesakes}"))
    })
}

/// Tells whether no other agency has the code. A link with a code that several agencies share would lead
/// to a different one once a later catalogue lists one more of them.
fn has_unique_code(agency: &AgencyEntry, catalog: &Catalog) -> bool {
    let agencies = catalog.agencies().iter();
    agencies.filter(|other| other.code == agency.code).count() == 1
}

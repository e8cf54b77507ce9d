//! Writes a [`Catalog`] as `gongkai-catalog/1`, one column a line, so that the line of an error says
//! which column it is in.

use super::catalog::{Catalog, FORMAT};
use super::denominator::Denominator;
use super::hashes::Hashes;
use super::paths::expand_pattern;
use super::value::join_decimal;
use gongkai_model::Edition;

impl Catalog {
    /// Writes JSON that [`Catalog::read`] reads back unchanged. The same catalogue always gives the same
    /// bytes.
    pub fn write(&self) -> String {
        let mut json = String::new();
        json.push_str("{\"format\":");
        quote(FORMAT, &mut json);
        if let Some(title) = &self.title {
            json.push_str(",\n\"title\":");
            quote(title, &mut json);
        }
        if self.is_fictional {
            json.push_str(",\n\"fictional\":true");
        }
        if !self.groups.is_empty() {
            json.push_str(",\n\"groups\":");
            list(&self.groups, &mut json, |group, json| quote(group, json));
        }
        self.write_places(&mut json);
        if !self.denominators.is_empty() {
            json.push_str(",\n\"denominators\":");
            list(&self.denominators, &mut json, write_denominator);
        }
        self.write_reports(&mut json);
        self.write_hashes(&mut json);
        json.push_str(",\n\"measures\":");
        list(&self.columns, &mut json, |(measure, column), json| {
            json.push_str("\n{\"id\":");
            quote(&measure.id(), json);
            if let Some(edition) = measure.only_edition() {
                json.push_str(",\"edition\":");
                quote(edition_id(edition), json);
            }
            json.push_str(",\"values\":");
            list(0..column.len(), json, |index, json| {
                column.write_json(index, json)
            });
            json.push('}');
        });
        json.push_str("}\n");
        json
    }

    fn write_places(&self, json: &mut String) {
        json.push_str(",\n\"places\":{\"name\":");
        list(&self.agencies, json, |agency, json| {
            quote(&agency.name, json)
        });
        json.push_str(",\n\"code\":");
        list(&self.agencies, json, |agency, json| match &agency.code {
            Some(code) => quote(code, json),
            None => json.push_str("null"),
        });
        json.push_str(",\n\"initials\":");
        list(&self.agencies, json, |agency, json| {
            quote(&agency.initials, json)
        });
        if !self.groups.is_empty() {
            json.push_str(",\n\"group\":");
            list(&self.agencies, json, |agency, json| match agency.group {
                Some(group) => json.push_str(&group.to_string()),
                None => json.push_str("null"),
            });
        }
        json.push_str(",\n\"reports\":");
        list(0..self.agencies.len(), json, |agency, json| {
            json.push_str(&self.reports_of(agency).len().to_string());
        });
        json.push('}');
    }

    fn write_reports(&self, json: &mut String) {
        json.push_str(",\n\"reports\":{\"year\":");
        list(&self.years, json, |year, json| {
            json.push_str(&year.to_string());
        });
        json.push_str(",\n\"edition\":");
        list(&self.editions, json, |edition, json| {
            quote(edition_id(*edition), json);
        });
        if let Some(pattern) = &self.pattern {
            json.push_str(",\n\"pattern\":");
            quote(pattern, json);
        }
        if !self.files.is_empty() || self.pattern.is_none() {
            json.push_str(",\n\"file\":");
            list(0..self.len(), json, |report, json| {
                match self.files.get(&report) {
                    Some(file) => quote(file, json),
                    None => json.push_str("null"),
                }
            });
        }
        json.push('}');
    }

    fn write_hashes(&self, json: &mut String) {
        json.push_str(",\n\"hashes\":{");
        match &self.hashes {
            Hashes::Inline(hashes) => {
                json.push_str("\"sha384\":");
                list(hashes, json, |hash, json| quote(hash, json));
            }
            Hashes::Blocks { every, blocks } => {
                json.push_str("\"every\":");
                json.push_str(&every.to_string());
                json.push_str(",\n\"files\":");
                list(blocks, json, |(file, _), json| quote(file, json));
                json.push_str(",\n\"sha384\":");
                list(blocks, json, |(_, hash), json| quote(hash, json));
            }
        }
        json.push('}');
    }

    /// Sets the pattern, and the paths that it does not expand to.
    pub(super) fn set_files(&mut self, pattern: Option<String>, files: Vec<String>) {
        self.files.clear();
        for (report, file) in files.into_iter().enumerate() {
            let given = pattern.as_deref().zip(self.path_fields(report));
            let given = given.and_then(|(pattern, with)| expand_pattern(pattern, with));
            if given.as_deref() != Some(file.as_str()) {
                self.files.insert(report, file);
            }
        }
        self.pattern = pattern;
    }
}

fn write_denominator(denominator: &Denominator, json: &mut String) {
    json.push_str("\n{\"id\":");
    quote(&denominator.id, json);
    json.push_str(",\"name\":{\"zh\":");
    quote(&denominator.zh, json);
    json.push_str(",\"en\":");
    quote(&denominator.en, json);
    json.push_str("},\"unit\":");
    quote(&denominator.unit, json);
    json.push_str(",\"source\":");
    quote(&denominator.source, json);
    json.push_str(",\"values\":");
    list(&denominator.values, json, |value, json| match value {
        None => json.push_str("null"),
        Some((digits, 0)) => json.push_str(&digits.to_string()),
        Some((digits, decimals)) => quote(&join_decimal(*digits, *decimals), json),
    });
    json.push('}');
}

fn edition_id(edition: Edition) -> &'static str {
    match edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    }
}

/// Appends a JSON list.
pub(super) fn list<I: IntoIterator>(
    items: I,
    json: &mut String,
    mut write: impl FnMut(I::Item, &mut String),
) {
    json.push('[');
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write(item, json);
    }
    json.push(']');
}

/// Appends a JSON string.
pub(super) fn quote(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            c if c < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
}

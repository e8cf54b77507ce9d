//! The JSON Schema of the format, said by the same macros that read it.
//!
//! schemars would derive other rules than the readers': they know the 64 bits, the sign, the two
//! editions and the one cell that may be negative, its derive does not.
//!
//! What a schema cannot say and reading refuses all the same: a field that stands twice, and a
//! whole number written with a point or an exponent (`1.0`, `1e3`), which JSON Schema calls whole.

use super::amount::{Amount, Decimal, Money};
use super::cell::{Cell, Change, Row};
use super::date::Date;
use super::node::Kind;
use super::read::{Format, ONLY_2019, ONLY_2021, OTHER, Path, YEARS_FROM, YEARS_TO};
use super::report::{FORMAT, OtherOutcome, OtherOutcomes, Report};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The schema's own address, with the version of the format; a host gives it the rest.
const ID: &str = "/schema/gongkai-report-1.json";

const TITLE: &str =
    "Annual report on the disclosure of government information (政府信息公开工作年度报告)";

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A day that exists in the Gregorian calendar: the 29th of February has a line of its own.
const DATE: &str = concat!(
    "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))",
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$",
);

/// The JSON Schema (draft 2020-12) of `gongkai-report/1`, indented.
pub fn schema() -> String {
    let mut defined = Definitions::default();
    Report::describe(&mut defined);
    let mut fields = vec![
        ("$schema", text(DIALECT)),
        ("$id", text(ID)),
        ("title", text(TITLE)),
    ];
    let mut definitions = Vec::new();
    for (name, schema) in defined.0 {
        match (name, schema) {
            // The report itself is the schema, not one of its definitions.
            ("Report", Schema::Object(report)) => fields.extend(report),
            definition => definitions.push(definition),
        }
    }
    fields.push((
        "allOf",
        Schema::List(vec![
            without("2019", ONLY_2021, Kind::List),
            without("2021", ONLY_2019, Kind::Object),
        ]),
    ));
    fields.push(("$defs", Schema::Object(definitions)));
    // Nothing in a schema can fail to be written: its keys are all strings.
    serde_json::to_string_pretty(&Schema::Object(fields)).unwrap_or_default()
}

/// JSON whose fields keep their order, which is the form's.
#[derive(Clone)]
pub(super) enum Schema {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Schema>),
    Object(Vec<(&'static str, Schema)>),
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Schema::Null => to.serialize_unit(),
            Schema::Bool(value) => to.serialize_bool(*value),
            Schema::Number(number) => to.serialize_i64(*number),
            Schema::Text(text) => to.serialize_str(text),
            Schema::List(items) => to.collect_seq(items),
            Schema::Object(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// What may stand where a value is read; the other half of [`Read`](super::node::Read).
pub(super) trait Describe {
    fn describe(defined: &mut Definitions) -> Schema;
}

/// One field of a record.
pub(super) struct Property {
    pub name: &'static str,
    /// The lines of its comment.
    pub words: &'static [&'static str],
    pub required: bool,
    pub schema: Schema,
}

/// What has a name, in the order in which it is first needed.
#[derive(Default)]
pub(super) struct Definitions(Vec<(&'static str, Schema)>);

impl Definitions {
    pub fn record(
        &mut self,
        name: &'static str,
        words: &[&str],
        properties: impl FnOnce(&mut Definitions) -> Vec<Property>,
    ) -> Schema {
        self.once(name, |defined| {
            let properties = properties(defined);
            let required: Vec<Schema> = properties
                .iter()
                .filter(|property| property.required)
                .map(|property| text(property.name))
                .collect();
            let mut schema = described(words);
            schema.push(("type", text("object")));
            if !required.is_empty() {
                schema.push(("required", Schema::List(required)));
            }
            schema.push(("additionalProperties", Schema::Bool(false)));
            let properties = properties.into_iter().map(|property| {
                let mut schema = described(property.words);
                if let Schema::Object(fields) = property.schema {
                    schema.extend(fields);
                }
                (property.name, Schema::Object(schema))
            });
            schema.push(("properties", Schema::Object(properties.collect())));
            schema
        })
    }

    pub fn words(
        &mut self,
        name: &'static str,
        about: &[&str],
        words: &[(&'static str, &[&str])],
    ) -> Schema {
        self.once(name, |_| {
            let mut sentences = vec![plain(about)];
            sentences.extend(
                words
                    .iter()
                    .map(|(word, about)| format!("{word}: {}", plain(about))),
            );
            let all = words.iter().map(|(word, _)| text(word)).collect();
            vec![
                ("description", Schema::Text(sentences.join(" "))),
                ("type", text("string")),
                ("enum", Schema::List(all)),
            ]
        })
    }

    /// A reference to a definition, made where there is none yet.
    fn once(
        &mut self,
        name: &'static str,
        make: impl FnOnce(&mut Definitions) -> Vec<(&'static str, Schema)>,
    ) -> Schema {
        if !self.0.iter().any(|(known, _)| *known == name) {
            // Its place comes before those of what it needs.
            let at = self.0.len();
            self.0.push((name, Schema::Null));
            let schema = make(self);
            if let Some((_, place)) = self.0.get_mut(at) {
                *place = Schema::Object(schema);
            }
        }
        Schema::Object(vec![("$ref", Schema::Text(format!("#/$defs/{name}")))])
    }
}

fn text(text: &str) -> Schema {
    Schema::Text(text.to_owned())
}

/// The lines of a comment without the marks of a link.
fn plain(words: &[&str]) -> String {
    let lines: Vec<&str> = words.iter().map(|line| line.trim()).collect();
    lines
        .join(" ")
        .replace("[`", "")
        .replace("`]", "")
        .replace('`', "")
}

fn described(words: &[&str]) -> Vec<(&'static str, Schema)> {
    match words {
        [] => Vec::new(),
        words => vec![("description", Schema::Text(plain(words)))],
    }
}

fn whole(from: i64, to: i64) -> Schema {
    Schema::Object(vec![
        ("type", text("integer")),
        ("minimum", Schema::Number(from)),
        ("maximum", Schema::Number(to)),
    ])
}

fn written(pattern: &str) -> Schema {
    Schema::Object(vec![("type", text("string")), ("pattern", text(pattern))])
}

/// A cell that is blank, "/" or this.
fn cell(value: Schema) -> Vec<(&'static str, Schema)> {
    let signs = Schema::List(vec![Schema::Null, text("/")]);
    let signs = Schema::Object(vec![("enum", signs)]);
    vec![("anyOf", Schema::List(vec![value, signs]))]
}

/// What a report of one edition may not hold, though reports of the other do; `other` is what its
/// 其他处理 is.
fn without(edition: &str, foreign: &[Path], other: Kind) -> Schema {
    let is_list = other == Kind::List;
    let kind = Schema::Object(vec![(
        "type",
        text(if is_list { "array" } else { "object" }),
    )]);
    let mut then = Schema::Object(Vec::new());
    for path in foreign {
        put(&mut then, path, Schema::Bool(false));
    }
    put(&mut then, OTHER, kind);
    let edition = Schema::Object(vec![("const", text(edition))]);
    let is_edition = Schema::Object(vec![(
        "properties",
        Schema::Object(vec![("edition", edition)]),
    )]);
    Schema::Object(vec![("if", is_edition), ("then", then)])
}

/// Puts a schema at the end of a path of properties.
fn put(schema: &mut Schema, path: &[&'static str], end: Schema) {
    let mut place = schema;
    for name in path.iter().flat_map(|name| ["properties", name]) {
        let Schema::Object(fields) = place else {
            return;
        };
        let at = fields.iter().position(|(known, _)| *known == name);
        let at = at.unwrap_or_else(|| {
            fields.push((name, Schema::Object(Vec::new())));
            fields.len() - 1
        });
        match fields.get_mut(at) {
            Some((_, next)) => place = next,
            None => return,
        }
    }
    *place = end;
}

impl Describe for Format {
    fn describe(_: &mut Definitions) -> Schema {
        Schema::Object(vec![("const", text(FORMAT))])
    }
}

impl Describe for String {
    fn describe(_: &mut Definitions) -> Schema {
        Schema::Object(vec![("type", text("string"))])
    }
}

impl Describe for u16 {
    fn describe(_: &mut Definitions) -> Schema {
        whole(YEARS_FROM, YEARS_TO)
    }
}

impl Describe for i64 {
    fn describe(_: &mut Definitions) -> Schema {
        whole(0, i64::MAX)
    }
}

impl Describe for Date {
    fn describe(defined: &mut Definitions) -> Schema {
        defined.once("Date", |_| {
            let mut schema = described(&["A day that exists, as 2020-12-31."]);
            if let Schema::Object(fields) = written(DATE) {
                schema.extend(fields);
            }
            schema.push(("format", text("date")));
            schema
        })
    }
}

impl Describe for Decimal {
    fn describe(_: &mut Definitions) -> Schema {
        written("^[0-9]+(?:\\.[0-9]+)?$")
    }
}

impl Describe for Cell {
    fn describe(defined: &mut Definitions) -> Schema {
        defined.once("Cell", |_| {
            let mut schema = described(&[
                "A cell as printed: a whole number, null where it is blank, \"/\" where it does not apply.",
            ]);
            schema.extend(cell(whole(0, i64::MAX)));
            schema
        })
    }
}

impl Describe for Change {
    fn describe(defined: &mut Definitions) -> Schema {
        defined.once("Change", |_| {
            let mut schema = described(&["As Cell; a change from last year may be negative."]);
            schema.extend(cell(whole(i64::MIN, i64::MAX)));
            schema
        })
    }
}

impl Describe for Amount {
    fn describe(defined: &mut Definitions) -> Schema {
        let money = Money::describe(defined);
        defined.once("Amount", |_| {
            let mut schema = described(&[
                "Money as printed; null where the cell is blank, \"/\" where it does not apply.",
            ]);
            schema.extend(cell(money));
            schema
        })
    }
}

impl Describe for Row {
    fn describe(defined: &mut Definitions) -> Schema {
        let cell = Cell::describe(defined);
        defined.once("Row", |_| {
            let mut schema = described(&[
                "Seven cells: natural persons (自然人), businesses (商业企业), research bodies (科研机构), public welfare bodies (社会公益组织), legal services (法律服务机构), others (其他), total (总计).",
            ]);
            schema.extend([
                ("type", text("array")),
                ("minItems", Schema::Number(7)),
                ("maxItems", Schema::Number(7)),
                ("items", cell),
            ]);
            schema
        })
    }
}

impl Describe for OtherOutcome {
    fn describe(defined: &mut Definitions) -> Schema {
        let forms = vec![Row::describe(defined), OtherOutcomes::describe(defined)];
        Schema::Object(vec![("anyOf", Schema::List(forms))])
    }
}

impl<T: Describe> Describe for Option<T> {
    fn describe(defined: &mut Definitions) -> Schema {
        T::describe(defined)
    }
}

impl<T: Describe> Describe for Vec<T> {
    fn describe(defined: &mut Definitions) -> Schema {
        let items = T::describe(defined);
        Schema::Object(vec![("type", text("array")), ("items", items)])
    }
}

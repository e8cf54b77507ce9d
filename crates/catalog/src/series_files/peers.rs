//! The quartiles of the agencies of one group and kind.

use super::index::{invalid, read_object};
use super::kind::PeerKind;
use crate::catalog::Catalog;
use crate::error::{CatalogError, CatalogProblem, ExpectedValue, Fault};
use crate::measure::{Measure, MeasureUnit};
use crate::number::Number;
use crate::pull::{ObjectSchema, Pull};
use crate::value::Notation;
use crate::write::{list, quote};
use gongkai_model::field_path::Step;
use std::collections::BTreeMap;

/// The value of `format` in a file of peers.
pub const PEERS_FORMAT: &str = "gongkai-peers/1";

/// The figures of the agencies of one group and kind: a file of peers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peers {
    /// The name of the group, such as a province.
    pub group: String,
    /// The kind that all its agencies are of.
    pub kind: PeerKind,
    /// Whether the data is made up, which must be said wherever it is shown.
    pub is_fictional: bool,
    /// The number of its agencies, the one that is looked at included.
    pub agencies: usize,
    years: Vec<u16>,
    /// For each year the number of reports.
    reports: Vec<usize>,
    columns: Vec<(Measure, PeerColumn)>,
}

/// For each year how many agencies printed a number, and the quartiles as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct PeerColumn {
    printed: Vec<usize>,
    /// The lower quartile, the median and the upper quartile.
    quartiles: [Vec<Option<(i64, Notation)>>; 3],
}

/// The figures of one measure and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerFigures {
    /// How many agencies have a report of the year.
    pub reports: usize,
    /// How many of these printed a number that can be compared.
    pub printed: usize,
    /// The lower quartile, the median and the upper quartile in the measure's unit (money in 元), by the
    /// nearest-rank method of [`Distribution::quartiles`](crate::Distribution::quartiles); `None` if
    /// nothing was printed.
    pub quartiles: Option<[Number; 3]>,
}

impl Peers {
    /// Returns the figures of a measure and year; `None` if no agency has a report of the year.
    pub fn peers(&self, measure: Measure, year: u16) -> Option<PeerFigures> {
        let at = self.years.iter().position(|own| *own == year)?;
        let mut figures = PeerFigures {
            reports: self.reports.get(at).copied()?,
            printed: 0,
            quartiles: None,
        };
        let mut columns = self.columns.iter();
        let Some((_, column)) = columns.find(|(own, _)| *own == measure) else {
            return Some(figures);
        };
        figures.printed = column.printed.get(at).copied().unwrap_or_default();
        let [lower, median, upper] = &column.quartiles;
        let number = |column: &Vec<Option<(i64, Notation)>>| {
            let (digits, notation) = column.get(at)?.as_ref()?;
            notation.number(*digits)
        };
        figures.quartiles = number(lower)
            .zip(number(median))
            .zip(number(upper))
            .map(|((lower, median), upper)| [lower, median, upper]);
        Some(figures)
    }

    /// Returns the years that it has figures of, sorted.
    pub fn years(&self) -> &[u16] {
        &self.years
    }

    /// Writes the file of peers.
    pub fn write(&self) -> String {
        let mut json = String::from("{\"format\":");
        quote(PEERS_FORMAT, &mut json);
        if self.is_fictional {
            json.push_str(",\"fictional\":true");
        }
        json.push_str(",\n\"group\":");
        quote(&self.group, &mut json);
        json.push_str(",\"kind\":");
        quote(self.kind.id(), &mut json);
        json.push_str(",\"places\":");
        json.push_str(&self.agencies.to_string());
        json.push_str(",\n\"year\":");
        list(&self.years, &mut json, |year, json| {
            json.push_str(&year.to_string());
        });
        json.push_str(",\"reports\":");
        list(&self.reports, &mut json, |count, json| {
            json.push_str(&count.to_string());
        });
        json.push_str(",\n\"measures\":");
        list(&self.columns, &mut json, |(measure, column), json| {
            json.push_str("\n{\"id\":");
            quote(&measure.id(), json);
            json.push_str(",\"printed\":");
            list(&column.printed, json, |count, json| {
                json.push_str(&count.to_string());
            });
            let [lower, median, upper] = &column.quartiles;
            for (name, values) in [("lower", lower), ("median", median), ("upper", upper)] {
                json.push_str(",\"");
                json.push_str(name);
                json.push_str("\":");
                list(values, json, |value, json| match value {
                    None => json.push_str("null"),
                    Some((digits, Notation::Plain)) => json.push_str(&digits.to_string()),
                    Some((digits, notation)) => quote(&notation.text(*digits), json),
                });
            }
            json.push('}');
        });
        json.push_str("}\n");
        json
    }

    /// Reads a file of peers.
    ///
    /// # Errors
    /// The first problem, with its path.
    pub fn read(text: &str) -> Result<Peers, CatalogError> {
        let mut group = String::new();
        let mut kind = None;
        let mut is_fictional = false;
        let mut agencies = 0;
        let (mut years, mut reports, mut columns) = (Vec::new(), Vec::new(), Vec::new());
        read_object(text, PEERS, PEERS_FORMAT, &mut |pull, field| {
            match PEERS.names.get(field).copied().unwrap_or_default() {
                "fictional" => {
                    is_fictional = true;
                    pull.truth()?;
                }
                "group" => group = pull.text(ExpectedValue::Text)?.into_owned(),
                "kind" => {
                    let at = pull.at();
                    kind = PeerKind::from_id(&pull.text(ExpectedValue::Kind)?);
                    if kind.is_none() {
                        return Err(invalid(ExpectedValue::Kind, at));
                    }
                }
                "places" => agencies = read_size(pull)?,
                "year" => {
                    pull.list(&mut |pull, _| {
                        years.push(read_year(pull, years.last().copied())?);
                        Ok(())
                    })?;
                }
                "reports" => reports = read_sizes(pull)?,
                _ => {
                    pull.list(&mut |pull, _| {
                        columns.push(read_column(pull)?);
                        Ok(())
                    })?;
                }
            }
            Ok(())
        })?;
        let wrong = |fault: Fault| fault.into_error(text);
        let Some(kind) = kind else {
            let fault = Fault::without_position(CatalogProblem::MissingField);
            return Err(wrong(fault.field("kind")));
        };
        let wanted = years.len();
        expect_length(reports.len(), wanted, "reports").map_err(wrong)?;
        for (index, (_, column)) in columns.iter().enumerate() {
            expect_lengths(column, wanted)
                .map_err(|fault| wrong(fault.under(Step::Index(index)).field("measures")))?;
        }
        Ok(Peers {
            group,
            kind,
            is_fictional,
            agencies,
            years,
            reports,
            columns,
        })
    }
}

object_schema!(PEERS {
    "format": true,
    "fictional": false,
    "group": true,
    "kind": true,
    "places": true,
    "year": true,
    "reports": true,
    "measures": true,
});
object_schema!(COLUMN {
    "id": true,
    "printed": true,
    "lower": true,
    "median": true,
    "upper": true,
});

fn expect_length(found: usize, wanted: usize, field: &str) -> Result<(), Fault> {
    if found == wanted {
        return Ok(());
    }
    let fault = Fault::without_position(CatalogProblem::Length { found, wanted });
    Err(fault.field(field))
}

fn expect_lengths(column: &PeerColumn, wanted: usize) -> Result<(), Fault> {
    expect_length(column.printed.len(), wanted, "printed")?;
    let [lower, median, upper] = &column.quartiles;
    expect_length(lower.len(), wanted, "lower")?;
    expect_length(median.len(), wanted, "median")?;
    expect_length(upper.len(), wanted, "upper")
}

fn read_size(pull: &mut Pull<'_>) -> Result<usize, Fault> {
    let at = pull.at();
    let size = usize::try_from(pull.whole(ExpectedValue::Size)?);
    size.map_err(|_| invalid(ExpectedValue::Size, at))
}

fn read_sizes(pull: &mut Pull<'_>) -> Result<Vec<usize>, Fault> {
    let mut sizes = Vec::new();
    pull.list(&mut |pull, _| {
        sizes.push(read_size(pull)?);
        Ok(())
    })?;
    Ok(sizes)
}

fn read_year(pull: &mut Pull<'_>, before: Option<u16>) -> Result<u16, Fault> {
    let at = pull.at();
    let year = u16::try_from(pull.whole(ExpectedValue::Year)?).unwrap_or_default();
    if !(2008..=2200).contains(&year) {
        return Err(invalid(ExpectedValue::Year, at));
    }
    match before.filter(|before| *before >= year) {
        None => Ok(year),
        Some(_) => Err(invalid(ExpectedValue::LaterYear, at)),
    }
}

fn read_column(pull: &mut Pull<'_>) -> Result<(Measure, PeerColumn), Fault> {
    let start = pull.at();
    let mut measure = None;
    let mut column = PeerColumn::default();
    pull.object(COLUMN, &mut |pull, field| {
        let at = pull.at();
        match field {
            0 => {
                measure = Measure::from_id(&pull.text(ExpectedValue::Measure)?);
                if measure.is_none() {
                    return Err(invalid(ExpectedValue::Measure, at));
                }
            }
            1 => column.printed = read_sizes(pull)?,
            _ => {
                if let Some(values) = column.quartiles.get_mut(field.saturating_sub(2)) {
                    pull.list(&mut |pull, _| {
                        values.push(read_number(pull)?);
                        Ok(())
                    })?;
                }
            }
        }
        Ok(())
    })?;
    let missing = || Fault::new(CatalogProblem::MissingField, start).field("id");
    Ok((measure.ok_or_else(missing)?, column))
}

/// Reads a whole number, or an amount with its unit in quotes, or null.
fn read_number(pull: &mut Pull<'_>) -> Result<Option<(i64, Notation)>, Fault> {
    if pull.null()? {
        return Ok(None);
    }
    let at = pull.at();
    if pull.peek() == Some(b'"') {
        let amount = Notation::read_money(&pull.text(ExpectedValue::Amount)?);
        return match amount {
            Some(amount) => Ok(Some(amount)),
            None => Err(invalid(ExpectedValue::Amount, at)),
        };
    }
    let digits = pull.whole(ExpectedValue::Count)?;
    Ok(Some((digits, Notation::Plain)))
}

/// Computes the peers of every group and kind. Returns them, and for each agency the index of its own;
/// `None` if its group or its kind is not known.
pub fn peer_sets(catalog: &Catalog) -> (Vec<Peers>, Vec<Option<usize>>) {
    let mut members: BTreeMap<(usize, PeerKind), Vec<usize>> = BTreeMap::new();
    for (index, agency) in catalog.agencies.iter().enumerate() {
        let kind = PeerKind::of(&agency.name, agency.code.as_deref());
        if let Some(key) = agency.group.zip(kind) {
            members.entry(key).or_default().push(index);
        }
    }
    let mut own = vec![None; catalog.agencies.len()];
    let mut sets = Vec::new();
    for ((group, kind), agencies) in members {
        for &agency in &agencies {
            if let Some(own) = own.get_mut(agency) {
                *own = Some(sets.len());
            }
        }
        sets.push(peers_of(catalog, group, kind, &agencies));
    }
    (sets, own)
}

fn peers_of(catalog: &Catalog, group: usize, kind: PeerKind, agencies: &[usize]) -> Peers {
    let mut by_year: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for report in agencies
        .iter()
        .flat_map(|&agency| catalog.reports_of(agency))
    {
        if let Some(year) = catalog.year(report) {
            by_year.entry(year).or_default().push(report);
        }
    }
    let mut columns = Vec::new();
    for (measure, _) in &catalog.columns {
        let mut column = PeerColumn::default();
        for reports in by_year.values() {
            let printed = printed_numbers(catalog, *measure, reports);
            column.printed.push(printed.len());
            for (quarters, values) in (1..).zip(&mut column.quartiles) {
                let rank = printed.len().saturating_mul(quarters).div_ceil(4);
                let value = rank.checked_sub(1).and_then(|rank| printed.get(rank));
                values.push(value.map(|(_, digits, notation)| (*digits, notation.clone())));
            }
        }
        if column.printed.iter().any(|printed| *printed > 0) {
            columns.push((*measure, column));
        }
    }
    Peers {
        group: catalog.groups.get(group).cloned().unwrap_or_default(),
        kind,
        is_fictional: catalog.is_fictional,
        agencies: agencies.len(),
        years: by_year.keys().copied().collect(),
        reports: by_year.values().map(Vec::len).collect(),
        columns,
    }
}

/// Returns the numbers that can be compared, in ascending order; equal ones in the catalogue's order. A
/// count loses its hedge and its unit, since a quartile states neither.
fn printed_numbers(
    catalog: &Catalog,
    measure: Measure,
    reports: &[usize],
) -> Vec<(Number, i64, Notation)> {
    let mut printed: Vec<(Number, i64, Notation)> = Vec::new();
    for &report in reports {
        let Some((number, digits, notation)) = catalog.printed(report, measure) else {
            continue;
        };
        let notation = match (measure.unit(), notation) {
            (MeasureUnit::Money, notation) => notation.clone(),
            _ => Notation::Plain,
        };
        printed.push((number, digits, notation));
    }
    printed.sort_by_key(|(number, ..)| *number);
    printed
}

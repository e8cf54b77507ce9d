//! Numbers of each agency that figures can be divided by.

use super::number::Number;
use super::value::{join_decimal, split_decimal};
use gongkai_model::Decimal;

/// A number of each agency that figures can be divided by, such as its population.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denominator {
    /// The identifier, such as `population`; unique within the catalogue.
    pub id: String,
    /// The Chinese name.
    pub zh: String,
    /// The English name.
    pub en: String,
    /// The unit as its source writes it, such as `万人`.
    pub unit: String,
    /// The source of the numbers, such as a yearbook.
    pub source: String,
    /// For each agency the digits and the number of decimals; `None` if the number is not known.
    pub(super) values: Vec<Option<(i64, u8)>>,
}

impl Denominator {
    /// Makes a denominator without values.
    pub fn new(id: &str, zh: &str, en: &str, unit: &str, source: &str) -> Denominator {
        Denominator {
            id: id.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
            unit: unit.to_owned(),
            source: source.to_owned(),
            values: Vec::new(),
        }
    }

    /// Returns what it is, without its values.
    pub(super) fn without_values(&self) -> Denominator {
        Denominator::new(&self.id, &self.zh, &self.en, &self.unit, &self.source)
    }

    /// Adds the number of the next agency; `None` if it is not known.
    ///
    /// # Errors
    /// The number, if it has more than 18 digits.
    pub fn push(&mut self, value: Option<&Decimal>) -> Result<(), Decimal> {
        let held = match value {
            None => None,
            Some(value) => Some(split_decimal(value.as_str()).ok_or_else(|| value.clone())?),
        };
        self.values.push(held);
        Ok(())
    }

    /// Returns an agency's number as the source writes it.
    pub fn value(&self, agency: usize) -> Option<Decimal> {
        let (digits, decimals) = self.values.get(agency).copied().flatten()?;
        Decimal::parse(&join_decimal(digits, decimals))
    }

    /// Returns an agency's number for calculations.
    pub fn number(&self, agency: usize) -> Option<Number> {
        let (digits, decimals) = self.values.get(agency).copied().flatten()?;
        Some(Number::new(digits, -i32::from(decimals)))
    }
}

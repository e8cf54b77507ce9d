//! Reads a measure and its column.

use super::values::edition;
use crate::column::MeasureColumn;
use crate::error::{CatalogProblem, ExpectedValue, Fault};
use crate::measure::{Measure, MeasureUnit};
use crate::pull::{ObjectSchema, Pull};
use crate::value::Notation;
use gongkai_model::{Cell, Edition};

object_schema!(MEASURE {
    "id": true,
    "edition": false,
    "values": true,
});

/// A measure and its column.
pub(super) struct MeasureData {
    pub measure: Measure,
    pub column: MeasureColumn,
    /// The offset of the column's values in the text.
    pub values_at: usize,
}

/// Reads the next measure.
pub(super) fn read_measure(pull: &mut Pull<'_>) -> Result<MeasureData, Fault> {
    let start = pull.at();
    let mut measure: Option<Measure> = None;
    let mut stated: Option<(Edition, usize)> = None;
    let mut column: Option<MeasureColumn> = None;
    let mut values_at = start;
    pull.object(MEASURE, &mut |pull, field| {
        let at = pull.at();
        match MEASURE.names.get(field).copied().unwrap_or_default() {
            "id" => {
                let found = Measure::from_id(&pull.text(ExpectedValue::Measure)?);
                let problem = CatalogProblem::InvalidValue(ExpectedValue::Measure);
                measure = Some(found.ok_or_else(|| Fault::new(problem, at))?);
            }
            "edition" => stated = Some((edition(pull)?, at)),
            _ => {
                values_at = at;
                // The type of the values depends on the id, which a file may write after them.
                match measure {
                    Some(measure) => column = Some(read_column(pull, measure)?),
                    None => pull.skip_column()?,
                }
            }
        }
        Ok(())
    })?;
    let missing = || Fault::new(CatalogProblem::MissingField, start).field("id");
    let measure = measure.ok_or_else(missing)?;
    let own = measure.only_edition();
    if own != stated.map(|(edition, _)| edition) {
        let at = stated.map_or(start, |(_, at)| at);
        let problem = CatalogProblem::InvalidValue(ExpectedValue::OwnEdition);
        return Err(Fault::new(problem, at).field("edition"));
    }
    let column = match column {
        Some(column) => column,
        None => {
            let mut again = pull.restarted_at(values_at);
            read_column(&mut again, measure).map_err(|fault| fault.field("values"))?
        }
    };
    Ok(MeasureData {
        measure,
        column,
        values_at,
    })
}

fn read_column(pull: &mut Pull<'_>, measure: Measure) -> Result<MeasureColumn, Fault> {
    let mut column = MeasureColumn::default();
    let unit = measure.unit();
    let expected = match unit {
        MeasureUnit::Pieces => ExpectedValue::Stated,
        MeasureUnit::Money => ExpectedValue::Amount,
        _ if measure.may_be_negative() => ExpectedValue::Change,
        _ => ExpectedValue::Count,
    };
    let is_plain = !matches!(unit, MeasureUnit::Pieces | MeasureUnit::Money);
    pull.list(&mut |pull, _| {
        let at = pull.at();
        // The fast path, for nearly all values.
        if is_plain
            && let Some(count) = pull.plain_count()
            && column.push(Cell::Count(count))
        {
            return Ok(());
        }
        let invalid = || Fault::new(CatalogProblem::InvalidValue(expected), at);
        let fits = match pull.peek() {
            Some(b'n') => {
                pull.null()?;
                column.push(Cell::Blank)
            }
            Some(b'"') => match pull.text(expected)?.as_ref() {
                "" => column.push(Cell::Missing),
                "/" => column.push(Cell::NotApplicable),
                text => {
                    let read = match unit {
                        MeasureUnit::Pieces => Notation::read_stated(text),
                        MeasureUnit::Money => Notation::read_money(text),
                        _ => None,
                    };
                    let (digits, notation) = read.ok_or_else(invalid)?;
                    column.push_number(digits, notation)
                }
            },
            _ => match (unit, pull.whole(expected)?) {
                (MeasureUnit::Money, _) => {
                    return Err(Fault::new(CatalogProblem::WrongType(expected), at));
                }
                (_, ..0) if !measure.may_be_negative() => return Err(invalid()),
                (MeasureUnit::Pieces, count) => {
                    column.push_number(count, Notation::Stated(None, None))
                }
                (_, count) => column.push(Cell::Count(count)),
            },
        };
        if fits {
            Ok(())
        } else {
            Err(Fault::new(CatalogProblem::OutOfRange, at))
        }
    })?;
    column.close();
    Ok(column)
}

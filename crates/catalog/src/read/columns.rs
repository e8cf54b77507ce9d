//! A measure and its column, read where it stands in the text.

use super::parts::edition;
use crate::column::Column;
use crate::error::{Expected, Fault, Problem};
use crate::measure::{Measure, Unit};
use crate::pull::{Pull, Shape};
use crate::value::Kind;
use gongkai_model::{Cell, Edition};

shape!(MEASURE {
    "id": true,
    "edition": false,
    "values": true,
});

/// A measure and its column.
pub(super) struct Read {
    pub measure: Measure,
    pub column: Column,
    /// The byte at which the column's values begin.
    pub values_at: usize,
}

/// The measure that begins here.
pub(super) fn measure(pull: &mut Pull<'_>) -> Result<Read, Fault> {
    let start = pull.at();
    let mut measure: Option<Measure> = None;
    let mut stated: Option<(Edition, usize)> = None;
    let mut read: Option<Column> = None;
    let mut values_at = start;
    pull.object(MEASURE, &mut |pull, field| {
        let at = pull.at();
        match MEASURE.names.get(field).copied().unwrap_or_default() {
            "id" => {
                let found = Measure::from_id(&pull.text(Expected::Measure)?);
                let problem = Problem::InvalidValue(Expected::Measure);
                measure = Some(found.ok_or_else(|| Fault::new(problem, at))?);
            }
            "edition" => stated = Some((edition(pull)?, at)),
            _ => {
                values_at = at;
                // What the values are depends on the id, which a file may write behind them.
                match measure {
                    Some(measure) => read = Some(column(pull, measure)?),
                    None => pull.skip_column()?,
                }
            }
        }
        Ok(())
    })?;
    let missing = || Fault::new(Problem::MissingField, start).field("id");
    let measure = measure.ok_or_else(missing)?;
    let own = measure.only_edition();
    if own != stated.map(|(edition, _)| edition) {
        let at = stated.map_or(start, |(_, at)| at);
        let problem = Problem::InvalidValue(Expected::OwnEdition);
        return Err(Fault::new(problem, at).field("edition"));
    }
    let column = match read {
        Some(column) => column,
        None => {
            let mut again = pull.from(values_at);
            column(&mut again, measure).map_err(|fault| fault.field("values"))?
        }
    };
    Ok(Read {
        measure,
        column,
        values_at,
    })
}

fn column(pull: &mut Pull<'_>, measure: Measure) -> Result<Column, Fault> {
    let mut column = Column::default();
    let unit = measure.unit();
    let expected = match unit {
        Unit::Pieces => Expected::Stated,
        Unit::Money => Expected::Amount,
        _ if measure.may_be_negative() => Expected::Change,
        _ => Expected::Count,
    };
    let is_plain = !matches!(unit, Unit::Pieces | Unit::Money);
    pull.list(&mut |pull, _| {
        let at = pull.at();
        // Nearly all of them.
        if is_plain
            && let Some(count) = pull.plain_count()
            && column.push(Cell::Count(count))
        {
            return Ok(());
        }
        let invalid = || Fault::new(Problem::InvalidValue(expected), at);
        let is_held = match pull.peek() {
            Some(b'n') => {
                pull.null()?;
                column.push(Cell::Blank)
            }
            Some(b'"') => match pull.text(expected)?.as_ref() {
                "" => column.push(Cell::Missing),
                "/" => column.push(Cell::NotApplicable),
                text => {
                    let read = match unit {
                        Unit::Pieces => Kind::read_stated(text),
                        Unit::Money => Kind::read_money(text),
                        _ => None,
                    };
                    let (digits, kind) = read.ok_or_else(invalid)?;
                    column.push_kind(digits, kind)
                }
            },
            _ => match (unit, pull.whole(expected)?) {
                (Unit::Money, _) => {
                    return Err(Fault::new(Problem::WrongType(expected), at));
                }
                (_, ..0) if !measure.may_be_negative() => return Err(invalid()),
                (Unit::Pieces, count) => column.push_kind(count, Kind::Stated(None, None)),
                (_, count) => column.push(Cell::Count(count)),
            },
        };
        match is_held {
            true => Ok(()),
            false => Err(Fault::new(Problem::OutOfRange, at)),
        }
    })?;
    column.close();
    Ok(column)
}

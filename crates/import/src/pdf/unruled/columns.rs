//! The columns of a table without rules: by the names above them and the values below.

use super::super::words::Word;

/// From left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Column {
    fn of(word: &Word) -> Column {
        Column {
            from: word.from,
            to: word.to,
        }
    }

    fn overlaps(self, other: Column) -> bool {
        self.from < other.to && other.from < self.to
    }

    fn with(self, other: Column) -> Column {
        Column {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }
}

/// Joins words that overlap, one above the other, into columns.
pub(super) fn clusters<'a>(words: impl Iterator<Item = &'a Word>) -> Vec<Column> {
    let mut columns: Vec<Column> = words.map(Column::of).collect();
    columns.sort_by(|one, other| one.from.total_cmp(&other.from));
    let mut joined: Vec<Column> = Vec::new();
    for column in columns {
        match joined.last_mut() {
            Some(last) if last.overlaps(column) => *last = last.with(column),
            _ => joined.push(column),
        }
    }
    joined
}

/// The column of each name: its own place and that of the values which can only belong to it. `None` if
/// some values may belong to two columns.
pub(super) fn assigned(names: &[Column], values: &[Column]) -> Option<Vec<Column>> {
    let mut columns = names.to_vec();
    if values.len() == names.len() {
        // As many as there are names, so each has its own, unless another name is above it.
        for ((at, column), value) in columns.iter_mut().enumerate().zip(values) {
            let mut above = names
                .iter()
                .enumerate()
                .filter(|(_, name)| name.overlaps(*value));
            if above.any(|(other, _)| other != at) {
                return None;
            }
            *column = column.with(*value);
        }
    } else {
        // Beside all names they may belong to either neighbour.
        for value in values {
            let mut above = names
                .iter()
                .zip(&mut columns)
                .filter(|(name, _)| name.overlaps(*value));
            let (_, column) = above.next()?;
            if above.next().is_some() {
                return None;
            }
            *column = column.with(*value);
        }
    }
    let are_apart = columns.windows(2).all(|pair| match pair {
        [one, next] => one.to <= next.from,
        _ => true,
    });
    are_apart.then_some(columns)
}

/// The only column that the word is in.
pub(super) fn column_of(columns: &[Column], word: &Word) -> Option<usize> {
    let own = Column::of(word);
    let mut found = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.overlaps(own));
    let (at, _) = found.next()?;
    found.next().is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(ends: &[(f64, f64)]) -> Vec<Column> {
        let column = |(from, to): &(f64, f64)| Column {
            from: *from,
            to: *to,
        };
        ends.iter().map(column).collect()
    }

    #[test]
    fn values_below_a_name_are_of_its_column() {
        let names = columns(&[(0.0, 20.0), (40.0, 60.0), (80.0, 100.0)]);
        let values = columns(&[(5.0, 10.0), (85.0, 120.0)]);
        let expected = columns(&[(0.0, 20.0), (40.0, 60.0), (80.0, 120.0)]);
        assert_eq!(assigned(&names, &values), Some(expected));
    }

    #[test]
    fn values_beside_all_names_are_in_their_order() {
        let names = columns(&[(0.0, 10.0), (40.0, 50.0)]);
        let values = columns(&[(20.0, 25.0), (60.0, 65.0)]);
        let expected = columns(&[(0.0, 25.0), (40.0, 65.0)]);
        assert_eq!(assigned(&names, &values), Some(expected));
    }

    #[test]
    fn values_between_two_names_are_of_neither() {
        let names = columns(&[(0.0, 10.0), (40.0, 50.0)]);
        assert_eq!(assigned(&names, &columns(&[(20.0, 25.0)])), None);
        // Above two columns.
        assert_eq!(assigned(&names, &columns(&[(5.0, 45.0)])), None);
        let values = columns(&[(2.0, 6.0), (20.0, 25.0), (60.0, 65.0)]);
        assert_eq!(assigned(&names, &values), None);
    }
}

//! Section four of the report, from its cells.

use super::Collected;
use super::cells::set_review;
use crate::{Gap, Log};
use gongkai_model::{BlockColumn, BlockKey, Reviews};

/// Makes section four of the cells that were read. `None` if there are none, or none that are certain.
pub fn reviews(collected: &Collected, log: &mut Log) -> Option<Reviews> {
    if collected.reviews.is_empty() {
        return None;
    }
    let mut reviews = Reviews::default();
    // If two tables on a page differ, it is not known which is the report's.
    let differs = |key: &BlockKey| {
        let own = || collected.reviews.iter().filter(|(of, ..)| of == key);
        own().any(|(_, column, cell)| own().any(|(_, at, other)| at == column && other != cell))
    };
    let (doubtful, certain): (Vec<BlockKey>, Vec<BlockKey>) =
        BlockKey::ALL.iter().copied().partition(differs);
    for key in &doubtful {
        log.forget(key.path());
        log.gap(None, "", Some(key.path().to_owned()), Gap::TwiceDifferent);
    }
    for (key, column, cell) in &collected.reviews {
        if certain.contains(key) {
            set_review(&mut reviews, *key, *column, *cell);
        }
    }
    for key in &certain {
        for column in BlockColumn::ALL {
            let path = format!("{}.{}", key.path(), column.field());
            if reviews.cell(*key, *column).is_missing() && !log.mentions(&path) {
                log.gap(None, "", Some(path), Gap::NoRow);
            }
        }
    }
    (!certain.is_empty()).then_some(reviews)
}

//! Which measures belong to a view.

use gongkai_catalog::Measure;
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, CellRef, ProactiveColumn as Column, ProactiveKey as Key,
    RowKey,
};
use gongkai_view::figures::View;

fn total(row: RowKey) -> CellRef {
    CellRef::Application(row, Applicant::Total)
}

const BLOCKS: [BlockKey; 3] = [
    BlockKey::Reconsideration,
    BlockKey::LitigationDirect,
    BlockKey::LitigationAfterReconsideration,
];

const SERVICES: [Key; 4] = [
    Key::Licences,
    Key::OtherServices,
    Key::Penalties,
    Key::CompulsoryMeasures,
];

/// The measures of an overview's tile, by the key of the headline: their sum is the tile's number. Kinds of
/// matters are only in the older form, whose own column says how they changed.
pub fn of_tile(key: &str) -> Vec<Measure> {
    let cells = match key {
        "disclosure" => vec![CellRef::Total],
        "licences" => vec![CellRef::Proactive(Key::Licences, Column::Decisions)],
        "penalties" => vec![CellRef::Proactive(Key::Penalties, Column::Decisions)],
        "procurement" => vec![CellRef::Proactive(Key::Procurement, Column::Amount)],
        "applications" => vec![total(RowKey::Received)],
        "reviews" => BLOCKS
            .map(|block| CellRef::Review(block, BlockColumn::Total))
            .to_vec(),
        _ => Vec::new(),
    };
    cells.into_iter().filter_map(Measure::from_cell).collect()
}

/// The headlines of the overview that have measures.
pub const TILES: [&str; 6] = [
    "disclosure",
    "licences",
    "penalties",
    "procurement",
    "applications",
    "reviews",
];

/// The measures of a view, in its order; none for a view whose numbers catalogues do not carry. Each is drawn on
/// a scale of its own: they differ by orders of magnitude, and it is the years that are compared.
pub fn of_view(view: View) -> Vec<Measure> {
    use Column::{
        Amount, Decisions, InForce, ItemsLastYear, Made, Projects, Repealed, TotalDisclosed,
    };
    let documents =
        |column| [Key::Rules, Key::NormativeDocuments].map(|row| CellRef::Proactive(row, column));
    let reviews = |column| BLOCKS.map(|block| CellRef::Review(block, column));
    let cells: Vec<CellRef> = match view {
        View::Overview => {
            // Of several measures that a tile adds up, the first, which most reports have.
            let tiles = TILES
                .iter()
                .filter_map(|key| of_tile(key).into_iter().next());
            return tiles.collect();
        }
        View::Disclosure => vec![CellRef::Total],
        View::Documents => [Made, TotalDisclosed, Repealed, InForce]
            .into_iter()
            .flat_map(documents)
            .collect(),
        View::Services => SERVICES
            .map(|row| CellRef::Proactive(row, Decisions))
            .to_vec(),
        View::Fees => [Amount, ItemsLastYear]
            .map(|column| CellRef::Proactive(Key::Fees, column))
            .to_vec(),
        View::Procurement => [Amount, Projects]
            .map(|column| CellRef::Proactive(Key::Procurement, column))
            .to_vec(),
        View::Applications => [
            RowKey::Received,
            RowKey::Total,
            RowKey::CarriedOut,
            RowKey::Granted,
            RowKey::PartlyGranted,
            RowKey::NotHeld,
        ]
        .map(total)
        .to_vec(),
        View::Reviews => [BlockColumn::Total, BlockColumn::Corrected]
            .into_iter()
            .flat_map(reviews)
            .collect(),
        View::Activities | View::Checks | View::Original => Vec::new(),
    };
    cells.into_iter().filter_map(Measure::from_cell).collect()
}

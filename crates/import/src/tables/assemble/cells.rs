//! Access to the report's cells of section two and four by row and column.

use crate::Gap;
use crate::number::{amount, cell};
use gongkai_model::{
    Amount, Block, BlockColumn, BlockKey, Cell, Currency, Documents, Fees, Proactive,
    ProactiveColumn, ProactiveKey, Procurement, Reviews, Services,
};

/// Sets a cell to its printed text. Returns whether it is an amount of money without a unit.
pub fn set_printed(
    into: &mut Proactive,
    key: ProactiveKey,
    column: ProactiveColumn,
    text: &str,
    unit: Option<Currency>,
) -> Result<bool, Gap> {
    if column == ProactiveColumn::Amount {
        let value = amount(text, unit)?;
        let is_bare = value.money().is_some_and(|money| money.unit.is_none());
        match key {
            ProactiveKey::Fees => into.fees.get_or_insert_default().amount = value,
            _ => into.procurement.get_or_insert_default().amount = value,
        }
        return Ok(is_bare);
    }
    let value = cell(text, column == ProactiveColumn::Change)?;
    *slot(into, key, column).ok_or(Gap::Ambiguous)? = value;
    Ok(false)
}

/// The count of a row and column, if the row has that column.
fn slot(into: &mut Proactive, key: ProactiveKey, column: ProactiveColumn) -> Option<&mut Cell> {
    match key {
        ProactiveKey::Rules => document(into.rules.get_or_insert_default(), column),
        ProactiveKey::NormativeDocuments => {
            document(into.normative_documents.get_or_insert_default(), column)
        }
        ProactiveKey::Licences => service(into.licences.get_or_insert_default(), column),
        ProactiveKey::OtherServices => service(into.other_services.get_or_insert_default(), column),
        ProactiveKey::Penalties => service(into.penalties.get_or_insert_default(), column),
        ProactiveKey::CompulsoryMeasures => {
            service(into.compulsory_measures.get_or_insert_default(), column)
        }
        ProactiveKey::Fees => fee(into.fees.get_or_insert_default(), column),
        ProactiveKey::Procurement => projects(into.procurement.get_or_insert_default(), column),
    }
}

fn document(row: &mut Documents, column: ProactiveColumn) -> Option<&mut Cell> {
    match column {
        ProactiveColumn::Made => Some(&mut row.made),
        ProactiveColumn::Disclosed => Some(&mut row.disclosed),
        ProactiveColumn::TotalDisclosed => Some(&mut row.total_disclosed),
        ProactiveColumn::Repealed => Some(&mut row.repealed),
        ProactiveColumn::InForce => Some(&mut row.in_force),
        _ => None,
    }
}

fn service(row: &mut Services, column: ProactiveColumn) -> Option<&mut Cell> {
    match column {
        ProactiveColumn::ItemsLastYear => Some(&mut row.items_last_year),
        ProactiveColumn::Change => Some(&mut row.change),
        ProactiveColumn::Decisions => Some(&mut row.decisions),
        _ => None,
    }
}

fn fee(row: &mut Fees, column: ProactiveColumn) -> Option<&mut Cell> {
    match column {
        ProactiveColumn::ItemsLastYear => Some(&mut row.items_last_year),
        ProactiveColumn::Change => Some(&mut row.change),
        _ => None,
    }
}

fn projects(row: &mut Procurement, column: ProactiveColumn) -> Option<&mut Cell> {
    (column == ProactiveColumn::Projects).then_some(&mut row.projects)
}

/// Copies one row of `from`.
pub fn copy_row(from: &Proactive, key: ProactiveKey, into: &mut Proactive) {
    match key {
        ProactiveKey::Rules => into.rules.clone_from(&from.rules),
        ProactiveKey::NormativeDocuments => into
            .normative_documents
            .clone_from(&from.normative_documents),
        ProactiveKey::Licences => into.licences.clone_from(&from.licences),
        ProactiveKey::OtherServices => into.other_services.clone_from(&from.other_services),
        ProactiveKey::Penalties => into.penalties.clone_from(&from.penalties),
        ProactiveKey::CompulsoryMeasures => into
            .compulsory_measures
            .clone_from(&from.compulsory_measures),
        ProactiveKey::Fees => into.fees.clone_from(&from.fees),
        ProactiveKey::Procurement => into.procurement.clone_from(&from.procurement),
    }
}

/// Removes one row.
pub fn clear_row(into: &mut Proactive, key: ProactiveKey) {
    copy_row(&Proactive::default(), key, into);
}

/// Whether the row's cell of the column was read.
pub fn has_cell(proactive: &Proactive, key: ProactiveKey, column: ProactiveColumn) -> bool {
    match column {
        ProactiveColumn::Amount => proactive
            .amount(key)
            .is_some_and(|amount| !amount.is_missing()),
        column => !proactive.cell(key, column).is_missing(),
    }
}

/// Removes one cell.
pub fn clear_cell(into: &mut Proactive, key: ProactiveKey, column: ProactiveColumn) {
    match (column, key) {
        (ProactiveColumn::Amount, ProactiveKey::Fees) => {
            if let Some(row) = &mut into.fees {
                row.amount = Amount::default();
            }
        }
        (ProactiveColumn::Amount, ProactiveKey::Procurement) => {
            if let Some(row) = &mut into.procurement {
                row.amount = Amount::default();
            }
        }
        _ => {
            if let Some(slot) = slot(into, key, column) {
                *slot = Cell::Missing;
            }
        }
    }
}

/// Sets a cell of section four.
pub fn set_review(into: &mut Reviews, key: BlockKey, column: BlockColumn, cell: Cell) {
    let block = match key {
        BlockKey::Reconsideration => &mut into.reconsideration,
        BlockKey::LitigationDirect => &mut into.litigation_direct,
        BlockKey::LitigationAfterReconsideration => &mut into.litigation_after_reconsideration,
    };
    let block: &mut Block = block.get_or_insert_default();
    match column {
        BlockColumn::Upheld => block.upheld = cell,
        BlockColumn::Corrected => block.corrected = cell,
        BlockColumn::Other => block.other = cell,
        BlockColumn::Pending => block.pending = cell,
        BlockColumn::Total => block.total = cell,
    }
}

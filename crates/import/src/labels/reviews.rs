//! The labels of section four: its blocks and their columns.

use super::last_match;
use gongkai_model::{BlockColumn, BlockKey};

/// The column of section four that a label names last.
pub fn review_column(label: &str) -> Option<BlockColumn> {
    let words = [
        (BlockColumn::Upheld, "结果维持"),
        (BlockColumn::Corrected, "结果纠正"),
        (BlockColumn::Other, "其他结果"),
        (BlockColumn::Pending, "尚未审结"),
        (BlockColumn::Total, "总计"),
        (BlockColumn::Total, "合计"),
    ];
    last_match(label, words.into_iter()).map(|(_, column)| column)
}

/// The block of section four that a label names last.
pub fn review_block(label: &str) -> Option<BlockKey> {
    let words = [
        (BlockKey::LitigationDirect, "未经复议直接起诉"),
        (BlockKey::LitigationDirect, "未经复议"),
        (BlockKey::LitigationDirect, "未经行政复议"),
        (BlockKey::LitigationDirect, "直接起诉"),
        (BlockKey::LitigationAfterReconsideration, "复议后"),
        (BlockKey::Reconsideration, "行政复议"),
    ];
    last_match(label, words.into_iter()).map(|(_, block)| block)
}

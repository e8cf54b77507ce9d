//! Exported files: their content and their names.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod csv;
mod name;
mod picture;
mod preview;
mod report;
mod rfc4180;
mod share;
#[path = "../support/mod.rs"]
mod support;

use gongkai_model::Report;

fn longde() -> Report {
    gongkai_testing::sample("longde-2020.json")
}

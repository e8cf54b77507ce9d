//! What a reader or a host takes away of a figure.

mod svg;

pub use svg::svg;

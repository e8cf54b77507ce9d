//! From a published report's text to its figures.

mod longde;
mod tables;

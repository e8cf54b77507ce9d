//! Reading the tables of a report.

mod longde;
mod tables;

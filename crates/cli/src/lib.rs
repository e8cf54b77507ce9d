//! Tables of many reports, for engines. The command line is the program `gongkai`.

pub mod rows;

//! Reports as rows of tables, for engines that read many. The command line is the program `gongkai`.

pub mod table_rows;

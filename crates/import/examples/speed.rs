//! Measures how long files take to read: `cargo run --release -p gongkai-import --example speed FILE…`
//! Prints the shortest of several runs for each file, and the mean of all files.

#![allow(clippy::print_stdout, reason = "it prints its measures")]

use gongkai_import::{open, read};
use std::time::{Duration, Instant};

/// The machine may do something else in some of the runs.
const RUNS: usize = 7;

fn main() -> std::io::Result<()> {
    let mut sum = Duration::ZERO;
    let mut count = 0_u32;
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let run = |_| {
            let start = Instant::now();
            let outcome = match open(&path, &bytes).and_then(|document| read(&document)) {
                Ok(imported) => format!("{} notes", imported.notes.len()),
                Err(error) => format!("{error:?}").chars().take(60).collect(),
            };
            (start.elapsed(), outcome)
        };
        if let Some((shortest, outcome)) = (0..RUNS).map(run).min() {
            println!("{:8.2} ms  {path}: {outcome}", shortest.as_secs_f64() * 1e3);
            sum += shortest;
            count += 1;
        }
    }
    println!(
        "{:8.2} ms  on average of {count} files",
        sum.as_secs_f64() * 1e3 / f64::from(count.max(1))
    );
    Ok(())
}

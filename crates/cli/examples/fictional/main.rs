//! Writes fictional reports of a whole country, for measuring.
//!
//! `cargo run --package gongkai-cli --example fictional -- OUT --agencies 3200 --years 2019..2025 --seed 1`
//!
//! Up to 186,000 agencies: the governments of 6,000 counties, then the departments of each.
//!
//! Each name says that it is made up (虚构省甲市乙县), and so does each report's source. Sizes are
//! log-normal, with effects of the agency and trends over the years. The numbers pass the checks except
//! for a share of the reports (`--faulty`, 2 %). Some years are missing, some cells are blank or `/`, and
//! some agencies adopt the 2021 form late. The same options give the same bytes.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "makes samples, and may stop"
)]

mod chance;
mod report;

use chance::Chance;
use report::{AgencyModel, COUNTIES, MOST_AGENCIES, Year};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "fictional OUT [--agencies 3200] [--years 2019..2025] [--seed 1] [--faulty 2]";

struct Options {
    out: PathBuf,
    agencies: usize,
    years: RangeInclusive<u16>,
    seed: u64,
    /// The percentage of reports with contradictions.
    faulty: u32,
}

fn options() -> Option<Options> {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options {
        out: arguments.next()?.into(),
        agencies: 3200,
        years: 2019..=2025,
        seed: 1,
        faulty: 2,
    };
    while let Some(name) = arguments.next() {
        let value = arguments.next()?;
        match name.as_str() {
            // With more, names would repeat.
            "--agencies" => {
                let agencies = value.parse().ok();
                options.agencies = agencies.filter(|agencies| *agencies <= MOST_AGENCIES)?;
            }
            "--seed" => options.seed = value.parse().ok()?,
            "--faulty" => options.faulty = value.parse().ok().filter(|share| *share <= 100)?,
            "--years" => {
                let (first, last) = value.split_once("..")?;
                let year = |text: &str| text.trim_start_matches('=').parse().ok();
                options.years = year(first)?..=year(last)?;
                let is_form = 2019..=2100;
                if !is_form.contains(options.years.start())
                    || !is_form.contains(options.years.end())
                {
                    return None;
                }
            }
            _ => return None,
        }
    }
    Some(options)
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match write(&options) {
        Ok(reports) => {
            eprintln!("{reports} fictional reports in {}", options.out.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes one agency after the other, so that a country needs no more memory than a county.
fn write(options: &Options) -> std::io::Result<usize> {
    let mut reports = 0;
    let mut population_table = String::from(
        "code,name,group,population|常住人口（虚构）|Resident population (fictional)|万人|虚构数据，仅供测试\n",
    );
    for index in 0..options.agencies {
        // Each agency has its own random numbers, so that more agencies do not change the earlier ones.
        let mut chance = Chance::new(options.seed, index as u64);
        let agency = AgencyModel::numbered(options.seed, index, &mut chance);
        let folder = options.out.join(agency.code.get(..4).unwrap_or_default());
        std::fs::create_dir_all(&folder)?;
        let is_county = index < COUNTIES;
        let stem = if is_county {
            &agency.code
        } else {
            &agency.name
        };
        let mut before: Option<Year> = None;
        for year in options.years.clone() {
            let is_faulty = chance.percent(options.faulty);
            let now = agency.year(year, before.as_ref(), is_faulty, &mut chance);
            if !chance.percent(3) {
                let file = folder.join(format!("{stem}-{year}.json"));
                save(&file, &now.report.write())?;
                reports += 1;
            }
            before = Some(now);
        }
        if !is_county {
            // The table has its county's number, which counts for all agencies with the code.
            continue;
        }
        // Unknown for one agency in 50.
        let population = if chance.percent(2) {
            String::new()
        } else {
            format!("{}.{:02}", agency.people / 100, agency.people % 100)
        };
        population_table += &format!(
            "{},{},{},{population}\n",
            agency.code, agency.name, agency.province
        );
    }
    std::fs::create_dir_all(&options.out)?;
    save(
        &options.out.join("population.csv"),
        population_table.trim_end(),
    )?;
    Ok(reports)
}

fn save(file: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(file, [text, "\n"].concat())
}

//! Writes fictional reports, as many as a country has, to measure with.
//!
//! `cargo run --release --example fictional -- OUT --places 3200 --years 2019..2025 --seed 1`
//!
//! Every name says that it is made up (虚构省甲市乙县), and so does every report's source. Sizes are
//! log-normal with effects of place and trends of years. The numbers agree by the checks but for a
//! stated share (`--faulty`, 2 of 100 reports); some years are missing, some cells blank or `/`,
//! some places late with the form of 2021. The same options give the same bytes.

mod chance;
mod report;

use chance::Chance;
use report::{Place, Year};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "fictional OUT [--places 3200] [--years 2019..2025] [--seed 1] [--faulty 2]";

struct Options {
    out: PathBuf,
    places: usize,
    years: RangeInclusive<u16>,
    seed: u64,
    /// Of 100 reports.
    faulty: u32,
}

fn options() -> Option<Options> {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options {
        out: arguments.next()?.into(),
        places: 3200,
        years: 2019..=2025,
        seed: 1,
        faulty: 2,
    };
    while let Some(name) = arguments.next() {
        let value = arguments.next()?;
        match name.as_str() {
            // Beyond, names would recur.
            "--places" => options.places = value.parse().ok().filter(|places| *places <= 6000)?,
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

/// One place after the other, so that a country takes no more memory than a county.
fn write(options: &Options) -> std::io::Result<usize> {
    let mut reports = 0;
    let mut numbers = String::from(
        "code,name,group,population|常住人口（虚构）|Resident population (fictional)|万人|虚构数据，仅供测试\n",
    );
    for index in 0..options.places {
        // Each place has its own chances: more places change none of those before.
        let mut chance = Chance::new(options.seed, index as u64);
        let place = Place::new(index, &mut chance);
        let folder = options.out.join(place.code.get(..4).unwrap_or_default());
        std::fs::create_dir_all(&folder)?;
        let mut before: Option<Year> = None;
        for year in options.years.clone() {
            let is_faulty = chance.of_hundred(options.faulty);
            let now = place.year(year, before.as_ref(), is_faulty, &mut chance);
            if !chance.of_hundred(3) {
                let file = folder.join(format!("{}-{year}.json", place.code));
                save(&file, &now.report.write())?;
                reports += 1;
            }
            before = Some(now);
        }
        // Of one place in 50 nobody knows.
        let population = match chance.of_hundred(2) {
            true => String::new(),
            false => format!("{}.{:02}", place.people / 100, place.people % 100),
        };
        numbers += &format!(
            "{},{},{},{population}\n",
            place.code, place.name, place.province
        );
    }
    std::fs::create_dir_all(&options.out)?;
    save(&options.out.join("population.csv"), numbers.trim_end())?;
    Ok(reports)
}

fn save(file: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(file, [text, "\n"].concat())
}

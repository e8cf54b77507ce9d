//! Writes a figure of a report as SVG on standard output.
//!
//! `cargo run --example figure_to_svg -- samples/longde-2020.json disclosure`

use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::{Size, draw};
use gongkai_view::export::picture;
use gongkai_view::figures::{Choices, View, figure};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments
        .next()
        .ok_or("usage: figure_to_svg REPORT.json [VIEW]")?;
    let view = arguments.next().unwrap_or_else(|| "overview".to_owned());
    let view = View::from_id(&view).ok_or("there is no such view")?;
    let report =
        Report::read(&std::fs::read_to_string(file)?).map_err(|error| format!("{error:?}"))?;
    let locale = Locale::En;
    let figure = figure(&report, view, &Choices::default(), locale).ok_or("nothing to draw")?;
    let size = Size {
        width: 640.0,
        em: 16.0,
    };
    println!(
        "{}",
        picture(&figure, &draw(&figure, size), &report, locale)
    );
    Ok(())
}

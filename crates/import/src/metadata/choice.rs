//! Chooses the report's own title among those on a page and in the file's metadata.

use super::dates;
use super::title::Title;
use crate::prose::normalize::normalize_text;
use crate::{Block, Document};

/// How many lines below a title are searched for the year that they are about.
const NEAR: usize = 60;

/// Chooses the report's own title. `None` if several fit and nothing tells which.
pub(super) fn choose_title(
    document: &Document,
    limit: usize,
    titles: &[Title],
    file_title: Option<&Title>,
    known_year: Option<u16>,
) -> Option<Title> {
    let file_title = file_title.filter(|title| title.year.is_some());
    let dated: Vec<&Title> = titles.iter().filter(|title| title.year.is_some()).collect();
    let Some(nearest) = dated.last() else {
        // Without a year on the page, the title nearest to the report is the report's.
        let named = titles.iter().rev().find(|title| title.agency.is_some());
        let title = file_title.or(named).or(titles.last());
        return Some(title.cloned().unwrap_or_default());
    };
    let of_year = |year: u16| {
        dated
            .iter()
            .rev()
            .find(|title| title.year == Some(year))
            .copied()
    };
    let with_agency = |title: &Title| {
        // The page may have the same title twice, once without the name.
        let same = |other: &&Title| other.year == title.year && other.agency.is_some();
        match &title.agency {
            Some(_) => title.clone(),
            None => {
                let fuller = dated.iter().rev().copied().chain(file_title).find(same);
                fuller.unwrap_or(title).clone()
            }
        }
    };
    // If a title without a year is nearer to the report, those above may be a list of others.
    let own = titles.iter().rev().find(|title| {
        title.block > nearest.block && title.year.is_none() && title.agency.is_some()
    });
    if let Some(own) = own {
        let is_same = |title: &Title| title.agency.is_none() || title.agency == own.agency;
        let file_year = file_title
            .filter(|file| is_same(file))
            .and_then(|file| file.year);
        let text_year = most_named_year(document, own.block);
        let agreed = text_year.filter(|_| is_same(nearest) && text_year == nearest.year);
        let Some(year) = known_year.or(file_year).or(agreed) else {
            return Some(own.clone());
        };
        let dated = of_year(year).filter(|title| is_same(title));
        let title = dated
            .map(with_agency)
            .filter(|title| title.agency.is_some());
        return Some(title.unwrap_or_else(|| Title {
            year: Some(year),
            ..own.clone()
        }));
    }
    let has_several = dated
        .iter()
        .chain(file_title.iter())
        .any(|title| title.year != nearest.year);
    if !has_several {
        return Some(with_agency(nearest));
    }
    if let Some(year) = known_year {
        return of_year(year)
            .or(file_title.filter(|title| title.year == Some(year)))
            .map(with_agency);
    }
    let file_year = file_title.and_then(|title| title.year);
    if let Some(found) = file_year.and_then(of_year) {
        return Some(with_agency(found));
    }
    let text_year = most_named_year(document, limit);
    (file_title.is_none() && text_year == nearest.year).then(|| with_agency(nearest))
}

/// The year that the lines after `from` name most often. `None` if two are named equally often.
fn most_named_year(document: &Document, from: usize) -> Option<u16> {
    let mut named: Vec<(u16, usize)> = Vec::new();
    let lines = document.blocks.iter().skip(from).take(NEAR);
    for line in lines {
        let Block::Line(line) = line else { continue };
        for (year, ..) in dates::years(&normalize_text(&line.text)) {
            match named.iter_mut().find(|named| named.0 == year) {
                Some(named) => named.1 += 1,
                None => named.push((year, 1)),
            }
        }
    }
    let most = named.iter().map(|named| named.1).max()?;
    let mut most_named = named.iter().filter(|named| named.1 == most);
    let year = most_named.next()?.0;
    most_named.next().is_none().then_some(year)
}

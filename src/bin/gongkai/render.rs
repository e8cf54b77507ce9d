//! A report as HTML: a page, the inside of the tag, or the lines that a portal pastes.

use super::args::Render;
use super::check::read;
use super::{End, output, say};
use gongkai::i18n::{CliText, Locale};
use gongkai::page::{Bundle, PageOptions, fragment, page, snippet};
use std::path::{Path, PathBuf};

pub fn run(args: &Render, locale: Locale) -> End {
    let made = read(&args.file, locale).and_then(|report| {
        let name = args.file.file_name().unwrap_or_default();
        let src = args
            .src
            .clone()
            .unwrap_or_else(|| address(&name.to_string_lossy()));
        if args.only_fragment {
            return Ok(fragment(&report, args.view, args.language) + "\n");
        }
        let options = PageOptions {
            locale: args.language,
            view: args.view,
            bundle: bundle(&args.bundle, &args.base, locale)?,
            src,
            index: String::new(),
        };
        if args.only_snippet {
            return Ok(snippet(&report, &options));
        }
        Ok(page(&report, &options))
    });
    let written = made.and_then(|html| match &args.output {
        Some(path) => output::write(path, html.as_bytes(), locale),
        None => {
            say::out(&html);
            Ok(())
        }
    });
    match written {
        Ok(()) => End::Good,
        Err(sentence) => {
            say::error(&sentence);
            End::Failed
        }
    }
}

/// A file's name as an address beside the page has it: some characters of names mean something else
/// there.
fn address(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '%' | '#' | '?' | ':' | '\\' | ' ' | '\0'..='\u{1f}' => {
                address.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c => address.push(c),
        }
    }
    address
}

/// The widget's files by their manifest.
///
/// # Errors
/// A sentence for people, where there is no manifest.
pub fn bundle(folder: &Option<PathBuf>, base: &str, locale: Locale) -> Result<Bundle, String> {
    let folder = folder.clone().unwrap_or_else(beside);
    let missing = || CliText::NoBundle.with(locale, &[&folder.display().to_string()]);
    let text = std::fs::read_to_string(folder.join("manifest.json")).map_err(|_| missing())?;
    let manifest: serde_json::Value = serde_json::from_str(&text).map_err(|_| missing())?;
    let files = manifest
        .get("files")
        .and_then(|files| files.as_object())
        .ok_or_else(missing)?;
    let hashes = files.iter().filter_map(|(name, file)| {
        let hash = file.get("sha384")?.as_str()?;
        Some((name.clone(), format!("sha384-{hash}")))
    });
    Ok(Bundle {
        base: base.to_owned(),
        integrity: hashes.collect(),
    })
}

/// `dist` where the program is run, else beside the program.
pub fn beside() -> PathBuf {
    let here = Path::new("dist");
    if here.join("manifest.json").is_file() {
        return here.to_owned();
    }
    let program = std::env::current_exe().ok();
    let folder = program
        .as_deref()
        .and_then(Path::parent)
        .map(|folder| folder.join("dist"));
    folder
        .filter(|folder| folder.join("manifest.json").is_file())
        .unwrap_or_else(|| here.to_owned())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_file_is_found_whatever_its_name_holds() {
        assert_eq!(address("隆德县-2020.json"), "隆德县-2020.json");
        assert_eq!(address("100% a#1?.json"), "100%25%20a%231%3F.json");
        assert_eq!(address("javascript:a.json"), "javascript%3Aa.json");
    }
}

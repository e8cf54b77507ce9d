//! A report as HTML: a page, the inside of the tag, or the lines that a portal pastes.

use super::args::Render;
use super::check::read;
use super::{End, output, say};
use crate::messages::CliText;
use gongkai_i18n::Locale;
use gongkai_view::page::{Bundle, PageOptions, fragment, page, snippet};
use std::path::{Path, PathBuf};

pub fn run(args: &Render, locale: Locale) -> End {
    let src = args.src.clone();
    let src = src.unwrap_or_else(|| seen_from(args.output.as_deref(), &args.file));
    let made = output::spares(args.output.as_deref(), &args.file, locale)
        .and_then(|()| read(&args.file, locale))
        .and_then(|report| {
            let src = src.clone();
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
        Some(path) => output::write(path, html.as_bytes(), locale).map(|()| {
            let shown = path.display().to_string();
            say::error(&CliText::Written.with(locale, &[&shown]));
            if !args.only_fragment {
                say::error(&CliText::PageNeeds.with(locale, &[&src, &args.base]));
            }
        }),
        None => {
            say::out(&html, locale);
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

/// The JSON's address in a page that stands at `output`: relative, so that both can be put onto a site
/// together. Of a page whose place is not known, or on another disk, the name alone.
fn seen_from(output: Option<&Path>, file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let steps = |path: &Path| -> Option<Vec<String>> {
        let folder = output::folder(path);
        // One that is yet to be made has no links in it.
        let folder = std::fs::canonicalize(folder).or_else(|_| std::path::absolute(folder));
        let folder = folder.ok()?;
        let steps = folder.components();
        Some(
            steps
                .map(|step| step.as_os_str().to_string_lossy().into_owned())
                .collect(),
        )
    };
    let both = output.and_then(|output| Some((steps(output)?, steps(file)?)));
    let Some((from, to)) = both else {
        return address(&name);
    };
    let common = from
        .iter()
        .zip(&to)
        .take_while(|(from, to)| from == to)
        .count();
    if common == 0 {
        return address(&name);
    }
    let up = from.iter().skip(common).map(|_| "..".to_owned());
    let down = to.iter().skip(common).map(|step| address(step));
    let steps: Vec<String> = up.chain(down).chain([address(&name)]).collect();
    steps.join("/")
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

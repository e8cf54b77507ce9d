//! `gongkai render`: a report as HTML, as a whole page, the inside of the tag, or lines to paste.

use super::args::{Render, RenderedPart};
use super::check::read_report;
use super::{Outcome, atomic_file, bundle, terminal};
use crate::messages::cli_text;
use gongkai_i18n::Locale;
use gongkai_view::page::{PageFiles, PageFrame, PageOptions, fragment, page, snippet};
use std::path::Path;

pub fn run(args: &Render, locale: Locale) -> Outcome {
    match render(args, locale) {
        Ok(()) => Outcome::Complete,
        Err(message) => {
            terminal::message(&message);
            Outcome::Failed
        }
    }
}

fn render(args: &Render, locale: Locale) -> Result<(), String> {
    let output = args.output.as_deref();
    let src = args.src.clone();
    let src = src.unwrap_or_else(|| relative_address(output, &args.file));
    atomic_file::refuse_overwriting_input(output, &args.file, locale)?;
    let html = html(args, &src, locale)?;
    let Some(path) = output else {
        terminal::print(&html, locale);
        return Ok(());
    };
    atomic_file::write(path, html.as_bytes(), locale)?;
    terminal::message(
        &cli_text::Written {
            file: &path.display().to_string(),
        }
        .text(locale),
    );
    if args.part != RenderedPart::Fragment {
        terminal::message(
            &cli_text::PageNeeds {
                report: &src,
                widget: &args.base,
            }
            .text(locale),
        );
    }
    Ok(())
}

fn html(args: &Render, src: &str, locale: Locale) -> Result<String, String> {
    let report = read_report(&args.file, locale)?;
    if args.part == RenderedPart::Fragment {
        return Ok(fragment(&report, args.view, &args.page, args.language) + "\n");
    }
    let folder = bundle::folder(args.bundle.as_deref());
    let options = PageOptions {
        locale: args.language,
        view: args.view,
        bundle: bundle::read(&folder, &args.base, locale)?,
        src: src.to_owned(),
        catalog: String::new(),
        address: args.page.clone(),
        index: String::new(),
        previous: None,
        next: None,
        desk: String::new(),
        files: PageFiles::default(),
        frame: page_frame(args.header.as_deref(), args.footer.as_deref(), locale)?,
    };
    Ok(if args.part == RenderedPart::Snippet {
        snippet(&report, &options)
    } else {
        page(&report, &options)
    })
}

/// Reads the portal's own parts of a page.
pub fn page_frame(
    header: Option<&Path>,
    footer: Option<&Path>,
    locale: Locale,
) -> Result<PageFrame, String> {
    let read = |path: Option<&Path>| match path {
        None => Ok(String::new()),
        Some(path) => std::fs::read_to_string(path).map_err(|error| {
            let path = path.display().to_string();
            cli_text::CannotRead {
                file: &path,
                reason: &error.to_string(),
            }
            .text(locale)
        }),
    };
    Ok(PageFrame {
        header: read(header)?,
        footer: read(footer)?,
    })
}

/// The relative address of the JSON in a page at `output`, so that both can be uploaded together. For a
/// page on standard output or on another disk it is the file's name.
fn relative_address(output: Option<&Path>, file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let steps = |path: &Path| -> Option<Vec<String>> {
        let folder = atomic_file::parent(path);
        // A folder that does not exist yet has no symbolic links.
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

/// Escapes the characters of a file's name that have another meaning in an address.
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

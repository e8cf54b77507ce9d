//! Writes the form in each layout.

use super::{Layout, Merged, Part};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// A cell of the grid.
enum Slot<'a> {
    Starts(&'a Merged),
    /// Covered by a cell that started in a row above.
    GoesOn(&'a Merged),
}

/// The rows, including cells that extend into them from above; each merged cell occurs once per
/// row.
fn slots(table: &[Vec<Merged>]) -> Vec<Vec<Slot<'_>>> {
    // Cells that extend further down: first column, remaining rows, cell.
    let mut above: Vec<(usize, usize, &Merged)> = Vec::new();
    let mut rows = Vec::new();
    for row in table {
        let mut slots = Vec::new();
        let mut column = 0;
        let mut next = Vec::new();
        let mut starts = row.iter();
        loop {
            let reaching = above.iter().find(|(at, ..)| *at == column);
            if let Some((at, left, cell)) = reaching {
                slots.push(Slot::GoesOn(cell));
                if *left > 1 {
                    next.push((*at, left - 1, *cell));
                }
                column += cell.columns;
            } else if let Some(cell) = starts.next() {
                slots.push(Slot::Starts(cell));
                if cell.rows > 1 {
                    next.push((column, cell.rows - 1, cell));
                }
                column += cell.columns;
            } else {
                break;
            }
        }
        above = next;
        rows.push(slots);
    }
    rows
}

pub(super) fn text(parts: &[Part], layout: Layout) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Words(words) => {
                let _ = writeln!(text, "{words}");
            }
            Part::Table(table) => {
                for row in slots(table) {
                    text.push_str(&text_row(&row, layout));
                }
                text.push('\n');
            }
        }
    }
    text
}

fn text_row(row: &[Slot<'_>], layout: Layout) -> String {
    let keeps_merged = matches!(layout, Layout::TextTabs | Layout::TextPipesAround);
    let cells: Vec<&str> = row
        .iter()
        .filter_map(|slot| match slot {
            Slot::Starts(cell) => Some(&*cell.text),
            Slot::GoesOn(_) => keeps_merged.then_some(""),
        })
        .collect();
    let lines = |end: &str| -> String {
        let cells = cells.iter().filter(|cell| !cell.is_empty());
        cells.map(|cell| format!("{cell}{end}")).collect()
    };
    match layout {
        Layout::TextPipes => format!("{} |\n", cells.join(" | ")),
        Layout::TextPipesLeading => format!("| {}\n", cells.join(" | ")),
        Layout::TextPipesAround => format!("|{}|\n", cells.join("|")),
        Layout::CellALine => lines("\n"),
        Layout::CellALineSpaced => lines("\n\n"),
        _ => format!("{}\n", cells.join("\t")),
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    if text.is_empty() {
        "&nbsp;".to_owned()
    } else {
        text
    }
}

pub(super) fn html(parts: &[Part], layout: Layout) -> String {
    let mut html = "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<body>\n".to_owned();
    for part in parts {
        match part {
            Part::Words(words) => {
                let _ = writeln!(html, "<p>{}</p>", escaped(words));
            }
            Part::Table(table) if layout == Layout::HtmlParagraphs => {
                for cell in table.iter().flatten() {
                    let _ = writeln!(html, "<p>{}</p>", escaped(&cell.text));
                }
            }
            Part::Table(table) => {
                html.push_str("<table border=\"1\">\n");
                for row in table {
                    html.push_str("<tr>");
                    for cell in row {
                        let _ = write!(
                            html,
                            "<td colspan=\"{}\" rowspan=\"{}\">{}</td>",
                            cell.columns,
                            cell.rows,
                            escaped(&cell.text)
                        );
                    }
                    html.push_str("</tr>\n");
                }
                html.push_str("</table>\n");
            }
        }
    }
    html.push_str("</body>\n");
    html
}

fn paragraph(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    if text.is_empty() {
        return "<w:p/>".to_owned();
    }
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

pub(super) fn docx(parts: &[Part]) -> Vec<u8> {
    let mut body = String::new();
    for part in parts {
        match part {
            Part::Words(words) => body.push_str(&paragraph(words)),
            Part::Table(table) => {
                body.push_str("<w:tbl><w:tblPr/>");
                for row in slots(table) {
                    body.push_str("<w:tr>");
                    for slot in row {
                        let (cell, merge) = match slot {
                            Slot::Starts(cell) if cell.rows > 1 => {
                                (cell, "<w:vMerge w:val=\"restart\"/>")
                            }
                            Slot::Starts(cell) => (cell, ""),
                            Slot::GoesOn(cell) => (cell, "<w:vMerge/>"),
                        };
                        let starts = !matches!(slot, Slot::GoesOn(_));
                        let _ = write!(
                            body,
                            "<w:tc><w:tcPr><w:gridSpan w:val=\"{}\"/>{merge}</w:tcPr>{}</w:tc>",
                            cell.columns,
                            paragraph(if starts { &cell.text } else { "" })
                        );
                    }
                    body.push_str("</w:tr>");
                }
                body.push_str("</w:tbl>");
            }
        }
    }
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let office = "http://schemas.openxmlformats.org";
    let files = [
        (
            "[Content_Types].xml",
            format!(
                "{xml}<Types xmlns=\"{office}/package/2006/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override \
                 PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument\
                 .wordprocessingml.document.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{xml}<Relationships xmlns=\"{office}/package/2006/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument/2006/relationships/officeDocument\" \
                 Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/document.xml",
            format!(
                "{xml}<w:document xmlns:w=\"{office}/wordprocessingml/2006/main\"><w:body>{body}\
                 <w:sectPr/></w:body></w:document>"
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, SimpleFileOptions::default())
            .expect("a new file");
        zip.write_all(content.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

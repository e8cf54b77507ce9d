//! Writes paragraphs and tables as WordprocessingML.

use super::columns::Columns;
use super::{Cell, Color, Look, MAX_DEPTH, Merge, Node, Paragraph, Row, Run, Table};

const HEAD: &str =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const FOOT: &str = "</w:body></w:document>";

#[derive(Default)]
pub(super) struct Writer {
    xml: String,
    depth: usize,
}

impl Writer {
    pub fn finish(self) -> String {
        [HEAD, &self.xml, FOOT].concat()
    }

    pub fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Paragraph(paragraph) => self.paragraph(paragraph),
                Node::Table(table) if self.depth < MAX_DEPTH => {
                    self.depth += 1;
                    self.table(table);
                    self.depth -= 1;
                }
                Node::Table(_) => self.element("<w:p><w:r><w:object/></w:r></w:p>"),
            }
        }
    }

    fn element(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    /// Writes an element whose value is an attribute.
    fn value(&mut self, name: &str, attribute: &str, value: &str) {
        for part in ["<w:", name, " w:", attribute, "=\"", value, "\"/>"] {
            self.xml.push_str(part);
        }
    }

    fn background(&mut self, color: Option<Color>) {
        if let Some(color) = color {
            self.value("shd", "fill", &hexadecimal(color));
        }
    }

    fn table(&mut self, table: &Table) {
        let columns = Columns::of(table);
        self.element("<w:tbl>");
        for row in &table.rows {
            self.row(row, &columns);
        }
        self.element("</w:tbl>");
    }

    fn row(&mut self, row: &Row, columns: &Columns) {
        self.element("<w:tr><w:trPr>");
        let before = columns.before(row);
        if before > 0 {
            self.value("gridBefore", "val", &before.to_string());
        }
        if row.is_deleted {
            self.element("<w:hidden/>");
        }
        self.element("</w:trPr>");
        for (at, cell) in row.cells.iter().enumerate() {
            self.cell(cell, columns.covered(row, at));
        }
        self.element("</w:tr>");
    }

    fn cell(&mut self, cell: &Cell, columns: usize) {
        self.element("<w:tc><w:tcPr>");
        if columns > 1 {
            self.value("gridSpan", "val", &columns.to_string());
        }
        for (merge, name) in [(cell.vertical, "vMerge"), (cell.horizontal, "hMerge")] {
            match merge {
                Merge::None => {}
                Merge::Starts => self.value(name, "val", "restart"),
                Merge::Continues => self.value(name, "val", "continue"),
            }
        }
        self.background(cell.background);
        self.element("</w:tcPr>");
        self.nodes(&cell.nodes);
        self.element("</w:tc>");
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.element("<w:p><w:pPr>");
        if paragraph.is_numbered {
            self.element("<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
        }
        self.background(paragraph.background);
        if paragraph.is_continued {
            self.element("<w:rPr><w:del/></w:rPr>");
        }
        self.element("</w:pPr>");
        for run in &paragraph.runs {
            self.run(run);
        }
        self.element("</w:p>");
    }

    fn run(&mut self, run: &Run) {
        let field = |kind: &str| ["<w:r><w:fldChar w:fldCharType=\"", kind, "\"/></w:r>"].concat();
        match run {
            Run::Text(text, look) => {
                self.start_run(look);
                self.text(text);
                self.element("</w:r>");
            }
            Run::Object(look) => {
                self.start_run(look);
                self.element("<w:object/></w:r>");
            }
            Run::Deleted => self.element("<w:del><w:r/></w:del>"),
            Run::NoteReference => {
                let raised = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>";
                self.element("<w:r>");
                self.element(raised);
                self.element("<w:footnoteReference/></w:r>");
            }
            Run::FieldBegin => self.element(&field("begin")),
            Run::FieldSeparate => self.element(&field("separate")),
            Run::FieldEnd => self.element(&field("end")),
        }
    }

    fn start_run(&mut self, look: &Look) {
        self.element("<w:r><w:rPr>");
        if look.is_hidden {
            self.element("<w:vanish/>");
        }
        if look.is_struck {
            self.element("<w:strike/>");
        }
        if look.is_aligned {
            self.value("vertAlign", "val", "superscript");
        }
        if look.raised != 0 {
            self.value("position", "val", &look.raised.to_string());
        }
        if look.size > 0 {
            self.value("sz", "val", &look.size.to_string());
        }
        if let Some(color) = look.color {
            self.value("color", "val", &hexadecimal(color));
        }
        self.background(look.background);
        self.element("</w:rPr>");
    }

    fn text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.element("<w:br/>");
            }
            for (at, part) in line.split('\t').enumerate() {
                if at > 0 {
                    self.element("<w:tab/>");
                }
                if !part.is_empty() {
                    self.element("<w:t>");
                    part.chars().for_each(|c| self.character(c));
                    self.element("</w:t>");
                }
            }
        }
    }

    fn character(&mut self, c: char) {
        match c {
            '&' => self.element("&amp;"),
            '<' => self.element("&lt;"),
            '>' => self.element("&gt;"),
            // XML has no other control characters.
            c if c.is_control() => {}
            c => self.xml.push(c),
        }
    }
}

fn hexadecimal(color: Color) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    let digits = color
        .iter()
        .flat_map(|part| [digit(part >> 4), digit(part & 15)]);
    digits.collect()
}

//! Tables flattened to text: a row a line, or a cell a line, with whatever separates them.

use super::strip::{Head, Strip, Values};
use crate::labels::plain;
use crate::number::{counts_columns, fold, is_value, money_unit};
use crate::{Line, Log, Place, Remark};

/// Bars that tables are drawn with in text.
const BARS: [char; 5] = ['|', '｜', '│', '┃', '¦'];

/// What a bar or tab at a line's start and end is, in one table.
#[derive(Clone, Copy)]
pub struct Bars {
    /// Every line opens with one, so it parts nothing.
    opens: bool,
    closes: bool,
    /// A tab never parts two cells that hold something: each line is one, and its tab no blank.
    is_cell_a_line: bool,
    /// Two tabs stand where one would do: every second field is none.
    is_doubled: bool,
}

impl Bars {
    pub const AROUND: Bars = Bars {
        opens: true,
        closes: true,
        is_cell_a_line: false,
        is_doubled: false,
    };

    fn of(lines: &[Line]) -> Bars {
        let texts = lines.iter().map(|line| line.text.trim());
        let barred = texts.filter(|text| text.contains(BARS) && !is_rule(text));
        let mut bars = Bars::AROUND;
        for text in barred {
            bars.opens &= text.starts_with(BARS);
            bars.closes &= text.ends_with(BARS);
        }
        bars.is_cell_a_line = lines.iter().all(|line| {
            let fields = line.text.split('\t').map(trimmed);
            fields.filter(|field| !field.is_empty()).count() < 2
        });
        let tabbed = || lines.iter().filter(|line| line.text.contains('\t'));
        let is_even = |line: &Line| {
            let mut fields = line.text.split('\t').map(trimmed);
            let is_second_empty = fields
                .clone()
                .skip(1)
                .step_by(2)
                .all(|field| field.is_empty());
            is_second_empty && fields.by_ref().count() % 2 == 1
        };
        // Names of columns among the lines leave no doubt: never is every second one blank.
        let fills = |line: &Line| {
            line.text
                .split("\t\t")
                .filter(|f| !trimmed(f).is_empty())
                .count()
        };
        bars.is_doubled = tabbed().all(is_even) && tabbed().any(|line| fills(line) > 2);
        bars
    }
}

/// Lines as they are, but for a table whose cells are paragraphs: its text has a line for each cell
/// and the tab between two cells on a line of its own. There the lines of one row are joined.
fn rows(lines: &[&Line]) -> Vec<Line> {
    let is_tab = |text: &str| text.contains('\t') && trimmed(text).is_empty();
    let mut fields = lines.iter().map(|line| line.text.split('\t').map(trimmed));
    let is_parted = lines.iter().any(|line| is_tab(&line.text))
        && fields.all(|fields| fields.filter(|field| !field.is_empty()).count() < 2);
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        let text = line.text.trim_matches(' ');
        match rows.last_mut() {
            Some(row) if is_parted && trimmed(text).is_empty() => {
                row.text.extend(text.chars().filter(|c| *c == '\t'));
            }
            Some(row) if is_parted && (row.text.ends_with('\t') || text.starts_with('\t')) => {
                row.text.push_str(text);
            }
            _ => rows.push(Line::clone(line)),
        }
    }
    rows
}

/// The strips of the lines of one table.
pub fn strips(lines: &[&Line], log: &mut Log) -> Vec<Strip> {
    let lines = rows(lines);
    let bars = Bars::of(&lines);
    let mut strips: Vec<Strip> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if is_rule(&line.text) {
            continue;
        }
        let parted = fields(&line.text, bars);
        let filled = parted.0.iter().filter(|field| !field.is_empty());
        let is_count = counts_columns(filled.map(String::as_str));
        if is_count || is_page(&line.text) || is_note(&line.text) {
            log.remark(Some(line.place), &line.text, None, Remark::Skipped);
        } else {
            take(line, number, parted, &mut strips);
        }
    }
    let mut after: Option<Head> = None;
    for strip in strips.iter_mut().rev() {
        strip.quote(&lines, after.as_ref());
        after = strip.heads.first().cloned();
    }
    strips
}

/// 备注：行政许可12件为代办: what is said of the table is no row of it.
fn is_note(text: &str) -> bool {
    let folded = fold(text);
    let rest = ["备注", "附注", "注", "说明"].iter();
    let mut rest = rest.filter_map(|word| folded.strip_prefix(word));
    rest.any(|rest| {
        let said = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        said.starts_with(':') && said.len() > 1
    })
}

fn take(
    line: &Line,
    number: usize,
    (fields, is_separated): (Vec<String>, bool),
    strips: &mut Vec<Strip>,
) {
    let width = is_separated.then_some(fields.len());
    let first_label = fields.iter().position(|field| is_label(field));
    let is_heading = fields
        .iter()
        .all(|field| field.is_empty() || is_label(field));
    let mut values: Vec<String> = Vec::new();
    let mut start = 0;
    let at = (line.place, number);
    for (index, field) in fields.into_iter().enumerate() {
        if is_label(&field) {
            // Between names the empty fields are merged cells.
            if is_heading {
                values.clear();
            }
            flush(strips, &mut values, at, is_separated, start);
            let head = Head {
                place: line.place,
                line: number,
                field: width.map(|width| (index, width)),
                text: field,
            };
            label(strips, head, width);
            start = index + 1;
        } else if first_label.is_some_and(|first| index < first) {
            // Empty fields before a label are merged cells; a number there counts the rows.
            continue;
        } else {
            values.push(field);
        }
    }
    flush(strips, &mut values, at, is_separated, start);
}

fn flush(
    strips: &mut Vec<Strip>,
    values: &mut Vec<String>,
    (place, line): (Place, usize),
    is_separated: bool,
    start: usize,
) {
    let fields = std::mem::take(values);
    let is_blank = fields.iter().all(|field| field.is_empty());
    if fields.is_empty() || (is_blank && !is_separated) {
        return;
    }
    if strips.is_empty() {
        strips.push(Strip {
            place: Some(place),
            ..Strip::default()
        });
    }
    if let Some(strip) = strips.last_mut() {
        strip.lines.push(Values {
            place,
            line,
            is_separated,
            start,
            fields,
        });
    }
}

/// Adds to the label that is being read, or begins the next.
fn label(strips: &mut Vec<Strip>, head: Head, width: Option<usize>) {
    match strips.last_mut() {
        Some(strip) if strip.lines.is_empty() => {
            if *strip.place.get_or_insert(head.place) != head.place {
                strip.width = None;
            }
            strip.label.push_str(&head.text);
            strip.heads.push(head);
        }
        _ => strips.push(Strip {
            place: Some(head.place),
            label: head.text.clone(),
            width,
            heads: vec![head],
            ..Strip::default()
        }),
    }
}

fn is_label(field: &str) -> bool {
    !field.is_empty() && !is_value(field)
}

/// The fields of a line, and whether separators part them.
pub fn fields(text: &str, bars: Bars) -> (Vec<String>, bool) {
    let has_bar = text.contains(BARS);
    if has_bar || text.trim_matches(' ').contains('\t') {
        let is_bar = |c: char| {
            if has_bar {
                BARS.contains(&c)
            } else {
                c == '\t'
            }
        };
        let mut fields: Vec<String> = text.split(is_bar).map(trimmed).collect();
        if bars.is_doubled && !has_bar {
            fields = fields.into_iter().step_by(2).collect();
        }
        // A bar that closes or opens a line parts nothing.
        if has_bar {
            if bars.closes && fields.last().is_some_and(|field| field.is_empty()) {
                fields.pop();
            }
            if bars.opens && text.trim_start().starts_with(BARS) && !fields.is_empty() {
                fields.remove(0);
            }
        }
        if let ([one, other], false) = (fields.as_slice(), has_bar)
            && bars.is_cell_a_line
            && one.is_empty() != other.is_empty()
        {
            return (words(if one.is_empty() { other } else { one }), false);
        }
        let is_separated = fields.len() > 1;
        return (fields, is_separated);
    }
    (words(text), false)
}

/// Trims what is not seen, and emphasis marks: those around all of it, as one alone marks a note.
fn trimmed(field: &str) -> String {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    let mut field = field.trim_matches(is_edge);
    while let Some(inner) = field
        .strip_prefix('*')
        .and_then(|rest| rest.strip_suffix('*'))
    {
        field = inner.trim_matches(is_edge);
    }
    field.to_owned()
}

/// A line without separators: labels, and the numbers between or after them.
fn words(text: &str) -> Vec<String> {
    let text = trimmed(text);
    if text.is_empty() || is_value(&text) && !text.contains(char::is_whitespace) {
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![text]
        };
    }
    let mut fields: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let unit = money_unit(word);
        match fields.last_mut() {
            // 21207.84 万元
            Some(last) if unit == ("", unit.1) && unit.1.is_some() && is_value(last) => {
                last.push_str(word);
            }
            // 减 4
            Some(last)
                if ["增加", "减少", "增", "减", "+", "-"].contains(&fold(last).as_str())
                    && is_value(word) =>
            {
                last.push_str(word);
            }
            Some(last) if is_label(last) && is_label(word) => last.push_str(word),
            _ => fields.push(word.to_owned()),
        }
    }
    fields
}

/// A page's number or a running head: - 3 -, 第 3 页, 3/12, 第3页 共12页.
pub fn is_page(text: &str) -> bool {
    // 0 / 0 in three cells is a row.
    let is_bar = |c: char| c == '\t' || BARS.contains(&c);
    let fields = text.split(is_bar).map(trimmed);
    if fields.filter(|field| !field.is_empty()).count() > 1 {
        return false;
    }
    let folded = fold(text);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '·');
    let inner = folded.trim_matches(is_dash);
    if inner.len() < folded.len()
        && folded.starts_with(is_dash)
        && folded.ends_with(is_dash)
        && digits(inner)
    {
        return true;
    }
    if let Some((one, all)) = folded.split_once('/')
        && digits(one)
        && digits(all)
    {
        return true;
    }
    let Some(rest) = folded.strip_prefix('第') else {
        return false;
    };
    let rest = rest.trim_end_matches([',', '，', '/']);
    match rest.split_once('页') {
        Some((one, "")) => digits(one),
        Some((one, all)) => {
            let all = all.trim_start_matches([',', '，', '/']);
            let all = all
                .strip_prefix('共')
                .and_then(|all| all.strip_suffix('页'));
            digits(one) && all.is_some_and(digits)
        }
        None => false,
    }
}

/// |---|---|, +----+, ─────: drawn between rows.
fn is_rule(text: &str) -> bool {
    let is_drawn = |c: char| {
        matches!(
            c,
            '-' | '=' | '+' | ':' | '_' | '|' | ' ' | '\t' | '─'..='╿'
        )
    };
    // A dash alone may be what a cell holds; drawn with, there are two of them side by side.
    let is_stroke = |c: char| c == '-' || c == '=' || c == ':' || ('─'..='╿').contains(&c);
    let mut pairs = text.chars().zip(text.chars().skip(1));
    text.chars().all(is_drawn)
        && pairs.any(|(one, next)| is_stroke(one) && is_stroke(next))
        && text.chars().filter(|c| is_stroke(*c)).count() >= 3
}

/// Whether a line may be part of a table at all: prose is not.
pub fn is_prose(text: &str) -> bool {
    if text.contains('\t') || text.contains(BARS) {
        return false;
    }
    let label = plain(text);
    // A row's figures make no prose of it, however many they are.
    let words = label.chars().filter(|c| !c.is_ascii_digit()).count();
    let ends = text
        .trim_end()
        .ends_with(['。', '；', '!', '！', '?', '？']);
    words > 60 || (ends && words > 12)
}

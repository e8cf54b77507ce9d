//! The statutory tables as printed, with their merged headings, for screen, page and ear alike.

use super::TableCell;
use super::search::{Folded, fold, is_hit};
use crate::text::OriginalText;
use gongkai_i18n::{Label, Locale};
use gongkai_model::{
    Amount, Applicant, BlockColumn, BlockKey, Cell, ProactiveColumn, ProactiveKey, Report,
    RowGroup, RowKey,
};

/// One table of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    pub caption: String,
    /// How many columns every row covers, those of headings counted.
    pub columns: u16,
    pub head: Vec<Vec<Heading>>,
    pub body: Vec<Vec<FormCell>>,
    /// What the table is as a whole: all zero, all blank, partly blank.
    pub note: Option<String>,
}

/// A heading cell, which may be merged from several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Of this table only; see [`FormValue::headings`].
    pub id: u16,
    pub text: String,
    /// How many columns and rows it covers; at least one.
    pub columns: u16,
    pub rows: u16,
    pub scope: Scope,
    /// Whether a [`Form::search`] found it.
    pub hit: bool,
}

/// What a heading is over. A merged one is over all that it covers: `colgroup` and `rowgroup`
/// would reach on to the end of the group, so that （三） would also stand over the rows of （四）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Col,
    Row,
    /// The corner, which is over nothing: a note, no heading.
    None,
}

impl Scope {
    /// The value of the HTML attribute; `None` for a cell that is no heading.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Scope::Col => Some("col"),
            Scope::Row => Some("row"),
            Scope::None => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum FormCell {
    Heading(Heading),
    Value(FormValue),
}

/// One printed cell.
#[derive(Clone, Debug, PartialEq)]
pub struct FormValue {
    /// The path of the cell: `applications.outcomes.granted[0]`.
    pub key: String,
    pub value: TableCell,
    /// The ids of all headings over the cell, rows first, from the widest to the narrowest: what
    /// the HTML attribute `headers` lists.
    pub headings: Vec<u16>,
    /// The texts of these headings.
    pub label: String,
    /// 0 to 4: how large the number is beside the largest of its part of the table, without its
    /// sign; each step is about three times the one below. The parts are a column of section two,
    /// the outcomes and the other rows of section three, and section four. 0 for zero, for a cell
    /// without a number, for money, and for every total, which would outshine all others.
    pub shade: u8,
    /// Whether a [`Form::search`] found it.
    pub hit: bool,
}

/// The tables of section two, one for each item of article 20; none where the report lacks the
/// section. The form prints them one under another; as several, each has headings of its own.
pub fn section_two(report: &Report, locale: Locale) -> Vec<Form> {
    let Some(proactive) = &report.proactive else {
        return Vec::new();
    };
    let edition = report.edition;
    let mut forms: Vec<Form> = Vec::new();
    for &row in ProactiveKey::ALL {
        let columns = row.columns(edition);
        if columns.is_empty() {
            continue;
        }
        let caption = gongkai_i18n::article_label(locale, row);
        if forms.last().is_none_or(|form| form.caption != caption) {
            let mut head = vec![heading(Label::Content.text(locale), 1, 1, Scope::Col)];
            head.extend(columns.iter().map(|&column| {
                let text = gongkai_i18n::proactive_column_label(locale, edition, row, column);
                heading(text, 1, 1, Scope::Col)
            }));
            forms.push(Form::new(caption, vec![head]));
        }
        let name = gongkai_i18n::proactive_label(locale, edition, row);
        let mut cells = vec![FormCell::Heading(heading(name, 1, 1, Scope::Row))];
        cells.extend(columns.iter().map(|&column| {
            let value = match column {
                ProactiveColumn::Amount => {
                    TableCell::Amount(proactive.amount(row).cloned().unwrap_or_default())
                }
                ProactiveColumn::Change => TableCell::Change(proactive.cell(row, column)),
                _ => TableCell::Cell(proactive.cell(row, column)),
            };
            cell([row.path(), ".", column.field()].concat(), value)
        }));
        if let Some(form) = forms.last_mut() {
            form.body.push(cells);
        }
    }
    let forms = forms.into_iter().map(|form| {
        form.finished(locale, |key| {
            key.rsplit_once('.').map_or(key, |(_, column)| column)
        })
    });
    forms.collect()
}

/// The table of section three; `None` where the report lacks the section.
pub fn section_three(report: &Report, locale: Locale) -> Option<Form> {
    let table = report.applications.as_ref()?;
    let applicant = |applicant, rows| {
        let text = gongkai_i18n::applicant_label(locale, applicant);
        heading(text, 1, rows, Scope::Col)
    };
    let note = OriginalText::Note.with(locale, &[Label::BalanceNote.text(locale)]);
    let head = vec![
        vec![
            heading(&note, 3, 3, Scope::None),
            heading(Label::Applicants.text(locale), 7, 1, Scope::Col),
        ],
        vec![
            applicant(Applicant::Person, 2),
            heading(Label::Organisations.text(locale), 5, 1, Scope::Col),
            applicant(Applicant::Total, 2),
        ],
        vec![
            applicant(Applicant::Business, 1),
            applicant(Applicant::Research, 1),
            applicant(Applicant::Welfare, 1),
            applicant(Applicant::Legal, 1),
            applicant(Applicant::Other, 1),
        ],
    ];
    let caption = Label::SectionApplications.text(locale).to_owned();
    let mut form = Form::new(caption, head);
    let rows = || RowKey::of(report.edition);
    let in_outcomes = |row: &RowKey| row.path().starts_with("applications.outcomes.");
    let mut group: Option<RowGroup> = None;
    let mut outcomes = false;
    for row in rows() {
        let mut cells = Vec::new();
        let mut columns = 3;
        if in_outcomes(&row) {
            if !outcomes {
                outcomes = true;
                let text = OriginalText::OutcomesNumbered;
                let text = text.with(locale, &[Label::Outcomes.text(locale)]);
                let count = rows().filter(in_outcomes).count();
                cells.push(row_heading(&text, 1, count));
            }
            columns -= 1;
        }
        if let Some(this) = row.group() {
            if group != Some(this) {
                let number = gongkai_i18n::group_number(locale, this);
                let text = numbered(number, gongkai_i18n::group_label(locale, this), locale);
                let count = rows().filter(|row| row.group() == Some(this)).count();
                cells.push(row_heading(&text, 1, count));
            }
            columns -= 1;
        }
        group = row.group();
        let name = gongkai_i18n::row_label(locale, row);
        let mut text = numbered(gongkai_i18n::row_number(locale, row), name, locale);
        if row == RowKey::PartlyGranted {
            let note = Label::PartlyGrantedNote.text(locale);
            text = OriginalText::WithNote.with(locale, &[&text, note]);
        }
        cells.push(row_heading(&text, columns, 1));
        cells.extend(Applicant::ALL.iter().map(|&applicant| {
            let key = [row.path(), "[", applicant.field(), "]"].concat();
            cell(key, TableCell::Cell(table.cell(row, applicant)))
        }));
        form.body.push(cells);
    }
    Some(form.finished(locale, |key| {
        if key.ends_with("[6]") || key.starts_with(RowKey::Total.path()) {
            TOTAL
        } else if key.starts_with("applications.outcomes.") {
            "outcomes"
        } else {
            "cases"
        }
    }))
}

/// The table of section four, one row of fifteen cells; `None` where the report lacks the section.
pub fn section_four(report: &Report, locale: Locale) -> Option<Form> {
    let reviews = report.reviews.as_ref()?;
    let block = |block, rows| {
        heading(
            gongkai_i18n::block_label(locale, block),
            5,
            rows,
            Scope::Col,
        )
    };
    let mut results = Vec::new();
    let mut cells = Vec::new();
    for &block in BlockKey::ALL {
        for &column in BlockColumn::ALL {
            let text = gongkai_i18n::block_column_label(locale, column);
            results.push(heading(text, 1, 1, Scope::Col));
            let key = [block.path(), ".", column.field()].concat();
            cells.push(cell(key, TableCell::Cell(reviews.cell(block, column))));
        }
    }
    let head = vec![
        vec![
            block(BlockKey::Reconsideration, 2),
            heading(Label::Litigation.text(locale), 10, 1, Scope::Col),
        ],
        vec![
            block(BlockKey::LitigationDirect, 1),
            block(BlockKey::LitigationAfterReconsideration, 1),
        ],
        results,
    ];
    let caption = Label::SectionReviews.text(locale).to_owned();
    let mut form = Form::new(caption, head);
    form.body.push(cells);
    Some(form.finished(locale, |key| {
        if key.ends_with(".total") {
            TOTAL
        } else {
            "reviews"
        }
    }))
}

/// The part of a table that is not shaded.
const TOTAL: &str = "";

fn heading(text: &str, columns: u16, rows: u16, scope: Scope) -> Heading {
    Heading {
        id: 0,
        text: text.to_owned(),
        columns,
        rows,
        scope,
        hit: false,
    }
}

fn row_heading(text: &str, columns: u16, rows: usize) -> FormCell {
    let rows = u16::try_from(rows).unwrap_or(1);
    FormCell::Heading(heading(text, columns, rows, Scope::Row))
}

fn numbered(number: &str, label: &str, locale: Locale) -> String {
    if number.is_empty() {
        return label.to_owned();
    }
    OriginalText::Numbered.with(locale, &[number, label])
}

fn cell(key: String, value: TableCell) -> FormCell {
    FormCell::Value(FormValue {
        key,
        value,
        headings: Vec::new(),
        label: String::new(),
        shade: 0,
        hit: false,
    })
}

/// The headings that reach into a row from above, a place a column.
struct Reach {
    /// The heading over the column, and how many rows more it covers.
    over: Vec<(u16, u16)>,
}

impl Reach {
    fn new(columns: u16) -> Reach {
        Reach {
            over: vec![(0, 0); usize::from(columns)],
        }
    }

    /// The first column from `from` on that no heading reaches into.
    fn free(&self, from: usize) -> usize {
        let mut column = from;
        while self.over.get(column).is_some_and(|(_, rows)| *rows > 0) {
            column += 1;
        }
        column
    }

    fn cover(&mut self, column: usize, heading: &Heading) -> usize {
        let end = column + usize::from(heading.columns);
        for place in self.over.iter_mut().take(end).skip(column) {
            *place = (heading.id, heading.rows);
        }
        end
    }

    fn next_row(&mut self) {
        for (_, rows) in &mut self.over {
            *rows = rows.saturating_sub(1);
        }
    }
}

impl Form {
    fn new(caption: String, head: Vec<Vec<Heading>>) -> Form {
        let first = head.iter().take(1).flatten();
        Form {
            caption,
            columns: first.map(|heading| heading.columns).sum(),
            head,
            body: Vec::new(),
            note: None,
        }
    }

    /// All printed cells, row by row.
    pub fn values(&self) -> impl Iterator<Item = &FormValue> {
        let cells = self.body.iter().flatten();
        cells.filter_map(|cell| match cell {
            FormCell::Value(value) => Some(value),
            FormCell::Heading(_) => None,
        })
    }

    fn values_mut(&mut self) -> impl Iterator<Item = &mut FormValue> {
        let cells = self.body.iter_mut().flatten();
        cells.filter_map(|cell| match cell {
            FormCell::Value(value) => Some(value),
            FormCell::Heading(_) => None,
        })
    }

    fn headings_mut(&mut self) -> impl Iterator<Item = &mut Heading> {
        let body = self.body.iter_mut().flatten();
        let body = body.filter_map(|cell| match cell {
            FormCell::Heading(heading) => Some(heading),
            FormCell::Value(_) => None,
        });
        self.head.iter_mut().flatten().chain(body)
    }

    /// Ties values to headings, shades them and says what the whole is. `part` names the part of
    /// the table in which a cell, by its key, is compared.
    fn finished(mut self, locale: Locale, part: impl Fn(&str) -> &str) -> Form {
        for (id, heading) in (0..).zip(self.headings_mut()) {
            heading.id = id;
        }
        self.tie(locale);
        let mut largest: Vec<(String, u64)> = Vec::new();
        for value in self.values() {
            let (part, size) = (part(&value.key), size(&value.value));
            match largest.iter_mut().find(|(name, _)| name == part) {
                Some((_, largest)) => *largest = size.max(*largest),
                None => largest.push((part.to_owned(), size)),
            }
        }
        for value in self.values_mut() {
            let part = part(&value.key);
            let found = largest.iter().find(|(name, _)| name == part);
            if let Some((_, largest)) = found.filter(|_| part != TOTAL) {
                value.shade = shade(size(&value.value), *largest);
            }
        }
        self.note = note(&self, locale);
        self
    }

    fn tie(&mut self, locale: Locale) {
        let texts: Vec<String> = self.headings_mut().map(|h| h.text.clone()).collect();
        let mut over_columns: Vec<Vec<u16>> = vec![Vec::new(); usize::from(self.columns)];
        let mut reach = Reach::new(self.columns);
        for row in &self.head {
            let mut column = 0;
            for heading in row {
                let start = reach.free(column);
                column = reach.cover(start, heading);
                let covered = over_columns.iter_mut().take(column).skip(start);
                for ids in covered.filter(|_| heading.scope == Scope::Col) {
                    ids.push(heading.id);
                }
            }
            reach.next_row();
        }
        let mut reach = Reach::new(self.columns);
        for row in &mut self.body {
            let mut column = 0;
            for cell in row {
                column = reach.free(column);
                match cell {
                    FormCell::Heading(heading) => column = reach.cover(column, heading),
                    FormCell::Value(value) => {
                        for (id, _) in reach.over.iter().filter(|(_, rows)| *rows > 0) {
                            if value.headings.last() != Some(id) {
                                value.headings.push(*id);
                            }
                        }
                        value
                            .headings
                            .extend(over_columns.get(column).into_iter().flatten());
                        let ids = value.headings.iter();
                        let names = ids.filter_map(|id| texts.get(usize::from(*id)));
                        let names: Vec<&str> = names.map(String::as_str).collect();
                        value.label = names.join(OriginalText::Comma.text(locale));
                        column += 1;
                    }
                }
            }
            reach.next_row();
        }
    }

    /// Marks the headings and values in which the query is found, as shown or as spoken, and
    /// counts them. Width, case, spaces and thousands separators make no difference.
    pub fn search(&mut self, query: &str, locale: Locale) -> usize {
        let query = fold(query);
        let mut hits = 0;
        for heading in self.headings_mut() {
            heading.hit = is_hit(&heading.text, &query);
            hits += usize::from(heading.hit);
        }
        for value in self.values_mut() {
            value.hit = value_is_hit(&value.value, &query, locale);
            hits += usize::from(value.hit);
        }
        hits
    }
}

fn value_is_hit(value: &TableCell, query: &Folded, locale: Locale) -> bool {
    let spoken = value.spoken(locale);
    is_hit(&value.shown(locale), query) || spoken.is_some_and(|spoken| is_hit(&spoken, query))
}

fn size(value: &TableCell) -> u64 {
    match value {
        TableCell::Cell(Cell::Count(n)) | TableCell::Change(Cell::Count(n)) => n.unsigned_abs(),
        _ => 0,
    }
}

fn shade(size: u64, largest: u64) -> u8 {
    match size {
        0 => 0,
        size if size > largest / 3 => 4,
        size if size > largest / 10 => 3,
        size if size > largest / 30 => 2,
        _ => 1,
    }
}

fn note(form: &Form, locale: Locale) -> Option<String> {
    let (mut all, mut numbers, mut zeros) = (0, 0, 0);
    let (mut blank, mut not_applicable, mut missing) = (0, 0, 0);
    for value in form.values() {
        all += 1;
        let count = match &value.value {
            TableCell::Cell(Cell::Blank)
            | TableCell::Change(Cell::Blank)
            | TableCell::Amount(Amount::Blank) => &mut blank,
            TableCell::Cell(Cell::NotApplicable)
            | TableCell::Change(Cell::NotApplicable)
            | TableCell::Amount(Amount::NotApplicable) => &mut not_applicable,
            TableCell::Cell(Cell::Missing)
            | TableCell::Change(Cell::Missing)
            | TableCell::Amount(Amount::Missing) => &mut missing,
            TableCell::Amount(Amount::Money(money)) => {
                zeros += i64::from(money.value.is_zero());
                &mut numbers
            }
            other => {
                zeros += i64::from(size(other) == 0);
                &mut numbers
            }
        };
        *count += 1;
    }
    let mut sentences = Vec::new();
    let mut say = |count: i64, whole: OriginalText, some: OriginalText| {
        if count == all {
            sentences.push(whole.text(locale).to_owned());
        } else if count > 0 {
            sentences.push(some.with(locale, &[&gongkai_i18n::grouped(count)]));
        }
    };
    if zeros == numbers {
        say(zeros, OriginalText::AllZero, OriginalText::NumbersZero);
    }
    say(blank, OriginalText::AllBlank, OriginalText::SomeBlank);
    say(
        not_applicable,
        OriginalText::AllNotApplicable,
        OriginalText::SomeNotApplicable,
    );
    say(missing, OriginalText::AllMissing, OriginalText::SomeMissing);
    let between = match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    };
    (!sentences.is_empty()).then(|| sentences.join(between))
}

//! The statutory tables with a different figure in every cell, to be printed in any layout, so that a value
//! that is read into another cell is detected.

use gongkai_import::tables::{self, Tables};
use gongkai_import::{Block, Document, Grid, GridCell, Location, Log, NoteKind, text};
use gongkai_model::{
    Amount, Applicant, BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, RowKey,
};

/// A printed cell of a table: text, columns and rows.
pub type Printed = (String, usize, usize);

pub fn cell(text: &str, columns: usize, rows: usize) -> Printed {
    (text.to_owned(), columns, rows)
}

/// The figure in a cell of section three.
pub fn figure(row: RowKey, applicant: Applicant) -> i64 {
    (row as i64 + 1) * 100 + applicant as i64 + 1
}

/// The figure in a cell of section two. The change is negative for every other row.
pub fn service(row: ProactiveKey, column: ProactiveColumn) -> i64 {
    let figure = 5000 + row as i64 * 20 + column as i64;
    match column {
        ProactiveColumn::Change if (row as usize).is_multiple_of(2) => -figure,
        _ => figure,
    }
}

pub fn review(block: BlockKey, column: BlockColumn) -> i64 {
    9000 + block as i64 * 10 + column as i64
}

pub fn sign(count: i64) -> String {
    format!("{count:+}")
}

pub const HEADING: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const NAMES: [&str; 10] = [
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "本年废止件数",
    "现行有效件数",
    "上一年项目数量",
    "本年增/减",
    "处理决定数量",
    "采购项目数量",
    "采购总金额",
];

fn column_name(column: ProactiveColumn, edition: Edition) -> &'static str {
    match (column, edition) {
        (ProactiveColumn::Made, Edition::Form2021) => "本年制发件数",
        (ProactiveColumn::Decisions, Edition::Form2021) => "本年处理决定数量",
        (ProactiveColumn::Amount, Edition::Form2021) => "本年收费金额（单位：万元）",
        (column, _) => NAMES.get(column as usize).expect("a name"),
    }
}

/// Section two as rows of fields; each clause has its headings.
pub fn proactive(edition: Edition) -> Vec<Vec<String>> {
    use ProactiveKey::*;
    let clauses: &[(&str, &[(ProactiveKey, &str)])] = match edition {
        Edition::Form2019 => &[
            (
                "第二十条第（一）项",
                &[(Rules, "规章"), (NormativeDocuments, "规范性文件")],
            ),
            (
                "第二十条第（五）项",
                &[
                    (Licences, "行政许可"),
                    (OtherServices, "其他对外管理服务事项"),
                ],
            ),
            (
                "第二十条第（六）项",
                &[(Penalties, "行政处罚"), (CompulsoryMeasures, "行政强制")],
            ),
            ("第二十条第（八）项", &[(Fees, "行政事业性收费")]),
            ("第二十条第（九）项", &[(Procurement, "政府集中采购")]),
        ],
        Edition::Form2021 => &[
            (
                "第二十条第（一）项",
                &[(Rules, "规章"), (NormativeDocuments, "行政规范性文件")],
            ),
            ("第二十条第（五）项", &[(Licences, "行政许可")]),
            (
                "第二十条第（六）项",
                &[(Penalties, "行政处罚"), (CompulsoryMeasures, "行政强制")],
            ),
            ("第二十条第（八）项", &[(Fees, "行政事业性收费")]),
        ],
    };
    let mut rows = Vec::new();
    for (clause, services) in clauses {
        rows.push(vec![(*clause).to_owned()]);
        let columns = services[0].0.columns(edition);
        let names = columns
            .iter()
            .map(|column| column_name(*column, edition).to_owned());
        rows.push(
            std::iter::once("信息内容".to_owned())
                .chain(names)
                .collect(),
        );
        for (key, label) in *services {
            let values = columns.iter().map(|column| {
                let value = service(*key, *column);
                match (column, edition) {
                    (ProactiveColumn::Change, _) => sign(value),
                    (ProactiveColumn::Amount, Edition::Form2019) => format!("{value}.25万元"),
                    (ProactiveColumn::Amount, Edition::Form2021) => format!("{value}.25"),
                    _ => value.to_string(),
                }
            });
            rows.push(std::iter::once((*label).to_owned()).chain(values).collect());
        }
    }
    rows
}

/// The labels of a row of section three, without those of the groups.
pub fn label(row: RowKey) -> &'static str {
    match row {
        RowKey::Received => "一、本年新收政府信息公开申请数量",
        RowKey::CarriedIn => "二、上年结转政府信息公开申请数量",
        RowKey::Granted => "（一）予以公开",
        RowKey::PartlyGranted => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        RowKey::StateSecret => "1.属于国家秘密",
        RowKey::ForbiddenByLaw => "2.其他法律行政法规禁止公开",
        RowKey::ThreeSecuritiesOneStability => "3.危及“三安全一稳定”",
        RowKey::ThirdPartyRights => "4.保护第三方合法权益",
        RowKey::InternalAffairs => "5.属于三类内部事务信息",
        RowKey::Deliberative => "6.属于四类过程性信息",
        RowKey::EnforcementFile => "7.属于行政执法案卷",
        RowKey::AdministrativeQuery => "8.属于行政查询事项",
        RowKey::NotHeld => "1.本机关不掌握相关政府信息",
        RowKey::NeedsCompiling => "2.没有现成信息需要另行制作",
        RowKey::StillUnclear => "3.补正后申请内容仍不明确",
        RowKey::Petition => "1.信访举报投诉类申请",
        RowKey::Repeat => "2.重复申请",
        RowKey::AsksForPublication => "3.要求提供公开出版物",
        RowKey::Excessive => "4.无正当理由大量反复申请",
        RowKey::AsksToConfirm => "5.要求行政机关确认或重新出具已获取信息",
        RowKey::Other => "（六）其他处理",
        RowKey::NotCorrectedInTime => {
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        }
        RowKey::FeeNotPaid => {
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        }
        RowKey::OtherRest => "3.其他",
        RowKey::Total => "（七）总计",
        RowKey::CarriedOut => "四、结转下年度继续办理",
    }
}

/// The group whose first row this is, and how many rows it has.
pub fn group(row: RowKey) -> Option<(&'static str, usize)> {
    match row {
        RowKey::StateSecret => Some(("（三）不予公开", 8)),
        RowKey::NotHeld => Some(("（四）无法提供", 3)),
        RowKey::Petition => Some(("（五）不予处理", 5)),
        RowKey::NotCorrectedInTime => Some(("（六）其他处理", 3)),
        _ => None,
    }
}

pub fn values(row: RowKey) -> Vec<String> {
    Applicant::ALL
        .iter()
        .map(|applicant| figure(row, *applicant).to_string())
        .collect()
}

pub fn headings_three() -> Vec<Vec<String>> {
    let fields = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    vec![
        vec![HEADING.to_owned(), "申请人情况".to_owned()],
        fields("自然人 法人或其他组织 总计"),
        fields("商业企业 科研机构 社会公益组织 法律服务机构 其他"),
    ]
}

/// The rows of section three below the headings. `merged` prints the positions that a merged label covers
/// as empty fields.
pub fn rows_three(edition: Edition, merged: bool) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for key in RowKey::of(edition) {
        let mut row: Vec<String> = Vec::new();
        let is_outcome = key == RowKey::Total || key.is_outcome();
        let in_group = key.group().is_some();
        if key == RowKey::Granted {
            row.push("三、本年度办理结果".to_owned());
        } else if is_outcome && merged {
            row.push(String::new());
        }
        match group(key) {
            Some((name, _)) => row.push(name.to_owned()),
            None if in_group && merged => row.push(String::new()),
            None => {}
        }
        row.push(label(key).to_owned());
        if merged {
            row.resize(3, String::new());
        }
        row.extend(values(key));
        rows.push(row);
    }
    rows
}

pub fn applications(edition: Edition, merged: bool) -> Vec<Vec<String>> {
    let mut rows = headings_three();
    rows.extend(rows_three(edition, merged));
    rows
}

pub const OUTCOMES: &str = "结果维持 结果纠正 其他结果 尚未审结 总计";

/// Section four: three rows of headings and one of figures.
pub fn reviews() -> Vec<Vec<String>> {
    let fields = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let first = format!("{OUTCOMES} 未经复议直接起诉 复议后起诉");
    let figures = BlockKey::ALL.iter().flat_map(|block| {
        BlockColumn::ALL
            .iter()
            .map(|column| review(*block, *column).to_string())
    });
    vec![
        fields("行政复议 行政诉讼"),
        fields(&first),
        fields(&format!("{OUTCOMES} {OUTCOMES}")),
        figures.collect(),
    ]
}

/// The three tables under the titles of their sections, each printed by `print`.
pub fn report(edition: Edition, merged: bool, print: &dyn Fn(&[Vec<String>]) -> String) -> String {
    format!(
        "二、主动公开政府信息情况\n{}\n三、收到和处理政府信息公开申请情况\n{}\n四、政府信息公开行政复议、行政诉讼情况\n{}\n五、存在的主要问题及改进情况\n",
        print(&proactive(edition)),
        print(&applications(edition, merged)),
        print(&reviews()),
    )
}

/// The tables that were read, with the diagnostics.
pub struct Read {
    pub tables: Tables,
    pub log: Log,
}

/// How the cells of the edition's form were read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub missing: Vec<String>,
    pub wrong: Vec<String>,
}

impl Read {
    pub fn text(printed: &str) -> Read {
        Read::document(&text::document(printed).expect("lines"))
    }

    pub fn grid(rows: Vec<Vec<Printed>>) -> Read {
        Read::document(&Document {
            blocks: vec![Block::Table(grid(rows))],
            ..Document::default()
        })
    }

    pub fn document(document: &Document) -> Read {
        let mut log = Log::default();
        let tables = tables::read(document, &mut log);
        assert_eq!(tables.in_tables.len(), document.blocks.len());
        Read { tables, log }
    }

    pub fn gaps(&self) -> Vec<String> {
        let notes = self.log.notes.iter();
        let gaps = notes.filter(|note| matches!(note.kind, NoteKind::Gap(_)));
        gaps.map(|note| format!("{:?} {:?} {}", note.kind, note.path, note.excerpt))
            .collect()
    }

    /// Whether a note explains why the field is missing, by itself or with its row.
    pub fn tells(&self, path: &str) -> bool {
        self.log.notes.iter().any(|note| {
            matches!(note.kind, NoteKind::Gap(_))
                && note
                    .path
                    .as_deref()
                    .is_some_and(|told| path.starts_with(told))
        })
    }

    pub fn row(&self, key: RowKey) -> Option<[Cell; 7]> {
        Some(self.tables.applications.as_ref()?.row(key)?.0)
    }

    pub fn service(&self, key: ProactiveKey, column: ProactiveColumn) -> Cell {
        let proactive = self.tables.proactive.as_ref();
        proactive
            .map(|proactive| proactive.cell(key, column))
            .unwrap_or_default()
    }

    pub fn review(&self, block: BlockKey, column: BlockColumn) -> Cell {
        let reviews = self.tables.reviews.as_ref();
        reviews
            .map(|reviews| reviews.cell(block, column))
            .unwrap_or_default()
    }

    fn amount(&self, key: ProactiveKey) -> Option<String> {
        match self.tables.proactive.as_ref()?.amount(key)? {
            Amount::Money(money) => Some(money.value.as_str().to_owned()),
            Amount::Missing => None,
            other => Some(format!("{other:?}")),
        }
    }

    /// Compares every cell of the form with the figure that was printed there.
    pub fn tally(&self, edition: Edition) -> Tally {
        let mut tally = Tally::default();
        for key in ProactiveKey::ALL {
            for column in ProactiveColumn::ALL {
                let path = format!("{}.{}", key.path(), column.field());
                let is_of_form = key.columns(edition).contains(column);
                if *column == ProactiveColumn::Amount {
                    let expected = format!("{}.25", service(*key, *column));
                    match self.amount(*key) {
                        None if is_of_form => tally.missing.push(path),
                        None => {}
                        Some(amount) if is_of_form && amount == expected => tally.right += 1,
                        Some(amount) => tally.wrong.push(format!("{path}: {amount}")),
                    }
                    continue;
                }
                let expected = is_of_form.then(|| service(*key, *column));
                tally.add(path, self.service(*key, *column), expected);
            }
        }
        for key in RowKey::ALL {
            for applicant in Applicant::ALL {
                let path = format!("{}[{}]", key.path(), applicant.field());
                let cell = self
                    .row(*key)
                    .map(|row| row[*applicant as usize])
                    .unwrap_or_default();
                let expected = key.is_in(edition).then(|| figure(*key, *applicant));
                tally.add(path, cell, expected);
            }
        }
        for block in BlockKey::ALL {
            for column in BlockColumn::ALL {
                let path = format!("{}.{}", block.path(), column.field());
                tally.add(
                    path,
                    self.review(*block, *column),
                    Some(review(*block, *column)),
                );
            }
        }
        tally
    }

    /// Asserts that every cell is right and that there are no gaps.
    pub fn is_whole(&self, edition: Edition, layout: &str) {
        let tally = self.tally(edition);
        assert_eq!(tally.wrong, [""; 0], "{layout}: wrong; {:#?}", self.gaps());
        assert_eq!(
            tally.missing,
            [""; 0],
            "{layout}: missing; {:#?}",
            self.gaps()
        );
        assert_eq!(self.gaps(), [""; 0], "{layout}");
        assert_eq!(self.tables.edition, Some(edition), "{layout}");
    }

    /// Asserts that no cell is wrong and that each missing one has a gap. Returns how many are right.
    pub fn is_safe(&self, edition: Edition, layout: &str) -> usize {
        let tally = self.tally(edition);
        assert_eq!(tally.wrong, [""; 0], "{layout}: wrong; {:#?}", self.gaps());
        for path in &tally.missing {
            assert!(self.tells(path), "{layout}: {path} is missing in silence");
        }
        tally.right
    }
}

impl Tally {
    fn add(&mut self, path: String, cell: Cell, expected: Option<i64>) {
        match (cell, expected) {
            (Cell::Missing, Some(_)) => self.missing.push(path),
            (Cell::Missing, None) => {}
            (Cell::Count(count), Some(expected)) if count == expected => self.right += 1,
            (other, _) => self
                .wrong
                .push(format!("{path}: {other:?}, printed {expected:?}")),
        }
    }
}

pub fn grid(rows: Vec<Vec<Printed>>) -> Grid {
    let cells = |(at, row): (usize, Vec<Printed>)| {
        let location = Location::Line(at + 1);
        row.into_iter()
            .map(move |(text, columns, rows)| GridCell {
                location,
                text,
                columns,
                rows,
            })
            .collect()
    };
    Grid {
        rows: rows.into_iter().enumerate().map(cells).collect(),
    }
}

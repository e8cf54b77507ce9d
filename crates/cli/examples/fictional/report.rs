//! One agency and its years.

use super::chance::Chance;
use gongkai_model::*;

/// The heavenly stems; no real place is named by two in a row.
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const BRANCHES: [&str; 12] = [
    "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥",
];
/// How many counties have names of their own.
pub const COUNTIES: usize = 6000;

/// Departments of a county, each of which reports by itself.
pub const DEPARTMENTS: [&str; 30] = [
    "办公室",
    "发展和改革局",
    "教育局",
    "科学技术局",
    "工业和信息化局",
    "民族宗教事务局",
    "公安局",
    "民政局",
    "司法局",
    "财政局",
    "人力资源和社会保障局",
    "自然资源局",
    "生态环境局",
    "住房和城乡建设局",
    "交通运输局",
    "水务局",
    "农业农村局",
    "商务局",
    "文化和旅游局",
    "卫生健康局",
    "退役军人事务局",
    "应急管理局",
    "审计局",
    "市场监督管理局",
    "统计局",
    "医疗保障局",
    "信访局",
    "林业和草原局",
    "综合行政执法局",
    "政务服务管理局",
];

/// The largest number of agencies.
pub const MOST_AGENCIES: usize = COUNTIES * (1 + DEPARTMENTS.len());

const NOTE: &str = "虚构示例，并非真实数据";

#[derive(Clone)]
pub struct AgencyModel {
    pub name: String,
    pub code: String,
    pub province: String,
    /// The population in hundreds.
    pub people: i64,
    /// 1.0 for a county of half a million.
    size: f64,
    /// How often its people apply, 1.0 on average.
    application_rate: f64,
    /// The first year with the 2021 form.
    new_form: u16,
    /// What it prints for zero: 0, a blank or a stroke.
    zero: Cell,
}

/// A report, and the numbers that the next year continues from.
pub struct Year {
    pub report: Report,
    pending: [i64; 6],
    items: [i64; 5],
    in_force: [i64; 2],
}

impl AgencyModel {
    /// Makes the agency with this number: first the governments of all counties, then the first department of each,
    /// and so on. Departments have the code of their county.
    pub fn numbered(seed: u64, index: usize, chance: &mut Chance) -> AgencyModel {
        let (round, county) = (index / COUNTIES, index % COUNTIES);
        let own = AgencyModel::new(county, chance);
        if round == 0 {
            return own;
        }
        let county = AgencyModel::new(county, &mut Chance::new(seed, county as u64));
        AgencyModel {
            name: county.name.replace("人民政府", DEPARTMENTS[round - 1]),
            code: county.code,
            people: county.people,
            size: county.size / 20.0,
            ..own
        }
    }

    pub fn new(index: usize, chance: &mut Chance) -> AgencyModel {
        // A hundred agencies in a province, ten in a city.
        let (province, city, county) = (index / 100, index / 10 % 10, index % 10);
        let two = |index: usize| {
            let stem = STEMS[index % 10];
            let branch = BRANCHES[index % 12];
            format!("{stem}{branch}")
        };
        let province = format!("虚构省{}", two(province));
        let kind = match chance.below(4) {
            0 => "区",
            1 => "市",
            _ => "县",
        };
        let name = format!("{province}{}市{}{kind}人民政府", STEMS[city], STEMS[county]);
        let size = chance.about(1000.0, 0.8).max(40) as f64 / 1000.0;
        let late = match chance.below(100) {
            0..=3 => 2023,
            4..=11 => 2022,
            _ => 2021,
        };
        AgencyModel {
            name: format!("{name}（虚构）"),
            // No province has 99.
            code: format!("99{:04}", index),
            province,
            people: chance.about(5000.0 * size, 0.3).max(100),
            size,
            application_rate: chance.about(1000.0, 0.9).max(20) as f64 / 1000.0,
            new_form: late,
            zero: match chance.below(100) {
                0..=5 => Cell::Blank,
                6..=12 => Cell::NotApplicable,
                _ => Cell::Count(0),
            },
        }
    }

    pub fn year(
        &self,
        year: u16,
        before: Option<&Year>,
        is_faulty: bool,
        chance: &mut Chance,
    ) -> Year {
        if is_faulty && self.zero != Cell::Count(0) {
            // A sum with a blank cannot be shown to be wrong.
            let plain = AgencyModel {
                zero: Cell::Count(0),
                ..self.clone()
            };
            return plain.year(year, before, is_faulty, chance);
        }
        let edition = if year < self.new_form {
            Edition::Form2019
        } else {
            Edition::Form2021
        };
        let trend = f64::from(year.saturating_sub(2019));
        let (applications, reviewed, pending) =
            self.applications(edition, trend, before, is_faulty, chance);
        let (proactive, items, in_force) = self.proactive(edition, trend, before, chance);
        let total = chance
            .about(3000.0 * self.size * (1.0 + trend * 0.05), 0.4)
            .max(100);
        let qualifier = match chance.below(5) {
            0 => Some(Qualifier::Over),
            1 => Some(Qualifier::About),
            _ => None,
        };
        let count = match qualifier {
            None => total,
            Some(_) => total / 100 * 100,
        };
        let quantity = |count, unit: &str| Quantity {
            count,
            qualifier: None,
            unit: Some(unit.to_owned()),
        };
        let disclosure = Disclosure {
            total: Some(Quantity {
                qualifier,
                ..quantity(count, "条")
            }),
            ..Disclosure::default()
        };
        let title = format!("{}{year}年政府信息公开工作年度报告（{NOTE}）", self.name);
        let report = Report {
            format: FORMAT.to_owned(),
            agency: Agency {
                name: self.name.clone(),
                division_code: Some(self.code.clone()),
            },
            year,
            period: Date::parse(&format!("{year}-01-01"))
                .zip(Date::parse(&format!("{year}-12-31")))
                .map(|(from, to)| Period { from, to }),
            edition,
            source: Some(Source {
                title: Some(title),
                ..Source::default()
            }),
            disclosure: Some(disclosure).filter(|_| !chance.percent(8)),
            proactive: Some(proactive),
            applications: Some(applications),
            reviews: Some(self.reviews(reviewed, chance)),
            remarks: Vec::new(),
            text: vec![Section {
                title: "说明".to_owned(),
                paragraphs: vec![format!("{NOTE}，由程序生成，仅供测试。")],
            }],
        };
        Year {
            report,
            pending,
            items,
            in_force,
        }
    }

    fn cell(&self, count: i64) -> Cell {
        match count {
            0 => self.zero,
            count => Cell::Count(count),
        }
    }

    /// The table, the number of decided applications, and the pending ones by applicant.
    fn applications(
        &self,
        edition: Edition,
        trend: f64,
        before: Option<&Year>,
        is_faulty: bool,
        chance: &mut Chance,
    ) -> (Applications, i64, [i64; 6]) {
        let all = chance.about(
            60.0 * self.size * self.application_rate * (1.0 + trend * 0.12),
            0.45,
        );
        let received = chance.divide(all, [880, 70, 10, 10, 20, 10]);
        let carried_in = before.map_or_else(
            || {
                let all = chance.about(all as f64 * 0.06, 0.5);
                chance.divide(all, [90, 7, 1, 1, 1, 1])
            },
            |before| before.pending,
        );
        let mut carried_out = [0; 6];
        // One row for each outcome, one column for each applicant.
        let mut outcomes = [[0_i64; 6]; 20];
        let weights = [
            410, 110, 4, 6, 4, 25, 22, 14, 20, 30, 190, 30, 25, 40, 25, 3, 3, 4, 20, 15,
        ];
        for applicant in 0..6 {
            let open = received[applicant] + carried_in[applicant];
            let left = chance.about(open as f64 * 0.07, 0.5).min(open);
            carried_out[applicant] = left;
            let parts = chance.divide(open - left, weights);
            for (row, part) in outcomes.iter_mut().zip(parts) {
                row[applicant] = part;
            }
        }
        let mut total = sum(&outcomes);
        let decided = total.iter().sum();
        if is_faulty {
            total[0] += 1 + chance.below(9);
        }
        let mut carried_in = self.row(carried_in);
        if is_faulty && chance.percent(50) {
            let [first, .., last] = &mut carried_in.0;
            for cell in [first, last] {
                *cell = Cell::Count(cell.count().unwrap_or_default() + 2);
            }
        }
        let table = Applications {
            received: Some(self.row(received)),
            carried_in: Some(carried_in),
            outcomes: Some(self.outcomes(edition, &outcomes, total)),
            carried_out: Some(self.row(carried_out)),
        };
        (table, decided, carried_out)
    }

    /// A row with its total.
    fn row(&self, counts: [i64; 6]) -> Row {
        let mut cells = [Cell::Missing; 7];
        for (cell, count) in cells.iter_mut().zip(counts) {
            *cell = self.cell(count);
        }
        cells[6] = self.cell(counts.iter().sum());
        Row(cells)
    }

    /// The rows of 办理结果 in the form's order.
    fn outcomes(&self, edition: Edition, rows: &[[i64; 6]; 20], total: [i64; 6]) -> Outcomes {
        let of = |index: usize| Some(self.row(rows[index]));
        let other = match edition {
            Edition::Form2019 => OtherOutcome::One(self.row(sum(&rows[17..]))),
            Edition::Form2021 => OtherOutcome::Divided(Box::new(OtherOutcomes {
                not_corrected_in_time: of(17),
                fee_not_paid: of(18),
                other: of(19),
            })),
        };
        Outcomes {
            granted: of(0),
            partly_granted: of(1),
            refused: Some(Refused {
                state_secret: of(2),
                forbidden_by_law: of(3),
                three_securities_one_stability: of(4),
                third_party_rights: of(5),
                internal_affairs: of(6),
                deliberative: of(7),
                enforcement_file: of(8),
                administrative_query: of(9),
            }),
            unable: Some(Unable {
                not_held: of(10),
                needs_compiling: of(11),
                still_unclear: of(12),
            }),
            not_processed: Some(NotProcessed {
                petition: of(13),
                repeat: of(14),
                asks_for_publication: of(15),
                excessive: of(16),
                asks_to_confirm: Some(self.row([0; 6])),
            }),
            other: Some(other),
            total: Some(self.row(total)),
        }
    }

    fn proactive(
        &self,
        edition: Edition,
        trend: f64,
        before: Option<&Year>,
        chance: &mut Chance,
    ) -> (Proactive, [i64; 5], [i64; 2]) {
        let size = self.size;
        let decisions = [6000.0, 9000.0, 800.0, 40.0]
            .map(|middle: f64| chance.about(middle * size * (1.0 + trend * 0.03), 0.6));
        let last_year = before.map_or_else(
            || [350.0, 2000.0, 3000.0, 150.0, 15.0].map(|middle: f64| chance.about(middle, 0.3)),
            |before| before.items,
        );
        let change = last_year.map(|items| {
            let part = chance.about(items as f64 * 0.05, 0.8).min(items);
            if chance.percent(60) { -part } else { part }
        });
        let mut items = last_year;
        items
            .iter_mut()
            .zip(change)
            .for_each(|(items, change)| *items += change);
        let in_force = before.map_or_else(
            || [0, chance.about(40.0 * size, 0.6)],
            |before| before.in_force,
        );
        let made = [0, chance.about(6.0 * size, 0.6)];
        let repealed = [0, chance.about(4.0 * size, 0.6).min(in_force[1])];
        let now = [0, in_force[1] + made[1] - repealed[1]];
        let is_old = edition == Edition::Form2019;
        let old = |cell: Cell| if is_old { cell } else { Cell::Missing };
        let new = |cell: Cell| if is_old { Cell::Missing } else { cell };
        let documents = |index: usize| {
            Some(Documents {
                made: self.cell(made[index]),
                disclosed: old(self.cell(made[index])),
                total_disclosed: old(self.cell(now[index])),
                repealed: new(self.cell(repealed[index])),
                in_force: new(self.cell(now[index])),
            })
        };
        let services = |index: usize| Services {
            items_last_year: old(self.cell(last_year[index])),
            change: old(self.cell(change[index])),
            decisions: self.cell(decisions[index]),
        };
        let money = |middle: f64, chance: &mut Chance| {
            let amount = chance.about(middle * size * 100.0, 0.7);
            let (value, unit) = match chance.below(40) {
                0 => (format!("{amount}00"), Some(Currency::Yuan)),
                1 => (format!("{}.{:02}", amount / 100, amount % 100), None),
                _ => (
                    format!("{}.{:02}", amount / 100, amount % 100),
                    Some(Currency::TenThousandYuan),
                ),
            };
            Decimal::parse(&value)
                .map_or(Amount::Blank, |value| Amount::Money(Money { value, unit }))
        };
        let fees = Fees {
            items_last_year: old(self.cell(last_year[4])),
            change: old(self.cell(change[4])),
            amount: if is_old {
                Amount::Missing
            } else {
                money(5000.0, chance)
            },
        };
        let procurement = is_old.then(|| Procurement {
            projects: Cell::Count(1 + chance.about(120.0 * size, 0.5)),
            amount: money(15_000.0, chance),
        });
        let table = Proactive {
            rules: documents(0),
            normative_documents: documents(1),
            licences: Some(services(0)),
            other_services: Some(services(1)).filter(|_| is_old),
            penalties: Some(services(2)),
            compulsory_measures: Some(services(3)),
            fees: Some(fees),
            procurement,
        };
        (table, items, now)
    }

    fn reviews(&self, decided: i64, chance: &mut Chance) -> Reviews {
        let mut block = |share: f64| {
            let total = chance.about(decided as f64 * share, 0.6);
            let [upheld, corrected, other, pending] = chance.divide(total, [60, 15, 10, 15]);
            Some(Block {
                upheld: self.cell(upheld),
                corrected: self.cell(corrected),
                other: self.cell(other),
                pending: self.cell(pending),
                total: self.cell(total),
            })
        };
        Reviews {
            reconsideration: block(0.05),
            litigation_direct: block(0.015),
            litigation_after_reconsideration: block(0.01),
        }
    }
}

fn sum(rows: &[[i64; 6]]) -> [i64; 6] {
    rows.iter().fold([0; 6], |mut sum, row| {
        sum.iter_mut().zip(row).for_each(|(sum, part)| *sum += part);
        sum
    })
}

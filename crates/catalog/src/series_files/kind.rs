//! Which agencies are of one kind, so that their numbers lie beside each other.

/// What an agency is, told from its division code and its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeerKind {
    /// The level of its area.
    pub level: Level,
    /// What it does there.
    pub sort: Sort,
}

/// The level of an administrative area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 省级: provinces, autonomous regions, municipalities under the central government.
    Province,
    /// 地级: prefecture-level cities, autonomous prefectures, leagues.
    Prefecture,
    /// 县级: counties, banners, districts, county-level cities.
    County,
    /// 乡级: townships, towns, subdistricts.
    Town,
}

/// What an agency is within its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// The government itself, or a subdistrict's office (街道办事处).
    Government,
    /// A department of it: any other name.
    Department,
    /// The management committee of a zone, such as a development zone.
    Zone,
}

const IDS: [(Level, Sort, &str); 12] = [
    (Level::Province, Sort::Government, "province-government"),
    (Level::Province, Sort::Department, "province-department"),
    (Level::Province, Sort::Zone, "province-zone"),
    (Level::Prefecture, Sort::Government, "prefecture-government"),
    (Level::Prefecture, Sort::Department, "prefecture-department"),
    (Level::Prefecture, Sort::Zone, "prefecture-zone"),
    (Level::County, Sort::Government, "county-government"),
    (Level::County, Sort::Department, "county-department"),
    (Level::County, Sort::Zone, "county-zone"),
    (Level::Town, Sort::Government, "town-government"),
    (Level::Town, Sort::Department, "town-department"),
    (Level::Town, Sort::Zone, "town-zone"),
];

/// Endings of governments below the county, whose reports often state the county's code.
const TOWNS: [&str; 6] = ["乡", "镇", "苏木", "街道", "街道办事处", "街道办"];

/// Endings of a government's name without 人民政府 that tell the level if there is no code. A city may be
/// of two levels, so 市 is not among them. The longer come before those that they end with.
const AREAS: [(&str, Level); 8] = [
    ("自治区", Level::Province),
    ("省", Level::Province),
    ("自治州", Level::Prefecture),
    ("地区", Level::Prefecture),
    ("盟", Level::Prefecture),
    ("县", Level::County),
    ("旗", Level::County),
    ("区", Level::County),
];

impl PeerKind {
    /// Tells the kind of an agency; `None` if its level cannot be told.
    pub fn of(name: &str, code: Option<&str>) -> Option<PeerKind> {
        let name = without_note(name);
        let of_government = ["人民政府", "政府", "行政公署"];
        let mut endings = of_government.iter();
        let area = endings.find_map(|ending| name.strip_suffix(ending));
        let is_town = TOWNS
            .iter()
            .any(|ending| area.unwrap_or(name).ends_with(ending));
        let is_zone = ["管理委员会", "管委会"].iter().any(|ending| {
            let zone = name.strip_suffix(ending);
            // 国有资产监督管理委员会 is a department.
            zone.is_some_and(|zone| zone.ends_with(['区', '园', '城', '港']))
        });
        let sort = if area.is_some() || is_town {
            Sort::Government
        } else if is_zone {
            Sort::Zone
        } else {
            Sort::Department
        };
        let level = if is_town {
            Level::Town
        } else {
            let by_code = code.and_then(level_of_code);
            by_code.or_else(|| level_of_area(area?))?
        };
        Some(PeerKind { level, sort })
    }

    /// Returns its identifier in files, such as `county-government`.
    pub fn id(self) -> &'static str {
        let mut ids = IDS.iter();
        let own = ids.find(|(level, sort, _)| (*level, *sort) == (self.level, self.sort));
        own.map_or("", |(_, _, id)| id)
    }

    /// Returns the kind with this identifier.
    pub fn from_id(id: &str) -> Option<PeerKind> {
        let mut ids = IDS.iter();
        let &(level, sort, _) = ids.find(|(_, _, own)| *own == id)?;
        Some(PeerKind { level, sort })
    }
}

/// Removes a note in parentheses at the end of a name.
fn without_note(name: &str) -> &str {
    let before = |open: char, close: char| {
        let inside = name.strip_suffix(close)?;
        inside
            .rsplit_once(open)
            .map(|(before, _)| before.trim_end())
    };
    before('（', '）')
        .or_else(|| before('(', ')'))
        .unwrap_or(name)
}

/// Tells the level from the digits of a division code: two for the province, two for the prefecture, two
/// for the county, and three to six more below it.
fn level_of_code(code: &str) -> Option<Level> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_set = |part: &str| part.bytes().any(|digit| digit != b'0');
    let below = code.get(6..)?;
    Some(if is_set(below) {
        Level::Town
    } else if is_set(code.get(4..6)?) {
        Level::County
    } else if is_set(code.get(2..4)?) {
        Level::Prefecture
    } else {
        Level::Province
    })
}

fn level_of_area(area: &str) -> Option<Level> {
    let mut areas = AREAS.iter();
    let (_, level) = areas.find(|(ending, _)| area.ends_with(ending))?;
    Some(*level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_follows_from_the_code_and_the_end_of_the_name() {
        for (name, code, wanted) in [
            (
                "宁夏回族自治区人民政府",
                Some("640000"),
                "province-government",
            ),
            ("固原市人民政府", Some("640400"), "prefecture-government"),
            ("隆德县人民政府", Some("640423"), "county-government"),
            ("隆德县人民政府", Some("640423000000"), "county-government"),
            ("隆德县人民政府办公室", Some("640423"), "county-department"),
            ("隆德县教育体育局", Some("640423"), "county-department"),
            ("隆德县城关镇人民政府", Some("640423100"), "town-government"),
            ("隆德县城关镇人民政府", Some("640423"), "town-government"),
            ("虚构区某某街道办事处", Some("990102"), "town-government"),
            ("景德镇市人民政府", Some("360200"), "prefecture-government"),
            ("萍乡市教育局", Some("360300"), "prefecture-department"),
            (
                "宁夏回族自治区国有资产监督管理委员会",
                Some("640000"),
                "province-department",
            ),
            (
                "固原经济技术开发区管理委员会",
                Some("640400"),
                "prefecture-zone",
            ),
            ("虚构县某某工业园管委会", Some("990103"), "county-zone"),
            (
                "青禾县人民政府（虚构）",
                Some("990101"),
                "county-government",
            ),
            ("某某镇人民政府 (fictional)", None, "town-government"),
            ("青禾县人民政府", None, "county-government"),
            ("虚构自治区人民政府", None, "province-government"),
            ("虚构盟行政公署", None, "prefecture-government"),
        ] {
            let kind = PeerKind::of(name, code);
            assert_eq!(kind.map(PeerKind::id), Some(wanted), "{name}");
        }
        for (name, code) in [
            ("青禾市人民政府", None),
            ("青禾县教育局", None),
            ("青禾县教育局", Some("9901")),
            ("青禾县教育局", Some("99010a")),
        ] {
            assert_eq!(PeerKind::of(name, code), None, "{name}");
        }
    }

    #[test]
    fn every_kind_has_its_own_id() {
        for (level, sort, id) in IDS {
            let kind = PeerKind { level, sort };
            assert_eq!(kind.id(), id);
            assert_eq!(PeerKind::from_id(id), Some(kind));
        }
        assert_eq!(PeerKind::from_id("county"), None);
    }
}

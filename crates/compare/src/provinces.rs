//! The provinces as a grid of equal squares: where each is, and which group of a catalogue it is.

use gongkai_catalog::Catalog;
use gongkai_i18n::Locale;

/// A province-level unit (GB/T 2260) and its square. Squares lie roughly as the units do; they have no
/// borders and no areas.
pub(crate) struct Province {
    /// The first two digits of its division codes.
    pub code: &'static str,
    zh: &'static str,
    /// Its letter code, since English names are too long for a square.
    letters: &'static str,
    en: &'static str,
    pub row: u8,
    pub column: u8,
}

impl Province {
    /// Returns the short name for its square.
    pub fn short_name(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhCn => self.zh,
            Locale::En => self.letters,
        }
    }

    /// Returns the name for a sentence.
    pub fn name(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhCn => self.zh,
            Locale::En => self.en,
        }
    }
}

pub(crate) const ROWS: u8 = 8;
pub(crate) const COLUMNS: u8 = 8;
const COUNT: usize = 34;

macro_rules! provinces {
    ($($code:literal $zh:literal $letters:literal $en:literal $row:literal $column:literal;)+) => {
        /// From north to south, then from west to east: the order of the keyboard.
        pub(crate) const PROVINCES: [Province; COUNT] = [$(Province {
            code: $code, zh: $zh, letters: $letters, en: $en, row: $row, column: $column,
        }),+];
    };
}

provinces! {
    "23" "黑龙江" "HL" "Heilongjiang" 0 7;
    "15" "内蒙古" "NM" "Inner Mongolia" 1 5;
    "21" "辽宁" "LN" "Liaoning" 1 6;
    "22" "吉林" "JL" "Jilin" 1 7;
    "65" "新疆" "XJ" "Xinjiang" 2 0;
    "62" "甘肃" "GS" "Gansu" 2 2;
    "64" "宁夏" "NX" "Ningxia" 2 3;
    "14" "山西" "SX" "Shanxi" 2 4;
    "13" "河北" "HE" "Hebei" 2 5;
    "11" "北京" "BJ" "Beijing" 2 6;
    "12" "天津" "TJ" "Tianjin" 2 7;
    "63" "青海" "QH" "Qinghai" 3 1;
    "61" "陕西" "SN" "Shaanxi" 3 3;
    "41" "河南" "HA" "Henan" 3 4;
    "37" "山东" "SD" "Shandong" 3 5;
    "54" "西藏" "XZ" "Xizang" 4 0;
    "51" "四川" "SC" "Sichuan" 4 2;
    "50" "重庆" "CQ" "Chongqing" 4 3;
    "42" "湖北" "HB" "Hubei" 4 4;
    "34" "安徽" "AH" "Anhui" 4 5;
    "32" "江苏" "JS" "Jiangsu" 4 6;
    "31" "上海" "SH" "Shanghai" 4 7;
    "53" "云南" "YN" "Yunnan" 5 2;
    "52" "贵州" "GZ" "Guizhou" 5 3;
    "43" "湖南" "HN" "Hunan" 5 4;
    "36" "江西" "JX" "Jiangxi" 5 5;
    "33" "浙江" "ZJ" "Zhejiang" 5 6;
    "45" "广西" "GX" "Guangxi" 6 3;
    "44" "广东" "GD" "Guangdong" 6 4;
    "35" "福建" "FJ" "Fujian" 6 5;
    "71" "台湾" "TW" "Taiwan" 6 7;
    "46" "海南" "HI" "Hainan" 7 3;
    "82" "澳门" "MO" "Macao" 7 4;
    "81" "香港" "HK" "Hong Kong" 7 5;
}

/// The group of each of the [`PROVINCES`]; `None` for those of which the catalogue has no group.
pub(crate) type ProvinceGroups = [Option<usize>; COUNT];

/// Finds the group of each province. `None` unless every group is a province: all division codes of its
/// agencies begin with the same two digits, which no other group has.
pub(crate) fn province_groups(catalog: &Catalog) -> Option<ProvinceGroups> {
    let mut of_group: Vec<Option<usize>> = vec![None; catalog.groups().len()];
    if of_group.len() < 2 {
        return None;
    }
    for agency in catalog.agencies() {
        let (Some(group), Some(code)) = (agency.group, agency.code.as_deref()) else {
            continue;
        };
        let mut provinces = PROVINCES.iter();
        let province = provinces.position(|province| code.starts_with(province.code))?;
        let known = of_group.get_mut(group)?;
        if *known.get_or_insert(province) != province {
            return None;
        }
    }
    let mut groups: ProvinceGroups = [None; COUNT];
    for (group, province) in of_group.into_iter().enumerate() {
        let place = groups.get_mut(province?)?;
        if place.replace(group).is_some() {
            return None;
        }
    }
    Some(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_province_has_its_own_square_code_and_names_in_the_order_of_reading() {
        let places: Vec<(u8, u8)> = PROVINCES.iter().map(|one| (one.row, one.column)).collect();
        assert!(places.is_sorted_by(|one, other| one < other), "{places:?}");
        assert!(
            places
                .iter()
                .all(|(row, column)| *row < ROWS && *column < COLUMNS)
        );
        let all_differ = |mut texts: Vec<&str>| {
            texts.sort_unstable();
            texts.windows(2).all(|pair| pair.first() != pair.last())
        };
        assert!(all_differ(PROVINCES.iter().map(|one| one.code).collect()));
        assert!(all_differ(PROVINCES.iter().map(|one| one.zh).collect()));
        assert!(all_differ(
            PROVINCES.iter().map(|one| one.letters).collect()
        ));
        assert!(all_differ(PROVINCES.iter().map(|one| one.en).collect()));
    }
}

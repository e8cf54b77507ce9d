//! The texts about other years, in both languages.

use gongkai_catalog::MeasureUnit;
use gongkai_i18n::{Locale, texts};

texts! {
    /// Findings, notes and column titles.
    ContextText in context_text {
        FindingOverview(first, last, count): "{first} 年至 {last} 年有 {count} 份报告，主要数字如下。", "The main numbers of {count} {count|report|reports}, {first} to {last}.";
        FindingChange(measure, first, before, last, now): "{measure}：{first} 年 {before}，{last} 年 {now}。", "{measure}: {before} in {first}, {now} in {last}.";
        FindingAcrossForms(measure, first, before, last, now): "{measure}：{first} 年 {before}，{last} 年 {now}（其间报告格式有调整，不宜直接相比）。", "{measure}: {before} in {first}, {now} in {last}. The form changed in between, so the two are not alike.";
        FindingOne(measure, year, now): "{measure}：只有 {year} 年有数，为 {now}。", "{measure}: {now} in {year}, the only year with a number.";
        FindingNone: "历年报告都没有这方面的数字。", "No report of any year has these numbers.";
        Point(name, year, value): "{name}，{year} 年：{value}", "{name}, {year}: {value}";
        Break: "报告格式调整", "New form";
        BreakNote(years): "{years} 年起报告格式有调整，前后口径不同，所以不连线。", "The form changed in {years}. Numbers before and after are not counted in the same way, so no line connects them.";
        GapNote: "没有报告、没有填写或者填“/”的年份留空，不按 0 计。", "A year without a report, or with a blank or “/”, is a gap and not 0.";
        Fictional: "这些数字是虚构的，仅供演示。", "These numbers are made up for demonstration.";
        ColumnItem: "项目", "Item";
        ColumnYear(year): "{year} 年报告", "Report for {year}";
        ColumnChange: "增减", "Change";
        TableCaption(title): "历年数字：{title}", "Numbers over the years: {title}";
        NoReport: "无报告", "No report";
        NotInForm: "无此项", "Not in form";
        Documents: "件", "documents";
        Applied: "件", "applications";
        Decided: "件", "decisions";
        LastYear(year): "与 {year} 年报告的数字比较", "Compared with the report for {year}";
        TileLastYear(year, value): "{year} 年 {value}", "{year}: {value}";
        Peers: "在同类机关中的位置", "Among its peers";
        PeersWho(group, kind, count, year): "{group}的{kind}共 {count} 个（含本机关），下面是它们 {year} 年报告所载的数字。", "The numbers that the {count} {kind} of {group}, this one included, printed for {year}.";
        PeersNote: "四分位数、中位数只说明数字的分布，不是排名，也不评价工作；没有填写的不计入。", "Quartiles and medians only describe how the numbers are spread; they are no ranking and no judgement. Blanks are left out.";
        ColumnOwn: "本机关", "This agency";
        ColumnLower: "下四分位数", "Lower quartile";
        ColumnMedian: "中位数", "Median";
        ColumnUpper: "上四分位数", "Upper quartile";
        ColumnPrinted: "填写的机关", "With a number";
        ColumnWhere: "位置", "Where it lies";
        PrintedOf(printed, reports): "{reports} 个中的 {printed} 个", "{printed} of {reports}";
        BelowLower: "低于下四分位数", "Below the lower quartile";
        BelowMedian: "下四分位数与中位数之间", "Between the lower quartile and the median";
        AtMedian: "等于中位数", "At the median";
        AboveMedian: "中位数与上四分位数之间", "Between the median and the upper quartile";
        AboveUpper: "高于上四分位数", "Above the upper quartile";
        ProvinceGovernment: "省级政府", "provincial governments";
        ProvinceDepartment: "省级部门", "provincial departments";
        ProvinceZone: "省级开发区管理机构", "provincial zones";
        PrefectureGovernment: "地级政府", "prefectural governments";
        PrefectureDepartment: "地级部门", "prefectural departments";
        PrefectureZone: "地级开发区管理机构", "prefectural zones";
        CountyGovernment: "县级政府", "county governments";
        CountyDepartment: "县级部门", "county departments";
        CountyZone: "县级开发区管理机构", "county zones";
        TownGovernment: "乡级政府", "township governments";
        TownDepartment: "乡级部门", "township departments";
        TownZone: "乡级开发区管理机构", "township zones";
        Pieces: "条", "pieces";
        Cases: "件", "cases";
        Items: "项", "items";
        Projects: "个", "projects";
        Money: "万元", "10,000 yuan";
        Missing: "没有找到历年数据，这里只显示本年报告。", "The data of other years was not found; only this report is shown.";
        Unreachable: "历年数据没有载入，这里只显示本年报告。", "The data of other years could not be loaded; only this report is shown.";
        Invalid: "历年数据的文件格式不正确，没有使用；这里只显示本年报告。", "The file with the data of other years is not valid and is not used; only this report is shown.";
        Tampered: "历年数据的文件与目录所记的校验值不符，没有使用；这里只显示本年报告。", "The file with the data of other years does not have the hash that the catalogue lists and is not used; only this report is shown.";
        Foreign: "历年数据属于别的机关，没有使用；这里只显示本年报告。", "The data of other years belongs to another agency and is not used; only this report is shown.";
        Stale: "历年数据与本年报告的数字不一致，可能尚未更新，没有使用；这里只显示本年报告。", "The data of other years does not agree with this report, so it may be out of date and is not used; only this report is shown.";
    }
}

/// Names the unit of an axis.
pub fn unit(locale: Locale, unit: MeasureUnit) -> &'static str {
    let text = match unit {
        MeasureUnit::Pieces => ContextText::Pieces,
        MeasureUnit::Documents => ContextText::Documents,
        MeasureUnit::Decisions => ContextText::Decided,
        MeasureUnit::Applications => ContextText::Applied,
        MeasureUnit::Reviews => ContextText::Cases,
        MeasureUnit::Items => ContextText::Items,
        MeasureUnit::Projects => ContextText::Projects,
        MeasureUnit::Money => ContextText::Money,
    };
    text.text(locale)
}

//! The one table of commands and options: the parser, the help, the man page and the completions of
//! shells are made from it.

use crate::messages::CliText;
use gongkai_i18n::texts;

/// A command and its options.
pub struct CommandSpec {
    pub name: &'static str,
    pub summary: OptionText,
    /// The help, with one parameter: the options.
    pub help: CliText,
    pub options: &'static [OptionSpec],
}

/// An option of one command.
pub struct OptionSpec {
    pub short: Option<char>,
    pub long: &'static str,
    /// `None` is an option without a value.
    pub value: Option<ValueSpec>,
    pub help: OptionText,
}

/// The value of an option.
pub struct ValueSpec {
    /// Its name in the help.
    pub name: OptionText,
    pub kind: ValueKind,
}

/// What a shell can suggest for a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    File,
    Folder,
    OneOf(&'static [&'static str]),
    View,
    Text,
}

use OptionText as Text;

pub static COMMANDS: [CommandSpec; 7] = [
    CommandSpec {
        name: "convert",
        summary: Text::Convert,
        help: CliText::HelpConvert,
        options: &[
            output(ValueKind::File, Text::Path, Text::ConvertOutput),
            value(
                "evidence",
                ValueKind::File,
                Text::Path,
                Text::ConvertEvidence,
            ),
            value("folder", ValueKind::Folder, Text::Dir, Text::ConvertFolder),
            value(
                "format",
                ValueKind::OneOf(&["json", "ndjson", "parquet"]),
                Text::Format,
                Text::ConvertFormat,
            ),
            value(
                "rows",
                ValueKind::OneOf(&["cell", "report"]),
                Text::Rows,
                Text::ConvertRows,
            ),
            value("agency", ValueKind::Text, Text::Name, Text::ConvertAgency),
            value("year", ValueKind::Text, Text::Year, Text::ConvertYear),
            value(
                "division-code",
                ValueKind::Text,
                Text::Code,
                Text::ConvertCode,
            ),
            value("url", ValueKind::Text, Text::Url, Text::ConvertUrl),
            value(
                "published",
                ValueKind::Text,
                Text::Date,
                Text::ConvertPublished,
            ),
            flag("explain", Text::ConvertExplain),
        ],
    },
    CommandSpec {
        name: "check",
        summary: Text::Check,
        help: CliText::HelpCheck,
        options: &[
            OptionSpec {
                short: Some('v'),
                ..flag("verbose", Text::CheckVerbose)
            },
            flag("json", Text::CheckJson),
        ],
    },
    CommandSpec {
        name: "render",
        summary: Text::Render,
        help: CliText::HelpRender,
        options: &[
            output(ValueKind::File, Text::Path, Text::Output),
            flag("fragment", Text::RenderFragment),
            flag("embed", Text::RenderEmbed),
            value("view", ValueKind::View, Text::View, Text::RenderView),
            value("bundle", ValueKind::Folder, Text::Dir, Text::Bundle),
            value("header", ValueKind::File, Text::Path, Text::Header),
            value("footer", ValueKind::File, Text::Path, Text::Footer),
            value("base", ValueKind::Text, Text::Path, Text::RenderBase),
            value("src", ValueKind::Text, Text::Path, Text::RenderSrc),
            value("page", ValueKind::Text, Text::Url, Text::RenderPage),
        ],
    },
    CommandSpec {
        name: "publish",
        summary: Text::Publish,
        help: CliText::HelpPublish,
        options: &[
            output(ValueKind::Folder, Text::Dir, Text::PublishOutput),
            value("base-url", ValueKind::Text, Text::Url, Text::PublishBaseUrl),
            value("font", ValueKind::File, Text::Path, Text::PublishFont),
            flag("desk", Text::PublishDesk),
            flag("all", Text::PublishAll),
            flag("withdraw", Text::PublishWithdraw),
            value("bundle", ValueKind::Folder, Text::Dir, Text::Bundle),
            value("header", ValueKind::File, Text::Path, Text::Header),
            value("footer", ValueKind::File, Text::Path, Text::Footer),
        ],
    },
    CommandSpec {
        name: "catalog",
        summary: Text::Catalog,
        help: CliText::HelpCatalog,
        options: &[
            output(ValueKind::File, Text::Path, Text::CatalogOutput),
            value("title", ValueKind::Text, Text::Title, Text::CatalogTitle),
            value(
                "denominators",
                ValueKind::File,
                Text::Table,
                Text::CatalogDenominators,
            ),
            flag("fictional", Text::CatalogFictional),
        ],
    },
    CommandSpec {
        name: "verify",
        summary: Text::Verify,
        help: CliText::HelpVerify,
        options: &[],
    },
    CommandSpec {
        name: "schema",
        summary: Text::Schema,
        help: CliText::HelpSchema,
        options: &[output(ValueKind::File, Text::Path, Text::Output)],
    },
];

/// The options of every command.
pub static COMMON: [OptionSpec; 3] = [
    value(
        "lang",
        ValueKind::OneOf(&["zh-CN", "en"]),
        Text::Language,
        Text::Lang,
    ),
    OptionSpec {
        short: Some('h'),
        ..flag("help", Text::Help)
    },
    OptionSpec {
        short: Some('V'),
        ..flag("version", Text::Version)
    },
];

const fn flag(long: &'static str, help: OptionText) -> OptionSpec {
    OptionSpec {
        short: None,
        long,
        value: None,
        help,
    }
}

const fn value(
    long: &'static str,
    kind: ValueKind,
    name: OptionText,
    help: OptionText,
) -> OptionSpec {
    OptionSpec {
        value: Some(ValueSpec { name, kind }),
        ..flag(long, help)
    }
}

const fn output(kind: ValueKind, name: OptionText, help: OptionText) -> OptionSpec {
    OptionSpec {
        short: Some('o'),
        ..value("output", kind, name, help)
    }
}

/// The command of a name.
pub fn find(name: &str) -> Option<&'static CommandSpec> {
    COMMANDS.iter().find(|command| command.name == name)
}

impl CommandSpec {
    /// All options, its own first.
    pub fn all_options(&self) -> impl Iterator<Item = &'static OptionSpec> {
        self.options.iter().chain(&COMMON)
    }

    /// The option as it is typed, such as `-o` or `--output`.
    pub fn option(&self, typed: &str) -> Option<&'static OptionSpec> {
        self.all_options().find(|option| {
            if let Some(long) = typed.strip_prefix("--") {
                return option.long == long;
            }
            let mut letters = typed.chars().skip(1);
            option.short.is_some() && letters.next() == option.short
        })
    }
}

texts! {
    /// Summaries of commands, names of values and descriptions of options.
    OptionText {
        Convert: "把报告（网页、文本、Word、WPS、电子表格、OFD、PDF）转换成 JSON", "convert a report (web page, text, Word, WPS, spreadsheet, OFD, PDF) to JSON";
        Check: "核验 JSON 中的数字是否一致", "check whether the numbers in a JSON report agree";
        Render: "生成不需要脚本的静态网页", "write a static page that needs no scripts";
        Publish: "把一批报告做成可以直接上传到门户的网页文件夹", "make a folder of web pages from reports, ready to upload to a portal";
        Catalog: "把一批报告汇成一个目录，用来比较年份和地区", "make a catalogue of many reports, for comparing years and agencies";
        Verify: "核对网站上（或文件夹里）的组件、网页和数据是否完好", "check what a server sends (or a folder contains): files, types, headers, hashes";
        Schema: "输出报告 JSON 的格式说明（JSON Schema）", "print the JSON Schema of a report";

        Path: "路径", "PATH";
        Dir: "文件夹", "DIR";
        Format: "格式", "FORMAT";
        Rows: "cell|report", "cell|report";
        Name: "名称", "NAME";
        Year: "年份", "YEAR";
        Code: "代码", "CODE";
        Url: "网址", "URL";
        Date: "日期", "DATE";
        View: "视图", "VIEW";
        Title: "标题", "TITLE";
        Table: "表格", "FILE";
        Language: "zh-CN|en", "zh-CN|en";

        ConvertOutput: "写到哪里；不写则输出到标准输出（--folder 时默认为原文件夹）", "where to write (default: standard output; with --folder, the folder itself)";
        ConvertEvidence: "另写每个值在原件中的出处，以及读到的全部段落和表格；格式见 docs/evidence.zh-CN.md", "also write where each value was read, and all paragraphs and tables; see docs/evidence.md";
        ConvertFolder: "转换其中所有文件；再次运行时跳过已完成的，每个文件的结果列在输出文件夹的 gongkai-convert.csv；ndjson、parquet 可用“-”，从标准输入读取文件名，每行一个", "convert every file in DIR; the next run skips finished files; the result of each file is listed in gongkai-convert.csv in the output folder; with ndjson and parquet, - reads file names from standard input, one per line";
        ConvertFormat: "json（默认）；ndjson 或 parquet：所有报告合成一张表，供数据分析，JSON 也读取，每次全部重写；各列含义见 docs/research.zh-CN.md", "json (default); ndjson or parquet: all reports in one table for analysis, including JSON reports, rewritten on every run; docs/research.md explains the columns";
        ConvertRows: "表中一行是一个单元格（默认）还是一份报告", "one row of the table per cell (default) or per report";
        ConvertAgency: "机关名称（文件里没有或不对时）", "the agency, if the file does not name it, or names it wrongly";
        ConvertYear: "报告年份", "the year of the report";
        ConvertCode: "统计用区划代码（6 至 12 位数字）", "the division code (统计用区划代码), 6 to 12 digits";
        ConvertUrl: "报告原文的网址", "the address of the published report";
        ConvertPublished: "发布日期，如 2021-01-20", "the date of publication, such as 2021-01-20";
        ConvertExplain: "列出第一部分正文中每个数字按哪条规则录入哪一项，或为什么没有录入", "list the rule that read each number in the text of section one, and its field, or why it was left out";
        CheckVerbose: "全部列出", "list every check";
        CheckJson: "以 JSON 输出，每项核验一个：{files, rule, name, verdict, verdict_text, formula, cells, differences}；cells 中每格有 year 和 path；verdict 是 holds、holds-if-blanks-are-0、cannot-tell、fails 或 noted（提示，不算不一致）", "print JSON, one object per check: {files, rule, name, verdict, verdict_text, formula, cells, differences}; each cell has a year and a path; verdict is holds, holds-if-blanks-are-0, cannot-tell, fails, or noted (a hint, not a failure)";
        Output: "写到哪里；不写则输出到标准输出", "where to write (default: standard output)";
        RenderFragment: "只输出放在 <gongkai-report> 标签里面的部分", "write only the content of the tag <gongkai-report>";
        RenderEmbed: "只输出要粘贴到网页里的几行，带完整性校验值", "write only the lines to paste into a page, with integrity hashes";
        RenderView: "最先显示的内容，如 disclosure（默认 overview）", "the view shown first, such as disclosure (default: overview)";
        Bundle: "组件文件所在的文件夹（含 manifest.json）；默认依次找当前文件夹里、程序旁边和程序安装处的 dist", "the folder of the widget's files, with manifest.json (default: dist in the current folder, beside the program, or where it was installed)";
        Header: "门户页头的 HTML 片段，放在网页的开头", "the portal's own header as HTML, put at the beginning of each page";
        Footer: "门户页脚的 HTML 片段，放在网页的末尾", "the portal's own footer as HTML, put at the end of each page";
        RenderBase: "网页引用组件文件的路径（默认 gongkai/）", "the widget's folder as the page refers to it (default: gongkai/)";
        RenderSrc: "网页引用报告 JSON 的路径（默认报告的文件名）", "the report's JSON as the page refers to it (default: its file name)";
        RenderPage: "网页自己的网址，如 /nb/2020.html；只有网页带 <base> 时才需要，否则没有脚本时页内链接会离开本页", "the page's own address, such as /nb/2020.html; needed only on a page with <base>, where links within the page would leave it while no script runs";
        PublishOutput: "写到哪里（必填）；再次运行只重做有变化的报告；网址不会改变，已不在报告文件夹里的报告，其网页注明已撤下", "where to write (required); the next run makes only what has changed; addresses stay, and the pages of reports that are gone say that they were removed";
        PublishBaseUrl: "发布后这个文件夹的网址，如 https://www.example.gov.cn/nb/；给出后还会生成规范网址、预览图、oEmbed、网站地图和更新订阅", "the address that the folder will have, such as https://www.example.gov.cn/nb/; adds canonical addresses, previews, oEmbed, a sitemap and a feed of changes";
        PublishFont: "预览图所用的字体文件（须含汉字）；不写则用系统里的中文字体", "the font file for previews, with Chinese characters (default: a Chinese font of the system)";
        PublishAll: "全部重做，包括没有变化的报告", "make everything again, also for reports that have not changed";
        PublishWithdraw: "以前发布的报告大多不在了，也照样撤下", "remove reports even if most of those published before are gone";
        PublishDesk: "同时发布年报工作台（desk/），预览年报的人可以由网页进入", "publish the desk too, in desk/; the pages lead a person who previews a report to it";
        CatalogOutput: "写到哪里（默认为该文件夹中的 catalog.json），须在该文件夹或其上级", "where to write (default: catalog.json in DIR); must be in DIR or above it";
        CatalogTitle: "目录的标题", "the title of the catalogue";
        CatalogDenominators: "用来折算的数，如人口（CSV）：第一行是列名，code 或 name 必有，group 为分组，其余各列写作“代号|中文名|英文名|单位|来源”；空格表示不详", "numbers to divide figures by, such as population (CSV); the first line names the columns: code or name is required, group is for grouping agencies, any other column is id|Chinese name|English name|unit|source; an empty cell is unknown";
        CatalogFictional: "注明数据是虚构的", "mark the data as fictional";
        Lang: "使用的语言（默认按系统语言；render 和 publish 写出的网页默认用中文）", "language (default: the system's; the pages of render and publish are in Chinese by default)";
        Help: "用法", "usage";
        Version: "版本", "version";
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, OptionText};
    use gongkai_i18n::Locale;
    use gongkai_testing::texts::*;
    use gongkai_testing::texts_of;
    use std::collections::BTreeSet;

    #[test]
    fn every_text_is_there_in_both_languages() {
        let all = texts_of!(Locale; OptionText);
        assert_complete(&all);
        assert_english(&all, &["统计用区划代码"]);
        assert_technical_chinese(&all);
    }

    #[test]
    fn an_option_has_one_meaning_in_a_command() {
        for command in &COMMANDS {
            let mut names = BTreeSet::new();
            for option in command.all_options() {
                assert!(
                    names.insert(option.long),
                    "{} {}",
                    command.name,
                    option.long
                );
                let typed = format!("--{}", option.long);
                let found = command.option(&typed).map(|option| option.long);
                assert_eq!(found, Some(option.long));
            }
            assert!(command.option("--no-such-option").is_none());
        }
    }
}

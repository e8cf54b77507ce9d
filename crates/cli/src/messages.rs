//! What the command line says.

use gongkai_i18n::texts;

texts! {
    /// Help, summaries and errors of the command line.
    CliText {
        Help: "gongkai：把政府信息公开工作年度报告变成可以交互查看的网页\n\n用法：gongkai 命令 [选项]\n\n命令：\n  convert  把报告（网页、文本、Word、PDF）转换成 JSON\n  check    核验 JSON 中的数字是否一致\n  render   生成不需要脚本的静态网页\n  publish  把一批报告做成可以直接放上门户的文件夹\n  catalog  把一批报告汇成一个目录，用来比较年份和地区\n  schema   输出报告 JSON 的格式说明（JSON Schema）\n  help     某个命令的用法：gongkai help convert\n\n每个命令都可以加：\n  --lang zh-CN|en  使用的语言（默认按系统语言；render 和 publish 写出的网页默认用中文）\n  -V, --version    版本\n", "gongkai: annual disclosure reports as pages that a person can explore\n\nUsage: gongkai COMMAND [OPTIONS]\n\nCommands:\n  convert  turns a report (web page, text, Word, PDF) into JSON\n  check    says whether the numbers in a JSON agree with each other\n  render   writes a page that needs no scripts\n  publish  makes a folder of reports that a portal can serve as it is\n  catalog  makes one catalogue of reports, to compare years and places\n  schema   prints the JSON Schema of a report\n  help     of one command: gongkai help convert\n\nWith every command:\n  --lang zh-CN|en  the language (else the system's; of the pages of render and publish, Chinese)\n  -V, --version    the version\n";
        HelpConvert: "把报告转换成 JSON\n\n用法：\n  gongkai convert 文件 [-o 输出.json]\n  gongkai convert --folder 文件夹 [-o 输出文件夹]\n  gongkai convert 文件 --format ndjson|parquet [--rows cell|report] [-o 输出]\n  gongkai convert --folder 文件夹 --format ndjson|parquet [--rows cell|report] [-o 输出]\n\n文件可以是网页（.html）、文本（.txt）、Word（.docx）、带文字的 PDF（扫描件不行）或已转换的 JSON；“-”表示标准输入。\n读取情况写到屏幕上，包括每一处没有看懂的内容和它在第几行。\n\n选项：\n  -o, --output 路径     写到哪里；不写则输出到标准输出（--folder 时默认为原文件夹）\n  --folder 文件夹       转换其中所有文件；再次运行时跳过已完成的，每个文件的结果列在\n                        输出文件夹的 gongkai-convert.csv\n  --format 格式         json（默认）；ndjson 或 parquet：所有报告合成一张表，供数据分析，JSON 也读取，\n                        每次全部重写；各列含义见 docs/research.zh-CN.md\n  --rows cell|report    表中一行是一个单元格（默认）还是一份报告\n  --folder -            （ndjson、parquet）从标准输入读取文件名，每行一个\n  --agency 名称         机关名称（文件里没有或不对时）\n  --year 年份           报告年份\n  --division-code 代码  统计用区划代码（6 至 12 位数字）\n  --url 网址            报告原文的网址\n  --published 日期      发布日期，如 2021-01-20\n\n退出码：0 全部读取；2 有内容未读取（结果已写出）；1 不是报告或无法读取（其余文件照常写出）。\n", "Turns reports into JSON\n\nUsage:\n  gongkai convert FILE [-o OUT.json]\n  gongkai convert --folder DIR [-o OUTDIR]\n  gongkai convert FILE --format ndjson|parquet [--rows cell|report] [-o OUT]\n  gongkai convert --folder DIR --format ndjson|parquet [--rows cell|report] [-o OUT]\n\nFILE is a web page (.html), a text (.txt), a Word file (.docx), a PDF with text (not a scan), or a JSON converted before; - is standard input.\nWhat was read is said on the screen, with everything that was not understood and where it stands.\n\nOptions:\n  -o, --output PATH     where to write; else standard output (with --folder: the folder itself)\n  --folder DIR          converts every file in it; run again, it skips what is done; what became of\n                        each file is in gongkai-convert.csv in the folder that is written to\n  --format FORMAT       json (else this); ndjson or parquet: all reports as one table for analysis, JSON\n                        files as well, written anew each time; docs/research.md explains the columns\n  --rows cell|report    whether a row of the table is a cell (else this) or a report\n  --folder -            (ndjson, parquet) reads the files' names from standard input, one a line\n  --agency NAME         the agency, where the file does not say it\n  --year YEAR           the report's year\n  --division-code CODE  its division code (统计用区划代码), 6 to 12 digits\n  --url ADDRESS         where the report was published\n  --published DATE      when, as 2021-01-20\n\nExit code: 0 all was read; 2 some was not (what was read is written); 1 no report, or unreadable (the other files are written).\n";
        HelpCheck: "核验 JSON 中的数字是否一致\n\n用法：gongkai check [--json] 文件…\n\n先列出不一致的，再列出其他。同一机关相邻两年的报告一起给出时，也核验年份之间的关系。\n\n选项：\n  --json  以 JSON 输出，每项核验一个：{files, rule, name, verdict, verdict_text, formula,\n          cells, differences}；cells 中每格有 year 和 path；verdict 是 holds、holds-if-blanks-are-0、cannot-tell、\n          fails 或 noted（提示，不算不一致）\n\n退出码：0 没有不一致；1 有不一致，或有文件无法读取。\n", "Says whether the numbers in reports agree with each other\n\nUsage: gongkai check [--json] FILE…\n\nWhat does not agree comes first. Of two consecutive years of one agency the rules between years are checked too.\n\nOptions:\n  --json  as JSON, for each check {files, rule, name, verdict, verdict_text, formula,\n          cells, differences}; each of the cells has its year and path; verdict is holds, holds-if-blanks-are-0, cannot-tell,\n          fails, or noted (a hint that contradicts nothing)\n\nExit code: 0 nothing disagrees; 1 something does, or a file cannot be read.\n";
        HelpRender: "生成不需要脚本的静态网页\n\n用法：gongkai render 报告.json [-o 网页.html] [选项]\n\n选项：\n  -o, --output 路径  写到哪里；不写则输出到标准输出\n  --fragment         只输出放在 <gongkai-report> 标签里面的部分\n  --embed            只输出要粘贴到网页里的几行，带完整性校验值\n  --view 视图        最先显示的内容，如 disclosure（默认 overview）\n  --bundle 文件夹    组件文件所在的文件夹（含 manifest.json；默认 dist，或程序旁边的 dist）\n  --base 路径        网页引用组件文件的路径（默认 gongkai/）\n  --src 路径         网页引用报告 JSON 的路径（默认报告的文件名）\n  --lang zh-CN|en    网页和提示的语言（网页默认中文）\n", "Writes a page that needs no scripts\n\nUsage: gongkai render REPORT.json [-o PAGE.html] [OPTIONS]\n\nOptions:\n  -o, --output PATH  where to write; else standard output\n  --fragment         only what stands inside the tag <gongkai-report>\n  --embed            only the lines to paste into a page, with integrity hashes\n  --view VIEW        what stands first, such as disclosure (else overview)\n  --bundle DIR       the widget's files, with manifest.json (else dist, or dist beside the program)\n  --base PATH        how the page refers to the widget's files (else gongkai/)\n  --src PATH         how the page refers to the report's JSON (else the file's name)\n  --lang zh-CN|en    the language of the page (else Chinese) and of what is said\n";
        HelpPublish: "把一批报告做成可以直接放上门户的文件夹\n\n用法：gongkai publish 报告文件夹 -o 输出文件夹 [--bundle 文件夹]\n\n报告文件夹里可以有 JSON，也可以有网页、文本、Word、PDF，后者先转换；旁边有同名 JSON 的，以 JSON 为准。\n输出文件夹里有 index.html、每份报告一页、reports/（JSON）和 gongkai-…/（组件文件），\n可以放到任何网站的任何目录，也可以直接双击打开。\n\n选项：\n  -o, --output 文件夹  写到哪里（必填）；再次运行只更新有变化的文件，\n                       不删除以前的文件，多出的会列出\n  --bundle 文件夹      组件文件所在的文件夹（默认 dist，或程序旁边的 dist；由 make dist 生成）\n  --lang zh-CN|en      网页和提示的语言（网页默认中文）\n\n退出码：0 全部发布；2 有报告未能完整读取（已发布并列出）；1 有文件无法读取。\n", "Makes a folder of reports that a portal can serve as it is\n\nUsage: gongkai publish REPORTS-DIR -o OUT [--bundle DIR]\n\nREPORTS-DIR holds JSON, or web pages, texts, Word files and PDFs, which are converted first\nunless a JSON of the same name stands beside them.\nOUT gets index.html, a page for each report, reports/ (JSON) and gongkai-…/ (the widget's files);\nit works in any folder of any site, and opened from the disk.\n\nOptions:\n  -o, --output DIR  where to write (required); run again, it writes only what has changed;\n                    it deletes no page, and names those of no report\n  --bundle DIR      the widget's files (else dist, or dist beside the program; make dist makes them)\n  --lang zh-CN|en   the language of the pages (else Chinese) and of what is said\n\nExit code: 0 all is published; 2 some reports have gaps (published and listed); 1 some cannot be read.\n";
        HelpSchema: "输出报告 JSON 的格式说明（JSON Schema，draft 2020-12）\n\n用法：gongkai schema [-o 文件]\n\n编辑器和校验工具按它检查手工填写的 JSON。它检查不出两点：同一字段写了两次；整数写成 1.0 或 1e3。gongkai check 会指出。\n\n选项：\n  -o, --output 路径  写到哪里；不写则输出到标准输出\n", "Prints the JSON Schema (draft 2020-12) of a report\n\nUsage: gongkai schema [-o FILE]\n\nEditors and validators hold a JSON to it that is written by hand. Two things it cannot tell, which gongkai check does: a field that stands twice, and a whole number written as 1.0 or 1e3.\n\nOptions:\n  -o, --output PATH  where to write; else standard output\n";
        HelpCatalog: "把一批报告汇成一个目录文件，用来比较年份和地区\n\n用法：gongkai catalog 文件夹 [-o 目录.json] [选项]\n\n读取文件夹（含下级）里所有报告 JSON，把各项主要数字汇总到一个文件，格式见 docs/catalog.zh-CN.md。\n没有收录的文件逐个列出并说明原因。同一机关同一年有两份内容不同的报告时，两份都不收录。\n\n选项：\n  -o, --output 路径    写到哪里（默认为该文件夹中的 catalog.json），须在该文件夹或其上级\n  --title 标题         目录的标题\n  --denominators 表格  用来折算的数，如人口（CSV）：第一行是列名，code 或 name 必有，group 为分组，\n                       其余各列写作“代号|中文名|英文名|单位|来源”；空格表示不详\n  --fictional          注明数据是虚构的\n\n退出码：0 全部收录；2 有文件未收录（目录已写出）；1 没有可收录的报告，未写出。\n", "Makes one catalogue of many reports, to compare years and places\n\nUsage: gongkai catalog DIR [-o OUT.json] [OPTIONS]\n\nReads every report JSON below DIR and brings their headline figures into one file, described in docs/catalog.md.\nWhat is left out is listed, each with its reason. Of two different reports of one agency and year, neither is taken.\n\nOptions:\n  -o, --output PATH    where to write (else catalog.json in DIR); it must be in DIR or above it\n  --title TITLE        the catalogue's title\n  --denominators FILE  numbers to relate figures to, such as population (CSV): the first line names the columns,\n                       code or name must be there, group keeps places together, any other is\n                       id|Chinese name|English name|unit|source; an empty cell is not known\n  --fictional          says that the data is made up\n\nExit code: 0 all is taken; 2 some files are not (the catalogue is written); 1 there is no report to take.\n";
        Version: "gongkai {0}", "gongkai {0}";
        UnknownCommand: "没有“{0}”这个命令。运行 gongkai help 查看用法。", "There is no command “{0}”. Run gongkai help.";
        UnknownOption: "没有“{0}”这个选项。运行 gongkai help {1} 查看用法。", "There is no option “{0}”. Run gongkai help {1}.";
        NoFile: "请指定文件。运行 gongkai help {0} 查看用法。", "Name a file. Run gongkai help {0}.";
        NoFolder: "请指定文件夹。运行 gongkai help {0} 查看用法。", "Name a folder. Run gongkai help {0}.";
        OneFolder: "一次只能给一个文件夹，“{0}”多余。", "One folder at a time: “{0}” is one too many.";
        OnlyOneFile: "一次只能给一个文件，“{0}”多余。", "One file at a time: “{0}” is one too many.";
        Comma: "、", ", ";
        OneFile: "一次只能给一个文件，“{0}”多余。多个文件请用 --folder。", "One file at a time: “{0}” is one too many. Use --folder for many.";
        NoFileExpected: "{0} 不需要文件，“{1}”多余。运行 gongkai help {0} 查看用法。", "{0} takes no file: “{1}” is one too many. Run gongkai help {0}.";
        NoValueExpected: "选项 {0} 后面不接内容，“{1}”多余。运行 gongkai help {2} 查看用法。", "The option {0} takes no value: “{1}” is one too many. Run gongkai help {2}.";
        NoValue: "选项 {0} 后面缺少内容。运行 gongkai help {1} 查看用法。", "The option {0} lacks its value. Run gongkai help {1}.";
        BadValue: "选项 {0} 的内容“{1}”不成立，应为：{2}。", "The option {0} cannot be “{1}”; it should be {2}.";
        AYear: "2008 至 2200 之间的年份", "a year from 2008 to 2200";
        ADate: "日期，如 2021-01-20", "a date, as 2021-01-20";
        AFormat: "json、ndjson 或 parquet", "json, ndjson or parquet";
        ARow: "cell 或 report", "cell or report";
        ACode: "6 至 12 位数字", "6 to 12 digits";
        AnAddress: "以 http:// 或 https:// 开头的网址", "an address that begins with http:// or https://";
        AFolder: "文件夹（不能是标准输出）", "a folder, not standard output";
        AFile: "文件（不能是标准输出）", "a file, not standard output";
        ALanguage: "zh-CN 或 en", "zh-CN or en";
        NeedsOutput: "请用 -o 指定输出文件夹。", "Name the folder to write to with -o.";
        OnlyTables: "--rows 和 --folder - 只用于 --format ndjson 或 parquet。", "--rows and --folder - go with --format ndjson or parquet.";
        NoTerminal: "Parquet 不能显示在屏幕上。请用 -o 指定文件，或转到其他程序。", "Parquet cannot be shown on a screen. Name a file with -o, or pipe it on.";
        ExpectedFile: "“{0}”是文件夹，这里需要一个文件。要转换整个文件夹，请运行 gongkai convert --folder {0}。", "{0} is a folder; a file is wanted here. To convert all its files, run gongkai convert --folder {0}";
        CannotRead: "无法读取“{0}”：{1}。请检查路径和权限。", "{0} cannot be read: {1}. Check the path and its permissions.";
        CannotWrite: "无法写入“{0}”：{1}。请检查磁盘空间和权限。", "{0} cannot be written: {1}. Check the disk and its permissions.";
        NotFound: "没有这个文件或文件夹", "there is no such file or folder";
        NoPermission: "没有权限", "permission denied";
        IsADirectory: "这是一个文件夹", "it is a folder";
        NotADirectory: "这不是文件夹", "it is no folder";
        DiskFull: "磁盘已满", "the disk is full";
        FileInPlace: "该处已有同名文件，不是文件夹", "a file has the folder's name";
        NameTooLong: "文件名过长或含有不能用的字符", "the name is too long or has characters that cannot be used";
        StandardInput: "标准输入", "standard input";
        StandardOutput: "标准输出", "standard output";
        OverInput: "“{0}”就是要读取的文件，写入会覆盖原件，没有写出任何文件。请用 -o 换一个文件名。", "{0} is the file that is read and would be written over; nothing was written. Name another file with -o.";
        OverOther: "“{0}”是一份报告，没有用目录覆盖它。请用 -o 换一个文件名。", "{0} is a report and was not written over with a catalogue. Name another file with -o.";
        PageNeeds: "网页按相对路径引用 {0} 和 {1}（组件文件），请保持它们的相对位置一起上传。", "The page refers to {0} and {1} (the widget's files) from where it stands; put them onto the site in the same places.";
        OneOrOther: "{0} 和 {1} 只能用一个。", "Only one of {0} and {1} can be given.";
        DiskReadOnly: "磁盘只能读取", "the disk can only be read";
        NotConverted: "“{0}”不是报告的 JSON 文件。网页、文本、Word 和 PDF 请先转换：gongkai convert 文件 -o 输出.json。", "{0} is no report in JSON. Web pages, texts, Word files and PDFs are to be converted first: gongkai convert FILE -o OUT.json.";
        ReadReport: "{0}：{1} {2} 年，{3}年版表格。", "{0}: {1}, {2}, form of {3}.";
        ReadPart: "  {0}：{1} 个值，{2}", "  {0}: {1} {1|value|values}, {2}";
        ReadRange: "{0}至{1}", "{0} to {1}";
        PartMetadata: "机关、年份与来源", "agency, year and source";
        PartText: "正文：{0} 部分，{1} 段", "  text: {0} sections, {1} paragraphs";
        NoGaps: "没有发现未读取的内容。", "Nothing was left out.";
        GapsAre: "有 {0} 处未录入，请逐项核对：", "{0} {0|thing was|things were} left out; check each:";
        RemarksAre: "{0} 处按以下方式理解，请确认：", "{0} {0|thing was|things were} read as follows; please confirm:";
        Written: "已写入 {0}。", "Written to {0}.";
        NotWritten: "没有写出任何文件。", "Nothing was written.";
        Progress: "{0}/{1}  {2}", "{0}/{1}  {2}";
        KeptEdited: "“{0}”不是上次转换的原样（可能由人改过），保留不动；“{1}”比它新，没有重新转换。要重新转换，请先删除它。", "{0} is not as the last run left it (somebody may have corrected it) and stays; {1} is newer and was not converted again. To convert it, delete the JSON first.";
        Skipped: "跳过已完成的 {0} 个文件。", "{0} {0|file|files} done before, skipped.";
        SkippedUnknown: "其中 {0} 个在明细中没有记录，有无未录入的内容不详；需要核对的，请删除它的 JSON 后再运行。", "Of {0} of them no list says whether something was left out; to find out, delete the JSON and run again.";
        Summary: "共 {0} 个文件：全部读取 {1}，有未录入内容 {2}，未转换 {3}。", "{0} {0|file|files}: {1} read, {2} with gaps, {3} not converted.";
        JsonBeside: "{0} 个文件旁边已有更新的 JSON，只采用该 JSON。", "{0} {0|file has|files have} a newer JSON beside {0|it|them}; only that was read.";
        TableRows: "共 {0} 行。", "{0} {0|row|rows}.";
        SummaryFile: "明细见 {0}。", "Details in {0}.";
        SameOutput: "“{1}”与“{0}”的输出文件同名，未转换。请改名后再试。", "{1} would be written to the same file as {0} and was not converted. Rename one.";
        EmptyFolder: "“{0}”中没有可以读取的文件（.html、.txt、.docx、.pdf）。.doc、.wps 等请先另存为 .docx。", "{0} holds no file that can be read (.html, .txt, .docx, .pdf). Save .doc, .wps and the like as .docx first.";
        ColumnFile: "文件", "file";
        ColumnState: "结果", "result";
        ColumnGaps: "未录入", "gaps";
        ColumnWhy: "说明", "why";
        StateComplete: "已读取", "read";
        StateGaps: "有未录入内容", "with gaps";
        StateFailed: "未转换", "not converted";
        StateEdited: "转换后已改动", "changed since";
        StateUnknown: "以前已转换", "converted before";
        CheckFile: "{0}：{1} {2} 年", "{0}: {1}, {2}";
        CheckBetween: "{0} 与 {1} 之间", "between {0} and {1}";
        CheckCells: "请核对：{0}", "look at: {0}";
        CheckCell: "{0}，字段 {1}", "{0}, {1}";
        CheckCellSeparator: "；", "; ";
        CheckSummary: "共 {0} 项：不一致 {1}，无法判断 {2}，空白按 0 计一致 {3}，一致 {4}，提示 {5}。", "{0} {0|check|checks}: {1} fail, {2} cannot tell, {3} hold if blanks are 0, {4} hold, {5} noted.";
        NoBundle: "在“{0}”找不到组件文件（manifest.json）。请先运行 make dist，或用 --bundle 指明文件夹。", "The widget's files (manifest.json) are not in {0}. Run make dist first, or name the folder with --bundle.";
        BadBundle: "组件文件“{0}”与 manifest.json 中的校验值不符。请重新获取完整的组件文件夹。", "The widget's file {0} does not match manifest.json. Get the whole folder again.";
        NoReports: "“{0}”中没有报告（.json、.html、.txt、.docx、.pdf），没有写出任何文件。", "{0} holds no report (.json, .html, .txt, .docx, .pdf); nothing was written.";
        SourceInOutput: "“{0}”就是输出文件夹，或在输出文件夹之内，原件可能被覆盖，没有写出任何文件。请用 -o 另选文件夹。", "{0} is the folder to write to, or in it, and could be written over; nothing was written. Name another folder with -o.";
        FromJson: "“{0}”按同名的“{1}”发布。", "{0} is published from {1}, which has its name.";
        StaleUnread: "“{0}”是以前发布的，它的报告“{1}”这次没有发布（原因见上），首页暂不列出，网页保持原样。改正后再运行一次即可。", "{0} was published before; its report {1} was not published this time for the reason above, so the list leaves it out and the page stays as it is. Correct the report and run again.";
        StalePage: "“{0}”是以前发布的，这次没有它的报告，首页不再列出，但文件还在。如应撤下，请删除它和“{1}”。", "{0} was published before and is of no report now: the list leaves it out, but the file is still there. To withdraw it, delete it and {1}.";
        StaleCatalog: "“{0}”是以前发布的，列着已不再发布的报告；现在只有一份报告，不需要目录，首页也不再链接它。请删除它。", "{0} was published before and lists reports that are published no longer; of one report there is no catalogue, and the list leads to none. Delete it.";
        SameReport: "“{0}”与“{1}”是同一机关同一年的报告，未发布。请只留下一份；如果是同名的不同机关，请在两份 JSON 中都写明 division_code。", "{0} is of the same agency and year as {1} and was not published. Keep one of them; where they are different agencies of one name, give each JSON its division_code.";
        Cataloged: "共收录 {0} 份报告（{1} 个机关，{2} 至 {3} 年），{4} 个文件未收录。已写入 {5}。", "{0} {0|report|reports} of {1} {1|agency|agencies}, {2} to {3}; {4} {4|file|files} left out. Written to {5}.";
        CatalogEmpty: "“{0}”中没有可以收录的报告（gongkai-report/1 格式的 JSON）。网页或 Word 请先用 convert 转换。", "{0} holds no report to take (JSON in gongkai-report/1). Web pages and Word files are to be converted first.";
        CatalogElsewhere: "目录文件“{0}”须放在报告文件夹“{1}”或其上级文件夹中，网页才能按相对路径找到报告。", "The catalogue {0} must stand in the folder of reports {1} or above it, so that a page finds the reports from there.";
        CatalogSame: "“{0}”与“{1}”内容完全相同，只收录后者。", "{0} is the same file as {1}, which is taken.";
        CatalogContradicts: "“{0}”与“{1}”是同一机关同一年的报告，内容不同，两份都未收录。请留下正确的一份。", "{0} and {1} are of the same agency and year and differ; neither is taken. Keep the right one.";
        CatalogPath: "“{0}”的路径中有目录不能使用的字符（冒号、反斜杠等），未收录。请改名。", "The path of {0} has characters that a catalogue cannot use (colon, backslash …); it is not taken. Rename it.";
        CatalogDigits: "“{0}”中 {1} 的位数过多，未收录。请核对。", "In {0}, {1} has too many digits; it is not taken. Check it.";
        BadHeading: "“{0}”的列名“{1}”不成立：应有 code 或 name，其余各列写作“代号|中文名|英文名|单位|来源”。", "{0} has a column “{1}”: code or name must be there, and any other column is id|Chinese name|English name|unit|source.";
        BadNumber: "“{0}”第 {1} 行“{2}”一列的“{3}”不是可以使用的数。请更正，不详的留空。", "{0}, line {1}, column {2}: “{3}” is no number that can be used. Correct it; leave empty what is not known.";
        DenominatorDigits: "“{0}”中“{1}”的“{2}”是 {3}，位数过多。请核对。", "{0}: “{2}” of {1} is {3}, which has too many digits. Please check it.";
        SameRow: "“{0}”第 {1} 行的“{2}”为空或与前面重复。请更正。", "{0}, line {1}: “{2}” is empty or stands there twice. Correct it.";
        Published: "已发布 {0} 份报告到 {1}（更新 {2} 个文件，{3} 个没有变化）。打开 {4} 查看。", "{0} {0|report|reports} published to {1} ({2} {2|file|files} written, {3} unchanged). Open {4}.";
    }
}

#[cfg(test)]
mod tests {
    use super::CliText;
    use gongkai_i18n::Locale;
    use gongkai_testing::texts::*;
    use gongkai_testing::texts_of;

    #[test]
    fn every_message_is_there_in_both_languages() {
        let all = texts_of!(Locale; CliText);
        assert_complete(&all);
        assert_english(&all, &["统计用区划代码"]);
        assert_technical_chinese(&all);
    }
}

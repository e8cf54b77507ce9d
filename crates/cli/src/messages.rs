//! Texts of the command line.

use gongkai_i18n::texts;

texts! {
    /// Help, summaries and errors.
    CliText in cli_text {
        Help(commands, options): "\
gongkai：把政府信息公开工作年度报告变成可以交互查看的网页

用法：gongkai 命令 [选项]
      gongkai 文件或文件夹    转换，并在旁边生成网页（等于把它拖到程序图标上）

命令：
{commands}

每个命令都可以加：
{options}
", "\
gongkai: annual disclosure reports as interactive web pages

Usage: gongkai COMMAND [OPTIONS]
       gongkai FILE-OR-FOLDER    convert it and make pages next to it (the same as dropping it on the program)

Commands:
{commands}

Options of every command:
{options}
";
        SummaryHelp: "某个命令的用法：gongkai help convert", "show the usage of a command: gongkai help convert";
        HelpConvert(options): "\
把报告转换成 JSON

用法：
  gongkai convert 文件 [-o 输出.json] [--evidence 出处.json]
  gongkai convert --folder 文件夹 [-o 输出文件夹]
  gongkai convert 文件 --format ndjson|parquet [--rows cell|report] [-o 输出]
  gongkai convert --folder 文件夹 --format ndjson|parquet [--rows cell|report] [-o 输出]

文件可以是网页（.html、.shtml、.aspx、.mht）、文本（.txt、.csv）、Word 和 WPS 文字（.docx、.doc、.wps、.rtf、.odt）、
电子表格（.xlsx、.xls、.et、.ods）、OFD 和能选中文字的 PDF（扫描件不行）或已转换的 JSON；“-”表示标准输入。
文件类型按内容判断，不看扩展名（.csv 除外）。
表格跨页的 PDF 也能读取。读取情况显示在屏幕上，未能读取的内容逐条列出，并注明在原件的什么地方。

选项：
{options}

退出码：0 全部读取；2 有内容未读取（结果已写出）；1 不是报告或无法读取（其余文件照常写出）。
", "\
Converts reports to JSON

Usage:
  gongkai convert FILE [-o OUT.json] [--evidence EVIDENCE.json]
  gongkai convert --folder DIR [-o OUTDIR]
  gongkai convert FILE --format ndjson|parquet [--rows cell|report] [-o OUT]
  gongkai convert --folder DIR --format ndjson|parquet [--rows cell|report] [-o OUT]

FILE is a web page (.html, .shtml, .aspx, .mht), a text file (.txt, .csv), a Word or WPS document (.docx, .doc, .wps,
.rtf, .odt), a spreadsheet (.xlsx, .xls, .et, .ods), an OFD file or PDF with a text layer (not a scan), or JSON from an
earlier conversion; - is standard input. The file type is detected from the contents, not from the name (except .csv).
In PDFs, tables may continue across pages. Prints a summary, and reports anything that could not be read with its
location in the file.

Options:
{options}

Exit codes: 0 everything was read; 2 something was left out (the rest is written); 1 not a report, or unreadable (other files are written).
";
        HelpCheck(options): "\
核验 JSON 中的数字是否一致

用法：gongkai check [-v] [--json] 文件…

列出不一致的和提示，其余只报数量。同一机关相邻两年的报告一起给出时，也核验年份之间的关系。

选项：
{options}

退出码：0 没有不一致；1 有不一致，或有文件无法读取。
", "\
Checks whether the numbers in reports agree

Usage: gongkai check [-v] [--json] FILE…

Lists failures and hints, and counts the rest. If two consecutive years of one agency are given, they are also checked
against each other.

Options:
{options}

Exit codes: 0 no check fails; 1 a check fails, or a file cannot be read.
";
        HelpRender(options): "\
生成不需要脚本的静态网页

用法：gongkai render 报告.json [-o 网页.html] [选项]

选项：
{options}
", "\
Writes a static page that needs no scripts

Usage: gongkai render REPORT.json [-o PAGE.html] [OPTIONS]

Options:
{options}
";
        HelpPublish(options): "\
把一批报告做成可以直接上传到门户的网页文件夹

用法：gongkai publish 报告文件夹 -o 输出文件夹 [--base-url 网址] [--desk] [--bundle 文件夹]

报告文件夹里可以有已转换的 JSON，也可以有原件（网页、文本、Word、WPS、电子表格、OFD、PDF），原件会先转换；
旁边有同名 JSON 的，以 JSON 为准。
输出文件夹里有 index.html、每份报告一页、reports/（JSON）、files/（表格和图片）和 gongkai-…/（组件文件），
可以放到任何网站的任何目录，也可以直接双击打开。addresses.json 记着每份报告的网址，请一直保留。

选项：
{options}

退出码：0 全部发布；2 有报告未能完整读取（已发布并列出）；1 有文件无法读取。
", "\
Makes a folder of web pages from reports, ready to upload to a portal

Usage: gongkai publish REPORTS-DIR -o OUT [--base-url URL] [--desk] [--bundle DIR]

REPORTS-DIR contains reports as JSON or as published (web pages, text, Word, WPS, spreadsheets, OFD, PDF); the latter
are converted first. A JSON file with the same name takes precedence over its source.
OUT will contain index.html, a page for each report, reports/ (JSON), files/ (tables and pictures) and gongkai-…/ (the
widget's files). It works in any folder of any site, and when opened from a disk. Keep addresses.json, which has the
address of each report.

Options:
{options}

Exit codes: 0 everything is published; 2 some reports have gaps (published and listed); 1 some files cannot be read.
";
        HelpVerify(options): "\
核对读者从网站得到的组件、网页和数据是否完好

用法：gongkai verify 网址或文件夹

网址可以是放有标签的网页，也可以是发布文件夹或组件文件夹（以“/”结尾，其中有 manifest.json）。像浏览器一样逐个
读取其中的文件，指出缺失、被换成网页、类型或压缩不对、与校验值不符、缓存和安全策略不当的文件，以及办法。
给出文件夹时，只核对文件本身。除所给的网站外，不访问其他网站。

选项：
{options}

退出码：0 完好；2 可用，有建议；1 有错误，读者看不到或看到旧的内容。
", "\
Checks what readers get from a server: the widget's files, pages and data

Usage: gongkai verify URL|DIR

URL is a page that contains the tag, or the address of a published folder or of the widget's files (ending with “/”,
with a manifest.json in it). Fetches each file as a browser does, and names those that are missing, replaced by a web
page, of a wrong type, wrongly compressed, different from their hash, or sent with unsuitable caching or policy, each
with the remedy. For a folder (DIR), only the files themselves are checked. No other host is contacted.

Options:
{options}

Exit codes: 0 nothing to report; 2 hints only; 1 faults: readers do not see something, or see an old version.
";
        HelpSchema(options): "\
输出报告 JSON 的格式说明（JSON Schema，draft 2020-12）

用法：gongkai schema [-o 文件]

编辑器和校验工具按它检查手工填写的 JSON。它检查不出两点：同一字段写了两次；整数写成 1.0 或 1e3。gongkai check 会指出。

选项：
{options}
", "\
Prints the JSON Schema (draft 2020-12) of a report

Usage: gongkai schema [-o FILE]

Editors and validators use it to check JSON that is written by hand. It cannot detect two mistakes that gongkai check
reports: a duplicate field, and an integer written as 1.0 or 1e3.

Options:
{options}
";
        HelpCatalog(options): "\
把一批报告汇成一个目录文件，用来比较年份和地区

用法：gongkai catalog 文件夹 [-o 目录.json] [选项]

读取文件夹（含下级）里所有报告 JSON，把各项主要数字汇总到一个文件，格式见 docs/catalog.zh-CN.md。
没有收录的文件逐个列出并说明原因。同一机关同一年有两份内容不同的报告时，两份都不收录。

选项：
{options}

退出码：0 全部收录；2 有文件未收录（目录已写出）；1 没有可收录的报告，未写出。
", "\
Makes a catalogue of many reports, for comparing years and agencies

Usage: gongkai catalog DIR [-o OUT.json] [OPTIONS]

Reads all JSON reports in DIR and its subfolders, and writes their main figures to one file; docs/catalog.md describes
its format. Files that are left out are listed with the reason. If two different reports are of the same agency and
year, neither is included.

Options:
{options}

Exit codes: 0 everything is included; 2 some files are left out (the catalogue is written); 1 no report to include, nothing is written.
";
        Version(version): "gongkai {version}", "gongkai {version}";
        Dropped(file): "正在处理“{file}”。", "Processing {file}.";
        PagesFolder: "-网页", "-pages";
        KeptJson(json): "旁边已有“{json}”，按它生成网页。要从原件重新转换，请先删除它。", "The pages are made from {json}, which is next to the original. To convert the original again, delete the JSON file first.";
        PressEnter: "按回车键关闭窗口。", "Press Enter to close the window.";
        UnknownCommand(command): "没有“{command}”这个命令。运行 gongkai help 查看用法。", "Unknown command “{command}”. Run gongkai help for usage.";
        UnknownOption(option, command): "没有“{option}”这个选项。运行 gongkai help {command} 查看用法。", "Unknown option “{option}”. Run gongkai help {command} for usage.";
        NoAddress: "请指定网址或文件夹。运行 gongkai help verify 查看用法。", "No address or folder given. Run gongkai help verify for usage.";
        NoFile(command): "请指定文件。运行 gongkai help {command} 查看用法。", "No file given. Run gongkai help {command} for usage.";
        UnknownGlobalOption(option): "没有“{option}”这个选项。运行 gongkai help 查看用法。", "Unknown option “{option}”. Run gongkai help for usage.";
        NoFolder(command): "请指定文件夹。运行 gongkai help {command} 查看用法。", "No folder given. Run gongkai help {command} for usage.";
        OneFolder(folder): "一次只能给一个文件夹，“{folder}”多余。", "Only one folder at a time; unexpected “{folder}”.";
        OnlyOneFile(file): "一次只能给一个文件，“{file}”多余。", "Only one file at a time; unexpected “{file}”.";
        Comma: "、", ", ";
        OneFile(file): "一次只能给一个文件，“{file}”多余。多个文件请用 --folder。", "Only one file at a time; unexpected “{file}”. Use --folder for several.";
        NoFileExpected(command, file): "{command} 不需要文件，“{file}”多余。运行 gongkai help {command} 查看用法。", "{command} takes no file; unexpected “{file}”. Run gongkai help {command} for usage.";
        NoValueExpected(option, value, command): "选项 {option} 后面不接内容，“{value}”多余。运行 gongkai help {command} 查看用法。", "Option {option} takes no value; unexpected “{value}”. Run gongkai help {command} for usage.";
        NoValue(option, command): "选项 {option} 后面缺少内容。运行 gongkai help {command} 查看用法。", "Option {option} needs a value. Run gongkai help {command} for usage.";
        BadValue(option, value, expected): "选项 {option} 不能是“{value}”，应为：{expected}。", "Invalid value “{value}” for option {option}; expected {expected}.";
        AYear: "2008 至 2200 之间的年份", "a year from 2008 to 2200";
        ADate: "日期，如 2021-01-20", "a date such as 2021-01-20";
        AFormat: "json、ndjson 或 parquet", "json, ndjson or parquet";
        ARow: "cell 或 report", "cell or report";
        ACode: "6 至 12 位数字", "6 to 12 digits";
        AnAddress: "以 http:// 或 https:// 开头的网址", "an address that starts with http:// or https://";
        AFolderAddress: "文件夹的网址，以 http:// 或 https:// 开头，不含“?”和“#”", "the address of a folder that starts with http:// or https://, without ? and #";
        AFolder: "文件夹（不能是标准输出）", "a folder, not standard output";
        AFile: "文件（不能是标准输出）", "a file, not standard output";
        ALanguage: "zh-CN 或 en", "zh-CN or en";
        NeedsOutput: "请用 -o 指定输出文件夹。", "Specify the output folder with -o.";
        OnlyTables: "--rows 和 --folder - 只用于 --format ndjson 或 parquet。", "--rows and --folder - are only for --format ndjson or parquet.";
        NoTerminal: "Parquet 不能显示在屏幕上。请用 -o 指定文件，或转到其他程序。", "Parquet cannot be shown on a terminal. Specify a file with -o, or pipe it to another program.";
        ExpectedFile(folder): "“{folder}”是文件夹，这里需要一个文件。要转换整个文件夹，请运行 gongkai convert --folder {folder}。", "{folder} is a folder; expected a file. To convert all files in it, run gongkai convert --folder {folder}";
        CannotRead(file, reason): "无法读取“{file}”：{reason}。请检查路径和权限。", "Cannot read {file}: {reason}. Check the path and its permissions.";
        CannotWrite(file, reason): "无法写入“{file}”：{reason}。请检查磁盘空间和权限。", "Cannot write {file}: {reason}. Check disk space and permissions.";
        NotFound: "没有这个文件或文件夹", "no such file or folder";
        NoPermission: "没有权限", "permission denied";
        IsADirectory: "这是一个文件夹", "it is a folder";
        NotADirectory: "这不是文件夹", "it is not a folder";
        DiskFull: "磁盘已满", "the disk is full";
        FileInPlace: "该处已有同名文件，不是文件夹", "a file with the same name exists in its place";
        NameTooLong: "文件名过长或含有不能用的字符", "the name is too long or has invalid characters";
        StandardInput: "标准输入", "standard input";
        StandardOutput: "标准输出", "standard output";
        OverInput(file): "“{file}”就是要读取的文件，写入会覆盖原件。请用 -o 换一个文件名。", "{file} is the input file and would be overwritten. Specify another file with -o.";
        OverOther(file): "“{file}”是一份报告，没有用目录覆盖它。请用 -o 换一个文件名。", "{file} is a report and was not overwritten with a catalogue. Specify another file with -o.";
        PageNeeds(report, widget): "网页按相对路径引用 {report} 和 {widget}（组件文件），请保持它们的相对位置一起上传。", "The page refers to {report} and {widget} (the widget's files) by relative paths; upload them together, in the same relative positions.";
        OneOrOther(one, other): "{one} 和 {other} 只能用一个。", "{one} and {other} cannot be used together.";
        DiskReadOnly: "磁盘是只读的", "the disk is read-only";
        NotConverted(file): "“{file}”不是报告的 JSON 文件。原件（网页、Word、PDF 等）请先转换：gongkai convert 文件 -o 输出.json。", "{file} is not a JSON report. Convert published files (web pages, Word, PDF …) first: gongkai convert FILE -o OUT.json.";
        ReadReport(file, agency, year, edition): "{file}：{agency} {year} 年，{edition}年版表格。", "{file}: {agency}, {year}, {edition} edition of the form.";
        OneFileOnly(option): "{option} 只能用于转换一个文件", "{option} needs a single file";
        ExplanationsAre: "第一部分正文中的数字：", "Numbers in the text of section one:";
        NoExplanations: "第一部分正文中没有可录入的数字。", "The text of section one has no numbers to read.";
        ReadPart(section, values, range): "  {section}：{values} 个值，{range}", "  {section}: {values} {values|value|values}, {range}";
        ReadRange(first, last): "{first}至{last}", "{first} to {last}";
        PartMetadata: "机关、年份与来源", "agency, year and source";
        PartText(sections, paragraphs): "正文：{sections} 部分，{paragraphs} 段", "  text: {sections} sections, {paragraphs} paragraphs";
        NoGaps: "没有发现未读取的内容。", "Nothing was left out.";
        GapsAre(gaps): "有 {gaps} 处未录入，请逐项核对：", "{gaps} {gaps|item was|items were} left out; please check each:";
        NoEvidence(file): "“{file}”是 JSON，不是原件，没有出处可写。请转换原件，或去掉 --evidence。", "{file} is JSON, not a published report, so there is no evidence to write. Convert the original, or omit --evidence.";
        AddTo(object, line): "补录：在 JSON 的 {object} 中加上 {line}", "To add it, insert this into {object} of the JSON: {line}";
        AddToReport(line): "补录：在 JSON 的最外层加上 {line}", "To add it, insert this into the outermost object of the JSON: {line}";
        AddHow: "补录时把 ? 换成原件上的数：空白填 null，不适用填 \"/\"，0 填 0；加在已有的字段之间时，用逗号隔开。", "Replace each ? with the number in the original: null for a blank, \"/\" for not applicable, 0 for 0. Separate it from other fields with a comma.";
        RemarksAre(remarks): "{remarks} 处按以下方式理解，请确认：", "{remarks} {remarks|item was|items were} read as follows; please confirm:";
        Written(file): "已写入 {file}。", "Written to {file}.";
        NotWritten: "没有写出任何文件。", "Nothing was written.";
        Progress(done, total, file): "{done}/{total}  {file}", "{done}/{total}  {file}";
        KeptEdited(json, file): "“{json}”与上次转换的结果不同（可能手工改过），予以保留；“{file}”没有重新转换。要重新转换，请先删除这个 JSON。", "{json} has changed since the last run (it may have been corrected by hand) and was kept; {file} was not converted again. To convert it, delete the JSON file first.";
        Skipped(files): "跳过已完成的 {files} 个文件。", "Skipped {files} {files|file|files} that had been converted before.";
        Summary(files, complete, gaps, failed): "共 {files} 个文件：全部读取 {complete}，有未录入内容 {gaps}，未转换 {failed}。", "{files} {files|file|files}: {complete} read, {gaps} with gaps, {failed} not converted.";
        JsonBeside(files, names): "{files} 个文件旁边已有 JSON（可能手工改过），只采用该 JSON：{names}。", "{files} {files|file has|files have} a JSON file of the same name, which may have been corrected by hand; only the JSON was read: {names}.";
        TableRows(rows): "共 {rows} 行。", "{rows} {rows|row|rows}.";
        SummaryFile(file): "明细见 {file}。", "See {file} for details.";
        SameOutput(other, file): "“{file}”与“{other}”的输出文件同名，未转换。请改名后再试。", "{file} would be written to the same file as {other} and was not converted. Rename one of them.";
        EmptyFolder(folder): "“{folder}”中没有可以读取的文件（网页、文本、Word、WPS、电子表格、OFD、PDF）。", "{folder} contains no readable files (web pages, text, Word, WPS, spreadsheets, OFD, PDF).";
        ColumnFile: "文件", "file";
        ColumnState: "结果", "result";
        ColumnGaps: "未录入", "gaps";
        ColumnWhy: "说明", "details";
        ColumnHashes: "校验", "hashes";
        PassedOver(files, count, reason): "没有读取 {count} 个文件或文件夹（{reason}）：{files}。", "{count} {count|file or folder was|files or folders were} not read ({reason}): {files}.";
        PassedKind: "不支持的文件类型", "unsupported file types";
        PassedLink: "链接", "links";
        PassedOpen: "Word 打开文件时留下的临时文件", "temporary files that Word keeps while a document is open";
        StateComplete: "已读取", "read";
        StateGaps: "有未录入内容", "with gaps";
        StateFailed: "未转换", "not converted";
        StateEdited: "转换后已改动", "changed since";
        CheckFile(file, agency, year): "{file}：{agency} {year} 年", "{file}: {agency}, {year}";
        CheckBetween(first, second): "{first} 与 {second} 之间", "between {first} and {second}";
        CheckCells(cells): "请核对：{cells}", "please check: {cells}";
        CheckCell(cell, field): "{cell}，字段 {field}", "{cell}, {field}";
        CheckCellSeparator: "；", "; ";
        CheckMore(checks): "其余 {checks} 项没有列出；加 -v 全部列出。", "{checks} more {checks|check is|checks are} not listed; -v lists all.";
        NoBundle(folder): "在“{folder}”找不到组件文件（manifest.json）。请把 dist 文件夹放在程序旁边（从源代码编译的，先运行 make dist），或用 --bundle 指明文件夹。", "The widget's files (manifest.json) are not in {folder}. Put the folder dist next to the program (make dist builds it from source), or specify the folder with --bundle.";
        NoDesk(folder): "在“{folder}”找不到年报工作台的文件。请先运行 make dist，或用 --bundle 指明含有 desk 文件夹的组件文件夹。", "The desk's files are not in {folder}. Run make dist first, or specify with --bundle a folder of the widget's files that has the folder desk.";
        BadBundle(file): "组件文件“{file}”与 manifest.json 中的校验值不符。请重新获取完整的组件文件夹。", "{file} does not match its hash in manifest.json. Get the complete folder of the widget's files again.";
        NoReports(folder): "“{folder}”中没有报告（JSON、网页、文本、Word、WPS、电子表格、OFD、PDF），没有写出任何文件。", "{folder} contains no reports (JSON, web pages, text, Word, WPS, spreadsheets, OFD, PDF); nothing was written.";
        SourceInOutput(folder): "“{folder}”就是输出文件夹，或在输出文件夹之内，原件可能被覆盖，没有写出任何文件。请用 -o 另选文件夹。", "{folder} is the output folder or inside it, and could be overwritten; nothing was written. Specify another folder with -o.";
        FromJson(file, json): "“{file}”按同名的“{json}”发布。", "{file} is published from {json}, which has the same name.";
        StaleUnread(page, report): "“{page}”是以前发布的，它的报告“{report}”这次没有发布（原因见上），首页暂不列出，网页保持原样。改正后再运行一次即可。", "{page} was published before; its report {report} was not published this time for the reason above, so it is not listed and the page is unchanged. Correct the report and run again.";
        RemovedReport(page): "“{page}”以前发布过，这次没有它的报告：首页不再列出，网页改为注明已撤下。把报告放回来再运行一次，即可在原网址恢复。", "{page} was published before, but its report is gone: it is no longer listed, and its page now says that it was removed. Put the report back and run again to publish it at the same address.";
        TooManyGone(gone, all): "以前发布的 {all} 份报告中，有 {gone} 份不在报告文件夹里。没有写入任何文件。请检查文件夹是否正确；如果确实要撤下这些报告，请加上 --withdraw 再运行。", "{gone} of the {all} reports published before are not in the folder of reports. Nothing was written. Check that this is the right folder; to remove these reports, run again with --withdraw.";
        BadAddresses(file): "“{file}”已损坏，无法得知以前发布过哪些网址。没有写入任何文件。请从备份或网站上恢复这个文件。", "{file} is damaged, so the addresses published before are unknown. Nothing was written. Restore this file from a backup or from the site.";
        NoFont: "没有找到含汉字的字体，没有生成预览图，网页里也没有 og:image。请安装中文字体（如 Noto Sans CJK SC），或用 --font 指定字体文件。", "No font with Chinese characters was found, so there are no previews, and pages have no og:image. Install one (such as Noto Sans CJK SC), or name a font file with --font.";
        BadFont(file): "“{file}”不是含汉字的字体文件（TTF、OTF、TTC）。没有写入任何文件。", "{file} is not a font file with Chinese characters (TTF, OTF, TTC). Nothing was written.";
        Unchanged(reports): "{reports} 份报告没有变化，未重做。", "{reports} {reports|report has|reports have} not changed and {reports|was|were} not made again.";
        StaleCatalog(catalog): "“{catalog}”是以前发布的，列着已不再发布的报告；现在只有一份报告，不需要目录，首页也不再链接它。请删除它。", "{catalog} was published before and lists reports that are no longer published; a single report needs no catalogue, and nothing links to it any more. Please delete it.";
        SameReport(file, other): "“{file}”与“{other}”是同一机关同一年的报告，未发布。请只留下一份；如果是同名的不同机关，请在两份 JSON 中都写明 division_code。", "{file} is of the same agency and year as {other} and was not published. Keep one of them; if they are different agencies with the same name, add division_code to both JSON files.";
        Cataloged(reports, agencies, first, last, left_out, catalog): "共收录 {reports} 份报告（{agencies} 个机关，{first} 至 {last} 年），{left_out} 个文件未收录。已写入 {catalog}。", "{reports} {reports|report|reports} of {agencies} {agencies|agency|agencies}, {first} to {last}; {left_out} {left_out|file|files} left out. Written to {catalog}.";
        CatalogEmpty(folder): "“{folder}”中没有可以收录的报告（gongkai-report/1 格式的 JSON）。网页或 Word 请先用 convert 转换。", "{folder} contains no reports to include (JSON in gongkai-report/1). Convert web pages and Word files first.";
        CatalogElsewhere(catalog, folder): "目录文件“{catalog}”须放在报告文件夹“{folder}”或其上级文件夹中，网页才能按相对路径找到报告。", "The catalogue {catalog} must be in the folder of reports {folder} or in a folder above it, so that pages find the reports by relative paths.";
        CatalogSame(file, other): "“{file}”与“{other}”内容完全相同，只收录后者。", "{file} is identical to {other}; only the latter is included.";
        CatalogContradicts(file, other): "“{file}”与“{other}”是同一机关同一年的报告，内容不同，两份都未收录。请留下正确的一份。", "{file} and {other} are of the same agency and year but differ; neither is included. Keep the correct one.";
        CatalogPath(file): "“{file}”的路径中有目录不能使用的字符（冒号、反斜杠等），未收录。请改名。", "The path of {file} has characters that a catalogue cannot contain (colon, backslash …); it is not included. Rename it.";
        CatalogDigits(file, field): "“{file}”中 {field} 的位数过多，未收录。请核对。", "{field} in {file} has too many digits; the report is not included. Please check it.";
        BadHeading(file, column): "“{file}”的列名“{column}”无效：应有 code 或 name，其余各列写作“代号|中文名|英文名|单位|来源”。", "{file} has an invalid column “{column}”: code or name is required, and any other column is id|Chinese name|English name|unit|source.";
        BadNumber(file, line, column, value): "“{file}”第 {line} 行“{column}”一列的“{value}”不是可以使用的数。请更正，不详的留空。", "{file}, line {line}, column {column}: “{value}” is not a valid number. Correct it, or leave it empty if unknown.";
        TooManyCells(file, line, columns): "“{file}”第 {line} 行的格数多于列名（{columns} 列），可能是千位逗号没有加引号。请去掉逗号，或把这个数放在引号里。", "{file}, line {line} has more cells than the {columns} named columns, perhaps because of a comma between thousands. Remove the comma or put the number in quotes.";
        UnknownPlaces(rows, count): "折算表中有 {count} 行不对应任何报告：{rows}。请核对代码或名称。", "{count} {count|row|rows} of the denominators {count|matches|match} no agency in the catalogue: {rows}. Check the code or the name.";
        DenominatorDigits(file, agency, column, value): "“{file}”中“{agency}”的“{column}”是 {value}，位数过多。请核对。", "{file}: “{column}” of {agency} is {value}, which has too many digits. Please check it.";
        SameRow(file, line, key): "“{file}”第 {line} 行的“{key}”为空或与前面重复。请更正。", "{file}, line {line}: “{key}” is empty or a duplicate. Correct it.";
        Published(reports, folder, written, unchanged, page): "已发布 {reports} 份报告到 {folder}（更新 {written} 个文件，{unchanged} 个没有变化）。打开 {page} 查看。", "{reports} {reports|report|reports} published to {folder} ({written} {written|file|files} written, {unchanged} unchanged). Open {page}.";
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

//! What the command line says.

texts! {
    /// Help, summaries and errors of the command line.
    CliText {
        Help: "gongkai：把政府信息公开工作年度报告变成可以交互查看的网页\n\n用法：gongkai 命令 [选项]\n\n命令：\n  convert  把报告（网页、文本、Word、PDF）转换成 JSON\n  check    核验 JSON 中的数字是否一致\n  render   生成不需要脚本的静态网页\n  publish  把一批报告做成可以直接放上门户的文件夹\n  help     某个命令的用法：gongkai help convert\n\n每个命令都可以加：\n  --lang zh-CN|en  使用的语言（默认按系统语言）\n  -V, --version    版本\n", "gongkai: annual disclosure reports as pages that a person can explore\n\nUsage: gongkai COMMAND [OPTIONS]\n\nCommands:\n  convert  turns a report (web page, text, Word, PDF) into JSON\n  check    says whether the numbers in a JSON agree with each other\n  render   writes a page that needs no scripts\n  publish  makes a folder of reports that a portal can serve as it is\n  help     of one command: gongkai help convert\n\nWith every command:\n  --lang zh-CN|en  the language (else the system's)\n  -V, --version    the version\n";
        HelpConvert: "把报告转换成 JSON\n\n用法：\n  gongkai convert 文件 [-o 输出.json]\n  gongkai convert --folder 文件夹 [-o 输出文件夹]\n\n文件可以是网页（.html）、文本（.txt）、Word（.docx）或带文字的 PDF（扫描件不行）；“-”表示标准输入。\n读取情况写到屏幕上，包括每一处没有看懂的内容和它在第几行。\n\n选项：\n  -o, --output 路径     写到哪里；不写则输出到标准输出（--folder 时默认为原文件夹）\n  --folder 文件夹       转换其中所有文件；再次运行时跳过已完成的\n  --agency 名称         机关名称（文件里没有或不对时）\n  --year 年份           报告年份\n  --division-code 代码  统计用区划代码\n  --url 网址            报告原文的网址\n  --published 日期      发布日期，如 2021-01-20\n\n退出码：0 全部读取；2 有内容未读取（JSON 已写出）；1 不是报告或无法读取。\n", "Turns reports into JSON\n\nUsage:\n  gongkai convert FILE [-o OUT.json]\n  gongkai convert --folder DIR [-o OUTDIR]\n\nFILE is a web page (.html), a text (.txt), a Word file (.docx) or a PDF with text (no scan); - is standard input.\nWhat was read is said on the screen, with everything that was not understood and where it stands.\n\nOptions:\n  -o, --output PATH     where to write; else standard output (with --folder: the folder itself)\n  --folder DIR          converts every file in it; run again, it skips what is done\n  --agency NAME         the agency, where the file does not say it\n  --year YEAR           the report's year\n  --division-code CODE  统计用区划代码\n  --url ADDRESS         where the report was published\n  --published DATE      when, as 2021-01-20\n\nExit code: 0 all was read; 2 some was not (the JSON is written); 1 no report, or unreadable.\n";
        HelpCheck: "核验 JSON 中的数字是否一致\n\n用法：gongkai check [--json] 文件…\n\n先列出不一致的，再列出其他。同一机关相邻两年的报告一起给出时，也核验年份之间的关系。\n\n选项：\n  --json  以 JSON 输出：[{file, rule, verdict, formula, cells, difference}]\n\n退出码：0 没有不一致；1 有不一致，或有文件无法读取。\n", "Says whether the numbers in reports agree with each other\n\nUsage: gongkai check [--json] FILE…\n\nWhat does not agree comes first. Of two consecutive years of one agency the rules between years are checked too.\n\nOptions:\n  --json  as JSON: [{file, rule, verdict, formula, cells, difference}]\n\nExit code: 0 nothing disagrees; 1 something does, or a file cannot be read.\n";
        HelpRender: "生成不需要脚本的静态网页\n\n用法：gongkai render 报告.json [-o 网页.html] [选项]\n\n选项：\n  -o, --output 路径  写到哪里；不写则输出到标准输出\n  --fragment         只输出放在 <gongkai-report> 标签里面的部分\n  --embed            只输出要粘贴到网页里的几行，带完整性校验值\n  --view 视图        最先显示的内容，如 disclosure（默认 overview）\n  --bundle 文件夹    组件文件所在的文件夹（含 manifest.json；默认 dist）\n  --base 路径        网页引用组件文件的路径（默认 gongkai/）\n  --src 路径         网页引用报告 JSON 的路径（默认报告的文件名）\n", "Writes a page that needs no scripts\n\nUsage: gongkai render REPORT.json [-o PAGE.html] [OPTIONS]\n\nOptions:\n  -o, --output PATH  where to write; else standard output\n  --fragment         only what stands inside the tag <gongkai-report>\n  --embed            only the lines to paste into a page, with integrity hashes\n  --view VIEW        what stands first, such as disclosure (else overview)\n  --bundle DIR       the widget's files, with manifest.json (else dist)\n  --base PATH        how the page refers to the widget's files (else gongkai/)\n  --src PATH         how the page refers to the report's JSON (else the file's name)\n";
        HelpPublish: "把一批报告做成可以直接放上门户的文件夹\n\n用法：gongkai publish 报告文件夹 -o 输出文件夹 [--bundle 文件夹]\n\n报告文件夹里可以有 JSON，也可以有网页、文本、Word、PDF，后者先转换。\n输出文件夹里有 index.html、每份报告一页、reports/（JSON）和 gongkai-…/（组件文件），\n可以放到任何网站的任何目录，也可以直接双击打开。\n\n选项：\n  -o, --output 文件夹  写到哪里（必填）；再次运行只更新有变化的文件\n  --bundle 文件夹      组件文件所在的文件夹（默认 dist，或程序旁边的 dist）\n\n退出码：0 全部发布；2 有报告未能完整读取（已发布并列出）；1 有文件无法读取。\n", "Makes a folder of reports that a portal can serve as it is\n\nUsage: gongkai publish REPORTS-DIR -o OUT [--bundle DIR]\n\nREPORTS-DIR holds JSON, or web pages, texts, Word files and PDFs, which are converted first.\nOUT gets index.html, a page for each report, reports/ (JSON) and gongkai-…/ (the widget's files);\nit works in any folder of any site, and opened from the disk.\n\nOptions:\n  -o, --output DIR  where to write (required); run again, it writes only what has changed\n  --bundle DIR      the widget's files (else dist, or dist beside the program)\n\nExit code: 0 all is published; 2 some reports have gaps (published and listed); 1 some cannot be read.\n";
        Version: "gongkai {0}", "gongkai {0}";
        UnknownCommand: "没有“{0}”这个命令。运行 gongkai help 查看用法。", "There is no command “{0}”. Run gongkai help.";
        UnknownOption: "没有“{0}”这个选项。运行 gongkai help {1} 查看用法。", "There is no option “{0}”. Run gongkai help {1}.";
        NoFile: "请指定文件。运行 gongkai help {0} 查看用法。", "Name a file. Run gongkai help {0}.";
        OneFile: "一次只能给一个文件，“{0}”多余。多个文件请用 --folder。", "One file at a time: “{0}” is one too many. Use --folder for many.";
        NoValue: "选项 {0} 后面缺少内容。运行 gongkai help {1} 查看用法。", "The option {0} lacks its value. Run gongkai help {1}.";
        BadValue: "选项 {0} 的内容“{1}”不成立，应为{2}。", "The option {0} cannot be “{1}”; it should be {2}.";
        AYear: "2008 至 2200 之间的年份", "a year from 2008 to 2200";
        ADate: "日期，如 2021-01-20", "a date, as 2021-01-20";
        ALanguage: "zh-CN 或 en", "zh-CN or en";
        NeedsOutput: "请用 -o 指定输出文件夹。", "Name the folder to write to with -o.";
        CannotRead: "无法读取“{0}”：{1}。请检查路径和权限。", "{0} cannot be read: {1}. Check the path and its permissions.";
        CannotWrite: "无法写入“{0}”：{1}。请检查磁盘空间和权限。", "{0} cannot be written: {1}. Check the disk and its permissions.";
        ReadReport: "{0}：{1} {2} 年，{3}年版表格。", "{0}: {1}, {2}, form of {3}.";
        ReadPart: "  {0}：{1} 处，{2} 至 {3}", "  {0}: {1} {1|value|values}, {2} to {3}";
        PartHead: "机关、年份与来源", "agency, year and source";
        PartText: "正文：{0} 部分，{1} 段", "  text: {0} sections, {1} paragraphs";
        NoGaps: "没有发现未读取的内容。", "Nothing was left out.";
        GapsAre: "有 {0} 处未录入，请逐项核对：", "{0} {0|thing was|things were} left out; check each:";
        RemarksAre: "{0} 处按以下方式理解，请确认：", "{0} {0|thing was|things were} read as follows; please confirm:";
        Written: "已写入 {0}。", "Written to {0}.";
        NotWritten: "没有写出任何文件。", "Nothing was written.";
        Progress: "{0}/{1}  {2}", "{0}/{1}  {2}";
        Skipped: "跳过已完成的 {0} 个文件。", "{0} {0|file|files} done before, skipped.";
        Summary: "共 {0} 个文件：全部读取 {1}，有未录入内容 {2}，无法读取 {3}。", "{0} {0|file|files}: {1} read, {2} with gaps, {3} not read.";
        SummaryFile: "明细见 {0}。", "Details in {0}.";
        SameOutput: "与“{0}”的输出文件同名，未转换。请改名后再试。", "It would be written to the same file as {0} and was not converted. Rename one.";
        EmptyFolder: "“{0}”中没有可以读取的文件（.html、.txt、.docx、.pdf）。", "{0} holds no file that can be read (.html, .txt, .docx, .pdf).";
        ColumnFile: "文件", "file";
        ColumnState: "结果", "result";
        ColumnGaps: "未录入", "gaps";
        ColumnWhy: "说明", "why";
        StateRead: "已读取", "read";
        StateGaps: "有未录入内容", "with gaps";
        StateFailed: "无法读取", "not read";
        CheckFile: "{0}：{1} {2} 年", "{0}: {1}, {2}";
        CheckBetween: "{0} 与 {1} 之间", "between {0} and {1}";
        CheckSummary: "共 {0} 项：不一致 {1}，无法判断 {2}，空白按 0 计一致 {3}，一致 {4}，提示 {5}。", "{0} {0|check|checks}: {1} fail, {2} cannot tell, {3} hold if blanks are 0, {4} hold, {5} noted.";
        NoBundle: "在“{0}”找不到组件文件（manifest.json）。请先运行 make dist，或用 --bundle 指明文件夹。", "The widget's files (manifest.json) are not in {0}. Run make dist first, or name the folder with --bundle.";
        BadBundle: "组件文件“{0}”与 manifest.json 中的校验值不符。请重新获取完整的组件文件夹。", "The widget's file {0} does not match manifest.json. Get the whole folder again.";
        SameReport: "与“{0}”是同一机关同一年的报告，未发布。", "It is of the same agency and year as {0} and was not published.";
        Published: "已发布 {0} 份报告到 {1}（更新 {2} 个文件，{3} 个没有变化）。打开 {4} 查看。", "{0} {0|report|reports} published to {1} ({2} {2|file|files} written, {3} unchanged). Open {4}.";
    }
}

/**
 * The few messages that are needed before or without WebAssembly: loading, and what went wrong while the
 * modules or the report were loading. All other text is in the Rust code.
 */

/** @typedef {"zh-CN" | "en"} Lang */

const texts = {
  "zh-CN": {
    loading: "正在加载报告 {file}……",
    progress: "加载进度",
    file: "文件",
    path: "字段",
    value: "内容",
    line: "行",
    retry: "重试",
    reload: "重新加载页面",
    open: "打开数据文件",
    "page-data": "页面提供的数据",
    over: "超过 {size}",
    "no-source": "未指定报告文件：src 属性是空的。请网站管理员填写报告文件的地址。",
    "cross-origin": "报告文件 {file} 不在本网站上，本组件只读取本网站的文件。请网站管理员把文件复制到本网站后再引用。",
    "local-page": "此页面是从磁盘直接打开的，浏览器不允许读取报告文件 {file}。请通过网站地址（http 或 https）打开页面。",
    "not-found": "找不到报告文件 {file}（HTTP 状态码 {status}）。请稍后重试，或由网站管理员核对文件地址。",
    http: "服务器未能给出报告文件 {file}（HTTP 状态码 {status}）。请稍后重试。",
    network: "无法取得报告文件 {file}：网络不通或连接被拒绝。请检查网络后重试。",
    cut: "报告文件 {file} 传到一半中断了，只收到 {value}。请检查网络后重试。",
    "too-large": "报告文件 {file} 的大小是 {value}，超出 {limit} 的上限。请网站管理员确认引用的是报告文件。",
    empty: "报告文件 {file} 是空的。请网站管理员重新上传后再试。",
    encoding: "报告文件 {file} 不是 UTF-8 编码。请网站管理员用 UTF-8 编码另存后再试。",
    invalid: "{file} 的内容有误，不能显示为图表；有误之处见下。请更正后再试。",
    "not-json": "{file}无法转换为 JSON。请网站管理员检查传给组件的对象。",
    "wasm-unsupported": "当前浏览器版本过旧，无法运行交互图表（WebAssembly）。请更新浏览器后再打开本页。",
    "wasm-blocked": "本网站的安全策略不允许运行交互图表。请网站管理员在内容安全策略（CSP）的 script-src 中加入 'wasm-unsafe-eval'（2022 年以前的浏览器只认 'unsafe-eval'）。",
    "wasm-fetch": "交互图表的文件 {file} 未能加载：文件缺失、与发布版本不一致，或网络中断。请重试；如仍不行，请网站管理员核对已部署的文件。",
    panic: "交互图表发生内部错误，已经停止。请重新加载页面。",
  },
  en: {
    loading: "Loading the report {file}…",
    progress: "Loading progress",
    file: "File",
    path: "Field",
    value: "Value",
    line: "Line",
    retry: "Try again",
    reload: "Reload the page",
    open: "Open the data file",
    "page-data": "the data given by the page",
    over: "more than {size}",
    "no-source": "No report file is named: the src attribute is empty. The site's staff should put the file's address there.",
    "cross-origin": "The report file {file} is not on this site, and this widget reads files of its own site only. The site's staff should copy the file here and name the copy.",
    "local-page": "This page was opened straight from a disk, where browsers do not allow the report file {file} to be read. Open the page at its web address (http or https).",
    "not-found": "The report file {file} was not found (HTTP status {status}). Try again later; the site's staff should check the file's address.",
    http: "The server could not deliver the report file {file} (HTTP status {status}). Try again later.",
    network: "The report file {file} could not be reached: the network is down or the connection was refused. Check the connection and try again.",
    cut: "The report file {file} broke off on its way, after {value}. Check the connection and try again.",
    "too-large": "The size of the report file {file} is {value}, above the limit of {limit}. The site's staff should check that it is a report.",
    empty: "The report file {file} is empty. The site's staff should upload it again; then try again.",
    encoding: "The report file {file} is not in UTF-8. The site's staff should save it as UTF-8; then try again.",
    invalid: "{file} has a mistake and cannot be shown as charts; see below where. Correct it and try again.",
    "not-json": "It was not possible to turn {file} into JSON. The site's staff should check the object handed to the widget.",
    "wasm-unsupported": "This browser is too old to run the interactive charts (WebAssembly). Update the browser and open this page again.",
    "wasm-blocked": "This site's security policy does not allow the interactive charts to run. The site's staff should add 'wasm-unsafe-eval' (browsers from before 2022 know only 'unsafe-eval') to script-src in the content security policy (CSP).",
    "wasm-fetch": "The charts' file {file} did not load: it is missing, differs from the released one, or the network failed. Try again; if that does not help, the site's staff should check the deployed files.",
    panic: "The interactive charts stopped because of an internal error. Reload the page.",
  },
};

/** @typedef {keyof typeof texts.en} Key */

/**
 * Returns a text with its placeholders filled in.
 * @param {Lang} lang
 * @param {Key} key
 * @param {Record<string, unknown>} [values] by the placeholder's name
 * @returns {string}
 */
export function text(lang, key, values = {}) {
  return texts[lang][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

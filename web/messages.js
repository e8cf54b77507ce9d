/**
 * The few messages that are needed before WebAssembly runs, or where no further file can be loaded. The other
 * errors are in ./notice/messages.js, and all other text is in the Rust code.
 */

/** @typedef {"zh-CN" | "en"} Lang */

const texts = {
  "zh-CN": {
    loading: "正在加载报告 {file}……",
    progress: "加载进度",
    retry: "重试",
    "page-data": "页面提供的数据",
    "local-page": "此页面是从磁盘直接打开的，浏览器不允许读取报告文件 {file}。请通过网站地址（http 或 https）打开页面。",
    sandboxed: "此页面在没有 allow-same-origin 的框架（sandbox）里，浏览器不允许读取报告文件 {file}。请通过网站地址打开页面。",
    "no-base": "组件的脚本不是从自己的文件运行的，找不到其他文件。请网站管理员在标签上写明组件的文件夹，例如 base=\"/gongkai/\"。",
    other: "不能显示图表（{code}）。请重试；如仍不行，请网站管理员核对组件的文件夹。",
  },
  en: {
    loading: "Loading the report {file}…",
    progress: "Loading progress",
    retry: "Try again",
    "page-data": "the data given by the page",
    "local-page": "This page was opened straight from a disk, where browsers do not allow the report file {file} to be read. Open the page at its web address (http or https).",
    sandboxed: "This page is in a frame (sandbox) without allow-same-origin, where browsers do not allow the report file {file} to be read. Open the page at its web address.",
    "no-base": "The widget's script was not run from its own file and cannot find the others. The site's staff should name the widget's folder on the tag, such as base=\"/gongkai/\".",
    other: "The charts cannot be shown ({code}). Try again; if that does not help, the site's staff should check the widget's folder.",
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
  return fillIn(texts[lang][key], values);
}

/** @param {string} key @returns {key is Key} */
export const isKnown = (key) => key in texts.en;

/** @param {string} message @param {Record<string, unknown>} values */
export function fillIn(message, values) {
  return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** The panel in which a reader previews a report of their own. */

import { adopt, instantiate, needs_readers, panel, read_bytes, read_text, too_large, unreadable } from "gongkai-import";
import { readers, script, wasm } from "./assets.js";
import { decode } from "./decode.js";

/** The largest file that is read, in bytes, as for the command line. */
const MAX_FILE_SIZE = 64 * 1024 * 1024;

/**
 * @typedef {object} Page
 * @property {import("../html.js").Html} html
 * @property {HTMLElement} container the element for the panel, which is removed with it
 * @property {() => string} lang
 * @property {() => string | null} desk the address of the desk as the page states it
 * @property {(json: string, name: string) => void} preview shows a report instead of the page's
 * @property {() => void} restore shows the page's report again
 * @property {(name: string, blob: Blob) => void} save
 *
 * @typedef {object} ImportModule
 * @property {(page: Page) => void} open
 */

/** Loads the readers of every kind of file. @type {() => ReturnType<typeof import("../readers/module.js").start>} */
let loadReaders;

/**
 * Loads the WebAssembly.
 * @param {import("../modules.js").Loader} loader
 * @returns {Promise<ImportModule>}
 */
export async function start(loader) {
  const { compileModule, startModule, importScript } = loader;
  await startModule(compileModule(wasm), script, instantiate, adopt);
  /** @type {ReturnType<typeof loadReaders> | null} */
  let loading = null;
  loadReaders = () => {
    if (!loading) {
      loading = importScript(readers).then((module) => module.start(loader));
      // Another try may find the server again.
      loading.catch(() => (loading = null));
    }
    return loading;
  };
  return { open };
}

/** Returns the address for a link; nothing that a link would run as script. @param {string | null} desk */
function address(desk) {
  const link = document.createElement("a");
  link.href = desk || "";
  return desk && /^(https?|file):$/.test(link.protocol) ? link.href : undefined;
}

/** @param {Page} page */
function open({ html, container, lang, desk, preview, restore, save }) {
  html.set(container, panel(lang(), address(desk())));
  /** @param {string} name @returns {any} the element of the panel with that name */
  const part = (name) => container.querySelector(`[data-open=${name}]`);
  /** @type {HTMLElement} */
  const outcome = part("outcome");
  /** @type {HTMLTextAreaElement} */
  const field = part("paste");
  /** @type {HTMLInputElement} */
  const choice = part("file");
  /** The report that was read last, which can be saved. @type {{json: string, name: string} | null} */
  let report = null;
  let isShown = false;
  /** Counts the files, so that only the last one chosen is shown. */
  let run = 0;

  /** @param {import("gongkai-import").Outcome} read */
  const show = (read) => {
    const { html: text, json, fileName: name } = read;
    read.free();
    html.set(outcome, text);
    report = json && name ? { json, name } : null;
    if (report) {
      isShown = true;
      preview(report.json, report.name);
    }
    outcome.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: "nearest" });
  };

  const readFile = async (/** @type {File} */ file) => {
    const own = ++run;
    if (file.size > MAX_FILE_SIZE) return show(too_large(file.name, file.size, lang()));
    let bytes;
    try {
      bytes = new Uint8Array(await new Response(file).arrayBuffer());
    } catch (error) {
      return own === run && show(unreadable(file.name, lang()));
    }
    // Another file has been chosen, or the panel was closed.
    if (own !== run || !container.isConnected) return;
    if (needs_readers(file.name, bytes)) {
      const read = await loadReaders().catch((error) => console.warn("gongkai:", error));
      if (own !== run || !container.isConnected) return;
      if (read) return show(read.readFile(file.name, bytes, lang()));
    }
    // A ZIP archive, such as a Word file, is not text.
    const text = bytes[0] === 0x50 && bytes[1] === 0x4b ? null : decode(bytes);
    show(text === null ? read_bytes(file.name, bytes, lang()) : read_text(file.name, text, lang()));
  };

  const close = () => {
    container.remove();
    if (isShown) restore();
  };

  const onClick = (/** @type {{target: Element}} */ { target }) => {
    const button = target.closest("button");
    if (!button) return;
    const action = button.getAttribute("data-open");
    if (action === "read") {
      run += 1;
      show(read_text("", field.value, lang()));
    } else if (action === "save" && report) {
      save(report.name, new Blob([report.json], { type: "application/json" }));
    } else if (action === "close") {
      close();
    }
  };
  const onChange = () => choice.files && choice.files[0] && readFile(choice.files[0]);
  const onDragOver = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    part("drop").setAttribute("data-current", "");
  };
  const onDragLeave = () => part("drop").removeAttribute("data-current");
  const onDrop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    onDragLeave();
    const data = /** @type {DataTransfer} */ (event.dataTransfer);
    const [file] = data.files;
    if (file) readFile(file);
    else show(read_text("", data.getData("text/plain"), lang()));
  };
  /** @type {Record<string, (event: any) => void>} */
  const listeners = { click: onClick, change: onChange, dragover: onDragOver, dragleave: onDragLeave, drop: onDrop };
  // The listeners are removed with the panel.
  for (const kind of Object.keys(listeners)) container.addEventListener(kind, listeners[kind]);
  part("title").focus();
}

/** The panel in which a reader previews a report of their own. */

import { adopt, instantiate, panel, read_bytes, read_text, too_large, unreadable } from "gongkai-import";
import { plain, wasm } from "./assets.js";
import { decode } from "./decode.js";

/** The largest file that is read, in bytes, as for the command line. */
const MAX_FILE_SIZE = 64 * 1024 * 1024;

/**
 * @typedef {object} Page
 * @property {HTMLElement} place the element that contains the panel
 * @property {() => string} lang
 * @property {(json: string, name: string) => void} preview shows a report instead of the page's
 * @property {() => void} restore shows the page's report again
 *
 * @typedef {object} Program
 * @property {(page: Page) => void} open
 */

/**
 * @param {typeof import("../compile.js").bring} bring
 * @returns {Promise<Program>}
 */
export async function start(bring) {
  await bring(wasm, plain, instantiate, adopt);
  return { open };
}

/** @param {Page} page */
function open({ place, lang, preview, restore }) {
  place.innerHTML = panel(lang());
  const part = (name) => place.querySelector(`[data-open=${name}]`);
  const outcome = part("outcome");
  const field = part("paste");
  const choice = part("file");
  /** The report read last, to be saved. */
  let saved = null;
  let isShown = false;
  /** Counts the files, so that only the last one chosen is shown. */
  let run = 0;

  /** @param {import("gongkai-import").Outcome} read */
  const show = (read) => {
    const { html, json, fileName: name } = read;
    read.free();
    outcome.innerHTML = html;
    saved = json ? { json, name } : null;
    if (json) {
      isShown = true;
      preview(json, name);
    }
    outcome.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: "nearest" });
  };

  const readFile = async (file) => {
    const own = ++run;
    if (file.size > MAX_FILE_SIZE) return show(too_large(file.name, file.size, lang()));
    let bytes;
    try {
      bytes = new Uint8Array(await new Response(file).arrayBuffer());
    } catch (error) {
      return own === run && show(unreadable(file.name, lang()));
    }
    // Another file has been chosen, or the panel was closed.
    if (own !== run || !place.isConnected) return;
    // A ZIP archive, such as a Word file, is not text.
    const text = bytes[0] === 0x50 && bytes[1] === 0x4b ? null : decode(bytes);
    show(text === null ? read_bytes(file.name, bytes, lang()) : read_text(file.name, text, lang()));
  };

  const close = () => {
    place.remove();
    if (isShown) restore();
  };

  const clicked = ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const action = button.getAttribute("data-open");
    if (action === "read") {
      run += 1;
      show(read_text("", field.value, lang()));
    } else if (action === "save" && saved) {
      save(saved.name, saved.json);
    } else if (action === "close") {
      close();
    }
  };
  const chosen = () => choice.files[0] && readFile(choice.files[0]);
  const over = (event) => {
    event.preventDefault();
    part("drop").setAttribute("data-current", "");
  };
  const out = () => part("drop").removeAttribute("data-current");
  const dropped = (event) => {
    event.preventDefault();
    out();
    const [file] = event.dataTransfer.files;
    if (file) readFile(file);
    else show(read_text("", event.dataTransfer.getData("text/plain"), lang()));
  };
  const listeners = { click: clicked, change: chosen, dragover: over, dragleave: out, drop: dropped };
  // The listeners are removed with the panel.
  for (const kind of Object.keys(listeners)) place.addEventListener(kind, listeners[kind]);
  part("title").focus();
}

/** @param {string} name @param {string} json */
function save(name, json) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  link.download = name;
  link.hidden = true;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // Some browsers read the file after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** The script of the module that opens files: a report of the reader's own, read on the spot. */

import { adopt, instantiate, panel, read_bytes, read_text, refused } from "gongkai-import";
import { plain, wasm } from "./assets.js";
import { decode } from "./decode.js";

/** Bytes; as the command line has it. */
const LIMIT = 64 * 1024 * 1024;

/**
 * @typedef {object} Page
 * @property {HTMLElement} place what the panel stands in
 * @property {() => string} lang
 * @property {(json: string, name: string) => void} preview shows a report in the place of the page's
 * @property {() => void} restore shows the page's again
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
  /** What was read last, to be saved. */
  let saved = null;
  let isShown = false;
  /** Tells a file from one that was chosen after it. */
  let run = 0;

  /** @param {string[]} said HTML, and of a report its JSON and a name for it */
  const tell = ([html, json, name]) => {
    outcome.innerHTML = html;
    saved = json ? { json, name } : null;
    if (json) {
      isShown = true;
      preview(json, name);
    }
    outcome.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: "nearest" });
  };

  const take = async (file) => {
    const own = ++run;
    if (file.size > LIMIT) return tell(refused("too-large", file.name, file.size, lang()));
    let bytes;
    try {
      bytes = new Uint8Array(await new Response(file).arrayBuffer());
    } catch (error) {
      return own === run && tell(refused("unreadable", file.name, file.size, lang()));
    }
    // Another file was chosen since, or the place was left.
    if (own !== run || !place.isConnected) return;
    // A packed file, such as Word's: no text in any encoding.
    const text = bytes[0] === 0x50 && bytes[1] === 0x4b ? null : decode(bytes);
    tell(text === null ? read_bytes(file.name, bytes, lang()) : read_text(file.name, text, lang()));
  };

  const close = () => {
    place.remove();
    if (isShown) restore();
  };

  const clicked = ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const act = button.getAttribute("data-open");
    if (act === "read") {
      run += 1;
      tell(read_text("", field.value, lang()));
    } else if (act === "save" && saved) {
      save(saved.name, saved.json);
    } else if (act === "close") {
      close();
    }
  };
  const chosen = () => choice.files[0] && take(choice.files[0]);
  const over = (event) => {
    event.preventDefault();
    part("drop").setAttribute("data-current", "");
  };
  const out = () => part("drop").removeAttribute("data-current");
  const dropped = (event) => {
    event.preventDefault();
    out();
    const [file] = event.dataTransfer.files;
    if (file) take(file);
    else tell(read_text("", event.dataTransfer.getData("text/plain"), lang()));
  };
  const listeners = { click: clicked, change: chosen, dragover: over, dragleave: out, drop: dropped };
  // They go with the place.
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
  // Some browsers read the file only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Gives the reader what the places below the panel offer: files, a link, a picture to send, a reference, paper. */

import { exportMessage } from "gongkai-compare";
import { copy, isAllowed, save } from "../app/export.js";
import { replaceContent, showText } from "../app/share.js";
import { unclip } from "../app/unclip.js";
import { pictureLoader } from "../picture/load.js";

/** @typedef {import("./view.js").View} View */

/** @type {() => Promise<import("../picture/load.js").Pictures>} */
let loadPicture;

/** @param {typeof import("../modules.js").importScript} importScript */
export function usePictures(importScript) {
  loadPicture = pictureLoader(importScript);
}

/**
 * Answers the buttons of the places.
 * @param {View} view
 * @returns {() => void} ends that
 */
export function answerExports(view) {
  const { page, body } = view;

  /** @param {string} sentence */
  const announce = (sentence) => {
    const line = view.findRegion("exported");
    if (line) line.textContent = sentence;
  };

  /** @param {string} outcome */
  const said = (outcome) => exportMessage(outcome, view.lang);

  /** @returns {Element | null} */
  const place = () => body.querySelector(".shared");

  /** The reader's date, such as `2026-11-30`. */
  const today = () => {
    const now = new Date();
    const two = (/** @type {number} */ number) => (number < 10 ? `0${number}` : number);
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  /** Copies a text, or shows it selected. @param {string} text @param {boolean} isShown whether to show it anyway */
  async function share(text, isShown) {
    const isCopied = await copy(text).then(
      () => true,
      () => false,
    );
    const where = place();
    if (where && (isShown || !isCopied)) showText(where, text);
    return isCopied;
  }

  /** @param {string} kind @returns {Promise<string>} what became of it */
  async function saveFile(kind) {
    const file = view.view.export(kind, undefined, today());
    if (!file) return said("failed");
    const { name, media, text } = file;
    file.free();
    const pictures = media === "image/png" ? await loadPicture() : undefined;
    const picture = pictures && (await pictures.canvas(text, page.html.parseSvg));
    const allowed = isAllowed("allow-downloads");
    if (allowed !== false) save(name, pictures && picture ? await pictures.png(picture) : new Blob([text], { type: media }));
    if (allowed) return said("saved");
    const reason = allowed === false ? "frame-save" : "maybe-saved";
    const lang = /** @type {import("../messages.js").Lang} */ (view.lang);
    const notice = await page.loadNotice();
    notice.offer(page.overlay(), { lang, reason, text, picture, copy });
    return notice.message(lang, reason);
  }

  async function sharePicture() {
    const address = /^http/.test(location.href) ? page.link() : undefined;
    const file = view.view.export("share-picture", address, today());
    if (!file) return said("failed");
    const { name, text: svg } = file;
    file.free();
    const alt = view.view.finding();
    const label = exportMessage("save-picture", view.lang);
    const { showPicture } = await loadPicture();
    const where = place();
    if (!where) return said("failed");
    await showPicture({
      svg,
      parse: page.html.parseSvg,
      alt,
      label,
      save: (blob) => save(name, blob),
      show: (...content) => replaceContent(where, ...content),
    });
    return said("shown");
  }

  async function printView() {
    const lang = /** @type {import("../messages.js").Lang} */ (view.lang);
    if (typeof print !== "function") return (await page.loadNotice()).message(lang, "no-print");
    if (isAllowed("allow-modals") === false) return (await page.loadNotice()).message(lang, "frame-print");
    print();
    return "";
  }

  /** @param {string} kind @returns {Promise<string>} */
  async function answer(kind) {
    if (kind === "link") return said((await share(page.link(), false)) ? "copied" : "select");
    if (kind === "cite") return said((await share(view.view.reference(today(), page.link()), true)) ? "cited" : "select");
    if (kind === "share-picture") return sharePicture();
    if (kind === "print-view") return printView();
    return saveFile(kind);
  }

  body.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-export]");
    if (!button) return;
    answer(button.getAttribute("data-export") || "").then(
      announce,
      (error) => {
        console.warn("gongkai:", error);
        announce(said("failed"));
      },
    );
  });

  let reclip = () => {};
  const onBeforePrint = () => {
    reclip();
    reclip = body.isConnected ? unclip(page.container) : () => {};
  };
  const onAfterPrint = () => {
    reclip();
    reclip = () => {};
  };
  addEventListener("beforeprint", onBeforePrint);
  addEventListener("afterprint", onAfterPrint);
  return () => {
    removeEventListener("beforeprint", onBeforePrint);
    removeEventListener("afterprint", onAfterPrint);
    onAfterPrint();
  };
}

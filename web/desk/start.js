// Starts the desk. The program is in the page, because a page from a disk cannot load files.
(function () {
  const root = /** @type {HTMLElement} */ (document.getElementById("desk"));
  const holder = /** @type {HTMLElement} */ (document.getElementById("desk-program"));
  /** @param {unknown} error */
  const fail = function (error) {
    root.textContent = "年报工作台无法在这个浏览器中运行。请改用较新的浏览器（Chromium 69 及以上）。"
      + " The annual report desk cannot run in this browser (Chromium 69 or later is needed). " + error;
  };
  try {
    const text = atob(String(holder.textContent).trim());
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    holder.remove();
    // @ts-ignore: the script before this one defines it.
    wasm_bindgen({ module_or_path: bytes }).then(function () {
      root.textContent = "";
      // @ts-ignore
      wasm_bindgen.start(root, navigator.language || "zh-CN");
    }).catch(fail);
  } catch (error) {
    fail(error);
  }
})();

// Starts the desk in its page, and reads files in its worker: both run this script. A page from a disk cannot load
// files, so there all parts are in the page; where the desk is hosted they are files beside it.
(function () {
  const desk = wasm_bindgen;

  /** Answers the page's requests: the module first, then files to read. */
  function work() {
    const post = /** @type {(message: any) => void} */ (/** @type {any} */ (self).postMessage.bind(self));
    /** @type {Promise<any>} */
    let started;
    // A browser that cannot hand a module to a worker says so here.
    self.addEventListener("messageerror", () => post({ broken: true }));
    self.addEventListener("message", (event) => {
      const { module, script, id, name, bytes, agency, year } = event.data;
      if (module || script) {
        started = script ? adopt(() => /** @type {any} */ (self).importScripts(trusted(script))) : desk({ module_or_path: module });
        started.catch(() => post({ broken: true }));
        return;
      }
      const tell = (/** @type {number} */ done, /** @type {number} */ of) => post({ id, done, of });
      started
        .then(() => post({ id, answer: desk.read_file(name, bytes, agency, year, tell) }))
        .catch((error) => post({ id, failed: String(error) }));
    });
  }

  /** @param {HTMLScriptElement} script */
  async function start(script) {
    const root = /** @type {HTMLElement} */ (document.getElementById("desk"));
    const { program, programHash, programScript, programScriptHash, widget, widgetHash } = root.dataset;
    /** @type {(worker: Worker) => void} */
    let give;
    if (programScript && !(await isWasmAllowed())) {
      await adopt(() => include(programScript, String(programScriptHash)));
      give = (worker) => worker.postMessage({ script: programScript });
    } else {
      const bytes = program ? await load(program, programHash) : await unpacked();
      const module = await WebAssembly.compile(bytes);
      await desk({ module_or_path: module });
      give = (worker) => {
        try {
          worker.postMessage({ module });
        } catch {
          // On a page from a disk Chromium 69 hands over bytes only.
          worker.postMessage({ module: bytes });
        }
      };
    }
    const host = {
      worker() {
        const own = () => URL.createObjectURL(new Blob([String(script.textContent)], { type: "text/javascript" }));
        const worker = new Worker(trusted(script.src || own()));
        give(worker);
        return worker;
      },
      widget: () => (widget ? load(widget, widgetHash) : Promise.resolve(gongkai_unpack.unpack(inPage("desk-widget")))),
    };
    root.textContent = "";
    desk.start(root, navigator.language || "zh-CN", host);
  }

  /** Returns whether the page may compile WebAssembly: before 2022 no browser knew the policy that allows it alone. */
  function isWasmAllowed() {
    const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    return WebAssembly.compile(empty).then(() => true, () => false);
  }

  /** Starts the program that a script defines. @param {() => unknown} include runs the script */
  async function adopt(include) {
    await include();
    desk.adopt(/** @type {any} */ (self).gongkai_desk_program);
  }

  /** Runs a script in the page. @param {string} address @param {string} integrity @returns {Promise<void>} */
  function include(address, integrity) {
    return new Promise((done, fail) => {
      const element = document.createElement("script");
      element.integrity = integrity;
      element.onload = () => done();
      element.onerror = () => fail(new Error(address));
      element.src = trusted(address);
      document.head.append(element);
    });
  }

  /** @param {string} address @param {string} [integrity] @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async function load(address, integrity) {
    const response = await fetch(address, { integrity });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** @type {any} */
  let policy;
  /** Returns the address of a script, where Trusted Types are required as they want it. @param {string} address @returns {any} */
  function trusted(address) {
    const types = /** @type {any} */ (self).trustedTypes;
    if (!types) return address;
    policy = policy || types.createPolicy("gongkai", { createScriptURL: (/** @type {string} */ own) => own });
    return policy.createScriptURL(address);
  }

  /** @param {string} id @returns {Uint8Array<ArrayBuffer>} bytes that the page holds in base64 */
  function inPage(id) {
    const holder = /** @type {HTMLElement} */ (document.getElementById(id));
    const text = atob(String(holder.textContent).trim());
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  /** @returns {Promise<Uint8Array<ArrayBuffer>>} the program */
  async function unpacked() {
    await gongkai_unpack({ module_or_path: inPage("desk-unpack") });
    return gongkai_unpack.unpack(inPage("desk-program"));
  }

  if (typeof document === "undefined") {
    work();
    return;
  }
  start(/** @type {HTMLScriptElement} */ (document.currentScript)).catch((error) => {
    const root = /** @type {HTMLElement} */ (document.getElementById("desk"));
    root.textContent = "年报工作台无法在这个浏览器中运行。请改用较新的浏览器（Chromium 69 及以上）。"
      + " The annual report desk cannot run in this browser (Chromium 69 or later is needed). " + error;
  });
})();

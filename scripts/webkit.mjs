#!/usr/bin/env node
// Finds WebKitGTK's driver and its browser, and speaks W3C WebDriver with it.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isExecutable } from "./chromium.mjs";

/** Folders that have one folder for each processor, or the browser itself. */
const LIBRARIES = ["/usr/lib", "/usr/libexec", "/usr/lib64"];
const BROWSER = /^webkit2?gtk-[\d.]+$/;

/** @returns {{driver: string, browser: string, screen: string} | undefined} the paths of what is needed */
export function findWebKit() {
  const onPath = (name) => (process.env.PATH ?? "").split(delimiter).filter(Boolean).map((folder) => join(folder, name)).find(isExecutable);
  const [driver, screen, browser] = [onPath("WebKitWebDriver"), onPath("xvfb-run"), findBrowser()];
  return driver && screen && onPath("xauth") && browser ? { driver, browser, screen } : undefined;
}

function findBrowser() {
  const list = (folder) => {
    try {
      return readdirSync(folder).map((name) => join(folder, name));
    } catch {
      return [];
    }
  };
  const folders = LIBRARIES.flatMap(list);
  const candidates = [...folders, ...folders.filter((folder) => folder.endsWith("-linux-gnu")).flatMap(list)];
  return candidates
    .filter((folder) => BROWSER.test(basename(folder)))
    .sort()
    .reverse()
    .map((folder) => join(folder, "MiniBrowser"))
    .find(isExecutable);
}

/**
 * @typedef {object} WebKit
 * @property {(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<any>} call sends a
 *   command of the session, and rejects with the driver's error
 * @property {() => Promise<void>} close
 */

/** Starts the driver on a screen of its own, and a session. @param {{downloads?: string}} [options] @returns {Promise<WebKit>} */
export async function launchWebKit({ downloads } = {}) {
  const found = findWebKit();
  if (!found) throw new Error("no WebKit: run make setup-browser");
  const config = downloads && join(downloads, ".config");
  if (config) {
    await mkdir(config, { recursive: true });
    await writeFile(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  }
  const port = await freePort();
  const child = spawn(found.screen, ["-a", "-s", "-screen 0 1600x1200x24", found.driver, `--port=${port}`], {
    stdio: "ignore",
    // With all that it starts, it is one group, which can be ended as one.
    detached: true,
    env: { ...process.env, ...(config && { XDG_CONFIG_HOME: config }) },
  });
  const end = () => {
    try {
      if (child.pid) process.kill(-child.pid);
    } catch {
      // It has ended already.
    }
  };
  const interrupted = () => process.exit(130);
  process.once("exit", end);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupted);
  const server = `http://127.0.0.1:${port}`;
  const send = async (method, path, body) => {
    const response = await fetch(server + path, { method, ...(method === "POST" && { body: JSON.stringify(body ?? {}) }), signal: AbortSignal.timeout(150_000) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path.replace(/\/session\/[^/]+/, "")}: ${value?.error}: ${value?.message}`);
    return value;
  };
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(`${server}/status`).then(({ ok }) => ok, () => false);
    if (isUp) break;
    if (child.exitCode !== null || tries > 1200) throw new Error("WebKit's driver does not start");
    await pause(50);
  }
  const options = { binary: found.browser, args: ["--automation"] };
  const { sessionId } = await send("POST", "/session", { capabilities: { alwaysMatch: { timeouts: { script: 120_000 }, "webkitgtk:browserOptions": options } } });
  return {
    call: (method, path, body) => send(method, `/session/${sessionId}${path}`, body),
    async close() {
      await send("DELETE", `/session/${sessionId}`).catch(() => {});
      process.off("exit", end);
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, interrupted);
      end();
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}

// For scripts: prints the paths, or fails if something is missing.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findWebKit();
  if (found) console.log(Object.values(found).join("\n"));
  else process.exit(1);
}

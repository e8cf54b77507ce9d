#!/usr/bin/env node
// Makes the files of a release; make release VERSION=0.2.0 calls it. The same commit always gives the same bytes.
//   node scripts/release.mjs VERSION [PART...]
// A part is widget, desk, npm, sbom or a target of Rust; the default is all that this machine can make.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const BUNDLE = "target/site/gongkai";
const DESK = "target/desk/desk.html";
const OUT = "target/release-files";
const STAGE = "target/release-stage";
const LICENCES = ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"];
const LINUX = "x86_64-unknown-linux-musl";

/**
 * How each target is built and packed. A Linux program without libraries runs on every distribution, so its wheel
 * has the tags of both families.
 * @type {Record<string, {archive: "zip" | "tar.gz", flags?: string, wheel: string[]}>}
 */
const TARGETS = {
  [LINUX]: { archive: "tar.gz", wheel: ["manylinux2014", "musllinux_1_1"] },
  // By default the linker writes the current time into the program.
  "x86_64-pc-windows-gnu": { archive: "zip", flags: "-Clink-arg=-Wl,--no-insert-timestamp", wheel: [] },
  "aarch64-apple-darwin": { archive: "tar.gz", wheel: [] },
  "x86_64-apple-darwin": { archive: "tar.gz", wheel: [] },
};

const [version, ...chosen] = process.argv.slice(2);
if (!version) fail("usage: make release VERSION=0.2.0");
const cargo = await readFile("Cargo.toml", "utf8");
const own = /^version = "(.+)"$/m.exec(cargo)?.[1];
if (own !== version) fail(`Cargo.toml has version ${own}. Set it to ${version}, commit, and run this again (RELEASING.md).`);
if (output("git", "status", "--porcelain") && !process.env.GONGKAI_UNCOMMITTED) {
  fail("There are uncommitted changes, so nobody could make these files again. Commit them first.");
}
process.env.SOURCE_DATE_EPOCH ??= output("git", "log", "-1", "--format=%ct");
process.env.TZ = "UTC";

const isMac = process.platform === "darwin";
const targets = Object.keys(TARGETS).filter((target) => target.endsWith("darwin") === isMac);
const parts = chosen.length ? chosen : ["widget", "desk", "npm", "sbom", ...targets];
await rm(OUT, { recursive: true, force: true });
await rm(STAGE, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });

// The program for this machine writes the man page, the completions and the example page.
const host = isMac ? `${process.arch === "arm64" ? "aarch64" : "x86_64"}-apple-darwin` : LINUX;
const program = build(host);
await writeShared();
for (const part of parts) {
  say(part);
  if (part === "widget") await widget();
  else if (part === "desk") await cp(DESK, join(OUT, `gongkai-desk-${version}.html`));
  else if (part === "npm") npm();
  else if (part === "sbom") await sbom();
  else if (part in TARGETS) await commandLine(part);
  else fail(`no such part: ${part}`);
}
await sums();

/** Packs the widget with the desk and an example page to open. */
async function widget() {
  const folder = join(STAGE, `gongkai-widget-${version}`);
  await copyBundle(join(folder, "gongkai"));
  await cp(DESK, join(folder, "desk.html"));
  await cp("samples/longde-2020.json", join(folder, "longde-2020.json"));
  run(program, "render", join(folder, "longde-2020.json"), "-o", join(folder, "index.html"), "--bundle", BUNDLE, "--lang", "zh-CN");
  await documents("packaging/widget", folder);
  archive(`gongkai-widget-${version}.zip`, folder);
}

/** Packs the command line for one target as an archive and as a wheel. */
async function commandLine(target) {
  const built = build(target);
  const name = `gongkai-${version}-${target}`;
  const folder = join(STAGE, name);
  await copyBundle(join(folder, "dist"));
  await copyDesk(join(folder, "dist/desk"));
  const file = join(folder, built.endsWith(".exe") ? "gongkai.exe" : "gongkai");
  await cp(built, file);
  await chmod(file, 0o755);
  await documents("packaging/cli", folder);
  for (const extra of ["man", "completions"]) await cp(join(STAGE, extra), join(folder, extra), { recursive: true });
  archive(`${name}.${TARGETS[target].archive}`, folder);
  const compatibility = TARGETS[target].wheel.flatMap((tag) => ["--compatibility", tag]);
  runIn("packaging/python", "maturin", "build", "--profile", "dist", "--locked", "--target", target, "--out", resolve(OUT), ...compatibility);
}

function npm() {
  run(process.execPath, "scripts/package.mjs", BUNDLE, "target/package");
  run("npm", "pack", "./target/package", "--silent", "--pack-destination", OUT);
}

/** The list of components, in CycloneDX format. */
async function sbom() {
  const name = `gongkai-${version}.cdx`;
  run("cargo", "cyclonedx", "--manifest-path", "crates/cli/Cargo.toml", "--format", "json", "--spec-version", "1.5", "--override-filename", name);
  const found = output("git", "ls-files", "--others", `*${name}.json`).split("\n").filter(Boolean);
  const root = `file://${process.cwd()}`;
  for (const file of found) {
    const part = file.split("/").slice(-2)[0];
    const text = (await readFile(file, "utf8")).replaceAll(root, "file:///gongkai").replaceAll(process.cwd(), "/gongkai");
    await rm(file);
    if (part === "cli") await writeFile(join(OUT, `gongkai-${version}.cdx.json`), text);
  }
}

/** Writes the files that several archives contain. */
async function writeShared() {
  const man = join(STAGE, "man");
  const completions = join(STAGE, "completions");
  const wheel = join(STAGE, "wheel/data/share");
  for (const folder of [join(man, "man1"), join(man, "zh_CN/man1"), completions]) await mkdir(folder, { recursive: true });
  const generated = (kind, lang = "en") => output(program, "--lang", lang, "--generate", kind) + "\n";
  await writeFile(join(man, "man1/gongkai.1"), generated("man"));
  await writeFile(join(man, "zh_CN/man1/gongkai.1"), generated("man", "zh-CN"));
  const places = {
    bash: ["gongkai.bash", "bash-completion/completions/gongkai"],
    zsh: ["_gongkai", "zsh/site-functions/_gongkai"],
    fish: ["gongkai.fish", "fish/vendor_completions.d/gongkai.fish"],
    powershell: ["_gongkai.ps1"],
  };
  for (const [kind, [name, installed]] of Object.entries(places)) {
    await writeFile(join(completions, name), generated(kind));
    if (installed) await cp(join(completions, name), join(wheel, installed));
  }
  await cp(man, join(wheel, "man"), { recursive: true });
  await copyBundle(join(wheel, "gongkai/dist"));
  await copyDesk(join(wheel, "gongkai/dist/desk"));
}

/** The desk for hosting, which `gongkai publish --desk` publishes. */
function copyDesk(into) {
  return cp("target/desk/hosted", into, { recursive: true });
}

async function copyBundle(into) {
  await mkdir(into, { recursive: true });
  await cp(BUNDLE, into, { recursive: true });
  for (const name of LICENCES) await cp(name, join(into, name));
}

/** Copies the licences, the changelog and the instructions, which get Windows line ends for Notepad. */
async function documents(from, into) {
  for (const name of [...LICENCES, "CHANGELOG.md"]) await cp(name, join(into, name));
  for (const name of await readdir(from)) {
    const text = (await readFile(join(from, name), "utf8")).replaceAll("VERSION", version);
    await writeFile(join(into, name), `\ufeff${text.replaceAll("\n", "\r\n")}`);
  }
}

/** @returns {string} the path of the program */
function build(target) {
  const variable = `CARGO_TARGET_${target.toUpperCase().replaceAll("-", "_")}_RUSTFLAGS`;
  if (!process.env[variable]?.includes("--remap-path-prefix")) {
    process.env[variable] = [output("scripts/remap.sh", target), TARGETS[target].flags].filter(Boolean).join(" ");
  }
  run("cargo", "build", "--profile", "dist", "--locked", "--target", target, "--package", "gongkai-cli");
  return `target/${target}/dist/gongkai${target.includes("windows") ? ".exe" : ""}`;
}

function archive(name, folder) {
  run("python3", "scripts/archive.py", join(OUT, name), folder);
}

async function sums() {
  const names = (await readdir(OUT)).sort();
  const lines = [];
  for (const name of names) {
    const body = await readFile(join(OUT, name));
    lines.push(`${createHash("sha256").update(body).digest("hex")}  ${name}\n`);
    console.log(`  ${String(body.length).padStart(9)}  ${OUT}/${name}`);
  }
  await writeFile(join(OUT, "SHA256SUMS"), lines.join(""));
}

function run(program, ...args) {
  runIn(".", program, ...args);
}

function runIn(cwd, program, ...args) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) fail(`${program} ${args[0]}: ${error?.message ?? `exit code ${status}`}`);
}

function output(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) fail(`${program} ${args[0]}: ${error?.message ?? stderr}`);
  return stdout.replace(/\n$/, "");
}

function say(text) {
  console.log(`==> ${text}`);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}

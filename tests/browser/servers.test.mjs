// The configurations in docs/servers/, with the real servers and a published folder: nginx and Apache; Caddy and Tomcat
// where they are installed. IIS runs on Windows only: its files are only read.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test, { after, describe } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { launchChromium } from "../../scripts/chromium.mjs";
import { BUNDLE } from "../bundle/files.mjs";

const KEPT = "public, max-age=31536000, immutable";
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const folder = await mkdtemp(join(tmpdir(), "gongkai-servers-"));
after(() => rm(folder, { recursive: true }));
const root = join(folder, "www");
const gongkai = (...args) => spawnSync("cargo", ["run", "--quiet", "--package", "gongkai-cli", "--", ...args], { encoding: "utf8" });

const reports = join(folder, "reports");
await mkdir(reports);
for (const name of ["longde-2020.json", "fictional/county-2019.json", "fictional/county-2020.json"]) await copyFile(`samples/${name}`, join(reports, basename(name)));
// At the top and in a folder, as on many portals.
for (const at of [root, join(root, "xxgk/nb")]) {
  const made = gongkai("publish", reports, "-o", at, "--bundle", BUNDLE, "--lang", "zh-CN");
  assert.equal(made.status, 0, made.stderr);
}
const [bundle, ...more] = (await readdir(root)).filter((name) => name.startsWith("gongkai-"));
// Above a thousand reports the hashes are in separate files.
await mkdir(join(root, "catalog.hashes"));
await writeFile(join(root, "catalog.hashes/0123456789abcdef.json"), "{}");

const found = (names, flag) => names.find((program) => spawnSync(program, [flag]).status === 0);
// Otherwise a server's workers run as nobody, who may not read a temporary folder.
const isRoot = process.getuid() === 0;

const tomcat = [process.env.CATALINA_HOME, ...[11, 10, 9].map((version) => `/usr/share/tomcat${version}`)].find((home) => home && existsSync(`${home}/bin/bootstrap.jar`));
/** What Tomcat itself has in conf/web.xml, as far as it concerns files. */
const TOMCAT_DEFAULTS = `<web-app><servlet><servlet-name>default</servlet-name>
<servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class></servlet>
<servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping></web-app>`;

/**
 * Each server: its program, its configuration here, and what makes of that one for a test. `cannot` names what its
 * configuration cannot say, with the reason.
 * @type {Record<string, {program: string | undefined, needed: boolean, file: string, start: (given: string, port: number, home: string) => Promise<string[]>, cannot?: {folders?: string, policy?: string}}>}
 */
const SERVERS = {
  nginx: {
    program: found(["nginx", "/usr/sbin/nginx"], "-v"),
    needed: true,
    file: "nginx.conf",
    async start(given, port, home) {
      const own = given.replace("listen 80;", `listen 127.0.0.1:${port};`).replace("/srv/www/reports", root).replace("include mime.types", "include /etc/nginx/mime.types");
      assert.notEqual(own, given);
      const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${home}/${name};`).join(" ");
      const user = isRoot ? "user root;" : "";
      await writeFile(join(home, "conf"), `${user} daemon off; pid ${home}/pid; error_log stderr;\nevents {}\nhttp { access_log off; ${places}\n${own}}\n`);
      return ["-e", "stderr", "-c", join(home, "conf")];
    },
  },
  Apache: {
    program: found(["apache2", "/usr/sbin/apache2", "httpd"], "-v"),
    needed: true,
    file: "apache.conf",
    async start(given, port, home) {
      const own = given.replaceAll("/srv/www/reports", root).replace("*:80", `127.0.0.1:${port}`);
      assert.notEqual(own, given);
      const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate"];
      const load = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
      const common = [`ServerRoot ${home}`, `PidFile ${home}/pid`, "ServerName localhost", `Listen 127.0.0.1:${port}`, `ErrorLog "|/bin/cat 1>&2"`, "TypesConfig /etc/mime.types"];
      await writeFile(join(home, "conf"), [...load, ...common, own].join("\n"));
      return ["-D", "FOREGROUND", "-f", join(home, "conf")];
    },
  },
  Caddy: {
    program: found(["caddy"], "version"),
    needed: false,
    file: "Caddyfile",
    async start(given, port, home) {
      const own = given.replace(":80", `http://127.0.0.1:${port}`).replace("/srv/www/reports", root);
      assert.notEqual(own, given);
      await writeFile(join(home, "conf"), `{\n\tadmin off\n}\n${own}`);
      return ["run", "--config", join(home, "conf"), "--adapter", "caddyfile"];
    },
  },
  Tomcat: {
    program: tomcat && found(["java"], "-version"),
    needed: false,
    file: "tomcat/web.xml",
    cannot: {
      folders: "its filter knows files by their type only, so what is kept for ever are WebAssembly and style sheets",
      policy: "it has no filter for the policy",
    },
    async start(given, port, home) {
      const own = join(home, "www");
      await cp(root, own, { recursive: true });
      await mkdir(join(own, "WEB-INF"));
      await writeFile(join(own, "WEB-INF/web.xml"), given);
      const compression = /<Connector … (compression=[^>]*)>/.exec(await readFile("docs/serving.md", "utf8"))?.[1];
      assert.ok(compression);
      await Promise.all(["conf", "logs", "temp", "webapps"].map((name) => mkdir(join(home, name))));
      await writeFile(join(home, "conf/web.xml"), TOMCAT_DEFAULTS);
      await writeFile(
        join(home, "conf/server.xml"),
        `<Server port="-1"><Service name="Catalina"><Connector address="127.0.0.1" port="${port}" ${compression} />
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"><Context path="" docBase="${own}" /></Host></Engine></Service></Server>`,
      );
      const jars = ["bootstrap.jar", "tomcat-juli.jar"].map((name) => `${tomcat}/bin/${name}`).join(":");
      return ["-cp", jars, `-Dcatalina.home=${tomcat}`, `-Dcatalina.base=${home}`, `-Djava.io.tmpdir=${home}/temp`, "org.apache.catalina.startup.Bootstrap", "start"];
    },
  },
};

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

test("the widget's files are in one folder that is named by what they hold", async () => {
  assert.deepEqual(more, []);
  assert.match(bundle, /^gongkai-[0-9a-f]{12}$/);
  const page = await readFile(join(root, "longde-2020.html"), "utf8");
  assert.ok(page.includes(`src="${bundle}/gongkai.js"`));
});

for (const [name, { program, needed, file, start, cannot = {} }] of Object.entries(SERVERS)) {
  if (needed) assert.ok(program, `there is no ${name}: run scripts/setup.sh browser`);
  describe(name, { skip: program ? false : `${name} is not installed` }, () => {
    let site;
    let server;
    test.before(async () => {
      const home = join(folder, name);
      await mkdir(home);
      const port = await freePort();
      site = `http://127.0.0.1:${port}/`;
      const args = await start(await readFile(`docs/servers/${file}`, "utf8"), port, home);
      server = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: home } });
      let said = "";
      server.stderr.on("data", (text) => (said += text));
      while (!(await fetch(site).catch(() => null))) {
        assert.equal(server.exitCode, null, said);
        await pause(20);
      }
    });
    test.after(async () => {
      if (server?.exitCode !== null) return;
      server.kill();
      await new Promise((done) => server.once("close", done));
    });

    /** Checks how long browsers keep a file. */
    const keeps = (answer, expected) => {
      const said = answer.headers.get("cache-control");
      if (!cannot.folders) assert.equal(said, expected, answer.url);
      // It counts from the time at which it was asked.
      else assert.match(said, /\.(wasm|css)$/.test(answer.url) ? /^max-age=(31536000|3153599\d)$/ : /^max-age=0$/, answer.url);
    };

    test(`the widget's files are kept for ever; pages and reports are asked for again and not sent twice${cannot.folders ? ` (${cannot.folders})` : ""}`, async () => {
      for (const base of ["", "xxgk/nb/"]) {
        for (const file of await readdir(join(root, bundle))) {
          const answer = await fetch(`${site}${base}${bundle}/${file}`);
          await answer.arrayBuffer();
          keeps(answer, KEPT);
        }
        for (const path of ["", "index.html", "longde-2020.html", "reports/longde-2020.json", "catalog.json", "manifest.json", "embed.js"]) {
          const first = await fetch(site + base + path);
          assert.equal(first.status, 200, path);
          keeps(first, "no-cache");
          const [tag, date] = ["etag", "last-modified"].map((name) => first.headers.get(name));
          assert.ok(tag || date, path);
          const again = await fetch(site + base + path, { headers: { ...(tag && { "If-None-Match": tag }), ...(date && { "If-Modified-Since": date }) } });
          assert.equal(again.status, 304, path);
        }
      }
      const hashes = await fetch(`${site}catalog.hashes/0123456789abcdef.json`);
      keeps(hashes, KEPT);
    });

    test("each file has its type, and comes compressed", async () => {
      const types = {
        [`${bundle}/gongkai-draw.wasm`]: /^application\/wasm$/,
        [`${bundle}/gongkai.js`]: /^text\/javascript/,
        [`${bundle}/gongkai-app.js`]: /^text\/javascript/,
        [`${bundle}/gongkai-static.css`]: /^text\/css/,
        "longde-2020.html": /^text\/html; ?charset=utf-8$/i,
        "reports/longde-2020.json": /^application\/json/,
      };
      for (const [path, type] of Object.entries(types)) {
        const { headers } = await fetch(site + path, { headers: { "Accept-Encoding": "gzip" } });
        assert.match(headers.get("content-type"), type, path);
        assert.equal(headers.get("content-encoding"), "gzip", path);
      }
    });

    test("gongkai verify finds nothing to mend, at the top and in a folder", () => {
      for (const path of ["", "xxgk/nb/longde-2020.html"]) {
        const verified = gongkai("verify", site + path, "--lang", "en");
        const said = verified.stdout + verified.stderr;
        if (!cannot.folders) assert.equal(verified.status, 0, said);
        // That scripts are not kept for ever is a hint, and the only one.
        else assert.deepEqual([...said.matchAll(/^ *remedy: (.*)$/gm)].map(([, remedy]) => remedy), ["set Cache-Control: public, max-age=31536000, immutable for this folder."], said);
      }
    });

    test(`under its policy the widget runs and asks no other host${cannot.policy ? ` (no policy: ${cannot.policy})` : ""}`, async () => {
      const browser = await launchChromium();
      try {
        const page = await browser.newPage({ locale: "zh-CN" });
        const [faults, asked] = [[], []];
        page.on("pageerror", (error) => faults.push(error.message));
        page.on("request", (request) => asked.push(request.url()));
        page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("favicon.ico") && faults.push(message.text()));
        await page.addInitScript(() => document.addEventListener("gongkai-ready", () => (window.isReady = true)));
        const response = await page.goto(`${site}xxgk/nb/longde-2020.html`);
        assert.equal(response.headers()["content-security-policy"], cannot.policy ? undefined : POLICY);
        await page.waitForFunction(() => window.isReady);
        assert.deepEqual(faults, []);
        assert.ok(asked.some((url) => url.endsWith("gongkai-draw.wasm")));
        assert.deepEqual(asked.filter((url) => !url.startsWith(site)), []);
      } finally {
        await browser.close();
      }
    });
  });
}

test("the configuration of IIS, which runs on Windows only, is well formed and says the same", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const file of ["iis/web.config", "iis/gongkai/web.config"]) {
      const text = await readFile(`docs/servers/${file}`, "utf8");
      const error = await page.evaluate((text) => new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")?.textContent, text);
      assert.equal(error, undefined, file);
    }
    assert.ok((await readFile("docs/servers/iis/web.config", "utf8")).includes(POLICY));
  } finally {
    await browser.close();
  }
});

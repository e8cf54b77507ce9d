import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { CSP, startServer } from "../../scripts/serve.mjs";

const PAGE = "<!doctype html><title>一页</title>";
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-"));
  await mkdir(join(folder, "site/part"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site/index.html"), PAGE);
  await writeFile(join(folder, "site/part/index.html"), PAGE);
  await writeFile(join(folder, "site/program.wasm"), "\0asm");
});
after(() => rm(folder, { recursive: true }));

async function serving(options, use) {
  const server = await startServer({ root: join(folder, "site"), ...options });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

/** Without fetch's own tidying of paths and decoding of bodies. */
function raw(port, path, headers = {}) {
  return new Promise((done, fail) => {
    request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", (error) => done({ response, body: Buffer.concat(parts), error }));
      response.on("end", () => done({ response, body: Buffer.concat(parts) }));
    })
      .on("error", fail)
      .end();
  });
}

test("files come with their type and the policy, compressed for those who accept it", () =>
  serving({}, async ({ port }) => {
    const plain = await raw(port, "/");
    assert.equal(plain.body.toString(), PAGE);
    assert.equal(plain.response.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(plain.response.headers["content-security-policy"], CSP);
    const packed = await raw(port, "/", { "accept-encoding": "gzip, br" });
    assert.equal(packed.response.headers["content-encoding"], "br");
    assert.equal(brotliDecompressSync(packed.body).toString(), PAGE);
    assert.equal((await raw(port, "/program.wasm")).response.headers["content-type"], "application/wasm");
  }));

test("a changed file is seen at once, compressed or not", () =>
  serving({}, async ({ port }) => {
    const name = join(folder, "site/changing.txt");
    for (const text of ["one", "three"]) {
      await writeFile(name, text);
      const { body } = await raw(port, "/changing.txt", { "accept-encoding": "br" });
      assert.equal(brotliDecompressSync(body).toString(), text);
    }
  }));

test("no path leads out of the folder", () =>
  serving({}, async ({ port }) => {
    for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/part/..%2f..%2fsecret.txt"]) {
      const { response, body } = await raw(port, path);
      assert.ok([400, 404].includes(response.statusCode), `${path}: ${response.statusCode}`);
      assert.ok(!body.includes("secret"));
    }
    assert.equal((await raw(port, "/%")).response.statusCode, 400);
  }));

test("a folder's address gets its slash", () =>
  serving({}, async ({ port }) => {
    const { response } = await raw(port, "/part");
    assert.equal(response.statusCode, 301);
    assert.equal(response.headers.location, "/part/");
  }));

test("a rule changes status, type, body and policy of one answer", () =>
  serving(
    { rules: (_, path) => (path === "/made" ? { status: 503, type: "text/plain", body: "made", csp: false } : undefined) },
    async ({ port }) => {
      const { response, body } = await raw(port, "/made?x=1");
      assert.equal(response.statusCode, 503);
      assert.equal(response.headers["content-type"], "text/plain");
      assert.equal(response.headers["content-security-policy"], undefined);
      assert.equal(body.toString(), "made");
      assert.equal((await raw(port, "/")).response.statusCode, 200);
    },
  ));

test("a held answer sends its first bytes, and the rest once released", async () => {
  let release;
  const hold = new Promise((done) => (release = done));
  await serving({ rules: () => ({ type: "text/plain", body: "firstrest", hold, after: 5 }) }, async ({ url }) => {
    const reader = (await fetch(url)).body.getReader();
    assert.equal(Buffer.from((await reader.read()).value).toString(), "first");
    release();
    assert.equal(Buffer.from((await reader.read()).value).toString(), "rest");
    assert.equal((await reader.read()).done, true);
  });
});

test("a cut answer breaks after its bytes, also at none", async () => {
  for (const cut of [0, 5]) {
    await serving({ rules: () => ({ type: "text/plain", body: "firstrest", cut }) }, async ({ port }) => {
      const { body, error } = await raw(port, "/");
      assert.equal(body.toString(), "firstrest".slice(0, cut));
      assert.equal(error?.code, "ECONNRESET");
    });
  }
});

test("a port that is taken gives way to the next free one, or to an error", () =>
  serving({}, async ({ port }) => {
    const next = await startServer({ root: folder, port, tries: 50 });
    assert.ok(next.port > port);
    await next.close();
    await assert.rejects(startServer({ root: folder, port }), { code: "EADDRINUSE" });
  }));

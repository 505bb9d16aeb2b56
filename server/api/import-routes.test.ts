import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openSite, type Site } from "../import/fetch/site.test-kit.ts";
import { type Caller, TestServer } from "../test-server.ts";

const HARBOUR = `<!doctype html><html lang="en"><head><title>The harbour opens again | Wave</title>
<meta name="author" content="Ada Moss"><meta property="article:published_time" content="2026-03-04"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav><main><article>
<h1>The harbour opens again</h1>
<p>After nine years of work the old harbour has opened again, and half of the town came to see it.</p>
<p>The mayor said that nobody had believed in it <b>but the fishers</b>, who paid the first stone.</p>
<p>What it cost in the end is not known; the council wants to publish the figures in <a href="/may">May</a>.</p>
</article></main></body></html>`;

let server: TestServer;
let site: Site;
let editor: Caller & { readonly id: string };
let spaceId = "";
let now = Date.now();
let page = HARBOUR;
beforeAll(async () => {
  site = await openSite((request, response) => {
    if (request.url === "/missing") response.writeHead(404).end();
    else if (request.url !== "/silent") response.setHeader("content-type", "text/html").end(page);
  });
  server = await TestServer.start({
    now: () => now,
    importing: {
      fetcher: new URL("../import/fetch/fetch-main.test-kit.ts", import.meta.url),
    },
  });
  editor = await server.member("editor");
  spaceId = String(server.sql("SELECT id FROM space")[0]?.id);
});
beforeEach(() => {
  // nobody here asks too often, but where a test is about that
  now += 5 * 60_000;
});
afterAll(async () => {
  await server.stop();
  await site.close();
});

const file = (words: string, type: string, name: string) => ({
  text: words,
  headers: { "content-type": type, "x-file-name": encodeURIComponent(name) },
});

const textShape = z.object({ text: z.string() });

const fetched = () => editor.ask("/api/imports", { json: { url: `${site.url}/harbour` } });

describe("a page of the web", () => {
  test("[I10] is looked at, trimmed, and becomes an article that knows where it is from", async () => {
    const { status, body } = await fetched();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: "The harbour opens again",
      byline: "Ada Moss",
      published: "2026-03-04",
      source: `${site.url}/harbour`,
      language: "en",
      notices: [],
    });
    expect(body.blocks.map(({ type }: { type: string }) => type)).toEqual([
      "heading",
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
    const json = { space: spaceId, import: body.id, without: [2], byline: "A. Moss" };
    const added = await editor.ask("/api/articles", { json });
    expect(added.status).toBe(201);
    const article = (await editor.ask(`/api/articles/${added.body.id}`)).body;
    expect(article).toMatchObject({
      title: "The harbour opens again",
      byline: "A. Moss",
      source: `${site.url}/harbour`,
      published: "2026-03-04",
      sourceHash: body.hash,
      fetchedAt: body.fetchedAt,
      language: "en",
    });
    expect(article.blocks).toHaveLength(3);
    const acts = server.sql("SELECT verb FROM audit WHERE subject_id = ?", added.body.id);
    expect(acts).toEqual([{ verb: "article-imported" }]);
    expect(article.content).toEqual([body.content[0], body.content[1], body.content[3]]);
  });

  test("[I10] another title becomes the headline, once, also where there was none", async () => {
    const headlines = async (id: string, title: string, without: readonly number[]) => {
      const json = { space: spaceId, import: id, title, without };
      const added = await editor.ask("/api/articles", { json });
      const { body } = await editor.ask(`/api/articles/${added.body.id}`);
      expect(body.title).toBe(title);
      return body.text.split("\n\n").slice(0, 2);
    };
    const harbour = (await fetched()).body.id;
    const [, first] = await headlines(harbour, "Our harbour", []);
    expect(await headlines(harbour, "Our harbour", [])).toEqual(["Our harbour", first]);
    expect(await headlines(harbour, "Our harbour", [0])).toContain(first);
    const words = file("<p>Some words.</p><p>And more.</p>", "text/html", "");
    const { id } = (await editor.ask("/api/imports", words)).body;
    expect(await headlines(id, "Words", [])).toEqual(["Words", "Some words."]);
  });

  test("[I10] becomes an article at once", async () => {
    const { body, status } = await editor.ask("/api/articles", {
      json: { space: spaceId, url: `${site.url}/harbour`, title: "Our harbour" },
    });
    expect(status).toBe(201);
    expect((await editor.ask(`/api/articles/${body.id}`)).body.title).toBe("Our harbour");
  });

  test("[I11] that cannot be had has its sentence, and leaves nothing", async () => {
    const before = server.sql("SELECT count(*) AS n FROM article");
    const refusals = {
      [`${site.url}/missing`]: "page-missing",
      "http://10.0.0.1/": "address-refused",
    };
    for (const [url, code] of Object.entries(refusals)) {
      for (const path of ["/api/imports", "/api/articles"]) {
        const { status, body } = await editor.ask(path, { json: { url } });
        expect([status, body.code]).toEqual([422, code]);
      }
    }
    expect(server.sql("SELECT count(*) AS n FROM article")).toEqual(before);
  });
});

describe("a file", () => {
  test("[I10] is looked at like a page, and becomes an article at once", async () => {
    const piece = file("<h2>Head</h2><p>Some <i>words</i></p>", "text/html", "Ein Stück.html");
    const { status, body } = await editor.ask("/api/imports", piece);
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: "Head", source: "Ein Stück.html", language: null });
    const added = await editor.ask(`/api/articles?space=${spaceId}`, piece);
    expect(added.status).toBe(201);
    expect((await editor.ask(`/api/articles/${added.body.id}`)).body.text).toBe(
      "Head\n\nSome words",
    );
  });

  test("[I12] of unknown length is received whole", async () => {
    const { headers } = file("", "text/plain", "tides.txt");
    const asking = request(`${server.url}/api/imports`, {
      method: "POST",
      headers: { ...headers, cookie: editor.cookie },
    });
    const answered = new Promise<IncomingMessage>((resolve) => asking.once("response", resolve));
    for (let piece = 0; piece < 300; piece++) asking.write("Low tide. ".repeat(100));
    asking.end();
    const response = await answered;
    const { blocks } = z.object({ blocks: z.array(textShape) }).parse(await json(response));
    expect([response.statusCode, blocks[0]?.text.length]).toEqual([201, 300_000 - 1]);
  });

  test("[I11] that is no text has its sentence", async () => {
    const picture = file("\u0089PNG\r\n\u001a\n\0\0\0", "image/png", "x.png");
    const { status, body } = await editor.ask("/api/imports", picture);
    expect([status, body.code]).toEqual([422, "file-unknown"]);
  });

  test("[I12] is not taken from the form of another site, nor where no file belongs", async () => {
    const form = { text: "<p>words", headers: { "content-type": "text/plain" } };
    expect((await editor.ask("/api/imports", form)).status).toBe(415);
    const elsewhere = file("<p>words", "text/html", "x.html");
    expect((await editor.ask("/api/spaces", elsewhere)).status).toBe(415);
    const large = file("x".repeat(20 * 1024 * 1024 + 1), "text/html", "x.html");
    expect((await editor.ask("/api/imports", large)).status).toBe(413);
  });
});

test("[N8] a page that its publisher changed becomes a new version, annotations carried over", async () => {
  const first = await fetched();
  const added = await editor.ask("/api/articles", {
    json: { space: spaceId, import: first.body.id },
  });
  const path = `/api/articles/${added.body.id}`;
  const quote = { exact: "half of the town" };
  await editor.ask(`${path}/annotations`, { json: { kind: "claim", quote } });
  await editor.ask(path, { method: "PATCH", json: { locked: true } });
  page = HARBOUR.replace("nine years", "eleven years").replace(/<p>The mayor.*<\/p>\n/, "");
  const { body: again } = await fetched();
  page = HARBOUR;
  const ask = (json: object) => editor.ask(`${path}/reimport`, { json });
  const preview = await ask({ import: again.id, preview: true });
  expect(preview.status).toBe(200);
  expect(preview.body).toMatchObject({ kept: 1, moved: 0, lost: 0, changes: [] });
  expect(preview.body.paragraphs).toEqual([
    {
      before: expect.stringContaining("nine years"),
      after: expect.stringContaining("eleven years"),
      block: again.blocks.findIndex(({ text }: { text: string }) => text.includes("eleven years")),
    },
    { before: expect.stringContaining("The mayor"), after: null, block: null },
  ]);
  expect((await editor.ask(path)).body.sourceHash).toBe(first.body.hash);
  expect((await ask({ import: again.id })).body.hash).toBe(preview.body.hash);
  const { body: article } = await editor.ask(path);
  expect(article).toMatchObject({ locked: true, hash: preview.body.hash, sourceHash: again.hash });
  expect(article.text).toContain("eleven years");
  expect(article.text).not.toContain("The mayor");
  const { body } = await editor.ask(`${path}/annotations`);
  expect(body.annotations[0]).toMatchObject({ quote: "half of the town", orphan: false });
});

test("[N9] what was left out is left out again, and a headline of one's own stays until its source has another", async () => {
  const first = await fetched();
  const json = {
    space: spaceId,
    import: first.body.id,
    title: "Our harbour opens again",
    without: [3],
  };
  const path = `/api/articles/${(await editor.ask("/api/articles", { json })).body.id}`;
  await editor.ask(path, { method: "PATCH", json: { locked: true } });
  const look = async (more: object) => {
    const { body } = await fetched();
    const wanted = { import: body.id, preview: true, ...more };
    return (await editor.ask(`${path}/reimport`, { json: wanted })).body;
  };
  expect(await look({})).toMatchObject({ paragraphs: [], left: [3] });
  const cost = { before: null, after: expect.stringContaining("What it cost"), block: 3 };
  expect(await look({ without: [] })).toMatchObject({ paragraphs: [cost], left: [3] });
  page = HARBOUR.replaceAll("The harbour opens again", "A harbour opens again");
  expect(await look({})).toMatchObject({
    paragraphs: [{ before: "Our harbour opens again", after: "A harbour opens again", block: 0 }],
  });
  page = HARBOUR;
  const again = await fetched();
  const kept = { import: again.body.id, without: [2] };
  expect((await editor.ask(`${path}/reimport`, { json: kept })).status).toBe(200);
  expect((await editor.ask(path)).body.text).toMatch(/^Our harbour/);
  expect(await look({})).toMatchObject({ paragraphs: [], left: [2] });
});

describe("what was brought in", () => {
  const articleOf = (who: Caller, id: string) =>
    who.ask("/api/articles", { json: { space: spaceId, import: id } });

  test("[I13] is its maker's alone, and gone when they say so", async () => {
    const { body } = await fetched();
    const other = await server.member("editor");
    expect((await articleOf(other, body.id)).body.code).toBe("import-gone");
    expect((await other.ask(`/api/imports/${body.id}`)).body.code).toBe("import-gone");
    expect((await editor.ask(`/api/imports/${body.id}`)).body).toEqual(body);
    expect((await other.ask(`/api/imports/${body.id}`, { method: "DELETE" })).status).toBe(404);
    expect((await editor.ask(`/api/imports/${body.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await articleOf(editor, body.id)).status).toBe(404);
    expect((await editor.ask(`/api/imports/${body.id}`)).status).toBe(404);
  });

  test("[I13] is kept for an hour", async () => {
    const { body } = await fetched();
    now += 59 * 60_000;
    expect((await articleOf(editor, body.id)).status).toBe(201);
    expect((await editor.ask(`/api/imports/${body.id}`)).status).toBe(200);
    now += 60_000;
    expect((await articleOf(editor, body.id)).status).toBe(404);
    expect((await editor.ask(`/api/imports/${body.id}`)).status).toBe(404);
  });

  test("[I13] goes with its maker, and by itself", async () => {
    const kept = () => server.sql("SELECT user_id FROM import").map(({ user_id }) => user_id);
    await fetched();
    const guest = await server.guest("Gone soon");
    await guest.ask("/api/imports", { json: { url: `${site.url}/harbour` } });
    expect(kept()).toContain(guest.id);
    await guest.ask("/api/person/erasure", { json: { name: "Gone soon" } });
    expect(kept()).not.toContain(guest.id);
    expect(kept()).toContain(editor.id);
    now += 60 * 60_000;
    await server.restart();
    await expect.poll(kept).toEqual([]);
  });

  test("[I14] needs somebody who may add articles, and is counted", async () => {
    const viewer = await server.member("viewer");
    const refused = await viewer.ask("/api/imports", { json: { url: `${site.url}/harbour` } });
    expect([refused.status, refused.body.code]).toEqual([403, "may-not-add"]);
    const hasty = await server.member("editor");
    const bad = { json: { url: "ftp://harbour.example/" } };
    const answers = await Promise.all(
      Array.from({ length: 21 }, () => hasty.ask("/api/imports", bad)),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
  });

  test("[I15] whoever goes away ends the fetching", async () => {
    const leaving = new AbortController();
    const asked = fetch(`${server.url}/api/imports`, {
      method: "POST",
      headers: { cookie: editor.cookie, "content-type": "application/json" },
      body: JSON.stringify({ url: `${site.url}/silent` }),
      signal: leaving.signal,
    });
    await expect.poll(() => site.open(), { timeout: 5000 }).toBeGreaterThan(0);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    // well before the site would be given up
    await expect.poll(() => site.open(), { timeout: 3000 }).toBe(0);
  });
});

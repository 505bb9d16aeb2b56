import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ID_PATTERN } from "#domain/id.ts";
import { type Caller, TestServer } from "../test-server.ts";

let server: TestServer;
let guest: Caller;
beforeAll(async () => {
  server = await TestServer.start();
  guest = await server.guest();
});
afterAll(() => server.stop());

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Adds an article and returns its id. */
async function add(json: object): Promise<string> {
  const { status, body } = await guest.ask("/api/articles", { json });
  expect(status).toBe(201);
  return body.id;
}

test("[D10] a fresh instance lists the sample article in a space open to guests", async () => {
  const { body } = await guest.ask("/api/articles");
  expect(body.articles).toContainEqual({
    id: server.sampleId,
    title: "Diplomatic Endeavors: Blinken’s Crucial Visit Amidst Israel’s Defense Efforts",
    language: "en",
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    openedAt: null,
    ...{ tags: [], archived: false, own: 0, all: null, mayArrange: false },
    space: { id: expect.stringMatching(ID_PATTERN), name: "Try Postil", role: "annotator" },
  });
});

test("[H9] an article comes with its text, the hash of it, and blocks that cut it right", async () => {
  const { status, body } = await guest.ask(`/api/articles/${server.sampleId}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    role: "annotator",
    locked: false,
    scheme: "postil-core",
    byline: null,
  });
  expect(body.text).toHaveLength(3049);
  expect(body.hash).toBe(sha256(body.text));
  expect(body.blocks).toHaveLength(9);
  expect(body.blocks.slice(0, 2)).toEqual([
    { type: "heading", start: 0, end: 77 },
    { type: "paragraph", start: 79, end: 434 },
  ]);
  expect(body.text.slice(0, 77)).toBe(body.title);
  expect(body.content[0]).toEqual({
    type: "heading",
    attrs: { level: 1 },
    content: [{ type: "text", text: body.title }],
  });
});

test("[H6] a new article is there with its paragraphs, also after a restart", async () => {
  const json = {
    title: " A  title ",
    text: "A title\r\n\r\nFirst line\nsecond line\n\n\n𝒻ourth 👩‍👧 paragraph",
    language: "pt-BR",
    byline: "Somebody",
    source: "https://example.org/a",
  };
  const id = await add(json);
  const before = await guest.ask(`/api/articles/${id}`);
  await server.restart();
  const { body } = await guest.ask(`/api/articles/${id}`);
  expect(body).toEqual(before.body);
  expect(body).toMatchObject({
    title: "A title",
    text: "A title\n\nFirst line\nsecond line\n\n𝒻ourth 👩‍👧 paragraph",
    language: "pt-BR",
    byline: "Somebody",
    source: "https://example.org/a",
  });
  expect(body.content[1].content[1]).toEqual({ type: "hardBreak" });
});

test("[H3] half a surrogate pair in a text is replaced, so that the hash outlives a restart", async () => {
  const id = await add({ title: "T", text: "a \ud83d b" });
  const { body } = await guest.ask(`/api/articles/${id}`);
  expect(body.text).toBe("a \ufffd b");
  await server.restart();
  expect((await guest.ask(`/api/articles/${id}`)).body.hash).toBe(body.hash);
});

test.each([
  [{ title: "", text: "x" }, 400],
  [{ title: " \n", text: "x" }, 400],
  [{ title: "T".repeat(501), text: "x" }, 400],
  [{ title: "T" }, 400],
  [{ title: "T", text: 7 }, 400],
  [{ title: "T", text: "x", language: "English, please" }, 400],
  [{ title: "T", text: "x", created_by: "somebody" }, 400],
  [{ title: "T", text: "x", role: "owner" }, 400],
  [{ title: "T", text: " \n\n " }, 422],
  [{ title: "T", text: "x\n".repeat(20_001) }, 422],
  [{ title: "T", text: "x", space: "elsewhere" }, 404],
])("[H3] %j is not an article", async (json, status) => {
  const answer = await guest.ask("/api/articles", { json });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status, detail: expect.stringMatching(/./) });
});

test("[H10] an article may be large, but not larger than ten megabytes", async () => {
  const text = "All work and no play makes Jack a dull boy.\n\n".repeat(10_000);
  const id = await add({ title: "Long", text });
  expect((await guest.ask(`/api/articles/${id}`)).body.text).toBe(text.trim());
  const huge = await guest.ask("/api/articles", {
    json: { title: "Huge", text: "x".repeat(11_000_000) },
  });
  expect(huge.status).toBe(413);
  const long = await guest.ask("/api/articles", {
    json: { title: "T", text: "x".repeat(2_000_001) },
  });
  expect(long.status).toBe(400);
});

test("[H9] an editor locks the text with its hash, and unlocks it again", async () => {
  const editor = await server.member("editor");
  const id = await add({ title: "To lock", text: "Some words" });
  const path = `/api/articles/${id}`;
  const locked = await editor.ask(path, { method: "PATCH", json: { locked: true } });
  expect(locked.body.locked).toBe(true);
  const rename = { method: "PATCH", json: { title: "Renamed" } };
  const refused = await editor.ask(path, rename);
  expect(refused.status).toBe(403);
  expect(refused.body.detail).toMatch(/locked/);

  await server.restart();
  expect((await editor.ask(path)).body.locked).toBe(true);
  expect((await editor.ask(path, { method: "PATCH", json: { locked: false } })).body.locked).toBe(
    false,
  );
  expect((await editor.ask(path, rename)).body.title).toBe("Renamed");
});

test("[P5] an annotator can neither lock nor rename, a viewer cannot add", async () => {
  const path = `/api/articles/${server.sampleId}`;
  for (const json of [{ locked: true }, { title: "Mine" }]) {
    expect((await guest.ask(path, { method: "PATCH", json })).status).toBe(403);
  }
  const viewer = await server.member("viewer");
  const { status } = await viewer.ask("/api/articles", { json: { title: "T", text: "x" } });
  expect(status).toBe(403);
});

test("[H1] a stranger to a space is told the same as for an article that does not exist", async () => {
  server.sql(
    "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES ('closed', 'Closed', 'postil-core', 0, 0)",
  );
  const id = await add({ title: "Secret", text: "Secret" });
  server.sql("UPDATE article SET space_id = 'closed' WHERE id = ?", id);
  const asked = await guest.ask(`/api/articles/${id}`);
  const absent = await guest.ask("/api/articles/AAAAAAAAAAAAAAAAAAAAAA");
  expect(asked.status).toBe(404);
  expect(asked.body).toEqual(absent.body);
  expect(JSON.stringify((await guest.ask("/api/articles")).body)).not.toContain("Secret");
  const into = await guest.ask("/api/articles", {
    json: { space: "closed", title: "T", text: "x" },
  });
  expect(into.status).toBe(404);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ANNOTATION_ID_PATTERN, newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { addAnnotation } from "#domain/annotation/layer.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Answer, type Caller, TestServer } from "../test-server.ts";

const TEXT = "The minister spoke.\n\nThe minister left. A bitter end.\n\nThe minister spoke again.";

let server: TestServer;
let ann: Caller & { readonly id: string };
let bob: Caller & { readonly id: string };
let path = "";
beforeAll(async () => {
  server = await TestServer.start();
  ann = await server.guest("Ann");
  bob = await server.guest("Bob");
});
beforeEach(async () => {
  const editor = await server.member("editor");
  const { body } = await editor.ask("/api/articles", { json: { title: "T", text: TEXT } });
  path = `/api/articles/${body.id}/annotations`;
});
afterAll(() => server.stop());

const annotate = (who: Caller, json: object): Promise<Answer> =>
  who.ask(path, { json: { kind: "claim", label: "fact", ...json } });
const list = async (who: Caller) => (await who.ask(`${path}?format=json`)).body.annotations;

test("[H6] an annotation is there for everybody, also after a restart", async () => {
  const { status, body } = await annotate(ann, { start: 4, end: 12, note: "which one?" });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(ANNOTATION_ID_PATTERN),
    kind: "claim",
    label: "fact",
    quote: "minister",
    prefix: "The ",
    suffix: " spoke.\n\nThe m",
    start: 4,
    end: 12,
    orphan: false,
    author: { id: ann.id, name: "Ann" },
    note: "which one?",
    attributes: {},
    createdAt: expect.stringMatching(/Z$/),
    replies: [],
    votes: { agree: 0, disagree: 0, unsure: 0 },
    voters: [],
    proposals: [],
    resolved: null,
    hidden: null,
  });
  expect(await list(bob)).toEqual([body]);
  await server.restart();
  expect(await list(bob)).toEqual([body]);
});

test("[H7] a label may be left out, and a passage may span paragraphs", async () => {
  const { status, body } = await ann.ask(path, { json: { kind: "framing", start: 13, end: 33 } });
  expect(status).toBe(201);
  expect(body).toMatchObject({ label: null, note: "", quote: "spoke.\n\nThe minister" });
});

test.each([
  [{ exact: "A bitter end." }, 40],
  [{ exact: "minister", suffix: " left" }, 25],
  [{ exact: "minister", prefix: "The ", suffix: " spoke again" }, 59],
  [{ exact: "spoke. The minister left", prefix: "minister " }, 13],
  [{ exact: "(.*)+$", prefix: "no" }, null],
  [{ exact: "minister" }, null],
  [{ exact: "prime minister" }, null],
  [{ exact: "minister", prefix: "Prime " }, null],
  [{ exact: "MINISTER", suffix: " left" }, null],
])("[H7] the quote %j is found at %j", async (quote, start) => {
  const { status, body } = await annotate(ann, { quote });
  expect(status).toBe(start === null ? 422 : 201);
  if (start !== null) expect(body.start).toBe(start);
});

test.each([
  [{ start: 5, end: 5 }, 422, /end must be behind start/],
  [{ start: 6, end: 5 }, 422, /end must be behind start/],
  [{ start: 0, end: 10_000 }, 422, /ends behind the text/],
  [{ start: 19, end: 21 }, 422, /holds no letter/],
  [{ start: 0, end: 3, label: "person" }, 422, /"claim" has no such label. It has fact, number/],
  [{ start: -1, end: 3 }, 400, /./],
  [{ start: 0.5, end: 3 }, 400, /./],
  [{ start: 0 }, 400, /./],
  [{ start: 0, end: 3, quote: { exact: "The" } }, 400, /./],
  [{ start: 0, end: 3, kind: "opinion" }, 400, /./],
  [{ start: 0, end: 3, author: "bob" }, 400, /./],
  [{ start: 0, end: 3, id: "x" }, 400, /./],
  [{ start: 0, end: 3, createdAt: 0 }, 400, /./],
  [{ start: 0, end: 3, note: "x".repeat(20_001) }, 400, /./],
  [{ quote: { exact: " " } }, 400, /./],
])("[H3] %j is no annotation", async (json, status, detail) => {
  const answer = await annotate(ann, json);
  expect(answer.status).toBe(status);
  expect(answer.body.detail).toMatch(detail);
  expect(await list(ann)).toEqual([]);
});

test("[H7] a passage is as long as a layer can hold, and no longer", async () => {
  const editor = await server.member("editor");
  const text = `${"word ".repeat(4000)}end`;
  const { body } = await editor.ask("/api/articles", { json: { title: "Long", text } });
  path = `/api/articles/${body.id}/annotations`;
  const tooLong = await annotate(ann, { start: 0, end: 20_001 });
  expect(tooLong.status).toBe(422);
  expect(tooLong.body.detail).toBe("The passage is longer than 20000 UTF-16 units. Choose less.");
  expect((await annotate(ann, { start: 0, end: 20_000 })).status).toBe(201);
});

test("[H15] a layer written by hand, with a time that no clock tells, hides no other", async () => {
  const { body } = await annotate(ann, { start: 0, end: 3 });
  const token = decodeURIComponent(bob.cookie.split("=")[1] ?? "");
  const [, , , articleId = ""] = path.split("/");
  const client = new TestClient({ url: server.url.replace("http", "ws") }, articleId, token);
  await client.connect();
  await until(() => client.isReady, "Bob is ready");
  const letter = { client: 1, clock: 0 };
  const anchor = { start: letter, end: letter, prefix: "", suffix: "" };
  addAnnotation(client.layer(), {
    ...{ id: newAnnotationId(), kind: "claim", label: null, createdAt: 1e300 },
    anchor: { ...anchor, quote: "minister" },
  });
  await until(() => client.isSaved, "Bob's layer is stored");
  expect(client.answers).not.toContain("malformed");
  client.cut();
  expect(await list(ann)).toEqual([body]);
});

test("[H8] one's own annotation can be changed and deleted", async () => {
  const { id } = (await annotate(ann, { start: 0, end: 3 })).body;
  const change = (json: object) => ann.ask(`${path}/${id}`, { method: "PATCH", json });
  expect((await change({ note: "n" })).body).toMatchObject({
    kind: "claim",
    label: "fact",
    note: "n",
  });
  expect((await change({ label: "cause" })).body).toMatchObject({
    kind: "claim",
    label: "cause",
    note: "n",
  });
  expect((await change({ kind: "framing" })).body).toMatchObject({ kind: "framing", label: null });
  expect((await change({ kind: "entity", label: "person" })).body).toMatchObject({
    label: "person",
  });
  expect((await change({ label: "cause" })).status).toBe(422);
  expect((await change({})).status).toBe(400);
  expect((await change({ start: 2 })).status).toBe(400);
  expect(await list(bob)).toMatchObject([{ kind: "entity", label: "person", note: "n" }]);

  expect((await ann.ask(`${path}/${id}`, { method: "DELETE" })).status).toBe(204);
  expect(await list(bob)).toEqual([]);
  expect((await ann.ask(`${path}/${id}`, { method: "DELETE" })).status).toBe(404);
  expect((await change({ note: "late" })).status).toBe(404);
});

test("[H8] nobody changes or deletes another's annotation, whatever the role", async () => {
  const before = (await annotate(ann, { start: 0, end: 3 })).body;
  const others = [bob, await server.member("editor"), await server.member("owner")];
  for (const other of others) {
    const asked = [
      await other.ask(`${path}/${before.id}`, { method: "PATCH", json: { note: "mine" } }),
      await other.ask(`${path}/${before.id}`, { method: "DELETE" }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([403, 403]);
  }
  expect(await list(ann)).toEqual([before]);
});

test("[H8] a viewer makes none, a stranger to the space is told of none", async () => {
  const viewer = await server.member("viewer");
  expect((await annotate(viewer, { start: 0, end: 3 })).status).toBe(403);
  const stranger = await server.guest();
  server.sql("DELETE FROM member WHERE user_id = ?", stranger.id);
  expect((await annotate(stranger, { start: 0, end: 3 })).status).toBe(404);
  expect((await stranger.ask(path)).status).toBe(404);
});

test("[H15] annotations come in reading order, the longer first", async () => {
  for (const [start, end] of [
    [25, 33],
    [0, 3],
    [4, 12],
    [0, 12],
  ]) {
    await annotate(start === 4 ? bob : ann, { start, end });
  }
  const places = (await list(ann)).map((each: { start: number; end: number }) => [
    each.start,
    each.end,
  ]);
  expect(places).toEqual([
    [0, 12],
    [0, 3],
    [4, 12],
    [25, 33],
  ]);
});

test("[H15] highlights are cut at blocks and at the end of what was asked for", async () => {
  await annotate(ann, { start: 13, end: 33 });
  await ann.ask(path, { json: { kind: "entity", start: 4, end: 12 } });
  await ann.ask(path, { json: { kind: "framing", start: 40, end: 52 } });
  const highlights = async (query: string) =>
    (await bob.ask(path.replace("annotations", `highlights${query}`))).body.highlights;
  expect(await highlights("")).toEqual([
    [0, 4, 12, "entity"],
    [0, 13, 19, "claim"],
    [1, 0, 12, "claim"],
    [1, 19, 31, "framing"],
  ]);
  expect(await highlights("?until=30")).toEqual([
    [0, 4, 12, "entity"],
    [0, 13, 19, "claim"],
    [1, 0, 9, "claim"],
  ]);
  expect((await bob.ask(path.replace("annotations", "highlights?until=x"))).status).toBe(400);
});

test("[H3] a format or query that is not known is refused", async () => {
  expect((await ann.ask(`${path}?format=xml`)).status).toBe(400);
  expect((await ann.ask(`${path}?author=${bob.id}`)).status).toBe(400);
});

test("[P2] annotations of somebody who took another name show the new one", async () => {
  const cleo = await server.guest("Cleo");
  await annotate(cleo, { start: 0, end: 3 });
  await cleo.ask("/api/guests", { json: { name: "Cleopatra" } });
  expect((await list(ann))[0].author).toEqual({ id: cleo.id, name: "Cleopatra" });
});

test("[H20] attributes are filled in one by one, and taken away with nothing", async () => {
  const { id } = (await annotate(ann, { start: 0, end: 3 })).body;
  const change = (attributes: object) =>
    ann.ask(`${path}/${id}`, { method: "PATCH", json: { attributes } });
  await change({ speaker: " The minister ", priority: "high" });
  const { status, body } = await change({ speaker: "" });
  expect([status, body.attributes]).toEqual([200, { priority: "high" }]);
  expect((await list(bob))[0].attributes).toEqual({ priority: "high" });
});

test.each([
  [{ mood: "x" }, 422, /has no such attribute. It has attribution, speaker/],
  [{ priority: "highest" }, 422, /holds one of low, medium, high, urgent/],
  [{ link: "https://example.org" }, 422, /no such attribute/],
  [{ speaker: "x".repeat(2001) }, 400, /./],
  [{ speaker: 7 }, 400, /./],
])("[H20] the attributes %j are refused", async (attributes, status, detail) => {
  const { id } = (await annotate(ann, { start: 0, end: 3 })).body;
  const answer = await ann.ask(`${path}/${id}`, { method: "PATCH", json: { attributes } });
  expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(detail)]);
  expect((await list(ann))[0].attributes).toEqual({});
});

test("[H20] a link leads to a page of the web, also when its beginning was left out", async () => {
  const { id } = (await annotate(ann, { kind: "entity", label: null, start: 4, end: 12 })).body;
  const link = async (typed: string) =>
    (await ann.ask(`${path}/${id}`, { method: "PATCH", json: { attributes: { link: typed } } }))
      .body;
  expect((await link("example.org/minister")).attributes.link).toBe("https://example.org/minister");
  expect((await link("javascript:alert(1)")).detail).toMatch(/address of a page/);
});

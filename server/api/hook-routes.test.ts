import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

const MINUTE = 60_000;

let server: TestServer;
let owner: Caller;
let path = "";
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => (now += 10), hooks: { every: 50 } });
  owner = await server.member("owner");
  const [space] = server.sql("SELECT id FROM space");
  path = `/api/spaces/${space?.id}/hooks`;
});
beforeEach(() => {
  server.sql("DELETE FROM hook");
  // nobody here asks too often
  now += 10 * MINUTE;
});
afterAll(() => server.stop());

const make = (topic: string, url = "https://site.example/in") =>
  owner.ask(path, { json: { url, topics: [topic] } });
const hooks = async () => (await owner.ask(path)).body.hooks;

test.each([
  "http://site.example/",
  "https://127.0.0.1/",
  "https://[::1]/",
  "https://2130706433/",
  "https://169.254.169.254/latest/meta-data/",
  "https://10.0.0.1/",
  "https://localhost/",
  "https://printer.local/",
  "https://user:secret@site.example/",
  "https://site.example:8443/",
  "javascript:alert(1)",
  "site.example",
])("[WH6] %s is no address of a webhook", async (url) => {
  const { status, body } = await make("people", url);
  expect([status, body.code]).toEqual([422, "hook-address"]);
  const { id } = (await make("people")).body;
  const change = await owner.ask(`${path}/${id}`, { method: "PATCH", json: { url } });
  expect(change.status).toBe(422);
});

test("[WH7] owners keep five, change them, and bring back what they removed a moment ago", async () => {
  const { id } = (await make("articles")).body;
  for (let index = 0; index < 4; index++) await make("people");
  const sixth = await make("people");
  expect([sixth.status, sixth.body.code]).toEqual([422, "hooks-enough"]);
  const one = `${path}/${id}`;
  const patch = (json: object) => owner.ask(one, { method: "PATCH", json });
  expect((await patch({ topics: ["people"] })).body).toMatchObject({ topics: ["people"] });
  expect((await patch({ on: false })).body.ended.why).toBe("by-hand");
  expect((await patch({ on: true })).body.ended).toBeNull();
  expect((await owner.ask(one, { method: "DELETE" })).status).toBe(204);
  expect(await hooks()).toHaveLength(4);
  expect((await patch({ on: true })).status).toBe(404);
  expect((await patch({ removed: false })).status).toBe(200);
  expect(await hooks()).toHaveLength(5);
  await owner.ask(one, { method: "DELETE" });
  now += 20 * MINUTE;
  await until(() => server.sql("SELECT 1 FROM hook WHERE id = ?", id).length === 0, "it is gone");
  const editor = await server.member("editor");
  expect((await editor.ask(path)).status).toBe(403);
});

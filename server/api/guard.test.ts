import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";
import { ROUTES } from "./routes.test-kit.ts";

const ASKERS = ["nobody", "stranger", "viewer", "annotator", "editor", "owner"] as const;
const CHANGES = ROUTES.filter(({ route }) => !route.startsWith("GET"));

let server: TestServer;
let annotationId = "";
let author = "";
let spaceId = "";
beforeAll(async () => {
  server = await TestServer.start();
  const guest = await server.guest();
  author = guest.id;
  spaceId = String(server.sql("SELECT id FROM space")[0]?.id);
  const { body } = await guest.ask(`/api/articles/${server.sampleId}/annotations`, {
    json: { kind: "claim", start: 0, end: 10 },
  });
  annotationId = body.id;
});
afterAll(() => server.stop());

async function callerWho(is: (typeof ASKERS)[number]): Promise<Caller> {
  if (is === "nobody") return server.stranger();
  const caller = await server.guest();
  if (is === "stranger") server.sql("DELETE FROM member WHERE user_id = ?", caller.id);
  else server.sql("UPDATE member SET role = ? WHERE user_id = ?", is, caller.id);
  return caller;
}

type Route = (typeof ROUTES)[number];

function asking(wanted: Route, headers: Readonly<Record<string, string>> = {}) {
  const [method = "", path = ""] = wanted.route.split(" ");
  return {
    path: path
      .replace("{articleId}", server.sampleId)
      .replace("{spaceId}", spaceId)
      .replace("{author}", author)
      .replace("{annotationId}", annotationId),
    how: { method, headers, ...("json" in wanted ? { json: wanted.json } : {}) },
  };
}

test("[H1] every route is in the table of this test", async () => {
  const { body } = await server.stranger().ask("/api/openapi.json");
  const described = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed: readonly string[] = ROUTES.map(({ route }) => route);
  expect(described.filter((route) => !listed.includes(route))).toEqual([]);
  expect(described.length).toBeGreaterThan(10);
});

describe.each(ROUTES)("$route", (wanted) => {
  test.each(ASKERS.map((asker, index) => [asker, wanted.statuses[index] ?? 0] as const))(
    "[H1] answers %s with %i, [H4] privately, [H5] with a sentence when it refuses",
    async (asker, status) => {
      const caller = await callerWho(asker);
      const { path, how } = asking(wanted);
      const answer = await caller.ask(path, how);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("vary")).toBe("Cookie");
      if (status >= 400) {
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(Object.keys(answer.body)).toEqual(["type", "title", "status", "detail", "code"]);
        expect(answer.body.detail).toMatch(/^[A-Z].*\.$/);
      }
    },
  );
});

const FOREIGN = [
  "https://evil.example",
  "null",
  "",
  "http://127.0.0.1.evil.example",
  "http://127.0.0.1",
  "https://127.0.0.1:PORT",
  "http://127.0.0.1:PORT@evil.example",
  "http://LOCALHOST.:PORT",
];

test.each(FOREIGN)("[H2] a change from a page of the origin %j is refused", async (foreign) => {
  const caller = await callerWho("owner");
  const origin = foreign.replace("PORT", String(server.port));
  for (const change of CHANGES) {
    const { path, how } = asking(change, { origin });
    expect((await caller.ask(path, how)).status, change.route).toBe(403);
  }
});

test("[H2] a change that a browser calls cross-site is refused, even without an origin", async () => {
  const caller = await callerWho("owner");
  for (const change of CHANGES) {
    const { path, how } = asking(change, { "sec-fetch-site": "cross-site" });
    expect((await caller.ask(path, how)).status, change.route).toBe(403);
  }
});

test("[H2] a page of this server may change what its session may", async () => {
  for (const host of ["127.0.0.1", "localhost"]) {
    const headers = {
      origin: `http://${host}:${server.port}`,
      "sec-fetch-site": "same-origin",
    };
    const answer = await server.stranger().ask("/api/guests", { json: {}, headers });
    expect(answer.status).toBe(201);
  }
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/json",
  "",
])("[H3] a body of type %j is refused", async (type) => {
  const caller = await callerWho("owner");
  for (const change of CHANGES.filter((each) => "json" in each)) {
    const { path, how } = asking(change, { "content-type": type });
    const { status } = await caller.ask(path, how);
    expect(status, change.route).toBe(415);
  }
});

test.each([
  "{",
  "[]",
  "null",
  "7",
  '"x"',
  '{"name":{}}',
  '{"__proto__":{"name":"x"},"constructor":1}',
])("[H3] the body %s is refused", async (text) => {
  const headers = { "content-type": "application/json" };
  const { status, body } = await server.stranger().ask("/api/guests", { text, headers });
  expect(status).toBe(400);
  expect(body.detail.length).toBeGreaterThan(10);
});

test("[H10] a body larger than 64 KiB is refused, however it is sent", async () => {
  const text = JSON.stringify({ name: "x".repeat(70_000) });
  const headers = { "content-type": "application/json" };
  expect((await server.stranger().ask("/api/guests", { text, headers })).status).toBe(413);
  const chunked = { method: "POST", headers, body: new Blob([text]).stream(), duplex: "half" };
  expect((await fetch(`${server.url}/api/guests`, chunked)).status).toBe(413);
});

test("[H5] what is not there is said in JSON", async () => {
  for (const path of ["/api", "/api/", "/api/nothing", "/api/auth/sign-in/anonymous"]) {
    const { status, body } = await server.stranger().ask(path);
    expect(status).toBe(404);
    expect(body.title).toBe("Not found");
  }
});

test("[H5] an error that nobody foresaw shows an id, and is in the log under it", async () => {
  const caller = await server.guest();
  server.sql("ALTER TABLE article RENAME TO hidden");
  const { status, body } = await caller.ask("/api/articles");
  server.sql("ALTER TABLE hidden RENAME TO article");
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toMatch(/article|SQL|\.ts|at /);
  const id = /under ([\w-]{22})\.$/.exec(body.detail)?.[1] ?? "";
  expect(server.reported.filter((line) => line.includes(id))).toHaveLength(1);
});

test("[H11] the API describes itself as OpenAPI 3.1, with the schemas that it checks by", async () => {
  const { body } = await server.stranger().ask("/api/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(body.components.schemas.NewArticle).toMatchObject({
    additionalProperties: false,
    required: ["title", "text"],
  });
  expect(Object.keys(body.paths["/api/articles/{articleId}"].get.responses)).toEqual([
    "200",
    "401",
    "404",
    "503",
  ]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";
import type { RouteExample } from "./route-example.test-kit.ts";
import { ROUTES } from "./routes.test-kit.ts";

const CHANGES = ROUTES.filter(({ route }) => !/^(?:GET|OPTIONS) /.test(route));

/** W3C's annotations may hold what nobody here knows; of it is taken what w3c-wanted.ts names. */
const isOpen = ({ route }: RouteExample): boolean => route.includes("/w3c/");

let server: TestServer;
let owner: Caller;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.member("owner");
  const account = { email: "owner@example.org", password: "a long password" };
  await owner.ask("/api/owner", { json: { token: server.ownerToken, account } });
  const guest = await server.guest();
  const { body } = await guest.ask(`/api/articles/${server.sampleId}/annotations`, {
    json: { kind: "claim", start: 0, end: 10 },
  });
  ids = {
    articleId: server.sampleId,
    spaceId: String(server.sql("SELECT id FROM space")[0]?.id),
    author: guest.id,
    annotationId: body.id,
  };
});
afterAll(() => server.stop());

function asking({ route, json }: RouteExample, headers: Readonly<Record<string, string>> = {}) {
  const [method = "", path = ""] = route.split(" ");
  return {
    path: path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? "none"),
    how: { method, headers, ...(json && { json }) },
  };
}

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
  const origin = foreign.replace("PORT", String(server.port));
  for (const change of CHANGES) {
    const { path, how } = asking(change, { origin });
    expect((await owner.ask(path, how)).status, change.route).toBe(403);
  }
});

test.each(["cross-site", "same-site", "none"])(
  "[H2] a change that a browser calls %s is refused, even without an origin",
  async (site) => {
    for (const change of CHANGES) {
      const { path, how } = asking(change, { "sec-fetch-site": site });
      expect((await owner.ask(path, how)).status, change.route).toBe(403);
    }
  },
);

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
])("[H3] a body of type %j is refused by every route that changes something", async (type) => {
  for (const { route, answer } of CHANGES) {
    const { path, how } = asking({ route, answer }, { "content-type": type });
    const text = new URLSearchParams({ name: "x" }).toString();
    const { status } = await owner.ask(path, { ...how, text });
    expect(status, route).toBe(415);
  }
});

test("[H3] no column of a table is taken from a body that does not know it", async () => {
  const tables = server.sql("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const columns = tables.flatMap(({ name }) =>
    server.sql(`SELECT name FROM pragma_table_info('${name}')`),
  );
  const names = new Set(columns.map(({ name }) => String(name)));
  expect(names).toContain("role");
  const { body } = await owner.ask("/api/openapi.json");
  for (const change of CHANGES.filter((each) => each.json && !isOpen(each))) {
    const [method = "", path = ""] = change.route.split(" ");
    const described = JSON.stringify(body.paths[path][method.toLowerCase()].requestBody);
    const [, schema = ""] = /#\/components\/schemas\/(\w+)/.exec(described) ?? [];
    const known = described + JSON.stringify(body.components.schemas[schema] ?? {});
    const unknown = [...names].filter((name) => !known.includes(`"${name}":{`));
    const extra = Object.fromEntries(unknown.map((name) => [name, "x"]));
    const asked = asking({ ...change, json: { ...change.json, ...extra } });
    const { status, body: told } = await owner.ask(asked.path, asked.how);
    expect(status, change.route).toBe(400);
    // what one of two shapes does not know is not told by name: there, the sum has to do
    if (told.detail === "Invalid input") continue;
    for (const name of unknown) expect(told.detail, change.route).toContain(`"${name}"`);
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
    oneOf: [{ required: ["title", "text"] }, { required: ["import"] }, { required: ["url"] }],
  });
  expect(Object.keys(body.paths["/api/articles/{articleId}"].get.responses)).toEqual([
    "200",
    "401",
    "404",
    "503",
  ]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import type { Role } from "#domain/person.ts";
import { type Actor, authorize, mayWithRole, type Resource } from "../access/authorize.ts";
import { type Answer, type Caller, TestServer } from "../test-server.ts";
import type { Demand } from "./registry.ts";
import { ASKERS, type Asker, ROUTES, type RouteExample } from "./routes.test-kit.ts";

/** What the ids in a path stand for. */
type Ids = Readonly<Record<string, string>>;
type Known = Caller & { readonly id: string };

let server: TestServer;
let demands: ReadonlyMap<string, Demand>;
let place: Ids;
let another: Ids;
let now = Date.now();
beforeAll(async () => {
  // a clock that hurries: nobody here asks too often
  server = await TestServer.start({ now: () => (now += 20 * 60_000) });
  const { body } = await server.stranger().ask("/api/openapi.json");
  demands = new Map(
    Object.entries<Record<string, { "x-asks": Demand }>>(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, described]) => [`${method.toUpperCase()} ${path}`, described["x-asks"]] as const,
      ),
    ),
  );
  const spaceId = String(server.sql("SELECT id FROM space")[0]?.id);
  place = { articleId: server.sampleId, spaceId };
  another = await madeBy(await server.guest());
});
afterAll(() => server.stop());

/** What somebody makes who may annotate: an annotation with a reply, and an editor's proposal to it. */
async function madeBy(author: Known): Promise<Ids> {
  const annotations = `/api/articles/${server.sampleId}/annotations`;
  const json = { kind: "claim", start: 0, end: 10 };
  const { body: annotation } = await author.ask(annotations, { json });
  const path = `${annotations}/${author.id}/${annotation.id}`;
  const { body: reply } = await author.ask(`${path}/replies`, { json: { text: "x" } });
  const editor = await server.member("editor");
  const proposal = { kind: "framing", label: "loaded" };
  await editor.ask(`${path}/proposal`, { method: "PUT", json: proposal });
  return {
    author: author.id,
    userId: author.id,
    inviteId: newId(),
    annotationId: annotation.id,
    replyId: reply.id,
    proposer: editor.id,
  };
}

async function becoming(asker: Asker, caller: Known): Promise<Caller> {
  if (asker === "nobody") return server.stranger();
  if (asker === "stranger") server.sql("DELETE FROM member WHERE user_id = ?", caller.id);
  else server.sql("UPDATE member SET role = ? WHERE user_id = ?", asker, caller.id);
  return caller;
}

function ask(caller: Caller, { route, json }: RouteExample, ids: Ids): Promise<Answer> {
  const [method = "", path = ""] = route.split(" ");
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? "none");
  return caller.ask(filled, { method, ...(json && { json }) });
}

function isOfSomebody({ route }: RouteExample): boolean {
  return /\{(annotationId|replyId)\}/.test(route);
}

const roleOf = (asker: Asker): Role | null =>
  asker === "nobody" || asker === "stranger" ? null : asker;

/** What `asker` is to be answered about something that is `isOwn`, by what the route says it asks. */
function expected(asker: Asker, example: RouteExample, isOwn: boolean): number {
  const { route, answer, others = answer, except = {} } = example;
  const demand = demands.get(route) ?? "nothing";
  const due = isOwn ? answer : others;
  if (demand === "nothing") return except[asker] ?? due;
  if (asker === "nobody") return 401;
  if (except[asker] !== undefined) return except[asker];
  if (demand === "session") return due;
  // nobody here has one
  if (demand === "account") return 403;
  if (asker === "stranger") return 404;
  const actor: Actor = { userId: "me", role: roleOf(asker) };
  return mayWithRole(actor, demand) && mayDo(actor, demand, route, isOwn) ? due : 403;
}

/** Where the path says whose something is, `authorize` knows; elsewhere the example does. */
function mayDo(actor: Actor, verb: Parameters<typeof authorize>[1], route: string, isOwn: boolean) {
  if (!route.includes("{author}") || verb === "layer.write") return true;
  const type = route.includes("{replyId}") ? "reply" : "annotation";
  const resource: Resource = { type, author: isOwn ? "me" : "another" };
  return authorize(actor, verb, resource);
}

test("[H1] every route says what it asks, and has an example here", () => {
  const examples = new Set(ROUTES.map(({ route }) => route));
  expect([...demands.keys()].filter((route) => !examples.has(route))).toEqual([]);
  expect([...demands].filter(([, demand]) => demand === undefined)).toEqual([]);
  expect(demands.size).toBeGreaterThan(30);
});

describe.each(ROUTES)("$route", (example) => {
  test.each(ASKERS)(
    "[H1] answers %s about their own, [H4] privately, [H5] with a sentence when it refuses",
    async (asker) => {
      const caller = await server.guest();
      const made = isOfSomebody(example) ? await madeBy(caller) : {};
      const answer = await ask(await becoming(asker, caller), example, {
        ...place,
        userId: caller.id,
        ...made,
      });
      expect(answer.status).toBe(expected(asker, example, true));
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("vary")).toBe("Cookie");
      if (answer.status < 400) return;
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(Object.keys(answer.body)).toEqual(["type", "title", "status", "detail", "code"]);
      expect(answer.body.detail).toMatch(/^[A-Z].*\.$/);
    },
  );
});

const OF_SOMEBODY = ROUTES.filter(isOfSomebody);
const SOMEWHERE = ROUTES.filter(({ route }) => /\{(articleId|spaceId)\}/.test(route));

test.each(ASKERS)(
  "[H1] what another made is answered to %s as it has to be, and what is absent by 404",
  async (asker) => {
    const caller = await becoming(asker, await server.guest());
    for (const example of OF_SOMEBODY) {
      const { status } = await ask(caller, example, { ...place, ...another });
      expect(status, example.route).toBe(expected(asker, example, false));
      const absent = { annotationId: newId(), replyId: newId() };
      const gone = await ask(caller, example, { ...place, ...another, ...absent });
      const mayAsk = expected(asker, { ...example, answer: 404 }, true);
      expect(gone.status, example.route).toBe(mayAsk);
    }
  },
);

test.each(ASKERS.slice(1))(
  "[H1] %s cannot tell a place that is absent from one that is not shared",
  async (asker) => {
    const caller = await becoming(asker, await server.guest());
    const outsider = await becoming("stranger", await server.guest());
    for (const example of SOMEWHERE) {
      const absent = await ask(caller, example, {
        ...another,
        articleId: newId(),
        spaceId: newId(),
      });
      const unshared = await ask(outsider, example, { ...place, ...another });
      expect(absent.status, example.route).toBe(404);
      expect(absent.body, example.route).toEqual(unshared.body);
    }
  },
);

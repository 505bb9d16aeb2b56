import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openSite, type Site } from "../import/fetch/site.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };
type Told = { readonly type: string; readonly user?: string };

const MINUTE = 60_000;

let server: TestServer;
let owner: Caller & { readonly id: string };
let space = "";
let path = "";
let site: Site;
let received: Received[] = [];
/** What the other end answers. */
let status = 204;
let now = Date.now();

beforeAll(async () => {
  site = await openSite((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.writeHead(status, { location: "http://169.254.169.254/" }).end("nothing");
    });
  });
  server = await TestServer.start({
    now: () => (now += 10),
    hooks: {
      sender: new URL("../import/fetch/send-main.test-kit.ts", import.meta.url),
      every: 50,
    },
  });
  owner = await server.member("owner");
  space = String(server.sql("SELECT id FROM space")[0]?.id);
  path = `/api/spaces/${space}/hooks`;
});
beforeEach(() => {
  server.sql("DELETE FROM hook");
  [received, status] = [[], 204];
  // nobody here asks too often
  now += 10 * MINUTE;
});
afterAll(async () => {
  await server.stop();
  await site.close();
});

const address = (): string => `https://site.example/${site.port}/in`;
const make = async (...topics: string[]) =>
  (await owner.ask(path, { json: { url: address(), topics } })).body;
const hooks = async () => (await owner.ask(path)).body.hooks;
const told = (): Told[] => received.flatMap(({ body }) => JSON.parse(body).data.events ?? []);
const types = (): string[] => told().map(({ type }) => type);

/** Those of the secrets whose signatures a delivery bears, in its order; null for one that is nobody's. */
function signersOf(
  { headers, body }: Received = expect.unreachable(),
  secrets: readonly string[],
): (string | null)[] {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const by = new Map(secrets.map((secret) => [signatureBy(secret, signed), secret]));
  return String(headers["webhook-signature"])
    .split(" ")
    .map((signature) => by.get(signature) ?? null);
}

function signatureBy(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

/** Lets a while pass; what is due then is sent. */
function pass(milliseconds: number): void {
  now += milliseconds;
}

/** As if so many articles had been added, called a0 and on. */
function happen(count: number, at: number): void {
  server.sql(
    `WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
      INSERT INTO hook_event (hook_id, at, type, article_id)
      SELECT hook.id, ?, 'article.added', 'a' || n FROM hook, counted ORDER BY n`,
    ...[count - 1, at],
  );
}

async function addArticle(): Promise<string> {
  const json = { title: "T", text: "One two three.", space };
  return (await owner.ask("/api/articles", { json })).body.id;
}

test("[WH1] a delivery is signed with the secret that was told once, and holds no words", async () => {
  const { id, secret, url, ...hook } = await make("articles");
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(hook).toMatchObject({ topics: ["articles"], ended: null, waiting: 0, deliveries: [] });
  expect(JSON.stringify(await hooks())).not.toContain(secret);
  const article = await addArticle();
  pass(MINUTE);
  await until(() => received.length === 1, "the delivery has come");
  const [{ headers, body } = expect.unreachable()] = received;
  expect(signersOf(received[0], [secret])).toEqual([secret]);
  expect(Math.abs(Number(headers["webhook-timestamp"]) * 1000 - now)).toBeLessThan(MINUTE);
  expect(JSON.parse(body)).toEqual({
    type: "events",
    timestamp: expect.stringMatching(/Z$/),
    data: {
      ...{ space, missed: 0 },
      events: [
        {
          ...{ type: "article.added", at: expect.stringMatching(/Z$/), article },
          link: `${server.url}/articles/${article}`,
        },
      ],
    },
  });
  expect(Object.keys(headers).toSorted()).toEqual([
    ...["connection", "content-length", "content-type", "host", "user-agent"],
    ...["webhook-id", "webhook-signature", "webhook-timestamp"],
  ]);
  await until(async () => (await hooks())[0]?.deliveries[0]?.state === "done", "it is noted");
  const [{ deliveries }] = await hooks();
  expect(deliveries).toMatchObject([{ events: 1, attempts: 1, status: 204, fault: null }]);
  expect(server.sql("SELECT * FROM hook_event")).toEqual([]);
  expect((await owner.ask(`/api/spaces/${space}/audit`)).body.entries[0]).toMatchObject({
    ...{ verb: "hook-made", actor: { id: owner.id } },
    subject: { id },
  });
});

test("[WH1] a secret that was replaced signs, too, for a day, and no other is ever told", async () => {
  const { id, secret: first } = await make("articles");
  const renew = async () => (await owner.ask(`${path}/${id}/secret`, { method: "POST" })).body;
  const { secret: second, oldSecretUntil } = await renew();
  expect(second).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(Math.abs(Date.parse(oldSecretUntil) - now - 24 * 60 * MINUTE)).toBeLessThan(MINUTE);
  const { secret: third } = await renew();
  await addArticle();
  pass(MINUTE);
  await until(() => received.length === 1, "the delivery has come");
  expect(signersOf(received[0], [first, second, third])).toEqual([third, second, first]);
  pass(24 * 60 * MINUTE);
  await addArticle();
  pass(MINUTE);
  await until(() => received.length === 2, "another has come");
  expect(signersOf(received[1], [first, second, third])).toEqual([third]);
  await until(() => server.sql("SELECT * FROM hook_secret").length === 0, "the old ones are gone");
  const [listed] = await hooks();
  expect(listed.oldSecretUntil).toBeNull();
  const audit = (await owner.ask(`/api/spaces/${space}/audit`)).body;
  expect(audit.entries[0]).toMatchObject({ verb: "hook-renewed", subject: { id } });
  const told = JSON.stringify([await hooks(), audit, server.reported]);
  for (const secret of [first, second, third]) expect(told).not.toContain(secret);
});

test("[WH2] annotations, replies, articles and people are told, of what was chosen", async () => {
  await make("annotations", "replies", "articles", "people");
  const article = await addArticle();
  const ann = await server.guest("Ann Archer");
  const json = { kind: "claim", start: 0, end: 3, note: "secret words" };
  const annotations = `/api/articles/${article}/annotations`;
  const { body: annotation } = await ann.ask(annotations, { json });
  // whoever searches has what changed noticed at once
  const search = () => owner.ask("/api/search?q=three");
  await search();
  await owner.ask(`${annotations}/${ann.id}/${annotation.id}/replies`, { json: { text: "hm" } });
  await search();
  await ann.ask(`${annotations}/${annotation.id}`, { method: "PATCH", json: { note: "else" } });
  await search();
  await owner.ask(`/api/articles/${article}`, { method: "PATCH", json: { locked: true } });
  await ann.ask(`${annotations}/${annotation.id}`, { method: "DELETE" });
  await search();
  const role = { method: "PATCH", json: { role: "viewer" } };
  await owner.ask(`/api/spaces/${space}/members/${ann.id}`, role);
  await owner.ask(`/api/spaces/${space}/members/${ann.id}`, { method: "DELETE" });
  pass(MINUTE);
  await until(() => received.length === 1, "all has come");
  expect(types()).toEqual([
    ...["article.added", "annotation.created", "reply.created", "annotation.changed"],
    ...["article.version", "annotation.deleted", "member.changed", "member.left"],
  ]);
  expect(told()[1]).toMatchObject({
    ...{ article, id: annotation.id, author: ann.id },
    address: `${server.url}/api/articles/${article}/w3c/${ann.id}.${annotation.id}`,
  });
  expect(told().at(-1)).toMatchObject({ user: ann.id });
  expect(received[0]?.body).not.toMatch(/secret|else|Archer|One two/);
});

test("[WH3] what happens within seconds is one delivery, and a hundred events are another", async () => {
  await make("articles");
  happen(230, now);
  pass(MINUTE);
  await until(() => told().length === 230, "all have come");
  expect(received).toHaveLength(3);
  const ids = told().map((each) => ("article" in each ? each.article : ""));
  expect(ids).toEqual(Array.from({ length: 230 }, (_, index) => `a${index}`));
});

test("[WH3] a queue that is full takes no more, and the next delivery tells how many it missed", async () => {
  await make("articles");
  happen(1000, now + 40 * MINUTE);
  await addArticle();
  pass(60 * MINUTE);
  await until(() => received.length > 0, "the first delivery has come");
  expect(JSON.parse(received[0]?.body ?? "").data).toMatchObject({ missed: 1 });
});

test("[WH4] what fails is tried again with the same id, ever later, also after a restart", async () => {
  await make("articles");
  status = 500;
  await addArticle();
  pass(MINUTE);
  await until(async () => (await hooks())[0]?.deliveries[0]?.status === 500, "it has failed once");
  const [before] = (await hooks())[0].deliveries;
  expect(before).toMatchObject({ state: "waiting", attempts: 1 });
  expect(Date.parse(before.nextAt) - now).toBeLessThan(10_000);
  await server.restart();
  status = 200;
  pass(MINUTE);
  await until(() => received.length === 2, "it has come again");
  const [first, second] = received;
  // the test server comes back on another port
  const portless = (each: Received | undefined) => each?.body.replace(/127.0.0.1:\d+/, "");
  expect(portless(second)).toBe(portless(first));
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  await until(async () => (await hooks())[0]?.deliveries[0]?.state === "done", "it is noted");
});

test("[WH4] what comes meanwhile waits behind it, in order", async () => {
  await make("articles");
  status = 503;
  const one = await addArticle();
  pass(MINUTE);
  await until(async () => (await hooks())[0]?.deliveries[0]?.status === 503, "it has failed once");
  const two = await addArticle();
  expect((await hooks())[0]).toMatchObject({ waiting: 2, deliveries: [{ events: 1 }] });
  status = 204;
  pass(MINUTE);
  await until(() => told().length === 3, "both have come");
  expect(told()).toMatchObject([{ article: one }, { article: one }, { article: two }]);
});

test("[WH5] after a day of failures it is off, says so, and begins anew when it is switched on", async () => {
  const { id } = await make("articles");
  status = 500;
  await addArticle();
  pass(MINUTE);
  await until(async () => (await hooks())[0]?.deliveries[0]?.attempts === 1, "it has failed once");
  // as if it had failed seven times more
  server.sql("UPDATE hook_delivery SET attempts = 8");
  for (const tries of [9, 10]) {
    expect((await hooks())[0].ended).toBeNull();
    pass(8 * 60 * MINUTE);
    await until(async () => (await hooks())[0]?.deliveries[0]?.attempts === tries, "it is noted");
  }
  const [ended] = await hooks();
  expect(ended).toMatchObject({ ended: { why: "failing" }, waiting: 0 });
  expect(ended.deliveries).toMatchObject([{ state: "failed", attempts: 10, nextAt: null }]);
  const { entries } = (await owner.ask(`/api/spaces/${space}/audit`)).body;
  expect(entries[0]).toMatchObject({ verb: "hook-ended", actor: null });
  await addArticle();
  status = 204;
  await owner.ask(`${path}/${id}`, { method: "PATCH", json: { on: true } });
  const article = await addArticle();
  pass(MINUTE);
  await until(() => received.length === 4, "it is told again");
  expect(told().at(-1)).toMatchObject({ article });
});

test("[WH5] one that says it is gone is off at once", async () => {
  await make("articles");
  status = 410;
  await addArticle();
  pass(MINUTE);
  await until(async () => (await hooks())[0]?.ended?.why === "gone", "it is off");
  expect(received).toHaveLength(1);
});

test("[WH6] a redirect is not followed, and a test tells what came of it", async () => {
  const { id } = await make("people");
  const tryOut = async () => (await owner.ask(`${path}/${id}/test`, { method: "POST" })).body;
  expect(await tryOut()).toEqual({ status: 204, fault: null });
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ type: "test", data: { space } });
  status = 302;
  expect(await tryOut()).toEqual({ status: 302, fault: null });
  expect((await hooks())[0].deliveries).toMatchObject([
    { state: "failed", status: 302, events: 0 },
    { state: "done", status: 204 },
  ]);
  expect((await hooks())[0].ended).toBeNull();
});

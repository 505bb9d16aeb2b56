import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openSite } from "../import/fetch/site.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { addressOf, HookedServer, MINUTE, type Received } from "./hooks.test-kit.ts";

/** Many more than there are processors. */
const SLOW = 40;

let at: HookedServer;

beforeAll(async () => {
  at = await HookedServer.start();
});
beforeEach(() => at.begin());
afterAll(() => at.stop());

const types = (): string[] => at.told().map(({ type }) => type);

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

/** As if so many articles had been added, called a0 and on. */
function happen(count: number, since: number): void {
  at.server.sql(
    `WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
      INSERT INTO hook_event (hook_id, at, type, article_id)
      SELECT hook.id, ?, 'article.added', 'a' || n FROM hook, counted ORDER BY n`,
    ...[count - 1, since],
  );
}

test("[WH1] a delivery is signed with the secret that was told once, and holds no words", async () => {
  const { id, secret, url, ...hook } = await at.make("articles");
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(hook).toMatchObject({ topics: ["articles"], ended: null, waiting: 0, deliveries: [] });
  expect(JSON.stringify(await at.hooks())).not.toContain(secret);
  const article = await at.addArticle();
  at.pass(MINUTE);
  await until(() => at.received.length === 1, "the delivery has come");
  const [{ headers, body } = expect.unreachable()] = at.received;
  expect(signersOf(at.received[0], [secret])).toEqual([secret]);
  expect(Math.abs(Number(headers["webhook-timestamp"]) * 1000 - at.now)).toBeLessThan(MINUTE);
  expect(JSON.parse(body)).toEqual({
    type: "events",
    timestamp: expect.stringMatching(/Z$/),
    data: {
      ...{ space: at.space, missed: 0 },
      events: [
        {
          ...{ type: "article.added", at: expect.stringMatching(/Z$/), article },
          link: `${at.server.url}/articles/${article}`,
        },
      ],
    },
  });
  expect(Object.keys(headers).toSorted()).toEqual([
    ...["connection", "content-length", "content-type", "host", "user-agent"],
    ...["webhook-id", "webhook-signature", "webhook-timestamp"],
  ]);
  await until(async () => (await at.hooks())[0]?.deliveries[0]?.state === "done", "it is noted");
  const [{ deliveries }] = await at.hooks();
  expect(deliveries).toMatchObject([{ events: 1, attempts: 1, status: 204, fault: null }]);
  expect(at.server.sql("SELECT * FROM hook_event")).toEqual([]);
  expect((await at.owner.ask(`/api/spaces/${at.space}/audit`)).body.entries[0]).toMatchObject({
    ...{ verb: "hook-made", actor: { id: at.owner.id } },
    subject: { id },
  });
});

test("[WH1] a secret that was replaced signs, too, for a day, and no other is ever told", async () => {
  const { id, secret: first } = await at.make("articles");
  const renew = async () =>
    (await at.owner.ask(`${at.path}/${id}/secret`, { method: "POST" })).body;
  const { secret: second, oldSecretUntil } = await renew();
  expect(second).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(Math.abs(Date.parse(oldSecretUntil) - at.now - 24 * 60 * MINUTE)).toBeLessThan(MINUTE);
  const { secret: third } = await renew();
  await at.addArticle();
  at.pass(MINUTE);
  await until(() => at.received.length === 1, "the delivery has come");
  expect(signersOf(at.received[0], [first, second, third])).toEqual([third, second, first]);
  at.pass(24 * 60 * MINUTE);
  await at.addArticle();
  at.pass(MINUTE);
  await until(() => at.received.length === 2, "another has come");
  expect(signersOf(at.received[1], [first, second, third])).toEqual([third]);
  await until(
    () => at.server.sql("SELECT * FROM hook_secret").length === 0,
    "the old ones are gone",
  );
  const [listed] = await at.hooks();
  expect(listed.oldSecretUntil).toBeNull();
  const audit = (await at.owner.ask(`/api/spaces/${at.space}/audit`)).body;
  expect(audit.entries[0]).toMatchObject({ verb: "hook-renewed", subject: { id } });
  const told = JSON.stringify([await at.hooks(), audit, at.server.reported]);
  for (const secret of [first, second, third]) expect(told).not.toContain(secret);
});

test("[WH2] annotations, replies, articles and people are told, of what was chosen", async () => {
  await at.make("annotations", "replies", "articles", "people");
  const article = await at.addArticle();
  const ann = await at.server.guest("Ann Archer");
  const json = { kind: "claim", start: 0, end: 3, note: "secret words" };
  const annotations = `/api/articles/${article}/annotations`;
  const { body: annotation } = await ann.ask(annotations, { json });
  await at.settle();
  await at.owner.ask(`${annotations}/${ann.id}/${annotation.id}/replies`, { json: { text: "hm" } });
  await at.settle();
  await ann.ask(`${annotations}/${annotation.id}`, { method: "PATCH", json: { note: "else" } });
  await at.settle();
  await at.owner.ask(`/api/articles/${article}`, { method: "PATCH", json: { locked: true } });
  await ann.ask(`${annotations}/${annotation.id}`, { method: "DELETE" });
  await at.settle();
  const role = { method: "PATCH", json: { role: "viewer" } };
  await at.owner.ask(`/api/spaces/${at.space}/members/${ann.id}`, role);
  await at.owner.ask(`/api/spaces/${at.space}/members/${ann.id}`, { method: "DELETE" });
  at.pass(MINUTE);
  await until(() => at.received.length === 1, "all has come");
  expect(types()).toEqual([
    ...["article.added", "annotation.created", "reply.created", "annotation.changed"],
    ...["article.version", "annotation.deleted", "member.changed", "member.left"],
  ]);
  expect(at.told()[1]).toMatchObject({
    ...{ article, id: annotation.id, author: ann.id },
    address: `${at.server.url}/api/articles/${article}/w3c/${ann.id}.${annotation.id}`,
  });
  expect(at.told().at(-1)).toMatchObject({ user: ann.id });
  expect(at.received[0]?.body).not.toMatch(/secret|else|Archer|One two/);
});

test("[WH3] what happens within seconds is one delivery, and a hundred events are another", async () => {
  await at.make("articles");
  happen(230, at.now);
  at.pass(MINUTE);
  await until(() => at.told().length === 230, "all have come");
  expect(at.received).toHaveLength(3);
  const ids = at.told().map(({ article }) => article);
  expect(ids).toEqual(Array.from({ length: 230 }, (_, index) => `a${index}`));
});

test("[WH3] a queue that is full takes no more, and the next delivery tells how many it missed", async () => {
  await at.make("articles");
  happen(1000, at.now + 40 * MINUTE);
  await at.addArticle();
  at.pass(60 * MINUTE);
  await until(() => at.received.length > 0, "the first delivery has come");
  expect(JSON.parse(at.received[0]?.body ?? "").data).toMatchObject({ missed: 1 });
});

test("[WH4] what fails is tried again with the same id, ever later, also after a restart", async () => {
  await at.make("articles");
  at.status = 500;
  await at.addArticle();
  at.pass(MINUTE);
  await until(
    async () => (await at.hooks())[0]?.deliveries[0]?.status === 500,
    "it has failed once",
  );
  const [before] = (await at.hooks())[0].deliveries;
  expect(before).toMatchObject({ state: "waiting", attempts: 1 });
  expect(Date.parse(before.nextAt) - at.now).toBeLessThan(10_000);
  await at.server.restart();
  at.status = 200;
  at.pass(MINUTE);
  await until(() => at.received.length === 2, "it has come again");
  const [first, second] = at.received;
  // the test server comes back on another port
  const portless = (each: Received | undefined) => each?.body.replace(/127.0.0.1:\d+/, "");
  expect(portless(second)).toBe(portless(first));
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  await until(async () => (await at.hooks())[0]?.deliveries[0]?.state === "done", "it is noted");
});

test("[WH4] what comes meanwhile waits behind it, in order", async () => {
  await at.make("articles");
  at.status = 503;
  const one = await at.addArticle();
  at.pass(MINUTE);
  await until(
    async () => (await at.hooks())[0]?.deliveries[0]?.status === 503,
    "it has failed once",
  );
  const two = await at.addArticle();
  expect((await at.hooks())[0]).toMatchObject({ waiting: 2, deliveries: [{ events: 1 }] });
  at.status = 204;
  at.pass(MINUTE);
  await until(() => at.told().length === 3, "both have come");
  expect(at.told()).toMatchObject([{ article: one }, { article: one }, { article: two }]);
});

test("[WH5] after a day of failures it is off, says so, and begins anew when it is switched on", async () => {
  const { id } = await at.make("articles");
  at.status = 500;
  await at.addArticle();
  at.pass(MINUTE);
  await until(
    async () => (await at.hooks())[0]?.deliveries[0]?.attempts === 1,
    "it has failed once",
  );
  // as if it had failed seven times more
  at.server.sql("UPDATE hook_delivery SET attempts = 8");
  for (const tries of [9, 10]) {
    expect((await at.hooks())[0].ended).toBeNull();
    at.pass(8 * 60 * MINUTE);
    await until(
      async () => (await at.hooks())[0]?.deliveries[0]?.attempts === tries,
      "it is noted",
    );
  }
  const [ended] = await at.hooks();
  expect(ended).toMatchObject({ ended: { why: "failing" }, waiting: 0 });
  expect(ended.deliveries).toMatchObject([{ state: "failed", attempts: 10, nextAt: null }]);
  const { entries } = (await at.owner.ask(`/api/spaces/${at.space}/audit`)).body;
  expect(entries[0]).toMatchObject({ verb: "hook-ended", actor: null });
  await at.addArticle();
  at.status = 204;
  await at.owner.ask(`${at.path}/${id}`, { method: "PATCH", json: { on: true } });
  const article = await at.addArticle();
  at.pass(MINUTE);
  await until(() => at.received.length === 4, "it is told again");
  expect(at.told().at(-1)).toMatchObject({ article });
});

test("[WH5] one that says it is gone is off at once", async () => {
  await at.make("articles");
  at.status = 410;
  await at.addArticle();
  at.pass(MINUTE);
  await until(async () => (await at.hooks())[0]?.ended?.why === "gone", "it is off");
  expect(at.received).toHaveLength(1);
});

test("[WH6] a redirect is not followed, and a test tells what came of it", async () => {
  const { id } = await at.make("people");
  const tryOut = async () => (await at.owner.ask(`${at.path}/${id}/test`, { method: "POST" })).body;
  expect(await tryOut()).toEqual({ status: 204, fault: null });
  expect(JSON.parse(at.received[0]?.body ?? "")).toMatchObject({
    type: "test",
    data: { space: at.space },
  });
  at.status = 302;
  expect(await tryOut()).toEqual({ status: 302, fault: null });
  expect((await at.hooks())[0].deliveries).toMatchObject([
    { state: "failed", status: 302, events: 0 },
    { state: "done", status: 204 },
  ]);
  expect((await at.hooks())[0].ended).toBeNull();
});

test("[WH3] a site that lets wait keeps nobody else waiting, and is sent nothing more meanwhile", async () => {
  const held: ServerResponse[] = [];
  const open = new Set<unknown>();
  let twice = 0;
  const slow = await openSite((request, response) => {
    const { "webhook-id": id } = request.headers;
    if (open.has(id)) twice++;
    open.add(id);
    response.on("close", () => open.delete(id));
    void text(request).then(() => held.push(response));
  });
  await at.make("articles");
  // as if other spaces had them; what is due is sent in the order of their names
  const copied = "url, secret, topics, made_by, made_at, ended_at, ended_why, removed_at, missed";
  at.server.sql(
    `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
      INSERT INTO hook (id, space_id, ${copied})
      SELECT '!' || n, space_id, ${copied.replace("url", "?")} FROM hook, counted`,
    ...[SLOW, addressOf(slow)],
  );
  for (const count of [1, 2]) {
    await at.addArticle();
    at.pass(MINUTE);
    await until(() => at.received.length === count, "the quick one has been told");
  }
  await until(() => held.length >= SLOW, "the slow ones were asked");
  expect(twice).toBe(0);
  for (const response of held) response.writeHead(204).end();
  await until(() => slow.asked() >= 2 * SLOW, "who answers is sent what came meanwhile");
  await slow.close();
});

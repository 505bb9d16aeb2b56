// What webhooks are told of annotations that change, with what is said about them by real sockets.

import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { setAttribute } from "#domain/annotation/layer.ts";
import { castVote } from "#domain/talk/talk.ts";
import { openSite, type Site } from "../import/fetch/site.test-kit.ts";
import { openWith } from "../sync/stock-client.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

type Known = Caller & { readonly id: string };
type Told = { readonly type: string; readonly id?: string; readonly author?: string };

const MINUTE = 60_000;

let server: TestServer;
let site: Site;
let owner: Known;
let ann: Known;
let bob: Known;
let space = "";
let article = "";
let annotation = "";
let received: string[] = [];
let providers: WebsocketProvider[] = [];
let now = Date.now();

beforeAll(async () => {
  site = await openSite((request, response) => {
    void text(request).then((body) => {
      received.push(body);
      response.writeHead(204).end();
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
  ann = await server.guest("Ann Archer");
  bob = await server.guest("Bob");
  server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", ann.id);
  space = String(server.sql("SELECT id FROM space")[0]?.id);
});
beforeEach(async () => {
  server.sql("DELETE FROM hook");
  // nobody here asks too often
  now += 10 * MINUTE;
  article = await addArticle(owner);
  const json = { kind: "claim", start: 0, end: 3, note: "x" };
  annotation = (await ann.ask(`/api/articles/${article}/annotations`, { json })).body.id;
  await settle();
  const hook = { url: `https://site.example/${site.port}/in`, topics: ["annotations", "articles"] };
  expect((await owner.ask(`/api/spaces/${space}/hooks`, { json: hook })).status).toBe(201);
  [received, providers] = [[], []];
});
afterAll(async () => {
  for (const provider of providers) provider.destroy();
  await server.stop();
  await site.close();
});

/** Whoever searches has what changed noticed at once. */
const settle = () => owner.ask("/api/search?q=three");

async function addArticle(caller: Caller): Promise<string> {
  const json = { title: "T", text: "One two three.", space };
  return (await caller.ask("/api/articles", { json })).body.id;
}

/** Opens somebody's layer by a socket. What is changed in it arrives; `saved` waits until it has. */
async function layerOf({ id, cookie }: Known): Promise<Y.Doc> {
  const layer = new Y.Doc();
  const provider = openWith({ cookie }, server, `${article}/layer/${id}`, layer);
  providers.push(provider);
  await until(() => provider.synced, "the layer has come");
  return layer;
}

/** Lets what waits be told; returns what came. */
async function told(): Promise<Told[]> {
  await settle();
  // the mark by which one knows that all before it was told
  const last = await addArticle(owner);
  received = [];
  now += MINUTE;
  await until(() => received.some((body) => body.includes(last)), "all has come");
  return received
    .flatMap((body): Told[] => JSON.parse(body).data.events)
    .filter(({ type }) => type !== "article.added");
}

const ref = () => `${ann.id}/${annotation}`;
const pathOf = (what: string) => `/api/articles/${article}/annotations/${ref()}/${what}`;
const standing = async () => {
  const { annotations } = (await owner.ask(`/api/articles/${article}/annotations`)).body;
  return annotations[0];
};

test("[WH2] attributes and votes are told with their annotation, and nobody who voted", async () => {
  setAttribute(await layerOf(ann), annotation, "priority", "high");
  await until(async () => (await standing()).attributes.priority === "high", "it is stored");
  expect(await told()).toMatchObject([{ type: "annotation.changed", id: annotation }]);
  for (const voter of [bob, owner]) castVote(await layerOf(voter), ref(), "agree", now);
  await until(async () => (await standing()).votes.agree === 2, "both votes are stored");
  expect(await told()).toEqual([
    {
      ...{ type: "annotation.voted", at: expect.any(String), article, id: annotation },
      ...{ author: ann.id, link: expect.any(String), address: expect.stringContaining(annotation) },
    },
  ]);
  for (const voter of [bob, owner]) expect(received.join()).not.toContain(voter.id);
});

test("[WH2] the same vote again is no news, another one and one less are", async () => {
  const put = (vote: string) => bob.ask(pathOf("vote"), { method: "PUT", json: { vote } });
  await put("agree");
  expect(await told()).toMatchObject([{ type: "annotation.voted" }]);
  await put("agree");
  expect(await told()).toEqual([]);
  await put("unsure");
  expect(await told()).toMatchObject([{ type: "annotation.voted" }]);
  await bob.ask(pathOf("vote"), { method: "DELETE" });
  expect(await told()).toMatchObject([{ type: "annotation.voted" }]);
});

test("[WH2] a vote on what there is not is nothing", async () => {
  const layer = await layerOf(bob);
  castVote(layer, `${ann.id}/AAAAAAAAAA`, "agree", now);
  castVote(layer, ref(), "agree", now);
  await until(async () => (await standing()).votes.agree === 1, "the votes are stored");
  expect(await told()).toMatchObject([{ type: "annotation.voted", id: annotation }]);
});

test("[WH2] of what is hidden nothing is told but that it is, and is shown again", async () => {
  await owner.ask(pathOf("hiding"), { method: "PUT", json: { reason: "Later." } });
  expect(await told()).toMatchObject([{ type: "annotation.changed" }]);
  await bob.ask(pathOf("vote"), { method: "PUT", json: { vote: "agree" } });
  const one = `/api/articles/${article}/annotations/${annotation}`;
  const json = { note: "y", attributes: { priority: "low" } };
  expect((await ann.ask(one, { method: "PATCH", json })).status).toBe(200);
  expect(await told()).toEqual([]);
  await owner.ask(pathOf("hiding"), { method: "DELETE" });
  expect(await told()).toMatchObject([{ type: "annotation.changed" }]);
});

test("[WH8] who is erased is in no event that waits", async () => {
  const hook = { url: `https://site.example/${site.port}/in`, topics: ["people"] };
  await owner.ask(`/api/spaces/${space}/hooks`, { json: hook });
  const eve = await server.guest("Eve");
  const path = `/api/spaces/${space}/members/${eve.id}`;
  await owner.ask(path, { method: "PATCH", json: { role: "viewer" } });
  expect(server.sql("SELECT 1 FROM hook_event WHERE user_id = ?", eve.id)).not.toEqual([]);
  const erasure = await eve.ask("/api/person/erasure", { json: { name: "Eve" } });
  expect(erasure.status).toBe(204);
  expect(server.sql("SELECT 1 FROM hook_event WHERE user_id = ?", eve.id)).toEqual([]);
});

test("[WH8] what is noticed while somebody is being erased is told to nobody", async () => {
  await bob.ask(pathOf("vote"), { method: "PUT", json: { vote: "agree" } });
  server.sql("UPDATE article SET created_by = ? WHERE id = ?", ann.id, article);
  // as if somebody had searched just then
  server.sql(`CREATE TRIGGER noticed AFTER UPDATE OF created_by ON article BEGIN
    INSERT INTO hook_event (hook_id, at, type, article_id, user_id, place)
      SELECT id, ${now + MINUTE / 2}, 'annotation.changed', new.id, '${ann.id}', '${annotation}' FROM hook; END`);
  const json = { name: "Ann Archer" };
  const path = `/api/spaces/${space}/members/${ann.id}/erasure`;
  expect((await owner.ask(path, { json })).status).toBe(204);
  server.sql("DROP TRIGGER noticed");
  expect(await told()).toEqual([]);
  expect(received.join()).not.toContain(ann.id);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { setAttribute } from "#domain/annotation/layer.ts";
import { castVote } from "#domain/talk/talk.ts";
import { openWith } from "../sync/stock-client.ts";
import { until } from "../sync/test-server.ts";
import { HookedServer, type Known } from "./hooks.test-kit.ts";

let at: HookedServer;
let ann: Known;
let bob: Known;
let article = "";
let annotation = "";
const providers: WebsocketProvider[] = [];

beforeAll(async () => {
  at = await HookedServer.start();
  ann = await at.server.guest("Ann Archer");
  bob = await at.server.guest("Bob");
  at.server.sql("UPDATE user SET isAnonymous = 0 WHERE id = ?", ann.id);
});
beforeEach(async () => {
  at.begin();
  article = await at.addArticle();
  const json = { kind: "claim", start: 0, end: 3, note: "x" };
  annotation = (await ann.ask(`/api/articles/${article}/annotations`, { json })).body.id;
  await at.settle();
  await at.make("annotations", "articles");
});
afterAll(async () => {
  for (const provider of providers) provider.destroy();
  await at.stop();
});

/** Opens somebody's layer by a socket. What is changed in it arrives; `saved` waits until it has. */
async function layerOf({ id, cookie }: Known): Promise<Y.Doc> {
  const layer = new Y.Doc();
  const provider = openWith({ cookie }, at.server, `${article}/layer/${id}`, layer);
  providers.push(provider);
  await until(() => provider.synced, "the layer has come");
  return layer;
}

const ref = () => `${ann.id}/${annotation}`;
const pathOf = (what: string) => `/api/articles/${article}/annotations/${ref()}/${what}`;
const standing = async () => {
  const { annotations } = (await at.owner.ask(`/api/articles/${article}/annotations`)).body;
  return annotations[0];
};

test("[WH2] attributes and votes are told with their annotation, and nobody who voted", async () => {
  setAttribute(await layerOf(ann), annotation, "priority", "high");
  await until(async () => (await standing()).attributes.priority === "high", "it is stored");
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.changed", id: annotation }]);
  for (const voter of [bob, at.owner]) castVote(await layerOf(voter), ref(), "agree", at.now);
  await until(async () => (await standing()).votes.agree === 2, "both votes are stored");
  expect(await at.toldByNow()).toEqual([
    {
      ...{ type: "annotation.voted", at: expect.any(String), article, id: annotation },
      ...{ author: ann.id, link: expect.any(String), address: expect.stringContaining(annotation) },
    },
  ]);
  for (const voter of [bob, at.owner]) expect(JSON.stringify(at.received)).not.toContain(voter.id);
});

test("[WH2] the same vote again is no news, another one and one less are", async () => {
  const put = (vote: string) => bob.ask(pathOf("vote"), { method: "PUT", json: { vote } });
  await put("agree");
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.voted" }]);
  await put("agree");
  expect(await at.toldByNow()).toEqual([]);
  await put("unsure");
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.voted" }]);
  await bob.ask(pathOf("vote"), { method: "DELETE" });
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.voted" }]);
});

test("[WH2] a vote on what there is not is nothing", async () => {
  const layer = await layerOf(bob);
  castVote(layer, `${ann.id}/AAAAAAAAAA`, "agree", at.now);
  castVote(layer, ref(), "agree", at.now);
  await until(async () => (await standing()).votes.agree === 1, "the votes are stored");
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.voted", id: annotation }]);
});

test("[WH2] of what is hidden nothing is told but that it is, and is shown again", async () => {
  await at.owner.ask(pathOf("hiding"), { method: "PUT", json: { reason: "Later." } });
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.changed" }]);
  await bob.ask(pathOf("vote"), { method: "PUT", json: { vote: "agree" } });
  const one = `/api/articles/${article}/annotations/${annotation}`;
  const json = { note: "y", attributes: { priority: "low" } };
  expect((await ann.ask(one, { method: "PATCH", json })).status).toBe(200);
  expect(await at.toldByNow()).toEqual([]);
  await at.owner.ask(pathOf("hiding"), { method: "DELETE" });
  expect(await at.toldByNow()).toMatchObject([{ type: "annotation.changed" }]);
});

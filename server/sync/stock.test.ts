// The provider of y-websocket 3, unchanged: reader and editor of an article, owner and reader of a layer.

import { afterEach, beforeEach, expect, test } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { CLOSE } from "#domain/wire.ts";
import { openStock } from "./stock-client.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;
const providers: WebsocketProvider[] = [];

beforeEach(async () => {
  people = await TestPeople.at({ eva: "editor", ada: "annotator", ben: "annotator" });
});

afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy();
  await people.leave();
});

type Stock = { readonly doc: Y.Doc; readonly provider: WebsocketProvider; closed: number | null };

async function open(room: string, user: string, doc = new Y.Doc()): Promise<Stock> {
  const provider = openStock(people.server, room, user, doc);
  providers.push(provider);
  const stock: Stock = { doc, provider, closed: null };
  provider.on("closed", ({ code }) => {
    stock.closed = code;
  });
  await until(() => provider.synced || stock.closed !== null, `${user} is synced`);
  return stock;
}

const textOf = (doc: Y.Doc): string => articleFragment(doc).toString();

test("[S3] a stock editor's words reach a stock reader and a client of ours", async () => {
  const [eva, ben] = [await open("article", "eva"), await open("article", "ben")];
  const ada = await people.join("ada");
  expect(textOf(eva.doc)).toBe("<paragraph>The mayor lied.</paragraph>");
  articleFragment(eva.doc).push([new Y.XmlElement("blockquote")]);
  await until(() => textOf(ben.doc).includes("blockquote"), "ben sees it");
  await until(() => textOf(ada.article).includes("blockquote"), "ada sees it");
  expect(people.server.log.read("article/article", 0)).toHaveLength(2);
});

test("[S3] a stock editor who comes back brings what was written meanwhile", async () => {
  const [eva, ben] = [await open("article", "eva"), await open("article", "ben")];
  eva.provider.disconnect();
  articleFragment(eva.doc).push([new Y.XmlElement("blockquote")]);
  eva.provider.connect();
  await until(() => textOf(ben.doc).includes("blockquote"), "ben sees it");
});

test("[S8] what a stock reader writes stays with the reader", async () => {
  const [eva, ben] = [await open("article", "eva"), await open("article", "ben")];
  articleFragment(ben.doc).push([new Y.XmlElement("blockquote")]);
  ben.provider.disconnect();
  ben.provider.connect(); // now it comes as a step 2
  await until(() => ben.provider.synced, "ben is synced again");
  articleFragment(eva.doc).delete(0, 1);
  await until(() => !textOf(ben.doc).includes("mayor"), "ben still hears");
  expect(textOf(eva.doc)).not.toContain("blockquote");
  expect(ben.closed).toBeNull();
});

test("[S4] the owner writes a layer with a stock client, others read along", async () => {
  const [own, other] = [
    await open("article/layer/ada", "ada"),
    await open("article/layer/ada", "ben"),
  ];
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  fieldsOf(own.doc).set("one", 1);
  const readers = [other.doc, ada.layer(), ben.layer("ada")];
  await until(() => readers.every((doc) => fieldsOf(doc).get("one") === 1), "all see it");
  fieldsOf(ada.layer()).set("two", 2);
  await until(() => fieldsOf(own.doc).get("two") === 2, "it comes back to the stock client");
});

test("[S4] a stock client that brings an older layer along hands it in", async () => {
  const doc = new Y.Doc();
  fieldsOf(doc).set("from before", 1);
  await open("article/layer/ada", "ada", doc);
  const ben = await people.join("ben");
  await until(() => fieldsOf(ben.layer("ada")).has("from before"), "ben sees it");
});

test("[S4] whoever writes another's layer is closed with 4403", async () => {
  const ben = await open("article/layer/ada", "ben");
  fieldsOf(ben.doc).set("forged", 1);
  await until(() => ben.closed !== null, "the close code");
  expect(ben.closed).toBe(CLOSE.noAccess);
  expect(people.server.log.rooms("article/layer/")).toEqual([]);
});

test("[S6] a stock owner who writes what no layer holds is closed with 4422", async () => {
  const ada = await open("article/layer/ada", "ada");
  ada.doc.getText("novel").insert(0, "It was a dark night.");
  await until(() => ada.closed !== null, "the close code");
  expect(ada.closed).toBe(CLOSE.malformed);
});

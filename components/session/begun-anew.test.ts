import { afterAll, expect, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { layerPath } from "#domain/wire.ts";
import type { ArticleSession } from "./article-session.ts";
import { type Guest, OwnServer, saved, until } from "./own-server.test-kit.ts";
import type { Readable } from "./store.ts";

const CLAIM = { kind: "claim", label: null } as const;
const TEXT = "The minister lied to the council, and the mayor knew.";

const server = await OwnServer.start();
const owner = await server.enterAsOwner();
const [ada, ben] = [await server.enter("Ada"), await server.enter("Ben")];
afterAll(() => server.remove());

function mark(session: ArticleSession, start: number, end: number): string {
  const marked = session.mark({ start, end }, CLAIM);
  if ("refusal" in marked) throw new Error(marked.refusal);
  return marked.ref;
}

const isTrue = (readable: Readable<boolean>): Promise<void> =>
  new Promise((resolve) => {
    if (readable.get()) resolve();
    readable.subscribe(resolve);
  });

/** Writes into a guest's layer as so many pages do, one after the other. */
async function writeFromPages(guest: Guest, articleId: string, pages: number): Promise<void> {
  const layer = new Y.Doc();
  for (let page = 1; page <= pages; page++) {
    layer.clientID = page;
    fieldsOf(layer).set("someone/note", `page ${page}`);
  }
  const { url, WebSocket } = server.source(guest);
  const room = layerPath(articleId, guest.id).replace("/sync/", "");
  const options = { WebSocketPolyfill: WebSocket, disableBc: true };
  const provider = new WebsocketProvider(url, room, layer, options);
  const reader = new Y.Doc();
  const other = new WebsocketProvider(url, room, reader, options);
  await expect.poll(() => fieldsOf(reader).get("someone/note")).toBe(`page ${pages}`);
  provider.destroy();
  other.destroy();
}

const quotes = (session: ArticleSession): string[] =>
  session.index.placed().map(({ annotation }) => annotation.anchor.quote);

test("[N20] a layer begun anew while its owner was away: what was done meanwhile is brought along, and everybody follows", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const [hers, his] = [server.open(ada, articleId), server.open(ben, articleId)];
  await Promise.all([saved(hers), saved(his)]);
  const [minister, lied] = [mark(hers, 4, 12), mark(hers, 13, 17)];
  mark(hers, 25, 32);
  hers.setNote(minister, "before");
  await saved(hers);
  await writeFromPages(ada, articleId, 260);
  await until(his, () => quotes(his).length === 3);
  his.news.begin(null);
  const visit = his.news.visit();

  await server.kill();
  await until(hers, () => hers.saving.get().state === "offline");
  hers.setNote(minister, "without a connection");
  hers.remove(lied);
  mark(hers, 42, 47);
  await server.restart();
  await Promise.all([isTrue(hers.renewed), isTrue(his.renewed)]);
  mark(hers, 48, 52); // at the last moment
  const [hersAnew, hisAnew] = [server.openAnew(hers, ada), server.openAnew(his, ben)];
  hisAnew.news.begin(visit);
  await Promise.all([saved(hersAnew), saved(hisAnew)]);
  const expected = ["minister", "council", "mayor", "knew"];
  await until(hisAnew, () => quotes(hisAnew).length === expected.length);
  expect(quotes(hersAnew)).toEqual(expected);
  expect(quotes(hisAnew)).toEqual(expected);
  const listed = await server.annotations(articleId);
  expect(listed.map(({ quote }) => quote)).toEqual(expected);
  expect(listed[0]?.note).toBe("without a connection");
  // what was there before is not new to him, what she wrote since is
  const isFresh = (each: string): boolean =>
    [...hisAnew.news.fresh.get()].some(
      (ref) => hisAnew.index.get(ref)?.annotation.anchor.quote === each,
    );
  await expect.poll(() => isFresh("mayor") && isFresh("knew")).toBe(true);
  expect(isFresh("council")).toBe(false);

  // and it goes on as ever
  mark(hersAnew, 0, 3);
  await saved(hersAnew);
  await until(hisAnew, () => quotes(hisAnew).length === 5);
  hersAnew.destroy();
  hisAnew.destroy();
});

test("[N20] a device that never heard of the layer takes it as it is", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  await writeFromPages(ada, articleId, 260);
  await server.kill();
  await server.restart();
  const hers = server.open(ada, articleId);
  await saved(hers);
  mark(hers, 4, 12);
  await saved(hers);
  expect(hers.renewed.get()).toBe(false);
  expect((await server.annotations(articleId)).map(({ quote }) => quote)).toEqual(["minister"]);
  hers.destroy();
});

import { afterAll, expect, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { readRef, refTo } from "#domain/annotation/annotation-ref.ts";
import { addAnnotation } from "#domain/annotation/layer.ts";
import { articleFragment } from "#domain/article/article.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { labelOf } from "#domain/scheme/scheme.ts";
import { changeLabel } from "#domain/scheme/scheme-changes.ts";
import { layerPath } from "#domain/wire.ts";
import type { ArticleSession } from "./article-session.ts";
import { type Guest, OwnServer, saved, until } from "./own-server.test-kit.ts";

const CLAIM = { kind: "claim", label: null } as const;
const TEXT = "The minister lied to the council.";

const server = await OwnServer.start();
const owner = await server.enterAsOwner();
const [ada, eve] = [await server.enter("Ada"), await server.enter("Eve")];
afterAll(() => server.remove());

/** Marks these offsets and returns the reference. */
function mark(session: ArticleSession, start: number, end: number): string {
  const marked = session.mark({ start, end }, CLAIM);
  if ("refusal" in marked) throw new Error(marked.refusal);
  return marked.ref;
}

/** Writes an annotation of this id into the guest's own layer, as any Yjs client may. */
async function writeByHand(guest: Guest, articleId: string, id: string): Promise<void> {
  const { url, WebSocket } = server.source(guest);
  const layer = new Y.Doc();
  const letter = { client: 1, clock: 0 };
  const anchor = { start: letter, end: letter, quote: "council", prefix: "", suffix: "" };
  addAnnotation(layer, { id, anchor, kind: "framing", label: null, createdAt: 0 });
  const room = layerPath(articleId, guest.id).replace("/sync/", "");
  const options = { WebSocketPolyfill: WebSocket, disableBc: true };
  const provider = new WebsocketProvider(url, room, layer, options);
  await expect.poll(async () => (await server.annotations(articleId)).length).toBe(2);
  provider.destroy();
}

test("[N1] a note typed key by key without a connection arrives", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const session = server.open(ada, articleId);
  await saved(session);
  const ref = mark(session, 4, 12);
  await saved(session);
  await server.kill();
  const note = "letter by letter ".repeat(80);
  for (let end = 1; end <= note.length; end++) session.setNote(ref, note.slice(0, end));
  await server.restart();
  await saved(session);
  expect(await server.annotations(articleId)).toMatchObject([{ quote: "minister", note }]);
  session.destroy();
});

test("[N5] nobody's annotation stands in for another's of the same id", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const session = server.open(ada, articleId);
  await saved(session);
  const ref = mark(session, 4, 12);
  await saved(session);
  const id = readRef(ref)?.id ?? "";
  await writeByHand(eve, articleId, id);
  await until(session, () => session.annotations.get().length === 2);
  const seen = session.annotations
    .get()
    .map(({ annotation }) => [annotation.id, annotation.author, annotation.anchor.quote]);
  expect(seen).toEqual([
    [ref, ada.id, "minister"],
    [refTo(eve.id, id), eve.id, "council"],
  ]);

  session.remove(refTo(eve.id, id));
  session.relabel(refTo(eve.id, id), { kind: "entity", label: null });
  expect(session.index.get(ref)?.annotation.kind).toBe("claim"); // [N6] it is mine that has this id
  session.remove(ref);
  expect(session.index.get(ref)).toBeNull();
  expect(session.index.get(refTo(eve.id, id))).not.toBeNull();
  session.destroy();
});

test("[N7] what cannot be marked says why", async () => {
  const articleId = await server.addArticle(owner, `${"word ".repeat(4000)}end.\n\nA new one.`);
  const session = server.open(ada, articleId);
  await saved(session);
  const range = (start: number, end: number) => session.mark({ start, end }, CLAIM);
  expect(range(0, QUOTE_LENGTH + 1)).toEqual({ refusal: "too-long" });
  expect(range(20_004, 20_006)).toEqual({ refusal: "no-words" });
  expect(range(0, QUOTE_LENGTH)).toHaveProperty("ref");
  await saved(session);
  expect(await server.annotations(articleId)).toHaveLength(1);
  const reader = server.open(eve, articleId, "viewer");
  await saved(reader);
  expect(reader.mark({ start: 0, end: 4 }, CLAIM)).toEqual({ refusal: "read-only" });
  reader.destroy();
  session.destroy();
});

test("[N8] an edit that a lock refused is sent again when the text is unlocked", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const lock = (locked: boolean) =>
    server.ask(owner, "PATCH", `/api/articles/${articleId}`, { locked });
  const [writer, reader] = [server.open(owner, articleId, "owner"), server.open(ada, articleId)];
  await Promise.all([saved(writer), saved(reader)]);
  await lock(true);
  const words = articleFragment(writer.article).get(0);
  if (words instanceof Y.XmlElement) words.push([new Y.XmlText(" Or so it seems.")]);
  await until(writer, () => writer.saving.get().state === "refused");
  expect(writer.saving.get()).toEqual({ state: "refused", refusal: "locked" });
  expect(reader.index.text.text).toBe(TEXT);

  await lock(false);
  await saved(writer);
  await until(reader, () => reader.index.text.text === `${TEXT} Or so it seems.`);
  writer.destroy();
  reader.destroy();
});

test("[N10] the scheme follows the one of the space, also when it changed while nobody listened", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const session = server.open(ada, articleId);
  await saved(session);
  expect(session.scheme.get()).toEqual(POSTIL_CORE);
  const renamed = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Statement" });
  await server.changeScheme(owner, renamed, 1);
  await until(session, () => session.scheme.get().version === 2);
  expect(labelOf(session.scheme.get(), "claim", "fact")?.name).toBe("Statement");

  await server.kill();
  await server.restart();
  const late = server.open(eve, articleId); // with a page of before the change
  await until(late, () => late.scheme.get().version === 2);
  await saved(session);
  expect(session.scheme.get().version).toBe(2);
  late.destroy();
  session.destroy();
});

test("[N11] [N6] what is done to several at once is one step of undo, and reaches nobody else's", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const [hers, his] = [server.open(ada, articleId), server.open(eve, articleId)];
  await Promise.all([saved(hers), saved(his)]);
  const eves = mark(his, 0, 12);
  await until(hers, () => hers.index.get(eves) !== null);
  const quotes = () =>
    hers.index
      .placed()
      .filter(({ annotation }) => annotation.author === ada.id)
      .map(({ annotation }) => `${annotation.kind} ${annotation.anchor.quote}`);

  const nothing = { start: 3, end: 3 };
  const places = [{ start: 4, end: 12 }, nothing, { start: 25, end: 32 }];
  const refs = hers.markAll(places, CLAIM);
  expect(quotes()).toEqual(["claim minister", "claim council"]);
  hers.relabelAll([...refs, eves], { kind: "entity", label: null });
  expect(quotes()).toEqual(["entity minister", "entity council"]);
  expect(hers.index.get(eves)?.annotation.kind).toBe("claim");
  hers.removeAll([...refs, eves]);
  expect(quotes()).toEqual([]);
  expect(hers.index.get(eves)).not.toBeNull();

  hers.undo();
  expect(quotes()).toEqual(["entity minister", "entity council"]);
  hers.undo();
  expect(quotes()).toEqual(["claim minister", "claim council"]);
  hers.undo();
  expect(quotes()).toEqual([]);
  hers.destroy();
  his.destroy();
});

test("[N11] an annotation moved on and on is moved back as one step, without what came before", async () => {
  const articleId = await server.addArticle(owner, TEXT);
  const session = server.open(ada, articleId);
  await saved(session);
  const ref = mark(session, 4, 12);
  const quote = () => session.index.get(ref)?.annotation.anchor.quote;
  expect(session.move(ref, { start: 4, end: 17 })).toBeNull();
  session.move(ref, { start: 4, end: 20 }, true);
  expect(quote()).toBe("minister lied to");
  expect(session.move(ref, { start: 3, end: 3 })).toBe("no-words");
  session.undo();
  expect(quote()).toBe("minister");
  session.redo();
  await saved(session);
  expect(await server.annotations(articleId)).toMatchObject([{ quote: "minister lied to" }]);
  session.destroy();
});

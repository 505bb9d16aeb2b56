import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleOf, edit, textAt, WORDS } from "../anchor/edited-article.test-kit.ts";
import { articleFragment } from "../article/article.ts";
import { splitUpdate } from "./split-update.ts";

const number = fc.nat();
const anEdit = fc.tuple(number, number, number, number);

/** Applies updates one by one; none may wait for another. */
function applyEach(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  for (const update of updates) {
    Y.applyUpdate(doc, update);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

/**
 * Paragraphs and words. Where a part ends between the two ends of a mark, Yjs may tidy the first away
 * before the second is there (cleanupYTextAfterTransaction): that boldness is lost, for everybody.
 */
const words = (doc: Y.Doc): string =>
  articleFragment(doc)
    .toJSON()
    .replaceAll(/<\/?bold>/g, "");

const sameAs = (doc: Y.Doc, other: Y.Doc): void => {
  expect(words(doc)).toBe(words(other));
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(other));
};

test("[X1] the pieces of an update, one after the other, make what the whole makes", () => {
  const edits = fc.array(anEdit, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      edits,
      edits,
      edits,
      fc.integer({ min: 200, max: 700 }),
      (first, mine, more, limit) => {
        const article = articleOf(WORDS.join(" "), WORDS.join(" "), "");
        for (const each of first) edit(article, each);
        const server = copyOf(article);
        const [here, elsewhere] = [copyOf(article), copyOf(article)];
        for (const each of mine) edit(here, each);
        for (const each of more) edit(elsewhere, each);
        Y.applyUpdate(here, Y.encodeStateAsUpdate(elsewhere));
        for (const each of more) edit(here, each);
        const whole = Y.encodeStateAsUpdate(here, Y.encodeStateVector(server));
        const pieces = splitUpdate(whole, limit);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit);
        applyEach(server, pieces);
        sameAs(server, here);
      },
    ),
    { numRuns: 300 },
  );
});

test("[X1] a long run of letters is divided, and no character of two units with it", () => {
  const article = articleOf("before, behind");
  const server = copyOf(article);
  const updates: Uint8Array[] = [];
  article.on("update", (update) => updates.push(update));
  const letters = "語😀e\u0301".repeat(50_000);
  article.transact(() => {
    textAt(article, 0).delete(0, 6);
    textAt(article, 0).insert(0, letters);
  });
  const pieces = updates.flatMap((update) => splitUpdate(update, 10_000));
  expect(pieces.length).toBeGreaterThan(40);
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(10_000);
  applyEach(server, pieces);
  sameAs(server, article);
  expect(textAt(server, 0).toString()).toBe(`${letters}, behind`);
});

test("[X1] what fits stays as it is, and thousands of deletions are divided, too", () => {
  const article = articleOf("x".repeat(6000));
  const server = copyOf(article);
  const updates: Uint8Array[] = [];
  article.on("update", (update) => updates.push(update));
  article.transact(() => {
    for (let at = 0; at < 3000; at++) textAt(article, 0).delete(at, 1);
  });
  const [whole = new Uint8Array()] = updates;
  expect(splitUpdate(whole, whole.length)).toEqual([whole]);
  const pieces = splitUpdate(whole, 2000);
  expect(pieces.length).toBeGreaterThan(5);
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(2000);
  applyEach(server, pieces);
  sameAs(server, article);
});

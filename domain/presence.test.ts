import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleOf, textAt } from "./anchor/edited-article.test-kit.ts";
import { articleFragment } from "./article/article.ts";
import { readText } from "./article/article-text.ts";
import {
  describeSelection,
  locateSelection,
  ownPresenceSchema,
  presenceSchema,
} from "./presence.ts";

const textOf = (article: Y.Doc) => readText(articleFragment(article));

test("[P3] what a client says of itself holds a selection and a note, and nothing else", () => {
  const said = { selection: { start: {}, end: {} }, note: "n", user: { id: "eve" }, cursor: 1 };
  expect(ownPresenceSchema.parse(said)).toEqual({ selection: { start: {}, end: {} }, note: "n" });
});

test("[P3] what is malformed counts as nothing", () => {
  const nothing = { selection: null, note: null };
  expect(ownPresenceSchema.parse({})).toEqual(nothing);
  expect(ownPresenceSchema.parse({ selection: 7, note: "x".repeat(88) })).toEqual(nothing);
  expect(presenceSchema.safeParse(nothing).success).toBe(false);
});

test("[P4] a selection is found again in another copy and follows edits", () => {
  const article = articleOf("alpha beta gamma", "delta");
  const sent = JSON.stringify(describeSelection(textOf(article), { start: 6, end: 23 }));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(article));
  textAt(other, 0).insert(0, ">> ");
  const { selection } = ownPresenceSchema.parse({ selection: JSON.parse(sent) });
  expect(locateSelection(textOf(other), selection)).toEqual({ start: 9, end: 26 });
  expect(describeSelection(textOf(article), { start: 16, end: 18 })).toBeNull();
});

test("[P4] a selection that cannot be read is none", () => {
  const article = textOf(articleOf("alpha"));
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (start, end) => {
      expect(locateSelection(article, { start, end })).toBeNull();
    }),
  );
  expect(locateSelection(article, null)).toBeNull();
});

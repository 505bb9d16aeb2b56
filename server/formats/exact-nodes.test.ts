import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleFragment, readNodes, writeNodes } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { exactNodes } from "./exact-nodes.ts";
import { anyMarkedArticle } from "./formats.test-kit.ts";

test("[FO2] a text that came with offsets is the same text as an article, character for character", () => {
  fc.assert(
    fc.property(anyMarkedArticle, ({ article: { text } }) => {
      const document = new Y.Doc();
      writeNodes(document, exactNodes(text));
      expect(readText(articleFragment(document)).text).toBe(text);
      expect(readNodes(document)).toEqual(exactNodes(text));
    }),
  );
});

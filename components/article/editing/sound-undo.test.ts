import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleOf } from "#domain/anchor/edited-article.test-kit.ts";
import { articleFragment } from "#domain/article/article.ts";
import { REARRANGEMENTS } from "./edit-scenarios.test-kit.ts";
import { BoundEditor, type HeadlessEditor, MarkedEditor } from "./headless-editor.test-kit.ts";

const TEXT = "The mayor said the new bridge";
const { split, bold, heading, undo } = REARRANGEMENTS;
const offset = fc.nat(TEXT.length - 1);

test("[V11] after every undo all devices show the same, and what was there before", () => {
  fc.assert(
    fc.property(offset, offset, offset, (at, from, typed) => {
      const article = articleOf(TEXT);
      const editor = new BoundEditor(article);
      const plain = new MarkedEditor(editor, { start: 0, end: 1 });
      const reader = new Y.Doc();
      // Yjs alone restores these out of order: words split off, joined by undo, and changed twice
      const acts: ((editor: HeadlessEditor) => void)[] = [
        (each) => split(each, { start: at, end: at }),
        (each) => undo(each),
        (each) => bold(each, { start: from, end: from + 1 }),
        (each) => heading(each, { start: 0, end: 0 }),
        (each) => undo(each),
        (each) => {
          each.select(typed);
          each.type("!");
        },
        (each) => undo(each),
        (each) => undo(each),
      ];
      for (const act of acts) {
        act(editor);
        act(plain);
        Y.applyUpdate(reader, Y.encodeStateAsUpdate(article));
        expect(String(articleFragment(reader))).toBe(String(articleFragment(article)));
        expect(editor.text).toBe(plain.text);
      }
    }),
  );
});

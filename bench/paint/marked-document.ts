// The same article with its annotations as marks in the text, and what arrives when others add some.

import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { initProseMirrorDoc, prosemirrorToYDoc, updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { articleExtensions } from "../../components/article/article-schema.ts";
import { articleFragment, nodesOfText } from "../../domain/article/article.ts";
import { newId } from "../../domain/id.ts";
import { annotationMark } from "./annotation-mark.ts";
import type { Corpus } from "./corpus.ts";
import type { Wanted } from "./layers.ts";

/** The schema of the editor, with annotations as marks. */
export const editorSchema = getSchema([...articleExtensions(), annotationMark]);

/** The Yjs document of an article whose annotations are marks. */
export function markedDocument({ text, title, annotations }: Corpus): Y.Doc {
  const plain = editorSchema.nodeFromJSON({ type: "doc", content: nodesOfText(text, title) });
  // the name of the root, as TipTap's Collaboration extension has it
  return prosemirrorToYDoc(withMarks(plain, annotations), "default");
}

/** What somebody else's editor sends who marks these passages, one after the other: one update each. */
export function markUpdates(state: Uint8Array, passages: readonly Wanted[]): Uint8Array[] {
  const article = new Y.Doc();
  Y.applyUpdate(article, state);
  const fragment = articleFragment(article);
  const { doc, meta } = initProseMirrorDoc(fragment, editorSchema);
  const updates: Uint8Array[] = [];
  article.on("update", (update: Uint8Array) => updates.push(update));
  let node = doc;
  for (const passage of passages) {
    node = withMarks(node, [passage]);
    article.transact(() => updateYFragment(article, fragment, node, meta));
  }
  return updates;
}

/** In an article of nothing but paragraphs and headings a position is the flat offset and one. */
function withMarks(node: Node, passages: readonly Wanted[]): Node {
  const transform = new Transform(node);
  for (const { start, end, kind } of passages) {
    transform.addMark(
      start + 1,
      end + 1,
      editorSchema.mark(annotationMark.name, { id: newId(), kind }),
    );
  }
  return transform.doc;
}

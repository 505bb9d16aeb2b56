// The article page as most would build it: a script that brings the editor, then the document and the
// layers, then the text, and at last the highlights. Painted as simply as can be.

import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { articleExtensions } from "../../../components/article/article-schema.ts";
import { openIndex } from "../../../domain/annotation/annotation-index.ts";
import { readLayer } from "../../../domain/annotation/layer.ts";
import { articleFragment } from "../../../domain/article/article.ts";
import { KINDS } from "../../../domain/scheme/scheme.ts";

/** How many text blocks are painted: more than a first screen shows. */
const PAINTED = 20;

const [article, layers] = await Promise.all([fetchBytes("text.bin"), fetchBytes("layers.bin")]);
const doc = new Y.Doc();
Y.applyUpdate(doc, article);
const root = document.querySelector("article") ?? document.body;
new Editor({
  element: { mount: root },
  injectCSS: false,
  extensions: [...articleExtensions(), Collaboration.configure({ fragment: articleFragment(doc) })],
});
paint(readIndex(layers));

async function fetchBytes(name: string): Promise<Uint8Array> {
  const answer = await fetch(name);
  return new Uint8Array(await answer.arrayBuffer());
}

function readIndex(bytes: Uint8Array) {
  const index = openIndex(doc);
  const decoder = decoding.createDecoder(bytes);
  index.together(() => {
    while (decoding.hasContent(decoder)) {
      const layer = new Y.Doc();
      Y.applyUpdate(layer, decoding.readVarUint8Array(decoder));
      for (const annotation of readLayer(layer, "")) index.put(annotation);
    }
  });
  return index;
}

function paint(index: ReturnType<typeof openIndex>): void {
  const highlights = new Map(KINDS.map((kind) => [kind, new Highlight()]));
  for (const [kind, highlight] of highlights) CSS.highlights.set(`${kind}-1`, highlight);
  const elements = [...root.querySelectorAll("p, h1")].slice(0, PAINTED);
  for (const [block, element] of elements.entries()) {
    const node = element.firstChild;
    if (node === null) continue;
    for (const { kind, start, end } of index.inBlock(block)) {
      const ends = { startContainer: node, startOffset: start, endContainer: node, endOffset: end };
      highlights.get(kind)?.add(new StaticRange(ends));
    }
  }
}

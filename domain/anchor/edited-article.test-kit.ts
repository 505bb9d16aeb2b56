// Articles for tests, and edits of them as the editor's binding makes them.

import * as Y from "yjs";
import type { Annotation } from "../annotation/annotation.ts";
import type { AnnotationIndex } from "../annotation/annotation-index.ts";
import { articleFragment, writeNodes } from "../article/article.ts";
import { readText } from "../article/article-text.ts";
import { KINDS } from "../scheme/scheme.ts";
import { createAnchor } from "./anchor.ts";

export const WORDS = "alpha beta gamma delta alpha beta epsilon zeta eta theta".split(" ");

const paragraph = (text: string) => ({
  type: "paragraph",
  ...(text === "" ? {} : { content: [{ type: "text", text }] }),
});

export function articleOf(...texts: readonly string[]): Y.Doc {
  const article = new Y.Doc();
  writeNodes(article, texts.map(paragraph));
  return article;
}

export function annotate(
  index: AnnotationIndex,
  id: string,
  start: number,
  end: number,
): Annotation {
  const anchor = createAnchor(index.text, { start, end });
  if (anchor === null) throw new Error(`no letter between ${start} and ${end}`);
  const kind = KINDS[id.length % 3] ?? "claim";
  const plain = { label: null, note: "", attributes: {}, answered: {}, createdAt: 0 };
  const annotation = { id, author: "ada", kind, anchor, ...plain };
  index.put(annotation);
  return annotation;
}

export function annotateWords(index: AnnotationIndex, id: string, words: string): Annotation {
  const start = index.text.text.indexOf(words);
  return annotate(index, id, start, start + words.length);
}

/** The words under an annotation, or null for an orphan. */
export function wordsOf(index: AnnotationIndex, id: string): string | null {
  const range = index.get(id)?.range ?? null;
  return range && index.text.text.slice(range.start, range.end);
}

/** The text of a block, which is given one if it has none. */
export function textAt(article: Y.Doc, block: number): Y.XmlText {
  const element = readText(articleFragment(article)).blocks[block]?.element;
  if (!element) throw new Error(`no block ${block}`);
  const node = element.length > 0 ? element.get(0) : null;
  if (node instanceof Y.XmlText) return node;
  const text = new Y.XmlText();
  element.insert(0, [text]);
  return text;
}

export function insertParagraph(article: Y.Doc, at: number, text: string): void {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(text)]);
  articleFragment(article).insert(at, [element]);
}

/** As the editor's binding does it: the tail is deleted and written anew in a new element. */
export function split(article: Y.Doc, block: number, at: number): void {
  article.transact(() => {
    const text = textAt(article, block);
    const tail = text.toString().slice(at);
    if (text.length > at) text.delete(at, text.length - at);
    insertParagraph(article, block + 1, tail);
  });
}

export function join(article: Y.Doc, block: number): void {
  article.transact(() => {
    const tail = textAt(article, block + 1).toString();
    const head = textAt(article, block);
    head.insert(head.length, tail);
    articleFragment(article).delete(block + 1, 1);
  });
}

/** An edit as an editor could make it: which one, in which block, where, with which word; taken modulo what there is. */
export type Edit = readonly [act: number, block: number, at: number, word: number];

const edits: readonly ((
  article: Y.Doc,
  edit: { block: number; at: number; word: string },
) => void)[] = [
  (article, { block, at, word }) => textAt(article, block).insert(at, word),
  (article, { block, at }) => {
    const text = textAt(article, block);
    text.delete(at, Math.min(4, text.length - at));
  },
  (article, { block, at }) => split(article, block, at),
  (article, { block }) => {
    if (articleFragment(article).length > block + 1) join(article, block);
  },
  (article, { block, word }) => insertParagraph(article, block, `${word} ${word}`),
  (article, { block }) => articleFragment(article).delete(block, 1),
  (article, { block, at }) => textAt(article, block).format(0, at, { bold: {} }),
  (article, { block }) => {
    const words = textAt(article, block).toString();
    article.transact(() => {
      articleFragment(article).delete(block, 1);
      insertParagraph(article, 0, words);
    });
  },
];

/** Makes an edit of this article. */
export function edit(article: Y.Doc, [act, block, at, word]: Edit): void {
  const { length } = articleFragment(article);
  if (length === 0) {
    insertParagraph(article, 0, WORDS.join(" "));
    return;
  }
  const chosen = block % length;
  const text = textAt(article, chosen);
  edits[act % edits.length]?.(article, {
    block: chosen,
    at: at % (text.length + 1),
    word: WORDS[word % WORDS.length] ?? "",
  });
}

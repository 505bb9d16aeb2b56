// Turns an article's text into a new one, changing as little as possible: what stays keeps its Yjs
// letters, and with them the annotations on it.

import { diffWordsWithSpace } from "diff";
import * as Y from "yjs";
import {
  type ArticleNode,
  articleFragment,
  nodesOfText,
  toChildren,
  toElement,
} from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { plainText, readText, type TextBlock } from "#domain/article/article-text.ts";
import { pairBlocks } from "./pair-blocks.ts";

/** Rewrites the article, in one transaction, so that its paragraphs read as those of `text`. */
export function reviseArticle(article: Y.Doc, text: string): void {
  const fragment = articleFragment(article);
  const nodes = nodesOfText(text, "");
  const { blocks } = readText(fragment);
  const wanted = blocksOfNodes(nodes).map((block) => block.text);
  const pairs = pairBlocks(
    blocks.map((block) => block.text),
    wanted,
  );
  article.transact(() => {
    let last: Y.XmlElement | null = null;
    for (const { was, is } of pairs) {
      const step = { block: blocks[was ?? -1] ?? null, node: nodes[is ?? -1] ?? null };
      last = takeStep(fragment, last, step);
    }
  });
}

/** What stood there, what is to stand there; null for nothing. */
type Step = { readonly block: TextBlock | null; readonly node: ArticleNode | null };

/** Takes one step behind the element `last`; returns what the next one goes behind. */
function takeStep(
  fragment: Y.XmlFragment,
  last: Y.XmlElement | null,
  { block, node }: Step,
): Y.XmlElement | null {
  if (block === null) return node && insertBehind(fragment, last, node);
  if (node === null) {
    remove(block.element);
    return last;
  }
  rewrite(block, node);
  return block.element;
}

function rewrite({ element, text, parts }: TextBlock, node: ArticleNode): void {
  const lines = (node.content ?? [])
    .map((each) => each.text ?? "\n")
    .join("")
    .split("\n");
  if (lines.join("\n") === text) return;
  const runs = parts.map((part) => part.node).filter((each) => each instanceof Y.XmlText);
  // lines that answer each other one to one; otherwise the paragraph begins anew
  if (runs.length === lines.length && parts.length === 2 * lines.length - 1) {
    for (const [index, run] of runs.entries()) rewriteRun(run, lines[index] ?? "");
    return;
  }
  element.delete(0, element.length);
  element.insert(0, toChildren(node.content ?? []));
}

/** Changes only the words that differ; new words take on the marks of those before them. */
function rewriteRun(run: Y.XmlText, line: string): void {
  let at = 0;
  for (const { added, removed, value } of diffWordsWithSpace(plainText(run), line)) {
    if (removed) run.delete(at, value.length);
    else if (added) run.insert(at, value);
    if (!removed) at += value.length;
  }
}

/** Puts a node behind `last`, inside the same list item or quotation; null: at the beginning. */
function insertBehind(
  fragment: Y.XmlFragment,
  last: Y.XmlElement | null,
  node: ArticleNode,
): Y.XmlElement {
  const element = toElement(node);
  const parent = last === null ? fragment : parentOf(last);
  parent.insertAfter(last, [element]);
  return element;
}

/** Takes an element out, and with it the list or quotation that it leaves empty. */
function remove(element: Y.XmlElement): void {
  const parent = parentOf(element);
  parent.delete(parent.toArray().indexOf(element), 1);
  if (parent.length === 0 && parent instanceof Y.XmlElement) remove(parent);
}

function parentOf(element: Y.XmlElement): Y.XmlFragment {
  if (element.parent instanceof Y.XmlFragment) return element.parent;
  throw new Error("a block stands in no document");
}

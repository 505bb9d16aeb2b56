// What a text is compared by when it is revised: its paragraphs and headings one by one, and each table as
// a whole, because rows and columns that are put together anew from cells make no sense.

import * as Y from "yjs";
import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { ArticleText, TextBlock } from "#domain/article/article-text.ts";

/** A part as it stands in a document: a paragraph, or a table with all that are in it. */
export type StandingPart = {
  readonly element: Y.XmlElement;
  readonly blocks: readonly TextBlock[];
  readonly text: string;
};

/** The parts of an article, in reading order. */
export function standingParts(article: ArticleText): StandingPart[] {
  return [...article.tops].flatMap(([, blocks]): StandingPart[] => {
    const table = blocks[0] && tableAround(blocks[0].element);
    if (table) return [{ element: table, blocks, text: textOf(blocks) }];
    return blocks.map((block) => ({ element: block.element, blocks: [block], text: block.text }));
  });
}

/** The table at the top of an article that an element stands in. */
function tableAround(element: Y.XmlElement): Y.XmlElement | null {
  const top = pathTo(element)[0] ?? element;
  return top.nodeName === "table" ? top : null;
}

/** The elements around an element from the top of the article on, itself the last. */
export function pathTo(element: Y.XmlElement): Y.XmlElement[] {
  const path: Y.XmlElement[] = [];
  let each: unknown = element;
  while (each instanceof Y.XmlElement) {
    path.unshift(each);
    each = each.parent;
  }
  return path;
}

/** A part as it is to stand. */
export type FreshPart = {
  readonly node: ArticleNode;
  readonly text: string;
  /** What it stands in, from the top of the article on; itself the last. */
  readonly path: readonly ArticleNode[];
};

/** The parts of nodes, in reading order. */
export function freshParts(nodes: readonly ArticleNode[]): FreshPart[] {
  return nodes.flatMap((node) => partsUnder(node, []));
}

function partsUnder(node: ArticleNode, around: readonly ArticleNode[]): FreshPart[] {
  const path = [...around, node];
  const isPart =
    node.type === "paragraph" ||
    node.type === "heading" ||
    (node.type === "table" && around.length === 0);
  if (isPart) return [{ node, text: textOf(blocksOfNodes([node])), path }];
  return (node.content ?? []).flatMap((child) => partsUnder(child, path));
}

/** The paragraphs and headings in a node. */
export function leavesOf(node: ArticleNode): ArticleNode[] {
  if (node.type === "paragraph" || node.type === "heading") return [node];
  return (node.content ?? []).flatMap(leavesOf);
}

const textOf = (blocks: readonly { readonly text: string }[]): string =>
  blocks.map(({ text }) => text).join("\n");

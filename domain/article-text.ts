// The flat text of an article: what offsets count in, and the way between an offset and a Yjs type.

import * as Y from "yjs";

/** Stands between two blocks in the flat text. */
export const BLOCK_SEPARATOR = "\n\n";

/** Stands for a hard break inside a block. */
const HARD_BREAK = "\n";

/** Elements that hold text directly; every other element only groups them. */
const TEXT_BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading", "codeBlock"]);

/** A piece of a block that is one Yjs type: a run of text, or a hard break (length 1). */
export type Part = {
  readonly node: Y.XmlText | Y.XmlElement;
  /** Offset inside the block, in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
};

/** One paragraph or heading. `start` counts in the flat text. */
export type TextBlock = {
  readonly element: Y.XmlElement;
  readonly name: string;
  readonly start: number;
  readonly text: string;
  readonly parts: readonly Part[];
};

/** Where a Yjs type stands in the flat text. */
type Place = { readonly block: number; readonly part: Part };

/** A snapshot of the text of an article. All offsets are UTF-16 code units, ends exclusive. */
export type ArticleText = {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** Keyed by Yjs type. */
  readonly places: ReadonlyMap<object, Place>;
};

/** A passage of the flat text: `start` inclusive, `end` exclusive, UTF-16 code units. */
export type TextRange = { readonly start: number; readonly end: number };

/** The words of a `Y.XmlText`, without its marks. */
export function plainText(node: Y.XmlText): string {
  let text = "";
  for (const { insert } of node.toDelta() as readonly { insert: unknown }[]) {
    if (typeof insert === "string") text += insert;
  }
  return text;
}

/** Reads the flat text of an article's fragment: blocks in reading order, two line feeds between. */
export function readText(fragment: Y.XmlFragment): ArticleText {
  const blocks: TextBlock[] = [];
  const places = new Map<object, Place>();
  let end = 0;
  for (const element of textBlocks(fragment)) {
    const start = blocks.length === 0 ? 0 : end + BLOCK_SEPARATOR.length;
    const { text, parts } = readBlock(element);
    for (const part of parts) places.set(part.node, { block: blocks.length, part });
    blocks.push({ element, name: element.nodeName, start, text, parts });
    end = start + text.length;
  }
  return { text: blocks.map((block) => block.text).join(BLOCK_SEPARATOR), blocks, places };
}

/** The elements that hold text, in reading order, through lists and quotations. */
function* textBlocks(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (TEXT_BLOCKS.has(child.nodeName)) yield child;
    else yield* textBlocks(child);
  }
}

function readBlock(element: Y.XmlElement): { text: string; parts: Part[] } {
  const parts: Part[] = [];
  let text = "";
  for (const node of element.toArray()) {
    if (node instanceof Y.XmlHook) continue;
    const words = node instanceof Y.XmlText ? plainText(node) : HARD_BREAK;
    parts.push({ node, start: text.length, length: words.length });
    text += words;
  }
  return { text, parts };
}

/** The index of the block that holds `offset` (the one before it, for an offset between blocks); -1 in an empty article. */
export function blockAt(article: ArticleText, offset: number): number {
  let low = 0;
  let high = article.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((article.blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

// The flat text of an article: what offsets count in, and the way between an offset and a Yjs type.

import * as Y from "yjs";
import { firstThat } from "../first-that.ts";
import { holdsText, isGroup } from "./article-shape.ts";
import { type Letters, lettersOf } from "./letters.ts";

/** Stands between two blocks in the flat text. */
export const BLOCK_SEPARATOR = "\n\n";

/** Stands for a hard break inside a block. */
const HARD_BREAK = "\n";

/** Stands for an object inside a run of text, which Yjs counts as one unit. */
export const OBJECT = "\uFFFC";

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

/** A snapshot of the text of an article. All offsets are UTF-16 code units, ends exclusive. */
export type ArticleText = {
  /** The whole text; put together when first asked for. */
  readonly text: string;
  /** The whole text without line breaks; likewise. */
  readonly letters: Letters;
  readonly blocks: readonly TextBlock[];
  /** The index of the block that a Yjs type makes or is a part of. */
  readonly places: ReadonlyMap<object, number>;
  /** The blocks that each element at the top of the article makes or holds. */
  readonly tops: ReadonlyMap<object, readonly TextBlock[]>;
};

/** A passage of the flat text: `start` inclusive, `end` exclusive, UTF-16 code units. */
export type TextRange = { readonly start: number; readonly end: number };

/** Whether two passages are the same; null is only the same as null. */
export const sameRange = (a: TextRange | null, b: TextRange | null): boolean =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);

/** The words of a `Y.XmlText`, without its marks. */
export function plainText(node: Y.XmlText): string {
  let text = "";
  for (const { insert } of node.toDelta() as readonly { insert: unknown }[]) {
    text += typeof insert === "string" ? insert : OBJECT;
  }
  return text;
}

/** Reads the flat text of an article's fragment: blocks in reading order, two line feeds between. */
export function readText(fragment: Y.XmlFragment): ArticleText {
  return rereadText(EMPTY, fragment, new Set());
}

type YjsType = { readonly parent: YjsType | null };

/** The Yjs types that events name, with everything that these stand in. */
export function touchedBy(events: readonly { readonly target: YjsType }[]): ReadonlySet<object> {
  const touched = new Set<object>();
  for (const { target } of events) {
    for (let type: YjsType | null = target; type; type = type.parent) touched.add(type);
  }
  return touched;
}

/**
 * Reads the text again after a change; what is not among the `touched` types (as `touchedBy` tells
 * them) is taken over from `before`.
 */
export function rereadText(
  before: ArticleText,
  fragment: Y.XmlFragment,
  touched: ReadonlySet<object>,
): ArticleText {
  const tops = new Map<object, readonly TextBlock[]>();
  let end = -BLOCK_SEPARATOR.length;
  const next = (block: TextBlock): TextBlock => {
    const start = end + BLOCK_SEPARATOR.length;
    end = start + block.text.length;
    return block.start === start ? block : { ...block, start };
  };
  for (const top of fragment.toArray()) {
    const known = touched.has(top) ? undefined : before.tops.get(top);
    tops.set(top, (known ?? blocksUnder(top, before, touched)).map(next));
  }
  return new Snapshot(tops, before);
}

/** The blocks under an element at the top; where they start, is not known yet. */
function blocksUnder(
  top: Y.XmlElement | Y.XmlText | Y.XmlHook,
  before: ArticleText,
  touched: ReadonlySet<object>,
): TextBlock[] {
  return [...textBlocks(top)].map((element) => {
    const known = touched.has(element) ? null : blockOf(before, element);
    return known ?? { element, name: element.nodeName, start: -1, ...readBlock(element) };
  });
}

/** An article text that joins its blocks only when somebody asks. */
class Snapshot implements ArticleText {
  readonly tops: ReadonlyMap<object, readonly TextBlock[]>;
  readonly blocks: readonly TextBlock[];
  readonly places: ReadonlyMap<object, number>;
  #text: string | null = null;
  #letters: Letters | null = null;

  /** Takes over from `before` what did not change. */
  constructor(tops: ReadonlyMap<object, readonly TextBlock[]>, before: ArticleText | null) {
    this.tops = tops;
    this.blocks = [...tops.values()].flat();
    this.places =
      before && sameTypes(before.blocks, this.blocks) ? before.places : placesOf(this.blocks);
  }

  get text(): string {
    this.#text ??= this.blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
    return this.#text;
  }

  get letters(): Letters {
    this.#letters ??= lettersOf(this.text);
    return this.#letters;
  }
}

const EMPTY: ArticleText = new Snapshot(new Map(), null);

/** Whether the same Yjs types make the same blocks. */
function sameTypes(before: readonly TextBlock[], now: readonly TextBlock[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ element, parts }, index) => {
      const other = now[index];
      return element === other?.element && (parts === other.parts || sameNodes(parts, other.parts));
    })
  );
}

const sameNodes = (before: readonly Part[], now: readonly Part[]): boolean =>
  before.length === now.length && before.every(({ node }, index) => node === now[index]?.node);

function placesOf(blocks: readonly TextBlock[]): ReadonlyMap<object, number> {
  const places = new Map<object, number>();
  for (const [index, { element, parts }] of blocks.entries()) {
    places.set(element, index);
    for (const { node } of parts) places.set(node, index);
  }
  return places;
}

/** The elements that hold text from this one on, in reading order, through lists and quotations. */
function* textBlocks(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Generator<Y.XmlElement> {
  if (!(node instanceof Y.XmlElement)) return;
  if (holdsText(node)) yield node;
  else if (isGroup(node)) for (const child of node.toArray()) yield* textBlocks(child);
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

/** The block that a Yjs type makes or is a part of; null when it is no part of the text. */
export function blockOf(article: ArticleText, node: object): TextBlock | null {
  const index = article.places.get(node);
  return index === undefined ? null : (article.blocks[index] ?? null);
}

/** The index of the block that holds `offset` (the one before it, for an offset between blocks); -1 in an empty article. */
export function blockAt({ blocks }: ArticleText, offset: number): number {
  const behind = firstThat(blocks, ({ start }) => start > offset);
  return blocks.length === 0 ? -1 : Math.max(0, behind - 1);
}

/** The words of a passage, without putting the whole text together. */
export function textBetween(article: ArticleText, { start, end }: TextRange): string {
  const first = Math.max(0, blockAt(article, start));
  const origin = article.blocks[first]?.start ?? 0;
  let words = article.blocks[first]?.text ?? "";
  for (let index = first + 1; origin + words.length < end; index++) {
    const block = article.blocks[index];
    if (!block) break;
    words += BLOCK_SEPARATOR + block.text;
  }
  return words.slice(start - origin, end - origin);
}

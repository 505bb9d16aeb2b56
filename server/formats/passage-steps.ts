// The words of an article in steps, block by block: runs of text, and where passages begin and end between them.

import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { type BlockWords, blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import { firstThat } from "#domain/first-that.ts";

/** Text is "\n" for a hard break, which no other text holds. */
export type Step<Passage> =
  | { readonly begin: Passage }
  | { readonly end: Passage }
  | { readonly text: string; readonly marks: readonly ArticleMark[] };

/**
 * The steps of each paragraph and heading, in reading order. Each passage begins once and ends once, in
 * a block of which it holds words; passages that begin together begin in the order in which they are
 * given. Takes time for the text and for the passages, however they lie over each other.
 */
export function stepsOf<Passage extends TextRange>(
  content: readonly ArticleNode[],
  passages: readonly Passage[],
): Step<Passage>[][] {
  const blocks = blocksOfNodes(content);
  const edges = edgesIn(blocks, passages);
  return linesIn(content).map((line, index) => [...stepsIn(line, edges.get(index) ?? [])]);
}

/** The paragraphs and headings inside nodes, in reading order. */
export function linesIn(nodes: readonly ArticleNode[]): ArticleNode[] {
  return nodes.flatMap((node) => (isLine(node) ? [node] : linesIn(node.content ?? [])));
}

const isLine = ({ type }: ArticleNode): boolean => type === "paragraph" || type === "heading";

/** Where a passage begins or ends in a block. Of those in one place, lower ranks come first. */
type Edge<Passage> = {
  readonly block: number;
  readonly at: number;
  readonly rank: number;
  readonly step: { readonly begin: Passage } | { readonly end: Passage };
};

const ENDS = 0;
const BEGINS = 1;
/** Of a passage that holds no words, so that it does not end before it begins. */
const ENDS_AT_ONCE = 2;

function edgesIn<Passage extends TextRange>(
  blocks: readonly BlockWords[],
  passages: readonly Passage[],
): Map<number, Edge<Passage>[]> {
  const edges = blocks.length === 0 ? [] : passages.flatMap((each) => edgesOf(blocks, each));
  edges.sort((a, b) => a.at - b.at || a.rank - b.rank);
  return Map.groupBy(edges, ({ block }) => block);
}

function edgesOf<Passage extends TextRange>(
  blocks: readonly BlockWords[],
  passage: Passage,
): Edge<Passage>[] {
  const first = firstThat(blocks, ({ start, text }) => start + text.length > passage.start);
  const last = firstThat(blocks, ({ start }) => start >= passage.end) - 1;
  const from = placeIn(blocks, first, passage.start);
  const until = placeIn(blocks, last, passage.end);
  const isEmpty = until.block < from.block || (until.block === from.block && until.at <= from.at);
  return [
    { ...from, rank: BEGINS, step: { begin: passage } },
    isEmpty
      ? { ...from, rank: ENDS_AT_ONCE, step: { end: passage } }
      : { ...until, rank: ENDS, step: { end: passage } },
  ];
}

/** The place in a block that is nearest to an offset of the flat text. */
function placeIn(blocks: readonly BlockWords[], index: number, offset: number) {
  const block = Math.min(Math.max(0, index), blocks.length - 1);
  const { start = 0, text = "" } = blocks[block] ?? {};
  return { block, at: Math.min(Math.max(0, offset - start), text.length) };
}

function* stepsIn<Passage>(
  { content = [] }: ArticleNode,
  edges: readonly Edge<Passage>[],
): Generator<Step<Passage>> {
  const ahead = edges.values();
  let edge = ahead.next().value;
  let end = 0;
  for (const { text = "\n", marks = [] } of content) {
    let at = end;
    end += text.length;
    while (at < end) {
      for (; edge && edge.at <= at; edge = ahead.next().value) yield edge.step;
      const cut = Math.min(end, edge?.at ?? end);
      yield { text: text.slice(at - end, cut - end || undefined), marks };
      at = cut;
    }
  }
  for (; edge; edge = ahead.next().value) yield edge.step;
}

/** The words of a paragraph or heading. */
export const wordsOf = ({ content = [] }: ArticleNode): string =>
  content.map(({ text }) => text ?? "\n").join("");

// A generated article with generated annotations: for each size always the same letters and passages.

import { nodesOfText } from "../../domain/article/article.ts";
import { type BlockWords, blocksOfNodes } from "../../domain/article/article-blocks.ts";
import { BLOCK_SEPARATOR, type TextRange } from "../../domain/article/article-text.ts";
import { seededRandom } from "../seeded-random.ts";
import { inventParagraphs } from "./invented-text.ts";
import { type Marked, markPassages } from "./marked-passages.ts";
import { type Word, wordsOfBlocks } from "./words.ts";

const SEED = 2024;

const TITLE = "On what was said";

/** How many words a clearing has, and how many words lie between the beginnings of two. */
const CLEARING = 2;
const CLEARING_EVERY = 5;

/** How many paragraphs have clearings. */
const CLEARED = 2;

export type Size = { readonly words: number; readonly annotations: number };

export type Corpus = {
  /** As \`nameOf\` says. */
  readonly name: string;
  readonly title: string;
  /** The flat text; its first block is the headline. */
  readonly text: string;
  readonly blocks: readonly BlockWords[];
  readonly annotations: readonly Marked[];
  /** Passages of the first screen over which no entity lies, so that a new one can be seen. */
  readonly clearings: readonly TextRange[];
};

/** What a size is called: words and annotations, such as `10k x 1k`. */
export function nameOf({ words, annotations }: Size): string {
  return `${inShort(words)} x ${inShort(annotations)}`;
}

const inShort = (count: number): string => (count >= 1000 ? `${count / 1000}k` : `${count}`);

/** Makes the article and its annotations. */
export function makeCorpus(size: Size): Corpus {
  const { words: count, annotations } = size;
  const random = seededRandom(SEED + count);
  const source = [TITLE, ...inventParagraphs(count, random)].join(BLOCK_SEPARATOR);
  const blocks = blocksOfNodes(nodesOfText(source, TITLE));
  const words = wordsOfBlocks(blocks);
  const clearings = clear(words);
  return {
    name: nameOf(size),
    title: TITLE,
    text: blocks.map(({ text }) => text).join(BLOCK_SEPARATOR),
    blocks,
    clearings,
    annotations: markPassages(annotations, { words, clearings }, random),
  };
}

function clear(words: readonly Word[]): TextRange[] {
  const near = words.filter(({ block }) => block > 0 && block <= CLEARED);
  return near.flatMap(({ start, block }, index) => {
    const last = near[index + CLEARING - 1];
    return index % CLEARING_EVERY === 1 && last?.block === block ? [{ start, end: last.end }] : [];
  });
}

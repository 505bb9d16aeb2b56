// Every place where the article says the same words: whole words only, as written.

import type { TextBlock, TextRange } from "./article-text.ts";

/** Part of a word in scripts that leave spaces between words. */
const IN_WORD = "[\\p{L}\\p{N}\\p{M}_]";

/** Scripts that leave no spaces, so that nothing tells where a word ends. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The places of `words` in reading order, each inside one block. White space of any length counts
 * as equal; an ending behind an apostrophe does not belong to the word ("Ada’s" mentions "Ada").
 * Empty for words without a letter or digit.
 */
export function mentionsOf(
  article: { readonly blocks: readonly Pick<TextBlock, "start" | "text">[] },
  words: string,
): TextRange[] {
  const sought = words.trim();
  if (!/[\p{L}\p{N}]/u.test(sought)) return [];
  const pattern = patternOf(sought);
  return article.blocks.flatMap(({ start, text }) =>
    [...text.matchAll(pattern)].map(
      ({ index, 0: found }): TextRange => ({
        start: start + index,
        end: start + index + found.length,
      }),
    ),
  );
}

function patternOf(words: string): RegExp {
  const [first = "", ...rest] = words;
  const last = rest.at(-1) ?? first;
  const literal = words.split(/\s+/u).map(escaped).join("\\s+");
  const before = UNSPACED.test(first) ? "" : `(?<!${IN_WORD})`;
  const after = UNSPACED.test(last) ? "" : `(?!${IN_WORD})`;
  return new RegExp(`${before}${literal}${after}`, "gu");
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

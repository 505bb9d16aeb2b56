// What of a paragraph was changed, word by word.

import { diffWords } from "diff";

/** Words that stay, or that came or went. */
export type Piece = { readonly what: "same" | "came" | "went"; readonly text: string };

/** Paragraphs that have more than so many words changed are told as a whole: nobody could follow the pieces. */
const MOST = 400;

/**
 * The pieces of both paragraphs in their order: those that did not come read as before, those that did not
 * go as after, but for spaces. `language` is a BCP 47 tag, or empty.
 */
export function wordChanges(before: string, after: string, language: string): readonly Piece[] {
  const intlSegmenter = new Intl.Segmenter(language || undefined, { granularity: "word" });
  const changes = diffWords(before, after, { intlSegmenter, maxEditLength: MOST });
  if (changes === undefined) {
    return [
      { what: "went", text: before },
      { what: "came", text: after },
    ];
  }
  return changes.map(({ value: text, added, removed }) => ({
    what: added ? "came" : removed ? "went" : "same",
    text,
  }));
}
